/* vetoctl feed serve: the files of a feed and nothing else, with the headers that docs/feed.md asks of every host.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "publisher-desk.h"
#include "store-fixture.h"

#define MAX_ADDRESS 64

static GPid    server;
static guint16 port;
static int     server_out;

/* It must not live longer than a test that fails. */
static void
end_with_test (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

/* What the program says before it waits is its address, and then the end of its output. */
static void
start_server (void)
{
  g_autofree char *line = feed_dup_line (" feed serve @feed"),
                  *whole = g_strconcat (g_getenv ("VETOCTL"), line, NULL);
  g_auto(GStrv) argv = g_strsplit (whole, " ", -1);
  g_autoptr(GError) error = NULL;
  char  text[MAX_ADDRESS] = { 0 };
  gsize n_bytes = 0;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, end_with_test, NULL, &server, NULL,
                            &server_out, NULL, &error);
  g_assert_no_error (error);
  for (gssize n = 1; n > 0 && n_bytes < sizeof text - 1; n_bytes += (gsize) MAX (n, 0))
    n = read (server_out, text + n_bytes, sizeof text - 1 - n_bytes);
  g_assert_true (g_str_has_prefix (text, "http://127.0.0.1:"));
  g_assert_true (g_str_has_suffix (text, "/\n"));
  port = (guint16) g_ascii_strtoull (text + strlen ("http://127.0.0.1:"), NULL, 10);
  g_assert_cmpuint (port, >, 0);
}

/* (transfer full): all that the server answers to one request, headers and body */
static char *
ask (const char *method, const char *path)
{
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GSocketConnection) connection = NULL;
  g_autoptr(GOutputStream) answer = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;
  g_autofree char *request =
    g_strdup_printf ("%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n%s\r\n", method, path,
                     g_str_equal (method, "POST") ? "Content-Length: 0\r\n" : "");

  g_socket_client_set_timeout (client, 30);
  connection = g_socket_client_connect_to_host (client, "127.0.0.1", port, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request,
                                            strlen (request), NULL, NULL, &error));
  g_output_stream_splice (answer, g_io_stream_get_input_stream (G_IO_STREAM (connection)),
                          G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (answer)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (answer)));
}

typedef struct
{
  const char *name, *method, *path;
  int         status;
  const char *caching;
  const char *file; /* nullable: whose content is the body */
} Sample;

#define FOR_EVER "public, max-age=31536000, immutable"
#define SHORT "public, max-age=300"
#define SHORTER "public, max-age=60"

static const Sample samples[] = {
  { "/ctl/feed/serve/index", "GET", "/index.json", 200, SHORT, "feed/index.json" },
  { "/ctl/feed/serve/root", "GET", "/root/1.json", 200, FOR_EVER, "feed/root/1.json" },
  { "/ctl/feed/serve/blob", "GET", "BLOB", 200, FOR_EVER, "BLOB" },
  { "/ctl/feed/serve/head", "HEAD", "/index.json", 200, SHORT, NULL },
  { "/ctl/feed/serve/query", "GET", "/index.json?x=1", 200, SHORT, "feed/index.json" },
  { "/ctl/feed/serve/no-newer-root", "GET", "/root/2.json", 404, SHORTER, NULL },
  { "/ctl/feed/serve/no-such-blob", "GET",
    "/blobs/0000000000000000000000000000000000000000000000000000000000000000.json", 404, SHORTER, NULL },
  { "/ctl/feed/serve/front-page", "GET", "/", 404, SHORTER, NULL },
  { "/ctl/feed/serve/folder", "GET", "/blobs/", 404, SHORTER, NULL },
  { "/ctl/feed/serve/other-file", "GET", "/secret.json", 404, SHORTER, NULL },
  { "/ctl/feed/serve/way-out", "GET", "/root/../../typed", 404, SHORTER, NULL },
  { "/ctl/feed/serve/link", "GET", "/root/7.json", 404, SHORTER, NULL },
  { "/ctl/feed/serve/post", "POST", "/index.json", 405, SHORTER, NULL },
};

static char *blob; /* "blobs/….json" */

