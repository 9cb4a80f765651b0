/* What accounts are called in the window, and in the desktop's list of passwords.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

/* (transfer none): the name of its platform or company; the id where the guidance no longer has it */
const char *veto_account_words_get_place (VetoServices *services, VetoAccount *account);

/* Returns: (transfer full): "mine", or what the person calls it, or whose it is; with the login where that is known */
char *veto_account_words_dup_which (VetoAccount *account);

/* Returns: (transfer full): "Facebook, mine" */
char *veto_account_words_dup_name (VetoServices *services, VetoAccount *account);

/* Returns: (transfer full): "Veto: Facebook, mine", for the keyring */
char *veto_account_words_dup_secret_label (VetoServices *services, VetoAccount *account);

/* (transfer none) (nullable): the name of who runs the platform, or of the company */
const char *veto_account_words_get_controller (VetoServices *services, VetoAccount *account);

/**
 * veto_account_words_tell:
 * @window: in which something about an account was entered
 * @problem: a problem label in it
 *
 * Says what cannot be kept beside what was entered; that the database could not be written, in a window of its own.
 */
void veto_account_words_tell (GtkWidget *window, GtkWidget *problem, const GError *error);

G_END_DECLS
