/* What takes the keyboard and is nothing to a screen reader, or does not say how it stands or what it belongs to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "gallery-faults.h"
#include "scene.h"

typedef struct
{
  GtkWidget *root;
  GPtrArray *faults;
} Search;

static void
add_fault (Search *search, GtkWidget *widget, const char *what)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  g_ptr_array_add (search->faults, g_strdup_printf ("%s: a %s in a %s", what, G_OBJECT_TYPE_NAME (widget),
                                                    parent != NULL ? G_OBJECT_TYPE_NAME (parent) : "-"));
}

/* By name, because GTK 4.18 knows roles that 4.8 does not know */
static gboolean
says_nothing (GtkAccessibleRole role)
{
  static const char *const nothing[] = { "none", "presentation", "generic", "widget", NULL };
  GEnumClass              *roles = g_type_class_ref (GTK_TYPE_ACCESSIBLE_ROLE);
  GEnumValue              *value = g_enum_get_value (roles, (int) role);
  gboolean                 result = value == NULL || g_strv_contains (nothing, value->value_nick);

  g_type_class_unref (roles);
  return result;
}

/* The part of an entry that is written in, or what a drop-down shows in its button: a screen reader is told of what is
 * around it. */
static gboolean
is_inner (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return (GTK_IS_TEXT (widget) && gtk_widget_get_ancestor (parent, GTK_TYPE_EDITABLE) != NULL)
         || (!GTK_IS_TOGGLE_BUTTON (widget)
             && gtk_widget_get_ancestor (widget, GTK_TYPE_TOGGLE_BUTTON) != NULL);
}

/* The part of a menu button or of a drop-down that is pressed: it says that it has a menu, not that it is pressed. */
static gboolean
opens_something (GtkWidget *toggle)
{
  GtkWidget *parent = gtk_widget_get_parent (toggle);

  return GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent);
}

static gboolean
needs_state (GtkWidget *widget, GtkAccessibleRole role, GtkAccessibleState *out_state, const char **out_words)
{
  if (role == GTK_ACCESSIBLE_ROLE_CHECKBOX || role == GTK_ACCESSIBLE_ROLE_RADIO
      || role == GTK_ACCESSIBLE_ROLE_SWITCH)
    {
      *out_state = GTK_ACCESSIBLE_STATE_CHECKED;
      *out_words = "does not say whether it is ticked";
      return TRUE;
    }
  if (GTK_IS_EXPANDER (widget) || ADW_IS_EXPANDER_ROW (widget))
    {
      *out_state = GTK_ACCESSIBLE_STATE_EXPANDED;
      *out_words = "does not say whether it is open";
      return TRUE;
    }
  if (GTK_IS_TOGGLE_BUTTON (widget) && !opens_something (widget))
    {
      *out_state = GTK_ACCESSIBLE_STATE_PRESSED;
      *out_words = "does not say whether it is pressed";
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_said_wrong (GtkAccessible *accessible)
{
  g_autofree char *differs =
    gtk_test_accessible_check_state (accessible, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  return gtk_test_accessible_has_state (accessible, GTK_ACCESSIBLE_STATE_INVALID) && differs == NULL;
}

/* What is wrong is said where it is wrong; what is found stands in the list that the search says it fills. */
static void
check_relations (Search *search, GtkWidget *widget, GtkAccessibleRole role)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (is_said_wrong (accessible)
      && !gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION)
      && !gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY))
    add_fault (search, widget, "does not say what is wrong");
  if (role == GTK_ACCESSIBLE_ROLE_SEARCH_BOX
      && !gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_CONTROLS))
    add_fault (search, widget, "does not say where what is found stands");
}

/* GTK 4.8 tells screen readers nothing of what is in something that is only there to be looked at. */
static gboolean
is_lost (GtkWidget *widget)
{
  for (GtkWidget *at = gtk_widget_get_parent (widget); at != NULL; at = gtk_widget_get_parent (at))
    {
      GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (at));

      if (role == GTK_ACCESSIBLE_ROLE_PRESENTATION || role == GTK_ACCESSIBLE_ROLE_NONE)
        return TRUE;
    }
  return FALSE;
}

static void
check_role (GtkWidget *widget, gpointer data)
{
  Search            *search = data;
  GtkAccessibleRole  role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));
  GtkAccessibleState state;
  const char        *words;

  check_relations (search, widget, role);
  if (!gtk_widget_get_focusable (widget) || !gtk_widget_get_can_focus (widget)
      || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_NATIVE (widget) || is_inner (widget))
    return;
  if (says_nothing (role))
    add_fault (search, widget, "takes the keyboard and says nothing");
  else if (!gallery_is_named (widget, search->root))
    add_fault (search, widget, "takes the keyboard and has no name");
  if (is_lost (widget))
    add_fault (search, widget, "is in something that screen readers are not told of");
  if (needs_state (widget, role, &state, &words)
      && !gtk_test_accessible_has_state (GTK_ACCESSIBLE (widget), state))
    add_fault (search, widget, words);
}

void
gallery_find_roleless (GtkWidget *root, GPtrArray *faults)
{
  Search search = { root, faults };
  scene_for_each (root, check_role, &search);
}
