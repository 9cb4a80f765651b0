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
  g_test_add_func ("/json/parse/error", test_parse_error);
  g_test_add_func ("/json/write/sorted", test_write);
  return g_test_run ();
}
