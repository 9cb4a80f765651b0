/* For tests of dossiers: a case with letters and proof on the guidance that Veto comes with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-fixture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "letter-fixture.h"
#include "paper-fixture.h"
#include "veto-config.h"
#include "veto-day.h"

static void
set_value (Desk *desk, const char *name, const char *text)
{
  g_autoptr(GError) error = NULL;

  veto_case_set_value (desk->item, name, text, &error);
  g_assert_no_error (error);
}

void
desk_set_up (Desk *desk, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  const VetoGuide *guide;

  desk->folder = fixture_make_folder ();
  desk->out = fixture_make_folder ();
  desk->set = veto_guide_set_read_resource (VETO_RESOURCE_PREFIX "/guidance", "en", &error);
  g_assert_no_error (error);
  desk->guidance = veto_guidance_new (desk->set);
  desk->store = fixture_open (desk->folder, VETO_STORE_TOOL);
  desk->book = veto_case_book_new (desk->store, desk->guidance, &error);
  g_assert_no_error (error);
  desk->letters = veto_letter_book_new (desk->store, desk->guidance, &error);
  g_assert_no_error (error);
  guide = veto_platform_find_goal (veto_guidance_find (desk->guidance, "facebook"), "object");
  desk->item = veto_case_book_start (desk->book, "facebook", "object", guide->id, &error);
  g_assert_no_error (error);
  set_value (desk, "profile.name", "Erika Example");
  set_value (desk, "profile.address", "Heath Street 17\n50667 Köln");
  set_value (desk, "account.login", "erika.example");
}

void
desk_tear_down (Desk *desk, gconstpointer data)
{
  g_assert_finalize_object (G_OBJECT (desk->letters));
  g_assert_finalize_object (G_OBJECT (desk->book));
  g_object_unref (desk->guidance);
  g_object_unref (desk->set);
  fixture_close (desk->store); /* no dossier holds it any more */
  fixture_remove (desk->folder);
  fixture_remove (desk->out);
}

void
desk_add_event (Desk *desk, VetoEventKind kind, const char *day, const char *note)
{
  g_autoptr(GError) error = NULL;
  VetoEventDraft draft = { .kind = kind, .note = note, .channel = "form" };

  g_assert_true (veto_day_parse (day, &draft.day));
  veto_timeline_add (veto_case_get_timeline (desk->item), &draft, NULL, &error);
  g_assert_no_error (error);
}

static GBytes *
print (VetoLetter *letter)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoDocument) document = veto_letter_to_document (letter, &error);
  g_autoptr(VetoPaper) paper = NULL;
  GBytes *pdf;

  g_assert_no_error (error);
  paper = paper_lay_out (document, veto_letter_get_style ("en"));
  pdf = veto_paper_to_pdf (paper, &error);
  g_assert_no_error (error);
  return pdf;
}

void
desk_send_letter (Desk *desk, const char *kind, const char *day, GBytes *pdf)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoSavedLetter)
               saved = veto_letter_book_start (desk->letters, kind, veto_case_get_id (desk->item));
  g_autoptr(VetoLetter)
               letter = veto_letter_book_open (desk->letters, saved,
                                               veto_guide_set_find_letter (desk->set, kind), NULL, &error);
  g_autoptr(VetoRecipient) office =
               veto_recipient_new_typed ("Data Protection Office\n2 Example Street\nExampletown", NULL);
  g_autoptr(GBytes) page = NULL;
  GDate sent;

  g_assert_no_error (error);
  g_assert_true (veto_day_parse (day, &sent));
  veto_letter_set_day (letter, &sent);
  if (veto_letter_kind_get_to (veto_letter_get_kind (letter)) == VETO_LETTER_TO_AUTHORITY)
    veto_letter_set_authority (letter, office);
  letter_fixture_answer_required (letter);
  page = pdf != NULL ? g_bytes_ref (pdf) : print (letter);
  veto_letter_book_mark_sent (desk->letters, saved, letter, &sent, "email", page, &error);
  g_assert_no_error (error);
}

void
desk_add_proof (Desk *desk, const char *name, const char *media_type, GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = g_strdup_printf ("proof-%u", desk->n_proof++);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  VetoStoreProof   row = { .id = id,
                           .case_id = (char *) veto_case_get_id (desk->item),
                           .name = (char *) name,
                           .media_type = (char *) media_type,
                           .sha256 = sha256,
                           .size = (gint64) g_bytes_get_size (bytes),
                           .added_at = 1793000000 };

  veto_store_add_proof (desk->store, &row, bytes, &error);
  g_assert_no_error (error);
  g_bytes_unref (bytes);
}

static VetoLetterKind *
find_kind (const char *kind, const char *language, gpointer set)
{
  VetoLetterKind *found = veto_guide_set_find_letter (set, kind);

  g_assert_cmpstr (language, ==, "en");
  return found != NULL ? g_object_ref (found) : NULL;
}

