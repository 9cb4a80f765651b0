/* A finished letter, made ready to leave: its pages, the PDF, the words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "veto-paper.h"

G_BEGIN_DECLS

typedef struct
{
  VetoDocument *document; /* nullable: only the PDF is there, as it was sent */
  char         *text;     /* nullable: not broken into lines */
  VetoPaper    *paper;    /* nullable */
  GBytes       *pdf;      /* nullable */
  char         *problem;  /* nullable: why there are no pages, whole sentences */
} VetoLetterPages;

/* Returns: (transfer full): what is left of a letter that was sent. @pdf: its page */
VetoLetterPages *veto_letter_pages_new_sent (GBytes *pdf);

void veto_letter_pages_free (VetoLetterPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoLetterPages, veto_letter_pages_free)

/* Lays @document out in a thread, as it goes into an envelope of its language. */
void veto_letter_pages_make_async (VetoDocument       *document,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            data);

/* Returns: (transfer full) (nullable): %NULL only when it was cancelled */
VetoLetterPages *veto_letter_pages_make_finish (GAsyncResult *result);

G_END_DECLS
