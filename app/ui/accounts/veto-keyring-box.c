/* Asks the keyring about all accounts, and offers to tidy it up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-keyring-box"

#include "veto-config.h"

#include "veto-keyring-box.h"

#include <glib/gi18n.h>

#include "veto-keyring-words.h"
#include "veto-secrets-clear.h"
#include "veto-tell.h"
#include "veto-toasts.h"
#include "veto-wrap.h"

struct _VetoKeyringBox
{
  GtkWidget        parent_instance;
  VetoServices    *services;
  GCancellable    *stop; /* nullable: of the look that is under way */
  VetoKeyringLook *look; /* nullable */

  GtkLabel  *words;
  GtkWidget *again;
  GtkWidget *tidy;
};

enum { SIGNAL_LOOKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoKeyringBox, veto_keyring_box, GTK_TYPE_WIDGET)

static void
show (VetoKeyringBox *self, const char *words, gboolean can_look, gboolean can_tidy)
{
  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (self->again, can_look);
  gtk_widget_set_visible (self->tidy, can_tidy);
  gtk_widget_set_sensitive (self->tidy, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), *words != '\0');
}

/* Returns: (transfer full) (element-type VetoAccount): those whose password was stored and is not there */
static GPtrArray *
find_lost (VetoKeyringBox *self)
{
  GPtrArray  *lost = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *accounts = G_LIST_MODEL (self->services->accounts);

  for (guint i = 0; self->look != NULL && i < g_list_model_get_n_items (accounts); i++)
    {
      VetoAccount *account = g_list_model_get_item (accounts, i);

      if (veto_account_has_secret (account)
          && veto_keyring_look_get_state (self->look, veto_account_get_secret_id (account))
               == VETO_SECRET_GONE)
        g_ptr_array_add (lost, account);
      else
        g_object_unref (account);
    }
  return lost;
}

static void
show_look (VetoKeyringBox *self)
{
  g_autoptr(GPtrArray) lost = find_lost (self);
  g_autoptr(GString) words = g_string_new (NULL);
  guint n_strays = self->look->strays->len;

  if (n_strays > 0)
    g_string_append_printf (words,
                            ngettext ("In your keyring there is %u password of Veto that belongs to no "
                                      "account here. It may be that of a removed account.",
                                      "In your keyring there are %u passwords of Veto that belong to no "
                                      "account here. They may be those of removed accounts.",
                                      n_strays),
                            n_strays);
  if (lost->len > 0)
    {
      g_string_append (words, words->len > 0 ? "\n" : "");
      g_string_append_printf (words,
                              ngettext ("The password of %u account is not in the keyring any more.",
                                        "The passwords of %u accounts are not in the keyring any more.",
                                        lost->len),
                              lost->len);
    }
  show (self, words->str, FALSE, words->len > 0);
}

static void
cleared_due_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GError) error = NULL;

  if (!veto_secrets_clear_list_finish (VETO_SECRETS (source), result, &error))
    g_debug ("%s", error->message); /* stays remembered */
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoKeyringBox) self = data;
  g_autoptr(GError) error = NULL;
  VetoKeyringLook *look = veto_keyring_look_finish (VETO_SECRETS (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->words == NULL)
    {
      g_clear_pointer (&look, veto_keyring_look_free);
      return; /* another look follows, or nobody looks */
    }
  g_clear_object (&self->stop);
  g_clear_pointer (&self->look, veto_keyring_look_free);
  self->look = look;
  if (look == NULL)
    {
      g_autofree char *words = veto_keyring_words_dup_error (error);

      show (self, words, TRUE, FALSE);
    }
  else
    {
      show_look (self);
      if (look->due->len > 0)
        veto_secrets_clear_list_async (VETO_SECRETS (source), look->due, NULL, cleared_due_cb, NULL);
    }
  g_signal_emit (self, signals[SIGNAL_LOOKED], 0);
}

