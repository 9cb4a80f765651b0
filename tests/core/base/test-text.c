/* What may stand in a text from outside, what an id is, and how placeholders are filled.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-text.h"

typedef struct
{
  const char *name;
  const char *text;
  gboolean    safe;
} Sample;

static const Sample samples[] = {
  { "/text/safe/plain", "Open the form.\nThen wait.", TRUE },
  { "/text/safe/umlauts", "Schön, „groß“ – ẞ", TRUE },
  { "/text/safe/emoji-with-joiner", "👩‍👧 ❤️", TRUE },
  { "/text/safe/soft-hyphen-and-hard-space",
    "Wider\xC2\xADspruch z.\xC2\xA0"
    "B.",
    TRUE },
  { "/text/safe/direction-marks", "\u200E\u200F\u061C\u200C", TRUE },
  { "/text/safe/eight-marks", "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", TRUE },
  { "/text/safe/markup-is-text", "<b>&amp; %s%n $(id) {email}", TRUE },
  { "/text/unsafe/null", NULL, FALSE },
  { "/text/unsafe/escape", "\x1b[31m", FALSE },
  { "/text/unsafe/tab", "a\tb", FALSE },
  { "/text/unsafe/carriage-return", "a\r\nb", FALSE },
  { "/text/unsafe/delete", "a\x7f", FALSE },
  { "/text/unsafe/c1", "a\xC2\x85", FALSE },
  { "/text/unsafe/line-separator", "a\u2028b", FALSE },
  { "/text/unsafe/right-to-left-override", "\u202Egpj.exe", FALSE },
  { "/text/unsafe/isolate", "\u2066a\u2069", FALSE },
  { "/text/unsafe/zero-width-space", "face\u200Bbook", FALSE },
  { "/text/unsafe/byte-order-mark", "\uFEFFa", FALSE },
  { "/text/unsafe/tags", "a\U000E0041", FALSE },
  { "/text/unsafe/private-use", "a\uE000", FALSE },
  { "/text/unsafe/private-use-plane-16", "a\U0010FFFD", FALSE },
  { "/text/unsafe/noncharacter", "a\xEF\xBF\xBE", FALSE },
  { "/text/unsafe/noncharacter-block", "a\xEF\xB7\x90", FALSE },
  { "/text/unsafe/noncharacter-plane-1", "a\xF0\x9F\xBF\xBF", FALSE },
  { "/text/unsafe/nine-marks", "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", FALSE },
  { "/text/unsafe/not-utf8", "a\xff", FALSE },
};

static void
test_safe (gconstpointer data)
{
  const Sample *sample = data;
  const char   *why = "";

  g_assert_true (veto_text_is_safe (sample->text, &why) == sample->safe);
  g_assert_true ((why == NULL) == sample->safe);
}

static void
test_length (void)
{
  g_autofree char *longest = g_strnfill (16384, 'a'), *too_long = g_strnfill (16385, 'a');

  g_assert_true (veto_text_is_safe (longest, NULL));
  g_assert_false (veto_text_is_safe (too_long, NULL));
}

static void
test_id (void)
{
  g_autofree char *longest = g_strnfill (64, 'a'), *too_long = g_strnfill (65, 'a');
  const char      *good[] = { "a", "0", "open-form", "42", longest };
  const char      *bad[] = { NULL, "", "-a", "A", "a_b", "a/b", "../a", "a.b", "ä", "a ", "a\n", too_long };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (veto_text_is_id (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (veto_text_is_id (bad[i]));
}

typedef struct
{
  const char *name;
  const char *text;
  const char *filled;
  const char *unknown; /* NULL: all placeholders exist */
} Fill;

static const VetoTextValues values = { .name = "Erika",
                                       .login = "{{name}}",
                                       .controller = "Meta",
                                       .day = "1 May" };

static const Fill fills[] = {
  { "/text/fill/nothing", "Nothing here", "Nothing here", NULL },
  { "/text/fill/one", "Dear {{controller}}!", "Dear Meta!", NULL },
  { "/text/fill/touching", "{{name}}{{day}}", "Erika1 May", NULL },
  { "/text/fill/value-looks-like-one", "I am {{login}}.", "I am {{name}}.", NULL },
  { "/text/fill/null-is-nothing", "by {{reply_day}}.", "by .", NULL },
  { "/text/fill/unknown-stays", "{{email}} {{name}}", "{{email}} Erika", "email" },
  { "/text/fill/upper-case", "{{Name}}", "{{Name}}", "Name" },
  { "/text/fill/spaces", "{{ name }}", "{{ name }}", " name " },
  { "/text/fill/open", "{{name", "{{name", "name" },
  { "/text/fill/empty", "{{}}", "{{}}", "" },
  { "/text/fill/single-braces", "{name} }}", "{name} }}", NULL },
  { "/text/fill/format", "%s %n {{name}}", "%s %n Erika", NULL },
};

