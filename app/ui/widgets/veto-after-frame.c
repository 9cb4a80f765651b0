/* Work that can wait until the reader sees something.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-after-frame"

#include "veto-after-frame.h"

typedef struct
{
  void (*work) (GtkWidget *widget);
  gboolean painted;
} Task;

/* The first tick comes before the first frame is painted, the second after it. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Task *task = data;

  if (!task->painted)
    {
      task->painted = TRUE;
      return G_SOURCE_CONTINUE;
    }
  task->work (widget);
  return G_SOURCE_REMOVE;
}

void
veto_after_frame (GtkWidget *widget, void (*work) (GtkWidget *widget))
{
  Task *task = g_new0 (Task, 1);

  task->work = work;
  gtk_widget_add_tick_callback (widget, tick_cb, task, g_free);
}
