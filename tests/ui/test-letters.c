/* Writing letters in the window: what is typed is on the page and kept, what is wrong is said, what was sent stays.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "scene.h"
#include "veto-company-picker.h"
#include "veto-letter-choices.h"
#include "veto-letter-form.h"
#include "veto-letter-preview.h"
#include "veto-letter-row.h"
#include "veto-own-words.h"
#include "veto-paper.h"
#include "veto-radio-list.h"
#include "veto-typed-box.h"
#include "veto-write-page.h"

#define WIDE 1060
#define NARROW 360
#define HEIGHT 700
#define KIND "objection"

static void
open_scene (Scene *scene, int width)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  scene_open (scene, set, width, HEIGHT);
}

static GtkWidget *
find (Scene *scene, GType type)
{
  return scene_find (GTK_WIDGET (scene->window), type);
}

static VetoLetterWork *
get_work (Scene *scene)
{
  return veto_write_page_get_work (VETO_WRITE_PAGE (find (scene, VETO_TYPE_WRITE_PAGE)));
}

/* The company of a letter to be tested with: one whose letters are written in English */
static const VetoController *
get_company (Scene *scene)
{
  guint                 n;
  const VetoController *companies =
    veto_guide_set_get_controllers (veto_guidance_get_set (scene->services.guidance), &n);

  for (guint i = 0; i < n; i++)
    if (companies[i].address[0] != NULL && g_str_equal (companies[i].country->code, "IE"))
      return &companies[i];
  g_assert_not_reached ();
}

static void
write_letter (Scene *scene)
{
  scene_act (scene, "win.write-letter", "(sss)", KIND, get_company (scene)->id, "");
  scene_settle (scene);
}

static void
type (Scene *scene, const char *label, const char *text)
{
  veto_typed_box_set_text (scene_find_box (GTK_WIDGET (scene->window), label), text);
}

static void
type_all (Scene *scene)
{
  type (scene, "Your name", "Erika Mustermann");
  type (scene, "Your postal address", "Musterweg 1\n40210 Düsseldorf");
  type (scene, "Your account", "erika@example.org");
}

/* Returns: (transfer full): all that is on the pages that are shown by now */
static char *
dup_pages (Scene *scene)
{
  VetoPaper *paper =
    veto_letter_preview_get_paper (VETO_LETTER_PREVIEW (find (scene, VETO_TYPE_LETTER_PREVIEW)));
  GString *text = g_string_new (NULL);

  for (guint page = 0; paper != NULL && page < veto_paper_get_n_pages (paper); page++)
    for (guint i = 0; i < veto_paper_get_n_lines (paper, page); i++)
      {
        VetoPaperLine line;

        veto_paper_get_line (paper, page, i, &line);
        g_string_append_printf (text, "%s\n", line.text);
      }
  return g_string_free (text, FALSE);
}

/* Waits until the pages say @words, or no longer do. The test's own time limit ends what never comes. */
static void
wait_page (Scene *scene, const char *words, gboolean is_there)
{
  while (TRUE)
    {
      g_autofree char *text = dup_pages (scene);

      if ((strstr (text, words) != NULL) == is_there)
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
assert_words (Scene *scene, const char *text, gboolean are_there)
{
  if ((scene_find_label (GTK_WIDGET (scene->window), text) != NULL) != are_there)
    g_test_fail_printf (are_there ? "nothing says “%s”" : "something says “%s”", text);
}

typedef struct
{
  const char *label;
  GtkWidget  *found;
} Search;

static void
compare_button (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), search->label) == 0)
    search->found = widget;
}

static GtkWidget *
find_button (Scene *scene, const char *label)
{
  Search search = { .label = label };

  scene_for_each (GTK_WIDGET (scene->window), compare_button, &search);
  g_assert_nonnull (search.found);
  return search.found;
}

static void
press (Scene *scene, const char *label)
{
  g_signal_emit_by_name (find_button (scene, label), "clicked");
  scene_settle (scene);
}

static VetoSavedLetter *
get_saved (Scene *scene)
{
  g_autoptr(VetoSavedLetter) saved = g_list_model_get_item (G_LIST_MODEL (scene->services.letters), 0);

  g_assert_nonnull (saved);
  return saved; /* the book has it */
}

static void
reopen (Scene *scene)
{
  scene_act (scene, "win.letters", NULL);
  scene_settle (scene);
  scene_act (scene, "win.open-letter", "s", veto_saved_letter_get_id (get_saved (scene)));
  scene_settle (scene);
}

