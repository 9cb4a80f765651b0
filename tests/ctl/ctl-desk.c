/* What the window would have written, for commands to read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ctl-desk.h"

#include "store-fixture.h"
#include "veto-guidance.h"

Desk
desk_open (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  g_autoptr(VetoGuidance) guidance = NULL;
  Desk desk = { .bundle = make_bundle (NULL, NULL, NULL), .data = fixture_make_folder () };

  set = veto_guide_set_read_folder (desk.bundle, "en", &error);
  g_assert_no_error (error);
  guidance = veto_guidance_new (set);
  desk.store = fixture_open (desk.data, VETO_STORE_WINDOW);
  desk.book = veto_case_book_new (desk.store, guidance, &error);
  g_assert_no_error (error);
  desk.item = veto_case_book_start (desk.book, EXAMPLE, "object", "form", &error);
  g_assert_no_error (error);
  return desk;
}

void
desk_close (Desk *desk)
{
  g_assert_finalize_object (G_OBJECT (g_steal_pointer (&desk->book)));
  fixture_close (g_steal_pointer (&desk->store));
}

void
desk_clear (Desk *desk)
{
  if (desk->book != NULL)
    desk_close (desk);
  fixture_remove (desk->bundle);
  fixture_remove (desk->data);
}
