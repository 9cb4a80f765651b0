/* What somebody should know about their guidance wherever they are, and the question whether Veto may look for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-update-notice"

#include "veto-config.h"

#include "veto-update-notice.h"

#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-flip-layout.h"
#include "veto-news-desk.h"
#include "veto-update-words.h"
#include "veto-wrap.h"

struct _VetoUpdateNotice
{
  GtkWidget     parent_instance;
  VetoServices *services; /* the application's */
  gboolean      is_overview;
  GtkWidget    *box;
  char         *shown; /* what the cards are made of */
  guint         cards; /* that are there: 1 << Card */
};

/* From top to bottom */
typedef enum { CARD_WITHDRAWN, CARD_STALE, CARD_NEWS, CARD_QUESTION } Card;

/* What there is to say */
typedef struct
{
  guint            cards; /* 1 << Card */
  VetoUpdateSaying stale, withdrawn;
} State;

G_DEFINE_FINAL_TYPE (VetoUpdateNotice, veto_update_notice, GTK_TYPE_WIDGET)

/* Returns: (transfer none): a card that says something, to which buttons may be added */
static GtkWidget *
append_card (VetoUpdateNotice *self, const char *title, const char *text)
{
  GtkWidget       *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2,
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  g_autofree char *heard = g_strdup_printf ("%s. %s", title, text);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "veto-update");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
  veto_cards_append_label (card, title, "veto-value");
  veto_cards_append_label (card, text, NULL);
  gtk_box_append (GTK_BOX (self->box), card);
  return card;
}

static GtkWidget *
append_buttons (GtkWidget *card)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (row, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8, "row-width", 0,
                                                    "keep-natural", TRUE, NULL));
  gtk_widget_set_halign (row, GTK_ALIGN_START);
  gtk_widget_set_margin_top (row, 10);
  gtk_box_append (GTK_BOX (card), row);
  return row;
}

static GtkWidget *
append_button (GtkWidget *row, const char *words)
{
  GtkWidget *button = veto_wrap_button_new (words);

  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static void
daily_cb (VetoUpdateNotice *self)
{
  veto_news_desk_set_daily (self->services->desk, TRUE);
}

static void
on_click_cb (VetoUpdateNotice *self)
{
  veto_news_desk_set_daily (self->services->desk, FALSE);
}

static void
append_question (VetoUpdateNotice *self)
{
  GtkWidget *card = append_card (self, veto_update_words_get_question (), veto_update_words_get_terms ());
  GtkWidget *row = append_buttons (card), *yes = append_button (row, _ ("Yes, once a day"));

  g_signal_connect_swapped (yes, "clicked", G_CALLBACK (daily_cb), self);
  g_signal_connect_swapped (append_button (row, _ ("Only when I click")), "clicked", G_CALLBACK (on_click_cb),
                            self);
}

static void
append_news (VetoUpdateNotice *self)
{
  g_autofree char *title = veto_update_words_dup_new (self->services->desk);
  g_autofree char *text = veto_guide_news_dup_summary (veto_news_desk_get_news (self->services->desk));
  GtkWidget       *button =
    append_button (append_buttons (append_card (self, title, text)), _ ("See what changed"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.news");
}

static void
append_stale (VetoUpdateNotice *self, const VetoUpdateSaying *saying)
{
  GtkWidget *card = append_card (self, saying->title, saying->text), *button;

  gtk_widget_add_css_class (card, "warn");
  if (!self->is_overview || !veto_news_desk_has_feed (self->services->desk))
    return; /* "Check now" stands below */
  button = append_button (append_buttons (card), _ ("Look for new guidance"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.look");
}

static void
look_at_desk (VetoUpdateNotice *self, State *out)
{
  VetoNewsDesk *desk = self->services->desk;

  *out = (State){ 0 };
  out->cards |= veto_update_words_say_stale (desk, &out->stale) ? 1 << CARD_STALE : 0;
  out->cards |= veto_update_words_say_withdrawn (desk, &out->withdrawn) ? 1 << CARD_WITHDRAWN : 0;
  out->cards |= self->is_overview && veto_news_desk_has_unread (desk) ? 1 << CARD_NEWS : 0;
  out->cards |= self->is_overview && veto_news_desk_has_to_ask (desk) ? 1 << CARD_QUESTION : 0;
}

/* (transfer full): to see whether it is another than before */
static char *
dup_state (const State *state)
{
  return g_strdup_printf ("%u|%s|%s", state->cards, state->stale.title != NULL ? state->stale.title : "",
                          state->withdrawn.text != NULL ? state->withdrawn.text : "");
}

/* Takes everything out. Returns: whether the keyboard was there */
static gboolean
empty (VetoUpdateNotice *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL, *child;
  gboolean   had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->box);

  if (had_focus)
    gtk_root_set_focus (root, NULL); /* GTK never lets go of a widget that has it */
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  return had_focus;
}

static void
append_cards (VetoUpdateNotice *self, const State *state)
{
  if ((state->cards & 1 << CARD_WITHDRAWN) != 0)
    gtk_widget_add_css_class (append_card (self, state->withdrawn.title, state->withdrawn.text), "warn");
  if ((state->cards & 1 << CARD_STALE) != 0)
    append_stale (self, &state->stale);
  if ((state->cards & 1 << CARD_NEWS) != 0)
    append_news (self);
  if ((state->cards & 1 << CARD_QUESTION) != 0)
    append_question (self);
}

/* @may_grow: nobody is reading what would be pushed down by a card that comes */
static void
update (VetoUpdateNotice *self, gboolean may_grow)
{
  State            state;
  g_autofree char *words = NULL;

  look_at_desk (self, &state);
  if (!may_grow)
    state.cards &= self->cards;
  words = dup_state (&state);
  if (g_strcmp0 (words, self->shown) != 0)
    {
      gboolean had_focus = empty (self);

      g_free (self->shown);
      self->shown = g_steal_pointer (&words);
      self->cards = state.cards;
      append_cards (self, &state);
      gtk_widget_set_visible (self->box, state.cards != 0);
      if (had_focus)
        gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
    }
  veto_update_saying_clear (&state.stale);
  veto_update_saying_clear (&state.withdrawn);
}

/* On the overview a card that comes waits until the page is shown the next time; a note and a mark in the sidebar tell of it at once.
 * Below "Check now" somebody has asked for it. */
static void
changed_cb (VetoUpdateNotice *self)
{
  update (self, !self->is_overview || !gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
map_cb (VetoUpdateNotice *self)
{
  update (self, TRUE);
}

static void
veto_update_notice_dispose (GObject *object)
{
  g_clear_pointer (&VETO_UPDATE_NOTICE (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_update_notice_parent_class)->dispose (object);
}

static void
veto_update_notice_finalize (GObject *object)
{
  g_free (VETO_UPDATE_NOTICE (object)->shown);

  G_OBJECT_CLASS (veto_update_notice_parent_class)->finalize (object);
}

static void
veto_update_notice_class_init (VetoUpdateNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_update_notice_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_update_notice_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_update_notice_init (VetoUpdateNotice *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_top (self->box, 18);
  gtk_widget_set_visible (self->box, FALSE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

GtkWidget *
veto_update_notice_new (VetoServices *services, gboolean is_overview)
{
  VetoUpdateNotice *self = g_object_new (VETO_TYPE_UPDATE_NOTICE, NULL);

  self->services = services;
  self->is_overview = is_overview;
  if (!is_overview)
    {
      gtk_widget_set_margin_top (self->box, 0);
      gtk_widget_set_margin_bottom (self->box, 12);
    }
  g_signal_connect_object (services->desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
