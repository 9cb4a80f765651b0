/* A guide that is printed. Private to the command "guide".
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"

G_BEGIN_DECLS

typedef struct
{
  const char      *language; /* of the words */
  VetoPlatform    *platform;
  const VetoGuide *guide;
} VetoCtlGuide;

/* Prints it all. Returns: exit code */
int veto_ctl_guide_print_json (const VetoCtlGuide *shown);

/* Writes it to the file @path, as pages (.pdf) or text (.txt), whole or not at all, and says so. Returns: exit code */
int veto_ctl_guide_write (const VetoCtlGuide *shown, const char *path);

G_END_DECLS
