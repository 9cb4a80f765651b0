/* Writes of all kinds that the store offers, told by their numbers alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-writes.h"

#include <string.h>

#include "store-fixture.h"

/* Few of each, so that most writes meet something to change or to take away. */
#define N_PLATFORMS 4
#define N_STEPS 12
#define N_EVENTS 12
#define N_LETTERS 6
#define MAX_PDF_BYTES 40000
#define FIRST_SECOND 1700000000

typedef struct
{
  VetoStore  *store;
  GRand      *rand;
  guint       n;
  const char *case_id;
} Write;

static char *
name_one (Write *write, const char *what, gint n_all)
{
  return g_strdup_printf ("%s-%d", what, g_rand_int_range (write->rand, 0, n_all));
}

static char *
dup_day (Write *write)
{
  return g_strdup_printf ("2026-11-%02d", g_rand_int_range (write->rand, 1, 31));
}

static char *
dup_text (Write *write)
{
  static const gint lengths[] = { 3, 40, 600, 9000 };
  gint              n = lengths[g_rand_int_range (write->rand, 0, G_N_ELEMENTS (lengths))];

  return g_strnfill ((gsize) n, (char) ('a' + g_rand_int_range (write->rand, 0, 26)));
}

static VetoStoreStep *
make_step (Write *write)
{
  g_autofree char *name = name_one (write, "step", N_STEPS);
  VetoStoreStep    step = { (char *) FIXTURE_GUIDE, name, g_rand_boolean (write->rand), (char *) "r1",
                            FIRST_SECOND + write->n };

  return veto_store_step_copy (&step);
}

static VetoStoreLetter *
make_letter (Write *write)
{
  g_autofree char *id = name_one (write, "letter", N_LETTERS);
  VetoStoreLetter *letter = fixture_describe_letter (id, write->case_id);

  g_free (letter->own_text);
  letter->own_text = dup_text (write);
  letter->created = letter->changed = FIRST_SECOND + write->n;
  return letter;
}

static VetoStoreLetter *
make_sent_letter (Write *write)
{
  VetoStoreLetter *letter = make_letter (write);

  letter->sent_day = dup_day (write);
  letter->channel = g_strdup ("post");
  return letter;
}

static GBytes *
make_pdf (Write *write)
{
  gsize n_bytes = (gsize) g_rand_int_range (write->rand, 1, MAX_PDF_BYTES);
  char *page = g_strnfill (n_bytes, (char) g_rand_int_range (write->rand, 1, 127));

  return g_bytes_new_take (page, n_bytes);
}

static GHashTable *
make_values (Write *write)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  g_hash_table_insert (values, (gpointer) "profile.address", dup_text (write));
  g_hash_table_insert (values, (gpointer) "account.login", dup_text (write));
  return values;
}

static gboolean
add_case (Write *write, GError **error)
{
  g_autofree char *platform = name_one (write, "platform", N_PLATFORMS);
  g_autoptr(VetoStoreCase) row = veto_store_add_case (write->store, platform, "object", "form", error);

  g_object_set_data (G_OBJECT (write->store), "cases", NULL);
  return row != NULL;
}

static gboolean
set_guide (Write *write, GError **error)
{
  g_autofree char *guide = name_one (write, "guide", 3);

  return veto_store_set_guide (write->store, write->case_id, guide, error);
}

static gboolean
set_value (Write *write, GError **error)
{
  static const char *const names[] = { "account.login", "profile.name", "profile.country", "reason",
                                       "other" };
  g_autofree char         *text = g_rand_int_range (write->rand, 0, 4) > 0 ? dup_text (write) : NULL;
  const char              *name = names[g_rand_int_range (write->rand, 0, G_N_ELEMENTS (names))];

  return veto_store_set_value (write->store, write->case_id, name, text, error);
}

static gboolean
set_step (Write *write, GError **error)
{
  g_autoptr(VetoStoreStep) step = make_step (write);

  return veto_store_set_step (write->store, write->case_id, step, error);
}

static gboolean
set_steps (Write *write, GError **error)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_step_free);

  for (guint i = 0; i < N_STEPS; i++)
    g_ptr_array_add (steps, make_step (write));
  return veto_store_set_steps (write->store, write->case_id, steps, error);
}

static gboolean
delete_step (Write *write, GError **error)
{
  g_autofree char *name = name_one (write, "step", N_STEPS);

  return veto_store_delete_step (write->store, write->case_id, FIXTURE_GUIDE, name, error);
}

static gboolean
delete_steps (Write *write, GError **error)
{
  g_autoptr(GPtrArray) deleted = veto_store_delete_steps (write->store, write->case_id, NULL, error);

  return deleted != NULL;
}

