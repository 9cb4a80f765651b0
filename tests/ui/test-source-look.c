/* "Look at this source now", in the window: nobody is asked before a click, what comes is said and read out, going away ends it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "feed-server.h"
#include "fits.h"
#include "scene.h"
#include "veto-day.h"
#include "veto-source-look-box.h"
#include "veto-sources-page.h"

#define HEAD "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
#define TEXT                                                                                                 \
  "<p>You can object to the use of your posts at any time, and you do not have to say why. Write to "        \
  "dpo@samplebook.example, or use "                                                                          \
  "the form that stands in the settings.</p>"

static const VetoFetchLimits limits = { .kind = VETO_FETCH_PAGE,
                                        .max_bytes = VETO_PAGE_MAX_BYTES,
                                        .exact_bytes = -1,
                                        .deadline_ms = 20000,
                                        .loopback = TRUE };

/* The page, with the newest source that has a link opened, and a server that answers for it */
typedef struct
{
  Scene         scene;
  FeedServer   *server;
  char         *link;
  VetoPageText *old; /* what the steps were written from */
  VetoSource   *source;
  GtkExpander  *row;
  VetoGuideSet *set;
} Desk;

static void
put (Desk *desk, FeedManner manner, const char *answer)
{
  g_autoptr(GBytes) bytes = g_bytes_new (answer, strlen (answer));
  feed_server_put_answer (desk->server, "page", manner, bytes);
}

static GtkWidget *
get_box (Desk *desk)
{
  return scene_find (GTK_WIDGET (desk->row), VETO_TYPE_SOURCE_LOOK_BOX);
}

static VetoSource *
find_linked (VetoGuideSet *set)
{
  guint             n;
  const VetoSource *sources = veto_guide_set_get_sources (set, &n);

  for (guint i = 0; i < n; i++)
    if (sources[i].link != NULL && g_str_equal (sources[i].id, "vz-meta-ai"))
      return (VetoSource *) &sources[i];
  g_assert_not_reached ();
}

/* Guidance names https alone, and what listens here has no name: so the link is exchanged once its host is on the screen. */
static void
open_row (Desk *desk)
{
  GtkWidget *page = scene_find (GTK_WIDGET (desk->scene.window), VETO_TYPE_SOURCES_PAGE);
  GtkWidget *label = scene_find_label (page, desk->source->about);

  desk->row = GTK_EXPANDER (gtk_widget_get_ancestor (label, GTK_TYPE_EXPANDER));
  gtk_expander_set_expanded (desk->row, TRUE);
  scene_settle (&desk->scene);
  desk->source->link = desk->link;
}

static void
desk_init (Desk *desk, int width, const char *changed)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (TEXT "<p>The deadline is 26 May.</p>",
                                                 strlen (TEXT "<p>The deadline is 26 May.</p>"));

  *desk = (Desk){ .server = feed_server_new (NULL) };
  desk->link = g_strconcat (feed_server_get_url (desk->server), "page", NULL);
  desk->old = veto_page_text_read (bytes, NULL, NULL, NULL);
  desk->set = scene_read_guidance ();
  desk->source = find_linked (desk->set);
  desk->source->fingerprint = desk->old->fingerprint;
  desk->source->lines = desk->old->marks;
  if (changed != NULL)
    g_assert_true (veto_day_parse (changed, &desk->source->changed));
  scene_open (&desk->scene, desk->set, width, 700);
  desk->scene.services.source_limits = &limits;
  scene_act (&desk->scene, "win.sources", NULL);
  scene_settle_page (&desk->scene, VETO_TYPE_SOURCES_PAGE);
  open_row (desk);
}

static void
desk_clear (Desk *desk)
{
  scene_close (&desk->scene);
  g_object_unref (desk->set);
  feed_server_free (desk->server);
  veto_page_text_free (desk->old);
  g_free (desk->link);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static GtkWidget *
find_button (GtkWidget *widget, const char *words)
{
  GtkWidget *label = scene_find_label (widget, words);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static void
press_look (Desk *desk)
{
  GtkWidget *button = find_button (get_box (desk), gettext ("Look at this source now"));

  g_assert_nonnull (button);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_busy (Desk *desk)
{
  return find_button (get_box (desk), gettext ("Cancel")) != NULL;
}

/* Until the answer is there; the desk's server answers at once or never. */
static void
wait_for_result (Desk *desk)
{
  while (is_busy (desk))
    g_main_context_iteration (NULL, TRUE);
  scene_settle (&desk->scene); /* with what comes after a frame */
}

/* (transfer none): where the keyboard is after an answer: it is read out */
static GtkWidget *
get_result (Desk *desk)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (desk->scene.window));

  g_assert_true (gtk_widget_is_ancestor (focus, get_box (desk)));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (focus)), ==,
                   GTK_ACCESSIBLE_ROLE_STATUS);
  return focus;
}

