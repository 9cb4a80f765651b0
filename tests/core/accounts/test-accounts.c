/* Several accounts and people, and companies without a guide, with the guidance that Veto comes with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "store-fixture.h"
#include "veto-account-book.h"
#include "veto-case-cover.h"
#include "veto-case-deadline.h"
#include "veto-case-next.h"
#include "veto-day.h"
#include "veto-letter-book.h"
#include "veto-objections.h"
#include "veto-walk.h"

#define PLATFORM "instagram"
#define LINKED "facebook"
#define GUIDE "form"

typedef struct
{
  VetoStore       *store;
  VetoGuidance    *guidance;
  VetoCaseBook    *book;
  VetoAccountBook *accounts;
  VetoLetterBook  *letters;
  VetoObjections  *objections;
} Desk;

static void
set_up (Desk *desk, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet)
               set = veto_guide_set_read_resource (VETO_RESOURCE_PREFIX "/guidance", "en", &error);

  g_assert_no_error (error);
  desk->store = veto_store_open_in_memory (&error);
  desk->guidance = veto_guidance_new (set);
  desk->book = veto_case_book_new (desk->store, desk->guidance, &error);
  desk->accounts = veto_account_book_new (desk->store, &error);
  desk->letters = veto_letter_book_new (desk->store, desk->guidance, &error);
  desk->objections = veto_objections_new (desk->guidance, desk->book);
  g_assert_no_error (error);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  g_assert_finalize_object (G_OBJECT (desk->objections));
  g_assert_finalize_object (G_OBJECT (desk->letters));
  g_assert_finalize_object (G_OBJECT (desk->accounts));
  g_assert_finalize_object (G_OBJECT (desk->book));
  g_assert_finalize_object (G_OBJECT (desk->guidance));
  fixture_close (desk->store);
}

/* @name: (nullable): of the child whose account it is */
static VetoAccount *
add (Desk *desk, const char *platform, const char *name, const char *label)
{
  g_autoptr(GError) error = NULL;
  VetoAccountDraft draft = { .platform = platform,
                             .name = name,
                             .is_child = TRUE,
                             .born = "2014-03-05",
                             .label = label,
                             .goal = "object",
                             .guide = GUIDE };
  VetoAccount     *account = veto_account_book_add (desk->accounts, &draft, &error);

  g_assert_no_error (error);
  return account;
}

/* (transfer full): the ids of the items that have a case */
static char *
list_begun (Desk *desk)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (desk->objections)); i++)
    {
      g_autoptr(VetoObjection) item = g_list_model_get_item (G_LIST_MODEL (desk->objections), i);
      g_autofree char *title = veto_objection_dup_title (item);

      if (veto_objection_get_case (item) != NULL)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? "; " : "", title);
    }
  return g_string_free (ids, FALSE);
}

static void
assert_begun (Desk *desk, const char *expected)
{
  g_autofree char *begun = list_begun (desk);

  g_assert_cmpstr (begun, ==, expected);
}

/* (transfer none): the item of an account */
static VetoObjection *
find_item (Desk *desk, VetoAccount *account)
{
  g_autofree char *id =
    g_strdup_printf ("%s#%s", veto_account_get_platform (account), veto_account_get_id (account));
  VetoObjection *item = veto_objections_find (desk->objections, id);

  g_assert_nonnull (item);
  return item;
}

