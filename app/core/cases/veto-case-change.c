/* What newer guidance means for a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case"

#include "veto-config.h"

#include "veto-case-change.h"

#include <glib/gi18n-lib.h>

#include "veto-case-facts.h"
#include "veto-case-sending.h"
#include "veto-guide-lines.h"
#include "veto-progress-private.h"
#include "veto-text.h"
#include "veto-timeline-private.h"

/* (nullable): the first of the guide's own steps that was done or skipped when it was described differently */
static const VetoStep *
find_changed (const VetoCaseFacts *facts, guint *out_n)
{
  VetoProgress   *progress = veto_case_get_progress (facts->item);
  const VetoStep *first = NULL;

  *out_n = 0;
  for (guint i = 0; facts->guide != NULL && i < facts->guide->n_steps; i++)
    if (veto_progress_is_outdated (progress, facts->guide, &facts->guide->steps[i]))
      {
        first = first != NULL ? first : &facts->guide->steps[i];
        *out_n += 1;
      }
  return first;
}

/* @sentence: (transfer full) */
static VetoCaseChange *
make_change (VetoCaseChangeKind kind, char *sentence, const VetoStep *step)
{
  VetoCaseChange *self = g_new0 (VetoCaseChange, 1);

  self->kind = kind;
  self->sentence = sentence;
  self->step = step != NULL ? g_strdup (step->path) : NULL;
  return self;
}

static VetoCaseChange *
make_harmless (const char *title, guint n_steps, const VetoStep *step)
{
  if (n_steps == 1)
    return make_change (VETO_CASE_CHANGE_HARMLESS,
                        /* Translators: %s is the title of a step */
                        g_strdup_printf (_ ("The description of the step “%s” has changed since. What you "
                                            "sent counts; you need not do anything."),
                                         title),
                        step);
  return make_change (VETO_CASE_CHANGE_HARMLESS,
                      g_strdup_printf (ngettext ("The description of %u step has changed since. What you "
                                                 "sent counts; you need not do anything.",
                                                 "The descriptions of %u steps have changed since. What you "
                                                 "sent counts; you need not do anything.",
                                                 n_steps),
                                       n_steps),
                      step);
}

static VetoCaseChange *
make_look (const char *title, guint n_steps, const VetoStep *step)
{
  if (n_steps == 1)
    return make_change (VETO_CASE_CHANGE_LOOK,
                        /* Translators: %s is the title of a step */
                        g_strdup_printf (_ ("The description of the step “%s” has changed since you did it. "
                                            "Look at it again before you send."),
                                         title),
                        step);
  return make_change (VETO_CASE_CHANGE_LOOK,
                      g_strdup_printf (ngettext ("The description of %u step has changed since you did it. "
                                                 "Look at it again before you send.",
                                                 "The descriptions of %u steps have changed since you did "
                                                 "them. Look at them again before you send.",
                                                 n_steps),
                                       n_steps),
                      step);
}

VetoCaseChange *
veto_case_compute_change (VetoCase *self)
{
  VetoCaseFacts    facts;
  const VetoStep  *step;
  guint            n_steps;
  g_autofree char *words = NULL, *title = NULL;

  g_return_val_if_fail (VETO_IS_CASE (self), NULL);

  veto_case_facts_init (&facts, self);
  if (veto_case_facts_has_to_redo (&facts))
    return make_change (VETO_CASE_CHANGE_REDO,
                        veto_guide_fill_for_anybody (facts.guide->redo, facts.platform), NULL);
  step = find_changed (&facts, &n_steps);
  if (step == NULL)
    return NULL;
  words = veto_guide_fill_for_anybody (step->title, facts.platform);
  title = veto_text_dup_isolated (words, NULL);
  return veto_case_facts_is_sent (&facts) ? make_harmless (title, n_steps, step)
                                          : make_look (title, n_steps, step);
}

gboolean
veto_case_has_to_redo (VetoCase *self)
{
  VetoCaseFacts    facts;
  VetoPlatform    *platform;
  const VetoGuide *guide;

  g_return_val_if_fail (VETO_IS_CASE (self), FALSE);

  platform = veto_guidance_find (veto_case_get_guidance (self), veto_case_get_platform (self));
  guide = platform != NULL ? veto_platform_find_guide (platform, veto_case_get_guide (self)) : NULL;
  if (guide == NULL || !g_date_valid (&guide->redo_from))
    return FALSE; /* nearly always, and every case is asked for each overview */
  veto_case_facts_init (&facts, self);
  return veto_case_facts_has_to_redo (&facts);
}

void
veto_case_change_free (VetoCaseChange *self)
{
  g_free (self->sentence);
  g_free (self->step);
  g_free (self);
}

const char *
veto_case_change_kind_get_id (VetoCaseChangeKind kind)
{
  static const char *const ids[] = {
    [VETO_CASE_CHANGE_HARMLESS] = "harmless",
    [VETO_CASE_CHANGE_LOOK] = "look",
    [VETO_CASE_CHANGE_REDO] = "redo",
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (ids), NULL);
  return ids[kind];
}

gboolean
veto_case_accept_change (VetoCase *self, GError **error)
{
  VetoCaseFacts facts;

  g_return_val_if_fail (VETO_IS_CASE (self), FALSE);

  veto_case_facts_init (&facts, self);
  for (guint i = 0; facts.guide != NULL && i < facts.guide->n_steps; i++)
    if (veto_progress_is_outdated (veto_case_get_progress (self), facts.guide, &facts.guide->steps[i])
        && !veto_progress_accept_change (veto_case_get_progress (self), facts.guide, &facts.guide->steps[i],
                                         error))
      return FALSE;
  return TRUE;
}

gboolean
veto_case_begin_again (VetoCase *self, GError **error)
{
  VetoCaseFacts   facts;
  VetoCaseSending sending;
  g_autoptr(VetoStoreEvent) sent = NULL;
  g_autoptr(GVariant) undo = NULL;

  g_return_val_if_fail (VETO_IS_CASE (self), FALSE);

  veto_case_facts_init (&facts, self);
  if (facts.by_steps < VETO_CASE_SENT)
    return TRUE;
  if (veto_case_compute_sending (self, &sending) && sending.event == NULL)
    {
      VetoEventDraft draft = { .kind = VETO_EVENT_SENT, .day = sending.day, .channel = sending.channel };

      sent = veto_timeline_make_row (veto_case_get_timeline (self), &draft);
    }
  return veto_progress_start_over_with (veto_case_get_progress (self), sent, &undo, error);
}
