/* Trees and bundles of guidance for tests: a copy of the sound one, with one thing changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"

/* A new folder of its own, removed with everything in it by guidance_trees_remove(). */
char *guidance_trees_make_folder (void);
void  guidance_trees_remove (char *folder);

/* A folder that is removed when it goes out of scope */
typedef char Folder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, guidance_trees_remove)

/* Returns: a copy of tests/fixtures/guidance, as people write it */
Folder *guidance_trees_copy_sound (void);

/* Returns: a sound bundle, made of tests/fixtures/guidance */
Folder *guidance_trees_build_sound (void);

/* Reads authored guidance as the program reads its bundle. @tree: a folder as people write it. Returns: (transfer full) */
VetoGuideSet *guidance_trees_load (const char *tree, const char *language);

/* The same with what Veto ships */
VetoGuideSet *guidance_trees_load_real (const char *language);

typedef void (*GuidanceTreesGuideFunc) (VetoPlatform *platform, const VetoGuide *guide, gpointer data);

/* Calls @func for every guide that Veto ships, and asserts that there are some. */
void guidance_trees_for_each_guide (const char *language, GuidanceTreesGuideFunc func, gpointer data);

/* Replaces the first @find in @file by @replace; asserts that it is there. Without @find, @replace is the whole file (made
 * with its folder when it is new); without either, the file is removed. */
void guidance_trees_edit (const char *folder, const char *file, const char *find, const char *replace);

/* The whole content of a file */
char *guidance_trees_read (const char *folder, const char *file);

/* Whether any of @lines contains @words */
gboolean guidance_trees_any_contains (char **lines, const char *words);
