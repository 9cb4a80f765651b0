/* Signs that turn the direction of text: how many of them a text keeps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-directions.h"

typedef struct
{
  const char *name;
  const char *text;
  guint       n_opened;
  guint       n_allowed;
  const char *kept;
} Sample;

static const Sample samples[] = {
  { "/directions/none", "Erika", 0, 0, "Erika" },
  { "/directions/all-kinds", "\u202A\u202B\u202D\u202E\u2066\u2067\u2068", 7, 7,
    "\u202A\u202B\u202D\u202E\u2066\u2067\u2068" },
  { "/directions/ends-count-for-nothing", "\u202Ca\u2069", 0, 0, "\u202Ca\u2069" },
  { "/directions/marks-count-for-nothing", "\u200Ea\u200F\u061C", 0, 0, "\u200Ea\u200F\u061C" },
  { "/directions/too-many-go", "\u2067a\u2067b\u2067c", 3, 1, "\u2067abc" },
  { "/directions/none-may-come", "\u2067a\u202Eb", 2, 0, "ab" },
  { "/directions/new-lines-count-on", "\u2067a\n\u2067b", 2, 1, "\u2067a\nb" },
};

static void
test_limit (gconstpointer data)
{
  const Sample    *sample = data;
  g_autofree char *kept = veto_directions_dup_limited (sample->text, -1, sample->n_allowed);

  g_assert_cmpuint (veto_directions_count (sample->text, -1), ==, sample->n_opened);
  g_assert_cmpstr (kept, ==, sample->kept);
}

/* A part of a text, as an entry hands it over */
static void
test_part (void)
{
  g_autofree char *kept = veto_directions_dup_limited ("a\u2067b\u2067", 4, 0);

  g_assert_cmpuint (veto_directions_count ("a\u2067b\u2067", 4), ==, 1);
  g_assert_cmpstr (kept, ==, "a");
}

/* What is within an isolate ends with it; what was open before it counts on. */
static void
test_nested (void)
{
  VetoDirections directions = { 0 };

  for (guint i = 0; i < VETO_DIRECTIONS_MAX; i++)
    g_assert_true (veto_directions_follow (&directions, i % 2 == 0 ? 0x202B : 0x2067));
  g_assert_false (veto_directions_follow (&directions, 0x202B));
  g_assert_true (veto_directions_follow (&directions, 0x2069));
  g_assert_true (veto_directions_follow (&directions, 0x2068));
  g_assert_false (veto_directions_follow (&directions, 0x2068));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_limit);
  g_test_add_func ("/directions/part", test_part);
  g_test_add_func ("/directions/nested", test_nested);
  return g_test_run ();
}
