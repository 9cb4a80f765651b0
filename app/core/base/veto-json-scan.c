/* Strict reading of a JSON document: one pass, no recursion.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-json"

#include <math.h>
#include <string.h>

#include "veto-json-document.h"
#include "veto-text.h"

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

/* An open object or array */
typedef struct
{
  gboolean    is_object;
  guint       first; /* of its items, in the values that wait for their container */
  const char *name;  /* of the member that is read */
  GHashTable *index; /* nullable: the names so far, when there are many */
} Container;

typedef struct
{
  const VetoJsonLimits *limits;
  const guchar         *start;
  const guchar         *at;
  const guchar         *end;
  Want                  want;
  guint                 n_values;
  GArray               *open;   /* of Container */
  GArray               *values; /* of VetoJson: those whose container is still open */
  VetoJsonDocument     *document;
  char                **out; /* where the next text is written to */
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
scan_unicode_escape (Scanner *self)
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

  *self->out += g_unichar_to_utf8 (c, *self->out);
  return NULL;
}

/* Behind the backslash */
static const char *
scan_escape (Scanner *self)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char       *letter;
  guchar            c;

  if (self->at == self->end)
    return "a text without end";
  c = *self->at++;
  if (c == 'u')
    return scan_unicode_escape (self);

  letter = c != 0 ? strchr (letters, c) : NULL;
  if (letter == NULL)
    return "bad escape";
  *(*self->out)++ = meanings[letter - letters];
  return NULL;
}

/* Whether none of eight bytes is a control character, a quote or a backslash; %FALSE may be wrong, %TRUE never is. */
static gboolean
are_plain (const guchar *at)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101), high = ones << 7;
  guint64       bytes, quotes, backslashes;

  memcpy (&bytes, at, sizeof bytes);
  quotes = bytes ^ (ones * '"');
  backslashes = bytes ^ (ones * '\\');
  /* taking something from a smaller byte borrows into its high bit, which only counts where it was not set before */
  return (((bytes - ones * 0x20) & ~bytes & high) | ((quotes - ones) & ~quotes & high)
          | ((backslashes - ones) & ~backslashes & high))
         == 0;
}

/* Copies what stands for itself; at most up to @stop. */
static void
scan_plain (Scanner *self, const guchar *stop)
{
  const guchar *first = self->at, *at = first;

  while (stop - at >= 8 && are_plain (at))
    at += 8;
  while (at < stop && *at >= 0x20 && *at != '"' && *at != '\\')
    at++;
  memcpy (*self->out, first, (gsize) (at - first));
  *self->out += at - first;
  self->at = at;
}

