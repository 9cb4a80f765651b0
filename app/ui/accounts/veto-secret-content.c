/* A password on the clipboard, marked as secret.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-secret-content"

#include "veto-secret-content.h"

#include <string.h>

static const char *const text_types[] = { "text/plain;charset=utf-8", "text/plain" };

struct _VetoSecretContent
{
  GdkContentProvider parent_instance;
  VetoPassword      *password;
};

G_DEFINE_FINAL_TYPE (VetoSecretContent, veto_secret_content, GDK_TYPE_CONTENT_PROVIDER)

/* Never as a GValue: that would be a copy which nobody wipes. */
static GdkContentFormats *
veto_secret_content_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (text_types); i++)
    gdk_content_formats_builder_add_mime_type (builder, text_types[i]);
  gdk_content_formats_builder_add_mime_type (builder, VETO_SECRET_CONTENT_HINT);
  return gdk_content_formats_builder_free_to_formats (builder);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
veto_secret_content_write_mime_type_async (GdkContentProvider *provider,
                                           const char         *type,
                                           GOutputStream      *stream,
                                           int                 priority,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            data)
{
  VetoSecretContent *self = VETO_SECRET_CONTENT (provider);
  GTask             *task = g_task_new (self, cancellable, callback, data); /* keeps the password as long */
  const char        *text = veto_password_get_text (self->password);

  g_task_set_source_tag (task, veto_secret_content_write_mime_type_async);
  if (g_strcmp0 (type, VETO_SECRET_CONTENT_HINT) == 0)
    text = "secret";
  else if (!g_str_has_prefix (type, "text/plain"))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "only as text");
      g_object_unref (task);
      return;
    }
  g_output_stream_write_all_async (stream, text, strlen (text), priority, cancellable, written_cb, task);
}

static gboolean
veto_secret_content_write_mime_type_finish (GdkContentProvider *provider,
                                            GAsyncResult       *result,
                                            GError            **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
veto_secret_content_finalize (GObject *object)
{
  veto_password_free (VETO_SECRET_CONTENT (object)->password);

  G_OBJECT_CLASS (veto_secret_content_parent_class)->finalize (object);
}

static void
veto_secret_content_class_init (VetoSecretContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = veto_secret_content_finalize;
  provider_class->ref_formats = veto_secret_content_ref_formats;
  provider_class->write_mime_type_async = veto_secret_content_write_mime_type_async;
  provider_class->write_mime_type_finish = veto_secret_content_write_mime_type_finish;
}

static void
veto_secret_content_init (VetoSecretContent *self)
{
}

GdkContentProvider *
veto_secret_content_new (VetoPassword *password)
{
  VetoSecretContent *self = g_object_new (VETO_TYPE_SECRET_CONTENT, NULL);

  self->password = password;
  return GDK_CONTENT_PROVIDER (self);
}
