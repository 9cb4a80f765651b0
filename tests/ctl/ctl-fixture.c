/* Runs vetoctl as a person does, and looks at what it said.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ctl-fixture.h"

#include <string.h>
#include <sys/wait.h>

#include "store-fixture.h"
#include "veto-authoring.h"

#define COLUMNS 80

static char *home; /* of the program in the tests */

void
run_clear (Run *run)
{
  g_clear_object (&run->parser);
  g_clear_pointer (&run->out, g_free);
  g_clear_pointer (&run->err, g_free);
}

static GStrv
make_environment (const char *more)
{
  static const char *const unset[] = { "LANGUAGE",         "LANG", "LC_ALL", "VETO_LOCALE_DIR",
                                       "G_MESSAGES_DEBUG", NULL };
  GStrv                    environment = g_get_environ ();
  g_auto(GStrv) pairs = g_strsplit (more != NULL ? more : "", " ", -1);

  for (guint i = 0; unset[i] != NULL; i++)
    environment = g_environ_unsetenv (environment, unset[i]);
  environment = g_environ_setenv (environment, "LC_ALL", "C.UTF-8", TRUE);
  environment = g_environ_setenv (environment, "XDG_DATA_HOME", home, TRUE);
  environment = g_environ_setenv (environment, "G_DEBUG", "fatal-warnings", TRUE);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (pairs[i], "=", 2);
      environment = g_environ_setenv (environment, pair[0], pair[1], TRUE);
    }
  return environment;
}

Run
run_line_in (const char *more, GSpawnChildSetupFunc setup, const char *line)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *whole = g_strconcat (g_getenv ("VETOCTL"), *line != '\0' ? " " : "", line, NULL);
  g_auto(GStrv) argv = g_strsplit (whole, " ", -1);
  g_auto(GStrv) environment = make_environment (more);
  Run run = { 0 };
  int status;

  g_spawn_sync (NULL, argv, environment, G_SPAWN_DEFAULT, setup, NULL, &run.out, &run.err, &status, &error);
  g_assert_no_error (error);
  run.code = WIFEXITED (status) ? WEXITSTATUS (status) : -1;
  if (run.code < 0 || run.code > 2)
    g_test_message ("“%s” ended with status %d: %s", line, status, run.err);
  g_assert_cmpint (run.code, >=, 0); /* not by a signal */
  g_assert_cmpint (run.code, <=, 2);
  return run;
}

Run
run_line (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list          arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return run_line_in (NULL, NULL, line);
}

void
run_assert_code (const Run *run, int code)
{
  if (run->code != code)
    g_test_message ("exit code %d\n%s%s", run->code, run->out, run->err);
  g_assert_cmpint (run->code, ==, code);
}

void
run_assert_failed (const Run *run, int code, const char *words)
{
  const char *newline = strchr (run->err, '\n');

  run_assert_code (run, code);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_true (g_str_has_prefix (run->err, "vetoctl: "));
  g_assert_nonnull (newline);
  g_assert_cmpstr (newline, ==, "\n"); /* one line */
  if (strstr (run->err, words) == NULL)
    g_test_message ("“%s” is not in: %s", words, run->err);
  g_assert_nonnull (strstr (run->err, words));
}

JsonObject *
run_get_object (Run *run)
{
  g_autoptr(GError) error = NULL;

  run_assert_code (run, 0);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpstr (strchr (run->out, '\n'), ==, "\n");
  if (run->parser == NULL)
    {
      run->parser = json_parser_new ();
      json_parser_load_from_data (run->parser, run->out, -1, &error);
      g_assert_no_error (error);
    }
  g_assert_true (JSON_NODE_HOLDS_OBJECT (json_parser_get_root (run->parser)));
  return json_node_get_object (json_parser_get_root (run->parser));
}

void
assert_members (JsonObject *object, const char *names)
{
  g_autoptr(GList) members = g_list_sort (json_object_get_members (object), (GCompareFunc) g_strcmp0);
  g_autoptr(GString) found = g_string_new (NULL);

  for (GList *link = members; link != NULL; link = link->next)
    g_string_append_printf (found, "%s%s", link != members ? " " : "", (char *) link->data);
  g_assert_cmpstr (found->str, ==, names);
}