static gboolean
forget_lost (VetoKeyringBox *self, GError **error)
{
  g_autoptr(GPtrArray) lost = find_lost (self);

  for (guint i = 0; i < lost->len; i++)
    if (!veto_account_book_set_secret (self->services->accounts, lost->pdata[i], NULL, NULL, error))
      return FALSE;
  return TRUE;
}

static void
tidied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoKeyringBox) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = veto_secrets_clear_list_finish (VETO_SECRETS (source), result, &error);

  if (self->words == NULL)
    return;
  if (!done)
    {
      g_autofree char *words = veto_keyring_words_dup_error (error);

      show (self, words, FALSE, TRUE);
      return;
    }
  veto_toasts_add (GTK_WIDGET (self), _ ("The keyring is tidy."));
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
  veto_keyring_box_look (self);
}

static void
tidy_cb (VetoKeyringBox *self)
{
  g_autoptr(GError) error = NULL;

  if (self->look == NULL)
    return;
  if (!forget_lost (self, &error))
    {
      veto_tell_error (GTK_WIDGET (self), error);
      return;
    }
  if (self->look == NULL)
    return; /* one thing led to another: a new look is under way */
  gtk_widget_set_sensitive (self->tidy, FALSE);
  veto_secrets_clear_list_async (veto_services_get_secrets (self->services), self->look->strays, NULL,
                                 tidied_cb, g_object_ref (self));
}

static void
veto_keyring_box_dispose (GObject *object)
{
  VetoKeyringBox *self = VETO_KEYRING_BOX (object);
  GtkWidget      *child;

  veto_keyring_box_stop (self);
  self->words = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->look, veto_keyring_look_free);

  G_OBJECT_CLASS (veto_keyring_box_parent_class)->dispose (object);
}

static void
veto_keyring_box_class_init (VetoKeyringBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_keyring_box_dispose;
  signals[SIGNAL_LOOKED] = g_signal_new ("looked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
append_button (VetoKeyringBox *self, const char *words, void (*callback) (VetoKeyringBox *self))
{
  GtkWidget *button = veto_wrap_button_new (words);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (callback), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
veto_keyring_box_init (VetoKeyringBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->words = GTK_LABEL (veto_wrap_label_new ("", -1));
  gtk_widget_set_parent (GTK_WIDGET (self->words), GTK_WIDGET (self));
  self->again = append_button (self, _ ("Look again"), veto_keyring_box_look);
  self->tidy = append_button (self, _ ("Tidy up the keyring"), tidy_cb);
  show (self, "", FALSE, FALSE);
}

GtkWidget *
veto_keyring_box_new (VetoServices *services)
{
  VetoKeyringBox *self = g_object_new (VETO_TYPE_KEYRING_BOX, NULL);

  self->services = services;
  return GTK_WIDGET (self);
}

void
veto_keyring_box_look (VetoKeyringBox *self)
{
  g_return_if_fail (VETO_IS_KEYRING_BOX (self));

  veto_keyring_box_stop (self);
  if (self->services->in_memory)
    return;
  self->stop = g_cancellable_new ();
  gtk_widget_set_visible (self->again, FALSE);
  veto_keyring_look_async (veto_services_get_secrets (self->services), self->services->accounts, self->stop,
                           looked_cb, g_object_ref (self));
  g_signal_emit (self, signals[SIGNAL_LOOKED], 0);
}

void
veto_keyring_box_stop (VetoKeyringBox *self)
{
  g_return_if_fail (VETO_IS_KEYRING_BOX (self));

  g_cancellable_cancel (self->stop);
  g_clear_object (&self->stop);
}

const VetoKeyringLook *
veto_keyring_box_get_look (VetoKeyringBox *self)
{
  g_return_val_if_fail (VETO_IS_KEYRING_BOX (self), NULL);
  return self->look;
}

gboolean
veto_keyring_box_is_looking (VetoKeyringBox *self)
{
  g_return_val_if_fail (VETO_IS_KEYRING_BOX (self), FALSE);
  return self->stop != NULL;
}
