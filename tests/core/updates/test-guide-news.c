/* What a person is told who followed the guidance before: platform by platform, step by step.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-guide-news.h"

#include "guidance-trees.h"

#define STRUCTURE "platforms/example.json"
#define ENGLISH "text/en/example.json"
#define GERMAN "text/de/example.json"

typedef struct
{
  const char     *name;
  const char     *file; /* what is edited in the newer one */
  const char     *find;
  const char     *replace;
  VetoNewsKind    kind;
  VetoNewsSubject subject;
  const char     *title;
  const char     *place; /* nullable: not looked at */
  const char     *label;
  const char     *before;
  const char     *after;
  const char     *summary;
} Sample;

#define LINKS "https://www.example.org/object?x=1\nhttps://help.example.org/privacy/"
#define ONE_CHANGED "1 step changed."
#define ONE_OTHER "The steps are the same, 1 other entry changed."

static const Sample samples[] = {
  { "/news/step-words", ENGLISH, "Press the button at the end.", "Press the blue button.", VETO_NEWS_CHANGED,
    VETO_NEWS_STEP, "Send the form", "With the form, step 4", "What to do", "Press the button at the end.",
    "Press the blue button.", ONE_CHANGED },
  { "/news/step-title", ENGLISH, "\"Send the form\"", "\"Send it\"", VETO_NEWS_CHANGED, VETO_NEWS_STEP,
    "Send it", "With the form, step 4", "Title", "Send the form", "Send it", ONE_CHANGED },
  { "/news/step-why", ENGLISH, "Article 21 gives you this right.", "The law gives you this right.",
    VETO_NEWS_CHANGED, VETO_NEWS_STEP, "Open the form", "With the form, step 1", "Why",
    "Article 21 gives you this right.", "The law gives you this right.", ONE_CHANGED },
  { "/news/step-link", STRUCTURE, "object?x=1", "object?x=2", VETO_NEWS_CHANGED, VETO_NEWS_STEP,
    "Open the form", NULL, "Web addresses, in the order to try", LINKS,
    "https://www.example.org/object?x=2\nhttps://help.example.org/privacy/", ONE_CHANGED },
  { "/news/step-needed", STRUCTURE, "\"value\": \"reason\", \"optional\": true", "\"value\": \"reason\"",
    VETO_NEWS_CHANGED, VETO_NEWS_STEP, "Give a reason", NULL, "Is it needed?", "You may leave this step out.",
    "This step is needed.", ONE_CHANGED },
  { "/news/step-wait", STRUCTURE, "\"days\": 2", "\"days\": 5", VETO_NEWS_CHANGED, VETO_NEWS_STEP,
    "Wait for the e-mail", NULL, "How long to wait", "2 days", "5 days", ONE_CHANGED },
  { "/news/step-keep", STRUCTURE, "[\"screenshot\", \"email\"]", "[\"email\", \"screenshot\"]",
    VETO_NEWS_CHANGED, VETO_NEWS_STEP, "Keep a proof", NULL, "What to keep",
    "a screenshot of the last page, the e-mail", "the e-mail, a screenshot of the last page", ONE_CHANGED },
  { "/news/step-screen-words", ENGLISH, "\"Privacy\"", "\"Privacy centre\"", VETO_NEWS_CHANGED,
    VETO_NEWS_STEP, "Open the settings", NULL, "Words on the screen", "Settings\nPrivacy (press here)",
    "Settings\nPrivacy centre (press here)", ONE_CHANGED },
  { "/news/step-picture", STRUCTURE, "\"text\", \"field\", \"field*\"", "\"field\", \"field\", \"field*\"",
    VETO_NEWS_CHANGED, VETO_NEWS_STEP, "Open the form", NULL, "The picture",
    "It showed the page in another way.", "It shows the page as it looks now.", ONE_CHANGED },
  { "/news/branch-step", ENGLISH, "Then come back here.", "Then press Back.", VETO_NEWS_CHANGED,
    VETO_NEWS_STEP, "Sign in first",
    "With the form, if it looks different: The page asks me to sign in again and again", "What to do",
    "Then come back here.", "Then press Back.", ONE_CHANGED },
  { "/news/branch-question", ENGLISH, "The form is not there", "There is no form", VETO_NEWS_CHANGED,
    VETO_NEWS_BRANCH, "There is no form", "With the form", "What one may see", "The form is not there",
    "There is no form", ONE_OTHER },
  { "/news/guide-summary", ENGLISH, "The right way for most people.", "The right way for nearly all.",
    VETO_NEWS_CHANGED, VETO_NEWS_GUIDE, "With the form", NULL, "When it is the right way",
    "The right way for most people.", "The right way for nearly all.", ONE_OTHER },
  { "/news/fact", ENGLISH, "Whether the training is lawful is disputed.",
    "A court calls the training lawful.", VETO_NEWS_CHANGED, VETO_NEWS_FACT,
    "A court calls the training lawful.", NULL, "What is said", "Whether the training is lawful is disputed.",
    "A court calls the training lawful.", ONE_OTHER },
  { "/news/event-day", STRUCTURE, "\"date\": \"2025-04-14\"", "\"date\": \"2025-04-15\"", VETO_NEWS_CHANGED,
    VETO_NEWS_EVENT, "The training was announced.", NULL, "Day", "14 April 2025", "15 April 2025",
    ONE_OTHER },
  { "/news/platform-summary", ENGLISH, "Example uses public posts to train its AI.",
    "Example uses public posts and photos.", VETO_NEWS_CHANGED, VETO_NEWS_PLATFORM, "Example", NULL,
    "What it is about", "Example uses public posts to train its AI.", "Example uses public posts and photos.",
    ONE_OTHER },
  { "/news/address", "controllers.json", "\"privacy_form\": \"https://help.example.org/privacy/\"",
    "\"privacy_form\": \"https://help.example.org/contact/\"", VETO_NEWS_CHANGED, VETO_NEWS_ADDRESS, NULL,
    NULL, "Form on the web", "https://help.example.org/privacy/", "https://help.example.org/contact/",
    ONE_OTHER },
};

