/* The living list: what a page sees when the guidance is swapped.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "guidance-trees.h"
#include "veto-guidance.h"

typedef struct
{
  guint         n_changes, position, removed, added;
  guint         n_notifies;
  gboolean      list_was_new; /* when "items-changed" came */
  VetoGuidance *guidance;
} Seen;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Seen *seen)
{
  g_autoptr(VetoPlatform) first = g_list_model_get_item (model, 0);

  seen->n_changes++;
  seen->position = position;
  seen->removed = removed;
  seen->added = added;
  seen->list_was_new = g_str_equal (veto_platform_get_name (first), "Sample");
}

static void
notify_set_cb (VetoGuidance *guidance, GParamSpec *pspec, Seen *seen)
{
  seen->n_notifies++;
}

static VetoGuideSet *
load_with (const char *find, const char *replace)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(GError) error = NULL;
  VetoGuideSet *set;

  guidance_trees_edit (folder, "guidance.json", find, replace);
  set = veto_guide_set_read_folder (folder, "en", &error);
  g_assert_no_error (error);
  return set;
}

static void
test_swap (void)
{
  g_autoptr(VetoGuideSet) first = load_with ("\"name\":\"Example\"", "\"name\":\"Example\"");
  g_autoptr(VetoGuideSet) second = load_with ("\"name\":\"Example\"", "\"name\":\"Sample\"");
  g_autoptr(VetoGuidance) guidance = veto_guidance_new (first);
  g_autoptr(VetoPlatform) before = g_object_ref (veto_guidance_find (guidance, "example"));
  g_autoptr(VetoGuideSet) now = NULL;
  Seen seen = { 0 };

  g_assert_cmpuint (g_list_model_get_item_type (G_LIST_MODEL (guidance)), ==, VETO_TYPE_PLATFORM);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (guidance)), ==, 1);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (guidance), 1));
  g_signal_connect (guidance, "items-changed", G_CALLBACK (items_changed_cb), &seen);
  g_signal_connect (guidance, "notify::set", G_CALLBACK (notify_set_cb), &seen);

  veto_guidance_swap (guidance, second);
  g_clear_object (&first);
  g_assert_cmpuint (seen.n_changes, ==, 1);
  g_assert_cmpuint (seen.position, ==, 0);
  g_assert_cmpuint (seen.removed, ==, 1);
  g_assert_cmpuint (seen.added, ==, 1);
  g_assert_true (seen.list_was_new);
  g_assert_cmpuint (seen.n_notifies, ==, 1);
  g_object_get (guidance, "set", &now, NULL);
  g_assert_true (now == second);
  g_assert_true (veto_guidance_get_set (guidance) == second);
  g_assert_cmpstr (veto_platform_get_name (veto_guidance_find (guidance, "example")), ==, "Sample");
  g_assert_cmpstr (veto_platform_get_name (before), ==,
                   "Example"); /* a page that still holds it is not hurt */

  veto_guidance_swap (guidance, second); /* the same again changes nothing */
  g_assert_cmpuint (seen.n_changes, ==, 1);
}

/* Who signs the root withdraws a host from guidance that is in use. */
static void
test_link_hosts (void)
{
  static const char *const fewer[] = { "help.example.org", NULL }, *const none[] = { NULL },
                           *const other[] = { "www.example.org", "help.example.org", "evil.org", NULL };
  g_autoptr(VetoGuideSet) set = load_with ("\"name\":\"Example\"", "\"name\":\"Example\"");
  g_autoptr(VetoGuidance) guidance = veto_guidance_new (set);

  g_assert_true (veto_guidance_allows_link (guidance, "https://www.example.org/object"));
  veto_guidance_set_hosts (guidance, fewer, NULL);
  g_assert_false (veto_guidance_allows_link (guidance, "https://www.example.org/object"));
  g_assert_true (veto_guidance_allows_link (guidance, "https://help.example.org/"));
  veto_guidance_set_hosts (guidance, other, NULL); /* what the guidance does not name stays closed as well */
  g_assert_false (veto_guidance_allows_link (guidance, "https://evil.org/"));
  g_assert_false (veto_guidance_allows_link (guidance, "http://www.example.org/object"));
  g_assert_true (veto_guidance_allows_link (guidance, "https://www.example.org/object"));
  veto_guidance_set_hosts (guidance, none, NULL);
  g_assert_false (veto_guidance_allows_link (guidance, "https://help.example.org/"));
  veto_guidance_set_hosts (guidance, NULL, NULL);
  g_assert_true (veto_guidance_allows_link (guidance, "https://help.example.org/"));
}

/* And a domain that letters went to, also from a letter that was kept. */
static void
test_mail_domains (void)
{
  static const char *const domains[] = { "example.org", NULL }, *const none[] = { NULL };
  g_autoptr(VetoGuideSet) set = load_with ("\"name\":\"Example\"", "\"name\":\"Example\"");
  g_autoptr(VetoGuidance) guidance = veto_guidance_new (set);

  g_assert_true (veto_guidance_allows_email (guidance, "privacy@example.net"));
  veto_guidance_set_hosts (guidance, NULL, domains);
  g_assert_true (veto_guidance_allows_email (guidance, "privacy@example.org"));
  g_assert_false (veto_guidance_allows_email (guidance, "privacy@example.net"));
  g_assert_false (veto_guidance_allows_email (guidance, "privacy@mail.example.org"));
  g_assert_false (veto_guidance_allows_email (guidance, "example.org"));
  veto_guidance_set_hosts (guidance, NULL, none);
  g_assert_false (veto_guidance_allows_email (guidance, "privacy@example.org"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guidance/list/swap", test_swap);
  g_test_add_func ("/guidance/list/link-hosts", test_link_hosts);
  g_test_add_func ("/guidance/list/mail-domains", test_mail_domains);
  return g_test_run ();
}
