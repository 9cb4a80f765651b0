/* Every page of the window, one after the other, in one language, one width and one size of the text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

/* What is looked for */
typedef enum {
  GALLERY_LAYOUT = 1 << 0, /* what is cut off, lies on something else, takes any text */
  GALLERY_NAMES = 1 << 1,  /* what a screen reader has no name for; the size of the text does not change it */
  GALLERY_COLOURS = 1 << 2, /* contrast, light and dark */
  GALLERY_WORDS = 1 << 3,   /* what is not translated */
  GALLERY_TURNED =
    1 << 4, /* from right to left: what does not turn; the size of the text does not change it */
} GalleryChecks;

/* How the window is while all pages are looked at */
typedef struct
{
  const char   *name; /* "narrow" */
  int           width;
  guint         points; /* of the text; 11 is usual, 22 twice as large */
  GalleryChecks checks;
  gboolean      is_brief; /* look at some pages of each kind only, unless VETO_GALLERY is "all" */
} GalleryRoom;

typedef struct
{
  Scene              scene;
  const GalleryRoom *room;
  const char        *folder;   /* for pictures */
  GPtrArray         *faults;   /* (element-type utf8): of what is looked at now */
  GHashTable        *readable; /* (element-type utf8 utf8): kinds of labels whose contrast is known */
  GHashTable        *seen;     /* (element-type utf8 utf8): names of pages, each once */
  GHashTable        *turned;   /* (element-type utf8 utf8): kinds of pages that were turned */
  GPtrArray         *known;    /* (element-type utf8): what needs no translation; NULL where nobody asks */
  gboolean           is_brief;
  guint              n_faults;
} Gallery;

/* One kind of page: a function that brings each page of that kind onto the screen and calls gallery_look(). It begins
 * and ends with the overview. */
typedef struct
{
  const char *name;
  void (*show) (Gallery *gallery);
  gboolean is_long; /* not part of a brief look */
} GalleryPages;

/* To add a page to the gallery, add a row. Ends with a row without a name. */
extern const GalleryPages gallery_pages[];

/**
 * gallery_look:
 * @format: the name of the page, "facebook/form/open-form"; each name is used once
 *
 * Looks at the window of the scene: opens what can be opened in it, looks for faults, takes pictures.
 */
void gallery_look (Gallery *gallery, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The same for another window, or a popover; @is_ours: FALSE where GTK or libadwaita lays it out and names it */
void gallery_look_at (Gallery *gallery, GtkWidget *root, gboolean is_ours, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

/* Activates an action of the wizard that is shown. */
void gallery_walk (Gallery *gallery, const char *action, const char *target);

G_END_DECLS
