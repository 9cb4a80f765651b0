/* A file is dragged from another program's window into Veto's, with a real pointer, and is proof there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <string.h>

#include "store-fixture.h"
#include "veto-store-proof.h"
#include "veto-store-rows.h"
#include "veto-walker.h"

#define SOURCE_X 1090 /* beside and below Veto's window, which is at the edge of the screen */
#define SOURCE_Y 760
#define HINT "You can also drag files and pictures here."
#define CONTENT "They wrote: we have your objection.\n"

typedef struct
{
  GPollableInputStream *stream;
  GString              *said;
} Source;

static gboolean
has_said (Source *source, const char *word)
{
  char   buffer[256];
  gssize n_bytes;

  while (
    (n_bytes = g_pollable_input_stream_read_nonblocking (source->stream, buffer, sizeof buffer, NULL, NULL))
    > 0)
    g_string_append_len (source->said, buffer, n_bytes);
  return strstr (source->said->str, word) != NULL;
}

static gboolean
is_ready (VetoDriver *driver, gpointer source)
{
  return has_said (source, "ready\n");
}

static gboolean
has_begun (VetoDriver *driver, gpointer source)
{
  return has_said (source, "begun\n");
}

/* The one program would take it, and the other has heard that. */
static gboolean
is_taken (VetoDriver *driver, gpointer source)
{
  return veto_driver_shows (driver, VETO_KIND_LABEL, "Let go here to keep it.")
         && has_said (source, "taken\n");
}

static char *
make_file (VetoDriver *driver)
{
  g_autoptr(GError) error = NULL;
  char *path = g_build_filename (veto_driver_get_data_folder (driver), "answer.txt", NULL);

  g_file_set_contents (path, CONTENT, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* A case in which a form was sent. Returns: (transfer full): its id */
static char *
make_case (VetoWalker *walker)
{
  g_autofree char *folder = g_build_filename (veto_driver_get_data_folder (walker->driver), "veto", NULL);
  VetoStore       *store;
  char            *id;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  store = fixture_open (folder, VETO_STORE_TOOL);
  {
    g_autoptr(VetoStoreCase)
                 row = veto_store_add_case (store, walker->platform->id, "object", walker->guide->id, NULL);
    VetoStoreEvent event = { .id = (char *) "event",
                             .case_id = row->id,
                             .day = (char *) "2026-11-26",
                             .kind = (char *) "sent",
                             .data = (char *) "{\"channel\":\"form\",\"goal\":\"object\"}",
                             .created = 1 };

    g_assert_true (veto_store_set_event (store, &event, NULL));
    id = g_strdup (row->id);
  }
  fixture_close (store);
  return id;
}

/* What is in the database once the window is closed: the file as it was, with its name */
static void
assert_kept (VetoWalker *walker, const char *case_id)
{
  g_autofree char *folder = g_build_filename (veto_driver_get_data_folder (walker->driver), "veto", NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, CONTENT, -1);
  VetoStore       *store = fixture_open (folder, VETO_STORE_TOOL);
  {
    g_autoptr(GPtrArray) rows = veto_store_read_proof (store, case_id, NULL);
    const VetoStoreProof *row;

    g_assert_nonnull (rows);
    g_assert_cmpuint (rows->len, ==, 1);
    row = g_ptr_array_index (rows, 0);
    g_assert_cmpstr (row->name, ==, "answer.txt");
    g_assert_cmpstr (row->sha256, ==, sum);
  }
  fixture_close (store);
}

static void
test_file (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  VetoDriver       *driver = walker->driver;
  g_autofree char  *id = make_case (walker), *path = make_file (driver), *row = NULL;
  g_autofree char  *x = g_strdup_printf ("%d", SOURCE_X), *y = g_strdup_printf ("%d", SOURCE_Y);
  const char *const argv[] = { g_getenv ("VETO_TEST_DRAG_SOURCE"), path, x, y, NULL };
  g_autoptr(GSubprocess) program = NULL;
  g_autoptr(VetoNode) objection = NULL;
  Source source;

  veto_walker_start (walker, NULL);
  row = g_strdup_printf ("%s: Sent", walker->platform->name);
  objection = veto_driver_wait_for_prefix (driver, VETO_KIND_ROW, row);
  veto_driver_press (driver, VETO_KIND_ROW, objection->name);
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_HEADING, "What is next"));

  program = veto_driver_start_beside (driver, argv);
  source = (Source){ G_POLLABLE_INPUT_STREAM (g_subprocess_get_stdout_pipe (program)), g_string_new (NULL) };
  veto_driver_wait_until (driver, "the other window", is_ready, &source);
  veto_driver_drag (driver, SOURCE_X + 80, SOURCE_Y + 60, has_begun, VETO_KIND_LABEL, HINT, is_taken,
                    &source);
  veto_node_free (veto_driver_wait_for_prefix (driver, VETO_KIND_ROW, "answer.txt"));
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_LABEL, HINT));
  g_subprocess_force_exit (program);
  g_string_free (source.said, TRUE);
  g_assert_cmpint (veto_driver_quit (driver), ==, 0);
  assert_kept (walker, id);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drop/file", test_file);
  return g_test_run ();
}
