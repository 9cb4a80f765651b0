/* The questions of a letter: to whom, from whom, about what, in which words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-form"

#include "veto-config.h"

#include "veto-letter-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-authority-box.h"
#include "veto-cards.h"
#include "veto-company-box.h"
#include "veto-draw.h"
#include "veto-focus.h"
#include "veto-letter-field.h"
#include "veto-letter-languages.h"
#include "veto-own-words.h"
#include "veto-radio-list.h"
#include "veto-terms-box.h"
#include "veto-typed-box.h"

#define MAX_WIDTH 460

struct _VetoLetterForm
{
  GtkWidget       parent_instance;
  VetoLetterWork *work;
  GtkWidget      *scroller;
  GtkBox         *box;
  GHashTable     *places;    /* what can be gone to: id to the widget that takes the focus */
  VetoRadioList  *regimes;   /* NULL where there is nothing to choose */
  VetoRadioList  *languages; /* as well */
  VetoOwnWords   *own_words;
};

G_DEFINE_FINAL_TYPE (VetoLetterForm, veto_letter_form, GTK_TYPE_WIDGET)

/* The letterhead and the account; everything else is what the letter is about. */
static gboolean
is_about_sender (const VetoField *field)
{
  static const char *const letterhead[] = { "name", "address", "email", "place", NULL };

  return field->kind == VETO_FIELD_ACCOUNT || g_strv_contains (letterhead, field->id);
}

/* A heading and a card below it. Returns: (transfer none): the card, for its parts */
static GtkWidget *
begin_part (VetoLetterForm *self, const char *heading)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "veto-form");
  gtk_box_append (self->box, veto_cards_heading_new (heading));
  gtk_box_append (self->box, card);
  return card;
}

static void
append (VetoLetterForm *self, GtkWidget *card, const char *id, GtkWidget *widget)
{
  gtk_widget_add_css_class (widget, "veto-fact");
  gtk_box_append (GTK_BOX (card), widget);
  g_hash_table_insert (self->places, g_strdup (id), widget);
}

/* A complaint is also about a company; where no words name one, nothing asks for it. */
static gboolean
names_company (VetoLetterKind *kind)
{
  guint                n_paragraphs;
  const VetoParagraph *paragraphs = veto_letter_kind_get_paragraphs (kind, &n_paragraphs);

  for (guint i = 0; i < n_paragraphs; i++)
    if (g_strv_contains (paragraphs[i].uses, VETO_DRAFT_CONTROLLER))
      return TRUE;
  return FALSE;
}

static void
append_recipient (VetoLetterForm *self)
{
  VetoLetterKind *kind = veto_letter_work_get_labels (self->work);
  gboolean        to_authority = veto_letter_kind_get_to (kind) == VETO_LETTER_TO_AUTHORITY;

  if (to_authority)
    append (self, begin_part (self, _ ("To")), VETO_DRAFT_AUTHORITY, veto_authority_box_new (self->work));
  if (!to_authority || names_company (kind))
    append (self, begin_part (self, to_authority ? _ ("About this company") : _ ("To")),
            VETO_DRAFT_CONTROLLER, veto_company_box_new (self->work));
}

static void
append_fields (VetoLetterForm *self, gboolean is_sender, const char *heading)
{
  guint            n_fields;
  const VetoField *fields = veto_letter_kind_get_fields (veto_letter_work_get_labels (self->work), &n_fields);
  GtkWidget       *card = NULL;

  for (guint i = 0; i < n_fields; i++)
    if (is_about_sender (&fields[i]) == is_sender)
      {
        if (card == NULL)
          card = begin_part (self, heading);
        append (self, card, fields[i].id, veto_letter_field_new (self->work, &fields[i]));
      }
}

static void
regime_cb (VetoLetterForm *self, const char *id)
{
  veto_letter_work_set_regime (self->work, id);
}

static void
language_cb (VetoLetterForm *self, const char *language)
{
  veto_letter_work_set_language (self->work, language);
}

static void
append_regimes (VetoLetterForm *self, GtkWidget *card)
{
  guint                   n_regimes;
  const VetoLetterRegime *regimes =
    veto_letter_kind_get_regimes (veto_letter_work_get_labels (self->work), &n_regimes);
  GtkWidget *list;

  if (n_regimes < 2)
    return;
  list = veto_radio_list_new (_ ("Where do you live?"), _ ("The letter names the law that applies there."));
  self->regimes = VETO_RADIO_LIST (list);
  for (guint i = 0; i < n_regimes; i++)
    {
      /* Translators: where a law applies, and its short name */
      g_autofree char *words = g_strdup_printf (_ ("%s (%s)"), regimes[i].name, regimes[i].law);
      veto_radio_list_add (self->regimes, regimes[i].id, words);
    }
  g_signal_connect_object (list, "chosen", G_CALLBACK (regime_cb), self, G_CONNECT_SWAPPED);
  append (self, card, "regime", list);
}

static void
append_languages (VetoLetterForm *self, GtkWidget *card)
{
  const char *kind = veto_saved_letter_get_kind (veto_letter_work_get_saved (self->work));
  g_auto(GStrv)
            codes = veto_letter_languages_list (veto_letter_work_get_services (self->work)->guidance, kind);
  GtkWidget *list;

  if (g_strv_length (codes) < 2)
    return;
  list = veto_radio_list_new (_ ("Language of the letter"), NULL);
  self->languages = VETO_RADIO_LIST (list);
  for (guint i = 0; codes[i] != NULL; i++)
    veto_radio_list_add (self->languages, codes[i], veto_letter_languages_get_name (codes[i]));
  g_signal_connect_object (list, "chosen", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);
  append (self, card, "language", list);
}

