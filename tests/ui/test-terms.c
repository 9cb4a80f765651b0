/* Legal terms on a page: marked where they stand first, explained below, shown letter for letter.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "scene.h"
#include "veto-terms-box.h"

typedef struct
{
  Scene         scene;
  VetoGuideSet *set;
  GtkWidget    *page;
  GtkLabel     *first, *second;
  VetoTermsBox *terms, *more;
} Desk;

/* A page of two paragraphs, each with a box below it */
static void
open_desk (Desk *desk, const char *first, const char *second)
{
  desk->set = scene_read_guidance ();
  scene_open (&desk->scene, desk->set, 600, 700);
  desk->page = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  desk->first = GTK_LABEL (gtk_label_new (first));
  desk->second = GTK_LABEL (gtk_label_new (second));
  desk->terms = VETO_TERMS_BOX (veto_terms_box_new (desk->set, NULL));
  desk->more = VETO_TERMS_BOX (veto_terms_box_new (desk->set, desk->terms));
  gtk_box_append (GTK_BOX (desk->page), GTK_WIDGET (desk->first));
  gtk_box_append (GTK_BOX (desk->page), GTK_WIDGET (desk->terms));
  gtk_box_append (GTK_BOX (desk->page), GTK_WIDGET (desk->second));
  gtk_box_append (GTK_BOX (desk->page), GTK_WIDGET (desk->more));
  veto_terms_box_mark (desk->terms, desk->first);
  veto_terms_box_mark (desk->more, desk->second);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (desk->scene.window), desk->page);
  scene_settle (&desk->scene);
}

static void
close_desk (Desk *desk)
{
  gtk_window_set_focus (GTK_WINDOW (desk->scene.window), NULL); /* GTK does not let go of what has it */
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (desk->scene.window), NULL);
  g_assert_finalize_object (desk->page);
  scene_close (&desk->scene);
  g_object_unref (desk->set);
}

/* Returns: (transfer full): what has a line under it, parted by "|" */
static char *
dup_marked (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  g_autoptr(GString) marked = g_string_new (NULL);
  GSList *attributes = gtk_label_get_attributes (label) != NULL
                         ? pango_attr_list_get_attributes (gtk_label_get_attributes (label))
                         : NULL;

  for (GSList *link = attributes; link != NULL; link = link->next)
    {
      const PangoAttribute *attribute = link->data;

      if (attribute->klass->type == PANGO_ATTR_UNDERLINE)
        g_string_append_printf (marked, "%s%.*s", marked->len > 0 ? "|" : "",
                                (int) (attribute->end_index - attribute->start_index),
                                text + attribute->start_index);
    }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static GtkWidget *
get_expander (VetoTermsBox *box)
{
  return gtk_widget_get_first_child (GTK_WIDGET (box));
}

static void
assert_title (VetoTermsBox *box, const char *title)
{
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (box)));
  g_assert_nonnull (scene_find_label (GTK_WIDGET (box), title));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_expander (box)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       title);
}

/* Only where it stands first, on the whole page. */
static void
test_first_only (void)
{
  Desk             desk;
  g_autofree char *first = NULL, *second = NULL;

  open_desk (&desk, "The GDPR, Article 21. Again: GDPR.", "The GDPR names a legitimate interest.");
  first = dup_marked (desk.first);
  second = dup_marked (desk.second);
  g_assert_cmpstr (first, ==, "GDPR|Article 21");
  g_assert_cmpstr (second, ==, "legitimate interest");
  assert_title (desk.terms, "What do “GDPR” and “Article 21” mean?");
  assert_title (desk.more, "What does “legitimate interest” mean?");
  close_desk (&desk);
}

/* Where there is nothing to explain there is nothing to see, and a postal address is left alone. */
static void
test_nothing (void)
{
  Desk             desk;
  g_autofree char *second = NULL;

  open_desk (&desk, "Send the form.", "Attn: the controller\nDublin 4");
  second = dup_marked (desk.second);
  g_assert_cmpstr (second, ==, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (desk.terms)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (desk.more)));
  close_desk (&desk);
}

static void
test_many (void)
{
  Desk desk;

  open_desk (&desk, "GDPR, Article 21, consent.", "");
  assert_title (desk.terms, "What do the legal terms mean?");
  close_desk (&desk);
}

