/* One accessible thing, and what it says about itself.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Found out: in GTK 4.8 only a window says that it is showing, and the pages of a stack that are out of sight keep their
 * names and their size; but a point in the middle of a thing is contained in it only while it is mapped. In GTK 4.18 nothing
 * contains anything, but things say whether they are showing. So both are asked. Nothing is cached: libatspi asks the program
 * each time while its own main loop does not run. */
#include <math.h>
#include <string.h>

#include "veto-driver-private.h"

typedef struct
{
  AtspiRole role;
  VetoKind  kind;
} RoleKind;

static const RoleKind role_kinds[] = {
  { ATSPI_ROLE_FRAME, VETO_KIND_WINDOW },
  { ATSPI_ROLE_WINDOW, VETO_KIND_WINDOW },
  { ATSPI_ROLE_DIALOG, VETO_KIND_WINDOW },
  { ATSPI_ROLE_ALERT, VETO_KIND_WINDOW },
  { ATSPI_ROLE_PUSH_BUTTON, VETO_KIND_BUTTON },
  { ATSPI_ROLE_TOGGLE_BUTTON, VETO_KIND_BUTTON },
  { ATSPI_ROLE_PUSH_BUTTON_MENU, VETO_KIND_BUTTON },
  { ATSPI_ROLE_CHECK_BOX, VETO_KIND_CHECK },
  { ATSPI_ROLE_RADIO_BUTTON, VETO_KIND_CHECK },
  { ATSPI_ROLE_ENTRY, VETO_KIND_ENTRY },
  { ATSPI_ROLE_TEXT, VETO_KIND_ENTRY },
  { ATSPI_ROLE_PASSWORD_TEXT, VETO_KIND_ENTRY },
  { ATSPI_ROLE_SPIN_BUTTON, VETO_KIND_ENTRY },
  { ATSPI_ROLE_LIST_ITEM, VETO_KIND_ROW },
  { ATSPI_ROLE_TABLE_ROW, VETO_KIND_ROW },
  { ATSPI_ROLE_LIST, VETO_KIND_LIST },
  { ATSPI_ROLE_LIST_BOX, VETO_KIND_LIST },
  { ATSPI_ROLE_LABEL, VETO_KIND_LABEL },
  { ATSPI_ROLE_STATIC, VETO_KIND_LABEL },
  { ATSPI_ROLE_PARAGRAPH, VETO_KIND_LABEL },
  { ATSPI_ROLE_HEADING, VETO_KIND_HEADING },
  { ATSPI_ROLE_LINK, VETO_KIND_LINK },
  { ATSPI_ROLE_MENU_ITEM, VETO_KIND_MENU_ITEM },
  { ATSPI_ROLE_CHECK_MENU_ITEM, VETO_KIND_MENU_ITEM },
  { ATSPI_ROLE_RADIO_MENU_ITEM, VETO_KIND_MENU_ITEM },
  { ATSPI_ROLE_IMAGE, VETO_KIND_IMAGE },
  { ATSPI_ROLE_ICON, VETO_KIND_IMAGE },
  { ATSPI_ROLE_SLIDER, VETO_KIND_SLIDER },
  { ATSPI_ROLE_PROGRESS_BAR, VETO_KIND_PROGRESS },
  { ATSPI_ROLE_LEVEL_BAR, VETO_KIND_PROGRESS },
};

static VetoKind
get_kind (AtspiRole role)
{
  for (gsize i = 0; i < G_N_ELEMENTS (role_kinds); i++)
    if (role_kinds[i].role == role)
      return role_kinds[i].kind;
  return VETO_KIND_OTHER;
}

/* Returns: as "button"; what the tree and the words of a failure say */
const char *
veto_kind_get_name (VetoKind kind)
{
  static const char *const names[] = {
    "thing",   "window", "button",    "check", "entry",  "row",      "list",  "label",
    "heading", "link",   "menu item", "image", "slider", "progress", "group",
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), "?");
  return names[kind];
}

/* Whether @name is its second half said twice, as "No No" or "_No No": GTK 4.8 puts a button's label and the label that it is
 * labelled by one behind the other, in the buttons of a dialog of libadwaita 1.2 for example; newer ones say it once. */
static gboolean
is_said_twice (const char *name, const char *second_half)
{
  g_auto(GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  g_autofree char *twice = g_strdup_printf ("%s %s", second_half, second_half);

  return g_str_equal (plain, twice);
}

/* Returns: (transfer full): @name as it should be heard; "" where GTK says the name of a type because there is none. Takes
 * @name. */
static char *
take_real_name (char *name)
{
  g_autofree char *said = name;

  if (said == NULL || g_str_has_prefix (said, "Gtk") || g_str_has_prefix (said, "Adw"))
    return g_strdup ("");
  for (const char *space = strchr (said, ' '); space != NULL; space = strchr (space + 1, ' '))
    if (is_said_twice (said, space + 1))
      return g_strdup (space + 1);
  return g_steal_pointer (&said);
}

/* Returns: (nullable): a node without its name; NULL when @accessible is gone */
VetoNode *
veto_node_new (AtspiAccessible *accessible, guint depth)
{
  g_autoptr(GError) error = NULL;
  AtspiRole role = atspi_accessible_get_role (accessible, &error);
  VetoNode *node;

  if (error != NULL)
    return NULL;
  node = g_new0 (VetoNode, 1);
  node->accessible = g_object_ref (accessible);
  node->kind = get_kind (role);
  node->role = role;
  node->depth = depth;
  return node;
}

/* Returns: (transfer full): what is written in it; "" when nothing is, or nothing can be */
static char *
read_text (AtspiAccessible *accessible)
{
  AtspiText *text = atspi_accessible_get_text_iface (accessible);
  char      *content = NULL;

  if (text != NULL) /* GTK 4.8 takes no -1 as the end */
    content = atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);
  g_clear_object (&text);
  return content != NULL ? content : g_strdup ("");
}

