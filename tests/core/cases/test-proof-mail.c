/* E-mails as proof: day and sender, as somebody may have forged them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <time.h>

#include "case-fixture.h"
#include "veto-day.h"
#include "veto-proof-sender.h"

#define NOW 1780000000 /* 28 May 2026, 20:26 UTC */
#define REST "Date: Mon, 4 May 2026 23:30:00 +0000\nMessage-ID: <1@x>\n\nBody\n"
#define FROM(value) "From: " value "\n" REST

typedef struct
{
  const char     *name, *mail;
  VetoProofSender sender;
  const char     *address; /* nullable */
  const char     *day;     /* in Berlin; nullable */
} Sample;

#define COMPANY VETO_PROOF_SENDER_COMPANY
#define OTHER VETO_PROOF_SENDER_OTHER
#define UNCLEAR VETO_PROOF_SENDER_UNCLEAR
#define OWN VETO_PROOF_SENDER_OWN
#define MAY_5 "2026-05-05" /* half past one in Berlin */

static const Sample samples[] = {
  { "plain", FROM ("privacy@chirper.example"), COMPANY, "privacy@chirper.example", MAY_5 },
  { "angled", FROM ("<privacy@chirper.example>"), COMPANY, "privacy@chirper.example", MAY_5 },
  { "named", FROM ("Chirper <privacy@chirper.example>"), COMPANY, "privacy@chirper.example", MAY_5 },
  { "quoted-name", FROM ("\"Chirper, Ltd.\" <a@chirper.example>"), COMPANY, "a@chirper.example", MAY_5 },
  { "encoded-name", FROM ("=?utf-8?B?Q2hpcnBlcg==?= <a@chirper.example>"), COMPANY, "a@chirper.example",
    MAY_5 },
  { "subdomain", FROM ("a@support.mail.chirper.example"), COMPANY, "a@support.mail.chirper.example", MAY_5 },
  { "second-domain", FROM ("a@chirpmail.example"), COMPANY, "a@chirpmail.example", MAY_5 },
  { "capitals", FROM ("A@CHIRPER.Example"), COMPANY, "A@CHIRPER.Example", MAY_5 },
  { "folded", FROM ("Chirper\n <privacy@chirper.example>"), COMPANY, "privacy@chirper.example", MAY_5 },
  { "line-ends", "From: a@chirper.example\r\nDate: Mon, 4 May 2026 12:00:00 +0200\r\n\r\nBody\r\n", COMPANY,
    "a@chirper.example", "2026-05-04" },
  { "mailbox-file", "From x@y Mon May 4\n" FROM ("a@chirper.example"), COMPANY, "a@chirper.example", MAY_5 },
  { "byte-order-mark", "\xef\xbb\xbf" FROM ("a@chirper.example"), COMPANY, "a@chirper.example", MAY_5 },
  { "own", FROM ("Me <Me@Example.org>"), OWN, "Me@Example.org", MAY_5 },

  { "elsewhere", FROM ("security@evil.example"), OTHER, "security@evil.example", MAY_5 },
  { "name-is-an-address", FROM ("\"a@chirper.example\" <x@evil.example>"), OTHER, "x@evil.example", MAY_5 },
  { "encoded-name-is-an-address", FROM ("=?utf-8?Q?a=40chirper.example?= <x@evil.example>"), OTHER,
    "x@evil.example", MAY_5 },
  { "suffix", FROM ("a@notchirper.example"), OTHER, "a@notchirper.example", MAY_5 },
  { "prefix", FROM ("a@chirper.example.evil.org"), OTHER, "a@chirper.example.evil.org", MAY_5 },
  { "hyphen", FROM ("a@chirper-example.org"), OTHER, "a@chirper-example.org", MAY_5 },
  { "punycode", FROM ("a@xn--chrper-4ya.example"), OTHER, "a@xn--chrper-4ya.example", MAY_5 },
  { "punycode-below", FROM ("a@xn--d1abbgf6aiiy.chirper.example"), OTHER,
    "a@xn--d1abbgf6aiiy.chirper.example", MAY_5 },
  { "cyrillic",
    FROM ("a@chir\xd1\x80"
          "er.example"),
    UNCLEAR, "-", MAY_5 },
  { "ip", FROM ("a@192.0.2.1"), OTHER, "a@192.0.2.1", MAY_5 },

  { "bare-name-is-an-address", FROM ("a@chirper.example <x@evil.example>"), UNCLEAR, "-", MAY_5 },
  { "two-senders", FROM ("a@chirper.example, x@evil.example"), UNCLEAR, NULL, MAY_5 },
  { "two-lines", "From: a@chirper.example\nFrom: x@evil.example\n" REST, UNCLEAR, NULL, MAY_5 },
  { "two-lines-cases", "FROM: x@evil.example\nfrom: a@chirper.example\n" REST, UNCLEAR, NULL, MAY_5 },
  { "two-angles", FROM ("<a@chirper.example> <x@evil.example>"), UNCLEAR, "-", MAY_5 },
  { "comment", FROM ("a@chirper.example (x@evil.example)"), UNCLEAR, "-", MAY_5 },
  { "comment-in-address", FROM ("<a@chirper.example(x)>"), UNCLEAR, "-", MAY_5 },
  { "route", FROM ("<@chirper.example:x@evil.example>"), UNCLEAR, "-", MAY_5 },
  { "group", FROM ("Chirper: a@chirper.example;"), UNCLEAR, NULL, MAY_5 },
  { "empty", FROM (""), UNCLEAR, NULL, MAY_5 },
  { "no-address", FROM ("Chirper"), UNCLEAR, NULL, MAY_5 },
  { "bidi",
    FROM ("a@\xe2\x80\xae"
          "chirper.example"),
    OTHER, "a@ chirper.example", MAY_5 },
  { "open-quote", FROM ("\"a@chirper.example <x@evil.example>"), UNCLEAR, "-", MAY_5 },
  { "injected", FROM ("x@evil.example\n\tFrom: a@chirper.example"), UNCLEAR, "-", MAY_5 },

  { "zone", "From: a@chirper.example\nDate: Thu, 1 Jan 2026 00:30:00 +0900\n\n", COMPANY, "a@chirper.example",
    "2025-12-31" },
  { "summer-time", "From: a@chirper.example\nDate: Sat, 28 Mar 2026 23:30:00 GMT\n\n", COMPANY,
    "a@chirper.example", "2026-03-29" },
  { "old-zone", "From: a@chirper.example\nDate: 4 May 2026 12:00 EST\n\n", COMPANY, "a@chirper.example",
    "2026-05-04" },
  { "no-date", "From: a@chirper.example\nMessage-ID: <1@x>\n\n", COMPANY, "a@chirper.example", NULL },
  { "nonsense-date", "From: a@chirper.example\nDate: soon\n\n", COMPANY, "a@chirper.example", NULL },
  { "day-that-is-none", "From: a@chirper.example\nDate: Mon, 31 Feb 2026 12:00:00 +0000\n\n", COMPANY,
    "a@chirper.example", "-" },
  { "future", "From: a@chirper.example\nDate: Mon, 4 May 2099 12:00:00 +0000\n\n", COMPANY,
    "a@chirper.example", NULL },
  { "before-mail", "From: a@chirper.example\nDate: Mon, 4 May 1900 12:00:00 +0000\n\n", COMPANY,
    "a@chirper.example", NULL },
  { "two-dates",
    "From: a@chirper.example\nDate: Mon, 4 May 2026 12:00:00 +0000\nDate: Tue, 5 May 2026 12:00:00 +0000\n\n",
    COMPANY, "a@chirper.example", NULL },
  { "date-in-body", "From: a@chirper.example\nReceived: x\n\nDate: Mon, 4 May 2026 12:00:00 +0000\n", COMPANY,
    "a@chirper.example", NULL },
};

