/* The proof of a case: what is kept, and every way to add to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-proof-box"

#include "veto-config.h"

#include "veto-proof-box.h"

#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-flip-layout.h"
#include "veto-focus.h"
#include "veto-proof-chooser.h"
#include "veto-proof-content.h"
#include "veto-proof-much.h"
#include "veto-proof-out.h"
#include "veto-proof-row.h"
#include "veto-proof-undo.h"
#include "veto-recent.h"
#include "veto-tell.h"
#include "veto-text.h"
#include "veto-toasts.h"
#include "veto-wrap.h"

#define MAX_CHARS 44 /* as wide as the words of a step would like to be */

struct _VetoProofBox
{
  GtkWidget        parent_instance;
  VetoServices    *services;
  VetoObjection   *objection; /* nullable: whose case may not have begun */
  VetoCase        *item;      /* nullable: not begun */
  VetoProofList   *list;      /* nullable, as above */
  VetoProofIntake *intake;    /* nullable, as above */
  GtkNativeDialog *chooser;   /* nullable: open */

  GtkWidget *heading;
  GtkWidget *intro;
  GtkWidget *rows;
  GtkWidget *busy; /* hidden while nothing is being kept */
  GtkWidget *spinner;
  GtkWidget *busy_label;
  GtkWidget *add_button;
  GtkWidget *hint; /* that one may drop files here */
};

G_DEFINE_FINAL_TYPE (VetoProofBox, veto_proof_box, GTK_TYPE_WIDGET)

/* --- The list --- */

static void
open_cb (VetoProofRow *row, VetoProofBox *self)
{
  veto_proof_out_open (GTK_WIDGET (self), self->list, veto_proof_row_get_proof (row));
}

static void
save_cb (VetoProofRow *row, VetoProofBox *self)
{
  veto_proof_out_save (GTK_WIDGET (self), self->list, veto_proof_row_get_proof (row));
}

static void
remove_cb (VetoProofRow *row, VetoProofBox *self)
{
  gtk_widget_grab_focus (self->add_button); /* the row that had it goes */
  veto_proof_undo_remove (GTK_WIDGET (self), self->list, veto_proof_row_get_proof (row));
}

static void
note_cb (VetoProofRow *row, guint kind, VetoProofBox *self)
{
  if (veto_proof_undo_note (GTK_WIDGET (self), self->item, veto_proof_row_get_proof (row), kind))
    gtk_widget_grab_focus (GTK_WIDGET (row)); /* the button that had it goes */
}

static GtkWidget *
create_row (gpointer proof, gpointer data)
{
  VetoProofBox *self = data;
  GtkWidget    *row = veto_proof_row_new (proof, self->item);

  g_signal_connect_object (row, "open", G_CALLBACK (open_cb), self, 0);
  g_signal_connect_object (row, "save", G_CALLBACK (save_cb), self, 0);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, 0);
  g_signal_connect_object (row, "note", G_CALLBACK (note_cb), self, 0);
  return row;
}

static void
items_changed_cb (VetoProofBox *self)
{
  gtk_widget_set_visible (self->rows,
                          self->list != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0);
}

/* --- Adding --- */

static void
busy_cb (VetoProofBox *self)
{
  const char      *name = veto_proof_intake_get_name (self->intake);
  g_autofree char *isolated = veto_text_dup_isolated (name, NULL);
  /* Translators: %s is the name of a file */
  g_autofree char *words = g_strdup_printf (_ ("Keeping “%s”…"), isolated);

  gtk_label_set_text (GTK_LABEL (self->busy_label), words);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), name != NULL);
  gtk_widget_set_visible (self->busy, name != NULL);
}

static void
added_cb (VetoProofBox *self, VetoProof *proof)
{
  veto_proof_much_tell (GTK_WIDGET (self), self->services->store, proof);
}

static void
finished_cb (VetoProofBox *self, guint n_added, const char *problems)
{
  g_autofree char *words = NULL;

  if (n_added > 0)
    {
      words = g_strdup_printf (ngettext ("%u file is kept.", "%u files are kept.", n_added), n_added);
      veto_toasts_add (GTK_WIDGET (self), words);
    }
  if (problems != NULL)
    veto_tell (GTK_WIDGET (self), _ ("Not kept"), problems);
}

static void
leave (VetoProofBox *self)
{
  gtk_list_box_bind_model (GTK_LIST_BOX (self->rows), NULL, NULL, NULL, NULL);
  if (self->intake != NULL)
    g_signal_handlers_disconnect_by_data (self->intake, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->intake);
  g_clear_object (&self->list);
  g_clear_object (&self->item);
  gtk_widget_set_visible (self->busy, FALSE);
}

