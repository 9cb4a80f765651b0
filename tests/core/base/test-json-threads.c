/* Threads of one program that read their first numbers at the same time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <pthread.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "veto-json.h"

#define N_PROGRAMS 1000 /* the C library's first look at its own locale went wrong in 2 to 7 of 1000 */
#define N_THREADS 4

static pthread_barrier_t barrier;
static guint             n_refused;

static gpointer
read_number (gpointer data)
{
  static const char text[] = "{\"n\":1}";
  g_autoptr(VetoJsonDocument) document = NULL;

  pthread_barrier_wait (&barrier);
  document = veto_json_parse (text, strlen (text), "n.json", &veto_json_limits, NULL);
  return GINT_TO_POINTER (document == NULL);
}

/* A program as it has just begun: only the first number is read in this way. */
static void
read_in_threads (void)
{
  GThread *threads[N_THREADS];
  int      is_refused = 0;

  pthread_barrier_init (&barrier, NULL, N_THREADS);
  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("reader", read_number, NULL);
  for (guint i = 0; i < N_THREADS; i++)
    is_refused |= GPOINTER_TO_INT (g_thread_join (threads[i]));
  _exit (is_refused);
}

static void
test_first_numbers (void)
{
  g_assert_cmpuint (n_refused, ==, 0);
}

int
main (int argc, char *argv[])
{
  /* Before GLib's test framework reads a number itself */
  for (guint i = 0; i < N_PROGRAMS; i++)
    {
      int   status;
      pid_t pid = fork ();

      if (pid == 0)
        read_in_threads ();
      if (pid < 0 || waitpid (pid, &status, 0) != pid || status != 0)
        n_refused++;
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-threads/first-numbers", test_first_numbers);
  return g_test_run ();
}
