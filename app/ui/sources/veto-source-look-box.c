/* "Look at this source now": asks for one page, on a click, and says whether its text is still the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-source-look-box"

#include "veto-config.h"

#include "veto-source-look-box.h"

#include <glib/gi18n.h>

#include "veto-after-frame.h"
#include "veto-cards.h"
#include "veto-link-box.h"
#include "veto-link.h"
#include "veto-press-once.h"
#include "veto-source-look.h"
#include "veto-wrap.h"

/* Who wants more of what is new reads the page. */
#define MAX_LINES 5
#define MAX_CHARS 240

struct _VetoSourceLookBox
{
  GtkWidget              parent_instance;
  const VetoSource      *source;
  const VetoFetchLimits *limits;
  VetoGuidance          *guidance;    /* the application's */
  char                  *link;        /* as it was shown */
  GCancellable          *cancellable; /* NULL unless it is looking */

  GtkWidget  *button; /* looks; while it does, cancels: so the keyboard stays where it is */
  GtkLabel   *note;   /* what a click does */
  GtkWidget  *busy;
  GtkLabel   *busy_words;
  GtkSpinner *spinner;
  GtkWidget
    *result; /* the sentence; takes the keyboard when it comes, so that it and the lines are read out */
  GtkWidget *lines; /* what is new, below it */
};

G_DEFINE_FINAL_TYPE (VetoSourceLookBox, veto_source_look_box, GTK_TYPE_WIDGET)

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
show_busy (VetoSourceLookBox *self, gboolean is_busy)
{
  const char *words = is_busy ? _ ("Cancel") : _ ("Look at this source now");

  gtk_button_set_label (GTK_BUTTON (self->button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (is_busy ? self->busy_words : self->note), -1);
  gtk_widget_set_visible (self->busy, is_busy);
  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->note), !is_busy);
}

static char *
dup_shown (const char *line)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_CHARS)
    return g_strdup (line);
  start = g_utf8_substring (line, 0, MAX_CHARS);
  return g_strconcat (start, "…", NULL);
}

static void
append (GtkWidget *box, const char *text, const char *style, GString *heard)
{
  veto_cards_append_label (box, text, style);
  g_string_append_printf (heard, "%s%s", heard->len > 0 ? " " : "", text);
}

static void
append_lines (VetoSourceLookBox *self, const GPtrArray *lines, GString *heard)
{
  if (lines->len > 0)
    /* Translators: above lines of a web page that were not there before */
    append (self->lines, _ ("New on the page:"), "veto-value", heard);
  for (guint i = 0; i < MIN (lines->len, MAX_LINES); i++)
    {
      g_autofree char *line = dup_shown (lines->pdata[i]);
      append (self->lines, line, NULL, heard);
    }
  if (lines->len > MAX_LINES)
    {
      guint            n_more = lines->len - MAX_LINES;
      g_autofree char *more =
        /* Translators: of lines of a web page, below some that are shown */
        g_strdup_printf (ngettext ("and %u more line", "and %u more lines", n_more), n_more);
      append (self->lines, more, NULL, heard);
    }
}

/* Whoever went on meanwhile is left where they are. */
static void
focus_result_cb (GtkWidget *widget)
{
  VetoSourceLookBox *self = VETO_SOURCE_LOOK_BOX (widget);
  GtkRoot           *root = gtk_widget_get_root (widget);

  if (root != NULL && gtk_root_get_focus (root) == self->button && gtk_widget_get_visible (self->result))
    gtk_widget_grab_focus (self->result);
}

static void
show_look (VetoSourceLookBox *self, const VetoSourceLook *look)
{
  g_autoptr(GString) heard = g_string_new (NULL);
  g_autofree char *words = veto_source_look_dup_words (look);
  gboolean         warns = look->state == VETO_SOURCE_CHANGED || look->state == VETO_SOURCE_GONE;

  clear_box (self->result);
  clear_box (self->lines);
  append (self->result, words, warns ? "veto-changed" : "veto-value", heard);
  if (look->change != NULL)
    append_lines (self, look->change->new_lines, heard);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->result), GTK_ACCESSIBLE_PROPERTY_LABEL, heard->str,
                                  -1);
  gtk_widget_set_visible (self->result, TRUE);
  gtk_widget_set_visible (self->lines, gtk_widget_get_first_child (self->lines) != NULL);
  show_busy (self, FALSE);
  veto_after_frame (GTK_WIDGET (self),
                    focus_result_cb); /* a page scrolls to where something is, not to where it will be */
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoSourceLookBox) self = data;
  g_autoptr(VetoSourceLook) look = veto_source_look_finish (result, NULL);

  g_clear_object (&self->cancellable);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) == NULL)
    return; /* the page was left for good */
  if (look != NULL)
    show_look (self, look);
  else
    show_busy (self, FALSE); /* cancelled */
}

