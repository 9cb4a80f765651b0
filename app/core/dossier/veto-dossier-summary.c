/* The first page of a dossier: who, against whom, about what, and how far it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-dossier"

#include "veto-config.h"

#include <glib/gi18n-lib.h>

#include "veto-case-deadline.h"
#include "veto-case-sending.h"
#include "veto-day.h"
#include "veto-dossier-private.h"
#include "veto-recipient.h"
#include "veto-store-rows.h"

/* Returns: (transfer full): those of @lines that say something, one below the other */
static char *
join_lines (const char *const *lines, guint n_lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++)
    if (lines[i] != NULL && *lines[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", lines[i]);
  return g_string_free (text, FALSE);
}

/* Returns: (transfer full) (nullable): a day as it is read; what is no day stays as it is */
static char *
dup_birth (const char *born)
{
  g_autofree char *shown = NULL;
  GDate            day;

  if (born == NULL || *born == '\0')
    return NULL;
  shown = veto_day_parse (born, &day) ? veto_day_dup_display (&day) : g_strdup (born);
  /* Translators: in a file for an authority, of a child; %s is a day */
  return g_strdup_printf (_ ("Born on %s"), shown);
}

/* A child has no address of its own here: it is reached through who acts for it. */
static gboolean
add_guardian (VetoDossier *self, VetoCase *item, GError **error)
{
  const char *id = veto_case_get_guardian (item);
  g_autoptr(GHashTable) values = NULL;

  if (id == NULL)
    return TRUE;
  values = veto_store_read_person_of (self->store, id, error);
  if (values == NULL)
    return FALSE;
  {
    const char *const lines[] = { g_hash_table_lookup (values, "profile.name"),
                                  g_hash_table_lookup (values, "profile.address"),
                                  g_hash_table_lookup (values, "profile.email") };

    /* Translators: in a file for an authority: the parent or guardian who acts for a child */
    veto_dossier_add_fact (self->facts, _ ("Acting for the child (parent or guardian)"),
                           join_lines (lines, G_N_ELEMENTS (lines)));
  }
  return TRUE;
}

static gboolean
add_person (VetoDossier *self, VetoCase *item, GError **error)
{
  g_autofree char *born =
    veto_case_is_for_child (item) ? dup_birth (veto_case_get_value (item, "profile.born")) : NULL;
  const char *const lines[] = { veto_case_get_value (item, "profile.name"), born,
                                veto_case_get_value (item, "profile.address"),
                                veto_case_get_value (item, "profile.email") };

  /* Translators: in a file for an authority: whose data it is about */
  veto_dossier_add_fact (self->facts,
                         veto_case_is_for_child (item) ? _ ("Person concerned (a child)")
                                                       : _ ("Person concerned"),
                         join_lines (lines, G_N_ELEMENTS (lines)));
  return add_guardian (self, item, error);
}

/* Returns: (nullable): who runs the platform */
static const VetoController *
find_controller (VetoGuideSet *set, VetoPlatform *platform)
{
  guint                 n_controllers;
  const VetoController *controllers = veto_guide_set_get_controllers (set, &n_controllers);

  for (guint i = 0; platform != NULL && i < n_controllers; i++)
    if (g_strcmp0 (controllers[i].name, veto_platform_get_controller (platform)) == 0)
      return &controllers[i];
  return NULL;
}

static void
add_company (VetoDossier *self, VetoCase *item, VetoPlatform *platform, VetoGuideSet *set)
{
  const char           *id = veto_case_get_company (item);
  const VetoController *controller = id != NULL ? veto_guide_set_find_controller (set, id)
                                                : find_controller (set, platform);
  g_autoptr(VetoRecipient) recipient = controller != NULL ? veto_recipient_new_for_controller (controller)
                                                           : NULL; /* its country in the reader's language */
  g_autofree char  *address = recipient != NULL ? g_strjoinv ("\n", recipient->lines) : NULL;
  const char *const lines[] = { controller != NULL ? controller->name
                                : platform != NULL ? veto_platform_get_controller (platform)
                                                   : self->subject,
                                address };

  /* Translators: in a file for an authority: the company that the case is about */
  veto_dossier_add_fact (self->facts, _ ("Company"), join_lines (lines, G_N_ELEMENTS (lines)));
  /* Translators: in a file for an authority: the service that the company offers, such as the name of a network */
  veto_dossier_add_fact (self->facts, _ ("Service"), platform != NULL ? g_strdup (self->subject) : NULL);
}

/* What the person wants of the company, in a few words */
static const char *
get_goal_words (const char *goal)
{
  static const struct
  {
    const char *id;
    const char *words;
  } goals[] = {
    /* Translators: in a file for an authority: what the company was asked for */
    { "object", N_ ("Objection to the use of personal data for AI") },
    { "object-third-party", N_ ("Objection to the use of personal data for AI, without an account there") },
    { "limit-audience", N_ ("Posts shown to fewer people (a setting of the service)") },
    { "delete-ai-chats", N_ ("Chats with the AI deleted (a setting of the service)") },
    { "opt-out", N_ ("No use of personal data for AI (a setting of the service)") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (goals); i++)
    if (g_strcmp0 (goals[i].id, goal) == 0)
      return _ (goals[i].words);
  return NULL;
}

static char *
dup_sent_words (VetoCase *item)
{
  VetoCaseSending sending;

  return veto_case_compute_sending (item, &sending) && g_date_valid (&sending.day)
           ? veto_day_dup_display (&sending.day)
           : NULL;
}

/* An authority wants to see the time that the law gave, also when it is long over; and the one that was set after it. */
static void
add_deadlines (VetoDossier *self, VetoCase *item)
{
  g_autoptr(VetoCaseDeadline) reply = veto_case_compute_reply_deadline (item);
  g_autoptr(VetoCaseDeadline) present = veto_case_compute_deadline (item);
  g_autofree char *first = NULL, *second = NULL;

  if (reply != NULL)
    {
      veto_dossier_add_fact (self->facts, _ ("Last day for the answer"),
                             veto_day_dup_display (&reply->sum->due));
      first = veto_case_deadline_dup_words (reply);
    }
  if (present != NULL && present->kind == VETO_CASE_DEADLINE_FOLLOW_UP)
    {
      veto_dossier_add_fact (self->facts, _ ("Last day that the last letter gave them"),
                             veto_day_dup_display (&present->sum->due));
      second = veto_case_deadline_dup_words (present);
    }
  self->deadline = first != NULL && second != NULL ? g_strdup_printf ("%s\n%s", first, second)
                   : first != NULL                 ? g_steal_pointer (&first)
                                                   : g_steal_pointer (&second);
}

gboolean
veto_dossier_add_summary (VetoDossier  *self,
                          VetoCase     *item,
                          VetoPlatform *platform,
                          VetoGuideSet *set,
                          const GDate  *today,
                          GError      **error)
{
  if (!add_person (self, item, error))
    return FALSE;
  add_company (self, item, platform, set);
  veto_dossier_add_fact (self->facts, _ ("Account"), g_strdup (veto_case_get_login (item)));
  veto_dossier_add_fact (self->facts, _ ("Request"), g_strdup (get_goal_words (veto_case_get_goal (item))));
  veto_dossier_add_fact (self->facts, _ ("Sent on"), dup_sent_words (item));
  add_deadlines (self, item);
  /* Translators: in a file for an authority: how far the case is, such as "Refused" */
  veto_dossier_add_fact (self->facts, _ ("State"),
                         g_strdup (veto_case_state_get_name (veto_case_compute_state (item, today))));
  veto_dossier_add_fact (self->facts, _ ("Put together on"), g_strdup (self->today));
  return TRUE;
}
