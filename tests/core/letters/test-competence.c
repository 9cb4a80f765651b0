/* Whom a person complains to, for each country and Land, and what is said about it; with the guidance that Veto ships.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "letter-fixture.h"
#include "veto-competence.h"
#include "veto-day.h"
#include "veto-paper.h"
#include "veto-proposal.h"

#define TODAY "2026-11-26"

typedef struct
{
  const char *name;
  const char *country;
  const char *region;     /* nullable */
  const char *controller; /* nullable */
  const char *authority;
  const char *words; /* in one of the sentences */
} Sample;

static const Sample samples[] = {
  { "/competence/at", "AT", NULL, NULL, "at-dsb", "in Austria" },
  { "/competence/be", "BE", NULL, NULL, "be-apd-gba", "in Belgium" },
  { "/competence/bg", "BG", NULL, NULL, "bg-cpdp", "in Bulgaria" },
  { "/competence/ch", "CH", NULL, NULL, "ch-edoeb", "in Switzerland" },
  { "/competence/cy", "CY", NULL, NULL, "cy-commissioner", "in Cyprus" },
  { "/competence/cz", "CZ", NULL, NULL, "cz-uoou", "in Czechia" },
  { "/competence/dk", "DK", NULL, NULL, "dk-datatilsynet", "in Denmark" },
  { "/competence/ee", "EE", NULL, NULL, "ee-aki", "in Estonia" },
  { "/competence/es", "ES", NULL, NULL, "es-aepd", "in Spain" },
  { "/competence/fi", "FI", NULL, NULL, "fi-tietosuoja", "in Finland" },
  { "/competence/fr", "FR", NULL, NULL, "fr-cnil", "in France" },
  { "/competence/gb", "GB", NULL, NULL, "gb-ico", "in the United Kingdom" },
  { "/competence/gr", "GR", NULL, NULL, "gr-hdpa", "in Greece" },
  { "/competence/hr", "HR", NULL, NULL, "hr-azop", "in Croatia" },
  { "/competence/hu", "HU", NULL, NULL, "hu-naih", "in Hungary" },
  { "/competence/ie", "IE", NULL, NULL, "ie-dpc", "in Ireland" },
  { "/competence/is", "IS", NULL, NULL, "is-personuvernd", "in Iceland" },
  { "/competence/it", "IT", NULL, NULL, "it-garante", "in Italy" },
  { "/competence/li", "LI", NULL, NULL, "li-dss", "in Liechtenstein" },
  { "/competence/lt", "LT", NULL, NULL, "lt-vdai", "in Lithuania" },
  { "/competence/lu", "LU", NULL, NULL, "lu-cnpd", "in Luxembourg" },
  { "/competence/lv", "LV", NULL, NULL, "lv-dvi", "in Latvia" },
  { "/competence/mt", "MT", NULL, NULL, "mt-idpc", "in Malta" },
  { "/competence/nl", "NL", NULL, NULL, "nl-ap", "in the Netherlands" },
  { "/competence/no", "NO", NULL, NULL, "no-datatilsynet", "in Norway" },
  { "/competence/pl", "PL", NULL, NULL, "pl-uodo", "in Poland" },
  { "/competence/pt", "PT", NULL, NULL, "pt-cnpd", "in Portugal" },
  { "/competence/ro", "RO", NULL, NULL, "ro-anspdcp", "in Romania" },
  { "/competence/se", "SE", NULL, NULL, "se-imy", "in Sweden" },
  { "/competence/si", "SI", NULL, NULL, "si-ip-rs", "in Slovenia" },
  { "/competence/sk", "SK", NULL, NULL, "sk-uoou", "in Slovakia" },
  { "/competence/de-bb", "DE", "DE-BB", NULL, "de-bb-lda", "in Brandenburg" },
  { "/competence/de-be", "DE", "DE-BE", NULL, "de-be-blnbdi", "in Berlin" },
  { "/competence/de-bw", "DE", "DE-BW", NULL, "de-bw-lfdi", "in Baden-Württemberg" },
  { "/competence/de-by", "DE", "DE-BY", NULL, "de-by-baylda", "in Bavaria" },
  { "/competence/de-by-says-why", "DE", "DE-BY", NULL, "de-by-baylda",
    "Private companies in Bavaria: BayLDA" },
  { "/competence/de-hb", "DE", "DE-HB", NULL, "de-hb-lfdi", "in Bremen" },
  { "/competence/de-he", "DE", "DE-HE", NULL, "de-he-hbdi", "in Hesse" },
  { "/competence/de-hh", "DE", "DE-HH", NULL, "de-hh-hmbbfdi", "in Hamburg" },
  { "/competence/de-mv", "DE", "DE-MV", NULL, "de-mv-lfdi", "in Mecklenburg-Vorpommern" },
  { "/competence/de-ni", "DE", "DE-NI", NULL, "de-ni-lfd", "in Lower Saxony" },
  { "/competence/de-nw", "DE", "DE-NW", NULL, "de-nw-ldi", "in North Rhine-Westphalia" },
  { "/competence/de-rp", "DE", "DE-RP", NULL, "de-rp-lfdi", "in Rhineland-Palatinate" },
  { "/competence/de-sh", "DE", "DE-SH", NULL, "de-sh-uld", "in Schleswig-Holstein" },
  { "/competence/de-sl", "DE", "DE-SL", NULL, "de-sl-udz", "in the Saarland" },
  { "/competence/de-sn", "DE", "DE-SN", NULL, "de-sn-sdtb", "in Saxony" },
  { "/competence/de-st", "DE", "DE-ST", NULL, "de-st-lfd", "in Saxony-Anhalt" },
  { "/competence/de-th", "DE", "DE-TH", NULL, "de-th-tlfdi", "in Thuringia" },
  { "/competence/small-letters", "de", "de-nw", NULL, "de-nw-ldi", "in North Rhine-Westphalia" },
  { "/competence/short-region", "DE", "NW", NULL, "de-nw-ldi", "in North Rhine-Westphalia" },
  { "/competence/region-not-needed", "AT", "AT-9", NULL, "at-dsb", "in Austria" },
  { "/competence/uk-company-first", "GB", NULL, NULL, "gb-ico", "Complain to the company itself first." },
  { "/competence/lead-elsewhere", "DE", "DE-NW", "meta", "de-nw-ldi",
    "For Meta Platforms Ireland Limited the lead is with an authority in Ireland: Data Protection "
    "Commission. You can still complain to yours; it passes the complaint on." },
  { "/competence/lead-is-the-same", "IE", NULL, "meta", "ie-dpc", "It also leads for Meta" },
  { "/competence/lead-is-a-land", "AT", NULL, "deepl", "at-dsb",
    "an authority in Germany: North Rhine-Westphalia Commissioner" },
  { "/competence/no-lead-known", "FR", NULL, "canva", "fr-cnil",
    "For Canva Pty Ltd no lead authority is known. So the one where you live is the right one." },
};

