/* The manual in the window: a list of topics, or one of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-help-page"

#include "veto-config.h"

#include "veto-help-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-focus.h"
#include "veto-manual.h"
#include "veto-wrap.h"

struct _VetoHelpPage
{
  GtkWidget              parent_instance;
  GtkWidget             *scroller;
  GtkWidget             *clamp;
  GtkWidget             *list;  /* nullable: of the topics, while it is shown */
  GtkWidget             *words; /* nullable: the topic that is shown */
  const VetoManualTopic *topic; /* nullable: the list is shown */
};

G_DEFINE_FINAL_TYPE (VetoHelpPage, veto_help_page, GTK_TYPE_WIDGET)

static void
row_activated_cb (VetoHelpPage *self, GtkListBoxRow *row)
{
  const VetoManualTopic *topic = &veto_manual_get_topics ()[gtk_list_box_row_get_index (row)];

  gtk_widget_activate_action (GTK_WIDGET (self), "win.help", "s", topic->id);
}

static GtkWidget *
create_row (const VetoManualTopic *topic)
{
  const char *title = veto_manual_get_words (topic->title);
  GtkWidget  *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget  *label = veto_wrap_label_new (title, -1);

  gtk_widget_add_css_class (box, "veto-fact");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), veto_cards_arrow_new ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

/* @child: (transfer floating). The focus leaves what goes first: GTK never lets go of a widget that has it. */
static void
set_child (VetoHelpPage *self, GtkWidget *child)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->clamp))
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_margin_start (child, 18);
  gtk_widget_set_margin_end (child, 18);
  gtk_widget_set_margin_top (child, 24);
  gtk_widget_set_margin_bottom (child, 24);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), child);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
show_list (VetoHelpPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->words = NULL;
  self->list = veto_cards_list_new (_ ("Topics"));
  for (const VetoManualTopic *topic = veto_manual_get_topics (); topic->id != NULL; topic++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (topic));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (box), veto_wrap_label_new (_ ("What would you like to know?"), -1));
  gtk_box_append (GTK_BOX (box), self->list);
  set_child (self, box);
}

static void
append_part (GtkWidget *box, const VetoManualPart *part)
{
  if (part->heading != NULL)
    gtk_box_append (GTK_BOX (box), veto_cards_heading_new (veto_manual_get_words (part->heading)));
  gtk_box_append (GTK_BOX (box), veto_wrap_label_new (veto_manual_get_words (part->text), -1));
  if (part->button != NULL)
    {
      GtkWidget *button = veto_wrap_button_new (veto_manual_get_words (part->button));

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), part->action);
      /* While Veto's file cannot be used, some of them lead nowhere. */
      g_object_bind_property (button, "sensitive", button, "visible", G_BINDING_SYNC_CREATE);
      gtk_box_append (GTK_BOX (box), button);
    }
}

/* The whole topic takes the focus, and is then read out. */
static void
show_topic (VetoHelpPage *self)
{
  const char      *title = veto_manual_get_words (self->topic->title);
  g_autofree char *text = veto_manual_dup_text (self->topic);
  GtkWidget       *heading = veto_wrap_heading_new (title);

  self->list = NULL;
  self->words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12,
                              "focusable", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_add_css_class (heading, "veto-hero");
  gtk_box_append (GTK_BOX (self->words), heading);
  for (const VetoManualPart *part = self->topic->parts; part->text != NULL; part++)
    append_part (self->words, part);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  set_child (self, self->words);
}

static gboolean
veto_help_page_grab_focus (GtkWidget *widget)
{
  VetoHelpPage *self = VETO_HELP_PAGE (widget);

  return self->words != NULL ? gtk_widget_grab_focus (self->words) : veto_focus_first (self->list);
}

static void
veto_help_page_dispose (GObject *object)
{
  g_clear_pointer (&VETO_HELP_PAGE (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_help_page_parent_class)->dispose (object);
}

static void
veto_help_page_class_init (VetoHelpPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_help_page_dispose;
  veto_focus_set_lead (klass, veto_help_page_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_help_page_init (VetoHelpPage *self)
{
  self->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), 680);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  show_list (self);
}

GtkWidget *
veto_help_page_new (void)
{
  return g_object_new (VETO_TYPE_HELP_PAGE, NULL);
}

void
veto_help_page_show (VetoHelpPage *self, const char *topic)
{
  g_return_if_fail (VETO_IS_HELP_PAGE (self));

  self->topic = veto_manual_find (topic);
  if (self->topic != NULL)
    show_topic (self);
  else
    show_list (self);
}

const char *
veto_help_page_get_topic (VetoHelpPage *self)
{
  g_return_val_if_fail (VETO_IS_HELP_PAGE (self), NULL);
  return self->topic != NULL ? self->topic->id : NULL;
}

const char *
veto_help_page_get_title (VetoHelpPage *self)
{
  g_return_val_if_fail (VETO_IS_HELP_PAGE (self), NULL);
  return _ ("Help");
}