static void
test_page_follows (void)
{
  Scene scene;

  open_scene (&scene, WIDE);
  write_letter (&scene);
  wait_page (&scene, "[your name]", TRUE);
  wait_page (&scene, get_company (&scene)->name, TRUE);
  type_all (&scene);
  wait_page (&scene, "Erika Mustermann", TRUE);
  wait_page (&scene, "[your name]", FALSE);
  wait_page (&scene, "40210 Düsseldorf", TRUE);
  scene_close (&scene);
}

static void
test_reasons (void)
{
  Scene      scene;
  GtkWidget *check;

  open_scene (&scene, WIDE);
  write_letter (&scene);
  wait_page (&scene, "My children can be seen", FALSE);
  check = gtk_widget_get_ancestor (scene_find_label (GTK_WIDGET (scene.window),
                                                     "My children can be seen in my photos"),
                                   GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  wait_page (&scene, "My children can be seen", TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  wait_page (&scene, "My children can be seen", FALSE);
  scene_close (&scene);
}

static void
test_missing (void)
{
  Scene scene;

  open_scene (&scene, WIDE);
  write_letter (&scene);
  assert_words (&scene, "Still missing: Your name, Your postal address, Your account", TRUE);
  g_assert_false (gtk_widget_get_sensitive (find_button (&scene, "Send…")));
  type_all (&scene);
  scene_settle (&scene);
  assert_words (&scene, "Still missing", FALSE);
  g_assert_true (gtk_widget_get_sensitive (find_button (&scene, "Send…")));
  type (&scene, "Your postal address", "");
  scene_settle (&scene);
  assert_words (&scene, "Still missing: Your postal address", TRUE);
  g_assert_false (gtk_widget_get_sensitive (find_button (&scene, "Send…")));
  scene_close (&scene);
}

/* The way to what is missing leads to its entry. */
static void
test_missing_link (void)
{
  Scene      scene;
  GtkWidget *label;
  gboolean   handled;

  open_scene (&scene, WIDE);
  write_letter (&scene);
  label = scene_find_label (GTK_WIDGET (scene.window), "Still missing");
  g_signal_emit_by_name (label, "activate-link", "login", &handled);
  g_assert_true (handled);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (scene.window)),
                            GTK_WIDGET (scene_find_box (GTK_WIDGET (scene.window), "Your account"))));
  scene_close (&scene);
}

/* An address that is being typed is not yet wrong; once the person goes on, it is. */
static void
test_sentence (void)
{
  Scene scene;

  open_scene (&scene, WIDE);
  write_letter (&scene);
  type_all (&scene);
  gtk_widget_grab_focus (GTK_WIDGET (scene_find_box (GTK_WIDGET (scene.window), "Your e-mail address")));
  type (&scene, "Your e-mail address", "erika");
  scene_settle (&scene);
  assert_words (&scene, "This is not an e-mail address", FALSE);
  g_assert_false (gtk_widget_get_sensitive (find_button (&scene, "Send…")));
  gtk_widget_grab_focus (GTK_WIDGET (scene_find_box (GTK_WIDGET (scene.window), "Your name")));
  scene_settle (&scene);
  assert_words (&scene, "This is not an e-mail address", TRUE);
  type (&scene, "Your e-mail address", "erika@example.org");
  scene_settle (&scene);
  assert_words (&scene, "This is not an e-mail address", FALSE);
  g_assert_true (gtk_widget_get_sensitive (find_button (&scene, "Send…")));
  scene_close (&scene);
}

/* Kept without a word, also what cannot stand in the letter. */
static void
test_kept (void)
{
  Scene            scene;
  g_autofree char *typed = NULL;

  open_scene (&scene, WIDE);
  write_letter (&scene);
  type_all (&scene);
  type (&scene, "Your e-mail address", "erika@");
  while (g_list_model_get_n_items (G_LIST_MODEL (scene.services.letters)) == 0)
    g_main_context_iteration (NULL, TRUE);
  reopen (&scene);
  g_assert_cmpstr (veto_letter_work_get_text (get_work (&scene), "name"), ==, "Erika Mustermann");
  typed = veto_typed_box_dup_text (scene_find_box (GTK_WIDGET (scene.window), "Your e-mail address"));
  g_assert_cmpstr (typed, ==, "erika@");
  assert_words (&scene, "This is not an e-mail address", TRUE);
  assert_words (&scene, get_company (&scene)->name, TRUE);
  scene_close (&scene);
}

/* A letter that was only looked at leaves nothing behind. The keyboard is where the first answer goes. */
static void
test_looked_at (void)
{
  Scene scene;

  open_scene (&scene, WIDE);
  scene_act (&scene, "win.write-letter", "(sss)", KIND, "", "");
  scene_settle (&scene);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (scene.window)),
                                         find (&scene, VETO_TYPE_COMPANY_PICKER)));
  scene_act (&scene, "win.back", NULL);
  scene_settle (&scene);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene.services.letters)), ==, 0);
  scene_close (&scene);
}

