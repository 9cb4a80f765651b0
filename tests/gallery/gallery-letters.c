/* Letters: the list of them, what they are chosen from, and the writing of some.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-pages.h"

#include <libintl.h>

#include "veto-authority-box.h"
#include "veto-letter-preview.h"
#include "veto-letter-send.h"
#include "veto-letter-sent-page.h"
#include "veto-letter-ways.h"
#include "veto-own-words.h"
#include "veto-typed-box.h"
#include "veto-write-page.h"

static GtkWidget *
find (Gallery *gallery, GType type)
{
  return scene_find (GTK_WIDGET (gallery->scene.window), type);
}

static VetoLetterWork *
get_work (Gallery *gallery)
{
  return veto_write_page_get_work (VETO_WRITE_PAGE (find (gallery, VETO_TYPE_WRITE_PAGE)));
}

/* Pages are laid out in a thread. */
static void
settle (Gallery *gallery)
{
  GtkWidget *preview = find (gallery, VETO_TYPE_LETTER_PREVIEW);

  scene_settle (&gallery->scene);
  while (preview != NULL && veto_letter_preview_get_paper (VETO_LETTER_PREVIEW (preview)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  scene_settle (&gallery->scene);
}

static void
write_letter (Gallery *gallery, const char *kind, const char *company)
{
  scene_act (&gallery->scene, "win.write-letter", "(sss)", kind, company, "");
  settle (gallery);
}

static void
fill (VetoLetterWork *work)
{
  static const char *const answers[][2] = {
    { "name", "Erika Mustermann" },   { "address", "Musterweg 1\n40210 Düsseldorf" },
    { "email", "erika@example.org" }, { "place", "Düsseldorf" },
    { "login", "erika@example.org" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    g_assert_cmpstr (veto_letter_work_set_text (work, answers[i][0], answers[i][1]), ==, NULL);
  veto_letter_work_set_choice (work, "reasons", "children", TRUE);
  veto_letter_work_set_choice (work, "requests", "restriction", TRUE);
}

static const char *
get_first_company (Gallery *gallery)
{
  guint n;

  return veto_guide_set_get_controllers (veto_guidance_get_set (gallery->scene.services.guidance), &n)[0].id;
}

/* Where there is room for one of them only, the other; then with a translation beside it or below, if the letter is in a
 * language that is not the reader's. */
static void
look_at_preview (Gallery *gallery, const char *name)
{
  GtkWidget *leaflet = scene_find (find (gallery, VETO_TYPE_WRITE_PAGE), ADW_TYPE_LEAFLET);
  GtkWidget *toggle;

  if (adw_leaflet_get_folded (ADW_LEAFLET (leaflet)))
    {
      adw_leaflet_set_visible_child_name (ADW_LEAFLET (leaflet), "preview");
      scene_settle (&gallery->scene);
      gallery_look (gallery, "%s", name);
    }
  toggle = scene_find (find (gallery, VETO_TYPE_LETTER_PREVIEW), GTK_TYPE_TOGGLE_BUTTON);
  if (toggle == NULL)
    return;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  settle (gallery);
  gallery_look (gallery, "%s-translated", name);
}

static void
show_objection (Gallery *gallery)
{
  VetoLetterWork *work;

  write_letter (gallery, "objection", "");
  gallery_look (gallery, "letters/objection-empty");
  scene_act (&gallery->scene, "win.letters", NULL);
  write_letter (gallery, "objection", get_first_company (gallery));
  work = get_work (gallery);
  fill (work);
  veto_letter_work_set_text (work, "email", "erika");
  settle (gallery);
  gallery_look (gallery, "letters/objection-wrong");
  look_at_preview (gallery, "letters/objection-wrong-preview");
  fill (work);
  veto_letter_work_set_own_words (work, "scope-time", "Das sind meine Worte.");
  scene_act (&gallery->scene, "win.letters", NULL);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "letters/list");
}

static void
show_sent (Gallery *gallery)
{
  VetoLetterBook *letters = gallery->scene.services.letters;
  g_autoptr(VetoSavedLetter) saved = g_list_model_get_item (G_LIST_MODEL (letters), 0);
  g_autoptr(GError) error = NULL;
  GDate day;

  scene_act (&gallery->scene, "win.open-letter", "s", veto_saved_letter_get_id (saved));
  settle (gallery);
  veto_own_words_edit (VETO_OWN_WORDS (find (gallery, VETO_TYPE_OWN_WORDS)), "scope-time");
  settle (gallery);
  gallery_look (gallery, "letters/own-words");
  scene_act (&gallery->scene, "win.letters", NULL);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 26, G_DATE_NOVEMBER, 2026);
  g_assert_true (veto_letter_book_mark_sent (letters, saved, NULL, &day, "post", NULL, &error));
  g_assert_no_error (error);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "letters/list-sent");
  scene_act (&gallery->scene, "win.open-letter", "s", veto_saved_letter_get_id (saved));
  settle (gallery);
  gallery_look (gallery, "letters/sent");
  scene_act (&gallery->scene, "win.letters", NULL);
}

/* The dialog that sends letters, once it shows a page of @type: what it puts on the page is made in a thread */
static GtkWidget *
wait_for_dialog (GType type)
{
  for (;;)
    {
      g_autoptr(GList) windows = gtk_window_list_toplevels ();

      for (GList *at = windows; at != NULL; at = at->next)
        if (gtk_window_get_transient_for (at->data) != NULL && gtk_widget_get_mapped (at->data)
            && scene_find (at->data, type) != NULL)
          return at->data;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
look_at_dialog (Gallery *gallery, GType type, const char *name)
{
  GtkWidget *dialog = wait_for_dialog (type);

  gtk_test_widget_wait_for_draw (dialog);
  gallery_look_at (gallery, dialog, TRUE, "%s", name);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* How to send it, whether it was sent, and the letter afterwards, when the page is set anew and is not the one that went. */
static void
show_sending (Gallery *gallery)
{
  VetoServices    *services = &gallery->scene.services;
  GtkWidget       *window = GTK_WIDGET (gallery->scene.window);
  VetoLetterWork  *work;
  VetoSavedLetter *saved;
  g_autoptr(GBytes) other = g_bytes_new_static ("%PDF", 4);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  const char      *differs = gettext ("It can be read, but not changed.");
  GDate            day;

  write_letter (gallery, "objection", get_first_company (gallery));
  work = get_work (gallery);
  fill (work);
  saved = veto_letter_work_get_saved (work);
  id = g_strdup (veto_saved_letter_get_id (saved));
  veto_letter_send_present (window, services, saved, veto_letter_work_get_letter (work));
  look_at_dialog (gallery, VETO_TYPE_LETTER_WAYS, "letters/send");
  veto_letter_send_ask (window, services->letters, saved, veto_letter_work_get_letter (work));
  look_at_dialog (gallery, VETO_TYPE_LETTER_SENT_PAGE, "letters/send-asked");
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 26, G_DATE_NOVEMBER, 2026);
  g_assert_true (veto_letter_book_mark_sent (services->letters, saved, veto_letter_work_get_letter (work),
                                             &day, "email", other, &error));
  scene_act (&gallery->scene, "win.letters", NULL);
  scene_act (&gallery->scene, "win.open-letter", "s", id);
  settle (gallery);
  while (scene_find_label (window, differs) == NULL)
    g_main_context_iteration (NULL, TRUE);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "letters/sent-differs");
  look_at_preview (gallery, "letters/sent-differs-preview");
  scene_act (&gallery->scene, "win.letters", NULL);
}

static void
show_typed_authority (Gallery *gallery)
{
  GtkWidget *box, *button;

  write_letter (gallery, "complaint", get_first_company (gallery));
  box = find (gallery, VETO_TYPE_AUTHORITY_BOX);
  button = gtk_widget_get_ancestor (scene_find_label (box, gettext ("Another address…")), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  scene_settle (&gallery->scene);
  veto_typed_box_set_text (VETO_TYPED_BOX (scene_find (box, VETO_TYPE_TYPED_BOX)),
                           "Datenschutzbehörde\nPostfach 12\n12345 Musterstadt");
  settle (gallery);
  gallery_look (gallery, "letters/complaint-typed");
}

void
pages_show_letters (Gallery *gallery)
{
  scene_act (&gallery->scene, "win.letters", NULL);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "letters/none");
  scene_act (&gallery->scene, "win.write-letter", "(sss)", "", "", "");
  scene_settle (&gallery->scene);
  gallery_look (gallery, "letters/kinds");
  scene_act (&gallery->scene, "win.add-service", NULL);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "letters/services");
  show_objection (gallery);
  show_sent (gallery);
  write_letter (gallery, "complaint", get_first_company (gallery));
  gallery_look (gallery, "letters/complaint");
  show_typed_authority (gallery);
  write_letter (gallery, "child", get_first_company (gallery));
  gallery_look (gallery, "letters/child");
  show_sending (gallery);
  scene_act (&gallery->scene, "win.overview", NULL);
}
