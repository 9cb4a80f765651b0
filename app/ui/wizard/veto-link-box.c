/* The links of a step: opens them one after the other, each host shown before.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-link-box"

#include "veto-link-box.h"

#include <glib/gi18n.h>

#include "veto-link.h"
#include "veto-toasts.h"
#include "veto-wrap.h"

struct _VetoLinkBox
{
  GtkWidget     parent_instance;
  VetoGuidance *guidance;
  char        **links;
  guint         index;  /* of the link whose host is shown */
  gboolean      opened; /* or tried to */
  gboolean      failed;

  GtkWidget *host;    /* what will open */
  GtkWidget *again;   /* the same once more */
  GtkWidget *next;    /* the next address */
  GtkWidget *failure; /* what went wrong, with the address to copy; NULL while nothing did */
};

enum { SIGNAL_OPENED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoLinkBox, veto_link_box, GTK_TYPE_WIDGET)

static char *
dup_host (VetoLinkBox *self, guint index)
{
  char *host = self->links[index] != NULL ? veto_link_dup_host (self->links[index]) : NULL;
  return host != NULL ? host : g_strdup ("");
}

static void
show_links (VetoLinkBox *self)
{
  g_autofree char *host = dup_host (self, self->index);
  g_autofree char *next = dup_host (self, self->index + 1);
  g_autofree char *text = NULL, *next_text = NULL;

  if (self->opened && !self->failed)
    /* Translators: %s is a host, such as www.facebook.com */
    text = g_strdup_printf (_ ("Opened in your browser: %s"), host);
  else
    /* Translators: %s is a host, such as www.facebook.com */
    text = g_strdup_printf (_ ("Opens in your browser: %s"), host);
  gtk_label_set_text (GTK_LABEL (self->host), text);

  /* Translators: %s is a host, such as www.facebook.com */
  next_text = g_strdup_printf (_ ("Nothing there? Try the next address: %s"), next);
  gtk_button_set_label (GTK_BUTTON (self->next), next_text);
  gtk_widget_set_visible (self->again, self->opened);
  gtk_widget_set_visible (self->next, self->opened && self->links[self->index + 1] != NULL);
}

static void
copy_cb (VetoLinkBox *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->links[self->index]);
  veto_toasts_add (GTK_WIDGET (self), _ ("Copied"));
}

static GtkWidget *
append_label (VetoLinkBox *self, GtkWidget *box, const char *text)
{
  GtkWidget *label = veto_wrap_label_new (text, 44);

  gtk_widget_insert_before (label, box, NULL);
  return label;
}

/* No browser: the address can still be carried to one. */
static void
show_failure (VetoLinkBox *self)
{
  GtkWidget *address, *copy;

  g_clear_pointer (&self->failure, gtk_widget_unparent);
  self->failure = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  append_label (self, self->failure,
                _ ("No browser could be opened here. Copy the address, and open it in a browser yourself, "
                   "on this or another device."));
  address = append_label (self, self->failure, self->links[self->index]);
  gtk_label_set_selectable (GTK_LABEL (address), TRUE);
  gtk_widget_add_css_class (address, "veto-value");

  copy = veto_wrap_button_new (_ ("Copy the address"));
  gtk_widget_set_halign (copy, GTK_ALIGN_START);
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_cb), self);
  gtk_box_append (GTK_BOX (self->failure), copy);
  gtk_widget_set_parent (self->failure, GTK_WIDGET (self));
}

/* Either way the step goes on: what to try next is on the screen. */
static void
finish_opening (VetoLinkBox *self, gboolean failed)
{
  self->opened = TRUE;
  self->failed = failed;
  show_links (self);
  if (failed)
    show_failure (self);
  else
    g_clear_pointer (&self->failure, gtk_widget_unparent);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoLinkBox) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error);

  if (gtk_widget_get_parent (GTK_WIDGET (self)) == NULL)
    return; /* the page was left meanwhile */
  if (!done)
    g_debug ("no browser: %s", error->message);
  finish_opening (self, !done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

static void
next_cb (VetoLinkBox *self)
{
  if (self->links[self->index + 1] == NULL)
    return;
  self->index++;
  veto_link_box_open (self);
}

static void
veto_link_box_dispose (GObject *object)
{
  VetoLinkBox *self = VETO_LINK_BOX (object);
  GtkWidget   *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->failure = NULL;
  g_clear_object (&self->guidance);

  G_OBJECT_CLASS (veto_link_box_parent_class)->dispose (object);
}

static void
veto_link_box_finalize (GObject *object)
{
  g_strfreev (VETO_LINK_BOX (object)->links);

  G_OBJECT_CLASS (veto_link_box_parent_class)->finalize (object);
}

static void
veto_link_box_class_init (VetoLinkBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_link_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_link_box_finalize;

  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
append_button (VetoLinkBox *self, const char *text, GCallback clicked)
{
  GtkWidget *button = veto_wrap_button_new (text);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
veto_link_box_init (VetoLinkBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->host = append_label (self, GTK_WIDGET (self), NULL);
  gtk_widget_add_css_class (self->host, "veto-value");
  self->again = append_button (self, _ ("Open the page again"), G_CALLBACK (veto_link_box_open));
  self->next = append_button (self, "", G_CALLBACK (next_cb));
}

GtkWidget *
veto_link_box_new (VetoGuidance *guidance, const char *const *links)
{
  VetoLinkBox *self = g_object_new (VETO_TYPE_LINK_BOX, NULL);

  self->guidance = g_object_ref (guidance);
  self->links = g_strdupv ((char **) links);
  show_links (self);
  return GTK_WIDGET (self);
}

void
veto_link_box_open (VetoLinkBox *self)
{
  GtkRoot    *root;
  const char *link;

  g_return_if_fail (VETO_IS_LINK_BOX (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  link = self->links[self->index];
  if (!veto_guide_set_allows_link (veto_guidance_get_set (self->guidance), link))
    {
      /* Newer guidance withdrew the host: try the others. */
      veto_toasts_add (GTK_WIDGET (self), _ ("This address was withdrawn, so it is not opened."));
      finish_opening (self, FALSE);
      return;
    }
  gtk_show_uri_full (GTK_WINDOW (root), link, GDK_CURRENT_TIME, NULL, shown_cb, g_object_ref (self));
}

gboolean
veto_link_box_was_opened (VetoLinkBox *self)
{
  g_return_val_if_fail (VETO_IS_LINK_BOX (self), FALSE);
  return self->opened;
}
