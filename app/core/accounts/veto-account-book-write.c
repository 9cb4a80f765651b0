/* The book of accounts writes: the store first; the objects follow, because the store says that it changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-account-book"

#include "veto-config.h"

#include "veto-account-book-private.h"

#include <glib/gi18n-lib.h>

#include "veto-account-private.h"
#include "veto-day.h"
#include "veto-person-private.h"
#include "veto-text.h"

#define COUNTRY "profile.country" /* as the store calls them */
#define LANGUAGE "profile.language"

G_DEFINE_QUARK (veto-account-error-quark, veto_account_error);

/* *out: (transfer full) (nullable): @text without what is around it; %NULL when that is nothing */
static gboolean
tidy (const char *text, gboolean may_have_lines, char **out, GError **error)
{
  g_autofree char *tidied = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  *out = NULL;
  if (tidied == NULL || *tidied == '\0')
    return TRUE;
  if (!veto_text_is_safe (tidied, NULL) || (!may_have_lines && strchr (tidied, '\n') != NULL))
    {
      g_set_error_literal (error, VETO_ACCOUNT_ERROR, VETO_ACCOUNT_ERROR_VALUE,
                           _ ("There are characters in it that cannot be kept. Please type it anew."));
      return FALSE;
    }
  if (!may_have_lines && g_utf8_strlen (tidied, -1) > VETO_ACCOUNT_MAX_CHARS)
    {
      g_set_error (error, VETO_ACCOUNT_ERROR, VETO_ACCOUNT_ERROR_VALUE,
                   ngettext ("This is too long. There is room for %d character.",
                             "This is too long. There is room for %d characters.", VETO_ACCOUNT_MAX_CHARS),
                   VETO_ACCOUNT_MAX_CHARS);
      return FALSE;
    }
  *out = g_steal_pointer (&tidied);
  return TRUE;
}

static gboolean
tidy_day (const char *text, char **out, GError **error)
{
  GDate day, today;

  if (!tidy (text, FALSE, out, error))
    return FALSE;
  if (*out == NULL)
    return TRUE;
  veto_day_today (&today);
  if (veto_day_parse (*out, &day) && g_date_compare (&day, &today) <= 0)
    return TRUE;
  g_clear_pointer (out, g_free);
  g_set_error_literal (error, VETO_ACCOUNT_ERROR, VETO_ACCOUNT_ERROR_VALUE,
                       _ ("This is no date of birth. Write it like this: 2014-03-05."));
  return FALSE;
}

/* (transfer full) (nullable): the id of the one in front of the program; %NULL: nothing was kept of them yet */
static char *
dup_own_id (VetoAccountBook *self)
{
  GListModel *people = veto_account_book_get_people (self);
  g_autoptr(VetoPerson) own = g_list_model_get_item (people, 0);

  return own != NULL ? g_strdup (veto_person_get_id (own)) : NULL;
}

/* *out: (transfer full) (nullable): somebody new; %NULL when the draft names nobody */
static gboolean
describe_person (const VetoAccountDraft *draft, VetoStorePerson **out, GError **error)
{
  g_autoptr(VetoStorePerson) row = g_new0 (VetoStorePerson, 1);

  *out = NULL;
  if (!tidy (draft->name, FALSE, &row->name, error))
    return FALSE;
  if (row->name == NULL || draft->person != NULL)
    return TRUE;
  if (!tidy_day (draft->born, &row->born, error))
    return FALSE;
  row->id = g_uuid_string_random ();
  *out = g_steal_pointer (&row);
  return TRUE;
}

VetoAccount *
veto_account_book_add (VetoAccountBook *self, const VetoAccountDraft *draft, GError **error)
{
  g_autoptr(VetoStoreAccount) row = g_new0 (VetoStoreAccount, 1);
  g_autoptr(VetoStorePerson) person = NULL;

  g_return_val_if_fail (VETO_IS_ACCOUNT_BOOK (self) && draft != NULL && draft->platform != NULL, NULL);

  if (!veto_account_book_refresh (self, error) || !describe_person (draft, &person, error)
      || !tidy (draft->label, FALSE, &row->label, error) || !tidy (draft->login, FALSE, &row->login, error))
    return NULL;
  row->id = g_uuid_string_random ();
  row->platform = g_strdup (draft->platform);
  row->person = draft->person != NULL ? g_strdup (veto_person_get_id (draft->person)) : NULL;
  row->created = g_get_real_time () / G_USEC_PER_SEC;
  if (!veto_store_add_account (veto_account_book_get_store (self), person, person != NULL && draft->is_child,
                               row, draft->goal, draft->guide, error)
      || !veto_account_book_refresh (self, error))
    return NULL;
  return veto_account_book_find (self, row->id);
}

