/* Kinds of letters to choose from, in groups by what people want.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-kinds-page"

#include "veto-config.h"

#include "veto-kinds-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-focus.h"
#include "veto-letter-words.h"
#include "veto-terms-box.h"
#include "veto-wrap.h"

struct _VetoKindsPage
{
  GtkWidget     parent_instance;
  VetoGuidance *guidance;
  char         *company; /* nullable: id of a controller */
  GtkWidget    *scroller;
  GtkBox       *box;
};

G_DEFINE_FINAL_TYPE (VetoKindsPage, veto_kinds_page, GTK_TYPE_WIDGET)

static void
row_activated_cb (VetoKindsPage *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.write-letter", "(sss)",
                              g_object_get_data (G_OBJECT (row), "veto-kind"),
                              self->company != NULL ? self->company : "", "");
}

static GtkWidget *
create_row (VetoLetterKind *kind)
{
  const char      *title = veto_letter_kind_get_title (kind);
  const char      *summary = veto_letter_kind_get_summary (kind);
  g_autofree char *words = g_strdup_printf ("%s. %s", title, summary);
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (box, "veto-fact");
  gtk_widget_set_hexpand (text, TRUE);
  veto_cards_append_label (text, title, "veto-value");
  veto_cards_append_note (text, summary);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), veto_cards_arrow_new ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), "veto-kind", g_strdup (veto_letter_kind_get_id (kind)), g_free);
  return row;
}

/* What most people who look into a group come for. */
static gboolean
is_usual (VetoLetterKind *kind)
{
  static const char *const usual[] = { "objection", "access", "reminder", "complaint", NULL };

  return g_strv_contains (usual, veto_letter_kind_get_id (kind));
}

static void
append_group (VetoKindsPage *self, VetoGuideSet *set, VetoLetterGroup group)
{
  const char *name = veto_letter_words_get_group_name (group);
  GtkWidget  *list = NULL;

  for (guint i = 0; i < veto_guide_set_get_n_letters (set); i++)
    {
      VetoLetterKind *kind = veto_guide_set_get_letter (set, i);

      if (veto_letter_words_get_group (veto_letter_kind_get_goal (kind)) != group)
        continue;
      if (list == NULL)
        {
          list = veto_cards_list_new (name);
          g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
          gtk_box_append (self->box, veto_cards_heading_new (name));
          gtk_box_append (self->box, list);
        }
      if (is_usual (kind))
        gtk_list_box_prepend (GTK_LIST_BOX (list), create_row (kind));
      else
        gtk_list_box_append (GTK_LIST_BOX (list), create_row (kind));
    }
}

static void
append_terms (VetoKindsPage *self, VetoGuideSet *set)
{
  GtkWidget *terms = veto_terms_box_new (set, NULL);

  for (guint i = 0; i < veto_guide_set_get_n_letters (set); i++)
    {
      VetoLetterKind *kind = veto_guide_set_get_letter (set, i);

      veto_terms_box_read (VETO_TERMS_BOX (terms), veto_letter_kind_get_title (kind));
      veto_terms_box_read (VETO_TERMS_BOX (terms), veto_letter_kind_get_summary (kind));
    }
  gtk_widget_set_margin_top (terms, 12);
  gtk_box_append (self->box, terms);
}

static void
show_kinds (VetoKindsPage *self)
{
  VetoGuideSet *set = veto_guidance_get_set (self->guidance);
  GtkWidget    *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (VetoLetterGroup group = 0; group < VETO_LETTER_N_GROUPS; group++)
    append_group (self, set, group);
  append_terms (self, set);
}

static gboolean
veto_kinds_page_grab_focus (GtkWidget *widget)
{
  return veto_focus_first (VETO_KINDS_PAGE (widget)->scroller);
}

static void
veto_kinds_page_dispose (GObject *object)
{
  VetoKindsPage *self = VETO_KINDS_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->guidance);

  G_OBJECT_CLASS (veto_kinds_page_parent_class)->dispose (object);
}

static void
veto_kinds_page_finalize (GObject *object)
{
  g_free (VETO_KINDS_PAGE (object)->company);

  G_OBJECT_CLASS (veto_kinds_page_parent_class)->finalize (object);
}

static void
veto_kinds_page_class_init (VetoKindsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_kinds_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_kinds_page_finalize;
  veto_focus_set_lead (klass, veto_kinds_page_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_kinds_page_init (VetoKindsPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->scroller = gtk_scrolled_window_new ();
  self->box = GTK_BOX (box);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
veto_kinds_page_new (VetoServices *services)
{
  VetoKindsPage *self = g_object_new (VETO_TYPE_KINDS_PAGE, NULL);

  self->guidance = g_object_ref (services->guidance);
  show_kinds (self);
  g_signal_connect_object (self->guidance, "notify::set", G_CALLBACK (show_kinds), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
veto_kinds_page_set_company (VetoKindsPage *self, const char *id)
{
  g_return_if_fail (VETO_IS_KINDS_PAGE (self));

  g_free (self->company);
  self->company = g_strdup (id);
}
