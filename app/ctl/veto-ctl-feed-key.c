/* vetoctl feed key: a key that can sign.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "veto-ctl-feed.h"
#include "veto-ctl-output.h"

/* A key that is lost cannot be made again, so no file is ever replaced. */
static gboolean
is_free (const char *path)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return TRUE;
  /* Translators: %s is a file */
  veto_ctl_say (_ ("%s is there already, and a key is never replaced. Name another file."), path);
  return FALSE;
}

/* On a terminal, where nobody sees what is typed, it is asked for twice. */
static char *
ask_new_passphrase (void)
{
  char *first = veto_ctl_feed_ask_passphrase (
    _ ("Passphrase for the new key, twelve characters or more. Nothing of it is shown:"));
  char *second;

  if (first == NULL || !isatty (STDIN_FILENO))
    return first;
  second = veto_ctl_feed_ask_passphrase (_ ("The same again:"));
  if (second == NULL || !g_str_equal (first, second))
    {
      if (second != NULL)
        veto_ctl_say (_ ("The two passphrases are not the same. Try again."));
      veto_ctl_feed_wipe (g_steal_pointer (&first));
    }
  veto_ctl_feed_wipe (second);
  return first;
}

static int
write_key (const char *path, const char *public_path, const char *passphrase)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoTrustSigner) signer = veto_trust_signer_new (&error);
  g_autoptr(GBytes) pem = signer != NULL ? veto_trust_signer_seal (signer, passphrase, &error) : NULL;
  g_autoptr(GBytes) public_key = NULL;
  const VetoTrustKey *key;

  if (pem == NULL)
    return veto_ctl_feed_fail (path, error);
  key = veto_trust_signer_get_key (signer);
  public_key = g_bytes_new (key->public_key, sizeof key->public_key);
  if (veto_ctl_write_file (path, pem) != VETO_CTL_DONE
      || veto_ctl_write_file (public_path, public_key) != VETO_CTL_DONE)
    {
      g_unlink (path); /* half of it is of no use, and would be in the way next time */
      return VETO_CTL_FAILED;
    }
  return veto_ctl_print_line (key->id);
}

static int
run (const VetoCtl *ctl)
{
  const char      *path = ctl->arguments->pdata[0];
  g_autofree char *public_path = g_strconcat (path, ".pub", NULL);
  char            *passphrase;
  int              code;

  if (!is_free (path) || !is_free (public_path))
    return VETO_CTL_FAILED;
  passphrase = ask_new_passphrase ();
  if (passphrase == NULL)
    return VETO_CTL_FAILED;
  code = write_key (path, public_path, passphrase);
  veto_ctl_feed_wipe (passphrase);
  return code;
}

const VetoCtlCommand veto_ctl_feed_key = {
  .name = "feed key",
  .arguments = "FILE",
  .n_min = 1,
  .n_max = 1,
  .summary = N_ ("For publishers: make a key that can sign."),
  .details =
    N_ ("Writes an Ed25519 key to FILE, encrypted with a passphrase, and its public part to FILE.pub, and "
        "prints its id. "
        "The passphrase is asked for, or is the first line of the standard input. OpenSSL reads the same "
        "files."),
  .run = run,
};
