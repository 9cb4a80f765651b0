/* A stand-in for the desktop's e-mail portal, on the session bus of a test.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "mail-portal.h"

#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "bus-peer.h"

#define BUS_NAME "org.freedesktop.portal.Desktop"
#define OBJECT_PATH "/org/freedesktop/portal/desktop"

struct _MailPortal
{
  GDBusConnection *bus; /* of its own, as of another process */
  GDBusNodeInfo   *node;
  MailPortalManner manner;
  guint            object_id;
  guint            request_id;
  guint            n_calls;
  guint            n_closed;
  GVariant        *options;
  GPtrArray       *files; /* (element-type GBytes) */
  GPtrArray       *paths; /* (element-type utf8) */
  GPtrArray       *kept;  /* (element-type GDBusMethodInvocation): calls that get no answer */
};

static const char xml[] = "<node>"
                          "  <interface name='org.freedesktop.portal.Email'>"
                          "    <method name='ComposeEmail'>"
                          "      <arg type='s' name='parent_window' direction='in'/>"
                          "      <arg type='a{sv}' name='options' direction='in'/>"
                          "      <arg type='o' name='handle' direction='out'/>"
                          "    </method>"
                          "  </interface>"
                          "</node>";

/* The names of open files, as the real portal finds them out. */
static gboolean
take_files (MailPortal *self, GDBusMethodInvocation *invocation, GVariant *places)
{
  GUnixFDList *list = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  gboolean     fine = TRUE;

  g_assert_nonnull (list);
  g_assert_cmpint (g_unix_fd_list_get_length (list), ==, g_variant_n_children (places));
  g_ptr_array_set_size (self->paths, 0);
  for (gsize i = 0; i < g_variant_n_children (places); i++)
    {
      gint32           place;
      int              file;
      g_autofree char *link = NULL;
      char            *path;

      g_variant_get_child (places, i, "h", &place);
      file = g_unix_fd_list_get (list, place, NULL);
      link = g_strdup_printf ("/proc/self/fd/%d", file);
      path = g_file_read_link (link, NULL);
      close (file);
      fine = fine && g_file_test (path, G_FILE_TEST_IS_REGULAR);
      g_ptr_array_add (self->paths, path);
    }
  return fine;
}

static void
read_files (MailPortal *self)
{
  g_ptr_array_set_size (self->files, 0);
  for (guint i = 0; i < self->paths->len; i++)
    {
      g_autoptr(GError) error = NULL;
      char *content;
      gsize n_bytes;

      g_file_get_contents (g_ptr_array_index (self->paths, i), &content, &n_bytes, &error);
      g_assert_no_error (error);
      g_ptr_array_add (self->files, g_bytes_new_take (content, n_bytes));
    }
}

static void
respond (MailPortal *self, const char *sender, const char *handle)
{
  guint response = self->manner == MAIL_PORTAL_OPENS ? 0 : self->manner == MAIL_PORTAL_DENIED ? 1 : 2;

  bus_peer_respond (self->bus, sender, handle, response, g_variant_new ("a{sv}", NULL));
}

static void
email_call_cb (GDBusConnection       *bus,
               const char            *sender,
               const char            *path,
               const char            *interface,
               const char            *method,
               GVariant              *parameters,
               GDBusMethodInvocation *invocation,
               gpointer               data)
{
  MailPortal      *self = data;
  g_autofree char *handle = NULL;
  g_autoptr(GVariant) files = NULL;

  self->n_calls++;
  g_clear_pointer (&self->options, g_variant_unref);
  self->options = g_variant_get_child_value (parameters, 1);
  handle = bus_peer_export_request (self->bus, sender, self->options, &self->n_closed, &self->request_id);
  if (self->manner == MAIL_PORTAL_DEAD)
    {
      g_ptr_array_add (self->kept, invocation);
      return;
    }
  files = g_variant_lookup_value (self->options, "attachment_fds", G_VARIANT_TYPE ("ah"));
  if (self->manner == MAIL_PORTAL_REFUSES || (files != NULL && !take_files (self, invocation, files)))
    {
      g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.portal.Error.InvalidArgument",
                                                  "Invalid attachment fd passed");
      return;
    }
  if (files != NULL)
    read_files (self);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", handle));
  if (self->manner != MAIL_PORTAL_SILENT)
    respond (self, sender, handle);
}

MailPortal *
mail_portal_new (void)
{
  static const GDBusInterfaceVTable table = { .method_call = email_call_cb };
  g_autoptr(GError) error = NULL;
  MailPortal *self = g_new0 (MailPortal, 1);

  self->kept = g_ptr_array_new ();
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->node = g_dbus_node_info_new_for_xml (xml, &error);
  g_assert_no_error (error);
  self->bus = bus_peer_connect ();
  self->object_id = g_dbus_connection_register_object (self->bus, OBJECT_PATH, self->node->interfaces[0],
                                                       &table, self, NULL, &error);
  g_assert_no_error (error);
  bus_peer_take_name (self->bus, BUS_NAME);
  return self;
}

void
mail_portal_free (MailPortal *self)
{
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_dbus_node_info_unref (self->node);
  g_clear_pointer (&self->options, g_variant_unref);
  for (guint i = 0; i < self->kept->len; i++)
    g_object_unref (self->kept->pdata[i]);
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->paths);
  g_free (self);
}

void
mail_portal_set_manner (MailPortal *self, MailPortalManner manner)
{
  self->manner = manner;
}

guint
mail_portal_get_n_calls (MailPortal *self)
{
  return self->n_calls;
}

guint
mail_portal_get_n_closed (MailPortal *self)
{
  return self->n_closed;
}

GVariant *
mail_portal_get_options (MailPortal *self)
{
  return self->options;
}

guint
mail_portal_get_n_files (MailPortal *self)
{
  return self->files->len;
}

GBytes *
mail_portal_get_nth_file (MailPortal *self, guint i)
{
  return i < self->files->len ? g_ptr_array_index (self->files, i) : NULL;
}

const char *
mail_portal_get_nth_path (MailPortal *self, guint i)
{
  return i < self->paths->len ? g_ptr_array_index (self->paths, i) : NULL;
}

GBytes *
mail_portal_get_file (MailPortal *self)
{
  return mail_portal_get_nth_file (self, 0);
}

const char *
mail_portal_get_path (MailPortal *self)
{
  return mail_portal_get_nth_path (self, 0);
}
