/* The strict scan: what is JSON and what only looks like it. Kinds of malice after nst/JSONTestSuite, written anew.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-json.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  gboolean    accepted;
  gsize       n_bytes; /* 0: up to the end of the text */
} Sample;

#define BYTES(text) text, FALSE, sizeof (text) - 1

static const Sample samples[] = {
  { "/json/scan/object", "{\"a\":1}", TRUE },
  { "/json/scan/empty-object", "{}", TRUE },
  { "/json/scan/empty-array", "[ ]", TRUE },
  { "/json/scan/nested", "[[],{},[{\"a\":[1,[2]]}]]", TRUE },
  { "/json/scan/lonely-number", "12", TRUE },
  { "/json/scan/lonely-text", "\"a\"", TRUE },
  { "/json/scan/lonely-null", "null", TRUE },
  { "/json/scan/words", "[true,false,null]", TRUE },
  { "/json/scan/white-around", " \t\r\n[ 1 , 2 ] \n", TRUE },
  { "/json/scan/zero", "[0,-0,0.0,-0.5]", TRUE },
  { "/json/scan/exponents", "[1e5,1E+5,1.5e-3]", TRUE },
  { "/json/scan/largest", "[9007199254740991,-9007199254740991]", TRUE },
  { "/json/scan/escapes", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", TRUE },
  { "/json/scan/unicode-escape", "[\"\\u00e4\\u20AC\"]", TRUE },
  { "/json/scan/surrogate-pair", "[\"\\ud83d\\ude00\"]", TRUE },
  { "/json/scan/utf8", "[\"ä€😀\"]", TRUE },
  { "/json/scan/del-in-text", "[\"\x7f\"]", TRUE },
  { "/json/scan/slash-and-braces-in-text", "[\"/* {[}] // \"]", TRUE },
  { "/json/scan/same-name-in-siblings", "[{\"a\":1},{\"a\":2}]", TRUE },
  { "/json/scan/same-name-in-child", "{\"a\":{\"a\":1}}", TRUE },
  { "/json/scan/empty-name", "{\"\":0}", TRUE },

  { "/json/scan/nothing", "", FALSE },
  { "/json/scan/white-only", " \n\t ", FALSE },
  { "/json/scan/open-array", "[", FALSE },
  { "/json/scan/open-object", "{", FALSE },
  { "/json/scan/open-item", "[1", FALSE },
  { "/json/scan/open-name", "{\"a", FALSE },
  { "/json/scan/open-member", "{\"a\":", FALSE },
  { "/json/scan/close-only", "]", FALSE },
  { "/json/scan/close-wrong", "[1}", FALSE },
  { "/json/scan/close-wrong-object", "{\"a\":1]", FALSE },
  { "/json/scan/close-twice", "[]]", FALSE },
  { "/json/scan/comma-last", "[1,]", FALSE },
  { "/json/scan/comma-last-object", "{\"a\":1,}", FALSE },
  { "/json/scan/comma-first", "[,1]", FALSE },
  { "/json/scan/comma-twice", "[1,,2]", FALSE },
  { "/json/scan/comma-only", "[,]", FALSE },
  { "/json/scan/comma-missing", "[1 2]", FALSE },
  { "/json/scan/comma-missing-object", "{\"a\":1 \"b\":2}", FALSE },
  { "/json/scan/colon-missing", "{\"a\" 1}", FALSE },
  { "/json/scan/colon-twice", "{\"a\"::1}", FALSE },
  { "/json/scan/colon-in-array", "[\"a\":1]", FALSE },
  { "/json/scan/value-missing", "{\"a\":}", FALSE },
  { "/json/scan/name-number", "{1:1}", FALSE },
  { "/json/scan/name-bare", "{a:1}", FALSE },
  { "/json/scan/name-null", "{null:1}", FALSE },
  { "/json/scan/name-twice", "{\"a\":1,\"b\":2,\"a\":3}", FALSE },
  { "/json/scan/name-twice-escaped", "{\"a\":1,\"\\u0061\":3}", FALSE },
  { "/json/scan/name-with-nul", "{\"a\\u0000b\":1}", FALSE },
  { "/json/scan/two-documents", "{} {}", FALSE },
  { "/json/scan/two-documents-touching", "[][]", FALSE },
  { "/json/scan/trailing-word", "{}x", FALSE },
  { "/json/scan/trailing-comma", "{},", FALSE },
  { "/json/scan/trailing-comment", "{} // a", FALSE },
  { "/json/scan/comment", "[/* a */1]", FALSE },
  { "/json/scan/comment-hash", "[1] # a", FALSE },
  { "/json/scan/single-quotes", "['a']", FALSE },
  { "/json/scan/variable", "var x = {};", FALSE },
  { "/json/scan/nan", "[NaN]", FALSE },
  { "/json/scan/infinity", "[Infinity]", FALSE },
  { "/json/scan/minus-infinity", "[-Infinity]", FALSE },
  { "/json/scan/undefined", "[undefined]", FALSE },
  { "/json/scan/true-upper", "[TRUE]", FALSE },
  { "/json/scan/true-cut", "[tru", FALSE },
  { "/json/scan/true-long", "[trues]", FALSE },
  { "/json/scan/plus", "[+1]", FALSE },
  { "/json/scan/minus-only", "[-]", FALSE },
  { "/json/scan/minus-twice", "[--1]", FALSE },
  { "/json/scan/minus-space", "[- 1]", FALSE },
  { "/json/scan/leading-zero", "[010]", FALSE },
  { "/json/scan/leading-zero-minus", "[-01]", FALSE },
  { "/json/scan/hex", "[0x10]", FALSE },
  { "/json/scan/point-first", "[.5]", FALSE },
  { "/json/scan/point-last", "[5.]", FALSE },
  { "/json/scan/point-twice", "[1.2.3]", FALSE },
  { "/json/scan/exponent-empty", "[1e]", FALSE },
  { "/json/scan/exponent-sign-only", "[1e+]", FALSE },
  { "/json/scan/exponent-twice", "[1e1e1]", FALSE },
  { "/json/scan/full-width-digit", "[１]", FALSE },
  { "/json/scan/two-to-53", "[9007199254740992]", FALSE },
  { "/json/scan/minus-two-to-53", "[-9007199254740992]", FALSE },
  { "/json/scan/two-to-63", "[9223372036854775808]", FALSE },
  { "/json/scan/two-to-64", "[18446744073709551616]", FALSE },
  { "/json/scan/number-infinite", "[1e400]", FALSE },
  { "/json/scan/text-open", "[\"a]", FALSE },
  { "/json/scan/text-ends-in-escape", "[\"\\", FALSE },
  { "/json/scan/escape-unknown", "[\"\\q\"]", FALSE },
  { "/json/scan/escape-x", "[\"\\x41\"]", FALSE },
  { "/json/scan/escape-upper-u", "[\"\\U0041\"]", FALSE },
  { "/json/scan/escape-newline", "[\"\\\n\"]", FALSE },
  { "/json/scan/escape-u-short", "[\"\\u12\"]", FALSE },
  { "/json/scan/escape-u-cut", "[\"\\u12", FALSE },
  { "/json/scan/escape-u-not-hex", "[\"\\u12g4\"]", FALSE },
  { "/json/scan/escape-u-sign", "[\"\\u-123\"]", FALSE },
  { "/json/scan/escape-nul", "[\"x\\u0000evil\"]", FALSE },
  { "/json/scan/surrogate-high-only", "[\"\\ud83d\"]", FALSE },
  { "/json/scan/surrogate-low-only", "[\"\\ude00\"]", FALSE },
  { "/json/scan/surrogates-swapped", "[\"\\ude00\\ud83d\"]", FALSE },
  { "/json/scan/surrogate-high-twice", "[\"\\ud83d\\ud83d\"]", FALSE },
  { "/json/scan/surrogate-then-letter", "[\"\\ud83da\"]", FALSE },
  { "/json/scan/surrogate-cut", "[\"\\ud83d\\ude0\"]", FALSE },
  { "/json/scan/newline-in-text", "[\"a\nb\"]", FALSE },
  { "/json/scan/tab-in-text", "[\"a\tb\"]", FALSE },
  { "/json/scan/escape-sign-in-text", "[\"\x1b[31m\"]", FALSE },
  { "/json/scan/form-feed-as-white", "[\f1]", FALSE },
  { "/json/scan/no-break-space-as-white",
    "[\xc2\xa0"
    "1]",
    FALSE },
  { "/json/scan/byte-order-mark", "\xef\xbb\xbf{}", FALSE },
  { "/json/scan/nul-in-text", BYTES ("[\"a\0b\"]") },
  { "/json/scan/nul-between", BYTES ("[1,\0 2]") },
  { "/json/scan/nul-behind", BYTES ("[]\0") },
  { "/json/scan/utf16", BYTES ("[\0\"\0a\0\"\0]\0") },
  { "/json/scan/utf8-truncated", "[\"\xc3", FALSE },
  { "/json/scan/utf8-truncated-in-text", "[\"\xe2\x82\"]", FALSE },
  { "/json/scan/utf8-overlong", "[\"\xc0\xaf\"]", FALSE },
  { "/json/scan/utf8-overlong-nul", "[\"\xc0\x80\"]", FALSE },
  { "/json/scan/utf8-surrogate", "[\"\xed\xa0\x80\"]", FALSE },
  { "/json/scan/utf8-beyond", "[\"\xf4\x90\x80\x80\"]", FALSE },
  { "/json/scan/latin1", "[\"\xe4\"]", FALSE },
  { "/json/scan/html", "<!doctype html><title>Log in</title>", FALSE },
};

static void
test_scan (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GError) error = NULL;
  gsize n_bytes = sample->n_bytes > 0 ? sample->n_bytes : strlen (sample->text);
  /* a copy of exact size, so that a memory checker sees a read behind the end */
  g_autofree char *copy = g_memdup2 (sample->text, n_bytes);

  if (sample->accepted)
    {
      g_assert_true (veto_json_scan (copy, n_bytes, &veto_json_limits, &error));
      g_assert_no_error (error);
    }
  else
    {
      g_assert_false (veto_json_scan (copy, n_bytes, &veto_json_limits, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == VETO_JSON_ERROR);
    }
}

static char *
repeat (const char *before, const char *text, guint n, const char *behind)
{
  GString *out = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (out, text);
  g_string_append (out, behind);
  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *name;
  const char *before;
  const char *text;
  guint       n;
  const char *behind;
  gboolean    accepted;
} Bulk;

static const Bulk bulks[] = {
  { "/json/scan/bulk/depth-24", "", "[", 24, "]]]]]]]]]]]]]]]]]]]]]]]]", TRUE },
  { "/json/scan/bulk/depth-25", "", "[", 25, "]]]]]]]]]]]]]]]]]]]]]]]]]", FALSE },
  { "/json/scan/bulk/depth-200000", "", "[", 200000, "", FALSE },
  { "/json/scan/bulk/depth-200000-objects", "", "{\"a\":", 200000, "", FALSE },
  { "/json/scan/bulk/values-100000", "[", "0,", 99998, "0]", TRUE },
  { "/json/scan/bulk/values-100001", "[", "0,", 99999, "0]", FALSE },
  { "/json/scan/bulk/text-16384", "[\"", "a", 16384, "\"]", TRUE },
  { "/json/scan/bulk/text-16385", "[\"", "a", 16385, "\"]", FALSE },
  { "/json/scan/bulk/name-too-long", "{\"", "a", 321, "\":1}", FALSE },
  { "/json/scan/bulk/integer-400-digits", "[", "9", 400, "]", FALSE },
  { "/json/scan/bulk/fraction-400-digits", "[0.", "3", 400, "]", FALSE },
  { "/json/scan/bulk/3-MiB", "", " ", 3 * 1024 * 1024, "{}", FALSE },
};

static void
test_bulk (gconstpointer data)
{
  const Bulk *bulk = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = repeat (bulk->before, bulk->text, bulk->n, bulk->behind);

  if (bulk->accepted)
    {
      g_assert_true (veto_json_scan (text, strlen (text), &veto_json_limits, &error));
      return;
    }
  g_assert_false (veto_json_scan (text, strlen (text), &veto_json_limits, &error));
  g_assert_error (error, VETO_JSON_ERROR, VETO_JSON_ERROR_LIMIT);
}

static void
test_place (void)
{
  g_autoptr(GError) error = NULL;
  const char *text = "{\n  \"a\": 1,\n  \"b\" 2\n}";

  g_assert_false (veto_json_scan (text, strlen (text), &veto_json_limits, &error));
  g_assert_cmpstr (error->message, ==, "line 3, column 7: expected a colon");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_scan);
  for (gsize i = 0; i < G_N_ELEMENTS (bulks); i++)
    g_test_add_data_func (bulks[i].name, &bulks[i], test_bulk);
  g_test_add_func ("/json/scan/place", test_place);
  return g_test_run ();
}
