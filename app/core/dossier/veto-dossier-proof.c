/* What of a proof can be shown on paper: pictures, and the words of texts and e-mails.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-dossier"

#include "veto-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "veto-dossier-private.h"
#include "veto-proof-kind.h"
#include "veto-proof-mail.h"

#define MAX_SHOWN 100  /* proofs in a PDF; the folder has all */
#define MAX_TEXT 8000  /* characters of one text */
#define MAX_LINES 150  /* of one text */
#define MAX_HEAD 65536 /* bytes of an e-mail's head */

static void
set_remark (VetoDossierProof *self, const char *remark)
{
  char *all = self->remark != NULL ? g_strdup_printf ("%s %s", self->remark, remark) : g_strdup (remark);

  g_free (self->remark);
  self->remark = all;
}

/* Texts of Windows are in its own signs where they are not in UTF-8. */
static char *
dup_utf8 (const char *data, gsize n_bytes)
{
  const char *nul = memchr (data, '\0', n_bytes);
  gssize      n_text = nul != NULL ? nul - data : (gssize) n_bytes;
  char       *text;

  if (g_utf8_validate (data, n_text, NULL))
    return g_strndup (data, n_text);
  text = g_convert (data, n_text, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (data, n_text);
}

/* Returns: whether @text had to be made shorter */
static gboolean
shorten (char *text)
{
  char    *end = text;
  gboolean more;
  guint    n_lines = 1;

  for (guint i = 0; i < MAX_TEXT && *end != '\0' && n_lines <= MAX_LINES; i++, end = g_utf8_next_char (end))
    n_lines += *end == '\n';
  more = *end != '\0';
  *end = '\0';
  return more;
}

static void
show_text (VetoDossierProof *self, GBytes *bytes)
{
  gsize       n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  self->text = dup_utf8 (data, MIN (n_bytes, 4 * MAX_TEXT));
  if (shorten (self->text) || n_bytes > 4 * MAX_TEXT)
    set_remark (self, _ ("This is only the beginning; the whole text is in the file."));
}

/* Returns: (transfer full) (nullable): @line with its name in the reader's language; %NULL when nobody wants to know */
static char *
dup_wanted (const char *line)
{
  static const struct
  {
    const char *name;
    const char *words;
  } wanted[] = {
    /* Translators: these are lines of an e-mail's head; the colon stays */
    { "from:", N_ ("From:") },         { "to:", N_ ("To:") },     { "cc:", N_ ("Cc:") },
    { "reply-to:", N_ ("Reply to:") }, { "date:", N_ ("Date:") }, { "message-id:", N_ ("Message-ID:") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (g_ascii_strncasecmp (line, wanted[i].name, strlen (wanted[i].name)) == 0)
      return g_strconcat (_ (wanted[i].words), line + strlen (wanted[i].name), NULL);
  return NULL;
}

/* The lines of an e-mail's head that say who wrote to whom and when. A line that begins with white space goes on
 * with the one before it (RFC 5322, 2.2.3). */
static char *
dup_head (GBytes *bytes)
{
  gsize            n_bytes;
  const char      *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *head = dup_utf8 (data, MIN (n_bytes, MAX_HEAD));
  g_auto(GStrv) lines = g_strsplit (head, "\n", -1);
  GString *text = g_string_new (NULL);
  gboolean goes_on = FALSE;

  for (guint i = 0; lines[i] != NULL && *g_strchomp (lines[i]) != '\0'; i++)
    {
      gboolean         folded = *lines[i] == ' ' || *lines[i] == '\t';
      g_autofree char *line = folded ? g_strdup (g_strchug (lines[i])) : dup_wanted (lines[i]);

      goes_on = folded ? goes_on : line != NULL;
      if (goes_on)
        g_string_append_printf (text, "%s%s", folded ? " " : text->len > 0 ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

static void
show_mail (VetoDossierProof *self, GBytes *bytes)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(VetoProofMail) mail = veto_proof_mail_new (bytes, utc, self->row->added_at);
  g_autofree char *head = dup_head (bytes);

  if (mail->subject != NULL)
    /* Translators: %1$s is what an e-mail is about, %2$s the other lines of its head */
    self->text = g_strdup_printf (_ ("Subject: %1$s\n%2$s"), mail->subject, head);
  else
    self->text = g_steal_pointer (&head);
  shorten (self->text);
  set_remark (self, _ ("These lines are from the head of an e-mail; the whole e-mail is in the file."));
}

static gboolean
show_picture (VetoDossierProof *self, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr(GError) why = NULL;

  self->picture = veto_picture_new (bytes, cancellable, &why);
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  if (why != NULL)
    set_remark (self, why->message);
  return TRUE;
}

gboolean
veto_dossier_proof_read (VetoDossierProof *self,
                         GBytes           *bytes,
                         const char       *sha256,
                         guint            *n_shown,
                         GCancellable     *cancellable,
                         GError          **error)
{
  VetoProofKind kind = veto_proof_kind_of_media_type (self->row->media_type);
  gboolean      picture = veto_picture_is_one (bytes);

  if (g_strcmp0 (sha256, self->row->sha256) != 0)
    set_remark (self, _ ("Attention: these are no longer the bytes that were added."));
  if (!picture && kind != VETO_PROOF_KIND_MAIL && kind != VETO_PROOF_KIND_TEXT)
    return TRUE;
  if (++*n_shown > MAX_SHOWN)
    {
      set_remark (self, _ ("Not shown here, because there are too many; it is in the folder."));
      return TRUE;
    }
  if (picture)
    return show_picture (self, bytes, cancellable, error);
  if (kind == VETO_PROOF_KIND_MAIL)
    show_mail (self, bytes);
  else
    show_text (self, bytes);
  return TRUE;
}