static gboolean
enter (VetoProofBox *self, VetoCase *item, GError **error)
{
  g_autoptr(VetoProofList)
               list = veto_proof_list_new (self->services->store, veto_case_get_id (item), error);

  if (list == NULL)
    return FALSE;
  leave (self);
  self->item = g_object_ref (item);
  self->list = g_steal_pointer (&list);
  self->intake = veto_proof_intake_new (self->list);
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (self->intake, "changed", G_CALLBACK (busy_cb), self);
  g_signal_connect_swapped (self->intake, "added", G_CALLBACK (added_cb), self);
  g_signal_connect_swapped (self->intake, "finished", G_CALLBACK (finished_cb), self);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->rows), G_LIST_MODEL (self->list), create_row, self, NULL);
  items_changed_cb (self);
  veto_proof_list_check (self->list);
  return TRUE;
}

/* Whether there is a case to add to; it is made when there is none. */
static gboolean
begin (VetoProofBox *self)
{
  g_autoptr(GError) error = NULL;
  const VetoGuide *guide;
  VetoCase        *item;

  if (self->intake != NULL)
    return TRUE;
  if (self->objection == NULL)
    return FALSE;
  guide = veto_objection_get_guide (self->objection);
  item = veto_objection_get_case (self->objection);
  if (item == NULL && guide != NULL)
    item = veto_objection_start (self->objection, self->services->book, guide->id, &error);
  if (item != NULL && enter (self, item, &error))
    return TRUE;
  if (error != NULL)
    veto_tell_error (GTK_WIDGET (self), error);
  return FALSE;
}

void
veto_proof_box_add_file (VetoProofBox *self, GFile *file)
{
  g_return_if_fail (VETO_IS_PROOF_BOX (self) && G_IS_FILE (file));

  if (begin (self))
    veto_proof_intake_add_file (self->intake, file);
}

void
veto_proof_box_paste (VetoProofBox *self)
{
  GdkClipboard *clipboard;

  g_return_if_fail (VETO_IS_PROOF_BOX (self));

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  if (begin (self) && !veto_proof_content_paste (self->intake, clipboard))
    veto_tell (GTK_WIDGET (self), _ ("There is no picture to paste"),
               _ ("Take a picture of the screen first, or copy a picture. The Print key does it on most "
                  "keyboards. Then come back here."));
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, VetoProofBox *self)
{
  g_autoptr(GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));

  gtk_native_dialog_hide (chooser);
  for (guint i = 0; response == GTK_RESPONSE_ACCEPT && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      veto_recent_keep_out (file);
      veto_proof_box_add_file (self, file);
    }
  gtk_native_dialog_destroy (chooser);
  g_clear_object (&self->chooser);
}

static void
choose_cb (VetoProofBox *self)
{
  if (self->chooser != NULL)
    return;
  self->chooser = veto_proof_chooser_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (self->chooser);
}

static void
cancel_cb (VetoProofBox *self)
{
  gtk_widget_grab_focus (self->add_button); /* the row that had it goes */
  veto_proof_intake_cancel (self->intake);
}

/* --- Dropping --- */

static void
show_hint (VetoProofBox *self, gboolean is_over)
{
  gtk_label_set_text (GTK_LABEL (self->hint), is_over ? _ ("Let go here to keep it.")
                                                      : _ ("You can also drag files and pictures here."));
  if (is_over)
    gtk_widget_add_css_class (GTK_WIDGET (self), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "over");
}

static GdkDragAction
drag_enter_cb (VetoProofBox *self)
{
  show_hint (self, TRUE);
  return GDK_ACTION_COPY;
}

static void
drag_leave_cb (VetoProofBox *self)
{
  show_hint (self, FALSE);
}

static gboolean
drop_cb (VetoProofBox *self, GdkDrop *drop)
{
  show_hint (self, FALSE);
  if (!begin (self))
    return FALSE;
  veto_proof_content_drop (self->intake, drop);
  return TRUE;
}

/* --- The widget --- */

static gboolean
veto_proof_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VETO_PROOF_BOX (widget)->add_button);
}

static void
veto_proof_box_dispose (GObject *object)
{
  VetoProofBox *self = VETO_PROOF_BOX (object);
  GtkWidget    *child;

  if (self->rows != NULL)
    leave (self);
  self->rows = NULL;
  g_clear_object (&self->objection);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (self->chooser);
  g_clear_object (&self->chooser);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (veto_proof_box_parent_class)->dispose (object);
}

