/* What was typed into a letter, as JSON in the database.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-saved-content"

#include "veto-saved-content.h"

#include <string.h>

#include "veto-json.h"

/* The places in messages. */
#define TEXTS "letter:"
#define PARTIES "recipient:"

#define CONTROLLER "controller"
#define AUTHORITY "authority"
#define COUNTRY "country"

/* What was typed is not thrown away because it is long; the store has a limit of its own. */
static const VetoJsonLimits limits = { .max_bytes = 32 * 1024 * 1024,
                                       .max_depth = 4,
                                       .max_values = 10000,
                                       .max_text_bytes = 32 * 1024 * 1024 };

void
veto_party_clear (VetoParty *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->typed, g_free);
  g_clear_pointer (&self->recipient, veto_recipient_free);
}

/* Passwords live in the keyring alone, whatever a question may be called. */
static gboolean
is_secret (const char *name)
{
  return g_str_equal (name, "account.password");
}

static VetoJson
make_text (const char *name, const char *text)
{
  return (VetoJson){ .kind = VETO_JSON_TEXT, .name = name, .text = text };
}

char *
veto_content_write_texts (GHashTable *texts)
{
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (VetoJson));
  VetoJson       object = { .kind = VETO_JSON_OBJECT };
  GHashTableIter iter;
  gpointer       name, text;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &name, &text))
    if (!is_secret (name))
      {
        VetoJson member = make_text (name, text);
        g_array_append_val (members, member);
      }
  object.items = (const VetoJson *) (gpointer) members->data;
  object.n_items = members->len;
  return veto_json_write (&object);
}

static void
append_text (GArray *members, const char *name, const char *text)
{
  VetoJson member = make_text (name, text);

  if (text != NULL)
    g_array_append_val (members, member);
}

/* @lines: gets the lines of the address. Returns: (transfer full): the members of a party's object */
static GArray *
describe_party (const VetoParty *party, GArray *lines)
{
  GArray              *members = g_array_new (FALSE, FALSE, sizeof (VetoJson));
  const VetoRecipient *recipient = party->recipient;
  VetoJson             list = { .kind = VETO_JSON_LIST, .name = "lines" };

  append_text (members, "id", party->id);
  append_text (members, "typed", party->typed);
  if (recipient == NULL)
    return members;
  for (guint i = 0; recipient->lines[i] != NULL; i++)
    append_text (lines, NULL, recipient->lines[i]);
  list.items = (const VetoJson *) (gpointer) lines->data;
  list.n_items = lines->len;
  append_text (members, "name", recipient->name);
  append_text (members, COUNTRY, recipient->country);
  append_text (members, "email", recipient->email);
  g_array_append_val (members, list);
  return members;
}

char *
veto_content_write_parties (const VetoParty *controller, const VetoParty *authority, const char *country)
{
  g_autoptr(GArray) first_lines = g_array_new (FALSE, FALSE, sizeof (VetoJson));
  g_autoptr(GArray) second_lines = g_array_new (FALSE, FALSE, sizeof (VetoJson));
  g_autoptr(GArray) first = describe_party (controller, first_lines);
  g_autoptr(GArray) second = describe_party (authority, second_lines);
  VetoJson parties[] = {
    { .kind = VETO_JSON_OBJECT, .name = CONTROLLER, .items = (const VetoJson *) (gpointer) first->data },
    { .kind = VETO_JSON_OBJECT, .name = AUTHORITY, .items = (const VetoJson *) (gpointer) second->data },
    make_text (COUNTRY, country),
  };
  VetoJson object = { .kind = VETO_JSON_OBJECT, .items = parties, .n_items = country != NULL ? 3 : 2 };

  parties[0].n_items = first->len;
  parties[1].n_items = second->len;
  return veto_json_write (&object);
}

/* Returns: (transfer full) (nullable): a document whose root is an object */
static VetoJsonDocument *
parse_object (const char *json, const char *where, GError **error)
{
  g_autoptr(VetoJsonDocument) document = veto_json_parse (json, strlen (json), where, &limits, error);

  if (document == NULL || veto_json_document_get_root (document)->kind == VETO_JSON_OBJECT)
    return g_steal_pointer (&document);
  g_set_error (error, VETO_JSON_ERROR, VETO_JSON_ERROR_TYPE, "%s expected an object", where);
  return NULL;
}

GHashTable *
veto_content_read_texts (const char *json, GError **error)
{
  g_autoptr(VetoJsonDocument) document = parse_object (json, TEXTS, error);
  g_autoptr(GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const VetoJson *root;

  if (document == NULL)
    return NULL;
  root = veto_json_document_get_root (document);
  for (guint i = 0; i < root->n_items; i++)
    {
      const char *name = root->items[i].name, *text = veto_json_get_text (root, TEXTS, name, error);

      if (text == NULL)
        return NULL;
      if (!is_secret (name))
        g_hash_table_insert (texts, g_strdup (name), g_strdup (text));
    }
  return g_steal_pointer (&texts);
}

static gboolean
read_lines (const VetoJson *object, const char *where, GPtrArray *lines, GError **error)
{
  const VetoJson  *list = veto_json_get_array (object, where, "lines", error);
  g_autofree char *path = veto_json_dup_member_path (where, "lines");

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->n_items; i++)
    {
      const char *line = veto_json_get_element_text (list, path, i, error);

      if (line == NULL)
        return FALSE;
      g_ptr_array_add (lines, (gpointer) line);
    }
  g_ptr_array_add (lines, NULL);
  return TRUE;
}

static gboolean
read_party (const VetoJson *root, const char *name, VetoParty *party, GError **error)
{
  g_autofree char *where = veto_json_dup_member_path (PARTIES, name);
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();
  const VetoJson *object;
  const char     *id, *typed, *full_name, *email, *country;

  if (!veto_json_has (root, name))
    return TRUE;
  object = veto_json_get_object (root, PARTIES, name, error);
  if (object == NULL || !veto_json_get_optional_text (object, where, "id", &id, error)
      || !veto_json_get_optional_text (object, where, "typed", &typed, error)
      || !veto_json_get_optional_text (object, where, "name", &full_name, error)
      || !veto_json_get_optional_text (object, where, "email", &email, error)
      || !veto_json_get_optional_text (object, where, COUNTRY, &country, error)
      || (full_name != NULL && !read_lines (object, where, lines, error)))
    return FALSE;
  party->id = g_strdup (id);
  party->typed = g_strdup (typed);
  if (full_name == NULL)
    return TRUE;
  party->recipient = veto_recipient_new (full_name, (const char *const *) lines->pdata, email);
  party->recipient->country = g_strdup (country);
  return TRUE;
}

char *
veto_content_dup_country (const char *json)
{
  g_autoptr(VetoJsonDocument) document = parse_object (json, PARTIES, NULL);
  const char *country = NULL;

  if (document != NULL)
    veto_json_get_optional_text (veto_json_document_get_root (document), PARTIES, COUNTRY, &country, NULL);
  return g_strdup (country);
}

gboolean
veto_content_read_parties (const char *json, VetoParty *controller, VetoParty *authority, GError **error)
{
  g_autoptr(VetoJsonDocument) document = parse_object (json, PARTIES, error);
  const VetoJson *root = document != NULL ? veto_json_document_get_root (document) : NULL;

  *controller = *authority = (VetoParty){ 0 };
  if (root != NULL && read_party (root, CONTROLLER, controller, error)
      && read_party (root, AUTHORITY, authority, error))
    return TRUE;
  veto_party_clear (controller);
  veto_party_clear (authority);
  return FALSE;
}
