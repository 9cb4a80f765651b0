/* A drawn screen in words, for those who do not see it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-screen-words"

#include "veto-screen-words.h"

#include <glib/gi18n.h>

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

/* The how-manieth of its kind row @index is, from 1, and how many there are. */
static void
count_kind (const VetoScreen *screen, guint index, guint *number, guint *n_all)
{
  *number = *n_all = 0;
  for (guint i = 0; i < screen->n_rows; i++)
    if (screen->rows[i].kind == screen->rows[index].kind)
      {
        (*n_all)++;
        if (i <= index)
          (*number)++;
      }
}

static char *
dup_unnamed_target (VetoRowKind kind, guint number, guint n_all)
{
  switch (kind)
    {
    case VETO_ROW_ENTRY:
      return g_strdup_printf (_ ("Marked: entry %u of %u."), number, n_all);
    case VETO_ROW_CHOICE:
      return g_strdup_printf (_ ("Marked: choice %u of %u."), number, n_all);
    case VETO_ROW_FIELD:
    case VETO_ROW_AREA:
      return g_strdup_printf (_ ("Marked: field %u of %u."), number, n_all);
    case VETO_ROW_BUTTON:
      return g_strdup_printf (_ ("Marked: button %u of %u."), number, n_all);
    case VETO_ROW_TITLE:
    case VETO_ROW_TEXT:
    default:
      return g_strdup (_ ("Marked: some words."));
    }
}

static char *
dup_named_target (VetoRowKind kind, const char *name, guint number, guint n_all)
{
  switch (kind)
    {
    case VETO_ROW_ENTRY:
      /* Translators: for screen readers: the number of the entry, of how many, and its words */
      return g_strdup_printf (_ ("Marked: entry %u of %u, “%s”."), number, n_all, name);
    case VETO_ROW_CHOICE:
      /* Translators: for screen readers: the number of the choice, of how many, and its words */
      return g_strdup_printf (_ ("Marked: choice %u of %u, “%s”."), number, n_all, name);
    case VETO_ROW_FIELD:
      return g_strdup_printf (_ ("Marked: the field “%s”."), name);
    case VETO_ROW_AREA:
      return g_strdup_printf (_ ("Marked: the large field “%s”."), name);
    case VETO_ROW_BUTTON:
      return g_strdup_printf (_ ("Marked: the button “%s”."), name);
    case VETO_ROW_TITLE:
    case VETO_ROW_TEXT:
    default:
      return g_strdup_printf (_ ("Marked: the words “%s”."), name);
    }
}

static void
append_sentence (GString *words, const char *sentence)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, sentence);
}

static void
append_target (GString *words, const VetoScreen *screen, guint index, const char *value)
{
  const VetoScreenRow *row = &screen->rows[index];
  g_autofree char     *target = NULL, *shown = NULL;
  guint                number, n_all;

  count_kind (screen, index, &number, &n_all);
  target = row->text != NULL ? dup_named_target (row->kind, row->text, number, n_all)
                             : dup_unnamed_target (row->kind, number, n_all);
  append_sentence (words, target);

  if (value == NULL || *value == '\0' || (row->kind != VETO_ROW_FIELD && row->kind != VETO_ROW_AREA))
    return;

  /* Translators: for screen readers: what is typed into the field that is marked */
  shown = g_strdup_printf (_ ("“%s” stands in it."), value);
  append_sentence (words, shown);
}

char *
veto_screen_dup_words (const VetoScreen *screen, const char *value)
{
  GString         *words = g_string_new (NULL);
  g_autofree char *place = NULL;

  if (screen == NULL)
    return g_string_free (words, FALSE);

  place = dup_place (screen);
  append_sentence (words, place);
  for (guint i = 0; i < screen->n_rows; i++)
    if (screen->rows[i].target)
      append_target (words, screen, i, value);
  return g_string_free (words, FALSE);
}
