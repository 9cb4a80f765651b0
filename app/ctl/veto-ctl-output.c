/* What vetoctl says: results on the standard output, words for people on the standard error.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "veto-ctl-output.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "veto-ctl-command.h"
#include "veto-file.h"
#include "veto-text.h"

#define MAX_UTF8_BYTES 6
#define REPLACEMENT 0xFFFD

gboolean
veto_ctl_is_plain (gunichar c)
{
  char text[MAX_UTF8_BYTES + 1] = { 0 };

  if (c < 0x7F)
    return c >= 0x20 || c == '\n';
  g_unichar_to_utf8 (c, text);
  return veto_text_is_safe (text, NULL);
}

/* The language that the words on the screen are in, for g_str_to_ascii(): German "ä" becomes "ae" */
static const char *
get_language (void)
{
  const char *language = g_getenv ("LANGUAGE");
  return language != NULL && *language != '\0' ? language : setlocale (LC_MESSAGES, NULL);
}

char *
veto_ctl_dup_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GString) plain = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      g_string_append_unichar (plain, veto_ctl_is_plain (c) ? c : REPLACEMENT);
    }
  /* Another encoding may hold the same bytes for control characters. */
  return g_get_charset (NULL) ? g_string_free (g_steal_pointer (&plain), FALSE)
                              : g_str_to_ascii (plain->str, get_language ());
}

static gboolean
write_all (int fd, const char *data, gsize n_bytes)
{
  GPollFD ready = { fd, G_IO_OUT, 0 };

  while (n_bytes > 0)
    {
      gssize n_written = write (fd, data, n_bytes);

      if (n_written < 0 && errno == EAGAIN) /* a pipe or terminal that somebody made non-blocking */
        {
          g_poll (&ready, 1, -1);
          continue;
        }
      if (n_written < 0 && errno == EINTR)
        continue;
      if (n_written < 0)
        return FALSE;
      data += n_written;
      n_bytes -= (gsize) n_written;
    }
  return TRUE;
}

int
veto_ctl_print (const char *text)
{
  int errsv;

  /* Some file systems tell only here that the disk is full. */
  if (write_all (STDOUT_FILENO, text, strlen (text)) && close (STDOUT_FILENO) == 0)
    return VETO_CTL_DONE;

  errsv = errno;
  if (errsv == EPIPE)
    veto_ctl_say (
      _ ("The reader of the output closed it before everything was written. Read it to its end."));
  else
    veto_ctl_say (_ ("Not everything could be written to the standard output: %s. "
                     "Send it somewhere else, or make room there."),
                  g_strerror (errsv));
  return VETO_CTL_FAILED;
}

int
veto_ctl_print_line (const char *text)
{
  g_autofree char *plain = veto_ctl_dup_plain (text);
  g_autofree char *line = g_strconcat (plain, "\n", NULL);

  return veto_ctl_print (line);
}

int
veto_ctl_write_file (const char *path, GBytes *bytes)
{
  g_autoptr(GError) error = NULL;

  if (veto_file_write_whole (path, bytes, &error))
    return VETO_CTL_DONE;
  /* Translators: %s says which file could not be written, and why */
  veto_ctl_say (_ ("%s. Name another file, or make room there."), error->message);
  return VETO_CTL_FAILED;
}

/* There is nobody left to tell when this fails. */
static void
write_error_line (const char *start, const char *text)
{
  g_autofree char *flat = g_strdelimit (g_strdup (text), "\n", ' ');
  g_autofree char *plain = veto_ctl_dup_plain (flat);
  g_autofree char *line = g_strconcat (start, plain, "\n", NULL);

  write_all (STDERR_FILENO, line, strlen (line));
}

void
veto_ctl_say (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  write_error_line ("vetoctl: ", text);
}

void
veto_ctl_say_complaints (const char *folder, char **complaints)
{
  guint n_complaints = g_strv_length (complaints);

  for (guint i = 0; i < n_complaints; i++)
    {
      g_autofree char *line = g_build_filename (folder, complaints[i], NULL);
      write_error_line ("", line);
    }
  /* Translators: %u is how many things are wrong in guidance, %s the folder it is in */
  veto_ctl_say (ngettext ("%u complaint about %s. Put it right, then try again.",
                          "%u complaints about %s. Put them right, then try again.", n_complaints),
                n_complaints, folder);
}
