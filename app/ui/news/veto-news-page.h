/* What changed: platform by platform, step by step, the guidance before beside that of now.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_NEWS_PAGE (veto_news_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoNewsPage, veto_news_page, VETO, NEWS_PAGE, GtkWidget)

/* Returns: (transfer floating): empty before veto_news_page_show() */
GtkWidget *veto_news_page_new (VetoServices *services);

/**
 * veto_news_page_show:
 * @platform: (nullable): the id of the only platform to tell of; else all are
 *
 * Reads what was in use before, and begins anew at the top. What is seen at once is there, the rest follows some frames later.
 */
void veto_news_page_show (VetoNewsPage *self, const char *platform);

/* (transfer none) (nullable): the platform that it is about; all of them */
const char *veto_news_page_get_platform (VetoNewsPage *self);

G_END_DECLS
