# What ./run and ./check have in common: packages, and the build in build/.
# SPDX-License-Identifier: GPL-3.0-or-later

installed_something=no

say() { printf '%s\n' "$*" >&2; }

# debian, fedora or arch, or nothing on another system
distribution() {
  local word
  for word in $(. /etc/os-release 2>/dev/null; echo "${ID:-} ${ID_LIKE:-}"); do
    case $word in
      debian | ubuntu) echo debian; return ;;
      fedora | rhel) echo fedora; return ;;
      arch) echo arch; return ;;
    esac
  done
}

# group_line GROUP KEY: what data/packages says after KEY; for the key "why", the group's reason
group_line() {
  local line here=no
  while IFS= read -r line; do
    case $line in
      "[$1] "*) here=yes; [ "$2" != why ] || { echo "${line#"[$1] "}"; return; } ;;
      "["*) here=no ;;
      "$2 "*) [ $here = no ] || { echo "${line#"$2 "}"; return; } ;;
    esac
  done <data/packages
}

# is_installed SYSTEM PACKAGE
is_installed() {
  case $1 in
    debian) [ "$(dpkg-query -W -f='${db:Status-Status}' "$2" 2>/dev/null)" = installed ] ;;
    fedora) rpm -q --whatprovides "$2" >/dev/null 2>&1 ;;
    arch) pacman -T "$2" >/dev/null 2>&1 ;;
  esac
}

# all_installed SYSTEM PACKAGE…: the same for many in one question, because it is asked at each start
all_installed() {
  local system=$1; shift
  case $system in
    debian) [ "$(dpkg-query -W -f='${db:Status-Status}\n' "$@" 2>/dev/null | grep -c '^installed$')" -ge $# ] ;;
    fedora) rpm -q --whatprovides "$@" >/dev/null 2>&1 ;;
    arch) pacman -T "$@" >/dev/null 2>&1 ;;
  esac
}

is_offered() {
  case $1 in
    debian) apt-cache show "$2" >/dev/null 2>&1 ;;
    fedora) dnf -q info "$2" >/dev/null 2>&1 ;;
    arch) pacman -Si "$2" >/dev/null 2>&1 ;;
  esac
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install_packages() {
  local system=$1; shift
  case $system in
    debian) # a configuration file that somebody changed stays as it is, and nobody is asked
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@" ;;
    fedora) as_root dnf install -y -q "$@" ;;
    arch) as_root pacman -S --needed --noconfirm "$@" ;;
  esac
}

# Only a list that was fetched says whether a package that not every system has is offered here.
refresh_lists() {
  case $1 in
    debian) as_root apt-get update -q ;;
    fedora | arch) ;;
  esac
}

# need_packages GROUP…: says what is missing and why, and installs it
need_packages() {
  local system group package names missing=() reasons=() optional=() wanted=() here=()
  system=$(distribution)
  for group in "$@"; do
    read -r -a names <<<"$(group_line "$group" "${system:-debian}")"
    here=()
    for package in "${names[@]}"; do
      case $package in "?"*) optional+=("${package#"?"}") ;; *) wanted+=("$package"); here+=("$package") ;; esac
    done
    [ -n "$system" ] || { reasons+=("  ${here[*]}: $(group_line "$group" why)"); continue; }
    all_installed "$system" "${here[@]}" && continue
    for package in "${here[@]}"; do is_installed "$system" "$package" || missing+=("$package"); done
    reasons+=("  $(group_line "$group" why)")
  done

  if [ -z "$system" ]; then
    [ -e build/build.ninja ] || {
      say "This system is none of Debian, Ubuntu, Fedora and Arch, so nothing is installed for you. Veto needs what Debian calls"
      printf '%s\n' "${reasons[@]}" >&2; }
    return 0
  fi
  # What not every system has is asked for only while something else is missing too: asking takes long.
  [ ${#missing[@]} -gt 0 ] || return 0

  say "Veto needs packages that are not installed yet, for"
  printf '%s\n' "${reasons[@]}" >&2
  say "These are: ${missing[*]}"
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { say "There is no sudo here. Install them as administrator, then start this again."; return 1; }
    say "Installing them needs the administrator's rights; sudo may ask for your password."
  fi
  refresh_lists "$system" >&2 || say "The list of packages could not be refreshed; trying with the old one."
  for package in "${optional[@]}"; do
    ! is_offered "$system" "$package" || is_installed "$system" "$package" || missing+=("$package")
  done
  install_packages "$system" "${missing[@]}" >&2 || {
    say "The packages could not be installed; what the package manager says stands above. Is there a network?"; return 1; }
  installed_something=yes
}

# quietly LOG COMMAND…: what it says goes to LOG, and is shown when it fails
quietly() {
  local log=$1; shift
  if ! "$@" >"$log" 2>&1; then tail -n 60 "$log" >&2; return 1; fi
}

# The feed of ./run is a part of the build; where somebody deleted it, the build has none (meson would miss the root).
forget_lost_feed() {
  [ -e "$1/feed/root.json" ] || ! grep -qs 'FEED_URLS "http://127\.0\.0\.1' "$1/resources/veto-feed-options.h" ||
    quietly "$1/setup.log" meson setup --reconfigure "$1" -Dfeed_urls= -Dfeed_root= -Dfeed_loopback=false
}

# configure FOLDER [OPTION…]
configure() {
  local folder=$1; shift
  mkdir -p "$folder"
  [[ "$*" == *-Dfeed_root=* ]] || forget_lost_feed "$folder" || return 1
  if [ ! -e "$folder/build.ninja" ]; then quietly "$folder/setup.log" meson setup "$folder" "$@"
  elif [ $installed_something = yes ] || [ $# -gt 0 ]; then
    quietly "$folder/setup.log" meson setup --reconfigure "$folder" "$@"
  fi
}

# compile FOLDER [TARGET…]
compile() { quietly "$1/compile.log" ninja -C "$@"; }