static VetoGuideSet *guidance; /* in English */

static VetoCompetence *
find (const char *country, const char *region, const char *controller, const char *today, GError **error)
{
  GDate day;

  g_assert_true (veto_day_parse (today, &day));
  if (controller != NULL)
    g_assert_nonnull (veto_guide_set_find_controller (guidance, controller));
  return veto_competence_find (guidance, country, region,
                               controller != NULL ? veto_guide_set_find_controller (guidance, controller)
                                                  : NULL,
                               &day, error);
}

static void
test_find (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoCompetence)
               found = find (sample->country, sample->region, sample->controller, TODAY, &error);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (found->authority->id, ==, sample->authority);
  g_assert_true (found->authority->for_companies);
  said = g_strjoin ("\n", found->reason, found->lead_remark != NULL ? found->lead_remark : "",
                    found->authority->note, NULL);
  if (strstr (said, sample->words) == NULL)
    g_test_message ("%s", said);
  g_assert_nonnull (strstr (said, sample->words));
  g_assert_cmpint (found->lead_remark != NULL, ==, sample->controller != NULL);
}

/* No country and no region is left out of the table above. */
static void
test_table_is_whole (void)
{
  guint              n_countries, n_places = 0, n_rows = 0;
  const VetoCountry *countries = veto_guide_set_get_countries (guidance, &n_countries);
  g_autoptr(GHashTable) authorities = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_countries; i++)
    if (countries[i].regime != NULL)
      n_places += MAX (countries[i].n_regions, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    n_rows += g_hash_table_add (authorities, (gpointer) samples[i].authority);
  g_assert_cmpuint (n_places, ==, 47); /* 31 countries with one, and 16 Länder */
  g_assert_cmpuint (n_rows, ==, n_places);
}

