/* The core objects that the pages of the window work with: made, exchanged, let go of.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-services"

#include "veto-services.h"

#include "veto-reminder.h"
#include "veto-secrets-clear.h"

typedef struct
{
  VetoStore *store; /* nullable: see the error */
  GError    *error;
} Opened;

static gpointer
open_thread (gpointer data)
{
  Opened *opened = g_new0 (Opened, 1);

  opened->store = veto_store_open (NULL, VETO_STORE_WINDOW, &opened->error);
  if (opened->store != NULL)
    veto_store_read_ahead (opened->store);
  return opened;
}

void
veto_services_open_ahead (VetoServices *self)
{
  g_return_if_fail (self->opening == NULL && self->store == NULL);

  self->opening = g_thread_new ("veto-open", open_thread, NULL);
}

/* Returns: (transfer full) (nullable) */
static VetoStore *
open_store (VetoServices *self, GError **error)
{
  g_autofree Opened *opened = NULL;

  if (self->opening == NULL)
    return veto_store_open (NULL, VETO_STORE_WINDOW, error);
  opened = g_thread_join (g_steal_pointer (&self->opening));
  if (opened->store == NULL)
    g_propagate_error (error, opened->error);
  return opened->store;
}

void
veto_services_close (VetoServices *self)
{
  if (self->opening != NULL)
    self->store = open_store (self, NULL); /* it was never asked for */
  g_clear_pointer (&self->reminder, veto_reminder_free);
  g_clear_object (&self->objections);
  g_clear_object (&self->letters);
  g_clear_object (&self->accounts);
  g_clear_object (&self->secrets);
  g_clear_object (&self->book);
  if (self->store != NULL)
    veto_store_close (self->store); /* a page that is just fading out may hold it still */
  g_clear_object (&self->store);
}

gboolean
veto_services_use (VetoServices *self, VetoStore *store, GError **error)
{
  g_autoptr(VetoStore) owned = store;
  g_autoptr(VetoCaseBook) book = veto_case_book_new (store, self->guidance, error);
  g_autoptr(VetoLetterBook) letters = NULL;
  g_autoptr(VetoAccountBook) accounts = NULL;

  if (book != NULL)
    letters = veto_letter_book_new (store, self->guidance, error);
  if (letters != NULL)
    accounts = veto_account_book_new (store, error);
  if (accounts == NULL)
    return FALSE;
  veto_services_close (self);
  self->store = g_steal_pointer (&owned);
  self->book = g_steal_pointer (&book);
  self->letters = g_steal_pointer (&letters);
  self->accounts = g_steal_pointer (&accounts);
  self->objections = veto_objections_new (self->guidance, self->book);
  return TRUE;
}

gboolean
veto_services_open (VetoServices *self, GError **error)
{
  VetoStore *store = open_store (self, error);

  if (store == NULL || !veto_services_use (self, store, error))
    return FALSE;
  self->in_memory = FALSE;
  return TRUE;
}

gboolean
veto_services_open_in_memory (VetoServices *self, GError **error)
{
  VetoStore *store = veto_store_open_in_memory (error);

  if (store == NULL || !veto_services_use (self, store, error))
    return FALSE;
  self->in_memory = TRUE;
  return TRUE;
}

VetoSecrets *
veto_services_get_secrets (VetoServices *self)
{
  if (self->secrets == NULL)
    self->secrets = veto_secrets_new (VETO_SECRETS_PATIENCE);
  return self->secrets;
}

static void
forgot_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;

  if (veto_secrets_forget_finish (VETO_SECRETS (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
veto_services_forget_secrets (VetoServices       *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);

  veto_secrets_forget_async (veto_services_get_secrets (self), self->accounts, cancellable, forgot_cb, task);
}
