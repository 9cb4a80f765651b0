/* A platform on the overview, with its state.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-objection-row"

#include "veto-config.h"

#include "veto-objection-row.h"

#include <glib/gi18n.h>

#include "veto-case-change.h"
#include "veto-day.h"
#include "veto-flip-layout.h"
#include "veto-tile.h"
#include "veto-words.h"

struct _VetoObjectionRow
{
  GtkListBoxRow  parent_instance;
  VetoObjection *item;

  VetoTile *tile;
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkLabel *pill;
};

G_DEFINE_FINAL_TYPE (VetoObjectionRow, veto_objection_row, GTK_TYPE_LIST_BOX_ROW)

/* Returns: (transfer full): the day of an instant (seconds UTC), where the reader is */
static char *
dup_day (gint64 seconds)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (seconds);
  GDate day;

  if (time == NULL)
    return g_strdup ("");
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (time),
                  (GDateMonth) g_date_time_get_month (time), (GDateYear) g_date_time_get_year (time));
  return veto_day_dup_display (&day);
}

static char *
dup_progress (VetoObjection *item)
{
  VetoCase *known = veto_objection_get_case (item);
  guint     n_steps = veto_objection_count_steps (item);
  guint     n_done = veto_objection_count_finished (item);
  g_autoptr(VetoCaseChange) change = known != NULL ? veto_case_compute_change (known) : NULL;
  g_autofree char *day = NULL;

  if (change != NULL && change->kind != VETO_CASE_CHANGE_HARMLESS)
    return g_steal_pointer (&change->sentence);
  if (veto_objection_get_platform (item) == NULL)
    return veto_words_dup_next (known);
  if (known == NULL || veto_objection_get_state (item) == VETO_CASE_NOT_STARTED)
    return veto_words_dup_minutes (veto_platform_get_minutes (veto_objection_get_platform (item)));

  if (veto_progress_get_last_change (veto_case_get_progress (known)) == 0)
    return veto_words_dup_next (known); /* letters alone, no step */
  day = dup_day (veto_progress_get_last_change (veto_case_get_progress (known)));
  if (veto_objection_get_state (item) == VETO_CASE_DONE)
    /* Translators: %s is the date on which the last step was done */
    return g_strdup_printf (_ ("Finished on %s"), day);
  /* Translators: steps that are done, of how many, and the date of the last one */
  return g_strdup_printf (_ ("%u of %u steps, last on %s"), n_done, n_steps, day);
}

static void
changed_cb (VetoObjectionRow *self)
{
  const char      *name = veto_objection_get_name (self->item);
  VetoCaseState    state = veto_objection_get_state (self->item);
  g_autofree char *whose = veto_objection_dup_whose (self->item);
  g_autofree char *progress = dup_progress (self->item);
  g_autofree char *subtitle = *whose != '\0' ? g_strdup_printf ("%s · %s", whose, progress)
                                             : g_strdup (progress);
  g_autofree char *words = g_strdup_printf ("%s: %s. %s", name, veto_case_state_get_name (state), subtitle);

  gtk_label_set_text (self->subtitle, subtitle);
  veto_words_show_state (self->pill, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
veto_objection_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VETO_TYPE_OBJECTION_ROW);
  g_clear_object (&VETO_OBJECTION_ROW (object)->item);

  G_OBJECT_CLASS (veto_objection_row_parent_class)->dispose (object);
}

static void
veto_objection_row_class_init (VetoObjectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_objection_row_dispose;

  g_type_ensure (VETO_TYPE_FLIP_LAYOUT);
  g_type_ensure (VETO_TYPE_TILE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VETO_RESOURCE_PREFIX "/ui/veto-objection-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VetoObjectionRow, tile);
  gtk_widget_class_bind_template_child (widget_class, VetoObjectionRow, name);
  gtk_widget_class_bind_template_child (widget_class, VetoObjectionRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, VetoObjectionRow, pill);
}

static void
veto_objection_row_init (VetoObjectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
veto_objection_row_new (VetoObjection *item)
{
  VetoObjectionRow *self = g_object_new (VETO_TYPE_OBJECTION_ROW, NULL);

  self->item = g_object_ref (item);
  veto_tile_set_text (self->tile, veto_objection_get_name (item));
  veto_tile_set_colour (self->tile, veto_objection_get_colour (item));
  gtk_label_set_text (self->name, veto_objection_get_name (item));

  changed_cb (self);
  g_signal_connect_object (item, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const char *
veto_objection_row_get_platform (VetoObjectionRow *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION_ROW (self), NULL);
  return veto_objection_get_id (self->item);
}
