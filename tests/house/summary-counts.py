#!/usr/bin/env python3
"""Shows summary.py logs as meson writes them, and asks for the last line and the exit code; speaks TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import pathlib
import subprocess
import sys
import tempfile

SUMMARY = pathlib.Path(__file__).with_name("summary.py")
# name, [(meson's result, what the program said)], faults, last line, exit code, words that must stand above
ROWS = [
    ("nothing", [], [], "0 passed, 0 failed", 1, ""),
    ("plain", [("OK", "fine\n"), ("FAIL", "the sky fell\n")], [], "1 passed, 1 failed", 1, "the sky fell"),
    ("tap", [("OK", "1..2\nok 1 /a\n# words\nok 2 /b\n")], [], "2 passed, 0 failed", 0, ""),
    ("tap-fails", [("FAIL", "1..2\nok 1 /a\n# expected 3\nnot ok 2 /b - oh\n")], [], "1 passed, 1 failed", 1, "expected 3"),
    ("crash", [("ERROR", "1..2\nok 1 /a\n")], [], "1 passed, 1 failed", 1, "ended with error"),
    ("timeout", [("TIMEOUT", "")], [], "0 passed, 1 failed", 1, "ended with timeout"),
    ("groups", [("OK", "TAP version 14\n# Subtest: a\n    ok 1 /a/b\n    ok 2 /a/c\n    1..2\nok 1 a\n1..1\n")], [],
     "2 passed, 0 failed", 0, ""),
    ("skipped-case", [("OK", "1..2\nok 1 /a\nok 2 /b # SKIP not as root\n")], [], "1 passed, 0 failed", 0, "not as root"),
    ("skipped", [("SKIP", "no clang-format 14\n")], [], "0 passed, 0 failed", 1, "no clang-format 14"),
    ("fault", [("OK", "1..1\nok 1 /a\n")], ["It could not be built."], "1 passed, 1 failed", 1, "could not be built"),
]

print(f"1..{len(ROWS)}")
failed = False
for number, (name, tests, faults, last, code, words) in enumerate(ROWS, 1):
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as log:
        for result, output in tests:
            log.write(json.dumps({"name": "x", "result": result, "stdout": output, "returncode": 1}) + "\n")
        log.flush()
        run = subprocess.run([sys.executable, SUMMARY, log.name, "--", *faults], capture_output=True, text=True)
    good = run.stdout.splitlines()[-1:] == [last] and run.returncode == code and words in run.stdout
    if not good:
        failed = True
        print("".join(f"# {line}\n" for line in (run.stdout + run.stderr).splitlines()), end="")
    print(f"{'ok' if good else 'not ok'} {number} /summary/{name}")
sys.exit(failed)
