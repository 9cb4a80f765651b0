#!/usr/bin/env python3
"""Shows the layers test a made-up house with one fault at a time, and asks that it names that fault; speaks TAP.

usage: layers-can-fail.py CC

SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import subprocess
import sys
import tempfile

LAYERS = pathlib.Path(__file__).with_name("layers.py")
SOUND = {
    "app/core/base/veto-day.h": "#include <glib.h>\n",
    "app/core/store/veto-store.h": "#include <sqlite3.h>\n",
    "app/core/cases/veto-case.c": '#include "veto-day.h"\n#include "veto-store.h"\n/* such as Facebook */\n',
    "app/ui/home/veto-home.c": '#include <gtk/gtk.h>\n#include "veto-day.h"\n',
    "app/main.c": '#include <adwaita.h>\n',
    "build/app/core/base/veto-day.c": "extern int sound (void);\nint day (void) { return sound (); }\n",
}
# name, file, its content, what the complaint must say (None: there must be no complaint)
FAULTS = [
    ("sound", "app/core/base/veto-day.c", '#include "veto-day.h"\n', None),
    ("downstairs-knows-upstairs", "app/core/base/veto-day.c", '#include "veto-store.h"\n', "base may not know store"),
    ("neighbours", "app/core/guidance/veto-guide.c", '#include "veto-store.h"\n', "guidance may not know store"),
    ("core-knows-window", "app/core/cases/veto-case.h", "#include <gtk/gtk.h>\n", "cases may not know GTK"),
    ("tool-knows-window", "app/ctl/vetoctl.c", "# include <adwaita.h>\n", "ctl may not know GTK"),
    ("tool-knows-database", "app/ctl/vetoctl.c", "#include <sqlite3.h>\n", "ctl may not know SQLite"),
    ("window-knows-database", "app/ui/home/veto-x.c", "#include <sqlite3.h>\n", "ui may not know SQLite"),
    ("core-draws", "app/core/letters/veto-x.c", "#include <cairo.h>\n", "letters may not know Cairo"),
    ("by-path", "app/ui/home/veto-x.c", '#include "../core/base/veto-day.h"\n', "by its bare name"),
    ("no-such-room", "app/core/cellar/veto-x.c", "int x;\n", "cellar is not a room"),
    ("platform-in-text", "app/ui/home/veto-x.c", 'const char *x = "facebook";\n', "names facebook"),
    ("platform-in-name", "app/core/cases/veto-x.c", "int is_Facebook_case;\n", "names Facebook"),
    ("window-in-archive", "build/app/core/base/veto-day.c",
     "extern int gtk_init (void);\nint day (void) { return gtk_init (); }\n", "base may not know GTK (gtk_init)"),
    ("database-in-archive", "build/app/core/base/veto-day.c",
     "extern int sqlite3_open (void);\nint day (void) { return sqlite3_open (); }\n", "base may not know SQLite"),
    ("database-in-tool", "build/app/ctl/vetoctl.c",
     "extern int sqlite3_open (void);\nint main (void) { return sqlite3_open (); }\n", None),
    ("window-in-tool", "build/app/ctl/vetoctl.c",
     "extern int gtk_init (void);\nint main (void) { return gtk_init (); }\n", "ctl may not know GTK (gtk_init)"),
    ("nothing-built", "build/app/core/base/veto-day.c", None, "there is no archive"),
]


def build_house(root, files, cc):
    for name, content in files.items():
        if content is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
    for source in (root / "build").rglob("*.c"):
        subprocess.run([cc, "-c", source.name, "-o", "day.o"], cwd=source.parent, check=True)
        if source.stem == "vetoctl":  # an object file tells of its symbols just as the program does
            (source.parent / "day.o").rename(source.with_suffix(""))
        else:
            subprocess.run(["ar", "rcs", "libveto-base.a", "day.o"], cwd=source.parent, check=True)


def main(cc):
    failed = 0
    print(f"1..{len(FAULTS)}")
    for number, (name, file, content, words) in enumerate(FAULTS, 1):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            build_house(root, {**SOUND, file: content}, cc)
            run = subprocess.run([sys.executable, LAYERS, root, root / "build"], capture_output=True, text=True)
            good = run.returncode == 0 if words is None else run.returncode != 0 and words in run.stdout
        if not good:
            failed += 1
            print("".join(f"# {line}\n" for line in (run.stdout + run.stderr).splitlines()), end="")
        print(f"{'ok' if good else 'not ok'} {number} /layers-can-fail/{name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
