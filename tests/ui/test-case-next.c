/* What is next in a case leads there: letters filled in beforehand, steps, branches; and what newer guidance means is said.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-desk.h"
#include "guidance-folder.h"
#include "veto-case-page.h"
#include "veto-day.h"
#include "veto-wizard.h"
#include "veto-write-page.h"

typedef struct
{
  const char   *name;
  VetoEventKind kind;
  VetoReply     reply;
  guint         sent_ago; /* days */
  const char   *button;   /* what is pressed */
  const char   *letter;
  const char   *outcome; /* nullable: what is ticked, as the case knows it */
} Letter;

static const Letter letters[] = {
  { "/cases/next/refused", VETO_EVENT_ANSWER, VETO_REPLY_REFUSED, 20, "Write the complaint", "complaint",
    "refused" },
  { "/cases/next/asks-id", VETO_EVENT_ANSWER, VETO_REPLY_ASKS_ID, 20, "Write the letter", "answer-id-copy",
    NULL },
  { "/cases/next/overdue", VETO_EVENT_NOTE, VETO_REPLY_OTHER, 100, "Write the reminder", "reminder", "none" },
  { "/cases/next/only-confirmed", VETO_EVENT_CONFIRMATION, VETO_REPLY_OTHER, 100, "Write the reminder",
    "reminder", "" },
};

static VetoLetterWork *
get_work (CaseDesk *self)
{
  GtkWidget *page = case_find (self, VETO_TYPE_WRITE_PAGE);

  g_assert_nonnull (page);
  return veto_write_page_get_work (VETO_WRITE_PAGE (page));
}

static void
test_letter (gconstpointer data)
{
  const Letter    *letter = data;
  CaseDesk         self;
  GDate            sent = case_go_back (letter->sent_ago);
  g_autofree char *day = veto_day_dup_iso (&sent), *first = NULL;
  VetoLetterWork  *work;

  case_open (&self);
  case_send (&self, letter->sent_ago);
  case_add (&self, letter->kind, letter->reply, 2);
  case_show (&self);
  case_press (&self, letter->button);
  work = get_work (&self);
  g_assert_cmpstr (veto_saved_letter_get_kind (veto_letter_work_get_saved (work)), ==, letter->letter);
  g_assert_cmpstr (veto_letter_work_get_text (work, "first-day"), ==, day);
  g_assert_cmpstr (veto_letter_work_get_text (work, "requested"), ==, "objection");
  if (letter->outcome != NULL)
    g_assert_cmpstr (veto_letter_work_get_text (work, "outcome"), ==, letter->outcome);

  /* One that was only looked at is not kept; one that was begun is gone on with. */
  scene_act (&self.scene, "win.back", NULL);
  scene_settle (&self.scene);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self.scene.services.letters)), ==, 0);
  g_assert_true (case_shows (&self, letter->button));
  case_press (&self, letter->button);
  veto_letter_work_set_text (get_work (&self), "name", "Erika Mustermann");
  first = g_strdup (veto_saved_letter_get_id (veto_letter_work_get_saved (get_work (&self))));
  scene_act (&self.scene, "win.back", NULL);
  scene_settle (&self.scene);
  case_press (&self, letter->button);
  g_assert_cmpstr (veto_saved_letter_get_id (veto_letter_work_get_saved (get_work (&self))), ==, first);
  scene_act (&self.scene, "win.back", NULL);
  case_close (&self);
}

/* Where Veto cannot know which letter fits, all of them are there. */
static void
test_choose_letter (void)
{
  CaseDesk self;

  case_open (&self);
  case_send (&self, 20);
  case_add (&self, VETO_EVENT_ANSWER, VETO_REPLY_ASKS_MORE, 2);
  scene_act (&self.scene, "win.next", "s", veto_case_get_id (self.item));
  scene_settle (&self.scene);
  g_assert_true (case_shows (&self, "Choose the letter that fits the answer"));
  case_press (&self, veto_letter_kind_get_title (
                       veto_guide_set_find_letter (veto_guidance_get_set (self.scene.services.guidance),
                                                   "answer-signature")));
  g_assert_cmpstr (veto_saved_letter_get_kind (veto_letter_work_get_saved (get_work (&self))), ==,
                   "answer-signature");
  scene_act (&self.scene, "win.back", NULL);
  case_close (&self);
}

static VetoWalk *
get_walk (CaseDesk *self)
{
  GtkWidget *wizard = case_find (self, VETO_TYPE_WIZARD);

  g_assert_nonnull (wizard);
  return veto_wizard_get_walk (VETO_WIZARD (wizard));
}

