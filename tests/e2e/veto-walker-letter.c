/* A letter, as somebody writes it who only fills in what has to be there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-walker.h"

static const char *const answers[][2] = {
  { "Your name", "Erika Mustermann" },
  { "Your postal address", "Musterweg 1, 40210 Düsseldorf" },
  { "Your account", "erika@example.org" },
};

/* By keyboard, so that the page follows. */
static void
fill (VetoDriver *driver, const char *entry, const char *text)
{
  veto_driver_tab_to (driver, VETO_KIND_ENTRY, entry);
  veto_driver_fill (driver, entry, text);
}

void
veto_walker_write_letter (VetoWalker *walker)
{
  VetoDriver *driver = walker->driver;
  g_autoptr(VetoNode) kind = NULL;
  g_autoptr(VetoNode) service = NULL;

  veto_driver_press (driver, VETO_KIND_ROW, "Letters");
  veto_driver_press (driver, VETO_KIND_BUTTON, "Write a letter");
  kind = veto_driver_wait_for_prefix (driver, VETO_KIND_ROW, "Objection to AI training");
  veto_driver_press (driver, VETO_KIND_ROW, kind->name);
  veto_driver_fill (driver, "Search for a service or company", walker->platform->id);
  service = veto_driver_wait_for_prefix (driver, VETO_KIND_ROW, walker->platform->name);
  veto_driver_press (driver, VETO_KIND_ROW, service->name);
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    fill (driver, answers[i][0], answers[i][1]);
}
