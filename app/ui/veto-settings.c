/* What the person prefers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-settings"

#include "veto-config.h"

#include "veto-settings.h"

/* GSettings ends the program where its schema or a key is missing; looking first does not. The key that came last tells. */
GSettings *
veto_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  GSettingsSchema       *schema = source != NULL ? g_settings_schema_source_lookup (source, VETO_APP_ID, TRUE)
                                                 : NULL;
  GSettings             *settings;

  if (schema == NULL || !g_settings_schema_has_key (schema, VETO_SETTINGS_WINDOW_MAXIMIZED))
    {
      g_debug ("there is no schema %s, or only that of an older Veto", VETO_APP_ID);
      g_clear_pointer (&schema, g_settings_schema_unref);
      return NULL;
    }
  settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_schema_unref (schema);
  return settings;
}
