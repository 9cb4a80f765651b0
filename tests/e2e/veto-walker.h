/* Somebody who is walked through a guide: Veto's own words and steps on top of the driver.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of guidance are read from the files that people write (resources/guidance), so that other words there break no
 * test. The words of the interface stand in one table, veto-walker-words.c. */
#pragma once

#include "veto-driver.h"
#include "veto-walker-guide.h"
#include "veto-walker-words.h"

/* An address that is not easy on a keyboard. */
#define WALKER_LOGIN "kim.müller+test@example.org"

typedef struct
{
  VetoDriver   *driver;
  const char   *language;
  const char   *login; /* the address that do_step writes; WALKER_LOGIN unless it is set */
  WalkPlatform *platform;
  WalkGuide    *guide; /* the proposed one, of the platform */
} VetoWalker;

/* (transfer full) (nullable): a person who reads @language and has never used Veto; NULL when there is no locale for it, the
 * test is then marked as skipped */
VetoWalker *veto_walker_new (const char *language);
VetoWalker *veto_walker_new_for (const char *language,
                                 const char *platform); /* not the one that is proposed first */
void        veto_walker_free (VetoWalker *walker);

/* Starts Veto, also once more, and waits for the window. @option: NULL for none, else "--platform=…" */
void veto_walker_start (VetoWalker *walker, const char *option);

/* (transfer none): the program that is tested */
const char *veto_walker_get_program (void);

/* Waits until something of @kind is named @word. @first, @second: (nullable): what its places are filled with */
void veto_walker_expect (VetoWalker *walker, VetoKind kind, Word word, const char *first, const char *second);

/* Whether something of @kind is named so just now */
gboolean veto_walker_sees (VetoWalker *walker, VetoKind kind, Word word, const char *first);

/* Presses the button that is named so. */
void veto_walker_press (VetoWalker *walker, Word word, const char *first);

/* (transfer none): the words of guidance; @field: "title", "body", "question" */
const char *veto_walker_get_text (VetoWalker *walker, const char *path, const char *field);

/* Waits until step by step shows @step with its words, and where it would lead. */
void veto_walker_expect_step (VetoWalker *walker, const WalkStep *step);

/* Waits until the overview says with @hero what is next, and how many steps are left, of which @step is the next. */
void veto_walker_expect_place (VetoWalker *walker, Word hero, guint n_left, const WalkStep *step);

/* Waits until the platform page has this row: the step at @index of @guide, with what is said about it.
 * @mark: WORD_DONE, WORD_THIS_IS_NEXT, or N_WORDS for neither; @note: as WORD_SKIPPED, or N_WORDS for none */
void veto_walker_expect_row (VetoWalker *walker, const WalkGuide *guide, guint index, Word mark, Word note);

/* Opens the step of that row. */
void veto_walker_press_row (VetoWalker *walker, const WalkGuide *guide, guint index, Word mark, Word note);

/* Goes to the platform page by the sidebar, or by the overview where the sidebar is out of sight. */
void veto_walker_open_platform (VetoWalker *walker);

/* Goes to the overview by the sidebar, out of sight or not. */
void veto_walker_open_overview (VetoWalker *walker);

/* Waits until the overview's row of the platform says @state, WORD_NOT_STARTED to WORD_DONE. Of what is begun it has to say
 * how many of its steps are done, of what is finished since when. */
void veto_walker_expect_state (VetoWalker *walker, Word state, guint n_done, guint n_steps);

/* Waits until the sidebar says the same. */
void veto_walker_expect_sidebar (VetoWalker *walker, Word state, guint n_done, guint n_steps);

/* Says “It looks different for me”, and takes @branch. */
void veto_walker_take_branch (VetoWalker *walker, const WalkBranch *branch);

/* Says “It looks different for me”, and goes another way. */
void veto_walker_take_guide (VetoWalker *walker, const WalkGuide *guide);

/* Does the step on the screen as somebody does who has no trouble with it: opens the page, writes the address, leaves out
 * what may be left out, and presses the blue button. */
void veto_walker_do_step (VetoWalker *walker, const WalkStep *step);

/* The overview says that the platform is finished: it brings up another one, or says that all is done. */
void veto_walker_expect_finished (VetoWalker *walker);

/* Does the last step of a detour that leads to another guide, and says whether it helped. */
void veto_walker_end_detour (VetoWalker *walker, const WalkStep *step, Word answer);

/* From the overview of somebody who has done nothing, until the step at @index is on the screen */
void veto_walker_walk_to (VetoWalker *walker, guint index);

/* From the overview: an objection of Erika Mustermann to the company of the platform, finished, on the screen. English only. */
void veto_walker_write_letter (VetoWalker *walker);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoWalker, veto_walker_free)
