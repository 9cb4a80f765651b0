/* Guidance as people write it: many small files, put together as the bundle they will be. Private to guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-reader.h"

G_BEGIN_DECLS

typedef struct
{
  char             *name;    /* "de" */
  VetoJsonDocument *words;   /* what the strings are put together in */
  const VetoJson   *strings; /* of all its files; only texts */
  GHashTable       *files;   /* key to the file it stands in */
} VetoAuthoredLanguage;

typedef struct
{
  VetoJsonDocument *document;       /* what the bundle is put together in */
  const VetoJson   *bundle;         /* guidance.json, whole or with empty parts where there was a fault */
  GPtrArray        *platform_files; /* of the platforms in the bundle, in the same order; ends with NULL */
  GPtrArray        *letter_files;   /* the same for letters */
  GPtrArray        *languages;      /* of VetoAuthoredLanguage, sorted */
  GPtrArray        *sources;        /* paths of the files and folders that were read */
} VetoAuthoredTree;

/* Reads @folder; complains to @reader, whose pool the texts live in. Returns: %FALSE with @error when there is no folder */
gboolean
veto_authored_tree_read (VetoAuthoredTree *self, VetoReader *reader, const char *folder, GError **error);

void veto_authored_tree_clear (VetoAuthoredTree *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VetoAuthoredTree, veto_authored_tree_clear)

G_END_DECLS
