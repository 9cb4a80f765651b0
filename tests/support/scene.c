/* The real window inside a test, on guidance of the test's own and a store in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "scene.h"

#include "veto-reminder.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "veto-reminder.h"

static const char *language; /* of the guidance */

/* The data of each test program are its own, also where all share a home: what one leaves there is nothing to another. */
static void
make_data_folder (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("scene-XXXXXX", &error);

  g_assert_no_error (error);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
}

const char *
scene_init (int *argc, char ***argv)
{
  const char *locale = g_getenv ("LC_ALL"), *wanted = g_getenv ("LANGUAGE");

  if (wanted == NULL || *wanted == '\0')
    wanted = locale;
  make_data_folder ();
  g_test_init (argc, argv, NULL);
  if (setlocale (LC_ALL, "") == NULL)
    {
      g_print ("1..0 # SKIP there is no locale %s here\n", locale);
      return NULL;
    }
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("VETO_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  language = C_ ("language code", "en");
  if (wanted != NULL && strncmp (wanted, "C", 1) != 0)
    g_assert_cmpint (strncmp (wanted, language, strlen (language)), ==, 0); /* its catalogue was found */
  scene_get_application ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  scene_set_font_size (11);
  return language;
}

const char *
scene_get_language (void)
{
  return language;
}

VetoGuideSet *
scene_read_guidance (void)
{
  g_autoptr(GError) error = NULL;
  const char   *folder = g_getenv ("VETO_TEST_GUIDANCE");
  VetoGuideSet *set = folder != NULL
                        ? veto_guide_set_read_folder (folder, language, &error)
                        : veto_guide_set_read_resource (VETO_RESOURCE_PREFIX "/guidance", language, &error);

  g_assert_no_error (error);
  return set;
}

void
scene_set_font_size (guint points)
{
  scene_set_font ("Cantarell", points);
}

void
scene_set_font (const char *family, guint points)
{
  g_autofree char *font = g_strdup_printf ("%s %u", family, points);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
}

AdwApplication *
scene_get_application (void)
{
  static AdwApplication *application = NULL;
  g_autoptr(GError) error = NULL;

  if (application != NULL)
    return application;
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", VETO_APP_ID ".Test", "flags",
                              G_APPLICATION_NON_UNIQUE, "resource-base-path", VETO_RESOURCE_PREFIX, NULL);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

void
scene_open (Scene *scene, VetoGuideSet *set, int width, int height)
{
  g_autoptr(GError) error = NULL;
  VetoStore *store;

  *scene = (Scene){ .services.guidance = veto_guidance_new (set) };
  store = veto_store_open_in_memory (&error);
  g_assert_no_error (error);
  veto_services_use (&scene->services, store, &error);
  g_assert_no_error (error);
  scene_show (scene, width, height);
}

void
scene_show (Scene *scene, int width, int height)
{
  int frame, least_width;

  scene->window = veto_window_new (scene_get_application (), &scene->services);
  gtk_window_set_default_size (GTK_WINDOW (scene->window), width, height);
  veto_window_fill (scene->window);
  gtk_window_present (GTK_WINDOW (scene->window));
  scene_settle (scene);

  /* Where nothing composes the screen, GTK draws a frame of its own inside of the window. */
  frame = width - gtk_widget_get_width (GTK_WIDGET (scene->window));
  if (frame == 0)
    return;
  gtk_window_set_default_size (GTK_WINDOW (scene->window), width + frame, height + frame);
  gtk_widget_measure (GTK_WIDGET (scene->window), GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL,
                      NULL);
  g_assert_cmpint (least_width, <=, width + frame); /* or one would wait forever */
  while (gtk_widget_get_width (GTK_WIDGET (scene->window)) != width)
    g_main_context_iteration (NULL, TRUE);
  scene_settle (scene);
}

void
scene_close (Scene *scene)
{
  VetoServices *services = &scene->services;

  g_object_add_weak_pointer (G_OBJECT (scene->window), (gpointer *) &scene->window);
  gtk_window_destroy (GTK_WINDOW (scene->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (scene->window);
  g_clear_pointer (&services->reminder, veto_reminder_free);
  g_clear_object (&services->secrets);
  g_assert_finalize_object (services->objections);
  g_assert_finalize_object (services->letters);
  g_assert_finalize_object (services->accounts);
  g_assert_finalize_object (services->book);
  g_assert_finalize_object (services->store);
  g_assert_finalize_object (services->guidance);
}

/* A frame to build what comes after it, one in which that is laid out, one to be sure. */
void
scene_settle (Scene *scene)
{
  for (int i = 0; i < 3; i++)
    gtk_test_widget_wait_for_draw (GTK_WIDGET (scene->window));
}

static void
count (GtkWidget *widget, gpointer data)
{
  *(guint *) data += 1;
}

void
scene_settle_page (Scene *scene, GType type)
{
  guint n_before, n_now = 0;

  do
    {
      n_before = n_now;
      n_now = 0;
      scene_settle (scene);
      scene_for_each (scene_find (GTK_WIDGET (scene->window), type), count, &n_now);
    }
  while (n_now != n_before);
}

void
scene_act (Scene *scene, const char *action, const char *format, ...)
{
  GVariant *parameter = NULL;
  va_list   arguments;

  if (format != NULL)
    {
      va_start (arguments, format);
      parameter = g_variant_new_va (format, NULL, &arguments);
      va_end (arguments);
    }
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (scene->window), action, parameter));
}

void
scene_for_each (GtkWidget *widget, SceneFunc func, gpointer data)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  func (widget, data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    scene_for_each (child, func, data);
}

typedef struct
{
  GType       type;
  const char *text;
  GtkWidget  *found;
} Search;

static void
compare (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (search->found == NULL && g_type_is_a (G_OBJECT_TYPE (widget), search->type)
      && (search->text == NULL || g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), search->text)))
    search->found = widget;
}

