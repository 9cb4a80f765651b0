/* A complaint goes to an authority together with the file of its case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "letter-desk.h"

/* In the place of the letter that is on the desk: one to an authority, about a case or not. */
static void
exchange_for_complaint (Desk *desk, gboolean has_case)
{
  static const char *const answers[][2] = { { "name", "Erika Mustermann" }, { "address", "Musterweg 1" },
                                            { "first-day", "2026-10-01" },  { "requested", "objection" },
                                            { "channel", "form" },          { "outcome", "none" } };
  VetoServices            *services = &desk->scene.services;
  VetoGuideSet            *set = veto_guidance_get_set (services->guidance);
  const char *const        lines[] = { "2 Example Street", "Exampletown", NULL };
  g_autoptr(VetoRecipient) company = veto_recipient_new ("Example Ltd", lines, NULL);
  g_autoptr(VetoRecipient) authority = veto_recipient_new ("Data Protection Office", lines, NULL);
  g_autoptr(GError) error = NULL;
  VetoObjection *first =
    veto_objections_find (services->objections, veto_platform_get_id (veto_guide_set_get_platform (set, 0)));
  VetoCase *item = veto_objection_start (first, services->book, NULL, &error);

  g_assert_no_error (error);
  g_clear_object (&desk->letter);
  g_clear_object (&desk->saved);
  desk->saved = veto_letter_book_start (desk->book, "complaint", has_case ? veto_case_get_id (item) : NULL);
  desk->letter = veto_letter_book_open (desk->book, desk->saved,
                                        veto_guide_set_find_letter (set, "complaint"), NULL, &error);
  g_assert_no_error (error);
  veto_letter_set_controller (desk->letter, company);
  veto_letter_set_authority (desk->letter, authority);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    veto_letter_set_answer (desk->letter, answers[i][0], answers[i][1], &error);
  g_assert_no_error (error);
}

/* The file of the case is offered before the ways, and remembered after one. */
static void
test_complaint (void)
{
  Desk       desk;
  GtkWidget *button, *label;

  desk_open (&desk, DESK_WIDTH, TRUE, DESK_ADDRESS);
  exchange_for_complaint (&desk, TRUE);
  desk_present (&desk);
  button = desk_find_pressable (desk_find_dialog (), "Save the file for the authority…");
  g_assert_true (gtk_widget_is_focus (button));
  desk_choose ("Copy the text");
  desk_wait_for ("Did you send it?");
  label = scene_find_label (desk_find_dialog (), "The letter is on the clipboard.");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "The file for the authority goes along"));
  desk_close (&desk);
}

static void
test_complaint_without_case (void)
{
  Desk desk;

  desk_open (&desk, DESK_WIDTH, TRUE, DESK_ADDRESS);
  exchange_for_complaint (&desk, FALSE);
  desk_present (&desk);
  g_assert_null (scene_find_label (desk_find_dialog (), "Save the file"));
  desk_close (&desk);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/complaint/with-case", test_complaint);
  g_test_add_func ("/complaint/without-case", test_complaint_without_case);
  return g_test_run ();
}
