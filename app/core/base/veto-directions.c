/* How deep what says which way text runs may be nested.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-directions"

#include "veto-directions.h"

#include <string.h>

static gboolean
is_isolate (gunichar c)
{
  return c >= 0x2066 && c <= 0x2068;
}

gboolean
veto_directions_opens (gunichar c)
{
  return is_isolate (c) || c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E;
}

gboolean
veto_directions_follow (VetoDirections *self, gunichar c)
{
  if (veto_directions_opens (c))
    {
      gboolean isolate = is_isolate (c);

      if (self->n_isolates + self->n_embeddings + self->n_outside >= VETO_DIRECTIONS_MAX)
        return FALSE;
      self->n_isolates += isolate;
      self->n_outside += isolate ? self->n_embeddings : 0;
      self->n_embeddings = isolate ? 0 : self->n_embeddings + 1;
    }
  else if (c == 0x202C && self->n_embeddings > 0)
    self->n_embeddings--;
  else if (c == 0x2069 && self->n_isolates > 0)
    {
      self->n_isolates--;
      self->n_embeddings = 0; /* they ended with it; those before it count on to the end of the line */
    }
  return TRUE;
}

guint
veto_directions_count (const char *text, gssize n_bytes)
{
  const char *end = text + (n_bytes < 0 ? strlen (text) : (gsize) n_bytes);
  guint       n_opened = 0;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    n_opened += veto_directions_opens (g_utf8_get_char (at)) ? 1 : 0;
  return n_opened;
}

char *
veto_directions_dup_limited (const char *text, gssize n_bytes, guint n_allowed)
{
  gsize       n_text = n_bytes < 0 ? strlen (text) : (gsize) n_bytes;
  GString    *kept = g_string_sized_new (n_text);
  const char *next;

  for (const char *at = text; at < text + n_text; at = next)
    {
      next = g_utf8_next_char (at);
      if (veto_directions_opens (g_utf8_get_char (at)) && n_allowed-- == 0)
        n_allowed = 0;
      else
        g_string_append_len (kept, at, next - at);
    }
  return g_string_free (kept, FALSE);
}
