/* Shows the gallery's checks a made-up window with one fault at a time, and asks that they find that fault alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "can-fail-keyboard.h"
#include "gallery-faults.h"
#include "scene-picture.h"
#include "scene.h"
#include "veto-tile.h"

#define LONG_WORDS "Something that is too long for the room that it has got"

static GtkWidget *
create_sound (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon_button = gtk_button_new_from_icon_name ("go-next-symbolic");
  GtkWidget *label = gtk_label_new (LONG_WORDS);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon_button), GTK_ACCESSIBLE_PROPERTY_LABEL, "On", -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), icon_button);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Go"));
  return box;
}

/* More than fits, where one can scroll to it */
static GtkWidget *
create_scrolled (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 40);

  for (guint i = 0; i < 12; i++)
    gtk_box_append (GTK_BOX (box), gtk_label_new ("A line"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
create_shortened (void)
{
  GtkWidget *label = gtk_label_new (LONG_WORDS);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* Wider than the window, which lets nobody see the rest */
static GtkWidget *
create_outside (void)
{
  GtkWidget *fixed = gtk_fixed_new ();
  GtkWidget *holder = gtk_scrolled_window_new ();

  gtk_fixed_put (GTK_FIXED (fixed), gtk_label_new ("half of it"), -30, 10);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (holder), fixed);
  return holder;
}

static GtkWidget *
create_overlap (void)
{
  GtkWidget *overlay = gtk_overlay_new ();

  gtk_overlay_set_child (GTK_OVERLAY (overlay), gtk_label_new ("below"));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), gtk_label_new ("above"));
  return overlay;
}

static GtkWidget *
create_nameless (void)
{
  return gtk_button_new_from_icon_name ("go-next-symbolic");
}

static GtkWidget *
create_named_like_type (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "GtkButton", -1);
  return button;
}

static GtkWidget *
create_unguarded (void)
{
  return gtk_text_view_new ();
}

static GtkWidget *
create_nameless_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), gtk_label_new ("A row"));
  return list;
}

static GtkWidget *
create_warning (void)
{
  GtkWidget *label = gtk_label_new ("Words");

  gtk_widget_remove_css_class (label, NULL); /* GTK complains */
  return label;
}

/* As make-pseudo.py writes what is translated, and what needs no translation */
static GtkWidget *
create_translated (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box),
                  gtk_label_new ("[Ñéxţ: [Šéñđ ~] ~~]: Sample Company, 3 of 4 · a@example.org"));
  gtk_box_append (GTK_BOX (box), gtk_label_new ("27.11.2026"));
  return box;
}

static GtkWidget *
create_untranslated (void)
{
  return gtk_label_new ("[Ñéxţ ~]: Send");
}

static GtkWidget *
create_cut_out (void)
{
  return gtk_label_new ("[Ñéxţ: šéñđ");
}

static GtkWidget *
create_untranslated_description (void)
{
  GtkWidget *button = gtk_button_new_with_label ("[Šéñđ ~]");

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Send", -1);
  return button;
}

static const struct
{
  const char *name;
  GtkWidget *(*create) (void);
  const char *complaint; /* how one of the faults begins; NULL: there is none */
} samples[] = {
  { "/can-fail/sound", create_sound, NULL },
  { "/can-fail/scrolled", create_scrolled, NULL },
  { "/can-fail/shortened", create_shortened, "shortened: Something" },
  { "/can-fail/outside", create_outside, "a GtkLabel reaches out of its GtkFixed" },
  { "/can-fail/overlap", create_overlap, "overlap by" },
  { "/can-fail/nameless", create_nameless, "no name: a GtkButton" },
  { "/can-fail/named-like-type", create_named_like_type, "no name: a GtkButton" },
  { "/can-fail/nameless-list", create_nameless_list, "no name: a GtkListBox" },
  { "/can-fail/unguarded", create_unguarded, "takes any text that is pasted" },
  { "/can-fail/warning", create_warning, "Gtk-CRITICAL" },
  { "/can-fail/roleless", create_roleless, "takes the keyboard and says nothing: a GtkDrawingArea" },
  { "/can-fail/unheard", create_unheard, "is in something that screen readers are not told of: a GtkButton" },
  { "/can-fail/stateless", create_stateless, "does not say whether it is pressed: a GtkToggleButton" },
  { "/can-fail/unexplained", create_unexplained, "does not say what is wrong: a GtkEntry" },
  { "/can-fail/aimless-search", create_aimless_search, "does not say where what is found stands" },
  { "/can-fail/trap", create_trap, "Tab gets stuck at" },
  { "/can-fail/left-out", create_left_out, "Tab does not reach: a GtkButton in a GtkBox “Number 3”" },
  { "/can-fail/jump", create_jump, "Tab jumps back" },
  { "/can-fail/one-way", create_one_way, "Shift+Tab does not reach: a GtkButton in a GtkBox “Number 1”" },
};

