/* What letters do to cases: one that was sent to the same end counts, and what was typed into it is known.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-fixture.h"
#include "veto-store-letters.h"

static void
send_letter (Desk *desk, VetoCase *item, const char *id, const char *data, GHashTable *values)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStoreLetter) letter = fixture_describe_letter (id, veto_case_get_id (item));

  letter->sent_day = g_strdup ("2026-11-26");
  letter->channel = g_strdup ("post");
  veto_store_mark_letter_sent (desk->store, letter, NULL, data, values, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char   *name;
  const char   *data; /* of the event */
  const char   *steps;
  VetoCaseState expected;
} Sample;

static const Sample samples[] = {
  { "/letters/objection", "{\"goal\":\"object\",\"letter\":\"objection\"}", "", VETO_CASE_SENT },
  { "/letters/objection-and-steps", "{\"goal\":\"object\"}", "open-form email", VETO_CASE_SENT },
  { "/letters/objection-and-all-steps", "{\"goal\":\"object\"}", "open-form email -reason send mail proof",
    VETO_CASE_DONE },
  { "/letters/another-goal", "{\"goal\":\"access\",\"letter\":\"access\"}", "", VETO_CASE_NOT_STARTED },
  { "/letters/another-goal-and-steps", "{\"goal\":\"access\"}", "open-form", VETO_CASE_IN_PROGRESS },
  { "/letters/no-goal", "{}", "", VETO_CASE_NOT_STARTED },
  { "/letters/no-object", "[\"object\"]", "", VETO_CASE_NOT_STARTED },
  { "/letters/no-json", "{\"goal\":", "", VETO_CASE_NOT_STARTED },
  { "/letters/nothing-said", NULL, "", VETO_CASE_NOT_STARTED },
};

static void
test_state (gconstpointer data)
{
  const Sample *sample = data;
  Desk          desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase     *item = fixture_start_case (&desk);

  fixture_walk (&desk, item, "form", sample->steps);
  send_letter (&desk, item, "one", sample->data, NULL);
  g_assert_cmpint (veto_case_get_state (item), ==, sample->expected);
  fixture_reopen_desk (&desk, NULL, NULL);
  item = veto_case_book_find (desk.book, FIXTURE_PLATFORM, NULL);
  g_assert_cmpint (veto_case_get_state (item), ==, sample->expected);
  fixture_clear_desk (&desk);
}

/* Whoever shows the case is told at once, and when it was not sent after all. */
static void
test_is_told (void)
{
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);
  guint    *n_notified = fixture_count_signal (item, "notify::state");

  send_letter (&desk, item, "one", "{\"goal\":\"object\"}", NULL);
  g_assert_cmpuint (*n_notified, ==, 1);
  g_assert_true (veto_case_has_sent_letter (item));
  g_assert_true (veto_store_unmark_letter_sent (desk.store, "one", NULL));
  g_assert_cmpuint (*n_notified, ==, 2);
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_NOT_STARTED);
  fixture_clear_desk (&desk);
}

/* A name that is typed into a letter is the one that the steps copy. */
static void
test_values (void)
{
  Desk      desk = fixture_open_desk (NULL, NULL, NULL);
  VetoCase *item = fixture_start_case (&desk);
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (values, (gpointer) "profile.name", (gpointer) "Ada Löwe");
  g_hash_table_insert (values, (gpointer) "account.login", (gpointer) "ada_l");
  send_letter (&desk, item, "one", NULL, values);
  g_assert_cmpstr (veto_case_get_value (item, "profile.name"), ==, "Ada Löwe");
  g_assert_cmpstr (veto_case_get_login (item), ==, "ada_l");
  fixture_clear_desk (&desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_state);
  g_test_add_func ("/letters/is-told", test_is_told);
  g_test_add_func ("/letters/values", test_values);
  return g_test_run ();
}
