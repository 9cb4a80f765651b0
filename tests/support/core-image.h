/* What is in this process's memory, as a file: its core image.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  CORE_IMAGE_KERNEL, /* as after a crash: the kernel writes it */
  CORE_IMAGE_COPY,   /* each mapping that can be read, copied from a process that stands still */
} CoreImageWay;

/**
 * core_image_take:
 * @folder: an empty one, for the file
 *
 * The image is that of a copy of this process (fork), so that this one goes on. What a process keeps from its copies (MADV_DONTFORK) is
 * not in it. Limits for core images hold for this process as before.
 *
 * Returns: (transfer full) (nullable): the path of the file; %NULL where it cannot be made in that @way: core images go to a program or
 *   to another folder, or are not allowed
 */
char *core_image_take (CoreImageWay way, const char *folder);

G_END_DECLS