static GtkGesture *
find_click (GtkLabel *label)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (label));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

static void
click_on (Desk *desk, const char *words)
{
  PangoLayout   *layout = gtk_label_get_layout (desk->first);
  const char    *text = gtk_label_get_text (desk->first);
  PangoRectangle place;
  int            left, top;

  pango_layout_index_to_pos (layout, (int) (strstr (text, words) - text), &place);
  gtk_label_get_layout_offsets (desk->first, &left, &top);
  g_signal_emit_by_name (find_click (desk->first), "released", 1,
                         left + (place.x + place.width / 2) / (double) PANGO_SCALE,
                         top + (place.y + place.height / 2) / (double) PANGO_SCALE);
  scene_settle (&desk->scene);
}

/* A click on the term leads to its card; one beside it leads nowhere. */
static void
test_click (void)
{
  Desk       desk;
  GtkWidget *row;

  open_desk (&desk, "The GDPR, Article 21. Again: GDPR.", "");
  click_on (&desk, "Again");
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (get_expander (desk.terms))));
  click_on (&desk, "21");
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (get_expander (desk.terms))));
  row = gtk_root_get_focus (GTK_ROOT (desk.scene.window));
  g_assert_true (GTK_IS_LIST_BOX_ROW (row));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, 1);
  g_assert_nonnull (scene_find_label (row, "Article 21"));
  close_desk (&desk);
}

/* A page whose words change: the row follows, and stays as it is while the terms do. */
static void
test_follow (void)
{
  Desk       desk;
  GtkWidget *row;

  open_desk (&desk, "", "");
  gtk_label_set_text (desk.first, "The GDPR.");
  veto_terms_box_follow (desk.terms, desk.set, (GtkWidget *[]){ desk.page, NULL });
  assert_title (desk.terms, "What does “GDPR” mean?");
  gtk_expander_set_expanded (GTK_EXPANDER (get_expander (desk.terms)), TRUE);
  scene_settle (&desk.scene);
  row = gtk_widget_get_ancestor (scene_find_label (GTK_WIDGET (desk.terms), "The GDPR is"),
                                 GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_grab_focus (row);

  gtk_label_set_text (desk.first, "Again the GDPR.");
  veto_terms_box_follow (desk.terms, desk.set, (GtkWidget *[]){ GTK_WIDGET (desk.first), NULL });
  scene_settle (&desk.scene);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (desk.scene.window)) == row);
  gtk_label_set_text (desk.first, "Send the form.");
  veto_terms_box_follow (desk.terms, desk.set, (GtkWidget *[]){ GTK_WIDGET (desk.first), NULL });
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (desk.terms)));
  close_desk (&desk);
}

static void
assert_plain (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_LABEL (widget))
    g_assert_false (gtk_label_get_use_markup (GTK_LABEL (widget)));
}

/* All terms, each with its name, its meaning and its source; nothing of it is markup. */
static void
test_all (void)
{
  Desk            desk;
  guint           n_terms;
  const VetoTerm *terms;

  open_desk (&desk, "", "");
  veto_terms_box_add_all (desk.terms);
  gtk_expander_set_expanded (GTK_EXPANDER (get_expander (desk.terms)), TRUE);
  scene_settle (&desk.scene);
  terms = veto_guide_set_get_terms (desk.set, &n_terms);
  for (guint i = 0; i < n_terms; i++)
    {
      GtkWidget *label = scene_find_label (GTK_WIDGET (desk.terms), terms[i].text);
      GtkWidget *row;

      g_assert_nonnull (label);
      row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
      g_assert_nonnull (scene_find_label (row, terms[i].name));
      g_assert_nonnull (scene_find_label (row, "Source: "));
    }
  scene_for_each (GTK_WIDGET (desk.terms), assert_plain, NULL);
  close_desk (&desk);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/terms/first-only", test_first_only);
  g_test_add_func ("/terms/nothing", test_nothing);
  g_test_add_func ("/terms/many", test_many);
  g_test_add_func ("/terms/click", test_click);
  g_test_add_func ("/terms/follow", test_follow);
  g_test_add_func ("/terms/all", test_all);
  return g_test_run ();
}
