/* Companies and authorities: nothing of the facts is lost, hostile values are refused, and people find what they look for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "guidance-trees.h"
#include "veto-authoring.h"
#include "veto-controller-list.h"

#define AUTHORITIES "authorities.json"
#define CONTROLLERS "controllers.json"

static VetoGuideSet *guidance; /* what Veto ships, in English */

/* How many there are, and what each of them must have, is from the research of 23 November 2026. */
static void
test_all_authorities (void)
{
  guint                n_authorities, n_public = 0, n_forms = 0, n_emails = 0;
  const VetoAuthority *all = veto_guide_set_get_authorities (guidance, &n_authorities);

  g_assert_cmpuint (n_authorities, ==, 49);
  for (guint i = 0; i < n_authorities; i++)
    {
      g_assert_cmpstr (all[i].name, !=, "");
      g_assert_cmpstr (all[i].name_en, !=, "");
      g_assert_nonnull (all[i].country);
      g_assert_cmpuint (g_strv_length ((char **) all[i].address), >=, 2);
      g_assert_nonnull (all[i].languages[0]);
      g_assert_nonnull (all[i].phone);
      g_assert_nonnull (all[i].sources[0]);
      g_assert_cmpstr (all[i].record, !=, "");
      g_assert_true (g_date_valid (&all[i].checked));
      n_public += !all[i].for_companies;
      n_forms += all[i].form != NULL;
      n_emails += all[i].email != NULL;
    }
  g_assert_cmpuint (n_public, ==, 2);
  g_assert_cmpuint (n_emails, ==, 45);
  g_assert_cmpuint (n_forms, ==, 34); /* one of 35 is no https address */
}

static void
test_all_controllers (void)
{
  guint                 n_controllers, n_addresses = 0, n_leads = 0, n_dated = 0, n_ways = 0;
  const VetoController *all = veto_guide_set_get_controllers (guidance, &n_controllers);

  g_assert_cmpuint (n_controllers, ==, 53);
  for (guint i = 0; i < n_controllers; i++)
    {
      g_assert_cmpstr (all[i].name, !=, "");
      g_assert_nonnull (all[i].services[0]);
      g_assert_nonnull (all[i].country);
      g_assert_nonnull (all[i].sources[0]);
      g_assert_cmpstr (all[i].record, !=, "");
      n_addresses += all[i].address[0] != NULL;
      n_leads += all[i].lead != NULL;
      n_dated += g_date_valid (&all[i].checked);
      n_ways += all[i].address[0] != NULL || all[i].email != NULL;
    }
  g_assert_cmpuint (n_addresses, ==, 50);
  g_assert_cmpuint (n_leads, ==, 30);
  g_assert_cmpuint (n_dated, ==, 51);
  g_assert_cmpuint (n_ways, ==, 53); /* a letter reaches each of them */
}

/* Of the two addresses in circulation, the newer one */
static void
test_newer_address (void)
{
  const VetoAuthority *authority = veto_guide_set_find_authority (guidance, "ie-dpc");
  g_autofree char     *address = g_strjoinv ("|", (char **) authority->address);

  g_assert_cmpstr (address, ==, "6 Pembroke Row|Dublin 2|D02 X963|Ireland");
}

static void
test_german (void)
{
  g_autoptr(VetoGuideSet) set = guidance_trees_load_real ("de");
  const VetoAuthority *authority = veto_guide_set_find_authority (set, "de-by-baylda");

  g_assert_cmpstr (authority->country->name, ==, "Deutschland");
  g_assert_cmpstr (authority->region->name, ==, "Bayern");
  g_assert_true (g_str_has_prefix (authority->note, "Private Firmen in Bayern: BayLDA."));
  g_assert_cmpstr (veto_guide_set_find_controller (set, "meta")->lead->id, ==, "ie-dpc");
}

typedef struct
{
  const char *name;
  const char *file;
  const char *find;
  const char *replace;
  const char *complaint;
} Fault;

