/* The dialog that sends a finished letter: its ways, whether the letter was sent, and room for all of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "letter-desk.h"
#include "veto-day.h"
#include "veto-letter-ways.h"
#include "veto-store-private.h"
#include "veto-typed-day.h"

/* --- The ways --- */

static gboolean
is_possible (const char *words)
{
  return gtk_list_box_row_get_activatable (
    GTK_LIST_BOX_ROW (desk_find_pressable (desk_find_dialog (), words)));
}

static void
test_ways (void)
{
  Desk desk;

  desk_open_and_present (&desk);
  g_assert_nonnull (scene_find_label (desk_find_dialog (), "To: Example Ltd"));
  g_assert_nonnull (scene_find_label (desk_find_dialog (), "To " DESK_ADDRESS));
  g_assert_nonnull (scene_find_label (desk_find_dialog (), "By post: print it, sign it"));
  g_assert_true (is_possible ("E-mail") && is_possible ("Print…") && is_possible ("Save as PDF…")
                 && is_possible ("Copy the text") && is_possible ("Save as text…"));
  g_assert_true (veto_saved_letter_is_kept (desk.saved)); /* saved before anything else */
  desk_close (&desk);
}

/* What cannot be says why, and can be reached with the keyboard. */
static void
test_impossible (void)
{
  Desk desk;

  desk_open (&desk, DESK_WIDTH, FALSE, DESK_ADDRESS);
  desk_present (&desk);
  g_assert_false (is_possible ("Print…"));
  g_assert_nonnull (
    scene_find_label (desk_find_dialog (), "The letter has no postal address of Example Ltd."));
  g_assert_true (gtk_widget_grab_focus (desk_find_pressable (desk_find_dialog (), "Print…")));
  desk_close (&desk);

  desk_open (&desk, DESK_WIDTH, TRUE, NULL);
  desk_present (&desk);
  g_assert_false (is_possible ("E-mail"));
  g_assert_nonnull (
    scene_find_label (desk_find_dialog (), "The letter has no e-mail address of Example Ltd."));
  desk_close (&desk);
}

/* A letter is kept, and the domain that it goes to is taken back: only an address that the person wrote counts still. */
static void
test_withdrawn_email (void)
{
  static const char *const domains[] = { "example.net", NULL };
  Desk                     desk;

  desk_open (&desk, DESK_WIDTH, TRUE, DESK_ADDRESS);
  veto_guidance_set_hosts (desk.scene.services.guidance, NULL, domains);
  desk_present (&desk);
  g_assert_true (is_possible ("E-mail"));
  desk_close_dialog ();
  veto_saved_letter_set_recipient_id (desk.saved, VETO_LETTER_TO_CONTROLLER, "example");
  desk_present (&desk);
  g_assert_false (is_possible ("E-mail"));
  g_assert_nonnull (scene_find_label (desk_find_dialog (), "This e-mail address was withdrawn."));
  g_assert_true (is_possible ("Print…"));
  desk_close (&desk);

  desk_open (&desk, DESK_WIDTH, TRUE, DESK_ADDRESS); /* while the question is on the screen */
  veto_saved_letter_set_recipient_id (desk.saved, VETO_LETTER_TO_CONTROLLER, "example");
  desk_present (&desk);
  veto_guidance_set_hosts (desk.scene.services.guidance, NULL, domains);
  desk_choose ("E-mail");
  desk_wait_for ("This e-mail address was withdrawn.");
  desk_close (&desk);
}

static void
test_incomplete (void)
{
  Desk desk;

  desk_open (&desk, DESK_WIDTH, TRUE, DESK_ADDRESS);
  veto_letter_set_answer (desk.letter, "login", NULL, NULL);
  veto_letter_send_present (GTK_WIDGET (desk.scene.window), &desk.scene.services, desk.saved, desk.letter);
  desk_wait_for ("Something is still missing");
  desk_press ("Close");
  desk_wait_until (desk_is_closed, "VetoLetterSend", "the dialog closes");
  desk_close (&desk);
}

