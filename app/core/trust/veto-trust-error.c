/* Why something signed was refused, and how a person is told. Words: security design, 10.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-trust"

#include "veto-config.h"

#include "veto-trust-error.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"

G_DEFINE_QUARK (veto-trust-error-quark, veto_trust_error);

static const struct
{
  const char *id;
  const char *title;
  const char *text;
} words[] = {
  [VETO_TRUST_ERROR_MALFORMED] = { "malformed", N_ ("New guidance was damaged"),
                                   N_ ("It was not used. Your present guidance stays.") },
  [VETO_TRUST_ERROR_TOO_BIG] = { "too-big", N_ ("New guidance was damaged"),
                                 N_ ("It was not used. Your present guidance stays.") },
  [VETO_TRUST_ERROR_SIGNATURE] = { "signature", N_ ("New guidance was refused"),
                                   N_ ("It is not signed by the people who publish Veto’s guidance. "
                                       "Your present guidance stays in use. "
                                       "If this happens again on another network, please tell us.") },
  [VETO_TRUST_ERROR_ROLLBACK] = { "rollback", N_ ("Older guidance was refused"),
                                  N_ ("The server offered steps that are older than yours. "
                                      "Yours stay in use.") },
  [VETO_TRUST_ERROR_EXPIRED] = { "expired", N_ ("The server has only outdated guidance"), NULL },
  [VETO_TRUST_ERROR_HASH] = { "hash", N_ ("New guidance was damaged"),
                              N_ ("It was not used. Your present guidance stays.") },
  [VETO_TRUST_ERROR_KEY] = { "key", N_ ("This key cannot be used"),
                             N_ ("Keys are Ed25519 keys, encrypted, in a file that begins with "
                                 "“BEGIN ENCRYPTED PRIVATE KEY”. Name another file.") },
  [VETO_TRUST_ERROR_PASSPHRASE] = { "passphrase", N_ ("The passphrase does not fit"),
                                    N_ ("Type it again. For a new key, take twelve characters or more.") },
};

const char *
veto_trust_error_get_id (VetoTrustError code)
{
  return words[code].id;
}

const char *
veto_trust_error_get_title (VetoTrustError code)
{
  return _ (words[code].title);
}

char *
veto_trust_error_dup_text (VetoTrustError code, const GDate *today)
{
  g_autofree char *day = veto_day_dup_display (today);

  if (code != VETO_TRUST_ERROR_EXPIRED)
    return g_strdup (_ (words[code].text));
  /* Translators: %s is a day, such as 23 November 2026 */
  return g_strdup_printf (_ ("Yours stays in use. If your computer’s date (%s) is wrong, correct it "
                             "and try again."),
                          day);
}
