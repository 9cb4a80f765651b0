/* What another program wrote is read when one comes back to the window; where that fails, it is said.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "scene.h"
#include "veto-window-private.h"

/* As another program. */
static void
run_sql (const char *sql)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "veto", "veto.db", NULL);
  sqlite3         *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* (transfer none) (nullable): the small window that says so; there is never more than one */
static GtkWindow *
find_told (Scene *scene)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();
  GtkWindow *found = NULL;

  for (GList *at = windows; at != NULL; at = at->next)
    if (at->data != scene->window
        && scene_find_label (at->data, "Veto cannot read its file any more") != NULL)
      {
        g_assert_null (found);
        found = at->data;
      }
  return found;
}

static void
come_back (Scene *scene)
{
  veto_window_refresh (scene->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  scene_settle (scene);
}

/* Once, not each time one comes back; and again only after it had worked. */
static void
test_cannot_read (void)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  g_autoptr(GError) error = NULL;
  Scene scene = { .services.guidance = veto_guidance_new (set) };

  veto_services_open (&scene.services, &error);
  g_assert_no_error (error);
  scene_show (&scene, 1060, 700);
  come_back (&scene);
  g_assert_null (find_told (&scene));
  for (guint i = 0; i < 2; i++)
    {
      run_sql ("ALTER TABLE steps RENAME TO lost");
      come_back (&scene);
      g_assert_nonnull (find_told (&scene));
      gtk_window_destroy (find_told (&scene));
      come_back (&scene);
      g_assert_null (find_told (&scene));
      run_sql ("ALTER TABLE lost RENAME TO steps");
      come_back (&scene);
      g_assert_null (find_told (&scene));
    }
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/refresh/cannot-read", test_cannot_read);
  return g_test_run ();
}
