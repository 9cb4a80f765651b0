/* Attacks on a client, from end to end, as rows of tables.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "feed-attack.h"

#include <string.h>
#include <sys/resource.h>

#define MEMORY_KIB (64 * 1024)
#define MAIN_LOOP_MS 1000

/* Security design, 10, for who uses the guidance of 23 November 2026; {today} is the day that the computer has. */
static const struct
{
  const char *id, *title, *text;
} words[] = {
  { "network", "Could not look for new guidance",
    "You are using the guidance of 23 November 2026. Everything works. Veto will try again later." },
  { "web-page", "The network wants a login first", "Log in to this Wi-Fi in your browser, then try again." },
  { "timeout", "The server was too slow", "Nothing has changed. Veto will try again later." },
  { "signature", "New guidance was refused",
    "It is not signed by the people who publish Veto’s guidance. Your present guidance stays in use. If this "
    "happens "
    "again on another network, please tell us." },
  { "rollback", "Older guidance was refused",
    "The server offered steps that are older than yours. Yours stay in use." },
  { "expired", "The server has only outdated guidance",
    "Yours stays in use. If your computer’s date ({today}) is wrong, correct it and try again." },
  { "malformed", "New guidance was damaged", "It was not used. Your present guidance stays." },
  { "hash", "New guidance was damaged", "It was not used. Your present guidance stays." },
  { "too-big", "New guidance was damaged", "It was not used. Your present guidance stays." },
  { "link", "New guidance was damaged", "It was not used. Your present guidance stays." },
  { "redirect", "New guidance was damaged", "It was not used. Your present guidance stays." },
  { "too-new", "Please update Veto",
    "There is new guidance that this version cannot read. Yours stays in use." },
};

void
feed_attack_assert_told (FeedStage *stage, const GError *error, const char *problem)
{
  g_autoptr(GDateTime) day = g_date_time_new_from_unix_utc (stage->now);
  g_autofree char *today = g_date_time_format (day, "%-d %B %Y");
  g_autofree char *text = NULL;
  GDate            date;

  g_test_message ("%s", error->message);
  g_assert_cmpstr (veto_update_problem_get_id (error), ==, problem);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (day),
                  (GDateMonth) g_date_time_get_month (day), (GDateYear) g_date_time_get_year (day));
  text = veto_update_problem_dup_text (problem, veto_updater_get_created (stage->updater), &date);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].id, problem))
      {
        g_autoptr(GString) expected = g_string_new (words[i].text);

        g_string_replace (expected, "{today}", today, 0);
        g_assert_cmpstr (veto_update_problem_get_title (problem), ==, words[i].title);
        g_assert_cmpstr (text, ==, expected->str);
        return;
      }
  g_assert_not_reached ();
}

static const char *
get_signers (const FeedAttack *attack)
{
  return attack->signers != NULL ? attack->signers : "de";
}

static const char *
get_file (const FeedAttack *attack)
{
  return attack->file != NULL ? attack->file : "guidance.json";
}

static GBytes *
make_bytes (const FeedAttack *attack)
{
  return g_bytes_new (attack->to, attack->n_to > 0 ? attack->n_to : strlen (attack->to));
}

static char *
change (char *text, const FeedAttack *attack)
{
  return attack->from != NULL ? with (text, attack->from, attack->to) : text;
}

void
feed_attack_payload (FeedStage *stage, const FeedAttack *attack)
{
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, 6);

  feed_stage_put_files (stage, files);
  feed_stage_put_index (stage, change (feed_stage_make_index (6, files), attack), get_signers (attack));
}

void
feed_attack_envelope (FeedStage *stage, const FeedAttack *attack)
{
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, 6);
  g_autoptr(GBytes) sound = sign (VETO_TRUST_INDEX, feed_stage_make_index (6, files), get_signers (attack));
  g_autoptr(GBytes) bent = bytes_of (change (text_of (sound), attack), -1);

  feed_stage_put_files (stage, files);
  feed_server_put (stage->server, "index.json", bent);
}

void
feed_attack_index (FeedStage *stage, const FeedAttack *attack)
{
  g_autoptr(GBytes) bytes = make_bytes (attack);
  feed_server_put (stage->server, "index.json", bytes);
}