static void
test_copy (void)
{
  Desk             desk;
  g_autofree char *expected = NULL, *text = NULL;

  desk_open_and_present (&desk);
  desk_choose ("Copy the text");
  desk_wait_for ("Did you send it?");
  text = desk_dup_clipboard (&desk);
  expected = desk_dup_words (&desk);
  g_assert_cmpstr (text, ==, expected);
  g_assert_nonnull (strstr (text, "Erika Mustermann"));

  desk_press ("Not yet"); /* asked once; it stays a draft */
  desk_wait_for ("How do you want to send it?");
  desk_assert_sent (&desk, NULL, NULL);
  desk_close (&desk);
}

/* --- Whether it was sent --- */

static void
test_sent_today (void)
{
  Desk             desk;
  g_autofree char *today = desk_dup_today ();
  g_autoptr(GBytes) pdf = NULL;
  g_autoptr(GError) error = NULL;

  desk_open_and_present (&desk);
  desk_choose ("Copy the text");
  desk_wait_for ("Did you send it?");
  desk_press ("Yes, today");
  desk_wait_for ("Sent through a form on ");
  desk_assert_sent (&desk, today, "form");
  g_assert_nonnull (
    scene_find_label (desk_find_dialog (), "They have one month from receipt to answer: until about "));
  pdf = veto_letter_book_read_pdf (desk.book, desk.saved, &error);
  g_assert_no_error (error);
  g_assert_cmpint (memcmp (g_bytes_get_data (pdf, NULL), "%PDF", 4), ==, 0);

  desk_press ("Undo");
  desk_wait_until (desk_is_closed, "VetoLetterSend", "the dialog closes");
  desk_assert_sent (&desk, NULL, NULL);
  g_assert_false (veto_saved_letter_has_pdf (desk.saved));
  desk_close (&desk);
}

static void
forbid_writing (Desk *desk, gboolean forbidden)
{
  sqlite3 *db = veto_store_get_db (desk->scene.services.store);

  g_assert_cmpint (sqlite3_exec (db, forbidden ? "PRAGMA query_only = 1" : "PRAGMA query_only = 0", NULL,
                                 NULL, NULL),
                   ==, SQLITE_OK);
}

/* That it was sent cannot be kept: nobody is told that it is, the question stays, and a second try works. */
static void
test_sent_not_kept (void)
{
  Desk             desk;
  g_autofree char *today = desk_dup_today ();

  desk_open_and_present (&desk);
  desk_choose ("Copy the text");
  desk_wait_for ("Did you send it?");
  forbid_writing (&desk, TRUE);
  desk_press ("Yes, today");
  desk_wait_until (desk_is_open, "AdwWindow", "what went wrong");
  desk_assert_sent (&desk, NULL, NULL);
  g_assert_null (scene_find_label (desk_find_dialog (), "Sent "));
  gtk_window_close (GTK_WINDOW (desk_find_window ("AdwWindow")));
  desk_wait_until (desk_is_closed, "AdwWindow", "it closes");
  g_assert_nonnull (scene_find_label (desk_find_dialog (), "Did you send it?"));
  forbid_writing (&desk, FALSE);
  desk_press ("Yes, today");
  desk_wait_for ("Sent through a form on ");
  desk_assert_sent (&desk, today, "form");
  desk_close (&desk);
}

static void
type_day (const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (scene_find (desk_find_dialog (), GTK_TYPE_ENTRY)), text);
}

