/* An account of somebody on a platform, or with a company.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-person.h"

G_BEGIN_DECLS

#define VETO_TYPE_ACCOUNT (veto_account_get_type ())
G_DECLARE_FINAL_TYPE (VetoAccount, veto_account, VETO, ACCOUNT, GObject)

/* Properties, read-only: "label", "login", "note", "linked-to" (each nullable), "has-secret" (whether a password was stored in the
 * keyring), each notified after the store was written. */
const char *veto_account_get_id (VetoAccount *self);
const char *veto_account_get_platform (VetoAccount *self); /* id, or "company:" and the id of a controller */
VetoPerson *veto_account_get_person (VetoAccount *self);   /* (transfer none): whose it is */
const char *veto_account_get_label (VetoAccount *self);    /* (nullable): "my daughter’s" */
const char *veto_account_get_login (VetoAccount *self);    /* (nullable): e-mail address or user name */
const char *veto_account_get_note (VetoAccount *self);     /* (nullable) */

/* (nullable): the id of an account that the company counts as one with this */
const char *veto_account_get_linked_to (VetoAccount *self);

/* (nullable): by what the keyring finds its password, and what is known of that; never the password */
const char *veto_account_get_secret_id (VetoAccount *self);
const char *veto_account_get_secret_state (VetoAccount *self);

gboolean
veto_account_has_secret (VetoAccount *self); /* a password was stored, and not taken out again by Veto */

/* Values of "secret_state": it was put into the keyring; it is being put there (after a crash nobody knows) */
#define VETO_SECRET_STORED "stored"
#define VETO_SECRET_STORING "storing"

gint64 veto_account_get_created (VetoAccount *self); /* seconds UTC */

G_END_DECLS