/* On the opening quote; @out_text gets the meaning, which is never longer than what was written. */
static const char *
scan_text (Scanner *self, gsize max_bytes, const char **out_text)
{
  const guchar *first = ++self->at;
  const guchar *stop = (gsize) (self->end - first) > max_bytes ? first + max_bytes : self->end;

  *out_text = *self->out;
  for (;;)
    {
      const char *why;

      scan_plain (self, stop);
      if (self->at == self->end)
        return "a text without end";
      if (*self->at == '"')
        {
          self->at++;
          *(*self->out)++ = '\0';
          return NULL;
        }
      if (*self->at < 0x20)
        return "control character in a text";
      if (self->at >= stop)
        return refuse_limit (self, "text too long");

      self->at++;
      why = scan_escape (self);
      if (why != NULL)
        return why;
    }
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
read_number (const guchar *first, gsize n_bytes, VetoJson *value)
{
  char text[MAX_NUMBER_BYTES + 1];

  memcpy (text, first, n_bytes);
  text[n_bytes] = '\0';
  if (value->kind == VETO_JSON_REAL)
    {
      value->real = g_ascii_strtod (text, NULL);
      return isfinite (value->real) ? NULL : "number too large";
    }
  /* What is too large becomes the largest of 64 bits. g_ascii_string_to_signed() is not used because it believes errno, which the wait
   * for another thread that also reads its first number sets. */
  value->integer = g_ascii_strtoll (text, NULL, 10);
  return value->integer >= -MAX_INTEGER && value->integer <= MAX_INTEGER ? NULL : "integer too large";
}

static const char *
scan_number (Scanner *self, VetoJson *value)
{
  const guchar *first = self->at;
  const char   *why;

  value->kind = VETO_JSON_INTEGER;
  skip_one_of (self, "-");
  if (!skip_one_of (self, "0") && !skip_digits (self))
    return "bad number";
  if (skip_one_of (self, "."))
    {
      value->kind = VETO_JSON_REAL;
      if (!skip_digits (self))
        return "bad number";
    }
  if (skip_one_of (self, "eE"))
    {
      value->kind = VETO_JSON_REAL;
      skip_one_of (self, "+-");
      if (!skip_digits (self))
        return "bad number";
    }
  if (self->at - first > MAX_NUMBER_BYTES)
    return refuse_limit (self, "number too long");

  why = read_number (first, (gsize) (self->at - first), value);
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

static Container *
get_container (Scanner *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, Container, self->open->len - 1) : NULL;
}

/* A value that is whole: an item of what is open, or the document */
static void
add_value (Scanner *self, VetoJson *value)
{
  Container *container = get_container (self);

  if (container == NULL)
    veto_json_document_set_root (self->document, value);
  else
    {
      value->name = container->name;
      g_array_append_vals (self->values, value, 1);
    }
}

static const char *
open_container (Scanner *self)
{
  Container container = { .is_object = *self->at == '{', .first = self->values->len };

  if (self->open->len >= self->limits->max_depth)
    return refuse_limit (self, "nested too deeply");
  g_array_append_val (self->open, container);
  self->want = container.is_object ? WANT_FIRST_NAME : WANT_FIRST_ITEM;
  self->at++;
  return NULL;
}

static void
close_container (Scanner *self)
{
  Container *container = get_container (self);
  VetoJson   value = { .kind = container->is_object ? VETO_JSON_OBJECT : VETO_JSON_LIST };
  guint      first = container->first;

  veto_json_document_set_items (self->document, &value, &g_array_index (self->values, VetoJson, first),
                                self->values->len - first, container->index);
  g_array_set_size (self->values, first);
  g_array_set_size (self->open, self->open->len - 1);
  add_value (self, &value);
  self->want = WANT_NEXT;
  self->at++;
}

static const char *
scan_value (Scanner *self)
{
  VetoJson    value = { .kind = VETO_JSON_NULL };
  const char *why = NULL;

  if (++self->n_values > self->limits->max_values)
    return refuse_limit (self, "too many values");

  self->want = WANT_NEXT;
  if (*self->at == '{' || *self->at == '[')
    return open_container (self);
  if (*self->at == '"')
    {
      value.kind = VETO_JSON_TEXT;
      why = scan_text (self, self->limits->max_text_bytes, &value.text);
    }
  else if (*self->at == '-' || g_ascii_isdigit (*self->at))
    why = scan_number (self, &value);
  else if (skip_word (self, "true") || skip_word (self, "false"))
    {
      value.kind = VETO_JSON_BOOLEAN;
      value.flag = self->at[-2] == 'u';
    }
  else if (!skip_word (self, "null"))
    why = "expected a value";
  if (why == NULL)
    add_value (self, &value);
  return why;
}

/* Returns: %FALSE when the open object has a member of that name already */
static gboolean
add_name (Scanner *self, const char *name)
{
  Container      *container = get_container (self);
  const VetoJson *members = &g_array_index (self->values, VetoJson, container->first);
  guint           n = self->values->len - container->first;

  container->name = name;
  if (n < VETO_JSON_MAX_PLAIN)
    {
      for (guint i = 0; i < n; i++)
        if (g_str_equal (members[i].name, name))
          return FALSE;
      return TRUE;
    }
  if (container->index == NULL)
    {
      container->index = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < n; i++)
        g_hash_table_insert (container->index, (gpointer) members[i].name, GUINT_TO_POINTER (i + 1));
    }
  return g_hash_table_insert (container->index, (gpointer) name, GUINT_TO_POINTER (n + 1));
}

static const char *
scan_name (Scanner *self)
{
  const char *why, *name;

  if (*self->at != '"')
    return "expected the name of a member";
  why = scan_text (self, MAX_NAME_BYTES, &name);
  if (why != NULL)
    return why;
  if (!add_name (self, name))
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
  gboolean in_object = get_container (self)->is_object;

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

/* Returns: what is wrong, or NULL */
static const char *
scan (Scanner *self, gsize n_bytes)
{
  const char *data = (const char *) self->start, *invalid;

  if (n_bytes == 0)
    return "empty";
  if (n_bytes > self->limits->max_bytes)
    return refuse_limit (self, "too large");
  if (!veto_text_is_utf8 (data, n_bytes, &invalid))
    {
      self->at = (const guchar *) invalid;
      return "not UTF-8";
    }
  self->document = veto_json_document_new (n_bytes);
  self->out = veto_json_document_get_out (self->document);
  return scan_document (self);
}

/* Returns: (transfer full) (nullable) */
static VetoJsonDocument *
read_document (const char *data, gsize n_bytes, const VetoJsonLimits *limits, GError **error)
{
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (Container));
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (VetoJson));
  Scanner     scanner = { .limits = limits, .open = open, .values = values, .want = WANT_VALUE };
  const char *why;

  scanner.start = scanner.at = (const guchar *) data;
  scanner.end = scanner.start + n_bytes;
  why = scan (&scanner, n_bytes);
  if (why == NULL)
    return scanner.document;

  set_place_error (&scanner, why, error);
  for (guint i = 0; i < open->len; i++)
    g_clear_pointer (&g_array_index (open, Container, i).index, g_hash_table_unref);
  g_clear_pointer (&scanner.document, veto_json_document_free);
  return NULL;
}

gboolean
veto_json_scan (const char *data, gsize n_bytes, const VetoJsonLimits *limits, GError **error)
{
  g_autoptr(VetoJsonDocument) document = read_document (data, n_bytes, limits, error);
  return document != NULL;
}

VetoJsonDocument *
veto_json_parse (const char           *data,
                 gsize                 n_bytes,
                 const char           *file,
                 const VetoJsonLimits *limits,
                 GError              **error)
{
  VetoJsonDocument *document = read_document (data, n_bytes, limits, error);

  if (document == NULL)
    g_prefix_error (error, "%s: ", file);
  return document;
}
