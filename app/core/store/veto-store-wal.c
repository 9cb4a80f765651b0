/* SQLite's write-ahead journal, read just far enough to know what the first page of the database will be. A newer
 * Veto that was killed may have said in the journal alone that the database is newer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include <string.h>
#include <unistd.h>

#include "veto-store-look.h"

#define MAGIC 0x377f0682u /* the lowest bit says in which byte order sums are made: 1 for big endian */
#define WAL_VERSION 3007000u
#define WAL_HEADER_BYTES 32
#define FRAME_HEADER_BYTES 24
#define DATABASE_HEADER_BYTES 100
#define MIN_PAGE_BYTES 512
#define MAX_PAGE_BYTES 65536

typedef struct
{
  gboolean is_big_endian;
  gsize    page_bytes;
  guint32  sum[2]; /* runs on from frame to frame */
  guint8   salt[8];
} Journal;

static guint32
read_number (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static void
add_to_sum (Journal *journal, const guint8 *data, gsize n_bytes)
{
  guint32 first = journal->sum[0], second = journal->sum[1];

  for (gsize i = 0; i < n_bytes; i += 8)
    {
      guint32 left = read_number (data + i), right = read_number (data + i + 4);

      first += (journal->is_big_endian ? left : GUINT32_SWAP_LE_BE (left)) + second;
      second += (journal->is_big_endian ? right : GUINT32_SWAP_LE_BE (right)) + first;
    }
  journal->sum[0] = first;
  journal->sum[1] = second;
}

static gboolean
is_sum (const Journal *journal, const guint8 *data)
{
  return read_number (data) == journal->sum[0] && read_number (data + 4) == journal->sum[1];
}

static gboolean
read_journal_header (int wal, Journal *journal)
{
  guint8 header[WAL_HEADER_BYTES];

  if (pread (wal, header, sizeof header, 0) != sizeof header || (read_number (header) & ~1u) != MAGIC
      || read_number (header + 4) != WAL_VERSION)
    return FALSE;
  *journal = (Journal){ .is_big_endian = header[3] & 1, .page_bytes = read_number (header + 8) };
  memcpy (journal->salt, header + 16, sizeof journal->salt);
  add_to_sum (journal, header, 24);
  return is_sum (journal, header + 24) && journal->page_bytes >= MIN_PAGE_BYTES
         && journal->page_bytes <= MAX_PAGE_BYTES && (journal->page_bytes & (journal->page_bytes - 1)) == 0;
}

void
veto_store_read_wal (int wal, guint8 header[DATABASE_HEADER_BYTES])
{
  g_autofree guint8 *frame = NULL;
  guint8             pending[DATABASE_HEADER_BYTES];
  gboolean           has_pending = FALSE;
  Journal            journal;
  gsize              n_bytes;

  if (!read_journal_header (wal, &journal))
    return;
  n_bytes = FRAME_HEADER_BYTES + journal.page_bytes;
  frame = g_malloc (n_bytes);

  for (off_t at = WAL_HEADER_BYTES; pread (wal, frame, n_bytes, at) == (gssize) n_bytes;
       at += (off_t) n_bytes)
    {
      const guint8 *page = frame + FRAME_HEADER_BYTES;

      add_to_sum (&journal, frame, 8);
      add_to_sum (&journal, page, journal.page_bytes);
      if (memcmp (frame + 8, journal.salt, sizeof journal.salt) != 0 || !is_sum (&journal, frame + 16))
        return; /* what follows is left from an earlier round, or was never written to its end */
      if (read_number (frame) == 1)
        {
          memcpy (pending, page, sizeof pending);
          has_pending = TRUE;
        }
      if (has_pending && read_number (frame + 4) != 0) /* the last frame of a commit */
        {
          memcpy (header, pending, sizeof pending);
          has_pending = FALSE;
        }
    }
}
