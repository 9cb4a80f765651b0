/* What may be typed and pasted: everything but what the layout of text dies of.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-typing"

#include "veto-config.h"

#include "veto-typing.h"

#include "veto-directions.h"

/* --- One line: GtkText lays out as soon as its buffer says that something came, so it must not come --- */

#define VETO_TYPE_TYPING_BUFFER (veto_typing_buffer_get_type ())
G_DECLARE_FINAL_TYPE (VetoTypingBuffer, veto_typing_buffer, VETO, TYPING_BUFFER, GtkEntryBuffer)

struct _VetoTypingBuffer
{
  GtkEntryBuffer parent_instance;
};

G_DEFINE_FINAL_TYPE (VetoTypingBuffer, veto_typing_buffer, GTK_TYPE_ENTRY_BUFFER)

/* @before: what stands there. Returns: (transfer full) (nullable): what of @text can come; %NULL: all of it */
static char *
dup_allowed (const char *before, const char *text, gsize n_bytes)
{
  guint n_there, n_more = veto_directions_count (text, (gssize) n_bytes);

  if (n_more == 0)
    return NULL;
  n_there = MIN (veto_directions_count (before, -1), VETO_DIRECTIONS_MAX);
  if (n_there + n_more <= VETO_DIRECTIONS_MAX)
    return NULL;
  return veto_directions_dup_limited (text, (gssize) n_bytes, VETO_DIRECTIONS_MAX - n_there);
}

static guint
veto_typing_buffer_insert_text (GtkEntryBuffer *buffer, guint position, const char *chars, guint n_chars)
{
  gsize            n_bytes = (gsize) (g_utf8_offset_to_pointer (chars, (glong) n_chars) - chars);
  g_autofree char *allowed = dup_allowed (gtk_entry_buffer_get_text (buffer), chars, n_bytes);

  if (allowed != NULL)
    {
      chars = allowed;
      n_chars = (guint) g_utf8_strlen (allowed, -1);
    }
  return GTK_ENTRY_BUFFER_CLASS (veto_typing_buffer_parent_class)
    ->insert_text (buffer, position, chars, n_chars);
}

static void
veto_typing_buffer_class_init (VetoTypingBufferClass *klass)
{
  GTK_ENTRY_BUFFER_CLASS (klass)->insert_text = veto_typing_buffer_insert_text;
}

static void
veto_typing_buffer_init (VetoTypingBuffer *self)
{
}

/* --- Several lines --- */

static void
insert_cb (GtkTextBuffer *buffer, GtkTextIter *place, const char *text, int n_bytes)
{
  GtkTextIter      start, end;
  g_autofree char *before = NULL, *allowed = NULL;

  if (veto_directions_count (text, n_bytes) == 0)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  before = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  allowed = dup_allowed (before, text, (gsize) n_bytes);
  if (allowed == NULL)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, place, allowed, -1); /* comes here again, and stays */
}

gboolean
veto_typing_is_guarded (GtkWidget *entry)
{
  if (GTK_IS_TEXT_VIEW (entry))
    return g_signal_handler_find (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), G_SIGNAL_MATCH_FUNC, 0, 0,
                                  NULL, (gpointer) insert_cb, NULL)
           != 0;
  g_return_val_if_fail (GTK_IS_TEXT (entry), FALSE);
  return VETO_IS_TYPING_BUFFER (gtk_text_get_buffer (GTK_TEXT (entry)));
}

void
veto_typing_guard (GtkWidget *entry)
{
  g_autoptr(GtkEntryBuffer) buffer = NULL;

  if (GTK_IS_TEXT_VIEW (entry))
    {
      g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), "insert-text",
                        G_CALLBACK (insert_cb), NULL);
      return;
    }
  g_return_if_fail (GTK_IS_EDITABLE (entry));
  buffer = g_object_new (VETO_TYPE_TYPING_BUFFER, NULL);
  if (GTK_IS_ENTRY (entry))
    gtk_entry_set_buffer (GTK_ENTRY (entry), buffer);
  else
    gtk_text_set_buffer (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (entry))), buffer);
}
