/* One question of a letter: an entry, or statements to tick.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-field"

#include "veto-config.h"

#include "veto-letter-field.h"

#include <glib/gi18n.h>

#include "veto-day.h"
#include "veto-letter-choices.h"
#include "veto-menu-name.h"
#include "veto-typed-box.h"
#include "veto-typed-day.h"

/* An entry and the question behind it. @field belongs to the labels, which @work keeps. */
typedef struct
{
  VetoLetterWork  *work;
  const VetoField *field;
  VetoTypedBox    *box;
  char            *known;   /* what the letter had when this was last asked */
  gboolean         is_busy; /* one of the two follows the other */
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_object_unref (question->work);
  g_free (question->known);
  g_free (question);
}

static void
note_known (Question *question)
{
  g_free (question->known);
  question->known = g_strdup (veto_letter_work_get_text (question->work, question->field->id));
}

/* Whoever writes 26.11.2026 means that day. Returns: (transfer full): as a day is kept */
static char *
dup_day (const char *text)
{
  GDate day;

  return veto_typed_day_parse (text, &day) ? veto_day_dup_iso (&day) : g_strdup (text);
}

/* Returns: (transfer full): what was answered as the entry has it: a day as people write it, not as it is kept */
static char *
dup_shown (VetoLetterWork *work, const VetoField *field)
{
  const char *text = veto_letter_work_get_text (work, field->id);
  GDate       day;

  return field->kind == VETO_FIELD_DAY && text != NULL && veto_day_parse (text, &day)
           ? veto_typed_day_dup (&day)
           : g_strdup (text);
}

/* @problem: (nullable): of the answer. What is no day gets an example as people here write one. */
static void
show_problem (VetoTypedBox *box, VetoLetterWork *work, const VetoField *field, const char *problem)
{
  const char      *text = veto_letter_work_get_text (work, field->id);
  g_autofree char *example = NULL, *words = NULL;
  GDate            day;

  if (field->kind == VETO_FIELD_DAY && problem != NULL && text != NULL && *text != '\0'
      && !veto_typed_day_parse (text, &day))
    {
      veto_day_today (&day);
      example = veto_typed_day_dup (&day);
      /* Translators: %s is today, as it is typed */
      words = g_strdup_printf (_ ("This is no day yet. Write it like this: %s"), example);
    }
  veto_typed_box_set_problem (box, words != NULL ? words : problem);
}

/* What is odd about the day of the first letter, and no fault */
static void
show_remark (Question *question)
{
  g_autofree char *remark = NULL;

  if (!g_str_equal (question->field->id, VETO_LETTER_FIRST_DAY))
    return;
  remark = veto_letter_dup_remark (veto_letter_work_get_letter (question->work));
  veto_typed_box_set_remark (question->box, remark);
}

static void
typed_cb (Question *question, const char *text)
{
  g_autofree char *answer = question->field->kind == VETO_FIELD_DAY ? dup_day (text) : g_strdup (text);

  if (question->is_busy)
    return;
  question->is_busy = TRUE;
  show_problem (question->box, question->work, question->field,
                veto_letter_work_set_text (question->work, question->field->id, answer));
  note_known (question);
  question->is_busy = FALSE;
}

/* What something else answered, such as the choice of a company, stands in the entry as well. */
static void
changed_cb (Question *question)
{
  g_autofree char *text = NULL;

  show_remark (question);
  if (question->is_busy
      || g_strcmp0 (question->known, veto_letter_work_get_text (question->work, question->field->id)) == 0)
    return;
  text = dup_shown (question->work, question->field);
  question->is_busy = TRUE;
  note_known (question);
  veto_typed_box_set_text (question->box, text);
  show_problem (question->box, question->work, question->field,
                veto_letter_work_get_problem (question->work, question->field->id));
  question->is_busy = FALSE;
}

