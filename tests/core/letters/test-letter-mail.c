/* What goes into an e-mail: whatever somebody types, one recipient, one subject and one body come out again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "veto-letter-mail.h"

#define ROUNDS 10000
#define INSTEAD "The letter is on the clipboard: paste it here."

typedef struct
{
  const char *name, *subject, *body;
  const char *expected_subject, *expected_body;
} Sample;

static const Sample samples[] = {
  { "/mail/plain", "Objection", "Dear all,\n\nNo.\n", "Objection", "Dear all,\n\nNo.\n" },
  { "/mail/header", "Erika\r\nBcc: x@evil.example", "x", "Erika Bcc: x@evil.example", "x" },
  { "/mail/unicode-line-ends",
    "a\u2028b\u2029c\xc2\x85"
    "d",
    "a\u2028b\u2029c\xc2\x85"
    "d",
    "a b c d", "a\nb\nc\nd" },
  { "/mail/query", "x&bcc=y@evil.example&attach=/etc/passwd", "?cc=z@evil.example#f",
    "x&bcc=y@evil.example&attach=/etc/passwd", "?cc=z@evil.example#f" },
  { "/mail/percent", "100 % %0d%0aBcc:", "%0a%26", "100 % %0d%0aBcc:", "%0a%26" },
  { "/mail/controls",
    "\ta\x01\x7f"
    "b ",
    "a\x1b[2Jb\tc", "a b", "a [2Jb\tc" },
  { "/mail/line-ends", NULL, "a\rb\r\nc\n\r\nd", "", "a\nb\nc\n\nd" },
  { "/mail/end-of-message", "", "a\n.\nb\n--boundary\n", "", "a\n.\nb\n--boundary\n" },
  { "/mail/not-utf8",
    "a\xff"
    "b",
    "c\xc3",
    "a\xef\xbf\xbd"
    "b",
    "c\xef\xbf\xbd" },
  { "/mail/nothing", NULL, NULL, "", "" },
};

/* Reads a part of an address back, as an e-mail program does. Returns: (transfer full) */
static char *
decode (const char *text)
{
  char *decoded = g_uri_unescape_string (text, NULL);

  g_assert_nonnull (decoded);
  return decoded;
}

