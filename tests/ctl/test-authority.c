/* vetoctl authority and recipients: whom to complain to, and whom to write to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ctl-fixture.h"
#include "store-fixture.h"

static void
test_json (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run =
            run_line ("authority --country de --region nw --controller example --json --guidance %s", bundle);
  JsonObject *root = run_get_object (&run);

  assert_members (root,
                  "age_remark authority controller country lead_authority lead_remark reason regime region");
  assert_members (get_object (root, "authority"),
                  "address as_of country email form id languages name note phone "
                  "record region sources title website");
  g_assert_cmpstr (get_text (root, "country/code"), ==, "DE");
  g_assert_cmpstr (get_text (root, "country/name"), ==, "Germany");
  g_assert_cmpstr (get_text (root, "region/code"), ==, "DE-NW");
  g_assert_cmpstr (get_text (root, "regime"), ==, "gdpr");
  g_assert_cmpstr (get_text (root, "authority/id"), ==, "rhine-authority");
  g_assert_cmpstr (get_text (root, "authority/as_of"), ==, "2026-11-23");
  g_assert_cmpstr (get_text (root, "controller"), ==, "example-org");
  g_assert_cmpstr (get_text (root, "lead_authority"), ==, "example-authority");
  g_assert_cmpstr (get_text (root, "reason"), ==,
                   "You live in North Rhine. There, this authority takes complaints about private "
                   "companies.");
  fixture_remove (bundle);
}

static void
test_text (void)
{
  static const char *const words[] = {
    "You live in Ireland.",
    "example-authority: Example Authority\n",
    "  2 Example Street\n",
    "  Web page: https://www.example.org/authority\n",
    "  Languages: en\n",
    "Complain to the company first.\n",
    "It also leads for Example Org",
    "Source: Example Organisation.\n",
  };
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run = run_line ("authority --country IE --controller example-org --guidance %s", bundle);

  run_assert_code (&run, 0);
  g_assert_cmpstr (run.err, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (run.out, words[i]));
  assert_fits_terminal (run.out);
  fixture_remove (bundle);
}

/* Who did not say which part is told which there are. */
static void
test_needs_region (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run = run_line ("authority --country DE --guidance %s", bundle);

  run_assert_code (&run, 2);
  g_assert_cmpstr (run.out, ==, "");
  g_assert_nonnull (strstr (run.err, "Germany has several authorities."));
  g_assert_nonnull (strstr (run.err, "--region DE-BE: Berlin\n"));
  g_assert_nonnull (strstr (run.err, "--region DE-NW: North Rhine\n"));
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
  { "/ctl/authority/no-country", "authority", 2, "--country IE" },
  { "/ctl/authority/outside", "authority --country US", 1,
    "for this country: United States. It knows those of: the EU" },
  { "/ctl/authority/unknown", "authority --country XX", 1, "for this country: XX." },
  { "/ctl/authority/company", "authority --country IE --controller nobody", 1,
    "no company or service “nobody”" },
  { "/ctl/authority/foreign-option", "authority --country IE --to x", 2, "no option --to" },
  { "/ctl/recipients/authority-for-a-company", "letter note --to example-authority --out -", 1,
    "goes to a company, and “Example Authority” is an authority" },
  { "/ctl/recipients/two-names", "recipients a b", 2, "“b”" },
};

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  char        *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run = run_line ("%s --guidance %s", fault->line, bundle);

  run_assert_failed (&run, fault->code, fault->words);
  fixture_remove (bundle);
}

static void
test_recipients (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) text = run_line ("recipients AWAY --guidance %s", bundle);
  g_auto(Run) json = run_line ("recipients --json --guidance %s", bundle);
  g_auto(Run) nothing = run_line ("recipients zzz --guidance %s", bundle);
  JsonObject *root = run_get_object (&json);

  run_assert_code (&text, 0);
  g_assert_true (g_str_has_prefix (text.out, "far-away: Far, Away\n  Far Away, Inc.\n"));
  g_assert_nonnull (strstr (text.out, "  No postal address is known.\n"));
  g_assert_null (strstr (text.out, "example-org"));
  assert_members (get_object (root, "recipients/0"),
                  "address as_of country email form has_guide id lead_authority "
                  "name note record services sources");
  g_assert_cmpstr (get_text (root, "recipients/0/id"), ==, "example-org");
  g_assert_cmpstr (get_text (root, "recipients/0/services/0"), ==, "Example");
  g_assert_cmpuint (json_array_get_length (get_array (root, "recipients")), ==, 2);
  run_assert_code (&nothing, 0);
  g_assert_nonnull (strstr (nothing.out, "no such company"));
  fixture_remove (bundle);
}

/* A letter to an authority is about a company. That an address is old is said beside the letter, not in it. */
static void
test_letter_to_authority (void)
{
  char *bundle = make_bundle ("guidance.json", "\"to\":\"controller\"", "\"to\":\"authority\"");

  change_file (bundle, "guidance.json",
               "\"checked\":\"2026-11-23\",\"complaint_form\":null,\"country\":\"IE\"",
               "\"checked\":\"2020-01-01\",\"complaint_form\":null,\"country\":\"IE\"");
  {
    g_auto(Run) run = run_line ("letter note --to example-authority --controller example --set name=E "
                                 "--set address=A --out - --guidance %s",
                                 bundle);
    g_auto(Run) wrong = run_line ("letter note --to example --out - --guidance %s", bundle);

    run_assert_code (&run, 0);
    g_assert_nonnull (strstr (run.out, "\nExample Authority\n2 Example Street\nExampletown\n"));
    g_assert_nonnull (strstr (run.out, "I write to Example Organisation.\n"));
    g_assert_nonnull (strstr (run.err, "more than two years old (1 January 2020)"));
    g_assert_null (strstr (run.out, "two years old"));
    run_assert_failed (&wrong, 1, "goes to an authority, and “Example Organisation” is a company");
  }
  fixture_remove (bundle);
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  g_test_add_func ("/ctl/authority/json", test_json);
  g_test_add_func ("/ctl/authority/text", test_text);
  g_test_add_func ("/ctl/authority/needs-region", test_needs_region);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add_data_func (faults[i].name, &faults[i], test_fault);
  g_test_add_func ("/ctl/recipients/list", test_recipients);
  g_test_add_func ("/ctl/recipients/letter-to-authority", test_letter_to_authority);
  return ctl_test_run ();
}
