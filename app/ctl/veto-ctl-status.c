/* vetoctl status: cases, and what is next in each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-case-change.h"
#include "veto-case-next.h"
#include "veto-ctl-cases.h"
#include "veto-ctl-json.h"
#include "veto-ctl-load.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"
#include "veto-ctl-words.h"
#include "veto-day.h"
#include "veto-guide-lines.h"

/* A case beside what the guidance says about it; platform and guide are NULL when it says nothing (any more). */
typedef struct
{
  VetoCase        *item; /* owned */
  VetoPlatform    *platform;
  const VetoGuide *guide;
  const VetoStep  *next;     /* nullable: no step is next, but perhaps a letter, or to wait */
  char            *sentence; /* what is next */
  guint            n_finished;
  GPtrArray       *changed; /* of VetoStep: done, and described differently by now */
  VetoCaseChange  *change;  /* nullable: what that means */
} Entry;

static void
clear_entry (Entry *entry)
{
  g_clear_object (&entry->item);
  g_clear_pointer (&entry->sentence, g_free);
  g_clear_pointer (&entry->changed, g_ptr_array_unref);
  g_clear_pointer (&entry->change, veto_case_change_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, clear_entry)

static void
collect_changed (Entry *entry, const VetoStep *steps, guint n_steps)
{
  VetoProgress *progress = veto_case_get_progress (entry->item);

  for (guint i = 0; i < n_steps; i++)
    if (veto_progress_is_outdated (progress, entry->guide, &steps[i]))
      g_ptr_array_add (entry->changed, (gpointer) &steps[i]);
}

/* The same words as in the window. */
static void
find_next (Entry *entry)
{
  g_autoptr(VetoNext) next = NULL;
  GDate today;

  veto_day_today (&today);
  next = veto_case_compute_next (entry->item, &today);
  entry->sentence = g_strdup (next->sentence);
  if (entry->guide != NULL && next->step != NULL)
    entry->next = veto_progress_get_next (veto_case_get_progress (entry->item), entry->guide);
}

/* @item: (transfer full) */
static void
init_entry (Entry *entry, VetoCase *item, VetoGuideSet *set)
{
  VetoProgress *progress = veto_case_get_progress (item);

  entry->item = item;
  entry->changed = g_ptr_array_new ();
  entry->change = veto_case_compute_change (item);
  entry->platform = veto_guide_set_find_platform (set, veto_case_get_platform (item));
  if (entry->platform != NULL)
    entry->guide = veto_platform_find_guide (entry->platform, veto_case_get_guide (item));
  find_next (entry);
  if (entry->guide == NULL)
    return;

  entry->n_finished = veto_progress_count_finished (progress, entry->guide);
  collect_changed (entry, entry->guide->steps, entry->guide->n_steps);
  for (guint i = 0; i < entry->guide->n_branches; i++)
    collect_changed (entry, entry->guide->branches[i].steps, entry->guide->branches[i].n_steps);
}

static void
set_next (JsonBuilder *builder, const VetoStep *next)
{
  json_builder_set_member_name (builder, "next");
  if (next == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "step", next->path);
  veto_ctl_set_text (builder, "title", next->title);
  json_builder_end_object (builder);
}

static void
set_change (JsonBuilder *builder, const VetoCaseChange *change)
{
  json_builder_set_member_name (builder, "change");
  if (change == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "kind", veto_case_change_kind_get_id (change->kind));
  veto_ctl_set_text (builder, "sentence", change->sentence);
  json_builder_end_object (builder);
}

static void
set_entry (JsonBuilder *builder, const Entry *entry)
{
  VetoCase        *item = entry->item;
  g_autofree char *whose = veto_ctl_dup_whose (item);

  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "id", veto_case_get_id (item));
  veto_ctl_set_text (builder, "platform", veto_case_get_platform (item));
  veto_ctl_set_text (builder, "goal", veto_case_get_goal (item));
  veto_ctl_set_text (builder, "guide", veto_case_get_guide (item));
  veto_ctl_set_text (builder, "state", veto_case_state_get_id (veto_case_get_state (item)));
  veto_ctl_set_text (builder, "login", veto_case_get_login (item));
  veto_ctl_set_text (builder, "account", veto_case_get_account (item));
  veto_ctl_set_text (builder, "whose", *whose != '\0' ? whose : NULL);
  veto_ctl_set_number (builder, "steps_done", entry->n_finished);
  veto_ctl_set_number (builder, "steps", entry->guide != NULL ? entry->guide->n_steps : 0);
  set_next (builder, entry->next);
  json_builder_set_member_name (builder, "changed");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entry->changed->len; i++)
    json_builder_add_string_value (builder, ((const VetoStep *) entry->changed->pdata[i])->path);
  json_builder_end_array (builder);
  set_change (builder, entry->change);
  json_builder_end_object (builder);
}

