/* Reads guidance: typed values with their place, and one way to complain of them. Private to guidance.
 *
 * The program and the linter read with the same code. A fault is a complaint, not a jump: reading goes on, so that the
 * linter (strict) hears of all of them, while the program keeps the first and drops what was read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"
#include "veto-pool.h"

G_BEGIN_DECLS

/* What platforms refer to by id */
typedef enum {
  VETO_IDS_SOURCES, /* values are VetoSource */
  VETO_IDS_HOSTS,
  VETO_IDS_MAIL,        /* domains that e-mails come from */
  VETO_IDS_CONTROLLERS, /* values are names */
  VETO_IDS_COUNTRIES,   /* values are VetoCountry */
  VETO_IDS_AUTHORITIES, /* values are VetoAuthority */
  VETO_IDS_REGIMES,     /* values are VetoRegime */
  VETO_IDS_COVERS,      /* values are phrases in the reader's language, and so for KEEP */
  VETO_IDS_KEEP,
  VETO_IDS_WHERE,
  VETO_IDS_NEEDS,
  VETO_IDS_CATEGORIES,
} VetoIds;
#define VETO_IDS_N (VETO_IDS_CATEGORIES + 1)

/* What is asked of a text, by the place where it is used */
typedef enum {
  VETO_WORDS_REQUIRED = 1 << 0,
  VETO_WORDS_TITLE = 1 << 1,
  VETO_WORDS_BODY = 1 << 2,
  VETO_WORDS_UNTRIED = 1 << 3, /* must not claim that somebody checked it */
  VETO_WORDS_LINE = 1 << 4,    /* has no newline */
} VetoWordRules;

typedef struct
{
  VetoPool          *pool;
  gboolean           strict;
  const char *const *link_hosts; /* nullable: what counts in the place of the bundle's own list, and so for */
  const char *const *mail_domains; /* both are %NULL, or none */
  GString           *where;        /* the place in the document: "guidance.json: platforms[0].guides[1]" */
  GString           *key;          /* what the keys of words begin with here: "facebook/form/send" */
  const VetoJson    *english;      /* in the pool, and so are the words in the reader's language */
  const VetoJson    *local;        /* nullable */
  const char        *language;     /* of local */
  guint              n_not_local;  /* how many texts there were in English only */
  GPtrArray         *words;        /* the documents of words */
  GHashTable        *asked;        /* strict: key to VetoWordRules */
  GHashTable        *uses;         /* strict: key of a letter's text to its placeholders */
  GHashTable        *ids[VETO_IDS_N];
  GPtrArray         *regimes;          /* of VetoRegime, in the order in which they are offered */
  GHashTable        *used[VETO_IDS_N]; /* strict: ids that something refers to */
  gboolean           has_glossary;     /* so that legal terms are to be explained */
  gboolean           tried;            /* somebody did by hand what is being read */
  GPtrArray         *complaints;       /* strict: all of them */
  GError            *error;            /* the first */
} VetoReader;

void veto_reader_init (VetoReader *self, gboolean strict);
void veto_reader_clear (VetoReader *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VetoReader, veto_reader_clear)

