/* Ways in which a letter leaves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-channels"

#include "veto-config.h"

#include "veto-channels.h"

#include <glib/gi18n.h>

#include "veto-day.h"
#include "veto-radio-list.h"

typedef struct
{
  const char *id;
  const char *label;
  const char *words; /* %s for the day */
} Channel;

static const Channel channels[] = {
  { "post", N_ ("By post"), N_ ("Sent by post on %s.") },
  { "email", N_ ("By e-mail"), N_ ("Sent by e-mail on %s.") },
  { "form", N_ ("Through a form on the web"), N_ ("Sent through a form on %s.") },
  { "fax", N_ ("By fax"), N_ ("Sent by fax on %s.") },
  { "hand", N_ ("Handed over"), N_ ("Handed over on %s.") },
  { "other", N_ ("In another way"), N_ ("Sent on %s.") },
};

GtkWidget *
veto_channels_list_new (void)
{
  GtkWidget *list = veto_radio_list_new (_ ("How?"), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    veto_radio_list_add (VETO_RADIO_LIST (list), channels[i].id, _ (channels[i].label));
  return list;
}

const char *
veto_channels_get_label (const char *channel)
{
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (g_strcmp0 (channels[i].id, channel) == 0)
      return _ (channels[i].label);
  return NULL;
}

char *
veto_channels_dup_words (const char *channel, const GDate *day)
{
  g_autofree char *when = veto_day_dup_display (day);
  const char      *words = channels[G_N_ELEMENTS (channels) - 1].words;
  g_auto(GStrv) parts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (g_strcmp0 (channels[i].id, channel) == 0)
      words = channels[i].words;
  parts = g_strsplit (_ (words), "%s", 2);
  return g_strjoinv (when, parts);
}