/* Line ends are CRLF there. */
static char *
decode_body (const char *text)
{
  g_autofree char *decoded = decode (text);
  g_auto(GStrv) lines = g_strsplit (decoded, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_null (strpbrk (lines[i], "\r\n"));
  return g_strjoinv ("\n", lines);
}

/* Exactly one recipient, one subject, one body, in letters that no program reads in another way. */
static void
check_uri (const VetoLetterMail *mail)
{
  gboolean         is_whole;
  g_autofree char *uri = veto_letter_mail_dup_uri (mail, INSTEAD, &is_whole);
  g_autofree char *to = NULL, *subject = NULL, *body = NULL;
  g_auto(GStrv) halves = NULL, parts = NULL;

  g_assert_cmpint (strlen (uri), <=, 1800);
  g_assert_true (g_str_has_prefix (uri, "mailto:"));
  for (const char *at = uri + strlen ("mailto:"); *at != '\0'; at++)
    g_assert_true (g_ascii_isalnum (*at) || strchr ("-._~%?&=@", *at) != NULL);
  halves = g_strsplit (uri + strlen ("mailto:"), "?", -1);
  g_assert_cmpuint (g_strv_length (halves), ==, 2);
  to = decode (halves[0]);
  g_assert_cmpstr (to, ==, mail->to);

  parts = g_strsplit (halves[1], "&", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_true (g_str_has_prefix (parts[0], "subject=") && g_str_has_prefix (parts[1], "body="));
  subject = decode (parts[0] + strlen ("subject="));
  body = decode_body (parts[1] + strlen ("body="));
  g_assert_cmpstr (body, ==, is_whole ? mail->body : INSTEAD);
  if (is_whole)
    g_assert_cmpstr (subject, ==, mail->subject);
  else if (!g_str_equal (subject, mail->subject))
    g_assert_true (subject[0] == '\0' || g_str_has_suffix (subject, "…"));
}

static guint
check_options (const VetoLetterMail *mail, guint n_files)
{
  g_autoptr(GVariant) options = g_variant_ref_sink (veto_letter_mail_dup_options (mail, "t", n_files));
  g_autofree const char **addresses = NULL;
  const char             *subject, *body;

  g_assert_true (g_variant_lookup (options, "addresses", "^a&s", &addresses));
  g_assert_cmpuint (g_strv_length ((char **) addresses), ==, 1);
  g_assert_cmpstr (addresses[0], ==, mail->to);
  g_assert_true (g_variant_lookup (options, "subject", "&s", &subject));
  g_assert_cmpstr (subject, ==, mail->subject);
  g_assert_true (g_variant_lookup (options, "body", "&s", &body));
  g_assert_cmpstr (body, ==, mail->body);
  return (guint) g_variant_n_children (options);
}

/* What the real portal refuses: a line end in the subject, more than 200 characters. */
static void
check_mail (const VetoLetterMail *mail)
{
  g_assert_true (g_utf8_validate (mail->subject, -1, NULL) && g_utf8_validate (mail->body, -1, NULL));
  g_assert_null (strpbrk (mail->subject, "\r\n"));
  g_assert_null (strchr (mail->body, '\r'));
  g_assert_cmpint (g_utf8_strlen (mail->subject, -1), <=, VETO_LETTER_MAIL_MAX_SUBJECT);
  check_uri (mail);
  g_assert_cmpuint (check_options (mail, 0), ==, 4);
  g_assert_cmpuint (check_options (mail, 1), ==, 5);
  g_assert_cmpuint (check_options (mail, 2), ==, 5);
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoLetterMail)
               mail = veto_letter_mail_new ("privacy@example.org", sample->subject, sample->body);

  g_assert_nonnull (mail);
  g_assert_cmpstr (mail->subject, ==, sample->expected_subject);
  g_assert_cmpstr (mail->body, ==, sample->expected_body);
  check_mail (mail);
}

static const char *const no_addresses[] = {
  "",
  "x",
  "a@example.org,b@example.org",
  "a@example.org\r\nBcc: b@example.org",
  "a@example.org?bcc=b@example.org",
  "a@example.org&bcc=b@example.org",
  "<a@example.org>",
  "A <a@example.org>",
  "a@example.org;b@example.org",
  "a b@example.org",
  "a@b@example.org",
  "a@example.org ",
  "a@exa\xff"
  "mple.org",
  "a@example.org%0d%0aBcc:b@example.org",
};

static void
test_no_address (void)
{
  g_assert_null (veto_letter_mail_new (NULL, "s", "b"));
  for (guint i = 0; i < G_N_ELEMENTS (no_addresses); i++)
    if (veto_letter_mail_new (no_addresses[i], "s", "b") != NULL)
      {
        g_test_message ("“%s” is taken for one address", no_addresses[i]);
        g_test_fail ();
      }
}

/* Without a recipient there is none, in an address and for the portal: whoever sends it enters one. */
static void
test_open (void)
{
  g_autoptr(VetoLetterMail) mail = veto_letter_mail_new_open ("A step\nBcc: x@evil.example", "No.");
  g_autoptr(VetoLetterMail) copy = veto_letter_mail_copy (mail);
  g_autoptr(GVariant) options = g_variant_ref_sink (veto_letter_mail_dup_options (copy, "t", 0));
  g_autofree const char **addresses = NULL;
  g_autofree char        *uri = NULL;
  gboolean                is_whole;

  check_uri (copy);
  uri = veto_letter_mail_dup_uri (copy, INSTEAD, &is_whole);
  g_assert_cmpstr (uri, ==, "mailto:?subject=A%20step%20Bcc%3A%20x%40evil.example&body=No.");
  g_assert_true (g_variant_lookup (options, "addresses", "^a&s", &addresses));
  g_assert_cmpuint (g_strv_length ((char **) addresses), ==, 0);
}

/* Signs that mean something in an address are only signs in its local part. */
static void
test_odd_address (void)
{
  static const char *const odd[] = { "a+b@example.org", "a&bcc=x@example.org", "a?b@example.org",
                                     "a%40b@example.org", "ä@example.org" };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr(VetoLetterMail) mail = veto_letter_mail_new (odd[i], "s", "b");
      if (mail != NULL)
        check_mail (mail);
    }
}

static void
test_long (void)
{
  g_autofree char *subject = g_strnfill (500, 'x'), *body = g_strnfill (5000, 'y');
  g_autoptr(VetoLetterMail) mail = veto_letter_mail_new ("privacy@example.org", subject, body);
  g_autoptr(VetoLetterMail) fitting = veto_letter_mail_new ("privacy@example.org", "s", "A short letter.\n");
  gboolean         is_whole = TRUE;
  g_autofree char *uri = veto_letter_mail_dup_uri (mail, INSTEAD, &is_whole), *other = NULL;

  g_assert_false (is_whole);
  g_assert_cmpint (g_utf8_strlen (mail->subject, -1), ==, VETO_LETTER_MAIL_MAX_SUBJECT);
  g_assert_true (g_str_has_suffix (mail->subject, "x…"));
  check_mail (mail);
  other = veto_letter_mail_dup_uri (fitting, INSTEAD, &is_whole);
  g_assert_true (is_whole);
  g_assert_cmpstr (other, ==, "mailto:privacy@example.org?subject=s&body=A%20short%20letter.%0D%0A");
}

