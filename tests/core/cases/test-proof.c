/* Files as proof: what is taken, what is refused by name, and that it comes back byte for byte.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "case-fixture.h"
#include "veto-proof-list.h"
#include "veto-proof-sender.h"
#include "veto-store-proof.h"

#define PNG "\x89PNG\r\n\x1a\n"

typedef struct
{
  Desk           desk;
  VetoCase      *item;
  VetoProofList *list;
  char          *folder; /* where files come from */
} Fixture;

static void
open_list (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  fixture->list = veto_proof_list_new (fixture->desk.store, veto_case_get_id (fixture->item), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->desk = fixture_open_desk (NULL, NULL, NULL);
  fixture->item = fixture_start_case (&fixture->desk);
  fixture->folder = fixture_make_folder ();
  open_list (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->list);
  fixture_clear_desk (&fixture->desk);
  fixture_remove (fixture->folder);
}

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static char *
write_file (Fixture *fixture, const char *name, const char *content, gssize n_bytes)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, n_bytes, NULL));
  return path;
}

/* (transfer full) (nullable) */
static VetoProof *
add_path (Fixture *fixture, const char *path, GError **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;

  veto_proof_list_add_file_async (fixture->list, file, NULL, take_result_cb, &result);
  return veto_proof_list_add_finish (fixture->list, wait_for (&result), error);
}

static GBytes *
read_back (Fixture *fixture, VetoProof *proof)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  GBytes *bytes;

  veto_proof_list_read_async (fixture->list, proof, NULL, take_result_cb, &result);
  bytes = veto_proof_list_read_finish (fixture->list, wait_for (&result), &error);
  g_assert_no_error (error);
  return bytes;
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

/* --- What is refused --- */

static void
make_empty (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
make_sparse (const char *path, off_t n_bytes)
{
  make_empty (path);
  g_assert_cmpint (truncate (path, n_bytes), ==, 0);
}

static void
make_26_mb (const char *path)
{
  make_sparse (path, 26 * 1000 * 1000);
}

static void
make_5_gb (const char *path)
{
  make_sparse (path, 5LL * 1000 * 1000 * 1000);
}

static void
make_one_too_many (const char *path)
{
  make_sparse (path, VETO_STORE_MAX_PROOF_BYTES + 1);
}

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
make_link (const char *path)
{
  g_autofree char *target = g_strconcat (path, ".target", NULL);

  g_assert_true (g_file_set_contents (target, PNG, -1, NULL));
  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
make_dangling (const char *path)
{
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
}

static void
make_nothing (const char *path)
{
}

static void
make_program (const char *path)
{
  g_assert_true (g_file_set_contents (path,
                                      "\x7f"
                                      "ELF\2\1\1\0\0\0\0\0",
                                      12, NULL));
}

static void
make_archive (const char *path)
{
  g_assert_true (g_file_set_contents (path, "PK\3\4\24\0\0\0", 8, NULL));
}

typedef struct
{
  const char *name;
  void (*make) (const char *path);
  VetoProofError code;
  const char    *words; /* in the sentence, beside the name */
} Refusal;

static const Refusal refusals[] = {
  { "empty", make_empty, VETO_PROOF_ERROR_EMPTY, "is empty" },
  { "26-mb", make_26_mb, VETO_PROOF_ERROR_TOO_BIG, "larger than 25 MB" },
  { "5-gb", make_5_gb, VETO_PROOF_ERROR_TOO_BIG, "larger than 25 MB" },
  { "one-too-many", make_one_too_many, VETO_PROOF_ERROR_TOO_BIG, "larger than 25 MB" },
  { "pipe", make_pipe, VETO_PROOF_ERROR_NO_FILE, "is not a file" },
  { "folder", make_folder, VETO_PROOF_ERROR_NO_FILE, "is a folder" },
  { "link", make_link, VETO_PROOF_ERROR_NO_FILE, "only a link" },
  { "link-to-device", make_dangling, VETO_PROOF_ERROR_NO_FILE, "only a link" },
  { "gone", make_nothing, VETO_PROOF_ERROR_UNREADABLE, "not there any more" },
  { "program", make_program, VETO_PROOF_ERROR_KIND, "something else" },
  { "archive", make_archive, VETO_PROOF_ERROR_KIND, "something else" },
};

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const Refusal   *refusal = data;
  g_autofree char *name = g_strdup_printf ("Scan %s.png", refusal->name);
  g_autofree char *quoted = g_strdup_printf ("“%s”", name);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();

  refusal->make (path);
  g_assert_null (add_path (fixture, path, &error));
  g_assert_error (error, VETO_PROOF_ERROR, (int) refusal->code);
  g_assert_nonnull (strstr (error->message, quoted));
  g_assert_nonnull (strstr (error->message, refusal->words));
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 10 * G_USEC_PER_SEC); /* a pipe would wait for ever */
  g_assert_cmpuint (count (fixture), ==, 0);
}

