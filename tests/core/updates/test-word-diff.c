/* Which words are marked where the old and the new text stand side by side.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-word-diff.h"

typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *gone; /* the marked words, with strokes between the places */
  const char *added;
} Sample;

static const Sample samples[] = {
  { "/word-diff/same", "Open the form.", "Open the form.", "", "" },
  { "/word-diff/one-word", "Press the blue button.", "Press the green button.", "blue", "green" },
  { "/word-diff/added", "Press the button.", "Press the button twice.", "button.", "button twice." },
  { "/word-diff/gone-in-the-middle", "Press the very last button", "Press the button", "very last", "" },
  { "/word-diff/two-places", "a b c d e", "a x c y e", "b|d", "x|y" },
  { "/word-diff/moved", "first second third", "second third first", "first", "first" },
  { "/word-diff/all", "one two", "drei vier fünf", "one two", "drei vier fünf" },
  { "/word-diff/empty-before", "", "New words", "", "New words" },
  { "/word-diff/empty-after", "Old words", "", "Old words", "" },
  { "/word-diff/umlauts", "Ö ändert über", "Ö ändert unter", "über", "unter" },
  { "/word-diff/white-space", "a  b\nc", "a b c", "", "" },
  { "/word-diff/no-break-space", "5 Tage", "6 Tage", "5", "6" },
  { "/word-diff/one-address", "https://a.example/x https://b.example/",
    "https://a.example/y https://b.example/", "https://a.example/x", "https://a.example/y" },
};

static char *
join (const char *text, GArray *ranges)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      const VetoWordRange *range = &g_array_index (ranges, VetoWordRange, i);

      if (i > 0)
        g_string_append_c (joined, '|');
      g_string_append_len (joined, text + range->start, range->end - range->start);
    }
  return g_string_free (joined, FALSE);
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GArray) gone = NULL;
  g_autoptr(GArray) added = NULL;
  g_autofree char *gone_words = NULL, *added_words = NULL;

  veto_word_diff (sample->before, sample->after, &gone, &added);
  gone_words = join (sample->before, gone);
  added_words = join (sample->after, added);
  g_assert_cmpstr (gone_words, ==, sample->gone);
  g_assert_cmpstr (added_words, ==, sample->added);
}

/* The longest texts that guidance may have take no time. */
static void
test_long (void)
{
  g_autoptr(GString) before = g_string_new (NULL);
  g_autoptr(GString) after = g_string_new (NULL);
  g_autoptr(GArray) gone = NULL;
  g_autoptr(GArray) added = NULL;

  for (guint i = 0; i < 8000; i++)
    g_string_append (before, "a ");
  g_string_append (after, "b");
  veto_word_diff (before->str, after->str, &gone, &added);
  g_assert_cmpuint (gone->len, ==, 1);
  g_assert_cmpuint (g_array_index (gone, VetoWordRange, 0).end, ==, before->len - 1);
  g_assert_cmpuint (added->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_sample);
  g_test_add_func ("/word-diff/long", test_long);
  return g_test_run ();
}
