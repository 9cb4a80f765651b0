/* The disk fails while a letter is written, sent, deleted: the book stays what the database says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "book-fixture.h"
#include "faulty-disk.h"
#include "public-functions.h"

typedef struct
{
  Desk             desk;
  VetoSavedLetter *saved;  /* written, not sent */
  VetoSavedLetter *sent;   /* with a PDF */
  VetoLetter      *letter; /* @saved, opened */
  char            *case_id;
} Table;

static const GDate *
get_day (void)
{
  static GDate day;

  g_date_set_dmy (&day, 26, G_DATE_NOVEMBER, 2026);
  return &day;
}

static gboolean
send (Table *table, VetoSavedLetter *saved, VetoLetter *letter, GError **error)
{
  g_autoptr(GBytes) pdf = g_bytes_new_take (g_strnfill (60000, '%'), 60000); /* over many pages */

  return veto_letter_book_mark_sent (table->desk.book, saved, letter, get_day (), "post", pdf, error);
}

static gboolean
save (Table *table, GError **error)
{
  letter_fixture_answer (table->letter, "name", "Another name");
  return veto_letter_book_save (table->desk.book, table->saved, table->letter, error);
}

/* What was never saved is in the book after the second try only. */
static gboolean
save_new (Table *table, GError **error)
{
  g_autoptr(VetoSavedLetter) saved = veto_letter_book_start (table->desk.book, KIND, table->case_id);
  g_autoptr(VetoLetter) letter = desk_open_letter (&table->desk, saved);
  gboolean done;

  letter_fixture_answer (letter, "name", "Ada");
  veto_letter_set_own_text (letter, "statement", "New.", NULL);
  done = veto_letter_book_save (table->desk.book, saved, letter, error);
  g_assert_true (done == veto_saved_letter_is_kept (saved));
  return done;
}

static gboolean
duplicate (Table *table, GError **error)
{
  return veto_letter_book_duplicate (table->desk.book, table->sent, error) != NULL;
}

static gboolean delete (Table *table, GError **error)
{
  return veto_letter_book_delete (table->desk.book, table->sent, error);
}

static void
prepare_deleted (Table *table)
{
  g_assert_true (veto_letter_book_delete (table->desk.book, table->sent, NULL));
}

static gboolean
undelete (Table *table, GError **error)
{
  return veto_letter_book_undelete (table->desk.book, table->sent, error);
}

static gboolean
set_case (Table *table, GError **error)
{
  return veto_letter_book_set_case (table->desk.book, table->saved, table->case_id, error);
}

static gboolean
mark_sent (Table *table, GError **error)
{
  return send (table, table->saved, table->letter, error);
}

static gboolean
unmark_sent (Table *table, GError **error)
{
  return veto_letter_book_unmark_sent (table->desk.book, table->sent, error);
}

typedef struct
{
  const char *name;
  const char *function;
  gboolean (*act) (Table *table, GError **error);
  void (*prepare) (Table *table); /* nullable */
} Action;

static const Action actions[] = {
  { "save", "veto_letter_book_save", save, NULL },
  { "save-new", "veto_letter_book_save", save_new, NULL },
  { "duplicate", "veto_letter_book_duplicate", duplicate, NULL },
  { "delete", "veto_letter_book_delete", delete, NULL },
  { "undelete", "veto_letter_book_undelete", undelete, prepare_deleted },
  { "set-case", "veto_letter_book_set_case", set_case, NULL },
  { "mark-sent", "veto_letter_book_mark_sent", mark_sent, NULL },
  { "unmark-sent", "veto_letter_book_unmark_sent", unmark_sent, NULL },
};

static const char *const others[] = { "veto_letter_book_new", "veto_letter_book_refresh",
                                      "veto_letter_book_open", "veto_letter_book_read_pdf", NULL };

