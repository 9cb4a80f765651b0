/* A stand-in for the desktop's keyring, on the session bus of a test.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "secret-service.h"

#include <string.h>

#include "bus-peer.h"

#define BUS_NAME "org.freedesktop.secrets"
#define ROOT "/org/freedesktop/secrets"
#define CHEST ROOT "/collection/login"
#define ALIAS ROOT "/aliases/default"
#define SESSION ROOT "/session/one"
#define PROMPT ROOT "/prompt/one"

typedef struct
{
  char       *path;
  GHashTable *attributes;
  char       *label;
  char       *secret;
} Item;

struct _SecretServiceMock
{
  GDBusConnection *bus; /* of its own, as of another process */
  GDBusNodeInfo   *node;
  SecretManner     manner;
  gboolean         is_locked;
  guint            delay;
  GHashTable      *items;   /* path to Item; each owns its path */
  GHashTable      *names;   /* of attributes */
  GVariant        *asked;   /* nullable: what is to be unlocked */
  GPtrArray       *kept;    /* (element-type GDBusMethodInvocation): calls that get no answer */
  gboolean         is_gone; /* what is still on its way to it finds nobody */
  guint            ids[4];  /* of its objects; the last is that of the subtree */
  guint            filter_id;
  guint            n_made, n_calls, n_prompts, n_dismissed;
};

static const char xml[] =
  "<node>"
  "  <interface name='org.freedesktop.Secret.Service'>"
  "    <property name='Collections' type='ao' access='read'/>"
  "    <method name='OpenSession'><arg type='s' direction='in'/><arg type='v' direction='in'/>"
  "      <arg type='v' direction='out'/><arg type='o' direction='out'/></method>"
  "    <method name='CreateCollection'><arg type='a{sv}' direction='in'/><arg type='s' direction='in'/>"
  "      <arg type='o' direction='out'/><arg type='o' direction='out'/></method>"
  "    <method name='SearchItems'><arg type='a{ss}' direction='in'/><arg type='ao' direction='out'/>"
  "      <arg type='ao' direction='out'/></method>"
  "    <method name='Unlock'><arg type='ao' direction='in'/><arg type='ao' direction='out'/>"
  "      <arg type='o' direction='out'/></method>"
  "    <method name='GetSecrets'><arg type='ao' direction='in'/><arg type='o' direction='in'/>"
  "      <arg type='a{o(oayays)}' direction='out'/></method>"
  "    <method name='ReadAlias'><arg type='s' direction='in'/><arg type='o' direction='out'/></method>"
  "  </interface>"
  "  <interface name='org.freedesktop.Secret.Collection'>"
  "    <property name='Items' type='ao' access='read'/><property name='Label' type='s' access='read'/>"
  "    <property name='Locked' type='b' access='read'/><property name='Created' type='t' access='read'/>"
  "    <property name='Modified' type='t' access='read'/>"
  "    <method name='CreateItem'><arg type='a{sv}' direction='in'/><arg type='(oayays)' direction='in'/>"
  "      <arg type='b' direction='in'/><arg type='o' direction='out'/><arg type='o' "
  "direction='out'/></method>"
  "  </interface>"
  "  <interface name='org.freedesktop.Secret.Item'>"
  "    <property name='Locked' type='b' access='read'/><property name='Attributes' type='a{ss}' "
  "access='read'/>"
  "    <property name='Label' type='s' access='read'/><property name='Created' type='t' access='read'/>"
  "    <property name='Modified' type='t' access='read'/>"
  "    <method name='Delete'><arg type='o' direction='out'/></method>"
  "  </interface>"
  "  <interface name='org.freedesktop.Secret.Prompt'>"
  "    <method name='Prompt'><arg type='s' direction='in'/></method><method name='Dismiss'/>"
  "    <signal name='Completed'><arg type='b'/><arg type='v'/></signal>"
  "  </interface>"
  "</node>";

static void
free_item (gpointer data)
{
  Item *item = data;

  g_free (item->path);
  g_hash_table_unref (item->attributes);
  g_free (item->label);
  g_free (item->secret);
  g_free (item);
}

static Item *
find_item (SecretServiceMock *self, const char *id)
{
  GHashTableIter iter;
  gpointer       item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (g_strcmp0 (g_hash_table_lookup (((Item *) item)->attributes, "veto-item"), id) == 0)
      return item;
  return NULL;
}

static gboolean
fits (Item *item, GVariant *attributes)
{
  GVariantIter iter;
  const char  *name, *value;

  g_variant_iter_init (&iter, attributes);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    if (g_strcmp0 (g_hash_table_lookup (item->attributes, name), value) != 0)
      return FALSE;
  return TRUE;
}

