/* The paragraphs of a letter: their conditions, placeholders and words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include <string.h>

#include "veto-json.h"
#include "veto-letter-readers.h"

#define MAX_PARAGRAPHS 100
#define MAX_USES 20
#define REGIME "regime."

static const struct
{
  const char       *name;
  VetoParagraphKind kind;
} kinds[] = {
  { "text", VETO_PARAGRAPH_TEXT },           { "subject", VETO_PARAGRAPH_SUBJECT },
  { "heading", VETO_PARAGRAPH_HEADING },     { "item", VETO_PARAGRAPH_ITEM },
  { "enclosure", VETO_PARAGRAPH_ENCLOSURE },
};

static void
read_kind (VetoReader *reader, const VetoJson *object, VetoParagraph *paragraph)
{
  const char *name = veto_reader_get_optional_text (reader, object, "as");

  for (gsize i = 0; i < G_N_ELEMENTS (kinds) && name != NULL; i++)
    if (g_str_equal (name, kinds[i].name))
      {
        paragraph->kind = kinds[i].kind;
        return;
      }
  if (name != NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "as", "no such kind of paragraph: %s", name);
}

/* What is wrong with a name of a condition, or %NULL. */
static const char *
check_name (const VetoLetterContent *content, const char *name)
{
  const char      *dot = strchr (name, '.');
  g_autofree char *first = g_strndup (name, dot != NULL ? (gsize) (dot - name) : strlen (name));
  const VetoField *field;

  if (g_str_has_prefix (name, REGIME))
    {
      for (guint i = 0; i < content->n_regimes; i++)
        if (g_str_equal (content->regimes[i].id, name + strlen (REGIME)))
          return NULL;
      return "the letter has no such regime";
    }
  field = veto_letter_content_find_field (content, first);
  if (field == NULL)
    return "the letter has no such field";
  if (dot != NULL && veto_field_find_choice (field, dot + 1) == NULL)
    return "the field has no such choice";
  return NULL;
}

static void
read_when (VetoReader              *reader,
           const VetoJson          *object,
           VetoParagraph           *paragraph,
           const VetoLetterContent *content)
{
  const char        *text = veto_reader_get_optional_text (reader, object, "when"), *why = NULL;
  const char *const *names;
  guint              place;

  if (text == NULL)
    return;
  paragraph->when = veto_when_parse (reader->pool, text, &place, &why);
  if (paragraph->when == NULL)
    {
      veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "when", "at %u: %s", place, why);
      return;
    }
  names = veto_when_get_names (paragraph->when);
  for (guint i = 0; names[i] != NULL; i++)
    if ((why = check_name (content, names[i])) != NULL)
      {
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "when", "%s: %s", why, names[i]);
        paragraph->when = NULL; /* what compares truths needs names that mean something */
        return;
      }
}

static const char *
check_use (VetoReader *reader, const char *text)
{
  return *text != '\0' ? NULL : "no name";
}

/* A month after the receipt is a day that nobody knows when the letter is written. */
static void
read_uses (VetoReader              *reader,
           const VetoJson          *object,
           VetoParagraph           *paragraph,
           const VetoLetterContent *content)
{
  static const char *const nothing[] = { NULL };

  paragraph->uses = nothing;
  if (veto_json_has (object, "uses"))
    paragraph->uses =
      veto_reader_read_texts (reader, object, "uses", 0, MAX_USES, VETO_GUIDANCE_ERROR_MALFORMED, check_use);
  for (guint i = 0; paragraph->uses[i] != NULL; i++)
    {
      const char *name = paragraph->uses[i];

      if (!g_strv_contains (veto_letter_values, name)
          && veto_letter_content_find_field (content, name) == NULL)
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "uses",
                              "neither a field of this letter nor another placeholder: %s", name);
      if (g_str_equal (name, "reply_day") && content->reply_days == 0)
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "uses",
                              "reply_day is known only where \"reply\" has days");
    }
}

static void
read_paragraph (VetoReader *reader, const VetoJson *node, gpointer entry, gpointer data)
{
  static const char *const members[] = { "id", "as", "when", "uses", NULL };
  const VetoJson          *object = node;
  VetoLetterContent       *content = data;
  VetoParagraph           *paragraph = entry;
  g_autofree char         *path = g_strconcat ("letters/", content->id, "/", paragraph->id, NULL);
  VetoWordRules            rules;

  veto_reader_check_members (reader, object, members, NULL);
  read_kind (reader, object, paragraph);
  read_when (reader, object, paragraph, content);
  read_uses (reader, object, paragraph, content);
  rules = VETO_WORDS_REQUIRED | (paragraph->kind != VETO_PARAGRAPH_TEXT ? VETO_WORDS_LINE : 0);
  paragraph->text = veto_read_letter_words (reader, path, ".text", rules, paragraph->uses);
}

void
veto_read_paragraphs (VetoReader *reader, const VetoJson *letter, VetoLetterContent *content)
{
  static const VetoEntries kind = { 1, MAX_PARAGRAPHS, sizeof (VetoParagraph), read_paragraph };

  content->paragraphs =
    veto_reader_read_entries (reader, letter, "paragraphs", &kind, content, &content->n_paragraphs);
}
