/* The manual, the report about a wrong step, and About: one finds them, reads them, and gets back to where one was.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mail-portal.h"
#include "scene.h"
#include "veto-about.h"
#include "veto-data-page.h"
#include "veto-help-page.h"
#include "veto-manual.h"
#include "veto-platform-page.h"
#include "veto-report-dialog.h"
#include "veto-walk.h"
#include "veto-wizard.h"

#define WIDTH 1060
#define HEIGHT 700
#define LOGIN "ada@example.org"

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

static void
act (Scene *scene, const char *action, const char *target)
{
  scene_act (scene, action, target != NULL ? "s" : NULL, target);
  scene_settle (scene);
}

static void
press (Scene *scene, GtkWidget *within, const char *words)
{
  GtkWidget *label = scene_find_label (within, words);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  scene_settle (scene);
}

static const char *
get_topic (Scene *scene)
{
  return veto_help_page_get_topic (VETO_HELP_PAGE (find (scene, VETO_TYPE_HELP_PAGE)));
}

/* Each topic is in the list, opens from there, and takes the keyboard so that it is read out. */
static void
test_topics (void)
{
  Scene scene;

  open_scene (&scene);
  act (&scene, "win.help", "");
  for (const VetoManualTopic *topic = veto_manual_get_topics (); topic->id != NULL; topic++)
    {
      GtkWidget       *page = find (&scene, VETO_TYPE_HELP_PAGE);
      GtkWidget       *label = scene_find_label (page, veto_manual_get_words (topic->title));
      g_autofree char *wrong = NULL;

      g_assert_nonnull (label);
      g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX), "row-activated",
                             gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW));
      scene_settle (&scene);
      g_assert_cmpstr (get_topic (&scene), ==, topic->id);
      g_assert_nonnull (scene_find_label (page, veto_manual_get_words (topic->parts[0].text)));
      wrong =
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (gtk_root_get_focus (GTK_ROOT (scene.window))),
                                            GTK_ACCESSIBLE_PROPERTY_LABEL,
                                            veto_manual_get_words (topic->title));
      g_assert_null (wrong);
      act (&scene, "win.back", NULL);
      g_assert_null (get_topic (&scene));
    }
  scene_close (&scene);
}

/* From a service's page, by the list and a topic, and all the way back. */
static void
test_back_to_page (void)
{
  Scene scene;

  open_scene (&scene);
  act (&scene, "win.platform", veto_platform_get_id (scene_get_platform (&scene, 1)));
  act (&scene, "win.help", "");
  act (&scene, "win.help", "letters");
  g_assert_cmpstr (get_topic (&scene), ==, "letters");
  act (&scene, "win.back", NULL);
  g_assert_null (get_topic (&scene));
  act (&scene, "win.back", NULL);
  g_assert_null (find (&scene, VETO_TYPE_HELP_PAGE));
  g_assert_cmpstr (veto_platform_page_get_id (VETO_PLATFORM_PAGE (find (&scene, VETO_TYPE_PLATFORM_PAGE))),
                   ==, veto_platform_get_id (scene_get_platform (&scene, 1)));
  scene_close (&scene);
}

static VetoWalk *
walk_to (Scene *scene, guint step)
{
  VetoPlatform    *platform = scene_get_platform (scene, 0);
  const VetoGuide *guide = &veto_platform_get_guides (platform, &(guint){ 0 })[0];

  scene_act (scene, "win.walk", "(sss)", veto_platform_get_id (platform), guide->id, guide->steps[step].path);
  scene_settle (scene);
  return veto_wizard_get_walk (VETO_WIZARD (find (scene, VETO_TYPE_WIZARD)));
}

/* Who asks for help in the middle of a step is at the same step afterwards. */
static void
test_back_to_step (void)
{
  Scene            scene;
  g_autofree char *path = NULL;

  open_scene (&scene);
  path = g_strdup (veto_walk_get_step (walk_to (&scene, 2))->path);
  act (&scene, "win.help", "");
  g_assert_null (find (&scene, VETO_TYPE_WIZARD));
  act (&scene, "win.search", NULL);
  act (&scene, "win.back", NULL);
  act (&scene, "win.back", NULL);
  g_assert_nonnull (find (&scene, VETO_TYPE_WIZARD));
  g_assert_cmpstr (veto_walk_get_step (veto_wizard_get_walk (VETO_WIZARD (find (&scene, VETO_TYPE_WIZARD))))
                     ->path,
                   ==, path);
  scene_close (&scene);
}

