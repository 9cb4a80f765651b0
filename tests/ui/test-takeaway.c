/* A guide that is taken elsewhere: what is on the clipboard is what was on the screen, whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene.h"
#include "veto-guide-text.h"
#include "veto-platform-page.h"
#include "veto-wizard.h"

#define WIDTH 1060
#define NARROW 360
#define HEIGHT 700
#define TOAST "Copied. You can paste it into an e-mail or a document."

static void
open_scene (Scene *scene, int width)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  scene_open (scene, set, width, HEIGHT);
}

/* (transfer none): the platform that the overview proposes first */
static VetoPlatform *
get_platform (Scene *scene)
{
  return veto_guide_set_get_platform (veto_guidance_get_set (scene->services.guidance), 0);
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer out_text)
{
  *(char **) out_text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  if (*(char **) out_text == NULL)
    *(char **) out_text = g_strdup ("");
}

/* Returns: (transfer full): "" when there is no text */
static char *
dup_clipboard (Scene *scene)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (scene->window)), NULL, read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

static void
assert_copied (Scene *scene, const VetoGuide *guide)
{
  g_autofree char *expected =
    veto_guide_dup_text (get_platform (scene), guide, VETO_GUIDE_READER_ANYBODY, 0, NULL);
  g_autofree char *text = dup_clipboard (scene);

  g_assert_cmpstr (text, ==, expected);
  g_assert_nonnull (strstr (text, guide->title));
}

static GtkLabel *
find_toast (Scene *scene)
{
  return GTK_LABEL (scene_find_label (GTK_WIDGET (scene->window), TOAST));
}

static void
copy (Scene *scene)
{
  scene_act (scene, "win.copy-steps", NULL);
  scene_settle (scene);
}

static void
show_platform (Scene *scene)
{
  scene_act (scene, "win.platform", "s", veto_platform_get_id (get_platform (scene)));
  scene_settle (scene);
}

/* The button does it, and says so. */
static void
test_button (void)
{
  Scene      scene;
  GtkWidget *page, *label, *button;

  open_scene (&scene, WIDTH);
  show_platform (&scene);
  page = scene_find (GTK_WIDGET (scene.window), VETO_TYPE_PLATFORM_PAGE);
  label = scene_find_label (page, "Copy as text");
  g_assert_nonnull (label);
  button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  g_assert_null (find_toast (&scene));
  g_signal_emit_by_name (button, "clicked");
  scene_settle (&scene);
  g_assert_nonnull (find_toast (&scene));
  assert_copied (&scene, &veto_platform_get_guides (get_platform (&scene), &(guint){ 0 })[0]);
  scene_close (&scene);
}

/* Who chose another way takes that one along. */
static void
test_chosen_way (void)
{
  g_autoptr(GError) error = NULL;
  guint            n_guides;
  const VetoGuide *guides;
  Scene            scene;

  open_scene (&scene, WIDTH);
  guides = veto_platform_get_guides (get_platform (&scene), &n_guides);
  g_assert_cmpuint (n_guides, >, 1);
  veto_case_book_start (scene.services.book, veto_platform_get_id (get_platform (&scene)), guides[1].goal,
                        guides[1].id, &error);
  g_assert_no_error (error);
  show_platform (&scene);
  copy (&scene);
  assert_copied (&scene, &guides[1]);
  scene_close (&scene);
}

/* In step by step it is the guide that is walked, whatever the platform's page shows. */
static void
test_walk (void)
{
  guint            n_guides;
  const VetoGuide *guides;
  Scene            scene;

  open_scene (&scene, WIDTH);
  guides = veto_platform_get_guides (get_platform (&scene), &n_guides);
  show_platform (&scene);
  scene_act (&scene, "win.walk", "(sss)", veto_platform_get_id (get_platform (&scene)),
             guides[n_guides - 1].id, "");
  scene_settle (&scene);
  copy (&scene);
  assert_copied (&scene, &guides[n_guides - 1]);
  g_assert_nonnull (find_toast (&scene));
  scene_close (&scene);
}

/* The overview shows no guide: what is on the clipboard stays there. */
static void
test_overview (void)
{
  g_autofree char *text = NULL;
  Scene            scene;

  open_scene (&scene, WIDTH);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (scene.window)), "mine");
  copy (&scene);
  text = dup_clipboard (&scene);
  g_assert_cmpstr (text, ==, "mine");
  g_assert_null (find_toast (&scene));
  scene_close (&scene);
}

/* What is said can be read to its end in a narrow window with large text. */
static void
test_narrow (void)
{
  graphene_rect_t bounds;
  GtkLabel       *toast;
  Scene           scene;

  scene_set_font_size (22);
  open_scene (&scene, NARROW);
  show_platform (&scene);
  copy (&scene);
  toast = find_toast (&scene);
  g_assert_nonnull (toast);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (toast)));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (toast), GTK_WIDGET (scene.window), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, NARROW);
  scene_close (&scene);
  scene_set_font_size (11);
}

static float
get_edge (Scene *scene, GtkWidget *widget, gboolean lower)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (scene->window), &bounds));
  return bounds.origin.y + (lower ? bounds.size.height : 0);
}

static void
find_footer_cb (GtkWidget *widget, gpointer out_footer)
{
  if (gtk_widget_has_css_class (widget, "veto-footer") && gtk_widget_get_mapped (widget))
    *(GtkWidget **) out_footer = widget;
}

/* What is drawn of the note: its box, without the room that it keeps below. Returns: where the buttons begin */
static float
assert_clear (Scene *scene)
{
  GtkWidget *toast = GTK_WIDGET (find_toast (scene)), *footer = NULL;

  scene_for_each (GTK_WIDGET (scene->window), find_footer_cb, &footer);
  g_assert_nonnull (footer);
  g_assert_nonnull (toast);
  while (g_strcmp0 (gtk_widget_get_css_name (toast), "toast") != 0)
    toast = gtk_widget_get_parent (toast);
  g_assert_cmpfloat (get_edge (scene, toast, TRUE), <=, get_edge (scene, footer, FALSE));
  return get_edge (scene, footer, FALSE);
}

/* The note does not lie on the button that goes on, nor on the taller row of buttons of the step that comes next. */
static void
test_buttons (void)
{
  Scene      scene;
  GtkWidget *wizard;
  float      before;

  scene_set_font_size (14);
  open_scene (&scene, NARROW);
  scene_act (&scene, "win.walk", "(sss)", veto_platform_get_id (get_platform (&scene)), "", "");
  scene_settle (&scene);
  copy (&scene);
  before = assert_clear (&scene);
  wizard = scene_find (GTK_WIDGET (scene.window), VETO_TYPE_WIZARD);
  for (guint i = 0; i < 4; i++) /* to the step that waits: it has one button more */
    {
      gtk_widget_activate_action (wizard, "walk.skip", NULL);
      scene_settle (&scene);
    }
  g_assert_cmpfloat (assert_clear (&scene), <, before);
  scene_close (&scene);
  scene_set_font_size (11);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/takeaway/copy/button", test_button);
  g_test_add_func ("/takeaway/copy/chosen-way", test_chosen_way);
  g_test_add_func ("/takeaway/copy/walk", test_walk);
  g_test_add_func ("/takeaway/copy/overview", test_overview);
  g_test_add_func ("/takeaway/copy/narrow", test_narrow);
  g_test_add_func ("/takeaway/copy/clear-of-buttons", test_buttons);
  return g_test_run ();
}
