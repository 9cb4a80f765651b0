/* Steps, of a guide and of a branch.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include "veto-json.h"
#include "veto-readers.h"
#include "veto-text.h"

#define MAX_STEPS 64
#define MAX_LINKS 8
#define MAX_BRANCHES_OF_STEP 16
#define MAX_WAIT_DAYS 366
#define PROFILE "profile."

static void
read_links (VetoReader *reader, const VetoJson *object, VetoStep *step)
{
  step->links = veto_reader_read_texts (reader, object, "links", 1, MAX_LINKS, VETO_GUIDANCE_ERROR_LINK,
                                        veto_reader_check_link);
}

static void
read_value (VetoReader *reader, const VetoJson *object, VetoStep *step)
{
  static const char *const values[] = { "account.login", "account.password", "reason", NULL };

  step->value = veto_reader_get_text (reader, object, "value");
  if (step->value != NULL && !g_strv_contains (values, step->value)
      && !(g_str_has_prefix (step->value, PROFILE) && veto_text_is_id (step->value + strlen (PROFILE))))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "value", "no such value: %s", step->value);
}

static void
read_wait (VetoReader *reader, const VetoJson *object, VetoStep *step)
{
  gint64 days = 0;

  step->wait_for = veto_reader_get_optional_text (reader, object, "for");
  if (step->wait_for != NULL && !g_str_equal (step->wait_for, "email"))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "for", "nothing to wait for: %s",
                          step->wait_for);
  if (veto_json_has (object, "days"))
    veto_reader_get_number (reader, object, "days", 1, MAX_WAIT_DAYS, &days);
  else if (!veto_json_has (object, "for"))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, NULL,
                          "a step that waits needs \"for\" or \"days\"");
  step->wait_days = (guint) days;
}

static void
read_keep (VetoReader *reader, const VetoJson *object, VetoStep *step)
{
  step->keep = (const char *const *) veto_reader_read_references (reader, object, "what", 1, VETO_IDS_KEEP);
}

typedef struct
{
  const char  *name;
  VetoStepKind kind;
  const char  *members[3];
  void (*read) (VetoReader *reader, const VetoJson *object, VetoStep *step);
} Kind;

static const Kind kinds[] = {
  { "open", VETO_STEP_OPEN, { "links" }, read_links },
  { "copy", VETO_STEP_COPY, { "value" }, read_value },
  { "fill", VETO_STEP_FILL, { "value" }, read_value },
  { "choose", VETO_STEP_CHOOSE, { NULL }, NULL },
  { "do", VETO_STEP_DO, { NULL }, NULL },
  { "wait", VETO_STEP_WAIT, { "for", "days" }, read_wait },
  { "keep", VETO_STEP_KEEP, { "what" }, read_keep },
};

/* A kind that this version does not know is no fault for a reader, whose guidance may be newer; it is one for an author. */
static void
read_kind (VetoReader *reader, const VetoJson *object, VetoStep *step)
{
  static const char *const members[] = { "id", "kind", "optional", "screen", "branches", NULL };
  const char              *name = veto_reader_get_text (reader, object, "kind");

  for (gsize i = 0; i < G_N_ELEMENTS (kinds) && name != NULL; i++)
    if (g_str_equal (kinds[i].name, name))
      {
        step->kind = kinds[i].kind;
        veto_reader_check_members (reader, object, members, kinds[i].members);
        if (kinds[i].read != NULL)
          kinds[i].read (reader, object, step);
        return;
      }
  step->kind = VETO_STEP_OTHER;
  if (name != NULL && reader->strict)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "kind", "no such kind: %s", name);
}

static const VetoBranch *
find_branch (const VetoGuideContext *context, const char *id)
{
  for (guint i = 0; i < context->n_branches; i++)
    if (g_str_equal (context->branches[i].id, id))
      return &context->branches[i];
  return NULL;
}

static const char *
check_id (VetoReader *reader, const char *text)
{
  return veto_text_is_id (text) ? NULL : "expected an id";
}

static void
read_branch_names (VetoReader *reader, const VetoJson *object, VetoStep *step, VetoGuideContext *context)
{
  static const char *const nothing[] = { NULL };
  const char *const       *names = nothing;
  const VetoBranch       **branches;
  guint                    n = 0;

  if (veto_json_has (object, "branches"))
    names = veto_reader_read_texts (reader, object, "branches", 0, MAX_BRANCHES_OF_STEP,
                                    VETO_GUIDANCE_ERROR_MALFORMED, check_id);
  branches =
    veto_pool_new_array (reader->pool, const VetoBranch *, (gsize) g_strv_length ((char **) names) + 1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      branches[n] = find_branch (context, names[i]);
      if (branches[n] == NULL)
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "branches", "no such branch: %s",
                              names[i]);
      else if (g_strcmp0 (context->branch_id, names[i]) == 0)
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "branches", "leads back to itself: %s",
                              names[i]);
      else
        g_hash_table_add (context->named, (gpointer) names[i]);
      n += branches[n] != NULL;
    }
  step->branches = branches;
}

/* @english: gets title, body and why, and then the words of the rows */
static void
read_words (VetoReader *reader, VetoStep *step, GPtrArray *english)
{
  VetoWordRules rules = reader->tried ? 0 : VETO_WORDS_UNTRIED;
  const char   *words;

  step->title =
    veto_reader_get_words (reader, ".title", rules | VETO_WORDS_REQUIRED | VETO_WORDS_TITLE, &words);
  g_ptr_array_add (english, (gpointer) words);
  step->body = veto_reader_get_words (reader, ".body", rules | VETO_WORDS_REQUIRED | VETO_WORDS_BODY, &words);
  g_ptr_array_add (english, (gpointer) words);
  step->why = veto_reader_get_words (reader, ".why", rules, &words);
  g_ptr_array_add (english, (gpointer) words);
}

static gpointer
keep_origin (VetoReader *reader, const VetoJson *node, GPtrArray *english)
{
  VetoStepOrigin *origin = veto_pool_new_array (reader->pool, VetoStepOrigin, 1);
  const char    **texts = veto_pool_new_array (reader->pool, const char *, english->len);

  for (guint i = 0; i < english->len; i++)
    texts[i] = english->pdata[i] != NULL ? english->pdata[i] : "";
  origin->structure = node;
  origin->english = texts;
  origin->n_english = english->len;
  return origin;
}

static void
read_step (VetoReader *reader, const VetoJson *node, gpointer entry, gpointer data)
{
  g_autoptr(GPtrArray) english = g_ptr_array_new ();
  VetoGuideContext *context = data;
  const VetoJson   *object = node;
  VetoStep         *step = entry;
  gsize             key = veto_reader_enter_key (reader, "/", step->id);

  step->path = context->branch_id == NULL
                 ? step->id
                 : veto_pool_take_text (reader->pool, g_strconcat (context->branch_id, "/", step->id, NULL));
  step->optional = veto_reader_get_boolean (reader, object, "optional");
  read_kind (reader, object, step);
  read_words (reader, step, english);
  step->screen = veto_read_screen (reader, object, english);
  read_branch_names (reader, object, step, context);
  step->revision_source = keep_origin (reader, node, english);
  veto_reader_leave_key (reader, key);
}

VetoStep *
veto_read_steps (VetoReader *reader, const VetoJson *object, VetoGuideContext *context, guint *out_n)
{
  static const VetoEntries kind = { 1, MAX_STEPS, sizeof (VetoStep), read_step };

  return veto_reader_read_entries (reader, object, "steps", &kind, context, out_n);
}
