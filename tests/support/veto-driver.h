/* A person with a screen reader, a keyboard and a pointer in front of a program: what end-to-end tests are written with.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Things are named by their kind and by the name that a screen reader says. Whatever a test asks for is waited for, and
 * what does not come in time fails the test with the tree of accessible things, a picture, and what was done until then.
 * Runs under tests/support/with-desktop. */
#pragma once

#include <atspi/atspi.h>
#include <gio/gio.h>

/* What a thing is to a person. GTK's versions name some of them differently; these names do not change. */
typedef enum {
  VETO_KIND_ANY, /* only to ask with */
  VETO_KIND_WINDOW,
  VETO_KIND_BUTTON, /* also a toggle, a menu button, an expander */
  VETO_KIND_CHECK,  /* a check box, a radio button, a switch */
  VETO_KIND_ENTRY,
  VETO_KIND_ROW, /* of a list */
  VETO_KIND_LIST,
  VETO_KIND_LABEL,
  VETO_KIND_HEADING,
  VETO_KIND_LINK,
  VETO_KIND_MENU_ITEM,
  VETO_KIND_IMAGE,
  VETO_KIND_SLIDER,
  VETO_KIND_PROGRESS,
  VETO_KIND_OTHER /* a panel, a scrolled area, a group */
} VetoKind;

/* One accessible thing as it was when it was found. What changes (states, text) is asked anew by the functions. */
typedef struct
{
  AtspiAccessible *accessible;
  VetoKind         kind;
  AtspiRole        role;
  char            *name; /* "" when it has none; GTK's stand-ins, as "GtkBox", are none */
  guint            depth;
} VetoNode;

/* How often something was done by hand */
typedef struct
{
  guint n_keys;    /* pressed by themselves */
  guint n_letters; /* of texts that were typed */
  guint n_clicks;  /* with the pointer */
  guint n_actions; /* that something offers to a screen reader */
} VetoDeeds;

typedef struct _VetoDriver VetoDriver;
typedef gboolean (*VetoCondition) (VetoDriver *driver, gpointer data);

/* The program and its surroundings: veto-driver.c, veto-driver-home.c */
VetoDriver  *veto_driver_new (void);
void         veto_driver_free (VetoDriver *driver);
void         veto_driver_set_env (VetoDriver *driver, const char *name, const char *value);
gboolean     veto_driver_set_language (VetoDriver *driver, const char *language);
void         veto_driver_set_patience (VetoDriver *driver, guint wait_ms);
const char  *veto_driver_get_data_folder (VetoDriver *driver);
const char  *veto_driver_get_home (VetoDriver *driver);
void         veto_driver_set_setting (VetoDriver *driver, const char *key, const char *value);
void         veto_driver_set_browser (VetoDriver *driver, gboolean is_there);
char        *veto_driver_wait_opened (VetoDriver *driver, guint n);
guint        veto_driver_count_opened (VetoDriver *driver);
void         veto_driver_spawn (VetoDriver *driver, const char *const *argv);
void         veto_driver_start (VetoDriver *driver, const char *const *argv);
gboolean     veto_driver_is_running (VetoDriver *driver);
void         veto_driver_kill (VetoDriver *driver);
void         veto_driver_terminate (VetoDriver *driver);
int          veto_driver_quit (VetoDriver *driver);
int          veto_driver_wait_exit (VetoDriver *driver);
char        *veto_driver_dup_stderr (VetoDriver *driver);
GSubprocess *veto_driver_start_beside (VetoDriver *driver, const char *const *argv);
int          veto_driver_run_beside (VetoDriver *driver, const char *const *argv, char **out_words);
void veto_driver_fail (VetoDriver *driver, const char *format, ...) G_GNUC_PRINTF (2, 3) G_GNUC_NORETURN;

/* What is there now: veto-driver-tree.c, and of one thing veto-node.c */
void        veto_driver_look_into (VetoDriver *driver, const char *application);
VetoNode   *veto_driver_find (VetoDriver *driver, VetoKind kind, const char *name);
VetoNode   *veto_driver_find_prefix (VetoDriver *driver, VetoKind kind, const char *prefix);
gboolean    veto_driver_shows (VetoDriver *driver, VetoKind kind, const char *name);
VetoNode   *veto_driver_find_focused (VetoDriver *driver);
GPtrArray  *veto_driver_list_nodes (VetoDriver *driver);
char      **veto_driver_list_names (VetoDriver *driver);
char       *veto_driver_dup_tree (VetoDriver *driver);
const char *veto_kind_get_name (VetoKind kind);
void        veto_node_free (VetoNode *node);
gboolean    veto_node_has_state (VetoNode *node, AtspiStateType state);
gboolean    veto_node_is_sensitive (VetoNode *node);
char       *veto_node_dup_text (VetoNode *node);
char       *veto_node_dup_description (VetoNode *node);
double      veto_node_get_value (VetoNode *node);

/* Waiting for what is to come: veto-driver-wait.c */
void veto_driver_wait_until (VetoDriver *driver, const char *what, VetoCondition condition, gpointer data);
VetoNode *veto_driver_wait_for (VetoDriver *driver, VetoKind kind, const char *name);
VetoNode *veto_driver_wait_for_prefix (VetoDriver *driver, VetoKind kind, const char *prefix);
void      veto_driver_wait_gone (VetoDriver *driver, VetoKind kind, const char *name);
void      veto_driver_wait_state (VetoDriver    *driver,
                                  VetoKind       kind,
                                  const char    *name,
                                  AtspiStateType state,
                                  gboolean       is_set);
void      veto_driver_wait_text (VetoDriver *driver, const char *entry, const char *text);
void      veto_driver_wait_focus (VetoDriver *driver, VetoKind kind, const char *name);

/* Doing: veto-driver-act.c, and with bare hands veto-driver-input.c */
void veto_driver_press (VetoDriver *driver, VetoKind kind, const char *name);
void veto_driver_click (VetoDriver *driver, VetoKind kind, const char *name);
void veto_driver_drag (VetoDriver   *driver,
                       int           x,
                       int           y,
                       VetoCondition has_begun,
                       VetoKind      kind,
                       const char   *name,
                       VetoCondition is_taken,
                       gpointer      data);
void veto_driver_scroll_to (VetoDriver *driver, VetoKind kind, const char *name);
void veto_driver_tab_to (VetoDriver *driver, VetoKind kind, const char *name);
void veto_driver_fill (VetoDriver *driver, const char *entry, const char *text);
void veto_driver_key (VetoDriver *driver, const char *key);
void veto_driver_type (VetoDriver *driver, const char *text);

/* Doing with what is offered to a screen reader alone: veto-driver-offers.c */
void      veto_driver_use (VetoDriver *driver, VetoKind kind, const char *name);
void      veto_driver_write (VetoDriver *driver, const char *entry, const char *text);
VetoDeeds veto_driver_count_deeds (VetoDriver *driver);

/* The screen: veto-driver-screen.c */
void  veto_driver_resize (VetoDriver *driver, int width, int height);
void  veto_driver_take_picture (VetoDriver *driver, const char *path);
char *veto_driver_dup_clipboard (VetoDriver *driver);
void  veto_driver_wait_clipboard (VetoDriver *driver, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoDriver, veto_driver_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoNode, veto_node_free)
