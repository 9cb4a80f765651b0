/* What a letter still needs before it can be sent.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter"

#include "veto-config.h"

#include "veto-letter-private.h"

#include <glib/gi18n-lib.h>

static void
find_missing_answers (VetoLetter *self, GPtrArray *missing)
{
  guint            n_fields;
  const VetoField *fields = veto_letter_kind_get_fields (self->kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].required && !g_hash_table_contains (self->answers, fields[i].id))
      veto_letter_add_missing (missing, fields[i].id);
}

/* Where one of several answers is enough, the first of the questions stands for all. */
static void
find_missing_any (VetoLetter *self, GPtrArray *missing)
{
  const char *const *ids = veto_letter_kind_get_any_of (self->kind);

  if (ids == NULL)
    return;
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_hash_table_contains (self->answers, ids[i]))
      return;
  veto_letter_add_missing (missing, ids[0]);
}

static void
find_missing_placeholders (VetoLetter *self, GPtrArray *missing)
{
  guint                n_paragraphs;
  const VetoParagraph *paragraphs = veto_letter_kind_get_paragraphs (self->kind, &n_paragraphs);

  for (guint i = 0; i < n_paragraphs; i++)
    if (veto_letter_shows (self, &paragraphs[i])
        && !g_hash_table_contains (self->own_texts, paragraphs[i].id))
      g_free (veto_letter_fill (self, &paragraphs[i], missing));
}

void
veto_letter_find_missing (VetoLetter *self)
{
  const VetoRecipient *recipient = veto_letter_get_recipient (self);

  g_ptr_array_set_size (self->missing, 0);
  if (recipient == NULL || !veto_recipient_has_address (recipient))
    veto_letter_add_missing (self->missing, veto_letter_kind_get_to (self->kind) == VETO_LETTER_TO_AUTHORITY
                                              ? VETO_MISSING_AUTHORITY
                                              : VETO_MISSING_CONTROLLER);
  find_missing_answers (self, self->missing);
  find_missing_any (self, self->missing);
  find_missing_placeholders (self, self->missing);
}

/* Returns: (transfer full): "Your account or Where the content is" */
static char *
dup_any_label (VetoLetter *self, const char *const *ids)
{
  char *label = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const VetoField *field = veto_letter_kind_find_field (self->labels, ids[i]);
      g_autofree char *before = label;

      label = before == NULL ? g_strdup (field->label)
                             /* Translators: two questions, one of which has to be answered */
                             : g_strdup_printf (_ ("“%1$s” or “%2$s”"), before, field->label);
    }
  return label;
}

char *
veto_letter_dup_missing_label (VetoLetter *self, const char *id)
{
  const VetoField   *field;
  const char *const *any_of;

  g_return_val_if_fail (VETO_IS_LETTER (self) && id != NULL, NULL);

  field = veto_letter_kind_find_field (self->labels, id);
  any_of = veto_letter_kind_get_any_of (self->labels);
  if (any_of != NULL && g_str_equal (any_of[0], id))
    return dup_any_label (self, any_of);
  if (field != NULL)
    return g_strdup (field->label);
  return g_strdup (g_str_equal (id, VETO_MISSING_AUTHORITY) ? _ ("The address of the authority")
                                                            : _ ("The address of the company"));
}

char **
veto_letter_dup_missing (VetoLetter *self)
{
  char **labels;

  g_return_val_if_fail (VETO_IS_LETTER (self), NULL);
  labels = g_new0 (char *, self->missing->len + 1);
  for (guint i = 0; i < self->missing->len; i++)
    labels[i] = veto_letter_dup_missing_label (self, self->missing->pdata[i]);
  return labels;
}

gboolean
veto_letter_is_missing (VetoLetter *self, const char *field)
{
  g_return_val_if_fail (VETO_IS_LETTER (self), FALSE);
  return g_ptr_array_find_with_equal_func (self->missing, field, g_str_equal, NULL);
}

guint
veto_letter_get_n_missing (VetoLetter *self)
{
  g_return_val_if_fail (VETO_IS_LETTER (self), 0);
  return self->missing->len;
}

gboolean
veto_letter_is_complete (VetoLetter *self)
{
  g_return_val_if_fail (VETO_IS_LETTER (self), FALSE);
  return self->missing->len == 0;
}
