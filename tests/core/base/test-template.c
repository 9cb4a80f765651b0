/* Text with placeholders: taken apart, looked at, filled once and letter for letter.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-template.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *expected; /* NULL: cannot be filled */
  const char *uses;     /* divided by spaces */
  const char *fault;    /* NULL: none */
} Sample;

static const Sample samples[] = {
  { "/template/plain", "No more.", "No more.", "", NULL },
  { "/template/one", "I am {{name}}.", "I am Erika.", "name", NULL },
  { "/template/twice", "{{name}}{{name}}", "ErikaErika", "name", NULL },
  { "/template/literal-value", "{{wild}} {{name}}", "{{name}} <b> Erika", "wild name", NULL },
  { "/template/full-stop", "I am {{stop}}. {{stop}}, {{stop}}{{name}}", "I am Inc. Inc., Inc.Erika",
    "stop name", NULL },
  { "/template/lines", "a\n{{name}}\nb", "a\nErika\nb", "name", NULL },
  { "/template/one-brace", "{name} }", "{name} }", "", NULL },
  { "/template/unknown", "{{nmae}}", NULL, "name", "{{nmae}} is not in uses" },
  { "/template/not-used", "Nothing", "Nothing", "name", "{{name}} is in uses, but not in the text" },
  { "/template/open", "{{name", NULL, "", "braces that are no placeholder" },
  { "/template/close", "name}}", NULL, "", "braces that are no placeholder" },
  { "/template/spaces", "{{ name }}", NULL, "", "braces that are no placeholder" },
  { "/template/upper-case", "{{Name}}", NULL, "", "braces that are no placeholder" },
  { "/template/empty-name", "{{}}", NULL, "", "braces that are no placeholder" },
  { "/template/three-braces", "{{{name}}}", "{Erika}", "name", NULL },
  { "/template/behind-a-broken-one", "{{ {{name}}", NULL, "name", "braces that are no placeholder" },
};

static char *
get_value (const char *name, gpointer data)
{
  if (g_str_equal (name, "stop"))
    return g_strdup ("Inc.");
  if (g_str_equal (name, "wild"))
    return g_strdup ("{{name}} <b>");
  return g_str_equal (name, "name") ? g_strdup ("Erika") : NULL;
}

static void
test_fill (gconstpointer data)
{
  const Sample    *sample = data;
  g_autofree char *filled = veto_template_fill (sample->text, get_value, NULL);

  g_assert_cmpstr (filled, ==, sample->expected);
}

static void
test_fault (gconstpointer data)
{
  const Sample *sample = data;
  g_auto(GStrv) uses = g_strsplit (sample->uses, " ", -1);
  g_autofree char *fault = veto_template_dup_fault (sample->text, (const char *const *) uses);

  g_assert_cmpstr (fault, ==, sample->fault);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *name = g_strconcat (samples[i].name, "/fault", NULL);

      g_test_add_data_func (samples[i].name, &samples[i], test_fill);
      g_test_add_data_func (name, &samples[i], test_fault);
    }
  return g_test_run ();
}
