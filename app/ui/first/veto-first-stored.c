/* The introduction's page that says what Veto keeps, and where.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-first-stored"

#include "veto-first-stored.h"

#include <glib/gi18n.h>

#include "veto-cards.h"

struct _VetoFirstStored
{
  VetoFirstPage parent_instance;
};

G_DEFINE_FINAL_TYPE (VetoFirstStored, veto_first_stored, VETO_TYPE_FIRST_PAGE)

static void
veto_first_stored_class_init (VetoFirstStoredClass *klass)
{
}

static void
append (GtkWidget *list, const char *title, const char *text)
{
  g_autofree char *heard = g_strdup_printf ("%s. %s", title, text);
  GtkWidget       *card = veto_cards_append (list, heard);

  veto_cards_append_label (card, title, "veto-value");
  veto_cards_append_label (card, text, NULL);
}

static void
veto_first_stored_init (VetoFirstStored *self)
{
  VetoFirstPage *page = VETO_FIRST_PAGE (self);
  GtkWidget     *list;

  veto_first_page_set_words (page, _ ("Everything stays on this computer"),
                             _ ("Veto has no server of its own for your data, and needs no account."));
  veto_first_page_set_complete (page, TRUE);
  veto_first_page_set_skippable (page, FALSE);
  list = veto_cards_list_new (veto_first_page_get_title (page));
  append (list, _ ("What Veto keeps"),
          _ ("What you answered here, which steps you have done, your letters and the proof that you add. "
             "It is all in one file in your home folder."));
  append (list, _ ("Passwords"),
          _ ("Only if you want that, and only in the keyring of this computer, never in Veto’s file."));
  append (list, _ ("What goes out"),
          _ ("Nothing by itself. Veto opens the pages that you click, and you send each letter yourself."));
  append (list, _ ("You can take it all away"),
          _ ("In the menu, “Your data” saves a copy of everything or deletes everything."));
  gtk_box_append (veto_first_page_get_box (page), list);
}

GtkWidget *
veto_first_stored_new (void)
{
  return g_object_new (VETO_TYPE_FIRST_STORED, NULL);
}
