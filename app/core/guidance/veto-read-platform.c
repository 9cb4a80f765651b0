/* One platform, from its object to its GObject.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include "veto-json.h"
#include "veto-readers.h"

#define MAX_MINUTES 120

static const char *
read_colour (VetoReader *reader, const VetoJson *object)
{
  const char *text = veto_reader_get_text (reader, object, "colour");

  if (text != NULL && (strlen (text) != 7 || text[0] != '#' || strspn (text + 1, "0123456789abcdef") != 6))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "colour",
                          "expected a colour such as #1877f2");
  return text;
}

/* @member: an id of something that must exist. Returns: (nullable): its value */
static const char *
read_reference (VetoReader *reader, const VetoJson *object, const char *member, VetoIds ids, const char *home)
{
  const char *id = veto_reader_get_id (reader, object, member);
  const char *value = id != NULL ? veto_reader_use (reader, ids, id) : NULL;

  if (id != NULL && value == NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, member, "no such id in %s: %s", home, id);
  return value;
}

static void
read_members (VetoReader *reader, const VetoJson *object, VetoPlatformContent *content)
{
  gint64 minutes = 0;

  const char *words = veto_reader_get_words (reader, ".name", 0, NULL);

  content->name = veto_reader_get_text (reader, object, "name");
  if (words != NULL)
    content->name = words;
  content->summary = veto_reader_get_words (reader, ".summary", VETO_WORDS_REQUIRED, NULL);
  content->colour = read_colour (reader, object);
  content->controller = read_reference (reader, object, "controller", VETO_IDS_CONTROLLERS, "controllers");
  content->category = read_reference (reader, object, "category", VETO_IDS_CATEGORIES, "common.categories");
  veto_reader_get_number (reader, object, "minutes", 1, MAX_MINUTES, &minutes);
  content->minutes = (guint) minutes;
  content->covers =
    (const char *const *) veto_reader_read_references (reader, object, "covers", 0, VETO_IDS_COVERS);
  content->not_covered =
    (const char *const *) veto_reader_read_references (reader, object, "not_covered", 0, VETO_IDS_COVERS);
}

VetoPlatform *
veto_read_platform (VetoReader *reader, const VetoJson *node)
{
  static const char *const members[] = { "format",  "id",      "name",   "controller", "category",
                                         "colour",  "minutes", "covers", "facts",      "not_covered",
                                         "history", "guides",  NULL };
  VetoPlatformContent     *content;
  const VetoJson          *object;
  gsize                    key;

  if (node->kind != VETO_JSON_OBJECT)
    {
      veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "expected an object");
      return NULL;
    }
  object = node;
  content = veto_pool_new_array (reader->pool, VetoPlatformContent, 1);
  if (!veto_reader_check_format (reader, object)
      || (content->id = veto_reader_get_id (reader, object, "id")) == NULL)
    return NULL;

  key = veto_reader_enter_key (reader, "", content->id);
  veto_reader_check_members (reader, object, members, NULL);
  read_members (reader, object, content);
  veto_read_facts (reader, object, content);
  veto_read_history (reader, object, content);
  veto_read_guides (reader, object, content);
  veto_reader_leave_key (reader, key);
  return veto_platform_new (reader->pool, content);
}
