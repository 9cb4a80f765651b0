/* "What happened?": an entry of a timeline, new or to be corrected.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-event-dialog"

#include "veto-config.h"

#include "veto-event-dialog.h"

#include <glib/gi18n.h>

#include "veto-case-dialog.h"
#include "veto-channels.h"
#include "veto-day-box.h"
#include "veto-day.h"
#include "veto-event-undo.h"
#include "veto-problem-label.h"
#include "veto-radio-list.h"
#include "veto-tell.h"
#include "veto-typed-box.h"
#include "veto-wrap.h"

struct _VetoEventDialog
{
  AdwWindow      parent_instance;
  GtkWidget     *page; /* weak */
  VetoCase      *item;
  char          *id; /* nullable: of the event that is corrected */
  VetoEventDraft draft;
  char          *channel; /* what @draft has */
  gboolean       has_reply;
  GtkWidget     *kinds; /* NULL where the kind stays */
  GtkWidget     *replies;
  GtkWidget     *channels;
  VetoDayBox    *day;
  VetoTypedBox  *note;
  GtkWidget     *problem;
};

G_DEFINE_FINAL_TYPE (VetoEventDialog, veto_event_dialog, ADW_TYPE_WINDOW)

/* What a person chooses from, likeliest first. */
static const struct
{
  VetoEventKind kind;
  const char   *words;
} choices[] = {
  { VETO_EVENT_ANSWER, N_ ("They answered") },
  { VETO_EVENT_CONFIRMATION, N_ ("They confirmed that they got it") },
  { VETO_EVENT_EXTENSION, N_ ("They said that they need longer") },
  { VETO_EVENT_SENT, N_ ("I sent my objection, as a letter or with a form") },
  { VETO_EVENT_LETTER, N_ ("I sent another letter") },
  { VETO_EVENT_COMPLAINT, N_ ("I complained to an authority") },
  { VETO_EVENT_NOTE, N_ ("Something else: a note") },
};

static const VetoReply replies[] = { VETO_REPLY_GRANTED, VETO_REPLY_REFUSED, VETO_REPLY_ASKS_ID,
                                     VETO_REPLY_ASKS_MORE, VETO_REPLY_OTHER };

static gboolean
is_sending (VetoEventKind kind)
{
  return kind == VETO_EVENT_SENT || kind == VETO_EVENT_LETTER || kind == VETO_EVENT_COMPLAINT;
}

/* Only what belongs to the kind is asked. */
static void
show_questions (VetoEventDialog *self)
{
  gtk_widget_set_visible (self->replies, self->draft.kind == VETO_EVENT_ANSWER);
  gtk_widget_set_visible (self->channels, is_sending (self->draft.kind));
  veto_problem_label_say (self->problem, NULL);
}

static void
kind_cb (VetoEventDialog *self, const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (veto_event_kind_get_id (choices[i].kind), id))
      self->draft.kind = choices[i].kind;
  show_questions (self);
}

static void
reply_cb (VetoEventDialog *self, const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (replies); i++)
    if (g_str_equal (veto_reply_get_id (replies[i]), id))
      self->draft.reply = replies[i];
  self->has_reply = TRUE;
  veto_problem_label_say (self->problem, NULL);
}

static void
channel_cb (VetoEventDialog *self, const char *id)
{
  g_free (self->channel);
  self->channel = g_strdup (id);
}

/* Returns: whether everything is there; else it says what is not, and the keyboard goes there */
static gboolean
check (VetoEventDialog *self)
{
  if (self->draft.kind == VETO_EVENT_OTHER)
    {
      veto_problem_label_say (self->problem, _ ("Please choose first what happened."));
      gtk_widget_grab_focus (self->kinds);
      return FALSE;
    }
  if (self->draft.kind == VETO_EVENT_ANSWER && !self->has_reply)
    {
      veto_problem_label_say (self->problem, _ ("Please choose first what they said."));
      gtk_widget_grab_focus (self->replies);
      return FALSE;
    }
  if (!veto_day_box_get_day (self->day, &self->draft.day))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->day)); /* it says why itself */
      return FALSE;
    }
  return TRUE;
}

static const char *
get_title (VetoEventDialog *self)
{
  return self->draft.kind == VETO_EVENT_ANSWER ? veto_reply_get_name (self->draft.reply)
                                               : veto_event_kind_get_name (self->draft.kind);
}

static void
save_cb (VetoEventDialog *self)
{
  VetoTimeline    *timeline = veto_case_get_timeline (self->item);
  g_autofree char *note = veto_typed_box_dup_text (self->note), *text = NULL;
  g_autoptr(GError) error = NULL;
  GVariant *undo = NULL;
  gboolean  is_saved;

  if (!check (self))
    return;
  self->draft.note = g_strstrip (note);
  self->draft.channel = self->channel;
  if (self->id != NULL && veto_timeline_find (timeline, self->id) != NULL)
    is_saved = veto_timeline_correct (timeline, self->id, &self->draft, &undo, &error);
  else
    is_saved = veto_timeline_add (timeline, &self->draft, &undo, &error);
  self->draft.note = NULL;
  if (!is_saved)
    {
      veto_tell_error (GTK_WIDGET (self), error);
      return;
    }
  /* Translators: %s is what happened, as “They answered” */
  text = g_strdup_printf (self->id != NULL ? _ ("Corrected: %s") : _ ("Noted: %s"), get_title (self));
  if (self->page != NULL)
    {
      veto_event_undo_offer (self->page, text, timeline, undo);
      gtk_widget_grab_focus (self->page);
    }
  else
    g_variant_unref (undo);
  gtk_window_close (GTK_WINDOW (self));
}

