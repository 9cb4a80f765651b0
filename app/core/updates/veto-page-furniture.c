/* What on a page is furniture, by what it says of itself: name, role, class, id, or words that everybody uses.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-page-text"

#include <string.h>

#include "veto-page-private.h"

static const struct
{
  VetoPageKind kind;
  const char  *tags; /* each between two spaces */
} kinds[] = {
  { VETO_PAGE_BLOCK,
    " html body div section article main header footer aside address blockquote center dd dt fieldset "
    "figure figcaption form hgroup hr p pre table caption thead tbody tfoot tr td th details summary nav "
    "dialog search " },
  { VETO_PAGE_HEADING, " h1 h2 h3 h4 h5 h6 " },
  { VETO_PAGE_ITEM, " li " },
  { VETO_PAGE_LIST, " ul ol dl menu dir " },
  { VETO_PAGE_BREAK, " br " },
  { VETO_PAGE_LINK, " a area " },
  { VETO_PAGE_NOTHING,
    " head script style noscript template svg canvas iframe frameset object embed applet audio video "
    "map input select textarea button datalist option optgroup label legend progress meter " },
};

/* Styles that are put together from small parts make long classes, but not so long. */
#define MAX_NAMES_BYTES 2000

/* In names of classes and in ids, taken apart into "-words-like-these-". Those that nothing but furniture is called: */
static const char sure_words[] =
  "cookie cookies cookiebot cookiebanner cookieconsent cookielaw consent onetrust usercentrics "
  "didomi borlabs cmp klaro quantcast iubenda comments kommentare disqus ads ad adsense advert "
  "adverts advertisement advertising adslot anzeige anzeigen werbung sponsored taboola outbrain "
  "breadcrumb breadcrumbs brotkrumen pagination pager sharing shariff addthis addtoany sharethis "
  "newsletter tagcloud skiplink skiplinks viewcount pageviews popup modal overlay lightbox tooltip "
  "toast view-count views-count post-views page-views visitor-counter sr-only visually-hidden "
  "screen-reader-text back-to-top last-visit current-date datum-heute live-chat chat-widget ";

/* Those that something larger may be called as well, with the text in it: */
static const char likely_words[] =
  "sidebar seitenleiste marginalspalte menu menue nav navi navbar navigation subnav topnav mainnav "
  "subnavi footer fusszeile masthead topbar toolbar share social socialmedia teilen related "
  "recommended recommendations empfehlungen verwandte teasers teaserlist similar trending popular "
  "meistgelesen promo promotion banner search suche searchbox tags keywords schlagworte today "
  "heute clock uhrzeit counter hits zugriffe aufrufe besucher feedback helpful hilfreich rating "
  "votes likes reactions reading-time lesezeit site-header global-header kopfzeile read-next "
  "more-articles you-may-also mehr-zum-thema weitere-artikel auch-interessant language-switcher "
  "sprachwahl lang-switch ";

/* Before such a word a class says what the rest of the page is like, or how much room there is for something. */
static const char not_itself[] = "with has no not without is mit ohne js ";

static const char note_words[] =
  "note notice warning hint info infobox callout hinweis achtung wichtig important contact kontakt "
  "address ";

static const char *const away_words =
  "^(mehr zum thema|mehr aus .{1,40}|weitere "
  "(artikel|meldungen|beiträge|nachrichten|pressemitteilungen|themen)|ähnliche "
  "(artikel|beiträge|fragen|themen)|verwandte (artikel|beiträge|themen)|das könnte (sie|dich) (auch "
  ")?interessieren|auch "
  "interessant|lesen sie auch|meistgelesen|aktuelle (meldungen|beiträge|nachrichten)|neueste "
  "(artikel|beiträge)|"
  "empfehlungen( der redaktion)?|teilen|diese seite teilen|kommentare( \\(\\d+\\))?|schlagworte|related "
  "(articles?|posts?|news|topics|"
  "stories|questions|content)|similar (articles|posts|questions)|you (may|might) also (like|be interested "
  "in)|more "
  "(from|in) .{1,40}|more (articles|news|stories)|read next|recommended( for you)?|most read|latest "
  "(news|posts|articles)|"
  "popular (articles|posts|topics)|trending( now)?|share( this( page| article)?)?|comments( "
  "\\(\\d+\\))?|tags)[:.…!]*$";

