/* The introduction's question where somebody lives, and in which language their letters go out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-first-home"

#include "veto-first-home.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "veto-competence.h"
#include "veto-drop-down.h"
#include "veto-letter-languages.h"
#include "veto-radio-list.h"
#include "veto-wrap.h"

struct _VetoFirstHome
{
  VetoFirstPage parent_instance;
  VetoServices *services; /* the application's */
  VetoGuideSet *set;      /* whose countries and languages these are, also after newer guidance came */
  GtkDropDown  *countries;
  char         *language; /* nullable: code */
};

G_DEFINE_FINAL_TYPE (VetoFirstHome, veto_first_home, VETO_TYPE_FIRST_PAGE)

static void
changed_cb (VetoFirstHome *self)
{
  veto_first_page_set_complete (VETO_FIRST_PAGE (self),
                                gtk_drop_down_get_selected (self->countries) > 0 && self->language != NULL);
}

static void
language_chosen_cb (VetoFirstHome *self, const char *id)
{
  g_free (self->language);
  self->language = g_strdup (id);
  changed_cb (self);
}

/* (nullable): where the reader has set the system to; that is a guess, and it is kept only by who goes on with it */
static const VetoCountry *
guess_country (VetoGuideSet *set)
{
  const char      *locale = setlocale (LC_MONETARY, NULL);
  const char      *country = locale != NULL ? strchr (locale, '_') : NULL;
  g_autofree char *code = country != NULL ? g_strndup (country + 1, 2) : NULL;

  return code != NULL ? veto_country_find (set, code) : NULL;
}

/* The first entry is nothing, the last one any country that the guidance does not have. */
static GtkWidget *
create_countries (VetoFirstHome *self, const char *known)
{
  guint              n_countries;
  const VetoCountry *countries = veto_guide_set_get_countries (self->set, &n_countries);
  const VetoCountry *chosen = known != NULL ? veto_country_find (self->set, known)
                                            : guess_country (self->set);
  GtkStringList     *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Choose your country"));
  for (guint i = 0; i < n_countries; i++)
    gtk_string_list_append (names, countries[i].name);
  gtk_string_list_append (names, _ ("Another country"));
  self->countries = GTK_DROP_DOWN (veto_drop_down_new (_ ("Where do you live?")));
  gtk_drop_down_set_model (self->countries, G_LIST_MODEL (names));
  g_object_unref (names);
  gtk_drop_down_set_selected (self->countries, chosen != NULL  ? (guint) (chosen - countries) + 1
                                               : known != NULL ? n_countries + 1
                                                               : 0);
  g_signal_connect_object (self->countries, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->countries);
}

static GtkWidget *
create_languages (VetoFirstHome *self, const char *known)
{
  const char *const *codes = veto_guide_set_get_languages (self->set);
  GtkWidget         *list =
    veto_radio_list_new (_ ("Language of your letters"), _ ("You can choose another one in each letter."));

  for (guint i = 0; codes[i] != NULL; i++)
    veto_radio_list_add (VETO_RADIO_LIST (list), codes[i], veto_letter_languages_get_name (codes[i]));
  self->language = g_strdup (
    known != NULL && g_strv_contains (codes, known) ? known : veto_guide_set_get_language (self->set));
  veto_radio_list_select (VETO_RADIO_LIST (list), self->language);
  g_signal_connect_object (list, "chosen", G_CALLBACK (language_chosen_cb), self, G_CONNECT_SWAPPED);
  return list;
}

static gboolean
veto_first_home_apply (VetoFirstPage *page, GError **error)
{
  VetoFirstHome     *self = VETO_FIRST_HOME (page);
  guint              n_countries, index = gtk_drop_down_get_selected (self->countries);
  const VetoCountry *countries = veto_guide_set_get_countries (self->set, &n_countries);

  return veto_account_book_set_home (self->services->accounts,
                                     index > 0 && index <= n_countries ? countries[index - 1].code : NULL,
                                     self->language, error);
}

static void
veto_first_home_finalize (GObject *object)
{
  g_clear_object (&VETO_FIRST_HOME (object)->set);
  g_free (VETO_FIRST_HOME (object)->language);

  G_OBJECT_CLASS (veto_first_home_parent_class)->finalize (object);
}

static void
veto_first_home_class_init (VetoFirstHomeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_first_home_finalize;
  VETO_FIRST_PAGE_CLASS (klass)->apply = veto_first_home_apply;
}

static void
veto_first_home_init (VetoFirstHome *self)
{
  veto_first_page_set_words (VETO_FIRST_PAGE (self), _ ("Where do you live?"),
                             _ ("The law of your country counts, and its days off. The language is that of "
                                "your letters to companies."));
  veto_first_page_set_missing (VETO_FIRST_PAGE (self), _ ("Choose your country, or press “Skip”."));
}

GtkWidget *
veto_first_home_new (VetoServices *services)
{
  VetoFirstHome   *self = g_object_new (VETO_TYPE_FIRST_HOME, NULL);
  GtkBox          *box = veto_first_page_get_box (VETO_FIRST_PAGE (self));
  g_autofree char *country = NULL, *language = NULL;
  g_autoptr(GError) error = NULL;

  self->services = services;
  self->set = g_object_ref (veto_guidance_get_set (services->guidance));
  if (!veto_account_book_read_home (services->accounts, &country, &language, &error))
    g_debug ("not read: %s", error->message); /* then it is asked as if nothing was known */
  gtk_box_append (box, create_countries (self, country));
  gtk_box_append (box, create_languages (self, language));
  changed_cb (self);
  return GTK_WIDGET (self);
}