/* In the middle of the steps, to the next one; while the answer is waited for, there is nothing to press. */
static void
test_steps (void)
{
  CaseDesk self;
  g_autoptr(GError) error = NULL;

  case_open (&self);
  veto_progress_set_state (veto_case_get_progress (self.item), self.guide, &self.guide->steps[0],
                           VETO_STEP_STATE_DONE, &error);
  g_assert_no_error (error);
  case_show (&self);
  case_press (&self, "Continue");
  g_assert_cmpstr (veto_walk_get_step (get_walk (&self))->id, ==, self.guide->steps[1].id);
  scene_act (&self.scene, "win.close-walk", NULL);
  scene_settle (&self.scene);
  case_send (&self, 3);
  scene_settle (&self.scene);
  g_assert_true (case_shows (&self, "Wait for the answer."));
  g_assert_false (case_shows (&self, "Continue"));
  scene_act (&self.scene, "win.next", "s", veto_case_get_id (self.item));
  g_assert_nonnull (case_find (&self, VETO_TYPE_CASE_PAGE));
  case_close (&self);
}

/* Makes the marks those of a day long ago, when the steps were described as they are, or differently. */
static void
age_marks (CaseDesk *self, gboolean is_changed)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ssbsx)"));
  gint64          at = (g_get_real_time () / G_USEC_PER_SEC) - 5 * 24 * 60 * 60;
  g_autoptr(GVariant) marks = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < self->guide->n_steps; i++)
    {
      g_autofree char *revision = veto_step_dup_revision (&self->guide->steps[i]);

      if (self->guide->steps[i].kind != VETO_STEP_WAIT && self->guide->steps[i].kind != VETO_STEP_KEEP)
        g_variant_builder_add (&builder, "(ssbsx)", self->guide->id, self->guide->steps[i].path, FALSE,
                               is_changed ? "old" : revision, at);
    }
  marks = g_variant_ref_sink (g_variant_builder_end (&builder));
  veto_progress_restore (veto_case_get_progress (self->item), marks, &error);
  g_assert_no_error (error);
}

static void
test_no_mail (void)
{
  CaseDesk self;

  case_open (&self);
  age_marks (&self, FALSE);
  case_show (&self);
  case_press (&self, "See what you can do");
  g_assert_cmpstr (veto_walk_get_branch (get_walk (&self))->id, ==, "no-mail");
  scene_act (&self.scene, "win.close-walk", NULL);
  case_close (&self);
}

/* It says that there is nothing to do, until somebody has read it. */
static void
test_changed (void)
{
  CaseDesk self;

  case_open (&self);
  age_marks (&self, TRUE);
  case_show (&self);
  g_assert_true (case_shows (&self, "New guidance"));
  case_press (&self, "I have read this");
  g_assert_false (case_shows (&self, "New guidance"));
  case_close (&self);
}

/* (transfer full): the guidance as if the company of the first way had thrown the objections of @day and before away */
static VetoGuideSet *
read_redo (CaseDesk *self, const GDate *day)
{
  g_auto(GuidanceFolder) folder = { 0 };
  g_autofree char *key = g_strdup_printf ("%s/%s.redo", self->platform, self->guide->id);
  g_autofree char *from = NULL;
  GDate            first = *day;
  JsonArray       *list;
  VetoGuideSet    *set;
  g_autoptr(GError) error = NULL;

  g_date_add_days (&first, 1);
  from = veto_day_dup_iso (&first);
  guidance_folder_init (&folder);
  list = json_object_get_array_member (json_node_get_object (folder.structure), "platforms");
  list = json_object_get_array_member (json_array_get_object_element (list, 0), "guides");
  json_object_set_string_member (json_array_get_object_element (list, 0), "redo_from", from);
  json_object_set_string_member (guidance_folder_get_words (folder.english), key, "Please object once more.");
  guidance_folder_write (&folder);
  set = veto_guide_set_read_folder (folder.path, "en", &error);
  g_assert_no_error (error);
  return set;
}

/* What was sent counts no more: that is what is next, and the day of the first sending stays. */
static void
test_redo (void)
{
  CaseDesk self;
  GDate    day = case_go_back (5);
  g_autoptr(VetoGuideSet) set = NULL;

  case_open (&self);
  age_marks (&self, FALSE);
  case_show (&self);
  set = read_redo (&self, &day);
  veto_guidance_swap (self.scene.services.guidance, set);
  scene_settle (&self.scene);
  g_assert_true (case_shows (&self, "Please object once more."));
  g_assert_false (case_shows (&self, "New guidance")); /* it is said once */
  case_press (&self, "Continue");
  g_assert_cmpuint (veto_walk_get_index (get_walk (&self)), ==, 0);
  g_assert_cmpint (veto_walk_get_state (get_walk (&self)), ==, VETO_STEP_STATE_OPEN);
  scene_act (&self.scene, "win.close-walk", NULL);
  scene_settle (&self.scene);
  g_assert_cmpuint (case_count_events (&self), ==, 1);
  g_assert_true (case_shows (&self, "Request sent"));
  g_assert_true (case_shows (&self, "Please object once more."));
  case_close (&self);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    g_test_add_data_func (letters[i].name, &letters[i], test_letter);
  g_test_add_func ("/cases/next/choose-letter", test_choose_letter);
  g_test_add_func ("/cases/next/steps", test_steps);
  g_test_add_func ("/cases/next/no-mail", test_no_mail);
  g_test_add_func ("/cases/next/changed", test_changed);
  g_test_add_func ("/cases/next/redo", test_redo);
  return g_test_run ();
}
