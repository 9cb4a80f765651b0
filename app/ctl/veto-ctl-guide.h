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

G_END_DECLS
