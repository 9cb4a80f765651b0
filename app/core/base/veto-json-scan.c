/* Strict check of a JSON document before json-glib sees it: one pass, no recursion.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-json"

#include "veto-json.h"

#include <math.h>
#include <string.h>

#define MAX_NAME_BYTES 320 /* platform/guide/branch/step.field, each id up to 64 */
#define MAX_NUMBER_BYTES 63
#define MAX_INTEGER ((gint64) 9007199254740991) /* 2^53 - 1 */

typedef enum {
  WANT_VALUE,
  WANT_FIRST_NAME, /* or the end of an empty object */
  WANT_NAME,
  WANT_FIRST_ITEM, /* or the end of an empty array */
  WANT_NEXT,       /* a comma, the end of what is open, or the end of the document */
} Want;

typedef struct
{
  const VetoJsonLimits *limits;
  const guchar         *start;
  const guchar         *at;
  const guchar         *end;
  Want                  want;
  guint                 n_values;
  GPtrArray            *open; /* one per open object or array: the names seen so far, or NULL for an array */
  GString              *name;
  gboolean              over_limit;
} Scanner;

const VetoJsonLimits veto_json_limits = {
  .max_bytes = 2 * 1024 * 1024,
  .max_depth = 24,
  .max_values = 100000,
  .max_text_bytes = 16384,
};

/* Every scan_ function moves on behind what it has read, and returns NULL, or what is wrong there. */

static const char *
refuse_limit (Scanner *self, const char *why)
{
  self->over_limit = TRUE;
  return why;
}

static void
skip_white (Scanner *self)
{
  while (self->at < self->end
         && (*self->at == ' ' || *self->at == '\n' || *self->at == '\t' || *self->at == '\r'))
    self->at++;
}

