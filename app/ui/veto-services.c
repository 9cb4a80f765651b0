/* The core objects that the pages of the window work with: made, exchanged, let go of.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-services"

#include "veto-config.h"

#include "veto-services.h"

#include "veto-reminder.h"
#include "veto-secrets-clear.h"

struct _VetoOpening
{
  GThread              *thread; /* NULL: it has ended */
  const VetoFeedConfig *config;
  char                 *language;
  VetoServices          made;                   /* what it could make */
  GError               *guidance_error, *error; /* why it could not */
};

/* Sets the guidance and the way to newer guidance, or neither. */
static gboolean
read_guidance (VetoServices *self, const VetoFeedConfig *config, const char *language, GError **error)
{
  g_autoptr(VetoUpdater) updater = veto_updater_new (config, language);
  g_autoptr(VetoGuideSet) set = veto_updater_load (updater, error);

  if (set == NULL)
    return FALSE;
  self->guidance = veto_guidance_new (set);
  self->updater = g_steal_pointer (&updater);
  return TRUE;
}

/* @store: (transfer full) (nullable): @error is set. Fills what is on the store, or nothing of it. */
static gboolean
make_objects (VetoServices *self, VetoGuidance *guidance, VetoStore *store, GError **error)
{
  g_autoptr(VetoStore) owned = store;
  g_autoptr(VetoCaseBook) book = store != NULL ? veto_case_book_new (store, guidance, error) : NULL;
  g_autoptr(VetoLetterBook) letters = NULL;
  g_autoptr(VetoAccountBook) accounts = NULL;

  if (book != NULL)
    letters = veto_letter_book_new (store, guidance, error);
  if (letters != NULL)
    accounts = veto_account_book_new (store, error);
  if (accounts == NULL)
    return FALSE;
  self->store = g_steal_pointer (&owned);
  self->book = g_steal_pointer (&book);
  self->letters = g_steal_pointer (&letters);
  self->accounts = g_steal_pointer (&accounts);
  self->objections = veto_objections_new (guidance, self->book);
  return TRUE;
}

/* Nobody else knows of what is made here before the thread has ended. */
static gpointer
open_thread (gpointer data)
{
  VetoOpening *opening = data;

  if (read_guidance (&opening->made, opening->config, opening->language, &opening->guidance_error))
    make_objects (&opening->made, opening->made.guidance,
                  veto_store_open (NULL, VETO_STORE_WINDOW, &opening->error), &opening->error);
  return NULL;
}

void
veto_services_open_ahead (VetoServices *self, const VetoFeedConfig *config, const char *language)
{
  g_return_if_fail (self->opening == NULL && self->store == NULL && language != NULL);

  self->opening = g_new0 (VetoOpening, 1);
  self->opening->config = config;
  self->opening->language = g_strdup (language);
  self->opening->thread = g_thread_new ("veto-open", open_thread, self->opening);
}

/* (nullable): what was begun ahead, and is done now */
static VetoOpening *
wait_for_opening (VetoServices *self)
{
  if (self->opening != NULL && self->opening->thread != NULL)
    g_thread_join (g_steal_pointer (&self->opening->thread));
  return self->opening;
}

/* What nobody asked for goes. */
static void
end_opening (VetoServices *self)
{
  VetoOpening *opening = wait_for_opening (self);

  if (opening == NULL)
    return;
  veto_services_close (&opening->made);
  g_clear_object (&opening->made.guidance);
  g_clear_object (&opening->made.updater);
  g_clear_error (&opening->guidance_error);
  g_clear_error (&opening->error);
  g_free (opening->language);
  g_clear_pointer (&self->opening, g_free);
}

gboolean
veto_services_load_guidance (VetoServices         *self,
                             const VetoFeedConfig *config,
                             const char           *language,
                             GError              **error)
{
  VetoOpening *opening = wait_for_opening (self);

  g_return_val_if_fail (self->guidance == NULL, FALSE);

  if (opening == NULL)
    return read_guidance (self, config, language, error);
  if (opening->made.guidance != NULL)
    {
      self->guidance = g_object_ref (opening->made.guidance);
      self->updater = g_object_ref (opening->made.updater);
    }
  else
    g_propagate_error (error, g_steal_pointer (&opening->guidance_error));
  return self->guidance != NULL;
}

void
veto_services_close (VetoServices *self)
{
  end_opening (self);
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

/* @made: emptied; what was there before is let go of */
static void
take_objects (VetoServices *self, VetoServices *made)
{
  VetoServices present = *made;

  made->store = NULL;
  made->book = NULL;
  made->letters = NULL;
  made->accounts = NULL;
  made->objections = NULL;
  veto_services_close (self);
  self->store = present.store;
  self->book = present.book;
  self->letters = present.letters;
  self->accounts = present.accounts;
  self->objections = present.objections;
}

gboolean
veto_services_use (VetoServices *self, VetoStore *store, GError **error)
{
  VetoServices made = { 0 };

  if (!make_objects (&made, self->guidance, store, error))
    return FALSE;
  take_objects (self, &made);
  return TRUE;
}

gboolean
veto_services_open (VetoServices *self, GError **error)
{
  VetoOpening *opening = wait_for_opening (self);

  if (opening == NULL)
    {
      VetoStore *store = veto_store_open (NULL, VETO_STORE_WINDOW, error);

      if (store == NULL || !veto_services_use (self, store, error))
        return FALSE;
    }
  else if (opening->made.store != NULL)
    take_objects (self, &opening->made);
  else
    {
      g_propagate_error (error, g_steal_pointer (&opening->error));
      end_opening (self); /* the next time it is tried again */
      return FALSE;
    }
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
