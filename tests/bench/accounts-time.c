/* How long the page of accounts takes: its first frame whatever the keyring does, and 100 accounts once the keyring answers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "open" is the processor time of this thread from the action to the frame. "fill in" is that of all threads, and begins with the
 * question, so it holds the work of libsecret, D-Bus and the stand-in for the keyring, which is in this process, as well. */
#include "veto-config.h"

#include <time.h>

#include "bench-times.h"
#include "many-platforms.h"
#include "scene.h"
#include "secret-service.h"
#include "veto-keyring-box.h"

#define N_ACCOUNTS 100
#define ROUNDS 20

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

static void
measure_open (Scene *scene, const char *name)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));
  double  first = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start_ms = get_work_ms (CLOCK_THREAD_CPUTIME_ID), took_ms;

      scene_act (scene, "win.accounts", NULL);
      wait_for_frame (scene);
      took_ms = get_work_ms (CLOCK_THREAD_CPUTIME_ID) - start_ms;
      first = i == 0 ? took_ms : first;
      g_array_append_val (times, took_ms);
      for (guint frame = 0; frame < N_ACCOUNTS / 4; frame++) /* until all rows are there */
        wait_for_frame (scene);
      scene_act (scene, "win.overview", NULL);
      scene_settle (scene);
    }
  g_print ("  open, keyring %-14s %7.1f ms (the first time %.1f)\n", name, bench_times_get_median (times),
           first);
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
  g_print ("  %u accounts fill in         %7.1f ms\n", N_ACCOUNTS, bench_times_get_median (times));
  g_array_unref (times);
}

int
main (int argc, char *argv[])
{
  g_autoptr(VetoGuideSet) set = many_platforms_read (1, 3, "en");
  SecretServiceMock *mock;
  Scene              scene;

  scene_open (&scene, set, 1060, 700);
  mock = secret_service_mock_new ();
  fill (&scene, mock);
  measure_open (&scene, "answers");
  measure_fill (&scene);
  secret_service_mock_set_manner (mock, SECRET_MANNER_SILENT);
  measure_open (&scene, "never answers");
  scene_close (&scene);
  secret_service_mock_free (mock);
  return 0;
}
