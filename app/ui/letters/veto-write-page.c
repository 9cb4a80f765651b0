/* Writing a letter: the questions, the page that comes of them, and the way out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-write-page"

#include "veto-config.h"

#include "veto-write-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-after-frame.h"
#include "veto-flip-layout.h"
#include "veto-focus.h"
#include "veto-help-menu.h"
#include "veto-letter-form.h"
#include "veto-letter-keep.h"
#include "veto-letter-missing.h"
#include "veto-letter-preview.h"
#include "veto-letter-send.h"
#include "veto-letter-sent.h"
#include "veto-words.h"
#include "veto-wrap.h"

struct _VetoWritePage
{
  GtkWidget       parent_instance;
  VetoLetterWork *work;
  gboolean        failed; /* the last time that it should be kept */

  GtkWidget  *header;
  GtkWidget  *box;
  AdwLeaflet *leaflet; /* the questions beside the page, or one of them */
  GtkWidget  *form;    /* NULL when it was sent: nothing is asked */
  GtkWidget  *side;    /* the form, or what is known of the sending */
  GtkWidget  *preview;
  GtkWidget  *views; /* where only one of them is seen: the choice */
  GtkWidget  *write_button;
  GtkWidget  *see_button;
  GtkWidget  *footer;
  GtkWidget  *in_header; /* the buttons that save and send, where there is room for them; else */
  GtkWidget  *in_footer;
  GPtrArray  *buttons; /* all of them */
  GtkLabel   *notice;
};

G_DEFINE_FINAL_TYPE (VetoWritePage, veto_write_page, GTK_TYPE_WIDGET)

static void
changed_cb (VetoWritePage *self)
{
  gboolean is_ready = veto_letter_work_is_ready (self->work);

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_set_sensitive (self->buttons->pdata[i], is_ready);
}

static void
saved_cb (VetoWritePage *self)
{
  self->failed = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->notice), FALSE);
}

/* Stays until it is kept. */
static void
failed_cb (VetoWritePage *self, const GError *error)
{
  g_autofree char *words = veto_words_dup_error (error);

  self->failed = TRUE;
  gtk_label_set_text (self->notice, words);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), TRUE);
}

static void
send_cb (VetoWritePage *self)
{
  VetoServices *services = veto_letter_work_get_services (self->work);
  g_autoptr(GError) error = NULL;

  if (!veto_write_page_save (self))
    return;
  if (!veto_letter_work_require_case (self->work, &error))
    failed_cb (self, error);
  else
    veto_letter_send_present (GTK_WIDGET (self), services, veto_letter_work_get_saved (self->work),
                              veto_letter_work_get_letter (self->work));
}

static void
save_pdf_cb (VetoWritePage *self)
{
  veto_letter_keep_pdf (GTK_WIDGET (self), self->work);
}

/* Where only one is seen, the keyboard goes with it. */
static void
show_view (VetoWritePage *self, GtkWidget *view)
{
  adw_leaflet_set_visible_child (self->leaflet, view);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->see_button), view == self->preview);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->write_button), view == self->side);
}

static void
view_cb (VetoWritePage *self)
{
  gboolean sees = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->see_button));

  adw_leaflet_set_visible_child (self->leaflet, sees ? self->preview : self->side);
}

static void
missing_cb (VetoWritePage *self, const char *id)
{
  show_view (self, self->side);
  veto_letter_form_go_to (VETO_LETTER_FORM (self->form), id);
}

/* Guidance that changed since must not let anybody believe that they sent its words. */
static void
differs_cb (VetoWritePage *self)
{
  veto_letter_preview_set_notice (
    VETO_LETTER_PREVIEW (self->preview),
    _ ("The page shown here is not exactly the one that was sent. The words of such letters, or how "
       "they are set, have changed since then. Open the PDF to see what was sent."));
}

/* Where only one of them is seen: a choice above, and the buttons below, because a header has no room for them. */
static void
show_folding (GtkWidget *widget)
{
  VetoWritePage *self = VETO_WRITE_PAGE (widget);
  gboolean       is_folded = adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (self->views, is_folded);
  gtk_widget_set_visible (self->in_footer, is_folded);
  gtk_widget_set_visible (self->in_header, !is_folded);
  gtk_widget_set_visible (self->footer, is_folded || self->form != NULL);
}

