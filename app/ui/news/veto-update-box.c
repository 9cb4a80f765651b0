/* Looking for guidance, on the page "Guidance and sources": how the last look went, "Check now", details.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-update-box"

#include "veto-config.h"

#include "veto-update-box.h"

#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-expander.h"
#include "veto-flip-layout.h"
#include "veto-news-desk.h"
#include "veto-toasts.h"
#include "veto-update-notice.h"
#include "veto-update-words.h"
#include "veto-wrap.h"

struct _VetoUpdateBox
{
  GtkWidget       parent_instance;
  VetoServices   *services; /* the application's */
  GtkWidget      *box;
  GtkWidget      *card; /* can take the keyboard, and is then read out */
  GtkLabel       *title;
  GtkLabel       *text;
  GtkLabel       *origin;
  GtkProgressBar *progress;
  GtkWidget      *check;
  GtkWidget      *cancel;
  GtkWidget      *news;
  GtkWidget      *details;
  GtkLabel       *lines;
  gboolean        is_ours; /* this box began the look that is going on: its button takes the keyboard back */
};

G_DEFINE_FINAL_TYPE (VetoUpdateBox, veto_update_box, GTK_TYPE_WIDGET)

static void
check_cb (VetoUpdateBox *self)
{
  self->is_ours = TRUE;
  veto_news_desk_look (self->services->desk);
}

static void
cancel_cb (VetoUpdateBox *self)
{
  veto_news_desk_cancel (self->services->desk);
}

static void
copy_cb (VetoUpdateBox *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_text (self->lines));
  veto_toasts_add (GTK_WIDGET (self), _ ("Copied"));
}

static void
progress_cb (VetoUpdateBox *self)
{
  gtk_progress_bar_set_fraction (self->progress, veto_updater_get_progress (
                                                   veto_news_desk_get_updater (self->services->desk)));
}

static void
show_words (VetoUpdateBox *self)
{
  g_auto(VetoUpdateSaying) state = { NULL, NULL };
  g_autofree char *origin = veto_update_words_dup_origin (self->services->desk);
  g_autofree char *details = veto_update_words_dup_details (self->services->desk);
  g_autofree char *heard = NULL;

  veto_update_words_say_state (self->services->desk, &state);
  heard = g_strdup_printf ("%s. %s", state.title, state.text);
  gtk_label_set_text (self->title, state.title);
  gtk_label_set_text (self->text, state.text);
  gtk_label_set_text (self->origin, origin != NULL ? origin : "");
  gtk_widget_set_visible (GTK_WIDGET (self->origin), origin != NULL);
  gtk_label_set_text (self->lines, details != NULL ? details : "");
  gtk_widget_set_visible (self->details, details != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
}

/* The button that was pressed goes out of sight, so what comes in its place has the keyboard; once the look is over, what came of
 * it is read out. */
static void
show_buttons (VetoUpdateBox *self)
{
  gboolean is_busy = veto_news_desk_is_busy (self->services->desk);
  gboolean was_busy = gtk_widget_get_visible (self->cancel);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean has_focus =
    root != NULL && (gtk_root_get_focus (root) == self->check || gtk_root_get_focus (root) == self->cancel);

  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_busy);
  gtk_widget_set_visible (self->cancel, is_busy);
  if (is_busy && has_focus)
    gtk_widget_grab_focus (self->cancel);
  else if (was_busy && !is_busy && has_focus && self->is_ours)
    gtk_widget_grab_focus (self->card);
  gtk_widget_set_visible (self->check, veto_news_desk_has_feed (self->services->desk) && !is_busy);
  gtk_widget_set_visible (self->news,
                          !is_busy && veto_news_desk_get_updater (self->services->desk) != NULL
                            && veto_updater_get_source (veto_news_desk_get_updater (self->services->desk))
                                 != VETO_UPDATE_SOURCE_BUILT_IN);
  self->is_ours = self->is_ours && is_busy;
}

static void
changed_cb (VetoUpdateBox *self)
{
  show_words (self);
  show_buttons (self);
}

static void
veto_update_box_dispose (GObject *object)
{
  g_clear_pointer (&VETO_UPDATE_BOX (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_update_box_parent_class)->dispose (object);
}

static void
veto_update_box_class_init (VetoUpdateBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_update_box_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_buttons (VetoUpdateBox *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (row, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8, "row-width", 0,
                                                    "keep-natural", TRUE, NULL));
  gtk_widget_set_halign (row, GTK_ALIGN_START);
  gtk_widget_set_margin_top (row, 10);
  self->check = veto_wrap_button_new (_ ("Check now"));
  self->cancel = veto_wrap_button_new (_ ("Cancel"));
  self->news = veto_wrap_button_new (_ ("See what changed"));
  gtk_widget_set_visible (self->cancel, FALSE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->news), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->news), "win.news");
  g_signal_connect_swapped (self->check, "clicked", G_CALLBACK (check_cb), self);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_box_append (GTK_BOX (row), self->check);
  gtk_box_append (GTK_BOX (row), self->cancel);
  gtk_box_append (GTK_BOX (row), self->news);
  return row;
}

static GtkWidget *
create_details (VetoUpdateBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *copy = veto_wrap_button_new (_ ("Copy"));

  self->details = gtk_expander_new (_ ("Details"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->details), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Details"), -1);
  self->lines = GTK_LABEL (veto_wrap_label_new ("", -1));
  gtk_widget_add_css_class (GTK_WIDGET (self->lines), "veto-small");
  gtk_label_set_selectable (self->lines, TRUE);
  gtk_widget_set_halign (copy, GTK_ALIGN_START);
  veto_wrap_name_button (copy, _ ("Copy the details"));
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (box), copy);
  gtk_widget_set_margin_top (box, 6);
  gtk_expander_set_child (GTK_EXPANDER (self->details), box);
  veto_expander_hide_closed (GTK_EXPANDER (self->details));
  gtk_widget_set_margin_top (self->details, 10);
  return self->details;
}

static void
veto_update_box_init (VetoUpdateBox *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, "focusable",
                             TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "veto-update");
  self->title = GTK_LABEL (veto_cards_append_label (self->card, "", "veto-value"));
  self->text = GTK_LABEL (veto_cards_append_label (self->card, "", NULL));
  self->origin = GTK_LABEL (veto_cards_append_label (self->card, "", "veto-small"));
  gtk_widget_add_css_class (GTK_WIDGET (self->origin), "dim-label");
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_margin_top (GTK_WIDGET (self->progress), 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Looking for new guidance…"), -1);
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (self->card), create_buttons (self));
  gtk_box_append (GTK_BOX (self->card), create_details (self));
  gtk_box_append (GTK_BOX (self->box), veto_cards_heading_new (_ ("Looking for new guidance")));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
veto_update_box_new (VetoServices *services)
{
  VetoUpdateBox *self = g_object_new (VETO_TYPE_UPDATE_BOX, NULL);
  GtkWidget     *notice = veto_update_notice_new (services, FALSE);

  self->services = services;
  gtk_box_append (GTK_BOX (self->box), notice);
  gtk_box_append (GTK_BOX (self->box), self->card);
  g_signal_connect_object (services->desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (services->updater != NULL)
    g_signal_connect_object (services->updater, "notify::progress", G_CALLBACK (progress_cb), self,
                             G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
