/* What belongs to this process alone, and what the programs that it starts get back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/**
 * veto_process_keep_private:
 *
 * From here on, what this process writes is closed to others (umask 077), and a crash leaves no core image, which would hold
 * what was typed. To be called once, first of all in main().
 *
 * A program that it starts, such as the browser, has the person's own umask and core images again: else what is downloaded
 * there would be closed to the rest of the family. This happens in each child of fork(), which is how GLib starts the program
 * of a desktop file, whether GTK or Veto asks for it (gspawn.c of GLib 2.74.6 and 2.84.4 and their main branch, read
 * 2026-11-26; posix_spawn() is only taken there for children that one waits for). A child of posix_spawn() keeps what is
 * private: it has its parent's memory until it becomes another program.
 *
 * Returns: the person's own umask, for files that are for others
 */
mode_t veto_process_keep_private (void);

G_END_DECLS
