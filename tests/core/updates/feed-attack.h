/* Attacks on a client, from end to end, as rows of tables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each begins with version 5 in use, does one thing to what the server offers as version 6, looks, and asks what a person is
 * told and what is in use; then the server offers a good version 7, and the next look must work. */
#pragma once

#include "feed-stage.h"

G_BEGIN_DECLS

typedef struct _FeedAttack FeedAttack;
typedef void (*FeedAttackFunc) (FeedStage *stage, const FeedAttack *attack);

struct _FeedAttack
{
  const char    *name;
  FeedAttackFunc make; /* does it to the server, with what follows */
  const char    *from; /* (nullable) */
  const char    *to;
  const char    *problem; /* its id; NULL: the version is taken */
  const char    *signers; /* (nullable): "de" if nothing is said */
  const char    *file;    /* "guidance.json" if nothing is said */
  gsize          n_to;    /* 0: up to its end */
  FeedManner     manner;
};

/* A text that may hold NULs, as @to and @n_to. */
#define ATTACK_BYTES(literal) .to = literal, .n_to = sizeof literal - 1

/* In the payload of index 6, @to takes the place of @from before it is signed. */
void feed_attack_payload (FeedStage *stage, const FeedAttack *attack);

/* The same in its envelope, after it was signed. */
void feed_attack_envelope (FeedStage *stage, const FeedAttack *attack);

/* index.json is @to. */
void feed_attack_index (FeedStage *stage, const FeedAttack *attack);

/* In a file of version 6, which is signed as it is then; in the text, U+0001 stands for a NUL. */
void feed_attack_file (FeedStage *stage, const FeedAttack *attack);

/* In a file as it is served, which the index names as it was. @from NULL: the whole of it. */
void feed_attack_blob (FeedStage *stage, const FeedAttack *attack);

/* The answer for index.json, for root/2.json or for the file of version 6 that changed. */
void feed_attack_index_answer (FeedStage *stage, const FeedAttack *attack);
void feed_attack_root_answer (FeedStage *stage, const FeedAttack *attack);
void feed_attack_blob_answer (FeedStage *stage, const FeedAttack *attack);

/* Asks that @error is told as the security design, 10, says, on the day of the stage, by somebody who uses version 5. */
void feed_attack_assert_told (FeedStage *stage, const GError *error, const char *problem);

/* Adds a test "/hostile/NAME" for each row; they must stay where they are. */
void feed_attack_add (const FeedAttack *attacks, gsize n_attacks);

G_END_DECLS
