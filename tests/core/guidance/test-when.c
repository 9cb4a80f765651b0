/* The conditions of letters: what they mean, by their whole truth tables, and where they are wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "veto-when.h"

/* @truths: the results for all values of the names, from all false to all true; the first name changes fastest. */
typedef struct
{
  const char *name;
  const char *text;
  const char *names;
  const char *truths;
} Table;

static const Table tables[] = {
  { "/when/name", "a", "a", "01" },
  { "/when/not", "not a", "a", "10" },
  { "/when/not-not", "not not a", "a", "01" },
  { "/when/and", "a and b", "a b", "0001" },
  { "/when/or", "a or b", "a b", "0111" },
  { "/when/not-binds-tightest", "not a and b", "a b", "0010" },
  { "/when/not-of-both", "not (a and b)", "a b", "1110" },
  { "/when/and-before-or", "a or b and c", "a b c", "01010111" },
  { "/when/and-before-or-left", "a and b or c", "a b c", "00011111" },
  { "/when/parentheses", "(a or b) and c", "a b c", "00000111" },
  { "/when/same-name-twice", "a and not a", "a", "00" },
  { "/when/three", "a and b and c", "a b c", "00000001" },
  { "/when/choice", "reasons.health or reasons.belief", "reasons.health reasons.belief", "0111" },
  { "/when/dashes", "own-words and not regime.ch", "own-words regime.ch", "0100" },
  { "/when/words-in-names", "android or ordinary", "android ordinary", "0111" },
  { "/when/no-space", "(a)and(b)", "a b", "0001" },
  { "/when/deep", "((((((((a))))))))", "a", "01" },
};

static const VetoWhen *
parse (VetoPool *pool, const char *text)
{
  const char     *why = NULL;
  guint           place = 0;
  const VetoWhen *condition = veto_when_parse (pool, text, &place, &why);

  g_assert_cmpstr (why, ==, NULL);
  g_assert_nonnull (condition);
  return condition;
}

static void
test_table (gconstpointer data)
{
  const Table *table = data;
  g_autoptr(VetoPool) pool = veto_pool_new ();
  const VetoWhen  *condition = parse (pool, table->text);
  g_autofree char *names = g_strjoinv (" ", (char **) veto_when_get_names (condition));

  g_assert_cmpstr (names, ==, table->names);
  for (guint truths = 0; truths < strlen (table->truths); truths++)
    g_assert_cmpint (veto_when_holds (condition, truths), ==, table->truths[truths] == '1');
}

typedef struct
{
  const char *name;
  const char *text;
  guint       place;
  const char *why; /* a part of it */
} Fault;

static const Fault faults[] = {
  { "/when/faults/empty", "", 1, "expected a name" },
  { "/when/faults/spaces", "   ", 4, "expected a name" },
  { "/when/faults/no-operand", "a and", 6, "expected a name" },
  { "/when/faults/no-left-operand", "or a", 1, "expected a name" },
  { "/when/faults/two-names", "a b", 3, "expected and, or, or the end" },
  { "/when/faults/not-behind", "a not b", 3, "expected and, or, or the end" },
  { "/when/faults/open", "(a and b", 9, "expected )" },
  { "/when/faults/close", "a)", 2, "expected and, or, or the end" },
  { "/when/faults/empty-parentheses", "a or ()", 7, "expected a name" },
  { "/when/faults/sign", "a & b", 3, "expected and, or, or the end" },
  { "/when/faults/sign-first", "!a", 1, "expected a name" },
  { "/when/faults/upper-case", "a AND b", 3, "expected and, or, or the end" },
  { "/when/faults/three-parts", "a or a.b.c", 6, "expected an id" },
  { "/when/faults/nothing-behind-dot", "a.", 1, "expected an id" },
  { "/when/faults/dash-first", "-a", 1, "expected an id" },
  { "/when/faults/newline", "a\nor b", 2, "expected and, or, or the end" },
  { "/when/faults/13-names", "a or b or c or d or e or f or g or h or i or j or k or l or m", 61,
    "more than 12" },
  { "/when/faults/depth", "((((((((((((((((a))))))))))))))))", 17, "more than 16 levels" },
  { "/when/faults/depth-of-nots", "not not not not not not not not not not not not not not not not a", 65,
    "more than 16 levels" },
};

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr(VetoPool) pool = veto_pool_new ();
  const char *why = NULL;
  guint       place = 0;

  g_assert_null (veto_when_parse (pool, fault->text, &place, &why));
  g_assert_nonnull (strstr (why, fault->why));
  g_assert_cmpuint (place, ==, fault->place);
}

/* As long as it may be; one byte more is too long. */
static void
test_length (void)
{
  g_autoptr(VetoPool) pool = veto_pool_new ();
  g_autoptr(GString) text = g_string_new ("a");
  const char *why = NULL;
  guint       place;

  while (text->len + strlen (" or a") <= VETO_WHEN_MAX_BYTES)
    g_string_append (text, " or a");
  g_assert_true (veto_when_holds (parse (pool, text->str), 1));
  g_assert_false (veto_when_holds (parse (pool, text->str), 0));
  g_string_append_printf (text, "%*s", VETO_WHEN_MAX_BYTES, "");
  g_assert_null (veto_when_parse (pool, text->str, &place, &why));
  g_assert_cmpstr (why, ==, "more than 500 bytes");
}

/* The deepest that is allowed, with two operands waiting on each level */
static void
test_depth (void)
{
  g_autoptr(VetoPool) pool = veto_pool_new ();
  g_autoptr(GString) text = g_string_new (NULL);
  const VetoWhen *condition;

  for (guint i = 0; i < VETO_WHEN_MAX_DEPTH - 1; i++)
    g_string_append (text, "a or b and (");
  g_string_append (text, "c");
  for (guint i = 0; i < VETO_WHEN_MAX_DEPTH - 1; i++)
    g_string_append (text, ")");
  condition = parse (pool, text->str);
  for (guint truths = 0; truths < 8; truths++)
    g_assert_cmpint (veto_when_holds (condition, truths), ==,
                     (truths & 1) != 0 || ((truths & 2) != 0 && (truths & 4) != 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    g_test_add_data_func (tables[i].name, &tables[i], test_table);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add_data_func (faults[i].name, &faults[i], test_fault);
  g_test_add_func ("/when/length", test_length);
  g_test_add_func ("/when/depth", test_depth);
  return g_test_run ();
}
