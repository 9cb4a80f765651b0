/* Roots, behind their signatures: what is read can be written, and says the same then.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"
#include "veto-trust-draft.h"
#include "veto-trust-error.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, n_bytes), written = NULL, again = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoTrustRoot) root = veto_trust_root_read_payload (bytes, &error), second = NULL;

  g_assert_true ((root != NULL) == (error == NULL));
  if (root == NULL)
    {
      g_assert_true (error->domain == VETO_TRUST_ERROR);
      return 0;
    }
  g_assert_true (root->root.threshold >= 1 && root->root.threshold <= root->root.n_keys);
  g_assert_true (root->index.threshold >= 1 && root->index.threshold <= root->index.n_keys);
  written = veto_trust_root_write (root, &error);
  g_assert_no_error (error);
  second = veto_trust_root_read_payload (written, &error);
  g_assert_no_error (error);
  again = veto_trust_root_write (second, &error);
  g_assert_true (g_bytes_equal (written, again));
  return 0;
}
