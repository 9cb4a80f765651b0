/* The file in which libsecret keeps secrets by itself in a sandbox: looked at before libsecret may.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-secrets"

#include "veto-config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "veto-secrets-private.h"

#define MAGIC "GnomeKeyring\n\r\0\n"
#define N_MAGIC 16
#define N_VERSION 2 /* bytes: 1, 0 */

/* libsecret reads the length of the salt twice, and asserts that both are the same (security design, 8). */
static gboolean
is_whole (const char *content, gsize n_bytes)
{
  g_autoptr(GBytes) rest = NULL;
  g_autoptr(GVariant) all = NULL, salt = NULL;
  guint32 n_salt;
  gsize   n_items;

  if (n_bytes < N_MAGIC + N_VERSION || memcmp (content, MAGIC, N_MAGIC) != 0 || content[N_MAGIC] != 1
      || content[N_MAGIC + 1] != 0)
    return FALSE;
  rest = g_bytes_new (content + N_MAGIC + N_VERSION, n_bytes - N_MAGIC - N_VERSION);
  all = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("(uayutua(a{say}ay))"), rest, FALSE));
  if (!g_variant_is_normal_form (all))
    return FALSE;
  g_variant_get_child (all, 0, "u", &n_salt);
  salt = g_variant_get_child_value (all, 1);
  g_variant_get_fixed_array (salt, &n_items, sizeof (guint8));
  return n_items == GUINT32_FROM_LE (n_salt);
}

/* As libsecret decides it. */
gboolean
veto_secrets_uses_file (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS)
         || g_strcmp0 (g_getenv ("SECRET_BACKEND"), "file") == 0;
}

static gboolean
move_away (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path), *name = g_path_get_basename (path);
  g_autofree char *aside = g_build_filename (folder, "damaged", NULL);
  g_autofree char *new_name = g_strdup_printf ("%s-%" G_GINT64_FORMAT, name, g_get_real_time ());
  g_autofree char *new_path = g_build_filename (aside, new_name, NULL);

  if (g_mkdir_with_parents (aside, 0700) == 0 && g_rename (path, new_path) == 0)
    return TRUE;
  g_set_error (error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_FAILED, "%s",
               veto_secrets_describe (VETO_SECRETS_ERROR_FAILED));
  return FALSE;
}

gboolean
veto_secrets_check_file (const char *path, GError **error)
{
  g_autofree char *usual = NULL, *content = NULL;
  gsize            n_bytes;

  if (path == NULL && !veto_secrets_uses_file ())
    return TRUE;
  if (path == NULL)
    path = g_getenv ("SECRET_FILE_TEST_PATH"); /* libsecret's own */
  if (path == NULL)
    path = usual = g_build_filename (g_get_user_data_dir (), "keyrings", "default.keyring", NULL);
  if (!g_file_get_contents (path, &content, &n_bytes, NULL))
    return TRUE; /* there is none, or libsecret cannot read it either */
  if (is_whole (content, n_bytes))
    return TRUE;
  g_debug ("%s is damaged", path);
  if (!move_away (path, error))
    return FALSE;
  g_set_error_literal (error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_GONE,
                       _ ("The file with your stored passwords was damaged, so Veto put it aside. Nothing "
                          "else is lost; "
                          "you can store the passwords again."));
  return FALSE;
}
