/* One search over everything: what is found, how one gets there, and that it stays quick with very much.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "scene.h"
#include "veto-company-page.h"
#include "veto-help-page.h"
#include "veto-platform-page.h"
#include "veto-search-page.h"
#include "veto-search.h"
#include "veto-wizard.h"

#define WIDTH 1060
#define HEIGHT 700

static void
open_scene (Scene *scene)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  scene_open (scene, set, WIDTH, HEIGHT);
}

static GtkWidget *
find (Scene *scene, GType type)
{
  return scene_find (GTK_WIDGET (scene->window), type);
}

/* Shows the page and types @words into the entry that has the keyboard. */
static GtkWidget *
look_for (Scene *scene, const char *words)
{
  GtkWidget *page, *entry;

  scene_act (scene, "win.search", NULL);
  scene_settle (scene);
  page = find (scene, VETO_TYPE_SEARCH_PAGE);
  entry = scene_find (page, GTK_TYPE_SEARCH_ENTRY);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (scene->window)), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  scene_settle (scene);
  return page;
}

static void
open_row (Scene *scene, GtkWidget *page, const char *title)
{
  GtkWidget *label = scene_find_label (page, title);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX), "row-activated",
                         gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW));
  scene_settle (scene);
}

static void
test_service (void)
{
  Scene         scene;
  VetoPlatform *platform;
  GtkWidget    *page;

  open_scene (&scene);
  platform = scene_get_platform (&scene, 1);
  page = look_for (&scene, veto_platform_get_name (platform));
  g_assert_nonnull (scene_find_label (page, "Services"));
  open_row (&scene, page, veto_platform_get_name (platform));
  g_assert_cmpstr (veto_platform_page_get_id (VETO_PLATFORM_PAGE (find (&scene, VETO_TYPE_PLATFORM_PAGE))),
                   ==, veto_platform_get_id (platform));
  scene_close (&scene);
}

/* A way, by a word of its title and one of its service */
static void
test_guide (void)
{
  Scene            scene;
  VetoPlatform    *platform;
  const VetoGuide *guides;
  guint            n_guides;
  GtkWidget       *page;
  g_autofree char *words = NULL;

  open_scene (&scene);
  platform = scene_get_platform (&scene, 0);
  guides = veto_platform_get_guides (platform, &n_guides);
  words = g_strdup_printf ("%s %s", veto_platform_get_name (platform), guides[n_guides - 1].title);
  page = look_for (&scene, words);
  open_row (&scene, page, guides[n_guides - 1].title);
  g_assert_cmpstr (veto_walk_get_guide (veto_wizard_get_walk (VETO_WIZARD (find (&scene, VETO_TYPE_WIZARD))))
                     ->id,
                   ==, guides[n_guides - 1].id);
  scene_close (&scene);
}

/* A company without a guide, by one of its services, in capitals */
static void
test_company (void)
{
  Scene                 scene;
  const VetoController *controllers;
  guint                 n, i = 0;
  GtkWidget            *page;
  g_autofree char      *words = NULL;

  open_scene (&scene);
  controllers = veto_guide_set_get_controllers (veto_guidance_get_set (scene.services.guidance), &n);
  for (guint j = 0; j < n; j++)
    if (controllers[j].services[0] != NULL && controllers[j].services[1] == NULL)
      i = j;
  words = g_utf8_strup (controllers[i].services[0], -1);
  page = look_for (&scene, words);
  g_assert_nonnull (scene_find_label (page, "Companies"));
  open_row (&scene, page, controllers[i].name);
  g_assert_nonnull (find (&scene, VETO_TYPE_COMPANY_PAGE));
  scene_close (&scene);
}

/* What somebody has begun, by the marks that they leave out */
static void
test_case (void)
{
  Scene      scene;
  GtkWidget *page;
  g_autoptr(GError) error = NULL;

  open_scene (&scene);
  veto_case_set_value (scene_start_case (&scene, 0), "account.login", "müller@example.org", &error);
  g_assert_no_error (error);
  page = look_for (&scene, "muller");
  g_assert_nonnull (scene_find_label (page, "1 entry was found."));
  g_assert_nonnull (scene_find_label (page, "My objections"));
  scene_close (&scene);
}

/* A letter, by its title; and each kind of thing beside the others */
static void
test_letter (void)
{
  Scene           scene;
  VetoLetterBook *letters;
  VetoLetterKind *kind;
  GtkWidget      *page;
  g_autoptr(VetoSavedLetter) saved = NULL;
  g_autoptr(VetoLetter) letter = NULL;
  g_autoptr(GError) error = NULL;

  open_scene (&scene);
  letters = scene.services.letters;
  kind = veto_guide_set_get_letter (veto_guidance_get_set (scene.services.guidance), 0);
  saved = veto_letter_book_start (letters, veto_letter_kind_get_id (kind), NULL);
  letter = veto_letter_book_open (letters, saved, kind, NULL, &error);
  g_assert_no_error (error);
  veto_saved_letter_set_draft (saved, VETO_DRAFT_CONTROLLER, "Somewhere");
  veto_letter_book_save (letters, saved, letter, &error);
  g_assert_no_error (error);
  page = look_for (&scene, veto_saved_letter_get_title (saved));
  g_assert_nonnull (scene_find_label (page, "My letters"));
  g_assert_nonnull (scene_find_label (page, veto_saved_letter_get_title (saved)));
  scene_close (&scene);
}

