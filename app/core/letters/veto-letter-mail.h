/* What of a letter goes into an e-mail: one recipient, one subject, one body, and nothing else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Immutable once it is made. */
typedef struct
{
  char *to;      /* one address, see veto_email_is_address(); "": the person enters one */
  char *subject; /* one line, at most %VETO_LETTER_MAIL_MAX_SUBJECT characters */
  char *body;    /* plain text; its lines end with a newline */
} VetoLetterMail;

/* What the e-mail portal takes at most, in characters */
#define VETO_LETTER_MAIL_MAX_SUBJECT 200

/**
 * veto_letter_mail_new:
 * @to: who gets it
 * @subject: (nullable): whatever somebody typed; what is no printable text becomes a space, what is too long ends with "…"
 * @body: (nullable): the same; line ends of any kind become newlines
 *
 * Nothing in @subject or @body can become a header, a recipient or an attachment: there is no line end in the subject, and
 * both are only ever handed on by veto_letter_mail_dup_uri() and veto_letter_mail_dup_options().
 * Rule: security design, 6.2 and 11.
 *
 * Returns: (transfer full) (nullable): %NULL when @to is not one e-mail address
 */
VetoLetterMail *veto_letter_mail_new (const char *to, const char *subject, const char *body);

/* Returns: (transfer full): the same without a recipient: whoever sends it enters one */
VetoLetterMail *veto_letter_mail_new_open (const char *subject, const char *body);

/* Returns: (transfer full) */
VetoLetterMail *veto_letter_mail_copy (const VetoLetterMail *self);
void            veto_letter_mail_free (VetoLetterMail *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoLetterMail, veto_letter_mail_free)

/**
 * veto_letter_mail_dup_uri:
 * @instead: the body where the letter's own is too long for an address
 * @out_whole: (out): whether the letter's own body is in it
 *
 * Many programs cut an address that is longer than 1,800 bytes. Rule: RFC 6068; security design, 6.2.
 *
 * Returns: (transfer full): "mailto:…?subject=…&body=…", of unreserved ASCII and percent signs
 */
char *veto_letter_mail_dup_uri (const VetoLetterMail *self, const char *instead, gboolean *out_whole);

/**
 * veto_letter_mail_dup_options:
 * @token: for the portal's handle
 * @n_files: how many files the call brings along in its list
 *
 * Returns: (transfer floating): the options of the e-mail portal, a{sv}
 */
GVariant *veto_letter_mail_dup_options (const VetoLetterMail *self, const char *token, guint n_files);

G_END_DECLS
