/* Text to lines of type: Pango sets it, and what it set is kept as Cairo's glyphs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-paper"

#include "veto-paper-private.h"

#include <hb.h>
#include <string.h>

#define FAMILY "Sans" /* what the system, or the person, has chosen for reading */
#define MAX_ROUNDS 8  /* in which what has no shape is replaced */

static void
clear_run (gpointer data)
{
  VetoRun *run = data;

  cairo_scaled_font_destroy (run->font);
  g_free (run->glyphs);
  g_free (run->clusters);
}

void
veto_line_free (gpointer data)
{
  VetoLine *line = data;

  g_array_unref (line->runs);
  g_clear_object (&line->picture);
  g_free (line->text);
  g_free (line);
}

double
veto_lines_get_height (GPtrArray *lines)
{
  double height = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const VetoLine *line = g_ptr_array_index (lines, i);

      height += line->lead + line->height;
    }
  return height;
}

/* Scripts that run from right to left and are written today */
static gboolean
is_script_rtl (GUnicodeScript script)
{
  static const GUnicodeScript scripts[] = {
    G_UNICODE_SCRIPT_ARABIC,    G_UNICODE_SCRIPT_HEBREW,
    G_UNICODE_SCRIPT_SYRIAC,    G_UNICODE_SCRIPT_THAANA,
    G_UNICODE_SCRIPT_NKO,       G_UNICODE_SCRIPT_MANDAIC,
    G_UNICODE_SCRIPT_ADLAM,     G_UNICODE_SCRIPT_HANIFI_ROHINGYA,
    G_UNICODE_SCRIPT_SAMARITAN,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (scripts[i] == script)
      return TRUE;
  return FALSE;
}

static gboolean
is_language_rtl (PangoLanguage *language)
{
  int                n_scripts = 0;
  const PangoScript *scripts = pango_language_get_scripts (language, &n_scripts);

  return n_scripts > 0 && is_script_rtl ((GUnicodeScript) scripts[0]);
}

void
veto_setter_init (VetoSetter *setter, const char *language, GPtrArray *lines)
{
  PangoContext         *context;
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoLanguage        *pango_language = pango_language_from_string (language);

  /* The map of this thread: Pango keeps one for each. Hinting depends on the screen, and paper has none. */
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language);
  /* What has no direction of its own, a number, follows the language. */
  pango_context_set_base_dir (context,
                              is_language_rtl (pango_language) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

  setter->lines = lines;
  setter->layout = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_wrap (setter->layout, PANGO_WRAP_WORD_CHAR);
}

void
veto_setter_clear (VetoSetter *setter)
{
  g_clear_object (&setter->layout);
}

gboolean
veto_setter_is_rtl (VetoSetter *setter, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      return is_script_rtl (g_unichar_get_script (g_utf8_get_char (at)));
  return pango_context_get_base_dir (pango_layout_get_context (setter->layout)) == PANGO_DIRECTION_RTL;
}

/* Letters that a font may join (fi) are hard to find and to copy out of a PDF; scripts that need to be joined are not asked. */
static gboolean
may_be_taken_apart (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= 0x0530 && !(c >= 0x1E00 && c < 0x2000) && !(c >= 0x2000 && c < 0x2190))
        return FALSE;
    }
  return TRUE;
}

/* Whether a number, or a letter of its own, stands there: longer words would leave a line nowhere to end. */
static gboolean
is_short (const char *text)
{
  return g_ascii_isdigit (*text) || (g_ascii_isalpha (*text) && !g_ascii_isalnum (text[1]) && text[1] != '.');
}

/* "Abs. 1" is one thing to read: no line ends in it. The words stay as they are, a search for them finds them. */
static void
keep_citations (PangoAttrList *attributes, const char *text)
{
  static const char *const before[] = { "Art. ", "Abs. ", "Satz ", "lit. ", "Article ", "Section " };

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    for (const char *at = text; (at = strstr (at, before[i])) != NULL; at += strlen (before[i]))
      if (is_short (at + strlen (before[i])))
        {
          PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

          attribute->start_index = (guint) (at - text);
          attribute->end_index = attribute->start_index + (guint) strlen (before[i]) + 1;
          pango_attr_list_insert (attributes, attribute);
        }
}

