/* The drawn screen of a step.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include "veto-json.h"
#include "veto-readers.h"

#define MAX_ROWS 32

static const struct
{
  const char    *name;
  VetoScreenKind kind;
} screens[] = {
  { "page", VETO_SCREEN_PAGE },
  { "phone", VETO_SCREEN_PHONE },
};

static const struct
{
  const char *name;
  VetoRowKind kind;
} rows[] = {
  { "title", VETO_ROW_TITLE },   { "text", VETO_ROW_TEXT },     { "entry", VETO_ROW_ENTRY },
  { "field", VETO_ROW_FIELD },   { "area", VETO_ROW_AREA },     { "choice", VETO_ROW_CHOICE },
  { "switch", VETO_ROW_SWITCH }, { "button", VETO_ROW_BUTTON },
};

static VetoScreenKind
read_kind (VetoReader *reader, const VetoJson *object)
{
  const char *text = veto_reader_get_text (reader, object, "kind");

  for (gsize i = 0; i < G_N_ELEMENTS (screens) && text != NULL; i++)
    if (g_str_equal (text, screens[i].name))
      return screens[i].kind;
  if (text != NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "kind", "no such kind of screen: %s", text);
  return VETO_SCREEN_PAGE;
}

/* "field", or "field*" for the row to touch */
static gboolean
parse_row (const char *text, VetoScreenRow *row)
{
  gsize n_bytes = strlen (text);

  row->target = g_str_has_suffix (text, "*");
  n_bytes -= row->target ? 1 : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strlen (rows[i].name) == n_bytes && strncmp (rows[i].name, text, n_bytes) == 0)
      {
        row->kind = rows[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* What to type is words as well: it may differ from language to language. Most rows have none, and those keep the revision
 * of their step. */
static const char *
read_typed (VetoReader *reader, guint index, GPtrArray *english)
{
  g_autofree char *field = g_strdup_printf (".screen.%u.typed", index);
  const char      *words, *text = veto_reader_get_words (reader, field, VETO_WORDS_LINE, &words);

  if (words != NULL)
    g_ptr_array_add (english, (gpointer) words);
  return text;
}

static void
read_row (VetoReader *reader, const VetoJson *list, guint index, VetoScreenRow *row, GPtrArray *english)
{
  GError          *error = NULL;
  const char      *text = veto_json_get_element_text (list, reader->where->str, index, &error), *words;
  g_autofree char *field = g_strdup_printf (".screen.%u", index);
  gsize            mark = veto_reader_enter_element (reader, index);

  if (text == NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "expected text");
  else if (!parse_row (text, row))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "no such kind of row: %s", text);
  g_clear_error (&error);
  row->text =
    veto_reader_get_words (reader, field,
                           VETO_WORDS_UNTRIED | (row->kind == VETO_ROW_TITLE ? VETO_WORDS_REQUIRED : 0),
                           &words);
  g_ptr_array_add (english, (gpointer) words);
  if (row->target && (row->kind == VETO_ROW_FIELD || row->kind == VETO_ROW_AREA))
    row->typed = read_typed (reader, index, english);
  veto_reader_leave (reader, mark);
}

static void
read_rows (VetoReader *reader, const VetoJson *object, VetoScreen *screen, GPtrArray *english)
{
  const VetoJson *list = veto_reader_get_list (reader, object, "rows");
  guint           n = list != NULL ? list->n_items : 0, n_targets = 0;
  VetoScreenRow  *all;
  gsize           mark = veto_reader_enter (reader, "rows");

  if (list != NULL && (n == 0 || n > MAX_ROWS))
    veto_reader_complain (reader, n == 0 ? VETO_GUIDANCE_ERROR_MALFORMED : VETO_GUIDANCE_ERROR_TOO_BIG, NULL,
                          "expected 1 to %d rows", MAX_ROWS);
  else if (list != NULL)
    {
      all = veto_pool_new_array (reader->pool, VetoScreenRow, n);
      for (guint i = 0; i < n; i++)
        {
          read_row (reader, list, i, &all[i], english);
          n_targets += all[i].target;
        }
      screen->rows = all;
      screen->n_rows = n;
      if (n_targets > 1)
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, NULL,
                              "more than one row is marked with *");
    }
  veto_reader_leave (reader, mark);
}

const VetoScreen *
veto_read_screen (VetoReader *reader, const VetoJson *step, GPtrArray *english)
{
  static const char *const members[] = { "kind", "rows", NULL };
  VetoScreen              *screen;
  const VetoJson          *object;
  gsize                    mark;

  if (!veto_json_has (step, "screen"))
    return NULL;
  object = veto_reader_get_object (reader, step, "screen");
  if (object == NULL)
    return NULL;

  screen = veto_pool_new_array (reader->pool, VetoScreen, 1);
  mark = veto_reader_enter (reader, "screen");
  veto_reader_check_members (reader, object, members, NULL);
  screen->kind = read_kind (reader, object);
  read_rows (reader, object, screen, english);
  veto_reader_leave (reader, mark);
  return screen;
}