static GtkWidget *
open_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_titlebar (GTK_WINDOW (window), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 200);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static const struct
{
  const char *name;
  GtkWidget *(*create) (void);
  const char *complaint; /* NULL: there is none */
} texts[] = {
  { "/can-fail/words/translated", create_translated, NULL },
  { "/can-fail/words/untranslated", create_untranslated, "not translated: “Send” in the text" },
  { "/can-fail/words/cut-out", create_cut_out, "not translated: “[”" },
  { "/can-fail/words/description", create_untranslated_description,
    "not translated: “Send” in the description" },
};

static void
assert_one (GPtrArray *faults, const char *complaint)
{
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, complaint != NULL);
  if (complaint != NULL)
    g_assert_true (g_str_has_prefix (faults->pdata[0], complaint));
}

static void
test_words (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) known = g_ptr_array_new ();
  GtkWidget *window = open_window (texts[row].create ());

  g_ptr_array_add (known, (gpointer) "Sample Company");
  g_ptr_array_add (known, (gpointer) "of");
  gallery_find_untranslated (window, known, faults);
  gtk_window_destroy (GTK_WINDOW (window));
  assert_one (faults, texts[row].complaint);
}

/* A window that is laid out from right to left, once with something in it that stays on the left */
static void
test_turned (void)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *fixed = gtk_fixed_new (), *label = gtk_label_new ("[Lines]"), *window;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = open_window (create_sound ());
  gallery_find_unturned (window, faults);
  assert_one (faults, NULL);
  gtk_fixed_put (GTK_FIXED (fixed), label, 5, 5);
  gtk_widget_set_direction (fixed, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_window_set_child (GTK_WINDOW (window), fixed);
  gtk_test_widget_wait_for_draw (window);
  gallery_find_unturned (window, faults);
  assert_one (faults, "not turned: a GtkLabel");
  g_ptr_array_set_size (faults, 0);
  gtk_window_set_child (GTK_WINDOW (window), gtk_image_new_from_icon_name ("object-rotate-right-symbolic"));
  gtk_test_widget_wait_for_draw (window);
  gallery_find_unturned (window, faults);
  assert_one (faults, "points the same way in both directions: object-rotate-right-symbolic");
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_sample (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  gboolean   found = FALSE;
  GtkWidget *window;

  gallery_watch_warnings (faults);
  window = open_window (samples[row].create ());
  gallery_find_cut (window, faults);
  gallery_find_overlaps (window, faults);
  gallery_find_nameless (window, faults);
  gallery_find_unguarded (window, faults);
  gallery_find_roleless (window, faults);
  gallery_find_lost (window, faults);
  gtk_window_destroy (GTK_WINDOW (window));
  gallery_watch_warnings (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      g_test_message ("%s", (char *) faults->pdata[i]);
      found =
        found
        || (samples[row].complaint != NULL && strstr (faults->pdata[i], samples[row].complaint) != NULL);
    }
  if (samples[row].complaint == NULL)
    g_assert_cmpuint (faults->len, ==, 0);
  else
    g_assert_true (found);
}

/* A tile draws its letter itself: once as it is, once too pale */
static void
test_drawn_contrast (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *window;
  GtkWidget *tile = veto_tile_new (34), *pale = veto_tile_new (34);
  g_autoptr(ScenePicture) picture = NULL;

  veto_tile_set_text (VETO_TILE (tile), "Example");
  veto_tile_set_text (VETO_TILE (pale), "Example");
  gtk_box_append (GTK_BOX (box), tile);
  gtk_box_append (GTK_BOX (box), pale);
  gtk_widget_set_opacity (pale, 0.4);
  window = open_window (box);
  picture = scene_picture_new (window, 3);
  g_assert_cmpfloat (scene_picture_get_drawn_contrast (picture, tile), >=, 4.4);
  g_assert_cmpfloat (scene_picture_get_drawn_contrast (picture, tile), <, 21); /* it draws words */
  g_assert_cmpfloat (scene_picture_get_drawn_contrast (picture, pale), <, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Grey on white, once too pale, also where one has to scroll to it */
static void
test_contrast (void)
{
  GtkWidget *scroller = create_scrolled ();
  GtkWidget *box =
    gtk_viewport_get_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller))));
  GtkWidget *pale = gtk_label_new ("pale"), *last = gtk_label_new ("plain"), *window;
  g_autoptr(ScenePicture) picture = NULL;

  gtk_widget_set_opacity (pale, 0.3);
  gtk_box_append (GTK_BOX (box), pale);
  gtk_box_append (GTK_BOX (box), last);
  window = open_window (scroller);
  picture = scene_picture_new (window, 3);
  g_assert_cmpfloat (scene_picture_get_contrast (picture, pale), <, 3);
  g_assert_cmpfloat (scene_picture_get_contrast (picture, pale), >, 1);
  g_assert_cmpfloat (scene_picture_get_contrast (picture, last), >, 7);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, GSIZE_TO_POINTER (i), test_sample);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_test_add_data_func (texts[i].name, GSIZE_TO_POINTER (i), test_words);
  g_test_add_func ("/can-fail/turned", test_turned);
  g_test_add_func ("/can-fail/contrast", test_contrast);
  g_test_add_func ("/can-fail/drawn-contrast", test_drawn_contrast);
  return g_test_run ();
}
