/* vetoctl sources check: which pages that the guidance rests on are others by now.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>

#include "veto-ctl-command.h"
#include "veto-ctl-json.h"
#include "veto-ctl-load.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"
#include "veto-ctl-source-limits.h"
#include "veto-day.h"
#include "veto-source-notes.h"
#include "veto-source-watch.h"

#define MAX_SHOWN_LINES 20
#define MAX_SHOWN_CHARS 300
#define N_STATES (VETO_SOURCE_NOT_COMPARABLE + 1)

/* Of one run */
typedef struct
{
  const VetoCtl *ctl;
  const char    *file;    /* nullable: an authored sources.json that is noted in */
  gboolean       accepts; /* what is there now is what the guidance was checked against */
  GDate          today;

  VetoGuideSet    *set;     /* nullable: where the sources are from; or */
  VetoSourceNotes *notes;   /* nullable: the file */
  GPtrArray       *sources; /* those that are looked at; not owned */

  GString     *page;    /* the report as text, or */
  JsonBuilder *builder; /* as JSON */
  guint        counts[N_STATES];
  gboolean     failed; /* something could not be noted */
} Check;

static void
clear_check (Check *self)
{
  g_clear_object (&self->set);
  g_clear_pointer (&self->notes, veto_source_notes_free);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_object (&self->builder);
  if (self->page != NULL)
    g_string_free (self->page, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, clear_check)

static gboolean
is_asked_for (const VetoCtl *ctl, const char *id)
{
  return ctl->arguments->len == 0 || g_ptr_array_find_with_equal_func (ctl->arguments, id, g_str_equal, NULL);
}

static void
add_if_asked_for (Check *self, const VetoSource *source)
{
  if (is_asked_for (self->ctl, source->id) && (source->link != NULL || self->ctl->arguments->len > 0))
    g_ptr_array_add (self->sources, (gpointer) source);
}

static gboolean
read_sources (Check *self)
{
  g_autoptr(GError) error = NULL;
  guint n = 0;

  if (self->file != NULL)
    {
      self->notes = veto_source_notes_read (self->file, &error);
      if (self->notes == NULL)
        /* Translators: %1$s is a file, %2$s what is wrong with it, in English */
        veto_ctl_say (_ ("%1$s cannot be read (%2$s). Name a file such as resources/guidance/sources.json."),
                      self->file, error->message);
      for (guint i = 0; self->notes != NULL && i < veto_source_notes_get_sources (self->notes)->len; i++)
        add_if_asked_for (self, veto_source_notes_get_sources (self->notes)->pdata[i]);
      return self->notes != NULL;
    }
  self->set = veto_ctl_load_guidance (self->ctl);
  if (self->set != NULL)
    {
      const VetoSource *sources = veto_guide_set_get_sources (self->set, &n);

      for (guint i = 0; i < n; i++)
        add_if_asked_for (self, &sources[i]);
    }
  return self->set != NULL;
}

static gboolean
has_all_that_are_asked_for (const Check *self)
{
  for (guint i = 0; i < self->ctl->arguments->len; i++)
    {
      const char *id = self->ctl->arguments->pdata[i];
      gboolean    found = FALSE;

      for (guint k = 0; k < self->sources->len && !found; k++)
        found = g_str_equal (((const VetoSource *) self->sources->pdata[k])->id, id);
      if (!found)
        {
          veto_ctl_say (_ ("There is no source “%s”. “vetoctl sources --json” names them all."), id);
          return FALSE;
        }
    }
  return TRUE;
}

/* What is noted from now on. Returns: whether something is */
static gboolean
note (const Check *self, const VetoSourceLook *look, VetoSource *source)
{
  gboolean is_other = look->state == VETO_SOURCE_CHANGED || look->state == VETO_SOURCE_GONE;
  gboolean had_changed = g_date_valid (&source->changed);

  if (self->accepts && look->text != NULL)
    {
      source->fingerprint = look->text->fingerprint;
      source->lines = look->text->marks;
      source->checked = self->today;
      g_date_clear (&source->changed, 1);
      return TRUE;
    }
  if (is_other && !had_changed)
    {
      source->changed = self->today;
      return TRUE;
    }
  if (look->state == VETO_SOURCE_SAME && had_changed)
    {
      g_date_clear (&source->changed, 1);
      return TRUE;
    }
  return FALSE;
}

static void
write_note (Check *self, const VetoSource *source, const VetoSourceLook *look)
{
  g_autoptr(GError) error = NULL;
  VetoSource noted = *source;

  if (self->notes == NULL || !note (self, look, &noted)
      || veto_source_notes_set (self->notes, &noted, &error))
    return;
  veto_ctl_say ("%s", error->message);
  self->failed = TRUE;
}

/* Returns: (transfer full): at most MAX_SHOWN_CHARS of it */
static char *
dup_shown (const char *line)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_SHOWN_CHARS)
    return g_strdup (line);
  start = g_utf8_substring (line, 0, MAX_SHOWN_CHARS);
  return g_strconcat (start, "…", NULL);
}

static void
add_text (Check *self, const VetoSource *source, const VetoSourceLook *look)
{
  g_autofree char *words = veto_source_look_dup_words (look);
  g_autofree char *head = g_strdup_printf ("%s: %s", source->id, veto_source_state_get_id (look->state));
  GPtrArray       *lines = look->change != NULL ? look->change->new_lines : NULL;

  if (look->state == VETO_SOURCE_SAME)
    return; /* the numbers at the end say how many */
  veto_ctl_page_add_gap (self->page);
  veto_ctl_page_add (self->page, 0, "", head);
  veto_ctl_page_add (self->page, 2, "", source->link);
  veto_ctl_page_add (self->page, 2, "", words);
  if (look->error != NULL)
    veto_ctl_page_add (self->page, 2, "", look->error->message);
  for (guint i = 0; lines != NULL && i < MIN (lines->len, MAX_SHOWN_LINES); i++)
    {
      g_autofree char *line = dup_shown (lines->pdata[i]);
      veto_ctl_page_add (self->page, 2, "+ ", line);
    }
}

