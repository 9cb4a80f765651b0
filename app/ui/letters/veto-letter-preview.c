/* The page of a letter, as it comes along: beside what is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-preview"

#include "veto-config.h"

#include "veto-letter-preview.h"

#include <glib/gi18n.h>

#include "veto-flip-layout.h"
#include "veto-letter-sheet.h"
#include "veto-wrap.h"

struct _VetoLetterPreview
{
  GtkWidget        parent_instance;
  VetoLetterWork  *work;
  GtkLabel        *notice;
  VetoLetterSheet *sheet;
  VetoLetterSheet *translation; /* what is seen is for the reader alone */
  GtkWidget       *translation_box;
  GtkWidget
    *toggle; /* whether the translation is seen; not there when the letter is in the reader's language */
  GtkWidget *smaller;
  GtkWidget *larger;
};

G_DEFINE_FINAL_TYPE (VetoLetterPreview, veto_letter_preview, GTK_TYPE_WIDGET)

#define NATURAL_WIDTH                                                                                        \
  380 /* also with a translation, and enlarged: whether the questions stand beside it hangs on this */
#define ROW_WIDTH 440 /* from which on the translation stands beside the letter */

static const double zooms[] = { 0, 1, 1.5, 2 };

/* Whether the letter is written in another language than the reader's. */
static gboolean
is_foreign (VetoLetterWork *work)
{
  return !g_str_equal (veto_letter_work_get_language (work),
                       veto_letter_kind_get_language (veto_letter_work_get_labels (work)));
}

/* Returns: (transfer full) (nullable): the letter in the reader's language, as it was kept last; %NULL when it is in that */
static VetoLetter *
dup_translation (VetoLetterWork *work)
{
  g_autoptr(GError) error = NULL;
  VetoLetter *letter;

  if (!is_foreign (work))
    return NULL;
  letter = veto_letter_book_open (veto_letter_work_get_services (work)->letters,
                                  veto_letter_work_get_saved (work), veto_letter_work_get_labels (work), NULL,
                                  &error);
  if (letter == NULL)
    g_debug ("no translation: %s", error->message);
  return letter;
}

static void
show_translation (VetoLetterPreview *self)
{
  g_autoptr(VetoLetter) letter = dup_translation (self->work);
  gboolean is_wanted = letter != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));

  gtk_widget_set_visible (self->toggle, letter != NULL);
  gtk_widget_set_visible (self->translation_box, is_wanted);
  if (is_wanted)
    veto_letter_sheet_show (self->translation, letter);
}

static void
changed_cb (VetoLetterPreview *self)
{
  veto_letter_sheet_show (self->sheet, veto_letter_work_get_letter (self->work));
  if (gtk_widget_get_visible (self->toggle) != is_foreign (self->work))
    show_translation (self);
}

static guint
get_zoom_index (VetoLetterPreview *self)
{
  double zoom = veto_paper_view_get_zoom (veto_letter_sheet_get_view (self->sheet));

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (zooms[i] >= zoom)
      return i;
  return 0;
}

static void
set_zoom_index (VetoLetterPreview *self, guint index)
{
  veto_paper_view_set_zoom (veto_letter_sheet_get_view (self->sheet), zooms[index]);
  veto_paper_view_set_zoom (veto_letter_sheet_get_view (self->translation), zooms[index]);
  gtk_widget_set_sensitive (self->smaller, index > 0);
  gtk_widget_set_sensitive (self->larger, index + 1 < G_N_ELEMENTS (zooms));
}

static void
smaller_cb (VetoLetterPreview *self)
{
  set_zoom_index (self, get_zoom_index (self) - 1);
}

static void
larger_cb (VetoLetterPreview *self)
{
  set_zoom_index (self, get_zoom_index (self) + 1);
}

static GtkWidget *
create_tools (VetoLetterPreview *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (tools, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8, "row-width", 100,
                                                      "keep-natural", TRUE, NULL));
  gtk_widget_set_halign (tools, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (tools, 12);
  gtk_widget_set_margin_start (tools, 14);
  gtk_widget_set_margin_end (tools, 14);
  self->smaller = veto_wrap_button_new (_ ("Smaller"));
  self->larger = veto_wrap_button_new (_ ("Larger"));
  self->toggle = veto_wrap_toggle_new (_ ("Show it in my language"));
  g_signal_connect_swapped (self->smaller, "clicked", G_CALLBACK (smaller_cb), self);
  g_signal_connect_swapped (self->larger, "clicked", G_CALLBACK (larger_cb), self);
  g_signal_connect_swapped (self->toggle, "toggled", G_CALLBACK (show_translation), self);
  gtk_box_append (GTK_BOX (tools), self->smaller);
  gtk_box_append (GTK_BOX (tools), self->larger);
  gtk_box_append (GTK_BOX (tools), self->toggle);
  return tools;
}

static GtkWidget *
create_translation (VetoLetterPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *note = veto_wrap_label_new (_ ("In your language, only for you to read. This is not sent."), 36);
  GtkWidget *sheet = veto_letter_sheet_new (_ ("The letter in your language"));

  self->translation = VETO_LETTER_SHEET (sheet);
  gtk_widget_add_css_class (note, "veto-small");
  gtk_widget_set_margin_top (note, 12);
  gtk_widget_set_margin_start (note, 14);
  gtk_widget_set_margin_end (note, 14);
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), sheet);
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static void
veto_letter_preview_dispose (GObject *object)
{
  VetoLetterPreview *self = VETO_LETTER_PREVIEW (object);
  GtkWidget         *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (veto_letter_preview_parent_class)->dispose (object);
}

static void
veto_letter_preview_class_init (VetoLetterPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_letter_preview_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
veto_letter_preview_init (VetoLetterPreview *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
veto_letter_preview_new (VetoLetterWork *work)
{
  VetoLetterPreview *self = g_object_new (VETO_TYPE_LETTER_PREVIEW, NULL);
  GtkWidget         *scroller = gtk_scrolled_window_new ();
  GtkWidget         *sheet = veto_letter_sheet_new (_ ("The letter"));
  GtkWidget         *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget         *sheets;

  self->work = g_object_ref (work);
  self->sheet = VETO_LETTER_SHEET (sheet);
  sheets = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (sheets, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 0, "row-width",
                                                       ROW_WIDTH, "equal", TRUE, "align-top", TRUE, NULL));
  self->translation_box = create_translation (self);
  gtk_box_append (GTK_BOX (sheets), sheet);
  gtk_box_append (GTK_BOX (sheets), self->translation_box);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_width (GTK_SCROLLED_WINDOW (scroller), NATURAL_WIDTH);
  self->notice = GTK_LABEL (veto_wrap_label_new ("", 36));
  gtk_widget_add_css_class (GTK_WIDGET (self->notice), "veto-notice");
  gtk_widget_set_margin_top (GTK_WIDGET (self->notice), 12);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (box), sheets);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_parent (create_tools (self), GTK_WIDGET (self));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  set_zoom_index (self, 0);

  changed_cb (self);
  show_translation (self);
  g_signal_connect_object (work, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (work, "saved", G_CALLBACK (show_translation), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
veto_letter_preview_set_notice (VetoLetterPreview *self, const char *notice)
{
  g_return_if_fail (VETO_IS_LETTER_PREVIEW (self));
  gtk_label_set_text (self->notice, notice);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), *notice != '\0');
}

VetoPaper *
veto_letter_preview_get_paper (VetoLetterPreview *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_PREVIEW (self), NULL);
  return veto_letter_sheet_get_paper (self->sheet);
}
