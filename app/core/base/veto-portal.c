/* Asking the desktop for something through one of its portals.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-portal"

#include "veto-portal.h"

#define BUS_NAME "org.freedesktop.portal.Desktop"
#define OBJECT_PATH "/org/freedesktop/portal/desktop"
#define REQUEST "org.freedesktop.portal.Request"

/* One question on its way. It ends once: by the answer, an error, the time, or the cancellable. */
typedef struct
{
  GCancellable    *stop; /* for what is under way on the bus, when it ended otherwise */
  GDBusConnection *bus;  /* NULL until it is there */
  char            *interface;
  char            *method;
  char            *window; /* for the desktop's dialog; "" where that is not known */
  GVariant        *options;
  GUnixFDList     *files;  /* nullable */
  char            *token;  /* last part of the handle */
  char            *handle; /* of the request; NULL until there is a bus */
  guint            signal_id;
  guint            timeout_id;
  GSource         *cancelled; /* nullable */
  gboolean         ended;
} Request;

static void
stop_waiting (Request *self)
{
  if (self->signal_id != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->signal_id);
  self->signal_id = 0;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->cancelled != NULL)
    g_source_destroy (self->cancelled);
  g_clear_pointer (&self->cancelled, g_source_unref);
}

static void
free_request (gpointer data)
{
  Request *self = data;

  stop_waiting (self);
  g_clear_object (&self->stop);
  g_clear_object (&self->bus);
  g_clear_object (&self->files);
  g_clear_pointer (&self->options, g_variant_unref);
  g_free (self->interface);
  g_free (self->method);
  g_free (self->window);
  g_free (self->token);
  g_free (self->handle);
  g_free (self);
}

/* @results: (transfer none) (nullable): what the desktop said. @error: (transfer full) (nullable): or why it did not */
static void
end (GTask *task, GVariant *results, GError *error)
{
  Request *self = g_task_get_task_data (task);
  g_autoptr(GTask) kept = g_object_ref (task); /* the closures that go below hold it */

  if (self->ended)
    {
      g_clear_error (&error);
      return;
    }
  self->ended = TRUE;
  stop_waiting (self);
  g_cancellable_cancel (self->stop);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_variant_ref (results), (GDestroyNotify) g_variant_unref);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GDBusConnection) bus = data;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (bus, result, NULL);

  g_debug ("the request is %s", reply != NULL ? "closed" : "gone");
}

/* Nobody waits for it any more: a dialog of the desktop's closes. The bus is kept until it has heard of that. */
static void
close_request (Request *self)
{
  if (self->bus != NULL)
    g_dbus_connection_call (self->bus, BUS_NAME, self->handle, REQUEST, "Close", NULL, NULL,
                            G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, closed_cb, g_object_ref (self->bus));
}

static gboolean
timeout_cb (gpointer data)
{
  Request *self = g_task_get_task_data (data);

  self->timeout_id = 0;
  close_request (self);
  end (data, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "the desktop did not answer"));
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  close_request (g_task_get_task_data (data));
  end (data, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled"));
  return G_SOURCE_REMOVE;
}

static void
response_cb (GDBusConnection *bus,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         data)
{
  g_autoptr(GVariant) results = NULL;
  guint32 response = 2;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    g_variant_get (parameters, "(u@a{sv})", &response, &results);
  if (response == 0)
    end (data, results, NULL);
  else if (response == 1)
    end (data, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "the person did not want to"));
  else
    end (data, NULL, g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "the desktop's answer is %u", response));
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) handle = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source),
                                                                                 NULL, result, &error);

  if (handle == NULL)
    end (task, NULL, g_steal_pointer (&error)); /* else its answer comes as a signal */
}

/* The handle can be told beforehand, so that no answer is missed. Source: org.freedesktop.portal.Request. */
static void
listen (GTask *task)
{
  Request         *self = g_task_get_task_data (task);
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (self->bus) + 1);

  g_strdelimit (sender, ".", '_');
  self->handle = g_strdup_printf (OBJECT_PATH "/request/%s/%s", sender, self->token);
  self->signal_id = g_dbus_connection_signal_subscribe (self->bus, BUS_NAME, REQUEST, "Response",
                                                        self->handle, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                                        response_cb, g_object_ref (task), g_object_unref);
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) bus = g_bus_get_finish (result, &error);
  Request *self = g_task_get_task_data (task);

  if (bus == NULL || self->ended)
    {
      end (task, NULL, g_steal_pointer (&error));
      return;
    }
  self->bus = g_steal_pointer (&bus);
  listen (task);
  g_dbus_connection_call_with_unix_fd_list (self->bus, BUS_NAME, OBJECT_PATH, self->interface, self->method,
                                            g_variant_new ("(s@a{sv})", self->window, self->options),
                                            G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, G_MAXINT,
                                            self->files, self->stop, called_cb, g_object_ref (task));
}

char *
veto_portal_dup_token (void)
{
  return g_strdup_printf ("veto%08x%08x", g_random_int (), g_random_int ());
}

static void
follow_cancellable (GTask *task, GCancellable *cancellable)
{
  Request *self = g_task_get_task_data (task);

  if (cancellable == NULL)
    return;
  self->cancelled = g_cancellable_source_new (cancellable);
  g_source_set_callback (self->cancelled, G_SOURCE_FUNC (cancelled_cb), g_object_ref (task), g_object_unref);
  g_source_attach (self->cancelled, NULL);
}

void
veto_portal_request_async (const VetoPortalQuestion *question,
                           guint                     patience,
                           GCancellable             *cancellable,
                           GAsyncReadyCallback       callback,
                           gpointer                  data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);
  Request *self = g_new0 (Request, 1);

  g_return_if_fail (question != NULL && callback != NULL);

  g_task_set_source_tag (task, veto_portal_request_async);
  g_task_set_check_cancellable (task, FALSE); /* cancelled_cb() says so itself */
  g_task_set_task_data (task, self, free_request);
  self->stop = g_cancellable_new ();
  self->interface = g_strdup (question->interface);
  self->method = g_strdup (question->method);
  self->window = g_strdup (question->window != NULL ? question->window : "");
  self->token = g_strdup (question->token);
  self->options = g_variant_ref_sink (question->options);
  self->files = question->files != NULL ? g_object_ref (question->files) : NULL;
  self->timeout_id =
    g_timeout_add_full (G_PRIORITY_DEFAULT, patience, timeout_cb, g_object_ref (task), g_object_unref);
  follow_cancellable (task, cancellable);
  g_bus_get (G_BUS_TYPE_SESSION, self->stop, bus_cb, g_object_ref (task));
}

GVariant *
veto_portal_request_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
