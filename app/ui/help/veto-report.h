/* A report about a wrong step, as text. Nothing in it is about the person.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"

G_BEGIN_DECLS

/* What is wrong, as far as that is known. Only borrowed. */
typedef struct
{
  VetoGuideSet     *set;
  VetoPlatform     *platform; /* nullable: nothing of this is known */
  const VetoGuide  *guide;    /* nullable */
  const VetoStep   *step;     /* nullable: the guide as a whole */
  const VetoBranch *branch;   /* nullable: the detour that the step is in */
  guint             index;    /* of the step, from 0, in the guide or in the detour */
} VetoReportSubject;

/**
 * veto_report_dup_text:
 * @subject: what is on the screen
 * @out_place: (out): where the person writes, in characters from the beginning
 *
 * Leaves room for what the person saw, then names the service, the way, the step, what the guidance is and of which day,
 * and the version of Veto.
 *
 * Returns: (transfer full): lines for people; placeholders of the step are not filled with what was entered
 */
char *veto_report_dup_text (const VetoReportSubject *subject, guint *out_place);

/* Returns: (transfer full): what an e-mail with the report is called */
char *veto_report_dup_subject (const VetoReportSubject *subject);

/* Returns: (transfer none): one paragraph: to whom the text can go, as this Veto was built, and that nobody sends it */
const char *veto_report_get_advice (void);

/* Returns: (transfer none) (nullable): the address that this Veto was built with (meson option "report_address") */
const char *veto_report_get_address (void);

G_END_DECLS
