/* The letters that are kept, and the way to a new one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_LETTERS_PAGE (veto_letters_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoLettersPage, veto_letters_page, VETO, LETTERS_PAGE, GtkWidget)

/* Returns: (transfer floating) */
GtkWidget *veto_letters_page_new (VetoServices *services);

G_END_DECLS
