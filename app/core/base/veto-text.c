/* Text from outside: the text policy, ids and placeholders. Rule: security design, 3.2.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-text"

#include "veto-text.h"

#include <string.h>

#define MAX_TEXT_BYTES 16384
#define MAX_ID_BYTES 64
#define MAX_MARKS_IN_A_ROW 8

#define LEFT_TO_RIGHT_MARK "\u200E"
#define RIGHT_TO_LEFT_MARK "\u200F"
#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"

typedef struct
{
  gunichar    first;
  gunichar    last;
  const char *why;
} Range;

static const Range refused[] = {
  { 0x0000, 0x0009, "a control character" },
  { 0x000B, 0x001F, "a control character" },
  { 0x007F, 0x009F, "a control character" },
  { 0x200B, 0x200B, "a zero width space" },
  { 0x2028, 0x2029, "a line or paragraph separator" },
  { 0x202A, 0x202E, "a sign that turns the direction of text" },
  { 0x2066, 0x2069, "a sign that turns the direction of text" },
  { 0xE000, 0xF8FF, "a private sign" },
  { 0xFDD0, 0xFDEF, "a code that is no character" },
  { 0xFEFF, 0xFEFF, "a byte order mark" },
  { 0xE0000, 0xE007F, "a tag sign" },
  { 0xF0000, 0xFFFFF, "a private sign" },
  { 0x100000, 0x10FFFF, "a private sign" },
};

static const char *
find_fault (gunichar c)
{
  if ((c & 0xFFFE) == 0xFFFE)
    return "a code that is no character";
  for (gsize i = 0; i < G_N_ELEMENTS (refused) && refused[i].first <= c; i++)
    if (c <= refused[i].last)
      return refused[i].why;
  return NULL;
}

/* Behind the printable ASCII that begins at @at */
static const char *
skip_ascii (const char *at, const char *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101), high = ones << 7;
  guint64       bytes;

  for (; end - at >= 8; at += 8)
    {
      memcpy (&bytes, at, sizeof bytes);
      /* no byte of 0x80 or more, none below 0x20, none of 0x7F: the last two would set or borrow their high bits */
      if (((bytes | (bytes - ones * 0x20) | (bytes + ones)) & high) != 0)
        break;
    }
  while (at < end && *at >= 0x20 && *at < 0x7F)
    at++;
  return at;
}

gboolean
veto_text_is_utf8 (const char *data, gsize n_bytes, const char **out_invalid)
{
  const char *end = data + n_bytes, *at = data, *run;

  while ((at = skip_ascii (at, end)) < end)
    {
      run = at;
      while (at < end && (guchar) *at >= 0x80)
        at++;
      if (at == run && *at++ == '\0')
        {
          *out_invalid = run;
          return FALSE;
        }
      if (!g_utf8_validate_len (run, (gsize) (at - run), out_invalid))
        return FALSE;
    }
  return TRUE;
}

static const char *
find_text_fault (const char *text)
{
  guint       n_marks = 0;
  const char *why, *at = text, *end;

  if (text == NULL)
    return "no text";
  end = text + strlen (text);
  if (end - text > MAX_TEXT_BYTES)
    return "a text of more than 16384 bytes";
  if (!veto_text_is_utf8 (text, (gsize) (end - text), &why))
    return "not UTF-8";

  for (;;)
    {
      const char *next = skip_ascii (at, end);
      gunichar    c;

      if (next == end)
        return NULL;
      if (next > at)
        n_marks = 0;
      c = g_utf8_get_char (next);
      why = find_fault (c);
      if (why != NULL)
        return why;
      n_marks = g_unichar_ismark (c) ? n_marks + 1 : 0;
      if (n_marks > MAX_MARKS_IN_A_ROW)
        return "too many combining marks in a row";
      at = g_utf8_next_char (next);
    }
}

