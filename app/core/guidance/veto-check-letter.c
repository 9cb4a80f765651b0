/* What only a whole letter can tell. All answers that a person could give are tried: a condition has few names.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include <string.h>

#include "veto-letter-readers.h"

#define REGIME "regime."

/* A condition, and whether it can be true, can be false, and can be true while a field is unanswered */
typedef struct
{
  const VetoLetterContent *letter;
  const VetoWhen          *when;
  const char *const       *names;
  guint                    n_names;
  const VetoField         *field; /* nullable */
  gboolean                 can_hold;
  gboolean                 can_fail;
  gboolean                 can_hold_without;
} Trial;

static gboolean
get_truth (const Trial *trial, guint64 truths, const char *name, gboolean fallback)
{
  for (guint i = 0; i < trial->n_names; i++)
    if (g_str_equal (trial->names[i], name))
      return (truths >> i & 1) != 0;
  return fallback;
}

/* Whether the condition looks at every statement of @field, and none of them is ticked */
static gboolean
has_no_choice (const Trial *trial, guint64 truths, const VetoField *field)
{
  for (guint i = 0; i < field->n_choices; i++)
    {
      g_autofree char *name = g_strconcat (field->id, ".", field->choices[i].id, NULL);
      if (get_truth (trial, truths, name, TRUE))
        return FALSE;
    }
  return field->n_choices > 0;
}

/* Whether some statement of @field is ticked */
static gboolean
has_choice (const Trial *trial, guint64 truths, const VetoField *field)
{
  for (guint i = 0; i < field->n_choices; i++)
    {
      g_autofree char *name = g_strconcat (field->id, ".", field->choices[i].id, NULL);
      if (get_truth (trial, truths, name, FALSE))
        return TRUE;
    }
  return FALSE;
}

/* Whether the condition looks at all questions of which one is enough, and none of them is answered */
static gboolean
has_none_of (const Trial *trial, guint64 truths)
{
  const char *const *ids = trial->letter->any_of;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (get_truth (trial, truths, ids[i], TRUE))
      return FALSE;
  return ids != NULL;
}

/* A finished letter has one regime, all required answers, one of those of which one is enough, and a field of choices is answered when one is ticked. */
static gboolean
is_possible (const Trial *trial, guint64 truths, const char *regime)
{
  for (guint i = 0; i < trial->n_names; i++)
    if (g_str_has_prefix (trial->names[i], REGIME)
        && ((truths >> i & 1) != 0) != g_str_equal (trial->names[i] + strlen (REGIME), regime))
      return FALSE;
  if (has_none_of (trial, truths))
    return FALSE;
  for (guint i = 0; i < trial->letter->n_fields; i++)
    {
      const VetoField *field = &trial->letter->fields[i];
      gboolean         answered = get_truth (trial, truths, field->id, field->required);

      if (field->required && !answered)
        return FALSE;
      if (answered && has_no_choice (trial, truths, field))
        return FALSE;
      if (g_strv_contains (trial->names, field->id) && !answered && has_choice (trial, truths, field))
        return FALSE;
    }
  return TRUE;
}

static gboolean
may_lack (const Trial *trial, guint64 truths)
{
  return trial->field != NULL && !trial->field->required
         && !get_truth (trial, truths, trial->field->id, has_choice (trial, truths, trial->field));
}

static void
try_all (Trial *trial)
{
  for (guint i = 0; i < trial->letter->n_regimes; i++)
    for (guint64 truths = 0; truths < (G_GUINT64_CONSTANT (1) << trial->n_names); truths++)
      if (is_possible (trial, truths, trial->letter->regimes[i].id))
        {
          gboolean holds = trial->when == NULL || veto_when_holds (trial->when, truths);

          trial->can_hold |= holds;
          trial->can_fail |= !holds;
          trial->can_hold_without |= holds && may_lack (trial, truths);
        }
}

static Trial
try_condition (const VetoLetterContent *letter, const VetoWhen *when, const VetoField *field)
{
  static const char *const nothing[] = { NULL };
  Trial                    trial = { .letter = letter, .when = when, .field = field, .names = nothing };

  if (when != NULL)
    trial.names = veto_when_get_names (when);
  trial.n_names = g_strv_length ((char **) trial.names);
  try_all (&trial);
  return trial;
}

