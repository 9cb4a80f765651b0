/* To the letters and back, and what is filled in where a company is chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene.h"
#include "veto-authority-box.h"
#include "veto-company-picker.h"
#include "veto-letter-offer.h"
#include "veto-link-box.h"
#include "veto-message-page.h"
#include "veto-typed-box.h"
#include "veto-write-page.h"

#define WIDE 1060
#define HEIGHT 700

static void
open_scene (Scene *scene, int width)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  scene_open (scene, set, width, HEIGHT);
}

static GtkWidget *
find (Scene *scene, GType type)
{
  return scene_find (GTK_WIDGET (scene->window), type);
}

static VetoLetterWork *
get_work (Scene *scene)
{
  return veto_write_page_get_work (VETO_WRITE_PAGE (find (scene, VETO_TYPE_WRITE_PAGE)));
}

static const char *
get_company (Scene *scene)
{
  guint n;

  return veto_guide_set_get_controllers (veto_guidance_get_set (scene->services.guidance), &n)[0].id;
}

static void
compare_back (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.back") == 0)
    *(gboolean *) data = TRUE;
}

static gboolean
shows_back (Scene *scene)
{
  gboolean shows = FALSE;

  scene_settle (scene);
  scene_for_each (GTK_WIDGET (scene->window), compare_back, &shows);
  return shows;
}

/* The kinds are not in the sidebar: also beside it there is a way back, to where one came from. */
static void
test_way_back (void)
{
  Scene scene;

  open_scene (&scene, WIDE);
  scene_act (&scene, "win.letters", NULL);
  g_assert_false (shows_back (&scene));
  scene_act (&scene, "win.write-letter", "(sss)", "", "", "");
  g_assert_true (shows_back (&scene));
  scene_act (&scene, "win.back", NULL);
  g_assert_false (shows_back (&scene));
  g_assert_nonnull (scene_find_label (GTK_WIDGET (scene.window), "You have no letters yet"));
  g_assert_true (gtk_widget_get_mapped (find (&scene, VETO_TYPE_MESSAGE_PAGE)));
  scene_act (&scene, "win.add-service", NULL);
  scene_settle (&scene);
  scene_act (&scene, "win.write-letter", "(sss)", "", get_company (&scene), "");
  scene_settle (&scene);
  scene_act (&scene, "win.back", NULL);
  scene_settle (&scene);
  g_assert_true (gtk_widget_get_mapped (find (&scene, VETO_TYPE_COMPANY_PICKER)));
  scene_close (&scene);
}

/* The authority is told where the company is; with another company, not where the first one was. */
static void
test_company_address (void)
{
  static const char *const question = "controller-address";
  Scene                    scene;
  const VetoController    *companies;
  guint                    n;

  open_scene (&scene, WIDE);
  companies = veto_guide_set_get_controllers (veto_guidance_get_set (scene.services.guidance), &n);
  g_assert_cmpuint (n, >=, 3);
  scene_act (&scene, "win.write-letter", "(sss)", "complaint", companies[0].id, "");
  scene_settle (&scene);
  g_assert_true (
    g_str_has_prefix (veto_letter_work_get_text (get_work (&scene), question), companies[0].address[0]));
  veto_letter_work_set_company (get_work (&scene), companies[1].id);
  g_assert_true (
    g_str_has_prefix (veto_letter_work_get_text (get_work (&scene), question), companies[1].address[0]));
  veto_letter_work_set_text (get_work (&scene), question, "Own Street 1");
  veto_letter_work_set_company (get_work (&scene), companies[2].id);
  g_assert_cmpstr (veto_letter_work_get_text (get_work (&scene), question), ==, "Own Street 1");
  scene_close (&scene);
}

static void
open_complaint (Scene *scene)
{
  open_scene (scene, WIDE);
  scene_act (scene, "win.write-letter", "(sss)", "complaint", "", "");
  scene_settle (scene);
}

/* A day stands there as people write it, also when the letter is opened again; kept is the same day for all languages. */
static void
test_day (void)
{
  static const char *const question = "first-day";
  Scene                    scene;
  VetoTypedBox            *box;
  g_autofree char         *text = NULL, *id = NULL;

  open_complaint (&scene);
  box = scene_find_box (GTK_WIDGET (scene.window), "When did you write first?");
  veto_typed_box_set_text (box, "the day before yesterday");
  veto_typed_box_show_problem (box); /* whoever goes on to the next question sees it */
  g_assert_nonnull (scene_find_label (GTK_WIDGET (box), "This is no day yet. Write it like this: "));
  g_assert_null (scene_find_label (GTK_WIDGET (box), "This is not a day."));
  veto_typed_box_set_text (box, "26.4.2026");
  g_assert_null (scene_find_label (GTK_WIDGET (box), "This is no day yet."));
  g_assert_cmpstr (veto_letter_work_get_text (get_work (&scene), question), ==, "2026-04-26");

  id = g_strdup (veto_saved_letter_get_id (veto_letter_work_get_saved (get_work (&scene))));
  scene_act (&scene, "win.letters", NULL);
  scene_settle (&scene);
  scene_act (&scene, "win.open-letter", "s", id);
  scene_settle (&scene);
  text = veto_typed_box_dup_text (scene_find_box (GTK_WIDGET (scene.window), "When did you write first?"));
  g_assert_cmpstr (text, ==, "26/4/2026");
  scene_close (&scene);
}