static void
test_answer (gconstpointer data)
{
  const Sample            *sample = data;
  gboolean                 is_blob = g_str_equal (sample->path, "BLOB");
  g_autofree char         *path = is_blob ? g_strconcat ("/", blob, NULL) : g_strdup (sample->path);
  g_autofree char         *answer = ask (sample->method, path), *lower = g_ascii_strdown (answer, -1);
  g_autofree char         *status = g_strdup_printf ("HTTP/1.1 %d ", sample->status), *caching = NULL;
  char                    *body = strstr (answer, "\r\n\r\n");
  static const char *const never[] = { "\r\nset-cookie:", "\r\netag:", "\r\nlast-modified:", "\r\nserver:",
                                       "\r\ncontent-encoding:" };

  g_test_message ("%.400s", answer);
  g_assert_nonnull (body);
  g_assert_true (g_str_has_prefix (answer, status));
  caching = g_strdup_printf ("\r\ncache-control: %s\r\n", sample->caching);
  g_assert_nonnull (strstr (lower, caching));
  g_assert_nonnull (strstr (lower, sample->status == 200 ? "\r\ncontent-type: application/json\r\n"
                                                         : "\r\ncontent-type: text/plain\r\n"));
  for (gsize i = 0; i < G_N_ELEMENTS (never); i++)
    g_assert_null (strstr (lower, never[i]));
  if (sample->file != NULL)
    {
      g_autofree char *file = is_blob ? g_strconcat ("feed/", blob, NULL) : g_strdup (sample->file);
      g_autofree char *text = read_file (file);

      g_assert_cmpstr (body + 4, ==, text);
    }
  else if (g_str_equal (sample->method, "HEAD"))
    g_assert_cmpstr (body + 4, ==, "");
}

/* The next release is served without a restart. */
static void
test_new_release (void)
{
  g_autofree char *before = ask ("GET", "/index.json"), *after = NULL, *link = in_folder ("feed/root/7.json");
  g_autofree char *text = NULL;
  g_auto(Run) run = { 0 };

  g_assert_cmpint (unlink (link), ==, 0);
  run = run_feed (NULL, "feed publish @two --to @feed");
  assert_done (&run);
  after = ask ("GET", "/index.json");
  text = read_file ("two/index.json");
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpstr (strstr (after, "\r\n\r\n") + 4, ==, text);
}

static void
test_port_in_use (void)
{
  g_auto(Run) run = run_feed (NULL, "feed serve @feed --port %u", port);

  run_assert_failed (&run, 1, "is in use already");
}

static void
test_wrong (void)
{
  g_auto(Run) large = run_feed (NULL, "feed serve @feed --port 65536");
  g_auto(Run) word = run_feed (NULL, "feed serve @feed --port http");
  g_auto(Run) nothing = run_feed (NULL, "feed serve @none");

  run_assert_failed (&large, 1, "65535");
  run_assert_failed (&word, 1, "“http”");
  run_assert_failed (&nothing, 1, "is no folder");
}

/* Ends as somebody who was asked to. */
static void
test_stop (void)
{
  int status;

  g_assert_cmpint (kill (server, SIGTERM), ==, 0);
  g_assert_cmpint (waitpid (server, &status, 0), ==, server);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  server = 0;
}

static void
make_feed (const char *tree)
{
  g_autofree char *blobs = in_folder ("feed/blobs"), *link = in_folder ("feed/root/7.json"),
                  *target = in_folder ("hosts.json");
  g_autoptr(GDir) dir = NULL;

  feed_make_keys ("abcdef");
  feed_make_root ("root-1/root/1.json", "def", "ab", NULL);
  feed_make_release ("one", tree, "de", "--version 1");
  feed_make_release ("two", tree, "de", "--version 2");
  {
    g_auto(Run) root = run_feed (NULL, "feed publish @root-1 --to @feed");
    g_auto(Run) one = run_feed (NULL, "feed publish @one --to @feed");

    assert_done (&root);
    assert_done (&one);
  }
  dir = g_dir_open (blobs, 0, NULL);
  blob = g_strconcat ("blobs/", g_dir_read_name (dir), NULL);
  write_file ("feed/secret.json", "{}");
  g_assert_cmpint (symlink (target, link), ==, 0);
}

int
main (int argc, char *argv[])
{
  int   code;
  char *tree;

  ctl_test_init (&argc, &argv);
  publisher_desk_open ();
  tree = make_authored (NULL, NULL, NULL);
  make_feed (tree);
  start_server ();
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_answer);
  g_test_add_func ("/ctl/feed/serve/new-release", test_new_release);
  g_test_add_func ("/ctl/feed/serve/port-in-use", test_port_in_use);
  g_test_add_func ("/ctl/feed/serve/wrong", test_wrong);
  g_test_add_func ("/ctl/feed/serve/stop", test_stop);
  code = ctl_test_run ();
  if (server > 0)
    kill (server, SIGKILL);
  close (server_out);
  g_free (blob);
  publisher_desk_close ();
  fixture_remove (tree);
  return code;
}
