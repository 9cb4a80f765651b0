/* A database as a busy person has it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "busy-person.h"

#include "store-fixture.h"

/* To be filled in: how many for each case. A request, notes, and a refusal in every third case. */
#define EVENTS                                                                                               \
  "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %u - 1)"                        \
  " INSERT INTO events SELECT lower (hex (randomblob (16))), c.id,"                                          \
  " date ('2026-01-05', (i * 7) || ' days'),"                                                                \
  " CASE WHEN i = 0 THEN 'sent' WHEN i = 30 AND c.rowid %% 3 = 0 THEN 'answer' ELSE 'note' END,"             \
  " 'They called, and said that a letter would come.',"                                                      \
  " CASE i WHEN 0 THEN json_object ('channel', 'post', 'goal', c.goal) WHEN 30 THEN "                        \
  "'{\"reply\":\"refused\"}'"                                                                                \
  " END, 1767600000 + i FROM cases c, n"

void
busy_person_fill (const char *folder, VetoGuideSet *set, guint n_cases, guint n_events)
{
  guint            n_platforms = veto_guide_set_get_n_platforms (set);
  VetoStore       *store = fixture_open (folder, VETO_STORE_TOOL);
  g_autofree char *path = fixture_dup_path (folder, ""), *sql = g_strdup_printf (EVENTS, n_events);

  for (guint i = 0; i < n_cases; i++)
    {
      VetoPlatform    *platform = veto_guide_set_get_platform (set, i % n_platforms);
      const char      *id = veto_platform_get_id (platform);
      g_autofree char *goal = i < n_platforms ? g_strdup ("object")
                                              : g_strdup_printf ("goal-%u", i / n_platforms);
      guint            n_guides;
      const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);
      g_autoptr(VetoStoreCase) row = veto_store_add_case (store, id, goal, guides[0].id, NULL);

      g_assert_nonnull (row);
    }
  fixture_close (store);
  fixture_run_sql (path, sql);
}