static const char *
get_value (const char *name, gsize n_bytes, const VetoTextValues *values, gboolean *out_known)
{
  const struct
  {
    const char *name;
    const char *value;
  } known[] = {
    { "name", values->name }, { "login", values->login },         { "controller", values->controller },
    { "day", values->day },   { "reply_day", values->reply_day },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (strlen (known[i].name) == n_bytes && strncmp (known[i].name, name, n_bytes) == 0)
      {
        *out_known = TRUE;
        return known[i].value != NULL ? known[i].value : "";
      }
  *out_known = FALSE;
  return NULL;
}

gboolean
veto_text_is_safe (const char *text, const char **why)
{
  const char *fault = find_text_fault (text);

  if (why != NULL)
    *why = fault;
  return fault == NULL;
}

gboolean
veto_text_is_id (const char *text)
{
  gsize n_bytes = text != NULL ? strlen (text) : 0;

  if (n_bytes == 0 || n_bytes > MAX_ID_BYTES || text[0] == '-')
    return FALSE;
  return strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == n_bytes;
}

char *
veto_text_fill (const char *text, const VetoTextValues *values)
{
  GString    *out = g_string_new (NULL);
  const char *at = text, *open, *close, *value;
  gboolean    known;

  while ((open = strstr (at, "{{")) != NULL && (close = strstr (open, "}}")) != NULL)
    {
      value = get_value (open + 2, (gsize) (close - open - 2), values, &known);
      if (!known)
        close = open; /* stays as it is: go on behind the braces */
      g_string_append_len (out, at, open - at);
      g_string_append (out, known ? value : "{{");
      at = close + 2;
    }
  g_string_append (out, at);
  return g_string_free (out, FALSE);
}

/* The blocks of scripts from right to left, assigned or not: DerivedBidiClass.txt of Unicode 15, defaults R and AL */
static gboolean
is_from_right (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE)
         || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

static gboolean
has_from_right (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (is_from_right (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/* The first letter decides, as it does for who draws the text. */
static gboolean
runs_from_right (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      return is_from_right (g_utf8_get_char (at));
  return FALSE;
}

char *
veto_text_dup_isolated (const char *text, const char *around)
{
  gboolean in_turned = around != NULL && runs_from_right (around);

  if (text == NULL || *text == '\0' || (!in_turned && !has_from_right (text)))
    return g_strdup (text != NULL ? text : "");
  return g_strconcat (in_turned ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK, FIRST_STRONG_ISOLATE, text,
                      POP_ISOLATE, NULL);
}

char *
veto_text_strip_isolation (const char *text)
{
  GString *plain = g_string_new (text);

  g_string_replace (plain, LEFT_TO_RIGHT_MARK FIRST_STRONG_ISOLATE, "", 0);
  g_string_replace (plain, RIGHT_TO_LEFT_MARK FIRST_STRONG_ISOLATE, "", 0);
  g_string_replace (plain, POP_ISOLATE, "", 0);
  return g_string_free (plain, FALSE);
}

gboolean
veto_text_check_placeholders (const char *text, char **out_unknown)
{
  const VetoTextValues nothing = { NULL };
  gboolean             known;

  for (const char *at = text, *open; (open = strstr (at, "{{")) != NULL;)
    {
      const char *close = strstr (open, "}}");
      gsize       n_bytes = close != NULL ? (gsize) (close - open - 2) : strlen (open + 2);

      get_value (open + 2, n_bytes, &nothing, &known);
      if (close == NULL || !known)
        {
          if (out_unknown != NULL)
            *out_unknown = g_strndup (open + 2, n_bytes);
          return FALSE;
        }
      at = close + 2;
    }
  return TRUE;
}

char *
veto_text_dup_folded (const char *text)
{
  g_autofree char *cased = NULL;
  g_autofree char *apart = NULL;
  GString         *out;

  g_return_val_if_fail (text != NULL, NULL);
  cased = g_utf8_casefold (text, -1);
  apart = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  out = g_string_new (NULL);
  for (const char *at = apart != NULL ? apart : cased; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
  return g_string_free (out, FALSE);
}
