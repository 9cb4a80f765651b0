/* All letters that are kept: a GListModel of VetoSavedLetter, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "veto-guidance.h"
#include "veto-saved-letter.h"
#include "veto-store.h"

G_BEGIN_DECLS

#define VETO_TYPE_LETTER_BOOK (veto_letter_book_get_type ())
G_DECLARE_FINAL_TYPE (VetoLetterBook, veto_letter_book, VETO, LETTER_BOOK, GObject)

/* Every function with an error writes to the store first; when that fails (%VETO_STORE_ERROR), book and letter are as they
 * were. A letter that cannot be read or was sent already is %VETO_LETTER_ERROR_VALUE with a sentence. */

/**
 * veto_letter_book_new:
 * @store: where letters are kept
 * @guidance: in the reader's language; titles come from it, and the companies that are proposed
 *
 * Returns: (transfer full) (nullable): the book with all letters read
 */
VetoLetterBook *veto_letter_book_new (VetoStore *store, VetoGuidance *guidance, GError **error);

/* Reads again when another process has written; a letter that is still there stays the same object. Cheap when nothing
 * has changed: meant for whenever the window gets the focus. */
gboolean veto_letter_book_refresh (VetoLetterBook *self, GError **error);

/* (transfer none) (nullable) */
VetoSavedLetter *veto_letter_book_find (VetoLetterBook *self, const char *id);

/**
 * veto_letter_book_start:
 * @kind: id of a kind of letter
 * @case_id: (nullable): the case it belongs to
 *
 * Returns: (transfer full): a new letter. It is in the book once there is something to keep: veto_letter_book_save()
 */
VetoSavedLetter *veto_letter_book_start (VetoLetterBook *self, const char *kind, const char *case_id);

/**
 * veto_letter_book_open:
 * @kind: the kind of @saved, in the language that the letter is (to be) written in
 * @labels: (nullable): as in veto_letter_new()
 *
 * Opens a letter to be written on. A new one already has what the store knows: name, address, e-mail, place, the account's
 * login, the company of its case. An answer that no longer fits its question becomes a draft. To change the language,
 * save, and open it with the kind in that language.
 *
 * Returns: (transfer full) (nullable)
 */
VetoLetter *veto_letter_book_open (VetoLetterBook  *self,
                                   VetoSavedLetter *saved,
                                   VetoLetterKind  *kind,
                                   VetoLetterKind  *labels,
                                   GError         **error);

/**
 * veto_letter_book_fill:
 * @saved: a new letter
 * @letter: what veto_letter_book_open() gave for it
 * @answers: (element-type utf8 utf8): what is known from elsewhere, by the ids of questions
 *
 * Answers the questions of @letter that are there and open. An answer that does not fit is left out, and a letter that was
 * only looked at makes no row all the same.
 */
void
veto_letter_book_fill (VetoLetterBook *self, VetoSavedLetter *saved, VetoLetter *letter, GHashTable *answers);

/**
 * veto_letter_book_save:
 * @letter: what veto_letter_book_open() gave for @saved
 *
 * Keeps all that was typed, complete or not, drafts too. Name, address, e-mail and place become the person's, the login
 * the account's, so that the next letter and the steps have them. Writes nothing when nothing is different, so it may be
 * called after each pause in typing; a new letter that was only looked at makes no row, and one that was deleted stays so.
 */
gboolean
veto_letter_book_save (VetoLetterBook *self, VetoSavedLetter *saved, VetoLetter *letter, GError **error);

/* Whether veto_letter_book_save() would write something. */
gboolean veto_letter_book_has_news (VetoLetterBook *self, VetoSavedLetter *saved, VetoLetter *letter);

/* What stands in a new letter by now was not typed but known from where one came: nothing that has to be kept. */
void veto_letter_book_forget_news (VetoLetterBook *self, VetoSavedLetter *saved, VetoLetter *letter);

/* (transfer none) (nullable): a copy that is not sent, with a row of its own */
VetoSavedLetter *veto_letter_book_duplicate (VetoLetterBook *self, VetoSavedLetter *saved, GError **error);

/* Deletes it, and puts it back, PDF included. What its case knows of the sending stays: it was sent. */
gboolean veto_letter_book_delete (VetoLetterBook *self, VetoSavedLetter *saved, GError **error);
gboolean veto_letter_book_undelete (VetoLetterBook *self, VetoSavedLetter *saved, GError **error);

/* @case_id: (nullable): the case it belongs to from now on; only before it is sent */
gboolean
veto_letter_book_set_case (VetoLetterBook *self, VetoSavedLetter *saved, const char *case_id, GError **error);

/**
 * veto_letter_book_mark_sent:
 * @letter: (nullable): as in veto_letter_book_save(), saved with it
 * @day: when it was sent
 * @channel: how: "post", "email", "form", "fax", "hand" or "other"
 * @pdf: (nullable): the page as it was sent, kept byte for byte
 *
 * In one transaction; with a case, its timeline gets it too. Afterwards the letter can be read, not written; when it is
 * marked once more, only day, channel and (unless %NULL) PDF are others.
 */
gboolean veto_letter_book_mark_sent (VetoLetterBook  *self,
                                     VetoSavedLetter *saved,
                                     VetoLetter      *letter,
                                     const GDate     *day,
                                     const char      *channel,
                                     GBytes          *pdf,
                                     GError         **error);

/* It was not sent after all: the opposite of veto_letter_book_mark_sent(), PDF and timeline included. */
gboolean veto_letter_book_unmark_sent (VetoLetterBook *self, VetoSavedLetter *saved, GError **error);

/* Returns: (transfer full) (nullable): the PDF as it was sent; see "has-pdf" */
GBytes *veto_letter_book_read_pdf (VetoLetterBook *self, VetoSavedLetter *saved, GError **error);

/* Returns: (transfer full): all that was typed, as plain text; for a letter whose kind the guidance no longer has, and for
 * one that cannot be opened. What is damaged comes as it is in the store. */
char *veto_letter_book_dup_typed (VetoLetterBook *self, VetoSavedLetter *saved);

G_END_DECLS
