/* A page taken apart by libxml2, as a small tree of our own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2's own tree is not used: it takes over 100 bytes a node without a limit to their number, and breaks off silently at a depth of
 * 256. Its events are read instead, and reading stops where a page is more than any page that people read. */
#define G_LOG_DOMAIN "veto-page-text"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "veto-page-private.h"

#define NODES_A_BLOCK 1024
#define MAX_NODES 150000
#define MAX_DEPTH 256 /* an end tag that fits nowhere costs libxml2 a walk through all that is open */
/* libxml2 compares each attribute of an element with all before it. */
#define MAX_ATTRIBUTES 500
#define MAX_IN_SCRIPT 20000

typedef struct
{
  VetoPageTree     *tree;
  VetoPageNode     *current;
  htmlParserCtxtPtr parser;
  guint             depth;
  gboolean          in_title;
} Walk;

static VetoPageNode *
add_node (Walk *walk)
{
  VetoPageTree *tree = walk->tree;
  VetoPageNode *node;

  if (tree->n_nodes % NODES_A_BLOCK == 0)
    g_ptr_array_add (tree->blocks, g_new0 (VetoPageNode, NODES_A_BLOCK));
  node = (VetoPageNode *) tree->blocks->pdata[tree->blocks->len - 1] + tree->n_nodes % NODES_A_BLOCK;
  tree->n_nodes++;

  node->parent = walk->current;
  if (walk->current == NULL)
    tree->root = node;
  else if (walk->current->last == NULL)
    walk->current->first = node;
  else
    walk->current->last->next = node;
  if (walk->current != NULL)
    walk->current->last = node;
  return node;
}

static gboolean
has_room (Walk *walk)
{
  if (!walk->tree->has_too_many && walk->tree->n_nodes < MAX_NODES && walk->depth < MAX_DEPTH)
    return TRUE;
  walk->tree->has_too_many = TRUE;
  xmlStopParser (walk->parser);
  return FALSE;
}

static const char *
find_attribute (const char *const *attributes, const char *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (g_ascii_strcasecmp (attributes[i], name) == 0)
      return attributes[i + 1] != NULL ? attributes[i + 1] : "";
  return NULL;
}

static void
note_opened (VetoPageTree *tree, const char *const *attributes)
{
  const char *ids = find_attribute (attributes, "aria-controls");
  g_auto(GStrv) each = NULL;

  if (ids == NULL)
    ids = find_attribute (attributes, "data-bs-target");
  if (ids == NULL)
    return;
  each = g_strsplit_set (ids, " \t\n#", 16);
  for (guint i = 0; each[i] != NULL; i++)
    if (*each[i] != '\0')
      g_hash_table_add (tree->opened, g_string_chunk_insert_const (tree->names, each[i]));
}

/* A common way to hide an address from programs, which veto_page_dup_target() reads */
static const char *
insert_mail (VetoPageTree *tree, const char *hex)
{
  g_autofree char *link = g_strconcat ("/cdn-cgi/l/email-protection#", hex, NULL);
  return g_string_chunk_insert (tree->names, link);
}

static void
tell_parents (VetoPageNode *node, guint flag)
{
  for (; node != NULL && (node->flags & flag) == 0; node = node->parent)
    node->flags |= flag;
}

static void
start_element_cb (void *data, const xmlChar *name, const xmlChar **atts)
{
  Walk              *walk = data;
  const char *const *attributes = (const char *const *) atts;
  const char        *tag = (const char *) name, *value;
  VetoPageNode      *node;

  if (!has_room (walk))
    return;
  node = add_node (walk);
  walk->current = node;
  walk->depth++;
  node->tag = g_string_chunk_insert_const (walk->tree->names, tag);
  node->kind = veto_page_get_kind (tag);
  node->flags = veto_page_get_flags (tag, attributes);
  if (node->kind == VETO_PAGE_LINK && (value = find_attribute (attributes, "href")) != NULL)
    node->link = g_string_chunk_insert (walk->tree->names, value);
  else if ((value = find_attribute (attributes, "data-cfemail")) != NULL)
    {
      node->kind = VETO_PAGE_LINK;
      node->link = insert_mail (walk->tree, value);
    }
  if ((node->flags & VETO_PAGE_MAIN) != 0)
    tell_parents (node->parent, VETO_PAGE_HAS_MAIN);
  if (g_str_equal (tag, "h1"))
    tell_parents (node, VETO_PAGE_HAS_H1);
  if ((node->flags & VETO_PAGE_HIDDEN) != 0 && (value = find_attribute (attributes, "id")) != NULL)
    node->id = g_string_chunk_insert (walk->tree->names, value);
  if (g_str_equal (tag, "base") && walk->tree->base == NULL)
    walk->tree->base = g_strdup (find_attribute (attributes, "href"));
  walk->tree->has_script |= g_str_equal (tag, "script");
  walk->tree->has_password |= (node->flags & VETO_PAGE_PASSWORD) != 0;
  walk->tree->is_challenge |= (node->flags & VETO_PAGE_CHALLENGE) != 0;
  walk->in_title = g_str_equal (tag, "title") && walk->tree->title->len == 0;
  note_opened (walk->tree, attributes);
}

