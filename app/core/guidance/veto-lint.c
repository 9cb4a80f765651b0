/* What is wrong in a tree of guidance: the reader in strict mode, and what only the whole tree can tell.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-authoring"

#include "veto-lint.h"

#include "veto-authoring.h"
#include "veto-read-bundle.h"

/* What must be used by something, and where it stands */
static const struct
{
  VetoIds     ids;
  const char *place;
} lists[] = {
  { VETO_IDS_HOSTS, "hosts.json: links" },    { VETO_IDS_MAIL, "hosts.json: mail" },
  { VETO_IDS_SOURCES, "sources.json" },       { VETO_IDS_REGIMES, "regimes.json" },
  { VETO_IDS_COVERS, "common.json: covers" }, { VETO_IDS_KEEP, "common.json: keep" },
  { VETO_IDS_WHERE, "common.json: where" },   { VETO_IDS_COUNTRIES, "common.json: countries" },
  { VETO_IDS_NEEDS, "common.json: needs" },   { VETO_IDS_CATEGORIES, "common.json: categories" },
};

static void
check_used (VetoReader *reader, VetoIds ids, const char *place)
{
  g_autoptr(GList) all = g_list_sort (g_hash_table_get_keys (reader->ids[ids]), (GCompareFunc) g_strcmp0);

  for (GList *link = all; link != NULL; link = link->next)
    if (!g_hash_table_contains (reader->used[ids], link->data))
      veto_reader_take_complaint (reader, VETO_GUIDANCE_ERROR_MALFORMED,
                                  g_strdup_printf ("%s: nothing uses %s", place, (const char *) link->data));
}

static const VetoJson *
find_english (const VetoAuthoredTree *tree)
{
  for (guint i = 0; i < tree->languages->len; i++)
    {
      const VetoAuthoredLanguage *language = tree->languages->pdata[i];
      if (g_str_equal (language->name, "en"))
        return language->strings;
    }
  return NULL;
}

gboolean
veto_lint_tree (VetoReader *reader, const char *folder, VetoAuthoredTree *tree, GError **error)
{
  g_auto(VetoBundleContent) content = { 0 };
  VetoBundlePlaces places;

  if (!veto_authored_tree_read (tree, reader, folder, error))
    return FALSE;
  reader->english = find_english (tree);
  places.platforms = (const char *const *) tree->platform_files->pdata;
  places.letters = (const char *const *) tree->letter_files->pdata;
  veto_read_bundle (reader, tree->bundle, &places, &content);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    check_used (reader, lists[i].ids, lists[i].place);
  veto_lint_words (reader, tree);
  return TRUE;
}

GStrv
veto_authoring_lint (const char *folder, GError **error)
{
  g_auto(VetoReader) reader = { 0 };
  g_auto(VetoAuthoredTree) tree = { 0 };

  veto_reader_init (&reader, TRUE);
  if (!veto_lint_tree (&reader, folder, &tree, error))
    return NULL;
  g_ptr_array_add (reader.complaints, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&reader.complaints), FALSE);
}
