/* Which other account the company counts as one with this.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-account-link"

#include "veto-config.h"

#include "veto-account-link.h"

#include <glib/gi18n.h>

#include "veto-account-words.h"
#include "veto-radio-list.h"

#define NONE "none" /* what is chosen: this, or the id of an account */

struct _VetoAccountLink
{
  GtkWidget     parent_instance;
  VetoServices *services;
  VetoAccount  *account;
  char         *chosen;
  GtkWidget    *list;
};

G_DEFINE_FINAL_TYPE (VetoAccountLink, veto_account_link, GTK_TYPE_WIDGET)

static void
chosen_cb (VetoAccountLink *self, const char *id)
{
  char *before = self->chosen;

  self->chosen = g_strdup (id);
  g_free (before);
}

static void
veto_account_link_dispose (GObject *object)
{
  VetoAccountLink *self = VETO_ACCOUNT_LINK (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (veto_account_link_parent_class)->dispose (object);
}

static void
veto_account_link_finalize (GObject *object)
{
  g_free (VETO_ACCOUNT_LINK (object)->chosen);

  G_OBJECT_CLASS (veto_account_link_parent_class)->finalize (object);
}

static void
veto_account_link_class_init (VetoAccountLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_account_link_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_account_link_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_account_link_init (VetoAccountLink *self)
{
}

static gboolean
can_link (VetoServices *services, VetoAccount *account, VetoAccount *other)
{
  return other != account
         && g_strcmp0 (veto_account_words_get_controller (services, account),
                       veto_account_words_get_controller (services, other))
              == 0;
}

/* Returns: how many accounts were added */
static guint
add_accounts (VetoAccountLink *self)
{
  GListModel *accounts = G_LIST_MODEL (self->services->accounts);
  guint       n_added = 0;

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(VetoAccount) other = g_list_model_get_item (accounts, i);
      g_autofree char *which = veto_account_words_dup_which (other), *words = NULL;

      if (!can_link (self->services, self->account, other))
        continue;
      /* Translators: a platform, and whose account it is: "Facebook, mine" */
      words = g_strdup_printf (_ ("%s, %s"), veto_account_words_get_place (self->services, other), which);
      veto_radio_list_add (VETO_RADIO_LIST (self->list), veto_account_get_id (other), words);
      n_added++;
    }
  return n_added;
}

GtkWidget *
veto_account_link_new (VetoServices *services, VetoAccount *account)
{
  VetoAccountLink *self = g_object_new (VETO_TYPE_ACCOUNT_LINK, NULL);
  const char      *linked = veto_account_get_linked_to (account);

  self->services = services;
  self->account = g_object_ref (account);
  self->chosen = g_strdup (linked != NULL ? linked : NONE);
  self->list = veto_radio_list_new (_ ("Is it in the same Accounts Centre as another account?"),
                                    _ ("Some companies join accounts there. An objection may then count for "
                                       "both; Veto says so where the guidance knows."));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  veto_radio_list_add (VETO_RADIO_LIST (self->list), NONE, _ ("No, or I do not know"));
  if (add_accounts (self) == 0)
    {
      g_object_ref_sink (self);
      g_object_unref (self);
      return NULL;
    }
  veto_radio_list_select (VETO_RADIO_LIST (self->list), self->chosen);
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (chosen_cb), self);
  return GTK_WIDGET (self);
}

gboolean
veto_account_link_save (VetoAccountLink *self, GError **error)
{
  VetoAccount *other = NULL;

  g_return_val_if_fail (VETO_IS_ACCOUNT_LINK (self), FALSE);

  if (!g_str_equal (self->chosen, NONE))
    other = veto_account_book_find (self->services->accounts, self->chosen);
  if (g_strcmp0 (other != NULL ? veto_account_get_id (other) : NULL,
                 veto_account_get_linked_to (self->account))
      == 0)
    return TRUE;
  return veto_account_book_set_linked (self->services->accounts, self->account, other, error);
}
