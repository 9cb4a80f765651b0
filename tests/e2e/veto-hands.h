/* Somebody who has a keyboard and nothing else; each key is counted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-walker.h"

/* No page has more places for the keyboard. */
#define VETO_HANDS_MOST_STOPS 60

typedef struct
{
  VetoWalker *walker;
  guint       n_keys; /* that were pressed, beside letters */
} VetoHands;

/* (transfer full) (nullable): Veto is open, the blue button of the overview has the keyboard. @platform: (nullable): the one
 * to be walked through, NULL for the one that is proposed; @width, @height: of the window, 0: as Veto likes it.
 * NULL when there is no locale for @language; the test is then marked as skipped */
VetoHands *veto_hands_new (const char *language, const char *platform, int width, int height);
void       veto_hands_free (VetoHands *hands);

void veto_hands_press (VetoHands *hands, const char *key);

/* (transfer full): what has the keyboard */
VetoNode *veto_hands_wait_focused (VetoHands *hands);

/* (transfer full): what has the keyboard after Tab. Takes @before, what had it. */
VetoNode *veto_hands_tab (VetoHands *hands, VetoNode *before);

/* Presses Tab until what is named @word has the keyboard. */
void veto_hands_tab_to (VetoHands *hands, Word word);

/* Presses Tab to the next list, and Down to its row whose name begins with @prefix. */
void veto_hands_row_to (VetoHands *hands, const char *prefix);

/* The focus is on the step, which is then read out, or in the field that it asks to fill in. */
void veto_hands_expect_step (VetoHands *hands, const WalkStep *step);

/* Waits until what has the keyboard is named @word. */
void veto_hands_expect_focus (VetoHands *hands, Word word);

/* Does the step whose page has the focus. */
void veto_hands_do_step (VetoHands *hands, const WalkStep *step);
