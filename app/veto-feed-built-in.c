/* Where this program takes its guidance from: fixed when it is built, and changed by nothing that runs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto"

#include "veto-config.h"
#include "veto-feed-options.h"

#include <gio/gio.h>

#include "veto-feed-config.h"

/* Returns: (transfer full) (nullable) */
static GBytes *
look_up_root (void)
{
  return g_resources_lookup_data (VETO_RESOURCE_PREFIX "/feed/root.json", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

const VetoFeedConfig *
veto_feed_built_in (void)
{
  static const char *const urls[] = { VETO_FEED_URLS NULL };
  static VetoFeedConfig    config;
  static gsize             once;

  if (g_once_init_enter (&once))
    {
      GBytes *root = look_up_root (); /* a program that links none has no feed, whatever the options say */

      config = (VetoFeedConfig){ .urls = root != NULL && urls[0] != NULL ? urls : NULL,
                                 .root = root,
                                 .loopback = VETO_FEED_LOOPBACK,
                                 .built_at = VETO_BUILT_AT,
                                 .built_in = VETO_RESOURCE_PREFIX "/guidance",
                                 .built_in_version = VETO_GUIDANCE_VERSION };
      config.folder = g_build_filename (g_get_user_data_dir (), "veto", "feed", NULL);
      g_once_init_leave (&once, 1);
    }
  return &config;
}