static VetoGuideSet *
read_edited (const char *file, const char *find, const char *replace, const char *language)
{
  g_autoptr(Folder) tree = guidance_trees_copy_sound ();

  if (file != NULL)
    guidance_trees_edit (tree, file, find, replace);
  return guidance_trees_load (tree, language);
}

/* (transfer none) (nullable): the only thing that is said under that label */
static const VetoNewsWords *
find_words (const VetoNewsItem *item, const char *label)
{
  for (guint i = 0; i < item->words->len; i++)
    {
      const VetoNewsWords *words = g_ptr_array_index (item->words, i);

      if (g_str_equal (words->label, label))
        return words;
    }
  return NULL;
}

static const VetoNewsItem *
find_item (VetoPlatformNews *news, VetoNewsSubject subject)
{
  for (guint i = 0; i < news->items->len; i++)
    {
      const VetoNewsItem *item = g_ptr_array_index (news->items, i);

      if (item->subject == subject)
        return item;
    }
  return NULL;
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoGuideSet) before = read_edited (NULL, NULL, NULL, "en");
  g_autoptr(VetoGuideSet) after = read_edited (sample->file, sample->find, sample->replace, "en");
  g_autoptr(VetoGuideNews) news = veto_guide_news_new (before, after);
  VetoPlatformNews    *platform = veto_guide_news_find (news, "example");
  const VetoNewsItem  *item;
  const VetoNewsWords *words;

  g_assert_nonnull (platform);
  g_assert_cmpint (platform->kind, ==, VETO_NEWS_CHANGED);
  g_assert_cmpstr (platform->summary, ==, sample->summary);
  g_assert_cmpuint (platform->items->len, ==, 1);
  item = g_ptr_array_index (platform->items, 0);
  g_assert_cmpint (item->kind, ==, sample->kind);
  g_assert_cmpint (item->subject, ==, sample->subject);
  if (sample->title != NULL)
    g_assert_cmpstr (item->title, ==, sample->title);
  if (sample->place != NULL)
    g_assert_cmpstr (item->place, ==, sample->place);
  words = find_words (item, sample->label);
  g_assert_nonnull (words);
  g_assert_cmpstr (words->before, ==, sample->before);
  g_assert_cmpstr (words->after, ==, sample->after);
}

static void
test_same (void)
{
  g_autoptr(VetoGuideSet) before = read_edited (NULL, NULL, NULL, "en");
  g_autoptr(VetoGuideSet) after = read_edited (NULL, NULL, NULL, "en");
  g_autoptr(VetoGuideNews) news = veto_guide_news_new (before, after);
  g_autofree char *summary = veto_guide_news_dup_summary (news);

  g_assert_cmpuint (veto_guide_news_get_platforms (news)->len, ==, 0);
  g_assert_cmpstr (summary, ==, "Nothing changed for any service.");
}

static void
test_without_before (void)
{
  g_autoptr(VetoGuideSet) after = read_edited (NULL, NULL, NULL, "en");
  g_autoptr(VetoGuideNews) news = veto_guide_news_new (NULL, after);

  g_assert_cmpuint (veto_guide_news_get_platforms (news)->len, ==, 0);
}

