/* The real window inside a test, on guidance of the test's own and a store in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "scene.h"

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
  VetoServices *services = &scene->services;

  *scene = (Scene){ .services.guidance = veto_guidance_new (set) };
  services->store = veto_store_open_in_memory (&error);
  g_assert_no_error (error);
  services->book = veto_case_book_new (services->store, services->guidance, &error);
  g_assert_no_error (error);
  services->objections = veto_objections_new (services->guidance, services->book);

  scene->window = veto_window_new (scene_get_application (), services);
  gtk_window_set_default_size (GTK_WINDOW (scene->window), width, height);
  veto_window_fill (scene->window);
  gtk_window_present (GTK_WINDOW (scene->window));
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
  g_assert_finalize_object (services->objections);
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