/* By a word that is only in the text of a topic; and back to the same search afterwards */
static void
test_help (void)
{
  Scene      scene;
  GtkWidget *page;

  open_scene (&scene);
  page = look_for (&scene, "keyring");
  open_row (&scene, page, "Accounts and passwords");
  g_assert_cmpstr (veto_help_page_get_topic (VETO_HELP_PAGE (find (&scene, VETO_TYPE_HELP_PAGE))), ==,
                   "accounts");
  scene_act (&scene, "win.back", NULL);
  scene_settle (&scene);
  page = find (&scene, VETO_TYPE_SEARCH_PAGE);
  g_assert_nonnull (page);
  g_assert_nonnull (scene_find_label (page, "Accounts and passwords"));
  scene_close (&scene);
}

/* Never an empty page: what one can do instead. */
static void
test_nothing (void)
{
  Scene      scene;
  GtkWidget *page;

  open_scene (&scene);
  page = look_for (&scene, "");
  g_assert_nonnull (scene_find_label (page, "Type a name or a word"));
  g_assert_null (scene_find_label (page, "Add a service"));
  page = look_for (&scene, "xqzxqz");
  g_assert_nonnull (scene_find_label (page, "Nothing was found."));
  g_assert_nonnull (scene_find_label (page, "Add a service"));
  page = look_for (&scene, "   ");
  g_assert_nonnull (scene_find_label (page, "Type a name or a word"));
  scene_close (&scene);
}

/* Enter opens the best one. */
static void
test_enter (void)
{
  Scene         scene;
  VetoPlatform *platform;
  GtkWidget    *page;

  open_scene (&scene);
  platform = scene_get_platform (&scene, 2);
  page = look_for (&scene, veto_platform_get_name (platform));
  g_signal_emit_by_name (scene_find (page, GTK_TYPE_SEARCH_ENTRY), "activate");
  scene_settle (&scene);
  g_assert_nonnull (find (&scene, VETO_TYPE_PLATFORM_PAGE));
  scene_close (&scene);
}

static void
count_row (GtkWidget *widget, gpointer n_rows)
{
  *(guint *) n_rows += GTK_IS_LIST_BOX_ROW (widget);
}

/* From the page of a company with a case, where one was at something that another company's page does not have */
static void
test_another_company (void)
{
  Scene                 scene;
  const VetoController *companies;
  guint                 n;
  g_autofree char      *place = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *page, *button, *focus;

  open_scene (&scene);
  companies = veto_guide_set_get_controllers (veto_guidance_get_set (scene.services.guidance), &n);
  place = g_strconcat (VETO_STORE_COMPANY, companies[0].id, NULL);
  g_assert_nonnull (veto_case_book_start (scene.services.book, place, "object", "letter", &error));
  g_assert_no_error (error);
  scene_act (&scene, "win.platform", "s", place);
  scene_settle (&scene);
  button = scene_find_label (find (&scene, VETO_TYPE_COMPANY_PAGE), "Remove from my objections");
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_ancestor (button, GTK_TYPE_BUTTON)));

  page = look_for (&scene, companies[n - 1].name);
  open_row (&scene, page, companies[n - 1].name);
  page = find (&scene, VETO_TYPE_COMPANY_PAGE);
  g_assert_nonnull (scene_find_label (page, companies[n - 1].name));
  focus = gtk_root_get_focus (GTK_ROOT (scene.window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, page) && gtk_widget_get_mapped (focus));
  scene_close (&scene);
}

/* Accounts of a busy person, each with a case; before there is a window that follows each of them. */
static void
add_cases (Scene *scene, guint n_cases)
{
  const char *platform = veto_platform_get_id (scene_get_platform (scene, 0));

  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *login = g_strdup_printf ("@somebody-%u", i);
      g_autoptr(GError) error = NULL;
      VetoAccountDraft draft = { .platform = platform, .login = login, .goal = "object", .guide = "form" };

      veto_account_book_add (scene->services.accounts, &draft, &error);
      g_assert_no_error (error);
    }
}

/* With 500 cases a few of each kind are shown, the others counted, and a letter typed takes no time that one would notice. */
static void
test_many (void)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  g_autoptr(GError) error = NULL;
  Scene      scene = { .services.guidance = veto_guidance_new (set) };
  GtkWidget *page;
  guint      n_rows = 0;
  gint64     begin, took;

  veto_services_use (&scene.services, veto_store_open_in_memory (&error), &error);
  g_assert_no_error (error);
  add_cases (&scene, 500);
  scene_show (&scene, WIDTH, HEIGHT);
  page = look_for (&scene, "");
  begin = g_get_monotonic_time ();
  gtk_editable_set_text (GTK_EDITABLE (scene_find (page, GTK_TYPE_SEARCH_ENTRY)), "somebody");
  took = g_get_monotonic_time () - begin;
  scene_settle (&scene);
  scene_for_each (page, count_row, &n_rows);
  g_assert_cmpuint (n_rows, ==, 8);
  g_assert_nonnull (scene_find_label (page, "There are 492 more."));
  g_test_message ("a word typed took %.1f ms", (double) took / 1000);
  g_assert_cmpint (took, <, 250000); /* a machine that does other things beside needs some of it */
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/search/service", test_service);
  g_test_add_func ("/search/guide", test_guide);
  g_test_add_func ("/search/company", test_company);
  g_test_add_func ("/search/another-company", test_another_company);
  g_test_add_func ("/search/case", test_case);
  g_test_add_func ("/search/letter", test_letter);
  g_test_add_func ("/search/help", test_help);
  g_test_add_func ("/search/nothing", test_nothing);
  g_test_add_func ("/search/enter", test_enter);
  g_test_add_func ("/search/many", test_many);
  return g_test_run ();
}
