/* Preloaded into a program: the Nth time that it gives a file its name, it is killed, or the disk says no.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   VETO_TEST_RENAME=kill:3     dies as in a power cut, just before the third
 *   VETO_TEST_RENAME=30:1       the first one fails with that errno (30: read-only), and all after it */
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
rename (const char *from, const char *to)
{
  static int  n_renames;
  const char *plan = getenv ("VETO_TEST_RENAME"), *colon = plan != NULL ? strchr (plan, ':') : NULL;
  int (*real) (const char *, const char *) =
    (int (*) (const char *, const char *)) dlsym (RTLD_NEXT, "rename");

  if (colon != NULL && ++n_renames >= atoi (colon + 1))
    {
      if (strncmp (plan, "kill:", 5) == 0)
        raise (SIGKILL);
      errno = atoi (plan);
      return -1;
    }
  return real (from, to);
}