static GVariant *
search (SecretServiceMock *self, GVariant *attributes)
{
  GVariantBuilder found, none;
  GHashTableIter  iter;
  gpointer        path, item;

  g_variant_builder_init (&found, G_VARIANT_TYPE ("ao"));
  g_variant_builder_init (&none, G_VARIANT_TYPE ("ao"));
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &path, &item))
    if (fits (item, attributes) && !(self->is_locked && self->manner == SECRET_MANNER_HIDE))
      g_variant_builder_add (&found, "o", path);
  return self->is_locked ? g_variant_new ("(aoao)", &none, &found) : g_variant_new ("(aoao)", &found, &none);
}

static GVariant *
get_secrets (SecretServiceMock *self, GVariant *paths)
{
  GVariantBuilder secrets;
  GVariantIter    iter;
  const char     *path;

  g_variant_builder_init (&secrets, G_VARIANT_TYPE ("a{o(oayays)}"));
  g_variant_iter_init (&iter, paths);
  while (g_variant_iter_next (&iter, "&o", &path))
    {
      Item *item = g_hash_table_lookup (self->items, path);

      if (item != NULL && !self->is_locked)
        g_variant_builder_add (&secrets, "{o(o@ay@ays)}", path, SESSION,
                               g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, "", 0, 1),
                               g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, item->secret,
                                                          strlen (item->secret), 1),
                               "text/plain");
    }
  return g_variant_new ("(a{o(oayays)})", &secrets);
}

static void
note_attributes (SecretServiceMock *self, GHashTable *attributes)
{
  GHashTableIter iter;
  gpointer       name;

  g_hash_table_iter_init (&iter, attributes);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (self->names, g_strdup (name));
}

static Item *
add_item (SecretServiceMock *self, const char *label, const char *secret, gsize n_bytes)
{
  Item *item = g_new0 (Item, 1);

  item->path = g_strdup_printf (CHEST "/%u", ++self->n_made);
  item->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  item->label = g_strdup (label);
  item->secret = g_strndup (secret, n_bytes);
  g_hash_table_insert (self->items, item->path, item);
  return item;
}

/* Returns: (transfer none): its path */
static const char *
create_item (SecretServiceMock *self, GVariant *parameters)
{
  g_autoptr(GVariant) properties = g_variant_get_child_value (parameters, 0);
  g_autoptr(GVariant) secret = g_variant_get_child_value (parameters, 1);
  g_autoptr(GVariant) bytes = g_variant_get_child_value (secret, 2);
  g_autoptr(GVariant) attributes = NULL;
  const char  *name, *value, *label = NULL, *content;
  gsize        n_bytes;
  GVariantIter iter;
  Item        *item, *old;

  g_variant_lookup (properties, "org.freedesktop.Secret.Item.Label", "&s", &label);
  attributes =
    g_variant_lookup_value (properties, "org.freedesktop.Secret.Item.Attributes", G_VARIANT_TYPE ("a{ss}"));
  content = g_variant_get_fixed_array (bytes, &n_bytes, 1);
  item = add_item (self, label, content, n_bytes);
  g_variant_iter_init (&iter, attributes);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    g_hash_table_insert (item->attributes, g_strdup (name), g_strdup (value));
  note_attributes (self, item->attributes);

  g_hash_table_steal (self->items, item->path);
  old = find_item (self, g_hash_table_lookup (item->attributes, "veto-item"));
  if (old != NULL)
    g_hash_table_remove (self->items, old->path);
  g_hash_table_insert (self->items, item->path, item);
  return item->path;
}

static void
complete (SecretServiceMock *self, gboolean dismissed)
{
  GVariant *paths = dismissed || self->asked == NULL ? g_variant_new ("ao", NULL) : self->asked;

  if (!dismissed)
    self->is_locked = FALSE;
  g_dbus_connection_emit_signal (self->bus, NULL, PROMPT, "org.freedesktop.Secret.Prompt", "Completed",
                                 g_variant_new ("(bv)", dismissed, paths), NULL);
}