static int
read_hex4 (const Scanner *self, const guchar *at)
{
  int value = 0;

  if (self->end - at < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value ((char) at[i]);
      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

/* Behind "\u" */
static const char *
scan_unicode_escape (Scanner *self, GString *out)
{
  int      high = read_hex4 (self, self->at), low;
  gunichar c = (gunichar) high;

  if (high < 0)
    return "bad \\u escape";
  if (high == 0)
    return "NUL in a text";
  if (high >= 0xDC00 && high <= 0xDFFF)
    return "half a surrogate pair";
  self->at += 4;

  if (high >= 0xD800 && high <= 0xDBFF)
    {
      if (self->end - self->at < 6 || self->at[0] != '\\' || self->at[1] != 'u')
        return "half a surrogate pair";
      low = read_hex4 (self, self->at + 2);
      if (low < 0xDC00 || low > 0xDFFF)
        return "half a surrogate pair";
      self->at += 6;
      c = 0x10000 + (((gunichar) high - 0xD800) << 10) + ((gunichar) low - 0xDC00);
    }

  if (out != NULL)
    g_string_append_unichar (out, c);
  return NULL;
}

/* Behind the backslash */
static const char *
scan_escape (Scanner *self, GString *out)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char       *letter;
  guchar            c;

  if (self->at == self->end)
    return "a text without end";
  c = *self->at++;
  if (c == 'u')
    return scan_unicode_escape (self, out);

  letter = c != 0 ? strchr (letters, c) : NULL;
  if (letter == NULL)
    return "bad escape";
  if (out != NULL)
    g_string_append_c (out, meanings[letter - letters]);
  return NULL;
}

/* On the opening quote; @out (nullable) gets the meaning. */
static const char *
scan_text (Scanner *self, gsize max_bytes, GString *out)
{
  const guchar *first = ++self->at;

  while (self->at < self->end)
    {
      guchar      c = *self->at;
      const char *why = NULL;

      if (c == '"')
        {
          self->at++;
          return NULL;
        }
      if (c < 0x20)
        return "control character in a text";
      if ((gsize) (self->at - first) >= max_bytes)
        return refuse_limit (self, "text too long");

      self->at++;
      if (c == '\\')
        why = scan_escape (self, out);
      else if (out != NULL)
        g_string_append_c (out, (char) c);
      if (why != NULL)
        return why;
    }
  return "a text without end";
}

static gboolean
skip_digits (Scanner *self)
{
  const guchar *first = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  return self->at > first;
}

static gboolean
skip_one_of (Scanner *self, const char *characters)
{
  if (self->at == self->end || *self->at == 0 || strchr (characters, *self->at) == NULL)
    return FALSE;
  self->at++;
  return TRUE;
}

static const char *
check_number_size (const guchar *first, gsize n_bytes, gboolean is_integer)
{
  char text[MAX_NUMBER_BYTES + 1];

  memcpy (text, first, n_bytes);
  text[n_bytes] = '\0';
  if (!is_integer)
    return isfinite (g_ascii_strtod (text, NULL)) ? NULL : "number too large";
  return g_ascii_string_to_signed (text, 10, -MAX_INTEGER, MAX_INTEGER, NULL, NULL) ? NULL
                                                                                    : "integer too large";
}

static const char *
scan_number (Scanner *self)
{
  const guchar *first = self->at;
  gboolean      is_integer = TRUE;
  const char   *why;

  skip_one_of (self, "-");
  if (!skip_one_of (self, "0") && !skip_digits (self))
    return "bad number";
  if (skip_one_of (self, "."))
    {
      is_integer = FALSE;
      if (!skip_digits (self))
        return "bad number";
    }
  if (skip_one_of (self, "eE"))
    {
      is_integer = FALSE;
      skip_one_of (self, "+-");
      if (!skip_digits (self))
        return "bad number";
    }
  if (self->at - first > MAX_NUMBER_BYTES)
    return refuse_limit (self, "number too long");

  why = check_number_size (first, (gsize) (self->at - first), is_integer);
  return why != NULL ? refuse_limit (self, why) : NULL;
}

static gboolean
skip_word (Scanner *self, const char *word)
{
  gsize n_bytes = strlen (word);

  if ((gsize) (self->end - self->at) < n_bytes || memcmp (self->at, word, n_bytes) != 0)
    return FALSE;
  self->at += n_bytes;
  return TRUE;
}

static const char *
open_container (Scanner *self)
{
  gboolean is_object = *self->at == '{';

  if (self->open->len >= self->limits->max_depth)
    return refuse_limit (self, "nested too deeply");
  g_ptr_array_add (self->open,
                   is_object ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL);
  self->want = is_object ? WANT_FIRST_NAME : WANT_FIRST_ITEM;
  self->at++;
  return NULL;
}

static void
close_container (Scanner *self)
{
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
  self->want = WANT_NEXT;
  self->at++;
}

static const char *
scan_value (Scanner *self)
{
  if (++self->n_values > self->limits->max_values)
    return refuse_limit (self, "too many values");

  self->want = WANT_NEXT;
  if (*self->at == '{' || *self->at == '[')
    return open_container (self);
  if (*self->at == '"')
    return scan_text (self, self->limits->max_text_bytes, NULL);
  if (*self->at == '-' || g_ascii_isdigit (*self->at))
    return scan_number (self);
  if (skip_word (self, "true") || skip_word (self, "false") || skip_word (self, "null"))
    return NULL;
  return "expected a value";
}

static const char *
scan_name (Scanner *self)
{
  GHashTable *names = g_ptr_array_index (self->open, self->open->len - 1);
  const char *why;

  if (*self->at != '"')
    return "expected the name of a member";
  g_string_truncate (self->name, 0);
  why = scan_text (self, MAX_NAME_BYTES, self->name);
  if (why != NULL)
    return why;
  if (!g_hash_table_add (names, g_strdup (self->name->str)))
    return "the same member twice";

  skip_white (self);
  if (!skip_one_of (self, ":"))
    return "expected a colon";
  self->want = WANT_VALUE;
  return NULL;
}

static const char *
scan_next (Scanner *self)
{
  gboolean in_object = g_ptr_array_index (self->open, self->open->len - 1) != NULL;

  if (skip_one_of (self, ","))
    self->want = in_object ? WANT_NAME : WANT_VALUE;
  else if (*self->at == (in_object ? '}' : ']'))
    close_container (self);
  else
    return in_object ? "expected a comma or }" : "expected a comma or ]";
  return NULL;
}

static const char *
scan_document (Scanner *self)
{
  const char *why = NULL;

  while (why == NULL)
    {
      skip_white (self);
      if (self->want == WANT_NEXT && self->open->len == 0)
        return self->at == self->end ? NULL : "something after the end";
      if (self->at == self->end)
        return "unexpected end";

      if ((self->want == WANT_FIRST_NAME && *self->at == '}')
          || (self->want == WANT_FIRST_ITEM && *self->at == ']'))
        close_container (self);
      else if (self->want == WANT_NEXT)
        why = scan_next (self);
      else if (self->want == WANT_FIRST_NAME || self->want == WANT_NAME)
        why = scan_name (self);
      else
        why = scan_value (self);
    }
  return why;
}

static void
set_place_error (const Scanner *self, const char *why, GError **error)
{
  guint line = 1, column = 1;

  for (const guchar *at = self->start; at < self->at; at++)
    {
      column = *at == '\n' ? 1 : column + 1;
      line += *at == '\n';
    }
  g_set_error (error, VETO_JSON_ERROR, self->over_limit ? VETO_JSON_ERROR_LIMIT : VETO_JSON_ERROR_SYNTAX,
               "line %u, column %u: %s", line, column, why);
}

static void
free_names (gpointer names)
{
  if (names != NULL)
    g_hash_table_unref (names);
}

gboolean
veto_json_scan (const char *data, gsize n_bytes, const VetoJsonLimits *limits, GError **error)
{
  g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func (free_names);
  g_autoptr(GString) name = g_string_new (NULL);
  Scanner     scanner = { .limits = limits, .open = open, .name = name, .want = WANT_VALUE };
  const char *invalid = data, *why;

  scanner.start = scanner.at = (const guchar *) data;
  scanner.end = scanner.start + n_bytes;

  if (n_bytes == 0)
    why = "empty";
  else if (n_bytes > limits->max_bytes)
    why = refuse_limit (&scanner, "too large");
  else if (!g_utf8_validate_len (data, n_bytes, &invalid))
    {
      scanner.at = (const guchar *) invalid;
      why = "not UTF-8";
    }
  else
    why = scan_document (&scanner);

  if (why != NULL)
    set_place_error (&scanner, why, error);
  return why == NULL;
}
