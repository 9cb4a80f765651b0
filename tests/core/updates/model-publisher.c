/* A feed's server and those who publish, also those who must not, for random lives of a feed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model-publisher.h"

#include <string.h>

#define POISON 2147483647 /* the highest number there is */

static const char *const root_windows[] = { "abc", "abm", "amn", "mno" };
static const char *const index_windows[] = { "def", "deg", "dgh", "ghi", "hij", "ijk", "jkl" };

void
model_publisher_begin (ModelPublisher *self, FeedStage *stage, guint seed)
{
  const ModelRoot first = {
    .version = 1, .root_keys = "abc", .index_keys = "def", .signers = "ab", .expires = NOW + 730 * DAY
  };

  memset (self, 0, sizeof *self);
  self->stage = stage;
  self->rand = g_rand_new_with_seed (seed);
  self->offers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->log = g_string_new (NULL);
  self->now = NOW;
  self->n_roots = 1;
  self->server.roots[1] = first;
  model_publisher_tell (self, "seed %u", seed);
}

void
model_publisher_end (ModelPublisher *self)
{
  g_rand_free (self->rand);
  g_hash_table_unref (self->offers);
  g_string_free (self->log, TRUE);
}

void
model_publisher_tell (ModelPublisher *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->log, format, arguments);
  va_end (arguments);
  g_string_append_c (self->log, '\n');
}

guint
model_publisher_pick (ModelPublisher *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

static char *
dup_time (gint64 seconds)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

/* Two or three letters of these keys. */
static void
choose_signers (ModelPublisher *self, char *out_signers, const char *keys)
{
  guint left_out = model_publisher_pick (self, 4), n = 0;

  for (guint i = 0; i < 3; i++)
    if (i != left_out)
      out_signers[n++] = keys[i];
  out_signers[n] = '\0';
}

/* Those of @letters that are not among them yet sign as well. */
static void
add_signers (char *signers, gsize max_bytes, const char *letters)
{
  for (; *letters != '\0'; letters++)
    if (strchr (signers, *letters) == NULL)
      {
        const char letter[] = { *letters, '\0' };
        g_strlcat (signers, letter, max_bytes);
      }
}

/* The publisher, and those who have stolen something */

static const char *
get_index_keys (ModelPublisher *self)
{
  return index_windows[self->index_window];
}

static void
put_offer (ModelPublisher *self, const char *path, GBytes *bytes)
{
  g_hash_table_insert (self->offers, g_strdup (path), g_bytes_ref (bytes));
}

static void
put_files (ModelPublisher *self, GHashTable *files)
{
  GHashTableIter iter;
  gpointer       name, bytes;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      g_autofree char *path = g_strdup_printf ("blobs/%s.json", hash);
      g_autoptr(GBytes) bent = NULL;

      if (g_str_equal (name, "guidance.json") && self->server.fault == MODEL_MISSING_FILE)
        continue;
      if (g_str_equal (name, "guidance.json") && self->server.fault == MODEL_WRONG_FILE)
        bent = bytes_of (with (text_of (bytes), "\"minutes\":4", "\"minutes\":5"), -1);
      put_offer (self, path, bent != NULL ? bent : bytes);
    }
}

/* Serves what self->server says of the index. */
static void
put_index (ModelPublisher *self)
{
  const ModelIndex *index = &self->server.index;
  g_autoptr(GHashTable) files = feed_stage_make_files (self->stage, index->version);
  g_autofree char *before = g_strdup_printf ("Example %u", index->version);
  g_autofree char *name = g_strdup_printf ("Example %u.%u", index->version, index->variant);
  g_autofree char *expires = dup_time (index->expires);
  g_autoptr(GBytes) bytes = NULL;
  char *payload;

  feed_stage_edit (files, "guidance.json", before, name);
  if (self->server.fault == MODEL_BAD_LINK)
    feed_stage_edit (files, "guidance.json", "https://www.example.org/object",
                     "https://www.example.com/object");
  put_files (self, files);
  payload = with (feed_stage_make_index (index->version, files), "2027-01-22T12:00:00Z", expires);
  if (self->server.fault == MODEL_BAD_PAYLOAD)
    payload = with (payload, "\"type\":\"index\"", "\"type\":\"other\"");
  bytes = sign (VETO_TRUST_INDEX, payload, index->signers);
  if (self->server.fault == MODEL_BAD_ENVELOPE)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = g_bytes_new_static ("{}", 2);
    }
  put_offer (self, "index.json", bytes);
  model_publisher_tell (self, "index %u.%u of %s, fault %d", index->version, index->variant, index->signers,
                        self->server.fault);
}

static void
set_index (ModelPublisher *self, guint version, ModelFault fault, gint64 expires)
{
  self->server.index = (ModelIndex){ .version = version, .variant = ++self->n_variants, .expires = expires };
  self->server.fault = fault;
  choose_signers (self, self->server.index.signers, get_index_keys (self));
}

void
model_publisher_publish (ModelPublisher *self)
{
  self->last_version += 1 + model_publisher_pick (self, 2);
  set_index (self, self->last_version, MODEL_SOUND, self->now + 60 * DAY);
  put_index (self);
}

