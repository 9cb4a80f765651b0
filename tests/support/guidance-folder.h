/* The built-in guidance in a folder, changed as a test wants it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  char     *path;
  JsonNode *structure; /* guidance.json */
  JsonNode *english;   /* text/en.json */
  JsonNode *german;    /* text/de.json; NULL when the folder is to have none */
} GuidanceFolder;

/* A new folder in the temporary ones; what it will hold is as built in. The program must link the built-in guidance. */
void guidance_folder_init (GuidanceFolder *self);

/* Writes what it holds to disk. */
void guidance_folder_write (GuidanceFolder *self);

/* Removes the folder with what was written. */
void guidance_folder_clear (GuidanceFolder *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GuidanceFolder, guidance_folder_clear)

/* (transfer none): the words by key, of guidance_folder's english or german */
JsonObject *guidance_folder_get_words (JsonNode *file);

/* Whether @key stands for words of platform @id */
gboolean guidance_folder_is_of_platform (const char *key, const char *id);

G_END_DECLS
