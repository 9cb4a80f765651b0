/* The main text of a web page, and whether it is still the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-page-text"

#include "veto-page-text.h"

#include <string.h>

#include "veto-page-private.h"

/* Fewer bytes of text are no page that somebody wrote guidance from. */
#define MIN_BYTES 120
/* A page to log in, or to prove that one is human, has some sentences of its own. */
#define MIN_BEHIND_DOOR 1200
#define MARK_DIGITS 6
#define MAX_MARKS_BYTES 16000

G_DEFINE_QUARK (veto-page-text-error-quark, veto_page_text_error);

/* Servers that answer 200 where they mean 404 */
static gboolean
says_gone (const char *text)
{
  static GRegex    *compiled;
  static const char pattern[] =
    "^(.{0,40}[-–|:] *)?(error |fehler )?(404\\b.{0,60}|(the |this |diese "
    ")?(page|seite|inhalt|content|article|artikel) (was |"
    "could )?(not (be )?found|isn.t available( right now)?|is not available|(wurde )?(leider )?nicht "
    "gefunden|nicht (mehr )?"
    "(verfügbar|vorhanden)|existiert nicht( mehr)?)|not found)( *[-–|:].{0,60})?[.!]?$";

  if (g_once_init_enter (&compiled))
    g_once_init_leave (&compiled, g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return strlen (text) <= 200 && g_regex_match (compiled, text, 0, NULL);
}

/* Returns: (transfer full): six hex digits */
static char *
dup_mark (const char *line)
{
  g_autofree char *folded = veto_page_dup_folded (line);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, folded, -1);

  return g_strndup (sum, MARK_DIGITS);
}

static void
sum_up (VetoPageText *self)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr(GString) marks = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *folded = veto_page_dup_folded (self->lines->pdata[i]);
      g_autofree char *mark = dup_mark (self->lines->pdata[i]);

      g_checksum_update (sum, (const guchar *) folded, -1);
      g_string_append (marks, mark);
    }
  self->fingerprint = g_strdup (g_checksum_get_string (sum));
  if (marks->len <= MAX_MARKS_BYTES)
    self->marks = g_strdup (marks->str);
}

static gsize
count_bytes (const GPtrArray *lines)
{
  gsize n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += strlen (lines->pdata[i]);
  return n;
}

static gboolean
check_text (const VetoPageTree *tree, const GPtrArray *lines, GError **error)
{
  gsize            n_bytes = count_bytes (lines);
  g_autofree char *valid = g_utf8_make_valid (tree->title->str, -1);

  if (n_bytes < MIN_BEHIND_DOOR
      && (says_gone (g_strstrip (valid)) || (lines->len > 0 && says_gone (lines->pdata[0]))))
    {
      g_set_error_literal (error, VETO_PAGE_TEXT_ERROR, VETO_PAGE_TEXT_ERROR_GONE,
                           "the page says that it does not exist");
      return FALSE;
    }
  if (n_bytes >= MIN_BEHIND_DOOR || (n_bytes >= MIN_BYTES && !tree->has_password && !tree->is_challenge))
    return TRUE;
  g_set_error (error, VETO_PAGE_TEXT_ERROR, VETO_PAGE_TEXT_ERROR_NO_TEXT, "%s",
               tree->has_password   ? "the page asks to log in"
               : tree->is_challenge ? "the page asks whether one is human"
               : tree->has_script   ? "the page makes its text by a script"
                                    : "there is no text on the page");
  return FALSE;
}

/* (transfer full) (nullable): what addresses on the page are relative to */
static char *
dup_base (const VetoPageTree *tree, const char *url)
{
  char *base = NULL;

  if (tree->base == NULL)
    return g_strdup (url);
  if (url != NULL)
    base = g_uri_resolve_relative (url, tree->base, G_URI_FLAGS_PARSE_RELAXED, NULL);
  return base != NULL ? base : g_strdup (url != NULL ? url : tree->base);
}

VetoPageText *
veto_page_text_read (GBytes *html, const char *charset, const char *url, GError **error)
{
  g_autoptr(VetoPageText) self = NULL;
  g_autoptr(VetoPageTree) tree = NULL;
  g_autofree char    *text = NULL, *base = NULL;
  const VetoPageNode *main;

  g_return_val_if_fail (html != NULL, NULL);

  if (g_bytes_get_size (html) <= VETO_PAGE_MAX_BYTES)
    {
      text = veto_page_dup_utf8 (html, charset);
      tree = veto_page_tree_read (text);
    }
  if (tree == NULL || tree->has_too_many)
    {
      g_set_error_literal (error, VETO_PAGE_TEXT_ERROR, VETO_PAGE_TEXT_ERROR_TOO_BIG,
                           "the page is larger than pages that people read");
      return NULL;
    }

  self = g_new0 (VetoPageText, 1);
  main = veto_page_find_main (tree);
  base = dup_base (tree, url);
  self->lines = main != NULL ? veto_page_make_lines (tree, main, base) : g_ptr_array_new ();
  if (!check_text (tree, self->lines, error))
    return NULL;
  sum_up (self);
  return g_steal_pointer (&self);
}

void
veto_page_text_free (VetoPageText *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self->fingerprint);
  g_free (self->marks);
  g_free (self);
}

VetoPageChange *
veto_page_text_compare (const VetoPageText *self, const char *marks)
{
  VetoPageChange *change = g_new0 (VetoPageChange, 1);
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  change->new_lines = g_ptr_array_new_with_free_func (g_free);
  if (marks == NULL || !veto_page_text_is_marks (marks))
    return change;
  for (const char *at = marks; *at != '\0'; at += MARK_DIGITS)
    g_hash_table_add (known, g_strndup (at, MARK_DIGITS));
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *mark = dup_mark (self->lines->pdata[i]);

      if (!g_hash_table_contains (known, mark))
        g_ptr_array_add (change->new_lines, g_strdup (self->lines->pdata[i]));
      g_hash_table_add (found, g_steal_pointer (&mark));
    }
  for (const char *at = marks; *at != '\0'; at += MARK_DIGITS)
    {
      g_autofree char *mark = g_strndup (at, MARK_DIGITS);
      change->n_gone += !g_hash_table_contains (found, mark);
    }
  return change;
}

void
veto_page_change_free (VetoPageChange *self)
{
  g_ptr_array_unref (self->new_lines);
  g_free (self);
}

static gboolean
is_hex (const char *text)
{
  return strspn (text, "0123456789abcdef") == strlen (text);
}

gboolean
veto_page_text_is_fingerprint (const char *text)
{
  return strlen (text) == 64 && is_hex (text);
}

gboolean
veto_page_text_is_marks (const char *text)
{
  return *text != '\0' && strlen (text) % MARK_DIGITS == 0 && is_hex (text);
}
