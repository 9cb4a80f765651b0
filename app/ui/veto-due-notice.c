/* What the desktop says when something became due.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-due-notice"

#include "veto-config.h"

#include "veto-due-notice.h"

#include <glib/gi18n.h>

#include "veto-background.h"
#include "veto-case-book.h"
#include "veto-day.h"
#include "veto-language.h"
#include "veto-reminders.h"

#define PATIENCE_MS 2000

GNotification *
veto_due_notice_new (GPtrArray *cases)
{
  g_autofree char *title =
    g_strdup_printf (ngettext ("A date is due", "%u dates are due", cases->len), cases->len);
  GNotification *notice = g_notification_new (title);
  g_autoptr(GIcon) icon = g_themed_icon_new (VETO_APP_ID);

  g_notification_set_body (notice, _ ("Veto says what you can do now."));
  g_notification_set_icon (notice, icon);
  if (cases->len == 1)
    g_notification_set_default_action_and_target (notice, "app.case", "s",
                                                  veto_case_get_id (cases->pdata[0]));
  return notice;
}

/* Whether one of those that GNotification speaks to is in the list that the bus gives */
static gboolean
lists_reader (GDBusConnection *bus, const char *method)
{
  static const char *const readers[] = { "org.freedesktop.Notifications", "org.gtk.Notifications",
                                         "org.freedesktop.portal.Desktop" };
  g_autoptr(GVariant) reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus",
                                                            "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                                            method, NULL, G_VARIANT_TYPE ("(as)"),
                                                            G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, NULL, NULL);
  g_autofree const char **names = NULL;
  guint n_readers = veto_background_is_sandboxed () ? 3 : 2; /* the portal is for the sandbox */

  if (reply == NULL)
    return FALSE;
  g_variant_get (reply, "(^a&s)", &names);
  for (guint i = 0; i < n_readers; i++)
    if (g_strv_contains (names, readers[i]))
      return TRUE;
  return FALSE;
}

gboolean
veto_due_notice_has_reader (void)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  return bus != NULL && (lists_reader (bus, "ListNames") || lists_reader (bus, "ListActivatableNames"));
}

/* Returns: (transfer full) (nullable): the cases in the database, opened in @mode */
static VetoCaseBook *
open_book (VetoGuidance *guidance, VetoStoreMode mode, VetoStore **out_store, GError **error)
{
  *out_store = veto_store_open (NULL, mode, error);
  return *out_store != NULL ? veto_case_book_new (*out_store, guidance, error) : NULL;
}

/* Nothing is made or changed on the disk where nothing is due. */
static gboolean
is_anything_due (VetoGuidance *guidance, const GDate *today, GError **error)
{
  g_autoptr(VetoStore) store = NULL;
  g_autoptr(VetoCaseBook) book = open_book (guidance, VETO_STORE_LOOK, &store, error);

  return book != NULL && veto_reminders_count (G_LIST_MODEL (book), today) > 0;
}

/* Returns: (transfer full) (nullable): what was not told yet */
static GPtrArray *
claim (VetoGuidance *guidance, const GDate *today, GError **error)
{
  g_autoptr(VetoStore) store = NULL;
  g_autoptr(VetoCaseBook) book = open_book (guidance, VETO_STORE_TOOL, &store, error);

  return book != NULL ? veto_reminders_claim (G_LIST_MODEL (book), store, today, error) : NULL;
}

/* The notification has to be on its way before the program is gone. */
static void
tell (GApplication *application, GPtrArray *cases)
{
  g_autoptr(GNotification) notice = veto_due_notice_new (cases);
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  g_application_send_notification (application, VETO_DUE_NOTICE, notice);
  if (bus != NULL)
    g_dbus_connection_flush_sync (bus, NULL, NULL);
}

gboolean
veto_due_notice_look (GApplication *application, GError **error)
{
  g_autoptr(GError) problem = NULL;
  g_autoptr(VetoGuideSet) set = veto_guide_set_read_resource (VETO_RESOURCE_PREFIX "/guidance",
                                                               veto_language_get (), &problem);
  g_autoptr(VetoGuidance) guidance = NULL;
  g_autoptr(GPtrArray) cases = NULL;
  GDate today;

  if (set != NULL)
    {
      guidance = veto_guidance_new (set);
      veto_day_today (&today);
      if (is_anything_due (guidance, &today, &problem))
        cases = claim (guidance, &today, &problem);
      else if (problem == NULL)
        g_application_withdraw_notification (application, VETO_DUE_NOTICE);
    }
  if (cases != NULL && cases->len > 0)
    tell (application, cases);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

typedef struct
{
  GError *error; /* NULL: nothing went wrong */
} Check;

static void
activate_cb (GApplication *application, Check *check)
{
  if (veto_due_notice_has_reader ())
    veto_due_notice_look (application, &check->error);
}

/* Not the program that the desktop knows under this id: who starts Veto meanwhile wants a window. */
int
veto_due_notice_check (const char *name)
{
  g_autoptr(GApplication) application = g_application_new (VETO_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_autofree char *own_name = g_strdup (name);
  char            *arguments[] = { own_name, NULL };
  Check            check = { NULL };
  int              status;

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &check);
  status = g_application_run (application, 1, arguments);
  if (check.error == NULL)
    return status;
  g_printerr ("veto: %s\n", check.error->message);
  g_clear_error (&check.error);
  return 1;
}
