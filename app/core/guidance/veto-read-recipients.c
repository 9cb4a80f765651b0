/* Who gets letters: countries and their parts, authorities, companies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include <string.h>

#include "veto-email.h"
#include "veto-json.h"
#include "veto-readers.h"
#include "veto-text.h"

#define MAX_COUNTRIES 250
#define MAX_REGIONS 100
#define MAX_LINES 6        /* below the name, in the window of an envelope */
#define MAX_LINE_BYTES 250 /* for authors; the program and its pages bear more */
#define MAX_SERVICES 50
#define MAX_LANGUAGES 10

static gboolean
is_upper (const char *text, gsize n_bytes)
{
  return strlen (text) == n_bytes && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == n_bytes;
}

static const char *
check_region (VetoReader *reader, const char *text)
{
  gboolean right = strlen (text) > 3 && text[2] == '-' && strlen (text) <= 6
                   && strspn (text + 3, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == strlen (text + 3);
  return right && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 2 ? NULL : "expected a code such as DE-NW";
}

static const char *
check_language (VetoReader *reader, const char *text)
{
  gsize n_bytes = strspn (text, "abcdefghijklmnopqrstuvwxyz");
  return text[n_bytes] == '\0' && (n_bytes == 2 || n_bytes == 3) ? NULL : "expected a language such as de";
}

static const char *
check_line (VetoReader *reader, const char *text)
{
  if (*text == '\0' || strchr (text, '\n') != NULL || g_ascii_isspace (text[0])
      || g_ascii_isspace (text[strlen (text) - 1]))
    return "expected one line";
  return !reader->strict || strlen (text) <= MAX_LINE_BYTES ? NULL : "too long for a line";
}

/* Authors give everything; the program does without what is not needed to name a company. */
static gboolean
is_asked (VetoReader *reader, const VetoJson *object, const char *member)
{
  return reader->strict || veto_json_has (object, member);
}

static const char *const *
read_lines (VetoReader *reader, const VetoJson *object, const char *member, guint min, guint max)
{
  static const char *const nothing[] = { NULL };

  return is_asked (reader, object, member)
           ? veto_reader_read_texts (reader, object, member, min, max, VETO_GUIDANCE_ERROR_MALFORMED,
                                     check_line)
           : nothing;
}

/* One line, such as a name. Returns: (transfer none): "" when it is not */
static const char *
read_line (VetoReader *reader, const VetoJson *object, const char *member)
{
  const char *text = veto_reader_get_text (reader, object, member);
  const char *why = text != NULL ? check_line (reader, text) : NULL;

  if (why != NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, member, "%s", why);
  return text != NULL ? text : "";
}

/* A letter holds a name, an address, reasons: where it may go is on a list, as links are. Rule: security design, 6.2. */
static const char *
read_email (VetoReader *reader, const VetoJson *object)
{
  const char *text = veto_reader_get_optional_text (reader, object, "email"), *why = NULL;

  if (text == NULL)
    return NULL;
  if (!veto_email_is_address (text)
      || !g_regex_match_simple ("^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@", text, 0, 0))
    why = "not an e-mail address";
  else if (veto_reader_use (reader, VETO_IDS_MAIL, strchr (text, '@') + 1) == NULL)
    why = "its domain is not in hosts.mail";
  if (why == NULL)
    return text;
  veto_reader_complain (reader, VETO_GUIDANCE_ERROR_LINK, "email", "%s: %s", why, text);
  return NULL;
}

static const char *
read_phone (VetoReader *reader, const VetoJson *object)
{
  const char *text = veto_reader_get_optional_text (reader, object, "phone");

  if (text == NULL || (text[0] == '+' && text[1 + strspn (text + 1, "0123456789 ")] == '\0'))
    return text;
  veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "phone",
                        "expected a number such as +49 211 384240");
  return NULL;
}

static const char *
read_link (VetoReader *reader, const VetoJson *object, const char *member)
{
  const char *link = veto_reader_get_optional_text (reader, object, member);
  const char *why = link != NULL ? veto_reader_check_link (reader, link) : NULL;

  if (why == NULL)
    return link;
  veto_reader_complain (reader, VETO_GUIDANCE_ERROR_LINK, member, "%s: %s", why, link);
  return NULL;
}

/* @checked: stays as it is where nobody knows */
static void
read_checked (VetoReader *reader, const VetoJson *object, GDate *checked)
{
  if (veto_json_has (object, "checked"))
    veto_reader_get_day (reader, object, "checked", checked);
}

static const VetoSource *const *
read_sources (VetoReader *reader, const VetoJson *object)
{
  static const VetoSource *const nothing[] = { NULL };

  if (!is_asked (reader, object, "sources"))
    return nothing;
  return (const VetoSource *const *) veto_reader_read_references (reader, object, "sources", 1,
                                                                  VETO_IDS_SOURCES);
}

