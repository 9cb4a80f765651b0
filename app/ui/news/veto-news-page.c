/* What changed: platform by platform, step by step, the guidance before beside that of now.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-news-page"

#include "veto-config.h"

#include "veto-news-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-after-frame.h"
#include "veto-cards.h"
#include "veto-case-change.h"
#include "veto-flip-layout.h"
#include "veto-focus.h"
#include "veto-home.h"
#include "veto-news-card.h"
#include "veto-news-desk.h"
#include "veto-text.h"
#include "veto-wrap.h"

/* So many cards fill a window, and take less than a frame to build. */
#define CARDS_A_FRAME 6
#define ROW_WIDTH 430

struct _VetoNewsPage
{
  GtkWidget      parent_instance;
  VetoServices  *services; /* the application's */
  VetoGuideNews *news;     /* the desk's at the last veto_news_page_show() */
  char          *platform; /* nullable */
  GtkWidget     *scroller;
  GtkWidget     *title;
  GtkLabel      *about; /* what all of it comes to */
  GtkWidget     *all;   /* the way from one platform to all of them */
  GtkWidget     *look;  /* the way on where nothing is new */
  GtkBox        *parts;
  GtkWidget     *list;               /* the cards of the subject that was begun last */
  guint          i_platform, i_item; /* what is built next */
  gboolean       waits;
};

G_DEFINE_FINAL_TYPE (VetoNewsPage, veto_news_page, GTK_TYPE_WIDGET)

/* Guidance changed on somebody's way: whether that matters, and the way there. */
static void
append_case (VetoNewsPage *self, GtkWidget *list, VetoObjection *item, const VetoCaseChange *change)
{
  g_autofree char *title = veto_home_dup_title (item);
  g_autofree char *words = g_strdup_printf ("%s: %s", title, change->sentence);
  GtkWidget       *card = veto_cards_append (list, words);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *label = veto_wrap_label_new (words, -1);
  /* Translators: a button: shows what somebody has done about a service, with its dates */
  GtkWidget       *button = veto_wrap_button_new (_ ("Your objection"));
  g_autofree char *name = g_strdup_printf ("%s: %s", _ ("Your objection"), title);

  gtk_widget_set_layout_manager (row, g_object_new (VETO_TYPE_FLIP_LAYOUT, "spacing", 12, "row-width",
                                                    ROW_WIDTH, NULL));
  gtk_widget_add_css_class (label, "veto-value");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  veto_wrap_name_button (button, name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    veto_case_get_id (veto_objection_get_case (item)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.case");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (card), row);
}

static void
append_cases (VetoNewsPage *self, const char *platform)
{
  GListModel *objections = G_LIST_MODEL (self->services->objections);
  GtkWidget  *list = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (objections); i++)
    {
      g_autoptr(VetoObjection) item = g_list_model_get_item (objections, i);
      VetoPlatform *its = veto_objection_get_platform (item);
      VetoCase     *known = veto_objection_get_case (item);
      g_autoptr(VetoCaseChange) change = NULL;

      if (known == NULL || its == NULL || !g_str_equal (veto_platform_get_id (its), platform))
        continue;
      change = veto_case_compute_change (known);
      if (change == NULL)
        continue;
      if (list == NULL)
        {
          list = veto_cards_list_new (_ ("What this means for you"));
          gtk_widget_set_margin_top (list, 8);
          gtk_box_append (self->parts, list);
        }
      append_case (self, list, item, change);
    }
}

static void
begin_platform (VetoNewsPage *self, const VetoPlatformNews *news)
{
  GtkWidget *summary = veto_wrap_label_new (news->summary, -1);

  gtk_box_append (self->parts, veto_cards_heading_new (news->name));
  gtk_box_append (self->parts, summary);
  append_cases (self, news->id);
}

static void
begin_subject (VetoNewsPage *self, const VetoPlatformNews *news, VetoNewsSubject subject)
{
  g_autofree char *name = veto_text_dup_isolated (news->name, NULL);
  const char      *words = veto_news_subject_get_name (subject);
  g_autofree char *heard = g_strdup_printf ("%s: %s", name, words);
  GtkWidget       *label = veto_wrap_label_new (words, -1);

  gtk_widget_add_css_class (label, "veto-value");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 6);
  self->list = veto_cards_list_new (heard);
  gtk_box_append (self->parts, label);
  gtk_box_append (self->parts, self->list);
}

static gboolean
is_wanted (VetoNewsPage *self, const VetoPlatformNews *news)
{
  return self->platform == NULL || g_str_equal (self->platform, news->id);
}

/* Builds at most @n_cards, on from where the last call ended. */
static void
build_some (VetoNewsPage *self, guint n_cards)
{
  GPtrArray *platforms = veto_guide_news_get_platforms (self->news);

  while (self->i_platform < platforms->len && n_cards > 0)
    {
      const VetoPlatformNews *news = g_ptr_array_index (platforms, self->i_platform);
      const VetoNewsItem     *item, *last;

      if (is_wanted (self, news) && self->i_item == 0)
        {
          begin_platform (self, news);
          n_cards--;
        }
      if (!is_wanted (self, news) || self->i_item == news->items->len)
        {
          self->i_platform++;
          self->i_item = 0;
          continue;
        }
      item = g_ptr_array_index (news->items, self->i_item);
      last = self->i_item > 0 ? g_ptr_array_index (news->items, self->i_item - 1) : NULL;
      if (last == NULL || last->subject != item->subject)
        begin_subject (self, news, item->subject);
      veto_news_card_append (self->list, item);
      self->i_item++;
      n_cards = n_cards > 0 ? n_cards - 1 : 0;
    }
}

