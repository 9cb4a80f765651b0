/* A case as a file for others: an authority, a lawyer, a consumers' association.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case.h"
#include "veto-guide-set.h"
#include "veto-letter-book.h"
#include "veto-store-proof.h"

G_BEGIN_DECLS

/* Everything that goes into it, copied; made, read and freed on the main thread. */
typedef struct _VetoDossier VetoDossier;

/* Returns: (transfer full) (nullable): that kind of letter in @language, or in the reader's when there is none */
typedef VetoLetterKind *(*VetoDossierFindKind) (const char *kind, const char *language, gpointer data);

/**
 * veto_dossier_new:
 * @item: the case
 * @set: names platforms and companies, in the language that the dossier is in
 * @store: where the proof of the case is; it is read when the dossier is written
 * @letters: of which those of the case that were sent go in
 * @find_kind: gives the words of a letter in its own language; called at once, with @data
 * @today: the day that stands on it
 * @error: return location, %VETO_STORE_ERROR
 *
 * Returns: (transfer full) (nullable)
 */
VetoDossier *veto_dossier_new (VetoCase           *item,
                               VetoGuideSet       *set,
                               VetoStore          *store,
                               VetoLetterBook     *letters,
                               VetoDossierFindKind find_kind,
                               gpointer            data,
                               const GDate        *today,
                               GError            **error);
void         veto_dossier_free (VetoDossier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoDossier, veto_dossier_free)

/**
 * veto_dossier_dup_folder:
 * @parent: a folder that is there
 *
 * Returns: (transfer full): a path in @parent that nothing has yet: "File for the authority Example 2026-11-26"
 */
char *veto_dossier_dup_folder (VetoDossier *self, const char *parent);

/* @fraction: 0 to 1, of what is to be done; on the main thread */
typedef void (*VetoDossierProgress) (double fraction, gpointer data);

/**
 * veto_dossier_write_async:
 * @self: (transfer full): it can be written once
 * @folder: where to; it must not be there yet, the folder around it must
 * @progress: (nullable): called with @progress_data until the callback comes
 *
 * Writes in a thread: the PDF, a folder with the proof byte for byte, one with the PDFs of the letters, and SHA256SUMS, which
 * `sha256sum -c` accepts. What is there under the name @folder is complete. Cancelled or failed, it leaves nothing.
 */
void veto_dossier_write_async (VetoDossier        *self,
                               const char         *folder,
                               VetoDossierProgress progress,
                               gpointer            progress_data,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);

/* @error: %G_IO_ERROR with a sentence for people on what to do, %G_IO_ERROR_CANCELLED, or %VETO_PAPER_ERROR */
gboolean veto_dossier_write_finish (GAsyncResult *result, GError **error);

/**
 * veto_dossier_make_pdf_async:
 * @self: (transfer full): as above
 *
 * Makes the PDF alone, for an e-mail: it says that the person has the files, not that they lie beside it. Nothing is written.
 */
void veto_dossier_make_pdf_async (VetoDossier        *self,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);

/* Returns: (transfer full) (nullable): @error as above */
GBytes *veto_dossier_make_pdf_finish (GAsyncResult *result, GError **error);

/* Returns: (transfer full): what that file is called: "File for the authority Example 2026-11-26.pdf" */
char *veto_dossier_dup_pdf_name (VetoDossier *self);

G_END_DECLS
