/* vetoctl guidance diff: what changed between two bundles.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "veto-ctl-diff.h"

#include <glib/gi18n.h>

#include "veto-ctl-command.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"

static const char *
get_kind_id (VetoChangeKind kind)
{
  static const char *const ids[] = {
    [VETO_CHANGE_HOST] = "host",           [VETO_CHANGE_LINK] = "link",   [VETO_CHANGE_ADDRESS] = "address",
    [VETO_CHANGE_STRUCTURE] = "structure", [VETO_CHANGE_WORDS] = "words",
  };
  return ids[kind];
}

static const char *
get_kind_words (VetoChangeKind kind)
{
  switch (kind)
    {
    case VETO_CHANGE_HOST:
      /* Translators: what changed in guidance: a host that links may lead to */
      return _ ("host");
    case VETO_CHANGE_LINK:
      /* Translators: what changed in guidance: an address */
      return _ ("link");
    case VETO_CHANGE_ADDRESS:
      /* Translators: what changed in guidance: an e-mail or postal address that letters go to */
      return _ ("address");
    case VETO_CHANGE_STRUCTURE:
      /* Translators: what changed in guidance: its structure */
      return _ ("structure");
    case VETO_CHANGE_WORDS:
    default:
      /* Translators: what changed in guidance: a text */
      return _ ("words");
    }
}

void
veto_ctl_diff_set_changes (JsonBuilder *builder, const GPtrArray *changes)
{
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++)
    {
      const VetoChange *change = changes->pdata[i];

      json_builder_begin_object (builder);
      veto_ctl_set_text (builder, "kind", get_kind_id (change->kind));
      veto_ctl_set_text (builder, "place", change->place);
      veto_ctl_set_text (builder, "before", change->before);
      veto_ctl_set_text (builder, "after", change->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
veto_ctl_diff_add_change (GString *page, const VetoChange *change)
{
  /* Translators: stands where something was not there before, or is no longer there */
  const char *nothing = _ ("(nothing)");

  veto_ctl_page_add_format (page, 0, "", "%s %s", get_kind_words (change->kind), change->place);
  veto_ctl_page_add_format (page, 4, "", "%s → %s", change->before != NULL ? change->before : nothing,
                            change->after != NULL ? change->after : nothing);
}

static int
print_json (const GPtrArray *changes)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  veto_ctl_diff_set_changes (builder, changes);
  json_builder_end_object (builder);
  return veto_ctl_print_json (builder);
}

static int
print_text (const GPtrArray *changes)
{
  g_autoptr(GString) page = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    veto_ctl_diff_add_change (page, changes->pdata[i]);
  return changes->len > 0 ? veto_ctl_print (page->str) : veto_ctl_print_line (_ ("no difference"));
}

static int
run (const VetoCtl *ctl)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray)
               changes = veto_authoring_diff (ctl->arguments->pdata[0], ctl->arguments->pdata[1], &error);

  if (changes == NULL)
    {
      veto_ctl_say (_ ("The bundles cannot be compared (%s). Name folders that “vetoctl guidance build” "
                       "made."),
                    error->message);
      return VETO_CTL_FAILED;
    }
  return ctl->json ? print_json (changes) : print_text (changes);
}

const VetoCtlCommand veto_ctl_diff = {
  .name = "guidance diff",
  .arguments = "OLD NEW",
  .n_min = 2,
  .n_max = 2,
  .lists = TRUE,
  .summary = N_ ("For authors: what changed between two bundles."),
  .details = N_ (
    "OLD and NEW are folders with bundles. Of each change: whether a host, a link, the structure or words "
    "changed, where, and what was there before and after."),
  .run = run,
};
