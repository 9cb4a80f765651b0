/* An account on the page of accounts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-account-row"

#include "veto-config.h"

#include "veto-account-row.h"

#include <glib/gi18n.h>

#include "veto-account-words.h"
#include "veto-cards.h"
#include "veto-flip-layout.h"
#include "veto-keyring-words.h"
#include "veto-tile.h"
#include "veto-wrap.h"

#define NARROWEST_ROW 220 /* beside a larger tile, an e-mail address would break in the middle of its words */

struct _VetoAccountRow
{
  GtkListBoxRow parent_instance;
  VetoServices *services;
  VetoAccount  *account;

  GtkWidget *which;
  GtkWidget *note;
  GtkWidget *link;
  GtkWidget *secret;
  GtkWidget *change;
  GtkWidget *remove;
};

enum { SIGNAL_CHANGE, SIGNAL_REMOVE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoAccountRow, veto_account_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_label (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/* Returns: (transfer full) (nullable) */
static char *
dup_link (VetoAccountRow *self)
{
  const char      *id = veto_account_get_linked_to (self->account);
  VetoAccount     *other = id != NULL ? veto_account_book_find (self->services->accounts, id) : NULL;
  g_autofree char *name = NULL;

  if (other == NULL)
    return NULL;
  name = veto_account_words_dup_name (self->services, other);
  /* Translators: %s is another account: "Facebook, mine" */
  return g_strdup_printf (_ ("In the same Accounts Centre as %s"), name);
}

/* Rows are read out as a whole; each button says about which account it is. */
static void
tell (VetoAccountRow *self)
{
  g_autofree char *name = veto_account_words_dup_name (self->services, self->account);
  /* Translators: for screen readers; %s is an account: "Facebook, mine" */
  g_autofree char *change = g_strdup_printf (_ ("Change %s"), name);
  /* Translators: for screen readers; %s is an account: "Facebook, mine" */
  g_autofree char *remove = g_strdup_printf (_ ("Remove %s"), name);
  g_autofree char *which = veto_account_words_dup_which (self->account);
  g_autofree char *words =
    g_strjoin (", ", veto_account_words_get_place (self->services, self->account), which, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (GTK_LABEL (self->secret)), -1);
  veto_wrap_name_button (self->change, change);
  veto_wrap_name_button (self->remove, remove);
}

static void
show_account (VetoAccountRow *self)
{
  g_autofree char *which = veto_account_words_dup_which (self->account), *link = dup_link (self);

  show_label (self->which, which);
  show_label (self->note, veto_account_get_note (self->account));
  show_label (self->link, link);
  tell (self);
}

static void
change_cb (VetoAccountRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGE], 0);
}

static void
remove_cb (VetoAccountRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
veto_account_row_dispose (GObject *object)
{
  g_clear_object (&VETO_ACCOUNT_ROW (object)->account);

  G_OBJECT_CLASS (veto_account_row_parent_class)->dispose (object);
}

static void
veto_account_row_class_init (VetoAccountRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_account_row_dispose;
  signals[SIGNAL_CHANGE] = g_signal_new ("change", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
create_buttons (VetoAccountRow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (row, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8, "row-width", 0,
                                                    "keep-natural", TRUE, NULL));
  self->change = veto_wrap_button_new (_ ("Change…"));
  self->remove = veto_wrap_button_new (_ ("Remove"));
  gtk_widget_set_halign (row, GTK_ALIGN_START);
  gtk_widget_set_margin_top (row, 6);
  gtk_box_append (GTK_BOX (row), self->change);
  gtk_box_append (GTK_BOX (row), self->remove);
  g_signal_connect_swapped (self->change, "clicked", G_CALLBACK (change_cb), self);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_cb), self);
  return row;
}

static void
veto_account_row_init (VetoAccountRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

static GtkWidget *
create_tile (VetoAccountRow *self)
{
  GtkWidget     *tile = veto_tile_new (34);
  VetoObjection *item =
    veto_objections_find (self->services->objections, veto_account_get_platform (self->account));

  veto_tile_set_text (VETO_TILE (tile), veto_account_words_get_place (self->services, self->account));
  veto_tile_set_colour (VETO_TILE (tile), item != NULL ? veto_objection_get_colour (item) : NULL);
  gtk_widget_set_halign (tile, GTK_ALIGN_START);
  gtk_widget_set_valign (tile, GTK_ALIGN_START);
  return tile;
}

GtkWidget *
veto_account_row_new (VetoServices *services, VetoAccount *account)
{
  VetoAccountRow *self = g_object_new (VETO_TYPE_ACCOUNT_ROW, NULL);
  GtkWidget      *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget      *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->services = services;
  self->account = g_object_ref (account);
  gtk_widget_set_layout_manager (box, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 12, "row-width",
                                                    NARROWEST_ROW, "align-top", TRUE, NULL));
  veto_cards_append_label (words, veto_account_words_get_place (services, account), "veto-value");
  self->which = veto_cards_append_label (words, "", NULL);
  self->note = veto_cards_append_label (words, "", "veto-small");
  self->link = veto_cards_append_label (words, "", "veto-small");
  self->secret = veto_cards_append_label (words, "", "veto-small");
  gtk_widget_add_css_class (self->note, "dim-label");
  gtk_box_append (GTK_BOX (words), create_buttons (self));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (box, "veto-fact");
  gtk_box_append (GTK_BOX (box), create_tile (self));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_set_visible (self->secret, FALSE);
  show_account (self);
  g_signal_connect_object (account, "notify", G_CALLBACK (show_account), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

VetoAccount *
veto_account_row_get_account (VetoAccountRow *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT_ROW (self), NULL);
  return self->account;
}

void
veto_account_row_show_look (VetoAccountRow *self, const VetoKeyringLook *look, gboolean waits)
{
  const char *id, *words = NULL;

  g_return_if_fail (VETO_IS_ACCOUNT_ROW (self));

  id = veto_account_get_secret_id (self->account);
  if (look != NULL && id != NULL
      && (veto_account_has_secret (self->account)
          || veto_keyring_look_get_state (look, id) != VETO_SECRET_GONE))
    words = veto_keyring_words_get_state (veto_keyring_look_get_state (look, id));
  else if (waits && veto_account_has_secret (self->account))
    words = _ ("Looking into the keyring…");
  show_label (self->secret, words);
  tell (self);
}