/* It is told while the window is being laid out, when nothing may come or go. */
static void
folded_cb (VetoWritePage *self)
{
  veto_after_frame (GTK_WIDGET (self), show_folding);
}

/* While it is sent from here, the page becomes the one of a letter that was sent. */
static void
sent_cb (VetoWritePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-letter", "s",
                              veto_saved_letter_get_id (veto_letter_work_get_saved (self->work)));
}

static void
append_button (VetoWritePage *self, GtkWidget *box, GtkWidget *button, void (*callback) (VetoWritePage *))
{
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (callback), self);
  gtk_box_append (GTK_BOX (box), button);
  g_ptr_array_add (self->buttons, button);
}

/* The header has them only where there is room, and then keeps them beside each other: a header would rather have its title in
 * the middle than give what it holds its natural width. */
static GtkWidget *
create_button (const char *label, gboolean is_header)
{
  GtkWidget *button = is_header ? gtk_button_new_with_label (label) : veto_wrap_button_new (label);

  gtk_widget_add_css_class (button, "veto-action");
  return button;
}

static GtkWidget *
create_buttons (VetoWritePage *self, gboolean is_header)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gboolean   is_sent = veto_letter_work_is_sent (self->work);
  GtkWidget *send = create_button (is_sent ? _ ("Send again…") : _ ("Send…"), is_header);

  if (!is_header)
    gtk_widget_set_layout_manager (box, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8, "row-width", 100,
                                                      "keep-natural", TRUE, "column-reversed", TRUE, NULL));
  if (!is_sent)
    gtk_widget_add_css_class (send, "suggested-action");
  append_button (self, box, create_button (_ ("Save PDF"), is_header), save_pdf_cb);
  append_button (self, box, send, send_cb);
  return box;
}

static GtkWidget *
create_view_button (VetoWritePage *self, const char *label, GtkWidget *group)
{
  GtkWidget *button = veto_wrap_toggle_new (label);

  gtk_widget_set_hexpand (button, TRUE);
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  gtk_box_append (GTK_BOX (self->views), button);
  return button;
}

static void
build_views (VetoWritePage *self)
{
  gboolean is_sent = veto_letter_work_is_sent (self->work);

  self->views = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->views, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8, "row-width",
                                                            100, "keep-natural", TRUE, NULL));
  gtk_widget_add_css_class (self->views, "veto-views");
  self->write_button = create_view_button (self, is_sent ? _ ("What was sent") : _ ("Write"), NULL);
  self->see_button = create_view_button (self, _ ("See the letter"), self->write_button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->write_button), TRUE);
  g_signal_connect_swapped (self->see_button, "toggled", G_CALLBACK (view_cb), self);
}

static void
build_header (VetoWritePage *self)
{
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  self->header = adw_header_bar_new ();
  gtk_widget_set_tooltip_text (back, _ ("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.back");
  adw_header_bar_pack_start (ADW_HEADER_BAR (self->header), back);
  adw_header_bar_pack_end (ADW_HEADER_BAR (self->header), veto_help_menu_new ("letters"));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (self->header), adw_window_title_new (_ ("Letter"), NULL));
  /* What kind of letter it is stands on the page: a narrow header would cut it off. */
  /* Else the title takes from the buttons what it leaves empty on its other side, and they go below each other. */
  adw_header_bar_set_centering_policy (ADW_HEADER_BAR (self->header), ADW_CENTERING_POLICY_LOOSE);
}

static void
build_leaflet (VetoWritePage *self)
{
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_fold_threshold_policy (self->leaflet, ADW_FOLD_THRESHOLD_POLICY_NATURAL);
  gtk_widget_set_vexpand (GTK_WIDGET (self->leaflet), TRUE);
  if (veto_letter_work_is_sent (self->work))
    {
      self->side = veto_letter_sent_new (self->work);
      g_signal_connect_object (self->side, "differs", G_CALLBACK (differs_cb), self, G_CONNECT_SWAPPED);
    }
  else
    self->side = self->form = veto_letter_form_new (self->work);
  self->preview = veto_letter_preview_new (self->work);
  gtk_widget_set_hexpand (self->side, FALSE); /* the page gets what is left over */
  gtk_widget_set_hexpand (self->preview, TRUE);
  adw_leaflet_page_set_name (adw_leaflet_append (self->leaflet, self->side), "write");
  adw_leaflet_page_set_navigatable (adw_leaflet_append (self->leaflet, line), FALSE);
  adw_leaflet_page_set_name (adw_leaflet_append (self->leaflet, self->preview), "preview");
}

