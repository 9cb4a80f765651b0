/* A drawn screen in words, for those who do not see it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-screen-words"

#include "veto-config.h"

#include "veto-screen-words.h"

#include <glib/gi18n.h>

#define N_ORDINALS 8

static const struct
{
  VetoRowKind kind;
  const char *context;
  const char *words[N_ORDINALS];
} ordinals[] = {
  { VETO_ROW_ENTRY,
    "entry",
    { NC_ ("entry", "first"), NC_ ("entry", "second"), NC_ ("entry", "third"), NC_ ("entry", "fourth"),
      NC_ ("entry", "fifth"), NC_ ("entry", "sixth"), NC_ ("entry", "seventh"), NC_ ("entry", "eighth") } },
  { VETO_ROW_FIELD,
    "field",
    { NC_ ("field", "first"), NC_ ("field", "second"), NC_ ("field", "third"), NC_ ("field", "fourth"),
      NC_ ("field", "fifth"), NC_ ("field", "sixth"), NC_ ("field", "seventh"), NC_ ("field", "eighth") } },
  { VETO_ROW_CHOICE,
    "choice",
    { NC_ ("choice", "first"), NC_ ("choice", "second"), NC_ ("choice", "third"), NC_ ("choice", "fourth"),
      NC_ ("choice", "fifth"), NC_ ("choice", "sixth"), NC_ ("choice", "seventh"),
      NC_ ("choice", "eighth") } },
  { VETO_ROW_BUTTON,
    "button",
    { NC_ ("button", "first"), NC_ ("button", "second"), NC_ ("button", "third"), NC_ ("button", "fourth"),
      NC_ ("button", "fifth"), NC_ ("button", "sixth"), NC_ ("button", "seventh"),
      NC_ ("button", "eighth") } },
};

static char *
dup_place (const VetoScreen *screen)
{
  const char *title = NULL;

  for (guint i = 0; i < screen->n_rows && title == NULL; i++)
    if (screen->rows[i].kind == VETO_ROW_TITLE)
      title = screen->rows[i].text;

  if (screen->kind == VETO_SCREEN_PHONE && title != NULL)
    /* Translators: for screen readers, of a drawing; %s is the title of the screen */
    return g_strdup_printf (_ ("Picture: the screen “%s” on a phone."), title);
  if (screen->kind == VETO_SCREEN_PHONE)
    return g_strdup (_ ("Picture: the screen of a phone."));
  if (title != NULL)
    /* Translators: for screen readers, of a drawing; %s is the title of the page */
    return g_strdup_printf (_ ("Picture: the page “%s”."), title);
  return g_strdup (_ ("Picture: a page in the browser."));
}

/* Returns: (nullable): "third", where row @index is one of several of its kind */
static const char *
get_ordinal (const VetoScreen *screen, guint index)
{
  guint number = 0, n_all = 0;

  for (guint i = 0; i < screen->n_rows; i++)
    if (screen->rows[i].kind == screen->rows[index].kind)
      {
        n_all++;
        number += i < index ? 1 : 0;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (ordinals) && n_all > 1 && number < N_ORDINALS; i++)
    if (ordinals[i].kind == screen->rows[index].kind)
      return g_dpgettext2 (GETTEXT_PACKAGE, ordinals[i].context, ordinals[i].words[number]);
  return NULL;
}

/* What to do with row @index where there are several of its kind. Returns: (nullable): a sentence */
static char *
dup_counted (const VetoScreen *screen, guint index)
{
  const char *nth = get_ordinal (screen, index), *name = screen->rows[index].text;

  if (nth == NULL)
    return NULL;
  switch (screen->rows[index].kind)
    {
    case VETO_ROW_ENTRY:
      /* Translators: of a picture; %s is "third", from the list of such words for an entry, and then its words */
      return name != NULL ? g_strdup_printf (_ ("Choose the %s entry, “%s”."), nth, name)
                          : g_strdup_printf (_ ("Choose the %s entry."), nth);
    case VETO_ROW_FIELD:
      /* Translators: of a picture; %s is "third", from the list of such words for a field, and then its name */
      return name != NULL ? g_strdup_printf (_ ("Fill in the %s field, “%s”."), nth, name)
                          : g_strdup_printf (_ ("Fill in the %s field."), nth);
    case VETO_ROW_CHOICE:
      /* Translators: of a picture; %s is "third", from the list of such words for a choice, and then its words */
      return name != NULL ? g_strdup_printf (_ ("Take the %s choice, “%s”."), nth, name)
                          : g_strdup_printf (_ ("Take the %s choice."), nth);
    case VETO_ROW_BUTTON:
    default:
      /* Translators: of a picture; %s is "third", from the list of such words for a button, and then its words */
      return name != NULL ? g_strdup_printf (_ ("Press the %s button, “%s”."), nth, name)
                          : g_strdup_printf (_ ("Press the %s button."), nth);
    }
}