void
model_publisher_attack_index (ModelPublisher *self)
{
  gint64 later = self->now + 60 * DAY;
  guint  next = self->last_version + 1, back = model_publisher_pick (self, 3);

  switch (model_publisher_pick (self, 7))
    {
    case 0: /* old, or another one under the same number */
      set_index (self, self->last_version > back ? self->last_version - back : 1, MODEL_SOUND, later);
      break;
    case 1: /* two stolen keys */
      set_index (self, POISON - model_publisher_pick (self, 2), MODEL_SOUND, later);
      break;
    case 2: /* one stolen key, and a stranger */
      set_index (self, next, MODEL_SOUND, later);
      self->server.index.signers[1] = 'x';
      self->server.index.signers[2] = '\0';
      break;
    case 3: /* strangers, or keys that were taken back */
      set_index (self, next, MODEL_SOUND, later);
      strcpy (self->server.index.signers,
              self->index_window > 1 ? index_windows[self->index_window - 2] : "xyz");
      break;
    case 4:
      set_index (self, next, MODEL_SOUND, self->now - model_publisher_pick (self, 2) * DAY);
      break;
    default:
      set_index (self, next, (ModelFault) (1 + model_publisher_pick (self, MODEL_N_FAULTS - 1)), later);
    }
  put_index (self);
}

/* @root: as the model has it; serves it as root/PLACE.json */
static void
put_root (ModelPublisher *self, guint place, const ModelRoot *root)
{
  g_autofree char *path = g_strdup_printf ("root/%u.json", place), *expires = dup_time (root->expires);
  char            *payload =
    with (feed_stage_make_root (root->version, root->root_keys, 2, root->index_keys, 2), LATER, expires);
  g_autoptr(GBytes) bytes = NULL;

  if (root->malformed)
    payload = with (payload, "\"type\":\"root\"", "\"type\":\"other\"");
  bytes = sign (VETO_TRUST_ROOT, payload, root->signers);
  put_offer (self, path, bytes);
  self->server.roots[place] = *root;
  model_publisher_tell (self, "root/%u.json: version %u of %s for %s, expires %s%s", place, root->version,
                        root->signers, root->index_keys, expires, root->malformed ? ", malformed" : "");
}

static ModelRoot
make_next_root (ModelPublisher *self, guint root_window, guint index_window)
{
  ModelRoot root = { .version = self->n_roots + 1,
                     .expires = self->now + (model_publisher_pick (self, 5) == 0 ? 30 : 700) * DAY };
  char      old[4], new[4];

  g_strlcpy (root.root_keys, root_windows[root_window], sizeof root.root_keys);
  g_strlcpy (root.index_keys, index_windows[index_window], sizeof root.index_keys);
  choose_signers (self, old, self->server.roots[self->n_roots].root_keys);
  choose_signers (self, new, root.root_keys);
  g_strlcpy (root.signers, old, sizeof root.signers);
  add_signers (root.signers, sizeof root.signers, new);
  return root;
}

void
model_publisher_rotate (ModelPublisher *self)
{
  guint root_window = self->root_window + (model_publisher_pick (self, 3) == 0),
        index_window = self->index_window + model_publisher_pick (self, 3);
  ModelRoot root;

  if (self->n_roots + 1 >= MODEL_MAX_ROOTS)
    return;
  root_window = MIN (root_window, G_N_ELEMENTS (root_windows) - 1);
  index_window = MIN (index_window, G_N_ELEMENTS (index_windows) - 1);
  if (model_publisher_pick (self, 2) == 0 && self->server.index.version > 0
      && self->server.fault == MODEL_SOUND && index_window != self->index_window
      && strlen (self->server.index.signers) <= 3)
    { /* the careful publisher signs again before the keys change */
      add_signers (self->server.index.signers, sizeof self->server.index.signers,
                   index_windows[index_window]);
      put_index (self);
    }
  root = make_next_root (self, root_window, index_window);
  put_root (self, self->n_roots + 1, &root);
  self->n_roots++;
  self->root_window = root_window;
  self->index_window = index_window;
}

void
model_publisher_attack_root (ModelPublisher *self)
{
  ModelRoot root;

  if (self->n_roots + 1 >= MODEL_MAX_ROOTS)
    return;
  root = make_next_root (self, self->root_window, self->index_window);
  switch (model_publisher_pick (self, 5))
    {
    case 0:
      root.version += 1;
      break;
    case 1:
      root.version -= 1;
      break;
    case 2:
      root.malformed = TRUE;
      break;
    case 3:
      root.signers[1] = '\0';
      break;
    default: /* thieves of the index keys make themselves a root */
      strcpy (root.signers, "xyz");
      strcpy (root.root_keys, "xyz");
    }
  put_root (self, self->n_roots + 1, &root);
}

void
model_publisher_mend (ModelPublisher *self)
{
  g_autofree char *path = g_strdup_printf ("root/%u.json", self->n_roots + 1);

  g_hash_table_remove (self->offers, path);
  if (self->n_roots < MODEL_MAX_ROOTS)
    self->server.roots[self->n_roots + 1].version = 0;
  self->server.roots_fail = self->server.index_fails = FALSE;
  model_publisher_tell (self, "all is mended");
}

void
model_publisher_fail_server (ModelPublisher *self)
{
  if (model_publisher_pick (self, 2) == 0)
    self->server.roots_fail = TRUE;
  else
    self->server.index_fails = TRUE;
  model_publisher_tell (self, "the server fails");
}
