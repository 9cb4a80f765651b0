/* One proof in the list of a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-proof-row"

#include "veto-config.h"

#include "veto-proof-row.h"

#include <glib/gi18n.h>

#include "veto-day.h"
#include "veto-flip-layout.h"
#include "veto-proof-sender.h"
#include "veto-text.h"
#include "veto-wrap.h"

struct _VetoProofRow
{
  GtkListBoxRow parent_instance;
  VetoProof    *proof;
  VetoCase     *item;
  GtkWidget    *details;   /* kind, size, day */
  GtkWidget    *condition; /* hidden while nothing is wrong */
  GtkWidget    *sender;    /* hidden but for e-mails */
  GtkWidget    *question;  /* what becomes of an e-mail in the timeline; hidden but for e-mails */
  GtkWidget    *answers;   /* its buttons */
};

enum { SIGNAL_OPEN, SIGNAL_SAVE, SIGNAL_REMOVE, SIGNAL_NOTE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoProofRow, veto_proof_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_words (GtkWidget *label, const char *words)
{
  gtk_label_set_text (GTK_LABEL (label), words != NULL ? words : "");
  gtk_widget_set_visible (label, words != NULL);
}

static char *
dup_details (VetoProof *proof)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *size = g_format_size ((guint64) MAX (veto_proof_get_size (proof), 0));
  g_autofree char *day = NULL;
  GDate            added;

  if (!veto_day_of_instant (veto_proof_get_added_at (proof), zone, &added))
    return g_strdup_printf ("%s · %s", veto_proof_kind_get_name (veto_proof_get_kind (proof)), size);
  day = veto_day_dup_display (&added);
  /* Translators: what a file is ("Picture"), its size, the day on which it was added */
  return g_strdup_printf (_ ("%s · %s · added on %s"), veto_proof_kind_get_name (veto_proof_get_kind (proof)),
                          size, day);
}

/* (nullable) */
static const char *
get_condition_words (VetoProof *proof)
{
  switch (veto_proof_get_condition (proof))
    {
    case VETO_PROOF_CHANGED:
      return _ ("Changed: this is no longer byte for byte what you added, so do not rely on it.");
    case VETO_PROOF_UNREADABLE:
      return _ ("Veto cannot read this any more. Its database may be damaged.");
    case VETO_PROOF_UNCHECKED:
    case VETO_PROOF_INTACT:
    default:
      return NULL;
    }
}

/* --- What an e-mail becomes in the timeline --- */

static char *
dup_question (VetoProofRow *self, const VetoProofMail *mail, VetoEvent *event)
{
  g_autofree char *day = NULL;

  if (event != NULL)
    {
      day = veto_day_dup_display (veto_event_get_day (event));
      /* Translators: what happened ("Confirmation"), a day */
      return g_strdup_printf (_ ("It stands in “What happened”: %s, %s."), veto_event_get_title (event), day);
    }
  if (!g_date_valid (&mail->day))
    return g_strdup (_ ("It has no date that can be read, so add it to “What happened” yourself."));
  day = veto_day_dup_display (&mail->day);
  /* Translators: a day */
  return g_strdup_printf (_ ("It is dated %s. Put it into “What happened”?"), day);
}

static void
note_cb (VetoProofRow *self, GtkWidget *button)
{
  VetoEventKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "veto-kind"));

  g_signal_emit (self, signals[SIGNAL_NOTE], 0, (guint) kind);
}

static void
name_button (GtkWidget *button, const char *action, VetoProof *proof)
{
  /* Translators: for screen readers: what a button does, and the file that it does it with */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), action, veto_proof_get_name (proof));

  veto_wrap_name_button (button, name);
}

static void
append_answer (VetoProofRow *self, const char *text, VetoEventKind kind)
{
  GtkWidget *button = veto_wrap_button_new (text);

  g_object_set_data (G_OBJECT (button), "veto-kind", GUINT_TO_POINTER (kind));
  name_button (button, text, self->proof);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (note_cb), self);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->answers), button);
}

static void
fill_answers (VetoProofRow *self, VetoProofSender sender)
{
  if (gtk_widget_get_first_child (self->answers) != NULL)
    return;
  if (sender == VETO_PROOF_SENDER_AUTHORITY)
    {
      append_answer (self, _ ("As a note"), VETO_EVENT_NOTE);
      return;
    }
  append_answer (self, _ ("As a confirmation"), VETO_EVENT_CONFIRMATION);
  append_answer (self, _ ("As an answer"), VETO_EVENT_ANSWER);
}

/* An e-mail that the person has written is no news. */
static void
show_mail (VetoProofRow *self)
{
  const VetoProofMail *mail = veto_proof_get_mail (self->proof);
  VetoProofSender      sender;
  VetoEvent           *event;
  gboolean             asks;
  g_autofree char     *words = NULL, *question = NULL;

  if (mail == NULL)
    return;
  sender = veto_proof_sender_judge (self->item, mail);
  event = veto_proof_sender_find_event (self->item, veto_proof_get_id (self->proof));
  words = veto_proof_sender_dup_words (self->item, mail);
  show_words (self->sender, words);
  if (veto_proof_sender_is_suspect (sender))
    gtk_widget_add_css_class (self->sender, "veto-changed");
  if (sender != VETO_PROOF_SENDER_OWN || event != NULL)
    question = dup_question (self, mail, event);
  show_words (self->question, question);
  asks = question != NULL && event == NULL && g_date_valid (&mail->day);
  if (asks)
    {
      fill_answers (self, sender);
      gtk_widget_set_hexpand (gtk_widget_get_last_child (self->answers), TRUE);
    }
  gtk_widget_set_visible (self->answers, asks);
}

