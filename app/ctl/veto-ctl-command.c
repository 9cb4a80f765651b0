/* The command line, taken apart.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By hand, because GOption leaves a "--" in place here and not there, and tells of mistakes without saying what to do. */
#include "veto-config.h"

#include "veto-ctl-command.h"

#include <glib/gi18n.h>
#include <string.h>

/* A command's name has at most that many words. */
#define MAX_WORDS 2

typedef struct
{
  const char  *name;
  gboolean    *flag; /* one of the two */
  const char **value;
} Option;

const VetoCtlCommand *const veto_ctl_commands[] = {
  &veto_ctl_list,          &veto_ctl_guide,
  &veto_ctl_sources_check, /* before the one whose name begins it */
  &veto_ctl_sources,       &veto_ctl_check_updates,
  &veto_ctl_status,        &veto_ctl_due,
  &veto_ctl_calendar,      &veto_ctl_dossier,
  &veto_ctl_letters,       &veto_ctl_letter,
  &veto_ctl_recipients,    &veto_ctl_authority,
  &veto_ctl_backup,        &veto_ctl_restore,
  &veto_ctl_lint,          &veto_ctl_reading,
  &veto_ctl_build,         &veto_ctl_diff,
  &veto_ctl_feed_key,      &veto_ctl_feed_root,
  &veto_ctl_feed_build,    &veto_ctl_feed_diff,
  &veto_ctl_feed_sign,     &veto_ctl_feed_add,
  &veto_ctl_feed_publish,  &veto_ctl_feed_verify,
  &veto_ctl_feed_serve,    NULL,
};

/* Returns: (nullable): the name of an option that some command has of its own */
static const char *
find_own_option (const char *word, gsize n_bytes)
{
  for (guint i = 0; veto_ctl_commands[i] != NULL; i++)
    for (const VetoCtlOption *option = veto_ctl_commands[i]->options; option != NULL && option->name != NULL;
         option++)
      if (strlen (option->name) == n_bytes && strncmp (option->name, word, n_bytes) == 0)
        return option->name;
  return NULL;
}

static char *
dup_no_value (const char *name)
{
  /* Translators: %s is an option such as --data */
  return g_strdup_printf (_ ("The option %s needs a value"), name);
}

/* An option of one command: which one that is may be known only later. Only such values may be empty or hold "=". */
static char *
parse_own_option (VetoCtl *self, char ***at, gsize n_bytes)
{
  const char *word = **at, *name = find_own_option (word, n_bytes);
  const char *value = word[n_bytes] == '=' ? word + n_bytes + 1 : NULL;

  if (name == NULL)
    return g_strdup_printf (_ ("There is no option %.*s"), (int) n_bytes, word);
  if (value == NULL && (*at)[1] != NULL)
    value = *++(*at);
  if (value == NULL || *value == '\0')
    return dup_no_value (name);
  g_ptr_array_add (self->settings, (gpointer) name);
  g_ptr_array_add (self->settings, (gpointer) value);
  return NULL;
}

/* How many of @words name @command: its whole name, or nothing. */
static guint
match_name (const VetoCtlCommand *command, const GPtrArray *words)
{
  g_auto(GStrv) names = g_strsplit (command->name, " ", MAX_WORDS);
  guint n_names = g_strv_length (names);

  if (words->len < n_names)
    return 0;
  for (guint i = 0; i < n_names; i++)
    if (!g_str_equal (names[i], words->pdata[i]))
      return 0;
  return n_names;
}

static gboolean
has_option (const VetoCtlCommand *command, const char *name)
{
  for (const VetoCtlOption *option = command->options; option != NULL && option->name != NULL; option++)
    if (g_str_equal (option->name, name))
      return TRUE;
  return FALSE;
}

/* Whether the words so far name a command that has an option of its own of that name. */
static gboolean
is_own_option (const VetoCtl *self, const char *word, gsize n_bytes)
{
  g_autofree char *name = g_strndup (word, n_bytes);

  for (guint i = 0; veto_ctl_commands[i] != NULL; i++)
    if (match_name (veto_ctl_commands[i], self->arguments) > 0 && has_option (veto_ctl_commands[i], name))
      return TRUE;
  return FALSE;
}

/* Reads the option at *@at, and moves *@at over its value. */
static char *
parse_option (VetoCtl *self, char ***at)
{
  const Option options[] = {
    { "--data", NULL, &self->data },     { "--guidance", NULL, &self->guidance },
    { "--lang", NULL, &self->language }, { "--out", NULL, &self->out },
    { "--json", &self->json, NULL },     { "--help", &self->help, NULL },
    { "-h", &self->help, NULL },         { "--version", &self->version, NULL },
  };
  const char *word = **at;
  const char *equals = g_str_has_prefix (word, "--") ? strchr (word, '=') : NULL;
  gsize       n_bytes = equals != NULL ? (gsize) (equals - word) : strlen (word);

  if (is_own_option (self, word, n_bytes)) /* "feed build --version 7" */
    return parse_own_option (self, at, n_bytes);
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      const Option *option = &options[i];
      const char   *value = equals != NULL ? equals + 1 : NULL;

      if (strlen (option->name) != n_bytes || strncmp (option->name, word, n_bytes) != 0)
        continue;
      if (option->flag != NULL)
        {
          *option->flag = TRUE;
          /* Translators: %s is an option such as --json */
          return equals == NULL ? NULL : g_strdup_printf (_ ("The option %s takes no value"), option->name);
        }
      if (equals == NULL && (*at)[1] != NULL)
        value = *++(*at);
      if (value == NULL || *value == '\0')
        return dup_no_value (option->name);
      *option->value = value;
      return NULL;
    }
  return parse_own_option (self, at, n_bytes);
}

