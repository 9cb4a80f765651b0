/* What is asked about an account wherever it is entered or changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-account-fields"

#include "veto-config.h"

#include "veto-account-fields.h"

#include <glib/gi18n.h>

#include "veto-focus.h"
#include "veto-typed-box.h"

struct _VetoAccountFields
{
  GtkWidget     parent_instance;
  VetoServices *services;
  GtkWidget    *label;
  GtkWidget    *login;
  GtkWidget    *note;
  GtkWidget    *password;
};

G_DEFINE_FINAL_TYPE (VetoAccountFields, veto_account_fields, GTK_TYPE_WIDGET)

static gboolean
veto_account_fields_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VETO_ACCOUNT_FIELDS (widget)->label);
}

static void
veto_account_fields_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (veto_account_fields_parent_class)->dispose (object);
}

static void
veto_account_fields_class_init (VetoAccountFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_account_fields_dispose;
  veto_focus_set_lead (klass, veto_account_fields_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
veto_account_fields_init (VetoAccountFields *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
}

static GtkWidget *
append (VetoAccountFields *self,
        const char        *label,
        const char        *hint,
        const char        *text,
        VetoTypedBoxFlags  flags)
{
  GtkWidget *box = veto_typed_box_new (label, hint, text != NULL ? text : "", flags);

  gtk_widget_set_parent (box, GTK_WIDGET (self));
  return box;
}

GtkWidget *
veto_account_fields_new (VetoServices *services, VetoAccount *account)
{
  VetoAccountFields *self = g_object_new (VETO_TYPE_ACCOUNT_FIELDS, NULL);
  gboolean           has = account != NULL;

  self->services = services;
  self->label = append (self, _ ("What do you want to call it? (optional)"),
                        _ ("For example: work, old account"), has ? veto_account_get_label (account) : NULL,
                        VETO_TYPED_BOX_NONE);
  self->login = append (self, _ ("E-mail address or user name there (optional)"), NULL,
                        has ? veto_account_get_login (account) : NULL, VETO_TYPED_BOX_NONE);
  self->password = veto_password_box_new (services, account);
  gtk_widget_set_parent (self->password, GTK_WIDGET (self));
  self->note = append (self, _ ("Note (optional)"), NULL, has ? veto_account_get_note (account) : NULL,
                       VETO_TYPED_BOX_LINES);
  return GTK_WIDGET (self);
}

static char *
dup_typed (GtkWidget *box)
{
  return g_strstrip (veto_typed_box_dup_text (VETO_TYPED_BOX (box)));
}

char *
veto_account_fields_dup_label (VetoAccountFields *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT_FIELDS (self), NULL);
  return dup_typed (self->label);
}

char *
veto_account_fields_dup_login (VetoAccountFields *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT_FIELDS (self), NULL);
  return dup_typed (self->login);
}

char *
veto_account_fields_dup_note (VetoAccountFields *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT_FIELDS (self), NULL);
  return dup_typed (self->note);
}

VetoPasswordBox *
veto_account_fields_get_password (VetoAccountFields *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT_FIELDS (self), NULL);
  return VETO_PASSWORD_BOX (self->password);
}

gboolean
veto_account_fields_save (VetoAccountFields *self, VetoAccount *account, GError **error)
{
  g_autofree char *label = NULL, *login = NULL, *note = NULL;

  g_return_val_if_fail (VETO_IS_ACCOUNT_FIELDS (self) && VETO_IS_ACCOUNT (account), FALSE);

  label = dup_typed (self->label);
  login = dup_typed (self->login);
  note = dup_typed (self->note);
  return veto_account_book_change (self->services->accounts, account, label, login, note, error);
}
