/* Several accounts of a platform, and a company without a guide, in the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-account-dialog.h"
#include "veto-case-page.h"
#include "veto-company-page.h"
#include "veto-letter-offer.h"
#include "veto-letter-work.h"
#include "veto-objection-row.h"
#include "veto-platform-page.h"
#include "veto-radio-list.h"
#include "veto-sidebar-row.h"
#include "veto-typed-box.h"
#include "veto-value-box.h"
#include "veto-wizard.h"
#include "veto-write-page.h"

#include "scene.h"

#define PLATFORM "instagram"

static void
open_scene (Scene *scene)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  scene_open (scene, set, 1000, 700);
}

/* (nullable) */
static GtkWindow *
find_dialog (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (VETO_IS_ACCOUNT_DIALOG (at->data) && gtk_widget_get_mapped (at->data))
      return at->data;
  return NULL;
}

typedef struct
{
  GType       type;
  const char *words;
  GtkWidget  *found;
} Search;

static void
compare (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (search->found == NULL && g_type_is_a (G_OBJECT_TYPE (widget), search->type)
      && scene_find_label (widget, search->words) != NULL)
    search->found = widget;
}

/* The first widget of @type in @parent in which a label begins with @words. */
static GtkWidget *
find (gpointer parent, GType type, const char *words)
{
  Search search = { type, words, NULL };

  scene_for_each (GTK_WIDGET (parent), compare, &search);
  if (search.found == NULL)
    g_error ("nothing says “%s”", words);
  return search.found;
}

static void
press (gpointer parent, const char *words)
{
  GtkWidget *button = find (parent, GTK_TYPE_BUTTON, words);

  g_signal_emit_by_name (button, "clicked");
}

static void
type (gpointer parent, const char *label, const char *text)
{
  veto_typed_box_set_text (VETO_TYPED_BOX (find (parent, VETO_TYPE_TYPED_BOX, label)), text);
}

/* A row that leads somewhere. */
static void
follow (gpointer parent, const char *words)
{
  gtk_widget_activate (find (parent, GTK_TYPE_LIST_BOX_ROW, words));
}

static void
settle (Scene *scene)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  scene_settle (scene);
}

/* Opens the dialog as the button of the page does. Returns: (transfer none) */
static GtkWindow *
ask (Scene *scene, const char *id)
{
  scene_act (scene, "win.add-account", "s", id);
  while (find_dialog () == NULL)
    g_main_context_iteration (NULL, TRUE);
  return find_dialog ();
}

static void
add_child (Scene *scene, const char *id, const char *name, const char *login)
{
  GtkWindow *dialog = ask (scene, id);

  g_signal_emit_by_name (find (dialog, VETO_TYPE_RADIO_LIST, "Whose account is it?"), "chosen", "new");
  settle (scene);
  type (dialog, "Name of the other person", name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (dialog, GTK_TYPE_CHECK_BUTTON, "It is a child")),
                               TRUE);
  settle (scene);
  type (dialog, "Date of birth", "5.3.2014");
  type (dialog, "E-mail address or user name", login);
  press (dialog, "Add");
  settle (scene);
  g_assert_null (find_dialog ());
}

