/* The password of an account: whether one is stored, and room for one to store.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-password-box"

#include "veto-config.h"

#include "veto-password-box.h"

#include <glib/gi18n.h>

#include "veto-account-words.h"
#include "veto-after-frame.h"
#include "veto-focus.h"
#include "veto-keyring-words.h"
#include "veto-peek.h"
#include "veto-tell.h"
#include "veto-wrap.h"

struct _VetoPasswordBox
{
  GtkWidget     parent_instance;
  VetoServices *services;
  VetoAccount  *account; /* nullable */
  GCancellable *stop;
  gboolean      was_looked; /* into the keyring, since it was mapped */

  GtkWidget *entry;
  GtkLabel  *status;
  GtkWidget *again;
  GtkWidget *forget;
};

G_DEFINE_FINAL_TYPE (VetoPasswordBox, veto_password_box, GTK_TYPE_WIDGET)

static void
show_status (VetoPasswordBox *self, const char *words, gboolean can_type, gboolean can_look)
{
  gtk_label_set_text (self->status, words);
  gtk_widget_set_visible (GTK_WIDGET (self->status), *words != '\0');
  gtk_widget_set_sensitive (self->entry, can_type);
  gtk_widget_set_visible (self->again, can_look);
  gtk_widget_set_visible (self->forget, self->account != NULL && veto_account_has_secret (self->account));
}

static void
show_state (VetoPasswordBox *self, VetoSecretState state)
{
  gboolean has = self->account != NULL && veto_account_has_secret (self->account);

  if (!has && state == VETO_SECRET_GONE)
    show_status (self, _ ("No password is stored."), TRUE, FALSE);
  else
    show_status (self, veto_keyring_words_get_state (state), TRUE, FALSE);
}

static void
show_error (VetoPasswordBox *self, const GError *error)
{
  gboolean         is_missing = g_error_matches (error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_NO_SERVICE);
  g_autofree char *words = veto_keyring_words_dup_error (error);

  show_status (self, words, !is_missing, TRUE);
}

static void
probed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoPasswordBox) self = data;
  g_autoptr(GError) error = NULL;
  VetoSecretState state;
  gboolean        found = veto_secrets_probe_finish (VETO_SECRETS (source), result, &state, &error);

  if (self->entry == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found)
    show_state (self, state);
  else
    show_error (self, error);
}

/* Without a stored password, an id that nobody has tells whether there is a keyring. */
static void
look (VetoPasswordBox *self)
{
  const char      *known = self->account != NULL ? veto_account_get_secret_id (self->account) : NULL;
  g_autofree char *id = known != NULL ? g_strdup (known) : veto_secrets_make_id ();

  if (self->services->in_memory)
    {
      show_status (self, _ ("Nothing you do now is kept, so Veto stores no password either."), FALSE, FALSE);
      return;
    }
  gtk_widget_set_visible (self->again, FALSE);
  veto_secrets_probe_async (veto_services_get_secrets (self->services), id, self->stop, probed_cb,
                            g_object_ref (self));
}

static void
look_cb (GtkWidget *widget)
{
  VetoPasswordBox *self = VETO_PASSWORD_BOX (widget);

  if (self->entry != NULL && gtk_widget_get_mapped (widget))
    look (self);
}

static void
forgot_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoPasswordBox) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = veto_secrets_clear_finish (VETO_SECRETS (source), result, &error);

  if (self->entry == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->forget, TRUE);
  if (!done && !g_error_matches (error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_GONE))
    {
      show_error (self, error);
      return;
    }
  g_clear_error (&error);
  if (!veto_account_book_set_secret (self->services->accounts, self->account, NULL, NULL, &error))
    veto_tell_error (GTK_WIDGET (self), error);
  gtk_widget_grab_focus (self->entry); /* the button that had it goes */
  show_state (self, VETO_SECRET_GONE);
}

static void
forget_cb (VetoPasswordBox *self)
{
  gtk_widget_set_sensitive (self->forget, FALSE);
  veto_secrets_clear_async (veto_services_get_secrets (self->services),
                            veto_account_get_secret_id (self->account), self->stop, forgot_cb,
                            g_object_ref (self));
}

static gboolean
veto_password_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VETO_PASSWORD_BOX (widget)->entry);
}

static void
veto_password_box_map (GtkWidget *widget)
{
  VetoPasswordBox *self = VETO_PASSWORD_BOX (widget);

  GTK_WIDGET_CLASS (veto_password_box_parent_class)->map (widget);

  if (!self->was_looked)
    veto_after_frame (widget, look_cb);
  self->was_looked = TRUE;
}

