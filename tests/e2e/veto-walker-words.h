/* The interface's words, as people read and hear them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Those with a place have %s in the table. */
typedef enum {
  /* Overview and platform page */
  WORD_OVERVIEW,
  WORD_NEXT_PLATFORM, /* platform */
  WORD_NEXT_FINISH,   /* platform */
  WORD_NEXT_ANSWER,   /* platform */
  WORD_ALL_DONE,
  WORD_ONE_LEFT,  /* title */
  WORD_MANY_LEFT, /* number, title */
  WORD_START,
  WORD_CONTINUE,
  WORD_EMAIL_CAME,
  WORD_SEE_CHANGES,
  WORD_HAVE_READ,
  WORD_STEP_BY_STEP,
  WORD_LOOK_AGAIN,
  WORD_LOOK_AT_STEPS,
  WORD_START_OVER,
  WORD_ALL_OPEN,
  WORD_UNDO,
  WORD_STEP_ROW, /* number, title */
  WORD_NOT_STARTED,
  WORD_IN_PROGRESS,
  WORD_SENT,
  WORD_DONE,
  WORD_STEPS_DONE,  /* number, of how many */
  WORD_FINISHED_ON, /* day */
  WORD_THIS_IS_NEXT,
  WORD_NOT_REQUIRED,
  WORD_SKIPPED,
  WORD_CHANGED_SINCE,
  WORD_MAIN_MENU,
  WORD_MEMORY_NOTICE,
  /* Step by step */
  WORD_STEP_OF,    /* number, of how many */
  WORD_IN_BETWEEN, /* number, of how many */
  WORD_OPENS,      /* host */
  WORD_OPENED,     /* host */
  WORD_OPEN_PAGE,
  WORD_OPEN_AGAIN,
  WORD_TRY_NEXT, /* how many addresses there are; host */
  WORD_NO_BROWSER,
  WORD_PAGE_IS_OPEN,
  WORD_WORKED,
  WORD_DID_NOT_WORK,
  WORD_CLOSE,
  WORD_COPY_ADDRESS,
  WORD_LOGIN,
  WORD_REASON,
  WORD_COPY,
  WORD_DONE_NEXT,
  WORD_NEXT,
  WORD_ARRIVED,
  WORD_NOT_YET,
  WORD_KEPT,
  WORD_SKIP,
  WORD_BACK,
  WORD_STOP_HERE,
  WORD_MORE,
  WORD_SKIP_ITEM,
  WORD_COPY_STEPS,
  WORD_COPY_STEPS_ITEM,
  WORD_PRINT_STEPS,
  WORD_COPIED_STEPS,
  WORD_START_OVER_ITEM,
  WORD_LOOKS_DIFFERENT,
  WORD_WHAT_DO_YOU_SEE,
  WORD_WHY,
  WORD_NONE_HELPS,
  WORD_ANOTHER_WAY, /* title of a guide */
  WORD_YOU_DID_THIS,
  WORD_YOU_SKIPPED,
  WORD_NOT_AFTER_ALL,
  WORD_STEP_CHANGED,
  WORD_STILL_RIGHT,
  WORD_DO_AGAIN,
  WORD_PLATFORM_DONE, /* platform */
  WORD_FINISH,
  WORD_DISK_FULL,
  WORD_FILE_CHANGED,
  /* What is wrong with the file */
  WORD_PROBLEM_DAMAGED,
  WORD_PROBLEM_NOT_OURS,
  WORD_PROBLEM_NEWER,
  WORD_PROBLEM_IN_USE,
  WORD_PROBLEM_READ_ONLY,
  WORD_TRY_AGAIN,
  WORD_SET_ASIDE,
  WORD_WITHOUT_SAVING,
  WORD_FILE_IS_IN, /* folder */
  /* Guidance and sources */
  WORD_SOURCES,
  WORD_TO_SOURCES,
  WORD_AS_OF,     /* the day, or what it begins with */
  WORD_STEPS_OF,  /* title of a guide */
  WORD_OPEN_HOST, /* host */
  /* Newer guidance */
  WORD_MAY_LOOK,
  WORD_LOOK_DAILY,
  WORD_CHECK_NOW,
  WORD_NEWEST,
  WORD_REFUSED,
  WORD_CHANGED_MEANWHILE,
  WORD_SHOW,
  WORD_WHAT_CHANGED,
  WORD_FOR_YOU,
  N_WORDS
} Word;

/* (transfer full): in @language, its places filled with @first and @second (both nullable) in this order */
char *walker_dup_words (const char *language, Word word, const char *first, const char *second);
