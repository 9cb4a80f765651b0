/* What is known about a platform: other ways, what an objection does and does not do, each with its source.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-platform-facts"

#include "veto-platform-facts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-evidence.h"
#include "veto-terms-box.h"
#include "veto-wrap.h"

/* As many as can be read in a minute; the rest is a click away. */
#define FIRST_FACTS 6

struct _VetoPlatformFacts
{
  GtkWidget        parent_instance;
  VetoPlatform    *platform; /* that is shown; NULL at first */
  const VetoGuide *guide;    /* of the platform: the way that is not offered as another one */
  VetoGuidance    *guidance;
  VetoTermsBox    *terms; /* what the terms in the facts mean; NULL without facts */
};

enum { SIGNAL_WAY_CHOSEN, SIGNAL_GUIDE_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoPlatformFacts, veto_platform_facts, GTK_TYPE_WIDGET)

/* Returns: (transfer none): a list of cards below a heading */
static GtkWidget *
append_list (VetoPlatformFacts *self, const char *heading)
{
  GtkWidget *list = veto_cards_list_new (heading);

  gtk_widget_set_parent (veto_cards_heading_new (heading), GTK_WIDGET (self));
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  return list;
}

static void
show_phrases (VetoPlatformFacts *self, const char *heading, const char *const *phrases)
{
  GtkWidget *list;

  if (phrases == NULL || phrases[0] == NULL)
    return;
  list = append_list (self, heading);
  for (guint i = 0; phrases[i] != NULL; i++)
    veto_cards_append_label (veto_cards_append (list, phrases[i]), phrases[i], NULL);
}

static void
show_fact (VetoPlatformFacts *self, GtkWidget *list, const VetoFact *fact)
{
  g_autofree char *source = veto_evidence_dup_source (&fact->evidence);
  g_autofree char *words = g_strdup_printf ("%s %s", fact->text, source);
  GtkWidget       *box = veto_cards_append (list, words);

  veto_terms_box_mark (self->terms, GTK_LABEL (veto_cards_append_label (box, fact->text, NULL)));
  veto_cards_append_note (box, source);
}

/* The rest comes below what is there already; the button goes, and the keyboard to the first card that is new. */
static void
more_cb (GtkButton *button, VetoPlatformFacts *self)
{
  GtkWidget      *list = gtk_widget_get_prev_sibling (GTK_WIDGET (button));
  guint           n_facts;
  const VetoFact *facts = veto_platform_get_facts (self->platform, &n_facts);

  for (guint i = FIRST_FACTS; i < n_facts; i++)
    show_fact (self, list, &facts[i]);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), FIRST_FACTS)));
  gtk_widget_unparent (GTK_WIDGET (button));
}

/* A button below a list. Returns: (transfer none) */
static GtkWidget *
append_button (VetoPlatformFacts *self, const char *label)
{
  GtkWidget *button = veto_wrap_button_new (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 10);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
show_facts (VetoPlatformFacts *self)
{
  guint           n_facts;
  const VetoFact *facts = veto_platform_get_facts (self->platform, &n_facts);
  GtkWidget      *list;

  if (n_facts == 0)
    return;
  list = append_list (self, _ ("Good to know"));
  self->terms = VETO_TERMS_BOX (veto_terms_box_new (veto_guidance_get_set (self->guidance), NULL));
  for (guint i = 0; i < MIN (n_facts, FIRST_FACTS); i++)
    show_fact (self, list, &facts[i]);
  if (n_facts > FIRST_FACTS)
    {
      guint            n_more = n_facts - FIRST_FACTS;
      g_autofree char *label = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n_more), n_more);

      g_signal_connect (append_button (self, label), "clicked", G_CALLBACK (more_cb), self);
    }
  gtk_widget_set_margin_top (GTK_WIDGET (self->terms), 10);
  gtk_widget_set_parent (GTK_WIDGET (self->terms), GTK_WIDGET (self));
}

/* What courts and authorities said is much the same for each platform, and has a page of its own. */
static void
show_history (VetoPlatformFacts *self)
{
  guint n_entries;

  veto_platform_get_history (self->platform, &n_entries);
  if (n_entries == 0)
    return;
  gtk_widget_set_parent (veto_cards_heading_new (_ ("What happened so far")), GTK_WIDGET (self));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (
                                    append_button (self, _ ("What courts and authorities said"))),
                                  "win.sources");
}

