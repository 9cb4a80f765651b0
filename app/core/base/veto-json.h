/* JSON from outside: one strict pass that makes a tree, then typed reading with a path in every message.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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

typedef enum {
  VETO_JSON_NULL,
  VETO_JSON_BOOLEAN,
  VETO_JSON_INTEGER, /* written without point and exponent */
  VETO_JSON_REAL,
  VETO_JSON_TEXT,
  VETO_JSON_LIST,
  VETO_JSON_OBJECT,
} VetoJsonKind;

/* One value, in the memory of its document. Members of an object are items with a name, in the order they were written in. */
typedef struct _VetoJson VetoJson;
struct _VetoJson
{
  VetoJsonKind kind;
  guint        n_items; /* of a list or an object */
  const char  *name;    /* of a member; else NULL */
  union
  {
    gboolean        flag;
    gint64          integer;
    double          real;
    const char     *text;
    const VetoJson *items;
    GHashTable     *index; /* private to the document */
  };
};

typedef struct _VetoJsonDocument VetoJsonDocument;

/**
 * veto_json_parse:
 * @data: (array length=n_bytes): a document from outside
 * @file: its name, for messages
 * @limits: what it may have
 * @error: return location, %VETO_JSON_ERROR; the message says file, line and column
 *
 * Reads exactly one document of RFC 8259: UTF-8 without byte order mark, no member twice, no NUL in a text, no lone
 * surrogate, integers within 2^53-1. One pass without recursion; json-glib is lenient in all of these, crashes on deep
 * nesting, and is some times slower. Rule: security design, 2.
 *
 * Returns: (transfer full) (nullable): the document; it needs neither @data nor @limits any more, and never changes, so
 *   that any thread may read it
 */
VetoJsonDocument *veto_json_parse (const char           *data,
                                   gsize                 n_bytes,
                                   const char           *file,
                                   const VetoJsonLimits *limits,
                                   GError              **error);

/* The same, for the answer alone; the message says line and column. */
gboolean veto_json_scan (const char *data, gsize n_bytes, const VetoJsonLimits *limits, GError **error);

/**
 * veto_json_document_new_object:
 * @members: (array length=n_members): values with different names; copied, but not what they point to
 *
 * Returns: (transfer full): a document whose root is an object of @members
 */
VetoJsonDocument *veto_json_document_new_object (const VetoJson *members, guint n_members);

void veto_json_document_free (VetoJsonDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoJsonDocument, veto_json_document_free)

const VetoJson *veto_json_document_get_root (VetoJsonDocument *self);

/* Gives the memory of all values back; texts that were read from them stay until the document is freed. */
void veto_json_document_keep_texts_only (VetoJsonDocument *self);

/* Returns: (nullable): the member of that name of an object */
const VetoJson *veto_json_find (const VetoJson *object, const char *name);

/* A place in a document: "guides[2].steps". A place that ends in a colon, "facebook.json:", is a document's root.
 * Returns: (transfer full) */
char *veto_json_dup_member_path (const char *where, const char *member);
char *veto_json_dup_element_path (const char *where, guint index);

/* Typed readers. @where is the place of the object or array; the error is %VETO_JSON_ERROR and names the whole place.
 * All results are owned by the document. */
const char *
veto_json_get_text (const VetoJson *object, const char *where, const char *member, GError **error);
const VetoJson *
veto_json_get_object (const VetoJson *object, const char *where, const char *member, GError **error);
const VetoJson          *
veto_json_get_array (const VetoJson *object, const char *where, const char *member, GError **error);
gboolean veto_json_get_boolean (const VetoJson *object,
                                const char     *where,
                                const char     *member,
                                gboolean       *out_value,
                                GError        **error);

/* A missing member, or null, is no error: @out_text is %NULL then. */
gboolean veto_json_get_optional_text (const VetoJson *object,
                                      const char     *where,
                                      const char     *member,
                                      const char    **out_text,
                                      GError        **error);

/* From @min to @max, both included; written as an integer. */
gboolean veto_json_get_integer (const VetoJson *object,
                                const char     *where,
                                const char     *member,
                                gint64          min,
                                gint64          max,
                                gint64         *out_value,
                                GError        **error);

const char *veto_json_get_element_text (const VetoJson *list, const char *where, guint index, GError **error);
const VetoJson *
veto_json_get_element_object (const VetoJson *list, const char *where, guint index, GError **error);

/* Whether @object has @member and it is not null. */
gboolean veto_json_has (const VetoJson *object, const char *member);

/**
 * veto_json_write:
 * @value: a value
 *
 * Writes without white space and with the members of every object in order of their names, so that the same content
 * gives the same bytes.
 *
 * Returns: (transfer full): the JSON text
 */
char *veto_json_write (const VetoJson *value);

G_END_DECLS