/* One authority leads for others in the EU alone. */
static void
test_no_lead_outside (gconstpointer data)
{
  g_autoptr(VetoCompetence) found = find (data, NULL, "meta", TODAY, NULL);

  g_assert_nonnull (found);
  g_assert_null (found->lead);
  g_assert_null (found->lead_remark);
}

typedef struct
{
  const char         *name;
  const char         *country;
  const char         *region;
  VetoCompetenceError code;
  const char         *words;
} Fault;

static const Fault faults[] = {
  { "/competence/faults/known-country", "US", NULL, VETO_COMPETENCE_ERROR_OUTSIDE,
    "Veto knows no authority for this country: United States. It knows those of: the EU, Iceland, " },
  { "/competence/faults/unknown-country", "JP", NULL, VETO_COMPETENCE_ERROR_OUTSIDE,
    "for this country: JP." },
  { "/competence/faults/empty-country", "", NULL, VETO_COMPETENCE_ERROR_OUTSIDE, "; Switzerland" },
  { "/competence/faults/no-text", "\377", NULL, VETO_COMPETENCE_ERROR_OUTSIDE,
    "for this country: \357\277\275." },
  { "/competence/faults/needs-region", "DE", NULL, VETO_COMPETENCE_ERROR_NEEDS_REGION,
    "Germany has several authorities." },
  { "/competence/faults/unknown-region", "DE", "DE-XX", VETO_COMPETENCE_ERROR_UNKNOWN_REGION,
    "Germany has no part called “DE-XX”." },
  { "/competence/faults/empty-region", "DE", "", VETO_COMPETENCE_ERROR_UNKNOWN_REGION,
    "Germany has no part" },
};

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr(GError) error = NULL;

  g_assert_null (find (fault->country, fault->region, NULL, TODAY, &error));
  g_assert_error (error, VETO_COMPETENCE_ERROR, (int) fault->code);
  g_assert_nonnull (strstr (error->message, fault->words));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

typedef struct
{
  const char *name;
  const char *as_of; /* nullable */
  const char *today;
  const char *words; /* nullable: nothing is said */
} Age;

static const Age ages[] = {
  { "/competence/age/new", "2026-11-23", TODAY, NULL },
  { "/competence/age/two-years-to-the-day", "2024-11-26", TODAY, NULL },
  { "/competence/age/a-day-more", "2024-11-25", TODAY,
    "more than two years old (25 November 2024). Look on" },
  { "/competence/age/leap-day", "2024-02-29", "2026-02-28", NULL },
  { "/competence/age/leap-day-and-more", "2024-02-29", "2026-03-01", "(29 February 2024)" },
  { "/competence/age/to-come", "2030-01-01", TODAY, NULL },
  { "/competence/age/unknown", NULL, TODAY, "Nobody knows how old" },
};

static void
test_age (gconstpointer data)
{
  const Age       *age = data;
  g_autofree char *remark = NULL;
  GDate            as_of, today;

  g_date_clear (&as_of, 1);
  if (age->as_of != NULL)
    g_assert_true (veto_day_parse (age->as_of, &as_of));
  g_assert_true (veto_day_parse (age->today, &today));
  remark = veto_address_dup_age_remark (&as_of, &today);
  if (age->words == NULL)
    g_assert_cmpstr (remark, ==, NULL);
  else
    {
      g_assert_nonnull (remark);
      g_assert_nonnull (strstr (remark, age->words));
    }
}

static void
test_age_of_authority (void)
{
  g_autoptr(VetoCompetence) fresh = find ("DE", "DE-NW", NULL, "2024-11-17", NULL);
  g_autoptr(VetoCompetence) stale = find ("DE", "DE-NW", NULL, "2024-11-18", NULL);

  g_assert_null (fresh->age_remark); /* it is as of 17 November 2022 */
  g_assert_nonnull (strstr (stale->age_remark, "(17 November 2022)"));
}

