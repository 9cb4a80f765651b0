/* A letter instead of a form, offered where a platform is shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

/* (nullable): id of the kind of letter that is written on the way @guide (nullable: the first of the platform's ways to the
 * goal of @item that has one) */
const char *veto_letter_offer_find_kind (VetoObjection *item, const VetoGuide *guide);

/* (nullable): id of the company that runs the platform of @item, where the guidance has its address */
const char *veto_letter_offer_find_company (VetoGuideSet *set, VetoObjection *item);

/* Lets @button begin the letter to the company, for the case of @item and the way @guide, as above; hides it where there is
 * none. */
void veto_letter_offer_show (GtkButton       *button,
                             VetoServices    *services,
                             VetoObjection   *item,
                             const VetoGuide *guide);

G_END_DECLS
