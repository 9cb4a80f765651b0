/* Hostile files behind good signatures, and good files that are served as others: numbers 16 and 19 to 26 of the security
 * design, 11, from end to end. Whoever holds two index keys can publish these.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "feed-attack.h"

#define LINK "https://www.example.org/object?x=1"
#define MAIL "privacy@example.org"
#define ENGLISH .file = "text/en.json"
#define TITLE "\"Open the form\""
#define SUMMARY "The right way for most people."
#define PADDING_64 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* @to: that many bytes in one text. */
static void
write_much (FeedStage *stage, const FeedAttack *attack)
{
  g_autofree char *much = g_strnfill (g_ascii_strtoull (attack->to, NULL, 10), 'x');
  FeedAttack       bent = *attack;

  bent.to = much;
  feed_attack_file (stage, &bent);
}

/* @to: that many steps instead of those of the second guide. */
static void
add_steps (FeedStage *stage, const FeedAttack *attack)
{
  GString   *steps = g_string_new ("\"steps\":[");
  FeedAttack bent = *attack;

  for (guint i = 0; i < g_ascii_strtoull (attack->to, NULL, 10); i++)
    g_string_append_printf (steps, "%s{\"id\":\"s%u\",\"kind\":\"do\"}", i > 0 ? "," : "", i);
  g_string_append (steps, "],\"was\":[{\"id\":\"settings\"");
  bent.to = steps->str;
  feed_attack_file (stage, &bent);
  g_string_free (steps, TRUE);
}