/* What is said about data leads to where all of it can be deleted. */
static void
test_my_data (void)
{
  Scene scene;

  open_scene (&scene);
  act (&scene, "win.help", VETO_MANUAL_MY_DATA);
  press (&scene, find (&scene, VETO_TYPE_HELP_PAGE), "Go to “Your data”");
  g_assert_nonnull (scene_find_label (find (&scene, VETO_TYPE_DATA_PAGE), "Delete everything…"));
  scene_close (&scene);
}

/* Each button of the manual leads somewhere: its action is there. */
static void
test_buttons (void)
{
  Scene scene;

  open_scene (&scene);
  for (const VetoManualTopic *topic = veto_manual_get_topics (); topic->id != NULL; topic++)
    for (const VetoManualPart *part = topic->parts; part->text != NULL; part++)
      {
        GtkWidget *label;

        if (part->button == NULL)
          continue;
        act (&scene, "win.help", topic->id);
        label = scene_find_label (find (&scene, VETO_TYPE_HELP_PAGE), veto_manual_get_words (part->button));
        g_assert_nonnull (label);
        if (!gtk_widget_is_sensitive (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON)))
          g_test_fail_printf ("nothing answers to %s", part->action);
      }
  scene_close (&scene);
}

/* --- The report --- */

/* (transfer none): the window above */
static GtkWidget *
find_dialog (Scene *scene, GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        {
          gtk_test_widget_wait_for_draw (window);
          return window;
        }
    }
  g_test_fail_printf ("no window of the type %s", g_type_name (type));
  return NULL;
}

static GtkTextBuffer *
get_buffer (GtkWidget *dialog)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (scene_find (dialog, GTK_TYPE_TEXT_VIEW)));
}

static char *
dup_report (GtkWidget *dialog)
{
  g_autofree char *text = NULL;

  g_object_get (get_buffer (dialog), "text", &text, NULL);
  return g_steal_pointer (&text);
}

