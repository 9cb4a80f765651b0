/* Passwords in KeePassXC and KWallet, as they come: the same as in the keyring of GNOME, or what a person is told instead.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "other-keyrings.h"
#include "secrets-sync.h"

#define CANARY "Kanarienvogel-7f3a"
#define OTHER_LABEL "Veto: Chirper, my daughter's"

static gboolean
is_there (OtherKind kind)
{
  const char *obstacle = other_keyring_find_obstacle (kind);

  if (obstacle != NULL)
    {
      g_test_skip (obstacle);
      return FALSE;
    }
  other_keyring_make (kind);
  return TRUE;
}

static gboolean
start (OtherKind kind, OtherState state)
{
  if (other_keyring_start (kind, state))
    return TRUE;
  g_test_skip (other_keyring_has_fallen () ? "it falls over before anybody asked it for something"
                                           : "it was built without the Secret Service");
  return FALSE;
}

static void
test_contract (gconstpointer data)
{
  OtherKind kind = GPOINTER_TO_UINT (data);

  if (!is_there (kind) || !start (kind, OTHER_OPEN))
    return;
  if (kind == OTHER_KWALLET) /* calls itself locked until it is used first, and then asks nobody */
    g_assert_cmpint (sync_probe (), ==, VETO_SECRET_LOCKED);
  g_assert_cmpint (sync_unlock (), ==, -1);
  g_assert_cmpint (sync_probe (), ==, VETO_SECRET_GONE);
  g_assert_cmpint (sync_count (), ==, 0);
  sync_assert_look_up (NULL, VETO_SECRETS_ERROR_GONE);
  g_assert_cmpint (sync_store ("the first one"), ==, -1);
  g_assert_cmpint (sync_store_as (OTHER_LABEL, CANARY), ==, -1); /* another label, the same account */
  g_assert_cmpint (sync_count (), ==, 1);
  g_assert_cmpint (sync_probe (), ==, VETO_SECRET_AVAILABLE);
  sync_assert_look_up (CANARY, -1);
  other_keyring_wait_written (kind);
  other_keyring_stop ();
  g_assert_cmpint (sync_probe (), ==, -1 - VETO_SECRETS_ERROR_NO_SERVICE);
  sync_assert_nowhere (g_get_home_dir (), CANARY);

  g_assert_true (other_keyring_start (kind, OTHER_OPEN)); /* the next day */
  sync_assert_look_up (CANARY, -1);
  g_assert_cmpint (sync_clear (), ==, -1);
  g_assert_cmpint (sync_probe (), ==, VETO_SECRET_GONE);
  g_assert_cmpint (sync_count (), ==, 0);
  g_assert_cmpint (sync_clear (), ==, -1); /* what is gone is as good as taken out */
  sync_assert_look_up (NULL, VETO_SECRETS_ERROR_GONE);
  other_keyring_stop ();
}

/* Looking asks nobody, and calls nothing gone; a click asks once, and may be thought better of. */
static void
assert_locked (void)
{
  g_assert_cmpint (sync_probe (), ==, VETO_SECRET_LOCKED);
  g_assert_cmpint (sync_count (), ==, -1 - VETO_SECRETS_ERROR_LOCKED);
  g_assert_false (other_keyring_asks (NULL));
  g_assert_cmpint (sync_look_up_until (other_keyring_asks, NULL), ==, -2); /* cancelled */
}

/* Until the next start */
static void
end (void)
{
  other_keyring_stop ();
  g_assert_cmpint (sync_probe (), ==, -1 - VETO_SECRETS_ERROR_NO_SERVICE);
}

static void
test_locked (gconstpointer data)
{
  OtherKind kind = GPOINTER_TO_UINT (data);

  if (!is_there (kind) || !start (kind, OTHER_OPEN))
    return;
  g_assert_cmpint (sync_store (CANARY), ==, -1);
  other_keyring_wait_written (kind);
  end ();
  g_assert_true (other_keyring_start (kind, OTHER_OPEN));
  sync_assert_look_up (CANARY, -1);
  other_keyring_lock ();
  assert_locked ();
  end ();
  g_assert_true (other_keyring_start (kind, OTHER_LOCKED));
  assert_locked ();
  end ();
  g_assert_true (other_keyring_start (kind, OTHER_OPEN));
  sync_assert_look_up (CANARY, -1);
  other_keyring_stop ();
}

/* As KeePassXC comes: it asks whether this program may have that password. Until then it calls the one item locked. */
static void
test_asks (gconstpointer data)
{
  OtherKind kind = GPOINTER_TO_UINT (data);

  if (!is_there (kind) || !start (kind, OTHER_OPEN))
    return;
  g_assert_cmpint (sync_store (CANARY), ==, -1);
  other_keyring_wait_written (kind);
  end ();
  g_assert_true (other_keyring_start (kind, OTHER_ASKS));
  g_assert_cmpint (sync_probe (), ==, VETO_SECRET_LOCKED);
  g_assert_cmpint (sync_count (), ==, 1);
  g_assert_false (other_keyring_asks (NULL));
  g_assert_cmpint (sync_look_up_until (other_keyring_asks, NULL), ==, -2);
  other_keyring_stop ();
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    OtherKind   kind;
    void (*run) (gconstpointer data);
  } tests[] = {
    { "/keyring/keepassxc/contract", OTHER_KEEPASSXC, test_contract },
    { "/keyring/keepassxc/locked", OTHER_KEEPASSXC, test_locked },
    { "/keyring/keepassxc/asks", OTHER_KEEPASSXC, test_asks },
    { "/keyring/kwallet/contract", OTHER_KWALLET, test_contract },
    { "/keyring/kwallet/locked", OTHER_KWALLET, test_locked },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_data_func (tests[i].name, GUINT_TO_POINTER (tests[i].kind), tests[i].run);
  return g_test_run ();
}