static void
veto_password_box_dispose (GObject *object)
{
  VetoPasswordBox *self = VETO_PASSWORD_BOX (object);
  GtkWidget       *child;

  g_cancellable_cancel (self->stop);
  if (self->entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->entry = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (veto_password_box_parent_class)->dispose (object);
}

static void
veto_password_box_finalize (GObject *object)
{
  g_object_unref (VETO_PASSWORD_BOX (object)->stop);

  G_OBJECT_CLASS (veto_password_box_parent_class)->finalize (object);
}

static void
veto_password_box_class_init (VetoPasswordBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_password_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_password_box_finalize;
  widget_class->map = veto_password_box_map;
  veto_focus_set_lead (klass, veto_password_box_grab_focus);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
append_label (VetoPasswordBox *self, const char *words, const char *style)
{
  GtkWidget *label = veto_wrap_label_new (words, -1);

  gtk_widget_add_css_class (label, "veto-small");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static GtkWidget *
append_button (VetoPasswordBox *self, const char *words, void (*callback) (VetoPasswordBox *self))
{
  GtkWidget *button = veto_wrap_button_new (words);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (callback), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
veto_password_box_init (VetoPasswordBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  const char       *label = _ ("Password there (optional)");
  const char       *about = _ ("Veto does not need this. Your browser may already remember it. "
                                     "Everything works without.");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->stop = g_cancellable_new ();
  append_label (self, label, NULL);
  self->entry = gtk_password_entry_new ();
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (self->entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  veto_peek_limit (self->entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  append_label (self, about, "dim-label");
  self->status = GTK_LABEL (append_label (self, "", NULL));
  self->again = append_button (self, _ ("Look again"), look);
  self->forget = append_button (self, _ ("Forget the password"), forget_cb);
}

GtkWidget *
veto_password_box_new (VetoServices *services, VetoAccount *account)
{
  VetoPasswordBox *self = g_object_new (VETO_TYPE_PASSWORD_BOX, NULL);

  self->services = services;
  g_set_object (&self->account, account);
  show_status (self, "", TRUE, FALSE);
  return GTK_WIDGET (self);
}

void
veto_password_box_set_account (VetoPasswordBox *self, VetoAccount *account)
{
  g_return_if_fail (VETO_IS_PASSWORD_BOX (self));
  g_set_object (&self->account, account);
}

/* (transfer none): in the memory of the field, which is wiped */
static const char *
get_typed (VetoPasswordBox *self)
{
  return gtk_widget_get_sensitive (self->entry) ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "";
}

gboolean
veto_password_box_check (VetoPasswordBox *self, GError **error)
{
  g_return_val_if_fail (VETO_IS_PASSWORD_BOX (self), FALSE);

  return *get_typed (self) == '\0' || veto_password_check (get_typed (self), error);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  VetoPasswordBox *self = g_task_get_source_object (task);

  if (!veto_secrets_store_finish (VETO_SECRETS (source), result, &error))
    {
      if (self->entry != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (self->account == NULL) /* it was closed meanwhile; the account says that something may be stored */
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (!veto_account_book_set_secret (self->services->accounts, self->account,
                                     veto_account_get_secret_id (self->account), VETO_SECRET_STORED, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    {
      show_state (self, VETO_SECRET_AVAILABLE);
      g_task_return_boolean (task, TRUE);
    }
}

/* The id is on the disk before the keyring has the password: whatever happens between, nothing is lost sight of. */
static gboolean
prepare (VetoPasswordBox *self, GError **error)
{
  g_autofree char *id = veto_secrets_make_id ();

  return veto_account_get_secret_id (self->account) != NULL
         || veto_account_book_set_secret (self->services->accounts, self->account, id, VETO_SECRET_STORING,
                                          error);
}

void
veto_password_box_save_async (VetoPasswordBox    *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            data)
{
  GTask           *task = g_task_new (self, cancellable, callback, data);
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (VETO_IS_PASSWORD_BOX (self) && self->account != NULL);

  g_task_set_source_tag (task, veto_password_box_save_async);
  if (*get_typed (self) == '\0')
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  if (!prepare (self, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      g_object_unref (task);
      return;
    }
  label = veto_account_words_dup_secret_label (self->services, self->account);
  veto_secrets_store_async (veto_services_get_secrets (self->services),
                            veto_account_get_secret_id (self->account), label, get_typed (self), cancellable,
                            stored_cb, task);
}

gboolean
veto_password_box_save_finish (VetoPasswordBox *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
