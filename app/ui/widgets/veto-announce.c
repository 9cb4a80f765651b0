/* What a screen reader says without the keyboard going there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-announce"

#include "veto-announce.h"

#if GTK_CHECK_VERSION(4, 14, 0)

void
veto_announce (GtkWidget *widget, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL || *text == '\0')
    return;
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS /* newer than what everything else here may use */
    gtk_accessible_announce (GTK_ACCESSIBLE (root), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

#else

/* What was said by something that has the keyboard; lives as long as that */
typedef struct
{
  GtkWidget *holder;  /* not owned: owns this */
  GtkRoot   *root;    /* not owned; NULL once nothing is to be put back */
  char      *before;  /* (nullable): the description that it had */
  char      *text;    /* the description that it has now */
  gulong     handler; /* of @root */
  guint      idle;
} Said;

#define SAID "veto-announced" /* on the holder */

static void
forget_root (Said *self)
{
  if (self->root == NULL)
    return;
  g_signal_handler_disconnect (self->root, self->handler);
  g_object_remove_weak_pointer (G_OBJECT (self->root), (gpointer *) &self->root);
  self->root = NULL;
}

static void
free_said (gpointer data)
{
  Said *self = data;

  forget_root (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_free (self->before);
  g_free (self->text);
  g_free (self);
}

/* GTK says what a description is to tests alone. */
static char *
dup_description (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (!gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION))
    return NULL;
  return gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\001");
}

static gboolean
put_back_cb (gpointer data)
{
  Said            *self = data;
  g_autofree char *now = dup_description (self->holder);

  self->idle = 0;
  if (g_strcmp0 (now, self->text) != 0)
    ; /* it has got another one meanwhile */
  else if (self->before != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->holder), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    self->before, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->holder), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_object_set_data (G_OBJECT (self->holder), SAID, NULL); /* frees @self */
  return G_SOURCE_REMOVE;
}

/* The screen reader is told of the new place first, and no longer listens to this one then. */
static void
focus_changed_cb (Said *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (put_back_cb, self);
}

/* What a screen reader takes for the thing with the keyboard: of an entry the whole, not the part that is written in */
static GtkWidget *
get_holder (GtkRoot *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);
  GtkWidget *parent = focus != NULL ? gtk_widget_get_parent (focus) : NULL;

  return GTK_IS_TEXT (focus) && GTK_IS_EDITABLE (parent) ? parent : focus;
}

static void
remember (GtkWidget *holder, GtkRoot *root)
{
  Said *self = g_new0 (Said, 1);

  self->holder = holder;
  self->before = dup_description (holder);
  self->root = root;
  g_object_add_weak_pointer (G_OBJECT (root), (gpointer *) &self->root);
  self->handler =
    g_signal_connect_swapped (root, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self);
  g_object_set_data_full (G_OBJECT (holder), SAID, self, free_said);
}

typedef struct
{
  GWeakRef root;
  char    *text;
} Message;

static void
free_message (gpointer data)
{
  Message *message = data;

  g_weak_ref_clear (&message->root);
  g_free (message->text);
  g_free (message);
}

static gboolean
say_cb (gpointer data)
{
  Message *message = data;
  g_autoptr(GtkRoot) root = g_weak_ref_get (&message->root);
  GtkWidget *holder = root != NULL ? get_holder (root) : NULL;
  Said      *said;

  if (holder == NULL)
    return G_SOURCE_REMOVE;
  if (g_object_get_data (G_OBJECT (holder), SAID) == NULL)
    remember (holder, root);
  said = g_object_get_data (G_OBJECT (holder), SAID);
  g_free (said->text);
  said->text = g_strdup (message->text);
  gtk_accessible_reset_property (
    GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION); /* the same words twice are two messages */
  gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said->text,
                                  -1);
  return G_SOURCE_REMOVE;
}

/* What is done in one go may move the keyboard as well: it is said where that ends. */
void
veto_announce (GtkWidget *widget, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  Message *message;

  if (root == NULL || *text == '\0')
    return;
  message = g_new0 (Message, 1);
  g_weak_ref_init (&message->root, root);
  message->text = g_strdup (text);
  g_idle_add_full (G_PRIORITY_LOW, say_cb, message, free_message);
}

#endif
