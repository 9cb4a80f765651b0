/* Typed reading: the right value, or an error that names the place; writing: the same bytes for the same content.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-json.h"

#include <string.h>

static const char document[] = "{\"text\":\"a\",\"number\":5,\"real\":5.0,\"yes\":true,\"null\":null,"
                               "\"digits\":\"5\",\"list\":[\"a\",1,{}],\"object\":{}}";

static VetoJsonDocument *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  VetoJsonDocument *parsed = veto_json_parse (text, strlen (text), "a.json", &veto_json_limits, &error);

  g_assert_no_error (error);
  return parsed;
}

static void
test_right_types (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoJsonDocument) root = parse (document);
  const VetoJson *object = veto_json_document_get_root (root);
  const VetoJson *list = veto_json_get_array (object, "a.json:", "list", &error);
  const char     *optional = "";
  gboolean        yes = FALSE;
  gint64          number = 0;

  g_assert_cmpstr (veto_json_get_text (object, "a.json:", "text", &error), ==, "a");
  g_assert_true (veto_json_get_integer (object, "a.json:", "number", 0, 5, &number, &error));
  g_assert_cmpint (number, ==, 5);
  g_assert_true (veto_json_get_boolean (object, "a.json:", "yes", &yes, &error));
  g_assert_true (yes);
  g_assert_nonnull (veto_json_get_object (object, "a.json:", "object", &error));
  g_assert_cmpuint (list->n_items, ==, 3);
  g_assert_cmpstr (veto_json_get_element_text (list, "a.json: list", 0, &error), ==, "a");
  g_assert_nonnull (veto_json_get_element_object (list, "a.json: list", 2, &error));
  g_assert_true (veto_json_get_optional_text (object, "a.json:", "none", &optional, &error));
  g_assert_null (optional);
  g_assert_true (veto_json_get_optional_text (object, "a.json:", "null", &optional, &error));
  g_assert_null (optional);
  g_assert_false (veto_json_has (object, "null"));
  g_assert_true (veto_json_has (object, "text"));
  g_assert_no_error (error);
}

typedef enum { TEXT, OPTIONAL, INTEGER, BOOLEAN, OBJECT, ARRAY } Reader;

typedef struct
{
  const char *name;
  Reader      reader;
  const char *member;
  const char *message;
} Sample;

static const Sample samples[] = {
  { "/json/read/text-missing", TEXT, "none", "a.json: none: missing" },
  { "/json/read/text-is-number", TEXT, "number", "a.json: number: expected text" },
  { "/json/read/text-is-null", TEXT, "null", "a.json: null: expected text" },
  { "/json/read/text-is-list", TEXT, "list", "a.json: list: expected text" },
  { "/json/read/optional-is-number", OPTIONAL, "number", "a.json: number: expected text" },
  { "/json/read/integer-is-digits", INTEGER, "digits", "a.json: digits: expected a whole number" },
  { "/json/read/integer-is-true", INTEGER, "yes", "a.json: yes: expected a whole number" },
  { "/json/read/integer-is-real", INTEGER, "real", "a.json: real: expected a whole number" },
  { "/json/read/integer-out-of-range", INTEGER, "number", "a.json: number: expected 0 to 4" },
  { "/json/read/integer-missing", INTEGER, "none", "a.json: none: missing" },
  { "/json/read/boolean-is-number", BOOLEAN, "number", "a.json: number: expected true or false" },
  { "/json/read/object-is-list", OBJECT, "list", "a.json: list: expected an object" },
  { "/json/read/array-is-object", ARRAY, "object", "a.json: object: expected a list" },
};

static void
test_wrong_type (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoJsonDocument) root = parse (document);
  const VetoJson *object = veto_json_document_get_root (root);
  const char     *text = NULL;
  gboolean        flag = FALSE;
  gint64          number = -1;

  switch (sample->reader)
    {
    case TEXT:
      g_assert_null (veto_json_get_text (object, "a.json:", sample->member, &error));
      break;
    case OPTIONAL:
      g_assert_false (veto_json_get_optional_text (object, "a.json:", sample->member, &text, &error));
      break;
    case INTEGER:
      g_assert_false (veto_json_get_integer (object, "a.json:", sample->member, 0, 4, &number, &error));
      break;
    case BOOLEAN:
      g_assert_false (veto_json_get_boolean (object, "a.json:", sample->member, &flag, &error));
      break;
    case OBJECT:
      g_assert_null (veto_json_get_object (object, "a.json:", sample->member, &error));
      break;
    case ARRAY:
      g_assert_null (veto_json_get_array (object, "a.json:", sample->member, &error));
      break;
    default:
      g_assert_not_reached ();
    }
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, sample->message);
  g_assert_cmpint (number, ==, -1);
}

static void
test_paths (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoJsonDocument) root = parse ("{\"a\":[{\"b\":1}]}");
  const VetoJson  *list = veto_json_find (veto_json_document_get_root (root), "a");
  const VetoJson  *element = veto_json_get_element_object (list, "a.json: a", 0, NULL);
  g_autofree char *where = veto_json_dup_element_path ("a.json: a", 0);

  g_assert_null (veto_json_get_text (element, where, "b", &error));
  g_assert_cmpstr (error->message, ==, "a.json: a[0].b: expected text");
  g_clear_error (&error);
  g_assert_null (veto_json_get_element_text (list, "a.json: a", 0, &error));
  g_assert_cmpstr (error->message, ==, "a.json: a[0]: expected text");
}

/* An object of @n members "m0": 0, "m1": 1 …, and @more behind them */
static char *
dup_members (guint n, const char *more)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\"m%u\":%u", i > 0 ? "," : "", i, i);
  g_string_append_printf (text, "%s}", more);
  return g_string_free (text, FALSE);
}

