/* Random lives of a feed, against the written algorithm (feed-model.h): what is published, rotated, expires, is attacked or
 * lost, and what a client makes of it, whose disk may die at any write.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything but the network is the program itself: VetoUpdater, its folder, real signatures. The linker leads what it would
 * fetch (--wrap) to the server in memory below. After a power cut several states are possible: the model keeps all of them, and what is
 * seen later must fit one. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "faulty-files.h"
#include "feed-model.h"
#include "feed-stage.h"
#include "guidance-trees.h"
#include "veto-fetch.h"

#define URL "https://feed.example.org/veto/"
#define FIRST_SEED 20261126
#define N_LIVES 1000 /* ten thousand in ./check --full */
#define N_ROWS 10
#define MIN_ACTIONS 6
#define MAX_ACTIONS 16
#define MAX_WRITES 60
#define POISON 2147483647

static const char *const root_windows[] = { "abc", "abm", "amn", "mno" };
static const char *const index_windows[] = { "def", "deg", "dgh", "ghi", "hij", "ijk", "jkl" };

/* One life: what is on the server, what the client is, and all that the model thinks it may be. */
typedef struct
{
  GRand       *rand;
  ModelServer  server;
  GHashTable  *offers; /* path -> GBytes */
  char        *home, *state;
  VetoUpdater *updater;
  gint64       now;
  guint        n_roots; /* good ones */
  guint        root_window, index_window;
  guint        last_version, n_variants;
  GArray      *clients; /* of ModelClient */
  GString     *log;
} Life;

static FeedStage  *stage; /* for its guidance and signatures */
static Life       *life;  /* the one that is going on */
static GHashTable *seen;  /* what came of all looks -> how often */

/* The network */

void    __wrap_veto_fetch_async (SoupSession           *session,
                                 const char            *url,
                                 const VetoFetchLimits *limits,
                                 GCancellable          *cancellable,
                                 GAsyncReadyCallback    callback,
                                 gpointer               user_data);
GBytes *__wrap_veto_fetch_finish (GAsyncResult *result, GError **error);

void
__wrap_veto_fetch_async (SoupSession           *session,
                         const char            *url,
                         const VetoFetchLimits *limits,
                         GCancellable          *cancellable,
                         GAsyncReadyCallback    callback,
                         gpointer               user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  const char *path = url + strlen (URL);
  gboolean    fails = g_str_has_prefix (path, "root/")
                        ? life->server.roots_fail
                        : g_str_equal (path, "index.json") && life->server.index_fails;
  GBytes     *bytes = g_hash_table_lookup (life->offers, path);

  g_assert_true (g_str_has_prefix (url, URL));
  if (fails)
    g_task_return_new_error (task, VETO_FETCH_ERROR, VETO_FETCH_ERROR_NETWORK, "the server answered 500");
  else if (bytes == NULL)
    g_task_return_new_error (task, VETO_FETCH_ERROR, VETO_FETCH_ERROR_NOT_FOUND, "there is no %s", path);
  else
    {
      g_assert_cmpuint (g_bytes_get_size (bytes), <=, limits->max_bytes);
      g_task_return_pointer (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
    }
}

GBytes *
__wrap_veto_fetch_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What happened, for whoever has to find out why. */
static void tell (const char *format, ...) G_GNUC_PRINTF (1, 2);

static void
tell (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (life->log, format, arguments);
  va_end (arguments);
  g_string_append_c (life->log, '\n');
}

static guint
pick (guint n)
{
  return (guint) g_rand_int_range (life->rand, 0, (gint32) n);
}

static char *
dup_time (gint64 seconds)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

/* Two or three letters of these keys. */
static void
choose_signers (char *out_signers, const char *keys)
{
  guint left_out = pick (4), n = 0;

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
get_index_keys (void)
{
  return index_windows[life->index_window];
}

static void
put_offer (const char *path, GBytes *bytes)
{
  g_hash_table_insert (life->offers, g_strdup (path), g_bytes_ref (bytes));
}

static void
put_files (GHashTable *files)
{
  GHashTableIter iter;
  gpointer       name, bytes;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      g_autofree char *path = g_strdup_printf ("blobs/%s.json", hash);
      g_autoptr(GBytes) bent = NULL;

      if (g_str_equal (name, "guidance.json") && life->server.fault == MODEL_MISSING_FILE)
        continue;
      if (g_str_equal (name, "guidance.json") && life->server.fault == MODEL_WRONG_FILE)
        bent = bytes_of (with (text_of (bytes), "\"minutes\":4", "\"minutes\":5"), -1);
      put_offer (path, bent != NULL ? bent : bytes);
    }
}

/* Serves what life->server says of the index. */
static void
put_index (void)
{
  const ModelIndex *index = &life->server.index;
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, index->version);
  g_autofree char *before = g_strdup_printf ("Example %u", index->version);
  g_autofree char *name = g_strdup_printf ("Example %u.%u", index->version, index->variant);
  g_autofree char *expires = dup_time (index->expires);
  g_autoptr(GBytes) bytes = NULL;
  char *payload;

  feed_stage_edit (files, "guidance.json", before, name);
  if (life->server.fault == MODEL_BAD_LINK)
    feed_stage_edit (files, "guidance.json", "https://www.example.org/object",
                     "https://www.example.com/object");
  put_files (files);
  payload = with (feed_stage_make_index (index->version, files), "2027-01-22T12:00:00Z", expires);
  if (life->server.fault == MODEL_BAD_PAYLOAD)
    payload = with (payload, "\"type\":\"index\"", "\"type\":\"other\"");
  bytes = sign (VETO_TRUST_INDEX, payload, index->signers);
  if (life->server.fault == MODEL_BAD_ENVELOPE)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = g_bytes_new_static ("{}", 2);
    }
  put_offer ("index.json", bytes);
  tell ("index %u.%u of %s, fault %d", index->version, index->variant, index->signers, life->server.fault);
}