static void
answer_service (SecretServiceMock *self, GDBusMethodInvocation *invocation)
{
  const char *method = g_dbus_method_invocation_get_method_name (invocation);
  GVariant   *parameters = g_dbus_method_invocation_get_parameters (invocation);
  g_autoptr(GVariant) first = g_variant_get_child_value (parameters, 0);
  GVariant *reply = NULL;

  if (g_str_equal (method, "OpenSession") && !g_str_equal (g_variant_get_string (first, NULL), "plain"))
    {
      g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED,
                                                     "plain only");
      return;
    }
  if (g_str_equal (method, "OpenSession"))
    reply = g_variant_new ("(vo)", g_variant_new_string (""), SESSION);
  else if (g_str_equal (method, "SearchItems"))
    reply = search (self, first);
  else if (g_str_equal (method, "Unlock") && self->is_locked)
    {
      g_clear_pointer (&self->asked, g_variant_unref);
      self->asked = g_variant_ref (first);
      reply = g_variant_new ("(aoo)", NULL, PROMPT);
    }
  else if (g_str_equal (method, "Unlock"))
    reply = g_variant_new ("(@aoo)", first, "/");
  else if (g_str_equal (method, "GetSecrets"))
    reply = get_secrets (self, first);
  else if (g_str_equal (method, "ReadAlias"))
    reply = g_variant_new ("(o)", self->manner == SECRET_MANNER_NO_CHEST ? "/" : CHEST);
  else /* CreateCollection */
    {
      g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR, G_DBUS_ERROR_FAILED,
                                                     "no room");
      return;
    }
  g_dbus_method_invocation_return_value (invocation, reply);
}

static void
answer_prompt (SecretServiceMock *self, GDBusMethodInvocation *invocation)
{
  gboolean is_question = g_str_equal (g_dbus_method_invocation_get_method_name (invocation), "Prompt");

  g_dbus_method_invocation_return_value (invocation, NULL);
  if (is_question)
    self->n_prompts++;
  else
    self->n_dismissed++;
  if (!is_question || self->manner == SECRET_MANNER_DISMISS)
    complete (self, TRUE);
  else if (self->manner != SECRET_MANNER_WAIT)
    complete (self, FALSE);
}

static void
answer_collection (SecretServiceMock *self, GDBusMethodInvocation *invocation)
{
  if (self->manner == SECRET_MANNER_NO_CHEST)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.Secret.Error.NoSuchObject",
                                                "no such collection");
  else if (self->is_locked)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.Secret.Error.IsLocked",
                                                "locked");
  else
    g_dbus_method_invocation_return_value (
      invocation,
      g_variant_new ("(oo)", create_item (self, g_dbus_method_invocation_get_parameters (invocation)), "/"));
}

static void
answer_item (SecretServiceMock *self, GDBusMethodInvocation *invocation)
{
  if (!g_hash_table_remove (self->items, g_dbus_method_invocation_get_object_path (invocation)))
    g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.Secret.Error.NoSuchObject",
                                                "no such item");
  else
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", "/"));
}

typedef struct
{
  SecretServiceMock     *self;
  GDBusMethodInvocation *invocation;
} Answer;

static void
clear_mock (gpointer data)
{
  SecretServiceMock *self = data;

  g_object_unref (self->bus);
  g_dbus_node_info_unref (self->node);
  g_clear_pointer (&self->asked, g_variant_unref);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->names);
}

/* Calls that are on their way when it is let go of hold it as well. */
static void
unref_mock (gpointer self)
{
  g_atomic_rc_box_release_full (self, clear_mock);
}

static void
free_answer (Answer *answer)
{
  unref_mock (answer->self);
  g_free (answer);
}

