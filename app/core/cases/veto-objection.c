/* One platform or company, one account and one goal, and what the person does about it: what a row of the overview shows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-objection"

#include "veto-objection-private.h"

#include "veto-case-private.h"
#include "veto-text.h"

/* Of a tile: the guidance gives colours to platforms alone. */
#define COMPANY_COLOUR "#5e5c64"

struct _VetoObjection
{
  GObject       parent_instance;
  char         *id;
  char         *place;    /* id of a platform, or VETO_STORE_COMPANY and the id of a company */
  VetoPlatform *platform; /* nullable: a company */
  char         *company;  /* nullable: a platform */
  char         *name;     /* of a company */
  char         *account;  /* nullable: the own first one there */
  char         *goal;
  VetoCase     *item; /* nullable */
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoObjection, veto_objection, G_TYPE_OBJECT)

static void
changed_cb (VetoObjection *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
forget_case (VetoObjection *self)
{
  if (self->item == NULL)
    return;

  g_signal_handlers_disconnect_by_data (veto_case_get_progress (self->item), self);
  g_signal_handlers_disconnect_by_data (veto_case_get_timeline (self->item), self);
  g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

static void
veto_objection_dispose (GObject *object)
{
  VetoObjection *self = VETO_OBJECTION (object);

  forget_case (self);
  g_clear_object (&self->platform);

  G_OBJECT_CLASS (veto_objection_parent_class)->dispose (object);
}

static void
veto_objection_finalize (GObject *object)
{
  VetoObjection *self = VETO_OBJECTION (object);

  g_free (self->id);
  g_free (self->place);
  g_free (self->company);
  g_free (self->name);
  g_free (self->account);
  g_free (self->goal);

  G_OBJECT_CLASS (veto_objection_parent_class)->finalize (object);
}

static void
veto_objection_class_init (VetoObjectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = veto_objection_dispose;
  object_class->finalize = veto_objection_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
veto_objection_init (VetoObjection *self)
{
}

/* @place: a platform's id, or that of a company with VETO_STORE_COMPANY before it */
static VetoObjection *
make (const char *place, const char *account, const char *goal)
{
  VetoObjection *self = g_object_new (VETO_TYPE_OBJECTION, NULL);

  self->id = account != NULL ? g_strdup_printf ("%s#%s", place, account) : g_strdup (place);
  self->place = g_strdup (place);
  self->account = g_strdup (account);
  self->goal = g_strdup (goal);
  return self;
}

VetoObjection *
veto_objection_new (VetoPlatform *platform, const char *account, const char *goal)
{
  VetoObjection *self = make (veto_platform_get_id (platform), account, goal);

  self->platform = g_object_ref (platform);
  return self;
}

VetoObjection *
veto_objection_new_for_company (VetoGuideSet *set, const char *company, const char *account, const char *goal)
{
  const VetoController *controller = veto_guide_set_find_controller (set, company);
  g_autofree char      *place = g_strconcat (VETO_STORE_COMPANY, company, NULL);
  VetoObjection        *self = make (place, account, goal);

  self->company = g_strdup (company);
  self->name = g_strdup (controller != NULL ? controller->name : company);
  return self;
}

void
veto_objection_set_case (VetoObjection *self, VetoCase *item)
{
  if (self->item == item)
    return;

  forget_case (self);
  if (item != NULL)
    {
      self->item = g_object_ref (item);
      /* A step that is written moves the state too; whoever shows this hears of it once more, and no less. */
      g_signal_connect_swapped (item, "notify", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (veto_case_get_progress (item), "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (veto_case_get_timeline (item), "changed", G_CALLBACK (changed_cb), self);
    }
  changed_cb (self);
}

const char *
veto_objection_get_id (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);
  return self->id;
}

const char *
veto_objection_get_name (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);
  return self->platform != NULL ? veto_platform_get_name (self->platform) : self->name;
}

const char *
veto_objection_get_company (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);
  return self->company;
}

const char *
veto_objection_get_account (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);
  return self->account;
}

char *
veto_objection_dup_whose (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);
  return self->item != NULL ? veto_case_dup_whose (self->item) : g_strdup ("");
}

char *
veto_objection_dup_title (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);
  return self->item != NULL ? veto_case_dup_title (self->item)
                            : veto_text_dup_isolated (veto_objection_get_name (self), NULL);
}

const char *
veto_objection_get_colour (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);
  return self->platform != NULL ? veto_platform_get_colour (self->platform) : COMPANY_COLOUR;
}

const char *
veto_objection_get_place (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);
  return self->place;
}

VetoPlatform *
veto_objection_get_platform (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);
  return self->platform;
}

const char *
veto_objection_get_goal (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);
  return self->goal;
}

VetoCase *
veto_objection_get_case (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);
  return self->item;
}

const VetoGuide *
veto_objection_get_guide (VetoObjection *self)
{
  const VetoGuide *guide;

  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);

  if (self->platform == NULL)
    return NULL;
  if (self->item == NULL)
    return veto_platform_find_goal (self->platform, self->goal);
  guide = veto_platform_find_guide (self->platform, veto_case_get_guide (self->item));
  if (guide != NULL)
    return guide;
  return veto_case_propose_guide (veto_guidance_get_set (veto_case_get_guidance (self->item)), self->platform,
                                  self->goal, veto_case_is_for_child (self->item));
}

VetoCase *
veto_objection_start (VetoObjection *self, VetoCaseBook *book, const char *guide, GError **error)
{
  const VetoGuide *proposed;

  g_return_val_if_fail (VETO_IS_OBJECTION (self) && VETO_IS_CASE_BOOK (book), NULL);

  if (self->item != NULL)
    return self->item;
  proposed = veto_objection_get_guide (self);
  if (guide == NULL)
    guide = proposed != NULL ? proposed->id : VETO_GUIDE_LETTER;
  return self->account != NULL ? veto_case_book_start_for (book, self->account, self->goal, guide, error)
                               : veto_case_book_start (book, self->place, self->goal, guide, error);
}

VetoLetterKind *
veto_objection_find_letter (VetoObjection *self, VetoGuideSet *set)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self) && VETO_IS_GUIDE_SET (set), NULL);

  return veto_case_find_letter_kind (set, self->goal,
                                     self->item != NULL && veto_case_is_for_child (self->item));
}

VetoCaseState
veto_objection_get_state (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), VETO_CASE_NOT_STARTED);
  return self->item != NULL ? veto_case_get_state (self->item) : VETO_CASE_NOT_STARTED;
}

guint
veto_objection_count_steps (VetoObjection *self)
{
  const VetoGuide *guide = veto_objection_get_guide (self);
  return guide != NULL ? guide->n_steps : 0;
}

guint
veto_objection_count_finished (VetoObjection *self)
{
  const VetoGuide *guide = veto_objection_get_guide (self);

  if (guide == NULL || self->item == NULL)
    return 0;
  return veto_progress_count_finished (veto_case_get_progress (self->item), guide);
}

const VetoStep *
veto_objection_get_next_step (VetoObjection *self)
{
  const VetoGuide *guide = veto_objection_get_guide (self);

  if (guide == NULL)
    return NULL;
  if (self->item == NULL)
    return guide->steps;
  return veto_progress_get_next (veto_case_get_progress (self->item), guide);
}