static void
end_element_cb (void *data, const xmlChar *name)
{
  Walk         *walk = data;
  VetoPageNode *node = walk->current;

  walk->in_title = FALSE;
  while (node != NULL && strcmp (node->tag, (const char *) name) != 0)
    node = node->parent;
  if (node == NULL)
    return;
  for (; walk->current != node->parent; walk->depth--)
    walk->current = walk->current->parent;
}

static void
characters_cb (void *data, const xmlChar *text, int n_bytes)
{
  Walk         *walk = data;
  VetoPageTree *tree = walk->tree;
  VetoPageNode *last = walk->current != NULL ? walk->current->last : NULL;

  if (walk->in_title)
    g_string_append_len (tree->title, (const char *) text, n_bytes);
  if (walk->current == NULL || n_bytes <= 0)
    return;
  if (last == NULL || last->tag != NULL || last->text + last->n_text != tree->text->len)
    {
      if (!has_room (walk))
        return;
      last = add_node (walk);
      last->text = (guint32) tree->text->len;
    }
  last->n_text += (guint32) n_bytes;
  g_string_append_len (tree->text, (const char *) text, n_bytes);
}

/* libxml2 asks for what it has to say of a page, even with HTML_PARSE_NOERROR. */
static void
ignore_error (void *data, const char *format, ...)
{
}

/* About how many attributes the element has that begins at @at; as libxml2 sees it, a quotation mark counts behind "=" alone. */
static guint
count_attributes (const char *at, guint max)
{
  gboolean was_space = FALSE;
  guint    n = 0;

  for (; *at != '\0' && *at != '>' && *at != '<' && n <= max; at++)
    {
      gboolean is_space = *at == ' ' || *at == '\n' || *at == '/';

      n += *at == '=' || (is_space && !was_space);
      was_space = is_space;
      if (*at == '=')
        {
          const char *value = at + 1 + strspn (at + 1, " \n");
          const char *end = *value == '"' || *value == '\'' ? strchr (value + 1, *value) : NULL;

          at = end != NULL ? end : at;
        }
    }
  return n;
}

/* A program may look like an element ("a<b"), and a page may pretend that something is one: hence two limits. */
static gboolean
has_huge_element (const char *html)
{
  gboolean in_script = FALSE;

  for (const char *at = strchr (html, '<'); at != NULL; at = strchr (at + 1, '<'))
    {
      guint max = in_script ? MAX_IN_SCRIPT : MAX_ATTRIBUTES;

      if (count_attributes (at + 1, max) > max)
        return TRUE;
      if (g_ascii_strncasecmp (at, "<script", strlen ("<script")) == 0)
        in_script = TRUE;
      else if (g_ascii_strncasecmp (at, "</script", strlen ("</script")) == 0)
        in_script = FALSE;
    }
  return FALSE;
}

static void
parse (Walk *walk, const char *html)
{
  htmlParserCtxtPtr parser = htmlNewParserCtxt ();

  if (parser == NULL)
    return;
  memset (parser->sax, 0, sizeof *parser->sax);
  parser->sax->startElement = start_element_cb;
  parser->sax->endElement = end_element_cb;
  parser->sax->characters = characters_cb;
  parser->sax->ignorableWhitespace = characters_cb;
  parser->sax->error = ignore_error;
  parser->sax->warning = ignore_error;
  parser->userData = walk;
  walk->parser = parser;
  htmlCtxtReadMemory (parser, html, (int) strlen (html), NULL, "UTF-8",
                      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                        | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
  htmlFreeParserCtxt (parser);
}

VetoPageTree *
veto_page_tree_read (const char *html)
{
  VetoPageTree *self = g_new0 (VetoPageTree, 1);
  Walk          walk = { .tree = self };

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->names = g_string_chunk_new (4096);
  self->opened = g_hash_table_new (g_str_hash, g_str_equal);
  self->title = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->has_too_many = has_huge_element (html);
  if (!self->has_too_many)
    parse (&walk, html);
  return self;
}

void
veto_page_tree_free (VetoPageTree *self)
{
  g_free (self->base);
  g_string_free (self->text, TRUE);
  g_string_free (self->title, TRUE);
  g_hash_table_unref (self->opened);
  g_string_chunk_free (self->names);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}
