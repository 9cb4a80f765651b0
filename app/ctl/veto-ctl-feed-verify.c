/* vetoctl feed verify: what a client would say of a root or an index, by the same rules.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-ctl-feed.h"
#include "veto-ctl-json.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"
#include "veto-day.h"
#include "veto-release.h"
#include "veto-trust-state.h"
#include "veto-update-problem.h"

typedef struct
{
  const char        *path;
  GBytes            *bytes;
  VetoTrustKind      kind;
  gboolean           is_feed;  /* a whole folder */
  VetoTrustState    *before;   /* (nullable): what a client had */
  VetoTrustState    *after;    /* (nullable): and has then */
  VetoTrustEnvelope *envelope; /* (nullable) */
  GError            *error;    /* (nullable) */
} Check;

static void
clear_check (Check *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->before, veto_trust_state_unref);
  g_clear_pointer (&self->after, veto_trust_state_unref);
  g_clear_pointer (&self->envelope, veto_trust_envelope_free);
  g_clear_error (&self->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, clear_check)

/* A root alone must sign itself; what stands behind a root, is checked as a client that has that root does. */
static void
check_document (Check *self)
{
  const gint64     now = g_get_real_time () / G_USEC_PER_SEC;
  VetoTrustOutcome outcome;

  self->envelope = veto_trust_envelope_parse (self->bytes, self->kind, NULL);
  if (self->kind == VETO_TRUST_INDEX)
    self->after = veto_trust_state_take_index (self->before, self->bytes, now, &outcome, &self->error);
  else if (self->before != NULL)
    self->after = veto_trust_state_take_root (self->before, self->bytes, &self->error);
  else
    self->after = veto_trust_state_new (self->bytes, 0, &self->error);
  if (self->after != NULL && !veto_trust_state_check_root (self->after, now, &self->error))
    g_clear_pointer (&self->after, veto_trust_state_unref);
}

/* All that a client would fetch. */
static void
check_feed (Check *self, GBytes *root)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  self->is_feed = TRUE;
  self->kind = VETO_TRUST_INDEX;
  self->bytes = veto_release_read_file (self->path, VETO_RELEASE_INDEX, VETO_TRUST_MAX_INDEX_BYTES, NULL);
  if (self->bytes != NULL)
    self->envelope = veto_trust_envelope_parse (self->bytes, VETO_TRUST_INDEX, NULL);
  if (!veto_release_verify (self->path, root, now, &self->before, &self->error))
    return;
  self->after = veto_trust_state_ref (self->before);
}

static const char *
get_code (const GError *error)
{
  return error->domain == VETO_RELEASE_ERROR ? "missing" : veto_update_problem_get_id (error);
}

/* Of the root that @key_id is judged by. */
static const char *
get_role (const Check *self, const char *key_id)
{
  const VetoTrustState *state = self->after != NULL ? self->after : self->before;

  if (state != NULL && veto_trust_role_find (&state->root->root, key_id) != NULL)
    return "root";
  if (state != NULL && veto_trust_role_find (&state->root->index, key_id) != NULL)
    return "index";
  return NULL;
}

static void
set_times (JsonBuilder *builder, gint64 created, gint64 expires)
{
  g_autofree char *from = veto_ctl_feed_dup_time (created), *to = veto_ctl_feed_dup_time (expires);

  veto_ctl_set_text (builder, "created", from);
  veto_ctl_set_text (builder, "expires", to);
}

static void
set_document (JsonBuilder *builder, const Check *self)
{
  gboolean is_root = self->kind == VETO_TRUST_ROOT;

  veto_ctl_set_text (builder, "type", self->is_feed ? "feed" : is_root ? "root" : "index");
  veto_ctl_set_text (builder, "code", self->error != NULL ? get_code (self->error) : NULL);
  veto_ctl_set_text (builder, "message", self->error != NULL ? self->error->message : NULL);
  if (self->after == NULL)
    return;
  if (is_root)
    set_times (builder, self->after->root->created, self->after->root->expires);
  else
    set_times (builder, self->after->index->created, self->after->index->expires);
  veto_ctl_set_number (builder, "version",
                       is_root ? self->after->root->version : self->after->index->version);
  if (self->is_feed)
    veto_ctl_set_number (builder, "root", self->after->root->version);
}

