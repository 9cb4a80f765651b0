/* A picture that somebody brought, made such that it can stand on a page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _cairo cairo_t;

/* Immutable: any thread may draw it, also several at a time. */
#define VETO_TYPE_PICTURE (veto_picture_get_type ())
G_DECLARE_FINAL_TYPE (VetoPicture, veto_picture, VETO, PICTURE, GObject)

#define VETO_PICTURE_ERROR (veto_picture_error_quark ())
GQuark veto_picture_error_quark (void);

typedef enum {
  VETO_PICTURE_ERROR_KIND,    /* neither PNG nor JPEG */
  VETO_PICTURE_ERROR_LARGE,   /* more pixels than may be unpacked */
  VETO_PICTURE_ERROR_DAMAGED, /* cannot be read, or not to its end */
} VetoPictureError;

#define VETO_PICTURE_MAX_PIXELS 50000000
#define VETO_PICTURE_MAX_EDGE 1300 /* pixels: 200 to the inch where it is as large as it may be on a page */

/* Whether @bytes begin as a PNG or JPEG does, whatever name they came under. */
gboolean veto_picture_is_one (GBytes *bytes);

/**
 * veto_picture_new:
 * @bytes: a PNG or JPEG from anybody
 * @cancellable: (nullable)
 * @error: %VETO_PICTURE_ERROR, with a sentence for people; %G_IO_ERROR_CANCELLED
 *
 * Looks at the size before anything is unpacked, turns the picture as its camera says, puts it on white, scales it down and packs it as
 * JPEG without what a camera wrote into it. May be called in any thread. Rule: security design, 7.
 *
 * Returns: (transfer full) (nullable)
 */
VetoPicture *veto_picture_new (GBytes *bytes, GCancellable *cancellable, GError **error);

/* In pixels, after scaling */
void veto_picture_get_size (VetoPicture *self, guint *out_width, guint *out_height);

/* Draws it at the origin, a pixel to each unit. On a PDF it stays packed. */
void veto_picture_draw (VetoPicture *self, cairo_t *cr);

G_END_DECLS
