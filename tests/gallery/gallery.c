/* Looks at a page: opens what can be opened, finds faults, takes pictures.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery.h"

#include "gallery-faults.h"
#include "scene-picture.h"
#include "scene-texts.h"
#include "veto-colour.h"
#include "veto-wizard.h"

#define CONTRAST_SCALE 3 /* so that the middle of a stroke has the colour of the text */

static void
open_expander (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
}

typedef struct
{
  Gallery   *gallery;
  GPtrArray *labels; /* whose contrast is not known yet, and what draws words itself */
} Search;

/* (transfer full): the colours of the words in a drawing: where they are the same, what is behind them is as well */
static char *
dup_drawn_style (GtkWidget *widget)
{
  g_autoptr(GArray) texts = scene_find_drawn_texts (widget);
  g_autoptr(GHashTable) colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *style = g_string_new (G_OBJECT_TYPE_NAME (widget));

  for (guint i = 0; i < texts->len; i++)
    {
      char *colour = gdk_rgba_to_string (&g_array_index (texts, SceneText, i).colour);

      if (!g_hash_table_contains (colours, colour))
        g_string_append_printf (style, " %s", colour);
      g_hash_table_add (colours, colour);
    }
  return g_string_free (style, FALSE);
}

static void
find_unknown (GtkWidget *widget, gpointer data)
{
  Search     *search = data;
  GHashTable *known = search->gallery->readable;
  gboolean    is_label = GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';

  if (gtk_widget_is_sensitive (widget)
      && ((is_label && g_hash_table_add (known, scene_dup_style (widget)))
          || (gallery_draws_itself (widget) && g_hash_table_add (known, dup_drawn_style (widget)))))
    g_ptr_array_add (search->labels, widget);
}

static void
check_contrast (Gallery *gallery, GtkWidget *root, GPtrArray *labels, const char *scheme)
{
  g_autoptr(ScenePicture) picture = scene_picture_new (root, CONTRAST_SCALE);

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *widget = labels->pdata[i];
      double     contrast = GTK_IS_LABEL (widget) ? scene_picture_get_contrast (picture, widget)
                                                  : scene_picture_get_drawn_contrast (picture, widget);

      if (contrast < VETO_COLOUR_MIN_CONTRAST)
        g_ptr_array_add (gallery->faults,
                         g_strdup_printf ("%s: contrast %.2f: %s", scheme, contrast,
                                          GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget))
                                                                : G_OBJECT_TYPE_NAME (widget)));
    }
}

/* Which pictures are taken without being asked for: a page of each kind; in the dark only where it is tightest. A platform's
 * page is some ten thousand pixels high: once as it begins, once with all that it can say. */
static gboolean
wants_picture (const Gallery *gallery, const char *name, gboolean dark)
{
  const char *wanted = g_getenv ("VETO_GALLERY");

  if (g_strcmp0 (wanted, "all") == 0)
    return TRUE;
  if (wanted != NULL)
    return g_pattern_match_simple (wanted, name);
  if (gallery->is_brief)
    return FALSE;
  if (g_str_has_prefix (name, "platform-") && !g_str_has_suffix (name, "-first")
      && !g_str_has_suffix (name, "-changed"))
    return FALSE;
  return strchr (name, '/') == NULL
         && (!dark || (gallery->room->width == 360 && gallery->room->points == 11));
}

static void
take_picture (Gallery *gallery, GtkWidget *root, const char *name, const char *scheme)
{
  g_autoptr(ScenePicture) picture = scene_picture_new (root, 1);
  g_autofree char *file = g_strdup_printf ("%s-%s/%s.png", gallery->room->name, scheme, name);
  g_autofree char *path = g_build_filename (gallery->folder, file, NULL);

  for (char *c = path + strlen (path) - strlen (name) - strlen (".png"); *c != '\0'; c++)
    *c = *c == '/' ? '+' : *c;
  scene_picture_save (picture, path);
}

static void
set_dark (GtkWidget *root, gboolean dark)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (dark != adw_style_manager_get_dark (manager))
    {
      adw_style_manager_set_color_scheme (manager,
                                          dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      gtk_test_widget_wait_for_draw (root);
    }
  gtk_widget_unset_state_flags (root, GTK_STATE_FLAG_BACKDROP); /* nobody gives the focus to a window here */
  gtk_test_widget_wait_for_draw (root);
}

/* Colours change no sizes, so that only pictures and contrast are of interest in both schemes. To change the scheme costs
 * more than all the rest: the one that is there comes first, and the other one stays. */
static void
look_at_colours (Gallery *gallery, GtkWidget *root, const char *name)
{
  g_autoptr(GPtrArray) unknown = g_ptr_array_new ();
  Search   search = { gallery, unknown };
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  if ((gallery->room->checks & GALLERY_COLOURS) != 0)
    scene_for_each (root, find_unknown, &search);
  for (guint i = 0; i < 2; i++)
    {
      gboolean    dark = (i == 0) == is_dark;
      gboolean    picture = wants_picture (gallery, name, dark);
      const char *scheme = dark ? "dark" : "light";

      if (!picture && unknown->len == 0)
        continue;
      set_dark (root, dark);
      if (unknown->len > 0)
        check_contrast (gallery, root, unknown, scheme);
      if (picture)
        take_picture (gallery, root, name, scheme);
    }
}