static void
test_not_here (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GFile) file = g_file_new_for_uri ("sftp://example.org/scan.png");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  veto_proof_list_add_file_async (fixture->list, file, NULL, take_result_cb, &result);
  g_assert_null (veto_proof_list_add_finish (fixture->list, wait_for (&result), &error));
  g_assert_error (error, VETO_PROOF_ERROR, VETO_PROOF_ERROR_ELSEWHERE);
}

/* --- What is taken --- */

typedef struct
{
  const char *name; /* of the file */
  const char *content;
  gssize      n_bytes; /* -1: to the NUL */
  const char *media_type, *kept_name;
} Taken;

#define LONG "1234567890123456789012345678901234567890123456789012345678901234567890"

static const Taken takens[] = {
  { "a.png", PNG "x", -1, "image/png", "a.png" },
  { "photo.JPG", "\xff\xd8\xff\xe0x", -1, "image/jpeg", "photo.JPG" },
  { "photo.jpeg", "\xff\xd8\xff\xe1x", -1, "image/jpeg", "photo.jpeg" },
  { "a.webp", "RIFF\1\2\3\4WEBPVP8 ", -1, "image/webp", "a.webp" },
  { "a.gif", "GIF89a\1", -1, "image/gif", "a.gif" },
  { "IMG_1.HEIC",
    "\0\0\0\x18"
    "ftypheic\0\0\0\0",
    16, "image/heic", "IMG_1.HEIC" },
  { "letter.pdf", "%PDF-1.4\n\xff", -1, "application/pdf", "letter.pdf" },
  { "mail.eml", "From: a@b.example\nDate: x\n\n\0\xff", 29, "message/rfc822", "mail.eml" },
  { "mail", "From: a@b.example\nDate: x\n\n", -1, "message/rfc822", "mail.eml" },
  { "notes.txt", "Grüße\n", -1, "text/plain", "notes.txt" },
  { "old.txt",
    "Gr\xfc\xdf"
    "e\n",
    -1, "text/plain", "old.txt" },
  { "utf-16.txt",
    "\xff\xfe"
    "a\0",
    4, "text/plain", "utf-16.txt" },
  { "invoice.pdf", PNG, -1, "image/png", "invoice.pdf.png" },
  { "click.desktop", "[Desktop Entry]\nExec=rm -rf /\n", -1, "text/plain", "click.desktop.txt" },
  { "page.html", "<script>x</script>", -1, "text/plain", "page.html.txt" },
  { "picture.svg", "<svg/>", -1, "text/plain", "picture.svg.txt" },
  { ".hidden", "text", -1, "text/plain", "hidden.txt" },
  { "con.txt", "text", -1, "text/plain", "_con.txt" },
  { "a\xe2\x80\xae"
    "gpj.png",
    PNG, -1, "image/png", "a gpj.png" },
  { "a\n\x1b[31mb.png", PNG, -1, "image/png", "a [31mb.png" },
  { "a\\b:c*.png", PNG, -1, "image/png", "a b c .png" },
  { "\xff\xfe.png", PNG, -1, "image/png", "\xef\xbf\xbd\xef\xbf\xbd.png" },
  { LONG LONG ".png", PNG, -1, "image/png", LONG "1234567890123456789012345678901234567890.png" },
};

