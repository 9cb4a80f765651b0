# The feed of ./run: the tree's own guidance, signed with keys that are made once in build/feed, and served on this computer only.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build/feed: root-1.pem … index-2.pem (keys that are worth nothing), root.json (built into the program), port, served/ (the
# feed), and what was published last: version, guidance.sum, hosts.sum. Delete it, and the next ./run makes another one.

feed=build/feed
feed_passphrase="keys of ./run, worth nothing" # they lie beside it
vetoctl=build/app/ctl/vetoctl

# sign_with FILE|FOLDER OUT KEY KEY
sign_with() {
  local what=$1 out=$2 first=$3 second=$4
  "$vetoctl" feed sign "$what" --key "$feed/$first.pem" --out "$out" <<<"$feed_passphrase" &&
    "$vetoctl" feed add-signature "$out" --key "$feed/$second.pem" <<<"$feed_passphrase"
}

sum_of_guidance() { cat build/resources/guidance/guidance.json build/resources/guidance/text/*.json | cksum; }

# write_root OUT [OPTION…]
write_root() {
  local out=$1; shift
  "$vetoctl" feed root "$feed/root.payload" --hosts resources/guidance/hosts.json --root-key "$feed/root-1.pem.pub" \
    --root-key "$feed/root-2.pem.pub" --index-key "$feed/index-1.pem.pub" --index-key "$feed/index-2.pem.pub" "$@" >/dev/null &&
    sign_with "$feed/root.payload" "$out" root-1 root-2
}

make_keys() {
  local name
  mkdir -p "$feed/served/root"
  for name in root-1 root-2 index-1 index-2; do
    "$vetoctl" feed key "$feed/$name.pem" <<<"$feed_passphrase" >/dev/null || return 1
  done
  write_root "$feed/served/root/1.json" && cksum <resources/guidance/hosts.json >"$feed/hosts.sum" && echo 0 >"$feed/version" &&
    cp "$feed/served/root/1.json" "$feed/root.json"
}

# A link to a host that is new needs a new root as well, as it does in earnest.
make_next_root() {
  local roots=("$feed"/served/root/*.json)
  mkdir -p "$feed/release/root"
  write_root "$feed/release/root/$((${#roots[@]} + 1)).json" --after "$feed/served/root/${#roots[@]}.json"
}

publish_guidance() {
  local version=$(($(<"$feed/version") + 1)) hosts
  hosts=$(cksum <resources/guidance/hosts.json)
  rm -rf "$feed/release"
  "$vetoctl" feed build resources/guidance --version "$version" --out "$feed/release" >/dev/null &&
    sign_with "$feed/release" "$feed/release/index.json" index-1 index-2 || return 1
  [ "$hosts" = "$(<"$feed/hosts.sum")" ] || make_next_root || return 1
  "$vetoctl" feed publish "$feed/release" --to "$feed/served" >/dev/null || return 1
  echo "$version" >"$feed/version"
  echo "$hosts" >"$feed/hosts.sum"
  sum_of_guidance >"$feed/guidance.sum"
}

is_published() {
  [ -e "$feed/guidance.sum" ] && [ "$(<"$feed/guidance.sum")" = "$(sum_of_guidance)" ] &&
    [ -z "$(find "$feed/guidance.sum" -mtime +20)" ] # an index counts for 60 days
}

make_feed() {
  [ -e "$feed/root.json" ] || make_keys || return 1
  is_published || publish_guidance
}

is_port_in_use() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Below those that systems give away by themselves.
choose_port() {
  local port
  for _ in {1..50}; do
    port=$((15000 + RANDOM % 15000))
    is_port_in_use "$port" || { echo "$port" >"$feed/port"; return 0; }
  done
  return 1
}

# The address and the root are compiled in. Only the first time, and when the port had to be another one, is anything built.
build_with_feed() {
  local address
  address=http://127.0.0.1:$(<"$feed/port")/
  grep -qsF "\"$address\"" build/resources/veto-feed-options.h && cmp -s "$feed/root.json" build/resources/root.json && return 0
  configure build -Dfeed_urls="$address" -Dfeed_root="$PWD/$feed/root.json" -Dfeed_loopback=true && compile build
}

# prepare_feed: a program that is built with a feed, and the feed with this tree's guidance
prepare_feed() {
  mkdir -p "$feed"
  make_feed || { rm -rf "$feed"; mkdir -p "$feed"; make_feed; } || return 1
  [ -e "$feed/port" ] || choose_port || return 1
  build_with_feed
}

# Another ./run serves the same folder.
serves_our_feed() {
  local port answer
  port=$(<"$feed/port")
  answer=$(
    exec 3<>"/dev/tcp/127.0.0.1/$port" || exit
    printf 'GET /index.json HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' >&3
    timeout 3 cat <&3 | sed '1,/^\r$/d'
  ) 2>/dev/null
  [ "$answer" = "$(<"$feed/served/index.json")" ]
}

# The server ends with this process, whatever program that has become by then and however it ends.
start_server() {
  local address=
  exec 9< <(exec setpriv --pdeathsig TERM "$vetoctl" feed serve "$feed/served" --port "$(<"$feed/port")" 2>"$feed/serve.log")
  read -r address <&9
  exec 9<&-
  [ -n "$address" ]
}

# serve_feed: until this process ends
serve_feed() {
  start_server && return 0
  serves_our_feed && return 0
  say "The port of this tree's feed is in use by another program; taking another port."
  choose_port && build_with_feed && start_server
}
