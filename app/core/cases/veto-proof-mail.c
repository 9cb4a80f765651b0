/* An e-mail that is kept as proof: what its head says about day and sender. GMime reads the lines; what may be believed of
 * them is decided here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-proof-mail"

#include "veto-proof-mail.h"

#include <gmime/gmime.h>
#include <string.h>

#include "veto-day.h"
#include "veto-email.h"
#include "veto-file-name.h"
#include "veto-link.h"

#define MAX_HEAD_BYTES (256 * 1024)
#define MAX_FROM_BYTES 2000 /* RFC 5322, 2.1.1: a line has at most 998; it may be folded */
#define MAX_SUBJECT_BYTES 200
#define MAX_SHOWN_BYTES 254

/* Lines that make a text an e-mail, beside that of the sender */
static const char *const telling[] = { "Date:", "Received:", "Message-ID:", "MIME-Version:", NULL };

static gboolean
begins_with_one_of (const char *line, const char *const *names)
{
  for (; *names != NULL; names++)
    if (g_ascii_strncasecmp (line, *names, strlen (*names)) == 0)
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full): the lines before the first empty one, with line feeds alone; a byte order mark and the line
 * "From …" of a mailbox file left out; "" when there is a NUL in it, which programs understand in different ways */
static char *
dup_head (GBytes *bytes)
{
  gsize            n_bytes;
  const char      *data = g_bytes_get_data (bytes, &n_bytes);
  gsize            n_head = MIN (n_bytes, MAX_HEAD_BYTES);
  g_autofree char *raw = g_strndup (data != NULL ? data : "", n_head);
  const char      *at = g_str_has_prefix (raw, "\xef\xbb\xbf") ? raw + 3 : raw;
  GString         *head = g_string_sized_new (n_head);

  if (strlen (raw) < n_head && strstr (raw, "\n\n") == NULL && strstr (raw, "\n\r\n") == NULL)
    at = ""; /* a NUL, and before the end of the head */
  if (g_str_has_prefix (at, "From "))
    at += strcspn (at, "\n") + (strchr (at, '\n') != NULL);
  while (*at != '\0')
    {
      gsize n_line = strcspn (at, "\n"), n_text = n_line;

      if (n_text > 0 && at[n_text - 1] == '\r')
        n_text--;
      if (n_text == 0)
        break;
      g_string_append_len (head, at, (gssize) n_text);
      g_string_append_c (head, '\n');
      at += n_line + (at[n_line] == '\n');
    }
  return g_string_free (head, FALSE);
}

gboolean
veto_proof_mail_is_mail (GBytes *bytes)
{
  static const char *const sender[] = { "From:", NULL };
  g_autofree char         *head = dup_head (bytes);
  g_auto(GStrv) lines = g_strsplit (head, "\n", 500);
  gboolean has_sender = FALSE, has_other = FALSE;

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      const char *colon = strpbrk (lines[i], ": \t");

      if (lines[i][0] == ' ' || lines[i][0] == '\t')
        continue; /* goes on from the line above */
      if (colon == NULL || *colon != ':')
        return FALSE;
      has_sender = has_sender || begins_with_one_of (lines[i], sender);
      has_other = has_other || begins_with_one_of (lines[i], telling);
    }
  return has_sender && has_other;
}

static void
init_once (void)
{
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      g_mime_init ();
      g_once_init_leave (&is_ready, 1);
    }
}

static GMimeMessage *
parse_head (const char *head)
{
  g_autofree char *whole = g_strconcat (head, "\n", NULL);
  GMimeStream     *stream = g_mime_stream_mem_new_with_buffer (whole, strlen (whole));
  GMimeParser     *parser = g_mime_parser_new_with_stream (stream);
  GMimeMessage    *message = g_mime_parser_construct_message (parser, NULL);

  g_object_unref (parser);
  g_object_unref (stream);
  return message;
}

/* (transfer none) (nullable): the value of the only line of that name. *out_n: how many there are */
static const char *
find_value (GMimeMessage *message, const char *name, guint *out_n)
{
  GMimeHeaderList *list = g_mime_object_get_header_list (GMIME_OBJECT (message));
  const char      *value = NULL;

  *out_n = 0;
  for (int i = 0; i < g_mime_header_list_get_count (list); i++)
    {
      GMimeHeader *header = g_mime_header_list_get_header_at (list, i);

      if (g_ascii_strcasecmp (g_mime_header_get_name (header), name) != 0)
        continue;
      value = g_mime_header_get_raw_value (header);
      *out_n += 1;
    }
  return value;
}