/* At the end of "It looks different for me": which step, of which guidance; nothing that was entered. */
static void
test_report_step (void)
{
  Scene            scene;
  GtkWidget       *dialog;
  VetoWalk        *walk;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  open_scene (&scene);
  veto_case_set_value (scene_start_case (&scene, 0), "account.login", LOGIN, &error);
  g_assert_no_error (error);
  walk = walk_to (&scene, 1);
  gtk_expander_set_expanded (GTK_EXPANDER (
                               gtk_widget_get_ancestor (scene_find_label (GTK_WIDGET (scene.window),
                                                                          "It looks different for me"),
                                                        GTK_TYPE_EXPANDER)),
                             TRUE);
  scene_settle (&scene);
  press (&scene, find (&scene, VETO_TYPE_WIZARD), "Report a wrong step…");
  dialog = find_dialog (&scene, VETO_TYPE_REPORT_DIALOG);
  text = dup_report (dialog);
  g_assert_nonnull (strstr (text, veto_platform_get_name (veto_walk_get_platform (walk))));
  g_assert_nonnull (strstr (text, "Step 2 of "));
  g_assert_nonnull (strstr (text, veto_walk_get_step (walk)->path));
  g_assert_nonnull (strstr (text, veto_walk_get_guide (walk)->id));
  g_assert_nonnull (strstr (text, "This guidance "));
  g_assert_nonnull (strstr (text, "The newest source is of "));
  g_assert_nonnull (strstr (text, "What I saw instead:\n\n\n"));
  g_assert_null (strstr (text, LOGIN));
  g_assert_null (strstr (text, "{{"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  scene_close (&scene);
}

/* From the menu of a page that has no step: the person says which one. */
static void
test_report_unknown (void)
{
  Scene            scene;
  GtkWidget       *dialog;
  g_autofree char *text = NULL;

  open_scene (&scene);
  act (&scene, "win.report", NULL);
  dialog = find_dialog (&scene, VETO_TYPE_REPORT_DIALOG);
  text = dup_report (dialog);
  g_assert_nonnull (strstr (text, "\nService: \nStep: \n"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  scene_close (&scene);
}

/* The e-mail has what the person left in the text, and no recipient. */
static void
test_report_email (void)
{
  MailPortal             *portal = mail_portal_new ();
  Scene                   scene;
  GtkWidget              *dialog;
  g_autofree char        *text = NULL;
  g_autofree const char **addresses = NULL;
  const char             *body;

  open_scene (&scene);
  walk_to (&scene, 0);
  act (&scene, "win.report", NULL);
  dialog = find_dialog (&scene, VETO_TYPE_REPORT_DIALOG);
  gtk_text_buffer_insert_at_cursor (get_buffer (dialog), "A page about cookies.", -1);
  g_assert_cmpuint (mail_portal_get_n_calls (portal), ==, 0); /* nothing goes out by itself */
  press (&scene, dialog, "Open in e-mail program");
  while (scene_find_label (dialog, "Your e-mail program has the text.") == NULL)
    g_main_context_iteration (NULL, TRUE);
  text = dup_report (dialog);
  g_assert_true (strstr (text, "What I saw instead:\nA page about cookies.\n\n") != NULL);
  g_assert_true (g_variant_lookup (mail_portal_get_options (portal), "addresses", "^a&s", &addresses));
  g_assert_cmpuint (g_strv_length ((char **) addresses), ==, 0);
  g_assert_true (g_variant_lookup (mail_portal_get_options (portal), "body", "&s", &body));
  g_assert_cmpstr (body, ==, text);
  gtk_window_destroy (GTK_WINDOW (dialog));
  scene_close (&scene);
  mail_portal_free (portal);
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer out_text)
{
  *(char **) out_text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_report_copy (void)
{
  Scene            scene;
  GtkWidget       *dialog;
  char            *copied = NULL;
  g_autofree char *text = NULL;

  open_scene (&scene);
  walk_to (&scene, 0);
  act (&scene, "win.report", NULL);
  dialog = find_dialog (&scene, VETO_TYPE_REPORT_DIALOG);
  press (&scene, dialog, "Copy");
  g_assert_nonnull (scene_find_label (dialog, "Copied."));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (dialog), NULL, read_cb, &copied);
  while (copied == NULL)
    g_main_context_iteration (NULL, TRUE);
  text = dup_report (dialog);
  g_assert_cmpstr (copied, ==, text);
  g_free (copied);
  gtk_window_destroy (GTK_WINDOW (dialog));
  scene_close (&scene);
}

/* --- About --- */

/* Also on a page of the window that is not the one in front */
static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* Who made it, on what it stands, and every publisher of the guidance. */
static void
test_about (void)
{
  Scene             scene;
  GtkWidget        *about;
  guint             n_sources;
  const VetoSource *sources;

  open_scene (&scene);
  sources = veto_guide_set_get_sources (veto_guidance_get_set (scene.services.guidance), &n_sources);
  g_assert_cmpuint (n_sources, >, 0);
  veto_about_show (GTK_WINDOW (scene.window), veto_guidance_get_set (scene.services.guidance));
  about = find_dialog (&scene, ADW_TYPE_ABOUT_WINDOW);
  g_assert_true (says (about, "The Veto contributors"));
  g_assert_true (says (about, "SQLite"));
  for (guint i = 0; i < n_sources; i++)
    if (!says (about, sources[i].publisher))
      g_test_fail_printf ("%s is not thanked", sources[i].publisher);
  gtk_window_destroy (GTK_WINDOW (about));
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/help/topics", test_topics);
  g_test_add_func ("/help/back-to-page", test_back_to_page);
  g_test_add_func ("/help/back-to-step", test_back_to_step);
  g_test_add_func ("/help/my-data", test_my_data);
  g_test_add_func ("/help/buttons", test_buttons);
  g_test_add_func ("/help/report/step", test_report_step);
  g_test_add_func ("/help/report/unknown", test_report_unknown);
  g_test_add_func ("/help/report/email", test_report_email);
  g_test_add_func ("/help/report/copy", test_report_copy);
  g_test_add_func ("/help/about", test_about);
  return g_test_run ();
}