/* @member: the code of a country. Returns: (nullable) */
static const VetoCountry *
read_country_code (VetoReader *reader, const VetoJson *object, const char *member)
{
  const char        *code = veto_reader_get_text (reader, object, member);
  const VetoCountry *country = code != NULL ? veto_reader_use (reader, VETO_IDS_COUNTRIES, code) : NULL;

  if (code != NULL && country == NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, member,
                          "no such country in common.countries: %s", code);
  return country;
}

static const VetoRegion *
find_region (const VetoCountry *country, const char *code)
{
  for (guint i = 0; country != NULL && i < country->n_regions; i++)
    if (g_str_equal (country->regions[i].code, code))
      return &country->regions[i];
  return NULL;
}

static void
read_regions (VetoReader *reader, const VetoJson *node, VetoCountry *country)
{
  const char *const *codes = veto_reader_read_texts (reader, node, "regions", 1, MAX_REGIONS,
                                                     VETO_GUIDANCE_ERROR_MALFORMED, check_region);
  guint              n = g_strv_length ((char **) codes);
  VetoRegion        *regions = veto_pool_new_array (reader->pool, VetoRegion, n);

  for (guint i = 0; i < n; i++)
    {
      gsize key = veto_reader_enter_key (reader, "regions/", codes[i]);

      if (strncmp (codes[i], country->code, 2) != 0)
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "regions", "not in %s: %s",
                              country->code, codes[i]);
      regions[i].code = codes[i];
      regions[i].name = veto_reader_get_words (reader, ".name", VETO_WORDS_REQUIRED, NULL);
      regions[i].place = veto_reader_get_words (reader, ".place", 0, NULL);
      veto_reader_leave_key (reader, key);
    }
  country->regions = regions;
  country->n_regions = n;
}

static void
read_country (VetoReader *reader, const VetoJson *node, VetoCountry *country)
{
  static const char *const members[] = { "code", "regime", "regions", NULL };
  const char              *code, *regime;
  gsize                    key;

  country->code = "";
  if (node->kind != VETO_JSON_OBJECT)
    {
      veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "expected an object");
      return;
    }
  veto_reader_check_members (reader, node, members, NULL);
  code = veto_reader_get_text (reader, node, "code");
  if (code == NULL || !is_upper (code, 2))
    {
      if (code != NULL)
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "code", "expected a code such as DE");
      return;
    }
  country->code = code;
  regime = veto_reader_get_optional_text (reader, node, "regime");
  if (regime != NULL && (country->regime = veto_reader_use (reader, VETO_IDS_REGIMES, regime)) == NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "regime", "no such id in regimes: %s",
                          regime);
  key = veto_reader_enter_key (reader, "countries/", code);
  country->name = veto_reader_get_words (reader, ".name", VETO_WORDS_REQUIRED, NULL);
  country->place = veto_reader_get_words (reader, ".place", 0, NULL);
  veto_reader_leave_key (reader, key);
  if (veto_json_has (node, "regions"))
    read_regions (reader, node, country);
  if (!veto_reader_define (reader, VETO_IDS_COUNTRIES, code, country))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "code", "the country %s twice", code);
}

void
veto_read_countries (VetoReader *reader, const VetoJson *common, VetoShared *shared)
{
  const VetoJson *list =
    is_asked (reader, common, "countries") ? veto_reader_get_list (reader, common, "countries") : NULL;
  guint n = list != NULL ? list->n_items : 0;
  gsize mark = veto_reader_enter (reader, "countries");

  if (n > MAX_COUNTRIES)
    {
      veto_reader_complain (reader, VETO_GUIDANCE_ERROR_TOO_BIG, NULL,
                            "%u are too many, at most %d are allowed", n, MAX_COUNTRIES);
      n = 0;
    }
  shared->countries = veto_pool_new_array (reader->pool, VetoCountry, n);
  shared->n_countries = n;
  for (guint i = 0; i < n; i++)
    {
      gsize inner = veto_reader_enter_element (reader, i);

      read_country (reader, &list->items[i], &shared->countries[i]);
      veto_reader_leave (reader, inner);
    }
  veto_reader_leave (reader, mark);
}

