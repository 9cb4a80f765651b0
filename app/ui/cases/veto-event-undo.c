/* A note on what was entered, corrected or removed in a timeline, with a way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-event-undo"

#include "veto-event-undo.h"

#include "veto-toasts.h"

typedef struct
{
  VetoTimeline *timeline;
  GVariant     *undo;
} Undo;

static gboolean
undo_cb (gpointer data, GError **error)
{
  Undo *self = data;

  return veto_timeline_undo (self->timeline, self->undo, error);
}

static void
free_undo (gpointer data)
{
  Undo *self = data;

  g_object_unref (self->timeline);
  g_variant_unref (self->undo);
  g_free (self);
}

void
veto_event_undo_offer (GtkWidget *widget, const char *text, VetoTimeline *timeline, GVariant *undo)
{
  Undo *self = g_new0 (Undo, 1);

  self->timeline = g_object_ref (timeline);
  self->undo = undo;
  veto_toasts_add_undo (widget, text, undo_cb, self, free_undo);
}
