/* What the libraries complain of.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-faults.h"

static GPtrArray *complaints; /* NULL: nobody listens */

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  if ((level & (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL)) != 0 && complaints != NULL)
    g_ptr_array_add (complaints, g_log_writer_format_fields (level, fields, n_fields, FALSE));
  return g_log_writer_default (level, fields, n_fields, data);
}

void
gallery_watch_warnings (GPtrArray *faults)
{
  static gsize is_watched = 0;

  if (g_once_init_enter (&is_watched))
    {
      g_log_set_writer_func (write_log, NULL, NULL);
      /* instead of the tests' own, which from GLib 2.80 on asks no writer */
      g_log_set_default_handler (g_log_default_handler, NULL);
      g_once_init_leave (&is_watched, 1);
    }
  complaints = faults;
  /* What nobody listens to ends the test, as g_test_init() has it. */
  g_log_set_always_fatal (
    G_LOG_FATAL_MASK | (faults == NULL ? G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL : (GLogLevelFlags) 0));
}
