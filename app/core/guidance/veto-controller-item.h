/* A company that people may want to write to, for lists.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"

G_BEGIN_DECLS

/**
 * VetoControllerItem:
 *
 * Properties, all read only: "id", "services" (their names in one line: what people look for), "name" (of the company) and
 * "has-guide" (whether the guidance leads through one of its services, so that a letter is not the only way).
 */
#define VETO_TYPE_CONTROLLER_ITEM (veto_controller_item_get_type ())
G_DECLARE_FINAL_TYPE (VetoControllerItem, veto_controller_item, VETO, CONTROLLER_ITEM, GObject)

/* @controller: of @set, which is kept. Returns: (transfer full) */
VetoControllerItem *veto_controller_item_new (VetoGuideSet *set, const VetoController *controller);

const VetoController *veto_controller_item_get_controller (VetoControllerItem *self);
const char           *veto_controller_item_get_services (VetoControllerItem *self);
gboolean              veto_controller_item_has_guide (VetoControllerItem *self);

/**
 * veto_controller_item_rank:
 * @words: (array zero-terminated=1): what is looked for, each as veto_text_dup_folded() gives it
 *
 * Returns: 0 when one of the words is nowhere in the names of the services and of the company; else the more, the better it fits:
 *   4 where they are a whole name, 3 where one begins with them, 2 where a word does, 1 where they are inside of words. What
 *   fits worst of the words counts
 */
guint veto_controller_item_rank (VetoControllerItem *self, const char *const *words);

G_END_DECLS
