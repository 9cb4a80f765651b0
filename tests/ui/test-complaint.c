/* A complaint goes to an authority together with the file of its case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "letter-desk.h"
#include "mail-portal.h"
#include "veto-store-proof.h"

#define NOISE_SIDE 1300 /* pixels: what a dossier keeps of a picture */
#define N_NOISE 24      /* pictures of it, more than an e-mail takes */

/* In the place of the letter that is on the desk: one to an authority, about a case or not. */
static void
exchange_for_complaint (Desk *desk, gboolean has_case)
{
  static const char *const answers[][2] = { { "name", "Erika Mustermann" }, { "address", "Musterweg 1" },
                                            { "first-day", "2026-10-01" },  { "requested", "objection" },
                                            { "channel", "form" },          { "outcome", "none" } };
  VetoServices            *services = &desk->scene.services;
  VetoGuideSet            *set = veto_guidance_get_set (services->guidance);
  const char *const        lines[] = { "2 Example Street", "Exampletown", NULL };
  g_autoptr(VetoRecipient) company = veto_recipient_new ("Example Ltd", lines, NULL);
  g_autoptr(VetoRecipient) authority = veto_recipient_new ("Data Protection Office", lines, DESK_ADDRESS);
  g_autoptr(GError) error = NULL;
  VetoObjection *first =
    veto_objections_find (services->objections, veto_platform_get_id (veto_guide_set_get_platform (set, 0)));
  VetoCase *item = veto_objection_start (first, services->book, NULL, &error);

  g_assert_no_error (error);
  g_clear_object (&desk->letter);
  g_clear_object (&desk->saved);
  desk->saved = veto_letter_book_start (desk->book, "complaint", has_case ? veto_case_get_id (item) : NULL);
  desk->letter = veto_letter_book_open (desk->book, desk->saved,
                                        veto_guide_set_find_letter (set, "complaint"), NULL, &error);
  g_assert_no_error (error);
  veto_letter_set_controller (desk->letter, company);
  veto_letter_set_authority (desk->letter, authority);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    veto_letter_set_answer (desk->letter, answers[i][0], answers[i][1], &error);
  g_assert_no_error (error);
}

/* The file of the case is offered before the ways, and remembered after one. */
static void
test_complaint (void)
{
  Desk       desk;
  GtkWidget *button, *label;

  desk_open (&desk, DESK_WIDTH, TRUE, DESK_ADDRESS);
  exchange_for_complaint (&desk, TRUE);
  desk_present (&desk);
  button = desk_find_pressable (desk_find_dialog (), "Save the file for the authority…");
  g_assert_true (gtk_widget_is_focus (button));
  desk_choose ("Copy the text");
  desk_wait_for ("Did you send it?");
  label = scene_find_label (desk_find_dialog (), "The letter is on the clipboard.");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "The file for the authority goes along"));
  desk_close (&desk);
}

static void
test_complaint_without_case (void)
{
  Desk desk;

  desk_open (&desk, DESK_WIDTH, TRUE, DESK_ADDRESS);
  exchange_for_complaint (&desk, FALSE);
  desk_present (&desk);
  g_assert_null (scene_find_label (desk_find_dialog (), "Save the file"));
  desk_close (&desk);
}

static VetoCase *
find_case (Desk *desk)
{
  return veto_case_book_find_id (desk->scene.services.book, veto_saved_letter_get_case_id (desk->saved));
}

/* A picture in which nothing repeats, so that it stays large. (transfer full) */
static GBytes *
make_noise (void)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, NOISE_SIDE, NOISE_SIDE);
  g_autoptr(GRand) rand = g_rand_new_with_seed (6);
  g_autoptr(GError) error = NULL;
  guchar *pixels = gdk_pixbuf_get_pixels (pixbuf);
  char   *jpeg;
  gsize   n_bytes = gdk_pixbuf_get_byte_length (pixbuf);

  for (gsize i = 0; i < n_bytes; i++)
    pixels[i] = (guchar) g_rand_int (rand);
  gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &n_bytes, "jpeg", &error, "quality", "80", NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (jpeg, n_bytes);
}

static void
add_pictures (Desk *desk, guint n)
{
  g_autoptr(GBytes) bytes = make_noise ();
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("picture-%u", i);
      VetoStoreProof   row = { .id = id,
                               .case_id = (char *) veto_case_get_id (find_case (desk)),
                               .name = (char *) "photo.jpg",
                               .media_type = (char *) "image/jpeg",
                               .sha256 = sum,
                               .size = (gint64) g_bytes_get_size (bytes),
                               .added_at = 1793000000 };

      g_assert_true (veto_store_add_proof (desk->scene.services.store, &row, bytes, NULL));
    }
}

static void
assert_pdf (const char *path, const char *begin)
{
  g_autofree char *content = NULL, *name = g_path_get_basename (path);

  g_assert_true (g_str_has_prefix (name, begin) && g_str_has_suffix (name, ".pdf"));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF"));
}

