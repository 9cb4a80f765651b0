/* How an answer of the test's web server leaves: at once, slowly, for ever, or not quite.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "feed-visit.h"

#include <string.h>
#include <sys/socket.h>

#define DRIP_MICROSECONDS 10000
#define BLOCK_BYTES 16384 /* of an endless answer */

/* Returns: %FALSE when the client is gone, or the server stops */
static gboolean
send_bytes (FeedVisit *visit, const char *data, gsize n_bytes)
{
  GOutputStream *output = g_io_stream_get_output_stream (visit->stream);
  gsize          n_sent = 0;
  gboolean       sent = g_output_stream_write_all (output, data, n_bytes, &n_sent, visit->stop, NULL);

  visit->n_sent += n_sent;
  return sent;
}

static gboolean
drip_bytes (FeedVisit *visit, const char *data, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    {
      if (!send_bytes (visit, data + i, 1))
        return FALSE;
      g_usleep (DRIP_MICROSECONDS);
    }
  return TRUE;
}

/* Until the client goes, or the server stops. */
static void
wait_for_end (FeedVisit *visit)
{
  GInputStream *input = g_io_stream_get_input_stream (visit->stream);
  char          byte;

  while (g_input_stream_read (input, &byte, 1, visit->stop, NULL) > 0)
    continue;
}

static void
send_for_ever (FeedVisit *visit, const char *data, gsize n_bytes)
{
  g_autoptr(GString) block = g_string_new (NULL);

  g_assert_cmpuint (n_bytes, >, 0);
  while (block->len < BLOCK_BYTES)
    g_string_append_len (block, data, (gssize) n_bytes);
  while (send_bytes (visit, block->str, block->len))
    continue;
}

/* A reset instead of an end: what is in the buffers is thrown away. */
static void
reset (FeedVisit *visit)
{
  struct linger linger = { 1, 0 };
  int           fd = g_socket_get_fd (g_socket_connection_get_socket (visit->socket));

  g_usleep (DRIP_MICROSECONDS); /* the client has read what came before it */
  g_assert_cmpint (setsockopt (fd, SOL_SOCKET, SO_LINGER, &linger, sizeof linger), ==, 0);
}

/* How many bytes of an answer stand before its body; all of them if it has none. */
static gsize
measure_head (const char *data, gsize n_bytes)
{
  const char *end = n_bytes > 0 ? memmem (data, n_bytes, "\r\n\r\n", 4) : NULL;
  return end != NULL ? (gsize) (end + 4 - data) : n_bytes;
}

/* How many bytes stand before the last line. */
static gsize
measure_before_last_line (const char *data, gsize n_bytes)
{
  gsize at = n_bytes;

  g_assert_true (n_bytes > 2 && memcmp (data + n_bytes - 2, "\r\n", 2) == 0);
  for (at = n_bytes - 2; at > 0 && data[at - 1] != '\n'; at--)
    continue;
  return at;
}

gboolean
feed_visit_send (FeedVisit *visit, FeedManner manner, GBytes *answer)
{
  gsize       n_bytes;
  const char *data = g_bytes_get_data (answer, &n_bytes);
  gsize       n_head = measure_head (data, n_bytes);

  switch (manner)
    {
    case FEED_SEND:
      return send_bytes (visit, data, n_bytes);
    case FEED_DRIP:
      return drip_bytes (visit, data, n_bytes);
    case FEED_DRIP_BODY:
      return send_bytes (visit, data, n_head) && drip_bytes (visit, data + n_head, n_bytes - n_head);
    case FEED_HANG:
      if (send_bytes (visit, data, n_bytes))
        wait_for_end (visit);
      return FALSE;
    case FEED_RESET:
      if (send_bytes (visit, data, n_bytes))
        reset (visit);
      return FALSE;
    case FEED_ENDLESS_HEADERS:
      n_head = measure_before_last_line (data, n_bytes);
      G_GNUC_FALLTHROUGH;
    case FEED_ENDLESS_BODY:
      if (send_bytes (visit, data, n_bytes))
        send_for_ever (visit, data + n_head, n_bytes - n_head);
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}
