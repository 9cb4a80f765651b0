/* The main text of a page as lines: one for each paragraph, heading, item of a list and cell of a table.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-page-text"

#include <string.h>

#include "veto-page-private.h"
#include "veto-text.h"

#define MAX_LINE_BYTES 8000 /* longer ones are taken apart: words of guidance end at 16384 bytes too */
#define MAX_MARKS 8
#define SHORT_BYTES 120 /* a line that says something about the moment is no longer */
#define MENU_LINKS 4
#define MENU_ENTRY_BYTES 40

typedef struct
{
  const VetoPageTree *tree;
  const char         *base;    /* nullable */
  gboolean            in_main; /* the page says what its main text is; then a list of links is text */
  GString            *line;
  GPtrArray          *lines;
} Walk;

/* Controls, marks of direction, signs without a meaning of their own: what the text policy refuses, and what nobody sees */
static gboolean
is_dropped (gunichar c)
{
  char bytes[7] = "";
  int  n = g_unichar_to_utf8 (c, bytes);

  if (c == 0x00AD || c == 0x200C || c == 0x200D || c == 0x200E || c == 0x200F || c == 0x061C || c == 0x2060
      || c == 0xFE0F)
    return TRUE;
  bytes[n] = '\0';
  return c >= 0x80 && !veto_text_is_safe (bytes, NULL);
}

static char *
dup_plain (const char *text)
{
  GString *plain = g_string_new (NULL);
  guint    n_marks = 0;
  gboolean was_space = TRUE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      gboolean is_space = g_unichar_isspace (c) || c < 0x20 || c == 0x7F;

      n_marks = g_unichar_ismark (c) ? n_marks + 1 : 0;
      if (is_space && !was_space)
        g_string_append_c (plain, ' ');
      was_space = is_space || (was_space && is_dropped (c));
      if (!is_space && n_marks <= MAX_MARKS && !is_dropped (c))
        g_string_append_unichar (plain, c);
    }
  if (plain->len > 0 && plain->str[plain->len - 1] == ' ')
    g_string_truncate (plain, plain->len - 1);
  return g_string_free (plain, FALSE);
}

/* "3 May · 1,234 views": a part that is of the moment goes, the rest stays. Returns: (transfer full) */
static char *
dup_without_passing (const char *line)
{
  static const char *const marks[] = { " · ", " | ", " • ", NULL };

  if (strlen (line) > SHORT_BYTES)
    return g_strdup (line);
  for (guint i = 0; marks[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) kept = NULL;
      g_auto(GStrv) parts = NULL;

      if (strstr (line, marks[i]) == NULL)
        continue;
      kept = g_ptr_array_new ();
      parts = g_strsplit (line, marks[i], -1);
      for (guint k = 0; parts[k] != NULL; k++)
        if (!veto_page_is_passing_line (g_strstrip (parts[k])))
          g_ptr_array_add (kept, parts[k]);
      g_ptr_array_add (kept, NULL);
      return g_strjoinv (marks[i], (char **) kept->pdata);
    }
  return g_strdup (veto_page_is_passing_line (line) ? "" : line);
}

