/* What of a letter goes into an e-mail: one recipient, one subject, one body, and nothing else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-mail"

#include "veto-letter-mail.h"

#include <string.h>

#include "veto-email.h"

#define MAX_URI 1800 /* bytes */

/* Unicode has more ways to end a line than ASCII. */
static gboolean
ends_line (gunichar character)
{
  return character == '\n' || character == 0x85 || character == 0x2028 || character == 0x2029;
}

/* Where a text may be cut: not between a letter and its marks, nor inside of joined emoji. */
static gboolean
is_joined (gunichar character)
{
  return g_unichar_ismark (character) || character == 0x200d || character == 0x200c;
}

/* Returns: (transfer full): the first characters of @text, the last of them "…" when there are more than @max */
static char *
shorten (const char *text, glong max)
{
  const char *end;

  if (g_utf8_strlen (text, -1) <= max)
    return g_strdup (text);
  if (max <= 1)
    return g_strdup ("");
  end = g_utf8_offset_to_pointer (text, max - 1);
  while (end > text
         && (is_joined (g_utf8_get_char (end)) || g_utf8_get_char (g_utf8_prev_char (end)) == 0x200d))
    end = g_utf8_prev_char (end);
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

static char *
clean_subject (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GString) line = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_iscntrl (character) && !ends_line (character) && !g_unichar_isspace (character))
        g_string_append_unichar (line, character);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  g_strchomp (line->str);
  return shorten (line->str, VETO_LETTER_MAIL_MAX_SUBJECT);
}

static char *
clean_body (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString         *body = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == '\r' && at[1] == '\n')
        continue;
      if (character == '\r' || ends_line (character))
        g_string_append_c (body, '\n');
      else
        g_string_append_unichar (body, g_unichar_iscntrl (character) && character != '\t' ? ' ' : character);
    }
  return g_string_free (body, FALSE);
}

static VetoLetterMail *
create_mail (const char *to, const char *subject, const char *body)
{
  VetoLetterMail *self = g_new0 (VetoLetterMail, 1);

  self->to = g_strdup (to);
  self->subject = clean_subject (subject != NULL ? subject : "");
  self->body = clean_body (body != NULL ? body : "");
  return self;
}

VetoLetterMail *
veto_letter_mail_new (const char *to, const char *subject, const char *body)
{
  if (to == NULL || !g_utf8_validate (to, -1, NULL) || !veto_email_is_address (to))
    return NULL;
  return create_mail (to, subject, body);
}

VetoLetterMail *
veto_letter_mail_new_open (const char *subject, const char *body)
{
  return create_mail ("", subject, body);
}

VetoLetterMail *
veto_letter_mail_copy (const VetoLetterMail *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return create_mail (self->to, self->subject, self->body);
}

void
veto_letter_mail_free (VetoLetterMail *self)
{
  if (self == NULL)
    return;
  g_free (self->to);
  g_free (self->subject);
  g_free (self->body);
  g_free (self);
}

/* Line ends of an e-mail are CRLF, also in an address: RFC 6068, 5. */
static char *
escape_body (const char *body)
{
  g_auto(GStrv) lines = g_strsplit (body, "\n", -1);
  g_autofree char *whole = g_strjoinv ("\r\n", lines);
  return g_uri_escape_string (whole, NULL, FALSE);
}

static char *
build_uri (const VetoLetterMail *self, const char *subject, const char *body)
{
  g_autofree char *to = g_uri_escape_string (self->to, "@", FALSE);
  g_autofree char *safe_subject = g_uri_escape_string (subject, NULL, FALSE);
  g_autofree char *safe_body = escape_body (body);

  return g_strconcat ("mailto:", to, "?subject=", safe_subject, "&body=", safe_body, NULL);
}

char *
veto_letter_mail_dup_uri (const VetoLetterMail *self, const char *instead, gboolean *out_whole)
{
  char *uri;

  g_return_val_if_fail (self != NULL && instead != NULL && out_whole != NULL, NULL);

  uri = build_uri (self, self->subject, self->body);
  *out_whole = strlen (uri) <= MAX_URI;
  for (glong max = g_utf8_strlen (self->subject, -1); strlen (uri) > MAX_URI && max >= 0; max -= 8)
    {
      g_autofree char *subject = shorten (self->subject, max);

      g_free (uri);
      uri = build_uri (self, subject, instead);
    }
  return uri;
}

GVariant *
veto_letter_mail_dup_options (const VetoLetterMail *self, const char *token, guint n_files)
{
  const char     *addresses[] = { self->to };
  GVariantBuilder options, places;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "addresses",
                         g_variant_new_strv (addresses, *self->to != '\0' ? 1 : 0));
  g_variant_builder_add (&options, "{sv}", "subject", g_variant_new_string (self->subject));
  g_variant_builder_add (&options, "{sv}", "body", g_variant_new_string (self->body));
  if (n_files > 0)
    {
      g_variant_builder_init (&places, G_VARIANT_TYPE ("ah"));
      for (guint i = 0; i < n_files; i++)
        g_variant_builder_add (&places, "h", (gint32) i);
      g_variant_builder_add (&options, "{sv}", "attachment_fds", g_variant_builder_end (&places));
    }
  return g_variant_builder_end (&options);
}