/* The commands that begin with @word, as in "guidance lint, guidance build"; NULL when there are none. */
static char *
dup_commands_of (const char *word)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *start = g_strconcat (word, " ", NULL);

  for (guint i = 0; veto_ctl_commands[i] != NULL; i++)
    if (g_str_has_prefix (veto_ctl_commands[i]->name, start))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", veto_ctl_commands[i]->name);
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static char *
find_command (VetoCtl *self)
{
  GPtrArray       *words = self->arguments;
  g_autofree char *group = NULL;
  guint            n_names = 0;

  if (words->len == 0)
    return self->help || self->version ? NULL : g_strdup (_ ("No command was named"));

  for (guint i = 0; veto_ctl_commands[i] != NULL && n_names == 0; i++)
    {
      n_names = match_name (veto_ctl_commands[i], words);
      if (n_names > 0)
        self->command = veto_ctl_commands[i];
    }
  if (n_names > 0)
    {
      g_ptr_array_remove_range (words, 0, n_names);
      return NULL;
    }

  group = dup_commands_of (words->pdata[0]);
  if (group != NULL && words->len == 1 && self->help)
    return NULL; /* "guidance --help": the help of all commands names them */
  if (group != NULL)
    /* Translators: %1$s is the first word of commands, %2$s the list of these commands */
    return g_strdup_printf (_ ("“%1$s” is only a part of a command (%2$s)"), (const char *) words->pdata[0],
                            group);
  return g_strdup_printf (_ ("There is no command “%s”"), (const char *) words->pdata[0]);
}

/* Codes such as "de", "de-AT", "de_AT.UTF-8"; the word also goes to gettext, which looks for files of that name. */
static gboolean
is_language (const char *text)
{
  return g_ascii_isalpha (*text)
         && strspn (text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.@") == strlen (text);
}

static char *
check_settings (const VetoCtl *self)
{
  for (guint i = 0; i < self->settings->len; i += 2)
    if (!has_option (self->command, self->settings->pdata[i]))
      /* Translators: %1$s is a command, %2$s an option such as --to */
      return g_strdup_printf (_ ("“%1$s” has no option %2$s"), self->command->name,
                              (const char *) self->settings->pdata[i]);
  return NULL;
}

static char *
check_arguments (const VetoCtl *self)
{
  const VetoCtlCommand *command = self->command;

  if (self->language != NULL && !is_language (self->language))
    return g_strdup_printf (_ ("“%s” is no language; give a code such as de"), self->language);

  if (command == NULL || self->help || self->version)
    return NULL;
  if (self->arguments->len < command->n_min)
    /* Translators: %1$s is a command, %2$s its arguments, such as "PLATFORM [GUIDE]" */
    return g_strdup_printf (_ ("“%1$s” needs to know more: %2$s"), command->name, command->arguments);
  if (self->arguments->len > command->n_max)
    /* Translators: %1$s is a command, %2$s a word behind it that has no place there */
    return g_strdup_printf (_ ("“%1$s” does not know what to do with “%2$s”"), command->name,
                            (const char *) self->arguments->pdata[command->n_max]);
  if (self->json && !command->lists)
    /* Translators: %s is a command */
    return g_strdup_printf (_ ("“%s” lists nothing that --json could give"), command->name);
  if (self->out != NULL && !command->writes)
    /* Translators: %s is a command */
    return g_strdup_printf (_ ("“%s” makes no file that --out could name"), command->name);
  if (self->out != NULL && self->json)
    return g_strdup (_ ("Of --json and --out, give one"));
  return check_settings (self);
}

char *
veto_ctl_parse (VetoCtl *self, char **argv)
{
  gboolean only_words = FALSE;
  char    *fault;

  self->arguments = g_ptr_array_new ();
  self->settings = g_ptr_array_new ();
  for (char **at = argv[0] != NULL ? argv + 1 : argv; *at != NULL; at++)
    if (only_words || **at != '-' || g_str_equal (*at, "-"))
      g_ptr_array_add (self->arguments, *at);
    else if (g_str_equal (*at, "--"))
      only_words = TRUE;
    else if ((fault = parse_option (self, &at)) != NULL)
      return fault;

  fault = find_command (self);
  return fault != NULL ? fault : check_arguments (self);
}

void
veto_ctl_clear (VetoCtl *self)
{
  g_clear_pointer (&self->arguments, g_ptr_array_unref);
  g_clear_pointer (&self->settings, g_ptr_array_unref);
}

const char *
veto_ctl_get_setting (const VetoCtl *self, const char *name)
{
  const char *value = NULL;

  for (guint i = 0; i < self->settings->len; i += 2)
    if (g_str_equal (self->settings->pdata[i], name))
      value = self->settings->pdata[i + 1];
  return value;
}
