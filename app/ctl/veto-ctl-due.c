/* vetoctl due: until when companies have to answer, and what is next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-case-deadline.h"
#include "veto-case-next.h"
#include "veto-ctl-cases.h"
#include "veto-ctl-json.h"
#include "veto-ctl-load.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"
#include "veto-day.h"

/* A case that has a deadline. */
typedef struct
{
  VetoCase         *item;     /* owned */
  VetoPlatform     *platform; /* nullable */
  VetoCaseDeadline *deadline;
  VetoNext         *next;
  VetoCaseState     state;
  int               n_left; /* days until the last day; negative when it is over */
} Entry;

static void
free_entry (Entry *entry)
{
  g_clear_object (&entry->item);
  g_clear_pointer (&entry->deadline, veto_case_deadline_free);
  g_clear_pointer (&entry->next, veto_next_free);
  g_free (entry);
}

/* What is over comes first. */
static int
compare_entries (gconstpointer left, gconstpointer right)
{
  const Entry *a = *(Entry *const *) left, *b = *(Entry *const *) right;

  return a->n_left != b->n_left ? a->n_left - b->n_left
                                : g_strcmp0 (veto_case_get_id (a->item), veto_case_get_id (b->item));
}

/* Returns: (transfer full) (element-type Entry) */
static GPtrArray *
collect_entries (GListModel *book, VetoGuideSet *set)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  GDate      today;

  veto_day_today (&today);
  for (guint i = 0; i < g_list_model_get_n_items (book); i++)
    {
      g_autoptr(VetoCase) item = g_list_model_get_item (book, i);
      g_autoptr(VetoCaseDeadline) deadline = veto_case_compute_deadline (item);
      Entry *entry;

      if (deadline == NULL)
        continue;
      entry = g_new0 (Entry, 1);
      entry->platform = veto_guide_set_find_platform (set, veto_case_get_platform (item));
      entry->n_left = -veto_day_age (&deadline->sum->due, &today);
      entry->state = veto_case_compute_state (item, &today);
      entry->next = veto_case_compute_next (item, &today);
      entry->deadline = g_steal_pointer (&deadline);
      entry->item = g_steal_pointer (&item);
      g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

static void
set_next (JsonBuilder *builder, const VetoNext *next)
{
  json_builder_set_member_name (builder, "next");
  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "action", veto_next_action_get_id (next->action));
  veto_ctl_set_text (builder, "sentence", next->sentence);
  veto_ctl_set_day (builder, "day", &next->day);
  veto_ctl_set_text (builder, "step", next->step);
  veto_ctl_set_text (builder, "branch", next->branch);
  veto_ctl_set_text (builder, "letter", next->letter);
  json_builder_end_object (builder);
}

static void
set_entry (JsonBuilder *builder, const Entry *entry)
{
  const VetoCaseDeadline *deadline = entry->deadline;
  g_autofree char        *words = veto_case_deadline_dup_words (deadline);
  g_autofree char        *whose = veto_ctl_dup_whose (entry->item);

  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "id", veto_case_get_id (entry->item));
  veto_ctl_set_text (builder, "platform", veto_case_get_platform (entry->item));
  veto_ctl_set_text (builder, "goal", veto_case_get_goal (entry->item));
  veto_ctl_set_text (builder, "account", veto_case_get_account (entry->item));
  veto_ctl_set_text (builder, "whose", *whose != '\0' ? whose : NULL);
  veto_ctl_set_text (builder, "state", veto_case_state_get_id (entry->state));
  veto_ctl_set_text (builder, "kind", veto_case_deadline_kind_get_id (deadline->kind));
  veto_ctl_set_day (builder, "sent", &deadline->sent);
  veto_ctl_set_day (builder, "received", &deadline->sum->received);
  veto_ctl_set_flag (builder, "received_known", deadline->is_received_known);
  veto_ctl_set_flag (builder, "extended", deadline->is_extended);
  veto_ctl_set_day (builder, "due", &deadline->sum->due);
  json_builder_set_member_name (builder, "days_left");
  json_builder_add_int_value (builder, entry->n_left);
  veto_ctl_set_text (builder, "sum", words);
  set_next (builder, entry->next);
  json_builder_end_object (builder);
}

static char *
dup_distance (int n_left)
{
  if (n_left == 0)
    return g_strdup (_ ("today"));
  if (n_left > 0)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) n_left), n_left);
  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -n_left), -n_left);
}

static void
add_entry (GString *page, const Entry *entry)
{
  const char      *name = veto_case_get_name (entry->item);
  g_autofree char *whose = veto_ctl_dup_whose (entry->item);
  g_autofree char *due = veto_day_dup_display_weekday (&entry->deadline->sum->due);
  g_autofree char *distance = dup_distance (entry->n_left);
  g_autofree char *words = veto_case_deadline_dup_words (entry->deadline);

  veto_ctl_page_add_gap (page);
  veto_ctl_page_add_format (page, 0, "", _ ("%1$s: %2$s"), name, veto_case_state_get_name (entry->state));
  if (*whose != '\0')
    /* Translators: %s is an account: the e-mail address, or what the person calls it; another person's name before it */
    veto_ctl_page_add_format (page, 2, "", _ ("Account: %s"), whose);
  /* Translators: the last day on which an answer is in time, and how far that is: “in 3 days” */
  veto_ctl_page_add_format (page, 2, "", _ ("Last day for the answer: %1$s (%2$s)"), due, distance);
  veto_ctl_page_add (page, 2, "", words);
  veto_ctl_page_add (page, 2, "→ ", entry->next->sentence);
  if (entry->next->letter != NULL)
    veto_ctl_page_add_format (page, 4, "", "vetoctl letter %s", entry->next->letter);
}

static int
print_entries (GPtrArray *entries, gboolean json)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GString) page = g_string_new (NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "cases");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      set_entry (builder, g_ptr_array_index (entries, i));
      add_entry (page, g_ptr_array_index (entries, i));
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (entries->len == 0)
    veto_ctl_page_add (page, 0, "", _ ("You are not waiting for an answer that has a last day."));
  return json ? veto_ctl_print_json (builder) : veto_ctl_print (page->str);
}

static int
run (const VetoCtl *ctl)
{
  g_autoptr(VetoGuideSet) set = veto_ctl_load_guidance (ctl);
  g_autoptr(VetoCaseBook) book = set != NULL ? veto_ctl_load_cases (ctl, set) : NULL;
  g_autoptr(GPtrArray) entries = book != NULL ? collect_entries (G_LIST_MODEL (book), set) : NULL;

  return entries != NULL ? print_entries (entries, ctl->json) : VETO_CTL_FAILED;
}

const VetoCtlCommand veto_ctl_due = {
  .name = "due",
  .arguments = "",
  .lists = TRUE,
  .summary = N_ ("Until when companies have to answer you, and what is next."),
  .details = N_ ("Only cases in which a time is running or over, what is over first, each with the sum. Only "
                 "reads: it may run beside the window."),
  .run = run,
};
