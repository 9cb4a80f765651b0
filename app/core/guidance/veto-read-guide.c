/* Guides and their branches.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include "veto-json.h"
#include "veto-readers.h"
#include "veto-text.h"

#define MAX_GUIDES 64
#define MAX_BRANCHES 64

static const char *const goals[] = { "object",         "object-third-party",
                                     "limit-audience", "delete-ai-chats",
                                     "opt-out",        NULL };

static gboolean
has_id (const VetoJson *node, const char *id)
{
  const VetoJson *value = node->kind == VETO_JSON_OBJECT ? veto_json_find (node, "id") : NULL;

  return value != NULL && value->kind == VETO_JSON_TEXT && g_str_equal (value->text, id);
}

static const char *
read_guide_id (VetoReader *reader, const VetoJson *then, const VetoGuideContext *context)
{
  const char *id;
  guint       n = context->guides->n_items;

  if (!veto_json_has (then, "guide"))
    return NULL;
  id = veto_reader_get_id (reader, then, "guide");
  if (id == NULL)
    return NULL;
  for (guint i = 0; i < n; i++)
    if (has_id (&context->guides->items[i], id))
      {
        if (g_str_equal (id, context->guide_id))
          veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "guide", "leads back to itself: %s",
                                id);
        return id;
      }
  veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "guide", "no such guide: %s", id);
  return NULL;
}

static void
read_branch (VetoReader *reader, const VetoJson *node, gpointer entry, gpointer data)
{
  static const char *const members[] = { "id", "then", NULL }, *const then_members[] = { "steps", "guide",
                                                                                         NULL };
  const VetoJson   *object = node;
  VetoGuideContext *context = data;
  VetoBranch       *branch = entry;
  const VetoJson   *then;
  gsize             mark, key = veto_reader_enter_key (reader, "/", branch->id);

  veto_reader_check_members (reader, object, members, NULL);
  branch->question = veto_reader_get_words (reader, ".question",
                                            VETO_WORDS_REQUIRED | (reader->tried ? 0 : VETO_WORDS_UNTRIED),
                                            NULL);
  then = veto_reader_get_object (reader, object, "then");
  mark = veto_reader_enter (reader, "then");
  if (then != NULL)
    {
      veto_reader_check_members (reader, then, then_members, NULL);
      branch->guide_id = read_guide_id (reader, then, context);
      context->branch_id = branch->id;
      if (veto_json_has (then, "steps"))
        branch->steps = veto_read_steps (reader, then, context, &branch->n_steps);
      else if (!veto_json_has (then, "guide"))
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "expected \"steps\" or \"guide\"");
      context->branch_id = NULL;
    }
  veto_reader_leave (reader, mark);
  veto_reader_leave_key (reader, key);
}

/* Steps name branches, and branches have steps: so the names of the branches come first. */
static const VetoJson *
prepare_branches (VetoReader *reader, const VetoJson *object, VetoGuideContext *context)
{
  const VetoJson *list =
    veto_json_has (object, "branches") ? veto_reader_get_list (reader, object, "branches") : NULL;
  GError *error = NULL;

  context->n_branches = list != NULL ? list->n_items : 0;
  if (context->n_branches > MAX_BRANCHES)
    context->n_branches = 0; /* complained of when they are read */
  context->branches = veto_pool_new_array (reader->pool, VetoBranch, context->n_branches);
  for (guint i = 0; i < context->n_branches; i++)
    {
      const VetoJson *node = &list->items[i];

      context->branches[i].id = "";
      if (node->kind == VETO_JSON_OBJECT)
        context->branches[i].id = veto_json_get_text (node, "", "id", &error);
      if (context->branches[i].id == NULL)
        context->branches[i].id = ""; /* complained of when it is read */
      g_clear_error (&error);
    }
  return list;
}

static void
check_reachable (VetoReader *reader, const VetoGuideContext *context)
{
  gsize mark = veto_reader_enter (reader, "branches");

  for (guint i = 0; i < context->n_branches && reader->strict; i++)
    if (!g_hash_table_contains (context->named, context->branches[i].id))
      {
        gsize element = veto_reader_enter_element (reader, i);
        veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "no step names the branch %s",
                              context->branches[i].id);
        veto_reader_leave (reader, element);
      }
  veto_reader_leave (reader, mark);
}

