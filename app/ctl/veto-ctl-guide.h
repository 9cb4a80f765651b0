/* The two ways in which a guide is printed. Private to the command "guide".
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

/* Each prints it all. Returns: exit code */
int veto_ctl_guide_print_text (const VetoCtlGuide *shown);
int veto_ctl_guide_print_json (const VetoCtlGuide *shown);

/* Adds a drawing of @screen, made of ASCII, to @page. */
void veto_ctl_add_screen (GString *page, guint indent, const VetoScreen *screen);

G_END_DECLS
