#!/usr/bin/env python3
"""Reads a calendar file with a parser that is not ours, and says what is in it, as JSON.

usage: read-calendar.py FILE.ics; exit code 77 when there is no such parser here

SPDX-License-Identifier: GPL-3.0-or-later
"""
import datetime
import json
import sys

try:
    from icalendar import Calendar
except ImportError:
    sys.exit(77)

with open(sys.argv[1], "rb") as file:
    data = file.read()
calendar = Calendar.from_ical(data)
entries = []
for event in calendar.walk("VEVENT"):
    alarms = event.walk("VALARM")
    stamp = event.decoded("DTSTAMP")
    assert stamp.tzinfo is not None and stamp == event.decoded("LAST-MODIFIED")
    assert all(type(event.decoded(name)) is datetime.date for name in ("DTSTART", "DTEND"))
    assert event.decoded("DTEND") - event.decoded("DTSTART") == datetime.timedelta(days=1)
    entries.append({
        "uid": str(event["UID"]),
        "day": event.decoded("DTSTART").isoformat(),
        "sequence": int(event["SEQUENCE"]),
        "summary": str(event["SUMMARY"]),
        "description": str(event["DESCRIPTION"]),
        "alarm_hours": int(alarms[0].decoded("TRIGGER").total_seconds() // 3600),
        "alarm": str(alarms[0]["ACTION"]) + " " + str(alarms[0]["DESCRIPTION"]),
    })
print(json.dumps({
    "version": str(calendar["VERSION"]),
    "entries": entries,
    "longest": max(len(line) for line in data.split(b"\r\n")),
    "lone_newlines": data.replace(b"\r\n", b"").count(b"\n") + data.replace(b"\r\n", b"").count(b"\r"),
    "again": Calendar.from_ical(calendar.to_ical()) == calendar,
}))