static const Fault faults[] = {
  { "/recipients/lint/id-twice", AUTHORITIES, "\"berlin-authority\"", "\"example-authority\"",
    "[1].id: the id example-authority twice" },
  { "/recipients/lint/no-country", AUTHORITIES, "\"country\": \"IE\"", "\"country\": \"XX\"",
    "[0].country: no such country in common.countries: XX" },
  { "/recipients/lint/no-region", AUTHORITIES, "\"DE-BE\"", "\"DE-HH\"",
    "[1].region: no such region of DE: DE-HH" },
  { "/recipients/lint/region-of-another", AUTHORITIES, "\"region\": null", "\"region\": \"DE-BE\"",
    "[0].region: no such region of IE: DE-BE" },
  { "/recipients/lint/nobody-competent", AUTHORITIES, "\"region\": \"DE-BE\"", "\"region\": null",
    "authorities.json: 0 authorities for private companies in DE-BE" },
  { "/recipients/lint/two-competent", AUTHORITIES, "\"private_sector\": false", "\"private_sector\": true",
    "authorities.json: 2 authorities for private companies in DE-NW" },
  { "/recipients/lint/day", AUTHORITIES, "\"2026-11-23\"", "\"2026-02-30\"", "[0].checked: expected a day" },
  { "/recipients/lint/no-address", AUTHORITIES, "[\"2 Example Street\", \"Exampletown\"]", "[]",
    "[0].address: at least 1 must be there" },
  { "/recipients/lint/two-lines-in-one", CONTROLLERS, "\"1 Example Street\"", "\"1 Example Street\\nBcc: x\"",
    "[0].address[0]: expected one line" },
  { "/recipients/lint/empty-line", CONTROLLERS, "\"1 Example Street\"", "\"\"",
    "[0].address[0]: expected one line" },
  { "/recipients/lint/bidi-in-address", CONTROLLERS, "1 Example Street", "1 \\u202eteertS",
    "[0].address[0]: a sign that turns" },
  { "/recipients/lint/seven-lines", CONTROLLERS, "[\"1 Example Street\", \"Exampletown\"]",
    "[\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\"]", "[0].address: 7 are too many, at most 6" },
  { "/recipients/lint/two-emails", CONTROLLERS, "privacy@example.org", "a@example.org,b@example.org",
    "[1].email: not an e-mail address" },
  { "/recipients/lint/header-in-email", CONTROLLERS, "privacy@example.org",
    "a@example.org\\nBcc: b@example.org", "[1].email: not an e-mail address" },
  { "/recipients/lint/email-of-a-foreign-domain", CONTROLLERS, "privacy@example.org", "privacy@evil.org",
    "[1].email: its domain is not in hosts.mail" },
  { "/recipients/lint/email-below-a-domain", CONTROLLERS, "privacy@example.org", "privacy@mail.example.org",
    "[1].email: its domain is not in hosts.mail" },
  { "/recipients/lint/email-with-a-name", CONTROLLERS, "privacy@example.org", "Me <privacy@example.org>",
    "[1].email: not an e-mail address" },
  { "/recipients/lint/email-with-a-question", CONTROLLERS, "privacy@example.org",
    "privacy@example.org?bcc=b@evil.org", "[1].email: not an e-mail address" },
  { "/recipients/lint/email-not-ascii", CONTROLLERS, "privacy@example.org", "prіvacy@example.org",
    "[1].email: not an e-mail address" },
  { "/recipients/lint/phone", AUTHORITIES, "\"+000\"", "\"+49;ext=1\"", "[0].phone: expected a number" },
  { "/recipients/lint/form-not-https", AUTHORITIES, "\"complaint_form\": null",
    "\"complaint_form\": \"http://www.example.org/\"", "[0].complaint_form: not an address" },
  { "/recipients/lint/form-of-a-foreign-host", AUTHORITIES, "\"complaint_form\": null",
    "\"complaint_form\": \"https://evil.org/\"", "[0].complaint_form: its host is not in hosts" },
  { "/recipients/lint/language", AUTHORITIES, "[\"en\"]", "[\"English\"]",
    "[0].languages[0]: expected a language" },
  { "/recipients/lint/name-of-two-lines", AUTHORITIES, "\"name\": \"Example Authority\"",
    "\"name\": \"A\\nB\"", "[0].name: expected one line" },
  { "/recipients/lint/no-services", CONTROLLERS, "[\"Example\"]", "[]",
    "[0].services: at least 1 must be there" },
  { "/recipients/lint/no-source", CONTROLLERS, "\"sources\": [\"example-policy\"]", "\"sources\": []",
    "[0].sources: at least 1 must be there" },
  { "/recipients/lint/note-beside-words", CONTROLLERS, "\"checked\"", "\"note\": \"x\", \"checked\"",
    "[0].note: no such member here" },
  { "/recipients/lint/country-code", "common.json", "\"code\": \"IE\"", "\"code\": \"ie\"",
    "countries[0].code: expected a code such as DE" },
  { "/recipients/lint/country-twice", "common.json", "\"code\": \"US\"", "\"code\": \"IE\"",
    "countries[2].code: the country IE twice" },
  { "/recipients/lint/country-is-no-object", "common.json", "{ \"code\": \"US\" }", "\"US\"",
    "countries[2]: expected an object" },
  { "/recipients/lint/region-code", "common.json", "\"DE-BE\"", "\"Berlin\"",
    "countries[1].regions[0]: expected a code such as DE-NW" },
  { "/recipients/lint/region-elsewhere", "common.json", "\"DE-BE\"", "\"AT-BE\"",
    "countries[1].regions: not in DE: AT-BE" },
  { "/recipients/lint/country-regime", "common.json", "\"regime\": \"gdpr\"", "\"regime\": \"law\"",
    "countries[0].regime: no such id in regimes: law" },
  { "/recipients/lint/country-unused", "common.json", "{ \"code\": \"US\" }",
    "{ \"code\": \"US\" }, { \"code\": \"JP\" }", "common.json: countries: nothing uses JP" },
  { "/recipients/lint/country-without-name", "text/de/common.json", "\"countries/IE.name\": \"Irland\",", "",
    "text/de/common.json: countries/IE.name: missing" },
  { "/recipients/lint/note-says-checked", "text/en/common.json", "Complain to the company first.",
    "We checked this.", "authorities/example-authority.note: says that somebody checked it" },
};

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr(Folder) folder = guidance_trees_copy_sound ();
  g_auto(GStrv) complaints = NULL;
  g_autoptr(GError) error = NULL;

  guidance_trees_edit (folder, fault->file, fault->find, fault->replace);
  complaints = veto_authoring_lint (folder, &error);
  g_assert_no_error (error);
  if (!guidance_trees_any_contains (complaints, fault->complaint))
    for (guint i = 0; complaints[i] != NULL; i++)
      g_test_message ("%s", complaints[i]);
  g_assert_true (guidance_trees_any_contains (complaints, fault->complaint));
}

