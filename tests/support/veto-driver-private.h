/* What the files of the driver share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <X11/Xlib.h>

#include "veto-driver.h"

#define POLL_MS 10

struct _VetoDriver
{
  char            *home;        /* everything of the person; goes with the driver */
  char            *data_folder; /* XDG_DATA_HOME */
  char            *opened_path; /* the addresses that the browser stand-in was given, one a line */
  char            *stderr_path; /* of all starts; read up to @n_checked_bytes */
  char           **environment;
  gsize            n_checked_bytes;
  guint            patience_ms;
  GPid             pid;   /* 0: not running */
  char            *place; /* (nullable): see veto_driver_look_into() */
  AtspiAccessible *application;
  Display         *display;
  GPtrArray       *deeds; /* (element-type utf8): what was done, for the words of a failure */
  VetoDeeds        deeds_done;
};

typedef struct
{
  Window   window;
  int      x, y, width, height; /* on the screen, pixels */
  gboolean has_popover;         /* a menu or the like is open in front of it */
} VetoWindow;

/* veto-driver.c */
void veto_driver_note (VetoDriver *driver, const char *format, ...) G_GNUC_PRINTF (2, 3);
void veto_driver_check_stderr (VetoDriver *driver);

/* veto-driver-bus.c */
void veto_driver_wait_off_bus (GPid pid);

/* veto-driver-home.c */
void veto_driver_make_home (VetoDriver *driver);
void veto_driver_remove_home (VetoDriver *driver);

/* veto-driver-tree.c */
gboolean veto_driver_find_application (VetoDriver *driver);

/* veto-node.c */
VetoNode *veto_node_new (AtspiAccessible *accessible, guint depth);
void      veto_node_read_name (VetoNode *node);
gboolean  veto_node_is_showing (VetoNode *node);
gboolean  veto_node_get_extents (VetoNode *node, AtspiRect *out_extents);

/* veto-driver-offers.c */
gboolean veto_node_do_action (VetoDriver *driver, VetoNode *node);

/* veto-driver-wait.c */
VetoNode *veto_driver_wait_usable (VetoDriver *driver, VetoKind kind, const char *name);
gboolean  veto_driver_poll_until (VetoDriver *driver, guint wait_ms, VetoCondition condition, gpointer data);

/* veto-driver-screen.c */
void     veto_driver_open_display (VetoDriver *driver);
gboolean veto_driver_get_window (VetoDriver *driver, const char *title, VetoWindow *out_window);
void     veto_driver_save_picture (VetoDriver *driver, const char *path);

/* veto-driver-input.c */
void veto_driver_focus_window (VetoDriver *driver);
void veto_driver_click_at (VetoDriver *driver, int x, int y);
void veto_driver_hold_at (VetoDriver *driver, int x, int y);
void veto_driver_move_to (VetoDriver *driver, int x, int y);
void veto_driver_let_go (VetoDriver *driver);
void veto_driver_turn_wheel (VetoDriver *driver, int x, int y, gboolean down);