static char *
describe (VetoLetterBook *book)
{
  GString *text = g_string_new ("");

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (book)); i++)
    {
      g_autoptr(VetoSavedLetter) saved = g_list_model_get_item (G_LIST_MODEL (book), i);
      g_autoptr(GBytes) pdf =
                   veto_saved_letter_has_pdf (saved) ? veto_letter_book_read_pdf (book, saved, NULL) : NULL;
      g_autofree char *typed = veto_letter_book_dup_typed (book, saved);

      g_string_append_printf (text, "%s %s %s %s %s %" G_GSIZE_FORMAT "\n%s\n",
                              veto_saved_letter_get_id (saved), veto_saved_letter_get_title (saved),
                              veto_saved_letter_get_case_id (saved), veto_saved_letter_get_sent_day (saved),
                              veto_saved_letter_get_channel (saved), pdf != NULL ? g_bytes_get_size (pdf) : 0,
                              typed);
    }
  return g_string_free (text, FALSE);
}

/* What the book says is what another process would read. Returns: (transfer full): it, with cases and their events */
static char *
assert_is_on_disk (Desk *desk)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *here = describe (desk->book), *there = NULL, *rows = NULL;
  VetoStore       *store = fixture_open (desk->folder, VETO_STORE_TOOL);
  VetoLetterBook  *book = veto_letter_book_new (store, desk->guidance, &error);

  g_assert_no_error (error);
  there = describe (book);
  g_assert_cmpstr (here, ==, there);
  rows = fixture_dump (store);
  g_assert_finalize_object (G_OBJECT (book));
  fixture_close (store);
  return g_steal_pointer (&rows);
}

static void
set_table (Table *table, const Action *action)
{
  g_autoptr(VetoStoreCase) row = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoLetter) letter = NULL;

  *table = (Table){ .case_id = NULL };
  desk_set_up (&table->desk, NULL);
  row = veto_store_add_case (table->desk.store, PLATFORM, "object", "form", &error);
  g_assert_no_error (error);
  table->case_id = g_strdup (row->id);
  table->sent = g_object_ref (desk_write_letter (&table->desk, "Ada", row->id));
  letter = desk_open_letter (&table->desk, table->sent);
  g_assert_true (send (table, table->sent, letter, NULL));
  table->saved = g_object_ref (desk_write_letter (&table->desk, "Ada", NULL));
  table->letter = desk_open_letter (&table->desk, table->saved);
  if (action->prepare != NULL)
    action->prepare (table);
}

static void
clear_table (Table *table)
{
  g_object_unref (table->letter);
  g_object_unref (table->saved);
  g_object_unref (table->sent);
  g_free (table->case_id);
  desk_tear_down (&table->desk, NULL);
}

/* Returns: whether the write number @n was reached */
static gboolean
fail_once (gconstpointer data, int result, VetoStoreError expected, guint n)
{
  const Action *action = data;
  g_autoptr(GError) error = NULL, again = NULL;
  g_autofree char *before = NULL, *then = NULL, *after = NULL;
  gboolean         done, failed;
  Table            table;

  set_table (&table, action);
  before = assert_is_on_disk (&table.desk);
  faulty_disk_fail (n, result);
  done = action->act (&table, &error);
  failed = faulty_disk_rest ();
  then = assert_is_on_disk (&table.desk);
  if (done)
    g_assert_no_error (error);
  else
    {
      g_assert_error (error, VETO_STORE_ERROR, (int) expected);
      g_assert_cmpstr (then, ==, before);
      g_assert_true (action->act (&table, &again));
      g_assert_no_error (again);
    }
  after = assert_is_on_disk (&table.desk);
  g_assert_cmpstr (after, !=, before);
  clear_table (&table);
  return failed;
}

static void
test_each_write_fails (gconstpointer data)
{
  faulty_disk_try_each (data, fail_once);
}

static void
test_nothing_is_forgotten (void)
{
  const char *rows[G_N_ELEMENTS (actions) + 1] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    rows[i] = actions[i].function;
  public_functions_assert_covered ("letters", "veto_letter_book_", rows, others);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faulty_disk_install ();
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/book-faults/%s", actions[i].name);

      g_test_add_data_func (path, &actions[i], test_each_write_fails);
    }
  g_test_add_func ("/book-faults/nothing-is-forgotten", test_nothing_is_forgotten);
  return g_test_run ();
}
