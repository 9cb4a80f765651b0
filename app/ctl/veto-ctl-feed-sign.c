/* vetoctl feed sign and add-signature: one signature at a time, on as many machines as there are signers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-ctl-feed.h"
#include "veto-ctl-output.h"
#include "veto-release.h"
#include "veto-trust-draft.h"
#include "veto-trust-error.h"
#include "veto-trust-sign.h"

static int
sign_with_key (VetoTrustEnvelope *envelope, const char *path)
{
  g_autoptr(GBytes) pem = veto_ctl_feed_read (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoTrustSigner) signer = NULL;
  g_autofree char *question = NULL;
  char            *passphrase;

  if (pem == NULL)
    return VETO_CTL_FAILED;
  /* Translators: %s is a file */
  question = g_strdup_printf (_ ("Passphrase of %s. Nothing of it is shown:"), path);
  passphrase = veto_ctl_feed_ask_passphrase (question);
  if (passphrase == NULL)
    return VETO_CTL_FAILED;
  signer = veto_trust_signer_open (pem, passphrase, &error);
  veto_ctl_feed_wipe (passphrase);
  if (signer == NULL || !veto_trust_envelope_sign (envelope, signer, &error))
    return veto_ctl_feed_fail (path, error);
  return VETO_CTL_DONE;
}

static int
add_made_signature (VetoTrustEnvelope *envelope, const char *public_path, const char *path)
{
  g_autoptr(GBytes) signature = NULL;
  g_autoptr(GError) error = NULL;
  VetoTrustKey key;

  if (!veto_ctl_feed_read_key (public_path, &key) || (signature = veto_ctl_feed_read (path)) == NULL)
    return VETO_CTL_FAILED;
  if (g_bytes_get_size (signature) != VETO_TRUST_SIGNATURE_BYTES)
    {
      /* Translators: %s is a file */
      veto_ctl_say (
        _ ("%s is no signature of 64 bytes. Name a file that “openssl pkeyutl -sign -rawin” made."), path);
      return VETO_CTL_FAILED;
    }
  if (!veto_trust_envelope_add (envelope, &key, g_bytes_get_data (signature, NULL), &error))
    return veto_ctl_feed_fail (path, error);
  return VETO_CTL_DONE;
}

static int
add_signature (const VetoCtl *ctl, VetoTrustEnvelope *envelope, VetoTrustKind kind, const char *out)
{
  const char *key = veto_ctl_get_setting (ctl, "--key"),
             *public_path = veto_ctl_get_setting (ctl, "--public");
  const char *signature = veto_ctl_get_setting (ctl, "--signature");
  g_autoptr(GBytes) bytes = NULL;
  int code;

  if ((key != NULL) == (public_path != NULL) || (public_path != NULL) != (signature != NULL))
    {
      veto_ctl_say (_ ("Say who signs: --key FILE, or --public FILE.pub with --signature FILE.sig."));
      return VETO_CTL_WRONG_USAGE;
    }
  code = key != NULL ? sign_with_key (envelope, key) : add_made_signature (envelope, public_path, signature);
  if (code != VETO_CTL_DONE)
    return code;
  bytes = veto_trust_envelope_write (envelope, kind);
  return veto_ctl_write_file (out, bytes);
}

/* What a client would refuse is not signed. */
static gboolean
check_payload (GBytes *payload, VetoTrustKind kind, GError **error)
{
  g_autoptr(VetoTrustRoot) root = NULL;
  g_autoptr(VetoTrustIndex) index = NULL;

  if (kind == VETO_TRUST_ROOT)
    root = veto_trust_root_read_payload (payload, error);
  else
    index = veto_trust_index_read_payload (payload, error);
  return root != NULL || index != NULL;
}