static void
test_own_words (void)
{
  Scene scene;

  open_scene (&scene, WIDE);
  write_letter (&scene);
  veto_own_words_edit (VETO_OWN_WORDS (find (&scene, VETO_TYPE_OWN_WORDS)), "scope-time");
  scene_settle (&scene);
  type (&scene, "Your own words", "From the first day on.");
  wait_page (&scene, "From the first day on.", TRUE);
  assert_words (&scene, "Your own words", TRUE);
  press (&scene, "Back to the original words");
  wait_page (&scene, "From the first day on.", FALSE);
  wait_page (&scene, "It applies to everything", TRUE);
  scene_close (&scene);
}

static void
test_language (void)
{
  Scene scene;

  open_scene (&scene, WIDE);
  write_letter (&scene);
  type_all (&scene);
  wait_page (&scene, "Dear Sir or Madam", TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                 gtk_widget_get_ancestor (scene_find_label (GTK_WIDGET (scene.window),
                                                                            "Deutsch"),
                                                          GTK_TYPE_CHECK_BUTTON)),
                               TRUE);
  wait_page (&scene, "Sehr geehrte Damen und Herren", TRUE);
  wait_page (&scene, "Erika Mustermann", TRUE);
  scene_settle (&scene);
  press (&scene, "Show it in my language");
  assert_words (&scene, "In your language, only for you", TRUE);
  g_assert_nonnull (find (&scene, VETO_TYPE_LETTER_FORM)); /* still beside it */
  scene_close (&scene);
}

static void
test_narrow (void)
{
  Scene scene;

  open_scene (&scene, NARROW);
  write_letter (&scene);
  g_assert_nonnull (find (&scene, VETO_TYPE_LETTER_FORM));
  g_assert_null (find (&scene, VETO_TYPE_LETTER_PREVIEW));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (&scene, "See the letter")), TRUE);
  scene_settle (&scene);
  g_assert_null (find (&scene, VETO_TYPE_LETTER_FORM));
  g_assert_nonnull (find (&scene, VETO_TYPE_LETTER_PREVIEW));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (&scene, "Write")), TRUE);
  scene_settle (&scene);
  g_assert_nonnull (find (&scene, VETO_TYPE_LETTER_FORM));
  scene_close (&scene);
}

static void
test_sent (void)
{
  Scene scene;
  GDate day;
  g_autoptr(GError) error = NULL;

  open_scene (&scene, WIDE);
  write_letter (&scene);
  type_all (&scene);
  scene_act (&scene, "win.letters", NULL);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 26, G_DATE_NOVEMBER, 2026);
  veto_letter_book_mark_sent (scene.services.letters, get_saved (&scene), NULL, &day, "post", NULL, &error);
  g_assert_no_error (error);
  reopen (&scene);
  g_assert_null (find (&scene, VETO_TYPE_LETTER_FORM));
  g_assert_null (find (&scene, VETO_TYPE_TYPED_BOX));
  assert_words (&scene, "Sent by post on 26 November 2026", TRUE);
  wait_page (&scene, "Erika Mustermann", TRUE);
  press (&scene, "Write another like this");
  g_assert_nonnull (find (&scene, VETO_TYPE_LETTER_FORM));
  wait_page (&scene, "Erika Mustermann", TRUE);
  scene_close (&scene);
}

/* @is_changed: whether what was sent differs from what would be sent today */
static void
open_sent (Scene *scene, gboolean is_changed, GBytes **out_pdf)
{
  g_autoptr(VetoDocument) document = NULL;
  g_autoptr(VetoPaper) paper = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autoptr(GError) error = NULL;
  VetoLetter *letter;

  open_scene (scene, WIDE);
  write_letter (scene);
  type_all (scene);
  letter = veto_letter_work_get_letter (get_work (scene));
  document = veto_letter_to_document (letter, &error);
  g_assert_no_error (error);
  paper =
    veto_paper_lay_out (document, veto_letter_get_style (veto_document_get_language (document)), &error);
  pdf = veto_paper_to_pdf (paper, &error);
  g_assert_no_error (error);
  if (is_changed)
    {
      g_bytes_unref (pdf);
      pdf = g_bytes_new_static ("%PDF-1.4 other words", 20);
    }
  g_assert_true (veto_letter_work_save (get_work (scene), &error));
  veto_letter_book_mark_sent (scene->services.letters, get_saved (scene), letter,
                              veto_letter_get_day (letter), "post", pdf, &error);
  g_assert_no_error (error);
  reopen (scene);
  *out_pdf = g_steal_pointer (&pdf);
}

