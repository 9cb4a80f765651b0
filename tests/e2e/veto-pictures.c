/* Takes pictures of Veto as somebody sees it who opens it for the first time and walks through the form.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   tests/support/with-desktop veto-pictures FOLDER             numbered, in the language of the surroundings
 *   tests/support/with-desktop veto-pictures --readme FILE.png  the one of the README: the overview, in English, half-way
 *   tests/support/with-desktop veto-pictures --catalogue FOLDER those that the AppStream file names, in English
 *
 * The program is app/veto in the same build folder, or what VETO_TEST_PROGRAM names. Exits with 0 when every picture is
 * there. The person has an empty home and a browser that only writes down what it was given. */

#include "veto-walker.h"

#define README_WIDTH 1060
#define README_HEIGHT 700
#define CATALOGUE_WIDTH 1000 /* as wide as Flathub likes it, with room for two columns */
#define CATALOGUE_HEIGHT 640

typedef struct
{
  VetoWalker *walker;
  const char *folder;
  guint       n_taken;
} Album;

/* Takes the next picture, FOLDER/NN-@name.png, and says so. */
static void
take_picture (Album *album, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%02u-%s.png", ++album->n_taken, name);
  g_autofree char *path = g_build_filename (album->folder, file, NULL);

  veto_driver_take_picture (album->walker->driver, path);
  g_print ("%s\n", path);
}

/* Each step as it is found; what opens something also after it was opened, because that is when the next address is there */
static void
walk (Album *album)
{
  VetoWalker *walker = album->walker;

  veto_walker_press (walker, WORD_STEP_BY_STEP, NULL);
  for (guint i = 0; i < walker->guide->steps->len; i++)
    {
      const WalkStep *step = walk_steps_get (walker->guide->steps, i);

      veto_walker_expect_step (walker, step);
      take_picture (album, step->id);
      veto_walker_do_step (walker, step);
    }
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_PLATFORM_DONE, walker->platform->name, NULL);
  take_picture (album, "finish");
  veto_walker_press (walker, WORD_FINISH, NULL);
}

static void
take_pictures (VetoWalker *walker, const char *folder)
{
  Album            album = { .walker = walker, .folder = folder };
  g_autofree char *overview = walker_dup_words (walker->language, WORD_OVERVIEW, NULL, NULL);

  veto_walker_start (walker, NULL);
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_START, NULL, NULL);
  take_picture (&album, "overview");
  veto_walker_open_platform (walker);
  take_picture (&album, walker->platform->id);
  walk (&album);
  veto_driver_press (walker->driver, VETO_KIND_ROW, overview);
  veto_walker_expect_finished (walker);
  take_picture (&album, "overview-afterwards");
}

static void
take_readme_picture (VetoWalker *walker, const char *path)
{
  veto_walker_start (walker, NULL);
  veto_driver_resize (walker->driver, README_WIDTH, README_HEIGHT);
  veto_walker_walk_to (walker, 3);
  veto_walker_press (walker, WORD_STOP_HERE, NULL);
  veto_walker_expect_place (walker, WORD_NEXT_FINISH, 3, walk_steps_get (walker->guide->steps, 3));
  veto_driver_take_picture (walker->driver, path);
  g_print ("%s\n", path);
}

static void
take_as (VetoWalker *walker, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  veto_driver_take_picture (walker->driver, path);
  g_print ("%s\n", path);
}

static void
take_for_catalogue (VetoWalker *walker, const char *folder)
{
  g_autofree char *login = walker_dup_words (walker->language, WORD_LOGIN, NULL, NULL);

  veto_walker_start (walker, NULL);
  veto_driver_resize (walker->driver, CATALOGUE_WIDTH, CATALOGUE_HEIGHT);
  veto_walker_walk_to (walker, 1);
  veto_driver_fill (walker->driver, login, walker->login);
  take_as (walker, folder, "step.png");
  veto_walker_press (walker, WORD_DONE_NEXT, NULL);
  veto_walker_expect_step (walker, walk_steps_get (walker->guide->steps, 2));
  veto_walker_press (walker, WORD_STOP_HERE, NULL);
  veto_walker_expect_place (walker, WORD_NEXT_FINISH, 4, walk_steps_get (walker->guide->steps, 2));
  take_as (walker, folder, "overview.png");
  veto_walker_write_letter (walker);
  veto_driver_scroll_to (walker->driver, VETO_KIND_LABEL, "Your name");
  take_as (walker, folder, "letter.png");
}

/* Returns: what the person reads, of what Veto speaks */
static const char *
get_language (void)
{
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");

  return g_str_has_prefix (names[0], "de") ? "de" : "en";
}

/* As GNOME has it where nobody changed anything: its letters, and one button on a window */
static void
make_look (VetoDriver *driver)
{
  g_autofree char *path =
    g_build_filename (veto_driver_get_home (driver), "config", "gtk-4.0", "settings.ini", NULL);
  g_autofree char *before = NULL, *now = NULL;

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  now = g_strconcat (before, "gtk-font-name=Cantarell 11\ngtk-decoration-layout=appmenu:close\n", NULL);
  g_assert_true (g_file_set_contents (path, now, -1, NULL));
}

typedef struct
{
  const char *option; /* NULL: none */
  void (*take) (VetoWalker *walker, const char *path);
  gboolean is_folder; /* whether @path is made */
} Kind;

static const Kind kinds[] = {
  { NULL, take_pictures, TRUE },
  { "--readme", take_readme_picture, FALSE },
  { "--catalogue", take_for_catalogue, TRUE },
};

static int
run (const Kind *kind, const char *path)
{
  g_autoptr(VetoWalker) walker = kind->option == NULL ? veto_walker_new (get_language ()) : NULL;

  if (walker == NULL)
    walker = veto_walker_new ("en"); /* also where the language is asked for, but its locale is not there */
  walker->login = "kim@example.org";
  make_look (walker->driver);
  kind->take (walker, path);
  return veto_driver_quit (walker->driver);
}

int
main (int argc, char *argv[])
{
  g_autofree char *here = g_path_get_dirname (argv[0]);
  g_autofree char *beside = g_build_filename (here, "..", "..", "app", "veto", NULL);
  const char      *option = argc == 3 ? argv[1] : NULL;
  const Kind      *kind = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].option, option) == 0)
      kind = &kinds[i];
  if (kind == NULL || argc < 2)
    {
      g_printerr ("usage: veto-pictures FOLDER | --readme FILE.png | --catalogue FOLDER\n");
      return 2;
    }
  if (kind->is_folder && g_mkdir_with_parents (argv[argc - 1], 0777) != 0)
    {
      g_printerr ("veto-pictures: the folder %s cannot be made\n", argv[argc - 1]);
      return 1;
    }
  g_setenv ("VETO_TEST_PROGRAM", beside, FALSE);
  return run (kind, argv[argc - 1]);
}
