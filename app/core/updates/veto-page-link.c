/* Where the links of a page lead, without what says only who comes from where.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-page-text"

#include <gio/gio.h>
#include <string.h>

#include "veto-page-private.h"

#define MAX_LINK_BYTES 2048

/* Parameters of a query that are marks of a campaign, of a visit or of a version: not where the link leads. A "*" at the end stands for
 * any end. */
static const char *const passing[] = {
  "utm_*",  "mtm_*", "pk_*",      "piwik_*", "hsa_*",     "wt_*",       "__*",   "_hs*", "mc_*",  "_g*",
  "gclid",  "dclid", "fbclid",    "msclkid", "yclid",     "twclid",     "igsh*", "ref",  "ref_*", "referrer",
  "source", "cmp*",  "campaign*", "et_*",    "xtor",      "at_*",       "sc_*",  "trk*", "csrf*", "session*",
  "sid",    "s_id",  "token",     "nonce",   "phpsessid", "jsessionid", "hash",  "h",    "sig*",  "ts",
  "time*",  "cb",    "rand*",     "_",       "nocache",   "cache*",     NULL
};

/* Those that an address to go on to stands in */
static const char *const onward[] = {
  "u", "url", "q", "target", "to", "dest", "destination", "redirect", NULL
};

static gboolean
is_passing (const char *name)
{
  for (guint i = 0; passing[i] != NULL; i++)
    {
      gsize n = strlen (passing[i]);
      gsize n_same = passing[i][n - 1] == '*' ? n - 1 : n + 1;

      if (g_ascii_strncasecmp (name, passing[i], n_same) == 0)
        return TRUE;
    }
  return FALSE;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What is left of a query, in one order. @out_onward: (out) (transfer full) (nullable): where it says to go on to */
static char *
dup_query (const char *query, char **out_onward)
{
  g_auto(GStrv) parts = g_strsplit_set (query, "&;", 64);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (parts[i], strcspn (parts[i], "="));
      const char      *value = parts[i] + strlen (name);
      g_autofree char *address = *value == '=' ? g_uri_unescape_string (value + 1, NULL) : NULL;

      if (*out_onward == NULL && address != NULL && g_strv_contains (onward, name)
          && (g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://")))
        *out_onward = g_steal_pointer (&address);
      if (*name != '\0' && !is_passing (name))
        g_ptr_array_add (kept, parts[i]);
    }
  g_ptr_array_sort (kept, compare_texts);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("&", (char **) kept->pdata);
}

/* @goes_on: whether an address in the address may be where it leads */
static char *
dup_web_target (const char *address, gboolean goes_on)
{
  g_autoptr(GUri) uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *query = NULL, *next = NULL, *path = NULL, *host = NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return NULL;
  query = dup_query (g_uri_get_query (uri) != NULL ? g_uri_get_query (uri) : "", &next);
  if (next != NULL && goes_on)
    return dup_web_target (next, FALSE);
  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  path = g_strndup (g_uri_get_path (uri), strcspn (g_uri_get_path (uri), ";")); /* ";jsessionid=…" */
  while (*path != '\0' && path[strlen (path) - 1] == '/')
    path[strlen (path) - 1] = '\0';
  return g_strconcat (host, path, *query != '\0' ? "?" : NULL, query, NULL);
}

static char *
dup_mail (const char *address)
{
  g_autofree char *plain = g_strndup (address, strcspn (address, "?"));
  g_autofree char *mail = g_uri_unescape_string (plain, NULL);

  return g_utf8_strdown (g_strstrip (mail != NULL ? mail : plain), -1);
}

/* Bytes in hexadecimal, the first of which is added to each other without carry: a page of a common host for who wants to hide an
 * address from programs. It is another one with each answer. Returns: (nullable) */
static char *
dup_hidden_mail (const char *link)
{
  const char *at = strstr (link, "/email-protection#");
  g_autoptr(GString) mail = g_string_new (NULL);
  int key = -1;

  if (at == NULL)
    return NULL;
  for (at += strlen ("/email-protection#"); g_ascii_isxdigit (at[0]) && g_ascii_isxdigit (at[1]); at += 2)
    {
      int byte = g_ascii_xdigit_value (at[0]) * 16 + g_ascii_xdigit_value (at[1]);

      if (key < 0)
        key = byte;
      else if ((byte ^ key) != 0)
        g_string_append_c (mail, (char) (byte ^ key));
    }
  return g_utf8_validate_len (mail->str, mail->len, NULL) && mail->len > 0 ? dup_mail (mail->str) : NULL;
}

static char *
dup_number (const char *number)
{
  GString *plain = g_string_new (NULL);

  for (; *number != '\0'; number++)
    if (g_ascii_isdigit (*number) || *number == '+')
      g_string_append_c (plain, *number);
  return g_string_free (plain, FALSE);
}

char *
veto_page_dup_target (const char *link, const char *base)
{
  g_autofree char *plain = NULL, *whole = NULL, *hidden = NULL;

  link += strspn (link, " \n\t");
  if (*link == '\0' || strlen (link) > MAX_LINK_BYTES)
    return NULL;
  hidden = dup_hidden_mail (link);
  if (hidden != NULL)
    return g_steal_pointer (&hidden);
  if (g_ascii_strncasecmp (link, "mailto:", 7) == 0)
    return dup_mail (link + 7);
  if (g_ascii_strncasecmp (link, "tel:", 4) == 0)
    return dup_number (link + 4);
  plain = g_strstrip (g_strndup (link, strcspn (link, "#")));
  if (*plain == '\0' || g_ascii_strncasecmp (plain, "javascript:", 11) == 0
      || g_ascii_strncasecmp (plain, "data:", 5) == 0)
    return NULL;
  if (g_uri_peek_scheme (plain) == NULL && base != NULL)
    whole = g_uri_resolve_relative (base, plain, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  if (g_uri_peek_scheme (whole != NULL ? whole : plain) != NULL)
    return dup_web_target (whole != NULL ? whole : plain, TRUE);
  return g_strndup (plain, strcspn (plain, "?;"));
}
