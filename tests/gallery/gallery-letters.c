/* Letters: the list of them, what they are chosen from, and the writing of some.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-pages.h"
#include "veto-letter-preview.h"
#include "veto-own-words.h"
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
  scene_act (&gallery->scene, "win.overview", NULL);
}
