/* What the desktop tells the person about.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reminders"

#include "veto-reminders.h"

#include "veto-case-next.h"
#include "veto-day.h"
#include "veto-store-notices.h"

/* (transfer full) (nullable): %NULL when no time is over, or nothing follows from it */
static VetoNext *
find_due (VetoCase *item, const GDate *today)
{
  g_autoptr(VetoNext) next = NULL;

  if (veto_case_get_state (item) == VETO_CASE_NOT_STARTED || veto_case_get_state (item) == VETO_CASE_DONE)
    return NULL; /* most cases, and no day changes that */
  next = veto_case_compute_next (item, today);
  return g_date_valid (&next->over) ? g_steal_pointer (&next) : NULL;
}

guint
veto_reminders_count (GListModel *cases, const GDate *today)
{
  guint n_due = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (cases) && g_date_valid (today), 0);

  for (guint i = 0; i < g_list_model_get_n_items (cases); i++)
    {
      g_autoptr(VetoCase) item = g_list_model_get_item (cases, i);
      g_autoptr(VetoNext) next = find_due (item, today);

      n_due += next != NULL;
    }
  return n_due;
}

static void
clear_notice (gpointer data)
{
  g_free ((char *) ((VetoStoreNotice *) data)->day);
}

/* @due: (element-type VetoCase): filled. Returns: (transfer full): of VetoStoreNotice, one for each of them */
static GArray *
collect (GListModel *cases, const GDate *today, GPtrArray *due)
{
  GArray *notices = g_array_new (FALSE, FALSE, sizeof (VetoStoreNotice));

  g_array_set_clear_func (notices, clear_notice);
  for (guint i = 0; i < g_list_model_get_n_items (cases); i++)
    {
      g_autoptr(VetoCase) item = g_list_model_get_item (cases, i);
      g_autoptr(VetoNext) next = find_due (item, today);
      VetoStoreNotice notice;

      if (next == NULL)
        continue;
      notice.case_id = veto_case_get_id (item);
      notice.kind = veto_next_action_get_id (next->action);
      notice.day = veto_day_dup_iso (&next->over);
      g_array_append_val (notices, notice);
      g_ptr_array_add (due, g_steal_pointer (&item));
    }
  return notices;
}

GPtrArray *
veto_reminders_claim (GListModel *cases, VetoStore *store, const GDate *today, GError **error)
{
  g_autoptr(GPtrArray) due = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) new_ones = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) notices = NULL;
  g_autofree gboolean *is_new = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (cases) && VETO_IS_STORE (store) && g_date_valid (today), NULL);

  notices = collect (cases, today, due);
  is_new = g_new0 (gboolean, notices->len);
  if (!veto_store_claim_notices (store, (const VetoStoreNotice *) notices->data, notices->len, is_new, error))
    return NULL;
  for (guint i = 0; i < due->len; i++)
    if (is_new[i])
      g_ptr_array_add (new_ones, g_object_ref (g_ptr_array_index (due, i)));
  return g_steal_pointer (&new_ones);
}
