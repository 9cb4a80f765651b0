/* A letter instead of a form, offered where a platform is shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

/* (nullable): id of the kind of letter that is written on the way @guide (nullable), else of veto_objection_find_letter() */
const char *veto_letter_offer_find_kind (VetoGuideSet *set, VetoObjection *item, const VetoGuide *guide);

/* (nullable): id of the company that gets the letter of the way @guide (nullable): the one that it names, else the one that
 * runs the platform of @item, where the guidance has its address */
const char *veto_letter_offer_find_company (VetoGuideSet *set, VetoObjection *item, const VetoGuide *guide);

/* Returns: (transfer container) (element-type VetoPlatform): those that the company of that id runs */
GPtrArray *veto_letter_offer_list_platforms (VetoGuideSet *set, const char *company);

/* (transfer none) (nullable): the newest letter to the end of @item that is not sent yet */
VetoSavedLetter *veto_letter_offer_find_draft (VetoServices *services, VetoObjection *item);

/* Lets @button begin the letter to the company, for the case of @item, there or not, and the way @guide (nullable); hides it
 * where there is none. */
void veto_letter_offer_show (GtkButton       *button,
                             VetoServices    *services,
                             VetoObjection   *item,
                             const VetoGuide *guide);

G_END_DECLS
