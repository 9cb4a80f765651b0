/* One kind of letter. Immutable: what it says lives in the pool of its bundle.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-kind"

#include "veto-letter-kind.h"

#include "veto-letter-content.h"

struct _VetoLetterKind
{
  GObject                  parent_instance;
  VetoPool                *pool;
  const VetoLetterContent *content; /* in the pool */
};

enum { PROP_0, PROP_ID, PROP_TITLE, PROP_SUMMARY, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VetoLetterKind, veto_letter_kind, G_TYPE_OBJECT)

const char *const veto_letter_values[] = { "controller", "authority", "day", "reply_day",
                                           "law",        "article",   NULL };

static const char *const kind_names[VETO_FIELD_N_KINDS] = {
  [VETO_FIELD_NAME] = "name",       [VETO_FIELD_ADDRESS] = "address", [VETO_FIELD_EMAIL] = "email",
  [VETO_FIELD_ACCOUNT] = "account", [VETO_FIELD_PLACE] = "place",     [VETO_FIELD_REFERENCE] = "reference",
  [VETO_FIELD_LINE] = "line",       [VETO_FIELD_DAY] = "day",         [VETO_FIELD_LINKS] = "links",
  [VETO_FIELD_TEXT] = "text",       [VETO_FIELD_CHOICES] = "choices",
};

static void
veto_letter_kind_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const VetoLetterContent *content = VETO_LETTER_KIND (object)->content;

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, content->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, content->title);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, content->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_letter_kind_finalize (GObject *object)
{
  g_clear_pointer (&VETO_LETTER_KIND (object)->pool, veto_pool_unref);
  G_OBJECT_CLASS (veto_letter_kind_parent_class)->finalize (object);
}

static void
veto_letter_kind_class_init (VetoLetterKindClass *klass)
{
  static const char *const names[] = { NULL, "id", "title", "summary" };
  GObjectClass            *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = veto_letter_kind_get_property;
  object_class->finalize = veto_letter_kind_finalize;
  for (guint i = PROP_ID; i < N_PROPS; i++)
    properties[i] =
      g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
veto_letter_kind_init (VetoLetterKind *self)
{
}

VetoLetterKind *
veto_letter_kind_new (VetoPool *pool, const VetoLetterContent *content)
{
  VetoLetterKind *self = g_object_new (VETO_TYPE_LETTER_KIND, NULL);

  self->pool = veto_pool_ref (pool);
  self->content = content;
  return self;
}

const char *
veto_letter_kind_get_id (VetoLetterKind *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), NULL);
  return self->content->id;
}

const char *
veto_letter_kind_get_goal (VetoLetterKind *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), NULL);
  return self->content->goal;
}

const char *
veto_letter_kind_get_language (VetoLetterKind *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), NULL);
  return self->content->language;
}

const char *
veto_letter_kind_get_title (VetoLetterKind *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), NULL);
  return self->content->title;
}

const char *
veto_letter_kind_get_summary (VetoLetterKind *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), NULL);
  return self->content->summary;
}

VetoLetterTo
veto_letter_kind_get_to (VetoLetterKind *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), VETO_LETTER_TO_CONTROLLER);
  return self->content->to;
}

guint
veto_letter_kind_get_reply_months (VetoLetterKind *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), 0);
  return self->content->reply_months;
}

guint
veto_letter_kind_get_reply_days (VetoLetterKind *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), 0);
  return self->content->reply_days;
}

const VetoLetterRegime *
veto_letter_kind_get_regimes (VetoLetterKind *self, guint *out_n)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), NULL);
  *out_n = self->content->n_regimes;
  return self->content->regimes;
}

const VetoField *
veto_letter_kind_get_fields (VetoLetterKind *self, guint *out_n)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), NULL);
  *out_n = self->content->n_fields;
  return self->content->fields;
}

const char *const *
veto_letter_kind_get_any_of (VetoLetterKind *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), NULL);
  return self->content->any_of;
}

const VetoParagraph *
veto_letter_kind_get_paragraphs (VetoLetterKind *self, guint *out_n)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), NULL);
  *out_n = self->content->n_paragraphs;
  return self->content->paragraphs;
}

const VetoLetterWords *
veto_letter_kind_get_words (VetoLetterKind *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), NULL);
  return &self->content->words;
}

const VetoSource *const *
veto_letter_kind_get_sources (VetoLetterKind *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), NULL);
  return self->content->sources;
}

VetoField *
veto_letter_content_find_field (const VetoLetterContent *self, const char *id)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (g_str_equal (self->fields[i].id, id))
      return &self->fields[i];
  return NULL;
}

const VetoField *
veto_letter_kind_find_field (VetoLetterKind *self, const char *id)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), NULL);
  return veto_letter_content_find_field (self->content, id);
}

const VetoParagraph *
veto_letter_kind_find_paragraph (VetoLetterKind *self, const char *id)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), NULL);

  for (guint i = 0; i < self->content->n_paragraphs; i++)
    if (g_str_equal (self->content->paragraphs[i].id, id))
      return &self->content->paragraphs[i];
  return NULL;
}

const VetoLetterRegime *
veto_letter_kind_find_regime (VetoLetterKind *self, const char *id)
{
  g_return_val_if_fail (VETO_IS_LETTER_KIND (self), NULL);

  for (guint i = 0; i < self->content->n_regimes; i++)
    if (g_str_equal (self->content->regimes[i].id, id))
      return &self->content->regimes[i];
  return NULL;
}

const VetoChoice *
veto_field_find_choice (const VetoField *field, const char *id)
{
  for (guint i = 0; i < field->n_choices; i++)
    if (g_str_equal (field->choices[i].id, id))
      return &field->choices[i];
  return NULL;
}

const char *
veto_field_kind_get_name (VetoFieldKind kind)
{
  g_return_val_if_fail (kind < VETO_FIELD_N_KINDS, NULL);
  return kind_names[kind];
}