/* Returns: (transfer full): the text of the label that belongs to it; "" when there is none. A menu item has no other name in
 * GTK 4.18 */
static char *
read_label (AtspiAccessible *accessible)
{
  GArray *relations = atspi_accessible_get_relation_set (accessible, NULL);
  char   *text = NULL;

  for (guint i = 0; relations != NULL && i < relations->len; i++)
    {
      AtspiRelation   *relation = g_array_index (relations, AtspiRelation *, i);
      AtspiAccessible *label = NULL;

      if (text == NULL && atspi_relation_get_relation_type (relation) == ATSPI_RELATION_LABELLED_BY)
        label = atspi_relation_get_target (relation, 0);
      if (label != NULL)
        text = read_text (label);
      g_clear_object (&label);
      g_object_unref (relation);
    }
  g_clear_pointer (&relations, g_array_unref);
  return text != NULL ? text : g_strdup ("");
}

/* Reads the name if it is not known yet. */
void
veto_node_read_name (VetoNode *node)
{
  if (node->name != NULL)
    return;
  node->name = take_real_name (atspi_accessible_get_name (node->accessible, NULL));
  if (node->name[0] == '\0' && node->kind != VETO_KIND_OTHER && node->kind != VETO_KIND_LABEL)
    {
      g_free (node->name);
      node->name = read_label (node->accessible);
    }
}

void
veto_node_free (VetoNode *node)
{
  if (node == NULL)
    return;
  g_object_unref (node->accessible);
  g_free (node->name);
  g_free (node);
}

/* In pixels from the window's content, without its frame. Returns: FALSE for what has no place, as a page of a stack */
gboolean
veto_node_get_extents (VetoNode *node, AtspiRect *out_extents)
{
  g_autofree AtspiRect *extents = NULL;
  AtspiComponent       *component = atspi_accessible_get_component_iface (node->accessible);

  if (component != NULL)
    extents = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  g_clear_object (&component);
  if (extents == NULL)
    return FALSE;
  *out_extents = *extents;
  return TRUE;
}

/* Whether the middle of it is in it */
static gboolean
contains_itself (VetoNode *node, AtspiComponent *component)
{
  AtspiRect place;

  return veto_node_get_extents (node, &place) && place.width > 0 && place.height > 0
         && atspi_component_contains (component, place.x + place.width / 2, place.y + place.height / 2,
                                      ATSPI_COORD_TYPE_WINDOW, NULL);
}

/* Whether it is mapped: on the page that is seen, but perhaps scrolled away. What has no place counts as shown. */
gboolean
veto_node_is_showing (VetoNode *node)
{
  AtspiComponent *component = atspi_accessible_get_component_iface (node->accessible);
  gboolean        is_showing = component == NULL || contains_itself (node, component)
                        || veto_node_has_state (node, ATSPI_STATE_SHOWING);

  g_clear_object (&component);
  return is_showing;
}

gboolean
veto_node_has_state (VetoNode *node, AtspiStateType state)
{
  AtspiStateSet *states = atspi_accessible_get_state_set (node->accessible);
  gboolean       has_it = states != NULL && atspi_state_set_contains (states, state);

  g_clear_object (&states);
  return has_it;
}

/* Whether it can be used now; GTK says it with either of two states */
gboolean
veto_node_is_sensitive (VetoNode *node)
{
  return veto_node_has_state (node, ATSPI_STATE_SENSITIVE) || veto_node_has_state (node, ATSPI_STATE_ENABLED);
}

/* Returns: (transfer full): what is written in it; "" when nothing is, or nothing can be */
char *
veto_node_dup_text (VetoNode *node)
{
  return read_text (node->accessible);
}

/* Returns: (transfer full): what a screen reader says after the name; "" when there is nothing */
char *
veto_node_dup_description (VetoNode *node)
{
  char *description = atspi_accessible_get_description (node->accessible, NULL);

  return description != NULL ? description : g_strdup ("");
}

/* Returns: where a slider or a progress bar stands; NAN for what has no value */
double
veto_node_get_value (VetoNode *node)
{
  AtspiValue *value = atspi_accessible_get_value_iface (node->accessible);
  double      number = NAN;

  if (value != NULL)
    number = atspi_value_get_current_value (value, NULL);
  g_clear_object (&value);
  return number;
}
