/* The introduction: what it asks, what it keeps, who sees it, and the list that comes of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "feed-desk.h"
#include "scene.h"
#include "veto-first-page.h"
#include "veto-first-run.h"
#include "veto-news-desk.h"
#include "veto-objection-row.h"
#include "veto-overview-page.h"
#include "veto-settings.h"

static void
reset_settings (void)
{
  static const char *const keys[] = { VETO_SETTINGS_SERVICES, VETO_SETTINGS_FIRST_RUN_DONE,
                                      VETO_SETTINGS_LOOK };
  g_autoptr(GSettings) settings = veto_settings_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

static void
open_scene (Scene *scene)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();

  reset_settings ();
  scene_open (scene, set, 1060, 700);
}

/* As the program does when it starts */
static void
begin (Scene *scene)
{
  veto_window_begin (scene->window);
  scene_settle (scene);
}

static GtkWidget *
find (Scene *scene, GType type)
{
  return scene_find (GTK_WIDGET (scene->window), type);
}

static gboolean
says (Scene *scene, const char *words)
{
  return scene_find_label (GTK_WIDGET (scene->window), words) != NULL;
}

static void
press (Scene *scene, const char *words)
{
  GtkWidget *run = find (scene, VETO_TYPE_FIRST_RUN), *label;

  g_test_message ("press %s", words);
  g_assert_nonnull (run);
  label = scene_find_label (run, words);
  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  scene_settle (scene);
}

/* Ticks, or chooses, the line with these words. */
static void
choose (Scene *scene, const char *words)
{
  GtkWidget *label = scene_find_label (find (scene, VETO_TYPE_FIRST_RUN), words), *button;

  g_test_message ("choose %s", words);
  g_assert_nonnull (label);
  button = gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}

static gboolean
is_chosen (Scene *scene, const char *words)
{
  GtkWidget *label = scene_find_label (find (scene, VETO_TYPE_FIRST_RUN), words);

  return gtk_check_button_get_active (
    GTK_CHECK_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON)));
}

static void
choose_country (Scene *scene, const char *code)
{
  guint              n_countries, found = 0;
  const VetoCountry *countries =
    veto_guide_set_get_countries (veto_guidance_get_set (scene->services.guidance), &n_countries);

  for (guint i = 0; i < n_countries && found == 0; i++)
    found = g_str_equal (countries[i].code, code) ? i + 1 : 0;
  g_assert_cmpuint (found, >, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (scene, GTK_TYPE_DROP_DOWN)), found);
}

static char *
dup_setting (const char *key)
{
  g_autoptr(GSettings) settings = veto_settings_new ();
  g_autoptr(GVariant) value = g_settings_get_value (settings, key);

  return g_variant_print (value, FALSE);
}

static void
assert_setting (const char *key, const char *expected)
{
  g_autofree char *value = dup_setting (key);

  g_assert_cmpstr (value, ==, expected);
}

/* The page has the keyboard, and says where one is in words. */
static void
assert_page (Scene *scene, const char *place, const char *title)
{
  GtkWidget *page = find (scene, VETO_TYPE_FIRST_PAGE);

  g_test_message ("%s: %s", place, title);
  g_assert_nonnull (page);
  g_assert_true (says (scene, place));
  g_assert_nonnull (scene_find_label (page, title));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (scene->window)) == page);
}

/* Without a place to look there is nothing to ask about it. What is chosen comes first: objections, then the shorter ones. */
static void
test_answers (void)
{
  static const char *const order[] = { "Instagram", "WhatsApp", "Meta AI", "Facebook" };
  Scene                    scene;
  g_autofree char         *country = NULL, *language = NULL;
  g_autoptr(GError) error = NULL;

  open_scene (&scene);
  begin (&scene);
  assert_page (&scene, "Step 1 of 3", "Which services do you use?");
  choose (&scene, "WhatsApp");
  choose (&scene, "Meta AI");
  choose (&scene, "Instagram");
  press (&scene, "Next");
  assert_setting (VETO_SETTINGS_SERVICES, "['instagram', 'meta-ai', 'whatsapp']");
  assert_page (&scene, "Step 2 of 3", "Where do you live?");
  choose_country (&scene, "AT");
  choose (&scene, "Deutsch");
  press (&scene, "Next");
  assert_page (&scene, "Step 3 of 3", "Everything stays on this computer");
  press (&scene, "Show my list");

  g_assert_nonnull (find (&scene, VETO_TYPE_OVERVIEW_PAGE));
  assert_setting (VETO_SETTINGS_FIRST_RUN_DONE, "true");
  veto_account_book_read_home (scene.services.accounts, &country, &language, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (country, ==, "AT");
  g_assert_cmpstr (language, ==, "de");
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr(VetoObjection) item = g_list_model_get_item (G_LIST_MODEL (scene.services.objections), i);
      g_assert_cmpstr (veto_objection_get_name (item), ==, order[i]);
    }
  g_assert_true (says (&scene, "Next: Instagram"));
  g_assert_true (says (&scene, "You chose 3 services: about 13 minutes in all."));
  scene_close (&scene);
}

