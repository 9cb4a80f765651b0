/* The build tool: checks the guidance that people wrote, and makes the bundle that the program carries.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   veto-guidance lint SRC
 *   veto-guidance interface PO SRC
 *   veto-guidance build SRC OUT [--resource FILE --prefix PATH] [--depfile FILE]
 *
 * --resource writes the list that glib-compile-resources reads, --depfile what the result of that name depends on: the
 * languages stand in neither meson file nor here. Exit code 0 done, 1 something is wrong, 2 wrong usage. */
#include <gio/gio.h>
#include <stdio.h>

#include "veto-authoring.h"
#include "veto-guide-set.h"

static char *resource_path, *prefix, *depfile_path;

static int
print_complaints (const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) complaints = veto_authoring_lint (folder, &error);

  if (complaints == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  for (guint i = 0; complaints[i] != NULL; i++)
    fprintf (stderr, "%s/%s\n", folder, complaints[i]); /* UTF-8 as it is, in any locale of a build */
  return complaints[0] != NULL ? 1 : 0;
}

/* The words of the program itself, in a file of gettext. */
static int
print_interface_complaints (const char *file, const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) complaints = veto_authoring_lint_interface (file, folder, &error);

  if (complaints == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  for (guint i = 0; complaints[i] != NULL; i++)
    fprintf (stderr, "%s\n", complaints[i]);
  return complaints[0] != NULL ? 1 : 0;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
write_resource_list (const char *out, GError **error)
{
  g_autofree char *folder = g_build_filename (out, "text", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) text = g_string_new ("<gresources>\n");
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  /* Not compressed: they are read in place at every start. */
  g_string_append_printf (text, "  <gresource prefix=\"%s\">\n    <file>guidance.json</file>\n", prefix);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "    <file>text/%s</file>\n", (const char *) names->pdata[i]);
  g_string_append (text, "  </gresource>\n</gresources>\n");
  return g_file_set_contents (resource_path, text->str, (gssize) text->len, error);
}

/* As make reads it: a space in a name is written "\ ". */
static void
append_escaped (GString *text, const char *path)
{
  for (const char *at = path; *at != '\0'; at++)
    {
      if (*at == ' ' || *at == '#' || *at == '\\')
        g_string_append_c (text, '\\');
      if (*at == '$')
        g_string_append_c (text, '$');
      g_string_append_c (text, *at);
    }
}

static gboolean
write_depfile (char **sources, GError **error)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_escaped (text, resource_path);
  g_string_append_c (text, ':');
  for (guint i = 0; sources[i] != NULL; i++)
    {
      g_string_append (text, " \\\n  ");
      append_escaped (text, sources[i]);
    }
  g_string_append_c (text, '\n');
  return g_file_set_contents (depfile_path, text->str, (gssize) text->len, error);
}

static int
build (const char *folder, const char *out)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) sources = NULL;

  if (!veto_authoring_build (folder, out, &sources, &error))
    {
      if (error->domain != VETO_GUIDANCE_ERROR || print_complaints (folder) == 0)
        g_printerr ("%s\n", error->message);
      return 1;
    }
  if ((resource_path != NULL && !write_resource_list (out, &error))
      || (depfile_path != NULL && !write_depfile (sources, &error)))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}

int
main (int argc, char *argv[])
{
  GOptionEntry entries[] = {
    { "resource", 0, 0, G_OPTION_ARG_FILENAME, &resource_path, "List of resources to write", "FILE" },
    { "prefix", 0, 0, G_OPTION_ARG_STRING, &prefix, "Where the resources stand", "PATH" },
    { "depfile", 0, 0, G_OPTION_ARG_FILENAME, &depfile_path, "What the list depends on", "FILE" },
    { 0 },
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("lint SRC | interface PO SRC | build SRC OUT");
  gboolean understood;
  int      code = 2;

  g_option_context_add_main_entries (context, entries, NULL);
  understood = g_option_context_parse (context, &argc, &argv, NULL)
               && (resource_path == NULL || prefix != NULL)
               && (depfile_path == NULL || resource_path != NULL);
  if (understood && argc == 3 && g_str_equal (argv[1], "lint"))
    code = print_complaints (argv[2]);
  else if (understood && argc == 4 && g_str_equal (argv[1], "interface"))
    code = print_interface_complaints (argv[2], argv[3]);
  else if (understood && argc == 4 && g_str_equal (argv[1], "build"))
    code = build (argv[2], argv[3]);
  else
    g_printerr ("usage: veto-guidance lint SRC\n"
                "       veto-guidance interface PO SRC\n"
                "       veto-guidance build SRC OUT [--resource FILE --prefix PATH] [--depfile FILE]\n");
  g_free (resource_path);
  g_free (prefix);
  g_free (depfile_path);
  return code;
}