static void
day_selected_cb (GtkCalendar *calendar, GtkWidget *box)
{
  g_autoptr(GDateTime) chosen = gtk_calendar_get_date (calendar);
  g_autofree char *text = NULL;
  GDate            day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (chosen),
                  (GDateMonth) g_date_time_get_month (chosen), (GDateYear) g_date_time_get_year (chosen));
  text = veto_typed_day_dup (&day);
  veto_typed_box_set_text (VETO_TYPED_BOX (box), text);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER)));
}

static void
add_calendar (GtkWidget *box)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Calendar"));
  gtk_widget_set_tooltip_text (button, _ ("Calendar"));
  veto_menu_name_from_tooltip (GTK_MENU_BUTTON (button));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), box, 0);
  veto_typed_box_add_beside (VETO_TYPED_BOX (box), button);
}

static VetoTypedBoxFlags
get_flags (VetoFieldKind kind)
{
  switch (kind)
    {
    case VETO_FIELD_ADDRESS:
    case VETO_FIELD_ACCOUNT:
    case VETO_FIELD_TEXT:
      return VETO_TYPED_BOX_LINES;
    case VETO_FIELD_LINKS:
      return VETO_TYPED_BOX_LINES | VETO_TYPED_BOX_UNFINISHED;
    case VETO_FIELD_EMAIL:
    case VETO_FIELD_DAY:
      return VETO_TYPED_BOX_UNFINISHED;
    case VETO_FIELD_NAME:
    case VETO_FIELD_PLACE:
    case VETO_FIELD_REFERENCE:
    case VETO_FIELD_LINE:
    case VETO_FIELD_CHOICES:
    default:
      return VETO_TYPED_BOX_NONE;
    }
}

/* For as long as the entry is there. */
static void
follow (GtkWidget *box, Question *question)
{
  GClosure *closure = g_cclosure_new_swap (G_CALLBACK (changed_cb), question, NULL);

  g_object_watch_closure (G_OBJECT (box), closure);
  g_signal_connect_closure (question->work, "changed", closure, FALSE);
}

/* Returns: (transfer full): the question, and whether it has to be answered */
static char *
dup_label (VetoLetterKind *kind, const VetoField *field)
{
  const char *const *any_of = veto_letter_kind_get_any_of (kind);

  if (field->required)
    return g_strdup (field->label);
  if (any_of != NULL && g_strv_contains (any_of, field->id))
    for (guint i = 0; any_of[i] != NULL; i++)
      if (!g_str_equal (any_of[i], field->id))
        /* Translators: two questions, one of which has to be answered */
        return g_strdup_printf (_ ("%1$s (this or “%2$s”)"), field->label,
                                veto_letter_kind_find_field (kind, any_of[i])->label);
  /* Translators: %s is a question, such as “Your e-mail address” */
  return g_strdup_printf (_ ("%s (optional)"), field->label);
}

GtkWidget *
veto_letter_field_new (VetoLetterWork *work, const VetoField *field)
{
  g_autofree char *label = NULL, *text = NULL;
  Question        *question;
  GtkWidget       *box;

  g_return_val_if_fail (VETO_IS_LETTER_WORK (work), NULL);

  if (field->kind == VETO_FIELD_CHOICES)
    return veto_letter_choices_new (work, field);
  label = dup_label (veto_letter_work_get_labels (work), field);
  text = dup_shown (work, field);
  box = veto_typed_box_new (label, field->hint, text, get_flags (field->kind));
  show_problem (VETO_TYPED_BOX (box), work, field, veto_letter_work_get_problem (work, field->id));
  veto_typed_box_show_problem (VETO_TYPED_BOX (box));
  if (field->kind == VETO_FIELD_DAY)
    add_calendar (box);

  question = g_new0 (Question, 1);
  question->work = g_object_ref (work);
  question->field = field;
  question->box = VETO_TYPED_BOX (box);
  note_known (question);
  show_remark (question);
  g_object_set_data_full (G_OBJECT (box), "veto-question", question, free_question);
  g_signal_connect_swapped (box, "typed", G_CALLBACK (typed_cb), question);
  follow (box, question);
  return box;
}