/* What nobody answered is not kept, however they left. */
static void
test_left (gconstpointer data)
{
  const char *way = data;
  Scene       scene;

  open_scene (&scene);
  begin (&scene);
  choose (&scene, "WhatsApp");
  if (g_str_equal (way, "skip"))
    {
      press (&scene, "Skip");
      choose_country (&scene, "AT");
      press (&scene, "Skip");
      press (&scene, "Show my list");
    }
  else
    scene_act (&scene, "win.close-walk", NULL);
  scene_settle (&scene);
  g_assert_nonnull (find (&scene, VETO_TYPE_OVERVIEW_PAGE));
  g_assert_null (find (&scene, VETO_TYPE_FIRST_RUN));
  assert_setting (VETO_SETTINGS_SERVICES, "[]");
  assert_setting (VETO_SETTINGS_LOOK, "'ask'");
  assert_setting (VETO_SETTINGS_FIRST_RUN_DONE, "true");
  g_assert_cmpuint (g_list_model_get_n_items (veto_account_book_get_people (scene.services.accounts)), ==, 0);
  g_assert_true (says (&scene, "Next: Facebook"));
  g_assert_false (says (&scene, "You chose"));
  begin (&scene); /* the next start */
  g_assert_null (find (&scene, VETO_TYPE_FIRST_RUN));
  scene_close (&scene);
}

/* Somebody who comes from a Veto that had no introduction */
static void
test_has_begun (void)
{
  Scene scene;

  open_scene (&scene);
  scene_start_case (&scene, 0);
  begin (&scene);
  g_assert_null (find (&scene, VETO_TYPE_FIRST_RUN));
  scene_act (&scene, "win.first-run", NULL); /* but they may */
  scene_settle (&scene);
  assert_page (&scene, "Step 1 of 3", "Which services do you use?");
  scene_close (&scene);
}

/* Who goes on without an answer is told what is missing; it goes with the answer. */
static void
test_missing (void)
{
  Scene scene;

  open_scene (&scene);
  begin (&scene);
  press (&scene, "Next");
  g_assert_true (says (&scene, "Choose at least one service, or press “Skip”."));
  assert_page (&scene, "Step 1 of 3", "Which services do you use?");
  choose (&scene, "Facebook");
  scene_settle (&scene);
  g_assert_false (says (&scene, "Choose at least one service"));
  scene_close (&scene);
}

/* The answers from before are there again, and Back leads to them too. */
static void
test_again (void)
{
  Scene scene;

  open_scene (&scene);
  begin (&scene);
  choose (&scene, "WhatsApp");
  press (&scene, "Next");
  choose_country (&scene, "AT");
  press (&scene, "Next");
  press (&scene, "Show my list");
  scene_act (&scene, "win.first-run", NULL);
  scene_settle (&scene);
  g_assert_true (is_chosen (&scene, "WhatsApp"));
  g_assert_false (is_chosen (&scene, "Facebook"));
  press (&scene, "Next");
  g_assert_true (says (&scene, "Austria"));
  scene_act (&scene, "win.back", NULL);
  scene_settle (&scene);
  assert_page (&scene, "Step 1 of 3", "Which services do you use?");
  scene_act (&scene, "win.back", NULL); /* nothing is before it, and nothing is lost by that */
  scene_settle (&scene);
  assert_page (&scene, "Step 1 of 3", "Which services do you use?");
  scene_close (&scene);
}

typedef struct
{
  const char *name;
  const char *answer; /* NULL: skipped */
  const char *setting;
  gboolean    card; /* the overview asks */
} Look;

static const Look looks[] = {
  { "/first/look/daily", "Once a day", "'daily'", FALSE },
  { "/first/look/click", "Only when I click", "'click'", FALSE },
  { "/first/look/skipped", NULL, "'ask'", TRUE },
};

/* A yes is the person's own: nothing is chosen before. The overview asks whoever did not answer. */
static void
test_look (gconstpointer data)
{
  const Look *look = data;
  g_autoptr(FeedDesk) feed = feed_desk_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  g_autoptr(VetoUpdater) updater = NULL;
  Scene scene;

  reset_settings ();
  updater = feed_desk_start (feed, &set);
  veto_updater_set_now (updater, NOW);
  scene = (Scene){ .services.guidance = veto_guidance_new (set), .services.updater = updater };
  veto_services_open_in_memory (&scene.services, &error);
  g_assert_no_error (error);
  scene_show (&scene, 1060, 700);
  begin (&scene);
  press (&scene, "Skip");
  press (&scene, "Skip");
  assert_page (&scene, "Step 3 of 4", "May Veto look for new guidance once a day?");
  g_assert_false (is_chosen (&scene, "Once a day") || is_chosen (&scene, "Only when I click"));
  if (look->answer != NULL)
    choose (&scene, look->answer);
  press (&scene, look->answer != NULL ? "Next" : "Skip");
  press (&scene, "Show my list");
  assert_setting (VETO_SETTINGS_LOOK, look->setting);
  g_assert_true (says (&scene, "May Veto look for new guidance once a day?") == look->card);
  veto_news_desk_cancel (scene.services.desk);
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/first/answers", test_answers);
  g_test_add_data_func ("/first/left/skip", "skip", test_left);
  g_test_add_data_func ("/first/left/close", "close", test_left);
  g_test_add_func ("/first/has-begun", test_has_begun);
  g_test_add_func ("/first/missing", test_missing);
  g_test_add_func ("/first/again", test_again);
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    g_test_add_data_func (looks[i].name, &looks[i], test_look);
  return g_test_run ();
}
