/* Letters as the database keeps them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As in veto-store-rows.h: what was written is on the disk when TRUE is returned, and nothing changed when FALSE is. */
#pragma once

#include "veto-store-rows.h"

G_BEGIN_DECLS

typedef struct
{
  char    *id;
  char    *case_id; /* nullable */
  char    *kind;    /* id, also when the guidance no longer has it */
  char    *language;
  char    *regime;    /* nullable */
  char    *recipient; /* JSON, as are answers and own_text: the store does not read them */
  char    *answers;
  char    *own_text;
  char    *day;      /* nullable: the day that stands on it, when it is not simply that of the sending */
  gint64   created;  /* seconds UTC */
  gint64   changed;  /* seconds UTC */
  char    *sent_day; /* nullable: "2026-11-26" */
  char    *channel;  /* nullable; with sent_day only */
  gboolean has_pdf;
} VetoStoreLetter;

VetoStoreLetter *veto_store_letter_copy (const VetoStoreLetter *letter);
void             veto_store_letter_free (VetoStoreLetter *letter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoStoreLetter, veto_store_letter_free)

/* Returns: (transfer full) (nullable) (element-type VetoStoreLetter): all letters, newest first */
GPtrArray *veto_store_read_letters (VetoStore *self, GError **error);

/* Whether another process wrote since veto_store_read_letters(). */
gboolean veto_store_have_letters_changed (VetoStore *self);

/**
 * veto_store_set_letter:
 * @letter: all but sent_day, channel and has_pdf
 * @values: (nullable) (element-type utf8 utf8): what is known of person and account by now, by name, as
 *   veto_store_set_value() has it; written with the letter or not at all
 *
 * Adds the letter, or puts it in the place of the one with its id (also when another process deleted that one: nothing
 * that was typed is lost). One that was sent is left as it is, which is an error.
 */
gboolean
veto_store_set_letter (VetoStore *self, const VetoStoreLetter *letter, GHashTable *values, GError **error);

/**
 * veto_store_mark_letter_sent:
 * @letter: all but has_pdf. Of one that was sent already, only sent_day and channel are written
 * @pdf: (nullable): as it was sent; %NULL leaves the one that is there
 * @data: (nullable): for the event
 * @values: (nullable): as in veto_store_set_letter()
 *
 * In one transaction: the letter with its day and channel, and when it has a case, the event %VETO_STORE_EVENT_SENT with
 * the letter's id.
 */
gboolean veto_store_mark_letter_sent (VetoStore             *self,
                                      const VetoStoreLetter *letter,
                                      GBytes                *pdf,
                                      const char            *data,
                                      GHashTable            *values,
                                      GError               **error);

/* The opposite: without day, channel, PDF and event; a letter that bore the day of its sending bears none. */
gboolean veto_store_unmark_letter_sent (VetoStore *self, const char *id, GError **error);

/* Returns: (transfer full) (nullable): as it was sent */
GBytes *veto_store_read_letter_pdf (VetoStore *self, const char *id, GError **error);

/* @out_pdf: (out) (transfer full) (nullable): what veto_store_restore_letter() wants back. That the letter was sent
 * stays with its case. A letter that is gone already is no error. */
gboolean veto_store_delete_letter (VetoStore *self, const char *id, GBytes **out_pdf, GError **error);

/* Puts a letter back as it was, but for a case that is gone by now. */
gboolean
veto_store_restore_letter (VetoStore *self, const VetoStoreLetter *letter, GBytes *pdf, GError **error);

G_END_DECLS
