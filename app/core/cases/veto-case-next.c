/* What to do next in a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case"

#include "veto-config.h"

#include "veto-case-next.h"

#include <glib/gi18n-lib.h>

#include "veto-case-facts.h"
#include "veto-day.h"
#include "veto-guide-lines.h"
#include "veto-text.h"

/* Ids of letters; public, as those of all kinds are. */
#define LETTER_REMINDER "reminder"
#define LETTER_COMPLAINT "complaint"
#define LETTER_ID_COPY "answer-id-copy"

/* @sentence: (transfer full) */
static VetoNext *
make_next (VetoNextAction action, char *sentence)
{
  VetoNext *next = g_new0 (VetoNext, 1);

  next->action = action;
  next->sentence = sentence;
  return next;
}

/* @sentence: (transfer full). A letter that the guidance does not have cannot be written. */
static VetoNext *
make_letter (const VetoCaseFacts *facts, VetoNextAction action, const char *letter, char *sentence)
{
  VetoNext *next = make_next (action, sentence);

  if (letter != NULL && veto_guide_set_find_letter (facts->set, letter) != NULL)
    next->letter = letter;
  return next;
}

/* @sentence: (transfer full) */
static VetoNext *
make_wait (const GDate *day, char *sentence)
{
  VetoNext *next = make_next (VETO_NEXT_WAIT, sentence);

  next->day = *day;
  return next;
}

static const VetoStep *
find_next_step (const VetoCaseFacts *facts)
{
  return facts->guide != NULL ? veto_progress_get_next (veto_case_get_progress (facts->item), facts->guide)
                              : NULL;
}

/* A company has no steps: its letter is the way. */
static VetoNext *
write_letter (const VetoCaseFacts *facts)
{
  VetoLetterKind *kind = veto_case_find_letter (facts->item);
  VetoNext       *next = make_next (VETO_NEXT_CONTINUE, g_strdup (_ ("Next: write the letter and send it.")));

  next->letter = kind != NULL ? g_intern_string (veto_letter_kind_get_id (kind)) : NULL;
  return next;
}

static VetoNext *
continue_steps (const VetoCaseFacts *facts, const VetoStep *step)
{
  g_autofree char *words = step != NULL ? veto_guide_fill_for_anybody (step->title, facts->platform) : NULL;
  g_autofree char *title = veto_text_dup_isolated (words, NULL);
  VetoNext        *next;

  if (step == NULL)
    return make_next (VETO_NEXT_CONTINUE, g_strdup (_ ("Choose another way: the guidance does not describe "
                                                       "yours any more.")));
  /* Translators: %s is the title of a step: what to do next */
  next = make_next (VETO_NEXT_CONTINUE, g_strdup_printf (_ ("Next: %s"), title));
  next->step = g_strdup (step->path);
  return next;
}

