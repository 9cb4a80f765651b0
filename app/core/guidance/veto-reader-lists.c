/* Lists of guidance: entries with an id of their own, texts, and ids of something else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include "veto-json.h"
#include "veto-link.h"
#include "veto-reader.h"
#include "veto-text.h"

#define MAX_REFERENCES 100

/* Where an id is defined, for "no such id in …" */
static const char *const homes[VETO_IDS_N] = {
  [VETO_IDS_SOURCES] = "sources",         [VETO_IDS_HOSTS] = "hosts",
  [VETO_IDS_MAIL] = "hosts.mail",         [VETO_IDS_CONTROLLERS] = "controllers",
  [VETO_IDS_AUTHORITIES] = "authorities", [VETO_IDS_COUNTRIES] = "common.countries",
  [VETO_IDS_REGIMES] = "regimes",         [VETO_IDS_COVERS] = "common.covers",
  [VETO_IDS_KEEP] = "common.keep",        [VETO_IDS_WHERE] = "common.where",
  [VETO_IDS_NEEDS] = "common.needs",      [VETO_IDS_CATEGORIES] = "common.categories",
};

static gboolean
check_number (VetoReader *self, guint n, guint min, guint max)
{
  if (n > max)
    veto_reader_complain (self, VETO_GUIDANCE_ERROR_TOO_BIG, NULL, "%u are too many, at most %u are allowed",
                          n, max);
  else if (n < min)
    veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "at least %u must be there", min);
  return n >= min && n <= max;
}

static void
read_entry (VetoReader        *self,
            const VetoJson    *node,
            const VetoEntries *kind,
            gpointer           entry,
            gpointer           data,
            GHashTable        *seen)
{
  const char **id = entry;

  *id = "";
  if (node->kind != VETO_JSON_OBJECT)
    {
      veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "expected an object");
      return;
    }
  *id = veto_reader_get_id (self, node, "id");
  if (*id == NULL)
    {
      *id = ""; /* what compares ids goes on to do so; words and the like are not asked for */
      return;
    }
  if (!g_hash_table_add (seen, (gpointer) *id))
    veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, "id", "the id %s twice", *id);
  kind->read (self, node, entry, data);
}

gboolean
veto_reader_read_into (VetoReader        *self,
                       const VetoJson    *list,
                       const VetoEntries *kind,
                       gpointer           into,
                       gpointer           data)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = list->n_items;

  if (!check_number (self, n, kind->min, kind->max))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      gsize mark = veto_reader_enter_element (self, i);
      read_entry (self, &list->items[i], kind, (char *) into + i * kind->size, data, seen);
      veto_reader_leave (self, mark);
    }
  return TRUE;
}

gpointer
veto_reader_read_entries (VetoReader        *self,
                          const VetoJson    *object,
                          const char        *member,
                          const VetoEntries *kind,
                          gpointer           data,
                          guint             *out_n)
{
  const VetoJson *list = veto_reader_get_list (self, object, member);
  guint           n = list != NULL ? list->n_items : 0;
  gpointer        entries = veto_pool_alloc (self->pool, n, kind->size);
  gsize           mark = veto_reader_enter (self, member);

  *out_n = list != NULL && veto_reader_read_into (self, list, kind, entries, data) ? n : 0;
  veto_reader_leave (self, mark);
  return entries;
}

/* Returns: (nullable): the text at @index, checked; what is wrong has been complained of */
static const char *
read_element (VetoReader       *self,
              const VetoJson   *list,
              guint             index,
              VetoGuidanceError code,
              VetoCheckText     check,
              GHashTable       *seen)
{
  gsize           mark = veto_reader_enter_element (self, index);
  const VetoJson *node = &list->items[index];
  const char     *text = NULL, *why = NULL;

  if (node->kind == VETO_JSON_TEXT)
    text = node->text;
  if (text == NULL)
    veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "expected text");
  else if (!veto_text_is_safe (text, &why))
    veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "%s", why);
  else if ((why = check (self, text)) != NULL)
    veto_reader_complain (self, code, NULL, "%s: %s", why, text);
  else if (!g_hash_table_add (seen, (gpointer) text))
    veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "%s", why = "twice the same");
  veto_reader_leave (self, mark);
  return why == NULL ? text : NULL;
}

const char *const *
veto_reader_read_texts (VetoReader       *self,
                        const VetoJson   *object,
                        const char       *member,
                        guint             min,
                        guint             max,
                        VetoGuidanceError code,
                        VetoCheckText     check)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const VetoJson *list = veto_reader_get_list (self, object, member);
  guint           n = list != NULL ? list->n_items : 0, n_right = 0;
  const char    **texts = veto_pool_new_array (self->pool, const char *, (gsize) n + 1);
  gsize           mark = veto_reader_enter (self, member);

  if (list != NULL && check_number (self, n, min, max))
    for (guint i = 0; i < n; i++)
      {
        texts[n_right] = read_element (self, list, i, code, check, seen);
        n_right += texts[n_right] != NULL;
      }
  veto_reader_leave (self, mark);
  return texts;
}

static const char *
check_id (VetoReader *self, const char *text)
{
  return veto_text_is_id (text) ? NULL : "expected an id, small letters, digits and -";
}

gconstpointer *
veto_reader_read_references (VetoReader     *self,
                             const VetoJson *object,
                             const char     *member,
                             guint           min,
                             VetoIds         ids)
{
  const char *const *texts = veto_reader_read_texts (self, object, member, min, MAX_REFERENCES,
                                                     VETO_GUIDANCE_ERROR_MALFORMED, check_id);
  gconstpointer     *values =
    veto_pool_new_array (self->pool, gconstpointer, (gsize) g_strv_length ((char **) texts) + 1);
  guint n = 0;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      values[n] = veto_reader_use (self, ids, texts[i]);
      if (values[n] != NULL)
        n++;
      else
        veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, member, "no such id in %s: %s", homes[ids],
                              texts[i]);
    }
  return values;
}

gboolean
veto_reader_define (VetoReader *self, VetoIds ids, const char *id, gconstpointer value)
{
  return g_hash_table_insert (self->ids[ids], (gpointer) id, (gpointer) value);
}

gconstpointer
veto_reader_use (VetoReader *self, VetoIds ids, const char *id)
{
  gpointer key = NULL, value = NULL;

  if (g_hash_table_lookup_extended (self->ids[ids], id, &key, &value) && self->strict)
    g_hash_table_add (self->used[ids], key);
  return value;
}

const char *
veto_reader_check_link (VetoReader *self, const char *link)
{
  g_autofree char *host = veto_link_dup_host (link);

  if (host == NULL)
    return "not an address that may be opened";
  return veto_reader_use (self, VETO_IDS_HOSTS, host) != NULL ? NULL : "its host is not in hosts";
}