/* Complains of @member (nullable) of the object at the present place. */
void
veto_reader_complain (VetoReader *self, VetoGuidanceError code, const char *member, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

/* The same with a whole message: place and reason. @message: (transfer full) */
void veto_reader_take_complaint (VetoReader *self, VetoGuidanceError code, char *message);

/* Moves the present place; the result is for veto_reader_leave(). */
gsize veto_reader_enter (VetoReader *self, const char *member);
gsize veto_reader_enter_element (VetoReader *self, guint index);
gsize veto_reader_enter_document (VetoReader *self, const char *file);
void  veto_reader_leave (VetoReader *self, gsize mark);

/* Parses @data as a document of that name. Returns: (transfer none) (nullable): it, or its root; held by the pool */
VetoJsonDocument *veto_reader_parse_document (VetoReader *self, GBytes *data, const char *file);
const VetoJson   *veto_reader_parse (VetoReader *self, GBytes *data, const char *file);

/* Typed values; what is wrong has been complained of when the result is %NULL or %FALSE. */
const char     *veto_reader_get_text (VetoReader *self, const VetoJson *object, const char *member);
const char     *veto_reader_get_optional_text (VetoReader *self, const VetoJson *object, const char *member);
const char     *veto_reader_get_id (VetoReader *self, const VetoJson *object, const char *member);
const VetoJson *veto_reader_get_object (VetoReader *self, const VetoJson *object, const char *member);
const VetoJson *veto_reader_get_list (VetoReader *self, const VetoJson *object, const char *member);
gboolean        veto_reader_get_boolean (VetoReader *self, const VetoJson *object, const char *member);
gboolean veto_reader_get_day (VetoReader *self, const VetoJson *object, const char *member, GDate *out_day);
gboolean veto_reader_get_number (VetoReader     *self,
                                 const VetoJson *object,
                                 const char     *member,
                                 gint64          min,
                                 gint64          max,
                                 gint64         *out_number);

/* Format 1, else %VETO_GUIDANCE_ERROR_TOO_NEW. */
gboolean veto_reader_check_format (VetoReader *self, const VetoJson *object);

/* Strict: complains of members that stand in neither NULL-terminated list; @more is nullable. */
void veto_reader_check_members (VetoReader        *self,
                                const VetoJson    *object,
                                const char *const *known,
                                const char *const *more);

/* A kind of list whose elements are objects with an id. The struct of an element begins with its id. */
typedef struct
{
  guint min;
  guint max;
  gsize size;
  void (*read) (VetoReader *reader, const VetoJson *node, gpointer entry, gpointer data);
} VetoEntries;

/* Reads the list at the present place. @into: memory for all elements. Returns: whether the number was right */
gboolean veto_reader_read_into (VetoReader        *self,
                                const VetoJson    *list,
                                const VetoEntries *kind,
                                gpointer           into,
                                gpointer           data);

/* Reads @member. Returns: (transfer none): its elements in the pool, @out_n of them */
gpointer veto_reader_read_entries (VetoReader        *self,
                                   const VetoJson    *object,
                                   const char        *member,
                                   const VetoEntries *kind,
                                   gpointer           data,
                                   guint             *out_n);

/* Reads a list of different texts; with a @check that returns what is wrong with one, or %NULL (the code is for that).
 * Returns: (transfer none): NULL-terminated, in the pool; only what was right */
typedef const char *(*VetoCheckText) (VetoReader *reader, const char *text);
const char *const *veto_reader_read_texts (VetoReader       *self,
                                           const VetoJson   *object,
                                           const char       *member,
                                           guint             min,
                                           guint             max,
                                           VetoGuidanceError code,
                                           VetoCheckText     check);

/* Reads a list of ids that must exist. Returns: (transfer none): NULL-terminated, in the pool: their values */
gconstpointer *veto_reader_read_references (VetoReader     *self,
                                            const VetoJson *object,
                                            const char     *member,
                                            guint           min,
                                            VetoIds         ids);

/* Makes an id known. @value must not be %NULL. Returns: %FALSE when it was known already */
gboolean veto_reader_define (VetoReader *self, VetoIds ids, const char *id, gconstpointer value);

/* Returns: (nullable): the value of an id that something refers to */
gconstpointer veto_reader_use (VetoReader *self, VetoIds ids, const char *id);

/* What is wrong with an address, or %NULL; a host is used by it. */
const char *veto_reader_check_link (VetoReader *self, const char *link);

/* Moves the beginning of the keys of words; @separator is "/" or ".". */
gsize veto_reader_enter_key (VetoReader *self, const char *separator, const char *id);
void  veto_reader_leave_key (VetoReader *self, gsize mark);

/* Reads a file of words. Returns: (transfer none) (nullable): its strings */
const VetoJson *
veto_reader_read_words (VetoReader *self, GBytes *data, const char *file, const char *language);

/* When all is read: the memory of the words' documents goes, but for the texts. */
void veto_reader_forget_words (VetoReader *self);

/* What is wrong with the text @key, or %NULL. */
const char *veto_reader_check_words (const char *key, const char *text);

/* Whether @key is one of a letter's text, whose placeholders are its own. */
gboolean veto_reader_is_letter_key (const char *key);

/**
 * veto_reader_get_words:
 * @field: with its dot: ".title"
 * @rules: what is asked of them
 * @out_english: (out) (optional) (nullable): the English words
 *
 * Returns: (nullable): the words in the reader's language, else in English
 */
const char *
veto_reader_get_words (VetoReader *self, const char *field, VetoWordRules rules, const char **out_english);

/* The same for a letter. @uses: (array zero-terminated=1): the placeholders that must be in the text in each language, and
 * no others; must live as long as the pool */
const char *
veto_reader_get_template (VetoReader *self, const char *field, VetoWordRules rules, const char *const *uses);

G_END_DECLS