static JsonNode *
get_node (JsonObject *object, const char *path)
{
  g_auto(GStrv) names = g_strsplit (path, "/", -1);
  JsonNode *node = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
        {
          guint      index = (guint) g_ascii_strtoull (names[i], NULL, 10);
          JsonArray *array = json_node_get_array (node);

          g_assert_cmpuint (index, <, json_array_get_length (array));
          node = json_array_get_element (array, index);
        }
      else
        node = json_object_get_member (node != NULL ? json_node_get_object (node) : object, names[i]);
      if (node == NULL)
        g_test_message ("there is no %s of %s", names[i], path);
      g_assert_nonnull (node);
    }
  return node;
}

const char *
get_text (JsonObject *object, const char *path)
{
  JsonNode *node = get_node (object, path);

  if (JSON_NODE_HOLDS_NULL (node))
    return NULL;
  g_assert_true (JSON_NODE_HOLDS_VALUE (node));
  g_assert_cmpint (json_node_get_value_type (node), ==, G_TYPE_STRING);
  return json_node_get_string (node);
}

gint64
get_number (JsonObject *object, const char *path)
{
  JsonNode *node = get_node (object, path);

  g_assert_true (JSON_NODE_HOLDS_VALUE (node));
  g_assert_cmpint (json_node_get_value_type (node), ==, G_TYPE_INT64);
  return json_node_get_int (node);
}

JsonArray *
get_array (JsonObject *object, const char *path)
{
  JsonNode *node = get_node (object, path);

  g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
  return json_node_get_array (node);
}

JsonObject *
get_object (JsonObject *object, const char *path)
{
  JsonNode *node = get_node (object, path);

  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
  return json_node_get_object (node);
}

static guint
measure (const char *line)
{
  guint n_columns = 0;

  for (const char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      n_columns += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return n_columns;
}

void
assert_fits_terminal (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *words = lines[i] + strspn (lines[i], " ");

      if (g_str_has_suffix (lines[i], " ") || (measure (lines[i]) > COLUMNS && strchr (words, ' ') != NULL))
        g_test_message ("line %u: “%s”", i + 1, lines[i]);
      g_assert_false (g_str_has_suffix (lines[i], " "));
      g_assert_true (measure (lines[i]) <= COLUMNS || strchr (words, ' ') == NULL);
    }
}

static void
copy_tree (GFile *from, GFile *to)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFileEnumerator)
               files = g_file_enumerate_children (from, "standard::*", G_FILE_QUERY_INFO_NONE, NULL, &error);
  GFileInfo *info;
  GFile     *child;

  g_assert_no_error (error);
  while (g_file_enumerator_iterate (files, &info, &child, NULL, &error) && info != NULL)
    {
      g_autoptr(GFile) copy = g_file_get_child (to, g_file_info_get_name (info));

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        {
          g_assert_true (g_file_make_directory (copy, NULL, NULL));
          copy_tree (child, copy);
        }
      else
        g_assert_true (g_file_copy (child, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
    }
  g_assert_no_error (error);
}

void
change_file (const char *folder, const char *name, const char *from, const char *to)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL;
  g_autoptr(GString) text = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  text = g_string_new (content);
  g_assert_cmpuint (g_string_replace (text, from, to, 0), >, 0);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

char *
make_authored (const char *name, const char *from, const char *to)
{
  char *folder = fixture_make_folder ();
  g_autoptr(GFile) source = g_file_new_build_filename (FIXTURES, "guidance", NULL);
  g_autoptr(GFile) target = g_file_new_for_path (folder);

  copy_tree (source, target);
  if (name != NULL)
    change_file (folder, name, from, to);
  return folder;
}

char *
make_bundle (const char *name, const char *from, const char *to)
{
  g_autoptr(GError) error = NULL;
  char            *folder = fixture_make_folder ();
  g_autofree char *source = g_build_filename (FIXTURES, "guidance", NULL);

  veto_authoring_build (source, folder, NULL, &error);
  g_assert_no_error (error);
  if (name != NULL)
    change_file (folder, name, from, to);
  return folder;
}

void
ctl_test_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_assert_nonnull (g_getenv ("VETOCTL"));
  home = fixture_make_folder ();
}

int
ctl_test_run (void)
{
  int code = g_test_run ();

  fixture_remove (home);
  return code;
}
