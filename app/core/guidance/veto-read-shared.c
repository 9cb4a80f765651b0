/* What platforms refer to: hosts, sources, who runs and who supervises them, and the lists of ids.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include <string.h>

#include "veto-json.h"
#include "veto-link.h"
#include "veto-readers.h"
#include "veto-text.h"

#define MAX_HOSTS 2000
#define MAX_ENTRIES 5000

void
veto_read_enter_part (VetoReader *reader, const char *part)
{
  if (reader->strict)
    g_string_printf (reader->where, "%s.json:", part);
  else
    g_string_printf (reader->where, "guidance.json: %s", part);
}

static void
check_link_member (VetoReader *reader, const VetoJson *object, const char *member)
{
  const char *link = veto_reader_get_optional_text (reader, object, member);
  const char *why = link != NULL ? veto_reader_check_link (reader, link) : NULL;

  if (why != NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_LINK, member, "%s: %s", why, link);
}

static const char *
check_host (VetoReader *reader, const char *text)
{
  return veto_link_is_host (text) ? NULL : "not the plain name of a host";
}

static void
define_hosts (VetoReader *reader, VetoIds ids, const char *const *hosts)
{
  for (guint i = 0; hosts[i] != NULL; i++)
    veto_reader_define (reader, ids, hosts[i], hosts[i]);
}

/* Those who sign guidance may not add a host to it: then the list from outside counts, and the bundle's own is only read. */
static void
read_hosts (VetoReader *reader, const VetoJson *bundle)
{
  static const char *const members[] = { "links", "mail", NULL };
  const VetoJson          *object;
  const char *const       *hosts;

  veto_reader_enter_document (reader, reader->strict ? "hosts.json" : "guidance.json");
  object = veto_reader_get_object (reader, bundle, "hosts");
  veto_read_enter_part (reader, "hosts");
  if (object == NULL)
    return;
  veto_reader_check_members (reader, object, members, NULL);
  hosts =
    veto_reader_read_texts (reader, object, "links", 0, MAX_HOSTS, VETO_GUIDANCE_ERROR_LINK, check_host);
  define_hosts (reader, VETO_IDS_HOSTS, reader->link_hosts != NULL ? reader->link_hosts : hosts);
  hosts = veto_reader_read_texts (reader, object, "mail", 0, MAX_HOSTS, VETO_GUIDANCE_ERROR_LINK, check_host);
  define_hosts (reader, VETO_IDS_MAIL, reader->mail_domains != NULL ? reader->mail_domains : hosts);
}

static const char *
check_id (VetoReader *reader, const char *text)
{
  return veto_text_is_id (text) ? NULL : "expected an id, small letters, digits and -";
}

/* @words: what the keys of the ids' names begin with, or %NULL when they have none */
static void
read_ids (VetoReader *reader, const VetoJson *common, const char *member, const char *words, VetoIds ids)
{
  const char *const *list =
    veto_reader_read_texts (reader, common, member, 0, MAX_ENTRIES, VETO_GUIDANCE_ERROR_MALFORMED, check_id);
  const char *value;

  for (guint i = 0; list[i] != NULL; i++)
    {
      gsize key = veto_reader_enter_key (reader, words != NULL ? words : "", list[i]);

      value = words != NULL ? veto_reader_get_words (reader, ".name", VETO_WORDS_REQUIRED, NULL) : list[i];
      veto_reader_define (reader, ids, list[i], value != NULL ? value : "");
      veto_reader_leave_key (reader, key);
    }
}

static void
read_common (VetoReader *reader, const VetoJson *bundle, VetoShared *shared)
{
  static const char *const members[] = {
    "covers", "keep", "where", "needs", "categories", "countries", NULL
  };
  const VetoJson *object;

  veto_reader_enter_document (reader, reader->strict ? "common.json" : "guidance.json");
  object = veto_reader_get_object (reader, bundle, "common");
  veto_read_enter_part (reader, "common");
  if (object == NULL)
    return;
  veto_reader_check_members (reader, object, members, NULL);
  read_ids (reader, object, "covers", "covers/", VETO_IDS_COVERS);
  read_ids (reader, object, "keep", "keep/", VETO_IDS_KEEP);
  read_ids (reader, object, "where", NULL, VETO_IDS_WHERE);
  read_ids (reader, object, "needs", NULL, VETO_IDS_NEEDS);
  read_ids (reader, object, "categories", NULL, VETO_IDS_CATEGORIES);
  veto_read_countries (reader, object, shared);
}

static void
read_regime (VetoReader *reader, const VetoJson *node, gpointer entry, gpointer data)
{
  static const char *const members[] = { "id", NULL };
  VetoRegime              *regime = entry;
  gsize                    key = veto_reader_enter_key (reader, "regimes/", regime->id);

  veto_reader_check_members (reader, node, members, NULL);
  regime->name = veto_reader_get_words (reader, ".name", VETO_WORDS_REQUIRED, NULL);
  veto_reader_define (reader, VETO_IDS_REGIMES, regime->id, regime);
  g_ptr_array_add (reader->regimes, regime);
  veto_reader_leave_key (reader, key);
}