/* Both files are attached, and the dialog says so. */
static void
test_email (void)
{
  Desk             desk;
  MailPortal      *portal = mail_portal_new ();
  g_autofree char *first = NULL, *second = NULL;

  desk_open (&desk, DESK_WIDTH, TRUE, DESK_ADDRESS);
  exchange_for_complaint (&desk, TRUE);
  desk_present (&desk);
  desk_choose ("E-mail");
  desk_wait_for ("Did you send it?");
  g_assert_nonnull (
    scene_find_label (desk_find_dialog (), "The letter and the file for the authority are in"));
  g_assert_cmpuint (mail_portal_get_n_files (portal), ==, 2);
  assert_pdf (mail_portal_get_nth_path (portal, 0), "Complaint");
  assert_pdf (mail_portal_get_nth_path (portal, 1), "File for the authority ");
  first = g_path_get_dirname (mail_portal_get_nth_path (portal, 0));
  second = g_path_get_dirname (mail_portal_get_nth_path (portal, 1));
  g_assert_cmpstr (first, ==, second);
  desk_close (&desk);
  mail_portal_free (portal);
}

/* The desktop was not asked yet, or its question is taken back. */
static gboolean
is_taken_back (gconstpointer portal)
{
  return mail_portal_get_n_closed ((MailPortal *) portal) == mail_portal_get_n_calls ((MailPortal *) portal);
}

/* Called off while the file is made, or in the desktop's question: the ways are there again, and nothing lies about. */
static void
test_email_denied (void)
{
  Desk        desk;
  MailPortal *portal = mail_portal_new ();
  guint       n_before;

  mail_portal_set_manner (portal,
                          MAIL_PORTAL_SILENT); /* a fast computer is further than making the file by then */
  desk_open (&desk, DESK_WIDTH, TRUE, DESK_ADDRESS);
  exchange_for_complaint (&desk, TRUE);
  desk_present (&desk);
  desk_choose ("E-mail");
  desk_wait_for ("The file for the authority is put together");
  desk_press ("Cancel");
  desk_wait_for ("How do you want to send it?");
  desk_wait_until (is_taken_back, portal, "the desktop's question goes");
  n_before = mail_portal_get_n_calls (portal);
  mail_portal_set_manner (portal, MAIL_PORTAL_DENIED);
  desk_choose ("E-mail");
  desk_wait_for ("How do you want to send it?");
  g_assert_cmpuint (mail_portal_get_n_calls (portal), >,
                    n_before); /* what was called off may arrive late, too */
  g_assert_false (g_file_test (mail_portal_get_nth_path (portal, 1), G_FILE_TEST_EXISTS));
  desk_close (&desk);
  mail_portal_free (portal);
}

/* (transfer full): the newest folder with files that wait to be attached */
static char *
find_lent (void)
{
  g_autofree char *all = g_build_filename (g_get_user_cache_dir (), "veto", "mail", NULL);
  g_autoptr(GDir) dir = g_dir_open (all, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (all, name, NULL);
      g_autoptr(GDir) files = g_dir_open (path, 0, NULL);
      const char *file = g_dir_read_name (files);

      if (file != NULL && (g_str_has_prefix (file, "Complaint") || g_str_has_prefix (file, "File for")))
        return g_steal_pointer (&path);
    }
  return NULL;
}

/* Where nothing can attach files, they lie together, and the way there is a button. */
static void
test_email_by_hand (void)
{
  Desk             desk;
  g_autofree char *folder = NULL, *clipboard = NULL, *words = NULL;
  g_autoptr(GDir) dir = NULL;
  const char *name;
  guint       n_files = 0;

  desk_open (&desk, DESK_WIDTH, TRUE, DESK_ADDRESS);
  exchange_for_complaint (&desk, TRUE);
  desk_present (&desk);
  desk_choose ("E-mail");
  desk_wait_for ("Attach the letter and the file for the authority");
  g_assert_true (
    gtk_widget_is_sensitive (desk_find_pressable (desk_find_dialog (), "Open the folder with both files")));
  clipboard = desk_dup_clipboard (&desk);
  words = desk_dup_words (&desk);
  g_assert_cmpstr (clipboard, ==, words);
  folder = find_lent ();
  g_assert_nonnull (folder);
  dir = g_dir_open (folder, 0, NULL);
  for (; (name = g_dir_read_name (dir)) != NULL; n_files++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      assert_pdf (path, g_str_has_prefix (name, "File") ? "File for the authority " : "Complaint");
    }
  g_assert_cmpuint (n_files, ==, 2);
  desk_press ("Next");
  desk_wait_for ("Did you send it?");
  desk_close (&desk);
}

/* What an e-mail server would refuse is not attached; it can be saved, and the letter goes all the same. */
static void
test_email_too_large (void)
{
  Desk        desk;
  MailPortal *portal = mail_portal_new ();

  desk_open (&desk, DESK_WIDTH, TRUE, DESK_ADDRESS);
  exchange_for_complaint (&desk, TRUE);
  add_pictures (&desk, N_NOISE);
  desk_present (&desk);
  desk_choose ("E-mail");
  desk_wait_for ("The file for the authority is too large for an e-mail");
  g_assert_nonnull (desk_find_pressable (desk_find_dialog (), "Save the file for the authority…"));
  g_assert_cmpuint (mail_portal_get_n_calls (portal), ==, 0);
  desk_press ("Open the e-mail with the letter alone");
  desk_wait_for ("Did you send it?");
  g_assert_cmpuint (mail_portal_get_n_files (portal), ==, 1);
  desk_close (&desk);
  mail_portal_free (portal);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/complaint/with-case", test_complaint);
  g_test_add_func ("/complaint/without-case", test_complaint_without_case);
  g_test_add_func ("/complaint/email/attached", test_email);
  g_test_add_func ("/complaint/email/denied", test_email_denied);
  g_test_add_func ("/complaint/email/by-hand", test_email_by_hand);
  g_test_add_func ("/complaint/email/too-large", test_email_too_large);
  return g_test_run ();
}
