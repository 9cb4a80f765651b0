/* The page of the search: an entry, and below it what was found, by kind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-search-page"

#include "veto-config.h"

#include "veto-announce.h"
#include "veto-search-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-focus.h"
#include "veto-search.h"
#include "veto-typing.h"
#include "veto-wrap.h"

#define MAX_A_GROUP 8 /* more than one looks through; a letter more in the entry is quicker */

struct _VetoSearchPage
{
  GtkWidget     parent_instance;
  VetoServices *services; /* the window's */
  VetoSearch   *search;   /* what there was when the page was shown last */
  GtkWidget    *scroller;
  GtkWidget    *entry;
  GtkLabel     *count; /* how much was found: read out when it changes */
  GtkWidget    *nothing;
  GtkBox       *groups;
};

G_DEFINE_FINAL_TYPE (VetoSearchPage, veto_search_page, GTK_TYPE_WIDGET)

static void
open_hit (VetoSearchPage *self, GtkWidget *row)
{
  const VetoSearchHit *hit = g_object_get_data (G_OBJECT (row), "veto-hit");

  gtk_widget_activate_action_variant (GTK_WIDGET (self), hit->action, hit->target);
}

static void
row_activated_cb (VetoSearchPage *self, GtkListBoxRow *row)
{
  open_hit (self, GTK_WIDGET (row));
}

static GtkWidget *
create_row (const VetoSearchHit *hit)
{
  GtkWidget       *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = NULL;

  veto_cards_append_label (words, hit->title, "veto-value");
  if (hit->details != NULL && *hit->details != '\0')
    veto_cards_append_note (words, hit->details);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (box, "veto-fact");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), veto_cards_arrow_new ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  name = hit->details != NULL ? g_strdup_printf ("%s. %s", hit->title, hit->details) : g_strdup (hit->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "veto-hit", (gpointer) hit);
  return row;
}

static void
append_group (VetoSearchPage *self, VetoSearchGroup group, GPtrArray *hits, guint n_all)
{
  const char *name = veto_search_group_get_name (group);
  GtkWidget  *list = veto_cards_list_new (name);

  gtk_box_append (self->groups, veto_cards_heading_new (name));
  for (guint i = 0; i < hits->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_row (hits->pdata[i]));
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (self->groups, list);
  if (n_all > hits->len)
    {
      guint            n_more = n_all - hits->len;
      g_autofree char *more = g_strdup_printf (ngettext ("There is %u more. Type more of the name.",
                                                         "There are %u more. Type more of the name.", n_more),
                                               n_more);

      veto_cards_append_note (GTK_WIDGET (self->groups), more);
      gtk_widget_set_margin_top (gtk_widget_get_last_child (GTK_WIDGET (self->groups)), 6);
    }
}

static void
clear (VetoSearchPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->groups)))
    gtk_widget_grab_focus (self->entry); /* GTK never lets go of a widget that has it */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

static void
tell_count (VetoSearchPage *self, gboolean has_words, guint n_found)
{
  g_autofree char *words = NULL;

  if (!has_words)
    words = g_strdup (_ ("Type a name or a word: a service, a company, a person, a letter, a question."));
  else if (n_found == 0)
    words = g_strdup (_ ("Nothing was found."));
  else
    words = g_strdup_printf (ngettext ("%u entry was found.", "%u entries were found.", n_found), n_found);
  if (has_words && g_strcmp0 (words, gtk_label_get_text (self->count)) != 0)
    veto_announce (GTK_WIDGET (self), words);
  gtk_label_set_text (self->count, words);
  gtk_widget_set_visible (self->nothing, has_words && n_found == 0);
}

static void
changed_cb (VetoSearchPage *self)
{
  g_autofree char *words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  guint            n_found = 0;

  clear (self);
  for (VetoSearchGroup group = 0; group < VETO_SEARCH_N_GROUPS; group++)
    {
      guint n_all;
      g_autoptr(GPtrArray) hits = veto_search_find (self->search, words, group, MAX_A_GROUP, &n_all);

      if (hits->len > 0)
        append_group (self, group, hits, n_all);
      n_found += n_all;
    }
  tell_count (self, *g_strstrip (words) != '\0', n_found);
}

/* (nullable): the row of the best hit */
static GtkWidget *
get_first (VetoSearchPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_BOX (child))
      return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (child), 0));
  return NULL;
}

static void
activate_cb (VetoSearchPage *self)
{
  GtkWidget *first = get_first (self);

  if (first != NULL)
    open_hit (self, first);
}

/* From the words that are looked for down to what was found. */
static gboolean
down_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  GtkWidget *first = get_first (VETO_SEARCH_PAGE (data));

  return first != NULL && gtk_widget_grab_focus (first);
}

static gboolean
back_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return gtk_widget_activate_action (widget, "win.back", NULL);
}

/* The search entry keeps these keys to itself, hence before it has them. */
static void
add_key (VetoSearchPage *self, guint key, GtkShortcutFunc func)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, 0),
                                                          gtk_callback_action_new (func, self, NULL)));
  gtk_widget_add_controller (self->entry, keys);
}

static gboolean
veto_search_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VETO_SEARCH_PAGE (widget)->entry);
}

static void
veto_search_page_dispose (GObject *object)
{
  VetoSearchPage *self = VETO_SEARCH_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->search, veto_search_free);

  G_OBJECT_CLASS (veto_search_page_parent_class)->dispose (object);
}

static void
veto_search_page_class_init (VetoSearchPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_search_page_dispose;
  veto_focus_set_lead (klass, veto_search_page_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_nothing (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *service = veto_wrap_button_new (_ ("Add a service")), *help = veto_wrap_button_new (_ ("Help"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (service), "win.add-service");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (help), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (help), "win.help");
  gtk_widget_set_halign (service, GTK_ALIGN_START);
  gtk_widget_set_halign (help, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box),
                  veto_wrap_label_new (_ ("Try fewer letters, or another word. For a company that "
                                          "Veto does not know you can write a letter all the same."),
                                       -1));
  gtk_box_append (GTK_BOX (box), service);
  gtk_box_append (GTK_BOX (box), help);
  return box;
}

static void
build (VetoSearchPage *self, GtkWidget *box)
{
  const char *name = _ ("What are you looking for?"); /* no placeholder: large text would cut it off */
  GtkWidget  *title = veto_wrap_label_new (name, -1);

  self->entry = gtk_search_entry_new ();
  veto_typing_guard (self->entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Not "search-changed", which waits: all is in memory. */
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  add_key (self, GDK_KEY_Down, down_cb);
  add_key (self, GDK_KEY_Escape, back_cb);
  self->count = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0,
                              "width-chars", 8, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  self->nothing = create_nothing ();
  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_CONTROLS,
                                  self->groups, NULL, -1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->groups));
}

static void
veto_search_page_init (VetoSearchPage *self)
{
  GtkWidget *clamp = adw_clamp_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  build (self, box);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
veto_search_page_new (VetoServices *services)
{
  VetoSearchPage *self = g_object_new (VETO_TYPE_SEARCH_PAGE, NULL);

  self->services = services;
  veto_search_page_update (self);
  return GTK_WIDGET (self);
}

void
veto_search_page_update (VetoSearchPage *self)
{
  VetoSearch *before;

  g_return_if_fail (VETO_IS_SEARCH_PAGE (self));

  before = self->search;
  self->search = veto_search_new (self->services);
  changed_cb (self); /* the rows are those of the new one from here on */
  if (before != NULL)
    veto_search_free (before);
}
