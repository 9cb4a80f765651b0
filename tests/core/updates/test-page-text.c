/* The text of pages that mean harm or are broken: each has a clear outcome, quickly and in little memory; what is shown is safe to show.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-page-text.h"

#include <string.h>
#include <sys/resource.h>

#include "veto-text.h"

#define SENTENCE                                                                                             \
  "You can object to the use of your posts at any time, and you do not have to say why. Write to "           \
  "dpo@samplebook.example, or use the "                                                                      \
  "form that stands in the settings."

static VetoPageText *
read_bytes (const char *data, gsize n_bytes, const char *charset, GError **error)
{
  g_autofree char *copy = g_memdup2 (data, n_bytes); /* of exactly that size, for sanitizers */
  g_autoptr(GBytes) bytes = g_bytes_new_static (copy, n_bytes);

  return veto_page_text_read (bytes, charset, "https://help.samplebook.example/a/b?x=1", error);
}

static VetoPageText *
read_text (const char *html)
{
  g_autoptr(GError) error = NULL;
  VetoPageText *text = read_bytes (html, strlen (html), NULL, &error);

  g_assert_no_error (error);
  return text;
}

static char *
dup_lines (const VetoPageText *text)
{
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < text->lines->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "\n" : "", (const char *) text->lines->pdata[i]);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

typedef struct
{
  const char *name, *html, *lines; /* behind the sentence */
} Sample;

static const Sample samples[] = {
  { "/page-text/entities", "<p>M&uuml;ller &amp; S&ouml;hne&nbsp;&#8211; &lt;b&gt; &#x1F600;",
    "Müller & Söhne – <b> \U0001F600" },
  { "/page-text/composed", "<p>a\xCC\x88rger", "ärger" },
  { "/page-text/white-space", "<p>one\n\t <b>two</b>  three<br>four", "one two three\nfour" },
  { "/page-text/table", "<table><tr><th>Name<td>Muster</table>", "Name\nMuster" },
  { "/page-text/controls",
    "<p>a\x01\x1B[31mb\x7F\xC2\x85"
    "c",
    "a [31mb c" },
  { "/page-text/bidi",
    "<p>a\xE2\x80\xAE"
    "b\xE2\x81\xA6"
    "c\xE2\x80\x8F"
    "d",
    "abcd" },
  { "/page-text/unseen",
    "<p>a\xE2\x80\x8B"
    "b\xEF\xBB\xBF"
    "c\xC2\xAD"
    "d\xF3\xA0\x81\x81"
    "e\xEE\x80\x80"
    "f",
    "abcdef" },
  { "/page-text/markup-in-text", "<p>&lt;a href=x&gt; %s%n $(id)", "<a href=x> %s%n $(id)" },
  { "/page-text/mail", "<p><a href='MAILTO:DPO@Samplebook.example?subject=x'>Write</a>",
    "Write <dpo@samplebook.example>" },
  { "/page-text/mail-in-words", "<p><a href='mailto:a@b.example'>a@b.example</a>", "a@b.example" },
  { "/page-text/relative", "<p><a href='../form/7'>Form</a>", "Form <help.samplebook.example/form/7>" },
  { "/page-text/same-page", "<p><a href='#top'>Up there</a>", "Up there" },
  { "/page-text/marks-of-visits",
    "<p><a href='https://x.example/f;jsessionid=12?b=2&utm_source=q&a=1&fbclid=z#p'>Form</a>",
    "Form <x.example/f?a=1&b=2>" },
  { "/page-text/onward",
    "<p><a href='https://out.example/?u=https%3A%2F%2Fx.example%2Fform%3Fid%3D7%26fbclid%3Dq&h=AT0'>Form</a>",
    "Form <x.example/form?id=7>" },
  { "/page-text/no-link", "<p><a href='javascript:alert(1)'>Go</a> <a href='data:text/html,x'>on</a>",
    "Go on" },
  { "/page-text/hidden", "<p hidden>a</p><p style='DISPLAY : none'>b</p><p aria-hidden=true>c</p>d", "d" },
  { "/page-text/form-parts",
    "<form><label>Name</label><input><select><option>x</select><p>Sent by post.</p></form>",
    "Sent by post." },
  { "/page-text/address-in-list-of-related",
    "<h2>Related articles</h2><ul><li><a href=/x>X</a></ul><p>Or write to a@b.example",
    "Or write to a@b.example" },
  { "/page-text/unknown-entity", "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&x;",
    "]>\n&x;" },
};

