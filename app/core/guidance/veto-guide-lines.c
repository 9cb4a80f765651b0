/* A guide line by line, in the words that everybody gets who takes it elsewhere: a terminal, the clipboard, paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-guide-lines"

#include "veto-config.h"

#include "veto-guide-lines.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"
#include "veto-evidence.h"
#include "veto-link.h"
#include "veto-text.h"

typedef struct
{
  VetoPlatform    *platform;
  const VetoGuide *guide;
  VetoGuideReader  reader;
  GPtrArray       *lines;
  VetoGuidePart    part;   /* that is being written */
  guint            number; /* of the step that is being written, from 1 */
  GHashTable
          *written; /* VetoBranch, or VetoGuide within another, to the number of the step where it stands */
  gboolean inside;  /* the steps of another guide are being written: without what may look different there */
} Writer;

static void add_branches (Writer *self, guint level, const VetoStep *step);

static void
free_line (gpointer data)
{
  VetoGuideLine *line = data;

  g_free (line->lead);
  g_free (line->text);
  g_free (line);
}

/* Takes @text; NULL and "" add nothing. */
static void
take (Writer *self, VetoGuideLineKind kind, guint level, const char *lead, char *text)
{
  VetoGuideLine *line;

  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return;
    }
  line = g_new0 (VetoGuideLine, 1);
  line->kind = kind;
  line->part = self->part;
  line->level = level;
  line->lead = g_strdup (lead);
  line->text = text;
  g_ptr_array_add (self->lines, line);
}

static char *
fill (Writer *self, const char *text)
{
  return veto_guide_fill_for_anybody (text, self->platform);
}

static void
add_links (Writer *self, guint level, const VetoStep *step)
{
  if (step->links == NULL || step->links[0] == NULL)
    return;

  take (self, VETO_GUIDE_LINE_NOTE, level, "",
        g_strdup (step->links[1] == NULL ? _ ("Address:") : _ ("Addresses, in the order to try:")));
  for (guint i = 0; step->links[i] != NULL; i++)
    {
      g_autofree char *host = veto_link_dup_host (step->links[i]);

      if (veto_platform_allows_link (self->platform, step->links[i]))
        take (self, VETO_GUIDE_LINE_LINK, level + 1, "", g_strdup (step->links[i]));
      else
        /* Translators: in the place of a button; %s is a host, such as www.facebook.com */
        take (self, VETO_GUIDE_LINE_NOTE, level + 1, "",
              g_strdup_printf (_ ("This link was withdrawn: %s"), host));
    }
}

static void
add_keep (Writer *self, guint level, const VetoStep *step)
{
  g_autofree char *things = step->keep != NULL ? g_strjoinv (", ", (char **) step->keep) : NULL;

  if (things != NULL)
    /* Translators: %s is a list of things, such as "a screenshot, the e-mail" */
    take (self, VETO_GUIDE_LINE_NOTE, level, "", g_strdup_printf (_ ("Keep: %s"), things));
}

/* ASCII alone, so that it looks the same in every encoding. */
static char *
draw_row (const VetoScreenRow *row)
{
  const char *text = row->text != NULL ? row->text : "...";

  switch (row->kind)
    {
    case VETO_ROW_ENTRY:
      return g_strdup_printf ("- %s", text);
    case VETO_ROW_FIELD:
    case VETO_ROW_AREA:
      return g_strdup_printf ("[ %s %s ]", row->text != NULL ? text : "",
                              row->typed != NULL ? row->typed : "________________");
    case VETO_ROW_CHOICE:
      return g_strdup_printf ("( ) %s", text);
    case VETO_ROW_SWITCH:
      return g_strdup_printf ("(o  ) %s", text);
    case VETO_ROW_BUTTON:
      return g_strdup_printf ("[ %s ]", text);
    case VETO_ROW_TITLE:
    case VETO_ROW_TEXT:
    default:
      return g_strdup (text);
    }
}

static void
add_screen (Writer *self, guint level, const VetoScreen *screen)
{
  take (self, VETO_GUIDE_LINE_SCREEN, level, "",
        g_strdup (screen->kind == VETO_SCREEN_PHONE
                    /* Translators: before a drawing of rows; "<--" marks one of them */
                    ? _ ("On the phone it may look like this; <-- shows what matters:")
                    /* Translators: before a drawing of rows; "<--" marks one of them */
                    : _ ("On the page it may look like this; <-- shows what matters:")));
  for (guint i = 0; i < screen->n_rows; i++)
    {
      g_autofree char *row = draw_row (&screen->rows[i]);
      take (self, VETO_GUIDE_LINE_SCREEN, level + 1, "| ",
            g_strconcat (row, screen->rows[i].target ? "  <--" : "", NULL));
    }
}

