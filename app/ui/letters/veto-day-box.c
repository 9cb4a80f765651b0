/* A question for a day, with the day in words below while it is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-day-box"

#include "veto-config.h"

#include "veto-day-box.h"

#include <glib/gi18n.h>

#include "veto-day.h"
#include "veto-focus.h"
#include "veto-typed-day.h"
#include "veto-typing.h"
#include "veto-wrap.h"

struct _VetoDayBox
{
  GtkWidget    parent_instance;
  GtkEditable *entry;
  GtkWidget   *words; /* the day that was typed, or what is wrong with it */
  GDate        first; /* not g_date_valid(): any */
  char        *why;
  GDate        day; /* not g_date_valid() while none stands there */
};

enum { SIGNAL_CHANGED, SIGNAL_ACTIVATE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoDayBox, veto_day_box, GTK_TYPE_WIDGET)

/* Returns: (transfer full): the day in words, or a sentence on why it cannot be */
static char *
read_day (VetoDayBox *self)
{
  g_autofree char *example = NULL;
  GDate            today, typed;

  veto_day_today (&today);
  g_date_clear (&self->day, 1);
  if (!veto_typed_day_parse (gtk_editable_get_text (self->entry), &typed))
    {
      example = veto_typed_day_dup (&today);
      /* Translators: %s is today, as it is typed */
      return g_strdup_printf (_ ("This is no day yet. Write it like this: %s"), example);
    }
  if (g_date_compare (&typed, &today) > 0)
    return g_strdup (_ ("This day is still to come."));
  if (g_date_valid (&self->first) && g_date_compare (&typed, &self->first) < 0)
    return g_strdup (self->why);
  self->day = typed;
  return veto_day_dup_display_weekday (&typed);
}

/* Shows the day in words while it is typed: so a day and a month that changed places are seen. */
static void
typed_cb (VetoDayBox *self)
{
  g_autofree char *words = read_day (self);
  gboolean         is_day = g_date_valid (&self->day);

  gtk_label_set_text (GTK_LABEL (self->words), words);
  if (is_day)
    gtk_widget_remove_css_class (self->words, "veto-problem");
  else
    gtk_widget_add_css_class (self->words, "veto-problem");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_day ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
activate_cb (VetoDayBox *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static gboolean
veto_day_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (VETO_DAY_BOX (widget)->entry));
}

static void
veto_day_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (veto_day_box_parent_class)->dispose (object);
}

static void
veto_day_box_finalize (GObject *object)
{
  g_free (VETO_DAY_BOX (object)->why);

  G_OBJECT_CLASS (veto_day_box_parent_class)->finalize (object);
}

static void
veto_day_box_class_init (VetoDayBoxClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_day_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_day_box_finalize;
  veto_focus_set_lead (klass, veto_day_box_grab_focus);
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
veto_day_box_init (VetoDayBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  g_date_clear (&self->first, 1);
  g_date_clear (&self->day, 1);
}

GtkWidget *
veto_day_box_new (const char *label, const GDate *day)
{
  VetoDayBox      *self = g_object_new (VETO_TYPE_DAY_BOX, NULL);
  GtkWidget       *title = veto_wrap_label_new (label, -1);
  g_autofree char *text = veto_typed_day_dup (day);

  self->entry = GTK_EDITABLE (gtk_entry_new ());
  veto_typing_guard (GTK_WIDGET (self->entry));
  self->words = veto_wrap_label_new ("", -1);
  gtk_widget_add_css_class (title, "veto-small");
  gtk_widget_add_css_class (self->words, "veto-small");
  gtk_editable_set_width_chars (self->entry, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_parent (title, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  gtk_editable_set_text (self->entry, text);
  return GTK_WIDGET (self);
}

void
veto_day_box_set_first (VetoDayBox *self, const GDate *day, const char *why)
{
  g_return_if_fail (VETO_IS_DAY_BOX (self));

  self->first = *day;
  g_free (self->why);
  self->why = g_strdup (why);
  typed_cb (self);
}

gboolean
veto_day_box_get_day (VetoDayBox *self, GDate *out_day)
{
  g_return_val_if_fail (VETO_IS_DAY_BOX (self), FALSE);

  if (!g_date_valid (&self->day))
    return FALSE;
  *out_day = self->day;
  return TRUE;
}
