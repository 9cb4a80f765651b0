/* A letter that somebody is writing. Each change is looked at as a whole, so that what is missing is always known.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter"

#include "veto-config.h"

#include "veto-letter-private.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"

enum { PROP_0, PROP_N_MISSING, PROP_COMPLETE, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoLetter, veto_letter, G_TYPE_OBJECT)

static const VetoRecipient *
get_recipient (VetoLetter *self)
{
  return veto_letter_kind_get_to (self->kind) == VETO_LETTER_TO_AUTHORITY ? self->authority
                                                                          : self->controller;
}

static void
change (VetoLetter *self)
{
  guint n_missing = self->missing->len;

  veto_letter_find_missing (self);
  if (n_missing != self->missing->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_MISSING]);
  if ((n_missing == 0) != (self->missing->len == 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
veto_letter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VetoLetter *self = VETO_LETTER (object);

  switch (id)
    {
    case PROP_N_MISSING:
      g_value_set_uint (value, self->missing->len);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->missing->len == 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_letter_finalize (GObject *object)
{
  VetoLetter *self = VETO_LETTER (object);

  g_clear_object (&self->kind);
  g_clear_object (&self->labels);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->own_texts, g_hash_table_unref);
  g_clear_pointer (&self->controller, veto_recipient_free);
  g_clear_pointer (&self->authority, veto_recipient_free);
  g_clear_pointer (&self->country, g_free);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  G_OBJECT_CLASS (veto_letter_parent_class)->finalize (object);
}

static void
veto_letter_class_init (VetoLetterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = veto_letter_get_property;
  object_class->finalize = veto_letter_finalize;
  properties[PROP_N_MISSING] =
    g_param_spec_uint ("n-missing", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPLETE] =
    g_param_spec_boolean ("complete", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
veto_letter_init (VetoLetter *self)
{
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->own_texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->missing = g_ptr_array_new ();
  veto_day_today (&self->day);
}

VetoLetter *
veto_letter_new (VetoLetterKind *kind, VetoLetterKind *labels)
{
  VetoLetter *self = g_object_new (VETO_TYPE_LETTER, NULL);
  guint       n_regimes;

  g_return_val_if_fail (VETO_IS_LETTER_KIND (kind), NULL);
  self->kind = g_object_ref (kind);
  self->labels = g_object_ref (labels != NULL ? labels : kind);
  self->regime = veto_letter_kind_get_regimes (kind, &n_regimes); /* there is at least one */
  veto_letter_find_missing (self);
  return self;
}

VetoLetterKind *
veto_letter_get_kind (VetoLetter *self)
{
  g_return_val_if_fail (VETO_IS_LETTER (self), NULL);
  return self->kind;
}

