/* The overview and the sidebar, where there are several accounts, people and companies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "scene.h"
#include "veto-dates-box.h"
#include "veto-day.h"
#include "veto-overview-page.h"
#include "veto-sidebar.h"
#include "veto-store-rows.h"

#define WIDE 1060
#define HEIGHT 700

static void
open_scene (Scene *scene)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  scene_open (scene, set, WIDE, HEIGHT);
}

static GtkWidget *
find (Scene *scene, GType type)
{
  return scene_find (GTK_WIDGET (scene->window), type);
}

static void
enter (VetoCase *item, VetoEventKind kind, int n_days_ago)
{
  g_autoptr(GError) error = NULL;
  VetoEventDraft draft = { .kind = kind, .channel = "form" };

  veto_day_today (&draft.day);
  g_date_subtract_days (&draft.day, n_days_ago);
  veto_timeline_add (veto_case_get_timeline (item), &draft, NULL, &error);
  g_assert_no_error (error);
}

/* Counts the labels that have these words somewhere. */
typedef struct
{
  const char *words;
  guint       n;
} Count;

static void
count_words (GtkWidget *widget, gpointer data)
{
  Count *count = data;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), count->words) != NULL)
    count->n++;
}

static guint
count_labels (GtkWidget *widget, const char *words)
{
  Count count = { .words = words };

  scene_for_each (widget, count_words, &count);
  return count.n;
}

/* (transfer none): the case that was begun with it */
static VetoCase *
add_account (Scene *scene, const char *platform, const char *name)
{
  g_autoptr(GError) error = NULL;
  VetoAccountDraft draft = { .platform = platform,
                             .name = name,
                             .is_child = name != NULL,
                             .login = "@mia",
                             .goal = "object",
                             .guide = "form" };
  VetoAccount     *account = veto_account_book_add (scene->services.accounts, &draft, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (scene->services.book)); i++)
    {
      g_autoptr(VetoCase) item = g_list_model_get_item (G_LIST_MODEL (scene->services.book), i);

      if (g_strcmp0 (veto_case_get_account (item), veto_account_get_id (account)) == 0)
        return item;
    }
  g_assert_not_reached ();
}

/* Whose account it is stands beside a date and below the heading, and a company has a name. */
static void
test_whose (void)
{
  Scene      scene;
  GtkWidget *box, *page;

  open_scene (&scene);
  box = find (&scene, VETO_TYPE_DATES_BOX);
  page = find (&scene, VETO_TYPE_OVERVIEW_PAGE);
  enter (add_account (&scene, veto_platform_get_id (scene_get_platform (&scene, 0)), "Mia"), VETO_EVENT_SENT,
         70);
  enter (add_account (&scene, VETO_STORE_COMPANY "openai", NULL), VETO_EVENT_SENT, 3);
  scene_settle (&scene);
  g_assert_nonnull (scene_find_label (page, "Next: remind Facebook"));
  g_assert_cmpuint (count_labels (page, "Mia · @mia: The time to answer is over."), ==, 1);
  g_assert_cmpuint (count_labels (box, "Mia · @mia\302\240· "), ==, 1);
  g_assert_cmpuint (count_labels (box, " days ago\302\240· Received on "), ==, 1);
  g_assert_cmpuint (count_labels (box, "OpenAI Ireland Limited must have answered"), ==, 1);
  g_assert_cmpuint (count_labels (box, VETO_STORE_COMPANY), ==, 0);
  scene_close (&scene);
}

/* Who wrote a letter needs no steps: nobody is told of steps that were not done. */
static void
test_tally (void)
{
  Scene      scene;
  GtkWidget *sidebar;

  open_scene (&scene);
  sidebar = find (&scene, VETO_TYPE_SIDEBAR);
  enter (scene_start_case (&scene, 0), VETO_EVENT_OPENED, 4);
  scene_settle (&scene);
  g_assert_cmpuint (count_labels (sidebar, "0/"), ==, 1);
  enter (scene_start_case (&scene, 0), VETO_EVENT_SENT, 3);
  scene_settle (&scene);
  g_assert_cmpuint (count_labels (sidebar, "0/"), ==, 0);
  scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/whose/dates", test_whose);
  g_test_add_func ("/whose/tally", test_tally);
  return g_test_run ();
}
