/* A label that says what is wrong with what was entered.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-problem-label"

#include "veto-problem-label.h"

#include "veto-announce.h"
#include "veto-wrap.h"

GtkWidget *
veto_problem_label_new (int max_chars)
{
  GtkWidget *label = veto_wrap_label_new ("", max_chars);

  gtk_widget_add_css_class (label, "veto-problem");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

void
veto_problem_label_say (GtkWidget *label, const char *words)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_text (GTK_LABEL (label), words != NULL ? words : "");
  gtk_widget_set_visible (label, words != NULL && *words != '\0');
  if (words != NULL)
    veto_announce (label, words);
}