/* Somebody else's account gets a page, a row in both lists and a walk of its own; what is entered there is not one's own. */
static void
test_somebody_else (void)
{
  Scene          scene;
  VetoWalk      *walk;
  VetoObjection *own;
  GtkWidget     *page;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  open_scene (&scene);
  own = veto_objections_find (scene.services.objections, PLATFORM);
  g_assert_nonnull (veto_objection_start (own, scene.services.book, NULL, &error));
  g_assert_true (veto_case_set_value (veto_objection_get_case (own), "profile.name", "Ada", &error));
  scene_act (&scene, "win.platform", "s", PLATFORM);
  settle (&scene);
  add_child (&scene, PLATFORM, "Mia", "@mia");

  page = scene_find (GTK_WIDGET (scene.window), VETO_TYPE_PLATFORM_PAGE);
  g_assert_nonnull (page);
  g_assert_nonnull (scene_find_label (page, "Mia · @mia"));
  id = g_strdup (veto_platform_page_get_id (VETO_PLATFORM_PAGE (page)));
  g_assert_true (g_str_has_prefix (id, PLATFORM "#"));
  find (scene.window, VETO_TYPE_SIDEBAR_ROW, "Instagram · Mia · @mia");

  scene_act (&scene, "win.walk", "(sss)", id, "", "");
  settle (&scene);
  walk = veto_wizard_get_walk (VETO_WIZARD (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_WIZARD)));
  g_assert_cmpstr (veto_walk_get_value (walk, "profile.name"), ==, "Mia");
  g_assert_cmpstr (veto_walk_get_value (walk, "account.login"), ==, "@mia");
  g_assert_true (veto_walk_set_value (walk, "account.login", "@mia2", &error));
  g_assert_true (veto_walk_finish_step (walk, VETO_STEP_STATE_DONE, &error));
  g_assert_null (veto_case_get_login (veto_objection_get_case (own)));
  g_assert_cmpuint (veto_objection_count_finished (own), ==, 0);
  g_assert_cmpstr (veto_case_get_value (veto_objection_get_case (own), "profile.name"), ==, "Ada");
  scene_act (&scene, "win.close-walk", NULL);
  scene_act (&scene, "win.overview", NULL);
  settle (&scene);
  find (scene.window, VETO_TYPE_OBJECTION_ROW, "Mia · @mia2 · 1 of ");
  scene_close (&scene);
}

/* (transfer full): of the page that is shown */
static char *
dup_shown_id (Scene *scene)
{
  GtkWidget *page = scene_find (GTK_WIDGET (scene->window), VETO_TYPE_PLATFORM_PAGE);

  g_assert_nonnull (page);
  return g_strdup (veto_platform_page_get_id (VETO_PLATFORM_PAGE (page)));
}

static void
assert_way (Scene *scene, const char *id, const char *guide, const char *letter)
{
  VetoGuideSet    *set = veto_guidance_get_set (scene->services.guidance);
  VetoObjection   *item = veto_objections_find (scene->services.objections, id);
  const VetoGuide *way = veto_objection_get_guide (item);

  g_assert_cmpstr (way->id, ==, guide);
  g_assert_nonnull (scene_find_label (GTK_WIDGET (scene->window), way->title));
  g_assert_cmpstr (veto_letter_offer_find_kind (set, item, way), ==, letter);
}

/* A child's account gets the way and the letter for children, also beside one's own that is on another way; one's own, asked
 * for on the child's page, gets neither. */
static void
test_child_way (void)
{
  Scene            scene;
  GtkWindow       *dialog;
  VetoObjection   *own;
  g_autofree char *child = NULL, *second = NULL;
  g_autoptr(GError) error = NULL;

  open_scene (&scene);
  own = veto_objections_find (scene.services.objections, PLATFORM);
  g_assert_nonnull (veto_objection_start (own, scene.services.book, "letter", &error));
  add_child (&scene, PLATFORM, "Mia", "@mia");
  child = dup_shown_id (&scene);
  assert_way (&scene, child, "child", "child");
  dialog = ask (&scene, child);
  type (dialog, "What do you want to call it?", "work");
  press (dialog, "Add");
  settle (&scene);
  second = dup_shown_id (&scene);
  g_assert_cmpstr (second, !=, child);
  assert_way (&scene, second, "form", "objection");

  /* A way that was not made for children, chosen all the same: the letter stays that of a parent. */
  g_assert_true (
    veto_case_set_guide (veto_objection_get_case (veto_objections_find (scene.services.objections, child)),
                         "letter", &error));
  scene_act (&scene, "win.platform", "s", child);
  settle (&scene);
  assert_way (&scene, child, "letter", "child");
  scene_close (&scene);
}

