/* A guide as text that a person can follow without Veto.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-ctl-command.h"
#include "veto-ctl-guide.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"
#include "veto-ctl-words.h"
#include "veto-evidence.h"

typedef struct
{
  const VetoCtlGuide *shown;
  GString            *page;
  guint               number;  /* of the step that is being written, from 1 */
  GHashTable         *written; /* VetoBranch to the number of the step where it stands */
} Writer;

static void add_branches (Writer *self, guint indent, const VetoStep *step);

static void
add_words (Writer *self, guint indent, const char *lead, const char *text)
{
  g_autofree char *filled = veto_ctl_fill (text, self->shown->platform);
  veto_ctl_page_add (self->page, indent, lead, filled);
}

static void
add_links (Writer *self, guint indent, const VetoStep *step)
{
  if (step->links == NULL)
    return;

  veto_ctl_page_add (self->page, indent, "",
                     step->links[1] == NULL ? _ ("Address:") : _ ("Addresses, in the order to try:"));
  for (guint i = 0; step->links[i] != NULL; i++)
    veto_ctl_page_add (self->page, indent + 2, "", step->links[i]);
}

static void
add_keep (Writer *self, guint indent, const VetoStep *step)
{
  g_autofree char *things = step->keep != NULL ? g_strjoinv (", ", (char **) step->keep) : NULL;

  if (things != NULL)
    /* Translators: %s is a list of things, such as "a screenshot, the e-mail" */
    veto_ctl_page_add_format (self->page, indent, "", _ ("Keep: %s"), things);
}

static void
add_step (Writer *self, guint indent, const char *lead, const VetoStep *step)
{
  guint            inner = indent + veto_ctl_page_measure (lead);
  g_autofree char *title = veto_ctl_fill (step->title, self->shown->platform);
  g_autofree char *why = veto_ctl_fill (step->why, self->shown->platform);

  if (step->optional)
    /* Translators: %s is what to do in a step that may be left out */
    veto_ctl_page_add_format (self->page, indent, lead, _ ("%s (not required)"), title);
  else
    veto_ctl_page_add (self->page, indent, lead, title);
  add_words (self, inner, "", step->body);
  add_links (self, inner, step);
  add_keep (self, inner, step);
  if (step->kind == VETO_STEP_WAIT && step->wait_days > 0)
    veto_ctl_page_add_format (self->page, inner, "",
                              ngettext ("Allow %u day for this.", "Allow %u days for this.", step->wait_days),
                              step->wait_days);
  if (step->screen != NULL)
    veto_ctl_add_screen (self->page, inner, step->screen);
  if (why != NULL)
    /* Translators: %s is a reason, in whole sentences */
    veto_ctl_page_add_format (self->page, inner, "", _ ("Why: %s"), why);
  add_branches (self, inner, step);
}

/* Where to go when a branch has been followed to its end. */
static void
add_way_on (Writer *self, guint indent, const VetoBranch *branch)
{
  VetoPlatform    *platform = self->shown->platform;
  const VetoGuide *other = branch->guide_id != NULL ? veto_platform_find_guide (platform, branch->guide_id)
                                                    : NULL;
  g_autofree char *title = other != NULL ? veto_ctl_fill (other->title, platform) : NULL;

  if (other != NULL)
    {
      /* Translators: %s is another guide */
      veto_ctl_page_add_format (self->page, indent, "", _ ("Go on with another guide: %s"), title);
      veto_ctl_page_add_format (self->page, indent + 2, "", "vetoctl guide %s %s",
                                veto_platform_get_id (platform), other->id);
    }
  else
    /* One branch may be named by several steps. */
    veto_ctl_page_add (self->page, indent, "", _ ("Then go on where you were."));
}

