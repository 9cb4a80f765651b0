/* What is next in a case: one sentence, one thing to do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case-next-box"

#include "veto-config.h"

#include "veto-case-next-box.h"

#include <glib/gi18n.h>
#include <string.h>

#include "veto-cards.h"
#include "veto-case-change.h"
#include "veto-case-next.h"
#include "veto-flip-layout.h"
#include "veto-focus.h"
#include "veto-wrap.h"

#define GOAL_ANSWER                                                                                          \
  "answer" /* of letters that answer what a company wrote; public, as docs/letters.md says */

struct _VetoCaseNextBox
{
  GtkWidget     parent_instance;
  VetoServices *services;
  GtkWidget    *box;
  GtkLabel     *sentence;
  GtkWidget    *button;
  GtkWidget    *happened;
  GtkWidget    *answers;       /* letters to choose from */
  GtkWidget    *answers_part;  /* with their heading */
  gpointer      answers_of[2]; /* the case and the guidance that they are of; only to compare */
  GtkWidget    *change;        /* what newer guidance means */
  GtkLabel     *change_words;
  GtkWidget    *read;
  GtkWidget    *look;
};

enum { SIGNAL_HAPPENED, SIGNAL_READ, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoCaseNextBox, veto_case_next_box, GTK_TYPE_WIDGET)

static void
happened_cb (VetoCaseNextBox *self)
{
  g_signal_emit (self, signals[SIGNAL_HAPPENED], 0);
}

static void
read_cb (VetoCaseNextBox *self)
{
  g_signal_emit (self, signals[SIGNAL_READ], 0);
}

/* (nullable): there is nothing to press */
static const char *
get_button_label (const VetoNext *next)
{
  switch (next->action)
    {
    case VETO_NEXT_CONTINUE:
      if (next->letter != NULL)
        return _ ("Write the letter");
      return next->step != NULL ? _ ("Continue") : _ ("Look at the steps");
    case VETO_NEXT_NO_MAIL:
      return _ ("See what you can do");
    case VETO_NEXT_ANSWER:
      return next->letter != NULL ? _ ("Write the letter") : NULL;
    case VETO_NEXT_REMINDER:
      return next->letter != NULL ? _ ("Write the reminder") : NULL;
    case VETO_NEXT_COMPLAINT:
      return next->letter != NULL ? _ ("Write the complaint") : NULL;
    case VETO_NEXT_WAIT:
      return next->step != NULL ? _ ("The e-mail came") : NULL;
    case VETO_NEXT_DONE:
    default:
      return NULL;
    }
}

/* A card says to a screen reader what it says to the eye. */
static void
show_words (GtkLabel *label, const char *words)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_LIST_BOX_ROW);

  gtk_label_set_text (label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_button (VetoCaseNextBox *self, VetoCase *item, const VetoNext *next)
{
  const char *label = get_button_label (next);

  show_words (self->sentence, next->sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  next->sentence, -1);
  gtk_widget_set_visible (self->button, label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", veto_case_get_id (item));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.next");
}

static GtkWidget *
create_answer (VetoLetterKind *kind, VetoCase *item)
{
  const char      *title = veto_letter_kind_get_title (kind), *summary = veto_letter_kind_get_summary (kind);
  g_autofree char *words = g_strdup_printf ("%s. %s", title, summary);
  GtkWidget       *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (box, "veto-fact");
  gtk_widget_set_hexpand (text, TRUE);
  veto_cards_append_label (text, title, "veto-value");
  veto_cards_append_note (text, summary);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), veto_cards_arrow_new ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", veto_case_get_id (item),
                                    veto_letter_kind_get_id (kind));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.case-letter");
  return row;
}

/* Where Veto does not know which letter fits, the person does. */
static void
show_answers (VetoCaseNextBox *self, VetoCase *item, const VetoNext *next)
{
  VetoGuideSet *set = veto_guidance_get_set (self->services->guidance);
  gboolean      is_open = next->action == VETO_NEXT_ANSWER && next->letter == NULL;
  gpointer      of[] = { is_open ? item : NULL, set };
  GtkWidget    *child;

  if (memcmp (of, self->answers_of, sizeof of) == 0)
    return; /* a row that has the keyboard keeps it */
  memcpy (self->answers_of, of, sizeof of);
  while ((child = gtk_widget_get_first_child (self->answers)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->answers), child);
  for (guint i = 0; is_open && i < veto_guide_set_get_n_letters (set); i++)
    {
      VetoLetterKind *kind = veto_guide_set_get_letter (set, i);

      if (g_strcmp0 (veto_letter_kind_get_goal (kind), GOAL_ANSWER) == 0)
        gtk_list_box_append (GTK_LIST_BOX (self->answers), create_answer (kind, item));
    }
  gtk_widget_set_visible (self->answers_part, gtk_widget_get_first_child (self->answers) != NULL);
}

