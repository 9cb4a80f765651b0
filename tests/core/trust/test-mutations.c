/* Sound documents with something changed, thousands of times: never accepted, never a crash, always an error of ours.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "trust-fixture.h"

#define SEED 20261123
#define N_ROUNDS 2500 /* of each way to change, for roots and indexes each */

typedef struct
{
  const char   *name;
  VetoTrustKind kind;
  void (*mutate) (GString *text, GRand *rand);
} Sample;

static gsize
pick (const GString *text, GRand *rand)
{
  return (gsize) g_rand_int_range (rand, 0, (gint32) text->len);
}

static void
change_bit (GString *text, GRand *rand)
{
  text->str[pick (text, rand)] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
}

static void
remove_piece (GString *text, GRand *rand)
{
  gsize at = pick (text, rand), n_bytes = (gsize) g_rand_int_range (rand, 1, 40);
  g_string_erase (text, (gssize) at, (gssize) MIN (text->len - at, n_bytes));
}

/* What stands in one place is put in another as well. */
static void
copy_piece (GString *text, GRand *rand)
{
  gsize            from = pick (text, rand), n_bytes = (gsize) g_rand_int_range (rand, 1, 60);
  g_autofree char *piece = g_strndup (text->str + from, MIN (text->len - from, n_bytes));

  g_string_insert (text, (gssize) pick (text, rand), piece);
}

/* Two digits, letters or signs of the same alphabet, so that what was base64 or JSON often stays it. */
static void
swap_bytes (GString *text, GRand *rand)
{
  gsize first = pick (text, rand), second = pick (text, rand);
  char  byte = text->str[first];

  text->str[first] = text->str[second];
  text->str[second] = byte;
}

static const Sample samples[] = {
  { "/trust/mutations/index/bit", VETO_TRUST_INDEX, change_bit },
  { "/trust/mutations/index/piece-removed", VETO_TRUST_INDEX, remove_piece },
  { "/trust/mutations/index/piece-copied", VETO_TRUST_INDEX, copy_piece },
  { "/trust/mutations/index/swapped", VETO_TRUST_INDEX, swap_bytes },
  { "/trust/mutations/of-root/bit", VETO_TRUST_ROOT, change_bit },
  { "/trust/mutations/of-root/piece-removed", VETO_TRUST_ROOT, remove_piece },
  { "/trust/mutations/of-root/piece-copied", VETO_TRUST_ROOT, copy_piece },
  { "/trust/mutations/of-root/swapped", VETO_TRUST_ROOT, swap_bytes },
};

/* Whether what was read says the same as before: a change of white space, or in a member that nobody reads, is none. */
static gboolean
says_the_same (VetoTrustKind kind, GBytes *bytes, GBytes *payload)
{
  g_autoptr(VetoTrustEnvelope) envelope = veto_trust_envelope_parse (bytes, kind, NULL);
  return envelope != NULL && g_bytes_equal (envelope->payload, payload);
}

static gboolean
is_accepted (const VetoTrustRoot *root, VetoTrustKind kind, GBytes *bytes, GError **error)
{
  if (kind == VETO_TRUST_INDEX)
    {
      g_autoptr(VetoTrustIndex) index = veto_trust_index_read (root, bytes, error);
      return index != NULL;
    }
  else
    {
      g_autoptr(VetoTrustRoot) next = veto_trust_root_read_next (root, bytes, error);
      return next != NULL;
    }
}

static void
test_mutations (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr(VetoTrustRoot) root = read_plain_root ();
  const gboolean is_index = sample->kind == VETO_TRUST_INDEX;
  g_autoptr(GBytes) payload = bytes_of (is_index ? make_index (7) : make_plain_root (2), -1);
  g_autoptr(GBytes) whole = sign (sample->kind, text_of (payload), is_index ? "de" : "ab");
  guint n_by_code[VETO_TRUST_ERROR_PASSPHRASE + 1] = { 0 }, n_same = 0;

  g_assert_true (is_accepted (root, sample->kind, whole, NULL));
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(GString) text =
                   g_string_new_len (g_bytes_get_data (whole, NULL), (gssize) g_bytes_get_size (whole));
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;

      sample->mutate (text, rand);
      bytes = g_bytes_new (text->str, text->len);
      if (is_accepted (root, sample->kind, bytes, &error))
        {
          g_assert_true (says_the_same (sample->kind, bytes, payload)); /* what was signed is what is used */
          n_same++;
          continue;
        }
      g_assert_nonnull (error);
      g_assert_true (error->domain == VETO_TRUST_ERROR);
      g_assert_nonnull (error->message);
      n_by_code[error->code]++;
    }
  g_test_message ("%u malformed, %u not signed, %u with the same meaning",
                  n_by_code[VETO_TRUST_ERROR_MALFORMED], n_by_code[VETO_TRUST_ERROR_SIGNATURE], n_same);
  g_assert_cmpuint (n_by_code[VETO_TRUST_ERROR_MALFORMED], >, 0);
  g_assert_cmpuint (n_same, <, N_ROUNDS / 20);
}

/* The same with payloads that are rightly signed, so that the reader behind the signature gets them. */
static void
test_payloads (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);
  const gboolean   is_index = sample->kind == VETO_TRUST_INDEX;
  g_autofree char *whole = is_index ? make_index (7) : make_plain_root (2);
  guint            n_read = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(GString) text = g_string_new (whole);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(VetoTrustIndex) index = NULL;
      g_autoptr(VetoTrustRoot) root = NULL;

      sample->mutate (text, rand);
      bytes = g_bytes_new (text->str, text->len);
      if (is_index)
        index = veto_trust_index_read_payload (bytes, &error);
      else
        root = veto_trust_root_read_payload (bytes, &error);
      g_assert_true ((index != NULL || root != NULL) == (error == NULL));
      n_read += error == NULL ? 1 : 0;
      if (error != NULL)
        g_assert_true (error->domain == VETO_TRUST_ERROR);
      if (index != NULL)
        g_assert_true (index->version > 0 && veto_trust_index_find (index, "guidance.json") != NULL);
      if (root != NULL)
        g_assert_true (root->root.threshold >= 1 && root->root.threshold <= root->root.n_keys);
    }
  g_test_message ("%u read", n_read);
  g_assert_cmpuint (n_read, <, N_ROUNDS);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *name = g_strconcat (samples[i].name, "-in-payload", NULL);

      g_test_add_data_func (samples[i].name, &samples[i], test_mutations);
      g_test_add_data_func (name, &samples[i], test_payloads);
    }
  return g_test_run ();
}
