/* A document laid out on pages: for the screen, the printer, a PDF.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "veto-document.h"

G_BEGIN_DECLS

#define VETO_PAPER_ERROR (veto_paper_error_quark ())
GQuark veto_paper_error_quark (void);

typedef enum {
  VETO_PAPER_ERROR_NO_FONT, /* no font here has a shape for a character; the message names the script and the character */
  VETO_PAPER_ERROR_ADDRESS, /* the recipient, or what stands above it, does not fit in the window of an envelope */
  VETO_PAPER_ERROR_TOO_LONG, /* more than 60,000 characters, or too many pages */
  VETO_PAPER_ERROR_FAILED    /* Cairo could not do it: no memory */
} VetoPaperError;

typedef enum {
  VETO_PAPER_SHEET, /* A4, what is to be read and ticked: large type, no letterhead */
  VETO_PAPER_DIN_5008, /* A4, a German letter, DIN 5008 form B: for an envelope with a window, with marks to fold */
  VETO_PAPER_LETTER, /* A4, a letter as it is written elsewhere: sender, day, recipient, subject, one below the other */
  VETO_PAPER_DOSSIER /* A4, a file for others: its title at the foot of each page, up to 600 pages; what no font has is "?" */
} VetoPaperStyle;

#define VETO_TYPE_PAPER (veto_paper_get_type ())
G_DECLARE_FINAL_TYPE (VetoPaper, veto_paper, VETO, PAPER, GObject)

/**
 * veto_paper_lay_out:
 * @document: read only
 * @error: %VETO_PAPER_ERROR, with a message for people in the language of the program
 *
 * May be called in any thread. What comes back does not change any more: any thread may draw it, also several at a time.
 * The first call in a thread looks for the fonts, which takes some milliseconds.
 *
 * Returns: (transfer full) (nullable): the pages
 */
VetoPaper *veto_paper_lay_out (VetoDocument *document, VetoPaperStyle style, GError **error);

guint veto_paper_get_n_pages (VetoPaper *self);

/* @out_width, @out_height: (out): in points, 1/72 inch; A4 for all pages */
void veto_paper_get_size (VetoPaper *self, double *out_width, double *out_height);

/**
 * veto_paper_draw:
 * @page: from 0
 * @cr: one unit of user space is a point, and its origin the page's top left corner; the caller scales. It is as before afterwards
 *
 * Draws in black on what is there: the caller paints the white paper. For a preview and for GtkPrintOperation.
 */
void veto_paper_draw (VetoPaper *self, guint page, cairo_t *cr);

/**
 * veto_paper_to_pdf:
 *
 * A tagged PDF (headings, paragraphs, lists) with title and language, its fonts embedded as subsets. It holds no author,
 * no time and nothing of the machine, so the same document gives the same bytes again.
 * Rule: security design, 6.3.
 *
 * Returns: (transfer full) (nullable): the file; %NULL on error
 */
GBytes *veto_paper_to_pdf (VetoPaper *self, GError **error);

/* What of a letter stands outside its blocks; larger than the number of any block */
typedef enum {
  VETO_PAPER_SENDER = 0x1000000,
  VETO_PAPER_RETURN_LINE,
  VETO_PAPER_REMARK,
  VETO_PAPER_RECIPIENT,
  VETO_PAPER_REFERENCES,
  VETO_PAPER_DATE = VETO_PAPER_REFERENCES + 0x10000, /* each label and each value has a number of its own */
  VETO_PAPER_SUBJECT,
  VETO_PAPER_FURNITURE /* head and foot of a page */
} VetoPaperPart;

/* One line of type, where it stands on its page: for tests, and for what a screen reader says about a preview. */
typedef struct
{
  const char *text; /* (transfer none) */
  double      x;    /* points from the left edge */
  double      y;    /* points from the upper edge to the top of the line */
  double      width;
  double      height;
  guint block; /* lines of one block have one number: that of the block in the document, or a VetoPaperPart */
} VetoPaperLine;

guint veto_paper_get_n_lines (VetoPaper *self, guint page);

/* @index: less than veto_paper_get_n_lines(); in the order in which it is read */
void veto_paper_get_line (VetoPaper *self, guint page, guint index, VetoPaperLine *out_line);

G_END_DECLS
