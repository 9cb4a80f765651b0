/* Pictures from anybody on a page: unpacked safely, scaled down, described for who cannot see.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "paper-fixture.h"

#define RED 0xe01b24ff

/* A picture of one colour, the last 8 bits of which say how much one sees through. */
static GBytes *
make_picture (const char *kind, int width, int height, guint32 colour)
{
  g_autoptr(GdkPixbuf)
               pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, (colour & 0xff) != 0xff, 8, width, height);
  g_autoptr(GError) error = NULL;
  char *bytes = NULL;
  gsize n_bytes;

  gdk_pixbuf_fill (pixbuf, colour);
  gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &n_bytes, kind, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, n_bytes);
}

static VetoPicture *
open_picture (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  VetoPicture *picture = veto_picture_new (bytes, NULL, &error);

  g_assert_no_error (error);
  return picture;
}

typedef struct
{
  const char *name;
  const char *kind;
  int         width, height;
  guint       expected_width, expected_height;
} Size;

static const Size sizes[] = {
  { "/picture/size/png", "png", 40, 30, 40, 30 },
  { "/picture/size/jpeg", "jpeg", 40, 30, 40, 30 },
  { "/picture/size/one-pixel", "png", 1, 1, 1, 1 },
  { "/picture/size/wide", "png", 2600, 100, 1300, 50 },
  { "/picture/size/high", "jpeg", 300, 2600, 150, 1300 },
  { "/picture/size/thread", "png", 20000, 1, 1300, 1 },
};

static void
test_size (gconstpointer data)
{
  const Size *size = data;
  g_autoptr(GBytes) bytes = make_picture (size->kind, size->width, size->height, RED);
  g_autoptr(VetoPicture) picture = open_picture (bytes);
  guint width, height;

  g_assert_true (veto_picture_is_one (bytes));
  veto_picture_get_size (picture, &width, &height);
  g_assert_cmpuint (width, ==, size->expected_width);
  g_assert_cmpuint (height, ==, size->expected_height);
}

static void
assert_pixel (cairo_surface_t *surface, int x, int y, guint32 expected)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint32       pixel;

  memcpy (&pixel, data + (gsize) y * cairo_image_surface_get_stride (surface) + 4 * x, sizeof pixel);
  for (guint shift = 0; shift < 24; shift += 8) /* JPEG is never quite exact */
    g_assert_cmpint (ABS ((int) (pixel >> shift & 0xff) - (int) (expected >> shift & 0xff)), <=, 4);
}

/* On the screen as well as on paper; what one can see through is white. */
static void
test_drawn (void)
{
  static const struct
  {
    guint32 colour;
    guint32 expected;
  } samples[] = { { RED, 0xe01b24 }, { 0x00000000, 0xffffff } };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr(GBytes) bytes = make_picture ("png", 20, 10, samples[i].colour);
      g_autoptr(VetoPicture) picture = open_picture (bytes);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 20);
      cairo_t         *cr = cairo_create (surface);

      cairo_translate (cr, 10, 5);
      veto_picture_draw (picture, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      assert_pixel (surface, 5, 2, 0x000000);
      assert_pixel (surface, 20, 10, samples[i].expected);
      cairo_surface_destroy (surface);
    }
}

/* A camera that was held upright says so in its picture. */
static void
test_turned (void)
{
  static const guint8 exif[] = { 0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
                                 0,    1,    1, 18, 0,   3,   0,   0,   0, 1, 0,   6,   0, 0,  0, 0, 0, 0 };
  g_autoptr(GBytes) flat = make_picture ("jpeg", 40, 20, RED), turned = NULL;
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(VetoPicture) picture = NULL;
  guint         width, height;
  gsize         n_flat;
  const guint8 *data = g_bytes_get_data (flat, &n_flat);

  g_byte_array_append (bytes, data, 2);
  g_byte_array_append (bytes, exif, sizeof exif);
  g_byte_array_append (bytes, data + 2, (guint) n_flat - 2);
  turned = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  picture = open_picture (turned);
  veto_picture_get_size (picture, &width, &height);
  g_assert_cmpuint (width, ==, 20);
  g_assert_cmpuint (height, ==, 40);
}

static void
assert_refused (GBytes *bytes, int code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (veto_picture_new (bytes, NULL, &error));
  g_assert_error (error, VETO_PICTURE_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static guint32
count_crc (const guint8 *data, gsize n_bytes)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < n_bytes; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
  return ~crc;
}

/* The size stands in the head, which is right: only the memory for it would be gigabytes. */
static void
test_bomb (void)
{
  static const guint8 sizes_in_head[][8] = { { 0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60 },
                                             { 0, 0, 0x27, 0x10, 0, 0, 0x13, 0x89 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes_in_head); i++)
    {
      g_autoptr(GBytes) small = make_picture ("png", 10, 10, RED), bomb = NULL;
      gsize   n_bytes;
      guint8 *bytes = g_bytes_unref_to_data (g_steal_pointer (&small), &n_bytes);
      guint32 crc;

      memcpy (bytes + 16, sizes_in_head[i], 8);
      crc = GUINT32_TO_BE (count_crc (bytes + 12, 17));
      memcpy (bytes + 29, &crc, 4);
      bomb = g_bytes_new_take (bytes, n_bytes);
      assert_refused (bomb, VETO_PICTURE_ERROR_LARGE);
    }
}

static void
test_refused (void)
{
  g_autoptr(GBytes) png = make_picture ("png", 400, 400, RED), jpeg = make_picture ("jpeg", 400, 400, RED);
  g_autoptr(GBytes) cut = g_bytes_new_from_bytes (png, 0, g_bytes_get_size (png) / 2);
  g_autoptr(GBytes) cut_jpeg = g_bytes_new_from_bytes (jpeg, 0, g_bytes_get_size (jpeg) - 60);
  g_autoptr(GBytes) no_end = g_bytes_new_from_bytes (png, 0, g_bytes_get_size (png) - 1);
  g_autoptr(GBytes) head = g_bytes_new_from_bytes (jpeg, 0, 20), nothing = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) text = g_bytes_new_static ("GIF89a", 6);

  assert_refused (cut, VETO_PICTURE_ERROR_DAMAGED);
  assert_refused (cut_jpeg, VETO_PICTURE_ERROR_DAMAGED);
  assert_refused (no_end, VETO_PICTURE_ERROR_DAMAGED);
  assert_refused (head, VETO_PICTURE_ERROR_DAMAGED);
  assert_refused (nothing, VETO_PICTURE_ERROR_KIND);
  assert_refused (text, VETO_PICTURE_ERROR_KIND);
}