static void
wait_words (Scene *scene, const char *words)
{
  while (scene_find_label (GTK_WIDGET (scene->window), words) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Nobody shall believe that today's words are what was sent. */
static void
test_sent_words (void)
{
  Scene scene;
  g_autoptr(GBytes) same = NULL, other = NULL;

  open_sent (&scene, FALSE, &same);
  wait_words (&scene, "It can be read, but not changed. The page shown here is the one that was sent.");
  assert_words (&scene, "The page shown here is not exactly the one that was sent", FALSE);
  scene_close (&scene);

  open_sent (&scene, TRUE, &other);
  wait_words (&scene, "The page shown here is not exactly the one that was sent");
  assert_words (&scene, "It can be read, but not changed. The page", FALSE);
  scene_close (&scene);
}

/* Returns: (transfer full) (nullable): what the only file in a folder's only folder has in it */
static GBytes *
read_put_out (const char *folder)
{
  g_autoptr(GDir) folders = g_dir_open (folder, 0, NULL);
  const char      *first = folders != NULL ? g_dir_read_name (folders) : NULL;
  g_autofree char *inner = first != NULL ? g_build_filename (folder, first, NULL) : NULL;
  g_autoptr(GDir) files = inner != NULL ? g_dir_open (inner, 0, NULL) : NULL;
  const char      *name = files != NULL ? g_dir_read_name (files) : NULL;
  g_autofree char *path = name != NULL ? g_build_filename (inner, name, NULL) : NULL;
  char            *bytes = NULL;
  gsize            n_bytes;

  if (path == NULL || !g_str_has_suffix (name, ".pdf") || !g_file_get_contents (path, &bytes, &n_bytes, NULL))
    return NULL; /* it has another name while it is being written */
  return g_bytes_new_take (bytes, n_bytes);
}

/* Another program gets exactly what was sent; where there is none, a sentence says what to do. */
static void
test_sent_pdf (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "veto", "sent", NULL);
  Scene            scene;
  g_autoptr(GBytes) sent = NULL, shown = NULL;

  open_sent (&scene, TRUE, &sent);
  press (&scene, "Open the PDF that was sent");
  while ((shown = read_put_out (folder)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_bytes_equal (shown, sent));
  scene_close (&scene);
}

static void
test_delete (void)
{
  Scene scene;

  open_scene (&scene, WIDE);
  write_letter (&scene);
  type_all (&scene);
  scene_act (&scene, "win.letters", NULL);
  scene_settle (&scene);
  g_signal_emit_by_name (find (&scene, VETO_TYPE_LETTER_ROW), "delete");
  scene_settle (&scene);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene.services.letters)), ==, 0);
  assert_words (&scene, "You have no letters yet", TRUE);
  press (&scene, "Undo");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene.services.letters)), ==, 1);
  scene_close (&scene);
}

/* Any company can be found, and its letter begins with its address. */
static void
test_service (void)
{
  Scene scene;

  open_scene (&scene, WIDE);
  scene_act (&scene, "win.add-service", NULL);
  scene_settle (&scene);
  g_signal_emit_by_name (find (&scene, VETO_TYPE_COMPANY_PICKER), "chosen", get_company (&scene)->id);
  scene_settle (&scene);
  press (&scene, "Another kind of letter…");
  scene_settle (&scene);
  assert_words (&scene, "Ask and delete", TRUE);
  scene_act (&scene, "win.write-letter", "(sss)", KIND, get_company (&scene)->id, "");
  scene_settle (&scene);
  wait_page (&scene, get_company (&scene)->address[0], TRUE);
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/letters/page-follows", test_page_follows);
  g_test_add_func ("/letters/reasons", test_reasons);
  g_test_add_func ("/letters/missing", test_missing);
  g_test_add_func ("/letters/missing-link", test_missing_link);
  g_test_add_func ("/letters/sentence", test_sentence);
  g_test_add_func ("/letters/kept", test_kept);
  g_test_add_func ("/letters/looked-at", test_looked_at);
  g_test_add_func ("/letters/own-words", test_own_words);
  g_test_add_func ("/letters/language", test_language);
  g_test_add_func ("/letters/narrow", test_narrow);
  g_test_add_func ("/letters/sent", test_sent);
  g_test_add_func ("/letters/sent/words", test_sent_words);
  g_test_add_func ("/letters/sent/pdf", test_sent_pdf);
  g_test_add_func ("/letters/delete", test_delete);
  g_test_add_func ("/letters/service", test_service);
  return g_test_run ();
}
