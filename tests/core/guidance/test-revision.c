/* Whether a step is still the one that somebody did: its structure and its English words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "guidance-trees.h"
#include "veto-guide-set.h"

typedef struct
{
  const char *name;
  const char *file;
  const char *find;
  const char *replace;
  gboolean    changed; /* the revision of the first step of the form */
} Sample;

static const Sample samples[] = {
  { "/guidance/revision/english-title", "text/en.json", "Open the form", "Open this form", TRUE },
  { "/guidance/revision/english-body", "text/en.json", "Your browser opens.", "A browser opens.", TRUE },
  { "/guidance/revision/english-why", "text/en.json", "Article 21 gives", "Article 22 gives", TRUE },
  { "/guidance/revision/english-row", "text/en.json", ".screen.4\":\"Send\"", ".screen.4\":\"Post\"", TRUE },
  { "/guidance/revision/english-new", "text/en.json", "\"example/form/open-form.why\"",
    "\"example/form/open-form.screen.2\":\"Name\",\"example/form/open-form.why\"", TRUE },
  { "/guidance/revision/link", "guidance.json", "object?x=1", "object?x=2", TRUE },
  { "/guidance/revision/row", "guidance.json", "\"field*\"", "\"area*\"", TRUE },
  { "/guidance/revision/german-title", "text/de.json", "Formular öffnen", "Formular aufmachen", FALSE },
  { "/guidance/revision/other-step", "text/en.json", "Press the button", "Push the button", FALSE },
  { "/guidance/revision/fact", "text/en.json", "is disputed", "is in dispute", FALSE },
  { "/guidance/revision/white-space", "guidance.json", "\"branches\":[", " \"branches\" : [ ", FALSE },
  { "/guidance/revision/order-of-members", "guidance.json", "\"id\":\"open-form\",\"kind\":\"open\"",
    "\"kind\":\"open\",\"id\":\"open-form\"", FALSE },
};

static char *
dup_revision (const char *folder, const char *language)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = veto_guide_set_read_folder (folder, language, &error);

  g_assert_no_error (error);
  return veto_step_dup_revision (
    &veto_platform_find_guide (veto_guide_set_get_platform (set, 0), "form")->steps[0]);
}

static void
test_change (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autofree char *before = dup_revision (folder, "de");
  g_autofree char *after = NULL;
  g_autofree char *in_english = NULL;

  guidance_trees_edit (folder, sample->file, sample->find, sample->replace);
  after = dup_revision (folder, "de");
  in_english = dup_revision (folder, "en");
  g_assert_cmpint (!g_str_equal (before, after), ==, sample->changed);
  g_assert_cmpstr (after, ==, in_english); /* whatever the reader's language */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_change);
  return g_test_run ();
}
