/* The conditions of letters: read once into operations on a stack of truths.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-when"

#include "veto-when.h"

#include <string.h>

#include "veto-text.h"

#define NAME_BYTES G_CSET_a_2_z G_CSET_DIGITS "-."

/* An operation is one of these, or the index of a name. */
enum {
  OP_NOT = VETO_WHEN_MAX_NAMES,
  OP_AND,
  OP_OR,
};

struct _VetoWhen
{
  const char *names[VETO_WHEN_MAX_NAMES + 1];
  guint8     *operations; /* an operand stands before its operator */
  guint       n_operations;
};

typedef enum {
  TOKEN_END,
  TOKEN_NAME,
  TOKEN_AND,
  TOKEN_OR,
  TOKEN_NOT,
  TOKEN_OPEN,
  TOKEN_CLOSE,
  TOKEN_WRONG,
} Token;

typedef struct
{
  VetoPool   *pool;
  const char *text;
  const char *at;    /* behind the present token */
  const char *start; /* of the present token */
  Token       token;
  guint       depth;
  const char *why; /* the first fault; nothing is read behind it */
  const char *fault;
  VetoWhen   *condition;
} Parser;

static void parse_or (Parser *self);

static void
complain (Parser *self, const char *why)
{
  if (self->why != NULL)
    return;
  self->why = why;
  self->fault = self->start;
}

static Token
get_word (const char *word, gsize n_bytes)
{
  static const struct
  {
    const char *word;
    Token       token;
  } words[] = { { "and", TOKEN_AND }, { "or", TOKEN_OR }, { "not", TOKEN_NOT } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].word) == n_bytes && strncmp (words[i].word, word, n_bytes) == 0)
      return words[i].token;
  return n_bytes > 0 ? TOKEN_NAME : TOKEN_WRONG;
}

static void
advance (Parser *self)
{
  gsize n_bytes;

  self->start = self->at + strspn (self->at, " ");
  n_bytes = strspn (self->start, NAME_BYTES);
  if (*self->start == '\0')
    self->token = TOKEN_END;
  else if (*self->start == '(' || *self->start == ')')
    {
      self->token = *self->start == '(' ? TOKEN_OPEN : TOKEN_CLOSE;
      n_bytes = 1;
    }
  else
    self->token = get_word (self->start, n_bytes);
  self->at = self->start + n_bytes;
}

/* "reasons", or "reasons.health" */
static gboolean
is_name (const char *name)
{
  const char      *dot = strchr (name, '.');
  g_autofree char *first = dot != NULL ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);

  return veto_text_is_id (first) && (dot == NULL || veto_text_is_id (dot + 1));
}

static void
add_operation (Parser *self, guint operation)
{
  self->condition->operations[self->condition->n_operations++] = (guint8) operation;
}

static void
add_name (Parser *self)
{
  g_autofree char *name = g_strndup (self->start, (gsize) (self->at - self->start));
  const char     **names = self->condition->names;
  guint            i = 0;

  if (!is_name (name))
    {
      complain (self, "expected an id, or two with a full stop between");
      return;
    }
  while (names[i] != NULL && !g_str_equal (names[i], name))
    i++;
  if (i == VETO_WHEN_MAX_NAMES)
    {
      complain (self, "more than 12 different names");
      return;
    }
  if (names[i] == NULL)
    names[i] = veto_pool_take_text (self->pool, g_steal_pointer (&name));
  add_operation (self, i);
}

static void
parse_operand (Parser *self)
{
  if (self->token == TOKEN_NAME)
    add_name (self);
  else if (self->token == TOKEN_OPEN)
    {
      advance (self);
      parse_or (self);
      if (self->token != TOKEN_CLOSE)
        complain (self, "expected )");
    }
  else
    complain (self, "expected a name, not or (");
  if (self->why == NULL)
    advance (self);
}

/* "not" and "(" lead deeper, and there alone this calls itself. */
static void
parse_not (Parser *self)
{
  if (self->depth == VETO_WHEN_MAX_DEPTH)
    complain (self, "more than 16 levels");
  if (self->why != NULL)
    return;
  self->depth++;
  if (self->token == TOKEN_NOT)
    {
      advance (self);
      parse_not (self);
      add_operation (self, OP_NOT);
    }
  else
    parse_operand (self);
  self->depth--;
}

static void
parse_and (Parser *self)
{
  parse_not (self);
  while (self->why == NULL && self->token == TOKEN_AND)
    {
      advance (self);
      parse_not (self);
      add_operation (self, OP_AND);
    }
}

static void
parse_or (Parser *self)
{
  parse_and (self);
  while (self->why == NULL && self->token == TOKEN_OR)
    {
      advance (self);
      parse_and (self);
      add_operation (self, OP_OR);
    }
}

const VetoWhen *
veto_when_parse (VetoPool *pool, const char *text, guint *out_place, const char **out_why)
{
  Parser parser = { .pool = pool, .text = text, .at = text, .start = text };

  *out_place = 1;
  if (strlen (text) > VETO_WHEN_MAX_BYTES)
    complain (&parser, "more than 500 bytes");
  else
    {
      parser.condition = veto_pool_new_array (pool, VetoWhen, 1);
      parser.condition->operations = veto_pool_new_array (pool, guint8, strlen (text) + 1);
      advance (&parser);
      parse_or (&parser);
      if (parser.token != TOKEN_END)
        complain (&parser, "expected and, or, or the end");
    }
  if (parser.why == NULL)
    return parser.condition;
  *out_place = (guint) (parser.fault - text) + 1;
  *out_why = parser.why;
  return NULL;
}

const char *const *
veto_when_get_names (const VetoWhen *self)
{
  return (const char *const *) self->names;
}

/* No operand waits for its operator longer than there are levels, two operators each: "a or b and not (" */
gboolean
veto_when_holds (const VetoWhen *self, guint64 truths)
{
  guint64 stack = 0; /* bit 0 is its top */

  for (guint i = 0; i < self->n_operations; i++)
    {
      guint   operation = self->operations[i];
      guint64 top = stack & 1, next = (stack >> 1) & 1;

      if (operation < VETO_WHEN_MAX_NAMES)
        stack = (stack << 1) | ((truths >> operation) & 1);
      else if (operation == OP_NOT)
        stack ^= 1;
      else
        stack = ((stack >> 2) << 1) | (operation == OP_AND ? (top & next) : (top | next));
    }
  return (gboolean) (stack & 1);
}
