/* Private to dossier: what a dossier says, and its parts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-dossier-folder.h"
#include "veto-dossier.h"
#include "veto-paper.h"

G_BEGIN_DECLS

/* A line of the summary or of the timeline */
typedef struct
{
  char *label; /* "Account", "3 November 2026" */
  char *text;
} VetoDossierFact;

/* A letter that was sent */
typedef struct
{
  char         *title;
  char         *words;    /* to whom, when and how */
  VetoDocument *document; /* nullable: as Veto writes it today */
  char         *typed;    /* nullable: what was typed, where there is no document */
  GBytes       *pdf;      /* nullable: as it was sent */
  char         *file;     /* nullable: in the folder, of @pdf: "Letters/1 Objection.pdf" */
} VetoDossierLetter;

/* A proof; from @file on filled in the thread */
typedef struct
{
  VetoStoreProof *row;
  char           *day;      /* when it was added */
  char           *file;     /* in the folder: "Proof/03 screenshot.png" */
  gboolean        is_there; /* it was written */
  VetoPicture    *picture;  /* nullable */
  char           *text;     /* nullable: what can be read in it */
  char           *remark;   /* nullable: why not all of it is shown, or that it changed */
} VetoDossierProof;

struct _VetoDossier
{
  VetoStore *store;
  char      *language;
  char      *title;
  char      *subject; /* the name of the platform or company, for names of files */
  char      *today;   /* as it is read */
  char      *iso_day; /* for names of files */
  char      *proof_folder, *letter_folder;
  GPtrArray *facts;    /* (element-type VetoDossierFact) */
  GPtrArray *wishes;   /* (element-type utf8): what the authority is asked for */
  char      *deadline; /* nullable: the sum */
  GPtrArray *events;   /* (element-type VetoDossierFact) */
  guint      n_more_events;
  GPtrArray *letters; /* (element-type VetoDossierLetter) */
  GPtrArray *proof;   /* (element-type VetoDossierProof) */
};

/* Fills @self with the letters of the case. */
gboolean veto_dossier_add_letters (VetoDossier        *self,
                                   VetoLetterBook     *book,
                                   const char         *case_id,
                                   VetoDossierFindKind find_kind,
                                   gpointer            data,
                                   GError            **error);
void     veto_dossier_letter_free (gpointer letter);

/* Fills the facts of @self and how the last day was counted. @platform: (nullable) */
gboolean veto_dossier_add_summary (VetoDossier  *self,
                                   VetoCase     *item,
                                   VetoPlatform *platform,
                                   VetoGuideSet *set,
                                   const GDate  *today,
                                   GError      **error);

/* @text: (transfer full) (nullable): nothing is added for nothing */
void veto_dossier_add_fact (GPtrArray *facts, const char *label, char *text);

/* Returns: (transfer none) (nullable): how something was sent: "By post" */
const char *veto_dossier_get_channel_name (const char *channel);

/* Fills in what of @bytes is shown, and whether they have changed. In the thread. @sha256: of @bytes. @n_shown: how many were shown so far */
gboolean veto_dossier_proof_read (VetoDossierProof *self,
                                  GBytes           *bytes,
                                  const char       *sha256,
                                  guint            *n_shown,
                                  GCancellable     *cancellable,
                                  GError          **error);

/* Returns: (transfer full) (nullable): the pages, as PDF; in the thread. @files: what is in the folder so far */
GBytes *veto_dossier_to_pdf (VetoDossier *self, VetoDossierFolder *files, GError **error);

G_END_DECLS
