/* A step in the list of a guide's steps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-step-row"

#include "veto-step-row.h"

#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-step-number.h"
#include "veto-words.h"
#include "veto-wrap.h"

struct _VetoStepRow
{
  GtkListBoxRow   parent_instance;
  char           *path;
  VetoStepNumber *number;
  GtkLabel       *title;
  GtkLabel       *note;
};

G_DEFINE_FINAL_TYPE (VetoStepRow, veto_step_row, GTK_TYPE_LIST_BOX_ROW)

static VetoStepMark
get_mark (VetoObjection *item, const VetoStep *step, VetoStepState state)
{
  if (state == VETO_STEP_STATE_DONE)
    return VETO_STEP_MARK_DONE;
  return step == veto_objection_get_next_step (item) ? VETO_STEP_MARK_CURRENT : VETO_STEP_MARK_OPEN;
}

/* Returns: (nullable): what is to be said about the step beside its title */
static const char *
get_note (const VetoStep *step, VetoStepState state, gboolean outdated)
{
  if (outdated)
    return _ ("Changed since you did it");
  if (state == VETO_STEP_STATE_SKIPPED)
    return _ ("Skipped");
  if (step->optional && state == VETO_STEP_STATE_OPEN)
    return _ ("Not required");
  return NULL;
}

static const char *
get_mark_words (VetoStepMark mark)
{
  if (mark == VETO_STEP_MARK_DONE)
    /* Translators: for screen readers, of a step */
    return _ ("Done");
  if (mark == VETO_STEP_MARK_CURRENT)
    /* Translators: for screen readers, of a step: the one to do now */
    return _ ("This one is next");
  return NULL;
}

static void
tell_row (VetoStepRow *self, guint number, const char *title, VetoStepMark mark, const char *note)
{
  /* Translators: for screen readers: the number and the title of a step */
  g_autofree char *name = g_strdup_printf (_ ("Step %u: %s"), number, title);
  g_autoptr(GString) words = g_string_new (name);

  if (get_mark_words (mark) != NULL)
    g_string_append_printf (words, ". %s", get_mark_words (mark));
  if (note != NULL)
    g_string_append_printf (words, ". %s", note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

static void
veto_step_row_finalize (GObject *object)
{
  g_free (VETO_STEP_ROW (object)->path);

  G_OBJECT_CLASS (veto_step_row_parent_class)->finalize (object);
}

static void
veto_step_row_class_init (VetoStepRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_step_row_finalize;
}

static GtkWidget *
create_label (GtkBox *box)
{
  GtkWidget *label = veto_wrap_label_new (NULL, -1);

  gtk_box_append (box, label);
  return label;
}

static void
veto_step_row_init (VetoStepRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->number = VETO_STEP_NUMBER (veto_step_number_new (0, VETO_STEP_MARK_OPEN));
  self->title = GTK_LABEL (create_label (GTK_BOX (words)));
  self->note = GTK_LABEL (create_label (GTK_BOX (words)));
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "veto-small");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);

  gtk_widget_add_css_class (box, "veto-step-row");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), veto_cards_arrow_new ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
veto_step_row_new (void)
{
  return g_object_new (VETO_TYPE_STEP_ROW, NULL);
}

void
veto_step_row_show (VetoStepRow *self, VetoObjection *item, const VetoGuide *guide, guint index)
{
  const VetoStep  *step = &guide->steps[index];
  VetoCase        *known = veto_objection_get_case (item);
  VetoProgress    *progress = known != NULL ? veto_case_get_progress (known) : NULL;
  g_autofree char *title = veto_words_fill (step->title, item);
  VetoStepState    state = VETO_STEP_STATE_OPEN;
  gboolean         outdated = FALSE;
  const char      *note;
  VetoStepMark     mark;

  g_return_if_fail (VETO_IS_STEP_ROW (self));

  if (progress != NULL)
    {
      state = veto_progress_get_state (progress, guide, step);
      outdated = veto_progress_is_outdated (progress, guide, step);
    }
  mark = get_mark (item, step, state);
  note = get_note (step, state, outdated);

  g_free (self->path);
  self->path = g_strdup (step->path);
  veto_step_number_set_number (self->number, index + 1);
  veto_step_number_set_mark (self->number, mark);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  if (outdated)
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "veto-changed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "veto-changed");
  tell_row (self, index + 1, title, mark, note);
}

const char *
veto_step_row_get_path (VetoStepRow *self)
{
  g_return_val_if_fail (VETO_IS_STEP_ROW (self), NULL);
  return self->path;
}
