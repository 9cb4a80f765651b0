/* Words about copies of everything, for window and vetoctl alike.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-copy-words"

#include "veto-config.h"

#include "veto-copy-words.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"

typedef struct
{
  VetoStoreError code;
  const char    *words;
} Sentence;

static const Sentence not_saved[] = {
  { VETO_STORE_ERROR_FULL, N_ ("There is no room left there. Make some, or choose another folder.") },
  { VETO_STORE_ERROR_READ_ONLY, N_ ("You may not write there. Choose another folder.") },
  { VETO_STORE_ERROR_EXISTS, N_ ("There is a file of that name already. Choose another name.") },
  { VETO_STORE_ERROR_MISSING, N_ ("There is no such folder, or nothing to copy yet. Choose another folder, "
                                  "or begin with an objection.") },
  { VETO_STORE_ERROR_NOT_OURS,
    N_ ("The copy cannot lie there: it would be in the way of Veto’s own file. Choose another folder.") },
  { VETO_STORE_ERROR_DAMAGED,
    N_ ("Veto’s file cannot be read to its end. Close Veto and start it again; it will tell you more.") },
  { VETO_STORE_ERROR_TOO_BIG,
    N_ ("What Veto keeps has become too big for a copy. Delete objections that you no "
        "longer need, then try again.") },
  { VETO_STORE_ERROR_IN_USE,
    N_ ("Another program is using Veto’s file. Close it, or try again in a moment.") },
};

static const Sentence not_restored[] = {
  { VETO_STORE_ERROR_MISSING, N_ ("There is no such file any more. Choose another one.") },
  { VETO_STORE_ERROR_NOT_OURS, N_ ("This is no copy that Veto has made. Choose another file.") },
  { VETO_STORE_ERROR_DAMAGED,
    N_ ("This copy is damaged: it cannot be read to its end. Choose another copy, if you have one.") },
  { VETO_STORE_ERROR_NEWER, N_ ("A newer version of Veto has made this copy. Install that version first.") },
  { VETO_STORE_ERROR_PRESENT, N_ ("What Veto has now cannot be used, and stays as it is until you decide. "
                                  "Start Veto; it shows what can be done.") },
  { VETO_STORE_ERROR_TOO_BIG, N_ ("This file is too big for a copy of Veto’s. Choose another file.") },
  { VETO_STORE_ERROR_IN_USE,
    N_ (
      "Veto or another program is using this file, or what would be replaced. Close every window of Veto and "
      "the other program, then try again.") },
  { VETO_STORE_ERROR_FULL, N_ ("There is no room left on the disk. Make some, then try again.") },
  { VETO_STORE_ERROR_READ_ONLY,
    N_ ("The file may not be read, or Veto’s folder may not be written to. Change that, then try again.") },
};

static char *
dup_sentence (const Sentence *sentences, gsize n, const GError *error, const char *otherwise)
{
  for (gsize i = 0; i < n; i++)
    if (g_error_matches (error, VETO_STORE_ERROR, (int) sentences[i].code))
      return g_strdup (_ (sentences[i].words));
  return g_strdup (otherwise);
}

char *
veto_copy_words_dup_not_saved (const GError *error)
{
  return dup_sentence (not_saved, G_N_ELEMENTS (not_saved), error,
                       _ ("The copy could not be written there. Choose another folder."));
}

char *
veto_copy_words_dup_not_restored (const GError *error)
{
  return dup_sentence (not_restored, G_N_ELEMENTS (not_restored), error,
                       _ ("The copy could not be brought back. Nothing has changed; please try again."));
}

char *
veto_copy_words_dup_contents (const VetoStoreContents *contents)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u objection", "%u objections", contents->n_cases),
                                           contents->n_cases));
  if (contents->n_letters > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u letter", "%u letters", contents->n_letters),
                                             contents->n_letters));
  if (contents->n_proof > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u piece of proof", "%u pieces of proof", contents->n_proof),
                                      contents->n_proof));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

char *
veto_copy_words_dup_day (gint64 instant)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GDate day;

  return veto_day_of_instant (instant, zone, &day) ? veto_day_dup_display (&day) : g_strdup ("–");
}
