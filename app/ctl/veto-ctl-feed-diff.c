/* vetoctl feed diff: what a signer agrees to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "veto-ctl-diff.h"
#include "veto-ctl-feed.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"
#include "veto-release-build.h"

/* Names, each with how often; in the order of their first time */
typedef struct
{
  GPtrArray *names;
  GArray    *counts;
} Tally;

typedef struct
{
  Tally hosts_new, hosts_gone; /* that links may lead to */
  Tally mail_new, mail_gone;   /* domains of letters */
  Tally texts;                 /* by language */
  guint n_links, n_addresses, n_structure;
} Totals;

static void
init_tally (Tally *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint));
}

static void
clear_tally (Tally *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);
}

static void
clear_totals (Totals *self)
{
  clear_tally (&self->hosts_new);
  clear_tally (&self->hosts_gone);
  clear_tally (&self->mail_new);
  clear_tally (&self->mail_gone);
  clear_tally (&self->texts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Totals, clear_totals)

static void
count (Tally *self, const char *name, gsize n_bytes)
{
  guint i;

  for (i = 0; i < self->names->len; i++)
    if (strlen (self->names->pdata[i]) == n_bytes && strncmp (self->names->pdata[i], name, n_bytes) == 0)
      break;
  if (i == self->names->len)
    {
      g_ptr_array_add (self->names, g_strndup (name, n_bytes));
      g_array_set_size (self->counts, i + 1);
    }
  g_array_index (self->counts, guint, i)++;
}

static void
count_host (Totals *self, const VetoChange *change)
{
  gboolean    is_link = g_str_equal (change->place, "links");
  const char *host = change->after != NULL ? change->after : change->before;

  if (change->after != NULL)
    count (is_link ? &self->hosts_new : &self->mail_new, host, strlen (host));
  else
    count (is_link ? &self->hosts_gone : &self->mail_gone, host, strlen (host));
}

static Totals
make_totals (const GPtrArray *changes)
{
  Totals totals = { 0 };

  init_tally (&totals.hosts_new);
  init_tally (&totals.hosts_gone);
  init_tally (&totals.mail_new);
  init_tally (&totals.mail_gone);
  init_tally (&totals.texts);
  for (guint i = 0; i < changes->len; i++)
    {
      const VetoChange *change = changes->pdata[i];

      if (change->kind == VETO_CHANGE_HOST)
        count_host (&totals, change);
      else if (change->kind == VETO_CHANGE_LINK)
        totals.n_links++;
      else if (change->kind == VETO_CHANGE_ADDRESS)
        totals.n_addresses++;
      else if (change->kind == VETO_CHANGE_STRUCTURE)
        totals.n_structure++;
      else
        count (&totals.texts, change->place, strcspn (change->place, ":"));
    }
  return totals;
}

/* (transfer full): "de 4, en 4", or names alone, or "none" */
static char *
dup_tally (const Tally *self, gboolean with_counts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->names->len; i++)
    {
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) self->names->pdata[i]);
      if (with_counts)
        g_string_append_printf (text, " %u", g_array_index (self->counts, guint, i));
    }
  if (text->len == 0)
    /* Translators: how many hosts changed, or texts */
    g_string_append (text, _ ("none"));
  return g_string_free (text, FALSE);
}

/* Whole lines, however wide, so that two people can compare them by eye and by program. */
static void
add_totals (GString *page, const Totals *totals)
{
  g_autofree char *hosts_new = dup_tally (&totals->hosts_new, FALSE),
                  *hosts_gone = dup_tally (&totals->hosts_gone, FALSE);
  g_autofree char *mail_new = dup_tally (&totals->mail_new, FALSE),
                  *mail_gone = dup_tally (&totals->mail_gone, FALSE);
  g_autofree char *texts = dup_tally (&totals->texts, TRUE), *first = NULL, *second = NULL;

  /* Translators: %1$s is a list of hosts or "none", %2$u and %3$u are numbers, %4$s is "de 4, en 4" or "none" */
  first = g_strdup_printf (_ ("hosts new: %1$s · links changed: %2$u · addresses changed: %3$u · texts "
                              "changed: %4$s"),
                           hosts_new, totals->n_links, totals->n_addresses, texts);
  /* Translators: lists of hosts or "none"; %4$u is a number: changes of steps, kinds, order … */
  second = g_strdup_printf (_ ("hosts gone: %1$s · mail domains new: %2$s · mail domains gone: %3$s · "
                               "structure changed: "
                               "%4$u"),
                            hosts_gone, mail_new, mail_gone, totals->n_structure);
  {
    g_autofree char *plain_first = veto_ctl_dup_plain (first), *plain_second = veto_ctl_dup_plain (second);
    g_string_append_printf (page, "%s\n%s\n", plain_first, plain_second);
  }
}

