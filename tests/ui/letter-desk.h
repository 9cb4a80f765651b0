/* A desk with a finished letter on it, and hands for the dialog that sends it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene.h"
#include "veto-letter-send.h"

G_BEGIN_DECLS

#define DESK_WIDTH 1060
#define DESK_NARROW 360
#define DESK_HEIGHT 700
#define DESK_ADDRESS "privacy@example.org"

typedef struct
{
  Scene            scene;
  VetoLetterBook  *book; /* the scene's */
  VetoSavedLetter *saved;
  VetoLetter      *letter;
} Desk;

/* @has_post: whether the recipient has a postal address. @email: (nullable): of the recipient */
void desk_open (Desk *desk, int width, gboolean has_post, const char *email);
void desk_close (Desk *desk);

/* Opens the dialog, and waits for its question how. */
void desk_present (Desk *desk);
void desk_open_and_present (Desk *desk);

typedef gboolean (*DeskCondition) (gconstpointer data);

/* @what: for the message when it does not happen */
void desk_wait_until (DeskCondition is_met, gconstpointer data, const char *what);

/* Conditions: whether one sees a window of a type, by the type's name */
gboolean desk_is_open (gconstpointer type);
gboolean desk_is_closed (gconstpointer type);

/* (transfer none) (nullable): a window of a type that one sees; that of the dialog */
GtkWidget *desk_find_window (const char *type);
GtkWidget *desk_find_dialog (void);

/* From here on @words are how a label of the dialog begins. */
void       desk_wait_for (const char *words);
GtkWidget *desk_find_pressable (GtkWidget *window, const char *words); /* button, way or choice */
void       desk_press (const char *words);
void       desk_choose (const char *words); /* a way, as with Return */

/* Closes the dialog, and asks that nothing of it is left. */
void desk_close_dialog (void);

char *desk_dup_clipboard (Desk *desk); /* "" when there is no text */
char *desk_dup_words (Desk *desk);     /* the letter, as text */
char *desk_dup_today (void);           /* "2026-11-26" */

/* @day, @channel: (nullable): not sent */
void desk_assert_sent (Desk *desk, const char *day, const char *channel);

G_END_DECLS
