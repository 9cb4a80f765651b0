/* Keyboard and pointer, pressed from outside through the XTEST extension, as hands would.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <X11/XKBlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

#include "veto-driver-private.h"

static gboolean
has_input_focus (VetoDriver *driver, gpointer window)
{
  Window focus;
  int    revert;

  XGetInputFocus (driver->display, &focus, &revert);
  if (focus == *(Window *) window)
    return TRUE;
  XSetInputFocus (driver->display, *(Window *) window, RevertToParent, CurrentTime);
  XSync (driver->display, False);
  return FALSE;
}

/* Gives the keyboard to the topmost window; there is no window manager that would do it. */
void
veto_driver_focus_window (VetoDriver *driver)
{
  VetoWindow window;

  if (!veto_driver_get_window (driver, NULL, &window))
    veto_driver_fail (driver, "there is no window that could have the keyboard");
  veto_driver_wait_until (driver, "the keyboard in the window", has_input_focus, &window.window);
}

/* Finds the key for @symbol in the first two levels. Returns: its keycode; 0 when there is none */
static unsigned int
find_key (VetoDriver *driver, KeySym symbol, gboolean *out_shift)
{
  int first, last;

  XDisplayKeycodes (driver->display, &first, &last);
  for (int level = 0; level < 2; level++)
    for (int code = first; code <= last; code++)
      if (XkbKeycodeToKeysym (driver->display, (KeyCode) code, 0, level) == symbol)
        {
          *out_shift = level == 1;
          return (unsigned int) code;
        }
  return 0;
}

/* Puts @symbol on a key that has none, as for letters that the keyboard does not have. The program learns of it before the
 * press, because X keeps the order. */
static unsigned int
add_key (VetoDriver *driver, KeySym symbol)
{
  int    first, last;
  KeySym symbols[] = { symbol, symbol };

  XDisplayKeycodes (driver->display, &first, &last);
  for (int code = last; code >= first; code--)
    if (XkbKeycodeToKeysym (driver->display, (KeyCode) code, 0, 0) == NoSymbol
        && XkbKeycodeToKeysym (driver->display, (KeyCode) code, 0, 1) == NoSymbol)
      {
        XEvent event;

        XChangeKeyboardMapping (driver->display, code, G_N_ELEMENTS (symbols), symbols, 1);
        XSync (driver->display, False);
        while (XCheckTypedEvent (driver->display, MappingNotify, &event))
          XRefreshKeyboardMapping (&event.xmapping); /* or our own copy of the keys stays old */
        return (unsigned int) code;
      }
  veto_driver_fail (driver, "there is no key left for another letter");
}

static void
press_symbol (VetoDriver *driver,
              KeySym      symbol,
              gboolean    with_shift,
              gboolean    with_control,
              gboolean    with_alt)
{
  const struct
  {
    KeySym   symbol;
    gboolean is_held;
  } modifiers[] = { { XK_Control_L, with_control }, { XK_Alt_L, with_alt }, { XK_Shift_L, with_shift } };
  gboolean     needs_shift = FALSE;
  unsigned int code = find_key (driver, symbol, &needs_shift);

  if (code == 0)
    code = add_key (driver, symbol);
  for (gsize i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (modifiers[i].is_held || (modifiers[i].symbol == XK_Shift_L && needs_shift))
      XTestFakeKeyEvent (driver->display, XKeysymToKeycode (driver->display, modifiers[i].symbol), True,
                         CurrentTime);
  XTestFakeKeyEvent (driver->display, code, True, CurrentTime);
  XTestFakeKeyEvent (driver->display, code, False, CurrentTime);
  for (gsize i = G_N_ELEMENTS (modifiers); i-- > 0;)
    if (modifiers[i].is_held || (modifiers[i].symbol == XK_Shift_L && needs_shift))
      XTestFakeKeyEvent (driver->display, XKeysymToKeycode (driver->display, modifiers[i].symbol), False,
                         CurrentTime);
  XSync (driver->display, False);
}

/**
 * veto_driver_key:
 * @key: a name of X, perhaps behind Shift+, Control+ or Alt+: "Tab", "Shift+Tab", "Return", "space", "Escape", "Down", "Control+q"
 *
 * Presses and releases a key in the topmost window.
 */
void
veto_driver_key (VetoDriver *driver, const char *key)
{
  g_auto(GStrv) parts = g_strsplit (key, "+", -1);
  guint    n_held = g_strv_length (parts) - 1;
  KeySym   symbol = XStringToKeysym (parts[n_held]);
  gboolean is_held[3] = { FALSE };

  for (guint i = 0; i < n_held; i++)
    {
      is_held[0] |= g_str_equal (parts[i], "Shift");
      is_held[1] |= g_str_equal (parts[i], "Control");
      is_held[2] |= g_str_equal (parts[i], "Alt");
    }
  g_assert_cmpint (symbol, !=, NoSymbol);
  veto_driver_note (driver, "key %s", key);
  veto_driver_focus_window (driver);
  press_symbol (driver, symbol, is_held[0], is_held[1], is_held[2]);
  driver->deeds_done.n_keys++;
}

/* Types @text (UTF-8, without line breaks) into whatever has the keyboard in the topmost window. */
void
veto_driver_type (VetoDriver *driver, const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  veto_driver_note (driver, "typed \"%s\"", text);
  veto_driver_focus_window (driver);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      /* X has Latin-1 as it is, and everything else of Unicode above 0x1000000 */
      press_symbol (driver, letter < 0x100 ? letter : letter | 0x1000000, FALSE, FALSE, FALSE);
      driver->deeds_done.n_letters++;
    }
}

static void
press_button (VetoDriver *driver, int x, int y, unsigned int button)
{
  XTestFakeMotionEvent (driver->display, 0, x, y, CurrentTime);
  XTestFakeButtonEvent (driver->display, button, True, CurrentTime);
  XTestFakeButtonEvent (driver->display, button, False, CurrentTime);
  XSync (driver->display, False);
}

/* @x, @y: pixels on the screen */
void
veto_driver_click_at (VetoDriver *driver, int x, int y)
{
  press_button (driver, x, y, Button1);
  driver->deeds_done.n_clicks++;
  /* out of the way, or what it rests on looks different and shows its tooltip */
  XTestFakeMotionEvent (driver->display, 0, DisplayWidth (driver->display, 0) - 1,
                        DisplayHeight (driver->display, 0) - 1, CurrentTime);
  XSync (driver->display, False);
}

/* The pieces of dragging: the first button goes down, the pointer moves, the button goes up. @x, @y: pixels on the screen */
void
veto_driver_hold_at (VetoDriver *driver, int x, int y)
{
  XTestFakeMotionEvent (driver->display, 0, x, y, CurrentTime);
  XTestFakeButtonEvent (driver->display, Button1, True, CurrentTime);
  XSync (driver->display, False);
}

void
veto_driver_move_to (VetoDriver *driver, int x, int y)
{
  XTestFakeMotionEvent (driver->display, 0, x, y, CurrentTime);
  XSync (driver->display, False);
}

void
veto_driver_let_go (VetoDriver *driver)
{
  XTestFakeButtonEvent (driver->display, Button1, False, CurrentTime);
  XSync (driver->display, False);
}

/* Turns the wheel by one notch over a place on the screen. */
void
veto_driver_turn_wheel (VetoDriver *driver, int x, int y, gboolean down)
{
  press_button (driver, x, y, down ? Button5 : Button4);
}
