/* One search over all that Veto has: services, ways, companies, letters, cases, help. In memory, as it is when it is made.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-services.h"

G_BEGIN_DECLS

/* What a hit is, in the order in which they are shown. */
typedef enum {
  VETO_SEARCH_CASES,
  VETO_SEARCH_SERVICES,
  VETO_SEARCH_GUIDES,
  VETO_SEARCH_COMPANIES,
  VETO_SEARCH_LETTERS,
  VETO_SEARCH_HELP,
  VETO_SEARCH_N_GROUPS
} VetoSearchGroup;

/* Owned by the search. */
typedef struct
{
  VetoSearchGroup group;
  char           *title;
  char           *details; /* nullable: a line below it */
  char           *folded;  /* all words by which it is found, without capitals and marks */
  const char     *action;  /* of the window, shows it */
  GVariant       *target;  /* of that action */
} VetoSearchHit;

typedef struct _VetoSearch VetoSearch;

/* Returns: (transfer full): free it with veto_search_free(); keeps nothing of @services, which has objections */
VetoSearch *veto_search_new (VetoServices *services);
void        veto_search_free (VetoSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoSearch, veto_search_free)

/**
 * veto_search_find:
 * @words: what somebody typed
 * @group: which kind of hits
 * @max: how many of them at most
 * @out_n: (out): how many there are
 *
 * A hit has each word of @words somewhere, whatever its capitals and marks ("muller" finds "Müller"). Those whose title
 * begins with them come first. Without a word nothing is found.
 *
 * Returns: (transfer container) (element-type VetoSearchHit)
 */
GPtrArray *
veto_search_find (VetoSearch *self, const char *words, VetoSearchGroup group, guint max, guint *out_n);

/* Returns: (transfer none): the heading of the hits of @group */
const char *veto_search_group_get_name (VetoSearchGroup group);

G_END_DECLS
