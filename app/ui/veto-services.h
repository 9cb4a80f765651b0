/* The core objects that the pages of the window work with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-account-book.h"
#include "veto-case-book.h"
#include "veto-guidance.h"
#include "veto-letter-book.h"
#include "veto-objections.h"
#include "veto-secrets.h"
#include "veto-source-look.h"
#include "veto-store.h"
#include "veto-updater.h"

G_BEGIN_DECLS

typedef struct _VetoReminder VetoReminder;
typedef struct _VetoNewsDesk VetoNewsDesk;
typedef struct _VetoServices VetoServices;
typedef struct _VetoOpening  VetoOpening;

/* Made by the application, handed to the pages, which keep the pointer and no more: it lives as long as the window.
 * Everything but @guidance and @updater is exchanged when the person chooses what to do about a database that cannot be used. */
struct _VetoServices
{
  VetoGuidance    *guidance;
  VetoUpdater     *updater; /* the way to newer guidance; lives as long as the guidance */
  VetoNewsDesk    *desk;    /* what is said and done about newer guidance; the window's */
  VetoStore       *store;
  VetoCaseBook    *book;
  VetoLetterBook  *letters;
  VetoAccountBook *accounts;
  VetoObjections  *objections;
  VetoReminder    *reminder; /* nullable: tells what became due; made once the window is on the screen */
  VetoOpening     *opening;  /* nullable: makes all this; veto_services_open() waits for it */
  gboolean in_memory; /* nothing is kept: the database could not be used, and the person wanted to go on */

  VetoSecrets *secrets; /* nullable: veto_services_get_secrets() */

  const VetoFetchLimits
    *source_limits; /* nullable: what a look at a source may fetch; NULL: veto_source_limits */

  /* (nullable): forgets everything that is in the keyring; @callback gets a GTask of a boolean. For who deletes everything. */
  void (*forget_secrets) (VetoServices       *services,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            data);
};

/* Begins to read the guidance, to open the person's database, and to make the objects on both, while the caller does something
 * else: veto_services_load_guidance() and veto_services_open() then take that. Until then nothing else may be done with @self.
 * @config: lives as long as @self */
void veto_services_open_ahead (VetoServices *self, const VetoFeedConfig *config, const char *language);

/* Sets @guidance, the newest that is on this computer, and @updater. */
gboolean veto_services_load_guidance (VetoServices         *self,
                                      const VetoFeedConfig *config,
                                      const char           *language,
                                      GError              **error);

/* @store: (transfer full): makes the objects on it; those of another one are let go of. When that fails (%VETO_STORE_ERROR), all
 * is as before. */
gboolean veto_services_use (VetoServices *self, VetoStore *store, GError **error);

/* The same with the person's database, or one that is not kept. */
gboolean veto_services_open (VetoServices *self, GError **error);
gboolean veto_services_open_in_memory (VetoServices *self, GError **error);

/* Returns: (transfer none): the way to the keyring, which nobody has asked anything before */
VetoSecrets *veto_services_get_secrets (VetoServices *self);

/* For @forget_secrets: takes all that is Veto's out of the keyring. */
void veto_services_forget_secrets (VetoServices       *self,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            data);

/* Closes the database and lets go of the objects, all but the guidance and the way to newer one. */
void veto_services_close (VetoServices *self);

G_END_DECLS
