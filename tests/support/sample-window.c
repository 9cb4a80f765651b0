/* A small window with one of each kind of thing that a test has to find, read and use; the driver is tested on it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#define N_LINES 60
#define LATER_MS 300
#define TOAST_SECONDS 1

typedef struct
{
  GtkApplication *application;
  GtkBuilder     *builder;
} Sample;

static gpointer
get_object (Sample *sample, const char *id)
{
  GObject *object = gtk_builder_get_object (sample->builder, id);

  g_assert (object != NULL);
  return object;
}

static void
answer (Sample *sample, const char *text)
{
  gtk_label_set_label (get_object (sample, "answer"), text);
}

static void
save_cb (Sample *sample)
{
  const char      *name = gtk_editable_get_text (get_object (sample, "name"));
  const char      *login = gtk_editable_get_text (get_object (sample, "login"));
  const char      *secret = gtk_editable_get_text (get_object (sample, "secret"));
  g_autofree char *text = g_strdup_printf ("Saved: %s, %s, %s", name, login, secret);
  AdwToast        *toast = adw_toast_new ("That was saved");

  answer (sample, text);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_overlay_add_toast (get_object (sample, "toasts"), toast);
}

static void
answered_cb (Sample *sample, const char *response)
{
  answer (sample, response);
}

static void
ask_cb (Sample *sample)
{
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (get_object (sample, "window"), "Sure?", NULL));

  adw_message_dialog_add_responses (dialog, "It was no", "_No", "It was yes", "Yes", NULL);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (answered_cb), sample);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
answer_later_cb (gpointer data)
{
  answer (data, "It took a while");
  return G_SOURCE_REMOVE;
}

static void
later_cb (Sample *sample)
{
  g_timeout_add (LATER_MS, answer_later_cb, sample);
}

static void
copy_cb (Sample *sample)
{
  GtkWidget *window = get_object (sample, "window");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (window),
                          gtk_editable_get_text (get_object (sample, "name")));
}

static void
opened_cb (GObject *window, GAsyncResult *result, gpointer sample)
{
  g_autoptr(GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error))
    answer (sample, "There is no browser");
}

static void
open_cb (Sample *sample)
{
  gtk_show_uri_full (get_object (sample, "window"), "https://www.example.org/a?b=c&d=%C3%A4#e",
                     GDK_CURRENT_TIME, NULL, opened_cb, sample);
}

static void
fault_cb (Sample *sample)
{
  g_warning ("This is wrong on purpose");
  answer (sample, "Something was wrong");
}

static void
row_cb (Sample *sample, GtkListBoxRow *row)
{
  gtk_stack_set_visible_child_name (get_object (sample, "stack"),
                                    adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
fill_long_page (GtkBox *box)
{
  for (int i = 1; i <= N_LINES; i++)
    {
      g_autofree char *text = g_strdup_printf ("Line %d", i);

      gtk_box_append (box, gtk_label_new (text));
    }
  gtk_box_append (box, gtk_check_button_new_with_label ("At the very end"));
}

static void
greet_cb (GSimpleAction *action, GVariant *parameter, gpointer sample)
{
  answer (sample, "Hello");
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer sample)
{
  g_application_quit (G_APPLICATION (((Sample *) sample)->application));
}

static void
activate_cb (GApplication *application, gpointer data)
{
  static const struct
  {
    const char *id;
    GCallback   callback;
  } buttons[] = {
    { "save", G_CALLBACK (save_cb) }, { "later", G_CALLBACK (later_cb) }, { "ask", G_CALLBACK (ask_cb) },
    { "copy", G_CALLBACK (copy_cb) }, { "open", G_CALLBACK (open_cb) },   { "fault", G_CALLBACK (fault_cb) },
  };
  Sample *sample = data;

  sample->builder = gtk_builder_new_from_resource ("/sample/sample-window.ui");
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    g_signal_connect_swapped (get_object (sample, buttons[i].id), "clicked", buttons[i].callback, sample);
  g_signal_connect_swapped (get_object (sample, "sidebar"), "row-activated", G_CALLBACK (row_cb), sample);
  fill_long_page (get_object (sample, "long"));
  gtk_application_add_window (sample->application, get_object (sample, "window"));
  gtk_window_present (get_object (sample, "window"));
}

int
main (int argc, char *argv[])
{
  static const GActionEntry entries[] = { { .name = "greet", .activate = greet_cb },
                                          { .name = "quit", .activate = quit_cb } };
  g_autoptr(AdwApplication)
               application = adw_application_new ("io.example.Sample", G_APPLICATION_DEFAULT_FLAGS);
  Sample sample = { .application = GTK_APPLICATION (application) };
  int    status;

  if (argc > 1 && g_str_equal (argv[1], "--fail"))
    {
      g_printerr ("sample: there is nothing to show\n");
      return 3;
    }
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), &sample);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &sample);
  status = g_application_run (G_APPLICATION (application), argc, argv);
  g_clear_object (&sample.builder);
  return status;
}