/* What may change elsewhere: with the recipient, or the country. */
static void
changed_cb (VetoLetterForm *self)
{
  if (self->regimes != NULL)
    veto_radio_list_select (self->regimes, veto_letter_get_regime (veto_letter_work_get_letter (self->work)));
  if (self->languages != NULL)
    veto_radio_list_select (self->languages, veto_letter_work_get_language (self->work));
}

/* What the legal terms mean: in the questions, and in the letter as it is when the form opens. */
static GtkWidget *
create_terms (VetoLetterForm *self)
{
  VetoServices    *services = veto_letter_work_get_services (self->work);
  VetoLetterKind  *labels = veto_letter_work_get_labels (self->work);
  GtkWidget       *widget = veto_terms_box_new (veto_guidance_get_set (services->guidance), NULL);
  VetoTermsBox    *terms = VETO_TERMS_BOX (widget);
  guint            n_fields;
  const VetoField *fields = veto_letter_kind_get_fields (labels, &n_fields);
  g_autoptr(GPtrArray) paragraphs = veto_letter_dup_paragraphs (veto_letter_work_get_letter (self->work));

  veto_terms_box_read (terms, veto_letter_kind_get_title (labels));
  for (guint i = 0; i < n_fields; i++)
    {
      veto_terms_box_read (terms, fields[i].label);
      for (guint k = 0; k < fields[i].n_choices; k++)
        veto_terms_box_read (terms, fields[i].choices[k].label);
    }
  for (guint i = 0; i < paragraphs->len; i++)
    veto_terms_box_read (terms, ((const VetoLetterParagraph *) paragraphs->pdata[i])->text);
  gtk_widget_set_margin_top (widget, 12);
  return widget;
}

static void
build (VetoLetterForm *self)
{
  GtkWidget *card, *words = veto_own_words_new (self->work);

  gtk_box_append (self->box, veto_cards_heading_new (
                               veto_letter_kind_get_title (veto_letter_work_get_labels (self->work))));
  append_recipient (self);
  append_fields (self, TRUE, _ ("From"));
  append_fields (self, FALSE, _ ("About"));
  card = begin_part (self, _ ("Law and language"));
  append_regimes (self, card);
  append_languages (self, card);
  if (gtk_widget_get_first_child (card) == NULL)
    {
      gtk_widget_set_visible (gtk_widget_get_prev_sibling (card), FALSE);
      gtk_widget_set_visible (card, FALSE);
    }
  self->own_words = VETO_OWN_WORDS (words);
  gtk_widget_set_margin_top (words, 18);
  gtk_box_append (self->box, words);
  gtk_box_append (self->box, create_terms (self));
}

/* The first thing that is missing, or else the first question. */
static gboolean
veto_letter_form_grab_focus (GtkWidget *widget)
{
  VetoLetterForm *self = VETO_LETTER_FORM (widget);
  g_auto(GStrv) ids = NULL;
  g_auto(GStrv) missing = veto_letter_work_dup_missing (self->work, &ids);

  if (missing[0] == NULL)
    return veto_focus_first (self->scroller);
  veto_letter_form_go_to (self, ids[0]);
  return TRUE;
}

/* Of the window: where the keyboard is */
static const char *const places[] = { "notify::focus-widget", "notify::is-active" };

/* Who goes on to the next question, or to another window, has finished something: it is kept now. */
static void
veto_letter_form_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (veto_letter_form_parent_class)->root (widget);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_signal_connect_object (gtk_widget_get_root (widget), places[i],
                             G_CALLBACK (veto_letter_work_save_pending), VETO_LETTER_FORM (widget)->work,
                             G_CONNECT_SWAPPED);
}

static void
veto_letter_form_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), veto_letter_work_save_pending,
                                        VETO_LETTER_FORM (widget)->work);
  GTK_WIDGET_CLASS (veto_letter_form_parent_class)->unroot (widget);
}

static void
veto_letter_form_dispose (GObject *object)
{
  VetoLetterForm *self = VETO_LETTER_FORM (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (veto_letter_form_parent_class)->dispose (object);
}

static void
veto_letter_form_finalize (GObject *object)
{
  g_hash_table_unref (VETO_LETTER_FORM (object)->places);

  G_OBJECT_CLASS (veto_letter_form_parent_class)->finalize (object);
}

static void
veto_letter_form_class_init (VetoLetterFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_letter_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_letter_form_finalize;
  veto_focus_set_lead (klass, veto_letter_form_grab_focus);
  GTK_WIDGET_CLASS (klass)->root = veto_letter_form_root;
  GTK_WIDGET_CLASS (klass)->unroot = veto_letter_form_unroot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_letter_form_init (VetoLetterForm *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->scroller = gtk_scrolled_window_new ();
  self->box = GTK_BOX (box);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), (int) (MAX_WIDTH * veto_draw_get_scale (clamp)));
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
veto_letter_form_new (VetoLetterWork *work)
{
  VetoLetterForm *self = g_object_new (VETO_TYPE_LETTER_FORM, NULL);

  self->work = g_object_ref (work);
  build (self);
  changed_cb (self);
  g_signal_connect_object (work, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
veto_letter_form_go_to (VetoLetterForm *self, const char *id)
{
  GtkWidget *place;

  g_return_if_fail (VETO_IS_LETTER_FORM (self));

  if (g_str_has_prefix (id, VETO_DRAFT_PARAGRAPH))
    {
      veto_own_words_edit (self->own_words, id + strlen (VETO_DRAFT_PARAGRAPH));
      return;
    }
  place = g_hash_table_lookup (self->places, id);
  if (place == NULL)
    return;
  gtk_widget_grab_focus (place);
  if (VETO_IS_TYPED_BOX (place))
    veto_typed_box_show_problem (VETO_TYPED_BOX (place));
}
