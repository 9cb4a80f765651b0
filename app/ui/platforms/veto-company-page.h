/* A company that the guidance has no steps for: a letter is the way.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_COMPANY_PAGE (veto_company_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoCompanyPage, veto_company_page, VETO, COMPANY_PAGE, GtkWidget)

/* Returns: (transfer floating): a page that shows nothing yet */
GtkWidget *veto_company_page_new (VetoServices *services);

/* @id: veto_objection_get_id() of a company, begun or not */
void        veto_company_page_show (VetoCompanyPage *self, const char *id);
const char *veto_company_page_get_id (VetoCompanyPage *self); /* (nullable) */

G_END_DECLS
