/* Each write that the store offers, to be done while the disk fails.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "write-actions.h"

#include "store-fixture.h"
#include "veto-store-accounts.h"
#include "veto-store-delete.h"
#include "veto-store-notices.h"
#include "veto-store-removal.h"

#define OTHER_ACCOUNT "other-account"

static gboolean
set_step (VetoStore *store, const char *case_id, GError **error)
{
  VetoStoreStep step = { (char *) "form", (char *) "send", FALSE, (char *) "r2", 1700000001 };

  return veto_store_set_step (store, case_id, &step, error);
}

static gboolean
set_many_steps (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_step_free);

  for (guint i = 0; i < 60; i++) /* over several pages */
    {
      g_autofree char *name = g_strdup_printf ("another-%u", i);
      VetoStoreStep    step = { (char *) "menus", name, TRUE, (char *) "r2", 1700000001 };
      g_ptr_array_add (steps, veto_store_step_copy (&step));
    }
  return veto_store_set_steps (store, case_id, steps, error);
}

static gboolean
delete_step (VetoStore *store, const char *case_id, GError **error)
{
  return veto_store_delete_step (store, case_id, FIXTURE_GUIDE, "step-3", error);
}

static gboolean
delete_steps (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(GPtrArray) deleted = veto_store_delete_steps (store, case_id, NULL, error);

  return deleted != NULL;
}

static gboolean
delete_steps_with_event (VetoStore *store, const char *case_id, GError **error)
{
  VetoStoreEvent event = { (char *) "again", (char *) case_id, (char *) "2026-11-26",
                           (char *) "sent",  (char *) "anew",  NULL,
                           1700000000 };
  g_autoptr(GPtrArray) deleted = veto_store_delete_steps (store, case_id, &event, error);

  return deleted != NULL;
}

static gboolean
set_guide (VetoStore *store, const char *case_id, GError **error)
{
  return veto_store_set_guide (store, case_id, "menus", error);
}

static gboolean
set_login (VetoStore *store, const char *case_id, GError **error)
{
  return veto_store_set_value (store, case_id, "account.login", "other@example.org", error);
}

static gboolean
set_long_reason (VetoStore *store, const char *case_id, GError **error)
{
  g_autofree char *text = g_strnfill (30000, 'x');

  return veto_store_set_value (store, case_id, "reason", text, error);
}

static gboolean
add_case (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(VetoStoreCase) row = veto_store_add_case (store, "other", FIXTURE_GOAL, "first", error);

  return row != NULL;
}

static gboolean
set_letter (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(VetoStoreLetter) letter = fixture_describe_letter ("one", case_id);
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (values, (gpointer) "profile.name", (gpointer) "Ada");
  letter->own_text = (g_free (letter->own_text), g_strnfill (30000, 'x')); /* over several pages */
  return veto_store_set_letter (store, letter, values, error);
}

static VetoStoreLetter *
describe_sent_letter (const char *id, const char *case_id)
{
  VetoStoreLetter *letter = fixture_describe_letter (id, case_id);

  letter->sent_day = g_strdup ("2026-11-26");
  letter->channel = g_strdup ("post");
  return letter;
}

/* Over many pages. */
static GBytes *
make_pdf (void)
{
  return g_bytes_new_take (g_strnfill (60000, '%'), 60000);
}

static gboolean
send_letter (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(VetoStoreLetter) letter = describe_sent_letter ("one", case_id);
  g_autoptr(GBytes) pdf = make_pdf ();

  return veto_store_mark_letter_sent (store, letter, pdf, "{}", NULL, error);
}

static gboolean
set_event (VetoStore *store, const char *case_id, GError **error)
{
  VetoStoreEvent event = { (char *) "e", (char *) case_id, (char *) "2026-11-26", (char *) "received", NULL,
                           NULL,         1700000000 };

  return veto_store_set_event (store, &event, error);
}

static gboolean
delete_event (VetoStore *store, const char *case_id, GError **error)
{
  return veto_store_delete_event (store, "old", error);
}

static gboolean
unsend_letter (VetoStore *store, const char *case_id, GError **error)
{
  return veto_store_unmark_letter_sent (store, "sent", error);
}

static gboolean
delete_letter (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(GBytes) pdf = NULL;
  gboolean done = veto_store_delete_letter (store, "sent", &pdf, error);

  g_assert_true (done || pdf == NULL); /* nobody gets a PDF to put back that is still there */
  return done;
}

static gboolean
restore_letter (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(VetoStoreLetter) letter = describe_sent_letter ("back", case_id);
  g_autoptr(GBytes) pdf = make_pdf ();

  return veto_store_restore_letter (store, letter, pdf, error);
}

static gboolean
add_case_for (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(VetoStoreCase) item = veto_store_read_case (store, case_id, error), row = NULL;

  if (item == NULL)
    return FALSE;
  row = veto_store_add_case_for (store, item->account, "access", "first", error);
  return row != NULL;
}

