/* The page that asks how a letter is to be sent: each way with what happens, and when it is the right one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-ways"

#include "veto-letter-ways.h"

#include <adwaita.h>

#include "veto-focus.h"
#include "veto-wrap.h"

struct _VetoLetterWays
{
  GtkWidget  parent_instance;
  GtkWidget *scroller;
  GtkBox    *box;
  GtkWidget *list;
};

enum { SIGNAL_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoLetterWays, veto_letter_ways, GTK_TYPE_WIDGET)

static const char *const icons[] = {
  [VETO_LETTER_WAY_PDF] = "document-save-symbolic",   [VETO_LETTER_WAY_PRINT] = "document-print-symbolic",
  [VETO_LETTER_WAY_EMAIL] = "mail-send-symbolic",     [VETO_LETTER_WAY_COPY] = "edit-copy-symbolic",
  [VETO_LETTER_WAY_TEXT] = "text-x-generic-symbolic",
};

static GQuark
get_way_quark (void)
{
  return g_quark_from_static_string ("veto-letter-way");
}

static void
activated_cb (VetoLetterWays *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                 GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (row), get_way_quark ())));
}

static void
veto_letter_ways_dispose (GObject *object)
{
  g_clear_object (&VETO_LETTER_WAYS (object)->list);
  g_clear_pointer (&VETO_LETTER_WAYS (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_letter_ways_parent_class)->dispose (object);
}

static gboolean
veto_letter_ways_grab_focus (GtkWidget *widget)
{
  return veto_focus_first (GTK_WIDGET (VETO_LETTER_WAYS (widget)->box));
}

static void
veto_letter_ways_class_init (VetoLetterWaysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_letter_ways_dispose;
  veto_focus_set_lead (klass, veto_letter_ways_grab_focus);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
veto_letter_ways_init (VetoLetterWays *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->box = GTK_BOX (box);
  gtk_widget_add_css_class (box, "veto-message-box");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
veto_letter_ways_new (const char *heading, const char *text)
{
  VetoLetterWays *self = g_object_new (VETO_TYPE_LETTER_WAYS, NULL);
  GtkWidget      *title = veto_wrap_heading_new (heading);

  gtk_widget_add_css_class (title, "veto-hero");
  gtk_box_append (self->box, title);
  if (text != NULL)
    gtk_box_append (self->box, veto_wrap_label_new (text, -1));

  self->list = g_object_ref_sink (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  return GTK_WIDGET (self);
}

static GtkWidget *
create_words (const char *title, const char *text)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title_label = veto_wrap_label_new (title, -1), *text_label = veto_wrap_label_new (text, -1);

  gtk_widget_add_css_class (title_label, "veto-value");
  gtk_widget_add_css_class (text_label, "veto-small");
  gtk_box_append (GTK_BOX (words), title_label);
  gtk_box_append (GTK_BOX (words), text_label);
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

void
veto_letter_ways_append (VetoLetterWays *self,
                         VetoLetterWay   way,
                         const char     *title,
                         const char     *text,
                         gboolean        is_possible)
{
  GtkWidget *row, *box, *image;

  g_return_if_fail (VETO_IS_LETTER_WAYS (self));

  if (gtk_widget_get_parent (self->list) == NULL)
    gtk_box_append (self->box, self->list);
  row = gtk_list_box_row_new ();
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icons[way], "accessible-role",
                        GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), create_words (title, text));
  gtk_widget_add_css_class (row, "veto-way");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), is_possible);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  /* It can be reached all the same: it says why not. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_DISABLED, !is_possible, -1);
  g_object_set_qdata (G_OBJECT (row), get_way_quark (), GINT_TO_POINTER (way));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

void
veto_letter_ways_append_child (VetoLetterWays *self, GtkWidget *child)
{
  g_return_if_fail (VETO_IS_LETTER_WAYS (self));
  gtk_box_append (self->box, child);
}
