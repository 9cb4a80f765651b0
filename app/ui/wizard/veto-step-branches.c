/* What else a person may see at a step, each with a way on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-step-branches"

#include "veto-config.h"

#include "veto-step-branches.h"

#include <glib/gi18n.h>

#include "veto-expander.h"
#include "veto-text.h"
#include "veto-words.h"
#include "veto-wrap.h"

/* @target: (nullable) */
static void
add_choice (GtkBox *box, const char *text, const char *action, const char *target)
{
  GtkWidget *button = veto_wrap_button_new (text);
  GtkLabel  *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_justify (label, GTK_JUSTIFY_LEFT);
  gtk_label_set_max_width_chars (label, 44);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (box, button);
}

/* The other ways behind one more question, where there is something above them that may help: so nobody has to read all of
 * them first. Returns: (transfer none): where they go */
static GtkBox *
add_last_resort (GtkBox *box)
{
  const char *words = _ ("None of this helps?");
  GtkWidget  *expander = gtk_expander_new (NULL), *ways = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (expander, "veto-branches");
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), veto_wrap_label_new (words, 44));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_expander_set_child (GTK_EXPANDER (expander), ways);
  veto_expander_hide_closed (GTK_EXPANDER (expander));
  gtk_box_append (box, expander);
  return GTK_BOX (ways);
}

gboolean
veto_step_branches_fill (GtkBox *box, VetoWalk *walk)
{
  const VetoStep  *step = veto_walk_get_step (walk);
  VetoObjection   *item = veto_walk_get_objection (walk);
  const VetoGuide *here = veto_walk_get_guide (walk);
  guint            n_guides;
  const VetoGuide *guides = veto_platform_get_guides (veto_walk_get_platform (walk), &n_guides);
  gboolean         has_answers = step->branches != NULL && step->branches[0] != NULL;
  GtkBox          *ways = NULL;

  if (has_answers)
    /* Translators: above the answers of who says “It looks different for me” */
    gtk_box_append (box, veto_wrap_label_new (_ ("What do you see?"), 44));
  for (guint i = 0; step->branches != NULL && step->branches[i] != NULL; i++)
    {
      g_autofree char *question = veto_words_fill (step->branches[i]->question, item);
      add_choice (box, question, "walk.branch", step->branches[i]->id);
    }
  for (guint i = 0; i < n_guides; i++)
    if (&guides[i] != here && g_strcmp0 (guides[i].goal, here->goal) == 0)
      {
        g_autofree char *title = veto_text_dup_isolated (guides[i].title, NULL);
        /* Translators: %s is the title of another way, such as “Through the settings” */
        g_autofree char *text = g_strdup_printf (_ ("Another way: %s"), title);

        if (ways == NULL)
          ways = has_answers ? add_last_resort (box) : box;
        add_choice (ways, text, "walk.guide", guides[i].id);
      }
  add_choice (box, _ ("Report a wrong step…"), "win.report", NULL);
  return gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL;
}
