/* One kind of letter, from its object to its GObject.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include <string.h>

#include "veto-json.h"
#include "veto-letter-readers.h"
#include "veto-text.h"

#define MAX_FIELDS 40
#define MAX_CHOICES 30
#define MAX_ANY_OF 6
#define MAX_REPLY_MONTHS 12
#define MAX_REPLY_DAYS 366
#define MAX_ARTICLE_BYTES 20
#define LINE (VETO_WORDS_REQUIRED | VETO_WORDS_LINE)

/* Ids that begin the keys of other words */
static const char *const reserved[] = { "choices", "fields", "months", "regimes", NULL };
static const char *const nothing[] = { NULL };

const char *
veto_read_letter_words (VetoReader        *reader,
                        const char        *path,
                        const char        *field,
                        VetoWordRules      rules,
                        const char *const *uses)
{
  g_autofree char *key = g_strdup (reader->key->str);
  const char      *words;

  g_string_assign (reader->key, path);
  words = veto_reader_get_template (reader, field, rules, uses != NULL ? uses : nothing);
  g_string_assign (reader->key, key);
  return words;
}

/* The same with a path that is put together */
static const char *
get_words (VetoReader *reader, const char *field, VetoWordRules rules, const char *format, ...)
{
  g_autofree char *path = NULL;
  va_list          arguments;

  va_start (arguments, format);
  path = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return veto_read_letter_words (reader, path, field, rules, NULL);
}

static void
read_common_words (VetoReader *reader, VetoLetterWords *words)
{
  static const char *const day[] = { "number", "month", "year", NULL };
  static const char *const page[] = { "page", "pages", NULL };
  static const char *const place_day[] = { "place", "day", NULL };

  words->salutation = get_words (reader, ".salutation", LINE, "letters");
  words->closing = get_words (reader, ".closing", LINE, "letters");
  words->enclosures = get_words (reader, ".enclosures", LINE, "letters");
  words->blank_controller = get_words (reader, ".controller-blank", LINE, "letters");
  words->blank_authority = get_words (reader, ".authority-blank", LINE, "letters");
  words->day = veto_read_letter_words (reader, "letters", ".day", LINE, day);
  words->page = veto_read_letter_words (reader, "letters", ".page", LINE, page);
  words->place_day = veto_read_letter_words (reader, "letters", ".place-day", LINE, place_day);
  for (guint i = 0; i < G_N_ELEMENTS (words->months); i++)
    words->months[i] = get_words (reader, ".name", LINE, "letters/months/%u", i + 1);
}

static void
read_regime (VetoReader *reader, const VetoJson *object, const VetoRegime *law, VetoLetterRegime *regime)
{
  const char *article = veto_reader_get_text (reader, object, law->id);

  veto_reader_use (reader, VETO_IDS_REGIMES, law->id);
  if (article != NULL && (*article == '\0' || strlen (article) > MAX_ARTICLE_BYTES))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, law->id, "expected an article, such as 21");
  regime->id = law->id;
  regime->name = law->name;
  regime->article = article;
  regime->law = get_words (reader, ".law", LINE, "letters/regimes/%s", law->id);
}

static void
check_regimes (VetoReader *reader, const VetoJson *object)
{
  for (guint i = 0; i < object->n_items; i++)
    if (!g_hash_table_contains (reader->ids[VETO_IDS_REGIMES], object->items[i].name))
      veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, object->items[i].name,
                            "no such id in regimes: %s", object->items[i].name);
  if (object->n_items == 0)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "at least 1 must be there");
}

/* In a bundle, members are in the order of their names: that of all regimes is taken. */
static void
read_regimes (VetoReader *reader, const VetoJson *letter, VetoLetterContent *content)
{
  const VetoJson   *object = veto_reader_get_object (reader, letter, "regimes");
  gsize             mark = veto_reader_enter (reader, "regimes");
  VetoLetterRegime *regimes = veto_pool_new_array (reader->pool, VetoLetterRegime, reader->regimes->len);

  content->regimes = regimes;
  if (object != NULL)
    check_regimes (reader, object);
  for (guint i = 0; object != NULL && i < reader->regimes->len; i++)
    {
      const VetoRegime *law = reader->regimes->pdata[i];

      if (veto_json_find (object, law->id) != NULL)
        read_regime (reader, object, law, &regimes[content->n_regimes++]);
    }
  veto_reader_leave (reader, mark);
}

