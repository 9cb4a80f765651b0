/* Which addresses may be asked, and which answers are read. Rule: security design, 3.1.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-fetch"

#include "veto-fetch-rules.h"

#include <string.h>

#define MAX_ADDRESS_BYTES 2048
#define STATUS_LOGIN_FIRST                                                                                   \
  511 /* RFC 6585, 6: what a network answers that wants a login; libsoup has no name for it */

gboolean
veto_fetch_fail (GError **error, VetoFetchError code, GUri *address, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (address != NULL)
    g_set_error (error, VETO_FETCH_ERROR, (int) code, "%s: %s", g_uri_get_host (address), text);
  else
    g_set_error_literal (error, VETO_FETCH_ERROR, (int) code, text);
  return FALSE;
}

gboolean
veto_fetch_fail_size (GError **error, SoupMessage *message, const VetoFetchLimits *limits)
{
  if (limits->exact_bytes >= 0)
    return veto_fetch_fail (error, VETO_FETCH_ERROR_SIZE, soup_message_get_uri (message),
                            "the file does not have %" G_GSSIZE_FORMAT " bytes", limits->exact_bytes);
  return veto_fetch_fail (error, VETO_FETCH_ERROR_TOO_BIG, soup_message_get_uri (message),
                          "the file has more than %" G_GSIZE_FORMAT " bytes", limits->max_bytes);
}

/* Without encryption only to this computer, and only by its number: a name could be made to lead elsewhere. */
static gboolean
is_allowed (GUri *address, const VetoFetchLimits *limits)
{
  const char *scheme = g_uri_get_scheme (address), *host = g_uri_get_host (address);

  if (host == NULL || *host == '\0' || g_uri_get_userinfo (address) != NULL)
    return FALSE;
  if (g_str_equal (scheme, "https"))
    return TRUE;
  return limits->loopback && g_str_equal (scheme, "http")
         && (g_str_equal (host, "127.0.0.1") || g_str_equal (host, "::1"));
}

GUri *
veto_fetch_parse_address (const char *url, const VetoFetchLimits *limits, GError **error)
{
  g_autoptr(GUri) address = strlen (url) <= MAX_ADDRESS_BYTES ? g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL)
                                                               : NULL;

  if (address != NULL && is_allowed (address, limits))
    return g_steal_pointer (&address);
  veto_fetch_fail (error, VETO_FETCH_ERROR_ADDRESS, NULL, "this address is not one that may be asked");
  return NULL;
}

gboolean
veto_fetch_is_redirect (SoupMessage *message)
{
  switch (soup_message_get_status (message))
    {
    case SOUP_STATUS_MOVED_PERMANENTLY:
    case SOUP_STATUS_FOUND:
    case SOUP_STATUS_SEE_OTHER:
    case SOUP_STATUS_TEMPORARY_REDIRECT:
    case SOUP_STATUS_PERMANENT_REDIRECT:
      return TRUE;
    default:
      return FALSE;
    }
}

GUri *
veto_fetch_dup_next (SoupMessage *message, const VetoFetchLimits *limits, GError **error)
{
  const char *place = soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
  GUri       *here = soup_message_get_uri (message);
  g_autoptr(GUri) next = NULL;

  if (place != NULL && *place != '\0' && strlen (place) <= MAX_ADDRESS_BYTES)
    next = g_uri_parse_relative (here, place, SOUP_HTTP_URI_FLAGS, NULL);
  if (next != NULL && is_allowed (next, limits)
      && g_str_equal (g_uri_get_scheme (here), g_uri_get_scheme (next))
      && g_ascii_strcasecmp (g_uri_get_host (here), g_uri_get_host (next)) == 0
      && g_uri_get_port (here) == g_uri_get_port (next))
    return g_steal_pointer (&next);
  veto_fetch_fail (error, VETO_FETCH_ERROR_REDIRECT, soup_message_get_uri (message),
                   "the server sends to another place");
  return NULL;
}

static gboolean
check_status (SoupMessage *message, GError **error)
{
  guint status = soup_message_get_status (message);

  switch (status)
    {
    case SOUP_STATUS_OK:
      return TRUE;
    case SOUP_STATUS_NOT_FOUND:
      return veto_fetch_fail (error, VETO_FETCH_ERROR_NOT_FOUND, soup_message_get_uri (message),
                              "the server has no such file");
    case STATUS_LOGIN_FIRST:
      return veto_fetch_fail (error, VETO_FETCH_ERROR_WEB_PAGE, soup_message_get_uri (message),
                              "the network wants a login first");
    default:
      return veto_fetch_fail (error, VETO_FETCH_ERROR_NETWORK, soup_message_get_uri (message),
                              "the server answered %u", status);
    }
}

