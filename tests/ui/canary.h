/* A password that is nowhere as it is, and how often it is found in memory and in files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core-image.h"

G_BEGIN_DECLS

#define CANARY_LENGTH 24

/* Another one for each run of a program, of small letters. */
void canary_make (void);

/* Its letters, one by one. */
char canary_get_letter (guint i);

/* How often it is there, in UTF-8 and in UTF-16 of either order: in what can be read of this process, in a file, in all files of a
 * folder and below. */
guint canary_count_in_memory (void);
guint canary_count_in_file (const char *path);
guint canary_count_in_folder (const char *folder);

/* The same in a core image of this process that is made for it, and deleted. Says on the test's output how it was made. Returns: how
 * often; -1 when there is none in that @way */
int canary_count_in_image (CoreImageWay way);

G_END_DECLS