static void
test_language (void)
{
  static const char *const both[] = { "de", "en", NULL }, *const french[] = { "fr", NULL };
  static const struct
  {
    const char *controller;
    const char *language;
  } rows[] = {
    { "meta", "en" },    { "deepl", "de" },   { "amazon", "de" }, { "hugging-face", "en" },
    { "spotify", "en" }, { "discord", "en" }, { "canva", "en" },  { "bumble", "en" },
  };
  VetoGuideSet *set = guidance;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const VetoController *controller = veto_guide_set_find_controller (set, rows[i].controller);

      g_assert_cmpstr (veto_propose_language (set, controller->country, both), ==, rows[i].language);
      g_assert_cmpstr (veto_propose_language (set, controller->country, french), ==, "fr");
    }
  g_assert_cmpstr (veto_propose_language (set, veto_guide_set_find_authority (set, "at-dsb")->country, both),
                   ==, "de");
  g_assert_cmpstr (veto_propose_language (set, veto_guide_set_find_authority (set, "ch-edoeb")->country,
                                          both),
                   ==, "de");
  g_assert_cmpstr (veto_propose_language (set, NULL, both), ==, "en");
}

static void
test_regime (void)
{
  static const char *const rows[][2] = {
    { "GB", "uk" }, { "CH", "ch" }, { "DE", "gdpr" }, { "IS", "gdpr" }, { "NO", "gdpr" }, { "US", "gdpr" },
  };
  VetoLetterKind    *kind = veto_guide_set_find_letter (guidance, "objection");
  guint              n_countries, n_seen = 0;
  const VetoCountry *countries = veto_guide_set_get_countries (guidance, &n_countries);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint k = 0; k < n_countries; k++)
      if (g_str_equal (countries[k].code, rows[i][0]))
        {
          g_assert_cmpstr (veto_propose_regime (kind, &countries[k]), ==, rows[i][1]);
          n_seen++;
        }
  g_assert_cmpuint (n_seen, ==, G_N_ELEMENTS (rows));
  g_assert_cmpstr (veto_propose_regime (kind, NULL), ==, "gdpr");
}

/* A title that a person can read: the authority's own name only in its own language. */
static void
test_title (void)
{
  const VetoAuthority *irish = veto_guide_set_find_authority (guidance, "ie-dpc");
  const VetoAuthority *greek = veto_guide_set_find_authority (guidance, "gr-hdpa");

  g_assert_cmpstr (veto_authority_get_title (irish, "en"), ==, "Data Protection Commission");
  g_assert_cmpstr (veto_authority_get_title (irish, "de"), ==, "Data Protection Commission");
  g_assert_cmpstr (veto_authority_get_title (greek, "el"), ==, greek->name);
  g_assert_cmpstr (veto_authority_get_title (greek, "de"), ==, greek->name_en);
}

/* Whole on paper, in the window of an envelope and without one */
static void
check_paper (const VetoRecipient *recipient)
{
  g_autofree char *lines = g_strjoinv ("\n", recipient->lines);
  g_autofree char *text = g_strjoin ("\n", recipient->name, lines, NULL);

  for (VetoPaperStyle style = VETO_PAPER_DIN_5008; style <= VETO_PAPER_LETTER; style++)
    {
      g_autoptr(VetoDocument) document = veto_document_new ("Subject", "en");
      g_autoptr(GError) error = NULL;
      g_autoptr(VetoPaper) paper = NULL;

      veto_document_set_recipient (document, text);
      veto_document_add_paragraph (document, "Text.");
      paper = veto_paper_lay_out (document, style, &error);
      g_assert_no_error (error);
      g_assert_nonnull (paper);
    }
}

