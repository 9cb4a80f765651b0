/* What is another between two guidances, as the people read it who followed the older one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-guide-news"

#include "veto-config.h"

#include "veto-guide-news-private.h"

#include <glib/gi18n-lib.h>

#include "veto-guide-lines.h"
#include "veto-text.h"

struct _VetoGuideNews
{
  GPtrArray *platforms; /* of VetoPlatformNews */
  gboolean   is_translated;
};

static void
free_words (gpointer data)
{
  VetoNewsWords *words = data;

  g_free (words->before);
  g_free (words->after);
  g_free (words);
}

static void
free_item (gpointer data)
{
  VetoNewsItem *item = data;

  g_free (item->title);
  g_free (item->place);
  g_free (item->guide);
  g_free (item->step);
  g_ptr_array_unref (item->words);
  g_free (item);
}

static void
free_platform (gpointer data)
{
  VetoPlatformNews *news = data;

  g_free (news->id);
  g_free (news->name);
  g_free (news->summary);
  g_ptr_array_unref (news->items);
  g_object_unref (news->platform);
  g_free (news);
}

/* @side: 0 before, 1 now. Returns: (transfer full) (nullable) */
static char *
dup_filled (VetoNewsWork *work, guint side, const char *text)
{
  return veto_guide_fill_for_anybody (text, work->platforms[side]);
}

VetoNewsItem *
veto_news_item_new (VetoNewsWork *work, VetoNewsKind kind, VetoNewsSubject subject, const char *title)
{
  VetoNewsItem *item = g_new0 (VetoNewsItem, 1);

  item->kind = kind;
  item->subject = subject;
  item->title = dup_filled (work, kind == VETO_NEWS_GONE ? 0 : 1, title);
  item->words = g_ptr_array_new_with_free_func (free_words);
  return item;
}

void
veto_news_item_add (VetoNewsWork *work,
                    VetoNewsItem *item,
                    const char   *label,
                    const char   *before,
                    const char   *after)
{
  VetoNewsWords *words;

  if (before == NULL && after == NULL)
    return;
  words = g_new0 (VetoNewsWords, 1);
  words->label = label;
  words->before = dup_filled (work, 0, before);
  words->after = dup_filled (work, 1, after);
  g_ptr_array_add (item->words, words);
}

void
veto_news_item_compare (VetoNewsWork *work,
                        VetoNewsItem *item,
                        const char   *label,
                        const char   *before,
                        const char   *after)
{
  if (g_strcmp0 (before, after) != 0)
    veto_news_item_add (work, item, label, before, after);
}

void
veto_news_work_take (VetoNewsWork *work, VetoNewsItem *item)
{
  if (item->words->len > 0)
    g_ptr_array_add (work->items, item);
  else
    free_item (item);
}

/* (nullable): as one text: "public posts, comments" */
static char *
dup_list (const char *const *list)
{
  return list != NULL && list[0] != NULL ? g_strjoinv (", ", (char **) list) : NULL;
}

static void
compare_about (VetoNewsWork *work)
{
  VetoPlatform    *before = work->platforms[0], *after = work->platforms[1];
  VetoNewsItem    *item;
  g_autofree char *old_covers = dup_list (veto_platform_get_covers (before));
  g_autofree char *new_covers = dup_list (veto_platform_get_covers (after));
  g_autofree char *old_not = dup_list (veto_platform_get_not_covered (before));
  g_autofree char *new_not = dup_list (veto_platform_get_not_covered (after));

  item = veto_news_item_new (work, VETO_NEWS_CHANGED, VETO_NEWS_PLATFORM, veto_platform_get_name (after));
  veto_news_item_compare (work, item, _ ("Name"), veto_platform_get_name (before),
                          veto_platform_get_name (after));
  veto_news_item_compare (work, item, _ ("Company"), veto_platform_get_controller (before),
                          veto_platform_get_controller (after));
  if (!work->is_translated)
    {
      veto_news_item_compare (work, item, _ ("What it is about"), veto_platform_get_summary (before),
                              veto_platform_get_summary (after));
      veto_news_item_compare (work, item, _ ("What an objection covers"), old_covers, new_covers);
      veto_news_item_compare (work, item, _ ("What it does not cover"), old_not, new_not);
    }
  veto_news_work_take (work, item);
}

static gint
compare_subjects (gconstpointer a, gconstpointer b)
{
  const VetoNewsItem *const *first = a, *const *second = b;

  return (int) (*first)->subject - (int) (*second)->subject;
}