static void
assert_selected (Scene *scene, const char *words)
{
  GtkWidget *row = find (scene->window, VETO_TYPE_SIDEBAR_ROW, words);

  g_assert_true (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED);
}

/* From the page of the case of a second account each way leads to that account, and back. */
static void
test_case_of_second_account (void)
{
  Scene          scene;
  VetoObjection *own, *other;
  const char    *id;
  GtkWidget     *page;
  g_autoptr(GError) error = NULL;

  open_scene (&scene);
  own = veto_objections_find (scene.services.objections, PLATFORM);
  g_assert_nonnull (veto_objection_start (own, scene.services.book, NULL, &error));
  add_child (&scene, PLATFORM, "Mia", "@mia");
  id = veto_platform_page_get_id (
    VETO_PLATFORM_PAGE (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_PLATFORM_PAGE)));
  other = veto_objections_find (scene.services.objections, id);
  id = veto_objection_get_id (other);
  scene_act (&scene, "win.case", "s", veto_case_get_id (veto_objection_get_case (other)));
  settle (&scene);
  page = scene_find (GTK_WIDGET (scene.window), VETO_TYPE_CASE_PAGE);
  g_assert_nonnull (scene_find_label (page, "Mia · @mia"));
  assert_selected (&scene, "Instagram · Mia · @mia");

  press (page, "Continue");
  settle (&scene);
  g_assert_true (veto_walk_get_objection (veto_wizard_get_walk (
                   VETO_WIZARD (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_WIZARD))))
                 == other);
  scene_act (&scene, "win.close-walk", NULL);
  settle (&scene);
  follow (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_CASE_PAGE), "Look at the steps");
  settle (&scene);
  page = scene_find (GTK_WIDGET (scene.window), VETO_TYPE_PLATFORM_PAGE);
  g_assert_cmpstr (veto_platform_page_get_id (VETO_PLATFORM_PAGE (page)), ==, id);
  assert_selected (&scene, "Instagram · Mia · @mia");
  scene_close (&scene);
}

/* What is missing is said, and nothing is made. */
static void
test_missing (void)
{
  Scene      scene;
  GtkWindow *dialog;

  open_scene (&scene);
  dialog = ask (&scene, PLATFORM);
  press (dialog, "Add");
  g_assert_nonnull (scene_find_label (GTK_WIDGET (dialog), "Write one of the two"));
  g_signal_emit_by_name (find (dialog, VETO_TYPE_RADIO_LIST, "Whose account is it?"), "chosen", "new");
  settle (&scene);
  press (dialog, "Add");
  g_assert_nonnull (scene_find_label (GTK_WIDGET (dialog), "What is the name"));
  gtk_window_close (dialog);
  settle (&scene);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene.services.accounts)), ==, 0);
  scene_close (&scene);
}

static void
test_remove (void)
{
  Scene            scene;
  GtkWidget       *page;
  g_autofree char *id = NULL;

  open_scene (&scene);
  add_child (&scene, PLATFORM, "Mia", "@mia");
  page = scene_find (GTK_WIDGET (scene.window), VETO_TYPE_PLATFORM_PAGE);
  id = g_strdup (veto_platform_page_get_id (VETO_PLATFORM_PAGE (page)));
  scene_act (&scene, "win.remove-account", "s", id);
  settle (&scene);
  g_assert_null (veto_objections_find (scene.services.objections, id));
  g_assert_null (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_PLATFORM_PAGE)); /* the overview */
  press (scene.window, "Undo");
  settle (&scene);
  g_assert_nonnull (veto_objections_find (scene.services.objections, id));
  scene_close (&scene);
}