static void
test_sent_on_another_day (void)
{
  Desk       desk;
  GtkWidget *save;

  desk_open_and_present (&desk);
  desk_choose ("Copy the text");
  desk_wait_for ("Did you send it?");
  desk_press ("By post");
  desk_press ("Yes, on another day…");
  desk_wait_for ("Save this day");
  save = desk_find_pressable (desk_find_dialog (), "Save this day");
  g_assert_true (gtk_widget_is_sensitive (save)); /* yesterday stands there */
  type_day ("31.2.2024");
  g_assert_false (gtk_widget_is_sensitive (save));
  g_assert_nonnull (scene_find_label (desk_find_dialog (), "This is no day yet."));
  type_day ("1.1.2100");
  g_assert_false (gtk_widget_is_sensitive (save));
  g_assert_nonnull (scene_find_label (desk_find_dialog (), "This day is still to come."));
  type_day ("29.2.2024");
  g_assert_nonnull (scene_find_label (desk_find_dialog (), "Thursday, 29 February 2024"));
  desk_press ("Save this day");
  desk_wait_for ("Sent by post on 29 February 2024.");
  g_assert_nonnull (scene_find_label (desk_find_dialog (),
                                      "They have one month from receipt to answer: until about 29 March"));
  desk_assert_sent (&desk, "2024-02-29", "post");
  desk_close_dialog ();

  /* Once it was sent there is only what was sent, and the day can be mended. */
  veto_letter_send_present (GTK_WIDGET (desk.scene.window), &desk.scene.services, desk.saved, desk.letter);
  desk_wait_for ("Sent by post on 29 February 2024.");
  g_assert_null (scene_find_label (desk_find_dialog (), "Copy the text"));
  desk_press ("Change the day");
  desk_wait_for ("Did you send it?");
  desk_press ("By e-mail");
  desk_press ("Yes, on another day…");
  type_day ("2024-03-01");
  desk_press ("Save this day");
  desk_wait_for ("Sent by e-mail on 1 March 2024.");
  desk_assert_sent (&desk, "2024-03-01", "email");
  g_assert_true (veto_saved_letter_has_pdf (desk.saved));
  g_assert_null (scene_find_label (desk_find_dialog (), "Undo"));
  desk_close (&desk);
}

static const struct
{
  const char *typed, *day; /* NULL: no day */
} days[] = {
  { "26.11.2026", "2026-11-26" },
  { " 26. 11. 2026 ", "2026-11-26" },
  { "1/2/26", "2026-02-01" },
  { "2026-11-26", "2026-11-26" },
  { "26-11-2026", "2026-11-26" },
  { "26.11.", NULL },
  { "11/26/2026", NULL },
  { "26. November 2026", NULL },
  { "", NULL },
  { "26.11.2026.1", NULL },
  { "99999.1.1", NULL },
  { "0.1.2026", NULL },
  { "26.11.126", NULL },
  { "-1.1.2026x", NULL },
  { "29.2.2025", NULL },
};

static void
test_typed_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      GDate            day;
      g_autofree char *iso = NULL, *again = NULL;
      GDate            read;

      g_test_message ("“%s”", days[i].typed);
      g_assert_cmpint (veto_typed_day_parse (days[i].typed, &day), ==, days[i].day != NULL);
      if (days[i].day == NULL)
        continue;
      iso = veto_day_dup_iso (&day);
      g_assert_cmpstr (iso, ==, days[i].day);
      again = veto_typed_day_dup (&day); /* what the entry proposes can be read, in each language */
      g_assert_true (veto_typed_day_parse (again, &read));
      g_assert_cmpint (g_date_compare (&day, &read), ==, 0);
    }
}

/* Only the question, from elsewhere. */
static void
test_ask (void)
{
  Desk             desk;
  g_autofree char *today = desk_dup_today ();

  desk_open (&desk, DESK_WIDTH, TRUE, DESK_ADDRESS);
  veto_letter_send_ask (GTK_WIDGET (desk.scene.window), desk.book, desk.saved, desk.letter);
  desk_wait_for ("Did you send it?");
  desk_press ("Not yet");
  desk_wait_until (desk_is_closed, "VetoLetterSend", "the dialog closes");
  desk_assert_sent (&desk, NULL, NULL);

  veto_letter_send_ask (GTK_WIDGET (desk.scene.window), desk.book, desk.saved, desk.letter);
  desk_wait_for ("Did you send it?");
  desk_press ("Handed over");
  desk_press ("Yes, today");
  desk_wait_for ("Handed over on ");
  desk_assert_sent (&desk, today, "hand");
  desk_close (&desk);
}