/* Each account is an item behind the platform's own, which stays to be begun; and each has its own way. */
static void
test_items (Desk *desk, gconstpointer data)
{
  guint        n_before = g_list_model_get_n_items (G_LIST_MODEL (desk->objections));
  VetoAccount *hers = add (desk, PLATFORM, "Mia", "@mia"), *work = add (desk, PLATFORM, NULL, "work");
  g_autoptr(VetoWalk) walk = NULL;
  g_autoptr(GError) error = NULL;
  VetoObjection *own = veto_objections_find (desk->objections, PLATFORM);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (desk->objections)), ==, n_before + 2);
  assert_begun (desk, "Instagram · Mia · @mia; Instagram · work");
  g_assert_null (veto_objection_get_case (own));
  walk =
    veto_walk_new (desk->objections, desk->book, veto_objection_get_id (find_item (desk, hers)), NULL, NULL);
  g_assert_true (veto_walk_finish_step (walk, VETO_STEP_STATE_DONE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (veto_objection_count_finished (find_item (desk, hers)), ==, 1);
  g_assert_cmpuint (veto_objection_count_finished (find_item (desk, work)), ==, 0);
  g_assert_null (veto_objection_get_case (own));
  g_assert_nonnull (veto_objection_start (own, desk->book, NULL, &error));
  assert_begun (desk, "Instagram; Instagram · Mia · @mia; Instagram · work");
}

/* A name that a walk asks for is that person's alone, and so is the login. */
static void
test_names (Desk *desk, gconstpointer data)
{
  VetoAccount *hers = add (desk, PLATFORM, "Mia", NULL);
  VetoCase    *own = veto_case_book_start (desk->book, PLATFORM, "object", GUIDE, NULL),
           *other = veto_case_book_start (desk->book, LINKED, "object", GUIDE, NULL),
           *child = veto_objection_get_case (find_item (desk, hers));

  g_assert_true (veto_case_set_value (own, "profile.name", "Ada", NULL));
  g_assert_true (veto_case_set_value (own, "account.login", "ada@example.org", NULL));
  g_assert_true (veto_case_set_value (child, "account.login", "@mia", NULL));
  g_assert_cmpstr (veto_case_get_value (child, "profile.name"), ==, "Mia");
  g_assert_cmpstr (veto_case_get_value (other, "profile.name"), ==, "Ada");
  g_assert_null (veto_case_get_login (other));
  g_assert_cmpstr (veto_case_get_login (own), ==, "ada@example.org");
  g_assert_cmpstr (veto_account_get_login (hers), ==, "@mia"); /* the book of accounts follows */
  g_assert_true (veto_case_is_for_child (child) && !veto_case_is_for_child (own));
}

/* With the first account gone the next is the platform's own, under both of its ids; undone, all is as before. */
static void
test_remove (Desk *desk, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStoreUndo) removed = NULL;
  VetoCase        *first = veto_case_book_start (desk->book, PLATFORM, "object", GUIDE, &error);
  VetoAccount     *work = add (desk, PLATFORM, NULL, "work");
  g_autofree char *id = g_strdup (veto_objection_get_id (find_item (desk, work)));
  g_autofree char *own = g_strdup (veto_case_get_account (first));

  removed = veto_account_book_remove (desk->accounts, veto_account_book_find (desk->accounts, own), &error);
  g_assert_no_error (error);
  assert_begun (desk, "Instagram");
  g_assert_true (veto_objections_find (desk->objections, id)
                 == veto_objections_find (desk->objections, PLATFORM));
  g_assert_true (veto_account_book_put_back (desk->accounts, removed, &error));
  assert_begun (desk, "Instagram; Instagram · work");
  g_assert_nonnull (veto_account_book_find (desk->accounts, own));
}

