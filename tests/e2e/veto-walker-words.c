/* The interface's words, as people read and hear them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-walker-words.h"

#include <string.h>

/* clang-format off */
static const struct
{
  const char *english;
  const char *german;
} words[N_WORDS] = {
  [WORD_OVERVIEW] = { "Overview", "Übersicht" },
  [WORD_NEXT_PLATFORM] = { "Next: %s", "Als Nächstes: %s" },
  [WORD_NEXT_FINISH] = { "Next: finish %s", "Als Nächstes: %s fertig machen" },
  [WORD_NEXT_ANSWER] = { "Next: the answer from %s", "Als Nächstes: die Antwort von %s" },
  [WORD_ALL_DONE] = { "All done", "Alles erledigt" },
  [WORD_ONE_LEFT] = { "1 step is left: “%s”.", "Noch 1 Schritt: „%s“." },
  [WORD_MANY_LEFT] = { "%s steps are left. The next one is “%s”.", "Noch %s Schritte. Der nächste ist „%s“." },
  [WORD_START] = { "Start", "Anfangen" },
  [WORD_CONTINUE] = { "Continue", "Weitermachen" },
  [WORD_EMAIL_CAME] = { "The e-mail came", "Die E-Mail ist da" },
  [WORD_SEE_CHANGES] = { "See what changed: ", "Änderungen ansehen: " },
  [WORD_HAVE_READ] = { "I have read this", "Das habe ich gelesen" },
  [WORD_STEP_BY_STEP] = { "Start step by step", "Schritt für Schritt anfangen" },
  [WORD_LOOK_AGAIN] = { "Look at the steps again", "Schritte noch einmal ansehen" },
  [WORD_LOOK_AT_STEPS] = { "Look at the steps", "Schritte ansehen" },
  [WORD_START_OVER] = { "Start over", "Von vorn anfangen" },
  [WORD_ALL_OPEN] = { "All steps are open again", "Alle Schritte sind wieder offen" },
  [WORD_UNDO] = { "Undo", "Rückgängig" },
  [WORD_STEP_ROW] = { "Step %s: %s", "Schritt %s: %s" },
  [WORD_NOT_STARTED] = { "Not started", "Noch offen" },
  [WORD_IN_PROGRESS] = { "In progress", "Angefangen" },
  [WORD_SENT] = { "Sent", "Abgeschickt" },
  [WORD_STEPS_DONE] = { "%s of %s steps", "%s von %s Schritten" },
  [WORD_FINISHED_ON] = { "Finished on %s", "Fertig seit dem %s" },
  [WORD_DONE] = { "Done", "Erledigt" },
  [WORD_THIS_IS_NEXT] = { "This one is next", "Dieser ist als Nächstes dran" },
  [WORD_NOT_REQUIRED] = { "Not required", "Freiwillig" },
  [WORD_SKIPPED] = { "Skipped", "Übersprungen" },
  [WORD_CHANGED_SINCE] = { "Changed since you did it", "Geändert, seit Sie ihn erledigt haben" },
  [WORD_MAIN_MENU] = { "Main Menu", "Hauptmenü" },
  [WORD_MEMORY_NOTICE] = { "Nothing you do now is kept: Veto cannot use its file.",
                           "Was Sie jetzt tun, wird nicht gespeichert: Die Datei von Veto lässt sich nicht benutzen." },
  [WORD_STEP_OF] = { "Step %s of %s", "Schritt %s von %s" },
  [WORD_IN_BETWEEN] = { "In between: %s of %s", "Umweg: %s von %s" },
  [WORD_OPENS] = { "Opens in your browser: %s", "Öffnet sich in Ihrem Browser: %s" },
  [WORD_OPENED] = { "Opened in your browser: %s", "In Ihrem Browser geöffnet: %s" },
  [WORD_OPEN_PAGE] = { "Open the page", "Seite öffnen" },
  [WORD_OPEN_AGAIN] = { "Open the page again", "Seite noch einmal öffnen" },
  [WORD_TRY_NEXT] = { "Nothing there? Try address 2 of %s: %s", "Nichts da? Adresse 2 von %s versuchen: %s" },
  [WORD_NO_BROWSER] = { "No browser could be opened here. Copy the address, and open it in a browser yourself, "
                        "on this or another device.",
                        "Hier ließ sich kein Browser öffnen. Kopieren Sie die Adresse und öffnen Sie sie selbst in "
                        "einem Browser, auf diesem oder einem anderen Gerät." },
  [WORD_WORKED] = { "It worked", "Es hat geklappt" },
  [WORD_DID_NOT_WORK] = { "It did not work", "Es hat nicht geklappt" },
  [WORD_CLOSE] = { "Close", "Schließen" },
  [WORD_PAGE_IS_OPEN] = { "I have the page open", "Ich habe die Seite offen" },
  [WORD_COPY_ADDRESS] = { "Copy the address", "Adresse kopieren" },
  [WORD_LOGIN] = { "Your e-mail address", "Ihre E-Mail-Adresse" },
  [WORD_REASON] = { "Your reason, in your own words", "Ihr Grund, in eigenen Worten" },
  [WORD_COPY] = { "Copy", "Kopieren" },
  [WORD_DONE_NEXT] = { "Done, next", "Erledigt, weiter" },
  [WORD_NEXT] = { "Next", "Weiter" },
  [WORD_ARRIVED] = { "It has arrived", "Ist angekommen" },
  [WORD_NOT_YET] = { "Not yet", "Noch nicht" },
  [WORD_KEPT] = { "I have kept it", "Habe ich aufgehoben" },
  [WORD_SKIP] = { "Skip", "Überspringen" },
  [WORD_BACK] = { "Back", "Zurück" },
  [WORD_STOP_HERE] = { "Stop here", "Hier aufhören" },
  [WORD_MORE] = { "More", "Mehr" },
  [WORD_SKIP_ITEM] = { "Skip This Step", "Diesen Schritt überspringen" },
  [WORD_COPY_STEPS] = { "Copy as text", "Als Text kopieren" },
  [WORD_COPY_STEPS_ITEM] = { "Copy as Text", "Als Text kopieren" },
  [WORD_PRINT_STEPS] = { "Print these steps…", "Diese Schritte drucken…" },
  [WORD_COPIED_STEPS] = { "Copied. You can paste it into an e-mail or a document.",
                          "Kopiert. Sie können es in eine E-Mail oder ein Dokument einfügen." },
  [WORD_START_OVER_ITEM] = { "Start Over", "Von vorn anfangen" },
  [WORD_LOOKS_DIFFERENT] = { "It looks different for me", "Bei mir sieht es anders aus" },
  [WORD_WHAT_DO_YOU_SEE] = { "What do you see?", "Was sehen Sie?" },
  [WORD_WHY] = { "Why this step?", "Warum dieser Schritt?" },
  [WORD_NONE_HELPS] = { "None of this helps?", "Nichts davon hilft?" },
  [WORD_ANOTHER_WAY] = { "Another way: %s", "Ein anderer Weg: %s" },
  [WORD_YOU_DID_THIS] = { "✓ You did this", "✓ Das haben Sie erledigt" },
  [WORD_YOU_SKIPPED] = { "You skipped this", "Das haben Sie übersprungen" },
  [WORD_NOT_AFTER_ALL] = { "Not done after all", "Doch nicht erledigt" },
  [WORD_STEP_CHANGED] = { "This step has changed since you did it",
                          "Dieser Schritt hat sich geändert, seit Sie ihn erledigt haben" },
  [WORD_STILL_RIGHT] = { "It is still right", "Es stimmt noch" },
  [WORD_DO_AGAIN] = { "Do it again", "Noch einmal machen" },
  [WORD_PLATFORM_DONE] = { "%s: done", "%s: erledigt" },
  [WORD_FINISH] = { "Finish", "Fertig" },
  [WORD_DISK_FULL] = { "This could not be saved, because the disk is full. "
                       "Delete something you no longer need, then try again.",
                       "Das ließ sich nicht speichern, weil die Festplatte voll ist. Löschen Sie etwas, das Sie nicht "
                       "mehr brauchen, und versuchen Sie es dann noch einmal." },
  [WORD_FILE_CHANGED] = { "This could not be saved, because Veto’s file is no longer as it was. "
                          "Close Veto and start it again; it will tell you more.",
                          "Das ließ sich nicht speichern, weil die Datei von Veto nicht mehr so ist, wie sie war. "
                          "Schließen Sie Veto und starten Sie es neu; dann erfahren Sie mehr." },
  [WORD_PROBLEM_DAMAGED] = { "Veto’s file is damaged", "Die Datei von Veto ist beschädigt" },
  [WORD_PROBLEM_NOT_OURS] = { "Another file is in the way", "Eine andere Datei ist im Weg" },
  [WORD_PROBLEM_NEWER] = { "Veto’s file is from a newer Veto", "Die Datei stammt von einem neueren Veto" },
  [WORD_PROBLEM_IN_USE] = { "Veto is already open", "Veto ist schon offen" },
  [WORD_PROBLEM_READ_ONLY] = { "Veto may not write", "Veto darf nicht schreiben" },
  [WORD_TRY_AGAIN] = { "Try again", "Noch einmal versuchen" },
  [WORD_SET_ASIDE] = { "Put the file aside and begin anew", "Datei beiseitelegen und neu anfangen" },
  [WORD_WITHOUT_SAVING] = { "Only look at the steps, without saving", "Nur die Schritte ansehen, ohne zu speichern" },
  [WORD_FILE_IS_IN] = { "The file was put aside. It is now in this folder:",
                        "Die Datei wurde beiseitegelegt. Sie liegt jetzt in diesem Ordner:" },
  [WORD_SOURCES] = { "Guidance and sources", "Anleitungen und Quellen" },
  [WORD_TO_SOURCES] = { "Go to the list of sources", "Zur Liste der Quellen" },
  [WORD_AS_OF] = { "As of %s", "Stand: %s" },
  [WORD_STEPS_OF] = { "Steps: %s", "Schritte: %s" },
  [WORD_OPEN_HOST] = { "Open in your browser: %s", "Im Browser öffnen: %s" },
  [WORD_MAY_LOOK] = { "May Veto look for new guidance once a day?", "Darf Veto einmal am Tag nachsehen, ob es neue Anleitungen gibt?" },
  [WORD_LOOK_DAILY] = { "Yes, once a day", "Ja, einmal am Tag" },
  [WORD_CHECK_NOW] = { "Check now", "Jetzt nachsehen" },
  [WORD_NEWEST] = { "You have the newest guidance", "Sie haben die neuesten Anleitungen" },
  [WORD_REFUSED] = { "New guidance was refused", "Neue Anleitungen wurden abgelehnt" },
  [WORD_CHANGED_MEANWHILE] = { "Steps changed while you were at them.",
                               "Schritte haben sich geändert, während Sie dabei waren." },
  [WORD_SHOW] = { "Show", "Zeigen" },
  [WORD_WHAT_CHANGED] = { "What changed", "Was sich geändert hat" },
  [WORD_FOR_YOU] = { "What this means for you", "Was das für Sie bedeutet" },
};
/* clang-format on */

/* Only as many places as there are in the words are filled: a format that is not a literal would be no help. */
char *
walker_dup_words (const char *language, Word word, const char *first, const char *second)
{
  const char *format = g_str_equal (language, "de") ? words[word].german : words[word].english;
  const char *places[] = { first, second };
  g_auto(GStrv) parts = g_strsplit (format, "%s", -1);
  GString *text = g_string_new (parts[0]);

  g_assert_cmpuint (g_strv_length (parts), <=, G_N_ELEMENTS (places) + 1);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_assert_nonnull (places[i - 1]);
      g_string_append (text, places[i - 1]);
      g_string_append (text, parts[i]);
    }
  return g_string_free (text, FALSE);
}