static const FeedAttack attacks[] = {
  /* 16: what no strict reader takes; a limit that is passed is "too big" (decisions, guidance) */
  { "16/double-member", feed_attack_file, "\"format\":1", "\"format\":1,\"format\":1", "malformed" },
  { "16/nul-as-escape", feed_attack_file, TITLE, "\"Open\\u0000the form\"", "malformed", ENGLISH },
  { "16/nul", feed_attack_file, TITLE, "\"Open\001the form\"", "malformed", ENGLISH },
  { "16/escape", feed_attack_file, TITLE, "\"Open\033[2J\"", "malformed", ENGLISH },
  { "16/lone-surrogate", feed_attack_file, TITLE, "\"Open \\ud800\"", "malformed", ENGLISH },
  { "16/surrogates-swapped", feed_attack_file, TITLE, "\"Open \\udc00\\ud800\"", "malformed", ENGLISH },
  { "16/overlong", feed_attack_file, TITLE, "\"Open \xc0\xaf\"", "malformed", ENGLISH },
  { "16/not-utf-8", feed_attack_file, TITLE, "\"Open \xff\"", "malformed", ENGLISH },
  { "16/1e400", feed_attack_file, "\"minutes\":4", "\"minutes\":1e400", "too-big" },
  { "16/2^64", feed_attack_file, "\"minutes\":4", "\"minutes\":18446744073709551616", "too-big" },
  { "16/second-document", feed_attack_file, "{\"format\":1,\"language\"", "{}{\"format\":1,\"language\"",
    "malformed", ENGLISH },

  /* 19: not the files that were signed */
  { "19/wrong-byte", feed_attack_blob, "\"minutes\":4", "\"minutes\":5", "hash" },
  { "19/longer", feed_attack_blob, "\"minutes\":4", "\"minutes\":40", "hash" },
  { "19/shorter", feed_attack_blob, "\"minutes\":4,", "", "hash" },
  { "19/empty", feed_attack_blob, .to = "", .problem = "hash" },
  { "19/other-file", feed_attack_blob, .to = "{\"format\":1}", .problem = "hash" },

  /* 20 to 22: links */
  { "20/javascript", feed_attack_file, LINK, "javascript:alert(1)", "link" },
  { "20/data", feed_attack_file, LINK, "data:text/html,<script>", "link" },
  { "20/file", feed_attack_file, LINK, "file:///etc/passwd", "link" },
  { "20/http", feed_attack_file, LINK, "http://www.example.org/object", "link" },
  { "20/own-scheme", feed_attack_file, LINK, "example:object", "link" },
  { "20/capitals", feed_attack_file, LINK, "HTTPS://www.example.org/object", "link" },
  { "21/userinfo", feed_attack_file, LINK, "https://www.example.org@evil.example/", "link" },
  { "21/userinfo-before", feed_attack_file, LINK, "https://evil.example@www.example.org/", "link" },
  { "21/suffix", feed_attack_file, LINK, "https://www.example.org.evil.example/", "link" },
  { "21/prefix", feed_attack_file, LINK, "https://evilwww.example.org/", "link" },
  { "21/subdomain", feed_attack_file, LINK, "https://a.www.example.org/", "link" },
  { "21/domain", feed_attack_file, LINK, "https://example.org/", "link" },
  { "21/port", feed_attack_file, LINK, "https://www.example.org:8443/", "link" },
  { "21/number", feed_attack_file, LINK, "https://127.0.0.1/", "link" },
  { "21/trailing-dot", feed_attack_file, LINK, "https://www.example.org./", "link" },
  { "21/backslash", feed_attack_file, LINK, "https://www.example.org\\\\@evil.example/", "link" },
  { "21/percent", feed_attack_file, LINK, "https://www%2eexample.org/", "link" },
  { "21/stranger", feed_attack_file, LINK, "https://evil.example/", "link" },
  { "21/own-list", feed_attack_file, "\"links\":[\"www.example.org\"",
    "\"links\":[\"evil.example\",\"www.example.org\"", NULL },
  { "22/punycode", feed_attack_file, LINK, "https://www.xn--exmple-cua.org/", "link" },
  { "22/cyrillic", feed_attack_file, LINK, "https://www.ex\xd0\xb0mple.org/", "link" },
  { "22/full-width-dot", feed_attack_file, LINK,
    "https://www\xef\xbc\x8e"
    "example.org/",
    "link" },

  /* 23: addresses for letters */
  { "23/stranger", feed_attack_file, MAIL, "privacy@evil.example", "link" },
  { "23/subdomain", feed_attack_file, MAIL, "privacy@a.example.org", "link" },
  { "23/line", feed_attack_file, MAIL, "privacy@example.org\\r\\nBcc: x@evil.example", "malformed" },
  { "23/copy", feed_attack_file, MAIL, "privacy@example.org?bcc=x@evil.example", "link" },
  { "23/list", feed_attack_file, MAIL, "privacy@example.org,x@evil.example", "link" },
  { "23/name", feed_attack_file, MAIL, "Privacy <privacy@example.org>", "link" },

  /* 24: texts that show other than they are */
  { "24/right-to-left-override", feed_attack_file, SUMMARY, "Open \\u202egro.elpmaxe", "malformed", ENGLISH },
  { "24/isolate", feed_attack_file, SUMMARY, "Open \\u2067x\\u2069", "malformed", ENGLISH },
  { "24/escape", feed_attack_file, SUMMARY, "Open \\u001b[2J", "malformed", ENGLISH },
  { "24/c1", feed_attack_file, SUMMARY, "Open \\u009b2J", "malformed", ENGLISH },
  { "24/delete", feed_attack_file, SUMMARY, "Open \\u007f", "malformed", ENGLISH },
  { "24/tags", feed_attack_file, SUMMARY, "Open \\udb40\\udc41", "malformed", ENGLISH },
  { "24/zero-width", feed_attack_file, SUMMARY, "Op\\u200ben", "malformed", ENGLISH },
  { "24/line-separator", feed_attack_file, SUMMARY, "Open\\u2028now", "malformed", ENGLISH },
  { "24/private", feed_attack_file, SUMMARY, "Open \\ue000", "malformed", ENGLISH },
  { "24/noncharacter", feed_attack_file, SUMMARY, "Open \\ufffe", "malformed", ENGLISH },
  { "24/zalgo", feed_attack_file, SUMMARY,
    "O\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301pen", "malformed", ENGLISH },
  { "24/german-too", feed_attack_file, "{\"format\":1,\"language\":\"de\",\"strings\":{",
    "{\"format\":1,\"language\":\"de\",\"strings\":{\"x.title\":\"\\u202e\",", "malformed",
    .file = "text/de.json" },
  { "24/16-kilobytes", write_much, SUMMARY, "16385", "too-big", ENGLISH },
  { "24/joiners-are-words", feed_attack_file, SUMMARY,
    "\\u0646\\u0645\\u06cc\\u200c\\u062e\\u0648\\u0627\\u0647\\u0645", NULL, ENGLISH },

  /* 25: nothing special to a program that shows texts as they are */
  { "25/markup", feed_attack_file, SUMMARY, "<b>bold</b> <a href='x'>y</a> &amp; &lt;", NULL, ENGLISH },
  { "25/format", feed_attack_file, SUMMARY, "%s %n $(id) `id` ${HOME}", NULL, ENGLISH },

  /* 26: structure */
  { "26/id-twice", feed_attack_file, "\"id\":\"email\",\"kind\":\"fill\"",
    "\"id\":\"reason\",\"kind\":\"fill\"", "malformed" },
  { "26/id-as-path", feed_attack_file, "\"id\":\"email\",\"kind\":\"fill\"",
    "\"id\":\"../email\",\"kind\":\"fill\"", "malformed" },
  { "26/id-in-capitals", feed_attack_file, "\"id\":\"email\",\"kind\":\"fill\"",
    "\"id\":\"Email\",\"kind\":\"fill\"", "malformed" },
  { "26/long-id", feed_attack_file, "\"id\":\"email\",\"kind\":\"fill\"",
    "\"id\":\"e" PADDING_64 "\",\"kind\":\"fill\"", "malformed" },
  { "26/no-platforms", feed_attack_file, "\"platforms\":[", "\"platforms\":[],\"was\":[", "malformed" },
  { "26/no-guides", feed_attack_file, "\"guides\":[", "\"guides\":[],\"was\":[", "malformed" },
  { "26/no-steps", feed_attack_file, "\"steps\":[{\"branches\"", "\"steps\":[],\"was\":[{\"branches\"",
    "malformed" },
  { "26/65-steps", add_steps, "\"steps\":[{\"id\":\"settings\"", "65", "too-big" },
  { "26/missing-text", feed_attack_file, "\"example/form.title\"", "\"example/form.titel\"", "malformed",
    ENGLISH },
  { "26/not-an-object", feed_attack_file, NULL, "[]", "malformed" },
  { "26/empty-object", feed_attack_file, NULL, "{}", "malformed" },
  { "26/empty-text", feed_attack_file, NULL, "{}", "malformed", ENGLISH },
  { "26/too-new", feed_attack_file, "\"format\":1,\"holidays\"", "\"format\":2,\"holidays\"", "too-new" },
  { "26/too-new-text", feed_attack_file, "{\"format\":1,", "{\"format\":2,", "too-new", ENGLISH },
};

