/* vetoctl letters and letter: what is asked, what is written, and that a letter is written whole or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "ctl-fixture.h"
#include "store-fixture.h"

#define NEEDED "letter note --to example-org --set name=Erika --set address=Musterweg --set address=Koeln "

static void
test_letters_json (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run = run_line ("letters --json --lang de --guidance %s", bundle);
  JsonObject *root = run_get_object (&run);

  assert_members (root, "language letters");
  assert_members (get_object (root, "letters/0"),
                  "fields goal id language regimes reply_days reply_months summary title to");
  g_assert_cmpstr (get_text (root, "letters/0/id"), ==, "note");
  g_assert_cmpstr (get_text (root, "letters/0/language"), ==, "de");
  g_assert_cmpstr (get_text (root, "letters/0/title"), ==, "Eine Notiz");
  g_assert_cmpstr (get_text (root, "letters/0/to"), ==, "controller");
  g_assert_cmpint (get_number (root, "letters/0/reply_days"), ==, 14);
  assert_members (get_object (root, "letters/0/regimes/0"), "article id law name");
  g_assert_cmpstr (get_text (root, "letters/0/regimes/0/id"), ==, "gdpr");
  assert_members (get_object (root, "letters/0/fields/0"), "choices hint id kind label required");
  g_assert_cmpstr (get_text (root, "letters/0/fields/0/id"), ==, "name");
  g_assert_cmpstr (get_text (root, "letters/0/fields/7/choices/1/text"), ==,
                   "Meine Gesundheit ist zu sehen.");
  fixture_remove (bundle);
}

static void
test_letters_text (void)
{
  static const char *const words[] = { "note: A note\n", "--regime gdpr: GDPR",
                                       "--set name=…: Your name (needed)",
                                       "--set email=…: Your e-mail address\n", "health: Health\n" };
  char                    *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run = run_line ("letters --guidance %s", bundle);

  run_assert_code (&run, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (run.out, words[i]));
  assert_fits_terminal (run.out);
  fixture_remove (bundle);
}

static void
test_text (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run =
            run_line (NEEDED "--set reasons=health --regime ch --lang de --out - --guidance %s", bundle);

  run_assert_code (&run, 0);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_true (
    g_str_has_prefix (run.out, "Erika\nMusterweg\nKoeln\n\nExample Organisation\n1 Example Street\n"));
  g_assert_nonnull (strstr (run.out, "\nNotiz\n"));
  g_assert_nonnull (strstr (run.out, "Meine Gesundheit ist zu sehen.\n"));
  g_assert_null (strstr (run.out, "DSGVO"));
  fixture_remove (bundle);
}

/* The name of a service will do, and an address of one's own. */
static void
test_to (void)
{
  char            *bundle = make_bundle (NULL, NULL, NULL);
  g_autofree char *service =
    g_strdup_printf ("letter note --to eXample --set name=E --set address=A --out - --guidance %s", bundle);
  g_autofree char *typed =
    g_strdup_printf ("letter note --to=Own\nStreet\nTown --set name=E --set address=A --out - --guidance %s",
                     bundle);
  g_auto(Run) first = run_line_in (NULL, NULL, service);
  g_auto(Run) second = run_line_in (NULL, NULL, typed);

  run_assert_code (&first, 0);
  g_assert_nonnull (strstr (first.out, "Example Organisation\n1 Example Street\n"));
  run_assert_code (&second, 0);
  g_assert_nonnull (strstr (second.out, "\nOwn\nStreet\nTown\n"));
  fixture_remove (bundle);
}

static void
test_facts (void)
{
  char            *bundle = make_bundle (NULL, NULL, NULL), *folder = fixture_make_folder ();
  g_autofree char *facts = g_build_filename (folder, "facts.json", NULL);

  g_assert_true (g_file_set_contents (facts,
                                      "{ \"name\": \"{{x}} <b>\", \"address\": [\"A\", \"B\"], \"reasons\": "
                                      "[\"health\", \"children\"] }",
                                      -1, NULL));
  {
    g_auto(Run) run = run_line ("letter note --to example --facts %s --set address=C --out - --guidance %s",
                                 facts, bundle);

    run_assert_code (&run, 0);
    g_assert_true (g_str_has_prefix (run.out, "{{x}} <b>\nC\n")); /* --set is stronger than the file */
    g_assert_nonnull (strstr (run.out, "My children can be seen. My health can be seen.\n"));
  }
  fixture_remove (folder);
  fixture_remove (bundle);
}

static char *
read_file (const char *path, gsize *out_n_bytes)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, out_n_bytes, NULL));
  return text;
}

static void
test_files (void)
{
  char            *bundle = make_bundle (NULL, NULL, NULL), *folder = fixture_make_folder ();
  g_autofree char *text = g_build_filename (folder, "a.txt", NULL);
  g_autofree char *pdf = g_build_filename (folder, "a.PDF", NULL);
  g_auto(Run) first = run_line (NEEDED "--out %s --guidance %s", text, bundle);
  g_auto(Run) second = run_line (NEEDED "--out %s --guidance %s", pdf, bundle);
  g_autofree char *written = NULL;
  g_autofree char *page = NULL;
  gsize            n_bytes;

  run_assert_code (&first, 0);
  g_assert_cmpstr (first.out, ==, "");
  written = read_file (text, &n_bytes);
  g_assert_nonnull (strstr (written, "I write to Example Organisation.\n"));
  run_assert_code (&second, 0);
  page = read_file (pdf, &n_bytes);
  g_assert_cmpuint (n_bytes, >, 1000);
  g_assert_true (g_str_has_prefix (page, "%PDF-"));
  fixture_remove (folder);
  fixture_remove (bundle);
}

