/* The item of the lists that stands for a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case-item"

#include "veto-case-item.h"

VetoObjection *
veto_case_item_find (VetoServices *services, VetoCase *item)
{
  GListModel *list = G_LIST_MODEL (services->objections);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(VetoObjection) found = g_list_model_get_item (list, i);

      if (veto_objection_get_case (found) == item)
        return found; /* the list holds it */
    }
  return NULL;
}

const char *
veto_case_item_get_id (VetoServices *services, VetoCase *item)
{
  VetoObjection *found = veto_case_item_find (services, item);

  return found != NULL ? veto_objection_get_id (found) : veto_case_get_platform (item);
}
