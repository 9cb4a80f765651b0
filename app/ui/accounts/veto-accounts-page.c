/* The accounts a person objects for, by whose they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-accounts-page"

#include "veto-config.h"

#include "veto-accounts-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-account-edit.h"
#include "veto-account-remove.h"
#include "veto-account-row.h"
#include "veto-after-frame.h"
#include "veto-cards.h"
#include "veto-focus.h"
#include "veto-keyring-box.h"
#include "veto-message-page.h"
#include "veto-wrap.h"

/* Rows: what a frame has time for. The first one shapes all other text of the page, too; rows that are there already are shown faster. */
#define N_AT_FIRST 1
#define N_A_FRAME 3
#define N_KEPT_A_FRAME 10

struct _VetoAccountsPage
{
  GtkWidget     parent_instance;
  VetoServices *services;

  GtkWidget *scroller;
  GtkWidget
    *empty; /* nullable: in place of the scroller, while there are no accounts; made when it is needed */
  GtkWidget *add_button;
  GtkWidget *first_button; /* nullable: in it */
  GtkWidget *keyring;      /* what it says as a whole */
  GtkWidget *groups;
  GtkWidget *list; /* nullable: the last one in @groups */

  GPtrArray *accounts; /* in the order of the page */
  GPtrArray *rows;     /* of the first of them; not owned */
  guint      n_shown;  /* of the rows */
  gboolean   waits;    /* for a frame, to build more */
  gboolean   will_look;
};

G_DEFINE_FINAL_TYPE (VetoAccountsPage, veto_accounts_page, GTK_TYPE_WIDGET)

/* --- Rows --- */

static void
change_cb (VetoAccountRow *row, VetoAccountsPage *self)
{
  veto_account_edit_show (GTK_WIDGET (self), self->services, veto_account_row_get_account (row), FALSE);
}

static void
remove_cb (VetoAccountRow *row, VetoAccountsPage *self)
{
  g_autoptr(VetoAccount) account = g_object_ref (veto_account_row_get_account (row));

  gtk_widget_grab_focus (self->add_button); /* the row that had it goes */
  veto_account_remove_account (GTK_WIDGET (self), self->services, account);
}

static void
add_group (VetoAccountsPage *self, VetoPerson *person)
{
  const char *name = veto_person_get_name (person);
  const char *words = veto_person_is_own (person) ? _ ("My accounts")
                      : name != NULL              ? name
                                                  : _ ("Somebody else");

  self->list = veto_cards_list_new (words);
  gtk_box_append (GTK_BOX (self->groups), veto_cards_heading_new (words));
  gtk_box_append (GTK_BOX (self->groups), self->list);
}

static void
build_row (VetoAccountsPage *self)
{
  guint        at = self->rows->len;
  VetoAccount *account = self->accounts->pdata[at];
  VetoAccount *before = at > 0 ? self->accounts->pdata[at - 1] : NULL;
  GtkWidget   *row;

  if (before == NULL || veto_account_get_person (before) != veto_account_get_person (account))
    add_group (self, veto_account_get_person (account));
  row = veto_account_row_new (self->services, account);
  veto_account_row_show_look (VETO_ACCOUNT_ROW (row),
                              veto_keyring_box_get_look (VETO_KEYRING_BOX (self->keyring)),
                              veto_keyring_box_is_looking (VETO_KEYRING_BOX (self->keyring)));
  g_signal_connect_object (row, "change", G_CALLBACK (change_cb), self, 0);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, 0);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  g_ptr_array_add (self->rows, row);
}

/* A group comes and goes with its first row. */
static void
set_row_shown (VetoAccountsPage *self, guint at, gboolean is_shown)
{
  GtkWidget *row = self->rows->pdata[at], *list = gtk_widget_get_parent (row);

  gtk_widget_set_visible (row, is_shown);
  if (gtk_widget_get_prev_sibling (row) != NULL)
    return;
  gtk_widget_set_visible (list, is_shown);
  gtk_widget_set_visible (gtk_widget_get_prev_sibling (list), is_shown);
}

