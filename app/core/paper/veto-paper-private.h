/* Private to paper: lines of type, and where they stand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What Pango set is taken apart into runs of Cairo's glyphs at once: a PangoLayout belongs to the thread that made it,
 * a cairo_scaled_font_t to everybody. So pages can be laid out in one thread and drawn in another. */
#pragma once

#include <pango/pangocairo.h>

#include "veto-document-private.h"
#include "veto-paper.h"

G_BEGIN_DECLS

#define VETO_MM (72.0 / 25.4)
#define VETO_A4_WIDTH (210.0 * VETO_MM)
#define VETO_A4_HEIGHT (297.0 * VETO_MM)
#define VETO_LEFT (25 * VETO_MM) /* margins of text: DIN 5008, and a margin to punch holes in */
#define VETO_RIGHT (20 * VETO_MM)
#define VETO_TOP (20 * VETO_MM)
#define VETO_BOTTOM (VETO_A4_HEIGHT - 25 * VETO_MM)
#define VETO_EMPTY_LINE (4.23 * VETO_MM)
#define VETO_TEXT_WIDTH (VETO_A4_WIDTH - VETO_LEFT - VETO_RIGHT)
#define VETO_PICTURE_EDGE (165 * VETO_MM) /* of a picture, at most */
#define VETO_FACT_WIDTH (48 * VETO_MM)    /* of the column of labels */

/* Letters of one font, as they stand from left to right */
typedef struct
{
  cairo_scaled_font_t  *font;
  cairo_glyph_t        *glyphs; /* from the line's start, on its baseline */
  cairo_text_cluster_t *clusters;
  int                   n_glyphs;
  int                   n_clusters;
  gboolean              backward;
  const char           *text; /* in the line's text */
  int                   n_bytes;
} VetoRun;

typedef struct
{
  char        *text;
  gboolean     ends;    /* what follows is another line of the source, not the rest of this one */
  GArray      *runs;    /* (element-type VetoRun) */
  VetoPicture *picture; /* nullable: what stands there instead of type; width and height are its */
  double       x;       /* from the left edge of the column: more than 0 where type is set from the right */
  double       width;
  double       lead;     /* space above, for a pen */
  double       height;   /* to the next line */
  double       baseline; /* from the top of the line */
} VetoLine;

typedef struct
{
  double   size; /* points */
  gboolean bold;
  double   spacing; /* height of a line, in heights of the font */
  double   gray;    /* 0: black */
} VetoType;

/* Sets text as lines */
typedef struct
{
  PangoLayout *layout;
  GPtrArray   *lines;    /* (element-type VetoLine): all lines that were set; belongs to the paper */
  gboolean     replaces; /* what has no shape becomes "?", instead of being an error */
} VetoSetter;

/* How a PDF calls it */
typedef enum {
  VETO_TAG_NONE,
  VETO_TAG_TEXT,
  VETO_TAG_LABEL,
  VETO_TAG_LINK,
  VETO_TAG_FIGURE,
  VETO_TAG_H1,
  VETO_TAG_H2,
  VETO_TAG_H3
} VetoTag;

/* Something that stands on a page: a line of type, or a box that is drawn (with @line %NULL) */
typedef struct
{
  VetoLine *line;
  double    x;             /* of the column */
  double    y;             /* of the top, with the space above */
  double    width, height; /* of a box */
  double    gray;
  VetoTag   tag;
  guint     block;
  guint     depth; /* of a list in lists */
} VetoMark;

/* A block that was set and waits for its place */
typedef struct
{
  GPtrArray *lines;    /* (element-type VetoLine) (not owned) */
  VetoLine  *marker;   /* nullable */
  GPtrArray *labels;   /* (element-type VetoLine) (not owned) (nullable): of a fact, beside its lines */
  double     x;        /* of the column of its lines */
  double     marker_x; /* of the column of the marker */
  double     box;      /* size of the box to tick; 0: none */
  double     box_x;
  double     before; /* space above, which a page's top swallows */
  double     gray;
  VetoTag    tag;
  guint      block;
  guint      depth;
  gboolean   new_page;    /* begins a page */
  gboolean   whole;       /* is not divided */
  gboolean   keep_next;   /* stays with the next block */
  gboolean   keep_before; /* stays with the end of the block before it */
} VetoSetBlock;

