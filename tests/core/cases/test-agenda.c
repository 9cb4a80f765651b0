/* What comes first of all that a person does, and in which order dates stand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <string.h>

#include "store-fixture.h"
#include "veto-agenda.h"
#include "veto-day.h"

/* In the order of the guidance that Veto brings along */
#define A "facebook"
#define B "instagram"
#define C "whatsapp"

typedef struct
{
  const char       *name;
  const char       *events; /* "PLATFORM DAY KIND DETAIL, …"; KIND "step" is a step that was done then */
  const char       *today;
  VetoAgendaUrgency urgency;
  const char       *platform; /* nullable */
  const char       *action;   /* nullable: id of what is next in its case */
} Sample;

#define ALL_BUT_MAIL                                                                                         \
  A " 2026-11-26 step open-form, " A " 2026-11-26 step email, " A " 2026-11-26 step reason, " A              \
    " 2026-11-26 step send"

static const Sample samples[] = {
  { "/agenda/nothing-begun", "", "2026-11-26", VETO_AGENDA_BEGIN, A, NULL },
  { "/agenda/begun-before-unbegun", B " 2026-11-26 opened", "2026-11-26", VETO_AGENDA_CONTINUE, B,
    "continue" },
  { "/agenda/worked-on-last", A " 2026-11-24 step open-form, " B " 2026-11-25 step open-form", "2026-11-26",
    VETO_AGENDA_CONTINUE, B, "continue" },
  { "/agenda/mail-before-unbegun", ALL_BUT_MAIL, "2026-11-27", VETO_AGENDA_MAIL, A, "wait" },
  { "/agenda/begun-before-mail", ALL_BUT_MAIL ", " B " 2026-11-20 step open-form", "2026-11-27",
    VETO_AGENDA_CONTINUE, B, "continue" },
  { "/agenda/no-mail-before-begun", ALL_BUT_MAIL ", " B " 2026-11-20 step open-form", "2026-11-29",
    VETO_AGENDA_URGENT, A, "no-mail" },
  { "/agenda/unbegun-before-waiting", A " 2026-11-26 sent post", "2026-11-27", VETO_AGENDA_BEGIN, B, NULL },
  { "/agenda/overdue-before-begun", A " 2026-11-26 opened, " B " 2026-10-01 sent form", "2026-11-27",
    VETO_AGENDA_URGENT, B, "reminder" },
  { "/agenda/longest-overdue", A " 2026-10-10 sent form, " B " 2026-10-01 sent form", "2026-11-27",
    VETO_AGENDA_URGENT, B, "reminder" },
  { "/agenda/refused", A " 2026-11-26 opened, " B " 2026-11-20 sent form, " B " 2026-11-25 answer refused",
    "2026-11-26", VETO_AGENDA_URGENT, B, "complaint" },
  { "/agenda/answered", B " 2026-11-20 sent form, " B " 2026-11-25 answer asks-id", "2026-11-26",
    VETO_AGENDA_URGENT, B, "answer" },
  { "/agenda/refused-and-written-back-waits",
    B " 2026-11-20 sent form, " B " 2026-11-25 answer asks-id, " B " 2026-11-25 sent email/answer-id-copy",
    "2026-11-26", VETO_AGENDA_BEGIN, A, NULL },
  { "/agenda/granted-is-over", A " 2026-11-20 sent form, " A " 2026-11-25 answer granted", "2026-11-26",
    VETO_AGENDA_BEGIN, B, NULL },
};

static VetoGuideSet *guides; /* built in, English */

typedef struct
{
  char         *folder;
  VetoStore    *store;
  VetoGuidance *guidance;
  VetoCaseBook *book;
} Desk;

static char *
write_data (char **words)
{
  const char *letter = words[3] != NULL ? strchr (words[3], '/') : NULL;

  if (g_str_equal (words[2], "answer"))
    return g_strdup_printf ("{\"reply\":\"%s\"}", words[3]);
  if (!g_str_equal (words[2], "sent"))
    return NULL;
  if (letter != NULL)
    return g_strdup_printf (
      "{\"channel\":\"email\",\"letter\":\"%s\",\"goal\":\"answer\",\"regime\":\"gdpr\"}", letter + 1);
  return g_strdup_printf ("{\"channel\":\"%s\",\"goal\":\"object\"}", words[3]);
}

static void
write_step (VetoStore *store, const VetoStoreCase *row, const char *path, const char *day)
{
  g_autofree char *noon = g_strdup_printf ("%sT12:00:00", day);
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (noon, zone);
  VetoStoreStep step = { row->guide, (char *) path, FALSE, (char *) "none", g_date_time_to_unix (time) };

  g_assert_true (veto_store_set_step (store, row->id, &step, NULL));
}

