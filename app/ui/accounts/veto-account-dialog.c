/* Asks about another account on a platform: whose it is, and which.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-account-dialog"

#include "veto-config.h"

#include "veto-account-dialog.h"

#include <glib/gi18n.h>

#include "veto-account-fields.h"
#include "veto-account-place.h"
#include "veto-account-words.h"
#include "veto-day.h"
#include "veto-press-once.h"
#include "veto-problem-label.h"
#include "veto-radio-list.h"
#include "veto-tell.h"
#include "veto-text.h"
#include "veto-typed-box.h"
#include "veto-typed-day.h"
#include "veto-wrap.h"

/* What is chosen: one of these, or the id of a person */
#define ME "me"
#define SOMEBODY_NEW "new"

#define WIDTH 460
#define HEIGHT 640

struct _VetoAccountDialog
{
  AdwWindow     parent_instance;
  VetoServices *services;
  GtkWidget    *widget;  /* weak: who asked */
  VetoAccount  *account; /* nullable: it was added, only its password is not stored yet */
  GCancellable *stop;
  VetoObjection
       *item; /* nullable: what the account is added to; without it is asked where, and no case is begun */
  char *who;

  GtkWidget *where; /* nullable */
  GtkWidget *list;
  GtkWidget *person; /* what is asked about somebody new */
  GtkWidget *name;
  GtkWidget *is_child;
  GtkWidget *born;
  GtkWidget *fields;
  GtkWidget *problem;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (VetoAccountDialog, veto_account_dialog, ADW_TYPE_WINDOW)

static gboolean
is_new (VetoAccountDialog *self)
{
  return g_strcmp0 (self->who, SOMEBODY_NEW) == 0;
}

static void
show_questions (VetoAccountDialog *self)
{
  gtk_widget_set_visible (self->person, is_new (self));
  gtk_widget_set_visible (self->born, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->is_child)));
}

static void
chosen_cb (VetoAccountDialog *self, const char *id)
{
  char *before = self->who;

  self->who = g_strdup (id);
  g_free (before);
  show_questions (self);
}

/* Returns: (transfer full): without what is around it */
static char *
dup_typed (GtkWidget *box)
{
  return g_strstrip (veto_typed_box_dup_text (VETO_TYPED_BOX (box)));
}

/* *out_born: (transfer full) (nullable). Returns: (nullable): what is wrong */
static const char *
check (VetoAccountDialog *self, const VetoAccountDraft *draft, char **out_born)
{
  g_autofree char *born = dup_typed (self->born);
  GDate            day;

  if (is_new (self) && *draft->name == '\0')
    return _ ("What is the name of the other person?");
  if (is_new (self) && draft->is_child && *born != '\0')
    {
      if (!veto_typed_day_parse (born, &day))
        return _ ("This is no date of birth. Write the day, the month and the year, or leave it out.");
      *out_born = veto_day_dup_iso (&day);
    }
  if (g_str_equal (self->who, ME) && *draft->label == '\0' && *draft->login == '\0')
    return _ ("Write one of the two, so that you can tell your accounts apart.");
  return NULL;
}

/* The page of what was added is shown; from the page of all accounts nobody is led away. */
static void
close_dialog (VetoAccountDialog *self)
{
  g_autofree char *id = self->item != NULL ? g_strdup_printf ("%s#%s", veto_objection_get_place (self->item),
                                                              veto_account_get_id (self->account))
                                           : NULL;
  GtkWidget       *widget = self->widget;

  gtk_window_close (GTK_WINDOW (self));
  if (widget != NULL && id != NULL)
    gtk_widget_activate_action (widget, "win.platform", "s", id);
}

/* Of somebody new, what was ticked; of somebody known, whether somebody acts for them */
static gboolean
is_child (const VetoAccountDraft *draft)
{
  return draft->person != NULL ? veto_person_is_child (draft->person)
                               : draft->name != NULL && draft->is_child;
}

