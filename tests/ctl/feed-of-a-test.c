/* The feed that is built into the vetoctl of a test: on the loopback interface, as its environment says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "trust-fixture.h"
#include "veto-feed-config.h"

const VetoFeedConfig *
veto_feed_built_in (void)
{
  static const char    *urls[2];
  static VetoFeedConfig config;
  const char           *root = g_getenv ("VETO_TEST_ROOT");
  char                 *data;
  gsize                 n_bytes;

  urls[0] = g_getenv ("VETO_TEST_URL");
  g_assert_nonnull (urls[0]);
  g_assert_true (g_file_get_contents (root, &data, &n_bytes, NULL));
  config = (VetoFeedConfig){ .urls = urls,
                             .root = g_bytes_new_take (data, n_bytes),
                             .loopback = TRUE,
                             .built_at = NOW,
                             .folder = g_build_filename (g_get_user_data_dir (), "veto", "feed", NULL),
                             .built_in = VETO_RESOURCE_PREFIX "/guidance" };
  return &config;
}
