/* A whole update: an index and its files, behind their signatures, read as a client reads them. What passes is in every
 * language something that may be shown, and leads nowhere but where the root lets it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An input is guidance.json, text/en.json and text/de.json, one behind the other with a byte 0xFF between them, which
 * no text has. What it says of itself in an index is made here: fuzz-index.c is for indexes that are wrong. */
#include <string.h>

#include "fuzz-target.h"
#include "veto-guide-set.h"
#include "veto-text.h"
#include "veto-trust-draft.h"

#define SEPARATOR 0xff
#define NOW 1795435200 /* 2026-11-23T12:00:00Z */
#define DAY 86400

/* Of the root. */
static const char *const link_hosts[] = { "www.example.org", "help.example.org", NULL };
static const char *const mail_domains[] = { "example.org", NULL };

static const char *const names[] = { "guidance.json", "text/en.json", "text/de.json" };

/* Returns: (transfer full): names to GBytes; as many as there are parts with something in them */
static GHashTable *
split (const guint8 *data, gsize n_bytes)
{
  GHashTable   *files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  const guint8 *end = data + n_bytes;

  for (gsize i = 0; i < G_N_ELEMENTS (names) && data < end; i++)
    {
      const guint8 *next = i + 1 < G_N_ELEMENTS (names) ? memchr (data, SEPARATOR, (gsize) (end - data))
                                                        : NULL;
      const guint8 *stop = next != NULL ? next : end;

      if (stop > data)
        g_hash_table_insert (files, (gpointer) names[i], g_bytes_new (data, (gsize) (stop - data)));
      data = stop + 1;
    }
  return files;
}

/* Returns: (transfer full) (nullable): the index of @files as a client reads it; %NULL: there is none */
static VetoTrustIndex *
publish (GHashTable *files)
{
  g_autoptr(GArray) list = g_array_new (FALSE, TRUE, sizeof (VetoTrustFile));
  g_autoptr(GBytes) payload = NULL;
  VetoTrustIndex draft = { .version = 1, .created = NOW, .expires = NOW + DAY };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GBytes       *bytes = g_hash_table_lookup (files, names[i]);
      VetoTrustFile file = { .name = (char *) names[i] };

      if (bytes == NULL)
        continue;
      file.size = g_bytes_get_size (bytes);
      veto_trust_sha256 (g_bytes_get_data (bytes, NULL), file.size, file.sha256);
      g_array_append_val (list, file);
    }
  draft.files = (VetoTrustFile *) (gpointer) list->data;
  draft.n_files = list->len;
  payload = veto_trust_index_write (&draft, NULL);
  return payload != NULL ? veto_trust_index_read_payload (payload, NULL) : NULL;
}

static void
check_steps (VetoGuideSet *set, const VetoStep *steps, guint n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    {
      g_assert_true (veto_text_is_safe (steps[i].title, NULL));
      for (guint k = 0; steps[i].links != NULL && steps[i].links[k] != NULL; k++)
        g_assert_true (veto_guide_set_allows_link (set, steps[i].links[k]));
    }
}

static void
check_set (VetoGuideSet *set)
{
  g_assert_cmpuint (veto_guide_set_get_n_platforms (set), >=, 1);
  g_assert_cmpuint (veto_guide_set_get_n_platforms (set), <=, 500);
  for (guint i = 0; i < veto_guide_set_get_n_platforms (set); i++)
    {
      VetoPlatform    *platform = veto_guide_set_get_platform (set, i);
      guint            n_guides;
      const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);

      g_assert_true (veto_text_is_safe (veto_platform_get_name (platform), NULL));
      g_assert_true (veto_guide_set_find_platform (set, veto_platform_get_id (platform)) == platform);
      for (guint k = 0; k < n_guides; k++)
        {
          g_assert_true (guides[k].n_steps >= 1 && guides[k].n_steps <= 64);
          check_steps (set, guides[k].steps, guides[k].n_steps);
        }
    }
}

static void
read_language (GHashTable *files, const char *language)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet)
               set = veto_guide_set_read_files (files, link_hosts, mail_domains, language, &error);

  g_assert_true ((set != NULL) == (error == NULL));
  if (set != NULL)
    check_set (set);
  else
    g_assert_true (error->domain == VETO_GUIDANCE_ERROR);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr(GHashTable) files = split (data, n_bytes);
  g_autoptr(VetoTrustIndex) index = NULL;

  index = publish (files);
  if (index == NULL)
    return 0; /* guidance or English is missing */
  for (guint i = 0; i < index->n_files; i++)
    g_assert_true (
      veto_trust_file_check (&index->files[i], g_hash_table_lookup (files, index->files[i].name), NULL));
  read_language (files, "en");
  read_language (files, "de");
  return 0;
}
