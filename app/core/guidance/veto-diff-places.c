/* Where two bundles send people: links, and the addresses that letters go to, place by place.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-authoring"

#include "veto-diff.h"
#include "veto-json.h"

/* Of one bundle: what stands at each place, in the order of the file */
typedef struct
{
  VetoChangeKind kind;
  GPtrArray     *places; /* owned by texts */
  GHashTable    *texts;  /* place to GString */
} Places;

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

static void
clear_places (Places *self)
{
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, clear_places)

/* Links cannot hold spaces, the lines of an address can. */
static void
add_text (Places *self, char *place, const char *text)
{
  GString *known = g_hash_table_lookup (self->texts, place);

  if (known != NULL)
    {
      g_string_append_printf (known, "%s%s", self->kind == VETO_CHANGE_LINK ? " " : ", ", text);
      g_free (place);
      return;
    }
  g_hash_table_insert (self->texts, place, g_string_new (text));
  g_ptr_array_add (self->places, place);
}

static gboolean
is_wanted (const Places *self, const char *member)
{
  return self->kind == VETO_CHANGE_LINK ? veto_diff_is_link (member) || g_str_equal (member, "links")
                                        : veto_diff_is_address (member);
}

/* The links of a step stand at the step, which has no others. */
static char *
dup_text_place (const char *place, const char *member)
{
  return g_str_equal (member, "links") ? g_strdup (place) : g_strdup_printf ("%s.%s", place, member);
}

static void collect (Places *self, const VetoJson *object, const char *place);

static void
collect_list (Places *self, const VetoJson *list, const char *place)
{
  for (guint i = 0; i < list->n_items; i++)
    {
      const VetoJson *node = &list->items[i];
      const char     *id = veto_diff_get_id (node);

      if (id != NULL)
        {
          g_autofree char *where = veto_diff_dup_place (place, list->name, id);
          collect (self, node, where);
        }
      else if (node->kind == VETO_JSON_TEXT && is_wanted (self, list->name))
        add_text (self, dup_text_place (place, list->name), node->text);
    }
}

static void
collect (Places *self, const VetoJson *object, const char *place)
{
  for (guint i = 0; i < object->n_items; i++)
    {
      const VetoJson *node = &object->items[i];

      if (node->kind == VETO_JSON_LIST)
        collect_list (self, node, place);
      else if (node->kind == VETO_JSON_OBJECT && !g_str_equal (node->name, "hosts"))
        collect (self, node, place);
      else if (node->kind == VETO_JSON_TEXT && is_wanted (self, node->name))
        add_text (self, dup_text_place (place, node->name), node->text);
    }
}

static Places
list_places (VetoChangeKind kind, const VetoJson *root)
{
  Places self = { kind, g_ptr_array_new (),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_text) };

  collect (&self, root, "");
  return self;
}

static const char *
get_text (const Places *self, const char *place)
{
  const GString *text = g_hash_table_lookup (self->texts, place);
  return text != NULL ? text->str : NULL;
}

void
veto_diff_places (GPtrArray *changes, VetoChangeKind kind, const VetoJson *before, const VetoJson *after)
{
  g_auto(Places) old_places = list_places (kind, before);
  g_auto(Places) new_places = list_places (kind, after);

  for (guint i = 0; i < old_places.places->len; i++)
    {
      const char *place = old_places.places->pdata[i], *text = get_text (&new_places, place);

      if (g_strcmp0 (get_text (&old_places, place), text) != 0)
        veto_diff_add (changes, kind, place, get_text (&old_places, place), text);
    }
  for (guint i = 0; i < new_places.places->len; i++)
    if (get_text (&old_places, new_places.places->pdata[i]) == NULL)
      veto_diff_add (changes, kind, new_places.places->pdata[i], NULL,
                     get_text (&new_places, new_places.places->pdata[i]));
}
