/* What a client believes over time: rollback, freeze, stolen keys, clocks; bytes and a time in, the next state out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "trust-fixture.h"

#define HIGHEST 2147483647u

static VetoTrustState *
make_state (guint built_in_version)
{
  g_autoptr(GBytes) root = sign (VETO_TRUST_ROOT, make_plain_root (1), "ab");
  g_autoptr(GError) error = NULL;
  VetoTrustState *state = veto_trust_state_new (root, built_in_version, &error);

  g_assert_no_error (error);
  return state;
}

/* Takes an index into *@state, when that is right. Returns: what became of it */
static VetoTrustOutcome
take (VetoTrustState **state, char *payload, const char *signers, gint64 now, int code)
{
  g_autoptr(GBytes) bytes = sign (VETO_TRUST_INDEX, payload, signers);
  g_autoptr(GError) error = NULL;
  VetoTrustOutcome outcome = VETO_TRUST_UP_TO_DATE;
  VetoTrustState  *next = veto_trust_state_take_index (*state, bytes, now, &outcome, &error);

  assert_outcome (next, &error, code);
  if (next != NULL)
    {
      g_assert_true (g_bytes_equal (next->index->bytes, bytes));
      veto_trust_state_unref (*state);
      *state = next;
    }
  return outcome;
}

static void
take_root (VetoTrustState **state, char *payload, const char *signers, int code)
{
  g_autoptr(GBytes) bytes = sign (VETO_TRUST_ROOT, payload, signers);
  g_autoptr(GError) error = NULL;
  VetoTrustState *next = veto_trust_state_take_root (*state, bytes, &error);

  assert_outcome (next, &error, code);
  if (next != NULL)
    {
      veto_trust_state_unref (*state);
      *state = next;
    }
}

static void
test_in_order (void)
{
  g_autoptr(VetoTrustState) state = make_state (0);

  g_assert_null (state->index);
  g_assert_cmpint (take (&state, make_index (1), "de", NOW, ACCEPT), ==, VETO_TRUST_NEW_INDEX);
  g_assert_cmpint (take (&state, make_index (1), "de", NOW, ACCEPT), ==, VETO_TRUST_UP_TO_DATE);
  g_assert_cmpint (take (&state, make_index (9), "ef", NOW, ACCEPT), ==, VETO_TRUST_NEW_INDEX);
  g_assert_cmpuint (state->index->version, ==, 9);
  g_assert_cmpuint (state->floor.version, ==, 9);
  g_assert_cmpstr (state->floor.sha256, ==, state->index->sha256);
}

/* A refusal changes nothing of the state it was refused by. */
static void
test_rollback (void)
{
  g_autoptr(VetoTrustState) state = make_state (0);
  VetoTrustState *before;

  take (&state, make_index (8), "de", NOW, ACCEPT);
  before = state;
  take (&state, make_index (7), "de", NOW, VETO_TRUST_ERROR_ROLLBACK);
  take (&state, make_index (1), "def", NOW, VETO_TRUST_ERROR_ROLLBACK);
  take (&state, with (make_index (8), "\"size\":27", "\"size\":28"), "de", NOW, VETO_TRUST_ERROR_ROLLBACK);
  g_assert_true (state == before);
  g_assert_cmpuint (state->index->version, ==, 8);
  g_assert_cmpint (take (&state, make_index (8), "def", NOW, ACCEPT), ==, VETO_TRUST_UP_TO_DATE);
}

/* Older and expired: what a person is told is that it is older. */
static void
test_rollback_before_expiry (void)
{
  g_autoptr(VetoTrustState) state = make_state (0);

  take (&state, make_index (8), "de", NOW, ACCEPT);
  take (&state, make_index (7), "de", NOW + 100 * DAY, VETO_TRUST_ERROR_ROLLBACK);
}

