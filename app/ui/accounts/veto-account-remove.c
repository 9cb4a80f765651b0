/* Removes an account with its cases, with a way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-account-remove"

#include "veto-config.h"

#include "veto-account-remove.h"

#include <glib/gi18n.h>

#include "veto-account-words.h"
#include "veto-secrets-clear.h"
#include "veto-tell.h"
#include "veto-toasts.h"

typedef struct
{
  VetoAccountBook *accounts;
  VetoStoreUndo   *removed;
  VetoSecrets     *secrets;
  char            *secret_id; /* nullable */
  gboolean         is_back;
  GWeakRef         window;
} Undo;

static gboolean
undo (gpointer data, GError **error)
{
  Undo *self = data;

  self->is_back = veto_account_book_put_back (self->accounts, self->removed, error);
  return self->is_back;
}

typedef struct
{
  GApplication *application; /* nullable: does not end before the keyring has answered */
  GWeakRef      window;
} Clearing;

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Clearing *self = data;
  g_autoptr(GtkWidget) window = g_weak_ref_get (&self->window);
  g_autoptr(GError) error = NULL;

  if (!veto_secrets_clear_list_finish (VETO_SECRETS (source), result, &error) && window != NULL
      && gtk_widget_get_mapped (window))
    {
      /* Translators: %s is a sentence on what went wrong */
      g_autofree char *words =
        g_strdup_printf (_ ("%s\n\nVeto tries again when you look at your accounts the next time."),
                         error->message);

      veto_tell (window, _ ("The password is still in the keyring"), words);
    }
  if (self->application != NULL)
    g_application_release (self->application);
  g_weak_ref_clear (&self->window);
  g_free (self);
}

static void
clear_secret (Undo *undo)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GtkWidget) window = g_weak_ref_get (&undo->window);
  Clearing *self = g_new0 (Clearing, 1);

  self->application = g_application_get_default ();
  if (self->application != NULL)
    g_application_hold (self->application);
  g_weak_ref_init (&self->window, window);
  g_ptr_array_add (ids, undo->secret_id);
  veto_secrets_clear_list_async (undo->secrets, ids, NULL, cleared_cb, self);
}

/* Nobody can undo it any more: "Undo" went, or was used, or the window closes. */
static void
free_undo (gpointer data)
{
  Undo *self = data;

  if (self->secret_id != NULL)
    {
      veto_secrets_hold (self->secrets, self->secret_id, FALSE);
      if (!self->is_back)
        clear_secret (self);
    }
  g_free (self->secret_id);
  g_object_unref (self->secrets);
  g_object_unref (self->accounts);
  g_weak_ref_clear (&self->window);
  veto_store_undo_free (self->removed);
  g_free (self);
}

static void
remove_named (GtkWidget *widget, VetoServices *services, VetoAccount *account, const char *title)
{
  /* Translators: %s is a platform or company, and whose account it is */
  g_autofree char *words = g_strdup_printf (_ ("%s was removed. Its letters stay."), title);
  g_autofree char *secret_id = g_strdup (veto_account_get_secret_id (account));
  g_autoptr(GError) error = NULL;
  VetoStoreUndo *removed = veto_account_book_remove (services->accounts, account, &error);
  Undo          *self;

  if (removed == NULL)
    {
      veto_tell_error (widget, error);
      return;
    }
  self = g_new0 (Undo, 1);
  self->accounts = g_object_ref (services->accounts);
  self->secrets = g_object_ref (veto_services_get_secrets (services));
  self->removed = removed;
  g_weak_ref_init (&self->window, gtk_widget_get_root (widget));
  if (secret_id != NULL)
    veto_secrets_hold (self->secrets, secret_id, TRUE);
  self->secret_id = g_steal_pointer (&secret_id);
  veto_toasts_add_undo (widget, words, undo, self, free_undo);
}

void
veto_account_remove_account (GtkWidget *widget, VetoServices *services, VetoAccount *account)
{
  g_autofree char *title = NULL;

  g_return_if_fail (VETO_IS_ACCOUNT (account));

  title = veto_account_words_dup_name (services, account);
  remove_named (widget, services, account, title);
}

void
veto_account_remove (GtkWidget *widget, VetoServices *services, VetoObjection *item)
{
  VetoCase        *known = veto_objection_get_case (item);
  g_autofree char *title = veto_objection_dup_title (item);
  VetoAccount     *account;

  g_return_if_fail (known != NULL);

  account = veto_account_book_find (services->accounts, veto_case_get_account (known));
  if (account != NULL)
    remove_named (widget, services, account, title);
}
