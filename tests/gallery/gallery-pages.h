/* The pages of the gallery, by kind; gallery-pages.c has the table.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gallery.h"

G_BEGIN_DECLS

/* Pages of all platforms and ways, with nothing done yet but that each way was chosen once. */
void pages_show_guides (Gallery *gallery);

/* Guidance and sources, each source opened. */
void pages_show_sources (Gallery *gallery);

/* What a platform, a step and the end look like when something was done. */
void pages_show_marks (Gallery *gallery);

/* The overview from the beginning to the end. */
void pages_show_overview (Gallery *gallery);

/* The list of letters, what they are chosen from, and the writing of some. */
void pages_show_letters (Gallery *gallery);

/* The page of a case in each state, and the small windows in which something is entered. */
void pages_show_cases (Gallery *gallery);

/* The page about a person's data, what it asks, and what is said when a case was deleted. */
void pages_show_data (Gallery *gallery);

/* The page of all accounts, the small windows about one, and a stored password at the step that needs it. */
void pages_show_accounts (Gallery *gallery);

/* What changed in the guidance, and what may be chosen. */
void pages_show_news (Gallery *gallery);

/* The manual, the search, the report about a wrong step, and About. */
void pages_show_help (Gallery *gallery);
/* The introduction; the page of it that is only there where there is a place to look */
void pages_show_first (Gallery *gallery);
void pages_look_at_first_look (Gallery *gallery);

/* Looking for new guidance, in a window of its own: the question, the look itself, what comes of it. */
void pages_show_updates (Gallery *gallery);

/* What goes wrong, said on a whole page, in a bar or in a window. */
void pages_show_problems (Gallery *gallery);

/* What opens and goes again: menus, toasts, windows. */
void pages_show_passing (Gallery *gallery);

/* (transfer none): the case for @guide, made if there is none */
VetoCase *pages_start_case (Gallery *gallery, const char *platform, const VetoGuide *guide);

/* (transfer none): the platform that is proposed first, and its first way */
const char *pages_get_first (Gallery *gallery, const VetoGuide **out_guide);

/* Marks @n steps of @guide, from step @first on. */
void pages_mark (Gallery         *gallery,
                 const char      *platform,
                 const VetoGuide *guide,
                 guint            first,
                 guint            n,
                 VetoStepState    state);

/* Makes the marks of a case those of steps that were described otherwise. */
void pages_age_marks (VetoCase *item, const VetoGuide *guide, guint n);

G_END_DECLS