/* The floor outlives the index: the file of the index was lost, its number was not. */
static void
test_floor (void)
{
  g_autoptr(VetoTrustState) state = make_state (0), again = make_state (0), fresh = NULL;
  g_autoptr(GBytes) floor = NULL;

  take (&state, make_index (8), "de", NOW, ACCEPT);
  floor = veto_trust_floor_write (&state->floor);
  fresh = veto_trust_state_restore_floor (again, floor, NULL);
  g_assert_null (fresh->index);
  g_assert_cmpuint (fresh->floor.version, ==, 8);
  take (&fresh, make_index (7), "de", NOW, VETO_TRUST_ERROR_ROLLBACK);
  take (&fresh, with (make_index (8), "\"size\":27", "\"size\":28"), "de", NOW, VETO_TRUST_ERROR_ROLLBACK);
  g_assert_cmpint (take (&fresh, make_index (8), "de", NOW, ACCEPT), ==, VETO_TRUST_NEW_INDEX);
}

/* The index before stays usable when the last one is damaged, but the server cannot go back to it. */
static void
test_index_before (void)
{
  g_autoptr(VetoTrustState) state = make_state (0), again = make_state (0), with_floor = NULL,
                             restored = NULL;
  g_autoptr(GBytes) floor = NULL, previous = sign (VETO_TRUST_INDEX, make_index (7), "de");
  g_autoptr(GError) error = NULL;

  take (&state, make_index (8), "de", NOW, ACCEPT);
  floor = veto_trust_floor_write (&state->floor);
  with_floor = veto_trust_state_restore_floor (again, floor, &error);
  restored = veto_trust_state_restore_index (with_floor, previous, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (restored->index->version, ==, 7);
  take (&restored, make_index (7), "de", NOW, VETO_TRUST_ERROR_ROLLBACK);
  g_assert_cmpint (take (&restored, make_index (8), "de", NOW, ACCEPT), ==, VETO_TRUST_NEW_INDEX);
}

/* What came with the program is not older than the program. */
static void
test_built_in (void)
{
  g_autoptr(VetoTrustState) state = make_state (5);

  take (&state, make_index (4), "de", NOW, VETO_TRUST_ERROR_ROLLBACK);
  g_assert_cmpint (take (&state, make_index (5), "de", NOW, ACCEPT), ==, VETO_TRUST_NEW_INDEX);

  veto_trust_state_unref (state);
  state = make_state (5); /* other people may begin again at 1 */
  take_root (&state, make_root (2, "abc", 2, "xyz", 2), "ab", ACCEPT);
  take (&state, make_index (1), "xy", NOW, ACCEPT);
}

static void
test_expired (void)
{
  g_autoptr(VetoTrustState) state = make_state (0);
  const gint64 end = NOW + 60 * DAY;

  take (&state, make_index (1), "de", end, VETO_TRUST_ERROR_EXPIRED);
  take (&state, make_index (1), "de", end - 1, ACCEPT);
  /* frozen: the same for ever */
  take (&state, make_index (1), "de", end, VETO_TRUST_ERROR_EXPIRED);
  take (&state, make_index (2), "de", end, VETO_TRUST_ERROR_EXPIRED);
  /* what is in use stays, also through a start */
  {
    g_autoptr(GError) error = NULL;
    g_autoptr(VetoTrustState) again = make_state (0);
    g_autoptr(VetoTrustState) restored = veto_trust_state_restore_index (again, state->index->bytes, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (restored->index->version, ==, 1);
  }
}

/* A clock that is wrong: everything is outdated in 2099, and nothing is in 1970, but both seem strange. */
static void
test_clock (void)
{
  g_autoptr(VetoTrustState) state = make_state (0);
  const gint64 built_at = NOW - 30 * DAY;

  g_assert_false (veto_trust_state_doubts_clock (state, built_at, NOW));
  g_assert_true (veto_trust_state_doubts_clock (state, built_at, 0));
  g_assert_true (veto_trust_state_doubts_clock (state, built_at, built_at - 1));
  take (&state, make_index (1), "de", NOW + 26000 * DAY, VETO_TRUST_ERROR_EXPIRED);
  take (&state, make_index (1), "de", 0, ACCEPT);
  g_assert_false (veto_trust_state_doubts_clock (state, 0, NOW - 2 * DAY));
  g_assert_true (veto_trust_state_doubts_clock (state, 0, NOW - 2 * DAY - 1));
}

/* Only the newest root must be in date; those on the way to it need not. */
static void
test_root_expired (void)
{
  g_autoptr(VetoTrustState) state = make_state (0);
  g_autoptr(GError) error = NULL;
  const gint64 late = NOW + 731 * DAY;
  char        *fresh_index = with (make_index (1), "2027-01-22", "2030-01-22");

  g_assert_true (veto_trust_state_check_root (state, NOW, &error));
  g_assert_false (veto_trust_state_check_root (state, late, &error));
  assert_outcome (NULL, &error, VETO_TRUST_ERROR_EXPIRED);
  take (&state, g_strdup (fresh_index), "de", late, VETO_TRUST_ERROR_EXPIRED);
  take_root (&state, with (make_plain_root (2), LATER, "2031-11-22T12:00:00Z"), "ab", ACCEPT);
  g_assert_true (veto_trust_state_check_root (state, late, &error));
  take (&state, fresh_index, "de", late, ACCEPT);
}

/* Two stolen keys set the highest number there is; new keys begin again below it. */
static void
test_fast_forward (void)
{
  g_autoptr(VetoTrustState) state = make_state (0), other = NULL;
  g_autoptr(GBytes) floor = NULL;

  take (&state, make_index (HIGHEST), "de", NOW, ACCEPT);
  take (&state, make_index (10), "de", NOW, VETO_TRUST_ERROR_ROLLBACK);
  floor = veto_trust_floor_write (&state->floor);
  take_root (&state, make_root (2, "abc", 2, "xyz", 2), "ab", ACCEPT);
  g_assert_true (state->withdrawn);
  g_assert_null (state->index);
  g_assert_cmpuint (state->floor.version, ==, 0);
  take (&state, make_index (11), "de", NOW, VETO_TRUST_ERROR_SIGNATURE);
  take (&state, make_index (11), "xy", NOW, ACCEPT);
  g_assert_false (state->withdrawn);

  other = make_state (0); /* the same through a start: the floor of the thieves lies on the disk */
  take_root (&other, make_root (2, "abc", 2, "xyz", 2), "ab", ACCEPT);
  veto_trust_state_unref (state);
  state = veto_trust_state_restore_floor (other, floor, NULL);
  g_assert_cmpuint (state->floor.version, ==, 0);
  take (&state, make_index (11), "xy", NOW, ACCEPT);
}

/* A routine rotation takes nothing away: the index was signed by the new keys before. */
static void
test_routine_rotation (void)
{
  g_autoptr(VetoTrustState) state = make_state (0);

  take (&state, make_index (8), "de", NOW, ACCEPT);
  g_assert_cmpint (take (&state, make_index (8), "dex", NOW, ACCEPT), ==, VETO_TRUST_UP_TO_DATE);
  take_root (&state, make_root (2, "abc", 2, "efx", 2), "ab", ACCEPT);
  g_assert_false (state->withdrawn);
  g_assert_cmpuint (state->index->version, ==, 8);
  take (&state, make_index (7), "ex", NOW, VETO_TRUST_ERROR_ROLLBACK);
  take (&state, make_index (9), "ex", NOW, ACCEPT);
}

/* A root that leaves the index keys alone keeps index and floor. */
static void
test_other_root_keys (void)
{
  g_autoptr(VetoTrustState) state = make_state (0);

  take (&state, make_index (8), "de", NOW, ACCEPT);
  take_root (&state, make_root (2, "xyz", 2, "fed", 2), "abxy", ACCEPT); /* the order says nothing */
  g_assert_cmpuint (state->floor.version, ==, 8);
  g_assert_cmpuint (state->index->version, ==, 8);
  take_root (&state, make_root (3, "xyz", 2, "def", 3), "xy", ACCEPT); /* now three must sign */
  g_assert_true (state->withdrawn);
}

/* A wrong root leaves the old one, and the next update can go on from there. */
static void
test_wrong_roots (void)
{
  g_autoptr(VetoTrustState) state = make_state (0);
  VetoTrustState *before = state;

  take_root (&state, make_plain_root (3), "ab", VETO_TRUST_ERROR_MALFORMED);
  take_root (&state, make_plain_root (1), "ab", VETO_TRUST_ERROR_ROLLBACK);
  take_root (&state, make_root (2, "xyz", 2, "def", 2), "xyz", VETO_TRUST_ERROR_SIGNATURE);
  g_assert_true (state == before);
  take_root (&state, make_plain_root (2), "ab", ACCEPT);
  take_root (&state, make_plain_root (3), "bc", ACCEPT);
  g_assert_cmpuint (state->root->version, ==, 3);
}

static const struct
{
  const char *name;
  const char *text;
  int         code;
} floors[] = {
  { "/trust/state/floor/plain",
    "{\"index_keys\":\"" HASH_1 "\",\"sha256\":\"" HASH_2 "\",\"version\":2147483647}", ACCEPT },
  { "/trust/state/floor/version-0", "{\"index_keys\":\"" HASH_1 "\",\"sha256\":\"" HASH_2 "\",\"version\":0}",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/state/floor/version-too-high",
    "{\"index_keys\":\"" HASH_1 "\",\"sha256\":\"" HASH_2 "\",\"version\":2147483648}",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/state/floor/short-hash", "{\"index_keys\":\"" HASH_1 "\",\"sha256\":\"00\",\"version\":1}",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/state/floor/no-keys", "{\"sha256\":\"" HASH_2 "\",\"version\":1}", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/state/floor/empty", "", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/state/floor/list", "[1]", VETO_TRUST_ERROR_MALFORMED },
};

static void
test_floor_file (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  g_autoptr(GBytes) bytes = bytes_of (g_strdup (floors[number].text), -1);
  g_autoptr(GError) error = NULL;
  VetoTrustFloor floor = { 0 };
  gboolean       good = veto_trust_floor_parse (&floor, bytes, &error);

  assert_outcome (good ? &floor : NULL, &error, floors[number].code);
  if (good)
    {
      g_autoptr(GBytes) again = veto_trust_floor_write (&floor);
      g_assert_true (g_bytes_equal (again, bytes));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trust/state/in-order", test_in_order);
  g_test_add_func ("/trust/state/rollback", test_rollback);
  g_test_add_func ("/trust/state/rollback-before-expiry", test_rollback_before_expiry);
  g_test_add_func ("/trust/state/floor", test_floor);
  g_test_add_func ("/trust/state/index-before", test_index_before);
  g_test_add_func ("/trust/state/built-in", test_built_in);
  g_test_add_func ("/trust/state/expired", test_expired);
  g_test_add_func ("/trust/state/clock", test_clock);
  g_test_add_func ("/trust/state/root-expired", test_root_expired);
  g_test_add_func ("/trust/state/fast-forward", test_fast_forward);
  g_test_add_func ("/trust/state/routine-rotation", test_routine_rotation);
  g_test_add_func ("/trust/state/other-root-keys", test_other_root_keys);
  g_test_add_func ("/trust/state/wrong-roots", test_wrong_roots);
  for (guint i = 0; i < G_N_ELEMENTS (floors); i++)
    g_test_add_data_func (floors[i].name, GUINT_TO_POINTER (i), test_floor_file);
  return g_test_run ();
}
