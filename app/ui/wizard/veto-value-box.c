/* A value that a step needs: asked for once, kept, ready to copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-value-box"

#include "veto-value-box.h"

#include <glib/gi18n.h>

#include "veto-flip-layout.h"
#include "veto-toasts.h"
#include "veto-typing.h"
#include "veto-wrap.h"

#define SAVE_AFTER_MS 500
#define MAX_CHARACTERS 5000

struct _VetoValueBox
{
  GtkWidget  parent_instance;
  VetoWalk  *walk;
  char      *name;
  GtkWidget *copy;
  GtkWidget *entry; /* a GtkEntry, or a GtkTextView for what may have several lines */
  guint      timeout;
  gboolean   failed; /* the last time that it should be kept */
};

enum { PROP_0, PROP_TEXT, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { SIGNAL_FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoValueBox, veto_value_box, GTK_TYPE_WIDGET)

static const char *
get_label (const char *name)
{
  static const struct
  {
    const char *name;
    const char *label;
  } labels[] = {
    { "account.login", N_ ("Your e-mail address") },     { "profile.name", N_ ("Your name") },
    { "profile.address", N_ ("Your address") },          { "profile.country", N_ ("Your country") },
    { "reason", N_ ("Your reason, in your own words") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].name, name))
      return _ (labels[i].label);
  return _ ("Your answer");
}

static gboolean
is_long (const char *name)
{
  return g_str_equal (name, "reason") || g_str_equal (name, "profile.address");
}

/* Returns: (transfer full): what is typed, without white space around it */
static char *
dup_text (VetoValueBox *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter    start, end;

  if (self->entry == NULL)
    return g_strdup ("");
  if (GTK_IS_EDITABLE (self->entry))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->entry));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static gboolean
save_cb (gpointer data)
{
  VetoValueBox *self = data;
  g_autoptr(GError) error = NULL;

  self->timeout = 0;
  if (!veto_value_box_save (self, &error) || self->failed)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  self->failed = error != NULL;
  return G_SOURCE_REMOVE;
}

static void
typed_cb (VetoValueBox *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_set_sensitive (self->copy, *text != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
}

static void
copy_cb (VetoValueBox *self)
{
  g_autofree char *text = dup_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  veto_toasts_add (GTK_WIDGET (self), _ ("Copied"));
}

static void
veto_value_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TEXT)
    g_value_take_string (value, dup_text (VETO_VALUE_BOX (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
veto_value_box_dispose (GObject *object)
{
  VetoValueBox *self = VETO_VALUE_BOX (object);
  GtkWidget    *child;

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->entry = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->walk);

  G_OBJECT_CLASS (veto_value_box_parent_class)->dispose (object);
}

static void
veto_value_box_finalize (GObject *object)
{
  g_free (VETO_VALUE_BOX (object)->name);

  G_OBJECT_CLASS (veto_value_box_parent_class)->finalize (object);
}

static void
veto_value_box_class_init (VetoValueBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = veto_value_box_get_property;
  object_class->dispose = veto_value_box_dispose;
  object_class->finalize = veto_value_box_finalize;

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
create_entry (VetoValueBox *self, const char *label, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  veto_typing_guard (entry);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 320);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  if (g_str_equal (self->name, "account.login"))
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_EMAIL);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), self);
  self->entry = entry;
  return entry;
}

static void
limit_cb (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  if (gtk_text_buffer_get_char_count (buffer) <= MAX_CHARACTERS)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, MAX_CHARACTERS);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
}

static GtkWidget *
create_text_view (VetoValueBox *self, const char *label, const char *text)
{
  GtkWidget     *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkWidget     *scroller = gtk_scrolled_window_new ();

  veto_typing_guard (view);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE); /* Tab leads on, as everywhere */
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (buffer, "changed", G_CALLBACK (limit_cb), NULL);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (typed_cb), self);
  self->entry = view;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 84);
  gtk_widget_add_css_class (scroller, "card");
  return scroller;
}

static GtkWidget *
create_note (const char *text)
{
  GtkWidget *note = veto_wrap_label_new (text, 44);

  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_add_css_class (note, "veto-small");
  return note;
}

static void
build (VetoValueBox *self, const char *text, gboolean in_memory)
{
  const char *label = get_label (self->name);
  GtkWidget  *title = veto_wrap_label_new (label, -1);
  GtkWidget  *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget  *field = is_long (self->name) ? create_text_view (self, label, text)
                                           : create_entry (self, label, text);
  const char *note = in_memory
                       ? _ ("Veto cannot keep this at the moment. You may leave it empty.")
                       : _ ("Veto keeps this for you, only on this computer. You may leave it empty.");

  gtk_widget_add_css_class (title, "veto-small");
  gtk_widget_set_parent (title, GTK_WIDGET (self));

  gtk_widget_set_layout_manager (row,
                                 g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 8, "row-width", 260, NULL));
  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (row), field);
  gtk_box_append (GTK_BOX (row), self->copy);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  gtk_widget_set_parent (create_note (note), GTK_WIDGET (self));
}

static void
veto_value_box_init (VetoValueBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->copy = veto_wrap_button_new (_ ("Copy"));
  g_signal_connect_swapped (self->copy, "clicked", G_CALLBACK (copy_cb), self);
}

GtkWidget *
veto_value_box_new (VetoWalk *walk, const char *name, gboolean in_memory)
{
  VetoValueBox *self = g_object_new (VETO_TYPE_VALUE_BOX, NULL);
  const char   *text = veto_walk_get_value (walk, name);

  self->walk = g_object_ref (walk);
  self->name = g_strdup (name);
  build (self, text != NULL ? text : "", in_memory);
  gtk_widget_set_sensitive (self->copy, text != NULL && *text != '\0');
  return GTK_WIDGET (self);
}

gboolean
veto_value_box_focus (VetoValueBox *self, const char *why)
{
  g_return_val_if_fail (VETO_IS_VALUE_BOX (self), FALSE);

  if (!GTK_IS_ENTRY (self->entry) || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    return FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
  return gtk_widget_grab_focus (self->entry);
}

gboolean
veto_value_box_save (VetoValueBox *self, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (VETO_IS_VALUE_BOX (self), FALSE);

  g_clear_handle_id (&self->timeout, g_source_remove);
  text = dup_text (self);
  return veto_walk_set_value (self->walk, self->name, text, error);
}