typedef struct
{
  Desk      desk;
  VetoCase *item;
} Fixture;

static Fixture fixture;

static VetoProofMail *
read_mail (const char *text, gsize n_bytes)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, n_bytes);
  g_autoptr(GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  g_assert_nonnull (berlin);
  return veto_proof_mail_new (bytes, berlin, NOW);
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GBytes) bytes = g_bytes_new_static (sample->mail, strlen (sample->mail));
  g_autoptr(VetoProofMail) mail = read_mail (sample->mail, strlen (sample->mail));
  g_autofree char *day = g_date_valid (&mail->day) ? veto_day_dup_iso (&mail->day) : NULL;
  g_autofree char *words = veto_proof_sender_dup_words (fixture.item, mail);
  gboolean         is_warning = g_str_has_prefix (words, "This may be a fake. ");

  g_assert_true (veto_proof_mail_is_mail (bytes));
  g_assert_cmpint (veto_proof_sender_judge (fixture.item, mail), ==, sample->sender);
  if (g_strcmp0 (sample->address, "-") != 0) /* how a program reads what is odd is not for us to say */
    g_assert_cmpstr (mail->address, ==, sample->address);
  if (g_strcmp0 (sample->day, "-") != 0)
    g_assert_cmpstr (day, ==, sample->day);
  g_assert_true (is_warning == (sample->sender == OTHER || sample->sender == UNCLEAR));
  if (sample->sender == COMPANY)
    g_assert_nonnull (strstr (words, "Anybody can forge a From line"));
  g_assert_null (strstr (words, "genuine"));
}

