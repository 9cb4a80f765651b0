/* People and their accounts as the database keeps them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As in veto-store-rows.h: what was written is on the disk when TRUE is returned, and nothing changed when FALSE is. */
#pragma once

#include "veto-store-rows.h"

G_BEGIN_DECLS

typedef struct
{
  char    *id;
  char    *name;     /* nullable */
  char    *born;     /* nullable: "2014-03-05" */
  char    *guardian; /* nullable: the id of the person who acts for this one */
  gboolean is_own;   /* the person in front of the program: the oldest */
} VetoStorePerson;

typedef struct
{
  char  *id;
  char  *person;       /* the id of whose it is */
  char  *platform;     /* as in VetoStoreCase */
  char  *label;        /* nullable: what the person calls it */
  char  *login;        /* nullable */
  char  *note;         /* nullable */
  char  *linked_to;    /* nullable: the id of an account that the company counts as one with this */
  char  *secret_id;    /* nullable: by which the keyring finds the password; never the password */
  char  *secret_state; /* nullable: for accounts */
  gint64 created;      /* seconds UTC */
} VetoStoreAccount;

VetoStorePerson  *veto_store_person_copy (const VetoStorePerson *person);
void              veto_store_person_free (VetoStorePerson *person);
VetoStoreAccount *veto_store_account_copy (const VetoStoreAccount *account);
void              veto_store_account_free (VetoStoreAccount *account);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoStorePerson, veto_store_person_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoStoreAccount, veto_store_account_free)

/**
 * veto_store_read_accounts:
 * @out_people: (out) (transfer full) (element-type VetoStorePerson): all people, oldest first
 * @out_accounts: (out) (transfer full) (element-type VetoStoreAccount): all accounts, oldest first, as of the same moment
 */
gboolean
veto_store_read_accounts (VetoStore *self, GPtrArray **out_people, GPtrArray **out_accounts, GError **error);

/* Whether another process wrote since veto_store_read_accounts(), or VetoStore::accounts-changed came. */
gboolean veto_store_have_accounts_changed (VetoStore *self);

/**
 * veto_store_add_account:
 * @person: (nullable): somebody new whose account it is, with an id
 * @is_ward: with @person only: the one in front of the program acts for them; @person's own guardian is not looked at
 * @account: with an id; whose it is: @person's, else that of the id in it, else (%NULL) the person's own
 * @goal: (nullable): of a case that is begun with it, in the same transaction
 * @guide: (nullable): the guide that case begins with; with @goal only
 *
 * The person in front of the program is always the first there is, also when somebody else's account comes before any of
 * theirs. With a case, an own account is a further one: the first that the platform's own case uses is made before it
 * where there is none.
 */
gboolean veto_store_add_account (VetoStore              *self,
                                 const VetoStorePerson  *person,
                                 gboolean                is_ward,
                                 const VetoStoreAccount *account,
                                 const char             *goal,
                                 const char             *guide,
                                 GError                **error);

/* Writes label, login, note, link and what is known of the secret. An account that is gone is an error. */
gboolean veto_store_set_account (VetoStore *self, const VetoStoreAccount *account, GError **error);

/* Writes name, birth and guardian. A person who is gone is an error. */
gboolean veto_store_set_person (VetoStore *self, const VetoStorePerson *person, GError **error);

G_END_DECLS