static void
test_on_paper (void)
{
  guint                 n_controllers, n_authorities;
  const VetoController *controllers = veto_guide_set_get_controllers (guidance, &n_controllers);
  const VetoAuthority  *authorities = veto_guide_set_get_authorities (guidance, &n_authorities);

  for (guint i = 0; i < n_controllers; i++)
    {
      g_autoptr(VetoRecipient) recipient = veto_recipient_new_for_controller (&controllers[i]);

      g_assert_true (veto_recipient_has_address (recipient));
      check_paper (recipient);
    }
  for (guint i = 0; i < n_authorities; i++)
    {
      g_autoptr(VetoRecipient) recipient = veto_recipient_new_for_authority (&authorities[i]);

      g_assert_cmpstr (recipient->name, ==, authorities[i].name);
      check_paper (recipient);
    }
}

/* Source: DIN 5008, addresses abroad: the country stands last, in capitals, in the language of where it is posted. */
static void
test_country_line (void)
{
  static const char *const with_country[] = { "1 Example Street", "Dublin 4", "Ireland", NULL };
  static const char *const with_town[] = { "1 Example Street", "Dublin 4", NULL };
  static const VetoCountry country = { .code = "IE", .name = "Österreich-Irland" };
  VetoController           company = { .name = "Example Ltd", .address = with_country, .country = &country };
  VetoAuthority            authority = { .name = "Office", .address = with_country, .country = &country };
  g_autoptr(VetoRecipient) known = veto_recipient_new_for_controller (&company);
  g_autoptr(VetoRecipient) office = veto_recipient_new_for_authority (&authority);
  g_autoptr(VetoRecipient) town = NULL, nowhere = NULL;

  g_assert_cmpstr (known->lines[1], ==, "Dublin 4");
  g_assert_cmpstr (known->lines[2], ==, "ÖSTERREICH-IRLAND");
  g_assert_cmpstr (office->lines[2], ==, "ÖSTERREICH-IRLAND");
  company.address = with_town;
  town = veto_recipient_new_for_controller (&company);
  g_assert_cmpstr (town->lines[1], ==, "Dublin 4");
  company.address = with_country;
  company.country = NULL;
  nowhere = veto_recipient_new_for_controller (&company);
  g_assert_cmpstr (nowhere->lines[2], ==, "Ireland");
}

static void
add_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_find);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add_data_func (faults[i].name, &faults[i], test_fault);
  for (gsize i = 0; i < G_N_ELEMENTS (ages); i++)
    g_test_add_data_func (ages[i].name, &ages[i], test_age);
}

/* What people wrote for the country they live in: its code or its name, however it is written */
static void
test_country (void)
{
  g_autoptr(VetoGuideSet) german = letter_fixture_load (TRUE, "de");
  static const struct
  {
    const char *typed;
    const char *code; /* nullable */
  } names[] = { { "DE", "DE" },         { "de", "DE" }, { "Deutschland", "DE" }, { " österreich ", "AT" },
                { "OSTERREICH", "AT" }, { "CH", "CH" }, { "Schweiz", "CH" },     { "Atlantis", NULL },
                { "", NULL },           { NULL, NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const VetoCountry *country = veto_country_find (german, names[i].typed);

      g_assert_cmpstr (country != NULL ? country->code : NULL, ==, names[i].code);
    }
  g_assert_cmpstr (veto_country_find_by_regime (german, "uk")->code, ==, "GB");
  g_assert_cmpstr (veto_country_find_by_regime (german, "ch")->code, ==, "CH");
  g_assert_null (veto_country_find_by_regime (german, "gdpr")); /* many */
}

int
main (int argc, char *argv[])
{
  int code;

  g_test_init (&argc, &argv, NULL);
  guidance = letter_fixture_load (TRUE, "en");
  add_table ();
  g_test_add_func ("/competence/table-is-whole", test_table_is_whole);
  g_test_add_data_func ("/competence/no-lead-in-britain", "GB", test_no_lead_outside);
  g_test_add_data_func ("/competence/no-lead-in-switzerland", "CH", test_no_lead_outside);
  g_test_add_func ("/competence/age/of-authority", test_age_of_authority);
  g_test_add_func ("/competence/title", test_title);
  g_test_add_func ("/competence/on-paper", test_on_paper);
  g_test_add_func ("/competence/country-line", test_country_line);
  g_test_add_func ("/proposal/language", test_language);
  g_test_add_func ("/proposal/regime", test_regime);
  g_test_add_func ("/competence/country", test_country);
  code = g_test_run ();
  g_clear_object (&guidance);
  return code;
}