static void
set_index (guint version, ModelFault fault, gint64 expires)
{
  life->server.index = (ModelIndex){ .version = version, .variant = ++life->n_variants, .expires = expires };
  life->server.fault = fault;
  choose_signers (life->server.index.signers, get_index_keys ());
}

static void
publish (void)
{
  life->last_version += 1 + pick (2);
  set_index (life->last_version, MODEL_SOUND, life->now + 60 * DAY);
  put_index ();
}

static void
attack_index (void)
{
  gint64 later = life->now + 60 * DAY;
  guint  next = life->last_version + 1, back = pick (3);

  switch (pick (7))
    {
    case 0: /* old, or another one under the same number */
      set_index (life->last_version > back ? life->last_version - back : 1, MODEL_SOUND, later);
      break;
    case 1: /* two stolen keys */
      set_index (POISON - pick (2), MODEL_SOUND, later);
      break;
    case 2: /* one stolen key, and a stranger */
      set_index (next, MODEL_SOUND, later);
      life->server.index.signers[1] = 'x';
      life->server.index.signers[2] = '\0';
      break;
    case 3: /* strangers, or keys that were taken back */
      set_index (next, MODEL_SOUND, later);
      strcpy (life->server.index.signers,
              life->index_window > 1 ? index_windows[life->index_window - 2] : "xyz");
      break;
    case 4:
      set_index (next, MODEL_SOUND, life->now - pick (2) * DAY);
      break;
    default:
      set_index (next, (ModelFault) (1 + pick (MODEL_N_FAULTS - 1)), later);
    }
  put_index ();
}

/* @root: as the model has it; serves it as root/PLACE.json */
static void
put_root (guint place, const ModelRoot *root)
{
  g_autofree char *path = g_strdup_printf ("root/%u.json", place), *expires = dup_time (root->expires);
  char            *payload =
    with (feed_stage_make_root (root->version, root->root_keys, 2, root->index_keys, 2), LATER, expires);
  g_autoptr(GBytes) bytes = NULL;

  if (root->malformed)
    payload = with (payload, "\"type\":\"root\"", "\"type\":\"other\"");
  bytes = sign (VETO_TRUST_ROOT, payload, root->signers);
  put_offer (path, bytes);
  life->server.roots[place] = *root;
  tell ("root/%u.json: version %u of %s for %s, expires %s%s", place, root->version, root->signers,
        root->index_keys, expires, root->malformed ? ", malformed" : "");
}