static void
veto_event_dialog_dispose (GObject *object)
{
  VetoEventDialog *self = VETO_EVENT_DIALOG (object);

  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (veto_event_dialog_parent_class)->dispose (object);
}

static void
veto_event_dialog_finalize (GObject *object)
{
  VetoEventDialog *self = VETO_EVENT_DIALOG (object);

  g_free (self->id);
  g_free (self->channel);

  G_OBJECT_CLASS (veto_event_dialog_parent_class)->finalize (object);
}

static void
veto_event_dialog_class_init (VetoEventDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_event_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_event_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
veto_event_dialog_init (VetoEventDialog *self)
{
}

static GtkWidget *
create_kinds (VetoEventDialog *self)
{
  GtkWidget *list = veto_radio_list_new (_ ("What happened?"), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    veto_radio_list_add (VETO_RADIO_LIST (list), veto_event_kind_get_id (choices[i].kind),
                         _ (choices[i].words));
  if (self->draft.kind != VETO_EVENT_OTHER)
    veto_radio_list_select (VETO_RADIO_LIST (list), veto_event_kind_get_id (self->draft.kind));
  g_signal_connect_swapped (list, "chosen", G_CALLBACK (kind_cb), self);
  return list;
}

static GtkWidget *
create_replies (VetoEventDialog *self)
{
  GtkWidget *list = veto_radio_list_new (_ ("What did they say?"), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (replies); i++)
    veto_radio_list_add (VETO_RADIO_LIST (list), veto_reply_get_id (replies[i]),
                         veto_reply_get_name (replies[i]));
  if (self->has_reply)
    veto_radio_list_select (VETO_RADIO_LIST (list), veto_reply_get_id (self->draft.reply));
  g_signal_connect_swapped (list, "chosen", G_CALLBACK (reply_cb), self);
  return list;
}

/* @title: (nullable): what happened, where that stays */
static void
build (VetoEventDialog *self, GtkWidget *page, const char *title)
{
  GtkWidget *footer, *box = veto_case_dialog_build (ADW_WINDOW (self), page, _ ("What happened?"), &footer);
  GtkWidget *save;

  self->replies = create_replies (self);
  self->channels = veto_channels_list_new ();
  self->day = VETO_DAY_BOX (veto_day_box_new (_ ("On which day?"), &self->draft.day));
  self->note = VETO_TYPED_BOX (veto_typed_box_new (_ ("Note (optional)"), NULL,
                                                   self->draft.note != NULL ? self->draft.note : "",
                                                   VETO_TYPED_BOX_LINES));
  self->problem = veto_problem_label_new (-1);
  if (self->channel != NULL)
    veto_radio_list_select (VETO_RADIO_LIST (self->channels), self->channel);
  g_signal_connect_swapped (self->channels, "chosen", G_CALLBACK (channel_cb), self);
  if (title == NULL)
    gtk_box_append (GTK_BOX (box), self->kinds = create_kinds (self));
  else
    gtk_box_append (GTK_BOX (box), veto_wrap_heading_new (title));
  gtk_box_append (GTK_BOX (box), self->replies);
  gtk_box_append (GTK_BOX (box), self->channels);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->day));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (footer), self->problem);
  save = veto_case_dialog_append_save (footer);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->day, "activate", G_CALLBACK (save_cb), self);
  show_questions (self);
}

/* @draft: (nullable) */
static VetoEventDialog *
create (GtkWidget *page, VetoCase *item, const VetoEventDraft *draft)
{
  VetoEventDialog *self = g_object_new (VETO_TYPE_EVENT_DIALOG, NULL);

  g_set_weak_pointer (&self->page, page);
  self->item = g_object_ref (item);
  if (draft != NULL)
    {
      self->draft = *draft;
      self->channel = g_strdup (draft->channel);
    }
  else
    veto_day_today (&self->draft.day);
  return self;
}

static void
present (VetoEventDialog *self)
{
  self->draft.note = self->draft.channel = NULL; /* not ours */
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->kinds != NULL ? self->kinds : GTK_WIDGET (self->day));
}

void
veto_event_dialog_add (GtkWidget *page, VetoCase *item, const VetoEventDraft *draft)
{
  VetoEventDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (page) && VETO_IS_CASE (item));

  self = create (page, item, draft);
  build (self, page, NULL);
  present (self);
}

/* That a form was opened, or a letter of Veto's own was sent, stays what it is. */
static gboolean
has_own_kind (VetoEvent *event)
{
  if (veto_event_get_letter (event) != NULL)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].kind == veto_event_get_kind (event))
      return FALSE;
  return TRUE;
}

void
veto_event_dialog_correct (GtkWidget *page, VetoCase *item, VetoEvent *event)
{
  VetoEventDialog *self;
  VetoEventDraft   draft;

  g_return_if_fail (GTK_IS_WIDGET (page) && VETO_IS_CASE (item) && VETO_IS_EVENT (event));

  if (veto_event_get_kind (event) == VETO_EVENT_OTHER)
    return;
  veto_event_get_draft (event, &draft);
  self = create (page, item, &draft);
  self->id = g_strdup (veto_event_get_id (event));
  self->has_reply = TRUE;
  build (self, page, has_own_kind (event) ? veto_event_get_title (event) : NULL);
  present (self);
}
