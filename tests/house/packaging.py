#!/usr/bin/env python3
"""Whether the Flatpak manifest is of this program, asks for no right that nobody decided on, and takes no source unchecked; and
whether the Debian package is built with all libraries that ./run installs; and whether distributors are told of each option, and have one
place to change the app id.

usage: packaging.py SOURCE_ROOT APP_ID

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import re
import subprocess
import sys

RIGHTS = ["--share=network", "--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"]

root, app_id = pathlib.Path(sys.argv[1]), sys.argv[2]
# What stands behind a "#" is for people.
lines = [re.sub(r"\s+#.*$|^#.*$", "", line) for line in (root / "data/flatpak/veto.yml").read_text().splitlines()]
text = "\n".join(lines)


def find_list(name):
    """The items of a list at the left edge."""
    found = re.search(rf"^{name}:\n((?:  - .*\n)+)", text, re.M)
    return re.findall(r"^  - (.*)$", found.group(1), re.M) if found else []


def find_sources():
    return re.findall(r"^      - type: (\w+)\n((?:        .*\n?|\n)*)", text, re.M)


def list_debian_libraries():
    here = (root / "data/packages").read_text().split("[libraries]")[1]
    return set(re.search(r"^debian (.*)$", here, re.M).group(1).split())


def list_build_depends():
    control = (root / "data/debian/control").read_text()
    found = re.search(r"^Build-Depends:((?:.*\n)(?: .*\n)*)", control, re.M)
    return {word.split()[0] for word in found.group(1).split(",")}


def list_tracked_files():
    try:
        said = subprocess.run(["git", "-C", root, "ls-files", "-z"], capture_output=True, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        return None  # an archive
    return [name for name in said.split("\0") if name and (root / name).is_file()]


def find_app_id():
    """Files that would have to be changed for another app id, but for what is for people to read."""
    forms = [app_id.encode(), app_id.replace(".", "/").encode()]
    return [name for name in list_tracked_files() or [] if not name.endswith(".md")
            and any(form in (root / name).read_bytes() for form in forms)]


def list_options():
    return set(re.findall(r"^option\('(\w+)'", (root / "meson_options.txt").read_text(), re.M))


def list_described_options():
    table = (root / "docs/PACKAGING.md").read_text().split("| option | meaning |")[1].split("\n\n")[0]
    return {name for row in table.splitlines() for name in re.findall(r"`(\w+)`", row.split(" | ")[0])}


archives = [keys for kind, keys in find_sources() if kind == "archive"]
rows = {
    "it has the app id of the top meson.build": re.findall(r"^id: (.*)$", text, re.M) == [app_id],
    "it asks for the rights that were decided on": find_list("finish-args") == RIGHTS,
    "each archive comes by https and has a checksum": bool(archives) and all(
        re.search(r"^        url: https://", keys, re.M) and re.search(r"^        sha256: [0-9a-f]{64}$", keys, re.M) for keys in archives),
    "there is no other kind of source but the tree itself": sorted({kind for kind, _ in find_sources()}) == ["archive", "dir"],
    "the app id stands in the top meson.build and in the manifest, and nowhere else": set(find_app_id()) <= {"meson.build",
                                                                                                           "data/flatpak/veto.yml"},
    "distributors are told of each option of the build": list_options() == list_described_options() - {"werror"},
    "the Debian package is built with each library of data/packages": list_debian_libraries() <= list_build_depends(),
}
print(f"1..{len(rows)}")
for number, (name, holds) in enumerate(rows.items(), 1):
    print(f"{'ok' if holds else 'not ok'} {number} - {name}")
sys.exit(not all(rows.values()))