static ModelRoot
make_next_root (guint root_window, guint index_window)
{
  ModelRoot root = { .version = life->n_roots + 1, .expires = life->now + (pick (5) == 0 ? 30 : 700) * DAY };
  char      old[4], new[4];

  g_strlcpy (root.root_keys, root_windows[root_window], sizeof root.root_keys);
  g_strlcpy (root.index_keys, index_windows[index_window], sizeof root.index_keys);
  choose_signers (old, life->server.roots[life->n_roots].root_keys);
  choose_signers (new, root.root_keys);
  g_strlcpy (root.signers, old, sizeof root.signers);
  add_signers (root.signers, sizeof root.signers, new);
  return root;
}

static void
rotate (void)
{
  guint     root_window = life->root_window + (pick (3) == 0), index_window = life->index_window + pick (3);
  ModelRoot root;

  if (life->n_roots + 1 >= MODEL_MAX_ROOTS)
    return;
  root_window = MIN (root_window, G_N_ELEMENTS (root_windows) - 1);
  index_window = MIN (index_window, G_N_ELEMENTS (index_windows) - 1);
  if (pick (2) == 0 && life->server.index.version > 0 && life->server.fault == MODEL_SOUND
      && index_window != life->index_window && strlen (life->server.index.signers) <= 3)
    { /* the careful publisher signs again before the keys change */
      add_signers (life->server.index.signers, sizeof life->server.index.signers,
                   index_windows[index_window]);
      put_index ();
    }
  root = make_next_root (root_window, index_window);
  put_root (life->n_roots + 1, &root);
  life->n_roots++;
  life->root_window = root_window;
  life->index_window = index_window;
}

static void
attack_root (void)
{
  ModelRoot root;

  if (life->n_roots + 1 >= MODEL_MAX_ROOTS)
    return;
  root = make_next_root (life->root_window, life->index_window);
  switch (pick (5))
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
  put_root (life->n_roots + 1, &root);
}

static void
mend (void)
{
  g_autofree char *path = g_strdup_printf ("root/%u.json", life->n_roots + 1);

  g_hash_table_remove (life->offers, path);
  if (life->n_roots < MODEL_MAX_ROOTS)
    life->server.roots[life->n_roots + 1].version = 0;
  life->server.roots_fail = life->server.index_fails = FALSE;
  tell ("all is mended");
}

static void
fail_server (void)
{
  if (pick (2) == 0)
    life->server.roots_fail = TRUE;
  else
    life->server.index_fails = TRUE;
  tell ("the server fails");
}

/* The client */

static void
start_client (void)
{
  const char *const urls[] = { URL, NULL };
  static GBytes    *root;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  VetoFeedConfig config = { .urls = urls, .folder = life->state, .built_in = "/io/example/guidance" };

  if (root == NULL)
    root = sign (VETO_TRUST_ROOT, feed_stage_make_root (1, "abc", 2, "def", 2), "ab");
  config.root = root;
  g_clear_object (&life->updater);
  life->updater = veto_updater_new (&config, "en");
  set = veto_updater_load (life->updater, &error);
  g_assert_no_error (error);
}

/* Keeps what fits: @fits: for each of life->clients. */
static void
keep_those_that_fit (gboolean (*fits) (const ModelClient *client, gconstpointer data), gconstpointer data)
{
  guint n = 0;

  for (guint i = 0; i < life->clients->len; i++)
    {
      ModelClient client = g_array_index (life->clients, ModelClient, i);

      if (fits (&client, data))
        g_array_index (life->clients, ModelClient, n++) = client;
    }
  g_array_set_size (life->clients, n);
  if (n == 0)
    g_test_message ("%s", life->log->str);
  g_assert_cmpuint (n, >, 0);
}

