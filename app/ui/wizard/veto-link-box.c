/* Links: the only way to a browser, each host shown before. Those of a step are opened one after the other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-link-box"

#include "veto-link-box.h"

#include <glib/gi18n.h>

#include "veto-announce.h"
#include "veto-expander.h"
#include "veto-link.h"
#include "veto-toasts.h"
#include "veto-wrap.h"

struct _VetoLinkBox
{
  GtkWidget     parent_instance;
  VetoGuidance *guidance;
  char        **links;
  guint         index; /* of the link whose host is shown */
  gboolean      opened;
  gboolean      passed; /* the step is done */

  const char
    *only_words; /* %s for the host: it is only a button with these words; NULL: it is all of the below */
  GtkWidget *failure; /* what went wrong, with a way on; hidden or NULL while nothing did */
  GtkWidget *host;    /* what will open; of a button NULL */
  GtkWidget *again;   /* the same once more */
  GtkWidget *next;    /* the next address; of a button NULL */
  GtkWidget *details; /* the whole address, for those who want to see it; of a button NULL until it fails */
  GtkWidget *address;
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
show_buttons (VetoLinkBox *self)
{
  gboolean         has_next = self->opened && !self->passed && self->links[self->index + 1] != NULL;
  g_autofree char *next = dup_host (self, self->index + 1);
  g_autofree char *next_text =
    /* Translators: the number of the address, how many there are, and its host, such as www.facebook.com */
    g_strdup_printf (_ ("Nothing there? Try address %u of %u: %s"), self->index + 2,
                     g_strv_length (self->links), next);

  gtk_button_set_label (GTK_BUTTON (self->next), next_text);
  gtk_widget_set_visible (self->next, has_next);
  gtk_widget_set_visible (self->again, self->opened || self->passed);
  gtk_label_set_text (GTK_LABEL (self->address), self->links[self->index]);
}

/* Newer guidance, or the list of hosts that its publishers signed, has the link's host no more. */
static gboolean
is_withdrawn (VetoLinkBox *self)
{
  return !veto_guidance_allows_link (self->guidance, self->links[self->index]);
}

static void
show_only_button (VetoLinkBox *self)
{
  g_auto(GStrv) parts = g_strsplit (self->only_words, "%s", 2);
  g_autofree char *host = dup_host (self, 0);
  g_autofree char *text = g_strjoinv (host, parts);
  gboolean         withdrawn = is_withdrawn (self);
  /* Translators: in the place of a button; %s is a host, such as www.facebook.com */
  g_autofree char *gone = g_strdup_printf (_ ("This link was withdrawn: %s"), host);

  gtk_button_set_label (GTK_BUTTON (self->again), withdrawn ? gone : text);
  gtk_widget_set_sensitive (self->again, !withdrawn);
}

static void
show_links (VetoLinkBox *self)
{
  g_autofree char *host = dup_host (self, self->index);
  g_autofree char *text = NULL;

  if (self->only_words != NULL)
    {
      show_only_button (self);
      return;
    }
  if (is_withdrawn (self))
    /* Translators: %s is a host, such as www.facebook.com */
    text = g_strdup_printf (_ ("This link was withdrawn: %s. Open the help page of the service yourself, or "
                               "use the "
                               "letter."),
                            host);
  else if (self->opened)
    /* Translators: %s is a host, such as www.facebook.com */
    text = g_strdup_printf (_ ("Opened in your browser: %s"), host);
  else
    /* Translators: %s is a host, such as www.facebook.com */
    text = g_strdup_printf (_ ("Opens in your browser: %s"), host);

  gtk_label_set_text (GTK_LABEL (self->host), text);
  show_buttons (self);
}

static void
note_opened (VetoLinkBox *self)
{
  self->opened = TRUE;
  if (self->failure != NULL)
    gtk_widget_set_visible (self->failure, FALSE);
  show_links (self);
  if (self->host != NULL)
    veto_announce (self->host, gtk_label_get_text (GTK_LABEL (self->host)));
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, self->links[self->index]);
}

static void
copy_cb (VetoLinkBox *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->links[self->index]);
  veto_toasts_add (GTK_WIDGET (self), _ ("Copied"));
}

static void build_failure (VetoLinkBox *self);
static void build_details (VetoLinkBox *self);

static void
show_failure (VetoLinkBox *self)
{
  if (self->failure == NULL)
    build_failure (self);
  if (self->details == NULL)
    build_details (self);
  gtk_widget_set_visible (self->failure, TRUE);
  veto_announce (self->failure, gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (self->failure))));
  gtk_expander_set_expanded (GTK_EXPANDER (self->details), TRUE);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoLinkBox) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error);

  if (gtk_widget_get_parent (GTK_WIDGET (self)) == NULL)
    return; /* the page was left meanwhile */
  if (done)
    {
      note_opened (self);
      return;
    }
  g_debug ("no browser: %s", error->message);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self);
}

static void
next_cb (VetoLinkBox *self)
{
  if (self->links[self->index + 1] == NULL)
    return;
  self->index++;
  show_links (self);
  veto_link_box_open (self);
}

