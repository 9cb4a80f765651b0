#!/usr/bin/env bash
# The feed of ./run, without building anything: keys once, a release when guidance changed, one port, and a server that ends.
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: run-feed.sh SOURCE_ROOT VETOCTL; speaks TAP
set -uo pipefail
source_root=$1 program=$(realpath "$2")
[ -x "$program" ] || { echo "Bail out! no $2"; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p build/app/ctl build/resources resources
ln -s "$program" build/app/ctl/vetoctl
cp -r "$source_root/tests/fixtures/guidance" resources
. "$source_root/data/commands.bash"
. "$source_root/data/feed.bash"

n=0
check() {
  local name=$1; shift
  n=$((n + 1))
  if "$@"; then echo "ok $n /run-feed/$name"; else echo "not ok $n /run-feed/$name"; fi
}

# In the place of meson: what it is told, and what the build then has in it.
configure() {
  printf '%s\n' "$*" >>configured
  printf '#define VETO_FEED_URLS "%s", \n' "$(sed -n 's/.*-Dfeed_urls=\([^ ]*\).*/\1/p' <<<"$*")" >build/resources/veto-feed-options.h
  cp build/feed/root.json build/resources/root.json
}
compile() { :; }
verify() { "$vetoctl" feed verify build/feed/served --root build/feed/root.json --json | grep -q "\"root\":$1,.*\"version\":$2}"; }
n_configured() { [ "$(wc -l <configured)" = "$1" ]; }
bundle_again() { "$vetoctl" guidance build resources/guidance build/resources/guidance >/dev/null; }

bundle_again
prepare_feed
check made-from-nothing verify 1 1
check configured-once n_configured 1
key=$(cksum <build/feed/root-1.pem)
prepare_feed
check nothing-new verify 1 1
check built-once n_configured 1

sed -i 's/The training began/It began/' resources/guidance/text/en/example.json
bundle_again
prepare_feed
check changed-words verify 1 2

sed -i 's/"links": \[/"links": [ "far.example.org",/' resources/guidance/hosts.json
sed -i 's#https://help.example.org/privacy/"#https://far.example.org/privacy/"#' resources/guidance/platforms/example.json
bundle_again
prepare_feed
check new-host verify 2 3
[ "$key" = "$(cksum <build/feed/root-1.pem)" ]
check same-keys [ "$key" = "$(cksum <build/feed/root-1.pem)" ]
check no-new-program n_configured 1

port=$(<build/feed/port)
(
  serve_feed || exit 1
  serves_our_feed || exit 2
  start_server && exit 3 # the port is in use
  serve_feed || exit 4   # and it is our feed that is there, so that is fine
)
check served [ $? = 0 ]
gone() { # the server has got its signal when its parent went; the port is free when it has ended
  for _ in {1..100}; do is_port_in_use "$port" || return 0; read -r -t 0.1 _ <> <(:) || true; done
  return 1
}
check ends-with-its-starter gone

# Somebody else has the port: another one is taken, and the program is told.
mkdir other
"$vetoctl" feed serve other --port "$port" >other.address & other=$!
listens() { # once the other one said so
  for _ in {1..300}; do [ ! -s other.address ] || return 0; read -r -t 0.1 _ <> <(:) || true; done
  return 1
}
check other-listens listens
( serve_feed 2>said )
check other-port [ "$(<build/feed/port)" != "$port" ]
check told grep -q "taking another port" said
check configured-again n_configured 2
kill $other
wait $other 2>/dev/null

# Half of it is lost: it is made anew.
rm build/feed/index-1.pem build/feed/guidance.sum
prepare_feed 2>/dev/null
check made-anew verify 1 1
echo "1..$n"