/* A correction of the German words alone is told who reads German, and nobody else. */
static void
test_other_language_untouched (void)
{
  g_autoptr(VetoGuideSet) before = read_edited (NULL, NULL, NULL, "en");
  g_autoptr(VetoGuideSet) after = read_edited (GERMAN, "Formular absenden", "Formular senden", "en");
  g_autoptr(VetoGuideSet) german_before = read_edited (NULL, NULL, NULL, "de");
  g_autoptr(VetoGuideSet) german_after = read_edited (GERMAN, "Formular absenden", "Formular senden", "de");
  g_autoptr(VetoGuideNews) news = veto_guide_news_new (before, after);
  g_autoptr(VetoGuideNews) german = veto_guide_news_new (german_before, german_after);
  VetoPlatformNews *platform = veto_guide_news_find (german, "example");

  g_assert_null (veto_guide_news_find (news, "example"));
  g_assert_nonnull (platform);
  g_assert_cmpuint (platform->items->len, ==, 1);
  g_assert_cmpstr (find_item (platform, VETO_NEWS_STEP)->title, ==, "Formular senden");
}

/* The guidance before has no words in the reader's language: only what is another step counts, not that all words differ. */
static void
test_translated (void)
{
  g_autoptr(VetoGuideSet) before = read_edited (NULL, NULL, NULL, "en");
  g_autoptr(VetoGuideSet) same = read_edited (NULL, NULL, NULL, "de");
  g_autoptr(VetoGuideSet) after = read_edited (ENGLISH, "Press the button at the end.", "Press it.", "de");
  g_autoptr(VetoGuideNews) nothing = veto_guide_news_new (before, same);
  g_autoptr(VetoGuideNews) news = veto_guide_news_new (before, after);
  VetoPlatformNews    *platform = veto_guide_news_find (news, "example");
  const VetoNewsItem  *item;
  const VetoNewsWords *words;

  g_assert_true (veto_guide_news_is_translated (news));
  g_assert_cmpuint (veto_guide_news_get_platforms (nothing)->len, ==, 0);
  g_assert_nonnull (platform);
  g_assert_cmpuint (platform->items->len, ==, 1);
  item = find_item (platform, VETO_NEWS_STEP);
  words = find_words (item, "Title");
  g_assert_cmpstr (words->before, ==, "Send the form");
  g_assert_cmpstr (words->after, ==, "Formular absenden");
}

/* A step under another id is another step: one came, one went. */
static void
test_step_came_and_went (void)
{
  static const char *const texts[] = { ENGLISH, GERMAN };
  g_autoptr(Folder) tree = guidance_trees_copy_sound ();
  g_autoptr(VetoGuideSet) before = guidance_trees_load (tree, "en");
  g_autoptr(VetoGuideSet) after = NULL;
  g_autoptr(VetoGuideNews) news = NULL;
  VetoPlatformNews   *platform;
  const VetoNewsItem *items[2];

  guidance_trees_edit (tree, STRUCTURE, "\"id\": \"reason\"", "\"id\": \"cause\"");
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guidance_trees_edit (tree, texts[i], "form/reason.title", "form/cause.title");
      guidance_trees_edit (tree, texts[i], "form/reason.body", "form/cause.body");
    }
  after = guidance_trees_load (tree, "en");
  news = veto_guide_news_new (before, after);
  platform = veto_guide_news_find (news, "example");
  g_assert_cmpstr (platform->summary, ==, "1 step is new, 1 step is gone.");
  g_assert_cmpuint (platform->items->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      items[i] = g_ptr_array_index (platform->items, i);
      g_assert_cmpstr (items[i]->title, ==, "Give a reason");
      g_assert_cmpstr (items[i]->place, ==, "With the form, step 3");
      g_assert_cmpstr (find_words (items[i], "Title")->label, ==, "Title");
    }
  g_assert_cmpint (items[0]->kind, ==, VETO_NEWS_NEW);
  g_assert_cmpstr (items[0]->step, ==, "cause");
  g_assert_null (find_words (items[0], "Title")->before);
  g_assert_cmpint (items[1]->kind, ==, VETO_NEWS_GONE);
  g_assert_cmpstr (items[1]->step, ==, "reason");
  g_assert_null (find_words (items[1], "Title")->after);
}

static void
test_order (void)
{
  static const char before_order[] =
    "{ \"id\": \"email\", \"kind\": \"fill\", \"value\": \"account.login\" },";
  g_autoptr(Folder) tree = guidance_trees_copy_sound ();
  g_autoptr(VetoGuideSet) before = guidance_trees_load (tree, "en");
  g_autoptr(VetoGuideSet) after = NULL;
  g_autoptr(VetoGuideNews) news = NULL;
  const VetoNewsItem *item;

  guidance_trees_edit (tree, STRUCTURE, before_order, "");
  guidance_trees_edit (tree, STRUCTURE, "{ \"id\": \"send\", \"kind\": \"do\" },",
                       "{ \"id\": \"send\", \"kind\": \"do\" }, { \"id\": \"email\", \"kind\": \"fill\", "
                       "\"value\": "
                       "\"account.login\" },");
  after = guidance_trees_load (tree, "en");
  news = veto_guide_news_new (before, after);
  item = find_item (veto_guide_news_find (news, "example"), VETO_NEWS_GUIDE);
  g_assert_nonnull (item);
  g_assert_cmpstr (find_words (item, "The order of the steps")->after, ==,
                   "Open the form\nGive a reason\nSend the form\nEnter your e-mail address\nWait for the "
                   "e-mail\nKeep a proof");
}