void
feed_attack_file (FeedStage *stage, const FeedAttack *attack)
{
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, 6);
  char *text, *at;
  gsize n_bytes;

  feed_stage_edit (files, get_file (attack), attack->from, attack->to);
  text = text_of (g_hash_table_lookup (files, get_file (attack)));
  n_bytes = strlen (text);
  while ((at = strchr (text, '\001')) != NULL)
    *at = '\0';
  g_hash_table_insert (files, g_strdup (get_file (attack)), bytes_of (text, (gssize) n_bytes));
  feed_stage_put_files (stage, files);
  feed_stage_put_index (stage, feed_stage_make_index (6, files), get_signers (attack));
}

static char *
dup_blob_path (GHashTable *files, const char *name)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, g_hash_table_lookup (files, name));
  return g_strdup_printf ("blobs/%s.json", hash);
}

void
feed_attack_blob (FeedStage *stage, const FeedAttack *attack)
{
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, 6);
  g_autofree char *path = dup_blob_path (files, "guidance.json");
  char *text = attack->from != NULL ? text_of (g_hash_table_lookup (files, "guidance.json")) : NULL;
  g_autoptr(GBytes) bent = text != NULL ? bytes_of (change (text, attack), -1) : make_bytes (attack);

  feed_stage_publish (stage, 6);
  feed_server_put (stage->server, path, bent);
}

void
feed_attack_index_answer (FeedStage *stage, const FeedAttack *attack)
{
  g_autoptr(GBytes) answer = make_bytes (attack);

  feed_stage_publish (stage, 6);
  feed_server_put_answer (stage->server, "index.json", attack->manner, answer);
}

void
feed_attack_root_answer (FeedStage *stage, const FeedAttack *attack)
{
  g_autoptr(GBytes) answer = make_bytes (attack);

  feed_stage_publish (stage, 6);
  feed_server_put_answer (stage->server, "root/2.json", attack->manner, answer);
}

void
feed_attack_blob_answer (FeedStage *stage, const FeedAttack *attack)
{
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, 6);
  g_autofree char *path = dup_blob_path (files, "guidance.json");
  g_autoptr(GBytes) answer = make_bytes (attack);

  feed_stage_publish (stage, 6);
  feed_server_put_answer (stage->server, path, attack->manner, answer);
}

static glong
measure_peak_kib (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  return usage.ru_maxrss;
}

/* Nothing of an index that cannot be read is asked for. */
static guint
count_most_requests (const FeedAttack *attack)
{
  if (attack->make == feed_attack_root_answer)
    return 1;
  if (attack->problem != NULL
      && (attack->make == feed_attack_payload || attack->make == feed_attack_envelope
          || attack->make == feed_attack_index || attack->make == feed_attack_index_answer))
    return 2;
  return 5; /* a root, the index and three files */
}

static void
test_attack (gconstpointer data)
{
  const FeedAttack *attack = data;
  g_autoptr(FeedStage) stage = feed_stage_new ();
  g_auto(FeedLook) look = { 0 };
  glong peak;
  guint longest_ms;

  feed_stage_publish (stage, 5);
  feed_stage_assert_new (stage, 5);
  attack->make (stage, attack);
  feed_server_forget (stage->server);
  peak = measure_peak_kib ();

  feed_stage_look (stage, &look, &longest_ms);
  g_assert_cmpuint (longest_ms, <, MAIN_LOOP_MS);
  g_assert_cmpint (measure_peak_kib () - peak, <, MEMORY_KIB);
  g_assert_cmpuint (feed_server_count_requests (stage->server), <=, count_most_requests (attack));
  if (attack->problem == NULL)
    {
      g_assert_no_error (look.error);
      g_assert_cmpint (look.outcome, ==, VETO_UPDATE_NEW);
    }
  else
    {
      g_assert_nonnull (look.error);
      g_assert_null (look.set);
      feed_attack_assert_told (stage, look.error, attack->problem);
      g_assert_cmpstr (veto_updater_get_last_problem (stage->updater), ==, attack->problem);
      g_assert_cmpint (veto_updater_get_last_try (stage->updater), ==, stage->now);
    }
  feed_stage_assert_in_use (stage, attack->problem != NULL ? 5 : 6);
  feed_stage_assert_tidy (stage);

  feed_server_remove_all (stage->server);
  feed_stage_publish (stage, 7);
  stage->now += DAY;
  feed_stage_assert_new (stage, 7);
  feed_stage_assert_in_use (stage, 7);
  feed_stage_assert_tidy (stage);
}

void
feed_attack_add (const FeedAttack *attacks, gsize n_attacks)
{
  for (gsize i = 0; i < n_attacks; i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/", attacks[i].name, NULL);
      g_test_add_data_func (path, &attacks[i], test_attack);
    }
}