/* (transfer none): down the widest children, the last one */
static GtkWidget *
find_widest (GtkWidget *widget)
{
  GtkWidget *widest = NULL;
  int        width, greatest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      if (gtk_widget_get_visible (child) && width > greatest) /* also what a stack has for later */
        {
          greatest = width;
          widest = child;
        }
    }
  return widest != NULL ? find_widest (widest) : widget;
}

static void
add_too_wide (Gallery *gallery, GtkWidget *window, int width)
{
  GtkWidget *widget = find_widest (window), *label = scene_find (widget, GTK_TYPE_LABEL);

  g_ptr_array_add (gallery->faults,
                   g_strdup_printf ("cannot be narrower than %d pixels because of a %s in a %s: %s", width,
                                    G_OBJECT_TYPE_NAME (widget),
                                    G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)),
                                    label != NULL ? gtk_label_get_text (GTK_LABEL (label)) : "no words"));
}

/* The window of the scene can be as narrow as 360 pixels, and what is in it makes it no wider than it was. In the wide room
 * a toast may be wider: it is laid out for the window that it came in, and goes after some seconds. */
static void
check_width (Gallery *gallery)
{
  GtkWidget *window = GTK_WIDGET (gallery->scene.window);
  int        width = gtk_widget_get_width (window), least_width;
  int        frame = gtk_widget_get_allocated_width (window) - width;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  if (gallery->room->width == 360 && least_width - frame > 360)
    add_too_wide (gallery, window, least_width - frame);
  if (width == gallery->room->width)
    return;
  g_ptr_array_add (gallery->faults, g_strdup_printf ("the window has become %d pixels wide", width));
  gtk_window_set_default_size (GTK_WINDOW (window), gallery->room->width + frame, 700);
}

/* To turn everything to and fro costs more than all the rest: in a brief look one page of those that are called alike, up
 * to the last "-" or "/". */
static gboolean
is_turned_too (Gallery *gallery, const char *name)
{
  g_autofree char *kind = g_strdup (name);
  char            *end = MAX (strrchr (kind, '-'), strrchr (kind, '/'));

  if (end != NULL)
    *end = '\0';
  return g_hash_table_add (gallery->turned, g_steal_pointer (&kind)) || !gallery->is_brief;
}

static void
find_faults (Gallery *gallery, GtkWidget *root, const char *name)
{
  GalleryChecks checks = gallery->room->checks;

  if ((checks & GALLERY_LAYOUT) != 0)
    {
      gallery_find_cut (root, gallery->faults);
      gallery_find_overlaps (root, gallery->faults);
      gallery_find_unguarded (root, gallery->faults);
      if (gallery->room->points == 11)
        gallery_find_small (root, gallery->faults);
    }
  if ((checks & GALLERY_NAMES) != 0)
    {
      gallery_find_nameless (root, gallery->faults);
      gallery_find_roleless (root, gallery->faults);
    }
  if ((checks & GALLERY_WORDS) != 0)
    gallery_find_untranslated (root, gallery->known, gallery->faults);
  if ((checks & GALLERY_TURNED) != 0 && gallery->room->points == 11 && is_turned_too (gallery, name))
    gallery_find_unturned (root, gallery->faults);
}

static void
look (Gallery *gallery, GtkWidget *root, gboolean is_ours, const char *name)
{
  if (!g_hash_table_add (gallery->seen, g_strdup (name)))
    g_ptr_array_add (gallery->faults, g_strdup ("this page was looked at twice, or two have the same name"));
  scene_for_each (root, open_expander, NULL);
  gtk_test_widget_wait_for_draw (root);
  if (root == GTK_WIDGET (gallery->scene.window))
    check_width (gallery);
  if (is_ours)
    find_faults (gallery, root, name);
  look_at_colours (gallery, root, name);
  if (is_ours && (gallery->room->checks & GALLERY_NAMES) != 0 && gallery->room->points == 11)
    gallery_find_lost (root, gallery->faults); /* last: it moves the keyboard about */
  for (guint i = 0; i < gallery->faults->len; i++)
    g_test_message ("%s: %s", name, (char *) gallery->faults->pdata[i]);
  gallery->n_faults += gallery->faults->len;
  g_ptr_array_set_size (gallery->faults, 0);
}

void
gallery_look_at (Gallery *gallery, GtkWidget *root, gboolean is_ours, const char *format, ...)
{
  g_autofree char *name = NULL;
  va_list          arguments;

  va_start (arguments, format);
  name = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  look (gallery, root, is_ours, name);
}

void
gallery_look (Gallery *gallery, const char *format, ...)
{
  g_autofree char *name = NULL;
  va_list          arguments;

  va_start (arguments, format);
  name = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  look (gallery, GTK_WIDGET (gallery->scene.window), TRUE, name);
}

void
gallery_walk (Gallery *gallery, const char *action, const char *target)
{
  GtkWidget *wizard = scene_find (GTK_WIDGET (gallery->scene.window), VETO_TYPE_WIZARD);

  g_assert_nonnull (wizard);
  g_assert_true (gtk_widget_activate_action_variant (wizard, action,
                                                     target != NULL ? g_variant_new_string (target) : NULL));
}
