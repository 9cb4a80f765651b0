#!/bin/sh
# Whether every C file looks as .clang-format says. Asks version 14 alone, because others differ in details.
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: format.sh [--fix] SOURCE_ROOT          exit code 77: skipped
set -eu
fix=no
[ "${1:-}" = --fix ] && { fix=yes; shift; }
cd "$1"

tool=
for name in clang-format-14 clang-format; do
  if command -v "$name" >/dev/null && "$name" --version | grep -q 'version 14\.'; then tool=$name; break; fi
done
[ -n "$tool" ] || { echo "skipped: there is no clang-format 14 here"; exit 77; }

set -- $(find app tests -name '*.[ch]' | LC_ALL=C sort)
[ $# -gt 0 ] || { echo "there is no C file in app or tests"; exit 1; }
spaced='g_auto(ptr|list|slist)? \(' # the tool leaves these as they are written
if [ $fix = yes ]; then
  sed -E -i "s/\\b(g_auto(ptr|list|slist)?) \(/\1(/" "$@"
  exec "$tool" --style=file -i "$@"
fi
status=0
if grep -nE "\b$spaced" "$@"; then echo "g_autoptr(Type) is written without a space"; status=1; fi
"$tool" --style=file --dry-run -Werror "$@" || status=1
[ $status = 0 ] || echo "tests/house/format.sh --fix . puts this right"
exit $status
