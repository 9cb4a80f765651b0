/* The X screen: where a window is, how it looks, and what is on the clipboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <X11/Xatom.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <cairo.h>
#include <string.h>

#include "veto-driver-private.h"

#define N_ALIKE 3         /* so many pictures in a row that are alike mean that nothing moves any more */
#define FEWEST_COLOURS 12 /* smooth letters alone have more */

static int
ignore_error_cb (Display *display, XErrorEvent *event)
{
  return 0; /* a window may vanish between its discovery and our question */
}

void
veto_driver_open_display (VetoDriver *driver)
{
  int ignored;

  driver->display = XOpenDisplay (NULL);
  g_assert_nonnull (driver->display);
  g_assert_true (XTestQueryExtension (driver->display, &ignored, &ignored, &ignored, &ignored));
  XSetErrorHandler (ignore_error_cb);
}

/* Returns: (transfer full) (nullable): the value of a property of any type; free with XFree() */
static unsigned char *
read_property (VetoDriver *driver, Window window, Atom property, unsigned long *out_n)
{
  unsigned char *value = NULL;
  unsigned long  rest;
  Atom           type;
  int            format;

  if (XGetWindowProperty (driver->display, window, property, 0, 1 << 20, False, AnyPropertyType, &type,
                          &format, out_n, &rest, &value)
      != Success)
    return NULL;
  return value;
}

/* A program in a sandbox does not know its number outside, and may say none. */
static gboolean
is_of_program (VetoDriver *driver, Window window)
{
  unsigned long  n = 0;
  unsigned char *value =
    read_property (driver, window, XInternAtom (driver->display, "_NET_WM_PID", False), &n);
  gboolean is_it = driver->place != NULL || (n == 1 && *(long *) (void *) value == driver->pid);

  if (value != NULL)
    XFree (value);
  return is_it;
}

static gboolean
has_title (VetoDriver *driver, Window window, const char *title)
{
  unsigned long  n = 0;
  unsigned char *value =
    read_property (driver, window, XInternAtom (driver->display, "_NET_WM_NAME", False), &n);
  gboolean has_it = value != NULL && g_strcmp0 ((const char *) value, title) == 0;

  if (value != NULL)
    XFree (value);
  return has_it;
}

/* Returns: whether it is a window of the program that is on the screen */
static gboolean
is_shown (VetoDriver *driver, Window window, XWindowAttributes *out_attributes)
{
  return XGetWindowAttributes (driver->display, window, out_attributes)
         && out_attributes->map_state == IsViewable && is_of_program (driver, window);
}

/* Finds the topmost window of the program; the one with @title (nullable) if there is one. Returns: FALSE when it has none */
gboolean
veto_driver_get_window (VetoDriver *driver, const char *title, VetoWindow *out_window)
{
  Window       root, parent, *children = NULL;
  unsigned int n = 0;
  gboolean     found = FALSE, is_named = FALSE, has_popover = FALSE;

  if (driver->pid == 0
      || !XQueryTree (driver->display, DefaultRootWindow (driver->display), &root, &parent, &children, &n))
    return FALSE;
  for (; n > 0 && !is_named; n--) /* the topmost is last */
    {
      XWindowAttributes attributes;

      if (!is_shown (driver, children[n - 1], &attributes))
        continue;
      if (attributes.override_redirect) /* no window manager would touch it */
        {
          has_popover = TRUE;
          continue;
        }
      is_named = title == NULL || has_title (driver, children[n - 1], title);
      if (!found || is_named)
        *out_window = (VetoWindow){ children[n - 1],  attributes.x,      attributes.y,
                                    attributes.width, attributes.height, has_popover };
      found = TRUE;
    }
  XFree (children);
  return found;
}

typedef struct
{
  Window window;
  int    width, height;
} Size;

static gboolean
has_size (VetoDriver *driver, gpointer data)
{
  const Size       *size = data;
  XWindowAttributes attributes;

  return XGetWindowAttributes (driver->display, size->window, &attributes) && attributes.width == size->width
         && attributes.height == size->height;
}

/* Gives the topmost window another size, in pixels, whatever it says about its smallest. */
void
veto_driver_resize (VetoDriver *driver, int width, int height)
{
  VetoWindow window;

  veto_driver_note (driver, "resized to %d × %d", width, height);
  if (!veto_driver_get_window (driver, NULL, &window))
    veto_driver_fail (driver, "there is no window to resize");
  XResizeWindow (driver->display, window.window, (unsigned int) width, (unsigned int) height);
  XSync (driver->display, False);
  veto_driver_wait_until (driver, "the new size of the window", has_size,
                          &(Size){ window.window, width, height });
}

