/* The introduction: some pages with a question each, until a list of one's own is there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-first-run"

#include "veto-config.h"

#include "veto-announce.h"
#include "veto-first-run.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-dots.h"
#include "veto-first-home.h"
#include "veto-first-look.h"
#include "veto-first-services.h"
#include "veto-first-stored.h"
#include "veto-flip-layout.h"
#include "veto-help-menu.h"
#include "veto-news-desk.h"
#include "veto-press-once.h"
#include "veto-words.h"
#include "veto-wrap.h"

struct _VetoFirstRun
{
  GtkWidget       parent_instance;
  VetoServices   *services; /* the application's */
  GPtrArray      *pages;    /* (element-type VetoFirstPage): in their order; the stack has them */
  guint           index;    /* of the one that is shown */
  GtkWidget      *box;
  AdwWindowTitle *title;
  VetoDots       *dots;
  GtkStack       *stack;
  GtkLabel       *problem;
  GtkWidget      *back, *skip, *primary;
};

G_DEFINE_FINAL_TYPE (VetoFirstRun, veto_first_run, GTK_TYPE_WIDGET)

static VetoFirstPage *
get_page (VetoFirstRun *self)
{
  return self->pages->pdata[self->index];
}

static void
show_problem (VetoFirstRun *self, const char *words)
{
  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
  if (words != NULL)
    veto_announce (GTK_WIDGET (self), words);
}

static char *
dup_place (VetoFirstRun *self)
{
  /* Translators: where somebody is on the way: the number of the step, the number of all steps */
  return g_strdup_printf (_ ("Step %u of %u"), self->index + 1, self->pages->len);
}

static void
show_page (VetoFirstRun *self, guint index)
{
  gboolean         onwards = index >= self->index;
  gboolean         mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean         is_last = index + 1 == self->pages->len;
  g_autofree char *place = NULL;

  self->index = index;
  place = dup_place (self);
  gtk_stack_set_transition_type (self->stack, onwards != mirrored ? GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT
                                                                  : GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (get_page (self)));
  adw_window_title_set_subtitle (self->title, place);
  veto_dots_set_current (self->dots, index);
  for (guint i = 0; i < self->pages->len; i++)
    veto_dots_set_done (self->dots, i, i < index);
  show_problem (self, NULL);
  gtk_widget_set_visible (self->back, index > 0);
  gtk_widget_set_visible (self->skip, veto_first_page_is_skippable (get_page (self)));
  gtk_button_set_label (GTK_BUTTON (self->primary), is_last ? _ ("Show my list") : _ ("Next"));
}

void
veto_first_run_focus (VetoFirstRun *self)
{
  g_autofree char *place = NULL;

  g_return_if_fail (VETO_IS_FIRST_RUN (self));

  place = dup_place (self);
  veto_first_page_show (get_page (self), place);
}

gboolean
veto_first_run_go_back (VetoFirstRun *self)
{
  g_return_val_if_fail (VETO_IS_FIRST_RUN (self), FALSE);

  if (self->index == 0)
    return FALSE;
  show_page (self, self->index - 1);
  veto_first_run_focus (self);
  return TRUE;
}

static void
go_on (VetoFirstRun *self)
{
  if (self->index + 1 == self->pages->len)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.close-walk", NULL);
      return;
    }
  show_page (self, self->index + 1);
  veto_first_run_focus (self);
}

static void
back_cb (VetoFirstRun *self)
{
  veto_first_run_go_back (self);
}

/* Nothing of the page is kept. */
static void
skip_cb (VetoFirstRun *self)
{
  go_on (self);
}

/* A button that cannot be pressed does not say why; this one does. */
static void
primary_cb (VetoFirstRun *self)
{
  VetoFirstPage   *page = get_page (self);
  g_autofree char *words = NULL;
  g_autoptr(GError) error = NULL;

  if (!veto_first_page_is_complete (page))
    {
      show_problem (self, veto_first_page_get_missing (page));
      return;
    }
  if (veto_first_page_apply (page, &error))
    {
      go_on (self);
      return;
    }
  words = veto_words_dup_error (error);
  show_problem (self, words);
}