/* Whether the guidance in use, by its own words, and the root are those that the model has. */
static gboolean
fits_memory (const ModelClient *client, gconstpointer data)
{
  const ModelIndex *active = &client->memory.active;
  g_autofree char  *name = active->version > 0
                             ? g_strdup_printf ("Example %u.%u", active->version, active->variant)
                             : g_strdup ("Example");
  VetoPlatform     *platform = veto_guide_set_get_platform (life->updater->feed->set, 0);

  return g_str_equal (veto_platform_get_name (platform), name)
         && veto_updater_get_version (life->updater) == active->version
         && veto_updater_get_root_version (life->updater) == client->memory.root;
}

static void
restart (void)
{
  for (guint i = 0; i < life->clients->len; i++)
    model_start (&g_array_index (life->clients, ModelClient, i), &life->server);
  start_client ();
  tell ("a start: version %u, root %u", veto_updater_get_version (life->updater),
        veto_updater_get_root_version (life->updater));
  keep_those_that_fit (fits_memory, NULL);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **out_result = data;
  *out_result = g_object_ref (result);
}

/* Returns: what came of it: the id of a problem, or "new", "current", "withdrawn" */
static const char *
look_once (void)
{
  static const char *const outcomes[] = {
    [VETO_UPDATE_CURRENT] = "current", [VETO_UPDATE_NEW] = "new", [VETO_UPDATE_WITHDRAWN] = "withdrawn"
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  g_autoptr(GError) error = NULL;
  VetoUpdateOutcome outcome;

  veto_updater_set_now (life->updater, life->now);
  veto_updater_check_async (life->updater, NULL, looked_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  set = veto_updater_check_finish (life->updater, result, &outcome, &error);
  return error != NULL ? veto_update_problem_get_id (error) : outcomes[outcome];
}

/* The model looks as well. Returns: what comes of it, as look_once() says it */
static const char *
look_in_model (ModelClient *client, GArray *way)
{
  static const char *const outcomes[] = {
    [MODEL_CURRENT] = "current", [MODEL_NEW] = "new", [MODEL_WITHDRAWN] = "withdrawn"
  };
  ModelOutcome outcome;
  const char  *problem = model_look (client, &life->server, life->now, &outcome, way);

  return problem != NULL ? problem : outcomes[outcome];
}

static gboolean
fits_look (const ModelClient *client, gconstpointer came)
{
  ModelClient copy = *client;

  return g_str_equal (look_in_model (&copy, NULL), came) && fits_memory (&copy, NULL);
}

static void
count (const char *what)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, what));
  g_hash_table_insert (seen, (gpointer) what, GUINT_TO_POINTER (n + 1));
}

static void
look (void)
{
  const char *came = look_once ();

  tell ("a look: %s; version %u, root %u", came, veto_updater_get_version (life->updater),
        veto_updater_get_root_version (life->updater));
  for (guint i = 0; i < life->clients->len; i++)
    {
      ModelClient copy = g_array_index (life->clients, ModelClient, i);
      tell ("  the model: %s", look_in_model (&copy, NULL));
    }
  keep_those_that_fit (fits_look, came);
  for (guint i = 0; i < life->clients->len; i++)
    look_in_model (&g_array_index (life->clients, ModelClient, i), NULL);
  count (came);
}

/* The disk takes nothing more from some write of a look on; then the process is gone. */
static void
lose_power (void)
{
  g_autoptr(GArray) before = g_steal_pointer (&life->clients);
  g_autoptr(GArray) way = g_array_new (FALSE, TRUE, sizeof (ModelDisk));
  guint    n = 1 + pick (MAX_WRITES);
  gboolean came;

  faulty_files_fail (n, FAULTY_FILES_FROM_THEN_ON, EIO);
  look_once ();
  came = faulty_files_rest ();
  tell ("power goes at write %u%s", n, came ? "" : ", after the look");
  count (came ? "power cut" : "no power cut");

  for (guint i = 0; i < before->len; i++)
    look_in_model (&g_array_index (before, ModelClient, i), way);
  life->clients = g_array_new (FALSE, TRUE, sizeof (ModelClient));
  for (guint i = 0; i < way->len; i++)
    {
      ModelClient client = { .disk = g_array_index (way, ModelDisk, i) };
      g_array_append_val (life->clients, client);
    }
  restart ();
}

