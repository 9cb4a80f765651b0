/* About Veto: who made it, on what it stands, and whose public pages its guidance comes from.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-about"

#include "veto-config.h"

#include "veto-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The licences are those of /usr/share/doc/PACKAGE/copyright in Debian 12, looked at on 2026-11-26. */
typedef struct
{
  const char *name;
  GtkLicense  license;
  const char *words; /* nullable: where GTK has no entry for it */
} Library;

static const Library libraries[] = {
  { "GTK", GTK_LICENSE_LGPL_2_1, NULL },
  { "libadwaita", GTK_LICENSE_LGPL_2_1, NULL },
  { "GLib", GTK_LICENSE_LGPL_2_1, NULL },
  { "Pango", GTK_LICENSE_LGPL_2_1, NULL },
  { "Cairo", GTK_LICENSE_LGPL_2_1_ONLY, NULL },
  { "GdkPixbuf", GTK_LICENSE_LGPL_2_1, NULL },
  { "JSON-GLib", GTK_LICENSE_LGPL_2_1, NULL },
  { "SQLite", GTK_LICENSE_CUSTOM, N_ ("SQLite is in the public domain.") },
  { "libsecret", GTK_LICENSE_LGPL_2_1, NULL },
  { "GnuTLS", GTK_LICENSE_LGPL_2_1, NULL },
  { "libsoup", GTK_LICENSE_LGPL_2_1, NULL },
  { "libxml2", GTK_LICENSE_MIT_X11, NULL },
  { "GMime", GTK_LICENSE_LGPL_2_1, NULL },
};

static gboolean
is_named (GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (names->pdata[i], name))
      return TRUE;
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Names alone: a link there would open without asking, and the page of the sources has them all. */
static void
thank_sources (AdwAboutWindow *window, VetoGuideSet *set)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  guint             n_sources;
  const VetoSource *sources = veto_guide_set_get_sources (set, &n_sources);

  for (guint i = 0; i < n_sources; i++)
    if (!is_named (names, sources[i].publisher))
      g_ptr_array_add (names, (gpointer) sources[i].publisher);
  if (names->len == 0)
    return;
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  adw_about_window_add_acknowledgement_section (window,
                                                _ ("Public sources of the guidance. Thank you! They have "
                                                   "nothing to do with Veto and did not check it."),
                                                (const char **) names->pdata);
}

void
veto_about_show (GtkWindow *parent, VetoGuideSet *set)
{
  GtkWidget      *widget = adw_about_window_new ();
  AdwAboutWindow *window = ADW_ABOUT_WINDOW (widget);

  g_object_set (window, "application-name", VETO_APP_NAME, "application-icon", VETO_APP_ID, "version",
                VETO_VERSION, "developer-name", _ ("The Veto contributors"), "license-type",
                GTK_LICENSE_GPL_3_0, "comments",
                _ ("Object to the use of your data for AI training, step by step. Veto is no legal "
                   "advice, and nobody can promise "
                   "that an objection succeeds. What you enter stays on this computer."),
                "translator-credits",
                /* Translators: your names, one a line */
                _ ("translator-credits"), NULL);
  if (set != NULL)
    thank_sources (window, set);
  for (gsize i = 0; i < G_N_ELEMENTS (libraries); i++)
    adw_about_window_add_legal_section (window, libraries[i].name, NULL, libraries[i].license,
                                        libraries[i].words != NULL ? _ (libraries[i].words) : NULL);
  if (parent != NULL)
    gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}