static void go_on_cb (GtkWidget *widget);

static void
go_on_later (VetoAccountsPage *self)
{
  if (self->n_shown == self->accounts->len || self->waits)
    return;
  self->waits = TRUE;
  veto_after_frame (GTK_WIDGET (self), go_on_cb);
}

static void
build_some (VetoAccountsPage *self, guint n_more)
{
  for (; n_more > 0 && self->n_shown < self->accounts->len; n_more--)
    {
      build_row (self);
      self->n_shown++;
    }
  go_on_later (self);
}

static void
go_on_cb (GtkWidget *widget)
{
  VetoAccountsPage *self = VETO_ACCOUNTS_PAGE (widget);

  self->waits = FALSE;
  if (self->n_shown == self->rows->len)
    {
      build_some (self, N_A_FRAME);
      return;
    }
  for (guint i = 0; i < N_KEPT_A_FRAME && self->n_shown < self->rows->len; i++)
    set_row_shown (self, self->n_shown++, TRUE);
  go_on_later (self);
}

/* A hundred rows at once are more than a frame's work when the page comes back, even if they are all there. Who scrolled down wants to
 * see the same again, and waits for it. */
static void
set_rows_aside (VetoAccountsPage *self)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  if (gtk_adjustment_get_value (place) > 0)
    return;
  while (self->n_shown > N_AT_FIRST)
    set_row_shown (self, --self->n_shown, FALSE);
}

/* --- The keyring --- */

static void
looked_cb (VetoAccountsPage *self)
{
  for (GtkWidget *list = gtk_widget_get_first_child (self->groups); list != NULL;
       list = gtk_widget_get_next_sibling (list))
    for (GtkWidget *row = GTK_IS_LIST_BOX (list) ? gtk_widget_get_first_child (list) : NULL; row != NULL;
         row = gtk_widget_get_next_sibling (row))
      veto_account_row_show_look (VETO_ACCOUNT_ROW (row),
                                  veto_keyring_box_get_look (VETO_KEYRING_BOX (self->keyring)),
                                  veto_keyring_box_is_looking (VETO_KEYRING_BOX (self->keyring)));
}

static void
look_cb (GtkWidget *widget)
{
  VetoAccountsPage *self = VETO_ACCOUNTS_PAGE (widget);

  self->will_look = FALSE;
  if (gtk_widget_get_mapped (widget))
    veto_keyring_box_look (VETO_KEYRING_BOX (self->keyring));
}

/* Not before there is something to see. */
static void
look_soon (VetoAccountsPage *self)
{
  if (self->will_look || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->will_look = TRUE;
  veto_after_frame (GTK_WIDGET (self), look_cb);
}

static void
secret_cb (VetoAccountsPage *self)
{
  look_soon (self);
}

/* --- What there is --- */

static void
collect (VetoAccountsPage *self)
{
  GListModel *people = veto_account_book_get_people (self->services->accounts);
  GListModel *accounts = G_LIST_MODEL (self->services->accounts);

  for (guint i = 0; i < self->accounts->len; i++)
    g_signal_handlers_disconnect_by_data (self->accounts->pdata[i], self);
  g_ptr_array_set_size (self->accounts, 0);
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(VetoPerson) person = g_list_model_get_item (people, i);

      for (guint j = 0; j < g_list_model_get_n_items (accounts); j++)
        {
          VetoAccount *account = g_list_model_get_item (accounts, j);

          g_signal_connect_swapped (account, "notify::has-secret", G_CALLBACK (secret_cb), self);
          if (veto_account_get_person (account) == person)
            g_ptr_array_add (self->accounts, account);
          else
            {
              g_signal_handlers_disconnect_by_data (account, self);
              g_object_unref (account);
            }
        }
    }
}

