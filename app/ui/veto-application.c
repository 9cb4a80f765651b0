/* The program: one window, the core objects behind it, what the command line says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-application"

#include "veto-config.h"

#include "veto-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <malloc.h>

#include "veto-about.h"
#include "veto-after-frame.h"
#include "veto-language.h"
#include "veto-problem-page.h"
#include "veto-services.h"
#include "veto-tell.h"
#include "veto-toasts.h"
#include "veto-window.h"

#define PLATFORM_ACTION "platform-" /* and an id */

struct _VetoApplication
{
  AdwApplication parent_instance;
  VetoServices   services;
  VetoWindow    *window;   /* NULL before the first activation and after it was closed */
  char          *platform; /* nullable: to show as soon as there is something to show it in */
  char          *case_id;  /* nullable: as well */
  gboolean       letters;  /* as well */
  int            status;
  guint          ends[3]; /* sources of the signals that end the program */
};

G_DEFINE_FINAL_TYPE (VetoApplication, veto_application, ADW_TYPE_APPLICATION)

static char *
dup_data_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "veto", NULL);
}

/* What was asked for before there was something to show it in. */
static void
show_asked (VetoApplication *self)
{
  if (self->platform != NULL)
    veto_window_show_platform (self->window, self->platform);
  if (self->case_id != NULL)
    veto_window_show_case (self->window, self->case_id);
  if (self->letters)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.letters", NULL);
  self->letters = FALSE;
  g_clear_pointer (&self->platform, g_free);
  g_clear_pointer (&self->case_id, g_free);
}

static void
open_data (VetoApplication *self)
{
  if (!veto_window_open_data (self->window))
    return;
  if (self->platform == NULL && self->case_id == NULL) /* who asks for something knows what they want */
    veto_window_begin (self->window);
  show_asked (self);
}

static void
try_again_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  VetoApplication *self = data;

  if (self->window == NULL || self->services.store != NULL)
    return;
  open_data (self);
  if (self->services.store == NULL)
    veto_toasts_add (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self->window)),
                     _ ("It is still the same."));
}

static void
set_aside_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  VetoApplication *self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *place = NULL;

  if (self->window == NULL || self->services.store != NULL)
    return;
  if (!veto_store_set_aside (NULL, &place, &error))
    {
      g_autofree char *folder = dup_data_folder ();

      veto_window_show_problem (self->window, veto_problem_page_new (error, folder));
      return;
    }
  open_data (self);
  veto_tell (GTK_WIDGET (self->window), _ ("The file was put aside. It is now in this folder:"), place);
}

static void
without_saving_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  VetoApplication *self = data;
  g_autoptr(GError) error = NULL;

  if (self->window == NULL || self->services.store != NULL)
    return;
  if (!veto_services_open_in_memory (&self->services, &error))
    {
      g_warning ("no store in memory: %s", error->message);
      return;
    }
  veto_window_fill (self->window);
  show_asked (self);
}

static void
platform_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  VetoApplication *self = data;

  g_free (self->platform);
  self->platform = g_variant_dup_string (parameter, NULL);
  g_application_activate (G_APPLICATION (self));
}

/* As "platform", for a launcher's menu, which can give an action no words. */
static void
platform_of_name_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  VetoApplication *self = data;

  g_free (self->platform);
  self->platform = g_strdup (g_action_get_name (G_ACTION (action)) + strlen (PLATFORM_ACTION));
  g_application_activate (G_APPLICATION (self));
}

static void
letters_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  VetoApplication *self = data;

  self->letters = TRUE;
  g_application_activate (G_APPLICATION (self));
}

/* Somebody pressed a notification, perhaps hours after the window was closed. */
static void
case_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  VetoApplication *self = data;

  g_free (self->case_id);
  self->case_id = g_variant_dup_string (parameter, NULL);
  g_application_activate (G_APPLICATION (self));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  VetoApplication *self = data;

  veto_about_show (self->window != NULL ? GTK_WINDOW (self->window) : NULL,
                   self->services.guidance != NULL ? veto_guidance_get_set (self->services.guidance) : NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  VetoApplication *self = data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window)); /* keeps what was typed; the program ends with its window */
  else
    g_application_quit (G_APPLICATION (self));
}

/* The end of the session, the terminal that went away, kill(1): nobody can be asked any more. What was typed is kept all the
 * same; a window that cannot keep it goes as well. */
static gboolean
terminate_cb (gpointer data)
{
  VetoApplication *self = data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  g_application_quit (G_APPLICATION (self));
  return G_SOURCE_CONTINUE;
}

/* An action for each platform, for the launcher's menu. */
static void
add_platform_actions (VetoApplication *self)
{
  VetoGuideSet *set = veto_guidance_get_set (self->services.guidance);

  for (guint i = 0; i < veto_guide_set_get_n_platforms (set); i++)
    {
      const char      *id = veto_platform_get_id (veto_guide_set_get_platform (set, i));
      g_autofree char *name = g_strconcat (PLATFORM_ACTION, id, NULL);
      g_autoptr(GSimpleAction) action = g_simple_action_new (name, NULL);

      g_signal_connect (action, "activate", G_CALLBACK (platform_of_name_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
}

/* Whoever pressed its icon sees no terminal. */
static void
show_unreadable (VetoApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (self)));
      gtk_window_set_title (window, VETO_APP_NAME);
      gtk_window_set_default_size (window, 560, 480);
      adw_application_window_set_content (ADW_APPLICATION_WINDOW (window),
                                          veto_problem_page_new_unreadable ());
    }
  gtk_window_present (window);
}

