/* Whether the file of a picture has its end.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-picture-whole.h"

#include <string.h>

gboolean
veto_picture_is_png_whole (const guint8 *data, gsize n_bytes)
{
  static const guint8 end[] = { 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82 };
  gsize               at = 8; /* behind the signature */

  while (at + sizeof end <= n_bytes)
    {
      gsize n_chunk = (gsize) data[at] << 24 | (gsize) data[at + 1] << 16 | (gsize) data[at + 2] << 8
                      | data[at + 3];

      if (memcmp (data + at, end, sizeof end) == 0)
        return TRUE;
      at += n_chunk + 12; /* its length, kind and checksum */
    }
  return FALSE;
}

/* Between two markers there are the bits of the picture, in which 0xff is followed by 0, or by a sign to begin anew. */
static gboolean
is_marker (guint8 second)
{
  return second != 0 && second != 0xff && !(second >= 0xd0 && second <= 0xd7);
}

gboolean
veto_picture_is_jpeg_whole (const guint8 *data, gsize n_bytes)
{
  gsize at = 2; /* behind the first marker */

  while (at + 2 <= n_bytes)
    if (data[at] != 0xff || !is_marker (data[at + 1]))
      at++;
    else if (data[at + 1] == 0xd9)
      return TRUE;
    else if (at + 4 <= n_bytes)
      at += 2 + ((gsize) data[at + 2] << 8 | data[at + 3]);
    else
      return FALSE;
  return FALSE;
}
