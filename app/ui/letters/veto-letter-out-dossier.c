/* What goes to an authority along with a complaint: the file of its case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-out"

#include "veto-config.h"

#include "veto-letter-out-private.h"

#include <glib/gi18n.h>

#include "veto-dossier-save.h"
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

static void
save_cb (VetoLetterSend *self)
{
  VetoCase *item = find_case (self);

  if (item != NULL) /* vetoctl may have deleted it meanwhile */
    veto_dossier_save (GTK_WIDGET (self), veto_letter_send_get_services (self), item);
}

void
veto_letter_out_append_dossier (VetoLetterSend *self, VetoLetterWays *ways)
{
  const char *text =
    _ ("Send the file of your case along with it: what you did and when, your letters, and the "
       "proof. Save it first. Then attach its PDF, or put the pages into the envelope.");

  GtkWidget *button;

  if (find_case (self) == NULL)
    return;
  button = veto_letter_out_create_button (_ ("Save the file for the authority…"), G_CALLBACK (save_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  veto_letter_ways_append_child (ways, veto_wrap_label_new (text, -1));
  veto_letter_ways_append_child (ways, button);
}

char *
veto_letter_out_dup_reminder (VetoLetterSend *self, const char *text)
{
  if (find_case (self) == NULL)
    return g_strdup (text);
  return g_strdup_printf ("%s %s", text, _ ("The file for the authority goes along with it."));
}