static gboolean
set_event (Write *write, GError **error)
{
  g_autofree char *id = name_one (write, "event", N_EVENTS), *day = dup_day (write), *note = dup_text (write);
  VetoStoreEvent   event = { id,   (char *) write->case_id, day, (char *) "received", note,
                             NULL, FIRST_SECOND + write->n };

  return veto_store_set_event (write->store, &event, error);
}

static gboolean
delete_event (Write *write, GError **error)
{
  g_autofree char *id = name_one (write, "event", N_EVENTS);

  return veto_store_delete_event (write->store, id, error);
}

static gboolean
set_letter (Write *write, GError **error)
{
  g_autoptr(VetoStoreLetter) letter = make_letter (write);
  g_autoptr(GHashTable) values = make_values (write);

  return veto_store_set_letter (write->store, letter, values, error);
}

static gboolean
send_letter (Write *write, GError **error)
{
  g_autoptr(VetoStoreLetter) letter = make_sent_letter (write);
  g_autoptr(GBytes) pdf = make_pdf (write);
  g_autoptr(GHashTable) values = make_values (write);

  return veto_store_mark_letter_sent (write->store, letter, pdf, "{\"channel\":\"post\"}", values, error);
}

static gboolean
unsend_letter (Write *write, GError **error)
{
  g_autofree char *id = name_one (write, "letter", N_LETTERS);

  return veto_store_unmark_letter_sent (write->store, id, error);
}

static gboolean
delete_letter (Write *write, GError **error)
{
  g_autofree char *id = name_one (write, "letter", N_LETTERS);
  g_autoptr(GBytes) pdf = NULL;

  return veto_store_delete_letter (write->store, id, &pdf, error);
}

static gboolean
restore_letter (Write *write, GError **error)
{
  g_autoptr(VetoStoreLetter) letter = make_sent_letter (write);
  g_autoptr(GBytes) pdf = make_pdf (write);

  return veto_store_restore_letter (write->store, letter, pdf, error);
}

static const struct
{
  gint weight; /* how many of a hundred */
  gboolean (*act) (Write *write, GError **error);
} kinds[] = {
  { 4, add_case },    { 4, set_guide },     { 12, set_value },    { 16, set_step },      { 4, set_steps },
  { 8, delete_step }, { 2, delete_steps },  { 14, set_event },    { 6, delete_event },   { 14, set_letter },
  { 6, send_letter }, { 4, unsend_letter }, { 3, delete_letter }, { 3, restore_letter },
};

/* The cases come in the order in which they were made, the same in each store that made them. They are remembered with
 * the store, because to read them costs more than to write. */
static GPtrArray *
list_cases (VetoStore *store)
{
  GPtrArray *ids = g_object_get_data (G_OBJECT (store), "cases");
  g_autoptr(GPtrArray) rows = NULL;

  if (ids != NULL)
    return ids;
  rows = veto_store_read_cases (store, NULL);
  g_assert_nonnull (rows);
  ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ids, g_strdup (((VetoStoreCase *) rows->pdata[i])->id));
  g_object_set_data_full (G_OBJECT (store), "cases", ids, (GDestroyNotify) g_ptr_array_unref);
  return ids;
}

void
random_writes_do (VetoStore *store, guint32 seed, guint n)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed * 1000003u + n);
  g_autoptr(GError) error = NULL;
  GPtrArray *ids = list_cases (store);
  Write      write = { store, rand, n, NULL };
  gint       at = g_rand_int_range (rand, 0, 100);
  guint      kind = 0;

  if (ids->len > 0)
    write.case_id = ids->pdata[g_rand_int_range (rand, 0, (gint) ids->len)];
  while (ids->len > 0 && at >= kinds[kind].weight)
    at -= kinds[kind++].weight;
  if (!kinds[kind].act (&write, &error) && strstr (error->message, "the letter was sent already") == NULL)
    g_error ("write %u: %s", n, error->message);
}

char *
random_writes_dump (VetoStore *store)
{
  g_autofree char *text = fixture_dump (store), *plain = NULL;
  g_autoptr(GRegex) ids = g_regex_new ("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", 0, 0, NULL);
  g_autoptr(GRegex) created = g_regex_new ("^(\\* of \\* of \\*: .*) [0-9]+$", G_REGEX_MULTILINE, 0, NULL);

  plain = g_regex_replace_literal (ids, text, -1, 0, "*", 0, NULL);
  return g_regex_replace (created, plain, -1, 0, "\\1", 0, NULL);
}