/* Returns: (nullable): what the topmost window and all above it look like now */
static cairo_surface_t *
grab_window (VetoDriver *driver)
{
  int screen_width = DisplayWidth (driver->display, 0), screen_height = DisplayHeight (driver->display, 0);
  cairo_surface_t *surface;
  VetoWindow       window;
  XImage          *image;
  int              right, bottom;

  if (!veto_driver_get_window (driver, NULL, &window))
    return NULL;
  right = MIN (window.x + window.width, screen_width);
  bottom = MIN (window.y + window.height, screen_height);
  window.x = MAX (window.x, 0);
  window.y = MAX (window.y, 0);
  if (right <= window.x || bottom <= window.y)
    return NULL;
  image = XGetImage (driver->display, DefaultRootWindow (driver->display), window.x, window.y,
                     (unsigned int) (right - window.x), (unsigned int) (bottom - window.y), AllPlanes,
                     ZPixmap);
  if (image == NULL)
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, image->width, image->height);
  cairo_surface_flush (surface);
  g_assert_cmpint (image->bits_per_pixel, ==,
                   32); /* as with-desktop asks for; one pixel of X is one of cairo then */
  for (int y = 0; y < image->height; y++)
    memcpy (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface),
            image->data + y * image->bytes_per_line, (gsize) image->width * 4);
  cairo_surface_mark_dirty (surface);
  XDestroyImage (image);
  return surface;
}

static gboolean
are_alike (cairo_surface_t *one, cairo_surface_t *other)
{
  int height = cairo_image_surface_get_height (one), stride = cairo_image_surface_get_stride (one);

  return cairo_image_surface_get_width (other) == cairo_image_surface_get_width (one)
         && cairo_image_surface_get_height (other) == height
         && memcmp (cairo_image_surface_get_data (one), cairo_image_surface_get_data (other),
                    (gsize) stride * height)
              == 0;
}

/* Whether something is drawn: a window that was not painted yet has one colour, or two with its frame */
static gboolean
has_colours (cairo_surface_t *surface)
{
  g_autoptr(GHashTable) colours = g_hash_table_new (NULL, NULL);
  gsize n_pixels =
    (gsize) cairo_image_surface_get_stride (surface) / 4 * cairo_image_surface_get_height (surface);
  const guint32 *pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (surface);

  for (gsize i = 0; i < n_pixels && g_hash_table_size (colours) < FEWEST_COLOURS; i++)
    g_hash_table_add (colours, GUINT_TO_POINTER (pixels[i]));
  return g_hash_table_size (colours) >= FEWEST_COLOURS;
}

typedef struct
{
  cairo_surface_t *last;
  guint            n_alike;
} Calm;

static gboolean
is_calm (VetoDriver *driver, gpointer data)
{
  Calm            *calm = data;
  cairo_surface_t *now = grab_window (driver);

  if (now != NULL && has_colours (now))
    calm->n_alike = calm->last != NULL && are_alike (calm->last, now) ? calm->n_alike + 1 : 1;
  else
    calm->n_alike = 0;
  g_clear_pointer (&calm->last, cairo_surface_destroy);
  calm->last = now;
  return calm->n_alike >= N_ALIKE;
}

/**
 * veto_driver_take_picture:
 * @path: of the PNG file; its folder must exist
 *
 * Takes a picture of the topmost window, with what is in front of it, as soon as nothing moves in it any more. Fails the
 * test when there is nothing to see in it.
 */
void
veto_driver_take_picture (VetoDriver *driver, const char *path)
{
  Calm calm = { 0 };

  veto_driver_wait_until (driver, "a window with something in it that comes to rest", is_calm, &calm);
  if (cairo_surface_write_to_png (calm.last, path) != CAIRO_STATUS_SUCCESS)
    veto_driver_fail (driver, "the picture %s cannot be written", path);
  cairo_surface_destroy (calm.last);
}

/* As it is now, for the words of a failure; without a window nothing is written */
void
veto_driver_save_picture (VetoDriver *driver, const char *path)
{
  cairo_surface_t *surface = grab_window (driver);

  if (surface != NULL)
    cairo_surface_write_to_png (surface, path);
  g_clear_pointer (&surface, cairo_surface_destroy);
}

static gboolean
has_answered (VetoDriver *driver, gpointer event)
{
  return XCheckTypedEvent (driver->display, SelectionNotify, event);
}

/* Returns: (transfer full): the text on the clipboard as another program would paste it; "" when there is none */
char *
veto_driver_dup_clipboard (VetoDriver *driver)
{
  Atom   clipboard = XInternAtom (driver->display, "CLIPBOARD", False);
  Atom   utf8 = XInternAtom (driver->display, "UTF8_STRING", False);
  Atom   property = XInternAtom (driver->display, "VETO_TEST_PASTE", False);
  Window window =
    XCreateSimpleWindow (driver->display, DefaultRootWindow (driver->display), 0, 0, 1, 1, 0, 0, 0);
  unsigned char *value = NULL;
  unsigned long  n = 0;
  char          *text;
  XEvent         event;

  XConvertSelection (driver->display, clipboard, utf8, property, window, CurrentTime);
  XSync (driver->display, False);
  veto_driver_wait_until (driver, "an answer about the clipboard", has_answered, &event);
  if (event.xselection.property != None)
    value = read_property (driver, window, property, &n);
  text = value != NULL ? g_strndup ((const char *) value, n) : g_strdup ("");
  if (value != NULL)
    XFree (value);
  XDestroyWindow (driver->display, window);
  return text;
}

static gboolean
is_copied (VetoDriver *driver, gpointer text)
{
  g_autofree char *now = veto_driver_dup_clipboard (driver);

  return g_str_equal (now, text);
}

/* Waits until exactly @text is on the clipboard. */
void
veto_driver_wait_clipboard (VetoDriver *driver, const char *text)
{
  if (!veto_driver_poll_until (driver, driver->patience_ms, is_copied, (gpointer) text))
    veto_driver_fail (driver, "on the clipboard there is not \"%s\"", text);
}
