/* What a letter still needs before it can be sent, each with a way there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-missing"

#include "veto-config.h"

#include "veto-letter-missing.h"

#include <glib/gi18n.h>

#include "veto-wrap.h"

/* More would take the room that answering needs: of links, and of what they say together, the first aside */
#define MAX_SHOWN 3
#define MAX_CHARS 58

struct _VetoLetterMissing
{
  GtkWidget       parent_instance;
  VetoLetterWork *work;
  GtkWidget      *label;
  char           *markup; /* that is shown */
};

enum { SIGNAL_ASKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoLetterMissing, veto_letter_missing, GTK_TYPE_WIDGET)

typedef struct
{
  VetoLetterWork *work;
  GStrvBuilder   *labels;
  GStrvBuilder   *ids;
} List;

static void
add (List *list, const char *label, const char *id)
{
  g_strv_builder_add (list->labels, label);
  g_strv_builder_add (list->ids, id);
}

static void
add_recipient (List *list, const char *id, const char *label)
{
  if (veto_letter_is_missing (veto_letter_work_get_letter (list->work), id)
      || veto_letter_work_get_problem (list->work, id) != NULL)
    add (list, label, id);
}

static void
add_own_words (List *list)
{
  guint                n_paragraphs;
  const VetoParagraph *paragraphs =
    veto_letter_kind_get_paragraphs (veto_letter_work_get_labels (list->work), &n_paragraphs);

  for (guint i = 0; i < n_paragraphs; i++)
    {
      g_autofree char *id = g_strconcat (VETO_DRAFT_PARAGRAPH, paragraphs[i].id, NULL);

      if (veto_letter_work_get_problem (list->work, id) != NULL)
        add (list, _ ("Your own words"), id);
    }
}

char **
veto_letter_work_dup_missing (VetoLetterWork *self, char ***out_ids)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  List             list = { self, labels, ids };
  guint            n_fields;
  const VetoField *fields = veto_letter_kind_get_fields (veto_letter_work_get_labels (self), &n_fields);

  add_recipient (&list, VETO_DRAFT_AUTHORITY, _ ("The address of the authority"));
  add_recipient (&list, VETO_DRAFT_CONTROLLER, _ ("The address of the company"));
  for (guint i = 0; i < n_fields; i++)
    if (veto_letter_is_missing (veto_letter_work_get_letter (self), fields[i].id)
        || veto_letter_work_get_problem (self, fields[i].id) != NULL)
      {
        g_autofree char *label =
          veto_letter_dup_missing_label (veto_letter_work_get_letter (self), fields[i].id);

        add (&list, label, fields[i].id);
      }
  add_own_words (&list);
  if (out_ids != NULL)
    *out_ids = g_strv_builder_end (ids);
  return g_strv_builder_end (labels);
}

static gboolean
link_cb (VetoLetterMissing *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_ASKED], 0, id);
  return GDK_EVENT_STOP;
}

/* How many are named; of the others, only how many there are */
static guint
count_shown (char **labels)
{
  glong n_chars = 0;
  guint n = 0;

  for (; n < MAX_SHOWN && labels[n] != NULL; n++)
    {
      n_chars += g_utf8_strlen (labels[n], -1);
      if (n > 0 && n_chars > MAX_CHARS)
        break;
    }
  return n;
}

static char *
dup_sentence (const char *links, guint n_others)
{
  if (n_others == 0)
    /* Translators: %s is a list of questions, such as “Your name, Your account” */
    return g_strdup_printf (_ ("Still missing: %s"), links);
  return g_strdup_printf (
    /* Translators: %1$s is a list of questions, %2$u how many others are missing as well */
    ngettext ("Still missing: %1$s and %2$u more", "Still missing: %1$s and %2$u more", n_others), links,
    n_others);
}

/* The links are places in this window, never addresses. */
static void
changed_cb (VetoLetterMissing *self)
{
  g_auto(GStrv) ids = NULL;
  g_auto(GStrv) labels = veto_letter_work_dup_missing (self->work, &ids);
  g_autoptr(GString) links = g_string_new (NULL);
  g_autofree char *before = g_steal_pointer (&self->markup);
  guint            n_shown = count_shown (labels);

  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *link = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", ids[i], labels[i]);
      g_string_append_printf (links, "%s%s", i > 0 ? ", " : "", link);
    }
  self->markup = dup_sentence (links->str, g_strv_length (labels) - n_shown);
  gtk_widget_set_visible (self->label, labels[0] != NULL);
  if (g_strcmp0 (before, self->markup) != 0)
    gtk_label_set_markup (GTK_LABEL (self->label), self->markup);
}

static void
veto_letter_missing_dispose (GObject *object)
{
  VetoLetterMissing *self = VETO_LETTER_MISSING (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (veto_letter_missing_parent_class)->dispose (object);
}

static void
veto_letter_missing_finalize (GObject *object)
{
  g_free (VETO_LETTER_MISSING (object)->markup);

  G_OBJECT_CLASS (veto_letter_missing_parent_class)->finalize (object);
}

static void
veto_letter_missing_class_init (VetoLetterMissingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_letter_missing_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_letter_missing_finalize;
  signals[SIGNAL_ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_letter_missing_init (VetoLetterMissing *self)
{
  self->label = veto_wrap_label_new ("", -1);
  g_signal_connect_swapped (self->label, "activate-link", G_CALLBACK (link_cb), self);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
veto_letter_missing_new (VetoLetterWork *work)
{
  VetoLetterMissing *self = g_object_new (VETO_TYPE_LETTER_MISSING, NULL);

  self->work = g_object_ref (work);
  changed_cb (self);
  g_signal_connect_object (work, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