typedef struct
{
  GtkDropDown *found[2]; /* country, region */
  guint        n;
} DropDowns;

static void
compare_drop_down (GtkWidget *widget, gpointer data)
{
  DropDowns *drop_downs = data;

  if (GTK_IS_DROP_DOWN (widget) && drop_downs->n < G_N_ELEMENTS (drop_downs->found))
    drop_downs->found[drop_downs->n++] = GTK_DROP_DOWN (widget);
}

/* As a person chooses: a line of the first list, then, if there is a second list, one of that. */
static void
choose (Scene *scene, guint index, const char *name)
{
  DropDowns   drop_downs = { 0 };
  GListModel *model;

  scene_settle (scene);
  scene_for_each (find (scene, VETO_TYPE_AUTHORITY_BOX), compare_drop_down, &drop_downs);
  g_assert_cmpuint (drop_downs.n, >, index);
  model = gtk_drop_down_get_model (drop_downs.found[index]);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), name))
      gtk_drop_down_set_selected (drop_downs.found[index], i);
  scene_settle (scene);
}

/* An authority that takes complaints through a form of its own: the button says where it leads. */
static void
test_authority_form (void)
{
  Scene                scene;
  guint                n_authorities;
  const VetoAuthority *authorities, *with_form = NULL;
  GtkWidget           *link;

  open_complaint (&scene);
  authorities =
    veto_guide_set_get_authorities (veto_guidance_get_set (scene.services.guidance), &n_authorities);
  for (guint i = 0; i < n_authorities && with_form == NULL; i++)
    if (authorities[i].form != NULL && authorities[i].for_companies && authorities[i].region != NULL)
      with_form = &authorities[i];
  g_assert_nonnull (with_form);
  g_assert_null (scene_find (find (&scene, VETO_TYPE_AUTHORITY_BOX), VETO_TYPE_LINK_BOX));
  choose (&scene, 0, with_form->country->name);
  choose (&scene, 1, with_form->region->name);
  link = scene_find (find (&scene, VETO_TYPE_AUTHORITY_BOX), VETO_TYPE_LINK_BOX);
  g_assert_nonnull (link);
  g_assert_nonnull (scene_find_label (link, "Open in your browser: "));
  scene_close (&scene);
}

static void
press (Scene *scene, const char *words)
{
  GtkWidget *widget = scene_find_label (find (scene, VETO_TYPE_AUTHORITY_BOX), words);

  g_assert_nonnull (widget);
  g_signal_emit_by_name (gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON), "clicked");
  scene_settle (scene);
}

/* An authority that the guidance does not know, or another office of one */
static void
test_authority_typed (void)
{
  static const char    words[] = "Own Authority\nRoad 1\n12345 Town";
  Scene                scene;
  const VetoRecipient *recipient;
  g_autofree char     *text = NULL;
  g_autofree char     *id = NULL;

  open_complaint (&scene);
  choose (&scene, 0, "Ireland");
  recipient = veto_letter_get_recipient (veto_letter_work_get_letter (get_work (&scene)));
  g_assert_cmpstr (recipient->country, ==, "IE");
  press (&scene, "Another address…");
  veto_typed_box_set_text (VETO_TYPED_BOX (
                             scene_find (find (&scene, VETO_TYPE_AUTHORITY_BOX), VETO_TYPE_TYPED_BOX)),
                           words);
  recipient = veto_letter_get_recipient (veto_letter_work_get_letter (get_work (&scene)));
  g_assert_cmpstr (recipient->name, ==, "Own Authority");
  g_assert_null (recipient->country);

  id = g_strdup (veto_saved_letter_get_id (veto_letter_work_get_saved (get_work (&scene))));
  scene_act (&scene, "win.letters", NULL);
  scene_settle (&scene);
  scene_act (&scene, "win.open-letter", "s", id);
  scene_settle (&scene);
  text = veto_typed_box_dup_text (
    VETO_TYPED_BOX (scene_find (find (&scene, VETO_TYPE_AUTHORITY_BOX), VETO_TYPE_TYPED_BOX)));
  g_assert_cmpstr (text, ==, words);
  press (&scene, "Choose from the list");
  choose (&scene, 0, "France");
  recipient = veto_letter_get_recipient (veto_letter_work_get_letter (get_work (&scene)));
  g_assert_cmpstr (recipient->country, ==, "FR");
  scene_close (&scene);
}