static void
test_refused (Desk *desk, gconstpointer data)
{
  g_autofree char       *is_long = g_strnfill (VETO_ACCOUNT_MAX_CHARS + 1, 'x');
  const VetoAccountDraft drafts[] = {
    { .platform = PLATFORM, .label = is_long },
    { .platform = PLATFORM, .login = "two\nlines" },
    { .platform = PLATFORM,
      .name = "\xe2\x80\xae"
              "reversed" },
    { .platform = PLATFORM, .name = "Mia", .born = "5 March" },
    { .platform = PLATFORM, .name = "Mia", .born = "2190-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (veto_account_book_add (desk->accounts, &drafts[i], &error));
      g_assert_error (error, VETO_ACCOUNT_ERROR, VETO_ACCOUNT_ERROR_VALUE);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (desk->accounts)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (veto_account_book_get_people (desk->accounts)), ==, 0);
}

static void
test_change (Desk *desk, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  VetoAccount *hers = add (desk, PLATFORM, "Mia", NULL);

  g_assert_true (veto_account_book_change (desk->accounts, hers, " school ", "@mia", "two\nlines", &error));
  g_assert_cmpstr (veto_account_get_label (hers), ==, "school");
  g_assert_cmpstr (veto_account_get_note (hers), ==, "two\nlines");
  assert_begun (desk, "Instagram · Mia · school");
  g_assert_true (veto_account_book_change_person (desk->accounts, veto_account_get_person (hers), "Mia B.",
                                                  FALSE, NULL, &error));
  assert_begun (desk, "Instagram · Mia B. · school");
  g_assert_false (veto_person_is_child (veto_account_get_person (hers)));
}

/* An account that is linked with one for which was objected: why, and how sure that is, and no more than that. */
static void
test_cover (Desk *desk, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  VetoAccount     *work = add (desk, PLATFORM, NULL, "work");
  VetoCase        *item = veto_objection_get_case (find_item (desk, work));
  VetoCase        *by = veto_case_book_start (desk->book, LINKED, "object", GUIDE, &error);
  VetoEventDraft   draft = { .kind = VETO_EVENT_SENT, .channel = "form" };
  VetoCaseCover    cover;
  g_autofree char *words = NULL;

  g_assert_true (
    veto_account_book_set_linked (desk->accounts, work,
                                  veto_account_book_find (desk->accounts, veto_case_get_account (by)),
                                  &error));
  g_assert_false (veto_case_book_find_cover (desk->book, item, &cover)); /* nothing was sent */
  veto_day_parse ("2026-11-03", &draft.day);
  g_assert_true (veto_timeline_add (veto_case_get_timeline (by), &draft, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (veto_case_book_find_cover (desk->book, item, &cover));
  g_assert_true (cover.by == by);
  g_assert_cmpint (cover.fact->evidence.certainty, ==, VETO_CERTAINTY_CONFLICTING);
  words = veto_case_cover_dup_words (&cover);
  g_assert_nonnull (strstr (words, "Facebook"));
  g_assert_nonnull (strstr (words, "3 November 2026"));
  g_assert_nonnull (strstr (words, "the sources disagree"));
  g_assert_cmpint (veto_case_get_state (item), ==, VETO_CASE_NOT_STARTED);
}

static const VetoController *
find_company (Desk *desk, const char *country)
{
  guint                 n;
  const VetoController *all = veto_guide_set_get_controllers (veto_guidance_get_set (desk->guidance), &n);

  for (guint i = 0; i < n; i++)
    if (all[i].country != NULL && g_str_equal (all[i].country->code, country))
      return &all[i];
  g_assert_not_reached ();
}

/* A company without a guide: the letter is the way, and the time is counted with the holidays where it is. */
static void
test_company (Desk *desk, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  const VetoController *company = find_company (desk, "IE");
  g_autofree char      *id = g_strconcat (VETO_STORE_COMPANY, company->id, NULL);
  guint                 n_before = g_list_model_get_n_items (G_LIST_MODEL (desk->objections));
  VetoObjection        *item = veto_objections_find (desk->objections, id);
  VetoEventDraft        draft = { .kind = VETO_EVENT_SENT, .channel = "form" };
  g_autoptr(VetoNext) next = NULL, later = NULL;
  g_autoptr(VetoCaseDeadline) deadline = NULL;
  VetoCase *known;
  GDate     today;

  veto_day_parse ("2026-11-26", &today);
  g_assert_null (veto_objection_get_case (item));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (desk->objections)), ==, n_before);
  known = veto_objection_start (item, desk->book, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (veto_objections_find (desk->objections, id) == item);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (desk->objections)), ==, n_before + 1);
  assert_begun (desk, company->name);
  g_assert_cmpint (veto_case_get_state (known), ==, VETO_CASE_IN_PROGRESS);
  next = veto_case_compute_next (known, &today);
  g_assert_cmpint (next->action, ==, VETO_NEXT_CONTINUE);
  g_assert_cmpstr (next->letter, ==, "objection");

  draft.day = today;
  g_assert_true (veto_timeline_add (veto_case_get_timeline (known), &draft, NULL, &error));
  deadline = veto_case_compute_deadline (known);
  g_assert_nonnull (
    deadline); /* 26 December 2026 is a Saturday and St Stephen's Day; the 28th is a working day */
  g_assert_cmpint (g_date_get_day (&deadline->sum->due), ==, 28);
  g_date_add_days (&today, 60);
  g_assert_cmpint (veto_case_compute_state (known, &today), ==, VETO_CASE_OVERDUE);
  later = veto_case_compute_next (known, &today);
  g_assert_cmpint (later->action, ==, VETO_NEXT_REMINDER);
}