/* A letter and its accent stay together where a subject is cut. */
static void
test_cut_between_letters (void)
{
  g_autoptr(GString) subject = g_string_new (NULL);
  g_autoptr(VetoLetterMail) mail = NULL;
  const char *last;

  for (guint i = 0; i < 150; i++)
    g_string_append (subject, "e\u0301");
  mail = veto_letter_mail_new ("privacy@example.org", subject->str, "");
  last = g_utf8_find_prev_char (mail->subject, mail->subject + strlen (mail->subject) - strlen ("…"));
  g_assert_true (g_str_has_suffix (mail->subject, "…"));
  g_assert_cmpuint (g_utf8_get_char (last), ==, 0x301);
  check_mail (mail);
}

/* Pieces that have meant something to some program, and any character there is. */
static char *
make_text (GRand *random, guint max_pieces)
{
  static const char *const pieces[] = { "\r\n",
                                        "\n",
                                        "\r",
                                        "\nBcc: x@evil.example",
                                        "%0d%0a",
                                        "%",
                                        "&",
                                        "=",
                                        "?",
                                        "&attach=/etc/passwd",
                                        "?bcc=x@evil.example",
                                        "{{name}}",
                                        "<b>",
                                        "\n.\n",
                                        "\u202e",
                                        "\u2066",
                                        "\u2028",
                                        "\xc2\x85"
                                        "",
                                        "\x01",
                                        "\x1b[2J",
                                        "\x7f",
                                        "é",
                                        "שלום",
                                        "日本",
                                        "👩‍👩‍👧",
                                        "e\u0301",
                                        "#",
                                        "+",
                                        ";",
                                        ",",
                                        "\"",
                                        "\\",
                                        " " };
  GString                 *text = g_string_new (NULL);
  guint                    n_pieces = (guint) g_rand_int_range (random, 0, (gint32) max_pieces + 1);

  for (guint i = 0; i < n_pieces; i++)
    {
      gunichar any = (gunichar) g_rand_int_range (random, 1, 0x110000);

      if (g_rand_int_range (random, 0, 3) > 0)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      else if (g_unichar_validate (any))
        g_string_append_unichar (text, any);
      else
        g_string_append_c (text, (char) any); /* perhaps no UTF-8 */
    }
  return g_string_free (text, FALSE);
}

static void
test_random (void)
{
  GRand *random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint  n_whole = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *subject = make_text (random, 120),
                      *body = make_text (random, round % 8 == 0 ? 400 : 40);
      g_autoptr(VetoLetterMail) mail = veto_letter_mail_new ("privacy@example.org", subject, body);
      g_autofree char *uri = NULL;
      gboolean         is_whole;

      g_assert_nonnull (mail);
      check_mail (mail);
      uri = veto_letter_mail_dup_uri (mail, INSTEAD, &is_whole);
      n_whole += is_whole ? 1 : 0;
    }
  g_assert_cmpuint (n_whole, >, ROUNDS / 20); /* both kinds were there */
  g_assert_cmpuint (n_whole, <, ROUNDS - ROUNDS / 20);
  g_rand_free (random);
}

/* An address of any text is one address or none. */
static void
test_random_addresses (void)
{
  GRand *random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *local = make_text (random, 3), *host = make_text (random, 2);
      g_autofree char *address = g_strconcat (local, "a@b", host, ".example", NULL);
      g_autoptr(VetoLetterMail) mail = veto_letter_mail_new (address, "s", "b");

      if (mail != NULL)
        check_mail (mail);
    }
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_sample);
  g_test_add_func ("/mail/no-address", test_no_address);
  g_test_add_func ("/mail/open", test_open);
  g_test_add_func ("/mail/odd-address", test_odd_address);
  g_test_add_func ("/mail/long", test_long);
  g_test_add_func ("/mail/cut-between-letters", test_cut_between_letters);
  g_test_add_func ("/mail/random", test_random);
  g_test_add_func ("/mail/random-addresses", test_random_addresses);
  return g_test_run ();
}
