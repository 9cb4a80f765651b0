/* What a screen reader has no name for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-faults.h"
#include "scene.h"

static const GtkAccessibleRole named_roles[] = {
  GTK_ACCESSIBLE_ROLE_BUTTON,
  GTK_ACCESSIBLE_ROLE_CHECKBOX,
  GTK_ACCESSIBLE_ROLE_COMBO_BOX,
  GTK_ACCESSIBLE_ROLE_DIALOG,
  GTK_ACCESSIBLE_ROLE_GRID,
  GTK_ACCESSIBLE_ROLE_HEADING,
  GTK_ACCESSIBLE_ROLE_IMG,
  GTK_ACCESSIBLE_ROLE_LINK,
  GTK_ACCESSIBLE_ROLE_LIST,
  GTK_ACCESSIBLE_ROLE_LIST_BOX,
  GTK_ACCESSIBLE_ROLE_LIST_ITEM,
  GTK_ACCESSIBLE_ROLE_MENU_ITEM,
  GTK_ACCESSIBLE_ROLE_METER,
  GTK_ACCESSIBLE_ROLE_OPTION,
  GTK_ACCESSIBLE_ROLE_PROGRESS_BAR,
  GTK_ACCESSIBLE_ROLE_RADIO,
  GTK_ACCESSIBLE_ROLE_SEARCH_BOX,
  GTK_ACCESSIBLE_ROLE_SLIDER,
  GTK_ACCESSIBLE_ROLE_SPIN_BUTTON,
  GTK_ACCESSIBLE_ROLE_SWITCH,
  GTK_ACCESSIBLE_ROLE_TAB,
  GTK_ACCESSIBLE_ROLE_TEXT_BOX,

  GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX,
  GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO,
};

static gboolean
needs_name (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  for (gsize i = 0; i < G_N_ELEMENTS (named_roles); i++)
    if (role == named_roles[i])
      return TRUE;
  return role == GTK_ACCESSIBLE_ROLE_GROUP && gtk_widget_get_focusable (widget)
         && !GTK_IS_SCROLLED_WINDOW (widget); /* a page that takes the focus to be read out */
}

/* Whether @widget or something in it has a name, and is what names @labelled */
static gboolean
is_label_of (GtkWidget *widget, GtkWidget *labelled, GtkWidget *root)
{
  g_autofree char *others = gtk_test_accessible_check_relation (GTK_ACCESSIBLE (labelled),
                                                                GTK_ACCESSIBLE_RELATION_LABELLED_BY, widget,
                                                                NULL);

  if (others == NULL)
    return widget != labelled && gallery_is_named (widget, root);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_label_of (child, labelled, root))
      return TRUE;
  return FALSE;
}

/* GTK 4.8 names a label by its words; later ones leave that to whoever asks. */
static gboolean
is_label_with_words (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
}

/* GTK gives what has no name that of its type. */
gboolean
gallery_is_named (GtkWidget *widget, GtkWidget *root)
{
  GtkAccessible   *accessible = GTK_ACCESSIBLE (widget);
  g_autofree char *name = NULL;

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    {
      name = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "");
      return name != NULL && *g_strchug (name) != '\0' && !g_str_has_prefix (name, "Gtk")
             && !g_str_has_prefix (name, "Adw");
    }
  if (gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return is_label_of (root, widget, root);
  return is_label_with_words (widget);
}

typedef struct
{
  GtkWidget *root;
  GPtrArray *faults;
} Search;

static void
check_name (GtkWidget *widget, gpointer data)
{
  Search    *search = data;
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (!needs_name (widget) || gallery_is_named (widget, search->root))
    return;
  g_ptr_array_add (search->faults, g_strdup_printf ("no name: a %s in a %s", G_OBJECT_TYPE_NAME (widget),
                                                    parent != NULL ? G_OBJECT_TYPE_NAME (parent) : "-"));
}

void
gallery_find_nameless (GtkWidget *root, GPtrArray *faults)
{
  Search search = { root, faults };
  scene_for_each (root, check_name, &search);
}