static gboolean
load_guidance (VetoApplication *self)
{
  g_autoptr(GError) error = NULL;

  if (veto_services_load_guidance (&self->services, veto_feed_built_in (), veto_language_get (), &error))
    {
      add_platform_actions (self);
      return TRUE;
    }
  g_printerr (_ ("veto: The built-in guidance cannot be read (%s). Please install Veto again.\n"),
              error->message);
  self->status = 1;
  return FALSE;
}

static void
veto_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "try-again", .activate = try_again_cb },
    { .name = "set-aside", .activate = set_aside_cb },
    { .name = "without-saving", .activate = without_saving_cb },
    { .name = "platform", .activate = platform_cb, .parameter_type = "s" },
    { .name = "letters", .activate = letters_cb },
    { .name = "case", .activate = case_cb, .parameter_type = "s" },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
  };
  static const int ends[] = { SIGTERM, SIGHUP, SIGINT };
  VetoApplication *self = VETO_APPLICATION (application);

  veto_services_open_ahead (&self->services, veto_feed_built_in (),
                            veto_language_get ()); /* here it is known that no other Veto is running */
  G_APPLICATION_CLASS (veto_application_parent_class)->startup (application);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    self->ends[i] = g_unix_signal_add (ends[i], terminate_cb, self);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    load_guidance (self); /* a launcher that starts it by D-Bus asks for an action before there is a window */
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit",
                                         (const char *[]){ "<Control>q", NULL });
}

/* Reading the guidance and building the window leave holes behind; half a megabyte goes back to the system. */
static void
return_memory_cb (GtkWidget *window)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

static void
veto_application_activate (GApplication *application)
{
  VetoApplication *self = VETO_APPLICATION (application);

  if (self->window != NULL)
    {
      if (self->services.store != NULL)
        show_asked (self);
      gtk_window_present (GTK_WINDOW (self->window));
      return;
    }

  if (self->services.guidance == NULL && !load_guidance (self))
    {
      show_unreadable (self);
      return;
    }
  self->services.forget_secrets = veto_services_forget_secrets;
  self->window = veto_window_new (ADW_APPLICATION (self), &self->services);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  open_data (self);
  gtk_window_present (GTK_WINDOW (self->window));
  veto_after_frame (GTK_WIDGET (self->window), return_memory_cb);
}

/* --platform and --letters ask the program that is running already, if there is one. */
static int
veto_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  VetoApplication *self = VETO_APPLICATION (application);
  g_autoptr(GError) error = NULL;
  const char *platform = NULL;
  gboolean    letters;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("%s %s\n", VETO_APP_NAME, VETO_VERSION);
      return 0;
    }
  letters = g_variant_dict_contains (options, "letters");
  if (!g_variant_dict_lookup (options, "platform", "&s", &platform) && !letters)
    return -1;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("veto: %s\n", error->message);
      return 1;
    }
  if (g_application_get_is_remote (application))
    {
      g_action_group_activate_action (G_ACTION_GROUP (application), letters ? "letters" : "platform",
                                      letters ? NULL : g_variant_new_string (platform));
      return 0;
    }
  self->letters = letters;
  self->platform = g_strdup (platform);
  return -1;
}

static void
veto_application_shutdown (GApplication *application)
{
  VetoApplication *self = VETO_APPLICATION (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->ends); i++)
    g_clear_handle_id (&self->ends[i], g_source_remove);
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  veto_services_close (&self->services);
  g_clear_object (&self->services.updater);
  g_clear_object (&self->services.guidance);

  G_APPLICATION_CLASS (veto_application_parent_class)->shutdown (application);
}

static void
veto_application_finalize (GObject *object)
{
  VetoApplication *self = VETO_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_free (self->platform);
  g_free (self->case_id);

  G_OBJECT_CLASS (veto_application_parent_class)->finalize (object);
}

static void
veto_application_class_init (VetoApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = veto_application_finalize;
  application_class->startup = veto_application_startup;
  application_class->activate = veto_application_activate;
  application_class->handle_local_options = veto_application_handle_local_options;
  application_class->shutdown = veto_application_shutdown;
}

static void
veto_application_init (VetoApplication *self)
{
  static const GOptionEntry entries[] = {
    { "platform", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Show the page of this platform"), N_ ("ID") },
    { "letters", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show your letters"), NULL },
    { "check-due", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Tell what is due, without a window"), NULL },
    { "watch-due", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Stay, and tell each morning what is due"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

VetoApplication *
veto_application_new (void)
{
  return g_object_new (VETO_TYPE_APPLICATION, "application-id", VETO_APP_ID, "resource-base-path",
                       VETO_RESOURCE_PREFIX, "flags", G_APPLICATION_DEFAULT_FLAGS, NULL);
}

int
veto_application_get_status (VetoApplication *self)
{
  g_return_val_if_fail (VETO_IS_APPLICATION (self), 1);
  return self->status;
}
