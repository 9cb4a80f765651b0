/* The main text of a web page, and whether it is still the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Larger pages are not read; veto-fetch is asked for no more either. */
#define VETO_PAGE_MAX_BYTES (4 * 1024 * 1024)

/**
 * VetoPageTextError:
 * @VETO_PAGE_TEXT_ERROR_TOO_BIG: larger, deeper or of more parts than any page that people read
 * @VETO_PAGE_TEXT_ERROR_NO_TEXT: there is no text to compare: the page is empty, makes its text by a script, or asks to log in or to prove
 *   that one is human first
 * @VETO_PAGE_TEXT_ERROR_GONE: the page says that there is no page
 */
typedef enum {
  VETO_PAGE_TEXT_ERROR_TOO_BIG,
  VETO_PAGE_TEXT_ERROR_NO_TEXT,
  VETO_PAGE_TEXT_ERROR_GONE,
} VetoPageTextError;

#define VETO_PAGE_TEXT_ERROR (veto_page_text_error_quark ())
GQuark veto_page_text_error_quark (void);

/* The text of a page. Plain data. */
typedef struct
{
  GPtrArray
       *lines; /* of char *, at least one: safe to show (security design 3.2), NFC, at most 8000 bytes each */
  char *fingerprint; /* 64 hex digits: SHA-256 of the text without white space */
  char *
    marks; /* nullable: six hex digits for each line, to find later which lines are new; NULL when they are too many */
} VetoPageText;

/**
 * veto_page_text_read:
 * @html: what the server sent
 * @charset: (nullable): the character set it said
 * @url: (nullable): the address of the page, which those in it are relative to
 * @error: %VETO_PAGE_TEXT_ERROR
 *
 * Takes the main text out of a page: headings, paragraphs, lists, tables, and where their links lead. Menus, banners, advertisements,
 * counters, the date of today, parts of forms, and what is hidden, are left out. Two pages with the same text and other furniture have
 * the same fingerprint; another address, date or word gives another one. Never blocks on anything, needs no network, and takes a memory
 * that does not depend on the page alone (below 64 MiB); takes below a second for the largest page, so call it in a thread.
 *
 * Returns: (transfer full): free it with veto_page_text_free(); %NULL on error
 */
VetoPageText *veto_page_text_read (GBytes *html, const char *charset, const char *url, GError **error);
void          veto_page_text_free (VetoPageText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoPageText, veto_page_text_free)

/* What is different between two texts, for people. */
typedef struct
{
  GPtrArray *new_lines; /* of char *, in the order of the page */
  guint      n_gone;    /* lines that are not there any more */
} VetoPageChange;

/**
 * veto_page_text_compare:
 * @self: the page as it is
 * @marks: (nullable): of the text that it is compared with
 *
 * Returns: (transfer full): which lines are new, and how many are gone; none of both without @marks
 */
VetoPageChange *veto_page_text_compare (const VetoPageText *self, const char *marks);
void            veto_page_change_free (VetoPageChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoPageChange, veto_page_change_free)

/* Whether @text is 64 lower-case hex digits, and whether it is marks of lines */
gboolean veto_page_text_is_fingerprint (const char *text);
gboolean veto_page_text_is_marks (const char *text);

G_END_DECLS
