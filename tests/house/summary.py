#!/usr/bin/env python3
"""Sums up test logs of meson: each failure's words, what was skipped, and "N passed, N failed" as the last line.

usage: summary.py TESTLOG.json… -- FAULT…          a FAULT is a sentence about what failed without being a test

Counts test cases, not programs: a program that speaks TAP counts as often as it says ok or not ok, and once more as
failed when it ended badly without saying not ok. Exits with 1 when anything failed or nothing ran.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import pathlib
import re
import sys

RESULT = re.compile(r"^(?P<indent> *)(?P<bad>not )?ok\b *\d* *-? *(?P<name>[^#]*?) *(?:# *(?P<directive>SKIP|TODO)\b *(?P<why>.*))?$",
                    re.I)
PLAN = re.compile(r"^ *1\.\.\d+", re.M)
MOST_LINES = 40


def cases_of(output):
    """Yields (name, verdict, why) of each case; a line that closes an indented group is no case of its own."""
    deepest = 0
    for line in output.splitlines():
        match = RESULT.match(line)
        if not match:
            continue
        depth, closes_group = len(match["indent"]), len(match["indent"]) < deepest
        deepest = depth
        if closes_group and not match["bad"]:
            continue
        if match["directive"]:
            yield match["name"], "skipped", match["why"] or match["directive"]
        else:
            yield match["name"], "failed" if match["bad"] else "passed", ""


def read_test(test):
    """Returns the cases of one test program; at least one."""
    output, result = test.get("stdout", ""), test["result"]
    cases = list(cases_of(output)) if PLAN.search(output) else []
    went_well = result in ("OK", "EXPECTEDFAIL")
    if result == "SKIP" and not any(verdict == "failed" for _, verdict, _ in cases):
        if not cases:
            cases = [("", "skipped", (output.strip().splitlines() or ["it said nothing"])[-1])]
    elif not went_well and not any(verdict == "failed" for _, verdict, _ in cases):
        cases.append(("", "failed", f"it ended with {result.lower()}, exit code {test.get('returncode')}"))
    elif went_well and not cases:
        cases = [("", "passed", "")]
    return cases


def tell_failure(test, cases):
    print(f"\nFAILED {test['name']}")
    for name, verdict, why in cases:
        if verdict == "failed":
            print("  " + " ".join(part for part in (name, why) if part))
    words = [line for line in (test.get("stdout", "") + "\n" + test.get("stderr", "")).splitlines()
             if line.strip() and not re.match(r"^ *(ok\b|1\.\.|TAP version|# (Start|End) of|# random seed)", line)]
    if len(words) > MOST_LINES:
        print(f"    … {len(words) - MOST_LINES} lines more in the log")
    for line in words[-MOST_LINES:]:
        print("    " + line)


def main(arguments):
    cut = arguments.index("--")
    logs, faults = arguments[:cut], arguments[cut + 1:]
    passed, failed, skipped = 0, len(faults), []
    for log in logs:
        path = pathlib.Path(log)
        if not path.exists():
            faults.append(f"{log} was not written: no test ran")
            failed += 1
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            test = json.loads(line)
            cases = read_test(test)
            passed += sum(verdict == "passed" for _, verdict, _ in cases)
            bad = sum(verdict == "failed" for _, verdict, _ in cases)
            failed += bad
            skipped += [(test["name"], name, why) for name, verdict, why in cases if verdict == "skipped"]
            if bad:
                tell_failure(test, cases)
    for fault in faults:
        print(f"\nFAILED {fault}")
    if skipped:
        print("\nSkipped:")
        for test, name, why in skipped:
            print("  " + " ".join(part for part in (test, name, f"({why})") if part))
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