/* That something has to be sent again is what is next, and said there. */
static void
show_change (VetoCaseNextBox *self, VetoCase *item)
{
  g_autoptr(VetoCaseChange) change = veto_case_compute_change (item);
  g_autofree char *place = veto_case_dup_place (item);
  gboolean         is_shown = change != NULL && change->kind != VETO_CASE_CHANGE_REDO;

  gtk_widget_set_visible (self->change, is_shown);
  if (!is_shown)
    return;
  show_words (self->change_words, change->sentence);
  gtk_widget_set_visible (self->read, change->kind == VETO_CASE_CHANGE_HARMLESS);
  gtk_widget_set_visible (self->look, change->kind == VETO_CASE_CHANGE_LOOK);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->look), "(sss)", place, veto_case_get_guide (item),
                                    change->step);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->look), "win.walk");
}

static gboolean
veto_case_next_box_grab_focus (GtkWidget *widget)
{
  VetoCaseNextBox *self = VETO_CASE_NEXT_BOX (widget);

  if (gtk_widget_get_visible (self->button))
    return gtk_widget_grab_focus (self->button);
  if (gtk_widget_get_visible (self->answers_part))
    return veto_focus_first (self->answers);
  return gtk_widget_grab_focus (self->happened);
}

static void
veto_case_next_box_dispose (GObject *object)
{
  g_clear_pointer (&VETO_CASE_NEXT_BOX (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_case_next_box_parent_class)->dispose (object);
}

static void
veto_case_next_box_class_init (VetoCaseNextBoxClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_case_next_box_dispose;
  veto_focus_set_lead (klass, veto_case_next_box_grab_focus);
  signals[SIGNAL_HAPPENED] =
    g_signal_new ("happened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_READ] = g_signal_new ("read", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_row (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (row, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8, "row-width", 0,
                                                    "keep-natural", TRUE, NULL));
  gtk_widget_set_halign (row, GTK_ALIGN_START);
  return row;
}

static void
append_next (VetoCaseNextBox *self)
{
  GtkWidget *list = veto_cards_list_new (_ ("What is next"));
  GtkWidget *card = veto_cards_append (list, _ ("What is next")), *row = create_row ();

  self->sentence = GTK_LABEL (veto_cards_append_label (card, "", "veto-value"));
  self->button = veto_wrap_button_new ("");
  gtk_widget_add_css_class (self->button, "suggested-action");
  self->happened = veto_wrap_button_new (_ ("Something happened…"));
  gtk_widget_set_tooltip_text (self->happened, _ ("Note an answer, a letter, or anything else"));
  g_signal_connect_swapped (self->happened, "clicked", G_CALLBACK (happened_cb), self);
  gtk_widget_set_margin_top (row, 10);
  gtk_box_append (GTK_BOX (row), self->button);
  gtk_box_append (GTK_BOX (row), self->happened);
  gtk_box_append (GTK_BOX (card), row);
  gtk_box_append (GTK_BOX (self->box), veto_cards_heading_new (_ ("What is next")));
  gtk_box_append (GTK_BOX (self->box), list);
}

static void
append_answers (VetoCaseNextBox *self)
{
  const char *name = _ ("Choose the letter that fits the answer");

  self->answers_part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->answers = veto_cards_list_new (name);
  gtk_box_append (GTK_BOX (self->answers_part), veto_cards_heading_new (name));
  gtk_box_append (GTK_BOX (self->answers_part), self->answers);
  gtk_box_append (GTK_BOX (self->box), self->answers_part);
}

static void
append_change (VetoCaseNextBox *self)
{
  GtkWidget *list = veto_cards_list_new (_ ("New guidance"));
  GtkWidget *card = veto_cards_append (list, _ ("New guidance")), *row = create_row ();

  self->change_words = GTK_LABEL (veto_cards_append_label (card, "", NULL));
  self->read = veto_wrap_button_new (_ ("I have read this"));
  self->look = veto_wrap_button_new (_ ("Look at the step"));
  g_signal_connect_swapped (self->read, "clicked", G_CALLBACK (read_cb), self);
  gtk_widget_set_margin_top (row, 10);
  gtk_box_append (GTK_BOX (row), self->read);
  gtk_box_append (GTK_BOX (row), self->look);
  gtk_box_append (GTK_BOX (card), row);
  self->change = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->change), veto_cards_heading_new (_ ("New guidance")));
  gtk_box_append (GTK_BOX (self->change), list);
  gtk_box_append (GTK_BOX (self->box), self->change);
}

static void
veto_case_next_box_init (VetoCaseNextBox *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  append_next (self);
  append_answers (self);
  append_change (self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
veto_case_next_box_new (VetoServices *services)
{
  VetoCaseNextBox *self = g_object_new (VETO_TYPE_CASE_NEXT_BOX, NULL);

  self->services = services;
  return GTK_WIDGET (self);
}

void
veto_case_next_box_show (VetoCaseNextBox *self, VetoCase *item, const GDate *today)
{
  g_autoptr(VetoNext) next = NULL;

  g_return_if_fail (VETO_IS_CASE_NEXT_BOX (self) && VETO_IS_CASE (item));

  next = veto_case_compute_next (item, today);
  show_button (self, item, next);
  show_answers (self, item, next);
  show_change (self, item);
}
