/* Shows every page of the window and looks at it; tests/gallery/meson.build says in which languages and widths.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery.h"

#include "gallery-faults.h"
#include "gallery-known.h"

/* Of the four rooms of a language the usual one and the one with the least space are looked at whole; the others, which find what
 * these find, are brief unless all is asked for. */
static const GalleryRoom rooms[] = {
  { "narrow-100", 360, 11, GALLERY_LAYOUT | GALLERY_NAMES | GALLERY_COLOURS, TRUE },
  { "narrow-200", 360, 22, GALLERY_LAYOUT, FALSE },
  { "wide-100", 1100, 11, GALLERY_LAYOUT | GALLERY_NAMES | GALLERY_COLOURS, FALSE },
  { "wide-200", 1100, 22, GALLERY_LAYOUT, TRUE },
  { "pseudo-100", 360, 11, GALLERY_LAYOUT | GALLERY_WORDS, TRUE },
  { "pseudo-200", 360, 22, GALLERY_LAYOUT, TRUE },
  { "turned-wide", 1100, 11, GALLERY_LAYOUT | GALLERY_TURNED, TRUE },
  { "turned-200", 360, 22, GALLERY_LAYOUT | GALLERY_TURNED, TRUE },
  { "contrast-wide", 1100, 11, GALLERY_COLOURS, TRUE },
};

static const char *folder; /* for the pictures of this language */

static void
test_room (gconstpointer data)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  const char *part = g_getenv ("VETO_GALLERY_PART"); /* one row of the table, for who works on that */
  Gallery     gallery = { .room = data, .folder = folder };

  gallery.is_brief = gallery.room->is_brief && g_strcmp0 (g_getenv ("VETO_GALLERY"), "all") != 0;

  gallery.faults = g_ptr_array_new_with_free_func (g_free);
  gallery.readable = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gallery.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if ((gallery.room->checks & GALLERY_WORDS) != 0)
    gallery.known = gallery_read_known (g_getenv ("VETO_TEST_GUIDANCE"));
  if ((gallery.room->checks & GALLERY_TURNED) != 0)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  gallery.turned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  if ((gallery.room->checks & GALLERY_TURNED) != 0)
    scene_set_font ("DejaVu Sans", gallery.room->points == 11
                                     ? 11
                                     : 19); /* the other has no Hebrew letters, and is narrower */
  else
    scene_set_font_size (gallery.room->points);
  gallery_watch_warnings (gallery.faults);
  scene_open (&gallery.scene, set, gallery.room->width, 700);
  for (const GalleryPages *pages = gallery_pages; pages->name != NULL; pages++)
    {
      g_autoptr(GTimer) timer = g_timer_new ();
      guint n_before = g_hash_table_size (gallery.seen);

      if ((pages->is_long && gallery.is_brief) || (part != NULL && g_strcmp0 (part, pages->name) != 0))
        continue;
      pages->show (&gallery);
      g_test_message ("%s: %u pages in %.1f s", pages->name, g_hash_table_size (gallery.seen) - n_before,
                      g_timer_elapsed (timer, NULL));
      g_assert_cmpuint (g_hash_table_size (gallery.seen), >, n_before);
    }
  scene_close (&gallery.scene);
  for (guint i = 0; i < gallery.faults->len; i++) /* that came when the window went */
    g_test_message ("at the end: %s", (char *) gallery.faults->pdata[i]);
  gallery.n_faults += gallery.faults->len;
  if (gallery.n_faults > 0)
    g_test_fail_printf ("%u faults", gallery.n_faults); /* GLib keeps the last sentence only */
  gallery_watch_warnings (NULL);
  scene_set_font_size (11);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_hash_table_unref (gallery.readable);
  g_hash_table_unref (gallery.seen);
  g_hash_table_unref (gallery.turned);
  g_ptr_array_unref (gallery.faults);
  g_clear_pointer (&gallery.known, g_ptr_array_unref);
}

int
main (int argc, char *argv[])
{
  g_autofree char *pictures = NULL;
  const char      *language = scene_init (&argc, &argv);

  if (language == NULL)
    return 0;
  if (argc < 3)
    {
      g_printerr ("usage: test-gallery FOLDER narrow|wide|pseudo|turned|contrast\n");
      return 2;
    }
  folder = pictures = g_build_filename (argv[1], language, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    if (g_str_has_prefix (rooms[i].name, argv[2]))
      {
        g_autofree char *name = g_strdup_printf ("/gallery/%s", rooms[i].name);
        g_test_add_data_func (name, &rooms[i], test_room);
      }
  return g_test_run ();
}
