/* Passwords that are shown are hidden again by themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-peek"

#include "veto-peek.h"

#include "veto-directions.h"

static guint second = 1000; /* milliseconds */

void
veto_peek_set_second (guint ms)
{
  second = ms;
}

guint
veto_peek_get_second (void)
{
  return second;
}

static GtkText *
get_text (GtkWidget *entry)
{
  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (entry)));
}

static void
hide (GtkWidget *entry)
{
  gtk_text_set_visibility (get_text (entry), FALSE);
}

static gboolean
timeout_cb (gpointer entry)
{
  g_object_set_data (entry, "veto-peek", NULL);
  hide (entry);
  return G_SOURCE_REMOVE;
}

static void
stop (gpointer id)
{
  GSource *source = g_main_context_find_source_by_id (NULL, GPOINTER_TO_UINT (id));

  if (source != NULL)
    g_source_destroy (source);
}

static void
visibility_cb (GtkWidget *entry)
{
  gpointer id = NULL;

  if (gtk_text_get_visibility (get_text (entry)))
    id = GUINT_TO_POINTER (g_timeout_add (VETO_PEEK_SECONDS * second, timeout_cb, entry));
  g_object_set_data_full (G_OBJECT (entry), "veto-peek", id, id != NULL ? stop : NULL);
}

/* What turns the direction of text is in no password that a platform takes, and must not be laid out in any number. */
static void
inserted_cb (GtkEntryBuffer *buffer, guint position, const char *chars, guint n_chars)
{
  if (veto_directions_count (chars, g_utf8_offset_to_pointer (chars, (glong) n_chars) - chars) > 0)
    gtk_entry_buffer_delete_text (buffer, position, (int) n_chars);
}

/* GTK 4.8 leaves what stands at the end of the field without names; their hints say what they are. */
static void
name_images (GtkWidget *entry)
{
  for (GtkWidget *child = gtk_widget_get_first_child (entry); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_IMAGE (child) && gtk_widget_get_tooltip_text (child) != NULL)
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_widget_get_tooltip_text (child), -1);
}

void
veto_peek_limit (GtkWidget *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  name_images (entry);
  g_object_set_data (G_OBJECT (entry), "veto-limited", GINT_TO_POINTER (TRUE));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (hide), entry);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_swapped (get_text (entry), "notify::visibility", G_CALLBACK (visibility_cb), entry);
  g_signal_connect_after (gtk_text_get_buffer (get_text (entry)), "inserted-text", G_CALLBACK (inserted_cb),
                          NULL);
}

gboolean
veto_peek_is_limited (GtkWidget *entry)
{
  return g_object_get_data (G_OBJECT (entry), "veto-limited") != NULL;
}
