/* A platform's guides as people write them, read without Veto's own reader.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef struct
{
  char    *path; /* of its words: "facebook/form/login-loop/sign-in-first" */
  char    *id;
  char    *kind;     /* "open" */
  char   **links;    /* in the order to try; empty when there are none */
  char   **branches; /* ids of the guide's branches; empty when there are none */
  gboolean is_optional;
} WalkStep;

typedef struct
{
  char      *path; /* of its question */
  char      *id;
  GPtrArray *steps;    /* (element-type WalkStep) */
  char      *guide_id; /* (nullable): to go on with */
} WalkBranch;

typedef struct
{
  char      *path;
  char      *id;
  GPtrArray *steps;    /* (element-type WalkStep) */
  GPtrArray *branches; /* (element-type WalkBranch) */
} WalkGuide;

typedef struct
{
  char       *id;
  char       *name;
  GPtrArray  *guides; /* (element-type WalkGuide): the proposed one first */
  GHashTable *texts;  /* (element-type utf8 utf8): words by key, "PATH.FIELD" */
} WalkPlatform;

/* (transfer full): the platform of that id with its words in @language */
WalkPlatform *walk_platform_read (const char *id, const char *language);
void          walk_platform_free (WalkPlatform *platform);

/* (transfer none): fails the test when there is none */
const WalkGuide  *walk_platform_find_guide (WalkPlatform *platform, const char *id);
const WalkBranch *walk_guide_find_branch (const WalkGuide *guide, const char *id);
const WalkStep   *walk_steps_get (GPtrArray *steps, guint index);
const char       *walk_platform_get_text (WalkPlatform *platform, const char *path, const char *field);
