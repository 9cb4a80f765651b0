/* The files of guidance: from the program's resources, from a folder, or in memory. Private to guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean    is_resource;
  const char *root;  /* a path of resources, or of a folder */
  GHashTable *files; /* nullable: in the place of both, names such as "text/de.json" to GBytes */
} VetoBundleFiles;

/* Whether there is anything of that name. */
gboolean veto_bundle_files_has (const VetoBundleFiles *self, const char *name);

/**
 * veto_bundle_files_read:
 * @name: such as "text/de.json"
 * @error: return location, %VETO_GUIDANCE_ERROR_MISSING or %VETO_GUIDANCE_ERROR_TOO_BIG
 *
 * Reads a regular file and nothing else, so that no device or pipe makes it wait; never more than a document may have.
 *
 * Returns: (transfer full) (nullable)
 */
GBytes *veto_bundle_files_read (const VetoBundleFiles *self, const char *name, GError **error);

/**
 * veto_bundle_files_dup_language:
 * @wanted: (nullable): "de_AT.UTF-8", "de-AT", "de"; from the environment or from a person
 *
 * Returns: (transfer full): the language of these files that fits best, "en" when none does
 */
char *veto_bundle_files_dup_language (const VetoBundleFiles *self, const char *wanted);

/**
 * veto_bundle_files_list_languages:
 *
 * Looks at names only, so a language may be listed whose words cannot be read.
 *
 * Returns: (transfer full): the languages that there are words in, sorted
 */
GStrv veto_bundle_files_list_languages (const VetoBundleFiles *self);

/* Whether @text names a language: [a-z]{2,3}(-[A-Za-z0-9]{2,8})* */
gboolean veto_bundle_files_is_language (const char *text);

G_END_DECLS
