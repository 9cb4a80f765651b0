#!/usr/bin/env python3
"""Makes two languages that nobody speaks, in which a test sees what is no translation and what has too little room.

usage: make-pseudo.py FROM.mo GUIDANCE TO STAMP

FROM.mo is a complete catalogue of any language: it tells which words there are. GUIDANCE is the folder of the guidance.
Below TO, each with a catalogue and a guidance of its own:

  en_XA   "Save %s" becomes "[Šàvé %s ~~]": each text in brackets, and longer by two fifths
  en_XB   in Hebrew letters, which one reads from right to left

Both keep whole what a program reads: placeholders, markup, addresses.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import pathlib
import re
import struct
import sys

KEPT = re.compile(
    r"(%(?:\d+\$)?[-+0#]*\d*(?:\.\d+)?(?:l|ll|z)?[a-zA-Z%]|\{\{?[^{}]*\}\}?|<[^<>]*>|&[#\w]+;|\S*(?:://|@|www\.)\S*)"
)
LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTS = str.maketrans(LATIN, "àbçđéfğĥïĵķļmñöþqŕšţüvŵxýžÀBÇĐÉFĞĤÏĴĶĻMÑÖÞQŔŠŢÜVŴXÝŽ")
HEBREW = str.maketrans(LATIN, "אבצדהפגחיקכלמנועשרסטואוקיז" * 2)
CODE = "language code\x04en"  # the program asks for it, nobody reads it


def turn_letters(text, letters):
    return "".join(part if i % 2 else part.translate(letters) for i, part in enumerate(KEPT.split(text)))


def make_long(text):
    """In groups of six, so that a line may end between them"""
    room = "~" * max(len(text) * 2 // 5 - 2, 1)
    words = " ".join(room[i:i + 6] for i in range(0, len(room), 6))
    return f"[{turn_letters(text, ACCENTS)} {words}]"


def make_hebrew(text):
    return turn_letters(text, HEBREW)


def read_messages(path):
    """The messages of a catalogue as they are in English, each with its plural"""
    data = path.read_bytes()
    _, _, n, table = struct.unpack_from("=4I", data)
    for i in range(n):
        length, start = struct.unpack_from("=2I", data, table + 8 * i)
        yield data[start:start + length].decode()


def write_catalogue(path, messages):
    """In the format of "The Format of GNU MO Files" of gettext's manual; @messages are sorted"""
    pairs = [(key.encode(), value.encode()) for key, value in messages]
    at = 28 + 16 * len(pairs)
    tables, texts = [b"", b""], b""
    for which in (0, 1):
        for pair in pairs:
            tables[which] += struct.pack("=2I", len(pair[which]), at + len(texts))
            texts += pair[which] + b"\0"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("=7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, at)
                     + tables[0] + tables[1] + texts)


def translate(message, change):
    if message == "":
        return "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"
    words = message.split("\x04")[-1]
    return words if message == CODE else "\0".join(change(form) for form in words.split("\0"))


def main():
    catalogue, guidance, to, stamp = map(pathlib.Path, sys.argv[1:])
    messages = sorted(read_messages(catalogue), key=lambda message: message.encode())
    words = json.loads((guidance / "text" / "en.json").read_text())
    for name, change in (("en_XA", make_long), ("en_XB", make_hebrew)):
        write_catalogue(to / name / "LC_MESSAGES" / "veto.mo", [(text, translate(text, change)) for text in messages])
        folder = to / name / "guidance"
        (folder / "text").mkdir(parents=True, exist_ok=True)
        (folder / "guidance.json").write_bytes((guidance / "guidance.json").read_bytes())
        changed = {key: change(text) for key, text in words["strings"].items()}
        (folder / "text" / "en.json").write_text(json.dumps({**words, "strings": changed}, ensure_ascii=False))
    stamp.touch()


main()