/* Where text may stand */
typedef struct
{
  double first_top; /* on page 1 */
  double next_top;  /* on all others */
  double bottom;
} VetoColumn;

struct _VetoPaper
{
  GObject    parent_instance;
  char      *title;
  char      *language;
  GPtrArray *lines; /* (element-type VetoLine) */
  GPtrArray *pages; /* (element-type GArray of VetoMark) */
};

/* A document on its way to the paper */
typedef struct
{
  VetoPaper     *paper;
  VetoDocument  *document;
  VetoPaperStyle style;
  VetoSetter     setter;
  GPtrArray     *blocks;                      /* (element-type VetoSetBlock) */
  double         body;                        /* size of the body's type, points */
  double insets[VETO_DOCUMENT_MAX_DEPTH + 2]; /* where text of each depth begins, points from the margin */
} VetoJob;

/* Whether it has a letterhead. */
gboolean veto_job_is_letter (VetoJob *job);

/* Sets all blocks of the document. */
gboolean veto_job_set_blocks (VetoJob *job, GError **error);

/* Puts the head of a DIN 5008 letter on a first page. @out_top: where the subject begins */
gboolean veto_job_set_din_head (VetoJob *job, double *out_top, GError **error);

/* Sets sender, day, recipient and references as blocks, one below the other. */
gboolean veto_job_set_plain_head (VetoJob *job, GError **error);

gboolean veto_job_set_subject (VetoJob *job, GError **error);

/* Puts head and foot on the finished pages: who writes, the number of the page, marks for folding and punching. */
gboolean veto_job_set_edges (VetoJob *job, GError **error);

/**
 * veto_setter_set:
 * @width: of the column, points
 * @out_lines: (element-type VetoLine): lines are added, which belong to the setter's paper
 *
 * Returns: %FALSE with %VETO_PAPER_ERROR_NO_FONT if there is a character without a shape
 */
gboolean veto_setter_set (VetoSetter     *setter,
                          const char     *text,
                          const VetoType *type,
                          double          width,
                          GPtrArray      *out_lines,
                          GError        **error);

void veto_setter_init (VetoSetter *setter, const char *language, GPtrArray *lines);
void veto_setter_clear (VetoSetter *setter);

/* Whether @text is to be set from right to left: what its first letters say, or the document's language. */
gboolean veto_setter_is_rtl (VetoSetter *setter, const char *text);

/* Frees a line; for the paper's array. */
void veto_line_free (gpointer line);

/* The sum of the heights of @lines */
double veto_lines_get_height (GPtrArray *lines);

/**
 * veto_paper_flow:
 * @blocks: (element-type VetoSetBlock)
 * @max_pages: more of them are an error
 *
 * Puts blocks on pages, which are added to the paper: at least two lines of a paragraph stand together, a heading stays with
 * what follows, a signature with what is before it.
 */
gboolean veto_paper_flow (VetoPaper        *self,
                          GPtrArray        *blocks,
                          const VetoColumn *column,
                          guint             max_pages,
                          GError          **error);

/* A new page at the end; (transfer none) */
GArray *veto_paper_add_page (VetoPaper *self);

/* Draws a page; with @tagged, @cr is a PDF's and gets the structure as well. */
void veto_paper_draw_page (VetoPaper *self, guint page, cairo_t *cr, gboolean tagged);

/* Adds to a PDF that Cairo wrote what Cairo cannot say: its language, and what is to be seen on its pictures. One that is not
 * as expected stays as it is: readable, without that. */
void veto_paper_write_access (VetoPaper *self, GByteArray *pdf);

/* Sets %VETO_PAPER_ERROR_NO_FONT for @c. */
void veto_paper_set_no_font (gunichar c, GError **error);

G_END_DECLS
