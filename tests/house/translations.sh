#!/bin/sh
# Whether every word that people see can be translated, and is: POTFILES.in names each file, each language of LINGUAS is whole.
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: translations.sh SOURCE_ROOT
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

grep -rlE '\b(_|N_|C_|NC_|ngettext) \(' app --include='*.c' >"$work/found"
grep -lE 'translatable="yes"' resources/ui/*.ui >>"$work/found"
grep -v '^#' po/POTFILES.in | LC_ALL=C sort >"$work/named"
LC_ALL=C sort "$work/found" | LC_ALL=C comm -23 - "$work/named" >"$work/missing"
[ ! -s "$work/missing" ] || { echo "not in po/POTFILES.in:"; cat "$work/missing"; status=1; }

(cd po && xgettext --files-from=POTFILES.in --directory=.. --from-code=UTF-8 --output="$work/veto.pot" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 2>"$work/xgettext.log") ||
  { cat "$work/xgettext.log"; exit 1; }
for language in $(grep -v '^#' po/LINGUAS); do
  msgfmt --check-format --check-domain --output=/dev/null "po/$language.po" || status=1
  msgcmp "po/$language.po" "$work/veto.pot" || { echo "po/$language.po is not complete"; status=1; }
done
exit $status
