/* What a person answers to the questions of a letter, and what is wrong with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter"

#include "veto-config.h"

#include "veto-answer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "veto-day.h"
#include "veto-email.h"
#include "veto-text.h"

#define MAX_LINE_CHARACTERS 200
#define MAX_LINK_BYTES 2048
#define SHOWN 60 /* characters of what is wrong */

G_DEFINE_QUARK (veto-letter-error-quark, veto_letter_error);

/* What each kind may have */
typedef struct
{
  guint max_lines;
  glong max_line_characters;
} Limits;

static const Limits limits[VETO_FIELD_N_KINDS] = {
  [VETO_FIELD_NAME] = { 1, MAX_LINE_CHARACTERS },
  [VETO_FIELD_ADDRESS] = { 6, MAX_LINE_CHARACTERS },
  [VETO_FIELD_EMAIL] = { 1, MAX_LINE_CHARACTERS },
  [VETO_FIELD_ACCOUNT] = { 20, MAX_LINE_CHARACTERS },
  [VETO_FIELD_PLACE] = { 1, MAX_LINE_CHARACTERS },
  [VETO_FIELD_REFERENCE] = { 1, MAX_LINE_CHARACTERS },
  [VETO_FIELD_LINE] = { 1, MAX_LINE_CHARACTERS },
  [VETO_FIELD_DAY] = { 1, MAX_LINE_CHARACTERS },
  [VETO_FIELD_LINKS] = { 50, MAX_LINK_BYTES },
  [VETO_FIELD_TEXT] = { 200, VETO_ANSWER_MAX_CHARACTERS },
  [VETO_FIELD_CHOICES] = { 100, MAX_LINE_CHARACTERS },
};

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (VETO_LETTER_ERROR, VETO_LETTER_ERROR_VALUE, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* One way to end a line, no tabs, nothing at the ends. */
static char *
tidy (const char *text)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (*at == '\r')
      g_string_append (out, at[1] == '\n' ? "" : "\n");
    else
      g_string_append_c (out, *at == '\t' ? ' ' : *at);
  return g_strstrip (g_string_free (g_steal_pointer (&out), FALSE));
}

/* The first character that must not stand in a letter, or 0 */
static gunichar
find_bad_character (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      char one[8] = { 0 };

      g_unichar_to_utf8 (g_utf8_get_char (at), one);
      if (!veto_text_is_safe (one, NULL))
        return g_utf8_get_char (at);
    }
  return 0;
}

static gboolean
check_characters (const char *text, GError **error)
{
  gunichar bad;

  if (!g_utf8_validate (text, -1, NULL))
    return refuse (error, _ ("This is damaged: it is not text in UTF-8. Please type it again."));
  if (g_utf8_strlen (text, -1) > VETO_ANSWER_MAX_CHARACTERS)
    return refuse (error, _ ("This is too long: at most %d characters fit here."),
                   VETO_ANSWER_MAX_CHARACTERS);
  bad = find_bad_character (text);
  if (bad != 0)
    /* Translators: %04X is the code of a character, such as U+202E */
    return refuse (error,
                   _ ("There is a sign in it that cannot be printed (U+%04X). Please delete it, or type the "
                      "text again."),
                   bad);
  if (!veto_text_is_safe (text, NULL))
    return refuse (error, _ ("There are too many accents on one letter. Please type the text again."));
  return TRUE;
}

static gboolean
check_lines (const Limits *limit, char **lines, GError **error)
{
  guint n_lines = g_strv_length (lines);

  if (n_lines > limit->max_lines && limit->max_lines == 1)
    return refuse (error, _ ("Only one line fits here."));
  if (n_lines > limit->max_lines)
    return refuse (error, ngettext ("Only %u line fits here.", "Only %u lines fit here.", limit->max_lines),
                   limit->max_lines);
  for (guint i = 0; i < n_lines; i++)
    if (g_utf8_strlen (lines[i], -1) > limit->max_line_characters)
      return refuse (error, _ ("A line is too long: at most %ld characters fit in it."),
                     limit->max_line_characters);
  return TRUE;
}

static gboolean
check_email (const char *text, GError **error)
{
  if (veto_email_is_address (text))
    return TRUE;
  return refuse (error, _ ("This is not an e-mail address. It looks like erika@example.org."));
}

