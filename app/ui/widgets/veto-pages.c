/* A GtkStack in which one page makes way for the next, and the one that was left goes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-pages"

#include "veto-pages.h"

static GtkStackTransitionType
get_transition (GtkStack *stack, VetoPagesMove move)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (stack)) == GTK_TEXT_DIR_RTL;

  if (move == VETO_PAGES_AT_ONCE)
    return GTK_STACK_TRANSITION_TYPE_NONE;
  return (move == VETO_PAGES_ONWARDS) != mirrored ? GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT
                                                  : GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT;
}

void
veto_pages_show (GtkStack *stack, GtkWidget *page, VetoPagesMove move)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (stack)) == NULL)
    g_signal_connect (stack, "notify::transition-running", G_CALLBACK (veto_pages_drop_left), NULL);

  gtk_stack_add_child (stack, page);
  gtk_stack_set_transition_type (stack, get_transition (stack, move));
  gtk_stack_set_visible_child (stack, page);
}

void
veto_pages_drop_left (GtkStack *stack)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack));

  if (gtk_stack_get_transition_running (stack))
    return;
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != gtk_stack_get_visible_child (stack))
        gtk_stack_remove (stack, child);
      child = next;
    }
}
