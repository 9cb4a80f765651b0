/* An e-mail for the desktop's portal: what it is given, and what happens when it does not do what it should.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "mail-portal.h"
#include "veto-mail-portal.h"

#define PATIENCE_MS 20000
#define SHORT_PATIENCE_MS 60
#define LONGEST_WAIT_S 30

static GTestDBus *bus;

typedef struct
{
  gboolean done;
  gboolean fine;
  GError  *error;
} Outcome;

static void
composed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  g_assert_false (outcome->done); /* once */
  outcome->fine = veto_mail_portal_compose_finish (result, &outcome->error);
  g_assert_true (outcome->fine == (outcome->error == NULL));
  outcome->done = TRUE;
}

static gboolean
late_cb (gpointer data)
{
  g_error ("nothing happens");
  return G_SOURCE_REMOVE;
}

static void
wait_for (gboolean *flag)
{
  guint timeout = g_timeout_add_seconds (LONGEST_WAIT_S, late_cb, NULL);

  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
compose (Outcome *outcome, const char *path, guint patience, GCancellable *cancellable)
{
  g_autoptr(VetoLetterMail)
               mail = veto_letter_mail_new ("privacy@example.org", "Erika\r\nBcc: x@evil.example",
                                            "Hello\r\n&attach=/etc/passwd\n");

  veto_mail_portal_compose_async (mail, (const char *[]){ path, NULL }, patience, cancellable, composed_cb,
                                  outcome);
}

static char *
make_file (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("veto-portal-XXXXXX", &error);
  char            *path = g_build_filename (folder, "Letter.pdf", NULL);

  g_assert_no_error (error);
  g_file_set_contents (path, "%PDF-1.4", -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

/* Exactly what it should have, and nothing that was typed. */
static void
test_opens (void)
{
  MailPortal             *portal = mail_portal_new ();
  Outcome                 outcome = { FALSE };
  g_autofree char        *path = make_file ();
  GVariant               *options;
  const char             *subject, *body, *token;
  g_autofree const char **addresses = NULL;

  compose (&outcome, path, PATIENCE_MS, NULL);
  wait_for (&outcome.done);
  g_assert_no_error (outcome.error);
  options = mail_portal_get_options (portal);
  g_assert_cmpuint (g_variant_n_children (options), ==, 5);
  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  g_assert_true (g_variant_lookup (options, "addresses", "^a&s", &addresses));
  g_assert_cmpuint (g_strv_length ((char **) addresses), ==, 1);
  g_assert_cmpstr (addresses[0], ==, "privacy@example.org");
  g_assert_true (g_variant_lookup (options, "subject", "&s", &subject));
  g_assert_cmpstr (subject, ==, "Erika Bcc: x@evil.example");
  g_assert_true (g_variant_lookup (options, "body", "&s", &body));
  g_assert_cmpstr (body, ==, "Hello\n&attach=/etc/passwd\n");
  g_assert_cmpstr (mail_portal_get_path (portal), ==, path);
  g_assert_cmpmem (g_bytes_get_data (mail_portal_get_file (portal), NULL),
                   g_bytes_get_size (mail_portal_get_file (portal)), "%PDF-1.4", 8);
  g_assert_cmpuint (mail_portal_get_n_calls (portal), ==, 1);
  mail_portal_free (portal);
  remove_file (path);
}

static void
test_no_file (void)
{
  MailPortal *portal = mail_portal_new ();
  Outcome     outcome = { FALSE };

  compose (&outcome, NULL, PATIENCE_MS, NULL);
  wait_for (&outcome.done);
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (g_variant_n_children (mail_portal_get_options (portal)), ==, 4);
  mail_portal_free (portal);
}

/* A file that is not there is said before anybody is asked. */
static void
test_file_gone (void)
{
  MailPortal *portal = mail_portal_new ();
  Outcome     outcome = { FALSE };

  compose (&outcome, "/nonexistent/Letter.pdf", PATIENCE_MS, NULL);
  wait_for (&outcome.done);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (mail_portal_get_n_calls (portal), ==, 0);
  g_error_free (outcome.error);
  mail_portal_free (portal);
}

typedef struct
{
  const char      *name;
  MailPortalManner manner;
  guint            patience;
  GQuark (*get_domain) (void);
  int   code;
  guint n_closed; /* the desktop is told that nobody waits any more */
} Failure;

static const Failure failures[] = {
  { "/mail-portal/denied", MAIL_PORTAL_DENIED, PATIENCE_MS, g_io_error_quark, G_IO_ERROR_CANCELLED, 0 },
  { "/mail-portal/fails", MAIL_PORTAL_FAILS, PATIENCE_MS, g_io_error_quark, G_IO_ERROR_FAILED, 0 },
  { "/mail-portal/refuses", MAIL_PORTAL_REFUSES, PATIENCE_MS, g_io_error_quark, G_IO_ERROR_DBUS_ERROR, 0 },
  { "/mail-portal/silent", MAIL_PORTAL_SILENT, SHORT_PATIENCE_MS, g_io_error_quark, G_IO_ERROR_TIMED_OUT, 1 },
  { "/mail-portal/dead", MAIL_PORTAL_DEAD, SHORT_PATIENCE_MS, g_io_error_quark, G_IO_ERROR_TIMED_OUT, 1 },
};

static gboolean
again_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_for_closed (MailPortal *portal, guint n_closed)
{
  guint tick = g_timeout_add (5, again_cb, NULL),
        timeout = g_timeout_add_seconds (LONGEST_WAIT_S, late_cb, NULL);

  while (mail_portal_get_n_closed (portal) < n_closed)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  g_source_remove (timeout);
}

static void
test_failure (gconstpointer data)
{
  const Failure *failure = data;
  MailPortal    *portal = mail_portal_new ();
  Outcome        outcome = { FALSE };

  mail_portal_set_manner (portal, failure->manner);
  compose (&outcome, NULL, failure->patience, NULL);
  wait_for (&outcome.done);
  g_assert_error (outcome.error, failure->get_domain (), failure->code);
  g_clear_error (&outcome.error);
  wait_for_closed (portal, failure->n_closed);
  g_assert_cmpuint (mail_portal_get_n_closed (portal), ==, failure->n_closed);

  mail_portal_set_manner (portal, MAIL_PORTAL_OPENS); /* usable afterwards */
  outcome = (Outcome){ FALSE };
  compose (&outcome, NULL, PATIENCE_MS, NULL);
  wait_for (&outcome.done);
  g_assert_no_error (outcome.error);
  mail_portal_free (portal);
}

static void
test_missing (void)
{
  Outcome outcome = { FALSE };

  compose (&outcome, NULL, PATIENCE_MS, NULL);
  wait_for (&outcome.done);
  g_assert_error (outcome.error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN);
  g_error_free (outcome.error);
}

static void
test_cancel (void)
{
  MailPortal *portal = mail_portal_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome = { FALSE };

  mail_portal_set_manner (portal, MAIL_PORTAL_SILENT);
  compose (&outcome, NULL, PATIENCE_MS, cancellable);
  while (mail_portal_get_n_calls (portal) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (outcome.done);
  g_cancellable_cancel (cancellable);
  wait_for (&outcome.done);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  wait_for_closed (portal, 1);
  g_error_free (outcome.error);
  mail_portal_free (portal);
}

/* Cancelled before the bus is even there. */
static void
test_cancelled_before (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome = { FALSE };

  g_cancellable_cancel (cancellable);
  compose (&outcome, NULL, PATIENCE_MS, cancellable);
  wait_for (&outcome.done);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_error_free (outcome.error);
}

int
main (int argc, char *argv[])
{
  g_autofree char *program = g_find_program_in_path ("dbus-daemon");
  int              status;

  g_test_init (&argc, &argv, NULL);
  if (program == NULL)
    {
      g_print ("1..0 # SKIP there is no dbus-daemon here\n");
      return 0;
    }
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  g_test_add_func ("/mail-portal/opens", test_opens);
  g_test_add_func ("/mail-portal/no-file", test_no_file);
  g_test_add_func ("/mail-portal/file-gone", test_file_gone);
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    g_test_add_data_func (failures[i].name, &failures[i], test_failure);
  g_test_add_func ("/mail-portal/missing", test_missing);
  g_test_add_func ("/mail-portal/cancel", test_cancel);
  g_test_add_func ("/mail-portal/cancelled-before", test_cancelled_before);
  status = g_test_run ();
  g_test_dbus_stop (bus); /* and no wait for objects to go: those of other threads take their time */
  g_object_unref (bus);
  return status;
}