static gboolean
answer_cb (gpointer data)
{
  Answer     *answer = data;
  const char *interface = g_dbus_method_invocation_get_interface_name (answer->invocation);
  const char *method = g_dbus_method_invocation_get_method_name (answer->invocation);

  if (answer->self->is_gone)
    g_object_unref (answer->invocation); /* its connection is closed: nobody waits */
  else if (answer->self->manner == SECRET_MANNER_VANISH
           && (g_str_equal (method, "GetSecrets") || g_str_equal (method, "CreateItem")))
    {
      g_ptr_array_add (answer->self->kept, answer->invocation);
      g_dbus_connection_close_sync (answer->self->bus, NULL, NULL);
    }
  else if (answer->self->manner == SECRET_MANNER_FORGET
           && (g_str_equal (method, "GetSecrets") || g_str_equal (method, "CreateItem")))
    {
      answer->self->manner = SECRET_MANNER_KIND;
      g_dbus_method_invocation_return_dbus_error (answer->invocation,
                                                  "org.qtproject.QtDBus.Error.InvalidObjectPath",
                                                  "Can't find session " SESSION);
    }
  else if (answer->self->manner == SECRET_MANNER_NO_KEY && g_str_equal (method, "OpenSession"))
    {
      answer->self->manner = SECRET_MANNER_KIND;
      g_dbus_method_invocation_return_error_literal (answer->invocation, G_DBUS_ERROR,
                                                     G_DBUS_ERROR_INVALID_ARGS,
                                                     "Client public key size is invalid");
    }
  else if (answer->self->manner == SECRET_MANNER_NOTHING && !g_str_equal (method, "OpenSession")
           && !g_str_equal (method, "SearchItems"))
    g_dbus_method_invocation_return_dbus_error (answer->invocation,
                                                "org.freedesktop.Secret.Error.NoSuchObject", "nothing there");
  else if (g_str_has_suffix (interface, ".Service"))
    answer_service (answer->self, answer->invocation);
  else if (g_str_has_suffix (interface, ".Prompt"))
    answer_prompt (answer->self, answer->invocation);
  else if (g_str_has_suffix (interface, ".Collection"))
    answer_collection (answer->self, answer->invocation);
  else
    answer_item (answer->self, answer->invocation);
  free_answer (answer);
  return G_SOURCE_REMOVE;
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
  SecretServiceMock *self = data;
  Answer            *answer = g_new (Answer, 1);

  self->n_calls++;
  answer->self = g_atomic_rc_box_acquire (self);
  answer->invocation = invocation;
  if (self->delay > 0)
    g_timeout_add (self->delay, answer_cb, answer);
  else
    answer_cb (answer);
}

static GVariant *
get_property_cb (GDBusConnection *bus,
                 const char      *sender,
                 const char      *path,
                 const char      *interface,
                 const char      *name,
                 GError         **error,
                 gpointer         data)
{
  SecretServiceMock *self = data;
  Item              *item = g_hash_table_lookup (self->items, path);
  GVariantBuilder    paths, attributes;
  GHashTableIter     iter;
  gpointer           key, value;

  if (g_str_equal (name, "Locked"))
    return g_variant_new_boolean (self->is_locked);
  if (g_str_equal (name, "Label"))
    return g_variant_new_string (item != NULL ? item->label : "Login");
  if (g_str_equal (name, "Created") || g_str_equal (name, "Modified"))
    return g_variant_new_uint64 (1760000000);
  if (g_str_equal (name, "Attributes"))
    {
      g_variant_builder_init (&attributes, G_VARIANT_TYPE ("a{ss}"));
      if (item != NULL)
        g_hash_table_iter_init (&iter, item->attributes);
      while (item != NULL && g_hash_table_iter_next (&iter, &key, &value))
        g_variant_builder_add (&attributes, "{ss}", key, value);
      return g_variant_builder_end (&attributes);
    }
  g_variant_builder_init (&paths, G_VARIANT_TYPE ("ao"));
  if (g_str_equal (name, "Collections"))
    g_variant_builder_add (&paths, "o", CHEST);
  return g_variant_builder_end (&paths);
}

static const GDBusInterfaceVTable table = { .method_call = call_cb, .get_property = get_property_cb };

static char **
enumerate_cb (GDBusConnection *bus, const char *sender, const char *path, gpointer data)
{
  return g_new0 (char *, 1);
}

static GDBusInterfaceInfo **
introspect_cb (GDBusConnection *bus, const char *sender, const char *path, const char *node, gpointer data)
{
  SecretServiceMock   *self = data;
  GDBusInterfaceInfo **infos = g_new0 (GDBusInterfaceInfo *, 2);

  infos[0] = g_dbus_interface_info_ref (self->node->interfaces[node == NULL ? 1 : 2]);
  return infos;
}

static const GDBusInterfaceVTable *
dispatch_cb (GDBusConnection *bus,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *node,
             gpointer        *out_data,
             gpointer         data)
{
  *out_data = data;
  return &table;
}

