/* JSON from outside: a strict scan first, then json-glib, then typed reading with a path in every message.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define VETO_JSON_ERROR (veto_json_error_quark ())
GQuark veto_json_error_quark (void);

/**
 * VetoJsonError:
 * @VETO_JSON_ERROR_SYNTAX: not strict JSON
 * @VETO_JSON_ERROR_LIMIT: larger, deeper or longer than allowed
 * @VETO_JSON_ERROR_MISSING: a member that must be there is not
 * @VETO_JSON_ERROR_TYPE: a value of another type than asked for
 * @VETO_JSON_ERROR_RANGE: a number outside what is asked for
 */
typedef enum {
  VETO_JSON_ERROR_SYNTAX,
  VETO_JSON_ERROR_LIMIT,
  VETO_JSON_ERROR_MISSING,
  VETO_JSON_ERROR_TYPE,
  VETO_JSON_ERROR_RANGE,
} VetoJsonError;

typedef struct
{
  gsize max_bytes;      /* of the document */
  guint max_depth;      /* of objects and arrays in one another */
  guint max_values;     /* in the whole document */
  gsize max_text_bytes; /* of one string, as written */
} VetoJsonLimits;

/* What guidance, its words and other people's files may have: 2 MiB, 24 levels, 100000 values, 16384 bytes a text. */
extern const VetoJsonLimits veto_json_limits;

/**
 * veto_json_scan:
 * @data: (array length=n_bytes): a document from outside
 * @limits: what it may have
 * @error: return location, %VETO_JSON_ERROR; the message says line and column
 *
 * Whether @data is exactly one document of RFC 8259: UTF-8 without byte order mark, no member twice, no NUL in a
 * text, no lone surrogate, integers within 2^53-1. Needs no stack and no memory but the names of open objects.
 * json-glib alone is lenient in all of these, and crashes on deep nesting. Rule: security design, 2.
 */
gboolean veto_json_scan (const char *data, gsize n_bytes, const VetoJsonLimits *limits, GError **error);

/**
 * veto_json_parse:
 * @data: (array length=n_bytes): a document from outside
 * @file: its name, for messages
 *
 * Scans, then parses.
 *
 * Returns: (transfer full) (nullable): the root
 */
JsonNode *veto_json_parse (const char           *data,
                           gsize                 n_bytes,
                           const char           *file,
                           const VetoJsonLimits *limits,
                           GError              **error);

/* A place in a document: "guides[2].steps". A place that ends in a colon, "facebook.json:", is a document's root.
 * Returns: (transfer full) */
char *veto_json_dup_member_path (const char *where, const char *member);
char *veto_json_dup_element_path (const char *where, guint index);

/* Typed readers. @where is the place of the object or array; the error is %VETO_JSON_ERROR and names the whole place.
 * All results are owned by the document. */
const char *veto_json_get_text (JsonObject *object, const char *where, const char *member, GError **error);
JsonObject *veto_json_get_object (JsonObject *object, const char *where, const char *member, GError **error);
JsonArray  *veto_json_get_array (JsonObject *object, const char *where, const char *member, GError **error);
gboolean    veto_json_get_boolean (JsonObject *object,
                                   const char *where,
                                   const char *member,
                                   gboolean   *out_value,
                                   GError    **error);

/* A missing member, or null, is no error: @out_text is %NULL then. */
gboolean veto_json_get_optional_text (JsonObject  *object,
                                      const char  *where,
                                      const char  *member,
                                      const char **out_text,
                                      GError     **error);

/* From @min to @max, both included; written as an integer. */
gboolean veto_json_get_integer (JsonObject *object,
                                const char *where,
                                const char *member,
                                gint64      min,
                                gint64      max,
                                gint64     *out_value,
                                GError    **error);

const char *veto_json_get_element_text (JsonArray *array, const char *where, guint index, GError **error);
JsonObject *veto_json_get_element_object (JsonArray *array, const char *where, guint index, GError **error);

/* Whether @object has @member and it is not null. */
gboolean veto_json_has (JsonObject *object, const char *member);

/**
 * veto_json_write:
 * @node: a value
 *
 * Writes without white space and with the members of every object in order of their names, so that the same content
 * gives the same bytes.
 *
 * Returns: (transfer full): the JSON text
 */
char *veto_json_write (JsonNode *node);

G_END_DECLS