static void
add_steps (GString *page, const Entry *entry)
{
  g_autofree char *way = veto_guide_fill_for_anybody (entry->guide->title, entry->platform);

  /* Translators: %s is the title of a guide */
  veto_ctl_page_add_format (page, 2, "", _ ("Way: %s"), way);
  veto_ctl_page_add (page, 2, "", entry->sentence);
  for (guint i = 0; i < entry->changed->len; i++)
    {
      const VetoStep  *step = entry->changed->pdata[i];
      g_autofree char *title = veto_guide_fill_for_anybody (step->title, entry->platform);

      /* Translators: %s is the title of a step */
      veto_ctl_page_add_format (page, 2, "", _ ("Changed since you did it: %s"), title);
    }
}

static void
add_entry (GString *page, const Entry *entry)
{
  VetoCase        *item = entry->item;
  const char      *name = veto_case_get_name (item);
  const char      *state = veto_case_state_get_name (veto_case_get_state (item));
  g_autofree char *whose = veto_ctl_dup_whose (item);

  veto_ctl_page_add_gap (page);
  if (entry->guide != NULL && (entry->n_finished > 0 || veto_case_get_state (item) < VETO_CASE_SENT))
    /* Translators: a platform, the state of what the person does about it, and how far it is */
    veto_ctl_page_add_format (page, 0, "", _ ("%1$s: %2$s, %3$u of %4$u steps"), name, state,
                              entry->n_finished, entry->guide->n_steps);
  else
    veto_ctl_page_add_format (page, 0, "", _ ("%1$s: %2$s"), name, state);
  if (*whose != '\0')
    /* Translators: %s is an account: the e-mail address, or what the person calls it; another person's name before it */
    veto_ctl_page_add_format (page, 2, "", _ ("Account: %s"), whose);
  if (entry->guide != NULL)
    {
      add_steps (page, entry);
      if (entry->change != NULL)
        veto_ctl_page_add (page, 2, "", entry->change->sentence);
    }
  else if (veto_case_get_company (item) != NULL)
    veto_ctl_page_add (page, 2, "", entry->sentence); /* of a company there are no steps */
  else
    /* Translators: %s is the id of a guide */
    veto_ctl_page_add_format (page, 2, "", _ ("The guidance does not describe this way (any more): %s"),
                              veto_case_get_guide (item));
}

static void
add_beginning (GString *page, VetoGuideSet *set)
{
  const char *id = veto_platform_get_id (veto_guide_set_get_platform (set, 0)); /* there is at least one */

  veto_ctl_page_add (page, 0, "", _ ("You have not begun to object anywhere yet. To begin:"));
  veto_ctl_page_add_format (page, 2, "", "veto --platform %s", id);
  veto_ctl_page_add (page, 0, "", _ ("Or, without a window, read the steps:"));
  veto_ctl_page_add_format (page, 2, "", "vetoctl guide %s", id);
}

static int
print_book (GListModel *book, VetoGuideSet *set, gboolean json)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GString) page = g_string_new (NULL);
  guint n_cases = g_list_model_get_n_items (book);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "cases");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_cases; i++)
    {
      g_auto(Entry) entry = { 0 };

      init_entry (&entry, g_list_model_get_item (book, i), set);
      set_entry (builder, &entry);
      add_entry (page, &entry);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (n_cases == 0)
    add_beginning (page, set);
  return json ? veto_ctl_print_json (builder) : veto_ctl_print (page->str);
}

static int
run (const VetoCtl *ctl)
{
  g_autoptr(VetoGuideSet) set = veto_ctl_load_guidance (ctl);
  g_autoptr(VetoCaseBook) book = set != NULL ? veto_ctl_load_cases (ctl, set) : NULL;

  return book != NULL ? print_book (G_LIST_MODEL (book), set, ctl->json) : VETO_CTL_FAILED;
}

const VetoCtlCommand veto_ctl_status = {
  .name = "status",
  .arguments = "",
  .lists = TRUE,
  .summary = N_ ("Your cases, and what is next in each."),
  .details = N_ (
    "Only reads: it may run beside the window, and a database that cannot be used stays as it is. Steps that "
    "the guidance describes differently since you did them are named."),
  .run = run,
};
