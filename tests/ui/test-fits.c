/* Nothing is cut off: every page of the built-in guidance, in a narrow and a wide window, with usual and large text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fits.h"

typedef struct
{
  const char *name;
  int         width;
  guint       points; /* of the text */
} Sample;

static const Sample samples[] = {
  { "/fits/narrow", 360, 11 },
  { "/fits/narrow-large", 360, 22 },
  { "/fits/wide", 1060, 11 },
  { "/fits/wide-large", 1060, 22 },
};

static void
test_pages (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();

  fits_check_pages (set, sample->width, sample->points, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_pages);
  return g_test_run ();
}
