/* The readers of the parts of a platform, from small to large. Private to guidance.
 * Each reads one JSON object into one struct; what is wrong is complained of, and the struct stays usable.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-controller.h"
#include "veto-glossary.h"
#include "veto-holiday-rule.h"
#include "veto-platform-content.h"
#include "veto-reader.h"

G_BEGIN_DECLS

/* The guide that is being read, for its steps. */
typedef struct
{
  const VetoJson *guides;     /* all of the platform, for branches that lead to one */
  const char     *guide_id;   /* of the guide that is being read */
  VetoBranch     *branches;   /* of that guide; their ids are there before any step is read */
  guint           n_branches; /* */
  const char     *branch_id;  /* nullable: of the branch whose steps are being read */
  GHashTable     *named;      /* ids of branches that a step names */
} VetoGuideContext;

/* @with_as_of: whether as_of and tried are its members; a dated entry has its date instead */
void
veto_read_evidence (VetoReader *reader, const VetoJson *object, gboolean with_as_of, VetoEvidence *evidence);

void veto_read_facts (VetoReader *reader, const VetoJson *platform, VetoPlatformContent *content);
void veto_read_history (VetoReader *reader, const VetoJson *platform, VetoPlatformContent *content);

/* The member "steps" of @object. */
VetoStep *
veto_read_steps (VetoReader *reader, const VetoJson *object, VetoGuideContext *context, guint *out_n);

/* The member "screen" of a step, if it is there. @english: gets the English words of each row, or %NULL */
const VetoScreen *veto_read_screen (VetoReader *reader, const VetoJson *step, GPtrArray *english);

/* The member "guides" of a platform. */
void veto_read_guides (VetoReader *reader, const VetoJson *platform, VetoPlatformContent *content);

/* What platforms refer to; the members of a bundle. Adds to reader->ids. */
typedef struct
{
  const VetoSource         *sources;
  guint                     n_sources;
  VetoCountry              *countries;
  guint                     n_countries;
  const VetoAuthority      *authorities;
  guint                     n_authorities;
  const VetoController     *controllers;
  guint                     n_controllers;
  const VetoHolidayCountry *holidays;
  guint                     n_holidays;
  const VetoTerm           *terms;
  guint                     n_terms;
} VetoShared;

/* The member "countries" of @common; regimes are there before. */
void veto_read_countries (VetoReader *reader, const VetoJson *common, VetoShared *shared);

/* For VetoEntries of VetoAuthority and of VetoController. */
void veto_read_authority (VetoReader *reader, const VetoJson *node, gpointer entry, gpointer data);
void veto_read_controller (VetoReader *reader, const VetoJson *node, gpointer entry, gpointer data);

/* For authors: whether there is one authority for each place where people may complain. */
void veto_lint_competence (VetoReader *reader, const VetoShared *shared);

/* Takes away each link, and each e-mail address, that is not on these lists. What @shared points to lies in the pool, which was
 * written to a moment ago, and nobody else may have seen it. */
void
veto_shared_limit_links (VetoShared *shared, const char *const *link_hosts, const char *const *mail_domains);

void veto_read_shared (VetoReader *reader, const VetoJson *bundle, VetoShared *shared);

/* @list: the member "holidays" of a bundle; its sources have been read. Returns: in the pool, @out_n of them */
const VetoHolidayCountry *veto_read_holidays (VetoReader *reader, const VetoJson *list, guint *out_n);

/* The member "glossary" of a bundle, if it is there; its sources have been read. Returns: in the pool, @out_n of them */
const VetoTerm *veto_read_glossary (VetoReader *reader, const VetoJson *bundle, guint *out_n);

/* What is wrong with one form of a term, or %NULL. */
const char *veto_reader_check_form (const char *form);

/* @node: a platform. Returns: (transfer full) (nullable): %NULL when it is nothing like one */
VetoPlatform *veto_read_platform (VetoReader *reader, const VetoJson *node);

/* Moves the reader to a part of the bundle: a member of guidance.json, or, for authors, a file of their own. */
void veto_read_enter_part (VetoReader *reader, const char *part);

G_END_DECLS
