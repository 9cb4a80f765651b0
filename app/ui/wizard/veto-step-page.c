/* One step: what to do, a picture of where it is, what to copy, and what else one may see.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-step-page"

#include "veto-config.h"

#include "veto-step-page.h"

#include <glib/gi18n.h>

#include "veto-evidence.h"
#include "veto-expander.h"
#include "veto-flip-layout.h"
#include "veto-letter-offer.h"
#include "veto-link-box.h"
#include "veto-password-offer.h"
#include "veto-proof-box.h"
#include "veto-screen-view.h"
#include "veto-step-branches.h"
#include "veto-terms-box.h"
#include "veto-value-box.h"
#include "veto-words.h"
#include "veto-wrap.h"

struct _VetoStepPage
{
  GtkWidget     parent_instance;
  VetoWalk     *walk;
  VetoStepKind  kind;
  VetoStepState state;    /* when the page was made */
  gboolean      outdated; /* as above */

  GtkWidget      *scroller;
  GtkLabel       *context;
  GtkLabel       *title;
  GtkLabel       *mark;
  GtkLabel       *body;
  GtkBox         *extra;
  GtkWidget      *why_expander;
  GtkLabel       *why;
  GtkWidget      *branches_expander;
  GtkBox         *branches;
  GtkLabel       *evidence;
  VetoScreenView *picture;
  VetoLinkBox    *links; /* NULL unless the step opens something */
  VetoValueBox   *value; /* NULL unless the step has one */
};

enum { SIGNAL_PRIMARY_CHANGED, SIGNAL_FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoStepPage, veto_step_page, GTK_TYPE_WIDGET)

static void
opened_cb (VetoStepPage *self, const char *link)
{
  veto_walk_note_opened (self->walk, link);
  g_signal_emit (self, signals[SIGNAL_PRIMARY_CHANGED], 0);
}

static void
failed_cb (VetoStepPage *self, GError *error)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
add_extra (VetoStepPage *self, GtkWidget *widget)
{
  gtk_box_append (self->extra, widget);
  gtk_widget_set_visible (GTK_WIDGET (self->extra), TRUE);
}

/* A step on a page that an earlier step opened: whoever comes back another day has closed it meanwhile. */
static void
add_page (VetoStepPage *self, const VetoStep *step, VetoServices *services)
{
  const char *page = veto_walk_get_page (self->walk);

  if (page != NULL && veto_walk_get_branch (self->walk) == NULL && step->kind != VETO_STEP_WAIT
      && step->kind != VETO_STEP_KEEP)
    add_extra (self, veto_link_box_new_again (services->guidance, page));
}