static void
veto_link_box_dispose (GObject *object)
{
  VetoLinkBox *self = VETO_LINK_BOX (object);
  GtkWidget   *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
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
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
append_button (VetoLinkBox *self, GtkWidget *parent, const char *text, GCallback clicked)
{
  GtkWidget *button = veto_wrap_button_new (text);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_widget_insert_before (button, parent, NULL);
  return button;
}

/* No browser: the address can still be carried to one. */
static void
build_failure (VetoLinkBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *label =
    veto_wrap_label_new (_ ("No browser could be opened here. Copy the address, and open it in a "
                            "browser yourself, on this or another device."),
                         44);

  gtk_widget_add_css_class (label, "veto-changed");
  gtk_box_append (GTK_BOX (box), label);
  append_button (self, box, _ ("Copy the address"), G_CALLBACK (copy_cb));
  append_button (self, box, _ ("I have the page open"), G_CALLBACK (note_opened));
  gtk_widget_set_visible (box, FALSE);
  gtk_widget_insert_after (box, GTK_WIDGET (self), NULL);
  self->failure = box;
}

static void
build_details (VetoLinkBox *self)
{
  GtkWidget *details = gtk_expander_new (NULL);

  self->address = veto_wrap_label_new (self->links[self->index], 44);
  /* Only while it is seen: else the Tab key goes to it all the same, and does not come out again (GTK 4.8). */
  g_object_bind_property (details, "expanded", self->address, "selectable", G_BINDING_SYNC_CREATE);
  gtk_widget_add_css_class (self->address, "veto-small");
  gtk_expander_set_label_widget (GTK_EXPANDER (details), veto_wrap_label_new (_ ("The whole address"), -1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (details), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The whole address"), -1);
  gtk_expander_set_child (GTK_EXPANDER (details), self->address);
  veto_expander_hide_closed (GTK_EXPANDER (details));
  gtk_widget_add_css_class (details, "veto-branches");
  gtk_widget_set_parent (details, GTK_WIDGET (self));
  self->details = details;
}

static void
veto_link_box_init (VetoLinkBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
}

static void
build_all (VetoLinkBox *self)
{
  build_failure (self);
  self->host = veto_wrap_label_new (NULL, 44);
  gtk_widget_add_css_class (self->host, "veto-value");
  gtk_widget_set_parent (self->host, GTK_WIDGET (self));
  self->again =
    append_button (self, GTK_WIDGET (self), _ ("Open the page again"), G_CALLBACK (veto_link_box_open));
  self->next = append_button (self, GTK_WIDGET (self), "", G_CALLBACK (next_cb));
  build_details (self);
}

/* A link that is on the screen may be withdrawn at any time. */
static void
follow_guidance (VetoLinkBox *self)
{
  show_links (self);
  g_signal_connect_object (self->guidance, "notify::set", G_CALLBACK (show_links), self, G_CONNECT_SWAPPED);
}

GtkWidget *
veto_link_box_new (VetoGuidance *guidance, const char *const *links, const char *opened, gboolean passed)
{
  VetoLinkBox *self = g_object_new (VETO_TYPE_LINK_BOX, NULL);

  self->guidance = g_object_ref (guidance);
  self->links = g_strdupv ((char **) links);
  self->passed = passed;
  for (guint i = 0; links[i] != NULL; i++)
    if (g_strcmp0 (links[i], opened) == 0)
      {
        self->index = i;
        self->opened = TRUE;
      }
  build_all (self);
  follow_guidance (self);
  return GTK_WIDGET (self);
}

/* @words: with %s where the host stands; lives for ever */
static GtkWidget *
create_button (VetoGuidance *guidance, const char *link, const char *words)
{
  VetoLinkBox *self = g_object_new (VETO_TYPE_LINK_BOX, NULL);

  self->guidance = g_object_ref (guidance);
  self->links = g_strdupv ((char *[]){ (char *) link, NULL });
  self->passed = TRUE;
  self->only_words = words;
  self->again = append_button (self, GTK_WIDGET (self), "", G_CALLBACK (veto_link_box_open));
  follow_guidance (self);
  return GTK_WIDGET (self);
}

GtkWidget *
veto_link_box_new_again (VetoGuidance *guidance, const char *link)
{
  /* Translators: a button; %s is a host, such as www.facebook.com */
  return create_button (guidance, link, _ ("Open the page again: %s"));
}

GtkWidget *
veto_link_box_new_button (VetoGuidance *guidance, const char *link)
{
  /* Translators: a button; %s is a host, such as www.facebook.com */
  return create_button (guidance, link, _ ("Open in your browser: %s"));
}

void
veto_link_box_open (VetoLinkBox *self)
{
  GtkRoot    *root;
  const char *link;

  g_return_if_fail (VETO_IS_LINK_BOX (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  link = self->links[self->index];
  if (is_withdrawn (self))
    {
      /* Newer guidance withdrew the host: try the others. */
      veto_toasts_add (GTK_WIDGET (self), _ ("This address was withdrawn, so it is not opened."));
      note_opened (self);
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