static void
delete_folder (void)
{
  guidance_trees_remove (g_strdup (life->state));
  for (guint i = 0; i < life->clients->len; i++)
    {
      ModelClient *client = &g_array_index (life->clients, ModelClient, i);

      memset (&client->disk, 0, sizeof client->disk);
      client->disk.root = 1;
    }
  tell ("the folder is gone");
}

static void
wait_days (void)
{
  guint n = 1 + pick (45);

  life->now += n * DAY;
  tell ("%u days pass", n);
}

/* One life */

static const struct
{
  void (*act) (void);
  guint weight;
} actions[] = {
  { publish, 26 },    { attack_index, 22 }, { rotate, 12 },       { attack_root, 6 }, { mend, 10 },
  { fail_server, 5 }, { wait_days, 8 },     { delete_folder, 4 }, { restart, 7 },
};

static void
act (void)
{
  guint at = pick (100);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (at < actions[i].weight)
        {
          actions[i].act ();
          return;
        }
      at -= actions[i].weight;
    }
  g_assert_not_reached ();
}

static void
begin_life (Life *self, const char *home, guint seed)
{
  ModelRoot first = {
    .version = 1, .root_keys = "abc", .index_keys = "def", .signers = "ab", .expires = NOW + 730 * DAY
  };
  ModelClient client = { .disk.root = 1, .memory.root = 1 };

  life = self;
  self->rand = g_rand_new_with_seed (seed);
  self->offers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->clients = g_array_new (FALSE, TRUE, sizeof (ModelClient));
  self->log = g_string_new (NULL);
  self->now = NOW;
  self->n_roots = 1;
  self->server.roots[1] = first;
  self->state = g_strdup_printf ("%s/%u", home, seed);
  g_array_append_val (self->clients, client);
  tell ("seed %u", seed);
  start_client ();
}

static void
end_life (Life *self)
{
  guidance_trees_remove (g_steal_pointer (&self->state));
  g_rand_free (self->rand);
  g_hash_table_unref (self->offers);
  g_object_unref (self->updater);
  g_array_unref (self->clients);
  g_string_free (self->log, TRUE);
  life = NULL;
}

static void
test_lives (gconstpointer data)
{
  guint            n_lives = (g_getenv ("VETO_TEST_FULL") != NULL ? 10 : 1) * N_LIVES / N_ROWS;
  g_autofree char *home = g_strdup_printf ("/dev/shm/veto-model-XXXXXX");

  if (g_mkdtemp (home) == NULL)
    {
      g_free (home);
      home = guidance_trees_make_folder ();
    }
  for (guint i = 0; i < n_lives; i++)
    {
      Life  self = { 0 };
      guint n_actions;

      begin_life (&self, home, FIRST_SEED + GPOINTER_TO_UINT (data) * n_lives + i);
      n_actions = MIN_ACTIONS + pick (MAX_ACTIONS - MIN_ACTIONS);
      for (guint k = 0; k < n_actions; k++)
        {
          guint way = pick (20);

          act ();
          if (way < 9)
            look ();
          else if (way < 12)
            lose_power ();
        }
      mend (); /* an error never makes the next update impossible */
      publish ();
      look ();
      restart ();
      end_life (&self);
    }
  guidance_trees_remove (g_steal_pointer (&home));
}

/* Numbers that show that these lives had everything in them. */
static void
test_enough (void)
{
  static const char *const all[] = { "new",      "current", "withdrawn", "signature",
                                     "rollback", "expired", "malformed", "hash",
                                     "link",     "network", "power cut", "no power cut" };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, all[i]));

      g_test_message ("%s: %u", all[i], n);
      g_assert_cmpuint (n, >, N_LIVES / 100);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  feed_stage_init (&argc, &argv);
  stage = feed_stage_new ();
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/feed-model/lives-%u", i);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_lives);
    }
  g_test_add_func ("/feed-model/enough", test_enough);
  status = g_test_run ();
  feed_stage_free (stage);
  g_hash_table_unref (seen);
  return status;
}
