/* What the database keeps, as plain structs: no SQL is needed outside of store.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every function that writes has written to the disk when it returns TRUE, and changed nothing when it returns FALSE. The
 * error is %VETO_STORE_ERROR. */
#pragma once

#include "veto-store.h"

G_BEGIN_DECLS

/* A step that is done or skipped. A step that is neither has no row. */
typedef struct
{
  char    *guide;
  char    *step; /* path: "send", "login-loop/sign-in-first" */
  gboolean is_skipped;
  char    *revision; /* of the step as it was then */
  gint64   at;       /* seconds UTC */
} VetoStoreStep;

/* What happened in a case on a day. */
typedef struct
{
  char  *id;
  char  *case_id;
  char  *day;     /* "2026-11-26" */
  char  *kind;    /* id: "sent" */
  char  *note;    /* nullable: the person's own words */
  char  *data;    /* nullable: one JSON object, for whoever wrote it */
  gint64 created; /* seconds UTC */
} VetoStoreEvent;

#define VETO_STORE_EVENT_SENT "sent"

/* Before the id of a controller: the platform of an account with a company that the guidance has no platform of. */
#define VETO_STORE_COMPANY "company:"

/* A case with the account and person it belongs to. */
typedef struct
{
  char    *id;
  char    *account;
  char    *person;
  char    *platform;
  char    *goal;
  char    *guide;
  gint64   created;   /* seconds UTC */
  char    *label;     /* nullable: what the person calls the account */
  char    *linked_to; /* nullable: the id of an account that the company counts as one with this one's */
  char    *guardian;  /* nullable: the id of who acts for whom it is about */
  gboolean is_own;    /* about the person in front of the program */
  gboolean is_first;  /* as well, and their first account on that platform */
  GHashTable
    *values; /* (element-type utf8 utf8): what the person entered, by name: "account.login", "reason" */
  GPtrArray *steps;  /* (element-type VetoStoreStep) */
  GPtrArray *events; /* (element-type VetoStoreEvent): in the order of their days */
  gboolean
    has_all_events; /* else those that only tell something are not among them: notes and other letters */
} VetoStoreCase;

VetoStoreStep  *veto_store_step_copy (const VetoStoreStep *step);
void            veto_store_step_free (VetoStoreStep *step);
VetoStoreEvent *veto_store_event_copy (const VetoStoreEvent *event);
void            veto_store_event_free (VetoStoreEvent *event);
void            veto_store_case_free (VetoStoreCase *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoStoreStep, veto_store_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoStoreEvent, veto_store_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoStoreCase, veto_store_case_free)

/**
 * VetoStoreOwner:
 * @VETO_STORE_OWNER_CASE: a value of one case
 * @VETO_STORE_OWNER_ACCOUNT: shared by the cases of an account
 * @VETO_STORE_OWNER_PERSON: shared by the cases of a person
 */
typedef enum {
  VETO_STORE_OWNER_CASE,
  VETO_STORE_OWNER_ACCOUNT,
  VETO_STORE_OWNER_PERSON,
} VetoStoreOwner;

/* With whom the value of that name is kept. A profile.KEY that persons have no column for is kept with the case. */
VetoStoreOwner veto_store_get_owner (const char *name);

/* Returns: (transfer full) (nullable) (element-type VetoStoreCase): all cases, oldest first, as of one moment; without the events
 * that only tell something, because there may be very many: veto_store_read_events() has them */
GPtrArray *veto_store_read_cases (VetoStore *self, GError **error);

/* (transfer full) (nullable): that one, with all of its events */
VetoStoreCase *veto_store_read_case (VetoStore *self, const char *case_id, GError **error);

/* (transfer full) (nullable) (element-type VetoStoreEvent): all events of a case, in the order of their days */
GPtrArray *veto_store_read_events (VetoStore *self, const char *case_id, GError **error);

/* (transfer full) (nullable) (element-type utf8 utf8): what is known of the person (the oldest) without a case, by name:
 * "profile.name"; a hash table */
GHashTable *veto_store_read_person (VetoStore *self, GError **error);

/* (transfer full) (nullable) (element-type utf8 utf8): the same of the person of that id */
GHashTable *veto_store_read_person_of (VetoStore *self, const char *id, GError **error);

/* Keeps what is known of the person in front of the program, who is made when there is nobody yet. @values: (element-type utf8 utf8): by
 * name, "profile.country"; "" forgets one. Those that are no person's are left out */
gboolean veto_store_set_own_values (VetoStore *self, GHashTable *values, GError **error);

/* Before the name of a value that veto_store_set_letter() takes: "guardian.name" is kept as profile.name of who acts for
 * the person of the case; profile.name alone would be that of the child. */
#define VETO_STORE_GUARDIAN "guardian."

/**
 * veto_store_has_changed:
 *
 * Whether another process wrote since veto_store_read_cases(), or VetoStore::cases-changed came. Cheap: may be asked whenever the window is looked at.
 */
gboolean veto_store_has_changed (VetoStore *self);

/**
 * veto_store_add_case:
 *
 * Makes a case, with the person in front of the program (the oldest) and their first account there, or new ones, in one
 * transaction. When that account has a case with that goal, as another process may have made one, nothing is made.
 *
 * Returns: (transfer full) (nullable): the new case, or the one that was there
 */
VetoStoreCase *veto_store_add_case (VetoStore  *self,
                                    const char *platform,
                                    const char *goal,
                                    const char *guide,
                                    GError    **error);

/* The same for an account that is there. One that is gone is an error. */
VetoStoreCase *veto_store_add_case_for (VetoStore  *self,
                                        const char *account,
                                        const char *goal,
                                        const char *guide,
                                        GError    **error);

gboolean veto_store_set_guide (VetoStore *self, const char *case_id, const char *guide, GError **error);

/* @text: (nullable): NULL or "" forgets the value. "account.password" is refused: it is not for a file. */
gboolean veto_store_set_value (VetoStore  *self,
                               const char *case_id,
                               const char *name,
                               const char *text,
                               GError    **error);

/* Writes one step, or (element-type VetoStoreStep) all of them or none. */
gboolean
veto_store_set_step (VetoStore *self, const char *case_id, const VetoStoreStep *step, GError **error);
gboolean veto_store_set_steps (VetoStore *self, const char *case_id, GPtrArray *steps, GError **error);

gboolean veto_store_delete_step (VetoStore  *self,
                                 const char *case_id,
                                 const char *guide,
                                 const char *step,
                                 GError    **error);

/**
 * veto_store_delete_steps:
 * @event: (nullable): written with it, of the same case: both are there afterwards, or neither
 *
 * Returns: (transfer full) (nullable) (element-type VetoStoreStep): what was deleted, as the database had it: another program
 *   may have written since it was last read
 */
GPtrArray *
veto_store_delete_steps (VetoStore *self, const char *case_id, const VetoStoreEvent *event, GError **error);

/* Adds an event, or puts another in the place of the one with its id. */
gboolean veto_store_set_event (VetoStore *self, const VetoStoreEvent *event, GError **error);
gboolean veto_store_delete_event (VetoStore *self, const char *id, GError **error);

G_END_DECLS
