/* A folder with files that is there as a whole, or not at all. Private to dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char   *name; /* in the folder: "Proof/03 screenshot.png" */
  goffset size;
  char   *sha256;
} VetoDossierFile;

typedef struct
{
  char      *target;  /* where it is to be; NULL: nothing is written */
  char      *draft;   /* where it grows, beside it; NULL once it is done */
  GPtrArray *files;   /* (element-type VetoDossierFile): in the order in which they were added */
  GPtrArray *folders; /* (element-type utf8): inside, that were made */
} VetoDossierFolder;

/* @error: %G_IO_ERROR with a sentence for people; %G_IO_ERROR_EXISTS when something has that name. Returns: (transfer full) (nullable) */
VetoDossierFolder *veto_dossier_folder_new (const char *target, GError **error);

/* One that nothing is written to: it only knows what would be in it. */
VetoDossierFolder *veto_dossier_folder_new_imagined (void);

/* Takes everything away that is not finished, and frees. */
void veto_dossier_folder_free (VetoDossierFolder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoDossierFolder, veto_dossier_folder_free)

/* @name: of veto_dossier_folder_dup_name(), or one of ours */
gboolean veto_dossier_folder_add (VetoDossierFolder *self, const char *name, GBytes *bytes, GError **error);

/* Adds SHA256SUMS, waits for the disk, and gives the folder its name. */
gboolean veto_dossier_folder_finish (VetoDossierFolder *self, GError **error);

/**
 * veto_dossier_folder_dup_name:
 * @folder: inside, safe
 * @number: from 1; in the name, so that two are never the same, whatever the case of their letters
 * @n_all: how many there will be
 * @name: (nullable): from anybody
 *
 * Returns: (transfer full): "Proof/03 screenshot.png"; rule: security design, 6.5
 */
char *veto_dossier_folder_dup_name (const char *folder, guint number, guint n_all, const char *name);

G_END_DECLS
