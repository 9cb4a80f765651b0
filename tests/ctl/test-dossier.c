/* vetoctl dossier: a folder that sha256sum accepts, never over another one, nothing left where it fails.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "ctl-desk.h"
#include "store-fixture.h"
#include "veto-case-book.h"
#include "veto-store-proof.h"

static void
add_proof (Desk *desk)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static ("hello\n", 6);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  VetoStoreProof   row = { .id = (char *) "p",
                           .case_id = (char *) veto_case_get_id (desk->item),
                           .name = (char *) "../note.txt",
                           .media_type = (char *) "text/plain",
                           .sha256 = sha256,
                           .size = 6,
                           .added_at = 1793000000 };

  veto_store_add_proof (desk->store, &row, bytes, &error);
  g_assert_no_error (error);
}

static void
assert_written (const char *folder)
{
  g_autofree char *sums = g_build_filename (folder, "SHA256SUMS", NULL), *list = NULL;
  g_autofree char *note = g_build_filename (folder, "Proof", "1 note.txt", NULL), *content = NULL;

  g_assert_true (g_file_get_contents (note, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "hello\n");
  g_assert_true (g_file_get_contents (sums, &list, NULL, NULL));
  /* printf 'hello\n' | sha256sum */
  g_assert_true (g_str_has_prefix (list, "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03  "
                                         "Proof/1 note.txt\n"));
  g_assert_nonnull (strstr (list, "  File for the authority.pdf\n"));
}

/* Beside the open window; by the platform, and by the case's own id. */
static void
test_written (void)
{
  Desk             desk = desk_open ();
  g_autofree char *first = g_build_filename (desk.data, "first", NULL),
                  *second = g_build_filename (desk.data, "second", NULL);

  add_proof (&desk);
  {
    g_auto(Run) by_platform =
              run_line ("dossier Example --data %s --guidance %s --out %s", desk.data, desk.bundle, first);
    g_auto(Run) by_id = run_line ("dossier %s --data %s --guidance %s --out %s",
                                   veto_case_get_id (desk.item), desk.data, desk.bundle, second);

    run_assert_code (&by_platform, 0);
    g_assert_cmpstr (by_platform.out, ==, "");
    run_assert_code (&by_id, 0);
    assert_written (first);
    assert_written (second);
  }
  desk_clear (&desk);
}

/* What is there stays; a folder that is not there is not made up. */
static void
test_refused (void)
{
  Desk             desk = desk_open ();
  g_autofree char *there = g_build_filename (desk.data, "there", NULL),
                  *inside = g_build_filename (there, "mine", NULL);
  g_autofree char *nowhere = g_build_filename (desk.data, "no", "where", NULL);

  g_assert_cmpint (g_mkdir (there, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "mine", -1, NULL));
  {
    g_auto(Run) over =
              run_line ("dossier example --data %s --guidance %s --out %s", desk.data, desk.bundle, there);
    g_auto(Run) gone =
              run_line ("dossier example --data %s --guidance %s --out %s", desk.data, desk.bundle, nowhere);
    g_auto(Run) unknown = run_line ("dossier other --data %s --guidance %s --out %s/x", desk.data,
                                     desk.bundle, desk.data);

    run_assert_failed (&over, 1, "Something of that name is there already");
    run_assert_failed (&gone, 1, "That folder is not there any more");
    run_assert_failed (&unknown, 1, "There is no case “other”");
  }
  g_assert_true (g_file_test (inside, G_FILE_TEST_IS_REGULAR));
  desk_clear (&desk);
}

static void
test_usage (void)
{
  static const char *const lines[] = { "dossier", "dossier example", "dossier example --out -",
                                       "dossier a b --out x", "dossier example --json --out x" };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto(Run) run = run_line ("%s", lines[i]);
      run_assert_failed (&run, 2, "vetoctl: ");
    }
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  g_test_add_func ("/ctl/dossier/written", test_written);
  g_test_add_func ("/ctl/dossier/refused", test_refused);
  g_test_add_func ("/ctl/dossier/usage", test_usage);
  return ctl_test_run ();
}
