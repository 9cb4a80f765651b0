/* A whole bundle: its head, what platforms refer to, and the platforms.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include "veto-read-bundle.h"

#include "veto-json.h"
#include "veto-letter-readers.h"

#define MAX_PLATFORMS 500
#define MAX_LETTERS 200
#define MAX_VERSION 2147483647

void
veto_bundle_content_clear (VetoBundleContent *self)
{
  g_clear_pointer (&self->platforms, g_ptr_array_unref);
  g_clear_pointer (&self->letters, g_ptr_array_unref);
}

static void
read_platforms (VetoReader        *reader,
                const VetoJson    *list,
                const char *const *files,
                VetoBundleContent *content)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = list->n_items;

  veto_read_enter_part (reader, "platforms");
  if (n == 0 || n > MAX_PLATFORMS)
    {
      veto_reader_complain (reader, n == 0 ? VETO_GUIDANCE_ERROR_MALFORMED : VETO_GUIDANCE_ERROR_TOO_BIG,
                            NULL, "expected 1 to %d platforms", MAX_PLATFORMS);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      gsize         mark = files != NULL ? veto_reader_enter_document (reader, files[i])
                                         : veto_reader_enter_element (reader, i);
      VetoPlatform *platform = veto_read_platform (reader, &list->items[i]);

      if (platform != NULL)
        {
          g_ptr_array_add (content->platforms, platform);
          if (!g_hash_table_add (seen, (gpointer) veto_platform_get_id (platform)))
            veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "id", "the id %s twice",
                                  veto_platform_get_id (platform));
        }
      veto_reader_leave (reader, mark);
    }
}

static void
read_letters (VetoReader *reader, const VetoJson *list, const char *const *files, VetoBundleContent *content)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = list->n_items;

  veto_read_enter_part (reader, "letters");
  if (n > MAX_LETTERS)
    {
      veto_reader_complain (reader, VETO_GUIDANCE_ERROR_TOO_BIG, NULL, "expected at most %d letters",
                            MAX_LETTERS);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      gsize           mark = files != NULL ? veto_reader_enter_document (reader, files[i])
                                           : veto_reader_enter_element (reader, i);
      VetoLetterKind *kind = veto_read_letter (reader, &list->items[i]);

      if (kind != NULL)
        {
          g_ptr_array_add (content->letters, kind);
          if (!g_hash_table_add (seen, (gpointer) veto_letter_kind_get_id (kind)))
            veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "id", "the id %s twice",
                                  veto_letter_kind_get_id (kind));
        }
      veto_reader_leave (reader, mark);
    }
}

static gboolean
has_letter (const VetoBundleContent *content, const char *id)
{
  for (guint i = 0; i < content->letters->len; i++)
    if (g_str_equal (veto_letter_kind_get_id (content->letters->pdata[i]), id))
      return TRUE;
  return FALSE;
}

/* A way that leads to a letter needs its words. */
static void
check_letters_of_guides (VetoReader *reader, const VetoBundleContent *content)
{
  for (guint i = 0; i < content->platforms->len; i++)
    {
      VetoPlatform    *platform = content->platforms->pdata[i];
      guint            n_guides;
      const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);

      for (guint k = 0; k < n_guides; k++)
        if (guides[k].letter != NULL && !has_letter (content, guides[k].letter))
          veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, NULL,
                                "the guide %s/%s names a letter that is not there: %s",
                                veto_platform_get_id (platform), guides[k].id, guides[k].letter);
    }
}

void
veto_read_bundle (VetoReader             *reader,
                  const VetoJson         *root,
                  const VetoBundlePlaces *places,
                  VetoBundleContent      *content)
{
  const VetoJson *object;
  const VetoJson *list;

  content->platforms = g_ptr_array_new_with_free_func (g_object_unref);
  content->letters = g_ptr_array_new_with_free_func (g_object_unref);
  veto_reader_enter_document (reader, "guidance.json");
  if (root->kind != VETO_JSON_OBJECT)
    {
      veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "expected an object");
      return;
    }
  object = root;
  if (!veto_reader_check_format (reader, object))
    return;
  veto_reader_get_number (reader, object, "version", 0, MAX_VERSION, &content->version);
  veto_read_shared (reader, object, &content->shared);

  veto_reader_enter_document (reader, "guidance.json");
  list = veto_reader_get_list (reader, object, "platforms");
  if (list != NULL)
    read_platforms (reader, list, places != NULL ? places->platforms : NULL, content);
  veto_reader_enter_document (reader, "guidance.json");
  list = veto_reader_get_list (reader, object, "letters");
  if (list != NULL)
    read_letters (reader, list, places != NULL ? places->letters : NULL, content);
  veto_reader_enter_document (reader, "guidance.json");
  check_letters_of_guides (reader, content);
}
