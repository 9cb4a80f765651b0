/* Pages to a printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-print"

#include "veto-config.h"

#include "veto-print.h"

#include <glib/gi18n.h>

#include "veto-tell.h"

static void
draw_page_cb (VetoPaper *paper, GtkPrintContext *context, int page)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double   width, height, scale;

  veto_paper_get_size (paper, &width, &height);
  scale =
    MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  cairo_save (cr);
  cairo_translate (cr, (gtk_print_context_get_width (context) - scale * width) / 2,
                   (gtk_print_context_get_height (context) - scale * height) / 2);
  cairo_scale (cr, scale, scale);
  veto_paper_draw (paper, (guint) page, cr);
  cairo_restore (cr);
}

GtkPrintOperation *
veto_print_operation_new (VetoPaper *paper, const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, (int) veto_paper_get_n_pages (paper));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE); /* the pages have margins of their own */
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), paper, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (operation), "veto-paper", g_object_ref (paper), g_object_unref);
  return operation;
}

void
veto_print_tell (GtkWidget *widget, const char *reason)
{
  veto_tell (widget, _ ("Not printed"), reason);
}

/* A window may go while its dialog is open; that dialog goes with it. */
static void
free_place (gpointer data, GClosure *closure)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GWeakRef *place)
{
  g_autoptr(GtkWidget) widget = g_weak_ref_get (place);
  g_autoptr(GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      g_debug ("not printed: %s", error != NULL ? error->message : "no reason");
      veto_print_tell (widget, _ ("The printer did not take the pages. See whether it is switched on and "
                                  "connected, then try again."));
    }
  g_object_unref (operation);
}

void
veto_print_run (GtkWidget *widget, GtkPrintOperation *operation, GtkPrintOperationAction action)
{
  GtkRoot  *root;
  GWeakRef *place;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  root = gtk_widget_get_root (widget);
  if (!GTK_IS_WINDOW (root))
    return;
  place = g_new0 (GWeakRef, 1);
  g_weak_ref_init (place, widget);
  g_object_ref (operation); /* the dialog is open for as long as the person likes; until done_cb() */
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), place, free_place, 0);
  gtk_print_operation_run (operation, action, GTK_WINDOW (root), NULL); /* done_cb() has the error */
}