/* (transfer full): one line, without control characters, and signs that turn the direction of reading */
static char *
dup_shown (const char *text, gsize max_bytes)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString         *shown = g_string_new (NULL);

  for (const char *at = valid; *at != '\0' && shown->len < max_bytes; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c) || !g_unichar_isprint (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        c = ' ';
      if (c != ' ' || (shown->len > 0 && shown->str[shown->len - 1] != ' '))
        g_string_append_unichar (shown, c);
    }
  return g_strchomp (g_string_free (shown, FALSE));
}

/* "Name" <a@b>, <a@b> or a@b, where nothing but the quoted name may have another @: other forms are read by one program so,
 * by another otherwise, and that is what forgers live from. */
static gboolean
is_plain (const char *value, const char *address)
{
  g_autofree char *text = g_strstrip (g_strdup (value));
  g_autofree char *angled = g_strdup_printf ("<%s>", address);
  gsize            n_text = strlen (text), n_angled = strlen (angled), n_name;
  gboolean         is_quoted = FALSE;

  if (g_ascii_strcasecmp (text, address) == 0)
    return TRUE;
  if (n_text < n_angled || g_ascii_strcasecmp (text + n_text - n_angled, angled) != 0)
    return FALSE;
  n_name = n_text - n_angled;
  for (gsize i = 0; i < n_name; i++)
    {
      if (text[i] == '\\' && i + 1 < n_name)
        i++;
      else if (text[i] == '"')
        is_quoted = !is_quoted;
      else if (!is_quoted && strchr ("<>@,;:()", text[i]) != NULL)
        return FALSE;
    }
  return !is_quoted;
}

/* (transfer full) (nullable): the one address in @value; letters that are no ASCII in punycode, so that they show */
static char *
dup_address (const char *value)
{
  InternetAddressList *list = internet_address_list_parse (NULL, value);
  InternetAddress     *first = list != NULL && internet_address_list_length (list) == 1
                                 ? internet_address_list_get_address (list, 0)
                                 : NULL;
  char                *address = NULL;

  if (first != NULL && INTERNET_ADDRESS_IS_MAILBOX (first))
    address = g_strdup (internet_address_mailbox_get_idn_addr (INTERNET_ADDRESS_MAILBOX (first)));
  g_clear_object (&list);
  return address;
}

static void
read_sender (VetoProofMail *self, GMimeMessage *message)
{
  guint            n_lines;
  const char      *value = find_value (message, "From", &n_lines);
  g_autofree char *address = NULL, *domain = NULL;

  self->is_odd = n_lines != 1 || strlen (value) > MAX_FROM_BYTES;
  if (self->is_odd)
    return;
  address = dup_address (value);
  self->is_odd = address == NULL || strchr (address, '@') == NULL || !is_plain (value, address);
  if (address == NULL || strchr (address, '@') == NULL)
    return;
  self->address = dup_shown (address, MAX_SHOWN_BYTES);
  if (self->is_odd || !veto_email_is_address (address))
    return;
  domain = g_ascii_strdown (strrchr (address, '@') + 1, -1);
  if (veto_link_is_host (domain))
    self->domain = g_steal_pointer (&domain);
}

static void
read_day (VetoProofMail *self, GMimeMessage *message, GTimeZone *zone, gint64 now)
{
  guint       n_lines;
  const char *value = find_value (message, "Date", &n_lines);
  GDateTime  *date = n_lines == 1 ? g_mime_utils_header_decode_date (value) : NULL;

  g_date_clear (&self->day, 1);
  if (date == NULL)
    return;
  if (g_date_time_to_unix (date) > 0 && g_date_time_to_unix (date) < now + 24 * 60 * 60)
    veto_day_of_instant (g_date_time_to_unix (date), zone, &self->day);
  g_date_time_unref (date);
}

static void
read_subject (VetoProofMail *self, GMimeMessage *message)
{
  guint            n_lines;
  const char      *value = find_value (message, "Subject", &n_lines);
  g_autofree char *decoded = value != NULL ? g_mime_utils_header_decode_text (NULL, value) : NULL;

  if (decoded == NULL)
    return;
  self->subject = dup_shown (decoded, MAX_SUBJECT_BYTES);
  if (*self->subject == '\0')
    g_clear_pointer (&self->subject, g_free);
}

VetoProofMail *
veto_proof_mail_new (GBytes *bytes, GTimeZone *zone, gint64 now)
{
  VetoProofMail   *self = g_new0 (VetoProofMail, 1);
  g_autofree char *head = dup_head (bytes);
  GMimeMessage    *message;

  init_once ();
  message = parse_head (head);
  g_date_clear (&self->day, 1);
  if (message == NULL)
    return self;
  read_sender (self, message);
  read_day (self, message, zone, now);
  read_subject (self, message);
  g_object_unref (message);
  return self;
}

void
veto_proof_mail_free (VetoProofMail *self)
{
  g_free (self->address);
  g_free (self->domain);
  g_free (self->subject);
  g_free (self);
}
