/* What several pages say about letters in the same words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-words"

#include "veto-config.h"

#include "veto-letter-words.h"

#include <glib/gi18n.h>

#include "veto-channels.h"
#include "veto-day.h"

char *
veto_letter_words_dup_state (VetoSavedLetter *saved)
{
  const char *sent_day = veto_saved_letter_get_sent_day (saved);
  GDate       day;

  if (sent_day == NULL)
    return g_strdup (_ ("Draft"));
  if (!veto_day_parse (sent_day, &day))
    return g_strdup (_ ("Sent"));
  return veto_channels_dup_words (veto_saved_letter_get_channel (saved), &day);
}

VetoLetterGroup
veto_letter_words_get_group (const char *goal)
{
  static const struct
  {
    const char     *goal;
    VetoLetterGroup group;
  } groups[] = {
    { "object", VETO_LETTER_GROUP_OBJECT },      { "object-third-party", VETO_LETTER_GROUP_OBJECT },
    { "withdrawal", VETO_LETTER_GROUP_OBJECT },  { "access", VETO_LETTER_GROUP_ASK },
    { "erasure", VETO_LETTER_GROUP_ASK },        { "restriction", VETO_LETTER_GROUP_ASK },
    { "reminder", VETO_LETTER_GROUP_NO_ANSWER }, { "answer", VETO_LETTER_GROUP_NO_ANSWER },
    { "complaint", VETO_LETTER_GROUP_COMPLAIN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_strcmp0 (groups[i].goal, goal) == 0)
      return groups[i].group;
  return VETO_LETTER_GROUP_OTHER;
}

const char *
veto_letter_words_get_group_name (VetoLetterGroup group)
{
  static const char *const names[VETO_LETTER_N_GROUPS] = {
    [VETO_LETTER_GROUP_OBJECT] = N_ ("Object"),
    [VETO_LETTER_GROUP_ASK] = N_ ("Ask and delete"),
    [VETO_LETTER_GROUP_NO_ANSWER] = N_ ("They have not answered, or refused"),
    [VETO_LETTER_GROUP_COMPLAIN] = N_ ("Complain"),
    [VETO_LETTER_GROUP_OTHER] = N_ ("Other letters"),
  };

  return gettext (names[group]);
}