/* No byte can be written, as on a full disk. */
static void
fill_disk_cb (gpointer data)
{
  const struct rlimit nothing = { 0, 0 };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &nothing);
}

static void
test_full_disk (void)
{
  static const char *const names[] = { "a.txt", "a.pdf" };
  char                    *bundle = make_bundle (NULL, NULL, NULL), *folder = fixture_make_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *line = g_strdup_printf (NEEDED "--out %s --guidance %s", path, bundle);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      g_assert_true (g_file_set_contents (path, "the old letter", -1, NULL));
      before = fixture_describe_folder (folder, NULL);
      {
        g_auto(Run) run = run_line_in (NULL, fill_disk_cb, line);

        run_assert_failed (&run, 1, path);
      }
      after = fixture_describe_folder (folder, NULL);
      g_assert_cmpstr (before, ==, after); /* the old one, and nothing beside it */
    }
  fixture_remove (folder);
  fixture_remove (bundle);
}

typedef struct
{
  const char *name;
  const char *line;
  int         code;
  const char *words;
} Fault;

static const Fault faults[] = {
  { "/ctl/letter/no-out", NEEDED, 2, "--out FILE.pdf" },
  { "/ctl/letter/out-of-no-kind", NEEDED "--out a.doc", 2, "--out FILE.pdf" },
  { "/ctl/letter/no-kind", "letter --out -", 2, "KIND" },
  { "/ctl/letter/kind", "letter win --out -", 1, "no letter “win”. There is: note" },
  { "/ctl/letter/missing", "letter note --set name=E --out -", 1,
    "The address of the company, Your address" },
  { "/ctl/letter/company", "letter note --to nobody --out -", 1,
    "no company, service or authority “nobody”" },
  { "/ctl/letter/regime", NEEDED "--regime us --out -", 1, "“us”" },
  { "/ctl/letter/question", NEEDED "--set phone=1 --out -", 1, "no question called “phone”" },
  { "/ctl/letter/statement", NEEDED "--set reasons=wealth --out -", 1, "“wealth”" },
  { "/ctl/letter/email", NEEDED "--set email=erika --out -", 1, "email: This is not an e-mail address" },
  { "/ctl/letter/two-names", NEEDED "--set name=Max --out -", 1, "name: Only one line" },
  { "/ctl/letter/escape", NEEDED "--set own-words=\033[31m --out -", 1, "own-words: There is a sign" },
  { "/ctl/letter/no-equals", NEEDED "--set own-words --out -", 1, "--set needs a question and an answer" },
  { "/ctl/letter/no-facts", NEEDED "--facts /no/such.json --out -", 1, "/no/such.json" },
  { "/ctl/letter/no-folder", NEEDED "--out /no/such/a.txt", 1, "/no/such/a.txt" },
  { "/ctl/letter/own-option-elsewhere", "list --to x", 2, "“list” has no option --to" },
  { "/ctl/letter/json", NEEDED "--out - --json", 2, "--json" },
};

static void
test_fault (gconstpointer data)
{
  const Fault     *fault = data;
  char            *bundle = make_bundle (NULL, NULL, NULL);
  g_autofree char *line = g_strdup_printf ("%s --guidance %s", fault->line, bundle);
  g_auto(GStrv) words = g_strsplit (line, "  ", -1);
  g_autofree char *single = g_strjoinv (" ", words);
  g_auto(Run) run = run_line_in (NULL, NULL, single);

  run_assert_failed (&run, fault->code, fault->words);
  fixture_remove (bundle);
}

static void
test_bad_facts (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } samples[] = {
    { "[]", "is no file of answers" },
    { "{ \"name\": 5 }", "name is neither a text nor a list" },
    { "{ \"name\": [[]] }", "name is neither a text nor a list" },
    { "{ \"name\": \"a\", \"name\": \"b\" }", "the same member twice" },
    { "{ \"nmae\": \"a\" }", "no question called “nmae”" },
  };
  char            *bundle = make_bundle (NULL, NULL, NULL), *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "facts.json", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_assert_true (g_file_set_contents (path, samples[i].text, -1, NULL));
      {
        g_auto(Run) run = run_line ("letter note --facts %s --out - --guidance %s", path, bundle);
        run_assert_failed (&run, 1, samples[i].words);
      }
    }
  fixture_remove (folder);
  fixture_remove (bundle);
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  g_test_add_func ("/ctl/letters/json", test_letters_json);
  g_test_add_func ("/ctl/letters/text", test_letters_text);
  g_test_add_func ("/ctl/letter/text", test_text);
  g_test_add_func ("/ctl/letter/to", test_to);
  g_test_add_func ("/ctl/letter/facts", test_facts);
  g_test_add_func ("/ctl/letter/files", test_files);
  g_test_add_func ("/ctl/letter/full-disk", test_full_disk);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add_data_func (faults[i].name, &faults[i], test_fault);
  g_test_add_func ("/ctl/letter/bad-facts", test_bad_facts);
  return ctl_test_run ();
}
