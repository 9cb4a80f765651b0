/* What the commands for publishers of a feed have in common: files, passphrases, and what went wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "veto-ctl-feed.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "veto-ctl-output.h"
#include "veto-day.h"
#include "veto-guide-set.h"
#include "veto-json.h"
#include "veto-release.h"
#include "veto-trust-error.h"

#define MAX_PASSPHRASE_BYTES 1024
#define INTERRUPT '\003' /* Ctrl+C */

GBytes *
veto_ctl_feed_read (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *data;
  gsize n_bytes;

  if (g_file_get_contents (path, &data, &n_bytes, &error))
    return g_bytes_new_take (data, n_bytes);
  /* Translators: %s says which file cannot be read, and why */
  veto_ctl_say (_ ("%s. Name a file that can be read."), error->message);
  return NULL;
}

/* What to do about it. */
static const char *
get_release_hint (int code)
{
  switch ((VetoReleaseError) code)
    {
    case VETO_RELEASE_ERROR_NOTHING:
      return _ ("Name a folder with index.json or root/N.json in it.");
    case VETO_RELEASE_ERROR_NOT_BUILT:
      return _ ("Sign and publish nothing of it; build it again, and compare.");
    case VETO_RELEASE_ERROR_GAP:
      return _ ("Put the root that is missing there, too.");
    case VETO_RELEASE_ERROR_OTHER_ROOT:
      return _ ("A root that was published never changes; give the new one the next number.");
    case VETO_RELEASE_ERROR_ROTATION:
      return _ ("Add signatures of the new keys to the index first, and publish that.");
    case VETO_RELEASE_ERROR_BUSY:
      return _ ("Try again when that is done.");
    case VETO_RELEASE_ERROR_EXISTS:
      return _ ("Name a folder that is not there yet.");
    case VETO_RELEASE_ERROR_MISSING:
    default:
      return _ ("Name a folder that is whole.");
    }
}

static void
say_trust_error (const char *path, const GError *error)
{
  VetoTrustError code = (VetoTrustError) error->code;

  if (error->domain == VETO_TRUST_ERROR
      && (code == VETO_TRUST_ERROR_KEY || code == VETO_TRUST_ERROR_PASSPHRASE))
    /* Translators: %1$s is a file, %2$s what happened, %3$s the same more exactly, in English */
    veto_ctl_say (_ ("%1$s: %2$s (%3$s). Nothing was written."), path, veto_trust_error_get_title (code),
                  error->message);
  else
    /* Translators: %1$s is a file, %2$s the place in it and what is wrong there, in English */
    veto_ctl_say (_ ("%1$s: Veto would refuse this (%2$s). Nothing was written."), path, error->message);
}

int
veto_ctl_feed_fail (const char *path, const GError *error)
{
  if (error->domain == VETO_RELEASE_ERROR)
    veto_ctl_say ("%s. %s", error->message, get_release_hint (error->code));
  else if (error->domain == VETO_TRUST_ERROR || error->domain == VETO_GUIDANCE_ERROR)
    say_trust_error (path, error);
  else
    /* Translators: %s says which file could not be written, and why */
    veto_ctl_say (_ ("%s. Name another file, or make room there."), error->message);
  return VETO_CTL_FAILED;
}

gboolean
veto_ctl_feed_find_kind (const char *path, GBytes *bytes, const char *member, VetoTrustKind *out_kind)
{
  VetoJsonLimits limits = veto_json_limits;
  gsize          n_bytes;
  const char    *data = g_bytes_get_data (bytes, &n_bytes), *type = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoJsonDocument) document = NULL;

  limits.max_text_bytes = VETO_TRUST_MAX_INDEX_BYTES;
  document = veto_json_parse (data, n_bytes, path, &limits, &error);
  if (document != NULL && veto_json_document_get_root (document)->kind == VETO_JSON_OBJECT)
    type = veto_json_get_text (veto_json_document_get_root (document), "", member, NULL);
  for (VetoTrustKind kind = VETO_TRUST_ROOT; type != NULL && kind <= VETO_TRUST_INDEX; kind++)
    if (g_str_equal (type, kind == VETO_TRUST_ROOT ? "root" : "index")
        || g_str_equal (type, veto_trust_kind_get_payload_type (kind)))
      {
        *out_kind = kind;
        return TRUE;
      }
  if (error != NULL)
    /* Translators: %s says which file it is, and the place in it, in English */
    veto_ctl_say (_ ("%s. That is not what a feed is made of; name another file."), error->message);
  else
    /* Translators: %s is a file */
    veto_ctl_say (_ ("%s is neither a root nor an index of a feed. Name another file."), path);
  return FALSE;
}