/* Runs in GDBus's own thread. */
static GDBusMessage *
filter_cb (GDBusConnection *bus, GDBusMessage *message, gboolean is_incoming, gpointer data)
{
  SecretServiceMock *self = data;

  if (!is_incoming || g_atomic_int_get ((int *) &self->manner) != SECRET_MANNER_SILENT
      || g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    return message;
  g_object_unref (message);
  return NULL;
}

static void
export_objects (SecretServiceMock *self)
{
  static const GDBusSubtreeVTable chest = { enumerate_cb, introspect_cb, dispatch_cb, { NULL } };
  g_autoptr(GError) error = NULL;

  self->ids[0] = g_dbus_connection_register_object (self->bus, ROOT, self->node->interfaces[0], &table,
                                                    g_atomic_rc_box_acquire (self), unref_mock, &error);
  g_assert_no_error (error);
  self->ids[1] = g_dbus_connection_register_object (self->bus, ALIAS, self->node->interfaces[1], &table,
                                                    g_atomic_rc_box_acquire (self), unref_mock, &error);
  g_assert_no_error (error);
  self->ids[2] = g_dbus_connection_register_object (self->bus, PROMPT, self->node->interfaces[3], &table,
                                                    g_atomic_rc_box_acquire (self), unref_mock, &error);
  g_assert_no_error (error);
  self->ids[3] = g_dbus_connection_register_subtree (self->bus, CHEST, &chest,
                                                     G_DBUS_SUBTREE_FLAGS_DISPATCH_TO_UNENUMERATED_NODES,
                                                     g_atomic_rc_box_acquire (self), unref_mock, &error);
  g_assert_no_error (error);
}

SecretServiceMock *
secret_service_mock_new (void)
{
  g_autoptr(GError) error = NULL;
  SecretServiceMock *self = g_atomic_rc_box_new0 (SecretServiceMock);

  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_item);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->kept = g_ptr_array_new ();
  self->node = g_dbus_node_info_new_for_xml (xml, &error);
  g_assert_no_error (error);
  self->bus = bus_peer_connect ();
  self->filter_id =
    g_dbus_connection_add_filter (self->bus, filter_cb, g_atomic_rc_box_acquire (self), unref_mock);
  export_objects (self);
  bus_peer_take_name (self->bus, BUS_NAME);
  return self;
}

void
secret_service_mock_free (SecretServiceMock *self)
{
  self->is_gone = TRUE;
  for (guint i = 0; i < 3; i++)
    g_dbus_connection_unregister_object (self->bus, self->ids[i]);
  g_dbus_connection_unregister_subtree (self->bus, self->ids[3]);
  g_dbus_connection_remove_filter (self->bus, self->filter_id);
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  for (guint i = 0; i < self->kept->len; i++)
    g_object_unref (self->kept->pdata[i]);
  g_ptr_array_unref (self->kept);
  unref_mock (self);
}

void
secret_service_mock_set_manner (SecretServiceMock *self, SecretManner manner)
{
  g_atomic_int_set ((int *) &self->manner, manner);
}

void
secret_service_mock_set_locked (SecretServiceMock *self, gboolean locked)
{
  self->is_locked = locked;
}

void
secret_service_mock_tell_created (SecretServiceMock *self)
{
  g_dbus_connection_emit_signal (self->bus, NULL, ROOT, "org.freedesktop.Secret.Service", "CollectionCreated",
                                 g_variant_new ("(o)", CHEST), NULL);
}

void
secret_service_mock_set_delay (SecretServiceMock *self, guint delay)
{
  self->delay = delay;
}

void
secret_service_mock_add (SecretServiceMock *self, const char *id, const char *label, const char *secret)
{
  Item *item = add_item (self, label, secret, strlen (secret));

  g_hash_table_insert (item->attributes, g_strdup ("xdg:schema"),
                       g_strdup (id != NULL ? VETO_APP_ID ".Secret" : "org.example.Other"));
  if (id != NULL)
    g_hash_table_insert (item->attributes, g_strdup ("veto-item"), g_strdup (id));
}

guint
secret_service_mock_count (SecretServiceMock *self)
{
  return g_hash_table_size (self->items);
}

const char *
secret_service_mock_get_secret (SecretServiceMock *self, const char *id)
{
  Item *item = find_item (self, id);
  return item != NULL ? item->secret : NULL;
}

const char *
secret_service_mock_get_label (SecretServiceMock *self, const char *id)
{
  Item *item = find_item (self, id);
  return item != NULL ? item->label : NULL;
}

char *
secret_service_mock_dup_attributes (SecretServiceMock *self)
{
  g_autoptr(GList) names = g_list_sort (g_hash_table_get_keys (self->names), (GCompareFunc) strcmp);
  GString *all = g_string_new (NULL);

  for (GList *each = names; each != NULL; each = each->next)
    g_string_append_printf (all, "%s%s", each == names ? "" : " ", (const char *) each->data);
  return g_string_free (all, FALSE);
}

guint
secret_service_mock_get_n_calls (SecretServiceMock *self)
{
  return self->n_calls;
}

guint
secret_service_mock_get_n_prompts (SecretServiceMock *self)
{
  return self->n_prompts;
}

guint
secret_service_mock_get_n_dismissed (SecretServiceMock *self)
{
  return self->n_dismissed;
}
