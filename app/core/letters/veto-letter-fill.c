/* What a letter says: which paragraphs, and what stands in the place of their placeholders.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter"

#include "veto-letter-private.h"

#include <string.h>

#include "veto-day.h"
#include "veto-period.h"
#include "veto-template.h"

#define REGIME "regime."

/* While one text is filled */
typedef struct
{
  VetoLetter *letter;
  GPtrArray  *missing; /* nullable */
} Filling;

static gboolean
is_ticked (const char *answer, const char *choice)
{
  g_auto(GStrv) ids = g_strsplit (answer, ",", -1);

  return g_strv_contains ((const char *const *) ids, choice);
}

static gboolean
is_true (VetoLetter *self, const char *name)
{
  const char      *dot = strchr (name, '.'), *answer;
  g_autofree char *field = NULL;

  if (g_str_has_prefix (name, REGIME))
    return g_str_equal (name + strlen (REGIME), self->regime->id);
  field = dot != NULL ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
  answer = g_hash_table_lookup (self->answers, field);
  return answer != NULL && (dot == NULL || is_ticked (answer, dot + 1));
}

gboolean
veto_letter_shows (VetoLetter *self, const VetoParagraph *paragraph)
{
  const char *const *names;
  guint64            truths = 0;

  if (paragraph->when == NULL)
    return TRUE;
  names = veto_when_get_names (paragraph->when);
  for (guint i = 0; names[i] != NULL; i++)
    if (is_true (self, names[i]))
      truths |= G_GUINT64_CONSTANT (1) << i;
  return veto_when_holds (paragraph->when, truths);
}

void
veto_letter_add_missing (GPtrArray *missing, const char *id)
{
  if (missing != NULL && !g_ptr_array_find_with_equal_func (missing, id, g_str_equal, NULL))
    g_ptr_array_add (missing, (gpointer) id);
}

static char *
dup_mark (const Filling *filling, const char *id, const char *blank)
{
  veto_letter_add_missing (filling->missing, id);
  return g_strdup_printf ("[%s]", blank);
}

static char *
dup_sentences (const VetoField *field, const char *answer)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < field->n_choices; i++)
    if (field->choices[i].text != NULL && is_ticked (answer, field->choices[i].id))
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", field->choices[i].text);
  return g_string_free (out, FALSE);
}

static char *
dup_answer (const Filling *filling, const VetoField *field)
{
  const char *answer = g_hash_table_lookup (filling->letter->answers, field->id);
  GDate       day;

  if (answer == NULL)
    return dup_mark (filling, field->id, field->blank);
  if (field->kind == VETO_FIELD_CHOICES)
    return dup_sentences (field, answer);
  if (field->kind == VETO_FIELD_DAY && veto_day_parse (answer, &day))
    return veto_letter_dup_day (filling->letter, &day);
  return g_strdup (answer);
}

/* Our own deadline: so many days from the letter's day. A letter does not know the holidays of where it goes. */
static char *
dup_reply_day (VetoLetter *self)
{
  g_autoptr(VetoDeadline) deadline = veto_deadline_new (&self->day, VETO_PERIOD_DAYS,
                                                         veto_letter_kind_get_reply_days (self->kind), NULL);

  return veto_letter_dup_day (self, &deadline->due);
}

static char *
dup_value (const char *name, gpointer data)
{
  const Filling         *filling = data;
  VetoLetter            *self = filling->letter;
  const VetoLetterWords *words = veto_letter_kind_get_words (self->kind);
  const VetoField       *field = veto_letter_kind_find_field (self->kind, name);

  if (field != NULL)
    return dup_answer (filling, field);
  if (g_str_equal (name, "controller"))
    return self->controller != NULL ? g_strdup (self->controller->name)
                                    : dup_mark (filling, VETO_MISSING_CONTROLLER, words->blank_controller);
  if (g_str_equal (name, "authority"))
    return self->authority != NULL ? g_strdup (self->authority->name)
                                   : dup_mark (filling, VETO_MISSING_AUTHORITY, words->blank_authority);
  if (g_str_equal (name, "day"))
    return veto_letter_dup_day (self, &self->day);
  if (g_str_equal (name, "reply_day"))
    return dup_reply_day (self);
  if (g_str_equal (name, "law"))
    return g_strdup (self->regime->law);
  if (g_str_equal (name, "article"))
    return g_strdup (self->regime->article);
  return NULL;
}

char *
veto_letter_fill (VetoLetter *self, const VetoParagraph *paragraph, GPtrArray *missing)
{
  Filling filling = { self, missing };

  return veto_template_fill (paragraph->text, dup_value, &filling);
}

typedef struct
{
  const VetoLetterWords *words;
  const GDate           *day;
  const char            *place;
  const char            *shown_day;
} DayParts;

static char *
dup_day_part (const char *name, gpointer data)
{
  const DayParts *parts = data;

  if (g_str_equal (name, "number"))
    return g_strdup_printf ("%d", g_date_get_day (parts->day));
  if (g_str_equal (name, "month"))
    return g_strdup (parts->words->months[g_date_get_month (parts->day) - G_DATE_JANUARY]);
  if (g_str_equal (name, "year"))
    return g_strdup_printf ("%d", g_date_get_year (parts->day));
  if (g_str_equal (name, "place"))
    return g_strdup (parts->place);
  return g_str_equal (name, "day") ? g_strdup (parts->shown_day) : NULL;
}

char *
veto_letter_dup_day (VetoLetter *self, const GDate *day)
{
  DayParts parts = { .words = veto_letter_kind_get_words (self->kind), .day = day };

  return veto_template_fill (parts.words->day, dup_day_part, &parts);
}

char *
veto_letter_dup_place_day (VetoLetter *self)
{
  g_autofree char *day = veto_letter_dup_day (self, &self->day);
  DayParts         parts = { .words = veto_letter_kind_get_words (self->kind),
                             .day = &self->day,
                             .place = g_hash_table_lookup (self->answers, "place"),
                             .shown_day = day };

  return parts.place != NULL ? veto_template_fill (parts.words->place_day, dup_day_part, &parts)
                             : g_steal_pointer (&day);
}
