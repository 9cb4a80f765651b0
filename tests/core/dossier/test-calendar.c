/* The lines of a calendar file: folded, escaped, ended.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "veto-ics.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} Sample;

#define TEN "1234567890"

static const Sample samples[] = {
  { "/ics/plain", "Wait", "NAME:Wait\r\n" },
  { "/ics/empty", "", "NAME:\r\n" },
  { "/ics/separators", "a, b; c\\d: \"e\"", "NAME:a\\, b\\; c\\\\d: \"e\"\r\n" },
  { "/ics/lines", "one\ntwo\r\nthree", "NAME:one\\ntwo\\nthree\r\n" },
  { "/ics/controls", "a\tb\033[31mc\302\205d", "NAME:ab[31mcd\r\n" },
  { "/ics/no-line-of-its-own", "x\r\nEND:VCALENDAR", "NAME:x\\nEND:VCALENDAR\r\n" },
  { "/ics/not-utf8", "a\377b", "NAME:a\357\277\275b\r\n" },
  { "/ics/just-fits", TEN TEN TEN TEN TEN TEN TEN, "NAME:" TEN TEN TEN TEN TEN TEN TEN "\r\n" },
  { "/ics/one-too-long", TEN TEN TEN TEN TEN TEN TEN "x", "NAME:" TEN TEN TEN TEN TEN TEN TEN "\r\n x\r\n" },
  { "/ics/never-inside-of-a-character", TEN TEN TEN TEN TEN TEN "123456789ä",
    "NAME:" TEN TEN TEN TEN TEN TEN "123456789\r\n ä\r\n" },
};

static void
test_text (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GString) file = g_string_new (NULL);

  veto_ics_add_text (file, "NAME", sample->text);
  g_assert_cmpstr (file->str, ==, sample->expected);
}

/* Whatever stands in it, no line is longer than allowed, and unfolding gives it back. */
static void
test_long (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) file = g_string_new (NULL);
  g_autoptr(GString) expected = g_string_new ("NAME:");
  g_auto(GStrv) lines = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (text, i % 3 == 0 ? "a" : i % 3 == 1 ? "ä" : "😀");
  veto_ics_add_text (file, "NAME", text->str);
  lines = g_strsplit (file->str, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, VETO_ICS_LINE_BYTES);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
  g_string_replace (file, "\r\n ", "", 0);
  g_string_append_printf (expected, "%s\r\n", text->str);
  g_assert_cmpstr (file->str, ==, expected->str);
}

static void
test_times (void)
{
  g_autoptr(GString) file = g_string_new (NULL);
  GDate day;

  g_date_set_dmy (&day, 1, G_DATE_MARCH, 2027);
  veto_ics_add_day (file, "DTSTART", &day);
  veto_ics_add_time (file, "DTSTAMP", 1795656920);
  g_assert_cmpstr (file->str, ==, "DTSTART;VALUE=DATE:20270301\r\nDTSTAMP:20261126T013520Z\r\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_text);
  g_test_add_func ("/ics/long", test_long);
  g_test_add_func ("/ics/times", test_times);
  return g_test_run ();
}
