/* The client of the feed without a window, so that an outside test suite can drive it. Built, never installed: it takes root,
 * state, address and clock from its arguments, which no program that people have does.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   veto-feed --root FILE --state DIR --url URL [--url URL]… --now TIME refresh|show
 *
 * TIME is 2026-11-23T12:00:00Z or seconds since 1970. Prints one JSON object and exits with 0, whatever the feed was like:
 *   outcome        "updated", "current", or "rejected" when something was wrong
 *   code           what was wrong, as the security design names it in 10: "signature", "network" …; null
 *   version        of the guidance in use; 0: it has no number
 *   root           the number of the newest root
 *   source         of the guidance in use: "builtin", "disk" or "network"
 *   withdrawn, repaired, clock_suspect
 * Exit code 2: wrong arguments. */
#include "veto-config.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "veto-json.h"
#include "veto-updater-private.h"

#define EXIT_USAGE 2

typedef struct
{
  char  *root;
  char  *state;
  char **urls;
  char  *now;
  char **words;
} Arguments;

static int
complain (const char *what)
{
  g_printerr ("veto-feed: %s\n", what);
  return EXIT_USAGE;
}

static gboolean
parse_time (const char *text, gint64 *out_now)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (text, utc);

  if (time != NULL)
    *out_now = g_date_time_to_unix (time);
  return time != NULL || g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, out_now, NULL);
}

static void
print_state (VetoUpdater *updater, const char *outcome, const char *code)
{
  static const char *const sources[] = { [VETO_UPDATE_SOURCE_BUILT_IN] = "builtin",
                                         [VETO_UPDATE_SOURCE_DISK] = "disk",
                                         [VETO_UPDATE_SOURCE_NETWORK] = "network" };
  const VetoJson           members[] = {
              { .kind = VETO_JSON_TEXT, .name = "outcome", .text = outcome },
              { .kind = code != NULL ? VETO_JSON_TEXT : VETO_JSON_NULL, .name = "code", .text = code },
              { .kind = VETO_JSON_INTEGER, .name = "version", .integer = veto_updater_get_version (updater) },
              { .kind = VETO_JSON_INTEGER, .name = "root", .integer = veto_updater_get_root_version (updater) },
              { .kind = VETO_JSON_TEXT, .name = "source", .text = sources[veto_updater_get_source (updater)] },
              { .kind = VETO_JSON_BOOLEAN, .name = "withdrawn", .flag = veto_updater_is_withdrawn (updater) },
              { .kind = VETO_JSON_BOOLEAN, .name = "repaired", .flag = veto_updater_is_repaired (updater) },
              { .kind = VETO_JSON_BOOLEAN, .name = "clock_suspect", .flag = veto_updater_doubts_clock (updater) },
  };
  g_autoptr(VetoJsonDocument) document = veto_json_document_new_object (members, G_N_ELEMENTS (members));
  g_autofree char *text = veto_json_write (veto_json_document_get_root (document));

  g_print ("%s\n", text);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **out = data;
  *out = g_object_ref (result);
}

static void
refresh (VetoUpdater *updater)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  const char *code;

  veto_updater_check_async (updater, NULL, looked_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  set = veto_updater_check_finish (updater, result, NULL, &error);
  if (error != NULL)
    g_printerr ("veto-feed: %s\n", error->message);
  code = error != NULL ? veto_update_problem_get_id (error) : veto_updater_get_last_problem (updater);
  if (g_strcmp0 (code, "web-page") == 0)
    code = "network"; /* only a person is told the difference */
  print_state (updater, code != NULL ? "rejected" : set != NULL ? "updated" : "current", code);
}

static int
run (const Arguments *arguments, const char *verb)
{
  VetoFeedConfig config = { .urls = (const char *const *) arguments->urls,
                            .loopback = TRUE,
                            .folder = arguments->state,
                            .built_in = VETO_RESOURCE_PREFIX "/guidance" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) root = NULL;
  g_autoptr(VetoUpdater) updater = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  char  *data;
  gsize  n_bytes;
  gint64 now;

  if (!parse_time (arguments->now, &now))
    return complain ("--now is no time");
  if (!g_file_get_contents (arguments->root, &data, &n_bytes, &error))
    return complain (error->message);
  config.root = root = g_bytes_new_take (data, n_bytes);
  updater = veto_updater_new (&config, "en");
  veto_updater_set_now (updater, now);
  set = veto_updater_load (updater, &error);
  if (set == NULL)
    return complain (error->message);
  if (veto_updater_get_root_version (updater) == 0)
    return complain ("--root is no root");
  if (g_str_equal (verb, "refresh"))
    refresh (updater);
  else
    print_state (updater, "current", NULL);
  return EXIT_SUCCESS;
}

int
main (int argc, char *argv[])
{
  Arguments          arguments = { 0 };
  const GOptionEntry entries[] = {
    { "root", 0, 0, G_OPTION_ARG_FILENAME, &arguments.root, "The root that is built in", "FILE" },
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &arguments.state, "Where guidance is kept", "DIR" },
    { "url", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.urls, "An address of the feed", "URL" },
    { "now", 0, 0, G_OPTION_ARG_STRING, &arguments.now, "What the clock shows", "TIME" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.words, NULL, "refresh|show" },
    { NULL },
  };
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    status = complain (error->message);
  else if (arguments.root == NULL || arguments.state == NULL || arguments.urls == NULL
           || arguments.now == NULL || arguments.words == NULL || g_strv_length (arguments.words) != 1
           || (!g_str_equal (arguments.words[0], "refresh") && !g_str_equal (arguments.words[0], "show")))
    status = complain ("usage: veto-feed --root FILE --state DIR --url URL --now TIME refresh|show");
  else
    status = run (&arguments, arguments.words[0]);
  g_free (arguments.root);
  g_free (arguments.state);
  g_free (arguments.now);
  g_strfreev (arguments.urls);
  g_strfreev (arguments.words);
  return status;
}
