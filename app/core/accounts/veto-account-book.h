/* All accounts: a GListModel of VetoAccount, oldest first; and the people whose they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "veto-account.h"
#include "veto-store-removal.h"

G_BEGIN_DECLS

#define VETO_TYPE_ACCOUNT_BOOK (veto_account_book_get_type ())
G_DECLARE_FINAL_TYPE (VetoAccountBook, veto_account_book, VETO, ACCOUNT_BOOK, GObject)

#define VETO_ACCOUNT_ERROR (veto_account_error_quark ())
GQuark veto_account_error_quark (void);

/* What somebody entered cannot be kept: the message is a sentence for people. */
typedef enum {
  VETO_ACCOUNT_ERROR_VALUE,
} VetoAccountError;

/* Every function with an error writes to the store first; when that fails (%VETO_STORE_ERROR), book and objects are as they
 * were. What is longer than VETO_ACCOUNT_MAX_CHARS, or (but for a note) more than one line, is %VETO_ACCOUNT_ERROR_VALUE. */

/**
 * veto_account_book_new:
 * @store: where accounts are kept; what cases and letters write about accounts and people is followed
 *
 * Returns: (transfer full) (nullable): the book with all accounts read
 */
VetoAccountBook *veto_account_book_new (VetoStore *store, GError **error);

/* Reads again when somebody has written; what is still there stays the same object. Cheap when nothing has changed. */
gboolean veto_account_book_refresh (VetoAccountBook *self, GError **error);

/* (transfer none) (element-type VetoPerson): the people, oldest first: who is in front of the program, then the others.
 * Empty until there is something to keep. */
GListModel *veto_account_book_get_people (VetoAccountBook *self);

/* (transfer none) (nullable) */
VetoAccount *veto_account_book_find (VetoAccountBook *self, const char *id);
VetoPerson  *veto_account_book_find_person (VetoAccountBook *self, const char *id);

/**
 * VetoAccountDraft:
 *
 * What somebody entered about a new account. Texts are borrowed; "" is as good as %NULL.
 */
typedef struct
{
  const char *platform; /* id, or "company:" and the id of a controller */
  VetoPerson *person;   /* (nullable): whose it is; %NULL: the one in front of the program, or somebody new */
  const char *name;     /* (nullable): of somebody new whose it is */
  gboolean    is_child; /* the one in front of the program acts for that somebody */
  const char *born;     /* (nullable): "2014-03-05", of somebody new */
  const char *label;    /* (nullable) */
  const char *login;    /* (nullable) */
  const char *goal;     /* (nullable): of a case that is begun with it */
  const char *guide;    /* (nullable): with @goal only: where that case begins */
} VetoAccountDraft;

/**
 * veto_account_book_add:
 *
 * Adds the account, with the somebody and the case that the draft names, in one transaction; the case book has the case
 * when this returns. With a case, an own account is a further one beside the platform's first.
 *
 * Returns: (transfer none) (nullable)
 */
VetoAccount *veto_account_book_add (VetoAccountBook *self, const VetoAccountDraft *draft, GError **error);

/* Changes what was entered about it; each text is nullable. */
gboolean veto_account_book_change (VetoAccountBook *self,
                                   VetoAccount     *account,
                                   const char      *label,
                                   const char      *login,
                                   const char      *note,
                                   GError         **error);

/* @other: (nullable): the account that the company counts as one with it (the same accounts centre); %NULL: none */
gboolean veto_account_book_set_linked (VetoAccountBook *self,
                                       VetoAccount     *account,
                                       VetoAccount     *other,
                                       GError         **error);

/* @secret_id: (nullable): by which the keyring finds its password; %NULL: it has none. @secret_state: (nullable):
 * %VETO_SECRET_STORED or %VETO_SECRET_STORING */
gboolean veto_account_book_set_secret (VetoAccountBook *self,
                                       VetoAccount     *account,
                                       const char      *secret_id,
                                       const char      *secret_state,
                                       GError         **error);

/* @name and @born are nullable; @is_child: the one in front of the program acts for them, and is never a child */
gboolean veto_account_book_change_person (VetoAccountBook *self,
                                          VetoPerson      *person,
                                          const char      *name,
                                          gboolean         is_child,
                                          const char      *born,
                                          GError         **error);

/**
 * veto_account_book_set_home:
 * @country: (nullable): code of where the one in front of the program lives, "DE"; %NULL: not said
 * @language: (nullable): code of the language of their letters; %NULL: not said
 *
 * That person is made when nothing was kept of them yet.
 */
gboolean
veto_account_book_set_home (VetoAccountBook *self, const char *country, const char *language, GError **error);

/* What is known of that. @out_country, @out_language: (out) (transfer full) (nullable) */
gboolean
veto_account_book_read_home (VetoAccountBook *self, char **out_country, char **out_language, GError **error);

/**
 * veto_account_book_remove:
 *
 * Takes the account out, with its cases and all they have; letters stay. Its secret is the caller's to clear once nobody
 * can undo this any more.
 *
 * Returns: (transfer full) (nullable): for veto_account_book_put_back()
 */
VetoStoreUndo *veto_account_book_remove (VetoAccountBook *self, VetoAccount *account, GError **error);
gboolean veto_account_book_put_back (VetoAccountBook *self, const VetoStoreUndo *removed, GError **error);

/* How long a name, label or login may be, in characters. */
#define VETO_ACCOUNT_MAX_CHARS 200

G_END_DECLS
