/* Random lives of a feed, against the written algorithm (feed-model.h): what is published, rotated, expires, is attacked or
 * lost, and what a client makes of it, whose disk may die at any write.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything but the network is the program itself: VetoUpdater, its folder, real signatures. After a power cut several
 * states are possible: the model keeps all of them, and what is seen later must fit one. */
#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "faulty-files.h"
#include "guidance-trees.h"
#include "model-network.h"

#define FIRST_SEED 20261126
#define N_LIVES 1000 /* ten thousand in ./check --full */
#define N_ROWS 10
#define MIN_ACTIONS 6
#define MAX_ACTIONS 16
#define MAX_WRITES 30

/* One life: what is published, what the client is, and all that the model thinks it may be. */
typedef struct
{
  ModelPublisher publisher;
  char          *state; /* the client's folder */
  VetoUpdater   *updater;
  GArray        *clients; /* of ModelClient */
} Life;

static FeedStage  *stage; /* for its guidance and signatures */
static Life       *life;  /* the one that is going on */
static GHashTable *seen;  /* what came of all looks -> how often */

/* The client */

static void
start_client (void)
{
  const char *const urls[] = { MODEL_NETWORK_URL, NULL };
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
    g_test_message ("%s", life->publisher.log->str);
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
    model_start (&g_array_index (life->clients, ModelClient, i), &life->publisher.server);
  start_client ();
  model_publisher_tell (&life->publisher, "a start: version %u, root %u",
                        veto_updater_get_version (life->updater),
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

  veto_updater_set_now (life->updater, life->publisher.now);
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
  const char  *problem = model_look (client, &life->publisher.server, life->publisher.now, &outcome, way);

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

  model_publisher_tell (&life->publisher, "a look: %s; version %u, root %u", came,
                        veto_updater_get_version (life->updater),
                        veto_updater_get_root_version (life->updater));
  for (guint i = 0; i < life->clients->len; i++)
    {
      ModelClient copy = g_array_index (life->clients, ModelClient, i);
      model_publisher_tell (&life->publisher, "  the model: %s", look_in_model (&copy, NULL));
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
  guint    n = 1 + model_publisher_pick (&life->publisher, MAX_WRITES);
  gboolean came;

  faulty_files_fail (n, FAULTY_FILES_FROM_THEN_ON, EIO);
  look_once ();
  came = faulty_files_rest ();
  model_publisher_tell (&life->publisher, "power goes at write %u%s", n, came ? "" : ", after the look");
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
  model_publisher_tell (&life->publisher, "the folder is gone");
}

/* The index in use is gone at the next start; what was seen, the floor still knows. */
static void
lose_index (void)
{
  g_autofree char *path = g_build_filename (life->state, "index.json", NULL);

  g_remove (path);
  for (guint i = 0; i < life->clients->len; i++)
    memset (&g_array_index (life->clients, ModelClient, i).disk.index, 0, sizeof (ModelIndex));
  model_publisher_tell (&life->publisher, "the index is gone");
  restart ();
}

static void
wait_days (void)
{
  guint n = 1 + model_publisher_pick (&life->publisher, 45);

  life->publisher.now += n * DAY;
  model_publisher_tell (&life->publisher, "%u days pass", n);
}

/* One life */

static const struct
{
  void (*publisher) (ModelPublisher *self); /* or */
  void (*client) (void);
  guint weight; /* of a hundred */
} actions[] = {
  { model_publisher_publish, NULL, 24 },
  { model_publisher_attack_index, NULL, 21 },
  { model_publisher_rotate, NULL, 12 },
  { model_publisher_attack_root, NULL, 6 },
  { model_publisher_mend, NULL, 10 },
  { model_publisher_fail_server, NULL, 5 },
  { NULL, wait_days, 8 },
  { NULL, delete_folder, 4 },
  { NULL, lose_index, 6 },
  { NULL, restart, 4 },
};

static void
act (void)
{
  guint at = model_publisher_pick (&life->publisher, 100);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (at < actions[i].weight)
        {
          if (actions[i].publisher != NULL)
            actions[i].publisher (&life->publisher);
          else
            actions[i].client ();
          return;
        }
      at -= actions[i].weight;
    }
  g_assert_not_reached ();
}

static void
begin_life (Life *self, const char *home, guint seed)
{
  ModelClient client = { .disk.root = 1, .memory.root = 1 };

  life = self;
  model_publisher_begin (&self->publisher, stage, seed);
  model_network_set (&self->publisher);
  self->clients = g_array_new (FALSE, TRUE, sizeof (ModelClient));
  g_array_append_val (self->clients, client);
  self->state = g_strdup_printf ("%s/%u", home, seed);
  start_client ();
}

static void
end_life (Life *self)
{
  guidance_trees_remove (g_steal_pointer (&self->state));
  g_object_unref (self->updater);
  g_array_unref (self->clients);
  model_publisher_end (&self->publisher);
  model_network_set (NULL);
  life = NULL;
}

static void
test_lives (gconstpointer data)
{
  guint n_lives = (g_getenv ("VETO_TEST_FULL") != NULL ? 10 : 1) * N_LIVES / N_ROWS;
  g_autoptr(Folder) home = guidance_trees_make_folder ();

  for (guint i = 0; i < n_lives; i++)
    {
      Life  self = { 0 };
      guint n_actions;

      begin_life (&self, home, FIRST_SEED + GPOINTER_TO_UINT (data) * n_lives + i);
      n_actions = MIN_ACTIONS + model_publisher_pick (&life->publisher, MAX_ACTIONS - MIN_ACTIONS);
      for (guint k = 0; k < n_actions; k++)
        {
          guint way = model_publisher_pick (&life->publisher, 20);

          act ();
          if (way < 9)
            look ();
          else if (way < 12)
            lose_power ();
        }
      model_publisher_mend (&self.publisher); /* an error never makes the next update impossible */
      model_publisher_publish (&self.publisher);
      look ();
      restart ();
      end_life (&self);
    }
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
