/* One search over all that Veto has: services, ways, companies, letters, cases, help. In memory, as it is when it is made.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-search"

#include "veto-config.h"

#include "veto-search.h"

#include <glib/gi18n.h>

#include "veto-letter-words.h"
#include "veto-manual.h"

struct _VetoSearch
{
  GPtrArray *hits[VETO_SEARCH_N_GROUPS]; /* of VetoSearchHit */
};

static void
free_hit (gpointer data)
{
  VetoSearchHit *hit = data;

  g_free (hit->title);
  g_free (hit->details);
  g_free (hit->folded);
  g_variant_unref (hit->target);
  g_free (hit);
}

/* Without capitals, and without the marks of letters. */
static char *
fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *small = apart != NULL ? g_utf8_casefold (apart, -1) : NULL;
  g_autoptr(GString) bare = g_string_new (NULL);

  for (const char *at = small; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (bare, g_utf8_get_char (at));
  return g_string_free (g_steal_pointer (&bare), FALSE);
}

/* @details: (nullable); @more: (nullable): what it is found by besides; @target: (transfer floating) */
static void
add (VetoSearch     *self,
     VetoSearchGroup group,
     const char     *title,
     const char     *details,
     const char     *more,
     const char     *action,
     GVariant       *target)
{
  VetoSearchHit   *hit = g_new0 (VetoSearchHit, 1);
  g_autofree char *all =
    g_strjoin (" ", title, details != NULL ? details : "", more != NULL ? more : "", NULL);

  hit->group = group;
  hit->title = g_strdup (title);
  hit->details = g_strdup (details);
  hit->folded = fold (all);
  hit->action = action;
  hit->target = g_variant_ref_sink (target);
  g_ptr_array_add (self->hits[group], hit);
}

static void
add_platforms (VetoSearch *self, VetoGuideSet *set)
{
  for (guint i = 0; i < veto_guide_set_get_n_platforms (set); i++)
    {
      VetoPlatform    *platform = veto_guide_set_get_platform (set, i);
      const char      *id = veto_platform_get_id (platform), *name = veto_platform_get_name (platform);
      guint            n_guides;
      const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);

      add (self, VETO_SEARCH_SERVICES, name, veto_platform_get_summary (platform),
           veto_platform_get_controller (platform), "win.platform", g_variant_new_string (id));
      for (guint j = 0; j < n_guides; j++)
        add (self, VETO_SEARCH_GUIDES, guides[j].title, name, NULL, "win.walk",
             g_variant_new ("(sss)", id, guides[j].id, ""));
    }
}

static void
add_companies (VetoSearch *self, VetoGuideSet *set)
{
  guint                 n;
  const VetoController *controllers = veto_guide_set_get_controllers (set, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *services = g_strjoinv (", ", (char **) controllers[i].services);

      add (self, VETO_SEARCH_COMPANIES, controllers[i].name, services, NULL, "win.company",
           g_variant_new_string (controllers[i].id));
    }
}

static void
add_letters (VetoSearch *self, GListModel *letters)
{
  for (guint i = 0; i < g_list_model_get_n_items (letters); i++)
    {
      g_autoptr(VetoSavedLetter) saved = g_list_model_get_item (letters, i);
      const char      *recipient = veto_saved_letter_get_recipient (saved);
      g_autofree char *state = veto_letter_words_dup_state (saved);
      /* Translators: below the title of a letter: to whom, and whether it was sent */
      g_autofree char *details = recipient != NULL ? g_strdup_printf (_ ("%s. %s"), recipient, state)
                                                   : g_strdup (state);

      add (self, VETO_SEARCH_LETTERS, veto_saved_letter_get_title (saved), details, NULL, "win.open-letter",
           g_variant_new_string (veto_saved_letter_get_id (saved)));
    }
}

static void
add_cases (VetoSearch *self, GListModel *book)
{
  for (guint i = 0; i < g_list_model_get_n_items (book); i++)
    {
      g_autoptr(VetoCase) item = g_list_model_get_item (book, i);
      g_autofree char *title = veto_case_dup_title (item);

      add (self, VETO_SEARCH_CASES, title, veto_case_state_get_name (veto_case_get_state (item)),
           veto_case_get_login (item), "win.case", g_variant_new_string (veto_case_get_id (item)));
    }
}

static void
add_help (VetoSearch *self)
{
  for (const VetoManualTopic *topic = veto_manual_get_topics (); topic->id != NULL; topic++)
    {
      g_autofree char *text = veto_manual_dup_text (topic);

      add (self, VETO_SEARCH_HELP, veto_manual_get_words (topic->title), NULL, text, "win.help",
           g_variant_new_string (topic->id));
    }
}

VetoSearch *
veto_search_new (VetoServices *services)
{
  VetoSearch   *self = g_new0 (VetoSearch, 1);
  VetoGuideSet *set = veto_guidance_get_set (services->guidance);

  for (guint i = 0; i < VETO_SEARCH_N_GROUPS; i++)
    self->hits[i] = g_ptr_array_new_with_free_func (free_hit);
  add_cases (self, G_LIST_MODEL (services->book));
  add_platforms (self, set);
  add_companies (self, set);
  add_letters (self, G_LIST_MODEL (services->letters));
  add_help (self);
  return self;
}

void
veto_search_free (VetoSearch *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < VETO_SEARCH_N_GROUPS; i++)
    g_ptr_array_unref (self->hits[i]);
  g_free (self);
}

static gboolean
has_all (const VetoSearchHit *hit, char **words)
{
  gboolean has_any = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (hit->folded, words[i]) == NULL)
        return FALSE;
      has_any = has_any || *words[i] != '\0';
    }
  return has_any;
}

GPtrArray *
veto_search_find (VetoSearch *self, const char *words, VetoSearchGroup group, guint max, guint *out_n)
{
  GPtrArray       *found = g_ptr_array_new ();
  g_autofree char *folded = NULL;
  g_auto(GStrv) each = NULL;

  g_return_val_if_fail (self != NULL && words != NULL && group < VETO_SEARCH_N_GROUPS, found);

  folded = fold (words);
  g_strstrip (folded);
  each = g_strsplit_set (folded, " \t\n", -1);
  *out_n = 0;
  for (guint pass = 0; pass < 2; pass++) /* those whose title begins with the words, then the others */
    for (guint i = 0; i < self->hits[group]->len; i++)
      {
        VetoSearchHit *hit = self->hits[group]->pdata[i];

        if (g_str_has_prefix (hit->folded, folded) != (pass == 0) || !has_all (hit, each))
          continue;
        *out_n += 1;
        if (found->len < max)
          g_ptr_array_add (found, hit);
      }
  return found;
}

const char *
veto_search_group_get_name (VetoSearchGroup group)
{
  switch (group)
    {
    case VETO_SEARCH_CASES:
      return _ ("My objections");
    case VETO_SEARCH_SERVICES:
      return _ ("Services");
    case VETO_SEARCH_GUIDES:
      return _ ("Step by step");
    case VETO_SEARCH_COMPANIES:
      return _ ("Companies");
    case VETO_SEARCH_LETTERS:
      return _ ("My letters");
    case VETO_SEARCH_HELP:
      return _ ("Help");
    case VETO_SEARCH_N_GROUPS:
    default:
      return "";
    }
}
