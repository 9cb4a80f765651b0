/* A guide line by line, in the words that everybody gets who takes it elsewhere: a terminal, the clipboard, paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-platform.h"

G_BEGIN_DECLS

/**
 * VetoGuideReader:
 * @VETO_GUIDE_READER_TERMINAL: who has vetoctl in front of them, and is told its commands
 * @VETO_GUIDE_READER_ANYBODY: who may not have Veto at all, and is told the sources with their addresses
 */
typedef enum {
  VETO_GUIDE_READER_TERMINAL,
  VETO_GUIDE_READER_ANYBODY,
} VetoGuideReader;

/**
 * VetoGuideLineKind:
 * @VETO_GUIDE_LINE_TITLE: platform and guide
 * @VETO_GUIDE_LINE_SUMMARY: what it is about, and for whom this way is the right one
 * @VETO_GUIDE_LINE_EVIDENCE: in which countries it is of use; who describes it, and of which day
 * @VETO_GUIDE_LINE_STEP: the title of a step, of the guide (level 0) or of a branch
 * @VETO_GUIDE_LINE_TEXT: what to do in the step
 * @VETO_GUIDE_LINE_NOTE: more of it: what to keep, how long it may take, that addresses follow
 * @VETO_GUIDE_LINE_WHY: a reason
 * @VETO_GUIDE_LINE_LINK: an address, whole; they stand in the order to try
 * @VETO_GUIDE_LINE_SCREEN: the drawing of a screen, one row a line, and the words above it
 * @VETO_GUIDE_LINE_BRANCHES: "It looks different for me:", above the branches of a step
 * @VETO_GUIDE_LINE_BRANCH: what somebody may see
 * @VETO_GUIDE_LINE_ONWARDS: where to go after a branch
 * @VETO_GUIDE_LINE_HEADING: of what stands behind the steps
 * @VETO_GUIDE_LINE_POINT: an entry of a list there
 * @VETO_GUIDE_LINE_SOURCE: what the entry rests on, or its address
 */
typedef enum {
  VETO_GUIDE_LINE_TITLE,
  VETO_GUIDE_LINE_SUMMARY,
  VETO_GUIDE_LINE_EVIDENCE,
  VETO_GUIDE_LINE_STEP,
  VETO_GUIDE_LINE_TEXT,
  VETO_GUIDE_LINE_NOTE,
  VETO_GUIDE_LINE_WHY,
  VETO_GUIDE_LINE_LINK,
  VETO_GUIDE_LINE_SCREEN,
  VETO_GUIDE_LINE_BRANCHES,
  VETO_GUIDE_LINE_BRANCH,
  VETO_GUIDE_LINE_ONWARDS,
  VETO_GUIDE_LINE_HEADING,
  VETO_GUIDE_LINE_POINT,
  VETO_GUIDE_LINE_SOURCE,
} VetoGuideLineKind;

/* What each part of the lines is about. */
typedef enum {
  VETO_GUIDE_PART_HEAD,
  VETO_GUIDE_PART_STEPS,
  VETO_GUIDE_PART_COVERS,
  VETO_GUIDE_PART_FACTS,
  VETO_GUIDE_PART_SOURCES,
} VetoGuidePart;

typedef struct
{
  VetoGuideLineKind kind;
  VetoGuidePart     part;
  guint             level; /* how deep it stands: under the line before it that has one level less */
  char             *lead;  /* what it begins with: "1. ", "- ", or "" */
  char             *text;  /* plain text, never empty; may hold newlines */
} VetoGuideLine;

/**
 * veto_guide_lines_new:
 * @platform: what the guide is of
 * @guide: one of its guides
 * @reader: who will read it
 *
 * Every step with every address, every branch once (other steps that name it say where it stands), what an objection
 * covers, what is known, and what all that rests on. Nothing in it is about the person: placeholders are neutral words.
 *
 * Returns: (transfer full) (element-type VetoGuideLine): in the order to read
 */
GPtrArray *veto_guide_lines_new (VetoPlatform *platform, const VetoGuide *guide, VetoGuideReader reader);

/* Returns: (transfer full) (nullable): @text with its placeholders filled for somebody who is not known. @text: (nullable) */
char *veto_guide_fill_for_anybody (const char *text, VetoPlatform *platform);

G_END_DECLS
