/* Who an e-mail that is kept as proof says it is from.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-proof"

#include "veto-config.h"

#include "veto-proof-sender.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "veto-case-private.h"
#include "veto-timeline-private.h"

#define COMPANY_PREFIX "company:" /* a case without a platform has its company's id behind it */

/* (nullable) */
static const VetoController *
find_controller (VetoCase *item)
{
  VetoGuideSet         *set = veto_guidance_get_set (veto_case_get_guidance (item));
  const char           *id = veto_case_get_platform (item);
  VetoPlatform         *platform = veto_guide_set_find_platform (set, id);
  guint                 n;
  const VetoController *all = veto_guide_set_get_controllers (set, &n);

  for (guint i = 0; platform != NULL && i < n; i++)
    if (g_strcmp0 (all[i].name, veto_platform_get_controller (platform)) == 0)
      return &all[i];
  return veto_guide_set_find_controller (set, g_str_has_prefix (id, COMPANY_PREFIX)
                                                ? id + strlen (COMPANY_PREFIX)
                                                : id);
}

/* "support.example.org" is below "example.org", "badexample.org" is not. */
static gboolean
is_below (const char *domain, const char *top)
{
  gsize n_domain = strlen (domain), n_top = strlen (top);

  return n_domain >= n_top && g_ascii_strcasecmp (domain + n_domain - n_top, top) == 0
         && (n_domain == n_top || domain[n_domain - n_top - 1] == '.');
}

/* (nullable) */
static const char *
get_domain (const char *address)
{
  const char *at = address != NULL ? strrchr (address, '@') : NULL;

  return at != NULL ? at + 1 : NULL;
}

static gboolean
is_of_company (const VetoController *controller, const char *domain)
{
  const char *own = get_domain (controller->email);

  for (guint i = 0; controller->mail[i] != NULL; i++)
    if (is_below (domain, controller->mail[i]))
      return TRUE;
  return own != NULL && is_below (domain, own);
}

/* (nullable) */
static const VetoAuthority *
find_authority (VetoCase *item, const char *domain)
{
  guint                n;
  const VetoAuthority *all =
    veto_guide_set_get_authorities (veto_guidance_get_set (veto_case_get_guidance (item)), &n);

  for (guint i = 0; i < n; i++)
    if (all[i].email != NULL && g_ascii_strcasecmp (get_domain (all[i].email), domain) == 0)
      return &all[i];
  return NULL;
}

static gboolean
is_own (VetoCase *item, const char *address)
{
  static const char *const names[] = { "profile.email", "account.login" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *own = veto_case_get_value (item, names[i]);

      if (own != NULL && g_ascii_strcasecmp (own, address) == 0)
        return TRUE;
    }
  return FALSE;
}

VetoProofSender
veto_proof_sender_judge (VetoCase *item, const VetoProofMail *mail)
{
  const VetoController *controller;

  g_return_val_if_fail (VETO_IS_CASE (item) && mail != NULL, VETO_PROOF_SENDER_UNCLEAR);

  if (mail->is_odd || mail->address == NULL)
    return VETO_PROOF_SENDER_UNCLEAR;
  controller = find_controller (item);
  if (mail->domain != NULL && controller != NULL && is_of_company (controller, mail->domain))
    return VETO_PROOF_SENDER_COMPANY;
  if (is_own (item, mail->address))
    return VETO_PROOF_SENDER_OWN;
  if (mail->domain != NULL && find_authority (item, mail->domain) != NULL)
    return VETO_PROOF_SENDER_AUTHORITY;
  if (controller == NULL || (controller->mail[0] == NULL && controller->email == NULL))
    return VETO_PROOF_SENDER_UNLISTED;
  return VETO_PROOF_SENDER_OTHER;
}

gboolean
veto_proof_sender_is_suspect (VetoProofSender sender)
{
  return sender >= VETO_PROOF_SENDER_OTHER;
}

char *
veto_proof_sender_dup_words (VetoCase *item, const VetoProofMail *mail)
{
  VetoProofSender       sender = veto_proof_sender_judge (item, mail);
  const VetoController *controller = find_controller (item);
  /* Translators: in the place of a company's name, inside of a sentence */
  const char *company = controller != NULL ? controller->name : _ ("the company");

  switch (sender)
    {
    case VETO_PROOF_SENDER_COMPANY:
      /* Translators: an e-mail address, a company */
      return g_strdup_printf (_ ("The From line says %s, an address of %s. Anybody can forge a From line, so "
                                 "it "
                                 "proves nothing by itself."),
                              mail->address, company);
    case VETO_PROOF_SENDER_AUTHORITY:
      /* Translators: an e-mail address, an authority */
      return g_strdup_printf (_ ("The From line says %s, an address of %s. Anybody can forge a From line, so "
                                 "it "
                                 "proves nothing by itself."),
                              mail->address, find_authority (item, mail->domain)->name);
    case VETO_PROOF_SENDER_OWN:
      /* Translators: the person's own e-mail address */
      return g_strdup_printf (_ ("The From line says %s, your own address."), mail->address);
    case VETO_PROOF_SENDER_OTHER:
      /* Translators: an e-mail address, a company */
      return g_strdup_printf (_ ("This may be a fake. The From line says %s, and Veto does not know that as "
                                 "an "
                                 "address of %s. Open no link in it, and look into your account instead."),
                              mail->address, company);
    case VETO_PROOF_SENDER_UNLISTED:
      /* Translators: an e-mail address, a company */
      return g_strdup_printf (_ ("This may be a fake. The From line says %s, and Veto does not know which "
                                 "addresses %s writes from. Open no link in it."),
                              mail->address, company);
    case VETO_PROOF_SENDER_UNCLEAR:
    default:
      return g_strdup (
        _ ("This may be a fake. It does not say clearly who it is from. Open no link in it, and look "
           "into your account instead."));
    }
}

char *
veto_proof_sender_dup_note (const VetoProofMail *mail)
{
  g_return_val_if_fail (mail != NULL, NULL);

  if (mail->address == NULL)
    return g_strdup (mail->subject != NULL ? mail->subject : _ ("E-mail"));
  if (mail->subject == NULL)
    /* Translators: an e-mail address */
    return g_strdup_printf (_ ("E-mail, as it says from %s"), mail->address);
  /* Translators: the subject of an e-mail, an e-mail address */
  return g_strdup_printf (_ ("E-mail “%s”, as it says from %s"), mail->subject, mail->address);
}

VetoEvent *
veto_proof_sender_find_event (VetoCase *item, const char *proof_id)
{
  GPtrArray *events = veto_timeline_get_events (veto_case_get_timeline (item));

  for (guint i = 0; i < events->len; i++)
    if (g_strcmp0 (veto_event_get_proof (events->pdata[i]), proof_id) == 0)
      return events->pdata[i];
  return NULL;
}
