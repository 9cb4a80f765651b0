/* Paragraphs of plain text: no wider than asked for, under what they begin with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-columns.h"

typedef struct
{
  const char *name;
  guint       n_columns;
  guint       indent;
  const char *lead;
  const char *text;
  const char *expected;
} Sample;

static const Sample samples[] = {
  { "/columns/fits", 20, 0, "", "Open the form", "Open the form\n" },
  { "/columns/breaks", 10, 0, "", "Open the form", "Open the\nform\n" },
  { "/columns/lead", 12, 2, "1. ", "Open the form now", "  1. Open\n     the\n     form\n     now\n" },
  { "/columns/unbroken", 0, 2, "- ", "Open the form, then wait", "  - Open the form, then wait\n" },
  { "/columns/newline", 0, 2, "", "Merrion Road\n\nDublin", "  Merrion Road\n\n  Dublin\n" },
  { "/columns/long-word", 8, 0, "", "at https://www.example.org/", "at\nhttps://www.example.org/\n" },
  { "/columns/wide", 6, 0, "", "点击页面", "点击页\n面\n" },
  { "/columns/marks", 3, 0, "", "e\xCC\x81t e", "e\xCC\x81t\ne\n" },
  { "/columns/nothing", 8, 4, "- ", "", "" },
  { "/columns/null", 8, 4, "- ", NULL, "" },
};

static void
test_add (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GString) page = g_string_new (NULL);

  veto_columns_add (page, sample->n_columns, sample->indent, sample->lead, sample->text);
  g_assert_cmpstr (page->str, ==, sample->expected);
}

static void
test_gap (void)
{
  g_autoptr(GString) page = g_string_new (NULL);

  veto_columns_add_gap (page);
  veto_columns_add (page, 0, 0, "", "a");
  veto_columns_add_gap (page);
  veto_columns_add_gap (page);
  veto_columns_add (page, 0, 0, "", "b");
  g_assert_cmpstr (page->str, ==, "a\n\nb\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_add);
  g_test_add_func ("/columns/gap", test_gap);
  return g_test_run ();
}