static void
read_steps_and_branches (VetoReader *reader, const VetoJson *object, const VetoJson *guides, VetoGuide *guide)
{
  static const VetoEntries kind = { 0, MAX_BRANCHES, sizeof (VetoBranch), read_branch };
  g_autoptr(GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  VetoGuideContext context = { .guides = guides, .guide_id = guide->id, .named = named };
  const VetoJson  *list = prepare_branches (reader, object, &context);
  gsize            mark;

  guide->steps = veto_read_steps (reader, object, &context, &guide->n_steps);
  if (list != NULL)
    {
      mark = veto_reader_enter (reader, "branches");
      veto_reader_read_into (reader, list, &kind, context.branches, &context);
      veto_reader_leave (reader, mark);
    }
  check_reachable (reader, &context);
  guide->branches = context.branches;
  guide->n_branches = context.n_branches;
}

/* A day on which what was sent before ceased to count. It has happened: a source tells of it. */
static void
read_redo (VetoReader *reader, const VetoJson *object, VetoWordRules rules, VetoGuide *guide)
{
  GDate day;

  if (!veto_json_has (object, "redo_from") || !veto_reader_get_day (reader, object, "redo_from", &day))
    return;
  guide->redo_from = day;
  guide->redo = veto_reader_get_words (reader, ".redo", rules | VETO_WORDS_REQUIRED, NULL);
  if (reader->strict && g_date_compare (&day, &guide->evidence.as_of) > 0)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "redo_from", "later than \"as_of\"");
}

static void
read_guide (VetoReader *reader, const VetoJson *node, gpointer entry, gpointer data)
{
  static const char *const members[] = { "id",     "goal",      "where",     "needs",     "regimes",
                                         "letter", "letter_to", "certainty", "as_of",     "sources",
                                         "steps",  "branches",  "tried",     "redo_from", NULL };
  const VetoJson          *object = node;
  VetoGuide               *guide = entry;
  gsize                    key = veto_reader_enter_key (reader, "/", guide->id);
  VetoWordRules            rules;

  veto_reader_check_members (reader, object, members, NULL);
  guide->goal = veto_reader_get_text (reader, object, "goal");
  if (guide->goal != NULL && !g_strv_contains (goals, guide->goal))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "goal", "no such goal: %s", guide->goal);
  guide->where =
    (const char *const *) veto_reader_read_references (reader, object, "where", 1, VETO_IDS_WHERE);
  guide->needs =
    (const char *const *) veto_reader_read_references (reader, object, "needs", 0, VETO_IDS_NEEDS);
  guide->regimes =
    (const VetoRegime *const *) veto_reader_read_references (reader, object, "regimes", 1, VETO_IDS_REGIMES);
  guide->letter = veto_reader_get_optional_text (reader, object, "letter");
  guide->letter_to = veto_reader_get_optional_text (reader, object, "letter_to");
  if (guide->letter_to != NULL && veto_reader_use (reader, VETO_IDS_CONTROLLERS, guide->letter_to) == NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "letter_to", "no such id in controllers: %s",
                          guide->letter_to);
  veto_read_evidence (reader, object, TRUE, &guide->evidence);

  reader->tried = g_date_valid (&guide->evidence.tried);
  rules = reader->tried ? 0 : VETO_WORDS_UNTRIED;
  guide->title =
    veto_reader_get_words (reader, ".title", rules | VETO_WORDS_REQUIRED | VETO_WORDS_TITLE, NULL);
  guide->summary = veto_reader_get_words (reader, ".summary", rules, NULL);
  read_redo (reader, object, rules, guide);
  read_steps_and_branches (reader, object, data, guide);
  reader->tried = FALSE;
  veto_reader_leave_key (reader, key);
}

void
veto_read_guides (VetoReader *reader, const VetoJson *platform, VetoPlatformContent *content)
{
  static const VetoEntries kind = { 1, MAX_GUIDES, sizeof (VetoGuide), read_guide };
  const VetoJson          *list = veto_json_find (platform, "guides");
  const VetoJson          *guides = list != NULL && list->kind == VETO_JSON_LIST ? list : NULL;

  content->guides =
    veto_reader_read_entries (reader, platform, "guides", &kind, (gpointer) guides, &content->n_guides);
}
