/* A page of the introduction: what every one of them has and does.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-first-page"

#include "veto-first-page.h"

#include <adwaita.h>

#include "veto-wrap.h"

typedef struct
{
  GtkWidget *scroller;
  GtkBox    *box;
  GtkLabel  *title;
  GtkLabel  *text;
  char      *missing; /* nullable */
  gboolean   complete;
  gboolean   skippable;
} VetoFirstPagePrivate;

enum { PROP_0, PROP_COMPLETE, PROP_SKIPPABLE, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VetoFirstPage, veto_first_page, GTK_TYPE_WIDGET)

static VetoFirstPagePrivate *
get_private (VetoFirstPage *self)
{
  return veto_first_page_get_instance_private (self);
}

static void
veto_first_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VetoFirstPage *self = VETO_FIRST_PAGE (object);

  switch (id)
    {
    case PROP_COMPLETE:
      g_value_set_boolean (value, veto_first_page_is_complete (self));
      break;
    case PROP_SKIPPABLE:
      g_value_set_boolean (value, veto_first_page_is_skippable (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_first_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VetoFirstPage *self = VETO_FIRST_PAGE (object);

  switch (id)
    {
    case PROP_COMPLETE:
      veto_first_page_set_complete (self, g_value_get_boolean (value));
      break;
    case PROP_SKIPPABLE:
      veto_first_page_set_skippable (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_first_page_dispose (GObject *object)
{
  g_clear_pointer (&get_private (VETO_FIRST_PAGE (object))->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_first_page_parent_class)->dispose (object);
}

static void
veto_first_page_finalize (GObject *object)
{
  g_free (get_private (VETO_FIRST_PAGE (object))->missing);

  G_OBJECT_CLASS (veto_first_page_parent_class)->finalize (object);
}

static void
veto_first_page_class_init (VetoFirstPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = veto_first_page_dispose;
  object_class->finalize = veto_first_page_finalize;
  object_class->get_property = veto_first_page_get_property;
  object_class->set_property = veto_first_page_set_property;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "veto-message");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  properties[PROP_COMPLETE] =
    g_param_spec_boolean ("complete", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SKIPPABLE] =
    g_param_spec_boolean ("skippable", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
veto_first_page_init (VetoFirstPage *self)
{
  VetoFirstPagePrivate *page = get_private (self);
  GtkWidget            *clamp = adw_clamp_new ();

  page->skippable = TRUE;
  page->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  page->title = GTK_LABEL (veto_wrap_heading_new (""));
  page->text = GTK_LABEL (veto_wrap_label_new ("", -1));
  gtk_widget_add_css_class (GTK_WIDGET (page->title), "veto-hero");
  gtk_widget_add_css_class (GTK_WIDGET (page->box), "veto-message-box");
  gtk_box_append (page->box, GTK_WIDGET (page->title));
  gtk_box_append (page->box, GTK_WIDGET (page->text));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (page->box));
  page->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (page->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (page->scroller), clamp);
  gtk_widget_set_parent (page->scroller, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE); /* only to be read out */
}

void
veto_first_page_set_words (VetoFirstPage *self, const char *title, const char *text)
{
  g_return_if_fail (VETO_IS_FIRST_PAGE (self));

  gtk_label_set_text (get_private (self)->title, title);
  gtk_label_set_text (get_private (self)->text, text);
}

GtkBox *
veto_first_page_get_box (VetoFirstPage *self)
{
  g_return_val_if_fail (VETO_IS_FIRST_PAGE (self), NULL);
  return get_private (self)->box;
}

const char *
veto_first_page_get_title (VetoFirstPage *self)
{
  g_return_val_if_fail (VETO_IS_FIRST_PAGE (self), NULL);
  return gtk_label_get_text (get_private (self)->title);
}

void
veto_first_page_set_complete (VetoFirstPage *self, gboolean complete)
{
  g_return_if_fail (VETO_IS_FIRST_PAGE (self));

  if (get_private (self)->complete == !!complete)
    return;
  get_private (self)->complete = !!complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

gboolean
veto_first_page_is_complete (VetoFirstPage *self)
{
  g_return_val_if_fail (VETO_IS_FIRST_PAGE (self), FALSE);
  return get_private (self)->complete;
}

void
veto_first_page_set_skippable (VetoFirstPage *self, gboolean skippable)
{
  g_return_if_fail (VETO_IS_FIRST_PAGE (self));

  if (get_private (self)->skippable == !!skippable)
    return;
  get_private (self)->skippable = !!skippable;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SKIPPABLE]);
}

gboolean
veto_first_page_is_skippable (VetoFirstPage *self)
{
  g_return_val_if_fail (VETO_IS_FIRST_PAGE (self), FALSE);
  return get_private (self)->skippable;
}

void
veto_first_page_set_missing (VetoFirstPage *self, const char *words)
{
  g_return_if_fail (VETO_IS_FIRST_PAGE (self));

  g_free (get_private (self)->missing);
  get_private (self)->missing = g_strdup (words);
}

const char *
veto_first_page_get_missing (VetoFirstPage *self)
{
  g_return_val_if_fail (VETO_IS_FIRST_PAGE (self), NULL);
  return get_private (self)->missing;
}

void
veto_first_page_show (VetoFirstPage *self, const char *place)
{
  VetoFirstPagePrivate *page = get_private (self);
  g_autofree char      *name = NULL;

  g_return_if_fail (VETO_IS_FIRST_PAGE (self));

  name = g_strdup_printf ("%s. %s", place, gtk_label_get_text (page->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_text (page->text), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (VETO_FIRST_PAGE_GET_CLASS (self)->shown != NULL)
    VETO_FIRST_PAGE_GET_CLASS (self)->shown (self);
}

gboolean
veto_first_page_apply (VetoFirstPage *self, GError **error)
{
  g_return_val_if_fail (VETO_IS_FIRST_PAGE (self), FALSE);

  return VETO_FIRST_PAGE_GET_CLASS (self)->apply == NULL
         || VETO_FIRST_PAGE_GET_CLASS (self)->apply (self, error);
}
