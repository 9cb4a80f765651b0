/* Web pages from anywhere: what is taken out of them is safe to show, and the same each time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz-target.h"
#include "veto-page-text.h"
#include "veto-text.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, n_bytes);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoPageText) text = veto_page_text_read (bytes, NULL, "https://www.portal.example/a/b", &error);
  g_autoptr(VetoPageText) again = veto_page_text_read (bytes, NULL, "https://www.portal.example/a/b", NULL);
  g_autoptr(VetoPageChange) change = NULL;

  g_assert_true ((text != NULL) == (error == NULL));
  g_assert_true ((text != NULL) == (again != NULL));
  if (text == NULL)
    {
      g_assert_true (error->domain == VETO_PAGE_TEXT_ERROR);
      return 0;
    }
  g_assert_cmpstr (text->fingerprint, ==, again->fingerprint);
  g_assert_true (veto_page_text_is_fingerprint (text->fingerprint));
  for (guint i = 0; i < text->lines->len; i++)
    g_assert_true (veto_text_is_safe (text->lines->pdata[i], NULL));
  change = veto_page_text_compare (text, again->marks);
  g_assert_cmpuint (change->new_lines->len + change->n_gone, ==, 0);
  return 0;
}
