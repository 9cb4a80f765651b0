/* vetoctl feed serve: a feed on this computer, to try it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "veto-ctl-feed.h"
#include "veto-ctl-output.h"
#include "veto-feed-server.h"

static gboolean
stop_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_CONTINUE;
}

static int
serve (const char *folder, guint16 port)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoFeedServer) server = veto_feed_server_new (folder, port, &error);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE))
    /* Translators: %u is the number of a port */
    veto_ctl_say (_ ("Port %u is in use already. Give another --port, or none: then a free one is taken."),
                  port);
  else if (server == NULL)
    /* Translators: %1$u is the number of a port, %2$s what is wrong */
    veto_ctl_say (_ ("Port %1$u cannot be used (%2$s). Give another --port, or none."), port, error->message);
  if (server == NULL)
    return VETO_CTL_FAILED;
  g_unix_signal_add (SIGINT, stop_cb, loop);
  g_unix_signal_add (SIGTERM, stop_cb, loop);
  g_unix_signal_add (SIGHUP, stop_cb, loop);
  if (veto_ctl_print_line (veto_feed_server_get_address (server)) != VETO_CTL_DONE)
    return VETO_CTL_FAILED;
  g_main_loop_run (loop);
  return VETO_CTL_DONE;
}

static int
run (const VetoCtl *ctl)
{
  const char *folder = ctl->arguments->pdata[0], *text = veto_ctl_get_setting (ctl, "--port");
  guint       port = 0;

  if (text != NULL && !veto_ctl_feed_parse_number (text, G_MAXUINT16, &port))
    return VETO_CTL_FAILED;
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return serve (folder, (guint16) port);
  /* Translators: %s is what somebody typed */
  veto_ctl_say (_ ("%s is no folder. Name one that “vetoctl feed publish” filled."), folder);
  return VETO_CTL_FAILED;
}

static const VetoCtlOption own_options[] = {
  { "--port", N_ ("NUMBER"), N_ ("The port to listen on. Without it, any that is free.") },
  { NULL },
};

const VetoCtlCommand veto_ctl_feed_serve = {
  .name = "feed serve",
  .arguments = "FEED",
  .n_min = 1,
  .n_max = 1,
  .options = own_options,
  .summary = N_ ("For publishers: serve a feed on this computer, to try it."),
  .details = N_ ("Listens on 127.0.0.1 only, prints its address, and goes on until it is stopped (Ctrl+C). A "
                 "Veto that is to "
                 "use it is built with the options feed_urls, feed_root and feed_loopback."),
  .run = run,
};
