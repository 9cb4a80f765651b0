/* vetoctl check-updates: asks for newer guidance, and keeps it for the window as well.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-ctl-feed.h"
#include "veto-ctl-json.h"
#include "veto-ctl-load.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"
#include "veto-day.h"

/* What came of it. */
typedef struct
{
  VetoUpdater      *updater;
  VetoGuideSet     *set; /* nullable: the guidance is the same as before */
  VetoUpdateOutcome outcome;
  GError           *error;
} Look;

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **out = data;
  *out = g_object_ref (result);
}

static void
look_now (Look *self)
{
  g_autoptr(GAsyncResult) result = NULL;

  veto_updater_check_async (self->updater, NULL, looked_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->set = veto_updater_check_finish (self->updater, result, &self->outcome, &self->error);
}

static const char *
get_outcome_id (const Look *self)
{
  static const char *const ids[] = {
    [VETO_UPDATE_CURRENT] = "current",
    [VETO_UPDATE_NEW] = "new",
    [VETO_UPDATE_WITHDRAWN] = "withdrawn",
  };
  return self->error != NULL ? "failed" : ids[self->outcome];
}

static const char *
get_source_id (VetoUpdateSource source)
{
  static const char *const ids[] = {
    [VETO_UPDATE_SOURCE_BUILT_IN] = "builtin",
    [VETO_UPDATE_SOURCE_DISK] = "disk",
    [VETO_UPDATE_SOURCE_NETWORK] = "network",
  };
  return ids[source];
}

static void
set_time (JsonBuilder *builder, const char *member, gint64 time)
{
  g_autofree char *text = time != 0 ? veto_ctl_feed_dup_time (time) : NULL;

  veto_ctl_set_text (builder, member, text);
}

static int
print_json (const Look *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "outcome", get_outcome_id (self));
  veto_ctl_set_text (builder, "code",
                     self->error != NULL ? veto_update_problem_get_id (self->error)
                                         : veto_updater_get_last_problem (self->updater));
  veto_ctl_set_text (builder, "message", self->error != NULL ? self->error->message : NULL);
  veto_ctl_set_number (builder, "version", veto_updater_get_version (self->updater));
  veto_ctl_set_number (builder, "root", veto_updater_get_root_version (self->updater));
  veto_ctl_set_text (builder, "source", get_source_id (veto_updater_get_source (self->updater)));
  set_time (builder, "created", veto_updater_get_created (self->updater));
  set_time (builder, "expires", veto_updater_get_expires (self->updater));
  veto_ctl_set_flag (builder, "clock_suspect", veto_updater_doubts_clock (self->updater));
  json_builder_end_object (builder);
  return veto_ctl_print_json (builder);
}

/* (transfer full): when the guidance in use was made, for a person */
static char *
dup_day (const Look *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GDate day;

  return veto_day_of_instant (veto_updater_get_created (self->updater), zone, &day)
           ? veto_day_dup_display (&day)
           : g_strdup (_ ("an unknown day"));
}

static void
say_problem (const Look *self)
{
  const char      *id = veto_update_problem_get_id (self->error);
  g_autofree char *text = NULL;
  GDate            today;

  veto_day_today (&today);
  text = veto_update_problem_dup_text (id, veto_updater_get_created (self->updater), &today);
  /* Translators: %1$s is what happened, %2$s what it means and what to do, %3$s a detail */
  veto_ctl_say (_ ("%1$s. %2$s (%3$s)"), veto_update_problem_get_title (id), text, self->error->message);
}

static int
print_text (const Look *self)
{
  g_autofree char *day = dup_day (self);
  g_autoptr(GString) page = g_string_new (NULL);

  switch (self->outcome)
    {
    case VETO_UPDATE_NEW:
      /* Translators: %s is a day, such as 12 November 2026 */
      veto_ctl_page_add_format (page, 0, "", _ ("There was new guidance, of %s. It is in use from now on."),
                                day);
      break;
    case VETO_UPDATE_WITHDRAWN:
      veto_ctl_page_add_format (page, 0, "",
                                /* Translators: %s is a day, such as 12 November 2026 */
                                _ ("Some guidance was withdrawn: its publishers took it back. Guidance of %s "
                                   "is in "
                                   "use from now on."),
                                day);
      break;
    case VETO_UPDATE_CURRENT:
    default:
      /* Translators: %s is a day, such as 12 November 2026 */
      veto_ctl_page_add_format (page, 0, "", _ ("You have the newest guidance. It is of %s."), day);
      break;
    }
  return veto_ctl_print (page->str);
}

static int
run (const VetoCtl *ctl)
{
  Look look = { .updater = veto_ctl_make_updater (ctl) };
  g_autoptr(VetoGuideSet) set = veto_updater_load (look.updater, &look.error);
  int code = VETO_CTL_DONE;

  if (set != NULL)
    look_now (&look);
  if (look.error != NULL)
    say_problem (&look);
  if (ctl->json)
    code = print_json (&look);
  else if (look.error == NULL)
    code = print_text (&look);
  if (look.error != NULL)
    code = VETO_CTL_FAILED;
  g_clear_object (&look.set);
  g_clear_object (&look.updater);
  g_clear_error (&look.error);
  return code;
}

const VetoCtlCommand veto_ctl_check_updates = {
  .name = "check-updates",
  .arguments = "",
  .lists = TRUE,
  .summary = N_ ("Ask over the network whether there is new guidance."),
  .details =
    N_ ("It is downloaded, checked and kept, for the window as well. This is the only one of these commands, "
        "but for those for publishers, that opens a connection. What it sends says nothing about you."),
  .run = run,
};