gboolean
veto_account_book_change (VetoAccountBook *self,
                          VetoAccount     *account,
                          const char      *label,
                          const char      *login,
                          const char      *note,
                          GError         **error)
{
  g_autoptr(VetoStoreAccount) row = NULL;

  g_return_val_if_fail (VETO_IS_ACCOUNT_BOOK (self) && VETO_IS_ACCOUNT (account), FALSE);

  row = veto_store_account_copy (veto_account_get_row (account));
  g_clear_pointer (&row->label, g_free);
  g_clear_pointer (&row->login, g_free);
  g_clear_pointer (&row->note, g_free);
  return tidy (label, FALSE, &row->label, error) && tidy (login, FALSE, &row->login, error)
         && tidy (note, TRUE, &row->note, error)
         && veto_store_set_account (veto_account_book_get_store (self), row, error);
}

gboolean
veto_account_book_set_linked (VetoAccountBook *self, VetoAccount *account, VetoAccount *other, GError **error)
{
  g_autoptr(VetoStoreAccount) row = NULL;

  g_return_val_if_fail (VETO_IS_ACCOUNT_BOOK (self) && VETO_IS_ACCOUNT (account), FALSE);
  g_return_val_if_fail (other != account, FALSE);

  row = veto_store_account_copy (veto_account_get_row (account));
  g_free (row->linked_to);
  row->linked_to = other != NULL ? g_strdup (veto_account_get_id (other)) : NULL;
  return veto_store_set_account (veto_account_book_get_store (self), row, error);
}

gboolean
veto_account_book_set_secret (VetoAccountBook *self,
                              VetoAccount     *account,
                              const char      *secret_id,
                              const char      *secret_state,
                              GError         **error)
{
  g_autoptr(VetoStoreAccount) row = NULL;

  g_return_val_if_fail (VETO_IS_ACCOUNT_BOOK (self) && VETO_IS_ACCOUNT (account), FALSE);

  row = veto_store_account_copy (veto_account_get_row (account));
  g_free (row->secret_id);
  g_free (row->secret_state);
  row->secret_id = g_strdup (secret_id);
  row->secret_state = secret_id != NULL ? g_strdup (secret_state) : NULL;
  return veto_store_set_account (veto_account_book_get_store (self), row, error);
}

gboolean
veto_account_book_change_person (VetoAccountBook *self,
                                 VetoPerson      *person,
                                 const char      *name,
                                 gboolean         is_child,
                                 const char      *born,
                                 GError         **error)
{
  g_autoptr(VetoStorePerson) row = NULL;

  g_return_val_if_fail (VETO_IS_ACCOUNT_BOOK (self) && VETO_IS_PERSON (person), FALSE);

  row = veto_store_person_copy (veto_person_get_row (person));
  g_clear_pointer (&row->name, g_free);
  g_clear_pointer (&row->born, g_free);
  if (!tidy (name, FALSE, &row->name, error) || !tidy_day (born, &row->born, error))
    return FALSE;
  if (!is_child)
    g_clear_pointer (&row->guardian, g_free);
  else if (row->guardian == NULL && !row->is_own)
    row->guardian = dup_own_id (self);
  return veto_store_set_person (veto_account_book_get_store (self), row, error);
}

gboolean
veto_account_book_set_home (VetoAccountBook *self, const char *country, const char *language, GError **error)
{
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (VETO_IS_ACCOUNT_BOOK (self), FALSE);

  g_hash_table_insert (values, (gpointer) COUNTRY, (gpointer) (country != NULL ? country : ""));
  g_hash_table_insert (values, (gpointer) LANGUAGE, (gpointer) (language != NULL ? language : ""));
  return veto_store_set_own_values (veto_account_book_get_store (self), values, error);
}

gboolean
veto_account_book_read_home (VetoAccountBook *self, char **out_country, char **out_language, GError **error)
{
  g_autoptr(GHashTable) values = NULL;

  g_return_val_if_fail (VETO_IS_ACCOUNT_BOOK (self), FALSE);

  values = veto_store_read_person (veto_account_book_get_store (self), error);
  if (values == NULL)
    return FALSE;
  *out_country = g_strdup (g_hash_table_lookup (values, COUNTRY));
  *out_language = g_strdup (g_hash_table_lookup (values, LANGUAGE));
  return TRUE;
}

VetoStoreUndo *
veto_account_book_remove (VetoAccountBook *self, VetoAccount *account, GError **error)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT_BOOK (self) && VETO_IS_ACCOUNT (account), NULL);

  return veto_store_remove_account (veto_account_book_get_store (self), veto_account_get_id (account), error);
}

gboolean
veto_account_book_put_back (VetoAccountBook *self, const VetoStoreUndo *removed, GError **error)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT_BOOK (self) && removed != NULL, FALSE);

  return veto_store_undo (veto_account_book_get_store (self), removed, error);
}