static void
add_step (Writer *self, guint level, const char *lead, const VetoStep *step)
{
  g_autofree char *title = fill (self, step->title);
  g_autofree char *why = fill (self, step->why);

  if (step->optional)
    /* Translators: %s is what to do in a step that may be left out */
    take (self, VETO_GUIDE_LINE_STEP, level, lead, g_strdup_printf (_ ("%s (not required)"), title));
  else
    take (self, VETO_GUIDE_LINE_STEP, level, lead, g_steal_pointer (&title));
  take (self, VETO_GUIDE_LINE_TEXT, level + 1, "", fill (self, step->body));
  add_links (self, level + 1, step);
  add_keep (self, level + 1, step);
  if (step->kind == VETO_STEP_WAIT && step->wait_days > 0)
    take (self, VETO_GUIDE_LINE_NOTE, level + 1, "",
          g_strdup_printf (ngettext ("Allow %u day for this.", "Allow %u days for this.", step->wait_days),
                           step->wait_days));
  if (step->screen != NULL)
    add_screen (self, level + 1, step->screen);
  if (why != NULL)
    /* Translators: %s is a reason, in whole sentences */
    take (self, VETO_GUIDE_LINE_WHY, level + 1, "", g_strdup_printf (_ ("Why: %s"), why));
  if (!self->inside)
    add_branches (self, level + 1, step);
}

/* A letter is short, and what somebody turns to who has nothing but this text. */
static gboolean
is_for_paper (Writer *self, const VetoGuide *guide)
{
  return self->reader == VETO_GUIDE_READER_ANYBODY && g_strv_contains (guide->where, "post");
}

/* The steps of @other, after those of @branch; once, as they are the same each time. */
static void
add_other_steps (Writer *self, guint level, const VetoBranch *branch, const VetoGuide *other)
{
  g_hash_table_insert (self->written, (gpointer) other, GUINT_TO_POINTER (self->number));
  self->inside = TRUE;
  for (guint i = 0; i < other->n_steps; i++)
    {
      g_autofree char *lead = g_strdup_printf ("%c) ", 'a' + (int) (branch->n_steps + i) % 26);
      add_step (self, level, lead, &other->steps[i]);
    }
  self->inside = FALSE;
}

static void
add_other_guide (Writer *self, guint level, const VetoBranch *branch, const VetoGuide *other)
{
  const char      *name = veto_platform_get_name (self->platform);
  guint            number = GPOINTER_TO_UINT (g_hash_table_lookup (self->written, other));
  g_autofree char *title = fill (self, other->title);
  g_autofree char *onwards =
    branch->n_steps == 0
      /* Translators: %s is another guide */
      ? g_strdup_printf (_ ("Go on with another guide: %s"), title)
      /* Translators: after some steps; %s is another guide */
      : g_strdup_printf (_ ("If this has not helped, go on with another guide: %s"), title);

  if (number > 0)
    {
      take (
        self, VETO_GUIDE_LINE_ONWARDS, level, "",
        /* Translators: %1$s is what somebody may see, %2$u the number of the step where help for that stands */
        g_strdup_printf (_ ("%1$s: see step %2$u."), onwards, number));
      return;
    }
  take (self, VETO_GUIDE_LINE_ONWARDS, level, "", g_steal_pointer (&onwards));
  if (is_for_paper (self, other))
    add_other_steps (self, level, branch, other);
  else
    take (
      self, VETO_GUIDE_LINE_ONWARDS, level + 1, "",
      self->reader == VETO_GUIDE_READER_TERMINAL
        ? g_strdup_printf ("vetoctl guide %s %s", veto_platform_get_id (self->platform), other->id)
        /* Translators: %s is a platform; where somebody who may not have Veto at hand finds another guide */
        : g_strdup_printf (_ ("Veto shows it at “%s”. It can be copied and printed there as well."), name));
}

/* Where to go when a branch has been followed to its end. */
static void
add_way_on (Writer *self, guint level, const VetoBranch *branch)
{
  const VetoGuide *other =
    branch->guide_id != NULL ? veto_platform_find_guide (self->platform, branch->guide_id) : NULL;

  if (other != NULL)
    add_other_guide (self, level, branch, other);
  else
    /* One branch may be named by several steps. */
    take (self, VETO_GUIDE_LINE_ONWARDS, level, "", g_strdup (_ ("Then go on where you were.")));
}

static void
add_branch (Writer *self, guint level, const VetoBranch *branch)
{
  guint            number = GPOINTER_TO_UINT (g_hash_table_lookup (self->written, branch));
  g_autofree char *question = fill (self, branch->question);

  if (number > 0)
    {
      /* Translators: %1$s is what somebody may see, %2$u the number of the step where help for that stands */
      take (self, VETO_GUIDE_LINE_BRANCH, level, "- ",
            g_strdup_printf (_ ("%1$s: see step %2$u."), question, number));
      return;
    }

  g_hash_table_insert (self->written, (gpointer) branch, GUINT_TO_POINTER (self->number));
  take (self, VETO_GUIDE_LINE_BRANCH, level, "- ", g_steal_pointer (&question));
  for (guint i = 0; i < branch->n_steps; i++)
    {
      g_autofree char *lead = g_strdup_printf ("%c) ", 'a' + (int) i % 26);
      add_step (self, level + 1, lead, &branch->steps[i]);
    }
  add_way_on (self, level + 1, branch);
}

