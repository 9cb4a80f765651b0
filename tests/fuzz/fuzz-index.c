/* Indexes, behind their signatures: what is read can be written, and no name of a file leads anywhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz-target.h"
#include "veto-trust-draft.h"
#include "veto-trust-error.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, n_bytes), written = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoTrustIndex) index = veto_trust_index_read_payload (bytes, &error), second = NULL;

  g_assert_true ((index != NULL) == (error == NULL));
  if (index == NULL)
    {
      g_assert_true (error->domain == VETO_TRUST_ERROR);
      return 0;
    }
  for (guint i = 0; i < index->n_files; i++)
    g_assert_true (strstr (index->files[i].name, "..") == NULL && index->files[i].name[0] != '/'
                   && index->files[i].size <= VETO_TRUST_MAX_FILE_BYTES);
  written = veto_trust_index_write (index, &error);
  g_assert_no_error (error);
  second = veto_trust_index_read_payload (written, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->n_files, ==, index->n_files);
  return 0;
}