/* A folder is looked at as a whole before anybody signs what it is said to be. */
static int
sign_folder (const VetoCtl *ctl, const char *folder, gboolean is_first)
{
  g_autofree char *path = g_build_filename (folder, VETO_RELEASE_INDEX, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) payload = veto_release_check_build (folder, &error);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(VetoTrustEnvelope) envelope = NULL;

  if (payload == NULL)
    return veto_ctl_feed_fail (folder, error);
  if (is_first && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      /* Translators: %s is a file */
      veto_ctl_say (_ ("%s is there already, so somebody has signed. Use “vetoctl feed add-signature”."),
                    path);
      return VETO_CTL_FAILED;
    }
  bytes = !is_first ? veto_ctl_feed_read (path) : NULL;
  envelope = is_first        ? veto_trust_envelope_new (VETO_TRUST_INDEX, payload)
             : bytes != NULL ? veto_trust_envelope_parse (bytes, VETO_TRUST_INDEX, &error)
                             : NULL;
  if (error != NULL)
    return veto_ctl_feed_fail (path, error);
  if (envelope == NULL)
    return VETO_CTL_FAILED;
  return add_signature (ctl, envelope, VETO_TRUST_INDEX, ctl->out != NULL ? ctl->out : path);
}

static int
run_sign (const VetoCtl *ctl)
{
  const char *path = ctl->arguments->pdata[0];
  g_autoptr(GBytes) payload = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoTrustEnvelope) envelope = NULL;
  VetoTrustKind kind;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return sign_folder (ctl, path, TRUE);
  if (ctl->out == NULL)
    {
      veto_ctl_say (_ ("Say where the signed file goes: --out FILE.json."));
      return VETO_CTL_WRONG_USAGE;
    }
  payload = veto_ctl_feed_read (path);
  if (payload == NULL || !veto_ctl_feed_find_kind (path, payload, "type", &kind))
    return VETO_CTL_FAILED;
  if (!check_payload (payload, kind, &error))
    return veto_ctl_feed_fail (path, error);
  envelope = veto_trust_envelope_new (kind, payload);
  return add_signature (ctl, envelope, kind, ctl->out);
}

static int
run_add (const VetoCtl *ctl)
{
  const char *path = ctl->arguments->pdata[0];
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoTrustEnvelope) envelope = NULL;
  VetoTrustKind kind;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return sign_folder (ctl, path, FALSE);
  bytes = veto_ctl_feed_read (path);
  if (bytes == NULL || !veto_ctl_feed_find_kind (path, bytes, "payloadType", &kind))
    return VETO_CTL_FAILED;
  envelope = veto_trust_envelope_parse (bytes, kind, &error);
  if (envelope == NULL || !check_payload (envelope->payload, kind, &error))
    return veto_ctl_feed_fail (path, error);
  return add_signature (ctl, envelope, kind, ctl->out != NULL ? ctl->out : path);
}

static const VetoCtlOption own_options[] = {
  { "--key", "FILE",
    N_ ("The key to sign with; its passphrase is asked for, or is the first line of the input.") },
  { "--public", "FILE.pub", N_ ("The public key of a signature that was made elsewhere.") },
  { "--signature", "FILE.sig", N_ ("That signature, 64 bytes.") },
  { NULL },
};

const VetoCtlCommand veto_ctl_feed_sign = {
  .name = "feed sign",
  .arguments = "FILE|DIR",
  .n_min = 1,
  .n_max = 1,
  .writes = TRUE,
  .options = own_options,
  .summary = N_ ("For publishers: sign a root or an index that nobody has signed yet."),
  .details = N_ (
    "FILE is what “vetoctl feed root” wrote; the signed file is what --out names. DIR is what “vetoctl feed "
    "build” made: its files are compared and its guidance is read, then it gets a signed index.json. Look at "
    "it before (“vetoctl feed diff”): whoever signs answers for it."),
  .run = run_sign,
};

const VetoCtlCommand veto_ctl_feed_add = {
  .name = "feed add-signature",
  .arguments = "FILE|DIR",
  .n_min = 1,
  .n_max = 1,
  .writes = TRUE,
  .options = own_options,
  .summary = N_ ("For publishers: add a signature to a root or an index that somebody has signed."),
  .details = N_ (
    "FILE gets one more signature, or what --out names; one that the same key made before is replaced. "
    "A signature that does not fit is refused. DIR is what you built yourself, with the index.json of who "
    "signed first in it: refused when they hold different things."),
  .run = run_add,
};
