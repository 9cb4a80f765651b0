#!/bin/sh
# Whether every source file names its licence.
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: spdx.sh SOURCE_ROOT
set -eu
cd "$1"
missing=$(find app tests resources data po run check .ci -type f \
  \( -name '*.[ch]' -o -name '*.py' -o -name '*.sh' -o -name '*.ui' -o -name '*.css' -o -name meson.build -o -name run -o -name check \) \
  -exec grep -L 'SPDX-License-Identifier: GPL-3.0-or-later' {} + 2>/dev/null) || true
[ -z "$missing" ] || { printf 'no SPDX line in:\n%s\n' "$missing"; exit 1; }
