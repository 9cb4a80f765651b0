/* What the page about a person's data does: save a copy, bring one back, delete everything.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-data-page.h"

G_BEGIN_DECLS

/* Asks where to, and saves a copy of everything there. */
void veto_data_save (VetoDataPage *page);

/* The same without asking. @path: where to; a file that is there is replaced */
void veto_data_save_to (VetoDataPage *page, const char *path);

/* Asks for a file, looks at it, says what is in it, and brings it back when the person agrees. */
void veto_data_restore (VetoDataPage *page);

/* The same with that file. */
void veto_data_restore_from (VetoDataPage *page, const char *path);

/* Asks whether everything is to be deleted, and does it. */
void veto_data_erase (VetoDataPage *page);

G_END_DECLS
