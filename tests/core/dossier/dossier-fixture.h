/* For tests of dossiers: a case with letters and proof on the guidance that Veto comes with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-fixture.h"
#include "veto-case-book.h"
#include "veto-dossier.h"

G_BEGIN_DECLS

typedef struct
{
  char           *folder; /* of the database */
  char           *out;    /* where dossiers go */
  VetoStore      *store;
  VetoGuideSet   *set;
  VetoGuidance   *guidance;
  VetoCaseBook   *book;
  VetoLetterBook *letters;
  VetoCase       *item; /* belongs to the book */
  guint           n_proof;
} Desk;

/* For g_test_add(): a case of Erika Example with nothing in it. */
void desk_set_up (Desk *desk, gconstpointer data);
void desk_tear_down (Desk *desk, gconstpointer data);

void desk_add_event (Desk *desk, VetoEventKind kind, const char *day, const char *note);

/* A letter of the case, sent by e-mail on @day. @pdf: (nullable): what is kept of it; %NULL: its own page */
void desk_send_letter (Desk *desk, const char *kind, const char *day, GBytes *pdf);

/* @bytes: (transfer full) */
void desk_add_proof (Desk *desk, const char *name, const char *media_type, GBytes *bytes);

/* (transfer full): the case as it is now */
VetoDossier *desk_describe (Desk *desk);

/**
 * desk_write:
 * @dossier: (transfer full)
 * @name: of a folder in @desk->out
 * @cancel_at: how far it may come; more than 1: to the end
 */
gboolean desk_write (Desk *desk, VetoDossier *dossier, const char *name, double cancel_at, GError **error);

/* Describes and writes, and asks that it works. (transfer full): the path of the folder */
char *desk_save (Desk *desk);

/* (transfer full): the path of a file that desk_save() made */
char *desk_dup_pdf (const char *folder);

/* (transfer full) (nullable): the words of the PDF, each run of white space as one space; %NULL: skipped, no program for it */
char *desk_read_words (const char *folder);

/* How many things there are in @desk->out, hidden ones too. */
guint desk_count_out (Desk *desk);

/* A picture with type on it, as a telephone makes them of its screen; and one as its camera does. (transfer full) */
GBytes *picture_make_screenshot (guint width, guint height, guint seed);
GBytes *picture_make_photo (guint width, guint height, guint seed);

G_END_DECLS