/* g_ptr_array_sort() may change the order of equals, and theirs is that of the guidance. */
static void
sort_items (GPtrArray *items)
{
  for (guint i = 1; i < items->len; i++)
    for (guint k = i; k > 0 && compare_subjects (&items->pdata[k - 1], &items->pdata[k]) > 0; k--)
      {
        gpointer swapped = items->pdata[k];

        items->pdata[k] = items->pdata[k - 1];
        items->pdata[k - 1] = swapped;
      }
}

/* @summary: (transfer full) */
static VetoPlatformNews *
make_platform (VetoNewsKind kind, VetoPlatform *platform, GPtrArray *items, char *summary)
{
  VetoPlatformNews *news = g_new0 (VetoPlatformNews, 1);

  news->kind = kind;
  news->id = g_strdup (veto_platform_get_id (platform));
  news->name = g_strdup (veto_platform_get_name (platform));
  news->platform = g_object_ref (platform);
  news->items = items != NULL ? g_ptr_array_ref (items) : g_ptr_array_new ();
  news->summary = summary;
  return news;
}

static void
compare_platforms (VetoGuideNews *self, VetoGuideSet *before, VetoGuideSet *after, VetoPlatform *now)
{
  VetoPlatform *then = veto_guide_set_find_platform (before, veto_platform_get_id (now));
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (free_item);
  VetoNewsWork work = { { before, after }, { then, now }, self->is_translated, items };

  if (then == NULL)
    {
      g_ptr_array_add (self->platforms,
                       make_platform (VETO_NEWS_NEW, now, NULL,
                                      g_strdup (_ ("Veto has steps for this service now."))));
      return;
    }
  compare_about (&work);
  veto_news_compare_guides (&work);
  veto_news_compare_rest (&work);
  if (items->len == 0)
    return;
  sort_items (items);
  g_ptr_array_add (self->platforms,
                   make_platform (VETO_NEWS_CHANGED, now, items, veto_news_dup_summary (items)));
}

VetoGuideNews *
veto_guide_news_new (VetoGuideSet *before, VetoGuideSet *after)
{
  VetoGuideNews *self = g_rc_box_new0 (VetoGuideNews);

  self->platforms = g_ptr_array_new_with_free_func (free_platform);
  if (before == NULL || before == after)
    return self;
  self->is_translated = g_strcmp0 (veto_guide_set_get_language (before), veto_guide_set_get_language (after))
                        != 0;
  for (guint i = 0; i < veto_guide_set_get_n_platforms (after); i++)
    compare_platforms (self, before, after, veto_guide_set_get_platform (after, i));
  for (guint i = 0; i < veto_guide_set_get_n_platforms (before); i++)
    {
      VetoPlatform *then = veto_guide_set_get_platform (before, i);

      if (veto_guide_set_find_platform (after, veto_platform_get_id (then)) == NULL)
        g_ptr_array_add (self->platforms,
                         make_platform (VETO_NEWS_GONE, then, NULL,
                                        g_strdup (_ ("The new guidance has no steps for this service any "
                                                     "more. What you did there stays."))));
    }
  return self;
}

VetoGuideNews *
veto_guide_news_ref (VetoGuideNews *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_news (gpointer data)
{
  g_ptr_array_unref (((VetoGuideNews *) data)->platforms);
}

void
veto_guide_news_unref (VetoGuideNews *self)
{
  g_rc_box_release_full (self, clear_news);
}

GPtrArray *
veto_guide_news_get_platforms (VetoGuideNews *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->platforms;
}

VetoPlatformNews *
veto_guide_news_find (VetoGuideNews *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->platforms->len; i++)
    {
      VetoPlatformNews *news = g_ptr_array_index (self->platforms, i);

      if (g_strcmp0 (news->id, id) == 0)
        return news;
    }
  return NULL;
}

gboolean
veto_guide_news_is_translated (VetoGuideNews *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_translated;
}

char *
veto_guide_news_dup_summary (VetoGuideNews *self)
{
  const VetoPlatformNews *first;
  guint                   n_more;
  g_autofree char        *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->platforms->len == 0)
    return g_strdup (_ ("Nothing changed for any service."));
  first = g_ptr_array_index (self->platforms, 0);
  name = veto_text_dup_isolated (first->name, NULL);
  n_more = self->platforms->len - 1;
  if (n_more == 0)
    /* Translators: %s is a service: "Facebook" */
    return g_strdup_printf (_ ("Something is new for %s."), name);
  return g_strdup_printf (
    /* Translators: %s is a service, %u how many others there are */
    ngettext ("Something is new for %s and %u other service.",
              "Something is new for %s and %u other services.", n_more),
    name, n_more);
}