static void
test_taken (Fixture *fixture, gconstpointer data)
{
  const Taken     *taken = data;
  g_autofree char *path = write_file (fixture, taken->name, taken->content, taken->n_bytes);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoProof) proof = add_path (fixture, path, &error);
  g_autoptr(GBytes) kept = NULL, expected = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (veto_proof_get_media_type (proof), ==, taken->media_type);
  g_assert_cmpstr (veto_proof_get_name (proof), ==, taken->kept_name);
  g_assert_cmpint (veto_proof_get_condition (proof), ==, VETO_PROOF_INTACT);
  expected =
    g_bytes_new (taken->content, taken->n_bytes < 0 ? strlen (taken->content) : (gsize) taken->n_bytes);
  kept = read_back (fixture, proof);
  g_assert_true (g_bytes_equal (kept, expected));
  g_assert_cmpint (veto_proof_get_size (proof), ==, (gint64) g_bytes_get_size (expected));
}

/* 25 MB go in and come out, and the window's turn comes in between. */
static void
test_largest (Fixture *fixture, gconstpointer data)
{
  gsize              n_bytes = VETO_STORE_MAX_PROOF_BYTES;
  guint32            state = 2463534242;
  g_autofree guint8 *content = g_malloc (n_bytes);
  g_autofree char   *path = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoProof) proof = NULL;
  g_autoptr(GBytes) kept = NULL;

  for (gsize i = 0; i < n_bytes; i++)
    {
      state ^= state << 13, state ^= state >> 17, state ^= state << 5;
      content[i] = (guint8) state;
    }
  memcpy (content, PNG, strlen (PNG));
  path = write_file (fixture, "large.png", (const char *) content, (gssize) n_bytes);
  proof = add_path (fixture, path, &error);
  g_assert_no_error (error);
  kept = read_back (fixture, proof);
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), content, n_bytes);
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "a.png", PNG, -1);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoProof) proof = add_path (fixture, path, NULL);

  g_assert_null (add_path (fixture, path, &error));
  g_assert_error (error, VETO_PROOF_ERROR, VETO_PROOF_ERROR_THERE);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_pasted (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) picture = g_bytes_new_static (PNG, strlen (PNG));
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoProof) proof = NULL;

  veto_proof_list_add_bytes_async (fixture->list, "Pasted picture", picture, NULL, take_result_cb, &result);
  proof = veto_proof_list_add_finish (fixture->list, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (veto_proof_get_name (proof), ==, "Pasted picture.png");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "a.png", PNG, -1);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  veto_proof_list_add_file_async (fixture->list, file, cancellable, take_result_cb, &result);
  g_assert_null (veto_proof_list_add_finish (fixture->list, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count (fixture), ==, 0);
}

/* --- What is kept --- */

static VetoProof *
wait_until_checked (Fixture *fixture, guint index)
{
  g_autoptr(VetoProof) proof = g_list_model_get_item (G_LIST_MODEL (fixture->list), index);

  veto_proof_list_check (fixture->list);
  while (veto_proof_get_condition (proof) == VETO_PROOF_UNCHECKED)
    g_main_context_iteration (NULL, TRUE);
  return proof; /* the list has it */
}

