/* Sentences that several pages say: what they rest on, how long it takes, what went wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-evidence.h"
#include "veto-words.h"

#include "scene.h"
#include "veto-day.h"
#include "veto-store.h"

static const VetoSource publisher = { .id = "s", .publisher = "Consumer Centre" };
static const VetoSource other = { .id = "t", .publisher = "Data Authority" };

typedef struct
{
  const char   *name;
  VetoCertainty certainty;
  int           age;       /* of the newest source, in days */
  int           tried_age; /* of the day somebody did it by hand; -1 for nobody */
  const char   *begins, *contains, *lacks;
} EvidenceSample;

static const EvidenceSample evidence_samples[] = {
  { "/words/evidence/reported", VETO_CERTAINTY_REPORTED, 1, -1, "As described by Consumer Centre on ", "",
    "may look" },
  { "/words/evidence/primary", VETO_CERTAINTY_PRIMARY, 1, -1, "As described by Consumer Centre on ", "",
    "hecked" },
  { "/words/evidence/still-new", VETO_CERTAINTY_REPORTED, 90, -1, "As described by", "", "may look" },
  { "/words/evidence/old", VETO_CERTAINTY_REPORTED, 91, -1, "As described by",
    "This may look different by now.", "hecked" },
  { "/words/evidence/conflicting", VETO_CERTAINTY_CONFLICTING, 1, -1, "As described by Consumer Centre on ",
    "other sources describe it differently", "hecked" },
  { "/words/evidence/tried", VETO_CERTAINTY_REPORTED, 300, 2, "Checked by hand on ", "", "may look" },
  { "/words/evidence/tried-long-ago", VETO_CERTAINTY_REPORTED, 300, 100, "Checked by hand on ",
    "This may look different by now.", "described by" },
};

static void
set_day (GDate *day, int age)
{
  veto_day_today (day);
  g_date_subtract_days (day, (guint) age);
}

static void
test_evidence (gconstpointer data)
{
  const EvidenceSample   *sample = data;
  VetoSource              older = other, newest = publisher; /* the name must go with the day */
  const VetoSource *const sources[] = { &older, &newest, NULL };
  VetoEvidence            evidence = { .certainty = sample->certainty, .sources = sources };
  g_autofree char        *words = NULL;

  set_day (&evidence.as_of, sample->age);
  set_day (&newest.day, sample->age);
  set_day (&older.day, sample->age + 30);
  g_date_clear (&evidence.tried, 1);
  if (sample->tried_age >= 0)
    set_day (&evidence.tried, sample->tried_age);

  words = veto_evidence_dup_description (&evidence);
  g_assert_true (g_str_has_prefix (words, sample->begins));
  g_assert_nonnull (strstr (words, sample->contains));
  g_assert_null (strstr (words, sample->lacks));
}

/* A fact names each publisher once, whatever the number of their works. */
static void
test_source (void)
{
  const VetoSource        second_work = { .id = "u", .publisher = "Consumer Centre" };
  const VetoSource *const sources[] = { &publisher, &other, &second_work, NULL };
  VetoEvidence            evidence = { .certainty = VETO_CERTAINTY_PRIMARY, .sources = sources };
  g_autofree char        *agreed = NULL, *disputed = NULL;

  set_day (&evidence.as_of, 10);
  agreed = veto_evidence_dup_source (&evidence);
  evidence.certainty = VETO_CERTAINTY_CONFLICTING;
  disputed = veto_evidence_dup_source (&evidence);
  g_assert_true (g_str_has_prefix (agreed, "Source: Consumer Centre, Data Authority; as of "));
  g_assert_true (g_str_has_prefix (disputed, "Sources disagree: Consumer Centre, Data Authority; as of "));
}

static void
test_minutes (void)
{
  g_autofree char *one = veto_words_dup_minutes (1), *four = veto_words_dup_minutes (4);

  g_assert_cmpstr (one, ==, "About 1 minute");
  g_assert_cmpstr (four, ==, "About 4 minutes");
}

/* What is to be done about each failure is said in a sentence of its own. */
static const struct
{
  const char    *name;
  VetoStoreError code;
  const char    *advice;
} errors[] = {
  { "/words/error/full", VETO_STORE_ERROR_FULL, "Delete something you no longer need, then try again." },
  { "/words/error/read-only", VETO_STORE_ERROR_READ_ONLY, "Make the folder writable, then try again." },
  { "/words/error/in-use", VETO_STORE_ERROR_IN_USE, "Close the other program, then try again." },
  { "/words/error/damaged", VETO_STORE_ERROR_DAMAGED,
    "Close Veto and start it again; it will tell you more." },
  { "/words/error/not-ours", VETO_STORE_ERROR_NOT_OURS,
    "Close Veto and start it again; it will tell you more." },
  { "/words/error/newer", VETO_STORE_ERROR_NEWER, "Close Veto and start it again; it will tell you more." },
  { "/words/error/missing", VETO_STORE_ERROR_MISSING, "If it was moved, put it back, then try again." },
  { "/words/error/failed", VETO_STORE_ERROR_FAILED, "please try again." },
};

static void
test_error (gconstpointer data)
{
  const gsize row = GPOINTER_TO_SIZE (data);
  g_autoptr(GError) error =
               g_error_new (VETO_STORE_ERROR, (int) errors[row].code, "/home/ada/veto.db: secret detail");
  g_autofree char *words = veto_words_dup_error (error);

  g_assert_true (g_str_has_prefix (words, "This could not be saved"));
  g_assert_true (g_str_has_suffix (words, errors[row].advice));
  g_assert_null (strstr (words, "secret"));
}

static void
test_other_error (void)
{
  g_autoptr(GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_BUSY, "busy");
  g_autofree char *words = veto_words_dup_error (error);

  g_assert_cmpstr (words, ==, "This could not be saved. Please try again.");
}

/* Words and a sign tell the states apart, not the colour alone; no two look alike. */
static void
test_pills (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *pill = g_object_ref_sink (gtk_label_new (NULL));

  for (VetoCaseState state = VETO_CASE_NOT_STARTED; state <= VETO_CASE_DONE; state++)
    {
      gboolean is_good = state == VETO_CASE_DONE || state == VETO_CASE_CONFIRMED;

      veto_words_show_state (GTK_LABEL (pill), state);
      g_assert_true (g_hash_table_add (seen, g_strdup (gtk_label_get_text (GTK_LABEL (pill)))));
      g_assert_cmpint (gtk_widget_has_css_class (pill, "ok"), ==, is_good);
      g_assert_cmpint (gtk_widget_has_css_class (pill, "warn"), ==, state >= VETO_CASE_SENT && !is_good);
    }
  g_assert_true (g_hash_table_contains (seen, "✓ Done"));
  g_assert_true (g_hash_table_contains (seen, "✓ Confirmed"));
  g_object_unref (pill);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (evidence_samples); i++)
    g_test_add_data_func (evidence_samples[i].name, &evidence_samples[i], test_evidence);
  g_test_add_func ("/words/source", test_source);
  g_test_add_func ("/words/minutes", test_minutes);
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    g_test_add_data_func (errors[i].name, GSIZE_TO_POINTER (i), test_error);
  g_test_add_func ("/words/error/other", test_other_error);
  g_test_add_func ("/words/pills", test_pills);
  return g_test_run ();
}
