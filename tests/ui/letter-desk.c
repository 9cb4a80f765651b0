/* A desk with a finished letter on it, and hands for the dialog that sends it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter-desk.h"

#include "veto-day.h"

#define LONGEST_WAIT_S 30

static gboolean
late_cb (gpointer data)
{
  g_error ("nothing happens: %s", (const char *) data);
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
desk_wait_until (DeskCondition is_met, gconstpointer data, const char *what)
{
  guint timeout = g_timeout_add_seconds (LONGEST_WAIT_S, late_cb, (gpointer) what);
  guint tick = g_timeout_add (10, tick_cb, NULL); /* what another process does wakes nobody here */

  while (!is_met (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  g_source_remove (tick);
}

/* --- What is on the screen --- */

/* (transfer none) (nullable): the newest window of @type that one sees */
GtkWidget *
desk_find_window (const char *type)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (link->data), type) && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

GtkWidget *
desk_find_dialog (void)
{
  return desk_find_window ("VetoLetterSend");
}

static gboolean
is_said (gconstpointer text)
{
  GtkWidget *dialog = desk_find_dialog ();
  return dialog != NULL && scene_find_label (dialog, text) != NULL;
}

void
desk_wait_for (const char *text)
{
  desk_wait_until (is_said, text, text);
}

gboolean
desk_is_open (gconstpointer type)
{
  return desk_find_window (type) != NULL;
}

gboolean
desk_is_closed (gconstpointer type)
{
  return desk_find_window (type) == NULL;
}

/* (transfer none): the button, way or choice that has these words */
GtkWidget *
desk_find_pressable (GtkWidget *window, const char *words)
{
  GtkWidget *widget = scene_find_label (window, words);

  if (widget == NULL)
    g_error ("“%s” is not there", words);
  while (!GTK_IS_BUTTON (widget) && !GTK_IS_CHECK_BUTTON (widget) && !GTK_IS_LIST_BOX_ROW (widget))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

void
desk_press (const char *words)
{
  GtkWidget *widget = desk_find_pressable (desk_find_dialog (), words);

  g_assert_true (gtk_widget_is_sensitive (widget));
  if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    g_assert_true (gtk_widget_activate (widget));
}

/* What the list does with Return, and with a click. */
void
desk_choose (const char *words)
{
  GtkWidget *row = desk_find_pressable (desk_find_dialog (), words);

  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_assert_true (gtk_widget_activate (row));
}

static gboolean
is_gone (gconstpointer place)
{
  return *(gpointer const *) place == NULL;
}

/* Nothing of it is left. */
void
desk_close_dialog (void)
{
  GtkWidget *dialog = desk_find_dialog ();

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  desk_wait_until (is_gone, &dialog, "the dialog goes");
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer out_text)
{
  *(char **) out_text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  if (*(char **) out_text == NULL)
    *(char **) out_text = g_strdup ("");
}

char *
desk_dup_clipboard (Desk *desk)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (desk->scene.window)), NULL, read_cb,
                                 &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

/* --- The desk --- */

static void
answer_all (VetoLetter *letter)
{
  static const char *const answers[][2] = { { "name", "Erika Mustermann" },
                                            { "address", "Musterweg 1\n12345 Musterstadt" },
                                            { "login", "erika.m" } };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr(GError) error = NULL;
      veto_letter_set_answer (letter, answers[i][0], answers[i][1], &error);
      g_assert_no_error (error);
    }
}

void
desk_open (Desk *desk, int width, gboolean has_post, const char *email)
{
  const char *const lines[] = { "1 Example Road", "Dublin 4", "IRELAND", NULL };
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  g_autoptr(VetoRecipient) recipient = veto_recipient_new ("Example Ltd", has_post ? lines : NULL, email);
  g_autoptr(GError) error = NULL;

  scene_open (&desk->scene, set, width, DESK_HEIGHT);
  desk->book = desk->scene.services.letters;
  desk->saved = veto_letter_book_start (desk->book, "objection", NULL);
  desk->letter = veto_letter_book_open (desk->book, desk->saved,
                                        veto_guide_set_find_letter (set, "objection"), NULL, &error);
  g_assert_no_error (error);
  veto_letter_set_controller (desk->letter, recipient);
  answer_all (desk->letter);
  g_assert_true (veto_letter_is_complete (desk->letter));
}

void
desk_present (Desk *desk)
{
  veto_letter_send_present (GTK_WIDGET (desk->scene.window), &desk->scene.services, desk->saved,
                            desk->letter);
  desk_wait_for ("How do you want to send it?");
}

void
desk_open_and_present (Desk *desk)
{
  desk_open (desk, DESK_WIDTH, TRUE, DESK_ADDRESS);
  desk_present (desk);
}

void
desk_close (Desk *desk)
{
  if (desk_find_dialog () != NULL)
    desk_close_dialog ();
  g_clear_object (&desk->letter);
  g_clear_object (&desk->saved);
  scene_close (&desk->scene);
}

void
desk_assert_sent (Desk *desk, const char *day, const char *channel)
{
  g_assert_cmpstr (veto_saved_letter_get_sent_day (desk->saved), ==, day);
  g_assert_cmpstr (veto_saved_letter_get_channel (desk->saved), ==, channel);
}

char *
desk_dup_today (void)
{
  GDate today;

  veto_day_today (&today);
  return veto_day_dup_iso (&today);
}

char *
desk_dup_words (Desk *desk)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoDocument) document = veto_letter_to_document (desk->letter, &error);

  g_assert_no_error (error);
  return veto_document_to_text (document, 1000000);
}
