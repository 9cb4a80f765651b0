/* Why there is no new guidance: a short id that is kept, and words for a person. Words: security design, 10.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-updates"

#include "veto-config.h"

#include "veto-update-problem.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"
#include "veto-fetch.h"
#include "veto-guide-set.h"
#include "veto-trust-error.h"

G_DEFINE_QUARK (veto-update-error-quark, veto_update_error);

#define DAMAGED_TITLE N_ ("New guidance was damaged")
#define DAMAGED_TEXT N_ ("It was not used. Your present guidance stays.")
#define NETWORK_TITLE N_ ("Could not look for new guidance")

typedef struct
{
  const char *id;
  const char *title;
  const char *text; /* NULL: has a day in it, or is that of VetoTrustError */
} Words;

/* The first row is for whatever has no other. */
static const Words words[] = {
  { "network", NETWORK_TITLE, NULL },
  { "web-page", N_ ("The network wants a login first"),
    N_ ("Log in to this Wi-Fi in your browser, then try again.") },
  { "timeout", N_ ("The server was too slow"), N_ ("Nothing has changed. Veto will try again later.") },
  { "redirect", DAMAGED_TITLE, DAMAGED_TEXT },
  { "link", DAMAGED_TITLE, DAMAGED_TEXT },
  { "too-new", N_ ("Please update Veto"),
    N_ ("There is new guidance that this version cannot read. Yours stays in use.") },
  { "disk", N_ ("New guidance could not be kept"),
    N_ (
      "The disk may be full, or closed for writing. Yours stays in use. Free some space, then try again.") },
  { "busy", N_ ("Veto is looking already"), N_ ("Wait a moment, then try again.") },
  { "no-feed", N_ ("This Veto has nowhere to look"),
    N_ ("Its publishers named no place for new guidance. It works with the guidance that it came with.") },
  { "cancelled", N_ ("Stopped"), N_ ("Nothing has changed.") },
};

static const VetoTrustError trust_errors[] = {
  VETO_TRUST_ERROR_MALFORMED, VETO_TRUST_ERROR_TOO_BIG, VETO_TRUST_ERROR_SIGNATURE,
  VETO_TRUST_ERROR_ROLLBACK,  VETO_TRUST_ERROR_EXPIRED, VETO_TRUST_ERROR_HASH,
};

static const char *
get_guidance_id (int code)
{
  switch ((VetoGuidanceError) code)
    {
    case VETO_GUIDANCE_ERROR_TOO_NEW:
      return "too-new";
    case VETO_GUIDANCE_ERROR_TOO_BIG:
      return "too-big";
    case VETO_GUIDANCE_ERROR_LINK:
      return "link";
    case VETO_GUIDANCE_ERROR_MALFORMED:
    case VETO_GUIDANCE_ERROR_MISSING:
    default:
      return "malformed";
    }
}

static const char *
get_update_id (int code)
{
  switch ((VetoUpdateError) code)
    {
    case VETO_UPDATE_ERROR_NO_FEED:
      return "no-feed";
    case VETO_UPDATE_ERROR_BUSY:
      return "busy";
    case VETO_UPDATE_ERROR_TIMEOUT:
      return "timeout";
    case VETO_UPDATE_ERROR_DISK:
    default:
      return "disk";
    }
}

static const char *
get_fetch_id (int code)
{
  switch ((VetoFetchError) code)
    {
    case VETO_FETCH_ERROR_TIMEOUT:
      return "timeout";
    case VETO_FETCH_ERROR_REDIRECT:
      return "redirect";
    case VETO_FETCH_ERROR_TOO_BIG:
      return "too-big";
    case VETO_FETCH_ERROR_SIZE:
      return "hash";
    case VETO_FETCH_ERROR_WEB_PAGE:
      return "web-page";
    case VETO_FETCH_ERROR_ADDRESS:
      return "link";
    case VETO_FETCH_ERROR_NETWORK:
    case VETO_FETCH_ERROR_NOT_FOUND:
    default:
      return "network";
    }
}

const char *
veto_update_problem_get_id (const GError *error)
{
  g_return_val_if_fail (error != NULL, "network");

  if (error->domain == VETO_TRUST_ERROR)
    return veto_trust_error_get_id ((VetoTrustError) error->code);
  if (error->domain == VETO_GUIDANCE_ERROR)
    return get_guidance_id (error->code);
  if (error->domain == VETO_FETCH_ERROR)
    return get_fetch_id (error->code);
  if (error->domain == VETO_UPDATE_ERROR)
    return get_update_id (error->code);
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? "cancelled" : "network";
}

static const Words *
find_words (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].id, id) == 0)
      return &words[i];
  return &words[0];
}

/* Returns: the code of @id, or -1 */
static int
find_trust_error (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (trust_errors); i++)
    if (g_strcmp0 (veto_trust_error_get_id (trust_errors[i]), id) == 0)
      return (int) trust_errors[i];
  return -1;
}

const char *
veto_update_problem_get_title (const char *id)
{
  int code = find_trust_error (id);

  return code >= 0 ? veto_trust_error_get_title ((VetoTrustError) code) : _ (find_words (id)->title);
}

static char *
dup_network_text (gint64 in_use)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *day = NULL;
  GDate            made;

  if (in_use <= 0 || !veto_day_of_instant (in_use, zone, &made))
    return g_strdup (
      _ ("You are using the guidance that Veto came with. Everything works. Veto will try again later."));
  day = veto_day_dup_display (&made);
  /* Translators: %s is a day, such as 12 November 2026 */
  return g_strdup_printf (_ (
                            "You are using the guidance of %s. Everything works. Veto will try again later."),
                          day);
}

char *
veto_update_problem_dup_text (const char *id, gint64 in_use, const GDate *today)
{
  int code = find_trust_error (id);

  g_return_val_if_fail (today != NULL, NULL);

  if (code >= 0)
    return veto_trust_error_dup_text ((VetoTrustError) code, today);
  return find_words (id)->text != NULL ? g_strdup (_ (find_words (id)->text)) : dup_network_text (in_use);
}
