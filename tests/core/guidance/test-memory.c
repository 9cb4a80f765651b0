/* A bundle in memory, as it comes over the network: read as one of a folder, with the hosts that the root allows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "guidance-trees.h"

/* (transfer full): a bundle, in memory */
static GHashTable *
read_memory (const char *folder)
{
  static const char *const names[] = { "guidance.json", "text/en.json", "text/de.json" };
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      char *text = guidance_trees_read (folder, names[i]);

      g_hash_table_insert (files, (gpointer) names[i], g_bytes_new_take (text, strlen (text)));
    }
  return files;
}

static const char *const all_hosts[] = { "www.example.org", "help.example.org", "news.example.org", NULL };
static const char *const mail_domains[] = { "example.org", NULL };

static void
test_memory (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(GHashTable) files = read_memory (folder);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = veto_guide_set_read_files (files, all_hosts, mail_domains, "de_AT", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (veto_guide_set_get_language (set), ==, "de");
  g_assert_cmpstr (veto_guide_set_get_languages (set)[0], ==, "de");
  g_assert_cmpstr (veto_guide_set_get_languages (set)[1], ==, "en");
  g_assert_false (veto_guide_set_is_built_in (set));
  g_hash_table_remove_all (files); /* the set needs them no more */
  g_assert_cmpstr (veto_platform_get_name (veto_guide_set_get_platform (set, 0)), ==, "Example");
  g_assert_true (veto_guide_set_allows_link (set, "https://help.example.org/"));
}

typedef struct
{
  const char       *name;
  const char       *missing;  /* nullable: a file */
  const char *const hosts[4]; /* the first NULL: the bundle's own */
  const char *const mail[2];
  const char       *message; /* nullable: it is read */
} Outside;

static const Outside outside[] = {
  { "/guidance/memory/own-hosts", NULL, { NULL }, { NULL }, NULL },
  { "/guidance/memory/no-german", "text/de.json", { NULL }, { NULL }, NULL },
  { "/guidance/memory/no-english", "text/en.json", { NULL }, { NULL }, "text/en.json: missing" },
  { "/guidance/memory/no-structure", "guidance.json", { NULL }, { NULL }, "guidance.json: missing" },
  { "/guidance/memory/host-not-in-the-root",
    NULL,
    { "www.example.org", "help.example.org", NULL },
    { "example.org", NULL },
    "its host is not in hosts" },
  { "/guidance/memory/domain-not-in-the-root",
    NULL,
    { "www.example.org", "help.example.org", "news.example.org", NULL },
    { "example.com", NULL },
    "its domain is not in hosts.mail" },
};

static void
test_outside (gconstpointer data)
{
  const Outside *row = data;
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(GHashTable) files = read_memory (folder);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  gboolean has_hosts = row->hosts[0] != NULL;

  if (row->missing != NULL)
    g_hash_table_remove (files, row->missing);
  set = veto_guide_set_read_files (files, has_hosts ? row->hosts : NULL, has_hosts ? row->mail : NULL, "de",
                                   &error);
  if (row->message == NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (veto_guide_set_get_language (set), ==, row->missing == NULL ? "de" : "en");
      return;
    }
  g_assert_null (set);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, row->message));
  g_assert_cmpint (error->code, ==, has_hosts ? VETO_GUIDANCE_ERROR_LINK : VETO_GUIDANCE_ERROR_MISSING);
}

/* A root took hosts and a domain from guidance that is installed: the rest of it stays. */
static void
test_limit (void)
{
  static const char *const fewer_hosts[] = { "www.example.org", NULL }, *const none[] = { NULL };
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(GHashTable) files = read_memory (folder);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) before = veto_guide_set_read_files (files, NULL, NULL, "en", &error);
  g_autoptr(VetoGuideSet) set = veto_guide_set_read_files (files, NULL, NULL, "en", &error);
  VetoPlatform *platform = veto_guide_set_get_platform (set, 0);
  guint         n;

  veto_guide_set_limit_links (set, fewer_hosts, none);
  g_assert_true (veto_guide_set_allows_link (set, "https://www.example.org/object"));
  g_assert_false (veto_guide_set_allows_link (set, "https://help.example.org/"));
  g_assert_true (veto_platform_allows_link (platform, "https://www.example.org/object"));
  g_assert_false (veto_platform_allows_link (platform, "https://help.example.org/"));
  g_assert_true (
    veto_platform_allows_link (veto_guide_set_get_platform (before, 0), "https://help.example.org/"));
  g_assert_cmpstr (veto_guide_set_get_controllers (before, &n)[1].email, ==, "privacy@example.org");
  g_assert_null (veto_guide_set_get_controllers (set, &n)[1].email);
  g_assert_nonnull (veto_guide_set_get_sources (before, &n)[0].link);
  g_assert_null (veto_guide_set_get_sources (set, &n)[0].link); /* news.example.org */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guidance/memory/whole", test_memory);
  g_test_add_func ("/guidance/memory/limit", test_limit);
  for (gsize i = 0; i < G_N_ELEMENTS (outside); i++)
    g_test_add_data_func (outside[i].name, &outside[i], test_outside);
  return g_test_run ();
}
