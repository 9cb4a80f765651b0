/* A picture that somebody brought, made such that it can stand on a page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-picture"

#include "veto-config.h"

#include "veto-picture.h"

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "veto-picture-whole.h"

#define CHUNK (64 * 1024)
#define QUALITY "88" /* of 100: small type on a screenshot stays sharp */
#define WHITE 0xffffffu

struct _VetoPicture
{
  GObject parent_instance;
  GBytes *jpeg;
  guint   width, height;
};

G_DEFINE_QUARK (veto-picture-error-quark, veto_picture_error);
G_DEFINE_FINAL_TYPE (VetoPicture, veto_picture, G_TYPE_OBJECT)

/* What the loader tells while it reads */
typedef struct
{
  gboolean is_jpeg;
  gboolean is_known; /* the size, before anything is unpacked */
  gboolean is_large;
  int      n_rows; /* from the top, that were unpacked at least once */
} Header;

static const char *
find_kind (GBytes *bytes)
{
  gsize       n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (n_bytes >= 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "png";
  if (n_bytes >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    return "jpeg";
  return NULL;
}

gboolean
veto_picture_is_one (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, FALSE);
  return find_kind (bytes) != NULL;
}

/* As large as it may be on a page, or larger */
static gboolean
is_enough (int longest)
{
  return longest >= VETO_PICTURE_MAX_EDGE;
}

/* A size of nothing makes the loader give up before it asks for memory. A JPEG is unpacked at a half, a quarter or an eighth of its size
 * in as little time. */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Header *header = data;
  int     part = 1;

  header->is_known = TRUE;
  header->is_large = width < 1 || height < 1 || (gint64) width * height > VETO_PICTURE_MAX_PIXELS;
  while (header->is_jpeg && part < 8 && is_enough (MAX (width, height) / (2 * part)))
    part *= 2;
  if (header->is_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (part > 1)
    gdk_pixbuf_loader_set_size (loader, (width + part - 1) / part, (height + part - 1) / part);
}

/* Where the file ends too early there must not be what was in the memory before. */
static void
area_prepared_cb (GdkPixbufLoader *loader)
{
  gdk_pixbuf_fill (gdk_pixbuf_loader_get_pixbuf (loader), WHITE << 8 | 0xff);
}

static void
area_updated_cb (GdkPixbufLoader *loader, int x, int y, int width, int height, gpointer data)
{
  Header *header = data;

  header->n_rows = MAX (header->n_rows, y + height);
}

static gboolean
is_whole (GBytes *bytes, const Header *header)
{
  gsize         n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);

  return header->is_jpeg ? veto_picture_is_jpeg_whole (data, n_bytes)
                         : veto_picture_is_png_whole (data, n_bytes);
}

static void
set_error (const Header *header, GError **error)
{
  if (header->is_large)
    g_set_error (error, VETO_PICTURE_ERROR, VETO_PICTURE_ERROR_LARGE,
                 _ ("This picture has more than %d million pixels, so it is not shown here."),
                 VETO_PICTURE_MAX_PIXELS / 1000000);
  else
    g_set_error_literal (error, VETO_PICTURE_ERROR, VETO_PICTURE_ERROR_DAMAGED,
                         _ ("This picture is damaged, so Veto cannot show it here."));
}

static gboolean
feed (GdkPixbufLoader *loader, GBytes *bytes, GCancellable *cancellable, const Header *header, GError **error)
{
  gsize         n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);
  gboolean      fine = TRUE;

  for (gsize done = 0; fine && done < n_bytes; done += CHUNK)
    fine = !g_cancellable_is_cancelled (cancellable)
           && gdk_pixbuf_loader_write (loader, data + done, MIN (CHUNK, n_bytes - done), NULL)
           && !header->is_large;
  fine = gdk_pixbuf_loader_close (loader, NULL) && fine; /* also after a failure, or it warns */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  fine = fine && header->is_known && is_whole (bytes, header) && gdk_pixbuf_loader_get_pixbuf (loader) != NULL
         && header->n_rows == gdk_pixbuf_get_height (gdk_pixbuf_loader_get_pixbuf (loader));
  if (!fine)
    set_error (header, error);
  return fine;
}

/* Returns: (transfer full) (nullable): as large as it may be, on white */
static GdkPixbuf *
scale_down (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int longest = MAX (width, height);

  if (longest > VETO_PICTURE_MAX_EDGE)
    {
      width = (int) MAX (1, (gint64) width * VETO_PICTURE_MAX_EDGE / longest);
      height = (int) MAX (1, (gint64) height * VETO_PICTURE_MAX_EDGE / longest);
    }
  if (gdk_pixbuf_get_has_alpha (pixbuf))
    return gdk_pixbuf_composite_color_simple (pixbuf, width, height, GDK_INTERP_BILINEAR, 255, 8, WHITE,
                                              WHITE);
  if (longest > VETO_PICTURE_MAX_EDGE)
    return gdk_pixbuf_scale_simple (pixbuf, width, height, GDK_INTERP_BILINEAR);
  return g_object_ref (pixbuf);
}