static gboolean
check_day (const char *text, GError **error)
{
  GDate day;

  if (veto_day_parse (text, &day))
    return TRUE;
  return refuse (error, _ ("This is not a day. Write it like 2026-11-26: year, month, day."));
}

/* It is printed, not opened; but a reader at the company has to get there. */
static gboolean
is_link (const char *text)
{
  const char *host = g_str_has_prefix (text, "https://")  ? text + strlen ("https://")
                     : g_str_has_prefix (text, "http://") ? text + strlen ("http://")
                                                          : NULL;
  gsize       n_bytes = host != NULL ? strcspn (host, "/?#") : 0;

  return n_bytes > 0 && strlen (text) <= MAX_LINK_BYTES && memchr (host, '.', n_bytes) != NULL
         && !g_regex_match_simple ("[\\s\"<>\\\\]", text, 0, 0);
}

static gboolean
check_links (char **lines, GError **error)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *start =
        g_utf8_substring (g_strstrip (lines[i]), 0, MIN (g_utf8_strlen (lines[i], -1), SHOWN));

      if (*lines[i] != '\0' && !is_link (lines[i]))
        return refuse (error,
                       _ ("“%s” is not the address of a page. Copy it from the browser: it begins with "
                          "https://. Each address stands on a line of its own."),
                       start);
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): the ids in the order of the field, each once */
static char *
check_choices (const VetoField *field, const char *text, GError **error)
{
  g_auto(GStrv) ids = g_strsplit_set (text, ",\n", -1);
  g_autoptr(GString) kept = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    if (*g_strstrip (ids[i]) != '\0' && veto_field_find_choice (field, ids[i]) == NULL)
      {
        g_set_error (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_UNKNOWN,
                     /* Translators: %1$s is what was typed, %2$s the question it should answer */
                     _ ("There is no answer “%1$s” to “%2$s”."), ids[i], field->label);
        return NULL;
      }
  for (guint i = 0; i < field->n_choices; i++)
    if (g_strv_contains ((const char *const *) ids, field->choices[i].id))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? "," : "", field->choices[i].id);
  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/* Without empty lines: an address or a list has none. */
static char *
join_lines (char **lines)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", lines[i]);
  return g_string_free (out, FALSE);
}

static char *
check_kind (const VetoField *field, char *text, char **lines, GError **error)
{
  switch (field->kind)
    {
    case VETO_FIELD_EMAIL:
      return check_email (text, error) ? g_strdup (text) : NULL;
    case VETO_FIELD_DAY:
      return check_day (text, error) ? g_strdup (text) : NULL;
    case VETO_FIELD_LINKS:
      return check_links (lines, error) ? join_lines (lines) : NULL;
    case VETO_FIELD_CHOICES:
      return check_choices (field, text, error);
    case VETO_FIELD_ADDRESS:
    case VETO_FIELD_ACCOUNT:
      return join_lines (lines);
    case VETO_FIELD_NAME:
    case VETO_FIELD_PLACE:
    case VETO_FIELD_REFERENCE:
    case VETO_FIELD_LINE:
    case VETO_FIELD_TEXT:
    default:
      return g_strdup (text);
    }
}

char *
veto_answer_check (const VetoField *field, const char *text, GError **error)
{
  g_autofree char *kept = NULL;
  g_auto(GStrv) lines = NULL;

  g_return_val_if_fail (field != NULL && text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    {
      check_characters (text, error);
      return NULL;
    }
  kept = tidy (text);
  if (*kept == '\0')
    return g_steal_pointer (&kept);
  lines = g_strsplit (kept, "\n", -1);
  if ((field->kind != VETO_FIELD_LINKS && !check_characters (kept, error))
      || !check_lines (&limits[field->kind], lines, error))
    return NULL;
  for (guint i = 0; field->kind == VETO_FIELD_LINKS && lines[i] != NULL; i++)
    if (!check_characters (lines[i], error))
      return NULL;
  return check_kind (field, kept, lines, error);
}

char *
veto_answer_check_words (const char *text, GError **error)
{
  static const VetoField words = { .id = "own-words", .kind = VETO_FIELD_TEXT, .label = "" };

  return veto_answer_check (&words, text, error);
}
