/* The manual that is in Veto: topics, each of them one screen of plain words.
 * What it says about data has to stay true to README.md and docs/security.md.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-manual"

#include "veto-config.h"

#include "veto-manual.h"

#include <glib/gi18n.h>

static const VetoManualPart what[] = {
  { .text =
      N_ ("Companies train artificial intelligence with what people write and show. You may object to that. "
          "Veto leads you through it, one thing at a time.") },
  { .text =
      N_ ("For some services Veto knows each step. For many other companies it knows the address and writes "
          "a letter with you.") },
  { .heading = N_ ("What nobody can promise"),
    .text =
      N_ ("An objection is about the future. It does not bring back what was used before. Nobody can promise "
          "that a company agrees. Veto gives no legal advice.") },
  { NULL },
};

static const VetoManualPart objection[] = {
  { .text =
      N_ ("Choose a service in the list at the side, then “Step by step”. Each screen asks for one thing. "
          "Do it, then press the blue button.") },
  { .text =
      N_ ("You need no time for everything at once. Stop whenever you like: Veto keeps what is done, and "
          "“Continue” on the overview brings you back.") },
  { .text =
      N_ ("A page of a company opens in your browser. The button shows before where it leads. Veto never "
          "fills in a form for you and never sends one."),
    .button = N_ ("Go to the overview"),
    .action = "win.overview" },
  { NULL },
};

static const VetoManualPart different[] = {
  { .text =
      N_ ("Companies change their pages. When you do not find what a step names, open “It looks different "
          "for me” on that step. Choose what you see, and Veto shows a way on.") },
  { .text =
      N_ ("If nothing there helps, try another way, or write a letter. A letter works with every company.") },
  { .heading = N_ ("Tell others"),
    .text =
      N_ ("“Report a wrong step” writes a text for you. It says which step is wrong, and you add what you "
          "saw. Veto does not send it: you copy it, save it or open it in your e-mail program."),
    .button = N_ ("Report a wrong step…"),
    .action = "win.report" },
  { NULL },
};

static const VetoManualPart letters[] = {
  { .text =
      N_ ("Veto asks a few questions and makes a finished letter of your answers. You see it as it grows.") },
  { .text = N_ (
      "When it is complete you print it, save it, or open it in your e-mail program. You send it yourself. "
      "Then tell Veto on which day you sent it, and it counts the time from there.") },
  { .text = N_ ("A letter that you have begun waits for you under “Letters”."),
    .button = N_ ("Go to the letters"),
    .action = "win.letters" },
  { NULL },
};

static const VetoManualPart dates[] = {
  { .text =
      N_ ("A company has to answer within a certain time. Veto counts it from the day on which they got "
          "your letter. You see the last day on the overview and on the page of the objection.") },
  { .text = N_ ("When the day has passed, Veto says so and proposes what comes next. First it is a reminder, "
                "then a complaint to the authority.") },
  { .text = N_ ("If you like, Veto reminds you. You choose that in the preferences."),
    .button = N_ ("Go to the preferences"),
    .action = "win.preferences" },
  { NULL },
};

static const VetoManualPart proof[] = {
  { .text = N_ ("Keep what shows that you objected. That is a picture of the last page, the e-mail with the "
                "confirmation, the receipt of the post.") },
  { .text =
      N_ ("Add such files where a step asks for it, or on the page of the objection. You can also drag them "
          "there. Veto makes a copy and keeps it. Your own file stays where it is.") },
  { .text = N_ ("Later Veto can put all of it together: what you did, when, and the proof. That helps with a "
                "complaint.") },
  { NULL },
};

static const VetoManualPart accounts[] = {
  { .text =
      N_ ("You may have several accounts with one service. You can also object for a child. Each account has "
          "steps, dates and proof of its own.") },
  { .heading = N_ ("Passwords"),
    .text = N_ (
      "Veto needs no password. If you like, it keeps one in the keyring of your system, and nowhere else. "
      "Veto shows it only when you ask for it, and never types it anywhere."),
    .button = N_ ("Go to the accounts"),
    .action = "win.accounts" },
  { NULL },
};

static const VetoManualPart copies[] = {
  { .text = N_ (
      "Save a copy of everything now and then, best on a USB stick. It is one file, and it has everything "
      "in it but passwords. Whoever has the file can read it, so keep it safe.") },
  { .text =
      N_ ("On a new computer you bring the copy back. Veto looks at it first and tells you what is in it."),
    .button = N_ ("Go to “Your data”"),
    .action = "win.data" },
  { NULL },
};

static const VetoManualPart guidance[] = {
  { .text = N_ ("Guidance is what Veto knows about the steps: pages, addresses, letters. Under “Guidance and "
                "sources” you read where each statement comes from and of which day it is.") },
  { .text =
      N_ ("New guidance comes from the internet when you allow it. Veto uses it only when the right people "
          "signed it. Steps that you have done stay done, and Veto shows what is new."),
    .button = N_ ("Go to “Guidance and sources”"),
    .action = "win.sources" },
  { NULL },
};

static const VetoManualPart keyboard[] = {
  { .text =
      N_ ("You can do everything with the keyboard. Tab goes to the next field or button, and the arrow "
          "keys move in a list. Enter presses the blue button. Esc goes back.") },
  { .text = N_ ("F1 shows this help. Ctrl+F searches for services, letters and help. F10 opens the menu."),
    .button = N_ ("Show all keys"),
    .action = "win.shortcuts" },
  { .heading = N_ ("With a screen reader"),
    .text = N_ (
      "Each new step is read out: its title and what to do. Pictures have words. When something is wrong, "
      "the words for it come by themselves.") },
  { .heading = N_ ("Larger words"),
    .text = N_ ("Veto uses the text size, the contrast and the motion that your system is set to.") },
  { NULL },
};

static const VetoManualPart my_data[] = {
  { .heading = N_ ("What is stored, and where"),
    .text =
      N_ ("Your answers, letters, steps, dates and proof are all on this computer. Only you can read the "
          "folder. A password is only in the keyring of your system, and only if you put it there.") },
  { .heading = N_ ("What leaves the computer, and when"),
    .text =
      N_ ("A page opens in your browser when you click. A letter or a report goes where you send it. If you "
          "allow it, Veto looks for new guidance: it fetches public files, the same for everybody. When you "
          "click “Look at this source now”, Veto fetches that page. The other side then sees your internet "
          "address and the time, as with each visit.") },
  { .heading = N_ ("What never leaves it"),
    .text =
      N_ ("Veto sends no name, no login, no password, no letter, no proof and no statistics. There is no "
          "account with Veto, and nobody counts what you do.") },
  { .heading = N_ ("How to delete everything"),
    .text = N_ (
      "“Your data” has a button for it. It deletes objections, letters, proof, settings, stored passwords, "
      "and the copies that Veto made. Copies that you saved yourself stay where you put them."),
    .button = N_ ("Go to “Your data”"),
    .action = "win.data" },
  { NULL },
};

static const VetoManualTopic topics[] = {
  { "what", N_ ("What Veto does"), what },
  { "objection", N_ ("How to do an objection"), objection },
  { "different", N_ ("When the page looks different"), different },
  { "letters", N_ ("Write a letter"), letters },
  { "dates", N_ ("Dates and answers"), dates },
  { "proof", N_ ("Keep proof"), proof },
  { "accounts", N_ ("Accounts and passwords"), accounts },
  { "copies", N_ ("Copies of your data"), copies },
  { "guidance", N_ ("New guidance"), guidance },
  { "keyboard", N_ ("By keyboard and screen reader"), keyboard },
  { VETO_MANUAL_MY_DATA, N_ ("What happens to my data"), my_data },
  { NULL },
};

const VetoManualTopic *
veto_manual_get_topics (void)
{
  return topics;
}

const VetoManualTopic *
veto_manual_find (const char *id)
{
  for (const VetoManualTopic *topic = topics; topic->id != NULL; topic++)
    if (g_strcmp0 (topic->id, id) == 0)
      return topic;
  return NULL;
}

const char *
veto_manual_get_words (const char *words)
{
  return _ (words);
}

char *
veto_manual_dup_text (const VetoManualTopic *topic)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (topic != NULL, NULL);

  for (const VetoManualPart *part = topic->parts; part->text != NULL; part++)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (part->heading != NULL)
        g_string_append_printf (text, "%s. ", _ (part->heading));
      g_string_append (text, _ (part->text));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