static char *
dup_unnamed (VetoRowKind kind)
{
  switch (kind)
    {
    case VETO_ROW_ENTRY:
      return g_strdup (_ ("Choose the entry."));
    case VETO_ROW_CHOICE:
      return g_strdup (_ ("Take the choice."));
    case VETO_ROW_FIELD:
      return g_strdup (_ ("Fill in the field."));
    case VETO_ROW_AREA:
      return g_strdup (_ ("Write into the large field."));
    case VETO_ROW_SWITCH:
      return g_strdup (_ ("Look for the switch."));
    case VETO_ROW_BUTTON:
      return g_strdup (_ ("Press the button."));
    case VETO_ROW_TITLE:
    case VETO_ROW_TEXT:
    default:
      return g_strdup (_ ("Read the words that are marked."));
    }
}

static char *
dup_named (VetoRowKind kind, const char *name)
{
  switch (kind)
    {
    case VETO_ROW_ENTRY:
      return g_strdup_printf (_ ("Choose the entry “%s”."), name);
    case VETO_ROW_CHOICE:
      return g_strdup_printf (_ ("Take the choice “%s”."), name);
    case VETO_ROW_FIELD:
      return g_strdup_printf (_ ("Fill in the field “%s”."), name);
    case VETO_ROW_AREA:
      return g_strdup_printf (_ ("Write into the large field “%s”."), name);
    case VETO_ROW_SWITCH:
      return g_strdup_printf (_ ("Look for the switch “%s”."), name);
    case VETO_ROW_BUTTON:
      return g_strdup_printf (_ ("Press the button “%s”."), name);
    case VETO_ROW_TITLE:
    case VETO_ROW_TEXT:
    default:
      return g_strdup_printf (_ ("Look for the words “%s”."), name);
    }
}

/* One of the things that a picture shows. Returns: (nullable): nothing where only unread words stand */
static char *
dup_thing (const VetoScreenRow *row)
{
  const char *name = row->text;

  switch (row->kind)
    {
    case VETO_ROW_ENTRY:
      return name != NULL ? g_strdup_printf (_ ("the entry “%s”"), name) : g_strdup (_ ("an entry"));
    case VETO_ROW_CHOICE:
      return name != NULL ? g_strdup_printf (_ ("the choice “%s”"), name) : g_strdup (_ ("a choice"));
    case VETO_ROW_FIELD:
      return name != NULL ? g_strdup_printf (_ ("the field “%s”"), name) : g_strdup (_ ("a field"));
    case VETO_ROW_AREA:
      return name != NULL ? g_strdup_printf (_ ("the large field “%s”"), name)
                          : g_strdup (_ ("a large field"));
    case VETO_ROW_SWITCH:
      return name != NULL ? g_strdup_printf (_ ("the switch “%s”"), name) : g_strdup (_ ("a switch"));
    case VETO_ROW_BUTTON:
      return name != NULL ? g_strdup_printf (_ ("the button “%s”"), name) : g_strdup (_ ("a button"));
    case VETO_ROW_TITLE:
      return NULL; /* said already */
    case VETO_ROW_TEXT:
    default:
      return name != NULL ? g_strdup_printf (_ ("the words “%s”"), name) : NULL;
    }
}

static void
append_sentence (GString *words, const char *sentence)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, sentence);
}

/* Where nothing is to be touched, what is there is what one looks for. */
static void
append_things (GString *words, const VetoScreen *screen)
{
  g_autoptr(GPtrArray) things = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL, *sentence = NULL;

  for (guint i = 0; i < screen->n_rows; i++)
    {
      char *thing = dup_thing (&screen->rows[i]);

      if (thing != NULL)
        g_ptr_array_add (things, thing);
    }
  if (things->len == 0)
    return;
  g_ptr_array_add (things, NULL);
  list = g_strjoinv (", ", (char **) things->pdata);
  /* Translators: of a picture; %s is a list of things, such as "a field, the button “Send”" */
  sentence = g_strdup_printf (_ ("It shows: %s."), list);
  append_sentence (words, sentence);
}

static void
append_target (GString *words, const VetoScreen *screen, guint index, const char *value)
{
  const VetoScreenRow *row = &screen->rows[index];
  g_autofree char     *target = dup_counted (screen, index), *shown = NULL;

  if (target == NULL)
    target = row->text != NULL ? dup_named (row->kind, row->text) : dup_unnamed (row->kind);
  append_sentence (words, target);
  if (row->kind != VETO_ROW_FIELD && row->kind != VETO_ROW_AREA)
    return;

  if (value != NULL && *value != '\0')
    /* Translators: for screen readers: what is typed into the field that is marked */
    shown = g_strdup_printf (_ ("“%s” stands in it."), value);
  else if (row->typed != NULL)
    /* Translators: for screen readers: what the person should type into the field that is marked */
    shown = g_strdup_printf (_ ("Type “%s” into it."), row->typed);
  if (shown != NULL)
    append_sentence (words, shown);
}

char *
veto_screen_dup_words (const VetoScreen *screen, const char *value)
{
  GString         *words = g_string_new (NULL);
  g_autofree char *place = NULL;
  gboolean         is_marked = FALSE;

  if (screen == NULL)
    return g_string_free (words, FALSE);

  place = dup_place (screen);
  append_sentence (words, place);
  for (guint i = 0; i < screen->n_rows; i++)
    if (screen->rows[i].target)
      {
        append_target (words, screen, i, value);
        is_marked = TRUE;
      }
  if (!is_marked)
    append_things (words, screen);
  return g_string_free (words, FALSE);
}