typedef struct
{
  const char *name;
  const char *text;
  const char *first; /* nullable: nothing is found */
} Search;

static const Search searches[] = {
  { "/recipients/search/service", "gmail", "google" },
  { "/recipients/search/capitals", "INSTAGRAM", "meta" },
  { "/recipients/search/company", "alphabet", NULL },
  { "/recipients/search/company-name", "meta platforms", "meta" },
  { "/recipients/search/words-in-any-order", "ireland openai", "openai" },
  { "/recipients/search/accents", "çhátgpt", "openai" },
  { "/recipients/search/service-before-company", "discord", "discord" },
  { "/recipients/search/exact-beginning-first", "x", "x" },
  { "/recipients/search/inside-a-word", "book", "meta" },
  { "/recipients/search/spaces-around", "  zoom  ", "zoom" },
  { "/recipients/search/each-word-counts", "zoom dublin", NULL },
  { "/recipients/search/nothing", "zzz", NULL },
};

static void
test_search (gconstpointer data)
{
  const Search *search = data;
  g_autoptr(VetoControllerList) list = veto_controller_list_new (guidance);
  g_autoptr(VetoControllerItem) first = NULL;

  veto_controller_list_search (list, search->text);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (first != NULL ? veto_controller_item_get_controller (first)->id : NULL, ==, search->first);
}

static void
count_cb (GListModel *model, guint position, guint n_removed, guint n_added, gpointer data)
{
  guint *n_shown = data;

  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpuint (n_removed, ==, *n_shown);
  g_assert_cmpuint (n_added, ==, g_list_model_get_n_items (model));
  *n_shown = n_added;
}

/* Everything is shown again when nothing is looked for, and whoever shows it hears of each change. */
static void
test_list (void)
{
  g_autoptr(VetoControllerList) list = veto_controller_list_new (guidance);
  g_autoptr(VetoControllerItem) item = NULL;
  g_autofree char *services = NULL;
  g_autofree char *name = NULL;
  gboolean         has_guide;
  guint            n_shown = g_list_model_get_n_items (G_LIST_MODEL (list));

  g_assert_cmpuint (n_shown, ==, 53);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == VETO_TYPE_CONTROLLER_ITEM);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), n_shown));
  g_signal_connect (list, "items-changed", G_CALLBACK (count_cb), &n_shown);
  veto_controller_list_search (list, "whatsapp");
  g_assert_cmpuint (n_shown, ==, 1);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_object_get (item, "services", &services, "name", &name, "has-guide", &has_guide, NULL);
  g_assert_cmpstr (services, ==, "WhatsApp");
  g_assert_cmpstr (name, ==, "WhatsApp Ireland Limited");
  g_assert_true (has_guide);
  veto_controller_list_search (list, " ");
  g_assert_cmpuint (n_shown, ==, 53);
}

/* A service without a guide is the one that needs a letter. */
static void
test_without_guide (void)
{
  g_autoptr(VetoControllerList) list = veto_controller_list_new (guidance);
  g_autoptr(VetoControllerItem) item = NULL;

  veto_controller_list_search (list, "duolingo");
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_false (veto_controller_item_has_guide (item));
}

int
main (int argc, char *argv[])
{
  int code;

  g_test_init (&argc, &argv, NULL);
  guidance = guidance_trees_load_real ("en");
  g_test_add_func ("/recipients/all-authorities", test_all_authorities);
  g_test_add_func ("/recipients/all-controllers", test_all_controllers);
  g_test_add_func ("/recipients/newer-address", test_newer_address);
  g_test_add_func ("/recipients/german", test_german);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add_data_func (faults[i].name, &faults[i], test_fault);
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    g_test_add_data_func (searches[i].name, &searches[i], test_search);
  g_test_add_func ("/recipients/list", test_list);
  g_test_add_func ("/recipients/without-guide", test_without_guide);
  code = g_test_run ();
  g_clear_object (&guidance);
  return code;
}
