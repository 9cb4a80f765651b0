/* For tests of cases: a small guidance, and a book on a database of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-fixture.h"

#include "veto-agenda.h"
#include "veto-day.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static void
copy_changed (const char *to_folder, const char *name, const char *from, const char *to)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *source = g_build_filename (FIXTURES, "cases", name, NULL);
  g_autofree char *copy = g_build_filename (to_folder, name, NULL);
  g_autofree char *content = NULL;
  g_autoptr(GString) text = NULL;

  g_file_get_contents (source, &content, NULL, &error);
  g_assert_no_error (error);
  text = g_string_new (content);
  if (from != NULL)
    g_string_replace (text, from, to, 0);
  g_file_set_contents (copy, text->str, -1, &error);
  g_assert_no_error (error);
}

VetoGuideSet *
fixture_read_guidance (const char *from, const char *to)
{
  g_autoptr(GError) error = NULL;
  char            *folder = fixture_make_folder ();
  g_autofree char *text = g_build_filename (folder, "text", NULL);
  VetoGuideSet    *set;

  g_assert_cmpint (g_mkdir (text, 0700), ==, 0);
  copy_changed (folder, "guidance.json", from, to);
  copy_changed (folder, "text/en.json", from, to);
  set = veto_guide_set_read_folder (folder, "en", &error);
  g_assert_no_error (error);
  fixture_remove (folder);
  return set;
}

Desk
fixture_open_desk (const char *folder, const char *from, const char *to)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = fixture_read_guidance (from, to);
  Desk desk = { .folder = folder != NULL ? g_strdup (folder) : fixture_make_folder () };

  desk.store = fixture_open (desk.folder, VETO_STORE_TOOL);
  desk.guidance = veto_guidance_new (set);
  desk.book = veto_case_book_new (desk.store, desk.guidance, &error);
  g_assert_no_error (error);
  return desk;
}

void
fixture_close_desk (Desk *desk)
{
  g_assert_finalize_object (G_OBJECT (desk->book));
  g_assert_finalize_object (G_OBJECT (desk->guidance));
  fixture_close (desk->store);
}

void
fixture_reopen_desk (Desk *desk, const char *from, const char *to)
{
  g_autofree char *folder = desk->folder;

  fixture_close_desk (desk);
  *desk = fixture_open_desk (folder, from, to);
}

void
fixture_clear_desk (Desk *desk)
{
  fixture_close_desk (desk);
  fixture_remove (desk->folder);
}

VetoCase *
fixture_start_case (Desk *desk)
{
  g_autoptr(GError) error = NULL;
  VetoCase *item = veto_case_book_start (desk->book, FIXTURE_PLATFORM, FIXTURE_GOAL, FIXTURE_GUIDE, &error);

  g_assert_no_error (error);
  return item;
}

const VetoGuide *
fixture_get_guide (Desk *desk, const char *id)
{
  VetoPlatform *platform = veto_guidance_find (desk->guidance, FIXTURE_PLATFORM);

  g_assert_nonnull (platform);
  return veto_platform_find_guide (platform, id);
}

void
fixture_walk (Desk *desk, VetoCase *item, const char *guide_id, const char *steps)
{
  g_auto(GStrv) names = g_strsplit (steps, " ", -1);
  const VetoGuide *guide = fixture_get_guide (desk, guide_id);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      const char     *name = names[i] + strspn (names[i], "-?");
      const VetoStep *step = veto_guide_find_step (guide, name);
      VetoStepState   state = names[i][0] == '-'   ? VETO_STEP_STATE_SKIPPED
                              : names[i][0] == '?' ? VETO_STEP_STATE_OPEN
                                                   : VETO_STEP_STATE_DONE;

      g_assert_nonnull (step);
      g_assert_true (veto_progress_set_state (veto_case_get_progress (item), guide, step, state, &error));
      g_assert_no_error (error);
      g_assert_cmpint (veto_progress_get_state (veto_case_get_progress (item), guide, step), ==, state);
    }
}

static void
describe_steps (GString         *text,
                VetoProgress    *progress,
                const VetoGuide *guide,
                const VetoStep  *steps,
                guint            n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    {
      VetoStepState state = veto_progress_get_state (progress, guide, &steps[i]);

      if (state != VETO_STEP_STATE_OPEN)
        g_string_append_printf (text, " %s%s", state == VETO_STEP_STATE_SKIPPED ? "-" : "", steps[i].path);
    }
}

void
fixture_assert_done (Desk *desk, VetoCase *item, const char *expected)
{
  g_autoptr(GString) text = g_string_new ("");
  VetoPlatform    *platform = veto_guidance_find (desk->guidance, FIXTURE_PLATFORM);
  const VetoGuide *guides;
  guint            n_guides;

  guides = veto_platform_get_guides (platform, &n_guides);
  for (guint i = 0; i < n_guides; i++)
    {
      g_string_append_printf (text, "%s%s:", i > 0 ? "; " : "", guides[i].id);
      describe_steps (text, veto_case_get_progress (item), &guides[i], guides[i].steps, guides[i].n_steps);
      for (guint j = 0; j < guides[i].n_branches; j++)
        describe_steps (text, veto_case_get_progress (item), &guides[i], guides[i].branches[j].steps,
                        guides[i].branches[j].n_steps);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
count_cb (guint *counter)
{
  ++*counter;
}

static void
free_counter (gpointer data, GClosure *closure)
{
  g_free (data);
}

VetoObjection *
fixture_find_best (VetoObjections *objections)
{
  g_autoptr(VetoAgendaItem) best = NULL;
  GDate today;

  veto_day_today (&today);
  best = veto_agenda_find_best (G_LIST_MODEL (objections), &today);
  return best->item; /* the list holds it */
}

guint *
fixture_count_signal (gpointer object, const char *signal)
{
  guint *counter = g_new0 (guint, 1);

  g_signal_connect_data (object, signal, G_CALLBACK (count_cb), counter, free_counter, G_CONNECT_SWAPPED);
  return counter;
}

VetoEventDraft
fixture_draft (const char *day, VetoEventKind kind)
{
  VetoEventDraft made = { .kind = kind };

  g_assert_true (veto_day_parse (day, &made.day));
  return made;
}

char *
fixture_describe_timeline (VetoCase *item)
{
  GListModel *timeline = G_LIST_MODEL (veto_case_get_timeline (item));
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (timeline); i++)
    {
      g_autoptr(VetoEvent) event = g_list_model_get_item (timeline, i);
      g_autofree char *day = veto_day_dup_iso (veto_event_get_day (event));
      const GDate     *received = veto_event_get_received (event);
      g_autofree char *receipt = received != NULL ? veto_day_dup_iso (received) : NULL;

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", day,
                              veto_event_kind_get_id (veto_event_get_kind (event)));
      if (veto_event_get_kind (event) == VETO_EVENT_ANSWER)
        g_string_append_printf (text, "/%s", veto_reply_get_id (veto_event_get_reply (event)));
      if (veto_event_get_channel (event) != NULL)
        g_string_append_printf (text, " %s", veto_event_get_channel (event));
      if (receipt != NULL)
        g_string_append_printf (text, ">%s", receipt);
      if (veto_event_get_note (event) != NULL)
        g_string_append_printf (text, " “%s”", veto_event_get_note (event));
    }
  return g_string_free (text, FALSE);
}

GVariant *
fixture_add_event (VetoCase *item, const VetoEventDraft *what)
{
  g_autoptr(GError) error = NULL;
  GVariant *undo = NULL;

  veto_timeline_add (veto_case_get_timeline (item), what, &undo, &error);
  g_assert_no_error (error);
  return undo;
}
