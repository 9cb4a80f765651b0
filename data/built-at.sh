#!/bin/sh
# When this Veto was made, in seconds UTC, the same for everybody who builds it: SOURCE_DATE_EPOCH, else its newest release.
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: built-at.sh SOURCE_ROOT
set -eu
if [ -n "${SOURCE_DATE_EPOCH:-}" ]; then
  echo "$SOURCE_DATE_EPOCH"
  exit
fi
day=$( (grep '^Veto ' "$1/NEWS"; grep '<release ' "$1/data/veto.metainfo.xml.in") |
  grep -oE '[0-9]{4}-[0-9]{2}-[0-9]{2}' | LC_ALL=C sort | tail -n 1)
date -u -d "$day" +%s
