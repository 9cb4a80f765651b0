/* Passive forms: which words make one, in English and German.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "veto-passive.h"

typedef struct
{
  const char *name, *language, *sentence;
  const char *forms; /* all that is found, "" when nothing is */
} Sample;

static const Sample samples[] = {
  { "/passive/en/active", "en", "Veto keeps your letter.", "" },
  { "/passive/en/one", "en", "Your letter is kept.", "is kept" },
  { "/passive/en/adverb-between", "en", "It is not also automatically deleted.", "is deleted" },
  { "/passive/en/noun-between", "en", "It is the page that you printed.", "" },
  { "/passive/en/going", "en", "You are signing in now.", "" },
  { "/passive/en/need-is-no-participle", "en", "There is need for a key.", "" },
  { "/passive/en/chain", "en", "The page as it was sent was not kept.", "was sent, was kept" },
  { "/passive/en/nested", "en", "It has been said to be opened by nobody.", "been said, be opened" },
  { "/passive/en/negated-form", "en", "The file isn’t shown.", "isn’t shown" },
  { "/passive/de/active", "de", "Veto hebt Ihren Brief auf.", "" },
  { "/passive/de/one", "de", "Ihr Brief wird aufgehoben.", "aufgehoben wird" },
  { "/passive/de/future-is-active", "de", "Meta wird Ihre Daten verwenden.", "" },
  { "/passive/de/becoming", "de", "Der Weg wird dadurch länger.", "" },
  { "/passive/de/perfect-is-active", "de", "Sie haben es gesendet, und es wird Abend.", "" },
  { "/passive/de/order-of-a-clause", "de", "Er sagt, dass es gelesen wurde.", "gelesen wurde" },
  { "/passive/de/chain", "de", "Die Seite, wie sie gesendet wurde, wurde nicht aufgehoben.",
    "gesendet wurde, aufgehoben wurde" },
  { "/passive/de/joined", "de", "Die Datei wird gelesen und bleibt da.", "gelesen wird" },
  { "/passive/de/joined-two", "de", "Die Datei wird gelesen und gelöscht.", "gelesen wird, gelöscht wird" },
  { "/passive/de/nested", "de", "Der Brief soll gesendet worden sein, wird geglaubt.",
    "gesendet worden, geglaubt wird" },
  { "/passive/de/noun-is-no-participle", "de", "Die Geräte und Gebiete werden Meta gehören.", "" },
  { "/passive/de/without-ge", "de", "Ihre Daten werden nicht verwendet.", "verwendet werden" },
  { "/passive/de/foreign-verb", "de", "Die Seite wird nicht akzeptiert.", "akzeptiert wird" },
  { "/passive/de/dash-ends-a-clause", "de", "Es wird Zeit – geschrieben haben Sie genug.", "" },
};

static void
test_find (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GPtrArray)
               found = veto_passive_find (sample->language, sample->sentence, strlen (sample->sentence));
  g_autofree char *forms = NULL;

  g_ptr_array_add (found, NULL);
  forms = g_strjoinv (", ", (char **) found->pdata);
  g_assert_cmpstr (forms, ==, sample->forms);
}

/* Only the sentence counts, not what stands behind it. */
static void
test_length (void)
{
  static const char text[] = "It is here. It is kept.";
  g_autoptr(GPtrArray) found = veto_passive_find ("en", text, strlen ("It is here."));

  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_find);
  g_test_add_func ("/passive/length", test_length);
  return g_test_run ();
}
