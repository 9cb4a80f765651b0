/* The detours of the guidance that Veto ships: who is stuck finds the one that fits, and none of them ends nowhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "guidance-trees.h"

#define MOST_BRANCHES 12

typedef struct
{
  const char *name;
  const char *platform;
  const char *guide;
  const char *branches[MOST_BRANCHES + 1];
} Sample;

/* What may stop a person at a form of the company: each way that begins with one has an answer to it. */
static const Sample samples[] = {
  { "/branches/facebook",
    "facebook",
    "form",
    { "login-loop", "not-available", "blocked", "other-email", "page", "several-accounts", "my-child",
      "on-phone", "no-mail", "mail-real", "refused", "looks-different" } },
  { "/branches/facebook/child",
    "facebook",
    "child",
    { "form-trouble", "no-form", "others-photos", "no-answer", "mail-real", "refused" } },
  { "/branches/instagram",
    "instagram",
    "form",
    { "login-loop", "not-available", "blocked", "other-email", "several-accounts", "my-child", "on-phone",
      "no-mail", "mail-real", "refused", "looks-different" } },
  { "/branches/instagram/child",
    "instagram",
    "child",
    { "form-trouble", "no-form", "others-photos", "no-answer", "mail-real", "refused" } },
  { "/branches/no-account",
    "no-account",
    "form",
    { "not-available", "asks-screenshot", "in-an-answer", "has-account", "a-photo", "my-child", "no-mail",
      "mail-real", "refused", "looks-different" } },
  { "/branches/whatsapp",
    "whatsapp",
    "form",
    { "not-available", "who", "says-meta", "no-mail", "mail-real", "no-answer", "refused",
      "looks-different" } },
  { "/branches/meta-ai",
    "meta-ai",
    "object",
    { "login-loop", "not-available", "blocked", "other-email", "several-accounts", "only-whatsapp", "no-mail",
      "mail-real", "refused", "looks-different" } },
};

static void
test_offered (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoGuideSet) set = guidance_trees_load_real ("en");
  VetoPlatform    *platform = veto_guide_set_find_platform (set, sample->platform);
  const VetoGuide *guide;

  g_assert_nonnull (platform);
  guide = veto_platform_find_guide (platform, sample->guide);
  g_assert_nonnull (guide);
  for (guint i = 0; sample->branches[i] != NULL; i++)
    {
      g_test_message ("%s", sample->branches[i]);
      g_assert_nonnull (veto_guide_find_branch (guide, sample->branches[i]));
    }
}

/* Whether a letter can be written on this way, or on one that detours lead to. @seen: ways that were asked */
static gboolean
leads_to_letter (VetoPlatform *platform, const VetoGuide *guide, GHashTable *seen)
{
  if (guide->letter != NULL)
    return TRUE;
  if (!g_hash_table_add (seen, (gpointer) guide))
    return FALSE;
  for (guint i = 0; i < guide->n_branches; i++)
    {
      const char *id = guide->branches[i].guide_id;

      if (id != NULL && leads_to_letter (platform, veto_platform_find_guide (platform, id), seen))
        return TRUE;
    }
  return FALSE;
}

static gboolean
waits_for (const VetoGuide *guide, const char *what)
{
  for (guint i = 0; i < guide->n_steps; i++)
    if (guide->steps[i].kind == VETO_STEP_WAIT
        && (what == NULL || g_strcmp0 (guide->steps[i].wait_for, what) == 0))
      return TRUE;
  return FALSE;
}

/* A form that does not open, does not answer or refuses is not the end: a letter goes by post and needs no account. */
static void
check_letter (VetoPlatform *platform, const VetoGuide *guide, gpointer data)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (waits_for (guide, NULL) && !leads_to_letter (platform, guide, seen))
    g_test_fail_printf ("%s/%s leads to no letter", veto_platform_get_id (platform), guide->id);
}

static gboolean
has_branch (const VetoGuide *guide, const char *id)
{
  return veto_guide_find_branch (guide, id) != NULL;
}

/* Where a company answers an objection: nothing comes, or no; where it does so by e-mail: the e-mail is false */
static void
check_answer (VetoPlatform *platform, const VetoGuide *guide, gpointer data)
{
  const char *name = veto_platform_get_id (platform);

  if (!g_str_has_prefix (guide->goal, "object") || !waits_for (guide, NULL))
    return;
  if (!has_branch (guide, "no-mail") && !has_branch (guide, "no-answer"))
    g_test_fail_printf ("%s/%s: nothing comes", name, guide->id);
  if (!has_branch (guide, "refused"))
    g_test_fail_printf ("%s/%s: a refusal", name, guide->id);
  if (waits_for (guide, "email") && !has_branch (guide, "mail-real"))
    g_test_fail_printf ("%s/%s: a false e-mail", name, guide->id);
}

/* Nothing is behind the post but the authority. */
static void
check_post (VetoPlatform *platform, const VetoGuide *guide, gpointer data)
{
  const VetoBranch *branch = veto_guide_find_branch (guide, "no-answer");

  if (!g_str_equal (guide->where[0], "post"))
    return;
  g_assert_nonnull (branch);
  g_assert_cmpuint (branch->n_steps, >, 0);
  g_assert_cmpstr (branch->steps[branch->n_steps - 1].id, ==, "authority");
}

static void
test_each (gconstpointer check)
{
  guidance_trees_for_each_guide ("en", *(const GuidanceTreesGuideFunc *) check, NULL);
}

int
main (int argc, char *argv[])
{
  static const GuidanceTreesGuideFunc letter = check_letter, answer = check_answer, post = check_post;

  g_test_init (&argc, &argv, NULL);
  if (!g_file_test (g_getenv ("VETO_TEST_REAL_GUIDANCE"), G_FILE_TEST_IS_DIR))
    {
      g_print ("1..0 # SKIP there is no guidance in this tree\n");
      return 0;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_offered);
  g_test_add_data_func ("/branches/lead-to-a-letter", &letter, test_each);
  g_test_add_data_func ("/branches/any-answer", &answer, test_each);
  g_test_add_data_func ("/branches/post-to-the-authority", &post, test_each);
  return g_test_run ();
}
