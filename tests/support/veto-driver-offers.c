/* Using what is there with nothing but what it offers to a screen reader: no keyboard, no pointer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-driver-private.h"

/* Does what a screen reader offers as the one thing to do with it. Returns: FALSE when nothing is offered */
static gboolean
do_action (VetoNode *node)
{
  static const char *const wanted[] = { "click", "toggle", "activate" };
  AtspiAction             *action = atspi_accessible_get_action_iface (node->accessible);
  gboolean                 is_done = FALSE;
  int                      n = action != NULL ? atspi_action_get_n_actions (action, NULL) : 0;

  for (int i = 0; i < n && !is_done; i++)
    {
      g_autofree char *name = atspi_action_get_action_name (action, i, NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (wanted) && !is_done; j++)
        is_done = g_strcmp0 (name, wanted[j]) == 0 && atspi_action_do_action (action, i, NULL);
    }
  g_clear_object (&action);
  return is_done;
}

/* As do_action(), for a button that GTK puts into another of the same name, as it does with the button of a menu */
static gboolean
do_inner_action (VetoNode *node)
{
  AtspiAccessible *child = atspi_accessible_get_child_at_index (node->accessible, 0, NULL);
  g_autoptr(VetoNode) inner = child != NULL ? veto_node_new (child, 0) : NULL;

  g_clear_object (&child);
  if (inner == NULL || inner->kind != node->kind)
    return FALSE;
  veto_node_read_name (inner);
  return g_str_equal (inner->name, node->name) && do_action (inner);
}

/* Does the one thing that can be done with it. Returns: FALSE when nothing is offered */
gboolean
veto_node_do_action (VetoDriver *driver, VetoNode *node)
{
  if (!do_action (node) && !do_inner_action (node))
    return FALSE;
  driver->deeds_done.n_actions++;
  return TRUE;
}

/**
 * veto_driver_use:
 *
 * Does what the first of @kind named @name offers to a screen reader, as soon as it is showing and can be used. Fails when it
 * offers nothing, where veto_driver_press() would take the keyboard.
 */
void
veto_driver_use (VetoDriver *driver, VetoKind kind, const char *name)
{
  g_autoptr(VetoNode) node = veto_driver_wait_usable (driver, kind, name);

  veto_driver_note (driver, "used %s \"%s\"", veto_kind_get_name (kind), name);
  if (!veto_node_do_action (driver, node))
    veto_driver_fail (driver, "the %s \"%s\" offers nothing to a screen reader", veto_kind_get_name (kind),
                      name);
}

/**
 * veto_driver_write:
 * @entry: name of the entry
 * @text: UTF-8
 *
 * Replaces what is in the entry by @text as a screen reader's user with dictation does, and waits until it stands there.
 */
void
veto_driver_write (VetoDriver *driver, const char *entry, const char *text)
{
  g_autoptr(VetoNode) node = veto_driver_wait_usable (driver, VETO_KIND_ENTRY, entry);
  AtspiEditableText *editable = atspi_accessible_get_editable_text_iface (node->accessible);
  gboolean is_written = editable != NULL && atspi_editable_text_set_text_contents (editable, text, NULL);

  veto_driver_note (driver, "wrote into \"%s\"", entry);
  g_clear_object (&editable);
  if (!is_written)
    veto_driver_fail (driver, "\"%s\" cannot be written into by a screen reader", entry);
  driver->deeds_done.n_actions++;
  veto_driver_wait_text (driver, entry, text);
}

/* Returns: how often a key, a button of the pointer and an offered action were used until now */
VetoDeeds
veto_driver_count_deeds (VetoDriver *driver)
{
  return driver->deeds_done;
}