static void
cancel (VetoSourceLookBox *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* The root took the host away since the page was built: nothing is asked there any more. */
static void
show_withdrawn (VetoSourceLookBox *self)
{
  clear_box (self->result);
  clear_box (self->lines);
  veto_cards_append_label (self->result, _ ("This link was withdrawn"), "veto-changed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->result), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("This link was withdrawn"), -1);
  gtk_widget_set_visible (self->result, TRUE);
  gtk_widget_set_visible (self->lines, FALSE);
  veto_after_frame (GTK_WIDGET (self), focus_result_cb);
}

static void
clicked_cb (VetoSourceLookBox *self)
{
  g_autoptr(SoupSession) session = NULL;

  if (self->cancellable != NULL)
    {
      cancel (self);
      return;
    }
  if (!veto_guidance_allows_link (self->guidance, self->link))
    {
      show_withdrawn (self);
      return;
    }
  session = veto_fetch_session_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (self->result, FALSE);
  gtk_widget_set_visible (self->lines, FALSE);
  show_busy (self, TRUE);
  veto_source_look_async (session, self->source, self->limits, self->cancellable, looked_cb,
                          g_object_ref (self));
}

static void
veto_source_look_box_unmap (GtkWidget *widget)
{
  cancel (VETO_SOURCE_LOOK_BOX (widget));

  GTK_WIDGET_CLASS (veto_source_look_box_parent_class)->unmap (widget);
}

static void
veto_source_look_box_dispose (GObject *object)
{
  VetoSourceLookBox *self = VETO_SOURCE_LOOK_BOX (object);
  GtkWidget         *child;

  cancel (self);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (veto_source_look_box_parent_class)->dispose (object);
}

static void
veto_source_look_box_finalize (GObject *object)
{
  g_free (VETO_SOURCE_LOOK_BOX (object)->link);

  G_OBJECT_CLASS (veto_source_look_box_parent_class)->finalize (object);
}

static void
veto_source_look_box_class_init (VetoSourceLookBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_source_look_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_source_look_box_finalize;
  widget_class->unmap = veto_source_look_box_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
veto_source_look_box_init (VetoSourceLookBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
}

static GtkWidget *
create_busy (VetoSourceLookBox *self, const char *host)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  /* Translators: %s is a host, such as www.facebook.com */
  g_autofree char *words = g_strdup_printf (_ ("Asking %s for the page…"), host);

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->busy_words = GTK_LABEL (veto_wrap_label_new (words, -1));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->busy_words));
  return line;
}

static void
build (VetoSourceLookBox *self, const char *host)
{
  g_autofree char *words =
    /* Translators: %s is a host, such as www.facebook.com */
    g_strdup_printf (_ ("Veto then asks %s for this one page. The site can see the address of your computer, "
                        "as when you "
                        "open it."),
                     host);

  self->button = veto_wrap_button_new (_ ("Look at this source now"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  veto_press_once (self->button, GTK_WIDGET (self));
  self->note = GTK_LABEL (veto_wrap_label_new (words, -1));
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "veto-small");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  self->busy = create_busy (self, host);
  self->result = g_object_new (GTK_TYPE_BOX, "focusable", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "visible", FALSE, NULL);
  self->lines = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "visible",
                              FALSE, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->note), GTK_WIDGET (self));
  gtk_widget_set_parent (self->busy, GTK_WIDGET (self));
  gtk_widget_set_parent (self->result, GTK_WIDGET (self));
  gtk_widget_set_parent (self->lines, GTK_WIDGET (self));
  show_busy (self, FALSE);
}

GtkWidget *
veto_source_look_box_new (VetoServices *services, const VetoSource *source)
{
  VetoSourceLookBox *self = g_object_new (VETO_TYPE_SOURCE_LOOK_BOX, NULL);
  g_autofree char   *host = veto_link_dup_host (source->link);

  self->source = source;
  self->guidance = services->guidance;
  self->link = g_strdup (source->link);
  self->limits = services->source_limits != NULL ? services->source_limits : &veto_source_limits;
  build (self, host != NULL ? host : "");
  gtk_widget_set_parent (veto_link_box_new_button (services->guidance, source->link), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