/* 19: two files in each other's place, and one that is not there at all. */
static void
swap_blobs (FeedStage *stage, const FeedAttack *attack)
{
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, 6), swapped = NULL;
  g_autofree char *english = NULL, *path = NULL;

  feed_stage_edit (files, "text/en.json", SUMMARY, "A way for most people.");
  feed_stage_edit (files, "text/de.json", "{\"format\":1", "{ \"format\":1");
  feed_stage_put_files (stage, files);
  feed_stage_put_index (stage, feed_stage_make_index (6, files), "de");
  english = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, g_hash_table_lookup (files, "text/en.json"));
  path = g_strdup_printf ("blobs/%s.json", english);
  if (g_str_equal (attack->to, "gone"))
    feed_server_remove (stage->server, path);
  else
    feed_server_put (stage->server, path, g_hash_table_lookup (files, "text/de.json"));
}

static const FeedAttack more_attacks[] = {
  { "19/swapped", swap_blobs, .to = "swapped", .problem = "hash" },
  { "19/missing", swap_blobs, .to = "gone", .problem = "network" },
};

/* 25, to the letter: what was signed is what is read. */
static void
test_letter_for_letter (void)
{
  static const char name[] = "<b>Example</b> &amp; %s %n $(id)";
  g_autoptr(FeedStage) stage = feed_stage_new ();
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, 5);
  g_auto(FeedLook) look = { 0 };

  feed_stage_edit (files, "guidance.json", "Example 5", name);
  feed_stage_put_files (stage, files);
  feed_stage_put_index (stage, feed_stage_make_index (5, files), "de");
  feed_stage_look (stage, &look, NULL);
  g_assert_no_error (look.error);
  g_assert_cmpstr (veto_platform_get_name (veto_guide_set_get_platform (look.set, 0)), ==, name);
}

int
main (int argc, char *argv[])
{
  feed_stage_init (&argc, &argv);
  feed_attack_add (attacks, G_N_ELEMENTS (attacks));
  feed_attack_add (more_attacks, G_N_ELEMENTS (more_attacks));
  g_test_add_func ("/hostile/25/letter-for-letter", test_letter_for_letter);
  return g_test_run ();
}