/* Around the number of members from which on an object has an index */
static void
test_many_members (void)
{
  for (guint n = 14; n <= 40; n++)
    {
      g_autofree char *text = dup_members (n, ",\"z\":{\"m0\":null}"), *twice = dup_members (n, ",\"m1\":1");
      g_autoptr(VetoJsonDocument) parsed = parse (text);
      const VetoJson *root = veto_json_document_get_root (parsed);
      g_autoptr(VetoJsonDocument) copy = veto_json_document_new_object (root->items, root->n_items);

      g_assert_cmpuint (root->n_items, ==, n + 1);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *name = g_strdup_printf ("m%u", i);

          g_assert_cmpint (veto_json_find (root, name)->integer, ==, i);
          g_assert_cmpstr (root->items[i].name, ==, name); /* in the order they were written in */
          g_assert_cmpint (veto_json_find (veto_json_document_get_root (copy), name)->integer, ==, i);
        }
      g_assert_null (veto_json_find (root, "m"));
      g_assert_cmpint (veto_json_find (veto_json_find (root, "z"), "m0")->kind, ==, VETO_JSON_NULL);
      g_assert_false (veto_json_scan (twice, strlen (twice), &veto_json_limits, NULL));
    }
}

/* Values of all blocks of memory, and empty ones between them */
static void
test_large (void)
{
  g_autoptr(GString) text = g_string_new ("[[]");
  g_autoptr(VetoJsonDocument) parsed = NULL;
  const VetoJson *root;

  for (guint i = 1; i < 3000; i++)
    g_string_append_printf (text, ",[%u,{\"a\":\"t%u\"},[],{}]", i, i);
  g_string_append_c (text, ']');
  parsed = parse (text->str);
  memset (text->str, 0, text->len); /* the document stands alone */
  root = veto_json_document_get_root (parsed);
  g_assert_cmpuint (root->n_items, ==, 3000);
  g_assert_cmpuint (root->items[0].n_items, ==, 0);
  for (guint i = 1; i < 3000; i++)
    {
      const VetoJson  *list = &root->items[i];
      g_autofree char *expected = g_strdup_printf ("t%u", i);

      g_assert_cmpint (list->items[0].integer, ==, i);
      g_assert_cmpstr (veto_json_get_text (&list->items[1], "", "a", NULL), ==, expected);
      g_assert_cmpint (list->items[2].kind, ==, VETO_JSON_LIST);
      g_assert_cmpuint (list->items[3].n_items, ==, 0);
    }
}

static void
test_texts_only (void)
{
  g_autoptr(VetoJsonDocument) parsed = parse ("{\"a\":\"x\\ny\"}");
  const char *text = veto_json_get_text (veto_json_document_get_root (parsed), "", "a", NULL);

  veto_json_document_keep_texts_only (parsed);
  g_assert_cmpstr (text, ==, "x\ny");
  g_assert_cmpint (veto_json_document_get_root (parsed)->kind, ==, VETO_JSON_NULL);
}

static void
test_parse_error (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (veto_json_parse ("{} {}", 5, "a.json", &veto_json_limits, &error));
  g_assert_cmpstr (error->message, ==, "a.json: line 1, column 4: something after the end");
}

static void
test_write (void)
{
  g_autoptr(VetoJsonDocument)
               a = parse ("{ \"b\": [1, -2.5, true, null, {}], \"a\": \"\\\"\\\\ \\n\\u001f ä\" }");
  g_autoptr(VetoJsonDocument)
               b = parse ("{\"a\":\"\\\"\\\\ \\n\\u001f \\u00e4\",\"b\":[1,-2.5,true,null,{ }]}");
  g_autofree char *text_a = veto_json_write (veto_json_document_get_root (a)),
                  *text_b = veto_json_write (veto_json_document_get_root (b));

  g_assert_cmpstr (text_a, ==, "{\"a\":\"\\\"\\\\ \\n\\u001f ä\",\"b\":[1,-2.5,true,null,{}]}");
  g_assert_cmpstr (text_a, ==, text_b);
  g_assert_true (veto_json_scan (text_a, strlen (text_a), &veto_json_limits, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/read/right-types", test_right_types);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_wrong_type);
  g_test_add_func ("/json/read/paths", test_paths);
  g_test_add_func ("/json/parse/many-members", test_many_members);
  g_test_add_func ("/json/parse/large", test_large);
  g_test_add_func ("/json/parse/texts-only", test_texts_only);
  g_test_add_func ("/json/parse/error", test_parse_error);
  g_test_add_func ("/json/write/sorted", test_write);
  return g_test_run ();
}
