/* What is there to find, and how it hangs together.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "veto-driver-private.h"

/* What is looked for, and what was found. A search that wants nothing in particular finds everything. */
typedef struct
{
  VetoKind    kind;
  const char *name; /* (nullable) */
  gboolean    is_prefix;
  gboolean    is_focused;
  gboolean    is_one; /* ends at the first */
  GPtrArray  *found;  /* (element-type VetoNode) */
} Search;

static gboolean
matches (VetoNode *node, const Search *search)
{
  if (search->kind != VETO_KIND_ANY && node->kind != search->kind)
    return FALSE;
  if (search->is_focused && !veto_node_has_state (node, ATSPI_STATE_FOCUSED))
    return FALSE;
  if (search->name != NULL)
    {
      veto_node_read_name (node);
      if (search->is_prefix ? !g_str_has_prefix (node->name, search->name)
                            : !g_str_equal (node->name, search->name))
        return FALSE;
    }
  return TRUE;
}

/* Goes through what is showing, in the order in which it is read. What is not mapped has no mapped children. */
static void
search_in (AtspiAccessible *accessible, guint depth, Search *search)
{
  VetoNode *node = veto_node_new (accessible, depth);
  int       n_children;
  gboolean  is_wanted;

  if (node == NULL)
    return;
  n_children = atspi_accessible_get_child_count (accessible, NULL);
  is_wanted = matches (node, search);
  /* that it is showing is asked only where the answer counts; each question takes a fraction of a millisecond */
  if ((!is_wanted && n_children <= 0) || ((is_wanted || n_children > 1) && !veto_node_is_showing (node)))
    {
      veto_node_free (node);
      return;
    }
  if (is_wanted)
    {
      veto_node_read_name (node);
      g_ptr_array_add (search->found, node);
    }
  else
    veto_node_free (node);
  for (int i = 0; i < n_children && !(search->is_one && search->found->len > 0); i++)
    {
      AtspiAccessible *child = atspi_accessible_get_child_at_index (accessible, i, NULL);

      if (child != NULL)
        search_in (child, depth + 1, search);
      g_clear_object (&child);
    }
}

/* Searches the windows of the program; the newest window comes first, because a dialog is in front of the others. */
static GPtrArray *
run_search (VetoDriver *driver, Search *search)
{
  int n_windows;

  search->found = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_node_free);
  if (!veto_driver_find_application (driver))
    return search->found;
  n_windows = atspi_accessible_get_child_count (driver->application, NULL);
  for (int i = n_windows - 1; i >= 0 && !(search->is_one && search->found->len > 0); i--)
    {
      AtspiAccessible *window = atspi_accessible_get_child_at_index (driver->application, i, NULL);

      if (window != NULL)
        search_in (window, 0, search);
      g_clear_object (&window);
    }
  return search->found;
}

