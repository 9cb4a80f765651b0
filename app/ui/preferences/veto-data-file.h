/* The dialog that asks for the file of a copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-data-page.h"

G_BEGIN_DECLS

typedef void (*VetoDataFileFunc) (VetoDataPage *page, const char *path);

/**
 * veto_data_file_choose:
 * @title: of the dialog
 * @accept: the words of its button
 * @name: (nullable): what a new file is called at first; %NULL to choose one that is there
 * @func: called with the path when one was chosen; a file that is there already may be replaced then
 */
void veto_data_file_choose (VetoDataPage    *page,
                            const char      *title,
                            const char      *accept,
                            const char      *name,
                            VetoDataFileFunc func);

G_END_DECLS