GtkWidget *
scene_find (GtkWidget *widget, GType type)
{
  Search search = { .type = type };

  scene_for_each (widget, compare, &search);
  return search.found;
}

GtkWidget *
scene_find_label (GtkWidget *widget, const char *text)
{
  Search search = { .type = GTK_TYPE_LABEL, .text = text };

  scene_for_each (widget, compare, &search);
  return search.found;
}

char *
scene_dup_style (GtkWidget *widget)
{
  GString *style = g_string_new (NULL);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_auto(GStrv) classes = gtk_widget_get_css_classes (widget);
      g_autofree char *all = g_strjoinv (".", classes);

      g_string_append_printf (style, "%s.%s:%x ", gtk_widget_get_css_name (widget), all,
                              gtk_widget_get_state_flags (widget)
                                & (GTK_STATE_FLAG_SELECTED | GTK_STATE_FLAG_INSENSITIVE
                                   | GTK_STATE_FLAG_CHECKED));
    }
  return g_string_free (style, FALSE);
}

typedef struct
{
  const char *label;
  GtkWidget  *found;
} BoxSearch;

static void
compare_box (GtkWidget *widget, gpointer data)
{
  BoxSearch *search = data;

  if (VETO_IS_TYPED_BOX (widget) && scene_find_label (widget, search->label) != NULL)
    search->found = widget;
}

VetoTypedBox *
scene_find_box (GtkWidget *widget, const char *label)
{
  BoxSearch search = { .label = label };

  scene_for_each (widget, compare_box, &search);
  g_assert_nonnull (search.found);
  return VETO_TYPED_BOX (search.found);
}

VetoPlatform *
scene_get_platform (Scene *scene, guint index)
{
  return veto_guide_set_get_platform (veto_guidance_get_set (scene->services.guidance), index);
}

VetoCase *
scene_start_case (Scene *scene, guint index)
{
  g_autoptr(GError) error = NULL;
  VetoPlatform    *platform = scene_get_platform (scene, index);
  guint            n_guides;
  const VetoGuide *guide = veto_platform_get_guides (platform, &n_guides);
  VetoCase *item = veto_case_book_start (scene->services.book, veto_platform_get_id (platform), guide->goal,
                                         guide->id, &error);

  g_assert_no_error (error);
  return item;
}
