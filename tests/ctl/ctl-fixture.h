/* Runs vetoctl as a person does, and looks at what it said.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The platform of tests/fixtures/guidance, and its guides. */
#define EXAMPLE "example"

typedef struct
{
  int         code;
  char       *out;
  char       *err;
  JsonParser *parser; /* nullable: of out, once asked for */
} Run;

void run_clear (Run *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Runs vetoctl with the words of @line, which are separated by single spaces; in English, in a home of its own that is
 * empty. A word that is a path must have no space. */
Run run_line (const char *line, ...) G_GNUC_PRINTF (1, 2);

/* The same with variables of the environment: "NAME=value NAME=value"; and with something to do in the child before the
 * program starts. Both nullable. */
Run run_line_in (const char *environment, GSpawnChildSetupFunc setup, const char *line);

/* Fails with what was said when @run did not end with @code. */
void run_assert_code (const Run *run, int code);

/* Whether it was understood and failed with one line on the standard error and nothing else; the line contains @words. */
void run_assert_failed (const Run *run, int code, const char *words);

/* (transfer none): the object that was printed; asks that it is the only line, that nothing else was said, and code 0 */
JsonObject *run_get_object (Run *run);

/* Asks that @object has exactly these members: "id name" */
void assert_members (JsonObject *object, const char *names);

/* Short ways into an object; each asks that it is there. "a/0/b": member a, its first element, member b. */
const char *get_text (JsonObject *object, const char *path); /* (nullable): when it is null */
gint64      get_number (JsonObject *object, const char *path);
JsonArray  *get_array (JsonObject *object, const char *path);
JsonObject *get_object (JsonObject *object, const char *path);

/* Asks that no line is wider than a terminal of 80 columns, unless it is one word that cannot be broken, and that no
 * line ends in a space. */
void assert_fits_terminal (const char *text);

/* (transfer full): a copy of tests/fixtures/guidance, or a bundle of it, in a folder of its own, in whose file @name
 * (nullable) every @from is @to. fixture_remove() takes it away. */
char *make_authored (const char *name, const char *from, const char *to);
char *make_bundle (const char *name, const char *from, const char *to);

/* Replaces in a file. */
void change_file (const char *folder, const char *name, const char *from, const char *to);

/* To be called first in main(). */
void ctl_test_init (int *argc, char ***argv);

/* To be called last in main(): runs, and cleans up. */
int ctl_test_run (void);

G_END_DECLS
