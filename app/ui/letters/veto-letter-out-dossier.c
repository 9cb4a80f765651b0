/* What goes to an authority along with a complaint: the file of its case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-out"

#include "veto-config.h"

#include "veto-letter-out-private.h"

#include <glib/gi18n.h>

#include "veto-dossier-save.h"
#include "veto-tell.h"
#include "veto-wrap.h"

/* (nullable): the case that an authority is to look at */
static VetoCase *
find_case (VetoLetterSend *self)
{
  VetoServices   *services = veto_letter_send_get_services (self);
  VetoLetterKind *kind = veto_letter_get_kind (veto_letter_send_get_letter (self));
  const char     *id = veto_saved_letter_get_case_id (veto_letter_send_get_saved (self));

  if (veto_letter_kind_get_to (kind) != VETO_LETTER_TO_AUTHORITY || id == NULL || services == NULL
      || services->book == NULL)
    return NULL;
  return veto_case_book_find_id (services->book, id);
}

gboolean
veto_letter_out_has_dossier (VetoLetterSend *self)
{
  return find_case (self) != NULL;
}

void
veto_letter_out_save_dossier (VetoLetterSend *self)
{
  VetoCase *item = find_case (self);

  if (item != NULL) /* vetoctl may have deleted it meanwhile */
    veto_dossier_save (GTK_WIDGET (self), veto_letter_send_get_services (self), item);
}

void
veto_letter_out_append_dossier (VetoLetterSend *self, VetoLetterWays *ways)
{
  const char *text =
    _ ("The file of your case goes along: what you did and when, your letters, and the proof. To an "
       "e-mail Veto attaches it. For any other way, save it first, and put its pages into the envelope.");

  GtkWidget *button;

  if (find_case (self) == NULL)
    return;
  button = veto_letter_out_create_button (_ ("Save the file for the authority…"),
                                          G_CALLBACK (veto_letter_out_save_dossier), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  veto_letter_ways_append_child (ways, veto_wrap_label_new (text, -1));
  veto_letter_ways_append_child (ways, button);
}

typedef struct
{
  VetoLetterSend *send;
  char           *name;
  void (*made) (VetoLetterSend *self, GBytes *pdf, const char *name);
} Making;

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Making *making = data;
  g_autoptr(VetoLetterSend) self = making->send;
  g_autofree char *name = making->name;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = veto_dossier_make_pdf_finish (result, &error);

  if (!veto_letter_send_is_open (self))
    return;
  if (pdf != NULL)
    {
      making->made (self, pdf, name);
      return;
    }
  veto_letter_out_show (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    veto_tell (GTK_WIDGET (self), _ ("The file for the authority could not be made"),
               _ ("Nothing was sent. Please try again, or send the letter in another way."));
}

void
veto_letter_out_make_dossier (VetoLetterSend *self,
                              GCancellable   *cancellable,
                              void (*made) (VetoLetterSend *self, GBytes *pdf, const char *name))
{
  g_autoptr(GError) error = NULL;
  VetoCase    *item = find_case (self);
  VetoDossier *dossier =
    item != NULL ? veto_dossier_save_describe (veto_letter_send_get_services (self), item, &error) : NULL;
  Making *making;

  if (dossier == NULL)
    {
      veto_letter_out_show (self);
      veto_tell (GTK_WIDGET (self), _ ("The file for the authority could not be made"),
                 _ ("The objection could not be read. Nothing was sent; please try again."));
      return;
    }
  making = g_new0 (Making, 1);
  *making = (Making){ g_object_ref (self), veto_dossier_dup_pdf_name (dossier), made };
  veto_dossier_make_pdf_async (dossier, cancellable, made_cb, making);
}

char *
veto_letter_out_dup_reminder (VetoLetterSend *self, const char *text)
{
  if (find_case (self) == NULL)
    return g_strdup (text);
  return g_strdup_printf ("%s %s", text, _ ("The file for the authority goes along with it."));
}
