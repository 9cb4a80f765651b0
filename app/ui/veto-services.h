/* The core objects that the pages of the window work with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-account-book.h"
#include "veto-case-book.h"
#include "veto-guidance.h"
#include "veto-letter-book.h"
#include "veto-objections.h"
#include "veto-store.h"

G_BEGIN_DECLS

/* Made by the application, handed to the pages, which keep the pointer and no more: it lives as long as the window.
 * Everything but @guidance is exchanged when the person chooses what to do about a database that cannot be used. */
typedef struct
{
  VetoGuidance    *guidance;
  VetoStore       *store;
  VetoCaseBook    *book;
  VetoLetterBook  *letters;
  VetoAccountBook *accounts;
  VetoObjections  *objections;
  gboolean in_memory; /* nothing is kept: the database could not be used, and the person wanted to go on */
} VetoServices;

G_END_DECLS
