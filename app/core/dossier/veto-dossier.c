/* A case, copied for a dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-dossier"

#include "veto-config.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"
#include "veto-dossier-private.h"
#include "veto-file-name.h"
#include "veto-proof-kind.h"

#define MAX_EVENTS 1000 /* on paper */
#define MAX_NOTE 4000   /* characters of a note on paper */

static void
free_fact (gpointer data)
{
  VetoDossierFact *fact = data;

  g_free (fact->label);
  g_free (fact->text);
  g_free (fact);
}

static void
free_proof (gpointer data)
{
  VetoDossierProof *proof = data;

  veto_store_proof_free (proof->row);
  g_free (proof->day);
  g_free (proof->file);
  g_clear_object (&proof->picture);
  g_free (proof->text);
  g_free (proof->remark);
  g_free (proof);
}

void
veto_dossier_free (VetoDossier *self)
{
  g_object_unref (self->store);
  g_free (self->language);
  g_free (self->title);
  g_free (self->subject);
  g_free (self->today);
  g_free (self->iso_day);
  g_free (self->proof_folder);
  g_free (self->letter_folder);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->wishes);
  g_free (self->deadline);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->letters);
  g_ptr_array_unref (self->proof);
  g_free (self);
}

void
veto_dossier_add_fact (GPtrArray *facts, const char *label, char *text)
{
  VetoDossierFact *fact;

  if (text == NULL || *g_strstrip (text) == '\0')
    {
      g_free (text);
      return;
    }
  fact = g_new0 (VetoDossierFact, 1);
  fact->label = g_strdup (label);
  fact->text = text;
  g_ptr_array_add (facts, fact);
}

const char *
veto_dossier_get_channel_name (const char *channel)
{
  static const struct
  {
    const char *id;
    const char *words;
  } channels[] = {
    { "post", N_ ("By post") }, { "email", N_ ("By e-mail") },  { "form", N_ ("Through a form on the web") },
    { "fax", N_ ("By fax") },   { "hand", N_ ("Handed over") }, { "other", N_ ("In another way") },
  };

  for (gsize i = 0; channel != NULL && i < G_N_ELEMENTS (channels); i++)
    if (g_str_equal (channels[i].id, channel))
      return _ (channels[i].words);
  return NULL;
}

static char *
dup_event_words (VetoEvent *event, VetoGuideSet *set)
{
  VetoLetterKind *kind = veto_event_get_letter (event) != NULL
                           ? veto_guide_set_find_letter (set, veto_event_get_letter (event))
                           : NULL;
  const char     *channel = veto_dossier_get_channel_name (veto_event_get_channel (event));
  const char     *note = veto_event_get_note (event);
  GString        *words = g_string_new (veto_event_get_title (event));

  if (kind != NULL)
    g_string_append_printf (words, "\n%s", veto_letter_kind_get_title (kind));
  if (channel != NULL)
    g_string_append_printf (words, "\n%s", channel);
  if (veto_event_get_received (event) != NULL)
    {
      g_autofree char *day = veto_day_dup_display (veto_event_get_received (event));

      g_string_append_c (words, '\n');
      /* Translators: %s is a day */
      g_string_append_printf (words, _ ("Arrived on %s"), day);
    }
  if (note != NULL && g_utf8_strlen (note, -1) > MAX_NOTE)
    {
      g_autofree char *cut = g_utf8_substring (note, 0, MAX_NOTE);

      g_string_append_c (words, '\n');
      /* Translators: %s is the beginning of a long text */
      g_string_append_printf (words, _ ("%s … (shortened)"), cut);
    }
  else if (note != NULL)
    g_string_append_printf (words, "\n%s", note);
  return g_string_free (words, FALSE);
}

static void
add_timeline (VetoDossier *self, VetoCase *item, VetoGuideSet *set)
{
  GListModel *timeline = G_LIST_MODEL (veto_case_get_timeline (item));
  guint       n_events = g_list_model_get_n_items (timeline);

  for (guint i = 0; i < MIN (n_events, MAX_EVENTS); i++)
    {
      g_autoptr(VetoEvent) event = g_list_model_get_item (timeline, i);
      g_autofree char *day = veto_day_dup_display (veto_event_get_day (event));

      veto_dossier_add_fact (self->events, day, dup_event_words (event, set));
    }
  self->n_more_events = n_events - MIN (n_events, MAX_EVENTS);
}

