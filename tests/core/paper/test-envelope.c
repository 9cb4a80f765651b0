/* Through the window of an envelope one sees the address, and only the address, however the letter lies in it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * DL: 220 x 110 mm with a window of 90 x 45, 20 from the left and 15 from the lower edge; the letter, folded to 210 x 105,
 * slides in it. The measures are those of veto-paper-letter.c, which says where they are from. */
#include "paper-fixture.h"

#define ENVELOPE_WIDTH 220
#define ENVELOPE_HEIGHT 110
#define FOLDED_WIDTH 210
#define FOLDED_HEIGHT 105
#define WINDOW_LEFT 20
#define WINDOW_TOP (ENVELOPE_HEIGHT - 15 - WINDOW_HEIGHT)
#define WINDOW_WIDTH 90
#define WINDOW_HEIGHT 45
#define SLIDE_X (ENVELOPE_WIDTH - FOLDED_WIDTH)
#define SLIDE_Y (ENVELOPE_HEIGHT - FOLDED_HEIGHT)
#define DOTS 8 /* for a millimetre */

typedef struct
{
  const char *name;
  const char *sender_name, *sender_lines, *return_line, *remark, *recipient;
  guint       n_references;
} Sample;

#define LONG_LINE                                                                                            \
  "The Federal and Regional Office for Data Protection and the Freedom of Information of the Northern "      \
  "States"

static const Sample samples[] = {
  { "/envelope/one-line", "A", NULL, NULL, NULL, "B", 0 },
  { "/envelope/usual", "Erika Mustermann", "Heidestraße 17\n51147 Köln",
    "Erika Mustermann · Heidestraße 17 · 51147 Köln", NULL, "Firma\nStraße 1\n12345 Stadt", 2 },
  { "/envelope/six-lines", "Erika Mustermann", "Heidestraße 17\n51147 Köln",
    "Erika Mustermann · Heidestraße 17 · 51147 Köln", "Einschreiben mit Rückschein",
    "Ägäische Gyros-Plattform\nAbteilung Qualität\nFrau Jäger\nGroße Straße 1\n12345 Stadt\nÖSTERREICH", 4 },
  { "/envelope/eight-lines", "A", "B\nC\nD", "A · B · C · D", "E-mail", "1\n2\n3\n4\n5\n6\n7\n8", 5 },
  { "/envelope/long-lines", LONG_LINE, LONG_LINE "\n" LONG_LINE,
    "Erika Mustermann-Schmidt-Meyer · Heidestraße 17 in the back yard · 51147 Köln-Wahnheide",
    "By registered post, to be signed for, and by e-mail on the same day",
    LONG_LINE "\n" LONG_LINE "\nGroße Straße 1\n12345 Stadt", 3 },
  { "/envelope/right-to-left", "ليلى المثال", "شارع الورد 17", "ليلى المثال · شارع الورد 17 · 10115 برلين",
    "بالبريد المسجل", "شركة المثال\nشارع الورد 1\nدبي", 2 },
};

static VetoDocument *
new_document (const Sample *sample)
{
  VetoDocument *document = veto_document_new ("Envelope", "en");

  veto_document_set_sender (document, sample->sender_name, sample->sender_lines);
  veto_document_set_return_line (document, sample->return_line);
  veto_document_set_remark (document, sample->remark);
  veto_document_set_recipient (document, sample->recipient);
  for (guint i = 0; i < sample->n_references; i++)
    veto_document_add_reference (document, "Your reference",
                                 "AB-2026/1234, which is rather long for a reference");
  veto_document_set_date_line (document, "Köln, 25. November 2026");
  veto_document_set_subject (document, "The subject of this letter");
  for (guint i = 0; i < 30; i++)
    veto_document_add_paragraph (document, "Text that is to be seen by nobody but whoever opens the letter.");
  return document;
}

static gboolean
is_address (const VetoPaperLine *line)
{
  return line->block == VETO_PAPER_RETURN_LINE || line->block == VETO_PAPER_REMARK
         || line->block == VETO_PAPER_RECIPIENT;
}

/* What one sees wherever the letter lies, and what one may see, on the page. */
static const cairo_rectangle_t always = { WINDOW_LEFT, WINDOW_TOP, WINDOW_WIDTH - SLIDE_X,
                                          WINDOW_HEIGHT - SLIDE_Y };
static const cairo_rectangle_t sometimes = { WINDOW_LEFT - SLIDE_X, WINDOW_TOP - SLIDE_Y,
                                             WINDOW_WIDTH + SLIDE_X, WINDOW_HEIGHT + SLIDE_Y };

