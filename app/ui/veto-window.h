/* The window: the sidebar beside the pages; the wizard and the page about a problem take its whole room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_WINDOW (veto_window_get_type ())
G_DECLARE_FINAL_TYPE (VetoWindow, veto_window, VETO, WINDOW, AdwApplicationWindow)

/**
 * veto_window_new:
 * @application: the application it belongs to
 * @services: (transfer none): what the pages work with; lives longer than the window
 *
 * Without a store in @services nothing but veto_window_show_problem() may follow, until veto_window_fill().
 * Actions: "win.overview", "win.platform" (its id), "win.sources", "win.walk" (its id, the id of a guide or "", the path of a step or ""), "win.close-walk",
 * "win.objection" (as "win.platform"; what was sent shows its case), "win.case" and "win.next" (the id of a case: its page; what is next in it),
 * "win.back", "win.shortcuts", "win.data", "win.preferences", "win.news" (a platform's id, or "" for all), "win.look" (for new guidance), "win.first-run" (the introduction).
 *
 * Returns: (transfer floating)
 */
VetoWindow *veto_window_new (AdwApplication *application, VetoServices *services);

/**
 * veto_window_open_data:
 *
 * Opens the person's database and shows the overview, or a page that says what is wrong with it.
 *
 * Returns: whether it could be opened
 */
gboolean veto_window_open_data (VetoWindow *self);

/* Does something to the files while the database is closed. */
typedef gboolean (*VetoExchange) (gpointer data, GError **error);

/**
 * veto_window_exchange:
 * @exchange: called once
 * @error: return location, whatever @exchange sets
 *
 * Takes every page away, closes the database, calls @exchange, and opens again what is there then: all pages are new. The
 * page that calls this is gone afterwards.
 *
 * Returns: what @exchange returned; %FALSE, too, when a page could not keep what was typed, which it says itself
 */
gboolean veto_window_exchange (VetoWindow *self, VetoExchange exchange, gpointer data, GError **error);

/**
 * veto_window_swap_guidance:
 * @set: the guidance to use from now on
 *
 * Page, place on it, keyboard and what is half typed stay where they are; step by step goes on as it began.
 */
void veto_window_swap_guidance (VetoWindow *self, VetoGuideSet *set);

/* (transfer none): what its notes are shown over */
GtkWidget *veto_window_get_notes (VetoWindow *self);

/* The services have a store: shows the overview. What is not seen at once is built after the first frame. */
void veto_window_fill (VetoWindow *self);

/* Shows the introduction to who has done nothing yet and has not seen it. After veto_window_fill(), before the window is shown. */
void veto_window_begin (VetoWindow *self);

/**
 * veto_window_show_problem:
 * @page: (transfer floating): a page that says what is wrong and what to do; takes the window's whole room
 */
void veto_window_show_problem (VetoWindow *self, GtkWidget *page);

/* Shows the platform of that id, or the overview when there is none. */
void veto_window_show_platform (VetoWindow *self, const char *id);

/* Shows the case of that id, or the overview when there is none. */
void veto_window_show_case (VetoWindow *self, const char *id);

G_END_DECLS
