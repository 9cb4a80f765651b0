/* The password of the account a step is about: copied, shown, or stored there and then.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-password-offer"

#include "veto-config.h"

#include "veto-password-offer.h"

#include <glib/gi18n.h>

#include "veto-account-edit.h"
#include "veto-flip-layout.h"
#include "veto-keyring-words.h"
#include "veto-problem-label.h"
#include "veto-secret-clip.h"
#include "veto-shown-password.h"
#include "veto-tell.h"
#include "veto-wrap.h"

struct _VetoPasswordOffer
{
  GtkWidget     parent_instance;
  VetoServices *services;
  VetoWalk     *walk;
  gboolean      is_only_copy;
  gboolean      is_to_show; /* what is being looked up */
  GCancellable *stop;

  GtkWidget *buttons;
  GtkWidget *copy;
  GtkWidget *show;
  GtkWidget *keep;
  GtkWidget *shown;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (VetoPasswordOffer, veto_password_offer, GTK_TYPE_WIDGET)

/* (transfer none) (nullable): the account, once there is one */
static VetoAccount *
get_account (VetoPasswordOffer *self)
{
  VetoObjection *item = veto_walk_get_objection (self->walk);
  VetoCase      *known = item != NULL ? veto_objection_get_case (item) : NULL;

  return known != NULL ? veto_account_book_find (self->services->accounts, veto_case_get_account (known))
                       : NULL;
}

static void
update (VetoPasswordOffer *self)
{
  VetoAccount *account = get_account (self);
  gboolean     has = account != NULL && veto_account_has_secret (account);

  gtk_widget_set_visible (self->buttons, has);
  gtk_widget_set_visible (self->keep, !has && !self->is_only_copy);
  gtk_widget_set_visible (GTK_WIDGET (self), !self->services->in_memory && (has || !self->is_only_copy));
}

static void
accounts_changed_cb (VetoPasswordOffer *self)
{
  VetoAccount *account = get_account (self);

  if (account != NULL)
    {
      g_signal_handlers_disconnect_by_func (account, update, self);
      g_signal_connect_object (account, "notify::has-secret", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

static void
take_password (VetoPasswordOffer *self, VetoPassword *password)
{
  if (!self->is_to_show)
    {
      veto_secret_clip_copy (GTK_WIDGET (self), password);
      return;
    }
  veto_shown_password_show (VETO_SHOWN_PASSWORD (self->shown), password);
  gtk_button_set_label (GTK_BUTTON (self->show), _ ("Hide"));
  veto_wrap_button (GTK_BUTTON (self->show));
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoPasswordOffer) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoPassword) password = veto_secrets_look_up_finish (VETO_SECRETS (source), result, &error);

  if (self->buttons == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* nobody waits for it any more */
  gtk_widget_set_sensitive (self->buttons, TRUE);
  if (password != NULL)
    take_password (self, g_steal_pointer (&password));
  else
    {
      g_autofree char *words = veto_keyring_words_dup_error (error);

      veto_problem_label_say (self->problem, words);
      gtk_widget_set_visible (self->keep,
                              g_error_matches (error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_GONE));
    }
}

static void
look_up (VetoPasswordOffer *self, gboolean is_to_show)
{
  VetoAccount *account = get_account (self);

  if (account == NULL || veto_account_get_secret_id (account) == NULL)
    return;
  veto_problem_label_say (self->problem, "");
  self->is_to_show = is_to_show;
  gtk_widget_set_sensitive (self->buttons, FALSE); /* one question at a time */
  veto_secrets_look_up_async (veto_services_get_secrets (self->services),
                              veto_account_get_secret_id (account), self->stop, looked_up_cb,
                              g_object_ref (self));
}

static void
copy_cb (VetoPasswordOffer *self)
{
  look_up (self, FALSE);
}

static void
hidden_cb (VetoPasswordOffer *self)
{
  gtk_button_set_label (GTK_BUTTON (self->show), _ ("Show"));
  veto_wrap_button (GTK_BUTTON (self->show));
}

static void
show_cb (VetoPasswordOffer *self)
{
  if (gtk_widget_get_visible (self->shown))
    veto_shown_password_show (VETO_SHOWN_PASSWORD (self->shown), NULL);
  else
    look_up (self, TRUE);
}

/* The case, and with it the account, is made with the first thing there is to keep. */
static void
keep_cb (VetoPasswordOffer *self)
{
  const VetoGuide *guide = veto_walk_get_guide (self->walk);
  VetoObjection   *item = veto_walk_get_objection (self->walk);
  g_autoptr(GError) error = NULL;
  VetoAccount *account;

  if (item == NULL || guide == NULL)
    return;
  if (veto_objection_start (item, self->services->book, guide->id, &error) == NULL)
    {
      veto_tell_error (GTK_WIDGET (self), error);
      return;
    }
  accounts_changed_cb (self);
  account = get_account (self);
  veto_problem_label_say (self->problem, "");
  if (account != NULL)
    veto_account_edit_show (GTK_WIDGET (self), self->services, account, TRUE);
}

static void
veto_password_offer_dispose (GObject *object)
{
  VetoPasswordOffer *self = VETO_PASSWORD_OFFER (object);
  GtkWidget         *child;

  g_cancellable_cancel (self->stop);
  self->buttons = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->walk);

  G_OBJECT_CLASS (veto_password_offer_parent_class)->dispose (object);
}

static void
veto_password_offer_finalize (GObject *object)
{
  g_object_unref (VETO_PASSWORD_OFFER (object)->stop);

  G_OBJECT_CLASS (veto_password_offer_parent_class)->finalize (object);
}

static void
veto_password_offer_class_init (VetoPasswordOfferClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_password_offer_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_password_offer_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
create_button (VetoPasswordOffer *self, const char *words, void (*callback) (VetoPasswordOffer *self))
{
  GtkWidget *button = veto_wrap_button_new (words);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (callback), self);
  return button;
}

static void
veto_password_offer_init (VetoPasswordOffer *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->stop = g_cancellable_new ();
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->buttons, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8,
                                                              "row-width", 0, "keep-natural", TRUE, NULL));
  gtk_widget_set_halign (self->buttons, GTK_ALIGN_START);
  self->copy = create_button (self, _ ("Copy the password"), copy_cb);
  self->show = create_button (self, _ ("Show"), show_cb);
  self->keep = create_button (self, _ ("Store the password for this account…"), keep_cb);
  self->shown = veto_shown_password_new ();
  self->problem = veto_problem_label_new (44);
  g_signal_connect_object (self->shown, "hidden", G_CALLBACK (hidden_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->buttons), self->copy);
  gtk_box_append (GTK_BOX (self->buttons), self->show);
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
  gtk_widget_set_parent (self->shown, GTK_WIDGET (self));
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
  gtk_widget_set_parent (self->keep, GTK_WIDGET (self));
  veto_problem_label_say (self->problem, "");
}

GtkWidget *
veto_password_offer_new (VetoServices *services, VetoWalk *walk, gboolean is_only_copy)
{
  VetoPasswordOffer *self = g_object_new (VETO_TYPE_PASSWORD_OFFER, NULL);

  self->services = services;
  self->walk = g_object_ref (walk);
  self->is_only_copy = is_only_copy;
  g_signal_connect_object (services->accounts, "items-changed", G_CALLBACK (accounts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  accounts_changed_cb (self);
  return GTK_WIDGET (self);
}