/* The country decides the law, of this letter and of the next one, which goes to a company. */
static void
test_authority_law (void)
{
  Scene scene;

  open_complaint (&scene);
  choose (&scene, 0, "Switzerland");
  g_assert_cmpstr (veto_letter_get_regime (veto_letter_work_get_letter (get_work (&scene))), ==, "ch");
  choose (&scene, 0, "United Kingdom");
  g_assert_cmpstr (veto_letter_get_regime (veto_letter_work_get_letter (get_work (&scene))), ==, "uk");
  scene_act (&scene, "win.write-letter", "(sss)", "objection", get_company (&scene), "");
  scene_settle (&scene);
  g_assert_cmpstr (veto_letter_get_regime (veto_letter_work_get_letter (get_work (&scene))), ==, "uk");
  g_assert_cmpstr (veto_letter_get_country (veto_letter_work_get_letter (get_work (&scene))), ==, "GB");
  veto_letter_work_set_regime (get_work (&scene), "gdpr");
  g_assert_null (veto_letter_get_country (veto_letter_work_get_letter (get_work (&scene))));
  scene_close (&scene);
}

/* A platform offers the letter of the way that one is on, and never that of a parent to everybody. */
static void
test_offer (void)
{
  static const struct
  {
    const char *platform;
    const char *guide; /* nullable */
    const char *kind;
    const char *company;
  } offers[] = {
    { "facebook", NULL, "objection", "meta" },         { "facebook", "letter", "objection", "meta" },
    { "facebook", "child", "child", "meta" },          { "facebook", "child-letter", "child", "meta" },
    { "instagram", NULL, "objection", "meta" },        { "no-account", NULL, "third-party", "meta" },
    { "no-account", "child-letter", "child", "meta" }, { "meta-ai", "erasure-letter", "erasure", "meta" },
    { "whatsapp", "letter", "objection", "whatsapp" }, { "whatsapp", "meta-letter", "objection", "meta" }
  };
  Scene         scene;
  VetoGuideSet *set;

  open_scene (&scene, WIDE);
  set = veto_guidance_get_set (scene.services.guidance);
  for (gsize i = 0; i < G_N_ELEMENTS (offers); i++)
    {
      VetoObjection   *item = veto_objections_find (scene.services.objections, offers[i].platform);
      const VetoGuide *guide =
        offers[i].guide != NULL
          ? veto_platform_find_guide (veto_objection_get_platform (item), offers[i].guide)
          : NULL;

      g_assert_cmpstr (veto_letter_offer_find_kind (set, item, guide), ==, offers[i].kind);
      g_assert_cmpstr (veto_letter_offer_find_company (set, item, guide), ==, offers[i].company);
    }
  scene_close (&scene);
}

/* What is typed at once goes into the first question, and the first row is the first that the keyboard gets. */
static void
test_focus (void)
{
  Scene      scene;
  GtkWidget *focus;

  open_scene (&scene, WIDE);
  scene_act (&scene, "win.write-letter", "(sss)", "", "", "");
  scene_act (&scene, "win.write-letter", "(sss)", "", "", "");
  scene_settle (&scene);
  focus = gtk_window_get_focus (GTK_WINDOW (scene.window));
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  g_assert_nonnull (scene_find_label (focus, "Objection to AI training"));
  scene_act (&scene, "win.write-letter", "(sss)", "objection", "", "");
  scene_settle (&scene);
  gtk_widget_grab_focus (find (&scene, VETO_TYPE_WRITE_PAGE)); /* once more */
  focus = gtk_window_get_focus (GTK_WINDOW (scene.window));
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY));
  scene_close (&scene);
}

static GtkShortcut *
find_down (GtkWidget *search)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (search);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE
          && g_list_model_get_n_items (G_LIST_MODEL (controller)) == 1)
        return g_list_model_get_item (G_LIST_MODEL (controller), 0);
    }
  return NULL;
}

/* The arrow key leads from the search to what was found. */
static void
test_down (void)
{
  Scene      scene;
  GtkWidget *search, *focus;
  g_autoptr(GtkShortcut) down = NULL;

  open_scene (&scene, WIDE);
  scene_act (&scene, "win.add-service", NULL);
  scene_settle (&scene);
  search = find (&scene, GTK_TYPE_SEARCH_ENTRY);
  down = find_down (search);
  g_assert_nonnull (down);
  g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (down), 0, search, NULL));
  focus = gtk_window_get_focus (GTK_WINDOW (scene.window));
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)), ==, 0);
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/letters/way-back", test_way_back);
  g_test_add_func ("/letters/company-address", test_company_address);
  g_test_add_func ("/letters/offer", test_offer);
  g_test_add_func ("/letters/authority/form", test_authority_form);
  g_test_add_func ("/letters/authority/typed", test_authority_typed);
  g_test_add_func ("/letters/authority/law", test_authority_law);
  g_test_add_func ("/letters/day", test_day);
  g_test_add_func ("/letters/focus", test_focus);
  g_test_add_func ("/letters/down", test_down);
  return g_test_run ();
}