static void
add_json (Check *self, const VetoSource *source, const VetoSourceLook *look)
{
  JsonBuilder *builder = self->builder;

  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "id", source->id);
  veto_ctl_set_text (builder, "link", source->link);
  veto_ctl_set_text (builder, "state", veto_source_state_get_id (look->state));
  veto_ctl_set_text (builder, "fingerprint", look->text != NULL ? look->text->fingerprint : NULL);
  veto_ctl_set_text (builder, "reason", look->error != NULL ? look->error->message : NULL);
  json_builder_set_member_name (builder, "new_lines");
  json_builder_begin_array (builder);
  for (guint i = 0; look->change != NULL && i < look->change->new_lines->len; i++)
    json_builder_add_string_value (builder, look->change->new_lines->pdata[i]);
  json_builder_end_array (builder);
  veto_ctl_set_number (builder, "gone_lines", look->change != NULL ? look->change->n_gone : 0);
  json_builder_end_object (builder);
}

static void
looked_cb (const VetoSource *source, const VetoSourceLook *look, gpointer data)
{
  Check *self = data;

  self->counts[look->state]++;
  if (self->builder != NULL)
    add_json (self, source, look);
  else
    add_text (self, source, look);
  write_note (self, source, look);
}

static void
add_counts (Check *self)
{
  g_autoptr(GString) counts = g_string_new (NULL);

  for (guint i = 0; i < N_STATES; i++)
    if (self->counts[i] > 0)
      g_string_append_printf (counts, "%s%s: %u", counts->len > 0 ? ", " : "", veto_source_state_get_id (i),
                              self->counts[i]);
  veto_ctl_page_add_gap (self->page);
  veto_ctl_page_add_format (self->page, 0, "",
                            ngettext ("%1$u page was looked at. %2$s", "%1$u pages were looked at. %2$s",
                                      self->sources->len),
                            self->sources->len, counts->str);
}

static int
print_report (Check *self)
{
  g_autoptr(GBytes) bytes = NULL;

  if (self->builder != NULL)
    {
      json_builder_end_array (self->builder);
      json_builder_end_object (self->builder);
      return veto_ctl_print_json (self->builder);
    }
  add_counts (self);
  if (self->ctl->out == NULL || g_str_equal (self->ctl->out, "-"))
    return veto_ctl_print (self->page->str);
  bytes = g_bytes_new (self->page->str, self->page->len);
  return veto_ctl_write_file (self->ctl->out, bytes);
}

static int
write_notes (const Check *self)
{
  const char *text = self->notes != NULL ? veto_source_notes_get_text (self->notes) : NULL;
  g_autoptr(GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;

  umask (self->ctl->umask); /* unlike what Veto keeps for its person, guidance is for others */
  return bytes != NULL ? veto_ctl_write_file (self->file, bytes) : VETO_CTL_DONE;
}

static void
begin (Check *self)
{
  if (!self->ctl->json)
    {
      self->page = g_string_new (NULL);
      return;
    }
  self->builder = json_builder_new ();
  json_builder_begin_object (self->builder);
  json_builder_set_member_name (self->builder, "sources");
  json_builder_begin_array (self->builder);
}

static int
run (const VetoCtl *ctl)
{
  g_auto(Check) self = { .ctl = ctl };
  const char *mark = veto_ctl_get_setting (ctl, "--mark"), *accept = veto_ctl_get_setting (ctl, "--accept");
  int         code;

  if (mark != NULL && accept != NULL)
    {
      veto_ctl_say (_ ("Of --mark and --accept, give one."));
      return VETO_CTL_WRONG_USAGE;
    }
  self.file = accept != NULL ? accept : mark;
  self.accepts = accept != NULL;
  self.sources = g_ptr_array_new ();
  veto_day_today (&self.today);
  if (!read_sources (&self) || !has_all_that_are_asked_for (&self))
    return VETO_CTL_FAILED;
  begin (&self);
  veto_source_watch (self.sources, veto_ctl_source_limits, veto_ctl_source_pause_ms, looked_cb, &self);
  code = write_notes (&self);
  if (code == VETO_CTL_DONE)
    code = print_report (&self);
  if (code == VETO_CTL_DONE && self.sources->len > 0
      && self.counts[VETO_SOURCE_UNREACHABLE] == self.sources->len)
    {
      veto_ctl_say (_ ("No page could be reached. Look whether this computer is connected, then try again."));
      return VETO_CTL_FAILED;
    }
  return self.failed ? VETO_CTL_FAILED : code;
}

static const VetoCtlOption options[] = {
  { "--mark", "FILE", N_ ("note in an authored sources.json since when a page is another one, or gone") },
  { "--accept", "FILE", N_ ("note in it that the guidance was checked against the pages as they are today") },
  { NULL },
};

const VetoCtlCommand veto_ctl_sources_check = {
  .name = "sources check",
  .arguments = "[ID…]",
  .n_max = G_MAXUINT,
  .lists = TRUE,
  .writes = TRUE,
  .options = options,
  .summary = N_ ("For publishers: which pages changed since the guidance was checked against them."),
  .details = N_ (
    "Asks for each page once, one after the other, a site once a second, and says of those that are not the "
    "same what is new. With --mark or --accept the sources are those of FILE, such as "
    "resources/guidance/sources.json, and what was seen is noted there; nothing else in it changes. ID is a "
    "source; without it, all are looked at."),
  .run = run,
};