static const char *
check_id (VetoReader *reader, const char *text)
{
  return veto_text_is_id (text) ? NULL : "expected an id, small letters, digits and -";
}

static void
read_choices (VetoReader *reader, const VetoJson *object, VetoField *field)
{
  const char *const *ids =
    veto_reader_read_texts (reader, object, "of", 1, MAX_CHOICES, VETO_GUIDANCE_ERROR_MALFORMED, check_id);
  VetoChoice *choices =
    veto_pool_new_array (reader->pool, VetoChoice, (gsize) g_strv_length ((char **) ids) + 1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      choices[i].id = ids[i];
      choices[i].label = get_words (reader, ".label", LINE, "letters/choices/%s/%s", field->id, ids[i]);
    }
  field->choices = choices;
  field->n_choices = g_strv_length ((char **) ids);
}

static gboolean
read_field_kind (VetoReader *reader, const VetoJson *object, VetoField *field)
{
  const char *name = veto_reader_get_text (reader, object, "kind");

  for (guint kind = 0; kind < VETO_FIELD_N_KINDS && name != NULL; kind++)
    if (g_str_equal (name, veto_field_kind_get_name (kind)))
      {
        field->kind = kind;
        return TRUE;
      }
  if (name != NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "kind", "no such kind: %s", name);
  return FALSE;
}

static void
read_field (VetoReader *reader, const VetoJson *node, gpointer entry, gpointer data)
{
  static const char *const members[] = { "id", "kind", "required", NULL };
  static const char *const of[] = { "of", NULL };
  static const char *const words[] = { "and", "or", "not", "regime", NULL };
  const VetoJson          *object = node;
  VetoField               *field = entry;
  gboolean                 known = read_field_kind (reader, object, field);

  veto_reader_check_members (reader, object, members, known && field->kind == VETO_FIELD_CHOICES ? of : NULL);
  if (g_strv_contains (words, field->id) || g_strv_contains (veto_letter_values, field->id))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "id", "%s means something else in letters",
                          field->id);
  field->required = veto_reader_get_boolean (reader, object, "required");
  field->label = get_words (reader, ".label", LINE, "letters/fields/%s", field->id);
  field->hint = get_words (reader, ".hint", 0, "letters/fields/%s", field->id);
  field->blank = get_words (reader, ".blank", LINE, "letters/fields/%s", field->id);
  if (known && field->kind == VETO_FIELD_CHOICES)
    read_choices (reader, object, field);
}

/* The sentences of ticked statements, where a paragraph has a place for them */
static void
read_sentences (VetoReader *reader, VetoField *field)
{
  VetoChoice *choices = (VetoChoice *) field->choices; /* this reader made them */

  for (guint i = 0; i < field->n_choices; i++)
    choices[i].text = get_words (reader, ".text", LINE, "letters/choices/%s/%s", field->id, choices[i].id);
}

static void
read_used_sentences (VetoReader *reader, const VetoLetterContent *content)
{
  for (guint i = 0; i < content->n_fields; i++)
    if (content->fields[i].kind == VETO_FIELD_CHOICES)
      for (guint k = 0; k < content->n_paragraphs; k++)
        if (content->paragraphs[k].uses != NULL
            && g_strv_contains (content->paragraphs[k].uses, content->fields[i].id))
          {
            read_sentences (reader, &content->fields[i]);
            break;
          }
}

static void
read_reply (VetoReader *reader, const VetoJson *letter, VetoLetterContent *content)
{
  static const char *const members[] = { "months", "days", NULL };
  const VetoJson          *reply = veto_reader_get_object (reader, letter, "reply");
  gsize                    mark = veto_reader_enter (reader, "reply");
  gint64                   months = 0, days = 0;

  if (reply != NULL)
    {
      veto_reader_check_members (reader, reply, members, NULL);
      if (veto_json_has (reply, "months") == veto_json_has (reply, "days"))
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "expected \"months\" or \"days\"");
      else if (veto_json_has (reply, "months"))
        veto_reader_get_number (reader, reply, "months", 1, MAX_REPLY_MONTHS, &months);
      else
        veto_reader_get_number (reader, reply, "days", 1, MAX_REPLY_DAYS, &days);
    }
  content->reply_months = (guint) months;
  content->reply_days = (guint) days;
  veto_reader_leave (reader, mark);
}

