/* Who runs a service, and how to write to them. Immutable structs that belong to a VetoGuideSet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char        *id;
  const char        *name;
  const char *const *services; /* (array zero-terminated=1) */
  const char *const *address;  /* (array zero-terminated=1): its lines; none when it is not known */
  const char        *email;    /* nullable */
  const char        *country;  /* nullable: "IE" */
} VetoController;

G_END_DECLS