static void
complete_cb (VetoFirstRun *self)
{
  show_problem (self, NULL); /* what was said about it is answered */
}

static void
map_cb (VetoFirstRun *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_set_default_widget (GTK_WINDOW (root), self->primary); /* Enter goes on */
  veto_first_run_focus (self); /* also in a window that is only coming up */
}

static void
unmap_cb (VetoFirstRun *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_window_get_default_widget (GTK_WINDOW (root)) == self->primary)
    gtk_window_set_default_widget (GTK_WINDOW (root), NULL);
}

static void
veto_first_run_dispose (GObject *object)
{
  g_clear_pointer (&VETO_FIRST_RUN (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_first_run_parent_class)->dispose (object);
}

static void
veto_first_run_finalize (GObject *object)
{
  g_ptr_array_unref (VETO_FIRST_RUN (object)->pages);

  G_OBJECT_CLASS (veto_first_run_parent_class)->finalize (object);
}

static void
veto_first_run_class_init (VetoFirstRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_first_run_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_first_run_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.close-walk", NULL);
}

static GtkWidget *
create_header (VetoFirstRun *self)
{
  GtkWidget *header = adw_header_bar_new (), *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_ ("Introduction"), ""));
  gtk_widget_set_tooltip_text (close, _ ("Skip the introduction"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Skip the introduction"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "win.close-walk");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), close);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), veto_help_menu_new (""));
  return header;
}

static GtkWidget *
append_button (GtkWidget *row, const char *words, const char *style)
{
  GtkWidget *button = veto_wrap_button_new (words);

  gtk_widget_add_css_class (button, style);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static GtkWidget *
create_footer (VetoFirstRun *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0),
            *start = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (row, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8, "row-width", 280,
                                                    "keep-natural", TRUE, "column-reversed", TRUE, NULL));
  gtk_widget_add_css_class (row, "veto-footer");
  gtk_widget_set_hexpand (start, TRUE);
  gtk_box_append (GTK_BOX (row), start);
  self->back = append_button (start, _ ("Back"), "veto-action");
  self->skip = append_button (row, _ ("Skip"), "veto-action");
  self->primary = append_button (row, _ ("Next"), "veto-primary");
  gtk_widget_add_css_class (self->primary, "suggested-action");
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (back_cb), self);
  g_signal_connect_swapped (self->skip, "clicked", G_CALLBACK (skip_cb), self);
  g_signal_connect_swapped (self->primary, "clicked", G_CALLBACK (primary_cb), self);
  veto_press_once (self->primary, GTK_WIDGET (self));
  return row;
}

static void
veto_first_run_init (VetoFirstRun *self)
{
  self->pages = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), create_header (self));
  self->dots = VETO_DOTS (veto_dots_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->dots), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (GTK_WIDGET (self->dots), 14);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->dots), 6);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->dots));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  self->problem = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE,
                                "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 8, "justify",
                                GTK_JUSTIFY_CENTER, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "veto-notice");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (self->box), create_footer (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (unmap_cb), NULL);
}

static void
add_page (VetoFirstRun *self, GtkWidget *page)
{
  g_ptr_array_add (self->pages, page);
  gtk_stack_add_child (self->stack, page);
  g_signal_connect_object (page, "notify::complete", G_CALLBACK (complete_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
veto_first_run_new (VetoServices *services, GSettings *settings)
{
  VetoFirstRun *self = g_object_new (VETO_TYPE_FIRST_RUN, NULL);

  self->services = services;
  add_page (self, veto_first_services_new (services, settings));
  add_page (self, veto_first_home_new (services));
  if (veto_news_desk_has_feed (services->desk)) /* else there is nowhere to look */
    add_page (self, veto_first_look_new (services));
  add_page (self, veto_first_stored_new ());
  veto_dots_set_n_steps (self->dots, self->pages->len);
  show_page (self, 0);
  return GTK_WIDGET (self);
}