static VetoNode *
find_one (VetoDriver *driver, Search *search)
{
  g_autoptr(GPtrArray) found = NULL;

  search->is_one = TRUE;
  found = run_search (driver, search);
  return found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

/* Whether it is what is looked into: the program that was started, or who calls itself as was asked for */
static gboolean
is_wanted (VetoDriver *driver, AtspiAccessible *application)
{
  g_autofree char *name = NULL;

  if (driver->place == NULL)
    return atspi_accessible_get_process_id (application, NULL) == (guint) driver->pid;
  name = atspi_accessible_get_name (application, NULL);
  return g_strcmp0 (name, driver->place) == 0;
}

/**
 * veto_driver_look_into:
 * @application: (nullable): what it calls itself on the accessibility bus; NULL for the program that was started
 *
 * Whose windows the person has before them from now on. A program in a sandbox is on the bus by another process than the one
 * that was started, and a dialog of a portal belongs to the portal. On the screen the topmost window counts then, whoever's.
 */
void
veto_driver_look_into (VetoDriver *driver, const char *application)
{
  g_free (driver->place);
  driver->place = g_strdup (application);
  g_clear_object (&driver->application);
}

/* Keeps the program's place on the accessibility bus. Returns: FALSE when it has none (yet) */
gboolean
veto_driver_find_application (VetoDriver *driver)
{
  AtspiAccessible *desktop;
  int              n_applications;

  if (driver->application != NULL)
    return TRUE;
  if (driver->pid == 0)
    return FALSE;
  desktop = atspi_get_desktop (0);
  n_applications = atspi_accessible_get_child_count (desktop, NULL);
  for (int i = 0; i < n_applications && driver->application == NULL; i++)
    {
      AtspiAccessible *application = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (application != NULL && is_wanted (driver, application))
        driver->application = g_object_ref (application);
      g_clear_object (&application);
    }
  g_object_unref (desktop);
  return driver->application != NULL;
}

/* Returns: (transfer full) (nullable): the first that is showing now, has @kind, and is named exactly @name */
VetoNode *
veto_driver_find (VetoDriver *driver, VetoKind kind, const char *name)
{
  return find_one (driver, &(Search){ .kind = kind, .name = name });
}

/* Returns: (transfer full) (nullable): as veto_driver_find(), for a name that begins with @prefix */
VetoNode *
veto_driver_find_prefix (VetoDriver *driver, VetoKind kind, const char *prefix)
{
  return find_one (driver, &(Search){ .kind = kind, .name = prefix, .is_prefix = TRUE });
}

/* Returns: whether it is showing now; veto_driver_wait_for() waits for it */
gboolean
veto_driver_shows (VetoDriver *driver, VetoKind kind, const char *name)
{
  g_autoptr(VetoNode) node = veto_driver_find (driver, kind, name);

  return node != NULL;
}

/* Returns: (transfer full) (nullable): what has the keyboard */
VetoNode *
veto_driver_find_focused (VetoDriver *driver)
{
  return find_one (driver, &(Search){ .is_focused = TRUE });
}

/* Returns: (transfer full) (element-type VetoNode): all that is showing, in the order in which it is read */
GPtrArray *
veto_driver_list_nodes (VetoDriver *driver)
{
  return run_search (driver, &(Search){ 0 });
}

/* Returns: (transfer full): the names of all that is showing, as they are heard; a label that only repeats the name of
 * the button or row around it is heard once */
char **
veto_driver_list_names (VetoDriver *driver)
{
  g_autoptr(GPtrArray) nodes = veto_driver_list_nodes (driver);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const char *before = "";

  for (guint i = 0; i < nodes->len; i++)
    {
      VetoNode *node = g_ptr_array_index (nodes, i);

      if (node->name[0] != '\0' && !g_str_equal (node->name, before))
        g_ptr_array_add (names, g_strdup (node->name));
      if (node->name[0] != '\0')
        before = node->name;
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_steal (names, NULL);
}

static const struct
{
  AtspiStateType state;
  const char    *name;
} told_states[] = {
  { ATSPI_STATE_FOCUSED, "focused" },   { ATSPI_STATE_CHECKED, "checked" },
  { ATSPI_STATE_PRESSED, "pressed" },   { ATSPI_STATE_SELECTED, "selected" },
  { ATSPI_STATE_EXPANDED, "expanded" },
};

/* Returns: (transfer full): a line for each thing that is showing, as `    button "Save" (focused)`, with what is written in
 * an entry */
char *
veto_driver_dup_tree (VetoDriver *driver)
{
  g_autoptr(GPtrArray) nodes = veto_driver_list_nodes (driver);
  g_autoptr(GString) tree = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      VetoNode *node = g_ptr_array_index (nodes, i);

      g_string_append_printf (tree, "%*s%s", (int) node->depth * 2, "", veto_kind_get_name (node->kind));
      if (node->name[0] != '\0')
        g_string_append_printf (tree, " \"%s\"", node->name);
      for (gsize j = 0; j < G_N_ELEMENTS (told_states); j++)
        if (veto_node_has_state (node, told_states[j].state))
          g_string_append_printf (tree, " (%s)", told_states[j].name);
      if (!veto_node_is_sensitive (node))
        g_string_append (tree, " (insensitive)");
      if (node->kind == VETO_KIND_ENTRY)
        {
          g_autofree char *text = veto_node_dup_text (node);
          g_string_append_printf (tree, " [%s]", text);
        }
      g_string_append_c (tree, '\n');
    }
  return g_string_free (g_steal_pointer (&tree), FALSE);
}
