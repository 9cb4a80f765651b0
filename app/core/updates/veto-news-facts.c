/* What else is another about one platform in two guidances: facts, events, addresses, places on the web.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-guide-news"

#include "veto-config.h"

#include "veto-guide-news-private.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"
#include "veto-evidence.h"
#include "veto-link.h"

/* A fact or an entry of the history */
typedef struct
{
  const char         *id;
  const char         *text;
  const GDate        *day; /* nullable */
  const VetoEvidence *evidence;
} Statement;

static Statement
get_statement (VetoPlatform *platform, VetoNewsSubject subject, guint index, guint *out_n)
{
  Statement none = { NULL, NULL, NULL, NULL };

  if (subject == VETO_NEWS_FACT)
    {
      const VetoFact *facts = veto_platform_get_facts (platform, out_n);

      return index < *out_n ? (Statement){ facts[index].id, facts[index].text, NULL, &facts[index].evidence }
                            : none;
    }
  else
    {
      const VetoHistoryEntry *entries = veto_platform_get_history (platform, out_n);

      return index < *out_n ? (Statement){ entries[index].id, entries[index].text, &entries[index].day,
                                           &entries[index].evidence }
                            : none;
    }
}

static guint
count_statements (VetoPlatform *platform, VetoNewsSubject subject)
{
  guint n;

  get_statement (platform, subject, G_MAXUINT, &n);
  return n;
}

static Statement
find_statement (VetoPlatform *platform, VetoNewsSubject subject, const char *id)
{
  guint     n;
  Statement found = get_statement (platform, subject, 0, &n);

  for (guint i = 0; i < n; i++)
    {
      found = get_statement (platform, subject, i, &n);
      if (g_str_equal (found.id, id))
        return found;
    }
  return (Statement){ NULL, NULL, NULL, NULL };
}

static char *
dup_day (const Statement *statement)
{
  return statement->day != NULL ? veto_day_dup_display (statement->day) : NULL;
}

static char *
dup_source (const Statement *statement)
{
  return statement->evidence != NULL ? veto_evidence_dup_source (statement->evidence) : NULL;
}

static void
take_statement (VetoNewsWork *work, VetoNewsSubject subject, const Statement *before, const Statement *after)
{
  const Statement *shown = after->id != NULL ? after : before;
  VetoNewsKind     kind = after->id == NULL    ? VETO_NEWS_GONE
                          : before->id == NULL ? VETO_NEWS_NEW
                                               : VETO_NEWS_CHANGED;
  VetoNewsItem    *item = veto_news_item_new (work, kind, subject, shown->text);
  g_autofree char *old_day = dup_day (before), *new_day = dup_day (after);
  g_autofree char *old_source = dup_source (before), *new_source = dup_source (after);

  if (kind != VETO_NEWS_CHANGED || !work->is_translated)
    veto_news_item_compare (work, item, _ ("What is said"), before->text, after->text);
  veto_news_item_compare (work, item, _ ("Day"), old_day, new_day);
  /* What a source is called is in words of a language; whether it is another, its day tells as well. */
  if (kind != VETO_NEWS_CHANGED || !work->is_translated
      || g_date_compare (&before->evidence->as_of, &after->evidence->as_of) != 0)
    veto_news_item_compare (work, item, _ ("Source"), old_source, new_source);
  veto_news_work_take (work, item);
}

static void
compare_statements (VetoNewsWork *work, VetoNewsSubject subject)
{
  guint n;

  for (guint i = 0; i < count_statements (work->platforms[1], subject); i++)
    {
      Statement after = get_statement (work->platforms[1], subject, i, &n);
      Statement before = find_statement (work->platforms[0], subject, after.id);

      take_statement (work, subject, &before, &after);
    }
  for (guint i = 0; i < count_statements (work->platforms[0], subject); i++)
    {
      Statement before = get_statement (work->platforms[0], subject, i, &n);
      Statement after = find_statement (work->platforms[1], subject, before.id);

      if (after.id == NULL)
        take_statement (work, subject, &before, &after);
    }
}

/* (nullable): who runs the platform; a platform knows the name only */
static const VetoController *
find_controller (VetoNewsWork *work, guint side)
{
  guint                 n;
  const VetoController *all = veto_guide_set_get_controllers (work->sets[side], &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (all[i].name, veto_platform_get_controller (work->platforms[side])) == 0)
      return &all[i];
  return NULL;
}

static char *
dup_address (const VetoController *controller)
{
  return controller->address != NULL && controller->address[0] != NULL
           ? g_strjoinv ("\n", (char **) controller->address)
           : NULL;
}

static void
compare_addresses (VetoNewsWork *work)
{
  const VetoController *before = find_controller (work, 0), *after = find_controller (work, 1);
  g_autofree char      *old_address = NULL, *new_address = NULL;
  VetoNewsItem         *item;

  if (before == NULL || after == NULL)
    return; /* another company; that is said of the platform */
  old_address = dup_address (before);
  new_address = dup_address (after);
  item = veto_news_item_new (work, VETO_NEWS_CHANGED, VETO_NEWS_ADDRESS, after->name);
  veto_news_item_compare (work, item, _ ("Postal address"), old_address, new_address);
  veto_news_item_compare (work, item, _ ("E-mail address"), before->email, after->email);
  veto_news_item_compare (work, item, _ ("Form on the web"), before->form, after->form);
  veto_news_work_take (work, item);
}

static void
add_hosts (GHashTable *hosts, const VetoStep *steps, guint n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    for (guint k = 0; steps[i].links != NULL && steps[i].links[k] != NULL; k++)
      g_hash_table_add (hosts, veto_link_dup_host (steps[i].links[k]));
}

/* (transfer full) (element-type utf8): all places on the web that the steps of @platform lead to */
static GHashTable *
list_hosts (VetoPlatform *platform)
{
  GHashTable      *hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint            n_guides;
  const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);

  for (guint i = 0; i < n_guides; i++)
    {
      add_hosts (hosts, guides[i].steps, guides[i].n_steps);
      for (guint k = 0; k < guides[i].n_branches; k++)
        add_hosts (hosts, guides[i].branches[k].steps, guides[i].branches[k].n_steps);
    }
  return hosts;
}

static void
take_hosts (VetoNewsWork *work, GHashTable *these, GHashTable *those, guint side)
{
  g_autoptr(GList) names = g_list_sort (g_hash_table_get_keys (these), (GCompareFunc) g_strcmp0);

  for (GList *at = names; at != NULL; at = at->next)
    if (!g_hash_table_contains (those, at->data))
      {
        VetoNewsItem *item =
          veto_news_item_new (work, side == 0 ? VETO_NEWS_GONE : VETO_NEWS_NEW, VETO_NEWS_HOST, at->data);

        veto_news_item_add (work, item, _ ("The steps lead to"), side == 0 ? at->data : NULL,
                            side == 1 ? at->data : NULL);
        veto_news_work_take (work, item);
      }
}

static void
compare_hosts (VetoNewsWork *work)
{
  g_autoptr(GHashTable) before = list_hosts (work->platforms[0]);
  g_autoptr(GHashTable) after = list_hosts (work->platforms[1]);

  take_hosts (work, after, before, 1);
  take_hosts (work, before, after, 0);
}

void
veto_news_compare_rest (VetoNewsWork *work)
{
  compare_statements (work, VETO_NEWS_FACT);
  compare_statements (work, VETO_NEWS_EVENT);
  compare_addresses (work);
  compare_hosts (work);
}
