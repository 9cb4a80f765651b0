/* Waiting: nothing sleeps for a fixed time, everything asks again until it is so or patience ends.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-driver-private.h"

/* One thing, and perhaps what is to be true of it */
typedef struct
{
  VetoKind       kind;
  const char    *name;
  gboolean       is_prefix;
  AtspiStateType state;
  gboolean       is_set;
  const char    *text;
  VetoNode      *found; /* (nullable) (transfer full): of the last look */
} Wish;

/* Returns: FALSE when @wait_ms passed, or the program ended, before @condition held */
gboolean
veto_driver_poll_until (VetoDriver *driver, guint wait_ms, VetoCondition condition, gpointer data)
{
  gint64 end = g_get_monotonic_time () + wait_ms * G_TIME_SPAN_MILLISECOND;

  for (;;)
    {
      gboolean is_over = g_get_monotonic_time () >= end || !veto_driver_is_running (driver);

      while (g_main_context_iteration (NULL, FALSE))
        ;
      if (condition (driver, data))
        return TRUE;
      if (is_over) /* asked once more after the end, because this process may have been the slow one */
        return FALSE;
      g_usleep (POLL_MS * G_TIME_SPAN_MILLISECOND);
    }
}

/**
 * veto_driver_wait_until:
 * @what: ends the sentence "this did not come: …"
 * @condition: asked every few milliseconds
 *
 * Waits for anything that has no function of its own here; fails the test when it does not come.
 */
void
veto_driver_wait_until (VetoDriver *driver, const char *what, VetoCondition condition, gpointer data)
{
  if (!veto_driver_poll_until (driver, driver->patience_ms, condition, data))
    veto_driver_fail (driver, "this did not come: %s", what);
}

static gboolean
look (VetoDriver *driver, Wish *wish)
{
  g_clear_pointer (&wish->found, veto_node_free);
  wish->found = wish->is_prefix ? veto_driver_find_prefix (driver, wish->kind, wish->name)
                                : veto_driver_find (driver, wish->kind, wish->name);
  return wish->found != NULL;
}

static gboolean
is_there (VetoDriver *driver, gpointer data)
{
  return look (driver, data);
}

static gboolean
is_gone (VetoDriver *driver, gpointer data)
{
  return !look (driver, data);
}

static gboolean
has_state (VetoDriver *driver, gpointer data)
{
  Wish *wish = data;

  if (!look (driver, wish))
    return FALSE;
  if (wish->state == ATSPI_STATE_SENSITIVE)
    return veto_node_is_sensitive (wish->found) == wish->is_set;
  return veto_node_has_state (wish->found, wish->state) == wish->is_set;
}

static gboolean
has_text (VetoDriver *driver, gpointer data)
{
  Wish            *wish = data;
  g_autofree char *text = look (driver, wish) ? veto_node_dup_text (wish->found) : NULL;

  return g_strcmp0 (text, wish->text) == 0;
}

/* Returns: (transfer full): the first of @kind that is named @name, as soon as it is showing */
VetoNode *
veto_driver_wait_for (VetoDriver *driver, VetoKind kind, const char *name)
{
  Wish wish = { .kind = kind, .name = name };

  if (!veto_driver_poll_until (driver, driver->patience_ms, is_there, &wish))
    veto_driver_fail (driver, "there is no %s \"%s\"", veto_kind_get_name (kind), name);
  return wish.found;
}

/* Returns: (transfer full): as veto_driver_wait_for(), for a name that begins with @prefix */
VetoNode *
veto_driver_wait_for_prefix (VetoDriver *driver, VetoKind kind, const char *prefix)
{
  Wish wish = { .kind = kind, .name = prefix, .is_prefix = TRUE };

  if (!veto_driver_poll_until (driver, driver->patience_ms, is_there, &wish))
    veto_driver_fail (driver, "there is no %s \"%s…\"", veto_kind_get_name (kind), prefix);
  return wish.found;
}

void
veto_driver_wait_gone (VetoDriver *driver, VetoKind kind, const char *name)
{
  Wish wish = { .kind = kind, .name = name };

  if (!veto_driver_poll_until (driver, driver->patience_ms, is_gone, &wish))
    veto_driver_fail (driver, "the %s \"%s\" is still there", veto_kind_get_name (kind), name);
}

static VetoNode *
wait_state (VetoDriver *driver, VetoKind kind, const char *name, AtspiStateType state, gboolean is_set)
{
  Wish wish = { .kind = kind, .name = name, .state = state, .is_set = is_set };

  if (!veto_driver_poll_until (driver, driver->patience_ms, has_state, &wish))
    {
      g_autoptr(GEnumClass) states = g_type_class_ref (ATSPI_TYPE_STATE_TYPE);
      const char *word = g_enum_get_value (states, (int) state)->value_nick;

      if (wish.found == NULL)
        veto_driver_fail (driver, "there is no %s \"%s\"", veto_kind_get_name (kind), name);
      veto_driver_fail (driver, "the %s \"%s\" %s %s", veto_kind_get_name (kind), name,
                        is_set ? "lacks" : "still has", word);
    }
  return wish.found;
}

/* Returns: (transfer full): the first of @kind named @name, as soon as it is showing and can be used */
VetoNode *
veto_driver_wait_usable (VetoDriver *driver, VetoKind kind, const char *name)
{
  return wait_state (driver, kind, name, ATSPI_STATE_SENSITIVE, TRUE);
}

/* Waits until the first of @kind named @name has @state, or has it no more; ATSPI_STATE_SENSITIVE stands for "can be used" */
void
veto_driver_wait_state (VetoDriver    *driver,
                        VetoKind       kind,
                        const char    *name,
                        AtspiStateType state,
                        gboolean       is_set)
{
  veto_node_free (wait_state (driver, kind, name, state, is_set));
}

/* Waits until exactly @text is written in the entry named @entry */
void
veto_driver_wait_text (VetoDriver *driver, const char *entry, const char *text)
{
  Wish wish = { .kind = VETO_KIND_ENTRY, .name = entry, .text = text };

  if (!veto_driver_poll_until (driver, driver->patience_ms, has_text, &wish))
    veto_driver_fail (driver, "in the entry \"%s\" there is not \"%s\"", entry, text);
  g_clear_pointer (&wish.found, veto_node_free);
}

/* Waits until the keyboard is at the first of @kind named @name */
void
veto_driver_wait_focus (VetoDriver *driver, VetoKind kind, const char *name)
{
  veto_driver_wait_state (driver, kind, name, ATSPI_STATE_FOCUSED, TRUE);
}
