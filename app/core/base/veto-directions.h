/* How deep what says which way text runs may be nested. Whatever sets type is protected by that.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* FriBidi 1.0.8, which Pango asks, dies of some texts with more than 60 embeddings and isolates within each other (tried on
 * 2026-11-26). No honest text has more than a few. */
#define VETO_DIRECTIONS_MAX 32

/* How many embeddings and isolates are open in this line; rather too many than too few. Begins with zeros. */
typedef struct
{
  guint n_isolates;
  guint n_embeddings; /* since the last isolate began or ended: the only ones that U+202C can end */
  guint n_outside;    /* those before it */
} VetoDirections;

/* Whether @c opens an embedding, an override or an isolate. */
gboolean veto_directions_opens (gunichar c);

/* Follows the text. Returns: whether @c, which may say something about directions, can stay */
gboolean veto_directions_follow (VetoDirections *self, gunichar c);

/* How many embeddings, overrides and isolates @text opens. */
guint veto_directions_count (const char *text, gssize n_bytes);

/**
 * veto_directions_dup_limited:
 * @text: UTF-8
 * @n_bytes: of it, or -1
 * @n_allowed: how many embeddings, overrides and isolates may be opened; others are left out. None of them then is too
 *   many, whatever is deleted or joined later
 *
 * Returns: (transfer full)
 */
char *veto_directions_dup_limited (const char *text, gssize n_bytes, guint n_allowed);

G_END_DECLS