/* Returns: (transfer full) (nullable): upright, scaled down, without anything to see through */
static GdkPixbuf *
unpack (GBytes *bytes, const char *kind, GCancellable *cancellable, GError **error)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (kind, NULL);
  g_autoptr(GdkPixbuf) upright = NULL;
  Header header = { .is_jpeg = g_str_equal (kind, "jpeg") };

  if (loader == NULL)
    {
      set_error (&header, error);
      return NULL;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &header);
  g_signal_connect (loader, "area-prepared", G_CALLBACK (area_prepared_cb), NULL);
  g_signal_connect (loader, "area-updated", G_CALLBACK (area_updated_cb), &header);
  if (!feed (loader, bytes, cancellable, &header, error))
    return NULL;
  upright = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  return scale_down (upright);
}

static void
veto_picture_finalize (GObject *object)
{
  g_bytes_unref (VETO_PICTURE (object)->jpeg);

  G_OBJECT_CLASS (veto_picture_parent_class)->finalize (object);
}

static void
veto_picture_class_init (VetoPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_picture_finalize;
}

static void
veto_picture_init (VetoPicture *self)
{
}

VetoPicture *
veto_picture_new (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr(GdkPixbuf) pixbuf = NULL;
  const char  *kind;
  VetoPicture *self;
  char        *jpeg = NULL;
  gsize        n_jpeg;

  g_return_val_if_fail (bytes != NULL, NULL);

  kind = find_kind (bytes);
  if (kind == NULL)
    {
      g_set_error_literal (error, VETO_PICTURE_ERROR, VETO_PICTURE_ERROR_KIND,
                           _ ("This is no picture that can be shown here."));
      return NULL;
    }
  pixbuf = unpack (bytes, kind, cancellable, error);
  if (pixbuf == NULL)
    return NULL;
  if (!gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &n_jpeg, "jpeg", NULL, "quality", QUALITY, NULL))
    {
      set_error (&(Header){ 0 }, error);
      return NULL;
    }
  self = g_object_new (VETO_TYPE_PICTURE, NULL);
  self->jpeg = g_bytes_new_take (jpeg, n_jpeg);
  self->width = gdk_pixbuf_get_width (pixbuf);
  self->height = gdk_pixbuf_get_height (pixbuf);
  return self;
}

void
veto_picture_get_size (VetoPicture *self, guint *out_width, guint *out_height)
{
  g_return_if_fail (VETO_IS_PICTURE (self));
  *out_width = self->width;
  *out_height = self->height;
}

static void
fill_surface (VetoPicture *self, cairo_surface_t *surface)
{
  g_autoptr(GdkPixbuf) pixbuf = unpack (self->jpeg, "jpeg", NULL, NULL);
  guint8 *to = cairo_image_surface_get_data (surface);

  if (pixbuf == NULL || gdk_pixbuf_get_n_channels (pixbuf) != 3 || to == NULL)
    return;
  for (guint y = 0; y < self->height; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32      *row = (gpointer) (to + (gsize) y * cairo_image_surface_get_stride (surface));

      for (guint x = 0; x < self->width; x++, from += 3)
        row[x] = 0xff000000u | (guint32) from[0] << 16 | (guint32) from[1] << 8 | from[2];
    }
}

static void
unref_bytes_cb (gpointer bytes)
{
  g_bytes_unref (bytes);
}

/* A surface for each drawing, because Cairo's are not for several threads at a time. A PDF takes the JPEG as it is and never looks at
 * the pixels, which are then not unpacked: memory that nobody touches costs nothing. */
void
veto_picture_draw (VetoPicture *self, cairo_t *cr)
{
  cairo_surface_t *surface;
  gconstpointer    data;
  gsize            n_bytes;

  g_return_if_fail (VETO_IS_PICTURE (self));

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->width, self->height);
  cairo_surface_flush (surface);
  if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_PDF)
    fill_surface (self, surface);
  cairo_surface_mark_dirty (surface);
  data = g_bytes_get_data (self->jpeg, &n_bytes);
  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, n_bytes, unref_bytes_cb,
                               g_bytes_ref (self->jpeg));
  /* Cairo (1.16) takes the first painting of a page without a clip as the beginning of the page, and forgets the tags before it. */
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_clip (cr);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}
