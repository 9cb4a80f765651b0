/* What a publisher notes in an authored sources.json: those members, and not a space elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-source-notes.h"

#include <glib/gstdio.h>
#include <string.h>

#include "veto-day.h"

#define HEX_64 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

#define FIRST                                                                                                \
  "  { \"id\" : \"one\",\t\"date\": \"2025-10-07\",\n    \"link\": \"https://one.example/a?b={x}\" }"
#define SECOND                                                                                               \
  "  {\n    \"link\": \"https://two.example/\",\n    \"date\": \"2026-07-01\", \"id\": \"two\"\n  }"
#define FILE_TEXT                                                                                            \
  "[\n" FIRST ",\n" SECOND ",\n  { \"id\": \"three \\\"]\", \"date\": \"2026-07-01\", \"link\": null }\n]\n"

typedef struct
{
  const char *name;
  const char *before;
  const char *id;
  const char *fingerprint, *lines, *checked, *changed;
  const char *after;
} Sample;

static const Sample samples[] = {
  { "/source-notes/all", FILE_TEXT, "one", HEX_64, "0a0b0c", "2026-11-26", "2026-11-27",
    "[\n  { \"id\" : \"one\",\t\"date\": \"2025-10-07\",\n    \"link\": \"https://one.example/a?b={x}\",\n   "
    " \"checked\": \"2026-11-26\", "
    "\"changed\": \"2026-11-27\",\n    \"fingerprint\": \"" HEX_64
    "\",\n    \"lines\": \"0a0b0c\" },\n" SECOND
    ",\n  { \"id\": \"three \\\"]\", \"date\": \"2026-07-01\", \"link\": null }\n]\n" },
  { "/source-notes/only-changed", FILE_TEXT, "two", NULL, NULL, NULL, "2026-11-27",
    "[\n" FIRST ",\n  {\n    \"link\": \"https://two.example/\",\n    \"date\": \"2026-07-01\", \"id\": "
    "\"two\",\n    \"changed\": "
    "\"2026-11-27\"\n  },\n  { \"id\": \"three \\\"]\", \"date\": \"2026-07-01\", \"link\": null }\n]\n" },
  { "/source-notes/nothing", FILE_TEXT, "two", NULL, NULL, NULL, NULL, FILE_TEXT },
  { "/source-notes/away-again",
    "[{\"changed\":\"2026-11-27\",\"id\":\"x\",\"lines\":\"0a0b0c\",\"date\":\"2026-07-01\",\"fingerprint\":"
    "\"" HEX_64 "\",\"link\":\"https://x.example/\",\"checked\":\"2026-11-26\"}]",
    "x", NULL, NULL, NULL, NULL, "[{\"id\":\"x\",\"date\":\"2026-07-01\",\"link\":\"https://x.example/\"}]" },
  { "/source-notes/other-day",
    "[\n  {\n    \"id\": \"x\", \"date\": \"2026-07-01\",\n    \"checked\": \"2026-11-01\", \"changed\": "
    "\"2026-11-02\",\n    "
    "\"link\": \"https://x.example/\"\n  }\n]\n",
    "x", NULL, NULL, "2026-11-26", NULL,
    "[\n  {\n    \"id\": \"x\", \"date\": \"2026-07-01\",\n    \"link\": \"https://x.example/\",\n    "
    "\"checked\": "
    "\"2026-11-26\"\n  }\n]\n" },
};

/* Returns: (transfer full): where @text lies for the rest of the test */
static char *
write_file (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("veto-notes-XXXXXX", &error);
  char            *path = g_build_filename (folder, "sources.json", NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_sample (gconstpointer data)
{
  const Sample    *sample = data;
  g_autofree char *path = write_file (sample->before);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoSourceNotes) notes = veto_source_notes_read (path, &error), again = NULL;
  VetoSource source = { .id = sample->id, .fingerprint = sample->fingerprint, .lines = sample->lines };

  g_assert_no_error (error);
  if (sample->checked != NULL)
    g_assert_true (veto_day_parse (sample->checked, &source.checked));
  if (sample->changed != NULL)
    g_assert_true (veto_day_parse (sample->changed, &source.changed));
  g_assert_true (veto_source_notes_set (notes, &source, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (veto_source_notes_get_text (notes), ==, sample->after);

  /* what was noted is read again, and noting it once more changes nothing */
  g_file_set_contents (path, sample->after, -1, &error);
  again = veto_source_notes_read (path, &error);
  g_assert_no_error (error);
  g_assert_true (veto_source_notes_set (again, &source, &error));
  g_assert_cmpstr (veto_source_notes_get_text (again), ==, sample->after);
  for (guint i = 0; i < veto_source_notes_get_sources (again)->len; i++)
    {
      const VetoSource *read = veto_source_notes_get_sources (again)->pdata[i];

      if (!g_str_equal (read->id, sample->id))
        continue;
      g_assert_cmpstr (read->fingerprint, ==, sample->fingerprint);
      g_assert_cmpstr (read->lines, ==, sample->lines);
      g_assert_true (g_date_valid (&read->checked) == (sample->checked != NULL));
      g_assert_true (g_date_valid (&read->changed) == (sample->changed != NULL));
    }
  remove_file (path);
}

/* The file of the tree itself: each source noted and taken back leaves it as it was, byte for byte. */
static void
test_real_file (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("VETO_TEST_REAL_GUIDANCE"), "sources.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoSourceNotes) notes = veto_source_notes_read (path, &error);
  GPtrArray *sources;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  sources = veto_source_notes_get_sources (notes);
  g_assert_cmpuint (sources->len, >, 20);
  for (guint i = 0; i < sources->len; i++)
    {
      VetoSource source = *(VetoSource *) sources->pdata[i], before = source;

      source.fingerprint = HEX_64;
      source.checked = source.day;
      g_assert_true (veto_source_notes_set (notes, &source, &error));
      g_assert_cmpstr (veto_source_notes_get_text (notes), !=, text);
      g_assert_true (veto_source_notes_set (notes, &before, &error));
    }
  g_assert_cmpstr (veto_source_notes_get_text (notes), ==, text);
}

typedef struct
{
  const char *name, *text, *message;
} Refused;

static const Refused refused[] = {
  { "/source-notes/no-json", "[ { ]", "sources.json" },
  { "/source-notes/no-list", "{}", "sources.json: expected a list" },
  { "/source-notes/no-object", "[ 1 ]", "[0]" },
  { "/source-notes/no-id", "[ { \"date\": \"2026-07-01\" } ]", "id: missing" },
  { "/source-notes/no-day", "[ { \"id\": \"x\", \"checked\": \"today\" } ]", "checked: expected a day" },
};

static void
test_refused (gconstpointer data)
{
  const Refused   *sample = data;
  g_autofree char *path = write_file (sample->text);
  g_autoptr(GError) error = NULL;

  g_assert_null (veto_source_notes_read (path, &error));
  g_assert_nonnull (strstr (error->message, sample->message));
  remove_file (path);
}

static void
test_unknown (void)
{
  g_autofree char *path = write_file (FILE_TEXT);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoSourceNotes) notes = veto_source_notes_read (path, &error);
  const VetoSource source = { .id = "four" };

  g_assert_no_error (error);
  g_assert_false (veto_source_notes_set (notes, &source, &error));
  g_assert_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MISSING);
  g_assert_cmpstr (veto_source_notes_get_text (notes), ==, FILE_TEXT);
  remove_file (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_sample);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_test_add_data_func (refused[i].name, &refused[i], test_refused);
  g_test_add_func ("/source-notes/real-file", test_real_file);
  g_test_add_func ("/source-notes/unknown", test_unknown);
  return g_test_run ();
}
