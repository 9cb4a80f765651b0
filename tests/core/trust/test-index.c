/* Indexes: names, hashes, sizes, numbers and times, of people who may sign but write something hostile or wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "trust-fixture.h"

typedef struct
{
  const char *name;
  const char *from; /* of the payload of make_index (7) */
  const char *to;
  int         code;
} Sample;

#define VERSION "\"version\":7"
#define FILES "\"files\":{"
#define FILE_OF(name) FILES "\"" name "\":{\"sha256\":\"" HASH_1 "\",\"size\":1},"
#define NAME_50 "a2345678901234567890123456789012345678901234567890"
#define DIGITS_100                                                                                           \
  "1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"

#define MALFORMED VETO_TRUST_ERROR_MALFORMED
#define TOO_BIG VETO_TRUST_ERROR_TOO_BIG

static const Sample samples[] = {
  { "/trust/index/plain", NULL, NULL, ACCEPT },
  { "/trust/index/unknown-member", FILES, "\"note\":null," FILES, ACCEPT },
  { "/trust/index/largest-version", VERSION, "\"version\":2147483647", ACCEPT },
  { "/trust/index/version-0", VERSION, "\"version\":0", MALFORMED },
  { "/trust/index/version-minus-0", VERSION, "\"version\":-0", MALFORMED },
  { "/trust/index/version-negative", VERSION, "\"version\":-1", MALFORMED },
  { "/trust/index/version-half", VERSION, "\"version\":1.5", MALFORMED },
  { "/trust/index/version-point", VERSION, "\"version\":7.0", MALFORMED },
  { "/trust/index/version-exponent", VERSION, "\"version\":1e2", MALFORMED },
  { "/trust/index/version-text", VERSION, "\"version\":\"11\"", MALFORMED },
  { "/trust/index/version-true", VERSION, "\"version\":true", MALFORMED },
  { "/trust/index/version-null", VERSION, "\"version\":null", MALFORMED },
  { "/trust/index/version-2-to-31", VERSION, "\"version\":2147483648", MALFORMED },
  { "/trust/index/version-2-to-32-and-7", VERSION, "\"version\":4294967303", MALFORMED },
  { "/trust/index/version-2-to-63", VERSION, "\"version\":9223372036854775808", MALFORMED },
  { "/trust/index/version-2-to-64", VERSION, "\"version\":18446744073709551616", MALFORMED },
  { "/trust/index/version-400-digits", VERSION, "\"version\":" DIGITS_100 DIGITS_100 DIGITS_100 DIGITS_100,
    MALFORMED },
  { "/trust/index/version-hexadecimal", VERSION, "\"version\":0xff", MALFORMED },
  { "/trust/index/version-octal", VERSION, "\"version\":011", MALFORMED },
  { "/trust/index/version-plus", VERSION, "\"version\":+7", MALFORMED },
  { "/trust/index/version-nan", VERSION, "\"version\":NaN", MALFORMED },
  { "/trust/index/version-list", VERSION, "\"version\":[7]", MALFORMED },
  { "/trust/index/version-twice", VERSION, VERSION "," VERSION, MALFORMED },
  { "/trust/index/no-version", VERSION, "\"v\":7", MALFORMED },

  { "/trust/index/type-of-root", "\"index\"", "\"root\"", MALFORMED },
  { "/trust/index/no-type", "\"type\"", "\"kind\"", MALFORMED },

  { "/trust/index/time-leap-day", CREATED, "2028-02-29T00:00:00Z", ACCEPT },
  { "/trust/index/time-no-leap-day", CREATED, "2027-02-29T00:00:00Z", MALFORMED },
  { "/trust/index/time-31-june", CREATED, "2026-06-31T00:00:00Z", MALFORMED },
  { "/trust/index/time-month-13", CREATED, "2026-13-01T00:00:00Z", MALFORMED },
  { "/trust/index/time-year-0", CREATED, "0000-11-23T12:00:00Z", MALFORMED },
  { "/trust/index/time-hour-24", CREATED, "2026-11-23T24:00:00Z", MALFORMED },
  { "/trust/index/time-second-60", CREATED, "2026-11-23T12:00:60Z", MALFORMED },
  { "/trust/index/time-zone", CREATED, "2026-11-23T12:00:00+00:00", MALFORMED },
  { "/trust/index/time-without-zone", CREATED, "2026-11-23T12:00:00", MALFORMED },
  { "/trust/index/time-fraction", CREATED, "2026-11-23T12:00:00.0Z", MALFORMED },
  { "/trust/index/time-small-t", CREATED, "2026-11-23t12:00:00Z", MALFORMED },
  { "/trust/index/time-space", CREATED, " 026-11-23T12:00:00Z", MALFORMED },
  { "/trust/index/time-sign", CREATED, "-026-11-23T12:00:00Z", MALFORMED },
  { "/trust/index/time-arabic-digits", CREATED, "\xd9\xa2\xd9\xa0\xd9\xa2\xd9\xa6-11-23T12:00:00Z",
    MALFORMED },
  { "/trust/index/time-empty", CREATED, "", MALFORMED },
  { "/trust/index/time-number", "\"" CREATED "\"", "1795435200", MALFORMED },
  { "/trust/index/no-expiry", "\"expires\"", "\"expiry\"", MALFORMED },

  { "/trust/index/language", FILES, FILE_OF ("text/de.json"), ACCEPT },
  { "/trust/index/language-of-a-region", FILES, FILE_OF ("text/pt-BR.json"), ACCEPT },
  { "/trust/index/other-name", FILES, FILE_OF ("pictures/new.1_2/a-B.png"), ACCEPT },
  { "/trust/index/name-of-100-bytes", FILES, FILE_OF (NAME_50 NAME_50), ACCEPT },
  { "/trust/index/name-of-101-bytes", FILES, FILE_OF (NAME_50 NAME_50 "a"), MALFORMED },
  { "/trust/index/name-up", FILES, FILE_OF ("../../x"), MALFORMED },
  { "/trust/index/name-up-inside", FILES, FILE_OF ("text/../x"), MALFORMED },
  { "/trust/index/name-two-dots", FILES, FILE_OF ("a..b"), MALFORMED },
  { "/trust/index/name-absolute", FILES, FILE_OF ("/etc/passwd"), MALFORMED },
  { "/trust/index/name-backslash", FILES, FILE_OF ("..\\\\"), MALFORMED },
  { "/trust/index/name-hidden", FILES, FILE_OF (".ssh/authorized_keys"), MALFORMED },
  { "/trust/index/name-hidden-inside", FILES, FILE_OF ("text/.de.json"), MALFORMED },
  { "/trust/index/name-nul", FILES, FILE_OF ("a\\u0000b"), MALFORMED },
  { "/trust/index/name-newline", FILES, FILE_OF ("a\\nb"), MALFORMED },
  { "/trust/index/name-space", FILES, FILE_OF ("a b"), MALFORMED },
  { "/trust/index/name-percent", FILES, FILE_OF ("a%2fb"), MALFORMED },
  { "/trust/index/name-umlaut", FILES, FILE_OF ("\xc3\xa4.json"), MALFORMED },
  { "/trust/index/name-upper-case", FILES, FILE_OF ("Guidance.json"), MALFORMED },
  { "/trust/index/name-upper-case-first-part", FILES, FILE_OF ("tExt/de.json"), MALFORMED },
  { "/trust/index/name-empty", FILES, FILE_OF (""), MALFORMED },
  { "/trust/index/name-slash-at-end", FILES, FILE_OF ("text/"), MALFORMED },
  { "/trust/index/name-two-slashes", FILES, FILE_OF ("text//de.json"), MALFORMED },
  { "/trust/index/name-twice", FILES, FILE_OF ("guidance.json"), MALFORMED },

  { "/trust/index/sha256-short", HASH_1, "a9a1bdb1", MALFORMED },
  { "/trust/index/sha256-long", HASH_1, HASH_1 "00", MALFORMED },
  { "/trust/index/sha256-upper-case", "a9a1bdb1", "A9A1BDB1", MALFORMED },
  { "/trust/index/sha256-path", HASH_1, "../../../../../../../../../../../../../../../../../../etc/passwd",
    MALFORMED },
  { "/trust/index/sha256-number", "\"" HASH_1 "\"", "11", MALFORMED },
  { "/trust/index/no-sha256", "\"sha256\"", "\"sha1\"", MALFORMED },
  { "/trust/index/size-0", "\"size\":27", "\"size\":0", MALFORMED },
  { "/trust/index/size-negative", "\"size\":27", "\"size\":-1", MALFORMED },
  { "/trust/index/size-half", "\"size\":27", "\"size\":1.5", MALFORMED },
  { "/trust/index/size-text", "\"size\":27", "\"size\":\"27\"", MALFORMED },
  { "/trust/index/size-2-to-64", "\"size\":27", "\"size\":18446744073709551616", MALFORMED },
  { "/trust/index/size-2-mib", "\"size\":27", "\"size\":2097152", ACCEPT },
  { "/trust/index/size-more-than-2-mib", "\"size\":27", "\"size\":2097153", TOO_BIG },
  { "/trust/index/size-1-gib", "\"size\":27", "\"size\":1073741824", TOO_BIG },
  { "/trust/index/no-size", "\"size\"", "\"bytes\"", MALFORMED },
  { "/trust/index/unknown-file-with-wrong-size", FILES, FILES "\"later.json\":{\"sha256\":\"" HASH_1 "\"},",
    MALFORMED },

  { "/trust/index/no-guidance", "guidance.json", "other.json", MALFORMED },
  { "/trust/index/no-english", "text/en.json", "text/de.json", MALFORMED },
  { "/trust/index/no-files", "\"files\"", "\"file\"", MALFORMED },
  { "/trust/index/files-are-a-list", FILES, "\"files\":[],\"f\":{", MALFORMED },
  { "/trust/index/file-is-null", FILES, FILES "\"a.json\":null,", MALFORMED },
};

