/* Removes an account with its cases, with a way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-account-remove"

#include "veto-config.h"

#include "veto-account-remove.h"

#include <glib/gi18n.h>

#include "veto-tell.h"
#include "veto-toasts.h"

typedef struct
{
  VetoAccountBook  *accounts;
  VetoStoreRemoved *removed;
} Undo;

static gboolean
undo (gpointer data, GError **error)
{
  Undo *self = data;
  return veto_account_book_put_back (self->accounts, self->removed, error);
}

static void
free_undo (gpointer data)
{
  Undo *self = data;

  g_object_unref (self->accounts);
  veto_store_removed_free (self->removed);
  g_free (self);
}

void
veto_account_remove (GtkWidget *widget, VetoServices *services, VetoObjection *item)
{
  VetoCase        *known = veto_objection_get_case (item);
  g_autofree char *title = veto_objection_dup_title (item);
  /* Translators: %s is a platform or company, and whose account it is */
  g_autofree char *words = g_strdup_printf (_ ("%s was removed. Its letters stay."), title);
  g_autoptr(GError) error = NULL;
  VetoAccount      *account;
  VetoStoreRemoved *removed = NULL;
  Undo             *self;

  g_return_if_fail (known != NULL);

  account = veto_account_book_find (services->accounts, veto_case_get_account (known));
  if (account != NULL)
    removed = veto_account_book_remove (services->accounts, account, &error);
  if (removed == NULL)
    {
      if (error != NULL)
        veto_tell_error (widget, error);
      return;
    }
  self = g_new0 (Undo, 1);
  self->accounts = g_object_ref (services->accounts);
  self->removed = removed;
  veto_toasts_add_undo (widget, words, undo, self, free_undo);
}
