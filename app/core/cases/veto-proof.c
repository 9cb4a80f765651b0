/* One file that is kept as proof in a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-proof"

#include "veto-proof-private.h"

struct _VetoProof
{
  GObject         parent_instance;
  VetoStoreProof *row;
  char           *name; /* of the row, once more made safe: another program may have written the database */
  VetoProofCondition condition;
  VetoProofMail     *mail; /* nullable */
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoProof, veto_proof, G_TYPE_OBJECT)

static void
veto_proof_finalize (GObject *object)
{
  VetoProof *self = VETO_PROOF (object);

  g_clear_pointer (&self->row, veto_store_proof_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->mail, veto_proof_mail_free);

  G_OBJECT_CLASS (veto_proof_parent_class)->finalize (object);
}

static void
veto_proof_class_init (VetoProofClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_proof_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
veto_proof_init (VetoProof *self)
{
}

VetoProof *
veto_proof_new (VetoStoreProof *row)
{
  VetoProof *self = g_object_new (VETO_TYPE_PROOF, NULL);

  self->row = row;
  self->name = veto_proof_kind_dup_file_name (row->name, row->media_type);
  return self;
}

const VetoStoreProof *
veto_proof_get_row (VetoProof *self)
{
  return self->row;
}

void
veto_proof_take_finding (VetoProof *self, VetoProofCondition condition, VetoProofMail *mail)
{
  if (condition == self->condition && mail == NULL)
    return;
  self->condition = condition;
  if (mail != NULL)
    {
      g_clear_pointer (&self->mail, veto_proof_mail_free);
      self->mail = mail;
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const char *
veto_proof_get_id (VetoProof *self)
{
  g_return_val_if_fail (VETO_IS_PROOF (self), NULL);
  return self->row->id;
}

const char *
veto_proof_get_name (VetoProof *self)
{
  g_return_val_if_fail (VETO_IS_PROOF (self), NULL);
  return self->name;
}

const char *
veto_proof_get_media_type (VetoProof *self)
{
  g_return_val_if_fail (VETO_IS_PROOF (self), NULL);
  return self->row->media_type;
}

VetoProofKind
veto_proof_get_kind (VetoProof *self)
{
  g_return_val_if_fail (VETO_IS_PROOF (self), VETO_PROOF_KIND_TEXT);
  return veto_proof_kind_of_media_type (self->row->media_type);
}

const char *
veto_proof_get_sha256 (VetoProof *self)
{
  g_return_val_if_fail (VETO_IS_PROOF (self), NULL);
  return self->row->sha256;
}

gint64
veto_proof_get_size (VetoProof *self)
{
  g_return_val_if_fail (VETO_IS_PROOF (self), 0);
  return self->row->size;
}

gint64
veto_proof_get_added_at (VetoProof *self)
{
  g_return_val_if_fail (VETO_IS_PROOF (self), 0);
  return self->row->added_at;
}

VetoProofCondition
veto_proof_get_condition (VetoProof *self)
{
  g_return_val_if_fail (VETO_IS_PROOF (self), VETO_PROOF_UNCHECKED);
  return self->condition;
}

const VetoProofMail *
veto_proof_get_mail (VetoProof *self)
{
  g_return_val_if_fail (VETO_IS_PROOF (self), NULL);
  return self->mail;
}
