/* What is pasted: text that the layout dies of (60 directions within each other and more) stays harmless wherever it is put.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene.h"
#include "veto-directions.h"
#include "veto-typed-box.h"
#include "veto-typing.h"
#include "veto-wrap.h"

#define N_NESTED 120

static AdwWindow *
open_window (GtkWidget *content)
{
  AdwWindow *window = ADW_WINDOW (adw_window_new ());

  scene_get_application ();
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 200);
  adw_window_set_content (window, content);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

/* Returns: (transfer full): letters from both sides, and before each one a sign that is never closed */
static char *
dup_nested (gunichar sign)
{
  GString *text = g_string_new ("Erika ");

  for (guint i = 0; i < N_NESTED; i++)
    {
      g_string_append_unichar (text, sign);
      g_string_append (text, i % 2 == 0 ? "א" : "a");
    }
  return g_string_free (text, FALSE);
}

static void
assert_harmless (const char *text)
{
  g_assert_cmpuint (veto_directions_count (text, -1), ==, VETO_DIRECTIONS_MAX);
  g_assert_true (g_str_has_prefix (text, "Erika ")); /* the words are all there */
  g_assert_true (g_str_has_suffix (text, "אa"));
}

static void
pasted_cb (GObject *object, GParamSpec *pspec, gpointer out_is_pasted)
{
  *(gboolean *) out_is_pasted = TRUE;
}

/* From the clipboard, as Ctrl+V does. */
static void
paste (GtkWidget *entry, const char *text)
{
  gboolean is_pasted = FALSE, has_lines = GTK_IS_TEXT_VIEW (entry);
  GObject *target = has_lines ? G_OBJECT (entry)
                              : G_OBJECT (gtk_editable_get_delegate (GTK_EDITABLE (entry)));
  GObject *source = has_lines ? G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry))) : target;
  gulong   handler = g_signal_connect (source, "notify::text", G_CALLBACK (pasted_cb), &is_pasted);

  gtk_widget_grab_focus (entry);
  if (!has_lines)
    gtk_editable_set_position (GTK_EDITABLE (entry), -1); /* behind what stands there, not instead of it */
  gdk_clipboard_set_text (gtk_widget_get_clipboard (entry), text);
  g_signal_emit_by_name (target, "paste-clipboard");
  while (!is_pasted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (source, handler);
  gtk_test_widget_wait_for_draw (entry);
}

static char *
dup_text (GtkWidget *entry)
{
  GtkTextIter    start, end;
  GtkTextBuffer *buffer;

  if (GTK_IS_EDITABLE (entry))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

typedef struct
{
  const char *name;
  GtkWidget *(*create) (void);
  gunichar sign;
} Sample;

static const Sample samples[] = {
  { "/typing/line/isolates", gtk_entry_new, 0x2067 },
  { "/typing/line/embeddings", gtk_entry_new, 0x202B },
  { "/typing/line/overrides", gtk_entry_new, 0x202E },
  { "/typing/search", gtk_search_entry_new, 0x2068 },
  { "/typing/lines/isolates", gtk_text_view_new, 0x2067 },
  { "/typing/lines/overrides", gtk_text_view_new, 0x202E },
};

static void
test_paste (gconstpointer data)
{
  const Sample    *sample = data;
  GtkWidget       *entry = sample->create ();
  g_autofree char *nested = dup_nested (sample->sign), *text = NULL;
  AdwWindow       *window;

  veto_typing_guard (entry);
  window = open_window (entry);
  paste (entry, nested);
  text = dup_text (entry);
  assert_harmless (text);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Twice the same, each of which would be allowed alone */
static void
test_twice (void)
{
  GtkWidget       *entry = gtk_entry_new ();
  g_autofree char *nested = dup_nested (0x2067), *half = veto_directions_dup_limited (nested, -1, 20),
                  *text = NULL;
  AdwWindow *window;

  veto_typing_guard (entry);
  window = open_window (entry);
  paste (entry, half);
  paste (entry, half);
  text = dup_text (entry);
  g_assert_cmpuint (veto_directions_count (text, -1), ==, VETO_DIRECTIONS_MAX);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An honest text from right to left keeps its signs. */
static void
test_honest (void)
{
  static const char words[] = "\u2067שלום\u2069, Erika \u2068(abc)\u2069";
  GtkWidget        *box = veto_typed_box_new ("Name", NULL, "", VETO_TYPED_BOX_LINES);
  g_autofree char  *text = NULL;
  AdwWindow        *window = open_window (box);

  veto_typed_box_set_text (VETO_TYPED_BOX (box), words);
  text = veto_typed_box_dup_text (VETO_TYPED_BOX (box));
  g_assert_cmpstr (text, ==, words);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What lies in the database since before is shown as well. */
static void
test_shown (void)
{
  g_autofree char *nested = dup_nested (0x2067);
  GtkWidget       *label = veto_wrap_label_new (nested, -1);
  AdwWindow       *window = open_window (label);

  assert_harmless (gtk_label_get_text (GTK_LABEL (label)));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_paste);
  g_test_add_func ("/typing/twice", test_twice);
  g_test_add_func ("/typing/honest", test_honest);
  g_test_add_func ("/typing/shown", test_shown);
  return g_test_run ();
}
