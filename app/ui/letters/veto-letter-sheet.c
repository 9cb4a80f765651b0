/* Lays letters out in a thread for one view of pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-sheet"

#include "veto-config.h"

#include "veto-letter-sheet.h"

#include <glib/gi18n.h>

#include "veto-wrap.h"

#define COLUMNS 100 /* of the text that a screen reader gets */

struct _VetoLetterSheet
{
  GtkWidget     parent_instance;
  VetoLetter   *letter; /* to be shown; NULL when what is shown, or being laid out, is the newest */
  VetoPaper    *paper;
  GtkWidget    *view;
  GtkLabel     *count;
  GtkLabel     *problem;
  GCancellable *cancellable; /* cancelled when the sheet goes */
  guint         idle;
  gboolean      is_busy; /* a thread lays pages out */
};

enum { SIGNAL_SHOWN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoLetterSheet, veto_letter_sheet, GTK_TYPE_WIDGET)

static void lay_out (VetoLetterSheet *self);

/* The document is only read from here on. */
static void
lay_out_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  VetoDocument  *document = data;
  VetoPaperStyle style = veto_letter_get_style (veto_document_get_language (document));
  g_autoptr(GError) error = NULL;
  VetoPaper *paper = veto_paper_lay_out (document, style, &error);

  if (paper == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, paper, g_object_unref);
}

/* @error: (nullable): why the pages cannot be made; the last ones stay */
static void
show_problem (VetoLetterSheet *self, const GError *error)
{
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

static void
show_paper (VetoLetterSheet *self, VetoDocument *document)
{
  guint            n_pages = veto_paper_get_n_pages (self->paper);
  g_autofree char *text = veto_document_to_text (document, COLUMNS);
  g_autofree char *count = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);

  veto_paper_view_set_paper (VETO_PAPER_VIEW (self->view), self->paper, text);
  gtk_label_set_text (self->count, count);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoLetterSheet) self = VETO_LETTER_SHEET (source != NULL ? g_object_ref (source) : NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoPaper) paper = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->view == NULL)
    return; /* the window was closed meanwhile */
  self->is_busy = FALSE;
  show_problem (self, error);
  if (paper != NULL)
    {
      g_set_object (&self->paper, paper);
      show_paper (self, g_task_get_task_data (G_TASK (result)));
    }
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
  if (self->letter != NULL)
    lay_out (self);
}

static void
lay_out (VetoLetterSheet *self)
{
  g_autoptr(VetoLetter) letter = g_steal_pointer (&self->letter);
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, laid_out_cb, NULL);

  self->is_busy = TRUE;
  g_task_set_source_tag (task, lay_out);
  g_task_set_task_data (task, veto_letter_to_preview (letter), g_object_unref);
  g_task_run_in_thread (task, lay_out_thread);
}

/* After what the key did to the entry, before the next frame. */
static gboolean
idle_cb (gpointer data)
{
  VetoLetterSheet *self = data;

  self->idle = 0;
  if (!self->is_busy && self->letter != NULL)
    lay_out (self);
  return G_SOURCE_REMOVE;
}

static void
veto_letter_sheet_dispose (GObject *object)
{
  VetoLetterSheet *self = VETO_LETTER_SHEET (object);
  GtkWidget       *child;

  g_clear_handle_id (&self->idle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  self->view = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->letter);
  g_clear_object (&self->paper);

  G_OBJECT_CLASS (veto_letter_sheet_parent_class)->dispose (object);
}

static void
veto_letter_sheet_finalize (GObject *object)
{
  g_clear_object (&VETO_LETTER_SHEET (object)->cancellable);

  G_OBJECT_CLASS (veto_letter_sheet_parent_class)->finalize (object);
}

static void
veto_letter_sheet_class_init (VetoLetterSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_letter_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_letter_sheet_finalize;
  signals[SIGNAL_SHOWN] =
    g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
veto_letter_sheet_init (VetoLetterSheet *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
veto_letter_sheet_new (const char *name)
{
  VetoLetterSheet *self = g_object_new (VETO_TYPE_LETTER_SHEET, NULL);
  GtkWidget       *problem = veto_wrap_label_new ("", 44);
  GtkWidget       *count = veto_wrap_label_new ("", -1);

  self->view = veto_paper_view_new (name);
  self->problem = GTK_LABEL (problem);
  self->count = GTK_LABEL (count);
  gtk_widget_add_css_class (problem, "veto-problem");
  gtk_widget_set_visible (problem, FALSE);
  gtk_label_set_xalign (self->count, 0.5);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "veto-small");
  gtk_widget_set_parent (problem, GTK_WIDGET (self));
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  gtk_widget_set_parent (count, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
veto_letter_sheet_show (VetoLetterSheet *self, VetoLetter *letter)
{
  g_return_if_fail (VETO_IS_LETTER_SHEET (self));

  g_set_object (&self->letter, letter);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

VetoPaperView *
veto_letter_sheet_get_view (VetoLetterSheet *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_SHEET (self), NULL);
  return VETO_PAPER_VIEW (self->view);
}

VetoPaper *
veto_letter_sheet_get_paper (VetoLetterSheet *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_SHEET (self), NULL);
  return self->paper;
}
