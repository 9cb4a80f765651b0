/* Which addresses may be opened, and the host that is shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-link.h"

typedef struct
{
  const char *name;
  const char *link;
  const char *host; /* NULL: refused */
} Sample;

static const Sample samples[] = {
  { "/link/form", "https://www.facebook.com/help/contact/712876720715583", "www.facebook.com" },
  { "/link/host-only", "https://example.org", "example.org" },
  { "/link/slash", "https://example.org/", "example.org" },
  { "/link/query", "https://example.org?a=b&c=%20", "example.org" },
  { "/link/fragment", "https://example.org#a", "example.org" },
  { "/link/dash-and-digits", "https://a-1.b2.example.org/", "a-1.b2.example.org" },
  { "/link/at-in-path", "https://example.org/@name", "example.org" },
  { "/link/javascript", "javascript:alert(1)", NULL },
  { "/link/data", "data:text/html,a", NULL },
  { "/link/file", "file:///etc/passwd", NULL },
  { "/link/http", "http://example.org/", NULL },
  { "/link/custom", "veto://example.org/", NULL },
  { "/link/upper-scheme", "HTTPS://example.org/", NULL },
  { "/link/no-slashes", "https:example.org", NULL },
  { "/link/three-slashes", "https:///example.org", NULL },
  { "/link/user", "https://www.facebook.com@evil.example/", NULL },
  { "/link/user-and-password", "https://a:b@example.org/", NULL },
  { "/link/user-percent", "https://www.facebook.com%40evil.example/", NULL },
  { "/link/port", "https://example.org:443/", NULL },
  { "/link/port-empty", "https://example.org:/", NULL },
  { "/link/ip4", "https://127.0.0.1/", NULL },
  { "/link/ip4-short", "https://127.1/", NULL },
  { "/link/ip-hex", "https://0x7f.0.0.0x1/", NULL },
  { "/link/ip6", "https://[::1]/", NULL },
  { "/link/one-label", "https://localhost/", NULL },
  { "/link/trailing-dot", "https://example.org./", NULL },
  { "/link/empty-label", "https://example..org/", NULL },
  { "/link/leading-dot", "https://.example.org/", NULL },
  { "/link/dash-first", "https://-a.example.org/", NULL },
  { "/link/dash-last", "https://a-.example.org/", NULL },
  { "/link/underscore", "https://a_b.example.org/", NULL },
  { "/link/upper-host", "https://Example.org/", NULL },
  { "/link/backslash", "https://example.org\\@evil.example/", NULL },
  { "/link/backslash-in-path", "https://example.org/a\\b", NULL },
  { "/link/percent-in-host", "https://example%2eorg/", NULL },
  { "/link/bad-percent-in-path", "https://example.org/%zz", NULL },
  { "/link/punycode", "https://xn--fcebook-hwa.com/", NULL },
  { "/link/punycode-inside", "https://www.xn--fcebook-hwa.com/", NULL },
  { "/link/cyrillic", "https://www.fаcebook.com/", NULL },
  { "/link/full-width-dot", "https://example．org/", NULL },
  { "/link/bidi", "https://example.org/\u202Egpj", NULL },
  { "/link/space", "https://example.org/a b", NULL },
  { "/link/newline", "https://example.org/\nHost: a", NULL },
  { "/link/tab", "https://exam\tple.org/", NULL },
  { "/link/angle", "https://example.org/<b>", NULL },
  { "/link/quote", "https://example.org/\"a", NULL },
  { "/link/brace", "https://example.org/{{name}}", NULL },
  { "/link/leading-space", " https://example.org/", NULL },
  { "/link/empty", "", NULL },
  { "/link/null", NULL, NULL },
};

static void
test_link (gconstpointer data)
{
  const Sample    *sample = data;
  g_autofree char *host = veto_link_dup_host (sample->link);

  g_assert_cmpstr (host, ==, sample->host);
}

static void
test_length (void)
{
  g_autofree char *path = g_strnfill (2048 - 20, 'a');
  g_autofree char *longest = g_strconcat ("https://example.org/", path, NULL);
  g_autofree char *too_long = g_strconcat (longest, "a", NULL);
  g_autofree char *host = veto_link_dup_host (longest);

  g_assert_cmpstr (host, ==, "example.org");
  g_assert_null (veto_link_dup_host (too_long));
}

static void
test_host (void)
{
  g_autofree char *label = g_strnfill (64, 'a');
  g_autofree char *long_label = g_strconcat (label, ".org", NULL);

  g_assert_true (veto_link_is_host ("www.facebook.com"));
  g_assert_false (veto_link_is_host (long_label));
  g_assert_false (veto_link_is_host ("org"));
  g_assert_false (veto_link_is_host ("a.b1"));
  g_assert_false (veto_link_is_host ("*.facebook.com"));
  g_assert_false (veto_link_is_host (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_link);
  g_test_add_func ("/link/length", test_length);
  g_test_add_func ("/link/host", test_host);
  return g_test_run ();
}