static void
test_subject (void)
{
  static const struct
  {
    const char *line, *expected;
  } lines[] = {
    { "Subject: Your objection\n", "Your objection" },
    { "Subject: =?utf-8?B?V2lkZXJzcHJ1Y2ggZsO8cg==?=\n =?iso-8859-1?Q?_Sie_=E4?=\n",
      "Widerspruch für Sie ä" },
    { "Subject: a\n\tb\n", "a b" },
    { "Subject: =?utf-8?Q?a=0D=0ABcc:_x=E2=80=AEy?=\n", "a Bcc: x y" },
    { "Subject: \n", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *text = g_strconcat (lines[i].line, FROM ("a@chirper.example"), NULL);
      g_autoptr(VetoProofMail) mail = read_mail (text, strlen (text));

      g_assert_cmpstr (mail->subject, ==, lines[i].expected);
    }
}

static void
test_no_mail (void)
{
  static const char *const texts[] = {
    "",
    "Dear Sir,\nFrom: me\nDate: today\n",
    "From: only this\n\n",
    "Date: only this\n\n",
    "Notes\n\nFrom: a@b.example\nDate: x\n",
    "From the start\nDate: x\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_assert_false (veto_proof_mail_is_mail (bytes));
    }
}

/* A NUL in the head: one program stops there, another does not. In the body it is nobody's business. */
static void
test_nul (void)
{
  static const char in_head[] = "Date: x\nFrom: <a@chirper.example\0@evil.example>\n\nBody";
  static const char in_body[] = "Date: x\nFrom: <a@chirper.example>\n\nBo\0dy";
  g_autoptr(GBytes) head = g_bytes_new_static (in_head, sizeof in_head - 1);
  g_autoptr(GBytes) body = g_bytes_new_static (in_body, sizeof in_body - 1);
  g_autoptr(VetoProofMail) mail = read_mail (in_head, sizeof in_head - 1);

  g_assert_false (veto_proof_mail_is_mail (head));
  g_assert_true (veto_proof_mail_is_mail (body));
  g_assert_cmpint (veto_proof_sender_judge (fixture.item, mail), ==, UNCLEAR);
}

/* Lines of a megabyte, nested comments, endless folding: over in a moment. */
static void
test_large (void)
{
  static const char *const beginnings[] = {
    "From: ", "From: \"",   "From: (", "From: <", "Subject: =?utf-8?Q?", "From: a@b.example,",
    "Date: ", "From: x\n ", "X: y\n",  "\""
  };
  static const char *const fillings[] = { "(",  "\"", "<", "a@b.c,", "\n ", "=?utf-8?Q?a?= ",
                                          ":;", "\\", "@", "A: b\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (fillings); k++)
      {
        g_autoptr(GString) text = g_string_new (beginnings[i]);
        g_autoptr(VetoProofMail) mail = NULL;
        clock_t begin = clock (); /* of the processor: others may be busy on this machine */

        while (text->len < 1024 * 1024)
          g_string_append (text, fillings[k]);
        mail = read_mail (text->str, text->len);
        g_assert_cmpint (veto_proof_sender_judge (fixture.item, mail), !=, COMPANY);
        g_assert_cmpint (clock () - begin, <, 10 * CLOCKS_PER_SEC);
      }
}

/* Whatever byte falls over: no crash, and what is shown can be shown. */
static void
test_mutations (void)
{
  static const char marks[] = "\0\n\r \t<>@,;:()\"\\=?.-\xff\xe2";

  for (gsize i = 0; i < 6000; i++)
    {
      const Sample    *sample = &samples[i % G_N_ELEMENTS (samples)];
      gsize            n_bytes = strlen (sample->mail);
      g_autofree char *text = g_strdup (sample->mail);
      g_autoptr(VetoProofMail) mail = NULL;
      g_autofree char *words = NULL, *note = NULL;

      for (int k = 0; k < 3; k++)
        text[g_test_rand_int_range (0, (gint32) n_bytes)] =
          marks[g_test_rand_int_range (0, sizeof marks - 1)];
      mail = read_mail (text, n_bytes);
      words = veto_proof_sender_dup_words (fixture.item, mail);
      note = veto_proof_sender_dup_note (mail);
      g_assert_true (g_utf8_validate (words, -1, NULL) && g_utf8_validate (note, -1, NULL));
      g_assert_null (strpbrk (words, "\r\n\t"));
      g_assert_null (strpbrk (note, "\r\n\t"));
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture.desk = fixture_open_desk (NULL, NULL, NULL);
  fixture.item = fixture_start_case (&fixture.desk);
  g_assert_true (veto_case_set_value (fixture.item, "profile.email", "me@example.org", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *name = g_strconcat ("/proof-mail/", samples[i].name, NULL);
      g_test_add_data_func (name, &samples[i], test_sample);
    }
  g_test_add_func ("/proof-mail/subject", test_subject);
  g_test_add_func ("/proof-mail/no-mail", test_no_mail);
  g_test_add_func ("/proof-mail/nul", test_nul);
  g_test_add_func ("/proof-mail/large", test_large);
  g_test_add_func ("/proof-mail/mutations", test_mutations);
  result = g_test_run ();
  fixture_clear_desk (&fixture.desk);
  return result;
}