static void
test_sample (gconstpointer data)
{
  const Sample    *sample = data;
  g_autofree char *html = g_strconcat ("<body><p>" SENTENCE "</p>", sample->html, NULL);
  g_autofree char *expected = g_strconcat (SENTENCE "\n", sample->lines, NULL);
  g_autoptr(VetoPageText) text = read_text (html);
  g_autofree char *lines = dup_lines (text);

  g_assert_cmpstr (lines, ==, expected);
  g_assert_true (veto_page_text_is_fingerprint (text->fingerprint));
  g_assert_cmpuint (strlen (text->marks), ==, 6 * text->lines->len);
  for (guint i = 0; i < text->lines->len; i++)
    g_assert_true (veto_text_is_safe (text->lines->pdata[i], NULL));
}

/* The same words in each encoding that pages come in, whoever says which it is */
typedef struct
{
  const char *name, *charset, *bytes;
} Encoding;

static const Encoding encodings[] = {
  { "/page-text/utf-8-said", "utf-8",
    "<p>Gr\xC3\xB6\xC3\x9F"
    "e\xE2\x80\x94\xE2\x82\xAC " SENTENCE },
  { "/page-text/utf-8-unsaid", NULL,
    "<p>Gr\xC3\xB6\xC3\x9F"
    "e\xE2\x80\x94\xE2\x82\xAC " SENTENCE },
  { "/page-text/utf-8-said-wrongly", "iso-8859-1",
    "<p>Gr\xC3\xB6\xC3\x9F"
    "e\xE2\x80\x94\xE2\x82\xAC " SENTENCE },
  { "/page-text/utf-8-mark", "iso-8859-15",
    "\xEF\xBB\xBF<p>Gr\xC3\xB6\xC3\x9F"
    "e\xE2\x80\x94\xE2\x82\xAC " SENTENCE },
  { "/page-text/latin-said", "ISO-8859-1",
    "<p>Gr\xF6\xDF"
    "e\x97\x80 " SENTENCE },
  { "/page-text/latin-unsaid", NULL,
    "<p>Gr\xF6\xDF"
    "e\x97\x80 " SENTENCE },
  { "/page-text/latin-in-meta", NULL,
    "<META HTTP-EQUIV=x CONTENT='text/html; charset=windows-1252'><p>Gr\xF6\xDF"
    "e\x97\x80 " SENTENCE },
  { "/page-text/central-europe", "windows-1250",
    "<p>Gr\xF6\xDF"
    "e\x97\x80 " SENTENCE },
  { "/page-text/unknown-charset", "iso-2022-cn-ext",
    "<p>Gr\xF6\xDF"
    "e\x97\x80 " SENTENCE },
};

static void
test_encoding (gconstpointer data)
{
  const Encoding *encoding = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoPageText)
               text = read_bytes (encoding->bytes, strlen (encoding->bytes), encoding->charset, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text->lines->pdata[0], ==, "Größe—€ " SENTENCE);
}

/* A page to be made: @head, then @part again and again until it is as large as @n_bytes */
typedef struct
{
  const char *name, *head, *part;
  gsize       n_bytes;
  int         code; /* -1: there is a text */
} Huge;

#define MIB (1024 * 1024)

static const Huge huge[] = {
  { "/page-text/empty", "", "", 0, VETO_PAGE_TEXT_ERROR_NO_TEXT },
  { "/page-text/only-script", "<div id=root></div><script src=x></script><noscript>Switch it on.</noscript>",
    "", 0, VETO_PAGE_TEXT_ERROR_NO_TEXT },
  { "/page-text/log-in", "<p>" SENTENCE "<input type=password>", "", 0, VETO_PAGE_TEXT_ERROR_NO_TEXT },
  { "/page-text/human", "<p>" SENTENCE "<div class='g-captcha'></div>", "", 0, VETO_PAGE_TEXT_ERROR_NO_TEXT },
  { "/page-text/not-found", "<title>Portal - Page not found</title><p>" SENTENCE, "", 0,
    VETO_PAGE_TEXT_ERROR_GONE },
  { "/page-text/not-found-german", "<h1>Diese Seite wurde leider nicht gefunden.</h1><p>" SENTENCE, "", 0,
    VETO_PAGE_TEXT_ERROR_GONE },
  { "/page-text/frames", "<frameset><frame src=a><frame src=b></frameset>", "", 0,
    VETO_PAGE_TEXT_ERROR_NO_TEXT },
  { "/page-text/too-big", "<p>" SENTENCE, "a b ", 4 * MIB + 1, VETO_PAGE_TEXT_ERROR_TOO_BIG },
  { "/page-text/as-big-as-may-be", "<p>" SENTENCE, "a b c. ", 4 * MIB, -1 },
  { "/page-text/nested", "", "<div>", 500000, VETO_PAGE_TEXT_ERROR_TOO_BIG },
  { "/page-text/elements", "<p>", "<i>a</i>", 4 * MIB, VETO_PAGE_TEXT_ERROR_TOO_BIG },
  { "/page-text/end-tags", "<div><div><div><p>", "</b>", 4 * MIB, VETO_PAGE_TEXT_ERROR_NO_TEXT },
  { "/page-text/attributes", "<p ", "a1 b2 ", 4 * MIB, VETO_PAGE_TEXT_ERROR_TOO_BIG },
  { "/page-text/classes", "<p class=", "ab-cd_", 4 * MIB, VETO_PAGE_TEXT_ERROR_NO_TEXT },
  { "/page-text/comments", "", "<!--", 4 * MIB, VETO_PAGE_TEXT_ERROR_NO_TEXT },
  { "/page-text/brackets", "", "<", 4 * MIB, VETO_PAGE_TEXT_ERROR_NO_TEXT },
  { "/page-text/entities-only", "<p>", "&amp;", 4 * MIB, -1 },
  { "/page-text/one-word", "<p>", "x", 4 * MIB, -1 },
  { "/page-text/headings-away", "", "<h2>Tags</h2>", 500000, VETO_PAGE_TEXT_ERROR_NO_TEXT },
  { "/page-text/laughs",
    "<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><p>" SENTENCE,
    "&b;", MIB, -1 },
};