static void
prepare_layout (PangoLayout *layout, const char *text, const VetoType *type, double width)
{
  g_autoptr(PangoFontDescription) description = pango_font_description_new ();
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  gboolean rtl = pango_context_get_base_dir (pango_layout_get_context (layout)) == PANGO_DIRECTION_RTL;

  pango_font_description_set_family_static (description, FAMILY);
  pango_font_description_set_absolute_size (description, type->size * PANGO_SCALE);
  pango_font_description_set_weight (description, type->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, description);
  /* Pango turns it round for text that runs against the direction of the context. */
  pango_layout_set_alignment (layout, rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  /* An address that is too long breaks anywhere, and whoever types it would type the hyphen as well. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  keep_citations (attributes, text);
  if (may_be_taken_apart (text))
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
}

/* Where a line is broken, Pango takes the shape of the space away; a PDF keeps it, or the words on either side are one
 * word for whoever reads it aloud. */
static PangoGlyph
get_glyph (PangoGlyphItem *item, int i, const char *text)
{
  hb_codepoint_t space;

  if (item->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY
      || text[item->item->offset + item->glyphs->log_clusters[i]] != ' '
      || !hb_font_get_nominal_glyph (pango_font_get_hb_font (item->item->analysis.font), ' ', &space))
    return item->glyphs->glyphs[i].glyph;
  return space;
}

/* The letters that belong to each group of glyphs, so that a PDF can be searched and read aloud */
static void
take_clusters (VetoRun *run, PangoGlyphItem *item, const char *text)
{
  PangoGlyphItemIter iter;
  gboolean           more;

  run->clusters = g_new (cairo_text_cluster_t, MAX (item->item->num_chars, 1));
  for (more = pango_glyph_item_iter_init_start (&iter, item, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      int first = run->backward ? iter.end_glyph + 1 : iter.start_glyph;
      int end = run->backward ? iter.start_glyph + 1 : iter.end_glyph;
      int n_glyphs = 0;

      for (int i = first; i < end; i++)
        n_glyphs += get_glyph (item, i, text) != PANGO_GLYPH_EMPTY;
      run->clusters[run->n_clusters++] =
        (cairo_text_cluster_t){ iter.end_index - iter.start_index, n_glyphs };
    }
}

/* @x: where the run begins, in units of Pango; moved to its end. Returns: a character without a shape, or 0 */
static gunichar
take_run (VetoLine *line, PangoGlyphItem *item, const char *text, int line_start, int *x)
{
  PangoGlyphString *from = item->glyphs;
  VetoRun           run = { .backward = item->item->analysis.level & 1,
                            .text = line->text + item->item->offset - line_start,
                            .n_bytes = item->item->length };
  gunichar          missing = 0;

  run.font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (item->item->analysis.font));
  run.glyphs = g_new (cairo_glyph_t, MAX (from->num_glyphs, 1));
  for (int i = 0; i < from->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &from->glyphs[i];
      PangoGlyph            glyph = get_glyph (item, i, text);

      if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) && missing == 0)
        missing = glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
      if (glyph != PANGO_GLYPH_EMPTY)
        run.glyphs[run.n_glyphs++] =
          (cairo_glyph_t){ glyph, (*x + info->geometry.x_offset) / (double) PANGO_SCALE,
                           (item->y_offset + info->geometry.y_offset) / (double) PANGO_SCALE };
      *x += info->geometry.width;
    }
  if (missing == 0 && run.font != NULL && run.n_bytes > 0)
    {
      take_clusters (&run, item, text);
      cairo_scaled_font_reference (run.font);
      g_array_append_val (line->runs, run);
    }
  else
    g_free (run.glyphs);
  return missing;
}

/* In the order in which they are read, which is not the one in which they stand: a tagged PDF is read as it was drawn. */
static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const VetoRun *first = a, *second = b;

  return first->text < second->text ? -1 : first->text > second->text;
}

static gunichar
take_line (VetoSetter *setter, PangoLayoutIter *iter, const VetoType *type, GPtrArray *out_lines)
{
  PangoLayoutLine *from = pango_layout_iter_get_line_readonly (iter);
  const char      *text = pango_layout_get_text (setter->layout);
  VetoLine        *line = g_new0 (VetoLine, 1);
  PangoRectangle   rect;
  gunichar         missing = 0;
  int              x = 0;

  pango_layout_iter_get_line_extents (iter, NULL, &rect);
  line->text = g_strndup (text + from->start_index, from->length);
  line->ends = text[from->start_index + from->length] == '\n'
               || text[from->start_index + from->length] == '\0';
  line->runs = g_array_new (FALSE, FALSE, sizeof (VetoRun));
  g_array_set_clear_func (line->runs, clear_run);
  line->x = rect.x / (double) PANGO_SCALE;
  line->width = rect.width / (double) PANGO_SCALE;
  line->height = rect.height * type->spacing / PANGO_SCALE;
  line->baseline = (pango_layout_iter_get_baseline (iter) - rect.y) / (double) PANGO_SCALE
                   + (line->height - rect.height / (double) PANGO_SCALE) / 2;
  g_ptr_array_add (setter->lines, line);
  g_ptr_array_add (out_lines, line);
  for (GSList *run = from->runs; run != NULL && missing == 0; run = run->next)
    missing = take_run (line, run->data, text, from->start_index, &x);
  g_array_sort (line->runs, compare_runs);
  return missing;
}

static gunichar
set_lines (VetoSetter *setter, const char *text, const VetoType *type, double width, GPtrArray *out_lines)
{
  PangoLayoutIter *iter;
  gunichar         missing;

  prepare_layout (setter->layout, text, type, width);
  iter = pango_layout_get_iter (setter->layout);
  do
    missing = take_line (setter, iter, type, out_lines);
  while (missing == 0 && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return missing;
}

/* Returns: (transfer full): @text with "?" for what no font here has: @missing, all of its script with it, and in the end all but ASCII */
static char *
dup_replaced (const char *text, gunichar missing, gboolean is_last)
{
  GUnicodeScript script = g_unichar_get_script (missing);
  gboolean       one = script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED;
  GString       *result = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == missing || (!one && g_unichar_get_script (c) == script) || (is_last && c > 0x7f))
        g_string_append_c (result, '?');
      else
        g_string_append_unichar (result, c);
    }
  return g_string_free (result, FALSE);
}

gboolean
veto_setter_set (VetoSetter     *setter,
                 const char     *text,
                 const VetoType *type,
                 double          width,
                 GPtrArray      *out_lines,
                 GError        **error)
{
  guint            n_before = out_lines->len;
  gunichar         missing = set_lines (setter, text, type, width, out_lines);
  g_autofree char *replaced = NULL;

  for (guint round = 1; missing != 0 && setter->replaces && round <= MAX_ROUNDS; round++)
    {
      char *next = dup_replaced (replaced != NULL ? replaced : text, missing, round == MAX_ROUNDS);

      g_free (replaced);
      replaced = next;
      g_ptr_array_set_size (out_lines, n_before); /* the lines themselves stay with the paper */
      missing = set_lines (setter, replaced, type, width, out_lines);
    }
  if (missing != 0)
    veto_paper_set_no_font (missing, error);
  return missing == 0;
}
