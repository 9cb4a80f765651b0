/* Forgets what was done in a case, with a way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-start-over"

#include "veto-start-over.h"

#include <glib/gi18n.h>

#include "veto-tell.h"
#include "veto-toasts.h"

typedef struct
{
  VetoCase *item;
  GVariant *steps; /* what veto_progress_restore() takes */
} Undo;

static gboolean
undo (gpointer data, GError **error)
{
  Undo *self = data;
  return veto_progress_restore (veto_case_get_progress (self->item), self->steps, error);
}

static void
free_undo (gpointer data)
{
  Undo *self = data;

  g_object_unref (self->item);
  g_variant_unref (self->steps);
  g_free (self);
}

void
veto_start_over (GtkWidget *widget, VetoCase *item)
{
  g_autoptr(GError) error = NULL;
  GVariant *steps = NULL;
  Undo     *self;

  g_return_if_fail (VETO_IS_CASE (item));

  if (!veto_progress_start_over (veto_case_get_progress (item), &steps, &error))
    {
      veto_tell_error (widget, error);
      return;
    }

  self = g_new0 (Undo, 1);
  self->item = g_object_ref (item);
  self->steps = steps;
  veto_toasts_add_undo (widget, _ ("All steps are open again"), undo, self, free_undo);
}
