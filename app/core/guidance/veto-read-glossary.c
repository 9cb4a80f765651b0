/* The glossary: what legal terms mean, and how they are written in texts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include <string.h>

#include "veto-json.h"
#include "veto-readers.h"

#define MAX_TERMS 500
#define MAX_FORMS 64
#define MIN_FORM_CHARACTERS 2 /* a single letter would stand in every text */

const char *
veto_reader_check_form (const char *form)
{
  const char *star = strchr (form, '*');

  if (!g_unichar_isalnum (g_utf8_get_char (form)))
    return "a form begins with a letter or a digit";
  if (star != NULL && star[1] != '\0')
    return "a star stands at the end of a form";
  if (g_utf8_strlen (form, star != NULL ? star - form : -1) < MIN_FORM_CHARACTERS)
    return "a form of one letter";
  return g_str_has_suffix (form, " ") ? "a space at the end of a form" : NULL;
}

/* One form a line. Returns: (transfer none): NULL-terminated, in the pool */
static const char *const *
read_forms (VetoReader *reader, const char *member)
{
  const char *text = veto_reader_get_words (reader, member, VETO_WORDS_REQUIRED, NULL);
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", MAX_FORMS + 1);
  guint        n = g_strv_length (lines);
  const char **forms = veto_pool_alloc (reader->pool, n + 1, sizeof *forms);

  if (n > MAX_FORMS)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_TOO_BIG, "forms", "at most %d forms", MAX_FORMS);
  for (guint i = 0; i < n; i++)
    {
      const char *why = veto_reader_check_form (lines[i]);

      if (why != NULL)
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "forms", "%s: %s", why, lines[i]);
      forms[i] = veto_pool_take_text (reader->pool, g_strdup (lines[i]));
    }
  return forms;
}

static void
read_term (VetoReader *reader, const VetoJson *node, gpointer entry, gpointer data)
{
  static const char *const members[] = { "id", "certainty", "as_of", "sources", NULL };
  VetoTerm                *term = entry;
  gsize                    key = veto_reader_enter_key (reader, "glossary/", term->id);

  veto_reader_check_members (reader, node, members, NULL);
  term->name = veto_reader_get_words (reader, ".name", VETO_WORDS_REQUIRED | VETO_WORDS_LINE, NULL);
  term->text =
    veto_reader_get_words (reader, ".text",
                           VETO_WORDS_REQUIRED | VETO_WORDS_BODY | VETO_WORDS_LINE | VETO_WORDS_UNTRIED,
                           NULL);
  term->forms = read_forms (reader, ".forms");
  veto_read_evidence (reader, node, TRUE, &term->evidence);
  veto_reader_leave_key (reader, key);
}

const VetoTerm *
veto_read_glossary (VetoReader *reader, const VetoJson *bundle, guint *out_n)
{
  static const VetoEntries kind = { 0, MAX_TERMS, sizeof (VetoTerm), read_term };
  const VetoJson          *list;
  VetoTerm                *terms;

  *out_n = 0;
  if (!veto_json_has (bundle, "glossary"))
    return NULL; /* guidance of before there was one */
  reader->has_glossary = TRUE;
  veto_reader_enter_document (reader, "guidance.json");
  list = veto_reader_get_list (reader, bundle, "glossary");
  if (list == NULL)
    return NULL;
  veto_read_enter_part (reader, "glossary");
  terms = veto_pool_alloc (reader->pool, list->n_items, sizeof *terms);
  if (veto_reader_read_into (reader, list, &kind, terms, NULL))
    *out_n = list->n_items;
  return terms;
}
