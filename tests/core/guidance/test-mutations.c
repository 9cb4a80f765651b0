/* A sound bundle with a byte or a piece changed, thousands of times: a set, or an error of ours, never anything else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <unistd.h>

#include "guidance-trees.h"
#include "veto-authoring.h"
#include "veto-guide-set.h"

#define SEED 20251007
#define N_ROUNDS 800 /* of each file */
#define N_LINT_ROUNDS 400

typedef struct
{
  const char *name;
  void (*mutate) (GString *text, GRand *rand);
} Sample;

static gsize
pick (const GString *text, GRand *rand)
{
  return (gsize) g_rand_int_range (rand, 0, (gint32) text->len);
}

static void
change_byte (GString *text, GRand *rand)
{
  text->str[pick (text, rand)] = (char) g_rand_int_range (rand, 1, 256);
}

static void
remove_piece (GString *text, GRand *rand)
{
  gsize at = pick (text, rand), n_bytes = (gsize) g_rand_int_range (rand, 1, 40);
  g_string_erase (text, (gssize) at, (gssize) MIN (text->len - at, n_bytes));
}

/* What stands in one place is put in another as well. */
static void
copy_piece (GString *text, GRand *rand)
{
  gsize            from = pick (text, rand), n_bytes = (gsize) g_rand_int_range (rand, 1, 60);
  g_autofree char *piece = g_strndup (text->str + from, MIN (text->len - from, n_bytes));

  g_string_insert (text, (gssize) pick (text, rand), piece);
}

/* Keeps the document well-formed, so that the reader behind the scan gets it: a value becomes one of another kind. */
static void
change_value (GString *text, GRand *rand)
{
  static const char *const values[] = { "null", "true", "-1", "[]", "{}", "\"\"", "\"x\"", "[[1]]", "1e300" };
  const char              *value = values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))];
  char                    *start = strstr (text->str + pick (text, rand), "\":"), *end;
  gsize                    at, n_bytes;

  if (start == NULL)
    return;
  start += 2;
  end = *start == '"' ? strchr (start + 1, '"') : NULL;
  if (end == NULL)
    n_bytes = strspn (start, "0123456789truefalsn");
  else
    n_bytes = (gsize) (end - start) + 1;
  at = (gsize) (start - text->str);
  if (n_bytes == 0)
    return;
  g_string_erase (text, (gssize) at, (gssize) n_bytes);
  g_string_insert (text, (gssize) at, value);
}

static const Sample samples[] = {
  { "/guidance/mutations/byte", change_byte },
  { "/guidance/mutations/piece-removed", remove_piece },
  { "/guidance/mutations/piece-copied", copy_piece },
  { "/guidance/mutations/value", change_value },
};

