/* Private to store: its inside.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-connection.h"
#include "veto-store-rows.h"
#include "veto-store-sql.h"
#include "veto-store.h"

G_BEGIN_DECLS

/* (transfer none): the one connection */
sqlite3 *veto_store_get_db (VetoStore *self);

/* How another connection reads the same file; %VETO_CONNECTION_MEMORY where there is none. */
VetoConnection veto_store_get_reading (VetoStore *self);

/* Who reads rows, and keeps them in objects. */
typedef enum {
  VETO_STORE_READER_CASES,
  VETO_STORE_READER_LETTERS,
  VETO_STORE_READER_ACCOUNTS,
} VetoStoreReader;
#define VETO_STORE_N_READERS (VETO_STORE_READER_ACCOUNTS + 1)

/* Whether another process wrote since veto_store_set_seen(), which remembers @data_version as the state that was read. */
gboolean veto_store_has_changed_for (VetoStore *self, VetoStoreReader reader);
void     veto_store_set_seen (VetoStore *self, VetoStoreReader reader, gint64 data_version);

/* What this process wrote itself has to be read again by @reader. */
void veto_store_forget_seen (VetoStore *self, VetoStoreReader reader);

/* Columns of events, and the kinds among them that nothing follows from: as a rule most of them. */
#define VETO_STORE_SELECT_EVENTS "SELECT case_id, id, day, kind, note, data, created FROM events"
#define VETO_STORE_EVENTS_THAT_TELL "'note', 'letter'"

/* (transfer full): of a row of VETO_STORE_SELECT_EVENTS, whose id is in @column */
VetoStoreEvent *veto_store_event_new (const char *case_id, sqlite3_stmt *from, int column);

/* (element-type VetoStoreEvent): by day. Most are in order already: a sort by SQLite, of all events of all cases, takes longer than
 * reading them. */
void veto_store_sort_events (GPtrArray *events);

/* Inside of a transaction, or alone. */
gboolean veto_store_write_event (sqlite3 *db, const VetoStoreEvent *event, GError **error);

/* After a commit that changed what belongs to cases, by somebody who is not their book; of people and accounts, by anybody. */
void veto_store_tell_cases_changed (VetoStore *self);
void veto_store_tell_accounts_changed (VetoStore *self);

/* The same when it belongs to that case alone. */
void veto_store_tell_case_changed (VetoStore *self, const char *case_id);

G_END_DECLS