/* What is missing, and, where there is no room in the header, the buttons. */
static void
build_footer (VetoWritePage *self)
{
  self->footer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->footer, "veto-footer");
  if (self->form != NULL)
    {
      GtkWidget *missing = veto_letter_missing_new (self->work);

      g_signal_connect_object (missing, "asked", G_CALLBACK (missing_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->footer), missing);
    }
  self->in_header = create_buttons (self, TRUE);
  self->in_footer = create_buttons (self, FALSE);
  gtk_widget_set_halign (self->in_footer, GTK_ALIGN_END);
  gtk_widget_set_visible (self->in_header,
                          FALSE); /* until there is room for sure: a window only grows by itself */
  adw_header_bar_pack_end (ADW_HEADER_BAR (self->header), self->in_header);
  gtk_box_append (GTK_BOX (self->footer), self->in_footer);
}

static void
build (VetoWritePage *self)
{
  GtkWidget *notice = veto_wrap_label_new ("", -1);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->notice = GTK_LABEL (notice);
  gtk_widget_add_css_class (notice, "veto-notice");
  gtk_widget_set_visible (notice, FALSE);
  build_header (self);
  build_views (self);
  build_leaflet (self);
  build_footer (self);
  gtk_box_append (GTK_BOX (self->box), self->header);
  gtk_box_append (GTK_BOX (self->box), self->views);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->leaflet));
  gtk_box_append (GTK_BOX (self->box), notice);
  gtk_box_append (GTK_BOX (self->box), self->footer);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static gboolean
veto_write_page_grab_focus (GtkWidget *widget)
{
  VetoWritePage *self = VETO_WRITE_PAGE (widget);

  return gtk_widget_grab_focus (self->side);
}

static void
veto_write_page_dispose (GObject *object)
{
  VetoWritePage *self = VETO_WRITE_PAGE (object);
  g_autoptr(GError) error = NULL;

  if (self->work != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->work, self);
      if (!veto_letter_work_save (self->work, &error)) /* while all that follows it is still there */
        g_debug ("not kept at the end: %s", error->message);
    }
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (veto_write_page_parent_class)->dispose (object);
}

static void
veto_write_page_finalize (GObject *object)
{
  g_ptr_array_unref (VETO_WRITE_PAGE (object)->buttons);

  G_OBJECT_CLASS (veto_write_page_parent_class)->finalize (object);
}

static void
veto_write_page_class_init (VetoWritePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_write_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_write_page_finalize;
  veto_focus_set_lead (klass, veto_write_page_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_write_page_init (VetoWritePage *self)
{
  self->buttons = g_ptr_array_new ();
}

static void
follow (VetoWritePage *self)
{
  g_signal_connect_object (self->work, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (veto_letter_work_get_saved (self->work), "notify::sent-day", G_CALLBACK (sent_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self);
}

GtkWidget *
veto_write_page_new (VetoLetterWork *work)
{
  VetoWritePage *self = g_object_new (VETO_TYPE_WRITE_PAGE, NULL);

  self->work = g_object_ref (work);
  build (self);
  changed_cb (self);
  folded_cb (self);
  follow (self);
  return GTK_WIDGET (self);
}

gboolean
veto_write_page_save (VetoWritePage *self)
{
  g_autoptr(GError) error = NULL;
  gboolean had_failed;

  g_return_val_if_fail (VETO_IS_WRITE_PAGE (self), TRUE);

  had_failed = self->failed;
  if (veto_letter_work_save (self->work, &error))
    return TRUE;
  failed_cb (self, error);
  return had_failed; /* it was said already, so who leaves knows it */
}

VetoLetterWork *
veto_write_page_get_work (VetoWritePage *self)
{
  g_return_val_if_fail (VETO_IS_WRITE_PAGE (self), NULL);
  return self->work;
}