#define DATE                                                                                                 \
  "(\\p{L}+, ?(den )?)?(\\d{1,2}\\.? ?(\\p{L}+|\\d{1,2}\\.) ?\\d{4}|\\p{L}+ \\d{1,2}, "                      \
  "?\\d{4}|\\d{4}-\\d\\d-\\d\\d)"
#define COUNT "\\d[\\d.,' ]*(k|tsd\\.?|mio\\.?)?"

static const char *const passing_words =
  "^((heute( ist( der)?)?|today( is)?)[:,]? *" DATE "([,;]? ?(um )?\\d\\d?[:.]\\d\\d( uhr)?)?\\.?"
  "|(aktuelles datum|current date|datum und uhrzeit)[:,]? .{4,60}"
  "|\\d\\d?[:.]\\d\\d( uhr)?"
  "|" COUNT " (views?|reads?|hits|likes?|shares?|comments?|visits?|visitors?( "
  "online)?|aufrufe?|zugriffe?|leser|kommentare?|besucher"
  "( online)?|mal (gelesen|geteilt|aufgerufen)|mal angesehen|people found this (article )?helpful|personen "
  "fanden das hilfreich)"
  "( (today|so far|heute|bisher))?\\.?"
  "|(views?|hits|likes|shares|comments|visitors?|page "
  "views|aufrufe|zugriffe|kommentare|besucher|seitenaufrufe|gelesen)"
  "( (today|total|heute|gesamt))?: *" COUNT "( ?mal)?"
  "|(lesezeit|lesedauer|reading time)[:,]? *(ca\\. ?|about )?\\d+ ?(minuten?|min\\.?|minutes?)|\\d+[ "
  "-]min(ute)?s?\\.? (read|lesezeit)"
  "|\\d+ of \\d+ (people )?found this (article )?helpful|\\d+ von \\d+ (personen|lesern)? ?fanden "
  "(das|dies(en beitrag)?) hilfreich"
  "|(was|is) this (article|page|answer)? ?helpful\\??|war (dieser (artikel|beitrag)|diese (seite|antwort)) "
  "hilfreich\\??"
  "|((zuletzt )?(aktualisiert|bearbeitet)|(last "
  ")?(updated|edited)|published|veröffentlicht|gepostet|posted)?:? *(vor \\d+ "
  "(sekunden?|minuten?|stunden?|tag(en)?|wochen?|monat(en)?|jahr(en)?)|(\\d+|an?) "
  "(seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago|gestern|yesterday)"
  "|(advertisement|anzeige|werbung|sponsored|ad)|loading( comments)?(…|\\.\\.\\.)?|wird geladen(…|\\.\\.\\.)?"
  "|(seite )?drucken|print( this)?( page)?|(nach|seiten?anfang|zum seitenanfang|nach) ?oben|zum "
  "seitenanfang|back to top|top"
  "|(teilen|share|tweet|twittern|e-?mail|merken|copy link|link kopieren)"
  "|(you are here|sie (sind|befinden sich) hier)[: ].*|(skip|jump) to (main )?content|zum (haupt)?inhalt( "
  "springen)?"
  "|(copyright )?(©|\\(c\\)) ?(copyright )?\\d{4}.*|copyright \\d{4}.*|all rights reserved\\.?|alle rechte "
  "vorbehalten\\.?)$";

/* Whether one of the words of @list, each with a space behind it, is in @words, or begins them */
static gboolean
has_any (const char *words, const char *list, gboolean only_first)
{
  for (gsize n = strcspn (list, " "); n > 0; list += n + 1, n = strcspn (list, " "))
    for (const char *at = strchr (words, '-'); at != NULL; at = only_first ? NULL : strchr (at + 1, '-'))
      if (strncmp (at + 1, list, n) == 0 && at[n + 1] == '-')
        return TRUE;
  return FALSE;
}

/* "postMeta_xY sidebar-left" is "-post-meta-x-y-" and "-sidebar-left-": one name of a class after the other. */
static const char *
take_name (const char *names, const char *end, GString *words)
{
  gboolean was_lower = FALSE;

  names += strspn (names, " \n\t");
  g_string_assign (words, "-");
  for (; names < end && *names != ' ' && *names != '\n' && *names != '\t'; names++)
    {
      if (g_ascii_isupper (*names) && was_lower)
        g_string_append_c (words, '-');
      if (g_ascii_isalnum (*names) || (guchar) *names >= 0x80)
        g_string_append_c (words, g_ascii_tolower (*names));
      else if (words->str[words->len - 1] != '-')
        g_string_append_c (words, '-');
      was_lower = g_ascii_islower (*names);
    }
  if (words->str[words->len - 1] != '-')
    g_string_append_c (words, '-');
  return names;
}