gboolean
veto_ctl_feed_read_key (const char *path, VetoTrustKey *key)
{
  g_autoptr(GBytes) bytes = veto_ctl_feed_read (path);

  if (bytes == NULL)
    return FALSE;
  if (g_bytes_get_size (bytes) == VETO_TRUST_KEY_BYTES
      && veto_trust_key_init (key, g_bytes_get_data (bytes, NULL), NULL))
    return TRUE;
  /* Translators: %s is a file */
  veto_ctl_say (_ ("%s is no public key of 32 bytes. Name a file that “vetoctl feed key” made."), path);
  return FALSE;
}

/* Byte by byte, so that nothing of the line stays in a buffer of the C library. */
static gboolean
read_line (char *line, gsize max_bytes)
{
  for (gsize n_bytes = 0; n_bytes < max_bytes; n_bytes++)
    {
      gssize n_read;

      do
        n_read = read (STDIN_FILENO, line + n_bytes, 1);
      while (n_read < 0 && errno == EINTR);
      if (n_read < 0 || (n_read == 0 && n_bytes == 0) || line[n_bytes] == INTERRUPT)
        return FALSE;
      if (n_read == 0 || line[n_bytes] == '\n')
        {
          line[n_bytes] = '\0';
          return TRUE;
        }
    }
  return FALSE;
}

/* Ctrl+C comes as a character meanwhile, so that the terminal shows again what is typed, however that ends. */
static gboolean
ask_terminal (const char *question, char *line, gsize max_bytes)
{
  struct termios before, hidden;
  gboolean       done;

  if (tcgetattr (STDIN_FILENO, &before) != 0)
    return FALSE;
  hidden = before;
  hidden.c_lflag &= ~(tcflag_t) (ECHO | ISIG);
  hidden.c_cc[VEOL] = INTERRUPT; /* else it would wait for Enter */
  if (tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden) != 0)
    return FALSE;
  veto_ctl_say ("%s", question);
  done = read_line (line, max_bytes);
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
  return done;
}

char *
veto_ctl_feed_ask_passphrase (const char *question)
{
  char    *line = g_malloc0 (MAX_PASSPHRASE_BYTES);
  gboolean done;

  if (isatty (STDIN_FILENO))
    done = ask_terminal (question, line, MAX_PASSPHRASE_BYTES);
  else
    done = read_line (line, MAX_PASSPHRASE_BYTES);
  if (done)
    return line;
  veto_ctl_feed_wipe (line);
  veto_ctl_say (
    _ ("There is no passphrase. Type it in a terminal, or send it as the first line of the input."));
  return NULL;
}

void
veto_ctl_feed_wipe (char *passphrase)
{
  if (passphrase != NULL)
    explicit_bzero (passphrase, MAX_PASSPHRASE_BYTES);
  g_free (passphrase);
}

char *
veto_ctl_feed_dup_time (gint64 time)
{
  g_autoptr(GDateTime) instant = g_date_time_new_from_unix_utc (time);
  return g_date_time_format (instant, "%Y-%m-%dT%H:%M:%SZ");
}

gboolean
veto_ctl_feed_parse_time (const char *text, gint64 *out_time)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) instant = g_date_time_new_from_iso8601 (text, utc);
  g_autofree char *again = NULL;
  GDate            day;

  if (veto_day_parse (text, &day))
    {
      g_clear_pointer (&instant, g_date_time_unref);
      instant = g_date_time_new_utc (g_date_get_year (&day), (int) g_date_get_month (&day),
                                     g_date_get_day (&day), 0, 0, 0);
    }
  if (instant != NULL)
    {
      *out_time = g_date_time_to_unix (instant);
      again = veto_ctl_feed_dup_time (*out_time);
      if (g_str_has_prefix (again, text)) /* in the form of a feed, or the day of it */
        return TRUE;
    }
  /* Translators: %s is what somebody typed */
  veto_ctl_say (_ ("“%s” is no time. Write it like 2026-11-26 or 2026-11-26T12:00:00Z."), text);
  return FALSE;
}

gboolean
veto_ctl_feed_parse_number (const char *text, guint max, guint *out_number)
{
  guint64 number;

  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 1, max, &number, NULL))
    {
      *out_number = (guint) number;
      return TRUE;
    }
  /* Translators: %1$s is what somebody typed, %2$u the largest number that is allowed */
  veto_ctl_say (_ ("“%1$s” is no number from 1 to %2$u."), text != NULL ? text : "", max);
  return FALSE;
}
