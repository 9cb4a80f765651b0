# For scripts that say what holds, a row each, as TAP.
# SPDX-License-Identifier: GPL-3.0-or-later

n_rows=0
n_bad=0

# row NAME COMMAND…: does it, and says "ok" or "not ok", then with the end of what it said
row() {
  local name=$1 said
  shift
  n_rows=$((n_rows + 1))
  if said=$("$@" 2>&1); then
    echo "ok $n_rows - $name"
  else
    echo "not ok $n_rows - $name"
    tail -n 40 <<<"$said" | sed 's/^/# /'
    n_bad=$((n_bad + 1))
  fi
}

# The end of the rows; fails when a row did.
end_rows() {
  echo "1..$n_rows"
  [ "$n_bad" -eq 0 ] && [ "$n_rows" -gt 0 ]
}
