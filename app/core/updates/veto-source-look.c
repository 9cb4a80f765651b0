/* A look at the page that a source is: whether its text is still what the steps were written from.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-source-look"

#include "veto-config.h"

#include "veto-source-look.h"

#include <glib/gi18n-lib.h>

const VetoFetchLimits veto_source_limits = {
  .kind = VETO_FETCH_PAGE,
  .max_bytes = VETO_PAGE_MAX_BYTES,
  .exact_bytes = -1,
  .deadline_ms = 40000,
};

/* On its way from one callback to the next */
typedef struct
{
  char   *link;
  char   *fingerprint; /* nullable */
  char   *lines;       /* nullable */
  char   *charset;     /* nullable: what the server says */
  GBytes *page;        /* what it sent */
} Way;

static void
free_way (gpointer data)
{
  Way *way = data;

  g_free (way->link);
  g_free (way->fingerprint);
  g_free (way->lines);
  g_free (way->charset);
  g_clear_pointer (&way->page, g_bytes_unref);
  g_free (way);
}

/* @error: (transfer full) */
static VetoSourceLook *
make_look (VetoSourceState state, GError *error)
{
  VetoSourceLook *look = g_new0 (VetoSourceLook, 1);

  look->state = state;
  look->error = error;
  return look;
}

static void
return_look (GTask *task, VetoSourceLook *look)
{
  g_task_return_pointer (task, look, (GDestroyNotify) veto_source_look_free);
}

static VetoSourceState
get_state_of_fetch (const GError *error)
{
  if (error->domain != VETO_FETCH_ERROR)
    return VETO_SOURCE_UNREACHABLE;
  switch ((VetoFetchError) error->code)
    {
    case VETO_FETCH_ERROR_NOT_FOUND:
      return VETO_SOURCE_GONE;
    case VETO_FETCH_ERROR_REDIRECT:
    case VETO_FETCH_ERROR_TOO_BIG:
    case VETO_FETCH_ERROR_NO_PAGE:
    case VETO_FETCH_ERROR_ADDRESS:
      return VETO_SOURCE_NOT_COMPARABLE;
    case VETO_FETCH_ERROR_NETWORK:
    case VETO_FETCH_ERROR_TIMEOUT:
    case VETO_FETCH_ERROR_SIZE:
    case VETO_FETCH_ERROR_WEB_PAGE: /* that of a network that wants a login first */
    default:
      return VETO_SOURCE_UNREACHABLE;
    }
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Way    *way = data;
  GError *error = NULL;
  g_autoptr(VetoPageText) text = veto_page_text_read (way->page, way->charset, way->link, &error);
  VetoSourceLook *look;

  if (text == NULL)
    {
      gboolean is_gone = g_error_matches (error, VETO_PAGE_TEXT_ERROR, VETO_PAGE_TEXT_ERROR_GONE);

      return_look (task, make_look (is_gone ? VETO_SOURCE_GONE : VETO_SOURCE_NOT_COMPARABLE, error));
      return;
    }
  if (way->fingerprint == NULL)
    look = make_look (VETO_SOURCE_UNKNOWN, NULL);
  else if (g_str_equal (way->fingerprint, text->fingerprint))
    look = make_look (VETO_SOURCE_SAME, NULL);
  else
    {
      look = make_look (VETO_SOURCE_CHANGED, NULL);
      look->change = veto_page_text_compare (text, way->lines);
    }
  look->text = g_steal_pointer (&text);
  return_look (task, look);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  Way *way = g_task_get_task_data (task);

  way->page = veto_fetch_finish (result, &error);
  way->charset = veto_fetch_dup_charset (result);
  if (way->page != NULL)
    g_task_run_in_thread (task, read_thread);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    {
      VetoSourceState state = get_state_of_fetch (error);

      return_look (task, make_look (state, g_steal_pointer (&error)));
    }
}

void
veto_source_look_async (SoupSession           *session,
                        const VetoSource      *source,
                        const VetoFetchLimits *limits,
                        GCancellable          *cancellable,
                        GAsyncReadyCallback    callback,
                        gpointer               user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Way *way;

  g_return_if_fail (source != NULL);
  g_return_if_fail (limits != NULL && limits->kind == VETO_FETCH_PAGE);

  g_task_set_source_tag (task, veto_source_look_async);
  if (source->link == NULL)
    {
      return_look (task, make_look (VETO_SOURCE_NOT_COMPARABLE, NULL));
      return;
    }
  way = g_new0 (Way, 1);
  way->link = g_strdup (source->link);
  way->fingerprint = g_strdup (source->fingerprint);
  way->lines = g_strdup (source->lines);
  g_task_set_task_data (task, way, free_way);
  veto_fetch_async (session, source->link, limits, cancellable, fetched_cb, g_steal_pointer (&task));
}

VetoSourceLook *
veto_source_look_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
veto_source_look_free (VetoSourceLook *self)
{
  g_clear_pointer (&self->text, veto_page_text_free);
  g_clear_pointer (&self->change, veto_page_change_free);
  g_clear_error (&self->error);
  g_free (self);
}

static char *
dup_change (const VetoPageChange *change)
{
  guint n_new = change != NULL ? change->new_lines->len : 0, n_gone = change != NULL ? change->n_gone : 0;
  g_autofree char *is_new = NULL, *is_gone = NULL;

  if (n_new > 0)
    /* Translators: of paragraphs, headings, entries of lists on a web page */
    is_new = g_strdup_printf (ngettext ("%u line is new.", "%u lines are new.", n_new), n_new);
  if (n_gone > 0)
    /* Translators: of paragraphs, headings, entries of lists that were on a web page before */
    is_gone = g_strdup_printf (ngettext ("%u old line is gone.", "%u old lines are gone.", n_gone), n_gone);
  return g_strjoin (" ", _ ("The text has changed since the steps were written."),
                    is_new != NULL ? is_new : is_gone, is_new != NULL ? is_gone : NULL, NULL);
}

char *
veto_source_look_dup_words (const VetoSourceLook *self)
{
  switch (self->state)
    {
    case VETO_SOURCE_SAME:
      return g_strdup (_ ("The text is the same as when the steps were written."));
    case VETO_SOURCE_CHANGED:
      return dup_change (self->change);
    case VETO_SOURCE_UNKNOWN:
      return g_strdup (
        _ ("The page is still there. But nobody noted its text when the steps were written, so Veto "
           "cannot compare it."));
    case VETO_SOURCE_GONE:
      return g_strdup (_ ("This page is not there any more."));
    case VETO_SOURCE_UNREACHABLE:
      return g_strdup (_ ("The page could not be reached. Try again later."));
    case VETO_SOURCE_NOT_COMPARABLE:
    default:
      return g_strdup (_ ("Veto cannot compare this page. Open it yourself."));
    }
}

const char *
veto_source_state_get_id (VetoSourceState state)
{
  static const char *const ids[] = {
    [VETO_SOURCE_SAME] = "same",
    [VETO_SOURCE_CHANGED] = "changed",
    [VETO_SOURCE_UNKNOWN] = "unknown",
    [VETO_SOURCE_GONE] = "gone",
    [VETO_SOURCE_UNREACHABLE] = "unreachable",
    [VETO_SOURCE_NOT_COMPARABLE] = "not-comparable",
  };
  return ids[state];
}