/* A new place on the web is said by itself: it is what somebody would want to know who trusts the steps. */
static void
test_host (void)
{
  g_autoptr(Folder) tree = guidance_trees_copy_sound ();
  g_autoptr(VetoGuideSet) before = guidance_trees_load (tree, "en");
  g_autoptr(VetoGuideSet) after = NULL;
  g_autoptr(VetoGuideNews) news = NULL;
  VetoPlatformNews *platform;

  guidance_trees_edit (tree, "hosts.json", "\"www.example.org\"",
                       "\"www.example.org\", \"forms.example.org\"");
  guidance_trees_edit (tree, STRUCTURE, "https://www.example.org/object?x=1",
                       "https://forms.example.org/object");
  after = guidance_trees_load (tree, "en");
  news = veto_guide_news_new (before, after);
  platform = veto_guide_news_find (news, "example");
  g_assert_cmpuint (platform->items->len, ==, 3);
  g_assert_cmpint (((VetoNewsItem *) platform->items->pdata[1])->subject, ==, VETO_NEWS_HOST);
  g_assert_cmpint (((VetoNewsItem *) platform->items->pdata[1])->kind, ==, VETO_NEWS_NEW);
  g_assert_cmpstr (((VetoNewsItem *) platform->items->pdata[1])->title, ==, "forms.example.org");
  g_assert_cmpint (((VetoNewsItem *) platform->items->pdata[2])->kind, ==, VETO_NEWS_GONE);
  g_assert_cmpstr (platform->summary, ==, "1 step changed, 2 other entries changed.");
}

/* A platform that came, and one that went. */
static void
test_platforms (void)
{
  g_autoptr(Folder) tree = guidance_trees_copy_sound ();
  g_autoptr(VetoGuideSet) one = guidance_trees_load (tree, "en");
  g_autoptr(VetoGuideSet) two = guidance_trees_load_real ("en");
  g_autoptr(VetoGuideNews) news = veto_guide_news_new (one, two);
  VetoPlatformNews *gone = veto_guide_news_find (news, "example");
  VetoPlatformNews *first = g_ptr_array_index (veto_guide_news_get_platforms (news), 0);
  g_autofree char  *summary = veto_guide_news_dup_summary (news);

  g_assert_cmpint (gone->kind, ==, VETO_NEWS_GONE);
  g_assert_cmpstr (gone->name, ==, "Example");
  g_assert_true (
    g_ptr_array_index (veto_guide_news_get_platforms (news), veto_guide_news_get_platforms (news)->len - 1)
    == gone);
  g_assert_cmpint (first->kind, ==, VETO_NEWS_NEW);
  g_assert_cmpstr (first->summary, ==, "Veto has steps for this service now.");
  g_assert_nonnull (strstr (summary, first->name));
}

/* What is written down about a person stands in no news: placeholders are neutral words. */
static void
test_placeholders (void)
{
  g_autoptr(VetoGuideSet) before = read_edited (NULL, NULL, NULL, "en");
  g_autoptr(VetoGuideSet) after = read_edited (ENGLISH, "Sign in if you are asked to", "Sign in", "en");
  g_autoptr(VetoGuideNews) news = veto_guide_news_new (before, after);
  const VetoNewsItem  *item = find_item (veto_guide_news_find (news, "example"), VETO_NEWS_STEP);
  const VetoNewsWords *words = find_words (item, "What to do");

  g_assert_null (strstr (words->before, "{{"));
  g_assert_null (strstr (words->after, "{{"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_sample);
  g_test_add_func ("/news/same", test_same);
  g_test_add_func ("/news/without-before", test_without_before);
  g_test_add_func ("/news/other-language-untouched", test_other_language_untouched);
  g_test_add_func ("/news/translated", test_translated);
  g_test_add_func ("/news/step-came-and-went", test_step_came_and_went);
  g_test_add_func ("/news/order", test_order);
  g_test_add_func ("/news/host", test_host);
  g_test_add_func ("/news/platforms", test_platforms);
  g_test_add_func ("/news/placeholders", test_placeholders);
  return g_test_run ();
}