static gboolean
is_one_of (const char *text, const char *const *list)
{
  for (; text != NULL && *list != NULL; list++)
    if (g_ascii_strcasecmp (text, *list) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_type (SoupMessage *message, VetoFetchKind kind, GError **error)
{
  static const char *const files[] = { "application/json", "application/octet-stream", "text/plain", NULL };
  static const char *const pages[] = { "text/html", "application/xhtml+xml", NULL };
  const char              *type =
    soup_message_headers_get_content_type (soup_message_get_response_headers (message), NULL);

  if (is_one_of (type, kind == VETO_FETCH_PAGE ? pages : files))
    return TRUE;
  if (kind == VETO_FETCH_PAGE)
    return veto_fetch_fail (error, VETO_FETCH_ERROR_NO_PAGE, soup_message_get_uri (message),
                            "something came that is no page, by its type");
  if (is_one_of (type, pages))
    return veto_fetch_fail (error, VETO_FETCH_ERROR_WEB_PAGE, soup_message_get_uri (message),
                            "a web page came instead of the file");
  return veto_fetch_fail (error, VETO_FETCH_ERROR_NETWORK, soup_message_get_uri (message),
                          "something came that is not the file, by its type");
}

/* A header that is there twice has one value for this program and perhaps another for a proxy. */
static guint
count_headers (SoupMessageHeaders *headers, const char *name)
{
  SoupMessageHeadersIter iter;
  const char            *one, *value;
  guint                  n = 0;

  soup_message_headers_iter_init (&iter, headers);
  while (soup_message_headers_iter_next (&iter, &one, &value))
    n += g_ascii_strcasecmp (one, name) == 0;
  return n;
}

static gboolean
has_length (SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  return soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH;
}

static guint64
get_length (SoupMessage *message)
{
  return (guint64) soup_message_headers_get_content_length (soup_message_get_response_headers (message));
}

gboolean
veto_fetch_check_answer (SoupMessage *message, const VetoFetchLimits *limits, GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  if (!check_status (message, error))
    return FALSE;
  if (soup_message_headers_get_one (headers, "Content-Encoding") != NULL)
    return veto_fetch_fail (error, VETO_FETCH_ERROR_NETWORK, soup_message_get_uri (message),
                            "the server packed the file, which nobody asked for");
  if (count_headers (headers, "Content-Length") > 1 || count_headers (headers, "Content-Type") > 1)
    return veto_fetch_fail (error, VETO_FETCH_ERROR_NETWORK, soup_message_get_uri (message),
                            "the server contradicts itself");
  if (!check_type (message, limits->kind, error))
    return FALSE;
  if (has_length (message)
      && (limits->exact_bytes >= 0 ? get_length (message) != (guint64) limits->exact_bytes
                                   : get_length (message) > limits->max_bytes))
    return veto_fetch_fail_size (error, message, limits);
  return TRUE;
}

/* Every file of the feed is one JSON object. */
static gboolean
ends_like_object (const GByteArray *body)
{
  guint n_bytes = body->len;

  while (n_bytes > 0 && g_ascii_isspace ((char) body->data[n_bytes - 1]))
    n_bytes--;
  return n_bytes > 0 && body->data[n_bytes - 1] == '}';
}

gboolean
veto_fetch_check_body (SoupMessage           *message,
                       const GByteArray      *body,
                       const VetoFetchLimits *limits,
                       GError               **error)
{
  gboolean whole = TRUE;

  if (has_length (message))
    whole = get_length (message) == body->len;
  else if (limits->exact_bytes >= 0 && body->len > 0 && body->len != (gsize) limits->exact_bytes)
    return veto_fetch_fail_size (error, message, limits);
  else if (limits->kind == VETO_FETCH_JSON)
    whole = ends_like_object (body); /* libsoup takes a lost connection between two chunks for the end */
  else
    whole = body->len > 0; /* and a length of a chunk that it does not understand */
  if (!whole)
    return veto_fetch_fail (error, VETO_FETCH_ERROR_NETWORK, soup_message_get_uri (message),
                            "the connection ended after %u bytes of the file", body->len);
  return TRUE;
}
