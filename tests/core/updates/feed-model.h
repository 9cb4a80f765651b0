/* What a client of the feed must do, as the security design, 3, writes it down: a few lines about numbers and letters, with no bytes,
 * no files and nothing of the program, to compare the program with.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A key is a letter, a set of keys a text of letters of which two must sign. Once it was left out, a key never comes back. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MODEL_MAX_ROOTS 12

/* An index and what it leads to; version 0: none, the built-in guidance. */
typedef struct
{
  guint  version;
  guint  variant; /* tells apart two contents under one number */
  char   signers[12];
  gint64 expires;
} ModelIndex;

typedef struct
{
  guint    version; /* as it says itself; 0: the server has none */
  char     root_keys[4];
  char     index_keys[4];
  char     signers[12];
  gint64   expires;
  gboolean malformed;
} ModelRoot;

/* What is wrong with an index, or with what it names. */
typedef enum {
  MODEL_SOUND,
  MODEL_BAD_ENVELOPE,
  MODEL_BAD_PAYLOAD,
  MODEL_WRONG_FILE,
  MODEL_MISSING_FILE,
  MODEL_BAD_LINK,
  MODEL_N_FAULTS,
} ModelFault;

typedef struct
{
  ModelRoot  roots[MODEL_MAX_ROOTS + 1]; /* [1] is built in; those that a client took never change again */
  gboolean   roots_fail;                 /* the server has a fault, which is not "there is none" */
  ModelIndex index;
  ModelFault fault; /* of @index */
  gboolean   index_fails;
} ModelServer;

typedef struct
{
  guint      root;
  ModelIndex index, previous;
  gboolean   has_previous_files; /* those of @index are always there */
  ModelIndex floor;
  char       floor_keys[4]; /* of those who could sign it */
} ModelDisk;

typedef struct
{
  guint      root;
  ModelIndex active;
  ModelIndex floor;
} ModelMemory;

typedef struct
{
  ModelDisk   disk;
  ModelMemory memory;
} ModelClient;

/* A start: S1 to S4. */
void model_start (ModelClient *client, const ModelServer *server);

typedef enum {
  MODEL_CURRENT,
  MODEL_NEW,
  MODEL_WITHDRAWN,
} ModelOutcome;

/**
 * model_look:
 * @client: (inout): afterwards what it is when nothing disturbs it
 * @out_outcome: (out): where there is no problem
 * @way: (nullable) (element-type ModelDisk): gets what is on the disk after each step, the last one as well
 *
 * An update: U1 to U15. Returns: (nullable): the id of the problem that a person is told
 */
const char *model_look (ModelClient       *client,
                        const ModelServer *server,
                        gint64             now,
                        ModelOutcome      *out_outcome,
                        GArray            *way);

G_END_DECLS
