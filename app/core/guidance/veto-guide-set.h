/* One whole bundle of guidance in one language, read and checked; immutable.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "veto-controller.h"
#include "veto-glossary.h"
#include "veto-holiday-rule.h"
#include "veto-letter-kind.h"
#include "veto-platform.h"

G_BEGIN_DECLS

#define VETO_TYPE_GUIDE_SET (veto_guide_set_get_type ())
G_DECLARE_FINAL_TYPE (VetoGuideSet, veto_guide_set, VETO, GUIDE_SET, GObject)

#define VETO_GUIDANCE_ERROR (veto_guidance_error_quark ())
GQuark veto_guidance_error_quark (void);

/**
 * VetoGuidanceError:
 * @VETO_GUIDANCE_ERROR_MALFORMED: not JSON, or not of the shape the format asks for
 * @VETO_GUIDANCE_ERROR_TOO_NEW: written for a newer Veto
 * @VETO_GUIDANCE_ERROR_TOO_BIG: over a limit of size or number
 * @VETO_GUIDANCE_ERROR_LINK: an address that is not allowed
 * @VETO_GUIDANCE_ERROR_MISSING: a file of the bundle is missing or cannot be read
 */
typedef enum {
  VETO_GUIDANCE_ERROR_MALFORMED,
  VETO_GUIDANCE_ERROR_TOO_NEW,
  VETO_GUIDANCE_ERROR_TOO_BIG,
  VETO_GUIDANCE_ERROR_LINK,
  VETO_GUIDANCE_ERROR_MISSING,
} VetoGuidanceError;

/**
 * veto_guide_set_read_resource:
 * @prefix: resource path of the folder with guidance.json and text/
 * @language: the reader's language, such as "de"; English takes the place of a language or text that is missing
 * @error: return location, %VETO_GUIDANCE_ERROR; messages carry file and JSON path
 *
 * Returns: (transfer full) (nullable): the guidance, wholly read and checked
 */
VetoGuideSet *veto_guide_set_read_resource (const char *prefix, const char *language, GError **error);

/**
 * veto_guide_set_read_folder:
 * @folder: path of a folder that holds a bundle (guidance.json and text/)
 *
 * The same from a folder on disk; see veto_guide_set_read_resource().
 */
VetoGuideSet *veto_guide_set_read_folder (const char *folder, const char *language, GError **error);

/**
 * veto_guide_set_read_files:
 * @files: (element-type utf8 GBytes): what a bundle consists of, by names such as "guidance.json" and "text/de.json"
 * @link_hosts: (nullable): the hosts that its links may lead to, in the place of its own list
 * @mail_domains: (nullable): the same for its e-mail addresses; both or none
 *
 * The same from memory; see veto_guide_set_read_resource(). An address outside the lists is %VETO_GUIDANCE_ERROR_LINK, and the
 * whole is refused. Rule: security design, 3.2 and 6.
 */
VetoGuideSet *veto_guide_set_read_files (GHashTable        *files,
                                         const char *const *link_hosts,
                                         const char *const *mail_domains,
                                         const char        *language,
                                         GError           **error);

/**
 * veto_guide_set_limit_links:
 * @link_hosts: (nullable): where its links may lead
 * @mail_domains: (nullable): where letters may go; both or none
 *
 * A root can take a host or domain from guidance that was sound when it was installed. A step's link there is shown as withdrawn; that of a
 * company, an authority or a source, and an e-mail address, is not there any more. To be called by whoever read the set, before anybody
 * else has it. Rule: security design, 3 (S5) and 6.
 */
void veto_guide_set_limit_links (VetoGuideSet      *self,
                                 const char *const *link_hosts,
                                 const char *const *mail_domains);

gint64      veto_guide_set_get_version (VetoGuideSet *self);
const char *veto_guide_set_get_language (VetoGuideSet *self); /* the language the words are in */
const char *const                 *
veto_guide_set_get_languages (VetoGuideSet *self); /* all that it has words in: "de", "en" */
gboolean        veto_guide_set_is_built_in (VetoGuideSet *self);   /* came with the program */
guint           veto_guide_set_get_n_platforms (VetoGuideSet *self);
VetoPlatform   *veto_guide_set_get_platform (VetoGuideSet *self, guint index); /* (transfer none) */
VetoPlatform   *veto_guide_set_find_platform (VetoGuideSet *self,
                                              const char   *id); /* (transfer none) (nullable) */
guint           veto_guide_set_get_n_letters (VetoGuideSet *self);
VetoLetterKind *veto_guide_set_get_letter (VetoGuideSet *self, guint index); /* (transfer none) */
VetoLetterKind *veto_guide_set_find_letter (VetoGuideSet *self,
                                            const char   *id); /* (transfer none) (nullable) */
const VetoCountry    *veto_guide_set_get_countries (VetoGuideSet *self, guint *out_n);
const VetoAuthority  *veto_guide_set_get_authorities (VetoGuideSet *self, guint *out_n);
const VetoAuthority  *veto_guide_set_find_authority (VetoGuideSet *self, const char *id); /* (nullable) */
const VetoController *veto_guide_set_get_controllers (VetoGuideSet *self, guint *out_n);
const VetoController *veto_guide_set_find_controller (VetoGuideSet *self, const char *id); /* (nullable) */
const VetoSource     *veto_guide_set_get_sources (VetoGuideSet *self, guint *out_n);

/* @country: "IE", in any case. Returns: (transfer none) (nullable): its holidays, with their sources */
const VetoHolidayCountry *veto_guide_set_find_holiday_country (VetoGuideSet *self, const char *country);

/**
 * veto_guide_set_list_holidays:
 * @country: (nullable): "IE": where the company has to act
 * @region: (nullable): "BW"
 * @around: the day that is counted from
 *
 * The holidays of the years that a deadline can touch: the year of @around and the three after it.
 *
 * Returns: (transfer full) (nullable): the list to count with; %NULL when nothing is known of that country, and that is a
 *   list to count with as well
 */
VetoHolidays *veto_guide_set_list_holidays (VetoGuideSet *self,
                                            const char   *country,
                                            const char   *region,
                                            const GDate  *around);

/* Returns: (transfer none) (array length=out_n): the glossary; empty in guidance that has none */
const VetoTerm *veto_guide_set_get_terms (VetoGuideSet *self, guint *out_n);

/**
 * veto_guide_set_allows_link:
 * @link: an address
 *
 * Whether @link may be opened: its syntax is that of security rule 6.1 and its host, exactly, is one the guidance
 * names. Ask again at the moment of opening.
 */
gboolean veto_guide_set_allows_link (VetoGuideSet *self, const char *link);

G_END_DECLS