/* Of the branches of a step that waits: what to do when nothing came. */
static const VetoBranch *
find_silence (const VetoStep *step)
{
  static const char *const ids[] = { "no-mail", "no-answer" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (guint j = 0; step->branches[j] != NULL; j++)
      if (g_str_equal (step->branches[j]->id, ids[i]))
        return step->branches[j];
  return NULL;
}

/* (nullable): about a mail that comes before the real answer, such as a confirmation */
static VetoNext *
wait_for_mail (const VetoCaseFacts    *facts,
               const VetoStep         *step,
               const VetoCaseDeadline *deadline,
               const GDate            *today)
{
  GDate             until = facts->sent_by_steps;
  g_autofree char  *day = NULL;
  const VetoBranch *branch;
  VetoNext         *next;

  if (step->wait_days == 0 || g_strcmp0 (step->wait_for, "email") != 0 || facts->confirmation != NULL
      || !g_date_valid (&until))
    return NULL;
  g_date_add_days (&until, step->wait_days);
  if (deadline != NULL && g_date_compare (&until, &deadline->sum->due) >= 0)
    return NULL;
  if (g_date_compare (today, &until) <= 0)
    {
      day = veto_day_dup_display_weekday (&until);
      next =
        make_wait (&until,
                   /* Translators: %s is a day */
                   g_strdup_printf (_ ("Wait for an e-mail, until %s. Look into the spam folder too."), day));
      next->step = g_strdup (step->path);
      return next;
    }

  next = make_next (VETO_NEXT_NO_MAIL,
                    g_strdup_printf (ngettext ("No e-mail came within %u day? See what you can do.",
                                               "No e-mail came within %u days? See what you can do.",
                                               step->wait_days),
                                     step->wait_days));
  branch = find_silence (step);
  next->over = until;
  next->step = g_strdup (step->path);
  next->branch = branch != NULL ? g_strdup (branch->id) : NULL;
  return next;
}

static VetoNext *
wait_for_answer (const VetoCaseFacts *facts, const VetoCaseDeadline *deadline, const GDate *today)
{
  const VetoStep  *step = facts->sent == NULL ? find_next_step (facts) : NULL; /* a letter needs no steps */
  VetoNext        *next = NULL;
  g_autofree char *day = NULL;

  if (step != NULL && step->kind != VETO_STEP_WAIT)
    return continue_steps (facts, step);
  if (step != NULL)
    next = wait_for_mail (facts, step, deadline, today);
  if (next != NULL)
    return next;
  if (deadline == NULL)
    return make_next (VETO_NEXT_WAIT, g_strdup (_ ("Wait for the answer.")));
  day = veto_day_dup_display_weekday (&deadline->sum->due);
  return make_wait (&deadline->sum->due,
                    /* Translators: %s is a day */
                    g_strdup_printf (_ ("Wait for the answer. They have time until %s."), day));
}

/* What the person wrote last has a time of its own. (nullable): there is none */
static VetoNext *
follow_up (const VetoCaseFacts *facts, const GDate *today)
{
  g_autoptr(VetoCaseDeadline) deadline = veto_case_facts_compute_follow_up (facts);
  g_autofree char *day = NULL;
  VetoNext        *next;

  if (deadline == NULL)
    return NULL;
  if (g_date_compare (today, &deadline->sum->due) <= 0)
    {
      day = veto_day_dup_display_weekday (&deadline->sum->due);
      return make_wait (&deadline->sum->due,
                        /* Translators: %s is a day */
                        g_strdup_printf (_ ("Wait for the answer to your last letter, until %s."), day));
    }
  next = make_letter (facts, VETO_NEXT_COMPLAINT, LETTER_COMPLAINT,
                      g_strdup (_ ("They did not answer your last letter. You can complain to an authority "
                                   "now; it costs nothing.")));
  next->over = deadline->sum->due;
  return next;
}

static VetoNext *
remind (const VetoCaseFacts *facts)
{
  g_autoptr(VetoCaseDeadline) reply = veto_case_facts_compute_reply (facts);
  VetoNext *next = make_letter (facts, VETO_NEXT_REMINDER, LETTER_REMINDER,
                                g_strdup (_ ("The time to answer is over. Send them a reminder.")));

  if (reply != NULL)
    next->over = reply->sum->due;
  return next;
}

static VetoNext *
complain (const VetoCaseFacts *facts)
{
  return make_letter (facts, VETO_NEXT_COMPLAINT, LETTER_COMPLAINT,
                      g_strdup (_ ("They said no. You can complain to an authority; it costs nothing.")));
}

static VetoNext *
write_back (const VetoCaseFacts *facts)
{
  if (veto_event_get_reply (facts->answer) == VETO_REPLY_ASKS_ID)
    return make_letter (facts, VETO_NEXT_ANSWER, LETTER_ID_COPY,
                        g_strdup (_ ("They ask for proof of who you are. There is a letter that answers "
                                     "this.")));
  return make_next (VETO_NEXT_ANSWER, g_strdup (_ ("Read the answer, and choose the letter that fits it.")));
}

/* (nullable): what was sent counts */
static VetoNext *
send_again (const VetoCaseFacts *facts)
{
  const VetoStep *step;
  VetoNext       *next;

  if (!veto_case_facts_has_to_redo (facts))
    return NULL;
  step = facts->by_steps < VETO_CASE_SENT ? find_next_step (facts) : NULL;
  next = make_next (VETO_NEXT_CONTINUE, veto_guide_fill_for_anybody (facts->guide->redo, facts->platform));
  next->step = g_strdup (step != NULL ? step->path : facts->guide->steps[0].path);
  return next;
}

VetoNext *
veto_case_compute_next (VetoCase *self, const GDate *today)
{
  g_autoptr(VetoCaseDeadline) deadline = NULL;
  VetoCaseFacts facts;
  VetoNext     *next;

  g_return_val_if_fail (VETO_IS_CASE (self) && g_date_valid (today), NULL);

  veto_case_facts_init (&facts, self);
  next = send_again (&facts);
  if (next != NULL)
    return next;
  switch (veto_case_facts_compute_state (&facts, today))
    {
    case VETO_CASE_SENT:
    case VETO_CASE_CONFIRMED:
      deadline = veto_case_facts_compute_deadline (&facts);
      return wait_for_answer (&facts, deadline, today);
    case VETO_CASE_OVERDUE:
      next = follow_up (&facts, today);
      return next != NULL ? next : remind (&facts);
    case VETO_CASE_REFUSED:
      next = follow_up (&facts, today);
      return next != NULL ? next : complain (&facts);
    case VETO_CASE_ANSWERED:
      next = follow_up (&facts, today);
      return next != NULL ? next : write_back (&facts);
    case VETO_CASE_COMPLAINED:
      return make_next (VETO_NEXT_WAIT,
                        g_strdup (_ ("An authority has your complaint. Wait for its letter.")));
    case VETO_CASE_DONE:
      return make_next (VETO_NEXT_DONE, g_strdup (_ ("Done. Keep the confirmations.")));
    case VETO_CASE_NOT_STARTED:
    case VETO_CASE_IN_PROGRESS:
    default:
      if (facts.is_company)
        return write_letter (&facts);
      return continue_steps (&facts, find_next_step (&facts));
    }
}

void
veto_next_free (VetoNext *self)
{
  g_free (self->sentence);
  g_free (self->step);
  g_free (self->branch);
  g_free (self);
}

const char *
veto_next_action_get_id (VetoNextAction action)
{
  static const char *const ids[VETO_NEXT_N_ACTIONS] = {
    [VETO_NEXT_CONTINUE] = "continue", [VETO_NEXT_WAIT] = "wait",         [VETO_NEXT_NO_MAIL] = "no-mail",
    [VETO_NEXT_ANSWER] = "answer",     [VETO_NEXT_REMINDER] = "reminder", [VETO_NEXT_COMPLAINT] = "complaint",
    [VETO_NEXT_DONE] = "done",
  };

  g_return_val_if_fail ((guint) action < VETO_NEXT_N_ACTIONS, NULL);
  return ids[action];
}
