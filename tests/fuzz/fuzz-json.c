/* JSON from outside: what is read can be written, and both answers of the reader are the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"
#include "veto-json.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoJsonDocument) document =
               veto_json_parse ((const char *) data, n_bytes, "fuzz.json", &veto_json_limits, &error);

  g_assert_true ((document != NULL) == (error == NULL));
  g_assert_true (veto_json_scan ((const char *) data, n_bytes, &veto_json_limits, NULL)
                 == (document != NULL));
  if (document != NULL)
    {
      g_autofree char *text = veto_json_write (veto_json_document_get_root (document));
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
  else
    g_assert_true (error->domain == VETO_JSON_ERROR);
  return 0;
}