static void
read_head (VetoReader *reader, const VetoJson *object, VetoLetterContent *content)
{
  static const char *const goals[] = {
    "object",   "object-third-party", "access", "erasure",    "restriction",
    "reminder", "complaint",          "answer", "withdrawal", NULL
  };
  const char *to = veto_reader_get_text (reader, object, "to");

  content->goal = veto_reader_get_text (reader, object, "goal");
  if (content->goal != NULL && !g_strv_contains (goals, content->goal))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "goal", "no such goal: %s", content->goal);
  content->to = g_strcmp0 (to, "authority") == 0 ? VETO_LETTER_TO_AUTHORITY : VETO_LETTER_TO_CONTROLLER;
  if (to != NULL && content->to == VETO_LETTER_TO_CONTROLLER && !g_str_equal (to, "controller"))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "to", "expected controller or authority");
  read_reply (reader, object, content);
  content->sources =
    (const VetoSource *const *) veto_reader_read_references (reader, object, "sources", 1, VETO_IDS_SOURCES);
  content->title =
    get_words (reader, ".title", VETO_WORDS_REQUIRED | VETO_WORDS_TITLE, "letters/%s", content->id);
  content->summary = get_words (reader, ".summary", VETO_WORDS_REQUIRED, "letters/%s", content->id);
}

/* The questions of which one is enough; each is asked by this letter. */
static void
read_any_of (VetoReader *reader, const VetoJson *letter, VetoLetterContent *content)
{
  if (!veto_json_has (letter, "any_of"))
    return;
  content->any_of =
    veto_reader_read_texts (reader, letter, "any_of", 2, MAX_ANY_OF, VETO_GUIDANCE_ERROR_MALFORMED, check_id);
  for (guint i = 0; content->any_of[i] != NULL; i++)
    {
      const VetoField *field = veto_letter_content_find_field (content, content->any_of[i]);

      if (field == NULL || field->required)
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "any_of", "%s: %s", content->any_of[i],
                              field == NULL ? "no such field" : "is required anyway");
    }
}

static void
read_content (VetoReader *reader, const VetoJson *object, VetoLetterContent *content)
{
  static const VetoEntries kind = { 1, MAX_FIELDS, sizeof (VetoField), read_field };

  read_common_words (reader, &content->words);
  read_head (reader, object, content);
  read_regimes (reader, object, content);
  content->fields = veto_reader_read_entries (reader, object, "fields", &kind, content, &content->n_fields);
  read_any_of (reader, object, content);
  veto_read_paragraphs (reader, object, content);
  read_used_sentences (reader, content);
  veto_check_letter (reader, content);
}

/* Half of a letter in one language and half in another helps nobody: where a word is missing, all of it is English. */
static void
read_in_one_language (VetoReader *reader, const VetoJson *object, VetoLetterContent *content)
{
  const VetoJson *local = reader->local;
  const char     *id = content->id;

  reader->n_not_local = 0;
  content->language = local != NULL ? reader->language : "en";
  read_content (reader, object, content);
  if (local == NULL || reader->n_not_local == 0)
    return;
  *content = (VetoLetterContent){ .id = id, .language = "en" };
  reader->local = NULL;
  read_content (reader, object, content);
  reader->local = local;
}

VetoLetterKind *
veto_read_letter (VetoReader *reader, const VetoJson *node)
{
  static const char *const members[] = { "format",  "id",     "goal",   "regimes",    "to", "reply",
                                         "sources", "fields", "any_of", "paragraphs", NULL };
  VetoLetterContent       *content;
  const VetoJson          *object;

  if (node->kind != VETO_JSON_OBJECT)
    {
      veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "expected an object");
      return NULL;
    }
  object = node;
  content = veto_pool_new_array (reader->pool, VetoLetterContent, 1);
  if (!veto_reader_check_format (reader, object)
      || (content->id = veto_reader_get_id (reader, object, "id")) == NULL)
    return NULL;
  if (g_strv_contains (reserved, content->id))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "id",
                          "the keys of other words begin with %s", content->id);
  veto_reader_check_members (reader, object, members, NULL);
  read_in_one_language (reader, object, content);
  return veto_letter_kind_new (reader->pool, content);
}