static VetoLetter *
open_letter (Desk *desk, VetoSavedLetter *saved)
{
  g_autoptr(GError) error = NULL;
  VetoLetterKind *kind =
    veto_guide_set_find_letter (veto_guidance_get_set (desk->guidance), veto_saved_letter_get_kind (saved));
  VetoLetter *letter = veto_letter_book_open (desk->letters, saved, kind, NULL, &error);

  g_assert_no_error (error);
  return letter;
}

/* For a child, the letter that a parent writes: each name stands where it belongs, and is kept with whom it belongs to. */
static void
test_child_letter (Desk *desk, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  VetoCase      *own = veto_case_book_start (desk->book, LINKED, "object", GUIDE, &error);
  VetoAccount   *hers = add (desk, PLATFORM, "Mia", NULL);
  VetoObjection *item = find_item (desk, hers);
  VetoCase      *child = veto_objection_get_case (item);
  g_autoptr(VetoSavedLetter) saved = NULL, next = NULL;
  g_autoptr(VetoLetter) letter = NULL, for_self = NULL;
  VetoLetterKind *kind = veto_objection_find_letter (item, veto_guidance_get_set (desk->guidance));

  g_assert_true (veto_case_set_value (own, "profile.name", "Ada", &error));
  g_assert_cmpstr (veto_letter_kind_get_id (kind), ==, "child");
  saved = veto_letter_book_start (desk->letters, "child", veto_case_get_id (child));
  letter = open_letter (desk, saved);
  g_assert_cmpstr (veto_letter_get_answer (letter, "name"), ==, "Ada");
  g_assert_cmpstr (veto_letter_get_answer (letter, "child-name"), ==, "Mia");
  g_assert_cmpstr (veto_letter_get_answer (letter, "child-birth"), ==, "2014-03-05");

  g_assert_true (veto_letter_set_answer (letter, "address", "1 Main St\nBerlin", &error));
  g_assert_true (veto_letter_set_answer (letter, "child-login", "@mia", &error));
  g_assert_true (veto_letter_book_save (desk->letters, saved, letter, &error));
  g_assert_cmpstr (veto_case_get_value (own, "profile.address"), ==, "1 Main St\nBerlin");
  g_assert_null (veto_case_get_value (child, "profile.address"));
  g_assert_cmpstr (veto_case_get_value (child, "profile.name"), ==, "Mia");
  g_assert_cmpstr (veto_case_get_login (child), ==, "@mia");
  g_assert_null (veto_case_get_login (own));

  next = veto_letter_book_start (desk->letters, "objection", veto_case_get_id (own));
  for_self = open_letter (desk, next);
  g_assert_cmpstr (veto_letter_get_answer (for_self, "name"), ==, "Ada");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Desk *desk, gconstpointer data);
  } tests[] = {
    { "/accounts/items", test_items },     { "/accounts/names", test_names },
    { "/accounts/remove", test_remove },   { "/accounts/refused", test_refused },
    { "/accounts/change", test_change },   { "/accounts/cover", test_cover },
    { "/accounts/company", test_company }, { "/accounts/child-letter", test_child_letter },
  };

  g_setenv ("TZ", "Europe/Dublin", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Desk, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
