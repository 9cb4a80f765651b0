/* What Veto keeps of a person, and what they can do with all of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-data-page"

#include "veto-config.h"

#include "veto-data-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-copy-words.h"
#include "veto-data-work.h"
#include "veto-focus.h"
#include "veto-store-copies.h"
#include "veto-wrap.h"

struct _VetoDataPage
{
  GtkWidget     parent_instance;
  VetoServices *services; /* the window's */
  GtkWidget    *stack;    /* what one can do, or what is being done */
  GtkWidget    *scroller;
  GtkWidget    *place; /* the sentence about where it is */
  GtkWidget    *actions;
  GtkWidget    *save_button;
  GtkWidget    *unkept; /* in place of the actions, while nothing is kept */
  GtkWidget    *kept_box;
  GtkWidget    *work; /* a spinner, words, "Cancel" */
  GtkSpinner   *spinner;
  GtkLabel     *work_words;
  GtkWidget    *cancel_button;
  GCancellable *cancellable; /* of what is being done */
};

G_DEFINE_FINAL_TYPE (VetoDataPage, veto_data_page, GTK_TYPE_WIDGET)

static char *
dup_kept_words (const VetoStoreKept *kept)
{
  g_autofree char *made = veto_copy_words_dup_day (kept->made);

  switch (kept->kind)
    {
    case VETO_STORE_KEPT_BEFORE_UPDATE:
      /* Translators: %s is a day */
      return g_strdup_printf (_ ("From %s, before an update of Veto"), made);
    case VETO_STORE_KEPT_REPLACED:
      /* Translators: %s is a day */
      return g_strdup_printf (_ ("From %s, before a copy was brought back"), made);
    case VETO_STORE_KEPT_ASIDE:
    default:
      /* Translators: %s is a day */
      return g_strdup_printf (_ ("From %s, a file that could not be used and was put aside"), made);
    }
}

static char *
dup_until_words (const VetoStoreKept *kept)
{
  g_autofree char *until = kept->until != 0 ? veto_copy_words_dup_day (kept->until) : NULL;

  /* Translators: %s is a day */
  return until != NULL ? g_strdup_printf (_ ("Veto keeps it until %s."), until)
                       : g_strdup (_ ("It stays until you delete everything."));
}

static void
bring_back_cb (GtkWidget *button, VetoDataPage *self)
{
  veto_data_restore_from (self, g_object_get_data (G_OBJECT (button), "veto-path"));
}

static void
append_kept (VetoDataPage *self, GtkWidget *list, const VetoStoreKept *kept)
{
  g_autofree char *words = dup_kept_words (kept), *until = dup_until_words (kept), *all = NULL;
  GtkWidget       *box, *button;

  all = g_strdup_printf ("%s. %s", words, until);
  box = veto_cards_append (list, all);
  veto_cards_append_label (box, words, NULL);
  veto_cards_append_note (box, until);
  if (kept->kind == VETO_STORE_KEPT_ASIDE)
    return;
  button = veto_wrap_button_new (_ ("Bring back…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 8);
  g_object_set_data_full (G_OBJECT (button), "veto-path", g_strdup (kept->path), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (bring_back_cb), self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
show_kept (VetoDataPage *self)
{
  g_autoptr(GPtrArray) kept = veto_store_list_kept (NULL);
  GtkWidget *child, *list;

  while ((child = gtk_widget_get_first_child (self->kept_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->kept_box), child);
  if (kept->len == 0 || self->services->in_memory)
    return;
  list = veto_cards_list_new (_ ("Copies that Veto made itself"));
  gtk_box_append (GTK_BOX (self->kept_box), veto_cards_heading_new (_ ("Copies that Veto made itself")));
  gtk_box_append (GTK_BOX (self->kept_box), list);
  for (guint i = 0; i < kept->len; i++)
    append_kept (self, list, g_ptr_array_index (kept, i));
}

void
veto_data_page_update (VetoDataPage *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "veto", NULL), *words = NULL;
  gboolean         is_kept;

  g_return_if_fail (VETO_IS_DATA_PAGE (self));

  is_kept = !self->services->in_memory;
  words = g_strdup_printf ("%s\n%s", _ ("It is all in one file, in this folder:"), folder);
  gtk_label_set_text (GTK_LABEL (self->place), words);
  gtk_widget_set_visible (self->place, is_kept);
  gtk_widget_set_visible (self->actions, is_kept);
  gtk_widget_set_visible (self->unkept, !is_kept);
  show_kept (self);
}

void
veto_data_page_start (VetoDataPage *self, const char *words, GCancellable *cancellable)
{
  g_return_if_fail (VETO_IS_DATA_PAGE (self));

  g_set_object (&self->cancellable, cancellable);
  gtk_label_set_text (self->work_words, words);
  gtk_widget_set_visible (self->cancel_button, cancellable != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cancel_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->work), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->work);
  gtk_widget_grab_focus (cancellable != NULL ? self->cancel_button : self->work);
}

void
veto_data_page_stop (VetoDataPage *self)
{
  g_return_if_fail (VETO_IS_DATA_PAGE (self));

  g_clear_object (&self->cancellable);
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->scroller);
  veto_data_page_update (self);
  gtk_widget_grab_focus (self->save_button);
}

static void
cancel_cb (VetoDataPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static gboolean
veto_data_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VETO_DATA_PAGE (widget)->save_button);
}

/* Nobody waits any more for what is being done. */
static void
veto_data_page_dispose (GObject *object)
{
  VetoDataPage *self = VETO_DATA_PAGE (object);

  cancel_cb (self);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_data_page_parent_class)->dispose (object);
}

