/* A file of translations of the interface, as gettext's tools write it. For authors; private to guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One text of the interface, in one of the two languages */
typedef struct
{
  char *
    places; /* where it is used: "app/ui/home/veto-home.c app/ui/veto-tell.c"; "" when the file does not say */
  char    *text;
  guint    line; /* of the file, from 1 on */
  gboolean is_translation;
} VetoPoText;

/**
 * veto_po_parse:
 * @content: the whole file
 * @out_language: (out) (transfer full): the language of its head; %NULL when it names none
 *
 * Entries that are out of use and the head are passed over, and so are texts that are empty. A line that is none of gettext's
 * adds nothing: whether the file is sound is for msgfmt to say.
 *
 * Returns: (transfer full) (element-type VetoPoText): in the order of the file
 */
GPtrArray *veto_po_parse (const char *content, char **out_language);

G_END_DECLS