typedef struct
{
  const char *name, *answer, *words, *line; /* @line: nullable: shown below */
} Sample;

static const Sample samples[] = {
  { "/source-look-box/same", HEAD "<nav>Menu</nav><main>" TEXT "<p>The deadline is 26 May.</p></main>",
    "The text is the same as when the steps were written.", NULL },
  { "/source-look-box/changed", HEAD TEXT "<p>The deadline is <b>31 May</b> &lt;b&gt;.</p>",
    "The text has changed since the steps were written.", "The deadline is 31 May <b>." },
  { "/source-look-box/gone", "HTTP/1.1 404 No\r\n\r\n", "This page is not there any more.", NULL },
  { "/source-look-box/unreachable", "HTTP/1.1 503 No\r\n\r\n",
    "The page could not be reached. Try again later.", NULL },
  { "/source-look-box/not-comparable", HEAD "<div id=app></div><script src=x></script>",
    "Veto cannot compare this page. Open it yourself.", NULL },
};

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_auto(Desk) desk = { 0 };
  GtkWidget *result;

  desk_init (&desk, 1060, NULL);
  put (&desk, FEED_SEND, sample->answer);
  g_assert_cmpuint (feed_server_count_requests (desk.server), ==, 0); /* nobody before a click */
  press_look (&desk);
  g_assert_true (is_busy (&desk));
  wait_for_result (&desk);
  g_assert_cmpuint (feed_server_count_requests (desk.server), ==, 1);
  result = get_result (&desk);
  g_assert_nonnull (scene_find_label (result, gettext (sample->words)));
  if (sample->line != NULL)
    g_assert_nonnull (scene_find_label (get_box (&desk), sample->line));
  g_assert_nonnull (find_button (get_box (&desk), gettext ("Look at this source now"))); /* once more */
  g_assert_nonnull (scene_find (get_box (&desk), g_type_from_name ("VetoLinkBox"))); /* and the page itself */
}

/* Without a fingerprint, which is how guidance begins, it says that there is nothing to compare with. */
static void
test_unknown (void)
{
  g_auto(Desk) desk = { 0 };

  desk_init (&desk, 360, NULL);
  desk.source->fingerprint = NULL;
  put (&desk, FEED_SEND, HEAD TEXT);
  press_look (&desk);
  wait_for_result (&desk);
  g_assert_nonnull (
    scene_find_label (get_result (&desk),
                      gettext ("The page is still there. But nobody noted its text when the steps "
                               "were written, so Veto cannot compare it.")));
}

/* "Cancel" ends it, the button is there again, and has the keyboard. */
static void
test_cancel (void)
{
  g_auto(Desk) desk = { 0 };
  GtkWidget *cancel;

  desk_init (&desk, 1060, NULL);
  put (&desk, FEED_HANG, HEAD "<p>");
  press_look (&desk);
  cancel = find_button (get_box (&desk), gettext ("Cancel"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (desk.scene.window)) == cancel);
  scene_settle (&desk.scene);
  g_signal_emit_by_name (cancel, "clicked");
  wait_for_result (&desk);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (desk.scene.window))
                 == find_button (get_box (&desk), gettext ("Look at this source now")));
  g_assert_true (feed_server_wait_idle (desk.server, 5000));
}

/* Who goes to another page, or folds the source in, does not wait any more. */
static void
test_leave (gconstpointer folds)
{
  g_auto(Desk) desk = { 0 };

  desk_init (&desk, 1060, NULL);
  put (&desk, FEED_HANG, HEAD "<p>");
  press_look (&desk);
  while (feed_server_count_requests (desk.server) == 0)
    g_main_context_iteration (NULL, TRUE);
  if (folds != NULL)
    gtk_expander_set_expanded (desk.row, FALSE);
  else
    scene_act (&desk.scene, "win.overview", NULL);
  scene_settle (&desk.scene);
  g_assert_true (feed_server_wait_idle (desk.server, 5000)); /* the connection is closed */
  if (folds != NULL)
    gtk_expander_set_expanded (desk.row, TRUE);
  else
    scene_act (&desk.scene, "win.sources", NULL);
  scene_settle (&desk.scene);
  g_assert_false (is_busy (&desk));
  g_assert_nonnull (find_button (get_box (&desk), gettext ("Look at this source now")));
}

