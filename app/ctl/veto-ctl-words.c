/* Words that several commands say in the same way, and the ids that --json gives.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "veto-ctl-words.h"

#include <glib/gi18n.h>

const char *
veto_ctl_get_certainty_id (VetoCertainty certainty)
{
  static const char *const ids[] = {
    [VETO_CERTAINTY_PRIMARY] = "primary",
    [VETO_CERTAINTY_REPORTED] = "reported",
    [VETO_CERTAINTY_CONFLICTING] = "conflicting",
  };
  return ids[certainty];
}

const char *
veto_ctl_get_kind_id (VetoStepKind kind)
{
  static const char *const ids[] = {
    [VETO_STEP_OTHER] = "other", [VETO_STEP_OPEN] = "open",     [VETO_STEP_COPY] = "copy",
    [VETO_STEP_FILL] = "fill",   [VETO_STEP_CHOOSE] = "choose", [VETO_STEP_DO] = "do",
    [VETO_STEP_WAIT] = "wait",   [VETO_STEP_KEEP] = "keep",
  };
  return ids[kind];
}

const char *
veto_ctl_get_row_id (VetoRowKind kind)
{
  static const char *const ids[] = {
    [VETO_ROW_TITLE] = "title",   [VETO_ROW_TEXT] = "text",     [VETO_ROW_ENTRY] = "entry",
    [VETO_ROW_FIELD] = "field",   [VETO_ROW_AREA] = "area",     [VETO_ROW_CHOICE] = "choice",
    [VETO_ROW_SWITCH] = "switch", [VETO_ROW_BUTTON] = "button",
  };
  return ids[kind];
}

const char *
veto_ctl_get_goal_words (const char *goal)
{
  static const struct
  {
    const char *id;
    const char *words;
  } goals[] = {
    /* Translators: what a guide is for, as the beginning of "To object, 6 steps" */
    { "object", N_ ("To object") },
    { "object-third-party", N_ ("To object without an account there") },
    { "limit-audience", N_ ("To show less to everybody") },
    { "delete-ai-chats", N_ ("To delete chats with the AI") },
    { "opt-out", N_ ("To opt out") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (goals); i++)
    if (g_str_equal (goals[i].id, goal))
      return gettext (goals[i].words);
  return goal; /* of a newer guidance */
}

const GDate *
veto_ctl_get_as_of (VetoPlatform *platform)
{
  guint            n_guides;
  const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);
  const GDate     *newest = &guides[0].evidence.as_of;

  for (guint i = 1; i < n_guides; i++)
    if (g_date_compare (&guides[i].evidence.as_of, newest) > 0)
      newest = &guides[i].evidence.as_of;
  return newest;
}