/* G_FILE_SET_CONTENTS_NONE leaves the end of a longer file behind what it writes; another way would wait for the disk. */
static void
put_file (const char *path, const char *text, gsize n_bytes)
{
  g_assert_true (
    g_file_set_contents_full (path, text, (gssize) n_bytes, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_assert_cmpint (truncate (path, (off_t) n_bytes), ==, 0);
}

static void
walk_letters (VetoGuideSet *set)
{
  for (guint i = 0; i < veto_guide_set_get_n_letters (set); i++)
    {
      VetoLetterKind      *kind = veto_guide_set_get_letter (set, i);
      guint                n_fields, n_paragraphs;
      const VetoField     *fields = veto_letter_kind_get_fields (kind, &n_fields);
      const VetoParagraph *paragraphs = veto_letter_kind_get_paragraphs (kind, &n_paragraphs);

      for (guint k = 0; k < n_fields; k++)
        g_assert_true (*fields[k].label != '\0' && *fields[k].blank != '\0');
      for (guint k = 0; k < n_paragraphs; k++)
        g_assert_true (*paragraphs[k].text != '\0' && paragraphs[k].uses != NULL);
    }
}

/* Everything that a page would look at */
static void
walk (VetoGuideSet *set)
{
  guint                   n_guides, n_facts, n_history;
  VetoPlatform           *platform = veto_guide_set_get_platform (set, 0);
  const VetoGuide        *guides = veto_platform_get_guides (platform, &n_guides);
  const VetoFact         *facts = veto_platform_get_facts (platform, &n_facts);
  const VetoHistoryEntry *history = veto_platform_get_history (platform, &n_history);

  walk_letters (set);
  g_assert_cmpuint (n_guides, >, 0);
  for (guint i = 0; i < n_facts; i++)
    g_assert_true (*facts[i].text != '\0' && facts[i].evidence.sources[0] != NULL
                   && g_date_valid (&facts[i].evidence.as_of));
  for (guint i = 0; i < n_history; i++)
    g_assert_true (*history[i].text != '\0' && g_date_valid (&history[i].day));
  for (guint i = 0; i < n_guides; i++)
    for (guint k = 0; k < guides[i].n_steps; k++)
      {
        const VetoStep  *step = &guides[i].steps[k];
        g_autofree char *revision = veto_step_dup_revision (step);

        g_assert_true (*step->title != '\0' && *step->body != '\0' && step->branches != NULL);
        g_assert_true ((step->kind == VETO_STEP_OPEN) == (step->links != NULL));
        for (guint n = 0; step->links != NULL && step->links[n] != NULL; n++)
          g_assert_true (veto_guide_set_allows_link (set, step->links[n]));
      }
}

/* Reads the bundle with @text in the place of @path. Returns: whether it was sound */
static gboolean
try_text (const char *folder, const char *path, const GString *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;

  put_file (path, text->str, text->len);
  set = veto_guide_set_read_folder (folder, "de", &error);
  if (set != NULL)
    {
      g_assert_no_error (error);
      walk (set);
      return TRUE;
    }
  g_assert_nonnull (error);
  g_assert_true (error->domain == VETO_GUIDANCE_ERROR);
  g_assert_nonnull (strstr (error->message, ".json: "));
  return FALSE;
}

static void
test_mutations (gconstpointer data)
{
  static const char *const files[] = { "guidance.json", "text/en.json", "text/de.json" };
  const Sample            *sample = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  guint n_sound = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *whole = guidance_trees_read (folder, files[i]);
      g_autofree char *path = g_build_filename (folder, files[i], NULL);

      for (guint round = 0; round < N_ROUNDS; round++)
        {
          g_autoptr(GString) text = g_string_new (whole);

          sample->mutate (text, rand);
          n_sound += try_text (folder, path, text) ? 1 : 0;
        }
      put_file (path, whole, strlen (whole));
    }
  g_test_message ("%u sound", n_sound);
  g_assert_cmpuint (n_sound, <, N_ROUNDS * G_N_ELEMENTS (files));
  g_assert_cmpuint (n_sound, >, N_ROUNDS / 20); /* else nothing but the scan was tried */
}

/* The linter goes on behind each fault, so it sees what the program never does. */
static void
test_lint (void)
{
  static const char *const files[] = {
    "platforms/example.json", "common.json",          "sources.json",
    "controllers.json",       "text/en/example.json", "letters/note.json"
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr(Folder) folder = guidance_trees_copy_sound ();

  for (guint round = 0; round < N_LINT_ROUNDS; round++)
    {
      const char      *file = files[round % G_N_ELEMENTS (files)];
      g_autofree char *whole = guidance_trees_read (folder, file);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autoptr(GString) text = g_string_new (whole);
      g_autoptr(GError) error = NULL;
      g_auto(GStrv) complaints = NULL;

      for (guint i = 0; i <= round % 3; i++)
        change_value (text, rand);
      put_file (path, text->str, text->len);
      complaints = veto_authoring_lint (folder, &error);
      g_assert_no_error (error);
      for (guint i = 0; complaints[i] != NULL; i++)
        g_assert_true (strstr (complaints[i], ": ") != NULL);
      put_file (path, whole, strlen (whole));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_mutations);
  g_test_add_func ("/guidance/mutations/lint", test_lint);
  return g_test_run ();
}