/* The first company that runs no platform of the guidance, and writes English */
static const VetoController *
get_company (Scene *scene)
{
  VetoGuideSet         *set = veto_guidance_get_set (scene->services.guidance);
  guint                 n;
  const VetoController *all = veto_guide_set_get_controllers (set, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean has_platform = FALSE;

      for (guint j = 0; j < veto_guide_set_get_n_platforms (set); j++)
        if (g_str_equal (veto_platform_get_controller (veto_guide_set_get_platform (set, j)), all[i].name))
          has_platform = TRUE;
      if (!has_platform && all[i].address[0] != NULL && g_str_equal (all[i].country->code, "IE"))
        return &all[i];
    }
  g_assert_not_reached ();
}

/* Who only looks makes nothing; the first answer makes the case, and its row; the letter is gone on with from its page. */
static void
test_company (void)
{
  Scene                 scene;
  const VetoController *company;
  VetoObjection        *item;
  VetoLetterWork       *work;
  GtkWidget            *page;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  guint            n_before;

  open_scene (&scene);
  n_before = g_list_model_get_n_items (G_LIST_MODEL (scene.services.objections));
  company = get_company (&scene);
  id = g_strconcat (VETO_STORE_COMPANY, company->id, NULL);
  scene_act (&scene, "win.platform", "s", id);
  settle (&scene);
  page = scene_find (GTK_WIDGET (scene.window), VETO_TYPE_COMPANY_PAGE);
  g_assert_nonnull (scene_find_label (page, company->name));
  press (page, "Write the letter…");
  settle (&scene);
  scene_act (&scene, "win.back", NULL);
  settle (&scene);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene.services.book)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene.services.letters)), ==, 0);

  press (scene.window, "Write the letter…");
  settle (&scene);
  work =
    veto_write_page_get_work (VETO_WRITE_PAGE (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_WRITE_PAGE)));
  veto_letter_work_set_text (work, "name", "Ada");
  g_assert_true (veto_letter_work_save (work, &error));
  item = veto_objections_find (scene.services.objections, id);
  g_assert_nonnull (veto_objection_get_case (item));
  g_assert_cmpstr (veto_saved_letter_get_case_id (veto_letter_work_get_saved (work)), ==,
                   veto_case_get_id (veto_objection_get_case (item)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene.services.objections)), ==, n_before + 1);
  scene_act (&scene, "win.back", NULL);
  scene_act (&scene, "win.platform", "s", id);
  settle (&scene);
  find (scene.window, VETO_TYPE_SIDEBAR_ROW, company->name);
  press (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_COMPANY_PAGE), "Go on with the letter");
  settle (&scene);
  work =
    veto_write_page_get_work (VETO_WRITE_PAGE (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_WRITE_PAGE)));
  g_assert_cmpstr (veto_letter_work_get_text (work, "name"), ==, "Ada");
  scene_act (&scene, "win.back", NULL);

  scene_act (&scene, "win.platform", "s", id);
  settle (&scene);
  follow (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_COMPANY_PAGE), "What you did, and what is next");
  settle (&scene);
  assert_selected (&scene, company->name);
  press (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_CASE_PAGE), "Write the letter");
  settle (&scene);
  work =
    veto_write_page_get_work (VETO_WRITE_PAGE (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_WRITE_PAGE)));
  g_assert_cmpstr (veto_letter_work_get_text (work, "name"), ==, "Ada"); /* the one that was begun */
  scene_act (&scene, "win.back", NULL);
  scene_act (&scene, "win.case", "s", veto_case_get_id (veto_objection_get_case (item)));
  settle (&scene);
  follow (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_CASE_PAGE), "The page of the company");
  settle (&scene);
  g_assert_nonnull (
    scene_find_label (scene_find (GTK_WIDGET (scene.window), VETO_TYPE_COMPANY_PAGE), company->name));
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/accounts/somebody-else", test_somebody_else);
  g_test_add_func ("/accounts/case-of-second-account", test_case_of_second_account);
  g_test_add_func ("/accounts/child-way", test_child_way);
  g_test_add_func ("/accounts/missing", test_missing);
  g_test_add_func ("/accounts/remove", test_remove);
  g_test_add_func ("/accounts/company", test_company);
  return g_test_run ();
}