static void
check_paragraph (VetoReader *reader, const VetoLetterContent *content, const VetoParagraph *paragraph)
{
  Trial trial = try_condition (content, paragraph->when, NULL);

  if (!trial.can_hold)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "when", "can never be true");
  else if (paragraph->when != NULL && !trial.can_fail)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "when", "is always true; leave it out");
  for (guint i = 0; paragraph->uses != NULL && paragraph->uses[i] != NULL; i++)
    {
      const VetoField *field = veto_letter_content_find_field (content, paragraph->uses[i]);

      if (field != NULL && try_condition (content, paragraph->when, field).can_hold_without)
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "uses",
                              "%s may be unanswered where this stands; ask for it in \"when\"", field->id);
    }
}

static gboolean
is_filled_in (const VetoLetterContent *content, const char *name)
{
  for (guint i = 0; i < content->n_paragraphs; i++)
    if (content->paragraphs[i].uses != NULL && g_strv_contains (content->paragraphs[i].uses, name))
      return TRUE;
  return FALSE;
}

static gboolean
is_asked (const VetoLetterContent *content, const char *name)
{
  for (guint i = 0; i < content->n_paragraphs; i++)
    if (content->paragraphs[i].when != NULL
        && g_strv_contains (veto_when_get_names (content->paragraphs[i].when), name))
      return TRUE;
  return FALSE;
}

/* A question whose answer goes nowhere is one too many. */
static void
check_used (VetoReader *reader, const VetoLetterContent *content)
{
  static const char *const head[] = { "name", "address", "email", "place",
                                      NULL }; /* stand above the letter */

  for (guint i = 0; i < content->n_fields; i++)
    {
      const VetoField *field = &content->fields[i];

      if (is_filled_in (content, field->id) || g_strv_contains (head, field->id)
          || field->kind == VETO_FIELD_REFERENCE) /* stands beside the address */
        continue;
      for (guint k = 0; k < field->n_choices; k++)
        {
          g_autofree char *name = g_strconcat (field->id, ".", field->choices[k].id, NULL);
          if (!is_asked (content, name))
            veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "fields", "nothing uses %s", name);
        }
      if (field->n_choices == 0 && !is_asked (content, field->id))
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "fields", "nothing uses %s", field->id);
    }
}

/* Exactly one subject stands above each letter, whatever the answers are: so its condition knows regimes alone. */
static void
check_subjects (VetoReader *reader, const VetoLetterContent *content)
{
  for (guint r = 0; r < content->n_regimes; r++)
    {
      const VetoLetterContent alone = { .regimes = &content->regimes[r], .n_regimes = 1 };
      guint                   n = 0;

      for (guint i = 0; i < content->n_paragraphs; i++)
        if (content->paragraphs[i].kind == VETO_PARAGRAPH_SUBJECT)
          {
            Trial trial = try_condition (&alone, content->paragraphs[i].when, NULL);

            if (trial.can_hold && trial.can_fail)
              veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "paragraphs",
                                    "the condition of a subject may name regimes only: %s",
                                    content->paragraphs[i].id);
            n += trial.can_hold ? 1 : 0;
          }
      if (n != 1)
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "paragraphs",
                              "%u subjects for %s, expected 1", n, content->regimes[r].id);
    }
}

void
veto_check_letter (VetoReader *reader, const VetoLetterContent *content)
{
  const VetoField *name = veto_letter_content_find_field (content, "name");
  gsize            mark, element;

  if (name == NULL || name->kind != VETO_FIELD_NAME || !name->required)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "fields",
                          "expected a required field \"name\" of the kind name: who writes");
  check_subjects (reader, content);
  if (!reader->strict)
    return;
  check_used (reader, content);
  mark = veto_reader_enter (reader, "paragraphs");
  for (guint i = 0; i < content->n_paragraphs; i++)
    {
      element = veto_reader_enter_element (reader, i);
      check_paragraph (reader, content, &content->paragraphs[i]);
      veto_reader_leave (reader, element);
    }
  veto_reader_leave (reader, mark);
}
