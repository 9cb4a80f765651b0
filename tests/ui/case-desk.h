/* A case in the real window, and hands for its page and its small windows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

#define CASE_WIDTH 1060
#define CASE_HEIGHT 700

typedef struct
{
  Scene            scene;
  const char      *platform;
  const VetoGuide *guide;
  VetoCase        *item;
} CaseDesk;

/* With the platform that is proposed first; nothing was done yet. */
void case_open (CaseDesk *self);
void case_close (CaseDesk *self);

GDate case_go_back (guint n_days); /* so many days before today */

/* Adds that to the timeline, of so many days ago. */
void case_add (CaseDesk *self, VetoEventKind kind, VetoReply reply, guint n_days);
void case_send (CaseDesk *self, guint n_days);

/* Brings its page onto the screen. */
void case_show (CaseDesk *self);

GtkWidget *case_find (CaseDesk *self, GType type);         /* (nullable): in the window */
GtkWidget *case_find_dialog (CaseDesk *self);              /* (nullable): the small window above */
gboolean   case_shows (CaseDesk *self, const char *words); /* a label of the page begins so */
guint      case_count_events (CaseDesk *self);

/* The button, row or choice whose label begins with @words: anywhere in @root, in the window, in the small window */
void case_press_in (GtkWidget *root, const char *words);
void case_press (CaseDesk *self, const char *words);
void case_choose (CaseDesk *self, const char *words);

/* The small window: it comes, something is typed, "Save" is refused with @words, or closes it. */
GtkWidget *case_wait_dialog (CaseDesk *self);
void       case_type (CaseDesk *self, const char *text);
void       case_type_day (CaseDesk *self, const GDate *day);
void       case_expect_refusal (CaseDesk *self, const char *words);
void       case_save (CaseDesk *self);

G_END_DECLS