static gboolean
add_proof (VetoDossier *self, const char *case_id, GError **error)
{
  g_autoptr(GPtrArray) rows = veto_store_read_proof (self->store, case_id, error);
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      VetoDossierProof *proof = g_new0 (VetoDossierProof, 1);
      g_autofree char  *name = NULL;
      GDate             day;

      proof->row = veto_store_proof_copy (g_ptr_array_index (rows, i));
      name = veto_proof_kind_dup_file_name (proof->row->name, proof->row->media_type);
      proof->file = veto_dossier_folder_dup_name (self->proof_folder, i + 1, rows->len, name);
      proof->day = veto_day_of_instant (proof->row->added_at, zone, &day) ? veto_day_dup_display (&day)
                                                                          : g_strdup ("–");
      g_ptr_array_add (self->proof, proof);
    }
  return rows != NULL;
}

static VetoDossier *
create (VetoCase *item, VetoGuideSet *set, VetoStore *store, const GDate *today)
{
  VetoDossier *self = g_new0 (VetoDossier, 1);

  self->store = g_object_ref (store);
  self->language = g_strdup (veto_guide_set_get_language (set));
  self->subject = g_strdup (veto_case_get_name (item));
  /* Translators: the title of a file for an authority; %s is a platform or a company */
  self->title = g_strdup_printf (_ ("File for the authority: %s"), self->subject);
  self->today = veto_day_dup_display (today);
  self->iso_day = veto_day_dup_iso (today);
  /* Translators: the name of a folder on the disk */
  self->proof_folder = g_strdup (_ ("Proof"));
  /* Translators: the name of a folder on the disk */
  self->letter_folder = g_strdup (_ ("Letters"));
  self->facts = g_ptr_array_new_with_free_func (free_fact);
  self->wishes = g_ptr_array_new_with_free_func (g_free);
  self->events = g_ptr_array_new_with_free_func (free_fact);
  self->letters = g_ptr_array_new_with_free_func (veto_dossier_letter_free);
  self->proof = g_ptr_array_new_with_free_func (free_proof);
  return self;
}

VetoDossier *
veto_dossier_new (VetoCase           *item,
                  VetoGuideSet       *set,
                  VetoStore          *store,
                  VetoLetterBook     *letters,
                  VetoDossierFindKind find_kind,
                  gpointer            data,
                  const GDate        *today,
                  GError            **error)
{
  g_autoptr(VetoDossier) self = NULL;
  VetoPlatform *platform;

  g_return_val_if_fail (VETO_IS_CASE (item) && VETO_IS_GUIDE_SET (set), NULL);
  g_return_val_if_fail (VETO_IS_STORE (store) && VETO_IS_LETTER_BOOK (letters), NULL);

  platform = veto_guide_set_find_platform (set, veto_case_get_platform (item));
  self = create (item, set, store, today);
  if (!veto_dossier_add_summary (self, item, platform, set, today, error))
    return NULL;
  if (!veto_timeline_load (veto_case_get_timeline (item), error))
    return NULL;
  add_timeline (self, item, set);
  if (!veto_dossier_add_letters (self, letters, veto_case_get_id (item), find_kind, data, error)
      || !add_proof (self, veto_case_get_id (item), error))
    return NULL;
  return g_steal_pointer (&self);
}

static char *
dup_name (VetoDossier *self)
{
  g_autofree char *subject = veto_file_name_dup_part (self->subject, 60);

  /* Translators: the name of a folder on the disk; %1$s is a platform or a company, %2$s a day as 2026-11-26 */
  return g_strdup_printf (_ ("File for the authority %1$s %2$s"), subject, self->iso_day);
}

char *
veto_dossier_dup_pdf_name (VetoDossier *self)
{
  g_autofree char *name = dup_name (self);

  return g_strconcat (name, ".pdf", NULL);
}

char *
veto_dossier_dup_folder (VetoDossier *self, const char *parent)
{
  g_autofree char *name = dup_name (self);

  for (guint i = 1;; i++)
    {
      g_autofree char *numbered = i == 1 ? g_strdup (name) : g_strdup_printf ("%s (%u)", name, i);
      g_autofree char *path = g_build_filename (parent, numbered, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        return g_steal_pointer (&path);
    }
}