static void
add_links (VetoStepPage *self, const VetoStep *step, VetoServices *services)
{
  GtkWidget *links;

  if (step->links == NULL || step->links[0] == NULL)
    {
      add_page (self, step, services);
      return;
    }
  links = veto_link_box_new (services->guidance, step->links, veto_walk_get_opened (self->walk),
                             veto_walk_get_state (self->walk) == VETO_STEP_STATE_DONE);
  self->links = VETO_LINK_BOX (links);
  g_signal_connect_object (links, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  add_extra (self, links);
}

static void
add_value (VetoStepPage *self, const VetoStep *step, VetoServices *services)
{
  GtkWidget *value;

  /* A password is never asked for here: the platform's own page does that. */
  if (step->value == NULL || g_str_equal (step->value, "account.password"))
    return;
  value = veto_value_box_new (self->walk, step->value, services->in_memory);
  self->value = VETO_VALUE_BOX (value);
  g_signal_connect_object (value, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (value, "text", self->picture, "value", G_BINDING_SYNC_CREATE);
  add_extra (self, value);
}

/* Where one is asked for the login, and where a page opens that wants one to sign in first. */
static void
add_password (VetoStepPage *self, const VetoStep *step, VetoServices *services)
{
  const VetoGuide *guide = veto_walk_get_guide (self->walk);
  gboolean         is_asked = step->value != NULL && g_str_has_prefix (step->value, "account.");
  gboolean is_opened = step->links != NULL && step->links[0] != NULL && guide != NULL && guide->needs != NULL
                       && g_strv_contains (guide->needs, "account");

  if (is_asked || is_opened)
    add_extra (self, veto_password_offer_new (services, self->walk, !is_asked));
}

static void
add_things_to_keep (VetoStepPage *self, const VetoStep *step)
{
  GtkWidget *list;

  if (step->keep == NULL || step->keep[0] == NULL)
    return;
  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  for (guint i = 0; step->keep[i] != NULL; i++)
    {
      g_autofree char *text = g_strdup_printf ("• %s", step->keep[i]);
      GtkWidget       *label = veto_wrap_label_new (text, 44);

      gtk_widget_add_css_class (label, "veto-value");
      gtk_box_append (GTK_BOX (list), label);
    }
  add_extra (self, list);
}

/* Where the person is asked to keep proof, there it goes in. */
static void
add_proof (VetoStepPage *self, const VetoStep *step, VetoServices *services)
{
  GtkWidget *box;

  if (step->kind != VETO_STEP_KEEP)
    return;
  box = veto_proof_box_new (services);
  veto_proof_box_show_objection (VETO_PROOF_BOX (box), veto_walk_get_objection (self->walk));
  add_extra (self, box);
}

/* A step that is called so is about writing one; by an id, because the format has no kind for it. */
static void
add_letter (VetoStepPage *self, const VetoStep *step, VetoServices *services)
{
  const char *slash = strrchr (step->path, '/');
  GtkWidget  *button;

  if (!g_str_equal (slash != NULL ? slash + 1 : step->path, "letter"))
    return;
  button = veto_wrap_button_new (_ ("Write the letter…"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  veto_letter_offer_show (GTK_BUTTON (button), services, veto_walk_get_objection (self->walk),
                          veto_walk_get_guide (self->walk));
  add_extra (self, button);
}

static void
add_button (VetoStepPage *self, const char *label, const char *action)
{
  GtkWidget *button = veto_wrap_button_new (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  add_extra (self, button);
}

static void
show_state (VetoStepPage *self, VetoWalk *walk)
{
  self->state = veto_walk_get_state (walk);
  self->outdated = veto_walk_is_outdated (walk);
  if (self->outdated)
    {
      gtk_label_set_text (self->mark, _ ("This step has changed since you did it"));
      gtk_widget_add_css_class (GTK_WIDGET (self->mark), "warn");
      add_button (self, _ ("It is still right"), "walk.accept");
      add_button (self, _ ("Do it again"), "walk.reopen");
    }
  else if (self->state == VETO_STEP_STATE_DONE)
    {
      gtk_label_set_text (self->mark, _ ("✓ You did this"));
      gtk_widget_add_css_class (GTK_WIDGET (self->mark), "ok");
      add_button (self, _ ("Not done after all"), "walk.reopen");
    }
  else if (self->state == VETO_STEP_STATE_SKIPPED)
    gtk_label_set_text (self->mark, _ ("You skipped this"));
  gtk_widget_set_visible (GTK_WIDGET (self->mark), self->state != VETO_STEP_STATE_OPEN);
}

static void
show_texts (VetoStepPage *self, VetoWalk *walk, const VetoStep *step)
{
  VetoObjection    *item = veto_walk_get_objection (walk);
  const VetoBranch *branch = veto_walk_get_branch (walk);
  g_autofree char  *title = veto_words_fill (step->title, item);
  g_autofree char  *body = veto_words_fill (step->body, item);
  g_autofree char  *why = veto_words_fill (step->why, item);
  g_autofree char  *evidence = veto_evidence_dup_description (&veto_walk_get_guide (walk)->evidence);

  if (branch != NULL)
    {
      g_autofree char *question = veto_words_fill (branch->question, item);
      gtk_label_set_text (self->context, question);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->context), branch != NULL);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->body, body);
  gtk_label_set_text (self->why, why);
  gtk_widget_set_visible (self->why_expander, *why != '\0');
  /* What the guide rests on says nothing about a detour. */
  gtk_label_set_text (self->evidence, evidence);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), branch == NULL);
}

char *
veto_step_page_dup_place (VetoWalk *walk)
{
  const VetoGuide  *guide = veto_walk_get_guide (walk);
  const VetoBranch *branch = veto_walk_get_branch (walk);
  guint             index = veto_walk_get_index (walk);

  if (branch != NULL)
    /* Translators: a detour of some steps, before one goes on with the main ones */
    return g_strdup_printf (_ ("In between: %u of %u"), veto_walk_get_branch_index (walk) + 1,
                            branch->n_steps);
  if (index < guide->n_steps)
    /* Translators: where somebody is on the way: the number of the step, the number of all steps */
    return g_strdup_printf (_ ("Step %u of %u"), index + 1, guide->n_steps);
  return g_strdup ("");
}

/* What its legal terms mean: below what there is to do, and, for the reason, inside of its part. */
static void
add_terms (VetoStepPage *self, VetoServices *services)
{
  VetoGuideSet *set = veto_guidance_get_set (services->guidance);
  GtkWidget    *terms = veto_terms_box_new (set, NULL);
  GtkWidget    *more = veto_terms_box_new (set, VETO_TERMS_BOX (terms));

  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->why_expander)), terms,
                              GTK_WIDGET (self->extra));
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->why))), more);
  if (gtk_widget_get_visible (GTK_WIDGET (self->context)))
    veto_terms_box_read (VETO_TERMS_BOX (terms), gtk_label_get_text (self->context));
  veto_terms_box_mark (VETO_TERMS_BOX (terms), self->body);
  veto_terms_box_read (VETO_TERMS_BOX (terms), gtk_label_get_text (self->title));
  veto_terms_box_mark (VETO_TERMS_BOX (more), self->why);
}

/* What is read out when the page takes the focus: the title; where one is, why, what one did, what to do. */
static void
tell_page (VetoStepPage *self)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *place = veto_step_page_dup_place (self->walk);

  g_string_append_printf (words, "%s. ", place);
  if (gtk_widget_get_visible (GTK_WIDGET (self->context)))
    g_string_append_printf (words, "%s. ", gtk_label_get_text (self->context));
  if (gtk_widget_get_visible (GTK_WIDGET (self->mark)))
    g_string_append_printf (words, "%s. ", gtk_label_get_text (self->mark));
  g_string_append (words, gtk_label_get_text (self->body));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words->str, -1);
}

