/* Envelopes: the one parser that sees bytes nobody has signed. What is read can be written and read again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"
#include "trust-fixture.h"

/* Nobody here has the keys, so nothing made up may count. */
static const VetoTrustRole *
get_role (void)
{
  static VetoTrustKey  keys[3];
  static VetoTrustRole role = { keys, 3, 1 };

  if (keys[0].id[0] == '\0')
    for (guint i = 0; i < 3; i++)
      keys[i] = *veto_trust_signer_get_key (signer_of ("xyz"[i]));
  return &role;
}

static void
try_kind (GBytes *bytes, VetoTrustKind kind)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoTrustEnvelope) envelope = veto_trust_envelope_parse (bytes, kind, &error), again = NULL;
  g_autoptr(GBytes) written = NULL;

  g_assert_true ((envelope != NULL) == (error == NULL));
  if (envelope == NULL)
    {
      g_assert_true (error->domain == VETO_TRUST_ERROR);
      return;
    }
  g_assert_true (envelope->n_signatures >= 1 && envelope->n_signatures <= 16);
  g_assert_cmpuint (veto_trust_envelope_count (envelope, get_role ()), ==, 0);
  written = veto_trust_envelope_write (envelope, kind);
  again = veto_trust_envelope_parse (written, kind, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (envelope->payload, again->payload));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, n_bytes);

  try_kind (bytes, VETO_TRUST_ROOT);
  try_kind (bytes, VETO_TRUST_INDEX);
  return 0;
}