/* The way of the account that was on the screen, unless the one is a child's and the other is not. */
static const char *
find_guide (VetoAccountDialog *self, gboolean for_child)
{
  VetoGuideSet    *set = veto_guidance_get_set (self->services->guidance);
  VetoPlatform    *platform = veto_objection_get_platform (self->item);
  VetoCase        *known = veto_objection_get_case (self->item);
  gboolean         is_same = for_child == (known != NULL && veto_case_is_for_child (known));
  const VetoGuide *guide = is_same ? veto_objection_get_guide (self->item) : NULL;

  if (guide == NULL && platform != NULL)
    guide = veto_case_propose_guide (set, platform, veto_objection_get_goal (self->item), for_child);
  return guide != NULL ? guide->id : VETO_GUIDE_LETTER;
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoAccountDialog) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = veto_password_box_save_finish (VETO_PASSWORD_BOX (source), result, &error);

  if (self->account == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* closed meanwhile */
  gtk_widget_set_sensitive (self->button, TRUE);
  if (done)
    close_dialog (self);
  else
    {
      gtk_button_set_label (GTK_BUTTON (self->button), _ ("Save"));
      veto_wrap_button (GTK_BUTTON (self->button));
      veto_account_words_tell (GTK_WIDGET (self), self->problem, error);
    }
}

/* The account is there; the keyring may take its time. */
static void
go_on (VetoAccountDialog *self)
{
  VetoPasswordBox *password = veto_account_fields_get_password (VETO_ACCOUNT_FIELDS (self->fields));

  veto_password_box_set_account (password, self->account);
  if (self->where != NULL)
    gtk_widget_set_visible (self->where, FALSE);
  gtk_widget_set_visible (self->list, FALSE);
  gtk_widget_set_visible (self->person, FALSE);
  gtk_widget_set_sensitive (self->button, FALSE);
  veto_password_box_save_async (password, self->stop, stored_cb, g_object_ref (self));
}

/* What the fields know beside the draft. */
static gboolean
add (VetoAccountDialog *self, const VetoAccountDraft *draft, GError **error)
{
  VetoAccount *account = veto_account_book_add (self->services->accounts, draft, error);

  if (account == NULL)
    return FALSE;
  self->account = g_object_ref (account);
  return veto_account_fields_save (VETO_ACCOUNT_FIELDS (self->fields), account, error);
}

static gboolean
add_described (VetoAccountDialog *self, GError **error)
{
  VetoAccountFields *fields = VETO_ACCOUNT_FIELDS (self->fields);
  g_autofree char   *name = dup_typed (self->name), *label = veto_account_fields_dup_label (fields),
                  *login = veto_account_fields_dup_login (fields), *born = NULL;
  VetoAccountDraft draft = { .platform = self->where != NULL
                                           ? veto_account_place_get (VETO_ACCOUNT_PLACE (self->where))
                                           : veto_objection_get_place (self->item),
                             .name = is_new (self) ? name : NULL,
                             .is_child = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->is_child)),
                             .label = label,
                             .login = login,
                             .goal = self->item != NULL ? veto_objection_get_goal (self->item) : NULL };
  const char      *problem = check (self, &draft, &born);

  if (problem != NULL)
    {
      veto_problem_label_say (self->problem, problem);
      return FALSE;
    }
  draft.born = born;
  if (!is_new (self) && !g_str_equal (self->who, ME))
    draft.person = veto_account_book_find_person (self->services->accounts, self->who);
  if (self->item != NULL)
    draft.guide = find_guide (self, is_child (&draft));
  return add (self, &draft, error);
}

static void
add_cb (VetoAccountDialog *self)
{
  VetoAccountFields *fields = VETO_ACCOUNT_FIELDS (self->fields);
  g_autoptr(GError) error = NULL;
  gboolean done;

  veto_problem_label_say (self->problem, "");
  done = veto_password_box_check (veto_account_fields_get_password (fields), &error)
         && (self->account != NULL ? veto_account_fields_save (fields, self->account, &error)
                                   : add_described (self, &error));
  if (done)
    go_on (self);
  else if (error != NULL)
    veto_account_words_tell (GTK_WIDGET (self), self->problem, error);
}

static void
veto_account_dialog_dispose (GObject *object)
{
  VetoAccountDialog *self = VETO_ACCOUNT_DIALOG (object);

  g_clear_weak_pointer (&self->widget);
  g_cancellable_cancel (self->stop);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (veto_account_dialog_parent_class)->dispose (object);
}

static void
veto_account_dialog_finalize (GObject *object)
{
  VetoAccountDialog *self = VETO_ACCOUNT_DIALOG (object);

  g_object_unref (self->stop);
  g_clear_object (&self->item);
  g_free (self->who);

  G_OBJECT_CLASS (veto_account_dialog_parent_class)->finalize (object);
}

