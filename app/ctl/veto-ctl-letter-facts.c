/* The answers for a letter, from the command line and from a file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "veto-ctl-letter.h"
#include "veto-ctl-output.h"
#include "veto-json.h"

/* What a line of the person's own says beside the question that it is about */
static gboolean
set_answer (VetoLetter *letter, const char *field, const char *text)
{
  g_autoptr(GError) error = NULL;

  if (veto_letter_set_answer (letter, field, text, &error))
    return TRUE;
  if (g_error_matches (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_VALUE))
    veto_ctl_say ("%s: %s", field, error->message);
  else
    /* Translators: %s is a sentence that says what is wrong */
    veto_ctl_say (_ ("%s See “vetoctl letters”."), error->message);
  return FALSE;
}

/* A text, or a list of texts, which are lines of one answer. Returns: (transfer full) (nullable) */
static char *
dup_fact (const VetoJson *fact)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (fact->kind == VETO_JSON_TEXT)
    return g_strdup (fact->text);
  if (fact->kind != VETO_JSON_LIST)
    return NULL;
  for (guint i = 0; i < fact->n_items; i++)
    {
      if (fact->items[i].kind != VETO_JSON_TEXT)
        return NULL;
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", fact->items[i].text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
set_facts (VetoLetter *letter, const VetoJson *facts, const char *path)
{
  for (guint i = 0; i < facts->n_items; i++)
    {
      const char      *field = facts->items[i].name;
      g_autofree char *text = dup_fact (&facts->items[i]);

      if (text == NULL)
        {
          /* Translators: %1$s is a file, %2$s the name of an answer in it */
          veto_ctl_say (_ ("%1$s: %2$s is neither a text nor a list of texts. Put that right, then try "
                           "again."),
                        path, field);
          return FALSE;
        }
      if (!set_answer (letter, field, text))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_facts (VetoLetter *letter, const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoJsonDocument) document = NULL;
  const VetoJson  *root;
  g_autofree char *text = NULL;
  gsize            n_bytes;

  if (!g_file_get_contents (path, &text, &n_bytes, &error))
    {
      veto_ctl_say (_ ("The answers could not be read (%s). Name a file that you may read."), error->message);
      return FALSE;
    }
  document = veto_json_parse (text, n_bytes, path, &veto_json_limits, &error);
  root = document != NULL ? veto_json_document_get_root (document) : NULL;
  if (root == NULL || root->kind != VETO_JSON_OBJECT)
    {
      veto_ctl_say (_ ("%s is no file of answers. It looks like { \"name\": \"Erika Muster\" }."),
                    root == NULL ? error->message : path);
      return FALSE;
    }
  return set_facts (letter, root, path);
}

/* The same field more than once gives the lines of one answer. Returns: (transfer full) */
static char *
join_settings (const VetoCtl *ctl, const char *field)
{
  GString *text = g_string_new (NULL);
  gsize    n_bytes = strlen (field);

  for (guint i = 0; i < ctl->settings->len; i += 2)
    {
      const char *value = ctl->settings->pdata[i + 1];

      if (g_str_equal (ctl->settings->pdata[i], "--set") && strncmp (value, field, n_bytes) == 0
          && value[n_bytes] == '=')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", value + n_bytes + 1);
    }
  return g_string_free (text, FALSE);
}

gboolean
veto_ctl_answer_letter (const VetoCtl *ctl, VetoLetter *letter)
{
  const char *facts = veto_ctl_get_setting (ctl, "--facts");

  if (facts != NULL && !read_facts (letter, facts))
    return FALSE;
  for (guint i = 0; i < ctl->settings->len; i += 2)
    {
      const char      *value = ctl->settings->pdata[i + 1];
      const char      *equals = strchr (value, '=');
      g_autofree char *field = NULL;
      g_autofree char *text = NULL;

      if (!g_str_equal (ctl->settings->pdata[i], "--set"))
        continue;
      if (equals == NULL)
        {
          veto_ctl_say (_ ("--set needs a question and an answer, such as --set name=\"Erika Muster\"."));
          return FALSE;
        }
      field = g_strndup (value, (gsize) (equals - value));
      text = join_settings (ctl, field);
      if (!set_answer (letter, field, text))
        return FALSE;
    }
  return TRUE;
}