void
veto_read_authority (VetoReader *reader, const VetoJson *node, gpointer entry, gpointer data)
{
  static const char *const members[] = { "id",      "country",   "region",         "name",
                                         "name_en", "address",   "email",          "phone",
                                         "website", "languages", "complaint_form", "private_sector",
                                         "sources", "source",    "checked",        NULL };
  VetoAuthority           *authority = entry;
  const char              *region = veto_reader_get_optional_text (reader, node, "region");
  gsize                    key = veto_reader_enter_key (reader, "authorities/", authority->id);

  veto_reader_check_members (reader, node, members, NULL);
  authority->country = read_country_code (reader, node, "country");
  authority->region = region != NULL ? find_region (authority->country, region) : NULL;
  if (region != NULL && authority->country != NULL && authority->region == NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "region", "no such region of %s: %s",
                          authority->country->code, region);
  authority->name = read_line (reader, node, "name");
  authority->name_en = read_line (reader, node, "name_en");
  authority->address = read_lines (reader, node, "address", 1, MAX_LINES);
  authority->email = read_email (reader, node);
  authority->phone = read_phone (reader, node);
  authority->website = read_link (reader, node, "website");
  authority->form = read_link (reader, node, "complaint_form");
  authority->languages = veto_reader_read_texts (reader, node, "languages", 1, MAX_LANGUAGES,
                                                 VETO_GUIDANCE_ERROR_MALFORMED, check_language);
  authority->for_companies = veto_reader_get_boolean (reader, node, "private_sector");
  authority->note = veto_reader_get_words (reader, ".note", VETO_WORDS_BODY | VETO_WORDS_UNTRIED, NULL);
  authority->sources = read_sources (reader, node);
  authority->record = is_asked (reader, node, "source") ? read_line (reader, node, "source") : "";
  read_checked (reader, node, &authority->checked);
  veto_reader_leave_key (reader, key);
  veto_reader_define (reader, VETO_IDS_AUTHORITIES, authority->id, authority);
}

static const char *
check_mail_domain (VetoReader *reader, const char *text)
{
  return veto_reader_use (reader, VETO_IDS_MAIL, text) != NULL ? NULL : "it is not in hosts.mail";
}

static const char *const *
read_mail_domains (VetoReader *reader, const VetoJson *node)
{
  static const char *const none[] = { NULL };

  return veto_json_has (node, "mail") ? veto_reader_read_texts (reader, node, "mail", 1, MAX_LINES,
                                                                VETO_GUIDANCE_ERROR_LINK, check_mail_domain)
                                      : none;
}

void
veto_read_controller (VetoReader *reader, const VetoJson *node, gpointer entry, gpointer data)
{
  static const char *const members[] = { "id",    "name",         "services", "address",
                                         "email", "privacy_form", "country",  "lead_authority",
                                         "mail",  "sources",      "source",   "checked",
                                         NULL };
  VetoController          *controller = entry;
  const char              *lead = veto_reader_get_optional_text (reader, node, "lead_authority");
  gsize                    key = veto_reader_enter_key (reader, "controllers/", controller->id);

  veto_reader_check_members (reader, node, members, NULL);
  controller->name = read_line (reader, node, "name");
  controller->services = read_lines (reader, node, "services", 1, MAX_SERVICES);
  controller->address = read_lines (reader, node, "address", 0, MAX_LINES);
  controller->email = read_email (reader, node);
  controller->form = read_link (reader, node, "privacy_form");
  controller->mail = read_mail_domains (reader, node);
  if (is_asked (reader, node, "country"))
    controller->country = read_country_code (reader, node, "country");
  controller->lead = lead != NULL ? veto_reader_use (reader, VETO_IDS_AUTHORITIES, lead) : NULL;
  if (lead != NULL && controller->lead == NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "lead_authority",
                          "no such id in authorities: %s", lead);
  controller->note = veto_reader_get_words (reader, ".note", VETO_WORDS_BODY | VETO_WORDS_UNTRIED, NULL);
  controller->sources = read_sources (reader, node);
  controller->record = is_asked (reader, node, "source") ? read_line (reader, node, "source") : "";
  read_checked (reader, node, &controller->checked);
  veto_reader_leave_key (reader, key);
  veto_reader_define (reader, VETO_IDS_CONTROLLERS, controller->id, controller->name);
}

/* How many authorities a person there could be sent to with a complaint about a company; one is right. */
static void
check_competence (VetoReader        *reader,
                  const VetoShared  *shared,
                  const VetoCountry *country,
                  const VetoRegion  *region)
{
  guint n = 0;

  for (guint i = 0; i < shared->n_authorities; i++)
    if (shared->authorities[i].for_companies && shared->authorities[i].country == country
        && shared->authorities[i].region == region)
      n++;
  if (n != 1)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, NULL,
                          "%u authorities for private companies in %s, expected one", n,
                          region != NULL ? region->code : country->code);
}

void
veto_lint_competence (VetoReader *reader, const VetoShared *shared)
{
  veto_read_enter_part (reader, "authorities");
  for (guint i = 0; i < shared->n_countries; i++)
    {
      const VetoCountry *country = &shared->countries[i];

      if (country->regime != NULL && country->n_regions == 0)
        check_competence (reader, shared, country, NULL);
      for (guint k = 0; country->regime != NULL && k < country->n_regions; k++)
        check_competence (reader, shared, country, &country->regions[k]);
    }
}
