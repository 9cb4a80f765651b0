/* What --json gives: one object, whose members are documented in docs/vetoctl.md and stay.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "veto-guide-set.h"

G_BEGIN_DECLS

/* Prints @builder's object as one line. Only ASCII and what the text policy allows stands in it as it is. */
int veto_ctl_print_json (JsonBuilder *builder);

/* Sets @member of the object that is being built. @text: (nullable): %NULL is null */
void veto_ctl_set_text (JsonBuilder *builder, const char *member, const char *text);
void veto_ctl_set_number (JsonBuilder *builder, const char *member, guint number);
void veto_ctl_set_flag (JsonBuilder *builder, const char *member, gboolean flag);

/* @texts: (nullable) (array zero-terminated=1): %NULL is an empty list */
void veto_ctl_set_texts (JsonBuilder *builder, const char *member, const char *const *texts);

/* Sets @member: a day as ISO text, null when there is none. */
void veto_ctl_set_day (JsonBuilder *builder, const char *member, const GDate *day);

/* Sets "id", "publisher", "about", "date" and "link". */
void veto_ctl_set_source (JsonBuilder *builder, const VetoSource *source);

/* Sets "as_of", "certainty" and, with @with_sources, "tried" and "sources". */
void veto_ctl_set_evidence (JsonBuilder *builder, const VetoEvidence *evidence, gboolean with_sources);

/* Sets "id", "name" and "as_of". */
void veto_ctl_set_platform (JsonBuilder *builder, VetoPlatform *platform);

/* Sets "id", "goal" and "title". */
void veto_ctl_set_guide (JsonBuilder *builder, const VetoGuide *guide);

G_END_DECLS