/* A question that the keyring asks for this window goes with it. */
static gboolean
veto_account_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (VETO_ACCOUNT_DIALOG (window)->stop);
  return GTK_WINDOW_CLASS (veto_account_dialog_parent_class)->close_request (window);
}

static void
veto_account_dialog_class_init (VetoAccountDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_account_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_account_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = veto_account_dialog_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
veto_account_dialog_init (VetoAccountDialog *self)
{
  self->who = g_strdup (ME);
  self->stop = g_cancellable_new ();
}

static GtkWidget *
create_people (VetoAccountDialog *self)
{
  GtkWidget  *list = veto_radio_list_new (_ ("Whose account is it?"), NULL);
  GListModel *people = veto_account_book_get_people (self->services->accounts);

  veto_radio_list_add (VETO_RADIO_LIST (list), ME, _ ("Mine"));
  for (guint i = 1; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(VetoPerson) person = g_list_model_get_item (people, i);
      const char *name = veto_person_get_name (person);

      veto_radio_list_add (VETO_RADIO_LIST (list), veto_person_get_id (person),
                           name != NULL ? name : _ ("Somebody else"));
    }
  veto_radio_list_add (VETO_RADIO_LIST (list), SOMEBODY_NEW, _ ("Another person’s"));
  veto_radio_list_select (VETO_RADIO_LIST (list), ME);
  g_signal_connect_swapped (list, "chosen", G_CALLBACK (chosen_cb), self);
  return list;
}

static GtkWidget *
create_person (VetoAccountDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *words = veto_wrap_label_new (_ ("It is a child, and I am a parent or guardian"), -1);

  self->name = veto_typed_box_new (_ ("Name of the other person"), NULL, "", VETO_TYPED_BOX_NONE);
  gtk_widget_set_margin_start (words, 6);
  self->is_child = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->is_child), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->is_child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (words)), -1);
  self->born = veto_typed_box_new (_ ("Date of birth (optional)"), _ ("Some letters for children name it."),
                                   "", VETO_TYPED_BOX_NONE);
  g_signal_connect_swapped (self->is_child, "toggled", G_CALLBACK (show_questions), self);
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->is_child);
  gtk_box_append (GTK_BOX (box), self->born);
  return box;
}

static void
fill (VetoAccountDialog *self, GtkWidget *box)
{
  GtkWidget *privacy = veto_wrap_label_new (_ ("This stays on this computer."), -1);

  self->list = create_people (self);
  self->person = create_person (self);
  self->fields = veto_account_fields_new (self->services, NULL);
  self->button = veto_wrap_button_new (_ ("Add"));
  self->problem = veto_problem_label_new (-1);
  gtk_widget_add_css_class (privacy, "dim-label");
  gtk_widget_add_css_class (self->button, "suggested-action");
  veto_press_once (self->button, self->button);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (add_cb), self);
  if (self->item == NULL)
    {
      self->where = veto_account_place_new (self->services);
      gtk_box_append (GTK_BOX (box), self->where);
    }
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->person);
  gtk_box_append (GTK_BOX (box), self->fields);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), privacy);
  show_questions (self);
}

static void
build (VetoAccountDialog *self, const char *title)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  gtk_widget_add_css_class (box, "veto-message-box");
  fill (self, box);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (all), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (all), scroller);
  adw_window_set_content (ADW_WINDOW (self), all);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

void
veto_account_dialog_show (GtkWidget *widget, VetoServices *services, VetoObjection *item)
{
  VetoAccountDialog *self;
  GtkRoot           *root;
  g_autofree char   *name = NULL, *title = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && (item == NULL || VETO_IS_OBJECTION (item)));

  self = g_object_new (VETO_TYPE_ACCOUNT_DIALOG, NULL);
  self->services = services;
  g_set_object (&self->item, item);
  if (item != NULL)
    {
      name = veto_text_dup_isolated (veto_objection_get_name (item), NULL);
      /* Translators: the title of a small window; %s is a platform or a company */
      title = g_strdup_printf (_ ("%s: another account"), name);
    }
  g_set_weak_pointer (&self->widget, widget);
  build (self, title != NULL ? title : _ ("Add an account"));
  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->where != NULL ? self->where : self->list);
}