static void
way_activated_cb (VetoPlatformFacts *self, GtkListBoxRow *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "veto-guide");
  g_signal_emit (self, signals[SIGNAL_WAY_CHOSEN], 0, id);
}

static void
guide_activated_cb (VetoPlatformFacts *self, GtkListBoxRow *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "veto-guide");
  g_signal_emit (self, signals[SIGNAL_GUIDE_CHOSEN], 0, id);
}

static void
append_way (GtkWidget *list, const VetoGuide *guide)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), guide->title);
  if (guide->summary != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), guide->summary);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), veto_cards_arrow_new ());
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, guide->title, -1);
  g_object_set_data_full (G_OBJECT (row), "veto-guide", g_strdup (guide->id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
show_ways (VetoPlatformFacts *self)
{
  guint            n_guides;
  const VetoGuide *guides = veto_platform_get_guides (self->platform, &n_guides);
  GtkWidget       *list = NULL;

  for (guint i = 0; i < n_guides; i++)
    {
      if (&guides[i] == self->guide || g_strcmp0 (guides[i].goal, self->guide->goal) != 0)
        continue;
      if (list == NULL)
        {
          list = append_list (self, _ ("Another way"));
          g_signal_connect_swapped (list, "row-activated", G_CALLBACK (way_activated_cb), self);
        }
      append_way (list, &guides[i]);
    }
}

/* What has another goal than to object is no other way, but something more. */
static void
show_other_goals (VetoPlatformFacts *self)
{
  guint            n_guides;
  const VetoGuide *guides = veto_platform_get_guides (self->platform, &n_guides);
  GtkWidget       *list = NULL;

  for (guint i = 0; i < n_guides; i++)
    {
      if (g_strcmp0 (guides[i].goal, self->guide->goal) == 0)
        continue;
      if (list == NULL)
        {
          list = append_list (self, _ ("What else you can do"));
          g_signal_connect_swapped (list, "row-activated", G_CALLBACK (guide_activated_cb), self);
        }
      append_way (list, &guides[i]);
    }
}

static void
clear (VetoPlatformFacts *self)
{
  GtkWidget *child;

  self->terms = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
veto_platform_facts_dispose (GObject *object)
{
  VetoPlatformFacts *self = VETO_PLATFORM_FACTS (object);

  clear (self);
  g_clear_object (&self->platform);
  g_clear_object (&self->guidance);

  G_OBJECT_CLASS (veto_platform_facts_parent_class)->dispose (object);
}

static void
veto_platform_facts_class_init (VetoPlatformFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_platform_facts_dispose;

  signals[SIGNAL_WAY_CHOSEN] = g_signal_new ("way-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_GUIDE_CHOSEN] = g_signal_new ("guide-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                               0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
veto_platform_facts_init (VetoPlatformFacts *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
veto_platform_facts_new (VetoGuidance *guidance)
{
  VetoPlatformFacts *self = g_object_new (VETO_TYPE_PLATFORM_FACTS, NULL);

  self->guidance = g_object_ref (guidance);
  return GTK_WIDGET (self);
}

gboolean
veto_platform_facts_is_about (VetoPlatformFacts *self, VetoObjection *item)
{
  g_return_val_if_fail (VETO_IS_PLATFORM_FACTS (self), FALSE);

  /* Both are immutable: another platform or way is another pointer. */
  return self->platform == veto_objection_get_platform (item)
         && self->guide == veto_objection_get_guide (item);
}

void
veto_platform_facts_show (VetoPlatformFacts *self, VetoObjection *item)
{
  g_return_if_fail (VETO_IS_PLATFORM_FACTS (self));

  if (veto_platform_facts_is_about (self, item))
    return;

  clear (self);
  g_set_object (&self->platform, veto_objection_get_platform (item));
  self->guide = veto_objection_get_guide (item);
  show_ways (self);
  show_other_goals (self);
  show_phrases (self, _ ("What an objection covers"), veto_platform_get_covers (self->platform));
  show_phrases (self, _ ("What it does not cover"), veto_platform_get_not_covered (self->platform));
  show_facts (self);
  show_history (self);
}