VetoDossier *
desk_describe (Desk *desk)
{
  g_autoptr(GError) error = NULL;
  VetoDossier *dossier;
  GDate        today;

  g_assert_true (veto_day_parse ("2026-11-26", &today));
  g_assert_true (veto_letter_book_refresh (desk->letters, NULL));
  g_assert_true (veto_case_book_refresh (desk->book, NULL));
  dossier = veto_dossier_new (desk->item, desk->set, desk->store, desk->letters, find_kind, desk->set, &today,
                              &error);
  g_assert_no_error (error);
  return dossier;
}

typedef struct
{
  GMainLoop    *loop;
  GCancellable *cancellable;
  double        cancel_at;
  double        fraction;
  GAsyncResult *result;
} Wait;

static void
progress_cb (double fraction, gpointer data)
{
  Wait *wait = data;

  g_assert_cmpfloat (fraction, >=, wait->fraction); /* never backwards */
  g_assert_cmpfloat (fraction, <=, 1);
  wait->fraction = fraction;
  if (fraction >= wait->cancel_at)
    g_cancellable_cancel (wait->cancellable);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

gboolean
desk_write (Desk *desk, VetoDossier *dossier, const char *name, double cancel_at, GError **error)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *folder = g_build_filename (desk->out, name, NULL);
  Wait             wait = { .loop = loop, .cancellable = cancellable, .cancel_at = cancel_at };

  veto_dossier_write_async (dossier, folder, progress_cb, &wait, cancellable, written_cb, &wait);
  g_main_loop_run (loop);
  result = wait.result;
  return veto_dossier_write_finish (result, error);
}

char *
desk_save (Desk *desk)
{
  g_autoptr(GError) error = NULL;

  desk_write (desk, desk_describe (desk), "dossier", 2, &error);
  g_assert_no_error (error);
  return g_build_filename (desk->out, "dossier", NULL);
}

char *
desk_dup_pdf (const char *folder)
{
  return g_build_filename (folder, "File for the authority.pdf", NULL);
}

char *
desk_read_words (const char *folder)
{
  g_autofree char *path = desk_dup_pdf (folder);
  g_autofree char *text = paper_run ("pdftotext", "-raw", path, "-", NULL);
  g_autoptr(GRegex) spaces = g_regex_new ("\\s+", G_REGEX_OPTIMIZE, 0, NULL);

  return text != NULL ? g_regex_replace_literal (spaces, text, -1, 0, " ", 0, NULL) : NULL;
}

guint
desk_count_out (Desk *desk)
{
  g_autoptr(GDir) folder = g_dir_open (desk->out, 0, NULL);
  guint n = 0;

  g_assert_nonnull (folder);
  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static cairo_status_t
append_cb (gpointer bytes, const guint8 *data, guint n_bytes)
{
  g_byte_array_append (bytes, data, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
picture_make_screenshot (guint width, guint height, guint seed)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (surface);
  PangoLayout     *layout = pango_cairo_create_layout (cr);
  GByteArray      *png = g_byte_array_new ();

  cairo_set_source_rgb (cr, 0.97, 0.97, 0.98);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.1, 0.3, 0.7);
  cairo_rectangle (cr, 0, 0, width, height / 16.0);
  cairo_fill (cr);
  pango_layout_set_width (layout, width * 9 / 10 * PANGO_SCALE);
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  for (guint y = height / 12; y + height / 12 < height; y += height / 12)
    {
      g_autofree char *text = g_strdup_printf ("<span font='Sans %u'>We got your objection and look at it. "
                                               "Case %u-%u. You get an e-mail "
                                               "as soon as we are done.</span>",
                                               MAX (width / 45, 1), seed, y);

      pango_layout_set_markup (layout, text, -1);
      cairo_move_to (cr, width / 20.0, y);
      pango_cairo_show_layout (cr, layout);
    }
  g_object_unref (layout);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png_stream (surface, append_cb, png), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

/* Slow changes and a little noise, which is what a camera sees. */
GBytes *
picture_make_photo (guint width, guint height, guint seed)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, (int) width, (int) height);
  g_autoptr(GError) error = NULL;
  guint32 noise = seed + 1;
  char   *jpeg = NULL;
  gsize   n_bytes;

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        guint8 *pixel =
          gdk_pixbuf_get_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf) + 3 * x;

        noise = noise * 1664525 + 1013904223;
        pixel[0] = (guint8) MIN (x * 250 / width + (noise >> 28), 255);
        pixel[1] = (guint8) MIN (y * 250 / height + (noise >> 28), 255);
        pixel[2] = (guint8) (128 + (noise >> 28));
      }
  gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &n_bytes, "jpeg", &error, "quality", "90", NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (jpeg, n_bytes);
}
