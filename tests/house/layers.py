#!/usr/bin/env python3
"""Who knows whom: reads every #include and every archive's symbols against one table, speaks TAP.

usage: layers.py SOURCE_ROOT [BUILD_ROOT]

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import pathlib
import re
import subprocess
import sys

# The order of knowledge: a room sees its own headers and those of the rooms named here.
GROUND = ["base"]
FLOOR_1 = ["guidance", "trust", "paper", "store"]
FLOOR_2 = ["updates", "letters", "cases", "accounts"]
CORE = GROUND + FLOOR_1 + FLOOR_2 + ["dossier"]
SEES = {
    "base": [],
    **{room: GROUND for room in FLOOR_1},
    **{room: GROUND + FLOOR_1 for room in FLOOR_2},
    "dossier": GROUND + FLOOR_1 + FLOOR_2,
    "ctl": CORE,
    "ui": CORE,
    "main": CORE + ["ui"],
}

# A library's headers, its symbols, and the only rooms that may touch them. The first line that fits decides.
LIBRARIES = [
    ("gdk-pixbuf", r"gdk-pixbuf", r"gdk_pixbuf_", ["paper", "ui"]),
    ("GTK", r"gtk/|gdk/|gsk/|adwaita", r"(gtk|gdk|gsk|adw)_", ["ui", "main"]),
    ("SQLite", r"sqlite3", r"sqlite3_", ["store"]),
    ("GnuTLS", r"gnutls/", r"gnutls_", ["trust"]),
    ("libsoup", r"libsoup/", r"soup_", ["updates"]),
    ("libxml2", r"libxml/", r"(xml|html)[A-Z]", ["updates"]),
    ("GMime", r"gmime/", r"(g_mime|internet_address)_", ["cases"]),
    ("libsecret", r"libsecret/", r"secret_", ["accounts"]),
    ("HarfBuzz", r"hb(-|\.h)", r"hb_", ["paper"]),
    ("Pango", r"pango/", r"pango_", ["paper", "ui"]),
    ("Cairo", r"cairo", r"cairo_", ["paper", "ui"]),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
COMMENT_OR_TEXT = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.S)


def room_of(path):
    """app/core/base/veto-day.c is of "base", app/ui/home/x.c of "ui", app/main.c of "main"."""
    parts = path.parts[1:]
    if parts[0] == "core":
        return parts[1] if len(parts) > 2 else "core"
    return parts[0] if len(parts) > 1 else "main"


def library_of(name, column):
    for library in LIBRARIES:
        if re.match(library[column], name):
            return library
    return None


def check_includes(files, texts):
    homes = {}
    for path in files:
        homes.setdefault(path.name, []).append(room_of(path))
    for path in files:
        room = room_of(path)
        if room not in SEES:
            yield f"{path}: {room} is not a room; see the table in tests/house/layers.py"
            continue
        for mark, name in INCLUDE.findall(texts[path]):
            if mark == '"' and "/" in name:
                yield f"{path}: includes {name} by path; a header is included by its bare name"
            for home in homes.get(name, []):
                if home != room and home not in SEES[room]:
                    yield f"{path}: {room} may not know {home} ({name})"
            library = library_of(name, 1)
            if library and room not in library[3]:
                yield f"{path}: {room} may not know {library[0]} ({name})"


def names_of_platforms(root):
    """Ids and names of the platforms, and of those who run them, as far as nobody says them in C for another reason."""
    names = {"facebook", "instagram", "whatsapp"}
    guidance = root / "resources" / "guidance"
    for file in sorted(guidance.glob("platforms/*.json")):
        platform = json.loads(file.read_text(encoding="utf-8"))
        names |= {platform["id"].lower(), platform["name"].lower()}
    controllers = guidance / "controllers.json"
    if controllers.exists():
        names |= set(re.findall(r'"id"\s*:\s*"([a-z0-9-]+)"', controllers.read_text(encoding="utf-8")))
    return {name for name in names if len(name) >= 5}


def check_names(root, files, texts):
    names = "|".join(re.escape(name) for name in sorted(names_of_platforms(root)))
    pattern = re.compile(rf"(?<![a-z0-9])({names})(?![a-z0-9])", re.I)
    for path in files:
        code = COMMENT_OR_TEXT.sub(lambda part: part[0] if part[0][0] == '"' else " ", texts[path])
        for name in sorted(set(pattern.findall(code))):
            yield f"{path}: names {name}; what is about one platform belongs into resources/guidance"


def undefined_symbols(binary):
    run = subprocess.run(["nm", "--undefined-only", "--format=posix", str(binary)],
                         check=True, capture_output=True, text=True)
    return {line.split()[0].split("@")[0] for line in run.stdout.splitlines() if re.search(r"\s[Uw]\b", line)}


def check_symbols(build, files):
    app = pathlib.Path("app")
    binaries = {path: [path.relative_to(build).parts[2]] for path in sorted((build / app / "core").rglob("*.a"))}
    tool = build / app / "ctl" / "vetoctl"
    if tool.exists():
        binaries[tool] = ["ctl"] + SEES["ctl"]  # a program holds the rooms that it knows
    if not binaries and any(path.parts[1] == "core" and path.suffix == ".c" for path in files):
        yield f"{build / app / 'core'}: there is no archive; is the program built?"
    for path, rooms in binaries.items():
        for symbol in sorted(undefined_symbols(path)):
            library = library_of(symbol, 2)
            if library and not set(rooms) & set(library[3]):
                yield f"{path.relative_to(build)}: {rooms[0]} may not know {library[0]} ({symbol})"


def report(number, name, complaints):
    complaints = list(complaints)
    for complaint in complaints:
        print(f"# {complaint}")
    print(f"{'not ok' if complaints else 'ok'} {number} {name}", flush=True)
    return not complaints


def main(arguments):
    root = pathlib.Path(arguments[0])
    files = sorted(path.relative_to(root) for path in (root / "app").rglob("*.[ch]"))
    texts = {path: (root / path).read_text(encoding="utf-8") for path in files}
    checks = [("/layers/includes", check_includes(files, texts)),
              ("/layers/platforms-are-data", check_names(root, files, texts))]
    if len(arguments) > 1:
        checks.append(("/layers/symbols", check_symbols(pathlib.Path(arguments[1]), files)))
    print(f"1..{len(checks)}")
    results = [report(number, *check) for number, check in enumerate(checks, 1)]
    return 0 if all(results) and files else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
