/* Words that no translation can change, in a run in which each translated text stands in brackets.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "gallery-faults.h"
#include "scene.h"

typedef struct
{
  GPtrArray *known;
  GPtrArray *faults;
} Search;

/* (transfer full) (nullable): what stands outside of brackets; %NULL where one does not end: something was cut off the text,
 * and nothing says so */
static char *
take_translated_out (const char *text)
{
  GString *rest = g_string_new (NULL);
  guint    depth = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == ']' && depth-- == 0)
        break;
      if (*c == '[')
        depth++;
      else if (depth == 0)
        g_string_append_c (rest, *c == ']' ? ' ' : *c);
    }
  return g_string_free (rest, depth != 0 && strstr (text, "…") == NULL);
}

static gboolean
has_letter (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (g_unichar_isalpha (g_utf8_get_char (word)))
      return TRUE;
  return FALSE;
}

/* Numbers with their signs, addresses of all kinds, names of files and places on the disk, keys */
static gboolean
needs_no_translation (const char *word)
{
  const char *point = strpbrk (word, ".@/");

  return !has_letter (word) || strpbrk (word, "0123456789@/+") != NULL
         || (point != NULL && point != word && has_letter (point));
}

/* (transfer full) (nullable): the first word that should have been translated */
static char *
find_bare_word (const char *text, GPtrArray *known)
{
  g_autofree char *rest = take_translated_out (text);
  g_auto(GStrv) words = NULL;

  if (rest == NULL)
    return g_strdup ("[");
  for (guint i = 0; i < known->len; i++)
    {
      g_auto(GStrv) parts = g_strsplit (rest, known->pdata[i], -1);

      g_free (rest);
      rest = g_strjoinv (" ", parts);
    }
  words = g_regex_split_simple ("[\\s\\x{a0}]+", rest, 0, 0);
  for (guint i = 0; words[i] != NULL; i++)
    if (!needs_no_translation (words[i]))
      return g_strdup (words[i]);
  return NULL;
}

static void
check_text (Search *search, GtkWidget *widget, const char *what, const char *text)
{
  g_autofree char *word = text != NULL ? find_bare_word (text, search->known) : NULL;

  if (word != NULL)
    g_ptr_array_add (search->faults, g_strdup_printf ("not translated: “%s” in the %s of a %s: %.200s", word,
                                                      what, G_OBJECT_TYPE_NAME (widget), text));
}

static void
check_heard (Search *search, GtkWidget *widget, GtkAccessibleProperty property, const char *what)
{
  g_autofree char *heard = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), property))
    return;
  heard = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "");
  check_text (search, widget, what, heard);
}

/* What GTK brings along speaks the languages that GTK speaks: the buttons of a window, the icons in a field. */
static gboolean
is_of_toolkit (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL
         || (GTK_IS_IMAGE (widget) && GTK_IS_EDITABLE (gtk_widget_get_parent (widget)));
}

static void
check_widget (GtkWidget *widget, gpointer data)
{
  if (is_of_toolkit (widget))
    return;
  if (GTK_IS_LABEL (widget)) /* its name is its text */
    check_text (data, widget, "text", gtk_label_get_text (GTK_LABEL (widget)));
  else
    check_heard (data, widget, GTK_ACCESSIBLE_PROPERTY_LABEL, "name");
  check_text (data, widget, "tooltip", gtk_widget_get_tooltip_text (widget));
  check_heard (data, widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "description");
}

void
gallery_find_untranslated (GtkWidget *root, GPtrArray *known, GPtrArray *faults)
{
  Search search = { known, faults };

  scene_for_each (root, check_widget, &search);
  if (GTK_IS_WINDOW (root))
    check_text (&search, root, "title", gtk_window_get_title (GTK_WINDOW (root)));
}