static void
add_line (Walk *walk, const char *text, gsize n_bytes)
{
  g_autofree char *piece = g_strndup (text, n_bytes);
  g_autofree char *plain = dup_plain (piece);
  g_autofree char *composed = g_utf8_normalize (plain, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *line = dup_without_passing (composed != NULL ? composed : plain);

  if (*line != '\0')
    g_ptr_array_add (walk->lines, g_steal_pointer (&line));
}

static void
end_line (Walk *walk)
{
  const char *at = walk->line->str, *end = at + walk->line->len;

  while (end - at > MAX_LINE_BYTES)
    {
      const char *cut = g_utf8_find_prev_char (at, at + MAX_LINE_BYTES);

      add_line (walk, at, (gsize) (cut - at));
      at = cut;
    }
  add_line (walk, at, (gsize) (end - at));
  g_string_truncate (walk->line, 0);
}

/* All of the text in @node, as long as that is short. Returns: whether it is */
static gboolean
get_short_text (const Walk *walk, const VetoPageNode *node, GString *text)
{
  if ((node->flags & VETO_PAGE_LEFT_OUT) != 0)
    return TRUE;
  if (node->tag == NULL)
    g_string_append_len (text, walk->tree->text->str + node->text, node->n_text);
  for (const VetoPageNode *child = node->first; child != NULL && text->len <= SHORT_BYTES;
       child = child->next)
    if (!get_short_text (walk, child, text))
      return FALSE;
  return text->len <= SHORT_BYTES;
}

/* "Related articles": what comes then is not of the text. */
static gboolean
leads_away (const Walk *walk, const VetoPageNode *node)
{
  g_autoptr(GString) text = NULL;
  g_autofree char *plain = NULL;

  if (node->tag == NULL || node->n_all == 0 || node->n_all > SHORT_BYTES || node->kind == VETO_PAGE_ITEM
      || node->kind == VETO_PAGE_INLINE || node->kind == VETO_PAGE_LINK)
    return FALSE;
  text = g_string_new (NULL);
  if (!get_short_text (walk, node, text))
    return FALSE;
  plain = dup_plain (text->str);
  return veto_page_is_away_heading (plain);
}

/* As a heading it counts for what has a heading of its own level or higher, or an address that people should write to. */
static gboolean
ends_away (const VetoPageNode *from, const VetoPageNode *node)
{
  if (node->has_address)
    return TRUE;
  if (node->kind != VETO_PAGE_HEADING)
    return FALSE;
  return from->kind != VETO_PAGE_HEADING || strcmp (node->tag, from->tag) <= 0;
}

static gboolean
leads_elsewhere (const Walk *walk, const VetoPageNode *node)
{
  g_autofree char *target = node->link != NULL ? veto_page_dup_target (node->link, walk->base) : NULL;
  g_autofree char *home = walk->base != NULL ? veto_page_dup_target (walk->base, NULL) : NULL;
  gsize            n_host = home != NULL ? strcspn (home, "/?") : 0;

  if (target != NULL && strstr (node->link, "//") != NULL
      && (home == NULL || strncmp (target, home, n_host) != 0))
    return TRUE;
  for (const VetoPageNode *child = node->first; child != NULL; child = child->next)
    if (child->n_links > 0 && leads_elsewhere (walk, child))
      return TRUE;
  return FALSE;
}

/* Many short links to the same site and nothing else, on a page that does not say what its text is */
static gboolean
is_menu (const Walk *walk, const VetoPageNode *node)
{
  return !walk->in_main && node->kind != VETO_PAGE_INLINE && node->kind != VETO_PAGE_LINK
         && node->n_links >= MENU_LINKS && !node->has_address
         && node->n_linked >= node->n_all - node->n_all / 5 && node->n_all / node->n_links <= MENU_ENTRY_BYTES
         && !leads_elsewhere (walk, node);
}

static void
append_target (Walk *walk, const VetoPageNode *node, gsize from)
{
  g_autofree char *target = veto_page_dup_target (node->link, walk->base);
  g_autofree char *words = g_utf8_strdown (walk->line->str + from, -1);
  g_autofree char *valid = target != NULL ? g_utf8_make_valid (target, -1) : NULL;
  const char      *plain = g_strstrip (words);

  if (valid == NULL || *valid == '\0' || (*plain == '\0' && strchr (valid, '@') == NULL))
    return; /* a picture */
  if (g_str_has_prefix (plain, "https://") || g_str_has_prefix (plain, "http://"))
    plain = strstr (plain, "://") + 3;
  if (g_str_has_suffix (plain, "/"))
    words[plain - words + (gssize) strlen (plain) - 1] = '\0';
  if (!g_str_equal (plain, valid))
    g_string_append_printf (walk->line, " <%s>", valid);
}

static void
walk_node (Walk *walk, const VetoPageNode *node)
{
  const VetoPageNode *away = NULL;
  gboolean            is_inline = node->kind == VETO_PAGE_INLINE || node->kind == VETO_PAGE_LINK;
  gsize               from = walk->line->len;

  if ((node->flags & VETO_PAGE_LEFT_OUT) != 0)
    return;
  if (node->tag == NULL)
    {
      g_string_append_len (walk->line, walk->tree->text->str + node->text, node->n_text);
      return;
    }
  if (is_menu (walk, node))
    return;
  if (!is_inline)
    end_line (walk);
  for (const VetoPageNode *child = node->first; child != NULL; child = child->next)
    {
      if (away != NULL && ends_away (away, child))
        away = NULL;
      if (away == NULL && leads_away (walk, child))
        away = child;
      if (away == NULL)
        walk_node (walk, child);
    }
  if (node->link != NULL && walk->line->len >= from)
    append_target (walk, node, from);
  if (!is_inline)
    end_line (walk);
}

GPtrArray *
veto_page_make_lines (const VetoPageTree *tree, const VetoPageNode *main, const char *base)
{
  Walk walk = { .tree = tree, .base = base, .in_main = veto_page_is_in_main (main) };

  walk.line = g_string_new (NULL);
  walk.lines = g_ptr_array_new_with_free_func (g_free);
  walk_node (&walk, main);
  end_line (&walk);
  g_string_free (walk.line, TRUE);
  return walk.lines;
}

char *
veto_page_dup_folded (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x2032 || c == 0x2039 || c == 0x203A)
        g_string_append_c (folded, '\'');
      else if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0x2033 || c == 0x00AB || c == 0x00BB)
        g_string_append_c (folded, '"');
      else if (c >= 0x2010 && c <= 0x2015)
        g_string_append_c (folded, '-');
      else if (c == 0x2026)
        g_string_append (folded, "...");
      else if (c != ' ')
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}
