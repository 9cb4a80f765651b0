/* A stand-in for the desktop's portal that gives a sandboxed program its secret.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "secret-portal.h"

#include <gio/gunixfdlist.h>
#include <string.h>
#include <unistd.h>

#include "bus-peer.h"

#define N_SECRET 64  /* bytes; what libsecret wants */
#define ANSWER_MS 50 /* libsecret listens only once its call has returned; no portal is faster */

struct _SecretPortal
{
  GThread         *thread; /* libsecret asks for the version with a call that waits */
  GMainLoop       *loop;   /* of it */
  gint             is_there;
  GDBusConnection *bus; /* of its own, as of another process */
  GDBusNodeInfo   *node;
  gint             manner; /* a SecretPortalManner */
  gint             each_byte;
  guint            request_id;
  GPtrArray       *unanswered; /* of the thread */
  guint            n_asked;
};

static const char xml[] = "<node>"
                          "  <interface name='org.freedesktop.portal.Secret'>"
                          "    <method name='RetrieveSecret'>"
                          "      <arg type='h' direction='in'/><arg type='a{sv}' direction='in'/>"
                          "      <arg type='o' direction='out'/>"
                          "    </method>"
                          "    <property name='version' type='u' access='read'/>"
                          "  </interface>"
                          "</node>";

typedef struct
{
  SecretPortal *self;
  char         *sender;
  char         *handle;
  int           out;
} Answer;

static gboolean
answer_cb (gpointer data)
{
  g_autofree Answer *answer = data;
  g_autofree char   *sender = answer->sender, *handle = answer->handle;
  char               secret[N_SECRET];

  memset (secret, g_atomic_int_get (&answer->self->each_byte), sizeof (secret));
  if (g_atomic_int_get (&answer->self->manner) == SECRET_PORTAL_GIVES)
    g_assert_cmpint (write (answer->out, secret, sizeof (secret)), ==, sizeof (secret));
  close (answer->out);
  bus_peer_respond (answer->self->bus, sender, handle,
                    g_atomic_int_get (&answer->self->manner) == SECRET_PORTAL_GIVES ? 0 : 1,
                    g_variant_new ("a{sv}", NULL));
  return G_SOURCE_REMOVE;
}

/* @invocation: (transfer full) */
static void
tell_version (SecretPortal *self, GDBusMethodInvocation *invocation)
{
  if (g_atomic_int_get (&self->manner) == SECRET_PORTAL_HANGS)
    g_ptr_array_add (self->unanswered, invocation);
  else
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(v)", g_variant_new_uint32 (1)));
}

static void
give_secret (SecretPortal          *self,
             GDBusConnection       *bus,
             GVariant              *parameters,
             GDBusMethodInvocation *invocation)
{
  const char  *sender = g_dbus_method_invocation_get_sender (invocation);
  GUnixFDList *pipes = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  g_autoptr(GVariant) options = g_variant_get_child_value (parameters, 1);
  g_autoptr(GError) error = NULL;
  g_autofree char *handle = bus_peer_export_request (bus, sender, options, NULL, &self->request_id);
  int              out = g_unix_fd_list_get (pipes, 0, &error);

  g_assert_no_error (error);
  self->n_asked++;
  if (g_atomic_int_get (&self->manner) == SECRET_PORTAL_SILENT)
    close (out);
  else
    {
      Answer *answer = g_new (Answer, 1);
      g_autoptr(GSource) source = g_timeout_source_new (ANSWER_MS);

      *answer = (Answer){ self, g_strdup (sender), g_strdup (handle), out };
      g_source_set_callback (source, answer_cb, answer, NULL);
      g_source_attach (source, g_main_context_get_thread_default ());
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", handle));
}

static void
call_cb (GDBusConnection       *bus,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation,
         gpointer               data)
{
  if (g_str_equal (method, "Get"))
    tell_version (data, invocation);
  else
    give_secret (data, bus, parameters, invocation);
}

static gpointer
run (gpointer data)
{
  static const GDBusInterfaceVTable table = { .method_call = call_cb } /* also for the property */;
  g_autoptr(GError) error = NULL;
  g_autoptr(GMainContext) context = g_main_context_new ();
  SecretPortal *self = data;

  g_main_context_push_thread_default (context);
  self->loop = g_main_loop_new (context, FALSE);
  self->unanswered = g_ptr_array_new_with_free_func (g_object_unref);
  self->node = g_dbus_node_info_new_for_xml (xml, &error);
  g_assert_no_error (error);
  self->bus = bus_peer_connect ();
  g_dbus_connection_register_object (self->bus, "/org/freedesktop/portal/desktop", self->node->interfaces[0],
                                     &table, self, NULL, &error);
  g_assert_no_error (error);
  bus_peer_take_name (self->bus, "org.freedesktop.portal.Desktop");
  g_atomic_int_set (&self->is_there, TRUE);
  g_main_loop_run (self->loop);
  g_ptr_array_unref (self->unanswered);
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_main_context_pop_thread_default (context);
  return NULL;
}

SecretPortal *
secret_portal_new (void)
{
  SecretPortal *self = g_new0 (SecretPortal, 1);

  self->each_byte = 'a';
  self->thread = g_thread_new ("portal", run, self);
  while (!g_atomic_int_get (&self->is_there))
    g_usleep (1000);
  return self;
}

void
secret_portal_free (SecretPortal *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_dbus_node_info_unref (self->node);
  g_free (self);
}

void
secret_portal_set_manner (SecretPortal *self, SecretPortalManner manner)
{
  g_atomic_int_set (&self->manner, (int) manner);
}

void
secret_portal_set_secret (SecretPortal *self, char each_byte)
{
  g_atomic_int_set (&self->each_byte, each_byte);
}

guint
secret_portal_get_n_asked (SecretPortal *self)
{
  return (guint) g_atomic_int_get ((gint *) &self->n_asked);
}