static int
print_text (const GPtrArray *changes, const Totals *totals)
{
  g_autoptr(GString) page = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    veto_ctl_diff_add_change (page, changes->pdata[i]);
  veto_ctl_page_add_gap (page);
  add_totals (page, totals);
  return veto_ctl_print (page->str);
}

static void
set_names (JsonBuilder *builder, const char *member, Tally *tally)
{
  g_ptr_array_add (tally->names, NULL);
  veto_ctl_set_texts (builder, member, (const char *const *) tally->names->pdata);
}

static int
print_json (const GPtrArray *changes, Totals *totals)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  veto_ctl_diff_set_changes (builder, changes);
  json_builder_set_member_name (builder, "totals");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "texts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < totals->texts.names->len; i++)
    veto_ctl_set_number (builder, totals->texts.names->pdata[i],
                         g_array_index (totals->texts.counts, guint, i));
  json_builder_end_object (builder);
  set_names (builder, "hosts_new", &totals->hosts_new);
  set_names (builder, "hosts_gone", &totals->hosts_gone);
  set_names (builder, "mail_domains_new", &totals->mail_new);
  set_names (builder, "mail_domains_gone", &totals->mail_gone);
  veto_ctl_set_number (builder, "links", totals->n_links);
  veto_ctl_set_number (builder, "addresses", totals->n_addresses);
  veto_ctl_set_number (builder, "structure", totals->n_structure);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  return veto_ctl_print_json (builder);
}

/* Returns: (transfer full) (nullable): what differs; a line on the standard error when a side cannot be read */
static GPtrArray *
compare (const char *const paths[2])
{
  g_autoptr(GHashTable) old_files = NULL;
  g_autoptr(GHashTable) new_files = NULL;
  GHashTable   **files[] = { &old_files, &new_files };
  VetoBundleSide sides[2] = { 0 };
  g_autoptr(VetoTrustRoot) old_root = NULL;
  g_autoptr(VetoTrustRoot) new_root = NULL;
  VetoTrustRoot **roots[] = { &old_root, &new_root };
  g_autoptr(GError) error = NULL;
  GPtrArray *changes;

  for (guint i = 0; i < 2; i++)
    {
      *files[i] = veto_release_load (paths[i], roots[i], &error);
      if (*files[i] == NULL)
        {
          veto_ctl_feed_fail (paths[i], error);
          return NULL;
        }
      sides[i] = (VetoBundleSide){ .files = *files[i], .name = paths[i] };
      if (*roots[i] != NULL)
        {
          sides[i].link_hosts = (const char *const *) (*roots[i])->link_hosts;
          sides[i].mail_domains = (const char *const *) (*roots[i])->mail_domains;
        }
    }
  changes = veto_authoring_diff_sides (&sides[0], &sides[1], &error);
  if (changes == NULL)
    veto_ctl_feed_fail (paths[1], error);
  return changes;
}

static int
run (const VetoCtl *ctl)
{
  const char *const paths[] = { ctl->arguments->pdata[0], ctl->arguments->pdata[1] };
  g_autoptr(GPtrArray) changes = compare (paths);
  g_auto(Totals) totals = { 0 };

  if (changes == NULL)
    return VETO_CTL_FAILED;
  totals = make_totals (changes);
  return ctl->json ? print_json (changes, &totals) : print_text (changes, &totals);
}

const VetoCtlCommand veto_ctl_feed_diff = {
  .name = "feed diff",
  .arguments = "OLD NEW",
  .n_min = 2,
  .n_max = 2,
  .lists = TRUE,
  .summary = N_ ("For publishers: what changed between two releases."),
  .details = N_ (
    "OLD and NEW are folders: a feed that is served, a release that was built, or guidance as it is written. "
    "Every "
    "host, mail domain, link, address and text that changed, before and after; the last two lines count "
    "them. "
    "The hosts of a feed are those of its newest root, so a new one says that a new root is needed first."),
  .run = run,
};
