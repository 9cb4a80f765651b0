/* How long the page of accounts takes: its first frame whatever the keyring does, and 100 accounts once the keyring answers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "open" is the processor time of this thread from the action to the frame; for the first time, in a process of its own each time.
 * "later" is the worst of the frames that follow, until all rows are there. "fill in" is the processor time of all threads, and begins
 * with the question, so it holds the work of libsecret, D-Bus and the stand-in for the keyring, which is in this process, as well. */
#include "veto-config.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench-times.h"
#include "many-platforms.h"
#include "scene.h"
#include "secret-service.h"
#include "veto-keyring-box.h"

#define N_ACCOUNTS 100
#define ROUNDS 20
#define ONCE "once" /* the argument of the process that opens the page for the first time, and what it says */

static void
fill (Scene *scene, SecretServiceMock *mock)
{
  for (guint i = 0; i < N_ACCOUNTS; i++)
    {
      g_autofree char *login = g_strdup_printf ("ada%u@example.org", i), *id = veto_secrets_make_id ();
      VetoAccountDraft draft = { .platform = "p01", .login = login };
      VetoAccount     *account = veto_account_book_add (scene->services.accounts, &draft, NULL);

      veto_account_book_set_secret (scene->services.accounts, account, id, VETO_SECRET_STORED, NULL);
      secret_service_mock_add (mock, id, "Veto: a test", "words");
    }
}

static void
happened_cb (gboolean *has_happened)
{
  *has_happened = TRUE;
}

static void
wait_for_frame (Scene *scene)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (scene->window));
  gboolean       is_painted = FALSE;
  gulong         id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (happened_cb), &is_painted);

  gtk_widget_queue_draw (GTK_WIDGET (scene->window));
  while (!is_painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static double
get_work_ms (clockid_t whose)
{
  struct timespec time;

  clock_gettime (whose, &time);
  return (double) time.tv_sec * 1000.0 + (double) time.tv_nsec / 1000000.0;
}

/* Returns: the processor time of it, in milliseconds */
static double
open_page (Scene *scene)
{
  double start_ms = get_work_ms (CLOCK_THREAD_CPUTIME_ID);

  scene_act (scene, "win.accounts", NULL);
  wait_for_frame (scene);
  return get_work_ms (CLOCK_THREAD_CPUTIME_ID) - start_ms;
}

static void
measure_open (Scene *scene, const char *name)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *later = g_array_new (FALSE, FALSE, sizeof (double));

  scene_act (scene, "win.overview", NULL);
  scene_settle (scene);
  for (guint i = 0; i < ROUNDS; i++)
    {
      double took_ms = open_page (scene), worst_ms = 0;

      g_array_append_val (times, took_ms);
      for (guint frame = 0; frame < N_ACCOUNTS; frame++) /* until all rows are there */
        {
          double start_ms = get_work_ms (CLOCK_THREAD_CPUTIME_ID);

          wait_for_frame (scene);
          worst_ms = MAX (worst_ms, get_work_ms (CLOCK_THREAD_CPUTIME_ID) - start_ms);
        }
      g_array_append_val (later, worst_ms);
      scene_act (scene, "win.overview", NULL);
      scene_settle (scene);
    }
  g_print ("  open again, keyring %-13s ", name);
  bench_times_print (times);
  g_print ("    later                            ");
  bench_times_print (later);
  g_array_unref (times);
  g_array_unref (later);
}

/* Each in a process that has not shown the page before. */
static void
measure_first (const char *program)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < ROUNDS; i++)
    {
      const char      *argv[] = { program, ONCE, NULL };
      g_autofree char *out = NULL;
      g_autoptr(GError) error = NULL;
      const char *number;
      double      took_ms;

      if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, NULL,
                         &error))
        g_error ("%s", error->message);
      number = strstr (out, ONCE " ");
      took_ms = number != NULL ? g_ascii_strtod (number + strlen (ONCE " "), NULL) : G_MAXDOUBLE;
      g_array_append_val (times, took_ms);
    }
  g_print ("  open for the first time           ");
  bench_times_print (times);
  g_array_unref (times);
}

static GtkWidget *keyring_box;

static void
find_cb (GtkWidget *widget, gpointer data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && keyring_box == NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (VETO_IS_KEYRING_BOX (child))
        keyring_box = child;
      else
        find_cb (child, data);
    }
}

static void
measure_fill (Scene *scene)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));

  scene_act (scene, "win.accounts", NULL);
  scene_settle (scene);
  find_cb (GTK_WIDGET (scene->window), NULL);
  for (guint i = 0; i < ROUNDS; i++)
    {
      double start_ms = get_work_ms (CLOCK_PROCESS_CPUTIME_ID), took_ms;

      veto_keyring_box_look (VETO_KEYRING_BOX (keyring_box));
      while (veto_keyring_box_is_looking (VETO_KEYRING_BOX (keyring_box)))
        g_main_context_iteration (NULL, TRUE);
      wait_for_frame (scene);
      took_ms = get_work_ms (CLOCK_PROCESS_CPUTIME_ID) - start_ms;
      g_array_append_val (times, took_ms);
    }
  g_print ("  %u accounts fill in                median %.2f ms of processor time\n", N_ACCOUNTS,
           bench_times_get_median (times));
  g_array_unref (times);
}

int
main (int argc, char *argv[])
{
  g_autoptr(VetoGuideSet) set = NULL;
  SecretServiceMock *mock;
  Scene              scene;
  gboolean           is_once = argc > 1 && g_str_equal (argv[1], ONCE);

  if (!is_once)
    measure_first (argv[0]);
  set = many_platforms_read (1, 3, "en");
  scene_open (&scene, set, 1060, 700);
  mock = secret_service_mock_new ();
  fill (&scene, mock);
  if (is_once)
    g_print (ONCE " %f\n", open_page (&scene));
  else
    {
      measure_open (&scene, "answers");
      measure_fill (&scene);
      secret_service_mock_set_manner (mock, SECRET_MANNER_SILENT);
      measure_open (&scene, "never answers");
    }
  scene_close (&scene);
  secret_service_mock_free (mock);
  return 0;
}