/* --- Room --- */

static void
check_label (GtkWidget *widget, gpointer data)
{
  graphene_rect_t bounds;

  if (!GTK_IS_LABEL (widget) || !gtk_widget_compute_bounds (widget, data, &bounds))
    return;
  if (gtk_label_get_layout (GTK_LABEL (widget)) != NULL
      && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)))
      && !gtk_widget_has_css_class (widget, "title")) /* of the window */
    g_test_message ("“%s” is shortened", gtk_label_get_text (GTK_LABEL (widget))), g_test_fail ();
  if (bounds.origin.x < 0 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (data) + 0.5)
    g_test_message ("“%s” is out of the dialog", gtk_label_get_text (GTK_LABEL (widget))), g_test_fail ();
}

static void
check_least (GtkWidget *widget, gpointer data)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least > 300)
    g_test_message ("%s %s: %d pixels", G_OBJECT_TYPE_NAME (widget),
                    GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "", least);
}

static void
check_fits (Desk *desk)
{
  GtkWidget *dialog = desk_find_dialog ();
  int        least;

  scene_settle (&desk->scene);
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least > DESK_NARROW)
    {
      g_test_message ("the dialog cannot be narrower than %d pixels", least);
      scene_for_each (dialog, check_least, NULL);
      g_test_fail ();
    }
  scene_for_each (dialog, check_label, dialog);
}

/* The dialog as narrow as a telephone, with the question how */
static GtkWidget *
present_narrow (Desk *desk)
{
  GtkWidget *dialog;

  veto_letter_send_present (GTK_WIDGET (desk->scene.window), &desk->scene.services, desk->saved,
                            desk->letter);
  dialog = desk_find_dialog ();
  gtk_window_set_default_size (GTK_WINDOW (dialog), DESK_NARROW, DESK_HEIGHT);
  while (scene_find (dialog, VETO_TYPE_LETTER_WAYS) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return dialog;
}

static gboolean
is_settled (gconstpointer dialog)
{
  return scene_find ((GtkWidget *) dialog, VETO_TYPE_LETTER_WAYS) == NULL
         && scene_find ((GtkWidget *) dialog, GTK_TYPE_BUTTON) != NULL;
}

/* Each way leads to a page of its own: no program for e-mail, the text on the clipboard. Any language. */
static void
test_narrow (gconstpointer points)
{
  static const int ways[] = { 0, 3 };
  Desk             desk;

  scene_set_font_size (GPOINTER_TO_UINT (points));
  desk_open (&desk, DESK_NARROW, TRUE, DESK_ADDRESS);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *dialog = present_narrow (&desk);
      GtkWidget *list = scene_find (dialog, GTK_TYPE_LIST_BOX);

      check_fits (&desk);
      gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), ways[i])));
      desk_wait_until (is_settled, dialog, "the next page");
      check_fits (&desk);
      desk_close_dialog ();
    }
  desk_close (&desk);
  scene_set_font_size (11);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_data_func ("/send/narrow", GUINT_TO_POINTER (11), test_narrow);
  g_test_add_data_func ("/send/narrow-large", GUINT_TO_POINTER (22), test_narrow);
  g_test_add_func ("/send/withdrawn-email", test_withdrawn_email);
  g_test_add_func ("/send/typed-days", test_typed_days);
  if (!g_str_equal (scene_get_language (), "en"))
    return g_test_run (); /* the words of the rest are English */
  g_test_add_func ("/send/ways", test_ways);
  g_test_add_func ("/send/impossible", test_impossible);
  g_test_add_func ("/send/incomplete", test_incomplete);
  g_test_add_func ("/send/copy", test_copy);
  g_test_add_func ("/send/sent/today", test_sent_today);
  g_test_add_func ("/send/sent/not-kept", test_sent_not_kept);
  g_test_add_func ("/send/sent/another-day", test_sent_on_another_day);
  g_test_add_func ("/send/sent/ask", test_ask);
  return g_test_run ();
}
