/* What differs in the structure of two bundles: entries by their ids, then their members.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-authoring"

#include "veto-diff.h"
#include "veto-json.h"

const char *
veto_diff_get_id (const VetoJson *node)
{
  const VetoJson *id = node->kind == VETO_JSON_OBJECT ? veto_json_find (node, "id") : NULL;

  return id != NULL && id->kind == VETO_JSON_TEXT ? id->text : NULL;
}

GList *
veto_diff_list_members (const VetoJson *object)
{
  GList *names = NULL;

  for (guint i = object->n_items; i > 0; i--)
    names = g_list_prepend (names, (gpointer) object->items[i - 1].name);
  return names;
}

/* As the keys of words are made: a platform's name alone, guides, steps and branches behind a stroke. */
char *
veto_diff_dup_place (const char *place, const char *member, const char *id)
{
  static const char *const silent[] = { "guides", "steps", "branches", "paragraphs", NULL };

  if (*place == '\0')
    return g_str_equal (member, "platforms") ? g_strdup (id) : g_strdup_printf ("%s/%s", member, id);
  if (g_strv_contains (silent, member))
    return g_strdup_printf ("%s/%s", place, id);
  return g_strdup_printf ("%s.%s.%s", place, member, id);
}

gboolean
veto_diff_is_link (const char *member)
{
  static const char *const names[] = { "link", "privacy_form", "website", "complaint_form", NULL };

  return g_strv_contains (names, member);
}

gboolean
veto_diff_is_address (const char *member)
{
  static const char *const names[] = { "address", "email", "mail", NULL };

  return g_strv_contains (names, member);
}

static char *
dup_member_place (const char *place, const char *member)
{
  return *place == '\0' ? g_strdup (member) : g_strdup_printf ("%s.%s", place, member);
}

/* A list of entries with ids, or something without */
static gboolean
has_entries (const VetoJson *node)
{
  const VetoJson *list = node != NULL && node->kind == VETO_JSON_LIST ? node : NULL;

  return list != NULL && list->n_items > 0 && veto_diff_get_id (&list->items[0]) != NULL;
}

static const VetoJson *
find_entry (const VetoJson *list, const char *id)
{
  for (guint i = 0; list != NULL && i < list->n_items; i++)
    {
      const VetoJson *node = &list->items[i];
      if (g_strcmp0 (veto_diff_get_id (node), id) == 0)
        return node;
    }
  return NULL;
}

/* The ids of @list that @other has as well, in the order of @list */
static char *
dup_order (const VetoJson *list, const VetoJson *other)
{
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < list->n_items; i++)
    {
      const char *id = veto_diff_get_id (&list->items[i]);
      if (id != NULL && find_entry (other, id) != NULL)
        g_string_append_printf (order, "%s%s", order->len > 0 ? " " : "", id);
    }
  return g_string_free (order, FALSE);
}

static void
diff_order (GPtrArray      *changes,
            const char     *place,
            const char     *member,
            const VetoJson *before,
            const VetoJson *after)
{
  g_autofree char *old_order = dup_order (before, after);
  g_autofree char *new_order = dup_order (after, before);
  g_autofree char *where = dup_member_place (place, member);

  if (!g_str_equal (old_order, new_order))
    veto_diff_add (changes, VETO_CHANGE_STRUCTURE, where, old_order, new_order);
}

/* Entries of @list: those that @other lacks are gone, or, seen from the other side, new. */
static void
diff_missing (GPtrArray      *changes,
              const char     *place,
              const char     *member,
              const VetoJson *list,
              const VetoJson *other,
              gboolean        gone)
{
  for (guint i = 0; list != NULL && i < list->n_items; i++)
    {
      const VetoJson  *node = &list->items[i];
      const char      *id = veto_diff_get_id (node);
      g_autofree char *where = veto_diff_dup_place (place, member, id != NULL ? id : "");
      g_autofree char *text = veto_json_write (node);

      if (id != NULL && find_entry (other, id) == NULL)
        veto_diff_add (changes, VETO_CHANGE_STRUCTURE, where, gone ? text : NULL, gone ? NULL : text);
    }
}

static void
diff_entries (GPtrArray      *changes,
              const char     *place,
              const char     *member,
              const VetoJson *before,
              const VetoJson *after)
{
  diff_missing (changes, place, member, before, after, TRUE);
  diff_missing (changes, place, member, after, before, FALSE);
  if (before == NULL || after == NULL)
    return;
  for (guint i = 0; i < after->n_items; i++)
    {
      const VetoJson *node = &after->items[i], *old;
      const char     *id = veto_diff_get_id (node);

      if (id != NULL && (old = find_entry (before, id)) != NULL)
        {
          g_autofree char *where = veto_diff_dup_place (place, member, id);
          veto_diff_structure (changes, where, old, node);
        }
    }
  diff_order (changes, place, member, before, after);
}

static void
diff_member (GPtrArray      *changes,
             const char     *place,
             const char     *member,
             const VetoJson *before,
             const VetoJson *after)
{
  g_autofree char *where = dup_member_place (place, member);
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;

  if (has_entries (before) || has_entries (after))
    {
      diff_entries (changes, place, member, before != NULL && before->kind == VETO_JSON_LIST ? before : NULL,
                    after != NULL && after->kind == VETO_JSON_LIST ? after : NULL);
      return;
    }
  if (before != NULL && after != NULL && before->kind == VETO_JSON_OBJECT && after->kind == VETO_JSON_OBJECT)
    { /* what a branch leads to is a part of the branch */
      veto_diff_structure (changes, g_str_equal (member, "then") ? place : where, before, after);
      return;
    }
  old_text = before != NULL ? veto_json_write (before) : NULL;
  new_text = after != NULL ? veto_json_write (after) : NULL;
  if (g_strcmp0 (old_text, new_text) != 0)
    veto_diff_add (changes, VETO_CHANGE_STRUCTURE, where, old_text, new_text);
}

void
veto_diff_structure (GPtrArray *changes, const char *place, const VetoJson *before, const VetoJson *after)
{
  static const char *const elsewhere[] = { "hosts", "links", NULL };
  g_autoptr(GList) names = veto_diff_list_members (before);
  g_autoptr(GList) more = veto_diff_list_members (after);

  for (GList *link = more; link != NULL; link = link->next)
    if (veto_json_find (before, link->data) == NULL)
      names = g_list_prepend (names, link->data);
  names = g_list_sort (names, (GCompareFunc) g_strcmp0);
  for (GList *link = names; link != NULL; link = link->next)
    if (!g_strv_contains (elsewhere, link->data) && !veto_diff_is_link (link->data)
        && !veto_diff_is_address (link->data))
      diff_member (changes, place, link->data, veto_json_find (before, link->data),
                   veto_json_find (after, link->data));
}
