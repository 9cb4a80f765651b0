/* vetoctl feed root: the list of those who may sign, before anybody has signed it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "veto-ctl-feed.h"
#include "veto-ctl-output.h"
#include "veto-day.h"
#include "veto-json.h"
#include "veto-trust-draft.h"

#define DAYS_VALID 730
#define THRESHOLD 2

/* Adds the keys of every option of that @name. */
static gboolean
add_keys (const VetoCtl *ctl, const char *name, VetoTrustRole *role)
{
  role->keys = g_new0 (VetoTrustKey, ctl->settings->len / 2 + 1);
  for (guint i = 0; i < ctl->settings->len; i += 2)
    if (g_str_equal (ctl->settings->pdata[i], name))
      {
        if (!veto_ctl_feed_read_key (ctl->settings->pdata[i + 1], &role->keys[role->n_keys]))
          return FALSE;
        role->n_keys++;
      }
  return TRUE;
}

/* (transfer full) (nullable): a list of texts */
static GStrv
dup_texts (const VetoJson *object, const char *where, const char *member, GError **error)
{
  const VetoJson  *list = veto_json_get_array (object, where, member, error);
  g_autofree char *place = veto_json_dup_member_path (where, member);
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; list != NULL && i < list->n_items; i++)
    {
      const char *text = veto_json_get_element_text (list, place, i, error);

      if (text == NULL)
        return NULL;
      g_strv_builder_add (texts, text);
    }
  return list != NULL ? g_strv_builder_end (texts) : NULL;
}

/* hosts.json, as the guidance's authors write it */
static gboolean
read_hosts (const char *path, VetoTrustRoot *root)
{
  g_autoptr(GBytes) bytes = veto_ctl_feed_read (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoJsonDocument) document = NULL;
  g_autofree char *where = g_strconcat (path, ":", NULL);
  const VetoJson  *object;

  if (bytes == NULL)
    return FALSE;
  document = veto_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), path,
                              &veto_json_limits, &error);
  object = document != NULL ? veto_json_document_get_root (document) : NULL;
  if (object != NULL && object->kind == VETO_JSON_OBJECT)
    {
      root->link_hosts = dup_texts (object, where, "links", &error);
      root->mail_domains = root->link_hosts != NULL ? dup_texts (object, where, "mail", &error) : NULL;
    }
  if (root->mail_domains != NULL)
    return TRUE;
  /* Translators: %s says which file it is, and the place in it, in English */
  veto_ctl_say (_ ("%s. Name a file such as resources/guidance/hosts.json."),
                error != NULL ? error->message : where);
  return FALSE;
}

static gboolean
set_threshold (const VetoCtl *ctl, VetoTrustRoot *root)
{
  const char *text = veto_ctl_get_setting (ctl, "--threshold");
  guint64     threshold = THRESHOLD;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT8, &threshold, NULL))
    {
      /* Translators: %s is what somebody typed */
      veto_ctl_say (_ ("“%s” is not how many must sign. Give a number, such as 2."), text);
      return FALSE;
    }
  root->root.threshold = root->index.threshold = (guint) threshold;
  return TRUE;
}

/* From now on; what is after another root has the next number. */
static gboolean
set_version_and_times (const VetoCtl *ctl, VetoTrustRoot *root)
{
  const char *after = veto_ctl_get_setting (ctl, "--after"), *until = veto_ctl_get_setting (ctl, "--until");
  g_autoptr(GBytes) bytes = after != NULL ? veto_ctl_feed_read (after) : NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoTrustRoot) previous = bytes != NULL ? veto_trust_root_read_first (bytes, &error) : NULL;
  g_autoptr(GDateTime) end = NULL;
  GDate day;

  if (after != NULL && previous == NULL)
    {
      if (error != NULL)
        veto_ctl_feed_fail (after, error);
      return FALSE;
    }
  root->version = previous != NULL ? previous->version + 1 : 1;
  root->created = g_get_real_time () / G_USEC_PER_SEC;
  root->expires = root->created + (gint64) DAYS_VALID * 24 * 60 * 60;
  if (until == NULL)
    return TRUE;
  if (veto_day_parse (until, &day))
    end = g_date_time_new_utc (g_date_get_year (&day), (int) g_date_get_month (&day), g_date_get_day (&day),
                               12, 0, 0);
  if (end == NULL || g_date_time_to_unix (end) <= root->created)
    {
      /* Translators: %s is what somebody typed */
      veto_ctl_say (_ ("“%s” is not a day to come. Write it like 2028-11-26."), until);
      return FALSE;
    }
  root->expires = g_date_time_to_unix (end);
  return TRUE;
}

/* The payload, and beside it the bytes that OpenSSL has to sign on a machine without Veto. */
static int
write_files (const char *out, GBytes *payload)
{
  g_autofree char *message_path = g_strconcat (out, ".pae", NULL);
  g_autoptr(GBytes) message = veto_trust_encode_message (VETO_TRUST_ROOT, payload);
  char sha256[VETO_TRUST_HEX_BYTES + 1];

  if (veto_ctl_write_file (out, payload) != VETO_CTL_DONE
      || veto_ctl_write_file (message_path, message) != VETO_CTL_DONE)
    return VETO_CTL_FAILED;
  veto_trust_sha256 (g_bytes_get_data (message, NULL), g_bytes_get_size (message), sha256);
  return veto_ctl_print_line (sha256);
}

static int
run (const VetoCtl *ctl)
{
  const char *out = ctl->arguments->pdata[0], *hosts = veto_ctl_get_setting (ctl, "--hosts");
  g_autoptr(VetoTrustRoot) root = veto_trust_root_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) payload = NULL;

  if (hosts == NULL)
    {
      veto_ctl_say (_ ("Say which hosts guidance may name: --hosts resources/guidance/hosts.json."));
      return VETO_CTL_WRONG_USAGE;
    }
  if (!add_keys (ctl, "--root-key", &root->root) || !add_keys (ctl, "--index-key", &root->index)
      || !read_hosts (hosts, root) || !set_threshold (ctl, root) || !set_version_and_times (ctl, root))
    return VETO_CTL_FAILED;
  payload = veto_trust_root_write (root, &error);
  return payload != NULL ? write_files (out, payload) : veto_ctl_feed_fail (out, error);
}

static const VetoCtlOption own_options[] = {
  { "--root-key", "FILE.pub", N_ ("A public key that signs roots; once for each of them.") },
  { "--index-key", "FILE.pub",
    N_ ("A public key that signs indexes; once for each of them. No key signs both.") },
  { "--threshold", N_ ("NUMBER"), N_ ("How many of each must sign. Without it, 2.") },
  { "--hosts", "FILE.json",
    N_ ("The hosts and e-mail domains that guidance may name, such as resources/guidance/hosts.json.") },
  { "--after", "ROOT.json", N_ ("The root that it takes the place of. Without it, it is the first.") },
  { "--until", N_ ("DAY"), N_ ("How long it is valid. Without it, two years.") },
  { NULL },
};

const VetoCtlCommand veto_ctl_feed_root = {
  .name = "feed root",
  .arguments = "OUT",
  .n_min = 1,
  .n_max = 1,
  .options = own_options,
  .summary = N_ ("For publishers: write down who may sign, and which hosts there are."),
  .details =
    N_ ("Writes a root that nobody has signed yet to OUT, and the bytes to sign to OUT.pae, for "
        "“openssl pkeyutl -sign -rawin”. Prints the SHA-256 of these bytes, which all signers compare."),
  .run = run,
};