static int
print_json (const Check *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  set_document (builder, self);
  json_builder_set_member_name (builder, "signatures");
  json_builder_begin_array (builder);
  for (guint i = 0; self->envelope != NULL && i < self->envelope->n_signatures; i++)
    {
      json_builder_begin_object (builder);
      veto_ctl_set_text (builder, "key", self->envelope->signatures[i].key_id);
      veto_ctl_set_text (builder, "role", get_role (self, self->envelope->signatures[i].key_id));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return veto_ctl_print_json (builder);
}

static void
add_signature (GString *page, const Check *self, const char *key_id)
{
  const char *role = get_role (self, key_id);

  veto_ctl_page_add (page, 2, "- ", key_id);
  if (role == NULL)
    veto_ctl_page_add (page, 4, "", _ ("a stranger: counts nothing"));
}

static int
print_text (const Check *self)
{
  gboolean         is_root = self->kind == VETO_TRUST_ROOT;
  guint            version = is_root ? self->after->root->version : self->after->index->version;
  gint64           expires = is_root ? self->after->root->expires : self->after->index->expires;
  g_autofree char *until = veto_ctl_feed_dup_time (expires);
  g_autoptr(GString) page = g_string_new (NULL);

  if (self->is_feed)
    /* Translators: %u is a number */
    veto_ctl_page_add_format (page, 0, "", _ ("A whole feed under root %u."), self->after->root->version);
  if (is_root)
    /* Translators: %1$u is a number, %2$s an instant such as 2028-11-22T12:00:00Z */
    veto_ctl_page_add_format (page, 0, "", _ ("Root %1$u, valid until %2$s. Signed by:"), version, until);
  else
    /* Translators: %1$u is a number, %2$s an instant such as 2028-11-22T12:00:00Z */
    veto_ctl_page_add_format (page, 0, "", _ ("Index %1$u, valid until %2$s. Signed by:"), version, until);
  for (guint i = 0; i < self->envelope->n_signatures; i++)
    add_signature (page, self, self->envelope->signatures[i].key_id);
  return veto_ctl_print (page->str);
}

static void
say_refused (const Check *self)
{
  const char      *id = get_code (self->error);
  g_autofree char *text = NULL;
  GDate            today;

  if (self->error->domain == VETO_RELEASE_ERROR)
    {
      veto_ctl_feed_fail (self->path, self->error);
      return;
    }
  veto_day_today (&today);
  text = veto_update_problem_dup_text (id, 0, &today);
  /* Translators: %1$s is a file, %2$s the place in it and what is wrong there, in English; then what Veto's window says:
   * %3$s is a heading, %4$s one or more sentences */
  veto_ctl_say (_ ("%1$s: %2$s. Veto would say: “%3$s. %4$s”"), self->path, self->error->message,
                veto_update_problem_get_title (id), text);
}

/* Returns: an exit code; what is wrong with the command line has been said */
static int
look (Check *self, const char *root_path, GBytes *root)
{
  if (g_file_test (self->path, G_FILE_TEST_IS_DIR))
    {
      check_feed (self, root);
      return VETO_CTL_DONE;
    }
  self->bytes = veto_ctl_feed_read (self->path);
  if (self->bytes == NULL || !veto_ctl_feed_find_kind (self->path, self->bytes, "payloadType", &self->kind))
    return VETO_CTL_FAILED;
  if (root == NULL && self->kind == VETO_TRUST_INDEX)
    {
      veto_ctl_say (_ ("Say who may sign it: --root ROOT.json."));
      return VETO_CTL_WRONG_USAGE;
    }
  self->before = root != NULL ? veto_trust_state_new (root, 0, &self->error) : NULL;
  if (root != NULL && self->before == NULL)
    return veto_ctl_feed_fail (root_path, self->error);
  check_document (self);
  return VETO_CTL_DONE;
}

static int
run (const VetoCtl *ctl)
{
  const char *root_path = veto_ctl_get_setting (ctl, "--root");
  g_auto(Check) check = { .path = ctl->arguments->pdata[0] };
  g_autoptr(GBytes) root = root_path != NULL ? veto_ctl_feed_read (root_path) : NULL;
  int code;

  if (root_path != NULL && root == NULL)
    return VETO_CTL_FAILED;
  code = look (&check, root_path, root);
  if (code != VETO_CTL_DONE)
    return code;
  if (ctl->json)
    code = print_json (&check);
  else if (check.error == NULL)
    code = print_text (&check);
  else
    {
      say_refused (&check);
      code = VETO_CTL_FAILED;
    }
  return code == VETO_CTL_DONE && check.error != NULL ? VETO_CTL_FAILED : code;
}

static const VetoCtlOption own_options[] = {
  { "--root", "ROOT.json",
    N_ (
      "The root that a client has. An index needs it; a root is then the next one; a feed begins with it.") },
  { NULL },
};

const VetoCtlCommand veto_ctl_feed_verify = {
  .name = "feed verify",
  .arguments = "FILE|FEED",
  .n_min = 1,
  .n_max = 1,
  .lists = TRUE,
  .options = own_options,
  .summary = N_ ("For publishers: what Veto would say of a signed root or index, or of a whole feed."),
  .details = N_ ("By the rules of the program itself: who signed and whether that is enough, the number, the "
                 "dates. Of a folder that is served also each root, each file, and the guidance in each "
                 "language. Exit code 1 when Veto would refuse it."),
  .run = run,
};
