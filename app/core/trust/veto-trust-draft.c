/* What publishers sign, written so that the reader of the program accepts it and nothing else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-trust"

#include "veto-trust-draft.h"

#include <stdlib.h>
#include <string.h>

#include "veto-json.h"
#include "veto-trust-read.h"

/* A tree of JSON whose memory is freed at once. */
typedef struct
{
  GPtrArray *texts;
  GPtrArray *documents;
} Tree;

static void
clear_tree (Tree *self)
{
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tree, clear_tree)

static Tree
make_tree (void)
{
  Tree tree = { g_ptr_array_new_with_free_func (g_free),
                g_ptr_array_new_with_free_func ((GDestroyNotify) veto_json_document_free) };
  return tree;
}

static VetoJson
make_text (const char *name, const char *text)
{
  return (VetoJson){ .kind = VETO_JSON_TEXT, .name = name, .text = text };
}

static VetoJson
make_integer (const char *name, gint64 integer)
{
  return (VetoJson){ .kind = VETO_JSON_INTEGER, .name = name, .integer = integer };
}

/* @members are copied, but not what they point to. */
static VetoJson
make_object (Tree *tree, const char *name, const VetoJson *members, guint n_members)
{
  VetoJsonDocument *document = veto_json_document_new_object (members, n_members);
  VetoJson          object = *veto_json_document_get_root (document);

  g_ptr_array_add (tree->documents, document);
  object.name = name;
  return object;
}

/* An instant that nobody can write becomes an empty text, which the reader refuses. */
static VetoJson
make_time (Tree *tree, const char *name, gint64 time)
{
  g_autoptr(GDateTime) instant = g_date_time_new_from_unix_utc (time);
  char *text = g_strdup ("");

  if (instant != NULL)
    {
      g_free (text);
      text = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", g_date_time_get_year (instant),
                              g_date_time_get_month (instant), g_date_time_get_day_of_month (instant),
                              g_date_time_get_hour (instant), g_date_time_get_minute (instant),
                              g_date_time_get_second (instant));
    }
  g_ptr_array_add (tree->texts, text);
  return make_text (name, text);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  const VetoJson *first = a, *second = b;
  return strcmp (first->text, second->text);
}

/* @texts: sorted in place. Returns: a list of them */
static VetoJson
make_list (Tree *tree, const char *name, VetoJson *texts, guint n_texts)
{
  VetoJson *items = g_memdup2 (texts, n_texts * sizeof *texts);

  if (n_texts > 0)
    qsort (items, n_texts, sizeof *items, compare_texts);
  g_ptr_array_add (tree->texts, items);
  return (VetoJson){ .kind = VETO_JSON_LIST, .name = name, .n_items = n_texts, .items = items };
}

static VetoJson
make_hosts (Tree *tree, const char *name, char **hosts)
{
  g_autoptr(GArray) texts = g_array_new (FALSE, FALSE, sizeof (VetoJson));

  for (guint i = 0; hosts[i] != NULL; i++)
    {
      VetoJson text = make_text (NULL, hosts[i]);
      g_array_append_val (texts, text);
    }
  return make_list (tree, name, (VetoJson *) (gpointer) texts->data, texts->len);
}

static void
add_keys (Tree *tree, const VetoTrustRole *role, GArray *keys)
{
  for (guint i = 0; i < role->n_keys; i++)
    {
      GString *hex = g_string_new (NULL);
      VetoJson members[2], key;

      for (guint k = 0; k < VETO_TRUST_KEY_BYTES; k++)
        g_string_append_printf (hex, "%02x", role->keys[i].public_key[k]);
      members[0] = make_text ("public", hex->str);
      members[1] = make_text ("scheme", "ed25519");
      g_ptr_array_add (tree->texts, g_string_free (hex, FALSE));
      key = make_object (tree, role->keys[i].id, members, G_N_ELEMENTS (members));
      g_array_append_val (keys, key);
    }
}

static VetoJson
make_role (Tree *tree, const char *name, const VetoTrustRole *role)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (VetoJson));
  VetoJson members[2];

  for (guint i = 0; i < role->n_keys; i++)
    {
      VetoJson id = make_text (NULL, role->keys[i].id);
      g_array_append_val (ids, id);
    }
  members[0] = make_list (tree, "keyids", (VetoJson *) (gpointer) ids->data, ids->len);
  members[1] = make_integer ("threshold", role->threshold);
  return make_object (tree, name, members, G_N_ELEMENTS (members));
}

static GBytes *
write_object (Tree *tree, const VetoJson *members, guint n_members)
{
  VetoJson object = make_object (tree, NULL, members, n_members);
  char    *text = veto_json_write (&object);

  return g_bytes_new_take (text, strlen (text));
}

GBytes *
veto_trust_root_write (const VetoTrustRoot *root, GError **error)
{
  g_auto(Tree) tree = make_tree ();
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (VetoJson));
  const VetoJson roles[] = { make_role (&tree, "index", &root->index),
                             make_role (&tree, "root", &root->root) };
  g_autoptr(GBytes) payload = NULL;
  g_autoptr(VetoTrustRoot) again = NULL;

  add_keys (&tree, &root->root, keys);
  add_keys (&tree, &root->index, keys);
  {
    const VetoJson members[] = {
      make_time (&tree, "created", root->created),
      make_time (&tree, "expires", root->expires),
      make_object (&tree, "keys", (VetoJson *) (gpointer) keys->data, keys->len),
      make_hosts (&tree, "link_hosts", root->link_hosts),
      make_hosts (&tree, "mail_domains", root->mail_domains),
      make_object (&tree, "roles", roles, G_N_ELEMENTS (roles)),
      make_text ("type", "root"),
      make_integer ("version", root->version),
    };
    payload = write_object (&tree, members, G_N_ELEMENTS (members));
  }
  again = veto_trust_root_read_payload (payload, error);
  return again != NULL ? g_steal_pointer (&payload) : NULL;
}

static VetoJson
make_files (Tree *tree, const VetoTrustIndex *index)
{
  g_autoptr(GArray) files = g_array_new (FALSE, FALSE, sizeof (VetoJson));

  for (guint i = 0; i < index->n_files; i++)
    {
      const VetoTrustFile *file = &index->files[i];
      const VetoJson       members[] = { make_text ("sha256", file->sha256),
                                         make_integer ("size", (gint64) file->size) };
      VetoJson             object = make_object (tree, file->name, members, G_N_ELEMENTS (members));

      g_array_append_val (files, object);
    }
  return make_object (tree, "files", (VetoJson *) (gpointer) files->data, files->len);
}

GBytes *
veto_trust_index_write (const VetoTrustIndex *index, GError **error)
{
  g_auto(Tree) tree = make_tree ();
  const VetoJson members[] = {
    make_time (&tree, "created", index->created),
    make_time (&tree, "expires", index->expires),
    make_files (&tree, index),
    make_text ("type", "index"),
    make_integer ("version", index->version),
  };
  g_autoptr(GBytes) payload = write_object (&tree, members, G_N_ELEMENTS (members));
  g_autoptr(VetoTrustIndex) again = veto_trust_index_read_payload (payload, error);

  return again != NULL ? g_steal_pointer (&payload) : NULL;
}