/* The window is closed, or newer guidance comes, while somebody waits: nothing of the old page is touched any more. */
static void
test_swapped (void)
{
  g_auto(Desk) desk = { 0 };
  g_autoptr(VetoGuideSet) newer = scene_read_guidance ();

  desk_init (&desk, 1060, NULL);
  put (&desk, FEED_HANG, HEAD "<p>");
  press_look (&desk);
  while (feed_server_count_requests (desk.server) == 0)
    g_main_context_iteration (NULL, TRUE);
  veto_guidance_swap (desk.scene.services.guidance, newer);
  scene_settle_page (&desk.scene, VETO_TYPE_SOURCES_PAGE);
  g_assert_true (feed_server_wait_idle (desk.server, 5000));
}

/* Who signs the root took the host away while the page was open: nobody there is asked any more. */
static void
test_withdrawn (void)
{
  static const char *const hosts[] = { "www.facebook.com", NULL };
  g_auto(Desk) desk = { 0 };

  desk_init (&desk, 1060, NULL);
  put (&desk, FEED_SEND, HEAD TEXT);
  veto_guidance_set_hosts (desk.scene.services.guidance, hosts, NULL);
  press_look (&desk);
  scene_settle (&desk.scene);
  g_assert_false (is_busy (&desk));
  g_assert_nonnull (scene_find_label (get_box (&desk), gettext ("This link was withdrawn")));
  g_assert_cmpuint (feed_server_count_requests (desk.server), ==, 0);
}

/* Much that is new, in a narrow window and in large text: some of it is shown, nothing is cut off. */
static void
test_much (gconstpointer points)
{
  g_auto(Desk) desk = { 0 };
  g_autoptr(GString) page = g_string_new (HEAD TEXT);

  if (points != NULL)
    scene_set_font_size (GPOINTER_TO_UINT (points));
  desk_init (&desk, 360, "2026-11-20");
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (page,
                            "<p>%u. Donaudampfschifffahrtsgesellschaftsdatenschutzbeauftragtenverordnung und "
                            "https://www.samplebook."
                            "example/help/contact/712876720715583 und so weiter.</p>",
                            i);
  put (&desk, FEED_SEND, page->str);
  press_look (&desk);
  wait_for_result (&desk);
  g_assert_nonnull (get_result (&desk));
  g_assert_nonnull (scene_find_label (get_box (&desk), "4. Donau"));
  g_assert_null (scene_find_label (get_box (&desk), "5. Donau"));
  g_assert_nonnull (scene_find_label (GTK_WIDGET (desk.scene.window), gettext ("New on the page:")));
  fits_check_now (&desk.scene, "many new lines", 360);
  if (points != NULL)
    scene_set_font_size (11);
}

/* What a publisher noted stands with the source, before anybody clicks, and is heard with its name. */
static void
test_changed_before (void)
{
  g_auto(Desk) desk = { 0 };

  desk_init (&desk, 360, "2026-11-20");
  g_assert_nonnull (
    scene_find_label (gtk_expander_get_label_widget (desk.row),
                      g_str_equal (scene_get_language (), "en")
                        ? "This page has changed since the steps were written (20 November 2026)."
                        : "Diese Seite hat sich geändert"));
  g_assert_cmpuint (feed_server_count_requests (desk.server), ==, 0);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_sample);
  g_test_add_func ("/source-look-box/unknown", test_unknown);
  g_test_add_func ("/source-look-box/cancel", test_cancel);
  g_test_add_data_func ("/source-look-box/leave", NULL, test_leave);
  g_test_add_data_func ("/source-look-box/fold", GINT_TO_POINTER (TRUE), test_leave);
  g_test_add_func ("/source-look-box/swapped", test_swapped);
  g_test_add_data_func ("/source-look-box/much", NULL, test_much);
  g_test_add_data_func ("/source-look-box/much-large", GUINT_TO_POINTER (22), test_much);
  g_test_add_func ("/source-look-box/withdrawn", test_withdrawn);
  g_test_add_func ("/source-look-box/changed-before", test_changed_before);
  return g_test_run ();
}
