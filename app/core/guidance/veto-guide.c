/* Finding steps and branches of a guide, whom it is for, and telling one content of a step from another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-guide"

#include "veto-config.h"

#include "veto-guide.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "veto-json.h"
#include "veto-platform-content.h"
#include "veto-text.h"

static const VetoStep *
find_in_steps (const VetoStep *steps, guint n_steps, const char *path)
{
  for (guint i = 0; i < n_steps; i++)
    if (g_str_equal (steps[i].path, path))
      return &steps[i];
  return NULL;
}

const VetoStep *
veto_guide_find_step (const VetoGuide *guide, const char *path)
{
  const VetoStep *step;

  g_return_val_if_fail (guide != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  step = find_in_steps (guide->steps, guide->n_steps, path);
  for (guint i = 0; i < guide->n_branches && step == NULL; i++)
    step = find_in_steps (guide->branches[i].steps, guide->branches[i].n_steps, path);
  return step;
}

const VetoBranch *
veto_guide_find_branch (const VetoGuide *guide, const char *id)
{
  g_return_val_if_fail (guide != NULL, NULL);

  for (guint i = 0; i < guide->n_branches; i++)
    if (g_strcmp0 (guide->branches[i].id, id) == 0)
      return &guide->branches[i];
  return NULL;
}

/* Computed when it is asked for: a bundle has far more steps than anybody has done. */
char *
veto_guide_dup_regimes (const VetoGuide *guide)
{
  g_autoptr(GString) names = g_string_new (NULL);

  g_return_val_if_fail (guide != NULL, NULL);

  for (guint i = 0; guide->regimes[i] != NULL; i++)
    {
      g_autofree char *name = veto_text_dup_isolated (guide->regimes[i]->name, NULL);
      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", name);
    }
  /* Translators: %s is a list of regions, such as "the EU, Iceland, Liechtenstein and Norway; Switzerland" */
  return g_strdup_printf (_ ("For people in: %s."), names->str);
}

char *
veto_step_dup_revision (const VetoStep *step)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char      *structure = NULL;
  const VetoStepOrigin *origin;

  g_return_val_if_fail (step != NULL && step->revision_source != NULL, NULL);

  origin = step->revision_source;
  structure = veto_json_write (origin->structure);
  g_checksum_update (checksum, (const guchar *) structure, (gssize) strlen (structure) + 1);
  for (guint i = 0; i < origin->n_english;
       i++) /* with the end of each text, or "ab" + "c" would be "a" + "bc" */
    g_checksum_update (checksum, (const guchar *) origin->english[i],
                       (gssize) strlen (origin->english[i]) + 1);
  return g_strdup (g_checksum_get_string (checksum));
}