static guint
get_flags_of_names (const char *names)
{
  g_autoptr(GString) words = g_string_new (NULL);
  const char *end = names + MIN (strlen (names), MAX_NAMES_BYTES);
  guint       flags = 0;

  while (names < end && *names != '\0')
    {
      names = take_name (names, end, words);
      if (has_any (words->str, not_itself, TRUE))
        continue;
      if (has_any (words->str, sure_words, FALSE))
        flags |= VETO_PAGE_FURNITURE;
      if (has_any (words->str, likely_words, FALSE) || g_str_equal (words->str, "-header-"))
        flags |= VETO_PAGE_LIKELY;
      if (has_any (words->str, note_words, FALSE))
        flags |= VETO_PAGE_NOTE;
      if (has_any (words->str, "captcha challenge ", FALSE))
        flags |= VETO_PAGE_CHALLENGE;
    }
  return flags;
}

static guint
get_flags_of_role (const char *role)
{
  static const char *const furniture[] = {
    "navigation", "banner",  "contentinfo", "search",  "complementary", "dialog", "alertdialog",
    "menu",       "menubar", "toolbar",     "tablist", "tooltip",       NULL
  };

  if (g_strv_contains (furniture, role))
    return VETO_PAGE_FURNITURE;
  if (g_str_equal (role, "main"))
    return VETO_PAGE_MAIN;
  return g_str_equal (role, "note") ? VETO_PAGE_NOTE : 0;
}

static gboolean
hides (const char *style)
{
  g_autoptr(GString) plain = g_string_new (NULL);

  for (; *style != '\0'; style++)
    if (!g_ascii_isspace (*style))
      g_string_append_c (plain, g_ascii_tolower (*style));
  return strstr (plain->str, "display:none") != NULL || strstr (plain->str, "visibility:hidden") != NULL;
}

VetoPageKind
veto_page_get_kind (const char *tag)
{
  g_autofree char *word = g_strconcat (" ", tag, " ", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strstr (kinds[i].tags, word) != NULL)
      return kinds[i].kind;
  return VETO_PAGE_INLINE;
}

static guint
get_flags_of_tag (const char *tag)
{
  static const char *const furniture[] = { "nav",    "footer", "aside",  "header",
                                           "dialog", "menu",   "search", NULL };

  if (g_strv_contains (furniture, tag))
    return VETO_PAGE_FURNITURE;
  return g_str_equal (tag, "main") ? VETO_PAGE_MAIN : 0;
}

guint
veto_page_get_flags (const char *tag, const char *const *attributes)
{
  guint    flags = get_flags_of_tag (tag);
  gboolean is_panel = FALSE;

  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    {
      const char *name = attributes[i], *value = attributes[i + 1] != NULL ? attributes[i + 1] : "";

      if (g_str_equal (name, "class") || g_str_equal (name, "id"))
        flags |= get_flags_of_names (value);
      else if (g_str_equal (name, "role"))
        {
          flags |= get_flags_of_role (value);
          is_panel |= g_str_equal (value, "tabpanel");
        }
      else if (g_str_equal (name, "hidden")
               || (g_str_equal (name, "aria-hidden") && g_str_equal (value, "true"))
               || (g_str_equal (name, "style") && hides (value)))
        flags |= VETO_PAGE_HIDDEN;
      else if (g_str_equal (name, "itemprop") && g_str_equal (value, "articleBody"))
        flags |= VETO_PAGE_MAIN;
      else if (g_str_equal (name, "type") && g_ascii_strcasecmp (value, "password") == 0)
        flags |= VETO_PAGE_PASSWORD;
    }
  return is_panel ? flags & (guint) ~VETO_PAGE_HIDDEN : flags;
}

static gboolean
matches (const char *text, const char *pattern, GRegex **compiled)
{
  if (g_once_init_enter (compiled))
    g_once_init_leave (compiled, g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match (*compiled, text, 0, NULL);
}

gboolean
veto_page_is_away_heading (const char *text)
{
  static GRegex *compiled;

  return matches (text, away_words, &compiled);
}

gboolean
veto_page_is_passing_line (const char *text)
{
  static GRegex *compiled;

  return matches (text, passing_words, &compiled);
}
