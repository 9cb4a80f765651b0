/* While the window is open: tells what became due.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reminder"

#include "veto-reminder.h"

#include "veto-day-watch.h"
#include "veto-day.h"
#include "veto-due-notice.h"
#include "veto-reminders.h"

#define PATIENCE_MS 500 /* many changes are one, and what the person just did comes first */

struct _VetoReminder
{
  GApplication   *application;
  VetoServices   *services;
  VetoObjections *objections; /* owned: whose changes are followed */
  VetoDayWatch   *watch;
  guint           source_id;
  gboolean        has_reader; /* the desktop shows notifications */
  gboolean        is_told;    /* a notification may still be there */
};

static gboolean
look_cb (gpointer data)
{
  VetoReminder *self = data;
  GListModel   *book = G_LIST_MODEL (self->services->book);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) cases = NULL;
  g_autoptr(GNotification) notice = NULL;
  GDate today;

  self->source_id = 0;
  veto_day_today (&today);
  if (veto_reminders_count (book, &today) == 0)
    {
      if (self->is_told)
        g_application_withdraw_notification (self->application, VETO_DUE_NOTICE); /* it was done */
      self->is_told = FALSE;
      return G_SOURCE_REMOVE;
    }
  if (!self->has_reader && !(self->has_reader = veto_due_notice_has_reader ()))
    return G_SOURCE_REMOVE;
  cases = veto_reminders_claim (book, self->services->store, &today, &error);
  if (cases == NULL)
    {
      g_debug ("not looked what is due: %s", error->message);
      return G_SOURCE_REMOVE;
    }
  if (cases->len == 0)
    return G_SOURCE_REMOVE;
  notice = veto_due_notice_new (cases);
  self->is_told = TRUE;
  g_application_send_notification (self->application, VETO_DUE_NOTICE, notice);
  return G_SOURCE_REMOVE;
}

static void
look_soon (VetoReminder *self)
{
  if (self->source_id == 0)
    self->source_id = g_timeout_add_full (G_PRIORITY_LOW, PATIENCE_MS, look_cb, self, NULL);
}

static void
new_day_cb (gpointer data)
{
  VetoReminder *self = data;
  g_autoptr(GError) error = NULL;

  if (!veto_case_book_refresh (self->services->book, &error))
    g_debug ("%s", error->message);
  look_soon (self);
}

VetoReminder *
veto_reminder_new (GApplication *application, VetoServices *services)
{
  VetoReminder *self = g_new0 (VetoReminder, 1);

  self->application = application;
  self->services = services;
  self->objections = g_object_ref (services->objections);
  g_signal_connect_swapped (self->objections, "changed", G_CALLBACK (look_soon), self);
  self->watch = veto_day_watch_new (new_day_cb, self);
  look_soon (self);
  return self;
}

void
veto_reminder_free (VetoReminder *self)
{
  g_signal_handlers_disconnect_by_data (self->objections, self);
  g_clear_object (&self->objections);
  g_clear_pointer (&self->watch, veto_day_watch_free);
  g_clear_handle_id (&self->source_id, g_source_remove);
  g_free (self);
}
