/* A small window in which what is known of an account is changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-account-edit"

#include "veto-config.h"

#include "veto-account-edit.h"

#include <glib/gi18n.h>

#include "veto-account-fields.h"
#include "veto-account-link.h"
#include "veto-account-words.h"
#include "veto-press-once.h"
#include "veto-problem-label.h"
#include "veto-tell.h"
#include "veto-wrap.h"

#define WIDTH 460
#define HEIGHT 640

struct _VetoAccountEdit
{
  AdwWindow     parent_instance;
  VetoServices *services;
  VetoAccount  *account;
  GCancellable *stop;

  GtkWidget *fields;
  GtkWidget *link; /* nullable: there is nothing to link it with */
  GtkWidget *problem;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (VetoAccountEdit, veto_account_edit, ADW_TYPE_WINDOW)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoAccountEdit) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = veto_password_box_save_finish (VETO_PASSWORD_BOX (source), result, &error);

  if (self->account == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* closed meanwhile */
  gtk_widget_set_sensitive (self->button, TRUE);
  if (done)
    gtk_window_close (GTK_WINDOW (self));
  else
    veto_account_words_tell (GTK_WIDGET (self), self->problem, error);
}

static void
save_cb (VetoAccountEdit *self)
{
  VetoAccountFields *fields = VETO_ACCOUNT_FIELDS (self->fields);
  VetoPasswordBox   *password = veto_account_fields_get_password (fields);
  g_autoptr(GError) error = NULL;

  veto_problem_label_say (self->problem, "");
  if (!veto_password_box_check (password, &error) || !veto_account_fields_save (fields, self->account, &error)
      || (self->link != NULL && !veto_account_link_save (VETO_ACCOUNT_LINK (self->link), &error)))
    {
      veto_account_words_tell (GTK_WIDGET (self), self->problem, error);
      return;
    }
  gtk_widget_set_sensitive (self->button, FALSE);
  veto_password_box_save_async (password, self->stop, saved_cb, g_object_ref (self));
}

/* A question that the keyring asks for this window goes with it. */
static void
veto_account_edit_dispose (GObject *object)
{
  VetoAccountEdit *self = VETO_ACCOUNT_EDIT (object);

  g_cancellable_cancel (self->stop);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (veto_account_edit_parent_class)->dispose (object);
}

static void
veto_account_edit_finalize (GObject *object)
{
  g_object_unref (VETO_ACCOUNT_EDIT (object)->stop);

  G_OBJECT_CLASS (veto_account_edit_parent_class)->finalize (object);
}

static gboolean
veto_account_edit_close_request (GtkWindow *window)
{
  g_cancellable_cancel (VETO_ACCOUNT_EDIT (window)->stop);
  return GTK_WINDOW_CLASS (veto_account_edit_parent_class)->close_request (window);
}

static void
veto_account_edit_class_init (VetoAccountEditClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_account_edit_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_account_edit_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = veto_account_edit_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
veto_account_edit_init (VetoAccountEdit *self)
{
  self->stop = g_cancellable_new ();
}

static void
fill (VetoAccountEdit *self, GtkWidget *box)
{
  self->fields = veto_account_fields_new (self->services, self->account);
  self->link = veto_account_link_new (self->services, self->account);
  self->problem = veto_problem_label_new (-1);
  self->button = veto_wrap_button_new (_ ("Save"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  veto_press_once (self->button, self->button);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (box), self->fields);
  if (self->link != NULL)
    gtk_box_append (GTK_BOX (box), self->link);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), self->button);
}

static void
build (VetoAccountEdit *self)
{
  GtkWidget       *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget       *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  g_autofree char *title = veto_account_words_dup_name (self->services, self->account);

  gtk_widget_add_css_class (box, "veto-message-box");
  fill (self, box);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (all), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (all), scroller);
  adw_window_set_content (ADW_WINDOW (self), all);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

void
veto_account_edit_show (GtkWidget *widget, VetoServices *services, VetoAccount *account, gboolean to_password)
{
  VetoAccountEdit *self;
  GtkRoot         *root;

  g_return_if_fail (GTK_IS_WIDGET (widget) && VETO_IS_ACCOUNT (account));

  self = g_object_new (VETO_TYPE_ACCOUNT_EDIT, NULL);
  self->services = services;
  self->account = g_object_ref (account);
  build (self);
  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (
    to_password ? GTK_WIDGET (veto_account_fields_get_password (VETO_ACCOUNT_FIELDS (self->fields)))
                : self->fields);
}