/* The row says it all at once, as a screen reader comes to it. */
static void
tell_row (VetoProofRow *self)
{
  GtkWidget *labels[] = { self->details, self->condition, self->sender, self->question };
  GString   *words = g_string_new (veto_proof_get_name (self->proof));

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (gtk_widget_get_visible (labels[i]))
      g_string_append_printf (words, ". %s", gtk_label_get_text (GTK_LABEL (labels[i])));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  g_string_free (words, TRUE);
}

static void
changed_cb (VetoProofRow *self)
{
  show_words (self->condition, get_condition_words (self->proof));
  show_mail (self);
  tell_row (self);
}

static void
open_cb (VetoProofRow *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0);
}

static void
save_cb (VetoProofRow *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVE], 0);
}

static void
remove_cb (VetoProofRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
veto_proof_row_dispose (GObject *object)
{
  g_clear_object (&VETO_PROOF_ROW (object)->proof);
  g_clear_object (&VETO_PROOF_ROW (object)->item);

  G_OBJECT_CLASS (veto_proof_row_parent_class)->dispose (object);
}

static guint
add_signal (GType type, const char *name, guint n_parameters)
{
  return g_signal_new (name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, n_parameters,
                       G_TYPE_UINT);
}

static void
veto_proof_row_class_init (VetoProofRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_proof_row_dispose;
  signals[SIGNAL_OPEN] = add_signal (type, "open", 0);
  signals[SIGNAL_SAVE] = add_signal (type, "save", 0);
  signals[SIGNAL_REMOVE] = add_signal (type, "remove", 0);
  signals[SIGNAL_NOTE] = add_signal (type, "note", 1);
}

static void
veto_proof_row_init (VetoProofRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

static GtkWidget *
append_label (GtkWidget *box, const char *text, const char *style, gboolean is_quiet)
{
  GtkWidget *label = veto_wrap_label_new (text, 44); /* as wide as the words of a step would like to be */

  gtk_widget_add_css_class (label, style);
  if (is_quiet)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_visible (label, *text != '\0');
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
create_buttons (void)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (buttons, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8, "row-width", 240,
                                                        "keep-natural", TRUE, NULL));
  gtk_widget_set_hexpand (buttons, FALSE); /* what the last of them takes is not for the whole page */
  gtk_widget_set_margin_top (buttons, 6);
  return buttons;
}

static void
append_button (VetoProofRow *self, GtkWidget *buttons, const char *text, GCallback callback)
{
  GtkWidget *button = veto_wrap_button_new (text);

  name_button (button, text, self->proof);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (buttons), button);
}

static GtkWidget *
create_icon (VetoProofKind kind)
{
  static const char *const icons[] = {
    [VETO_PROOF_KIND_PICTURE] = "image-x-generic-symbolic",
    [VETO_PROOF_KIND_PDF] = "x-office-document-symbolic",
    [VETO_PROOF_KIND_MAIL] = "mail-unread-symbolic",
    [VETO_PROOF_KIND_TEXT] = "text-x-generic-symbolic",
  };
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icons[kind], "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  return icon;
}

static void
build (VetoProofRow *self)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *buttons = create_buttons ();
  g_autofree char *details = dup_details (self->proof);

  append_label (words, veto_proof_get_name (self->proof), "veto-value", FALSE);
  self->details = append_label (words, details, "veto-small", TRUE);
  self->condition = append_label (words, "", "veto-changed", FALSE);
  self->sender = append_label (words, "", "veto-small", FALSE);
  append_button (self, buttons, _ ("Open"), G_CALLBACK (open_cb));
  append_button (self, buttons, _ ("Save a copy…"), G_CALLBACK (save_cb));
  append_button (self, buttons, _ ("Remove"), G_CALLBACK (remove_cb));
  gtk_widget_set_hexpand (gtk_widget_get_last_child (buttons), TRUE); /* so that they stand at the start */
  gtk_box_append (GTK_BOX (words), buttons);
  self->question = append_label (words, "", "veto-small", FALSE);
  gtk_widget_set_margin_top (self->question, 8);
  self->answers = create_buttons ();
  gtk_widget_set_visible (self->answers, FALSE);
  gtk_box_append (GTK_BOX (words), self->answers);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (box, "veto-fact");
  gtk_box_append (GTK_BOX (box), create_icon (veto_proof_get_kind (self->proof)));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
veto_proof_row_new (VetoProof *proof, VetoCase *item)
{
  VetoProofRow *self = g_object_new (VETO_TYPE_PROOF_ROW, NULL);

  self->proof = g_object_ref (proof);
  self->item = g_object_ref (item);
  build (self);
  changed_cb (self);
  g_signal_connect_object (proof, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (veto_case_get_timeline (item), "items-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

VetoProof *
veto_proof_row_get_proof (VetoProofRow *self)
{
  g_return_val_if_fail (VETO_IS_PROOF_ROW (self), NULL);
  return self->proof;
}