static gboolean
add_account (VetoStore *store, const char *case_id, GError **error)
{
  g_autofree char *id = g_uuid_string_random (), *whose = g_uuid_string_random ();
  VetoStorePerson  person = { .id = whose, .name = (char *) "Mia" };
  VetoStoreAccount account = { .id = id, .platform = (char *) FIXTURE_PLATFORM, .created = 1700000000 };

  return veto_store_add_account (store, &person, TRUE, &account, FIXTURE_GOAL, FIXTURE_GUIDE, error);
}

static gboolean
set_account (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(VetoStoreCase) item = veto_store_read_case (store, case_id, error);
  VetoStoreAccount account = { .login = (char *) "third@example.org", .label = (char *) "for work" };

  if (item == NULL)
    return FALSE;
  account.id = item->account;
  return veto_store_set_account (store, &account, error);
}

static gboolean
set_person (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(VetoStoreCase) item = veto_store_read_case (store, case_id, error);
  VetoStorePerson person = { .name = (char *) "Ada Löwe", .born = (char *) "1952-03-05" };

  if (item == NULL)
    return FALSE;
  person.id = item->person;
  return veto_store_set_person (store, &person, error);
}

static gboolean
remove_account (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(VetoStoreUndo) removed = veto_store_remove_account (store, OTHER_ACCOUNT, error);

  return removed != NULL;
}

/* The case of the other account. */
static gboolean
delete_case (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(GPtrArray) rows = veto_store_read_cases (store, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      VetoStoreCase *row = rows->pdata[i];
      g_autoptr(VetoStoreUndo) deleted = NULL;

      if (g_strcmp0 (row->account, OTHER_ACCOUNT) != 0)
        continue;
      deleted = veto_store_delete_case (store, row->id, TRUE, error);
      return deleted != NULL;
    }
  return rows != NULL; /* gone already */
}

static gboolean
claim_notices (VetoStore *store, const char *case_id, GError **error)
{
  const VetoStoreNotice notices[] = { { case_id, "reminder", "2026-12-28" },
                                      { case_id, "mail", "2026-11-28" } };
  gboolean              is_new[G_N_ELEMENTS (notices)];

  return veto_store_claim_notices (store, notices, G_N_ELEMENTS (notices), is_new, error);
}

static gboolean
set_own_values (VetoStore *store, const char *case_id, GError **error)
{
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (values, (gpointer) "profile.country", (gpointer) "AT");
  g_hash_table_insert (values, (gpointer) "profile.language", (gpointer) "de");
  return veto_store_set_own_values (store, values, error);
}

const WriteAction write_actions[] = {
  { "set-step", "veto_store_set_step", set_step },
  { "set-many-steps", "veto_store_set_steps", set_many_steps },
  { "delete-step", "veto_store_delete_step", delete_step },
  { "delete-steps", "veto_store_delete_steps", delete_steps },
  { "delete-steps-with-event", "veto_store_delete_steps", delete_steps_with_event },
  { "set-guide", "veto_store_set_guide", set_guide },
  { "set-login", "veto_store_set_value", set_login },
  { "set-reason", "veto_store_set_value", set_long_reason },
  { "add-case", "veto_store_add_case", add_case },
  { "set-letter", "veto_store_set_letter", set_letter },
  { "send-letter", "veto_store_mark_letter_sent", send_letter },
  { "unsend-letter", "veto_store_unmark_letter_sent", unsend_letter },
  { "delete-letter", "veto_store_delete_letter", delete_letter },
  { "restore-letter", "veto_store_restore_letter", restore_letter },
  { "set-event", "veto_store_set_event", set_event },
  { "delete-event", "veto_store_delete_event", delete_event },
  { "add-case-for", "veto_store_add_case_for", add_case_for },
  { "add-account", "veto_store_add_account", add_account },
  { "set-account", "veto_store_set_account", set_account },
  { "set-person", "veto_store_set_person", set_person },
  { "set-own-values", "veto_store_set_own_values", set_own_values },
  { "remove-account", "veto_store_remove_account", remove_account },
  { "delete-case", "veto_store_delete_case", delete_case },
  { "claim-notices", "veto_store_claim_notices", claim_notices },
  { NULL, NULL, NULL },
};

void
write_actions_prepare (VetoStore *store, const char *case_id)
{
  g_autoptr(VetoStoreLetter) letter = describe_sent_letter ("sent", case_id);
  g_autoptr(GBytes) pdf = make_pdf ();
  VetoStoreEvent   event = { (char *) "old", (char *) case_id, (char *) "2026-11-25", (char *) "opened", NULL,
                             NULL,           1700000000 };
  VetoStoreAccount account = { .id = (char *) OTHER_ACCOUNT,
                               .platform = (char *) FIXTURE_PLATFORM,
                               .created = 1 };

  g_assert_true (veto_store_add_account (store, NULL, FALSE, &account, FIXTURE_GOAL, FIXTURE_GUIDE, NULL));
  g_assert_true (veto_store_mark_letter_sent (store, letter, pdf, "{}", NULL, NULL));
  g_assert_true (veto_store_set_event (store, &event, NULL));
}