static void
veto_data_page_class_init (VetoDataPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_data_page_dispose;
  veto_focus_set_lead (klass, veto_data_page_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* A heading, what it is about, and the button that does it. */
static GtkWidget *
append_part (VetoDataPage *self,
             const char   *heading,
             const char   *words,
             const char   *label,
             void (*func) (VetoDataPage *page))
{
  GtkWidget *button = veto_wrap_button_new (label);

  gtk_box_append (GTK_BOX (self->actions), veto_cards_heading_new (heading));
  gtk_box_append (GTK_BOX (self->actions), veto_wrap_label_new (words, -1));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (func), self);
  gtk_box_append (GTK_BOX (self->actions), button);
  return button;
}

static void
create_actions (VetoDataPage *self)
{
  GtkWidget *erase;

  self->actions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->save_button = append_part (self, _ ("Save a copy of everything"),
                                   _ ("One file with everything in it but passwords. Keep it on another disk "
                                      "or a USB stick: then nothing is "
                                      "lost when this computer breaks. Whoever has the file can read it."),
                                   _ ("Save a copy of everything…"), veto_data_save);
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  append_part (self, _ ("Bring back a copy"),
               _ ("Veto first looks at the copy and tells you what is in it. Nothing changes before you "
                  "agree."),
               _ ("Bring back a copy…"), veto_data_restore);
  self->kept_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->actions), self->kept_box);
  erase =
    append_part (self, _ ("Delete everything"),
                 _ ("Objections, letters, proof, settings, and the copies that Veto made itself. Copies "
                    "that you saved "
                    "yourself stay where you put them."),
                 _ ("Delete everything…"), veto_data_erase);
  gtk_widget_add_css_class (erase, "destructive-action");
}

static void
create_work (VetoDataPage *self)
{
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->spinner), 32, 32);
  self->work_words = GTK_LABEL (veto_wrap_label_new ("", 40));
  gtk_label_set_justify (self->work_words, GTK_JUSTIFY_CENTER);
  self->cancel_button = veto_wrap_button_new (_ ("Cancel"));
  gtk_widget_set_halign (self->cancel_button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->cancel_button, "clicked", G_CALLBACK (cancel_cb), self);
  self->work = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18,
                             "focusable", TRUE, "valign", GTK_ALIGN_CENTER, "halign", GTK_ALIGN_CENTER,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_set_margin_start (self->work, 18);
  gtk_widget_set_margin_end (self->work, 18);
  gtk_box_append (GTK_BOX (self->work), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (self->work), GTK_WIDGET (self->work_words));
  gtk_box_append (GTK_BOX (self->work), self->cancel_button);
}

static void
create_scroller (VetoDataPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *clamp = adw_clamp_new ();
  GtkWidget *title = veto_wrap_heading_new (_ ("Your data"));

  gtk_widget_add_css_class (title, "veto-title"); /* in large text the header bar has no room for it */
  self->place = veto_wrap_label_new ("", -1);
  gtk_label_set_selectable (GTK_LABEL (self->place), TRUE);
  self->unkept = veto_wrap_label_new (_ ("Nothing is kept at present, because Veto cannot use its file. "
                                         "Close Veto and start it again; "
                                         "it will tell you more."),
                                      -1);
  create_actions (self);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), veto_wrap_label_new (_ ("What you enter stays on this computer. That is "
                                                         "your objections with steps and dates, letters, "
                                                         "proof, your name and addresses."),
                                                      -1));
  gtk_box_append (GTK_BOX (box), self->place);
  gtk_box_append (GTK_BOX (box), self->unkept);
  gtk_box_append (GTK_BOX (box), self->actions);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
}

static void
veto_data_page_init (VetoDataPage *self)
{
  self->stack = gtk_stack_new ();
  create_scroller (self);
  create_work (self);
  gtk_stack_add_child (GTK_STACK (self->stack), self->scroller);
  gtk_stack_add_child (GTK_STACK (self->stack), self->work);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

GtkWidget *
veto_data_page_new (VetoServices *services)
{
  VetoDataPage *self = g_object_new (VETO_TYPE_DATA_PAGE, NULL);

  self->services = services;
  veto_data_page_update (self);
  return GTK_WIDGET (self);
}

VetoServices *
veto_data_page_get_services (VetoDataPage *self)
{
  g_return_val_if_fail (VETO_IS_DATA_PAGE (self), NULL);

  return self->services;
}
