/* Fills a data folder as a very busy person has it: for measuring the window on it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   many-cases FOLDER N_CASES N_EVENTS      FOLDER is what XDG_DATA_HOME is to be; events are for all cases together
 *
 * The cases are on the platforms that Veto comes with, in turns, each with an account of its own, and as different from each other
 * as those of people: sent by form or letter, confirmed, answered, overdue, reminded, or with notes alone. */
#include "veto-config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "store-fixture.h"
#include "veto-day.h"
#include "veto-guide-set.h"

/* What happened last decides; the notes before it are what makes a timeline long. */
typedef struct
{
  const char *kind;
  const char *data; /* nullable */
  guint       n_days_ago;
} Ending;

static const Ending endings[] = {
  { "sent", "{\"channel\":\"form\",\"goal\":\"object\"}", 10 },
  { "sent", "{\"channel\":\"email\",\"letter\":\"objection\",\"goal\":\"object\",\"regime\":\"gdpr\"}", 20 },
  { "sent", "{\"channel\":\"form\",\"goal\":\"object\"}", 60 },
  { "answer", "{\"reply\":\"granted\"}", 5 },
  { "answer", "{\"reply\":\"refused\"}", 5 },
  { "opened", NULL, 3 },
  { "note", NULL, 3 },
};

static void
add_event (GString *sql, guint i_case, guint i_event, const char *kind, const char *data, guint n_days_ago)
{
  g_autofree char *day = NULL;
  GDate            date;

  veto_day_today (&date);
  g_date_subtract_days (&date, n_days_ago);
  day = veto_day_dup_iso (&date);
  g_string_append_printf (sql,
                          "INSERT INTO events VALUES ('event-%u-%u', 'case-%u', '%s', '%s', %s, %s%s%s, %u);",
                          i_case, i_event, i_case, day, kind,
                          g_str_equal (kind, "note") ? "'Called them; nobody knew anything.'" : "NULL",
                          data != NULL ? "'" : "", data != NULL ? data : "NULL", data != NULL ? "'" : "",
                          1700000000 + i_event);
}

static void
add_case (GString *sql, VetoPlatform *platform, guint i_case, guint n_events)
{
  const Ending    *ending = &endings[i_case % G_N_ELEMENTS (endings)];
  guint            n_guides;
  const VetoGuide *guide = veto_platform_get_guides (platform, &n_guides);

  g_string_append_printf (sql,
                          "INSERT INTO accounts (id, person, platform, login, created)"
                          " VALUES ('account-%u', 'person', '%s', 'person%u@example.org', 1700000000);"
                          "INSERT INTO cases VALUES ('case-%u', 'account-%u', '%s', '%s', '%s', %u);",
                          i_case, veto_platform_get_id (platform), i_case, i_case, i_case,
                          veto_platform_get_id (platform), guide->goal, guide->id, 1700000000 + i_case);
  for (guint i = 0; i < n_events; i++)
    if (i + 1 < n_events)
      add_event (sql, i_case, i, i == 0 ? "sent" : "note",
                 i == 0 ? "{\"channel\":\"form\",\"goal\":\"object\"}" : NULL, 100 + n_events - i);
    else
      add_event (sql, i_case, i, ending->kind, ending->data, ending->n_days_ago);
}

int
main (int argc, char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  g_autoptr(GString) sql = g_string_new ("BEGIN; INSERT INTO people (id, name) VALUES ('person', 'Erika');");
  g_autofree char *folder = NULL, *path = NULL;
  guint            n_cases, n_events;

  if (argc != 4)
    {
      g_printerr ("usage: many-cases FOLDER N_CASES N_EVENTS\n");
      return 2;
    }
  n_cases = (guint) atoi (argv[2]);
  n_events = (guint) atoi (argv[3]);
  set = veto_guide_set_read_resource (VETO_RESOURCE_PREFIX "/guidance", "en", &error);
  g_assert_no_error (error);
  folder = g_build_filename (argv[1], "veto", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  fixture_close (fixture_open (folder, VETO_STORE_TOOL));
  for (guint i = 0; i < n_cases; i++)
    {
      VetoPlatform *platform = veto_guide_set_get_platform (set, i % veto_guide_set_get_n_platforms (set));

      add_case (sql, platform, i, n_events / n_cases);
    }
  g_string_append (sql, "COMMIT;");
  path = fixture_dup_path (folder, "");
  fixture_run_sql (path, sql->str);
  return 0;
}
