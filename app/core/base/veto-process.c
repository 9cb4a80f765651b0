/* What belongs to this process alone, and what the programs that it starts get back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-process"

#include "veto-process.h"

#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Which kinds of memory a core image has. Where core images go to a program (apport, systemd-coredump), the kernel does not
 * ask for the limit, but for this. It is there unless the kernel writes no core images at all. Source: core(5). */
#define FILTER "/proc/self/coredump_filter"
#define NO_MEMORY "0"

/* What was there before */
static struct
{
  mode_t        umask;
  struct rlimit core;
  char          filter[2 + 16]; /* "0x33"; empty where there is none */
} own;

/* The kernel tells hexadecimal digits without saying so, and would take "00000033" for an octal number. */
static void
read_filter (void)
{
  int     file = open (FILTER, O_RDONLY | O_CLOEXEC);
  char    digits[sizeof own.filter - 2] = "";
  ssize_t n_bytes;

  if (file < 0)
    return;
  n_bytes = read (file, digits, sizeof digits - 1);
  close (file);
  digits[strspn (digits, "0123456789abcdef")] = '\0';
  if (n_bytes > 0 && digits[0] != '\0')
    g_snprintf (own.filter, sizeof own.filter, "0x%s", digits);
}

static gboolean
write_filter (const char *filter)
{
  int     file = own.filter[0] != '\0' ? open (FILTER, O_WRONLY | O_CLOEXEC) : -1;
  ssize_t n_bytes;

  if (file < 0)
    return FALSE; /* the limit is the other lock */
  n_bytes = write (file, filter, strlen (filter));
  close (file);
  return n_bytes > 0;
}

/* In a child, while other threads of the parent may hold any lock: only what signal-safety(7) allows */
static void
give_back (void)
{
  umask (own.umask);
  setrlimit (RLIMIT_CORE, &own.core);
  write_filter (own.filter);
}

mode_t
veto_process_keep_private (void)
{
  struct rlimit none;

  own.umask = umask (0077);
  getrlimit (RLIMIT_CORE, &own.core);
  none = (struct rlimit){ 0, own.core.rlim_max }; /* the hard limit, once lowered, could not be given back */
  setrlimit (RLIMIT_CORE, &none);
  read_filter ();
  write_filter (NO_MEMORY);
  pthread_atfork (NULL, NULL, give_back); /* should memory lack for it, children keep what is private */
  return own.umask;
}