/* Hex digits, @n_bytes of them or as many times that. Returns: (nullable) */
static const char *
read_hex (VetoReader *reader, const VetoJson *source, const char *member, gsize n_bytes, gboolean is_list)
{
  const char *text = veto_json_has (source, member) ? veto_reader_get_optional_text (reader, source, member)
                                                    : NULL;
  gsize       n = text != NULL ? strlen (text) : 0;

  if (text == NULL)
    return NULL;
  if (n > 0 && strspn (text, "0123456789abcdef") == n && (is_list ? n % n_bytes == 0 : n == n_bytes))
    return text;
  veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, member,
                        is_list ? "expected six small hex digits for each line"
                                : "expected 64 small hex digits");
  return NULL;
}

/* What cannot have been noted by anybody who looked at the page */
static void
check_look (VetoReader *reader, const VetoSource *source)
{
  gboolean was_checked = g_date_valid (&source->checked), has_changed = g_date_valid (&source->changed);

  if ((source->fingerprint != NULL || was_checked || has_changed) && source->link == NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "link",
                          "none, but somebody looked at the page");
  if (source->fingerprint != NULL && !was_checked)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "checked",
                          "missing: the day of the fingerprint");
  if (source->lines != NULL && source->fingerprint == NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "lines", "of a text without a fingerprint");
  if (was_checked && has_changed && g_date_compare (&source->changed, &source->checked) < 0)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "changed",
                          "before the day of the fingerprint");
}

static void
read_look (VetoReader *reader, const VetoJson *object, VetoSource *source)
{
  source->fingerprint = read_hex (reader, object, "fingerprint", 64, FALSE);
  source->lines = read_hex (reader, object, "lines", 6, TRUE);
  if (veto_json_has (object, "checked"))
    veto_reader_get_day (reader, object, "checked", &source->checked);
  if (veto_json_has (object, "changed"))
    veto_reader_get_day (reader, object, "changed", &source->changed);
  if (reader->strict)
    check_look (reader, source);
}

static void
read_source (VetoReader *reader, const VetoJson *node, gpointer entry, gpointer data)
{
  static const char *const members[] = { "id",    "date",    "link",    "fingerprint",
                                         "lines", "checked", "changed", NULL };
  const VetoJson          *object = node;
  VetoSource              *source = entry;
  gsize                    key = veto_reader_enter_key (reader, "sources/", source->id);

  veto_reader_check_members (reader, object, members, NULL);
  veto_reader_get_day (reader, object, "date", &source->day);
  source->link = veto_reader_get_optional_text (reader, object, "link");
  check_link_member (reader, object, "link");
  read_look (reader, object, source);
  source->publisher = veto_reader_get_words (reader, ".publisher", VETO_WORDS_REQUIRED, NULL);
  source->about = veto_reader_get_words (reader, ".about", VETO_WORDS_REQUIRED, NULL);
  veto_reader_define (reader, VETO_IDS_SOURCES, source->id, source);
  veto_reader_leave_key (reader, key);
}

static gpointer
read_part (VetoReader        *reader,
           const VetoJson    *bundle,
           const char        *part,
           const VetoEntries *kind,
           guint             *out_n)
{
  const VetoJson *list;
  gpointer        entries = NULL;

  veto_reader_enter_document (reader, "guidance.json");
  list = veto_reader_get_list (reader, bundle, part);
  *out_n = list != NULL ? list->n_items : 0;
  if (list != NULL)
    {
      veto_read_enter_part (reader, part);
      entries = veto_pool_alloc (reader->pool, *out_n, kind->size);
      if (!veto_reader_read_into (reader, list, kind, entries, NULL))
        *out_n = 0;
    }
  return entries;
}

void
veto_read_shared (VetoReader *reader, const VetoJson *bundle, VetoShared *shared)
{
  static const VetoEntries regime = { 0, MAX_ENTRIES, sizeof (VetoRegime), read_regime },
                           source = { 0, MAX_ENTRIES, sizeof (VetoSource), read_source },
                           authority = { 0, MAX_ENTRIES, sizeof (VetoAuthority), veto_read_authority },
                           controller = { 0, MAX_ENTRIES, sizeof (VetoController), veto_read_controller };
  const VetoJson *holidays;
  guint           n;

  read_hosts (reader, bundle); /* first: the others have links */
  read_part (reader, bundle, "regimes", &regime, &n);
  read_common (reader, bundle, shared); /* countries name their regime */
  shared->sources = read_part (reader, bundle, "sources", &source, &shared->n_sources);
  shared->authorities = read_part (reader, bundle, "authorities", &authority, &shared->n_authorities);
  shared->controllers = read_part (reader, bundle, "controllers", &controller, &shared->n_controllers);
  veto_reader_enter_document (reader, "guidance.json");
  holidays = veto_reader_get_list (reader, bundle, "holidays");
  if (holidays != NULL)
    shared->holidays = veto_read_holidays (reader, holidays, &shared->n_holidays);
  shared->terms = veto_read_glossary (reader, bundle, &shared->n_terms);
  if (reader->strict)
    veto_lint_competence (reader, shared);
}
