/* One question of a letter: an entry, or statements to tick.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-field"

#include "veto-config.h"

#include "veto-letter-field.h"

#include <glib/gi18n.h>

#include "veto-day.h"
#include "veto-letter-choices.h"
#include "veto-typed-box.h"
#include "veto-typed-day.h"

/* An entry and the question behind it. @field belongs to the labels, which @work keeps. */
typedef struct
{
  VetoLetterWork  *work;
  const VetoField *field;
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  g_object_unref (((Question *) data)->work);
  g_free (data);
}

/* Whoever writes 26.11.2026 means that day. Returns: (transfer full): as a day is kept */
static char *
dup_day (const char *text)
{
  GDate day;

  return veto_typed_day_parse (text, &day) ? veto_day_dup_iso (&day) : g_strdup (text);
}

static void
typed_cb (VetoTypedBox *box, const char *text, Question *question)
{
  g_autofree char *answer = question->field->kind == VETO_FIELD_DAY ? dup_day (text) : g_strdup (text);

  veto_typed_box_set_problem (box, veto_letter_work_set_text (question->work, question->field->id, answer));
}

static void
day_selected_cb (GtkCalendar *calendar, GtkWidget *box)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

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

GtkWidget *
veto_letter_field_new (VetoLetterWork *work, const VetoField *field)
{
  g_autofree char *label = NULL;
  Question        *question;
  GtkWidget       *box;

  g_return_val_if_fail (VETO_IS_LETTER_WORK (work), NULL);

  if (field->kind == VETO_FIELD_CHOICES)
    return veto_letter_choices_new (work, field);
  /* Translators: %s is a question, such as “Your e-mail address” */
  label = field->required ? g_strdup (field->label) : g_strdup_printf (_ ("%s (optional)"), field->label);
  box = veto_typed_box_new (label, field->hint, veto_letter_work_get_text (work, field->id),
                            get_flags (field->kind));
  veto_typed_box_set_problem (VETO_TYPED_BOX (box), veto_letter_work_get_problem (work, field->id));
  veto_typed_box_show_problem (VETO_TYPED_BOX (box));
  if (field->kind == VETO_FIELD_DAY)
    add_calendar (box);

  question = g_new0 (Question, 1);
  question->work = g_object_ref (work);
  question->field = field;
  g_signal_connect_data (box, "typed", G_CALLBACK (typed_cb), question, free_question, 0);
  return box;
}