/* Closes the program, changes the database, and opens it again. */
static void
reopen (Fixture *fixture, const char *sql)
{
  g_autofree char *database = fixture_dup_path (fixture->desk.folder, "");
  g_autofree char *id = g_strdup (veto_case_get_id (fixture->item));
  g_autofree char *folder = fixture->desk.folder;

  g_assert_finalize_object (fixture->list);
  fixture_close_desk (&fixture->desk);
  if (sql != NULL)
    fixture_run_sql (database, sql);
  fixture->desk = fixture_open_desk (folder, NULL, NULL);
  fixture->item = veto_case_book_find (fixture->desk.book, FIXTURE_PLATFORM, NULL);
  g_assert_cmpstr (veto_case_get_id (fixture->item), ==, id);
  open_list (fixture);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "a.png", PNG "content", -1);
  g_autofree char *second = write_file (fixture, "b.eml", "From: a@chirper.example\nDate: x\n\n", -1);
  g_autoptr(GBytes) kept = NULL;
  VetoProof *proof;

  g_object_unref (add_path (fixture, path, NULL));
  g_object_unref (add_path (fixture, second, NULL));
  reopen (fixture, "UPDATE proof SET bytes = zeroblob (size) WHERE name = 'a.png'");
  g_assert_cmpuint (count (fixture), ==, 2);
  proof = wait_until_checked (fixture, 0);
  g_assert_cmpint (veto_proof_get_condition (proof), ==, VETO_PROOF_CHANGED);
  kept = read_back (fixture, proof); /* what is left of it can still be had */
  g_assert_cmpuint (g_bytes_get_size (kept), ==, strlen (PNG "content"));
  proof = wait_until_checked (fixture, 1); /* the others are looked at all the same */
  g_assert_cmpint (veto_proof_get_condition (proof), ==, VETO_PROOF_INTACT);
  g_assert_cmpstr (veto_proof_get_mail (proof)->address, ==, "a@chirper.example");
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "a.png", PNG, -1),
                  *second = write_file (fixture, "b.txt", "b", -1);
  g_autoptr(VetoProof) first = add_path (fixture, path, NULL);
  g_autoptr(VetoProof) other = add_path (fixture, second, NULL);
  g_autoptr(VetoProof) at_first = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  veto_proof_list_remove (fixture->list, first);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_clear_object (&first);
  g_clear_object (&other);
  reopen (fixture, NULL);
  g_assert_cmpuint (count (fixture), ==, 2); /* the way back was never closed, so it is there */

  first = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  veto_proof_list_remove (fixture->list, first);
  veto_proof_list_put_back (fixture->list, first);
  g_assert_cmpuint (count (fixture), ==, 2);
  veto_proof_list_delete_removed_async (fixture->list, first, NULL,
                                        NULL); /* it was put back, so nothing happens */
  veto_proof_list_remove (fixture->list, first);
  veto_proof_list_delete_removed_async (fixture->list, first, take_result_cb, &result);
  wait_for (&result); /* the row is gone before that, but the list is held until then */
  g_clear_object (&result);
  reopen (fixture, NULL);
  g_assert_cmpuint (count (fixture), ==, 1);
  at_first = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_assert_cmpstr (veto_proof_get_name (at_first), ==, "b.txt");
}

/* An event that was made from a proof says so, also when the person corrects it. */
static void
test_event (Fixture *fixture, gconstpointer data)
{
  VetoTimeline  *timeline = veto_case_get_timeline (fixture->item);
  VetoEventDraft draft = { .kind = VETO_EVENT_CONFIRMATION, .proof = "p-1" };
  VetoEvent     *event;

  g_date_set_dmy (&draft.day, 4, G_DATE_MAY, 2026);
  g_assert_null (veto_proof_sender_find_event (fixture->item, "p-1"));
  g_assert_true (veto_timeline_add (timeline, &draft, NULL, NULL));
  event = veto_proof_sender_find_event (fixture->item, "p-1");
  veto_event_get_draft (event, &draft);
  g_date_set_dmy (&draft.day, 5, G_DATE_MAY, 2026);
  g_assert_true (veto_timeline_correct (timeline, veto_event_get_id (event), &draft, NULL, NULL));
  event = veto_proof_sender_find_event (fixture->item, "p-1");
  g_assert_cmpint (g_date_get_day (veto_event_get_day (event)), ==, 5);
  g_assert_null (veto_proof_sender_find_event (fixture->item, "p-2"));
}

#define ADD(name, data, test) g_test_add (name, Fixture, data, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *name = g_strconcat ("/proof/refused/", refusals[i].name, NULL);
      ADD (name, &refusals[i], test_refused);
    }
  ADD ("/proof/refused/not-here", NULL, test_not_here);
  for (gsize i = 0; i < G_N_ELEMENTS (takens); i++)
    {
      g_autofree char *name = g_strdup_printf ("/proof/taken/%u-%s", (guint) i, takens[i].media_type);
      g_strdelimit (name + strlen ("/proof/taken/"), "/", '-');
      ADD (name, &takens[i], test_taken);
    }
  ADD ("/proof/largest", NULL, test_largest);
  ADD ("/proof/twice", NULL, test_twice);
  ADD ("/proof/pasted", NULL, test_pasted);
  ADD ("/proof/cancelled", NULL, test_cancelled);
  ADD ("/proof/changed", NULL, test_changed);
  ADD ("/proof/removed", NULL, test_removed);
  ADD ("/proof/event", NULL, test_event);
  return g_test_run ();
}
