/* What a person asked vetoctl for, and the commands there are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/* The exit codes; others than these do not exist. */
enum {
  VETO_CTL_DONE = 0,
  VETO_CTL_FAILED = 1,
  VETO_CTL_WRONG_USAGE = 2,
};

typedef struct _VetoCtl VetoCtl;

/* An option of one command alone; it always has a value. Behind the name of its command it goes before one of the same name
 * that all have, such as --version. */
typedef struct
{
  const char *name;  /* "--to" */
  const char *value; /* as help shows it: "COMPANY" */
  const char *words; /* to be translated */
} VetoCtlOption;

/* One command, in a file of its own. */
typedef struct
{
  const char          *name;      /* of one word or two: "guidance lint" */
  const char          *arguments; /* as help shows them: "PLATFORM [GUIDE]"; "" when there are none */
  guint                n_min;     /* how many arguments there must be */
  guint                n_max;
  gboolean             lists;   /* something that --json can give */
  gboolean             writes;  /* a file that --out can name */
  const VetoCtlOption *options; /* nullable: its own, ended by one without a name */
  const char          *summary; /* one line, to be translated */
  const char          *details; /* to be translated */
  int (*run) (const VetoCtl *ctl);
} VetoCtlCommand;

/* The command line, taken apart. */
struct _VetoCtl
{
  const VetoCtlCommand *command;   /* nullable: none was named */
  GPtrArray            *arguments; /* (element-type utf8): what is left of the words; not copied */
  GPtrArray  *settings; /* (element-type utf8): pairs of an own option's name and its value; not copied */
  const char *data;     /* nullable: folder of the database */
  const char *guidance; /* nullable: folder of a bundle */
  const char *language; /* nullable: of the guidance */
  const char *out;      /* nullable: file to write */
  gboolean    json;
  gboolean    help;
  gboolean    version;
  mode_t      umask; /* the person's own, for files that are for others */
};

/* (array zero-terminated=1): all commands, in the order of help */
extern const VetoCtlCommand *const veto_ctl_commands[];

extern const VetoCtlCommand veto_ctl_list;
extern const VetoCtlCommand veto_ctl_guide;
extern const VetoCtlCommand veto_ctl_sources;
extern const VetoCtlCommand veto_ctl_sources_check;
extern const VetoCtlCommand veto_ctl_check_updates;
extern const VetoCtlCommand veto_ctl_status;
extern const VetoCtlCommand veto_ctl_due;
extern const VetoCtlCommand veto_ctl_calendar;
extern const VetoCtlCommand veto_ctl_dossier;
extern const VetoCtlCommand veto_ctl_backup;
extern const VetoCtlCommand veto_ctl_restore;
extern const VetoCtlCommand veto_ctl_lint;
extern const VetoCtlCommand veto_ctl_reading;
extern const VetoCtlCommand veto_ctl_build;
extern const VetoCtlCommand veto_ctl_diff;
extern const VetoCtlCommand veto_ctl_feed_key;
extern const VetoCtlCommand veto_ctl_feed_root;
extern const VetoCtlCommand veto_ctl_feed_build;
extern const VetoCtlCommand veto_ctl_feed_diff;
extern const VetoCtlCommand veto_ctl_feed_sign;
extern const VetoCtlCommand veto_ctl_feed_add;
extern const VetoCtlCommand veto_ctl_feed_publish;
extern const VetoCtlCommand veto_ctl_feed_verify;
extern const VetoCtlCommand veto_ctl_feed_serve;
extern const VetoCtlCommand veto_ctl_letters;
extern const VetoCtlCommand veto_ctl_letter;
extern const VetoCtlCommand veto_ctl_recipients;
extern const VetoCtlCommand veto_ctl_authority;

/**
 * veto_ctl_parse:
 * @argv: (array zero-terminated=1): the command line, with the program's name; must live as long as @self
 *
 * Takes the command line apart; options may stand anywhere, and behind "--" there are none.
 *
 * Returns: (transfer full) (nullable): what is wrong with it, one sentence for the person; %NULL when it is right
 */
char *veto_ctl_parse (VetoCtl *self, char **argv);
void  veto_ctl_clear (VetoCtl *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VetoCtl, veto_ctl_clear)

/* Returns: (nullable): the value of an own option of the command; the last one, when it was given more than once */
const char *veto_ctl_get_setting (const VetoCtl *self, const char *name);

/* Prints the help of the command that was named, or of all. Returns: exit code */
int veto_ctl_help (const VetoCtl *ctl);

G_END_DECLS