static glong
get_peak_kib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static void
test_huge (gconstpointer data)
{
  const Huge *page = data;
  g_autoptr(GString) html = g_string_new (page->head);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoPageText) text = NULL;
  glong before = get_peak_kib ();

  while (html->len < page->n_bytes)
    g_string_append (html, page->part);
  if (page->n_bytes > 0)
    g_string_truncate (html, page->n_bytes);
  text = read_bytes (html->str, html->len, NULL, &error);
  if (page->code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, VETO_PAGE_TEXT_ERROR, page->code);
  for (guint i = 0; text != NULL && i < text->lines->len; i++)
    {
      g_assert_true (veto_text_is_safe (text->lines->pdata[i], NULL));
      g_assert_cmpuint (strlen (text->lines->pdata[i]), <=, 8200);
    }
  g_test_message ("peak memory before %ld KiB, after %ld KiB", before, get_peak_kib ());
  if (g_getenv ("VETO_SANITIZED") == NULL)
    g_assert_cmpint (get_peak_kib () - before, <, 64 * 1024);
}

/* What NUL is in front of is read as well. */
static void
test_nul (void)
{
  static const char html[] = "<p>" SENTENCE "</p>\0<p>And not before Monday.</p>";
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoPageText) text = read_bytes (html, sizeof html - 1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (text->lines->len, ==, 2);
  g_assert_cmpstr (text->lines->pdata[1], ==, "And not before Monday.");
}

static void
test_compare (void)
{
  g_autoptr(VetoPageText) before = read_text ("<p>" SENTENCE "<p>The deadline is 26 May.<p>Old.");
  g_autoptr(VetoPageText) after = read_text ("<p>" SENTENCE "<p>The deadline is 31 May.<p>New “words”.");
  g_autoptr(VetoPageChange) change = veto_page_text_compare (after, before->marks);
  g_autoptr(VetoPageChange) none = veto_page_text_compare (after, after->marks);
  g_autoptr(VetoPageChange) unknown = veto_page_text_compare (after, NULL);

  g_assert_cmpuint (change->new_lines->len, ==, 2);
  g_assert_cmpstr (change->new_lines->pdata[0], ==, "The deadline is 31 May.");
  g_assert_cmpstr (change->new_lines->pdata[1], ==, "New “words”.");
  g_assert_cmpuint (change->n_gone, ==, 2);
  g_assert_cmpuint (none->new_lines->len + none->n_gone, ==, 0);
  g_assert_cmpuint (unknown->new_lines->len + unknown->n_gone, ==, 0);
}

/* Fingerprints are kept in guidance for years. If this one changes, every page that was ever checked seems to have changed: then the rules
 * for what is text must not change, or all fingerprints must be taken again. */
static void
test_fingerprint_for_ever (void)
{
  g_autoptr(VetoPageText)
               text = read_text ("<h1>Object</h1><p>" SENTENCE "<p>“Größe” – <a href='/form/1'>Form</a>");

  g_assert_cmpstr (text->fingerprint, ==, "28353c9aaa73b7d2188b50632675b2a05b766db852b66d0a32239784af6021d8");
  g_assert_cmpstr (text->marks, ==, "62a6da389a5231f255");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_sample);
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    g_test_add_data_func (encodings[i].name, &encodings[i], test_encoding);
  for (gsize i = 0; i < G_N_ELEMENTS (huge); i++)
    g_test_add_data_func (huge[i].name, &huge[i], test_huge);
  g_test_add_func ("/page-text/nul", test_nul);
  g_test_add_func ("/page-text/compare", test_compare);
  g_test_add_func ("/page-text/fingerprint-for-ever", test_fingerprint_for_ever);
  return g_test_run ();
}