static void
write_line (VetoStore *store, const char *line, guint index)
{
  g_auto(GStrv) words = g_strsplit (line, " ", 4);
  VetoPlatform *platform = veto_guide_set_find_platform (guides, words[0]);
  guint         n_guides;
  g_autoptr(VetoStoreCase)
               row = veto_store_add_case (store, words[0], "object",
                                          veto_platform_get_guides (platform, &n_guides)[0].id, NULL);
  g_autofree char *id = g_strdup_printf ("event-%u", index), *data = NULL;
  VetoStoreEvent   event = {
      .id = id, .case_id = row->id, .day = words[1], .kind = words[2], .created = index
  };

  if (g_str_equal (words[2], "step"))
    {
      write_step (store, row, words[3], words[1]);
      return;
    }
  event.data = data = write_data (words);
  g_assert_true (veto_store_set_event (store, &event, NULL));
}

static Desk
open_desk (const char *events)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) lines = g_strsplit (events, ", ", -1);
  Desk desk = { .folder = fixture_make_folder () };

  desk.store = fixture_open (desk.folder, VETO_STORE_TOOL);
  for (guint i = 0; lines[i] != NULL; i++)
    write_line (desk.store, lines[i], i);
  desk.guidance = veto_guidance_new (guides);
  desk.book = veto_case_book_new (desk.store, desk.guidance, &error);
  g_assert_no_error (error);
  return desk;
}

static void
close_desk (Desk *desk)
{
  g_clear_object (&desk->book);
  g_clear_object (&desk->guidance);
  fixture_close (desk->store);
  fixture_remove (desk->folder);
}

static void
test_best (gconstpointer data)
{
  const Sample *sample = data;
  Desk          desk = open_desk (sample->events);
  g_autoptr(VetoObjections) objections = veto_objections_new (desk.guidance, desk.book);
  g_autoptr(VetoAgendaItem) best = NULL;
  GDate today;

  g_assert_true (veto_day_parse (sample->today, &today));
  best = veto_agenda_find_best (G_LIST_MODEL (objections), &today);
  g_assert_cmpint (best->urgency, ==, sample->urgency);
  g_assert_cmpstr (veto_platform_get_id (veto_objection_get_platform (best->item)), ==, sample->platform);
  g_assert_cmpstr (best->next != NULL ? veto_next_action_get_id (best->next->action) : NULL, ==,
                   sample->action);
  g_clear_pointer (&best, veto_agenda_item_free);
  g_clear_object (&objections);
  close_desk (&desk);
}

/* Each platform has its month or its letter's days; who has answered has none. */
static void
test_dates (void)
{
  Desk desk = open_desk (A " 2026-11-26 sent post, " B " 2026-11-20 sent form, " C " 2026-10-01 sent form");
  g_autoptr(GPtrArray) dates = veto_agenda_list_dates (G_LIST_MODEL (desk.book));
  static const char *const expected[] = { C " 2026-11-02", B " 2026-12-21", A " 2027-01-04" };

  g_assert_cmpuint (dates->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < dates->len; i++)
    {
      VetoAgendaDate  *date = g_ptr_array_index (dates, i);
      g_autofree char *day = veto_day_dup_iso (&date->deadline->sum->due);
      g_autofree char *words = g_strdup_printf ("%s %s", veto_case_get_platform (date->item), day);

      g_assert_cmpstr (words, ==, expected[i]);
    }
  g_clear_pointer (&dates, g_ptr_array_unref);
  close_desk (&desk);
}

static void
test_no_dates (void)
{
  Desk desk = open_desk (A " 2026-11-26 opened, " B " 2026-11-20 sent form, " B " 2026-11-25 answer granted");
  g_autoptr(GPtrArray) dates = veto_agenda_list_dates (G_LIST_MODEL (desk.book));

  g_assert_cmpuint (dates->len, ==, 0);
  g_clear_pointer (&dates, g_ptr_array_unref);
  close_desk (&desk);
}

int
main (int argc, char *argv[])
{
  g_autoptr(GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  guides = veto_guide_set_read_resource (VETO_RESOURCE_PREFIX "/guidance", "en", &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_best);
  g_test_add_func ("/agenda/dates", test_dates);
  g_test_add_func ("/agenda/no-dates", test_no_dates);
  result = g_test_run ();
  g_object_unref (guides);
  return result;
}