static void
paste_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  veto_proof_box_paste (VETO_PROOF_BOX (widget));
}

static void
veto_proof_box_class_init (VetoProofBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_proof_box_dispose;
  veto_focus_set_lead (klass, veto_proof_box_grab_focus);
  gtk_widget_class_install_action (widget_class, "proof.paste", NULL, paste_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "proof.paste", NULL);
  gtk_widget_class_set_css_name (widget_class, "veto-proof");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
build_busy (VetoProofBox *self)
{
  GtkWidget *cancel = veto_wrap_button_new (_ ("Cancel"));

  self->busy = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->spinner = gtk_spinner_new ();
  self->busy_label = veto_wrap_label_new ("", MAX_CHARS);
  gtk_widget_set_hexpand (self->busy_label, TRUE);
  veto_wrap_name_button (cancel, _ ("Cancel: do not keep this file"));
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_box_append (GTK_BOX (self->busy), self->spinner);
  gtk_box_append (GTK_BOX (self->busy), self->busy_label);
  gtk_box_append (GTK_BOX (self->busy), cancel);
  gtk_widget_set_visible (self->busy, FALSE);
  gtk_widget_set_parent (self->busy, GTK_WIDGET (self));
}

static void
build_buttons (VetoProofBox *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *paste = veto_wrap_button_new (_ ("Paste a picture"));

  self->add_button = veto_wrap_button_new (_ ("Add a file…"));
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect_swapped (paste, "clicked", G_CALLBACK (veto_proof_box_paste), self);
  gtk_widget_set_layout_manager (buttons, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8, "row-width", 240,
                                                        "keep-natural", TRUE, NULL));
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  gtk_widget_set_halign (paste, GTK_ALIGN_START);
  gtk_widget_set_hexpand (paste, TRUE);    /* so that they stand at the start, */
  gtk_widget_set_hexpand (buttons, FALSE); /* and what it takes is not for the whole page */
  gtk_box_append (GTK_BOX (buttons), self->add_button);
  gtk_box_append (GTK_BOX (buttons), paste);
  gtk_widget_set_parent (buttons, GTK_WIDGET (self));
}

static void
add_drop_target (VetoProofBox *self)
{
  GtkDropTargetAsync *target =
    gtk_drop_target_async_new (veto_proof_content_list_formats (), GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drag-enter", G_CALLBACK (drag_enter_cb), self);
  g_signal_connect_swapped (target, "drag-leave", G_CALLBACK (drag_leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
veto_proof_box_init (VetoProofBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Proof"), -1);

  self->heading = veto_cards_heading_new (_ ("Proof"));
  self->intro =
    veto_wrap_label_new (_ ("Keep here what shows that you objected, and what came back. You can add "
                            "pictures of the "
                            "screen, e-mails (.eml) and PDFs, up to 25 MB each. It stays on this computer."),
                         MAX_CHARS);
  self->rows = veto_cards_list_new (_ ("Proof"));
  gtk_widget_set_visible (self->rows, FALSE);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  gtk_widget_set_parent (self->intro, GTK_WIDGET (self));
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  build_busy (self);
  build_buttons (self);
  self->hint = veto_wrap_label_new ("", MAX_CHARS);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_add_css_class (self->hint, "veto-small");
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  show_hint (self, FALSE);
  add_drop_target (self);
}

GtkWidget *
veto_proof_box_new (VetoServices *services)
{
  VetoProofBox *self = g_object_new (VETO_TYPE_PROOF_BOX, NULL);

  self->services = services;
  return GTK_WIDGET (self);
}

void
veto_proof_box_show (VetoProofBox *self, VetoCase *item)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (VETO_IS_PROOF_BOX (self) && VETO_IS_CASE (item));

  if (self->item != item && !enter (self, item, &error))
    g_warning ("%s", error->message); /* the window has said already that the database cannot be used */
}

void
veto_proof_box_show_objection (VetoProofBox *self, VetoObjection *objection)
{
  g_return_if_fail (VETO_IS_PROOF_BOX (self) && VETO_IS_OBJECTION (objection));

  g_set_object (&self->objection, objection);
  gtk_widget_set_visible (self->heading, FALSE);
  gtk_label_set_text (GTK_LABEL (self->intro), _ ("Veto can keep it for you, with this objection and only on "
                                                  "this computer. You can add pictures, "
                                                  "e-mails (.eml) and PDFs, up to 25 MB each."));
  if (veto_objection_get_case (objection) != NULL)
    veto_proof_box_show (self, veto_objection_get_case (objection));
}