static void
veto_step_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VETO_TYPE_STEP_PAGE);
  g_clear_object (&VETO_STEP_PAGE (object)->walk);

  G_OBJECT_CLASS (veto_step_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, VETO_RESOURCE_PREFIX "/ui/veto-step-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VetoStepPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, VetoStepPage, context);
  gtk_widget_class_bind_template_child (widget_class, VetoStepPage, title);
  gtk_widget_class_bind_template_child (widget_class, VetoStepPage, mark);
  gtk_widget_class_bind_template_child (widget_class, VetoStepPage, body);
  gtk_widget_class_bind_template_child (widget_class, VetoStepPage, extra);
  gtk_widget_class_bind_template_child (widget_class, VetoStepPage, why_expander);
  gtk_widget_class_bind_template_child (widget_class, VetoStepPage, why);
  gtk_widget_class_bind_template_child (widget_class, VetoStepPage, branches_expander);
  gtk_widget_class_bind_template_child (widget_class, VetoStepPage, branches);
  gtk_widget_class_bind_template_child (widget_class, VetoStepPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, VetoStepPage, picture);
}

static void
veto_step_page_class_init (VetoStepPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_step_page_dispose;

  signals[SIGNAL_PRIMARY_CHANGED] = g_signal_new ("primary-changed", G_TYPE_FROM_CLASS (klass),
                                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);

  g_type_ensure (VETO_TYPE_FLIP_LAYOUT);
  g_type_ensure (VETO_TYPE_SCREEN_VIEW);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "veto-step");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
veto_step_page_init (VetoStepPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  veto_expander_hide_closed (GTK_EXPANDER (self->why_expander));
  veto_expander_hide_closed (GTK_EXPANDER (self->branches_expander));
}

GtkWidget *
veto_step_page_new (VetoWalk *walk, VetoServices *services)
{
  VetoStepPage   *self = g_object_new (VETO_TYPE_STEP_PAGE, NULL);
  const VetoStep *step = veto_walk_get_step (walk);

  self->walk = g_object_ref (walk);
  self->kind = step->kind;
  show_texts (self, walk, step);
  veto_screen_view_set_screen (self->picture, step->screen);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), step->screen != NULL);
  add_links (self, step, services);
  add_value (self, step, services);
  add_password (self, step, services);
  add_things_to_keep (self, step);
  add_proof (self, step, services);
  add_letter (self, step, services);
  show_state (self, walk);
  add_terms (self, services);
  tell_page (self);
  gtk_widget_set_visible (self->branches_expander, veto_step_branches_fill (self->branches, walk));
  return GTK_WIDGET (self);
}

gboolean
veto_step_page_is_current (VetoStepPage *self, VetoWalk *walk)
{
  g_return_val_if_fail (VETO_IS_STEP_PAGE (self), FALSE);
  return self->state == veto_walk_get_state (walk) && self->outdated == veto_walk_is_outdated (walk);
}

const char *
veto_step_page_get_primary_label (VetoStepPage *self)
{
  g_return_val_if_fail (VETO_IS_STEP_PAGE (self), NULL);

  if (self->links != NULL && self->state != VETO_STEP_STATE_DONE && !veto_link_box_was_opened (self->links))
    return _ ("Open the page");
  if (veto_walk_is_fork (self->walk))
    /* Translators: a button: what this detour says has not helped; another way follows */
    return _ ("It did not work");
  if (self->state == VETO_STEP_STATE_DONE)
    return _ ("Next");
  if (self->kind == VETO_STEP_WAIT)
    /* Translators: a button: what the person waits for has come */
    return _ ("It has arrived");
  if (self->kind == VETO_STEP_KEEP)
    /* Translators: a button: the proof is kept */
    return _ ("I have kept it");
  return _ ("Done, next");
}

gboolean
veto_step_page_activate (VetoStepPage *self)
{
  g_return_val_if_fail (VETO_IS_STEP_PAGE (self), FALSE);

  if (self->links == NULL || self->state == VETO_STEP_STATE_DONE || veto_link_box_was_opened (self->links))
    return FALSE;
  veto_link_box_open (self->links);
  return TRUE;
}

void
veto_step_page_focus (VetoStepPage *self)
{
  g_autofree char *words = NULL, *place = NULL;

  g_return_if_fail (VETO_IS_STEP_PAGE (self));

  place = veto_step_page_dup_place (self->walk);
  words =
    g_strdup_printf ("%s. %s. %s", gtk_label_get_text (self->title), place, gtk_label_get_text (self->body));
  if (self->state != VETO_STEP_STATE_OPEN || self->value == NULL
      || !veto_value_box_focus (self->value, words))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

gboolean
veto_step_page_save (VetoStepPage *self, GError **error)
{
  g_return_val_if_fail (VETO_IS_STEP_PAGE (self), FALSE);
  return self->value == NULL || veto_value_box_save (self->value, error);
}