static void
test_fill (gconstpointer data)
{
  const Fill      *fill = data;
  g_autofree char *filled = veto_text_fill (fill->text, &values), *unknown = NULL;

  g_assert_cmpstr (filled, ==, fill->filled);
  g_assert_true (veto_text_check_placeholders (fill->text, &unknown) == (fill->unknown == NULL));
  g_assert_cmpstr (unknown, ==, fill->unknown);
}

/* The quick way says what GLib's says, to the byte: pieces of all kinds, put together at random */
static void
test_utf8 (void)
{
  static const char *const pieces[] = {
    "a",
    "plain words ",
    "\"",
    "\n",
    "\x7f",
    "ä",
    "€",
    "😀",
    "\xc3",
    "\xe2\x82",
    "\xf0\x9f\x98",
    "\x80",
    "\xc0\x80",
    "\xed\xa0\x80",
    "\xf4\x90\x80\x80",
    "\xff",
    "\xef\xbf\xbf",
    "\x01",
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (20251007);
  guint n_valid = 0;

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *copy = NULL;
      const char      *end = NULL, *expected_end = NULL;
      gboolean         is_valid;

      for (int n = g_rand_int_range (rand, 0, 12); n >= 0; n--)
        if (g_rand_int_range (rand, 0, 100) == 0)
          g_string_append_c (text, '\0');
        else
          g_string_append (text, pieces[g_rand_int_range (rand, 0, n % 4 == 0 ? G_N_ELEMENTS (pieces) : 8)]);
      copy = g_memdup2 (text->str,
                        text->len); /* of exact size, so that a memory checker sees a read behind the end */
      is_valid = veto_text_is_utf8 (copy, text->len, &end);
      g_assert_cmpint (is_valid, ==, g_utf8_validate_len (copy, text->len, &expected_end));
      if (!is_valid)
        g_assert_true (end == expected_end);
      n_valid += (guint) is_valid;
    }
  g_assert_cmpuint (n_valid, >, 2000);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *around;
  const char *isolated;
} Isolated;

static const Isolated isolated[] = {
  { "/text/isolated/left-to-right", "Facebook", NULL, "Facebook" },
  { "/text/isolated/umlauts", "Müller, 24", "für {{name}}", "Müller, 24" },
  { "/text/isolated/nothing", NULL, NULL, "" },
  { "/text/isolated/empty", "", "שלום", "" },
  { "/text/isolated/hebrew", "שלום 24", NULL, "\u200E\u2068שלום 24\u2069" },
  { "/text/isolated/arabic", "اعتراض", "{{name}}, hello", "\u200E\u2068اعتراض\u2069" },
  { "/text/isolated/in-the-midst", "AB שלום", NULL, "\u200E\u2068AB שלום\u2069" },
  { "/text/isolated/beyond-16-bits", "\U0001E900", NULL, "\u200E\u2068\U0001E900\u2069" },
  { "/text/isolated/number-in-hebrew", "+49 30 1234567", "טלפון {{login}}",
    "\u200F\u2068+49 30 1234567\u2069" },
  { "/text/isolated/mail-in-hebrew", "kim@example.org", "24 {כן", "\u200F\u2068kim@example.org\u2069" },
};

static void
test_isolated (gconstpointer data)
{
  const Isolated  *sample = data;
  g_autofree char *text = veto_text_dup_isolated (sample->text, sample->around);
  g_autofree char *bare = veto_text_strip_isolation (text);

  g_assert_cmpstr (text, ==, sample->isolated);
  g_assert_cmpstr (bare, ==, sample->text != NULL ? sample->text : "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_safe);
  g_test_add_func ("/text/length", test_length);
  g_test_add_func ("/text/id", test_id);
  for (gsize i = 0; i < G_N_ELEMENTS (fills); i++)
    g_test_add_data_func (fills[i].name, &fills[i], test_fill);
  g_test_add_func ("/text/utf8", test_utf8);
  for (gsize i = 0; i < G_N_ELEMENTS (isolated); i++)
    g_test_add_data_func (isolated[i].name, &isolated[i], test_isolated);
  return g_test_run ();
}