static GtkWidget *
create_add_button (void)
{
  GtkWidget *button = veto_wrap_button_new (_ ("Add an account"));

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "veto-primary");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new-account");
  return button;
}

static void
add_empty (VetoAccountsPage *self)
{
  self->first_button = create_add_button ();
  self->empty =
    veto_message_page_new ("dialog-password-symbolic", _ ("No accounts yet"),
                           _ ("Websites often want you to sign in before you may object. Veto can "
                              "keep the login for that. Everything works without."),
                           self->first_button);
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
}

static void
items_changed_cb (VetoAccountsPage *self)
{
  GtkWidget *child;
  gboolean   is_empty;

  while ((child = gtk_widget_get_first_child (self->groups)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups), child);
  self->list = NULL;
  g_ptr_array_set_size (self->rows, 0);
  self->n_shown = 0;
  collect (self);
  is_empty = self->accounts->len == 0;
  gtk_widget_set_visible (self->scroller, !is_empty);
  if (is_empty && self->empty == NULL)
    add_empty (self);
  if (self->empty != NULL)
    gtk_widget_set_visible (self->empty, is_empty);
  build_some (self, N_AT_FIRST);
  look_soon (self);
}

static gboolean
veto_accounts_page_grab_focus (GtkWidget *widget)
{
  VetoAccountsPage *self = VETO_ACCOUNTS_PAGE (widget);

  return gtk_widget_grab_focus (self->accounts->len == 0 ? self->first_button : self->add_button);
}

static void
veto_accounts_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (veto_accounts_page_parent_class)->map (widget);

  go_on_later (VETO_ACCOUNTS_PAGE (widget));
  look_soon (VETO_ACCOUNTS_PAGE (widget));
}

static void
veto_accounts_page_unmap (GtkWidget *widget)
{
  veto_keyring_box_stop (VETO_KEYRING_BOX (VETO_ACCOUNTS_PAGE (widget)->keyring));

  GTK_WIDGET_CLASS (veto_accounts_page_parent_class)->unmap (widget);
  set_rows_aside (VETO_ACCOUNTS_PAGE (widget));
}

static void
veto_accounts_page_dispose (GObject *object)
{
  VetoAccountsPage *self = VETO_ACCOUNTS_PAGE (object);

  for (guint i = 0; self->accounts != NULL && i < self->accounts->len; i++)
    g_signal_handlers_disconnect_by_data (self->accounts->pdata[i], self);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->empty, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_accounts_page_parent_class)->dispose (object);
}

static void
veto_accounts_page_class_init (VetoAccountsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_accounts_page_dispose;
  veto_focus_set_lead (klass, veto_accounts_page_grab_focus);
  widget_class->map = veto_accounts_page_map;
  widget_class->unmap = veto_accounts_page_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
build (VetoAccountsPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_box_append (GTK_BOX (box),
                  veto_wrap_label_new (_ ("Keep a login here to have it at hand at the step that needs it. "
                                          "Everything works without."),
                                       -1));
  gtk_box_append (GTK_BOX (box), self->add_button);
  gtk_box_append (GTK_BOX (box), self->groups);
  gtk_box_append (GTK_BOX (box),
                  self->keyring); /* last: it comes later, and nothing may move under a finger */
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static void
veto_accounts_page_init (VetoAccountsPage *self)
{
  self->accounts = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  self->scroller = gtk_scrolled_window_new ();
  self->add_button = create_add_button ();
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
}

GtkWidget *
veto_accounts_page_new (VetoServices *services)
{
  VetoAccountsPage *self = g_object_new (VETO_TYPE_ACCOUNTS_PAGE, NULL);

  self->services = services;
  self->keyring = veto_keyring_box_new (services);
  build (self);
  g_signal_connect_object (self->keyring, "looked", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (services->accounts, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self);
  return GTK_WIDGET (self);
}
