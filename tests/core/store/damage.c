/* A database that goes bad while it is open.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "damage.h"

#include <fcntl.h>
#include <unistd.h>

#include "store-fixture.h"

#define PAGE_BYTES 4096

void
damage_table (const char *folder, const char *table)
{
  g_autofree char *path = fixture_dup_path (folder, ""), *garbage = g_strnfill (PAGE_BYTES, '\xaa');
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
  g_autofree char *page = fixture_ask_sql (folder, sql);
  gint64           at = (g_ascii_strtoll (page, NULL, 10) - 1) * PAGE_BYTES;
  int              file;

  g_assert_cmpint (at, >, 0);
  fixture_run_sql (path,
                   "PRAGMA wal_checkpoint (TRUNCATE)"); /* so that the page does not come from the journal */
  file = open (path, O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (pwrite (file, garbage, PAGE_BYTES, at), ==, PAGE_BYTES);
  close (file);
  fixture_run_sql (path, "UPDATE people SET place = 'Köln'");
}