static void
assert_lines (VetoPaper *paper, gboolean remark)
{
  gboolean seen[3] = { FALSE };

  for (guint i = 0; i < veto_paper_get_n_lines (paper, 0); i++)
    {
      VetoPaperLine line;
      double        left, top, right, bottom;

      veto_paper_get_line (paper, 0, i, &line);
      left = line.x / MM, top = line.y / MM, right = (line.x + line.width) / MM,
      bottom = (line.y + line.height) / MM;
      if (!is_address (&line))
        {
          g_assert_true (left > sometimes.x + sometimes.width || top > sometimes.y + sometimes.height
                         || bottom < sometimes.y || right < sometimes.x);
          continue;
        }
      seen[line.block - VETO_PAPER_RETURN_LINE] = TRUE;
      g_assert_cmpfloat (left, >=, always.x);
      g_assert_cmpfloat (top, >=, always.y - 0.01);
      g_assert_cmpfloat (right, <=, always.x + always.width + 0.01);
      g_assert_cmpfloat (bottom, <=, always.y + always.height + 0.01);
    }
  g_assert_true (seen[VETO_PAPER_RECIPIENT - VETO_PAPER_RETURN_LINE]);
  g_assert_true (seen[VETO_PAPER_REMARK - VETO_PAPER_RETURN_LINE] == remark);
}

static guint
count_ink (cairo_surface_t *image, double left, double top, double width, double height)
{
  const guint8 *data = cairo_image_surface_get_data (image);
  int           stride = cairo_image_surface_get_stride (image);
  guint         n_dots = 0;

  for (int y = (int) (top * DOTS); y < (int) ((top + height) * DOTS); y++)
    for (int x = (int) (left * DOTS); x < (int) ((left + width) * DOTS); x++)
      n_dots += data[y * stride + x] > 0;
  return n_dots;
}

static cairo_surface_t *
draw_page (VetoPaper *paper)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8, 210 * DOTS, 297 * DOTS);
  cairo_t         *cr = cairo_create (image);

  cairo_scale (cr, DOTS / MM, DOTS / MM);
  veto_paper_draw (paper, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

static void
test_window (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoDocument) document = new_document (sample);
  g_autoptr(VetoPaper) paper = paper_lay_out (document, VETO_PAPER_DIN_5008);
  g_autofree char *recipient = paper_dup_block (paper, VETO_PAPER_RECIPIENT),
                  *expected = paper_dup_dense (sample->recipient);
  cairo_surface_t *image = draw_page (paper);
  guint            n_address = count_ink (image, always.x, always.y, always.width, always.height);

  g_assert_cmpstr (recipient, ==, expected);
  assert_lines (paper, sample->remark != NULL);
  g_assert_cmpuint (n_address, >, DOTS);
  for (double slide_x = 0; slide_x <= SLIDE_X; slide_x += 2.5)
    for (double slide_y = 0; slide_y <= SLIDE_Y; slide_y += 2.5)
      g_assert_cmpuint (count_ink (image, WINDOW_LEFT - slide_x, WINDOW_TOP - slide_y, WINDOW_WIDTH,
                                   WINDOW_HEIGHT),
                        ==, n_address);
  g_assert_cmpuint (count_ink (image, sometimes.x, sometimes.y, sometimes.width, sometimes.height), ==,
                    n_address);
  cairo_surface_destroy (image);
}

/* The marks stand where the norm has them, clear of the text; holes on all pages, folds on the first. */
static void
test_marks (void)
{
  g_autoptr(VetoDocument) document = paper_new_letter (30);
  g_autoptr(VetoPaper) paper = paper_lay_out (document, VETO_PAPER_DIN_5008);
  cairo_surface_t *image = draw_page (paper);

  g_assert_cmpuint (count_ink (image, 0, 104.5, 20, 1), >, 3 * DOTS);
  g_assert_cmpuint (count_ink (image, 0, 148, 20, 1), >, 5 * DOTS);
  g_assert_cmpuint (count_ink (image, 0, 209.5, 20, 1), >, 3 * DOTS);
  g_assert_cmpuint (count_ink (image, 0, 0, 20, 104.5), ==, 0);
  g_assert_cmpuint (count_ink (image, 0, 106, 20, 42), ==, 0);
  g_assert_cmpuint (count_ink (image, 0, 149.5, 20, 60), ==, 0);
  g_assert_cmpuint (count_ink (image, 0, 210.5, 20, 86), ==, 0);
  cairo_surface_destroy (image);
}

static void
test_too_long (gconstpointer data)
{
  const char *recipient = data;
  g_autoptr(VetoDocument) document = paper_new_letter (1);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoPaper) paper = NULL;

  veto_document_set_recipient (document, recipient);
  paper = veto_paper_lay_out (document, VETO_PAPER_DIN_5008, &error);
  g_assert_null (paper);
  g_assert_error (error, VETO_PAPER_ERROR, VETO_PAPER_ERROR_ADDRESS);
  g_clear_error (&error);
  paper =
    veto_paper_lay_out (document, VETO_PAPER_LETTER, &error); /* where there is no window, it has room */
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_autofree char *endless = g_strnfill (5000, 'w');

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_window);
  g_test_add_func ("/envelope/marks", test_marks);
  g_test_add_data_func ("/envelope/too-many-lines", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13",
                        test_too_long);
  g_test_add_data_func ("/envelope/endless-line", endless, test_too_long);
  return g_test_run ();
}
