/* What a client of the feed must do: the security design, 3, in numbers and letters.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "feed-model.h"

#include <string.h>

#define THRESHOLD 2

static gboolean
is_signed (const char *signers, const char *keys)
{
  guint n = 0;

  for (; *keys != '\0'; keys++)
    n += strchr (signers, *keys) != NULL;
  return n >= THRESHOLD;
}

static gboolean
is_same (const ModelIndex *a, const ModelIndex *b)
{
  return a->version == b->version && a->variant == b->variant;
}

/* S3: the highest version of those that are signed by who may sign now. */
static ModelIndex
choose (const ModelDisk *disk, const char *keys)
{
  ModelIndex none = { 0 };
  gboolean   first = disk->index.version > 0 && is_signed (disk->index.signers, keys);
  gboolean   second = disk->previous.version > 0 && disk->has_previous_files
                    && is_signed (disk->previous.signers, keys);

  if (first && second)
    return disk->previous.version > disk->index.version ? disk->previous : disk->index;
  return first ? disk->index : second ? disk->previous : none;
}

void
model_start (ModelClient *client, const ModelServer *server)
{
  const char *keys = server->roots[client->disk.root].index_keys;

  memset (&client->memory, 0, sizeof client->memory);
  client->memory.root = client->disk.root;
  client->memory.active = choose (&client->disk, keys);
  if (g_str_equal (client->disk.floor_keys, keys))
    client->memory.floor = client->disk.floor;
}

static void
note (const ModelClient *client, GArray *way)
{
  if (way != NULL)
    g_array_append_val (way, client->disk);
}

/* U2, and number 36 of the attacks: what the disk has lost is still known here. */
static void
begin (ModelClient *client, const ModelServer *server, GArray *way)
{
  ModelClient  disk = *client;
  ModelMemory *memory = &client->memory;

  model_start (&disk, server);
  if (disk.memory.root == memory->root && disk.memory.floor.version >= memory->floor.version
      && disk.memory.active.version >= memory->active.version)
    return;
  while (client->disk.root < memory->root)
    {
      client->disk.root++;
      note (client, way);
    }
}

/* U3 and U5. Returns: (nullable): why the root is refused */
static const char *
take_root (ModelClient *client, const ModelServer *server, GArray *way)
{
  const ModelRoot *old = &server->roots[client->memory.root];
  const ModelRoot *next = &server->roots[client->memory.root + 1];

  if (next->malformed)
    return "malformed";
  if (!is_signed (next->signers, old->root_keys) || !is_signed (next->signers, next->root_keys))
    return "signature";
  if (next->version != old->version + 1)
    return next->version <= old->version ? "rollback" : "malformed";

  client->memory.root++;
  client->disk.root = client->memory.root;
  note (client, way);
  if (!g_str_equal (next->index_keys, old->index_keys))
    {
      ModelIndex none = { 0 };

      client->memory.floor = none;
      if (!is_signed (client->memory.active.signers, next->index_keys))
        client->memory.active = choose (&client->disk, next->index_keys);
    }
  return NULL;
}

/* U7 to U10. Returns: (nullable): why it is refused */
static const char *
check_index (const ModelClient *client, const ModelServer *server, gint64 now)
{
  const ModelIndex *index = &server->index, *floors[] = { &client->memory.floor, &client->memory.active };

  if (server->fault == MODEL_BAD_ENVELOPE)
    return "malformed";
  if (!is_signed (index->signers, server->roots[client->memory.root].index_keys))
    return "signature";
  if (server->fault == MODEL_BAD_PAYLOAD)
    return "malformed";
  for (guint i = 0; i < G_N_ELEMENTS (floors); i++)
    if (index->version < floors[i]->version
        || (index->version == floors[i]->version && !is_same (index, floors[i])))
      return "rollback";
  return index->expires <= now ? "expired" : NULL;
}

/* U11 to U13. */
static const char *
install (ModelClient *client, const ModelServer *server, GArray *way)
{
  static const char *const problems[] = { [MODEL_WRONG_FILE] = "hash",
                                          [MODEL_MISSING_FILE] = "network",
                                          [MODEL_BAD_LINK] = "link",
                                          [MODEL_N_FAULTS] = NULL };

  if (problems[server->fault] != NULL)
    return problems[server->fault];
  if (client->memory.active.version > 0 && !is_same (&client->memory.active, &server->index))
    {
      /* Not when the folder was deleted since, and only the memory knows what was in use. */
      client->disk.has_previous_files =
        is_same (&client->disk.index, &client->memory.active)
        || (client->disk.has_previous_files && is_same (&client->disk.previous, &client->memory.active));
      client->disk.previous = client->memory.active;
      note (client, way);
    }
  client->disk.index = client->memory.active = server->index;
  note (client, way);
  client->disk.floor = client->memory.floor = server->index;
  g_strlcpy (client->disk.floor_keys, server->roots[client->memory.root].index_keys,
             sizeof client->disk.floor_keys);
  note (client, way);
  return NULL;
}

static const char *
update (ModelClient *client, const ModelServer *server, gint64 now, GArray *way)
{
  const char *problem = NULL;

  while (!server->roots_fail && problem == NULL && server->roots[client->memory.root + 1].version > 0)
    problem = take_root (client, server, way);
  if (problem != NULL)
    return problem;
  if (server->roots_fail)
    return "network";
  if (server->roots[client->memory.root].expires <= now)
    return "expired";
  if (server->index_fails || server->index.version == 0)
    return "network";
  problem = check_index (client, server, now);
  return problem != NULL ? problem : install (client, server, way);
}

const char *
model_look (ModelClient       *client,
            const ModelServer *server,
            gint64             now,
            ModelOutcome      *out_outcome,
            GArray            *way)
{
  ModelIndex  before = client->memory.active;
  const char *problem;

  note (client, way);
  begin (client, server, way);
  problem = update (client, server, now, way);
  if (is_same (&before, &client->memory.active))
    {
      *out_outcome = MODEL_CURRENT;
      return problem;
    }
  *out_outcome = problem != NULL ? MODEL_WITHDRAWN : MODEL_NEW;
  return NULL;
}
