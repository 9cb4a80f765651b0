/* vetoctl letter: one letter, as text or PDF.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "veto-ctl-letter.h"

#include <glib/gi18n.h>
#include <string.h>

#include "veto-ctl-load.h"
#include "veto-ctl-output.h"
#include "veto-ctl-recipient.h"
#include "veto-paper.h"

#define COLUMNS 72

static gboolean
has_suffix (const char *path, const char *suffix)
{
  gsize n_path = strlen (path), n_suffix = strlen (suffix);

  return n_path > n_suffix && g_ascii_strcasecmp (path + n_path - n_suffix, suffix) == 0;
}

static VetoLetterKind *
find_kind (VetoGuideSet *set, const char *name)
{
  VetoLetterKind *kind = veto_guide_set_find_letter (set, name);
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < veto_guide_set_get_n_letters (set); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            veto_letter_kind_get_id (veto_guide_set_get_letter (set, i)));
  if (kind == NULL)
    /* Translators: %1$s is what somebody typed, %2$s the list of what there is */
    veto_ctl_say (_ ("There is no letter “%1$s”. There is: %2$s."), name, ids->str);
  return kind;
}

/* A complaint goes to the authority, and is about a company. */
static gboolean
set_recipients (const VetoCtl *ctl, VetoGuideSet *set, VetoLetter *letter)
{
  const char  *to = veto_ctl_get_setting (ctl, "--to"), *about = veto_ctl_get_setting (ctl, "--controller");
  VetoLetterTo goes_to = veto_letter_kind_get_to (veto_letter_get_kind (letter));
  const VetoController *controller = NULL;
  g_autoptr(VetoRecipient) recipient = NULL;
  g_autoptr(VetoRecipient) company = NULL;

  if ((to != NULL && (recipient = veto_ctl_make_recipient (set, to, goes_to)) == NULL)
      || (about != NULL && (controller = veto_ctl_need_controller (set, about)) == NULL))
    return FALSE;
  if (controller != NULL)
    {
      company = veto_recipient_new_for_controller (controller);
      veto_letter_set_controller (letter, company);
      veto_letter_answer_company_address (letter, controller); /* --set says something else, if anything */
    }
  if (recipient == NULL)
    return TRUE;
  if (goes_to == VETO_LETTER_TO_AUTHORITY)
    {
      veto_letter_set_authority (letter, recipient);
      veto_letter_set_country (letter, recipient->country); /* one complains where one lives */
    }
  else
    veto_letter_set_controller (letter, recipient);
  return TRUE;
}

static gboolean
set_up (const VetoCtl *ctl, VetoGuideSet *set, VetoLetter *letter)
{
  const char *regime = veto_ctl_get_setting (ctl, "--regime");
  g_autoptr(GError) error = NULL;

  if (!set_recipients (ctl, set, letter))
    return FALSE;
  if (regime != NULL && !veto_letter_set_regime (letter, regime, &error))
    {
      veto_ctl_say (_ ("%s See “vetoctl letters”."), error->message);
      return FALSE;
    }
  return veto_ctl_answer_letter (ctl, letter);
}

static int
write_text (VetoDocument *document, const char *out)
{
  g_autofree char *text = veto_document_to_text (document, COLUMNS);
  g_autofree char *plain = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  if (!g_str_equal (out, "-"))
    return veto_ctl_write_file (out, bytes);
  plain = veto_ctl_dup_plain (text);
  return veto_ctl_print (plain);
}

static int
write_pdf (VetoDocument *document, const char *out)
{
  VetoPaperStyle style = veto_letter_get_style (veto_document_get_language (document));
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoPaper) paper = veto_paper_lay_out (document, style, &error);
  g_autoptr(GBytes) pdf = paper != NULL ? veto_paper_to_pdf (paper, &error) : NULL;

  if (pdf != NULL)
    return veto_ctl_write_file (out, pdf);
  veto_ctl_say (_ ("The letter could not be put on paper: %s"), error->message);
  return VETO_CTL_FAILED;
}

static int
run (const VetoCtl *ctl)
{
  const char *out = ctl->out;
  g_autoptr(VetoGuideSet) set = NULL;
  g_autoptr(VetoLetter) letter = NULL;
  g_autoptr(VetoDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *remark = NULL;
  VetoLetterKind  *kind;

  if (out == NULL || !(g_str_equal (out, "-") || has_suffix (out, ".txt") || has_suffix (out, ".pdf")))
    {
      veto_ctl_say (
        _ ("Say where the letter goes: --out FILE.pdf, --out FILE.txt, or --out - for the terminal."));
      return VETO_CTL_WRONG_USAGE;
    }
  set = veto_ctl_load_guidance (ctl);
  kind = set != NULL ? find_kind (set, ctl->arguments->pdata[0]) : NULL;
  if (kind == NULL)
    return VETO_CTL_FAILED;
  letter = veto_letter_new (kind, NULL);
  if (!set_up (ctl, set, letter))
    return VETO_CTL_FAILED;

  document = veto_letter_to_document (letter, &error);
  if (document == NULL)
    {
      veto_ctl_say (_ ("%s See “vetoctl letters”."), error->message);
      return VETO_CTL_FAILED;
    }
  remark = veto_letter_dup_remark (letter);
  if (remark != NULL)
    veto_ctl_say ("%s", remark);
  return has_suffix (out, ".pdf") ? write_pdf (document, out) : write_text (document, out);
}

static const VetoCtlOption options[] = {
  { "--to", N_ ("RECIPIENT"),
    N_ ("Who gets it: the id of a company or authority, the name of a service, or an address of several "
        "lines.") },
  { "--controller", N_ ("COMPANY"), N_ ("The company that a letter to an authority is about.") },
  { "--regime", N_ ("LAW"), N_ ("The law, such as gdpr, uk or ch. Without it, the first of the letter.") },
  { "--set", N_ ("QUESTION=ANSWER"),
    N_ (
      "An answer. Given more than once for a question, it adds a line. Statements are divided by commas.") },
  { "--facts", N_ ("FILE.json"),
    N_ ("Answers from a file: one object, with a text or a list of texts for each question.") },
  { NULL, NULL, NULL },
};

const VetoCtlCommand veto_ctl_letter = {
  .name = "letter",
  .arguments = "KIND",
  .n_min = 1,
  .n_max = 1,
  .writes = TRUE,
  .options = options,
  .summary = N_ ("Write a letter, as PDF or text."),
  .details = N_ (
    "KIND is the id of a letter, as “vetoctl letters” shows it with its questions. A letter is written only "
    "when no answer is missing; it says nothing that was not answered or ticked. --lang is the language of "
    "the letter; --out is needed: a name that ends in .pdf or .txt, or - for the terminal."),
  .run = run,
};