static void
check (char *payload, int code)
{
  g_autoptr(VetoTrustRoot) root = read_plain_root ();
  g_autoptr(GBytes) bytes = sign (VETO_TRUST_INDEX, payload, "df");
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoTrustIndex) index = veto_trust_index_read (root, bytes, &error);

  assert_outcome (index, &error, code);
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  char         *payload = make_index (7);

  check (sample->from != NULL ? with (payload, sample->from, sample->to) : payload, sample->code);
}

static void
test_payload_documents (void)
{
  static const char *const documents[] = {
    "", "null", "[]", "{}", "{} {}", "<html></html>", "\"index\"", "7"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    check (g_strdup (documents[i]), MALFORMED);
}

static void
test_content (void)
{
  char *payload = make_index (7);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(VetoTrustIndex) index = NULL;
  char sha256[VETO_TRUST_HEX_BYTES + 1];

  payload = with (payload, FILES, FILE_OF ("text/de.json"));
  payload = with (payload, FILES, FILE_OF ("text/x.json"));       /* no language */
  payload = with (payload, FILES, FILE_OF ("text/deutsch.json")); /* no language */
  payload = with (payload, FILES, FILE_OF ("text/de-.json"));     /* no language */
  payload = with (payload, FILES, FILE_OF ("text/de-a.json"));    /* no language */
  payload = with (payload, FILES, FILE_OF ("text/de/more.json")); /* unknown */
  payload = with (payload, FILES, FILE_OF ("text/.json.json"));   /* hidden: refused below */
  check (g_strdup (payload), MALFORMED);
  payload = with (payload, "\"text/.json.json\"", "\"text/zh-Hant-TW.json\"");
  veto_trust_sha256 (payload, strlen (payload), sha256);
  bytes = bytes_of (payload, -1);
  index = veto_trust_index_read_payload (bytes, NULL);
  g_assert_nonnull (index);
  g_assert_cmpuint (index->version, ==, 7);
  g_assert_cmpint (index->created, ==, NOW);
  g_assert_cmpint (index->expires, ==, NOW + 60 * DAY);
  g_assert_cmpstr (index->sha256, ==, sha256);
  g_assert_cmpuint (index->n_files, ==, 4); /* only those that are known, by name */
  g_assert_cmpstr (index->files[0].name, ==, "guidance.json");
  g_assert_cmpstr (index->files[1].name, ==, "text/de.json");
  g_assert_cmpstr (index->files[2].name, ==, "text/en.json");
  g_assert_cmpstr (index->files[3].name, ==, "text/zh-Hant-TW.json");
  g_assert_cmpuint (veto_trust_index_find (index, "guidance.json")->size, ==, 27);
  g_assert_null (veto_trust_index_find (index, "text/x.json"));
}

/* Returns: (transfer full): an index of @n_files more languages of @size bytes */
static char *
make_many (guint n_files, guint size, const char *folder)
{
  GString *files = g_string_new (FILES);
  char    *payload;

  for (guint i = 0; i < n_files; i++)
    g_string_append_printf (files, "\"%s/%c%c.json\":{\"sha256\":\"" HASH_1 "\",\"size\":%u},", folder,
                            'a' + (int) (i / 26), 'f' + (int) (i % 20), size);
  payload = with (make_index (7), FILES, files->str);
  g_string_free (files, TRUE);
  return payload;
}

/* At most 64 files and 8 MiB of those that would be fetched. */
static void
test_much (void)
{
  check (make_many (3, VETO_TRUST_MAX_FILE_BYTES, "text"), ACCEPT);
  check (make_many (4, VETO_TRUST_MAX_FILE_BYTES, "text"), TOO_BIG);
  check (make_many (20, VETO_TRUST_MAX_FILE_BYTES, "later"), ACCEPT);
}

static void
test_many (void)
{
  for (guint n_files = 62; n_files <= 63; n_files++)
    {
      GString *files = g_string_new (FILES);

      for (guint i = 0; i < n_files; i++)
        g_string_append_printf (files, "\"text/%c%c.json\":{\"sha256\":\"" HASH_1 "\",\"size\":1},",
                                'a' + (int) (i / 12), 'o' + (int) (i % 12));
      check (with (make_index (7), FILES, files->str), n_files == 62 ? ACCEPT : TOO_BIG);
      g_string_free (files, TRUE);
    }
}

/* A file is what the index says, or it is not used. */
static void
test_file (void)
{
  static const struct
  {
    const char *content;
    int         code;
  } rows[] = { { "{}", ACCEPT },
               { "{", VETO_TRUST_ERROR_HASH },
               { "{} ", VETO_TRUST_ERROR_HASH },
               { "[]", VETO_TRUST_ERROR_HASH },
               { "", VETO_TRUST_ERROR_HASH } };
  g_autoptr(GBytes) payload = bytes_of (make_index (7), -1);
  g_autoptr(VetoTrustIndex) index = veto_trust_index_read_payload (payload, NULL);
  const VetoTrustFile *file = veto_trust_index_find (index, "text/en.json");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GBytes) content = bytes_of (g_strdup (rows[i].content), -1);
      g_autoptr(GError) error = NULL;
      gboolean good = veto_trust_file_check (file, content, &error);

      assert_outcome (good ? file : NULL, &error, rows[i].code);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_sample);
  g_test_add_func ("/trust/index/payload-documents", test_payload_documents);
  g_test_add_func ("/trust/index/content", test_content);
  g_test_add_func ("/trust/index/much", test_much);
  g_test_add_func ("/trust/index/many", test_many);
  g_test_add_func ("/trust/index/file", test_file);
  return g_test_run ();
}
