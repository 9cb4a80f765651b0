/* What a publisher notes of the pages in an authored sources.json. The rest of the file stays as people wrote it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"

G_BEGIN_DECLS

/* Sources with the members that a look at their pages needs: id, link, day, fingerprint, lines, checked, changed. */
typedef struct _VetoSourceNotes VetoSourceNotes;

/**
 * veto_source_notes_read:
 * @path: an authored sources.json
 * @error: %VETO_GUIDANCE_ERROR, %VETO_JSON_ERROR or %G_FILE_ERROR
 *
 * Returns: (transfer full): free it with veto_source_notes_free()
 */
VetoSourceNotes *veto_source_notes_read (const char *path, GError **error);
void             veto_source_notes_free (VetoSourceNotes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoSourceNotes, veto_source_notes_free)

/* (transfer none) (element-type VetoSource): in the order of the file; without words */
GPtrArray *veto_source_notes_get_sources (VetoSourceNotes *self);

/**
 * veto_source_notes_set:
 * @source: its id says which, its fingerprint, lines, checked and changed are what is noted from now on
 * @error: as above
 *
 * Exchanges these four members of the source in the text of the file; nothing else in it changes, not a space.
 *
 * Returns: %FALSE when the file has no such source
 */
gboolean veto_source_notes_set (VetoSourceNotes *self, const VetoSource *source, GError **error);

/* (transfer none): the text of the file, with what was noted */
const char *veto_source_notes_get_text (VetoSourceNotes *self);

G_END_DECLS