static void
add_branch (Writer *self, guint indent, const VetoBranch *branch)
{
  guint            number = GPOINTER_TO_UINT (g_hash_table_lookup (self->written, branch));
  g_autofree char *question = veto_ctl_fill (branch->question, self->shown->platform);

  if (number > 0)
    {
      /* Translators: %1$s is what somebody may see, %2$u the number of the step where help for that stands */
      veto_ctl_page_add_format (self->page, indent, "- ", _ ("%1$s: see step %2$u."), question, number);
      return;
    }

  g_hash_table_insert (self->written, (gpointer) branch, GUINT_TO_POINTER (self->number));
  veto_ctl_page_add_format (self->page, indent, "- ", "%s", question);
  for (guint i = 0; i < branch->n_steps; i++)
    {
      g_autofree char *lead = g_strdup_printf ("%c) ", 'a' + (int) i % 26);
      add_step (self, indent + 2, lead, &branch->steps[i]);
    }
  add_way_on (self, indent + 2, branch);
}

static void
add_branches (Writer *self, guint indent, const VetoStep *step)
{
  if (step->branches == NULL || step->branches[0] == NULL)
    return;

  veto_ctl_page_add_gap (self->page);
  veto_ctl_page_add (self->page, indent, "", _ ("It looks different for me:"));
  for (guint i = 0; step->branches[i] != NULL; i++)
    add_branch (self, indent, step->branches[i]);
}

static void
add_list (Writer *self, const char *heading, const char *const *phrases)
{
  if (phrases == NULL || phrases[0] == NULL)
    return;

  veto_ctl_page_add_gap (self->page);
  veto_ctl_page_add (self->page, 0, "", heading);
  for (guint i = 0; phrases[i] != NULL; i++)
    add_words (self, 0, "- ", phrases[i]);
}

static void
add_facts (Writer *self)
{
  guint           n_facts;
  const VetoFact *facts = veto_platform_get_facts (self->shown->platform, &n_facts);

  if (n_facts == 0)
    return;

  veto_ctl_page_add_gap (self->page);
  veto_ctl_page_add (self->page, 0, "", _ ("Good to know"));
  for (guint i = 0; i < n_facts; i++)
    {
      g_autofree char *source = veto_evidence_dup_source (&facts[i].evidence);

      add_words (self, 0, "- ", facts[i].text);
      veto_ctl_page_add (self->page, 2, "", source);
    }
}

static void
add_head (Writer *self)
{
  VetoPlatform    *platform = self->shown->platform;
  const VetoGuide *guide = self->shown->guide;
  g_autofree char *title = veto_ctl_fill (guide->title, platform);
  g_autofree char *evidence = veto_evidence_dup_description (&guide->evidence);
  g_autofree char *regimes = veto_guide_dup_regimes (guide);

  /* Translators: %1$s is a platform, %2$s a guide's title */
  veto_ctl_page_add_format (self->page, 0, "", _ ("%1$s: %2$s"), veto_platform_get_name (platform), title);
  add_words (self, 0, "", veto_platform_get_summary (platform));
  add_words (self, 0, "", guide->summary);
  veto_ctl_page_add_gap (self->page);
  veto_ctl_page_add (self->page, 0, "", regimes);
  veto_ctl_page_add (self->page, 0, "", evidence);
}

int
veto_ctl_guide_print_text (const VetoCtlGuide *shown)
{
  g_autoptr(GString) page = g_string_new (NULL);
  g_autoptr(GHashTable) written = g_hash_table_new (NULL, NULL);
  Writer self = { shown, page, 0, written };

  add_head (&self);
  for (guint i = 0; i < shown->guide->n_steps; i++)
    {
      g_autofree char *lead = g_strdup_printf ("%u. ", i + 1);

      self.number = i + 1;
      veto_ctl_page_add_gap (page);
      add_step (&self, 0, lead, &shown->guide->steps[i]);
    }
  add_list (&self, _ ("What an objection covers"), veto_platform_get_covers (shown->platform));
  add_list (&self, _ ("What it does not cover"), veto_platform_get_not_covered (shown->platform));
  add_facts (&self);
  return veto_ctl_print (page->str);
}
