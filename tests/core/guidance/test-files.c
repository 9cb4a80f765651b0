/* What is not a small regular file is refused at once: nothing makes the loader wait or eat memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "guidance-trees.h"
#include "veto-authoring.h"
#include "veto-guide-set.h"

static void
make_pipe (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_endless (const char *path)
{
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
}

/* Takes no room on the disk */
static void
make_huge (const char *path)
{
  int fd = open (path, O_WRONLY | O_CREAT, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, (off_t) 5 * 1024 * 1024 * 1024), ==, 0);
  close (fd);
}

static void
make_one_byte_too_large (const char *path)
{
  g_autofree char *text = g_strnfill (2 * 1024 * 1024 + 1, ' ');
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
make_link_to_itself (const char *path)
{
  g_assert_cmpint (symlink (path, path), ==, 0);
}

typedef struct
{
  const char *name;
  const char *file;
  void (*make) (const char *path);
  VetoGuidanceError code;
} Sample;

static const Sample samples[] = {
  { "/guidance/files/pipe", "guidance.json", make_pipe, VETO_GUIDANCE_ERROR_MISSING },
  { "/guidance/files/pipe-of-words", "text/de.json", make_pipe, VETO_GUIDANCE_ERROR_MISSING },
  { "/guidance/files/folder", "guidance.json", make_folder, VETO_GUIDANCE_ERROR_MISSING },
  { "/guidance/files/folder-of-words", "text/en.json", make_folder, VETO_GUIDANCE_ERROR_MISSING },
  { "/guidance/files/folder-of-german", "text/de.json", make_folder, VETO_GUIDANCE_ERROR_MISSING },
  { "/guidance/files/endless", "guidance.json", make_endless, VETO_GUIDANCE_ERROR_MISSING },
  { "/guidance/files/endless-german", "text/de.json", make_endless, VETO_GUIDANCE_ERROR_MISSING },
  { "/guidance/files/huge", "guidance.json", make_huge, VETO_GUIDANCE_ERROR_TOO_BIG },
  { "/guidance/files/huge-german", "text/de.json", make_huge, VETO_GUIDANCE_ERROR_TOO_BIG },
  { "/guidance/files/one-byte-too-large", "text/en.json", make_one_byte_too_large,
    VETO_GUIDANCE_ERROR_TOO_BIG },
  { "/guidance/files/link-to-itself", "text/de.json", make_link_to_itself, VETO_GUIDANCE_ERROR_MISSING },
};

static void
test_file (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autofree char *path = g_build_filename (folder, sample->file, NULL);
  g_autoptr(GError) error = NULL;

  guidance_trees_edit (folder, sample->file, NULL, NULL);
  sample->make (path);
  g_assert_null (veto_guide_set_read_folder (folder, "de", &error));
  g_assert_error (error, VETO_GUIDANCE_ERROR, (int) sample->code);
  g_assert_true (g_str_has_prefix (error->message, sample->file));
}

static void
test_nothing_there (void)
{
  g_autoptr(Folder) empty = guidance_trees_make_folder ();
  g_autofree char *nowhere = g_build_filename (empty, "nowhere", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (veto_guide_set_read_folder (empty, "de", &error));
  g_assert_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_null (veto_guide_set_read_folder (nowhere, "de", &error));
  g_assert_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_null (veto_guide_set_read_resource ("/io/example/nowhere", "de", &error));
  g_assert_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MISSING);
}

/* The linter meets the same things in a tree. */
static void
test_pipe_in_tree (void)
{
  g_autoptr(Folder) folder = guidance_trees_copy_sound ();
  g_autofree char *path = g_build_filename (folder, "text", "en", "pipe.json", NULL);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) complaints = NULL;

  make_pipe (path);
  complaints = veto_authoring_lint (folder, &error);
  g_assert_no_error (error);
  g_assert_true (guidance_trees_any_contains (complaints, "text/en/pipe.json: not a file"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_file);
  g_test_add_func ("/guidance/files/nothing-there", test_nothing_there);
  g_test_add_func ("/guidance/files/pipe-in-tree", test_pipe_in_tree);
  return g_test_run ();
}