static void
add_branches (Writer *self, guint level, const VetoStep *step)
{
  if (step->branches == NULL || step->branches[0] == NULL)
    return;

  take (self, VETO_GUIDE_LINE_BRANCHES, level, "", g_strdup (_ ("It looks different for me:")));
  for (guint i = 0; step->branches[i] != NULL; i++)
    add_branch (self, level, step->branches[i]);
}

static void
add_list (Writer *self, const char *heading, const char *const *phrases)
{
  if (phrases == NULL || phrases[0] == NULL)
    return;

  take (self, VETO_GUIDE_LINE_HEADING, 0, "", g_strdup (heading));
  for (guint i = 0; phrases[i] != NULL; i++)
    take (self, VETO_GUIDE_LINE_POINT, 0, "- ", fill (self, phrases[i]));
}

static void
add_facts (Writer *self)
{
  guint           n_facts;
  const VetoFact *facts = veto_platform_get_facts (self->platform, &n_facts);

  if (n_facts > 0)
    take (self, VETO_GUIDE_LINE_HEADING, 0, "", g_strdup (_ ("Good to know")));
  for (guint i = 0; i < n_facts; i++)
    {
      take (self, VETO_GUIDE_LINE_POINT, 0, "- ", fill (self, facts[i].text));
      take (self, VETO_GUIDE_LINE_SOURCE, 1, "", veto_evidence_dup_source (&facts[i].evidence));
    }
}

static void
add_sources (Writer *self)
{
  const VetoSource *const *sources = self->guide->evidence.sources;

  /* Translators: a heading, above the list of sources of the steps */
  take (self, VETO_GUIDE_LINE_HEADING, 0, "", g_strdup (_ ("Where these steps come from")));
  for (guint i = 0; sources[i] != NULL; i++)
    {
      g_autofree char *day = veto_day_dup_display (&sources[i]->day);

      take (self, VETO_GUIDE_LINE_POINT, 0, "- ",
            /* Translators: a source: who published it, what it is about, its day */
            g_strdup_printf (_ ("%1$s: %2$s; as of %3$s"), sources[i]->publisher, sources[i]->about, day));
      take (self, VETO_GUIDE_LINE_LINK, 1, "", g_strdup (sources[i]->link));
    }
}

static void
add_head (Writer *self)
{
  g_autofree char *title = fill (self, self->guide->title);

  take (self, VETO_GUIDE_LINE_TITLE, 0, "",
        /* Translators: %1$s is a platform, %2$s a guide's title */
        g_strdup_printf (_ ("%1$s: %2$s"), veto_platform_get_name (self->platform), title));
  take (self, VETO_GUIDE_LINE_SUMMARY, 0, "", fill (self, veto_platform_get_summary (self->platform)));
  take (self, VETO_GUIDE_LINE_SUMMARY, 0, "", fill (self, self->guide->summary));
  take (self, VETO_GUIDE_LINE_EVIDENCE, 0, "", veto_guide_dup_regimes (self->guide));
  take (self, VETO_GUIDE_LINE_EVIDENCE, 0, "", veto_evidence_dup_description (&self->guide->evidence));
}

static void
add_steps (Writer *self)
{
  for (guint i = 0; i < self->guide->n_steps; i++)
    {
      g_autofree char *lead = g_strdup_printf ("%u. ", i + 1);

      self->number = i + 1;
      add_step (self, 0, lead, &self->guide->steps[i]);
    }
}

GPtrArray *
veto_guide_lines_new (VetoPlatform *platform, const VetoGuide *guide, VetoGuideReader reader)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (free_line);
  g_autoptr(GHashTable) written = g_hash_table_new (NULL, NULL);
  Writer self = {
    .platform = platform, .guide = guide, .reader = reader, .lines = lines, .written = written
  };

  g_return_val_if_fail (VETO_IS_PLATFORM (platform), NULL);
  g_return_val_if_fail (guide != NULL, NULL);

  add_head (&self);
  self.part = VETO_GUIDE_PART_STEPS;
  add_steps (&self);
  self.part = VETO_GUIDE_PART_COVERS;
  add_list (&self, _ ("What an objection covers"), veto_platform_get_covers (platform));
  add_list (&self, _ ("What it does not cover"), veto_platform_get_not_covered (platform));
  self.part = VETO_GUIDE_PART_FACTS;
  add_facts (&self);
  self.part = VETO_GUIDE_PART_SOURCES;
  if (reader == VETO_GUIDE_READER_ANYBODY)
    add_sources (&self);
  return g_steal_pointer (&lines);
}

char *
veto_guide_fill_for_anybody (const char *text, VetoPlatform *platform)
{
  g_autofree char *day = NULL;
  GDate            today;
  VetoTextValues   values = {
      /* Translators: stands in a sentence where the reader's own name would stand, which is not known */
      .name = _ ("your name"),
    /* Translators: stands in a sentence where the reader's e-mail address would stand, which is not known */
      .login = _ ("your e-mail address"),
      .controller = veto_platform_get_controller (platform),
  };

  veto_day_today (&today);
  day = veto_day_dup_display (&today);
  values.day = day;
  return text != NULL ? veto_text_fill (text, &values) : NULL;
}