static gboolean set_unknown (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
set_unknown (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (VETO_LETTER_ERROR, VETO_LETTER_ERROR_UNKNOWN, format, arguments);
  va_end (arguments);
  return FALSE;
}

gboolean
veto_letter_set_regime (VetoLetter *self, const char *id, GError **error)
{
  const VetoLetterRegime *regime = veto_letter_kind_find_regime (self->kind, id);

  g_return_val_if_fail (VETO_IS_LETTER (self), FALSE);
  if (regime == NULL)
    /* Translators: %s is what was typed */
    return set_unknown (error, _ ("This letter cannot be written under a law called “%s”."), id);
  if (regime == self->regime)
    return TRUE;
  self->regime = regime;
  change (self);
  return TRUE;
}

const char *
veto_letter_get_regime (VetoLetter *self)
{
  g_return_val_if_fail (VETO_IS_LETTER (self), NULL);
  return self->regime->id;
}

void
veto_letter_set_country (VetoLetter *self, const char *code)
{
  char *before;

  g_return_if_fail (VETO_IS_LETTER (self));

  if (g_strcmp0 (self->country, code) == 0)
    return;
  before = self->country;
  self->country = g_strdup (code);
  g_free (before);
  change (self);
}

const char *
veto_letter_get_country (VetoLetter *self)
{
  g_return_val_if_fail (VETO_IS_LETTER (self), NULL);
  return self->country;
}

void
veto_letter_set_day (VetoLetter *self, const GDate *day)
{
  g_return_if_fail (VETO_IS_LETTER (self));
  g_return_if_fail (g_date_valid (day));

  self->has_own_day = TRUE;
  if (g_date_compare (day, &self->day) == 0)
    return;
  self->day = *day;
  change (self);
}

const GDate *
veto_letter_get_day (VetoLetter *self)
{
  g_return_val_if_fail (VETO_IS_LETTER (self), NULL);
  return &self->day;
}

/* @text: (transfer full) (nullable). Returns: whether it was another one before */
static gboolean
keep (GHashTable *table, const char *id, char *text)
{
  g_autofree char *kept = text;

  if (g_strcmp0 (g_hash_table_lookup (table, id), text) == 0)
    return FALSE;
  if (text == NULL)
    g_hash_table_remove (table, id);
  else
    g_hash_table_insert (table, g_strdup (id), g_steal_pointer (&kept));
  return TRUE;
}

gboolean
veto_letter_set_answer (VetoLetter *self, const char *field, const char *text, GError **error)
{
  const VetoField *asked = veto_letter_kind_find_field (self->labels, field);
  g_autofree char *kept = NULL;

  g_return_val_if_fail (VETO_IS_LETTER (self), FALSE);
  if (asked == NULL)
    /* Translators: %s is what was typed: the name of a question */
    return set_unknown (error, _ ("This letter has no question called “%s”."), field);
  kept = veto_answer_check (asked, text != NULL ? text : "", error);
  if (kept == NULL)
    return FALSE;
  if (keep (self->answers, field, *kept != '\0' ? g_steal_pointer (&kept) : NULL))
    change (self);
  return TRUE;
}

const char *
veto_letter_get_answer (VetoLetter *self, const char *field)
{
  g_return_val_if_fail (VETO_IS_LETTER (self), NULL);
  return g_hash_table_lookup (self->answers, field);
}

static void
set_recipient (VetoLetter *self, VetoRecipient **place, const VetoRecipient *recipient)
{
  g_clear_pointer (place, veto_recipient_free);
  if (recipient != NULL)
    *place = veto_recipient_copy (recipient);
  change (self);
}

void
veto_letter_set_controller (VetoLetter *self, const VetoRecipient *recipient)
{
  g_return_if_fail (VETO_IS_LETTER (self));
  set_recipient (self, &self->controller, recipient);
}

void
veto_letter_set_authority (VetoLetter *self, const VetoRecipient *recipient)
{
  g_return_if_fail (VETO_IS_LETTER (self));
  set_recipient (self, &self->authority, recipient);
}

const VetoRecipient *
veto_letter_get_recipient (VetoLetter *self)
{
  g_return_val_if_fail (VETO_IS_LETTER (self), NULL);
  return get_recipient (self);
}

const VetoRecipient *
veto_letter_get_party (VetoLetter *self, VetoLetterTo to)
{
  g_return_val_if_fail (VETO_IS_LETTER (self), NULL);
  return to == VETO_LETTER_TO_AUTHORITY ? self->authority : self->controller;
}

gboolean
veto_letter_set_own_text (VetoLetter *self, const char *paragraph, const char *text, GError **error)
{
  const VetoParagraph *described = veto_letter_kind_find_paragraph (self->kind, paragraph);
  g_autofree char     *kept = NULL;

  g_return_val_if_fail (VETO_IS_LETTER (self), FALSE);
  if (described == NULL)
    return set_unknown (error, _ ("This letter has no paragraph called “%s”."), paragraph);
  if (text != NULL && (kept = veto_answer_check_words (text, error)) == NULL)
    return FALSE;
  if (kept != NULL && described->kind != VETO_PARAGRAPH_TEXT)
    g_strdelimit (kept, "\n", ' ');
  if (kept != NULL && *kept == '\0' && described->kind == VETO_PARAGRAPH_SUBJECT)
    g_clear_pointer (&kept, g_free); /* a letter is about something */
  if (keep (self->own_texts, paragraph, g_steal_pointer (&kept)))
    change (self);
  return TRUE;
}

const char *
veto_letter_get_own_text (VetoLetter *self, const char *paragraph)
{
  g_return_val_if_fail (VETO_IS_LETTER (self), NULL);
  return g_hash_table_lookup (self->own_texts, paragraph);
}
