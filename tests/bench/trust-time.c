/* How long a start looks at signatures, and how large an index is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   trust-time [RUNS] */
#include <stdlib.h>

#include "bench-times.h"
#include "trust-fixture.h"
#include "veto-trust-draft.h"

#define RUNS 300
#define N_LANGUAGES 24
#define N_ROOTS 20

static GPtrArray *
make_chain (void)
{
  GPtrArray *roots = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint version = 1; version <= N_ROOTS; version++)
    g_ptr_array_add (roots, sign (VETO_TRUST_ROOT, make_plain_root (version), "abc"));
  return roots;
}

/* All platforms are in one file, and each language in another. */
static GBytes *
make_large_index (void)
{
  g_autofree VetoTrustFile *files = g_new0 (VetoTrustFile, N_LANGUAGES + 1);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  VetoTrustIndex index = { .version = 365, .created = NOW, .expires = NOW + 60 * DAY, .files = files };
  g_autoptr(GBytes) payload = NULL;
  g_autoptr(GError) error = NULL;

  for (; index.n_files <= N_LANGUAGES; index.n_files++)
    {
      VetoTrustFile *file = &files[index.n_files];

      file->name = index.n_files == 0   ? g_strdup ("guidance.json")
                   : index.n_files == 1 ? g_strdup ("text/en.json")
                                        : g_strdup_printf ("text/a%c.json", 'a' + (int) index.n_files);
      g_ptr_array_add (names, file->name);
      file->size = 1000000;
      veto_trust_sha256 (file->name, 1, file->sha256);
    }
  files[0].size = 500000;
  for (guint i = 1; i <= N_LANGUAGES; i++)
    files[i].size = 300000;
  payload = veto_trust_index_write (&index, &error);
  g_assert_no_error (error);
  return sign (VETO_TRUST_INDEX, text_of (payload), "def");
}

static void
measure (const char *what, const GPtrArray *roots, guint n_roots, GBytes *index, guint n_runs)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint run = 0; run < n_runs; run++)
    {
      double          start_ms = bench_times_get_now_ms (), took_ms;
      VetoTrustState *state = veto_trust_state_new (roots->pdata[0], 1, NULL);

      for (guint i = 1; i < n_roots; i++)
        {
          VetoTrustState *next = veto_trust_state_take_root (state, roots->pdata[i], NULL);

          g_assert_nonnull (next);
          veto_trust_state_unref (state);
          state = next;
        }
      {
        g_autoptr(VetoTrustState) whole = veto_trust_state_restore_index (state, index, NULL);
        g_assert_nonnull (whole);
      }
      took_ms = bench_times_get_now_ms () - start_ms;
      g_array_append_val (times, took_ms);
      veto_trust_state_unref (state);
    }
  g_print ("  %s:", what);
  bench_times_print (times);
}

int
main (int argc, char *argv[])
{
  guint n_runs = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : RUNS;
  g_autoptr(GPtrArray) roots = make_chain ();
  g_autoptr(GBytes) index = make_large_index ();

  measure ("built-in root and index, three signatures each", roots, 1, index, n_runs);
  measure ("20 roots and index", roots, N_ROOTS, index, n_runs / 10);
  g_print ("  index of %d languages with three signatures: %" G_GSIZE_FORMAT
           " bytes; a root: %" G_GSIZE_FORMAT "\n",
           N_LANGUAGES, g_bytes_get_size (index), g_bytes_get_size (roots->pdata[0]));
  return 0;
}