static void
go_on_cb (GtkWidget *widget)
{
  VetoNewsPage *self = VETO_NEWS_PAGE (widget);

  self->waits = FALSE;
  build_some (self, CARDS_A_FRAME);
  if (self->i_platform < veto_guide_news_get_platforms (self->news)->len)
    {
      self->waits = TRUE;
      veto_after_frame (widget, go_on_cb);
    }
}

static void
clear_parts (VetoNewsPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL, *child;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->parts)))
    gtk_widget_grab_focus (GTK_WIDGET (self)); /* GTK never lets go of a widget that has it */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);
  self->list = NULL;
  self->i_platform = self->i_item = 0;
}

/* (transfer full): what stands below the title */
static char *
dup_about (VetoNewsPage *self)
{
  GPtrArray       *platforms = veto_guide_news_get_platforms (self->news);
  g_autofree char *summary = NULL;

  if (self->platform != NULL && veto_guide_news_find (self->news, self->platform) == NULL)
    return g_strdup (_ ("For this service, the guidance says what it said before."));
  if (platforms->len == 0)
    return g_strdup (
      _ ("There is no newer guidance than the one that Veto came with, or it says the same. As soon as "
         "something changes, you can read here what it is."));
  summary = veto_guide_news_dup_summary (self->news);
  if (veto_guide_news_is_translated (self->news))
    return g_strdup_printf ("%s %s", summary,
                            _ ("The guidance before was not there in your language. You see its words in the "
                               "language they "
                               "were written in."));
  return g_steal_pointer (&summary);
}

void
veto_news_page_show (VetoNewsPage *self, const char *platform)
{
  g_autofree char *about = NULL, *copy = g_strdup (platform);

  g_return_if_fail (VETO_IS_NEWS_PAGE (self));

  g_free (self->platform);
  self->platform = g_steal_pointer (&copy);
  g_clear_pointer (&self->news, veto_guide_news_unref);
  self->news = veto_guide_news_ref (veto_news_desk_get_news (self->services->desk));
  clear_parts (self);
  about = dup_about (self);
  gtk_label_set_text (self->about, about);
  gtk_widget_set_visible (self->all,
                          self->platform != NULL && veto_guide_news_get_platforms (self->news)->len > 0);
  gtk_widget_set_visible (self->look, veto_guide_news_get_platforms (self->news)->len == 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  build_some (self, CARDS_A_FRAME);
  if (!self->waits)
    {
      self->waits = TRUE;
      veto_after_frame (GTK_WIDGET (self), go_on_cb);
    }
}

const char *
veto_news_page_get_platform (VetoNewsPage *self)
{
  g_return_val_if_fail (VETO_IS_NEWS_PAGE (self), NULL);

  return self->platform;
}

/* Newer guidance, or a case that somebody has read of meanwhile. Who reads stays where they are. */
static void
changed_cb (VetoNewsPage *self)
{
  if (self->news != NULL && self->news != veto_news_desk_get_news (self->services->desk))
    {
      g_autofree char *platform = g_strdup (self->platform);

      veto_news_page_show (self, platform);
    }
}

static void
veto_news_page_dispose (GObject *object)
{
  g_clear_pointer (&VETO_NEWS_PAGE (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_news_page_parent_class)->dispose (object);
}

static void
veto_news_page_finalize (GObject *object)
{
  g_free (VETO_NEWS_PAGE (object)->platform);
  g_clear_pointer (&VETO_NEWS_PAGE (object)->news, veto_guide_news_unref);

  G_OBJECT_CLASS (veto_news_page_parent_class)->finalize (object);
}

/* Reading begins at the top. */
static gboolean
veto_news_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VETO_NEWS_PAGE (widget)->title);
}

static void
veto_news_page_class_init (VetoNewsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_news_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_news_page_finalize;
  veto_focus_set_lead (klass, veto_news_page_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_news_page_init (VetoNewsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *clamp = adw_clamp_new ();

  self->title = veto_wrap_heading_new (_ ("What changed"));
  gtk_widget_add_css_class (self->title, "veto-hero");
  gtk_widget_set_focusable (self->title, TRUE);
  self->about = GTK_LABEL (veto_wrap_label_new ("", -1));
  gtk_widget_set_margin_top (GTK_WIDGET (self->about), 8);
  self->all = veto_wrap_button_new (_ ("Show all services"));
  gtk_widget_set_halign (self->all, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->all, 12);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->all), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->all), "win.news");
  self->look = veto_wrap_button_new ("");
  gtk_widget_set_halign (self->look, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->look, 12);
  self->parts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->about));
  gtk_box_append (GTK_BOX (box), self->all);
  gtk_box_append (GTK_BOX (box), self->look);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->parts));
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
veto_news_page_new (VetoServices *services)
{
  VetoNewsPage *self = g_object_new (VETO_TYPE_NEWS_PAGE, NULL);

  self->services = services;
  if (veto_news_desk_has_feed (services->desk))
    {
      gtk_button_set_label (GTK_BUTTON (self->look), _ ("Look for new guidance"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->look), "win.look");
    }
  else
    {
      gtk_button_set_label (GTK_BUTTON (self->look), _ ("Guidance and sources"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->look), "win.sources");
    }
  g_signal_connect_object (services->desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