/* Whatever single byte is another one: a picture, or a sentence, and nothing else. */
static void
test_changed (void)
{
  for (guint kind = 0; kind < 2; kind++)
    {
      g_autoptr(GBytes) bytes = make_picture (kind == 0 ? "png" : "jpeg", 64, 64, RED);
      gsize         n_bytes;
      const guint8 *data = g_bytes_get_data (bytes, &n_bytes);

      for (gsize i = 3; i < n_bytes; i++)
        {
          guint8 *copy = g_memdup2 (data, n_bytes);
          g_autoptr(GBytes) other = NULL;
          g_autoptr(GError) error = NULL;
          g_autoptr(VetoPicture) picture = NULL;

          copy[i] ^= (guint8) g_test_rand_int_range (1, 256);
          other = g_bytes_new_take (copy, n_bytes);
          picture = veto_picture_new (other, NULL, &error);
          g_assert_true ((picture == NULL) == (error != NULL));
        }
    }
}

static void
test_cancelled (void)
{
  g_autoptr(GBytes) bytes = make_picture ("png", 400, 400, RED);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (veto_picture_new (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static VetoDocument *
make_album (guint n_pictures)
{
  VetoDocument *document = veto_document_new ("Album", "en");

  for (guint i = 0; i < n_pictures; i++)
    {
      g_autoptr(GBytes) bytes = make_picture (i % 2 == 0 ? "png" : "jpeg", 900, 1300, RED);
      g_autoptr(VetoPicture) picture = open_picture (bytes);
      g_autofree char *description = g_strdup_printf ("Ä (%u) \\", i);

      veto_document_add_picture (document, picture, description);
    }
  return document;
}

/* Every picture is a figure with its description, also one that begins a page; it is as large as it may be. */
static void
test_pdf (void)
{
  g_autoptr(VetoDocument) document = make_album (3);
  g_autoptr(VetoPaper) paper = paper_lay_out (document, VETO_PAPER_DOSSIER);
  g_autofree char *path = paper_save (paper);
  g_autofree char *structure = paper_run ("pdfinfo", "-struct", path, NULL),
                  *check = paper_run ("qpdf", "--check", path, NULL);
  g_autofree char *objects = paper_run ("qpdf", "--qdf", "--object-streams=disable", path, "-", NULL);
  VetoPaperLine    line;

  g_assert_cmpuint (veto_paper_get_n_pages (paper), ==, 3);
  veto_paper_get_line (paper, 0, 0, &line);
  g_assert_cmpstr (line.text, ==, "Ä (0) \\");
  g_assert_cmpfloat (line.height, <=, 165.01 * MM);
  g_assert_cmpfloat (line.height, >=, 164.9 * MM);
  g_assert_cmpfloat_with_epsilon (line.width, line.height * 900 / 1300, 0.5);
  if (structure != NULL && check != NULL && objects != NULL)
    {
      g_assert_cmpstr (structure, ==, "Document\n  Figure\n  Figure\n  Figure\n");
      g_assert_nonnull (strstr (check, "No syntax or stream encoding errors found"));
      for (guint i = 0; i < 3; i++)
        {
          g_autofree char *alt = g_strdup_printf ("/Alt <feff00c400200028003%u00290020005c>", i);
          g_assert_nonnull (strstr (objects, alt));
        }
    }
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* A few pixels are not blown up. */
static void
test_small (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("Small", "en");
  g_autoptr(GBytes) bytes = make_picture ("png", 96, 48, RED);
  g_autoptr(VetoPicture) picture = open_picture (bytes);
  g_autoptr(VetoPaper) paper = NULL;
  VetoPaperLine line;

  veto_document_add_picture (document, picture, "Small");
  paper = paper_lay_out (document, VETO_PAPER_DOSSIER);
  veto_paper_get_line (paper, 0, 0, &line);
  g_assert_cmpfloat_with_epsilon (line.width, 72, 0.01);
  g_assert_cmpfloat_with_epsilon (line.height, 36, 0.01);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_test_add_data_func (sizes[i].name, &sizes[i], test_size);
  g_test_add_func ("/picture/drawn", test_drawn);
  g_test_add_func ("/picture/turned", test_turned);
  g_test_add_func ("/picture/bomb", test_bomb);
  g_test_add_func ("/picture/refused", test_refused);
  g_test_add_func ("/picture/changed", test_changed);
  g_test_add_func ("/picture/cancelled", test_cancelled);
  g_test_add_func ("/picture/pdf", test_pdf);
  g_test_add_func ("/picture/small", test_small);
  return g_test_run ();
}
