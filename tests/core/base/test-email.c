/* What is an e-mail address, and what would be more than one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-email.h"

typedef struct
{
  const char *name;
  const char *text;
  gboolean    right;
} Sample;

static const Sample samples[] = {
  { "/email/plain", "erika@example.org", TRUE },
  { "/email/signs", "e.m+ai_x-1'o#!%&=?^`{|}~$*/@mail.example-org.de", TRUE },
  { "/email/capitals", "GDPRrequest@PrivacyQuery.ie", TRUE },
  { "/email/other-scripts", "käthe@müller.example", TRUE },
  { "/email/empty", "", FALSE },
  { "/email/no-at", "erika.example.org", FALSE },
  { "/email/no-name", "@example.org", FALSE },
  { "/email/no-domain", "erika@", FALSE },
  { "/email/one-label", "erika@localhost", FALSE },
  { "/email/empty-label", "erika@example..org", FALSE },
  { "/email/dot-at-start", "erika@.org", FALSE },
  { "/email/dot-at-end", "erika@example.", FALSE },
  { "/email/two-ats", "erika@example.org@evil.org", FALSE },
  { "/email/space", "erika @example.org", FALSE },
  { "/email/second-one", "erika@example.org,evil@example.org", FALSE },
  { "/email/semicolon", "erika@example.org;evil", FALSE },
  { "/email/header", "erika@example.org\r\nBcc: evil@example.org", FALSE },
  { "/email/newline-at-end", "erika@example.org\n", FALSE },
  { "/email/name-in-front", "Erika <erika@example.org>", FALSE },
  { "/email/query", "erika@example.org?bcc=evil@example.org", FALSE },
  { "/email/quoted", "\"a b\"@example.org", FALSE },
  { "/email/bidi", "erika\342\200\256@example.org", FALSE },
  { "/email/no-utf8", "erika\377@example.org", FALSE },
};

static void
test_address (gconstpointer data)
{
  const Sample *sample = data;

  g_assert_cmpint (veto_email_is_address (sample->text), ==, sample->right);
}

static void
test_length (void)
{
  g_autofree char *most = g_strdup_printf ("%0*d@example.org", 254 - 12, 1);
  g_autofree char *more = g_strconcat ("1", most, NULL);

  g_assert_true (veto_email_is_address (most));
  g_assert_false (veto_email_is_address (more));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_address);
  g_test_add_func ("/email/length", test_length);
  return g_test_run ();
}
