#!/usr/bin/env python3
"""What a feed costs with ten million people: bytes of real checks, measured on the wire, and a simulated day.

usage: feed-scale.py VETOCTL VETO_FEED GUIDANCE [--compare PAGE]

Makes a feed of GUIDANCE with throw-away keys, serves it with "vetoctl feed serve", lets the client ("veto-feed") look
through a proxy that counts, and prints each figure in a line. With --compare it speaks TAP: whether the table of PAGE,
docs/scale.md, says the same (a figure with "about" before it depends on how long the guidance is: within 30 %, the others
within 5 %).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import datetime
import pathlib
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

CLIENTS = 10_000_000
DAY = 86_400
JITTER = 4 * 3600          # an automatic look is due 24 hours after the last, give or take this
EDGES = 200                # places of a CDN, each with a cache of its own
INDEX_AGE, MISSING_AGE = 300, 60  # seconds, as veto-feed-server.h has them
PASSPHRASE = "throw-away keys of a measurement\n"


class CountingProxy:
    """Passes every byte on, and counts requests and bytes."""

    def __init__(self, port):
        self.target, self.n_requests, self.n_bytes = port, 0, 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listener.getsockname()[1]}/"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            server = socket.create_connection(("127.0.0.1", self.target))
            threading.Thread(target=self.copy, args=(client, server, True), daemon=True).start()
            threading.Thread(target=self.copy, args=(server, client, False), daemon=True).start()

    def copy(self, source, target, is_request):
        try:
            while data := source.recv(65536):
                self.n_bytes += len(data)
                self.n_requests += data.count(b"GET /") if is_request else 0
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # one side has gone

    def take(self):
        counted = self.n_requests, self.n_bytes
        self.n_requests = self.n_bytes = 0
        return counted


class Publisher:
    def __init__(self, vetoctl, folder):
        self.vetoctl, self.folder, self.version = vetoctl, folder, 0

    def run(self, *words):
        subprocess.run([self.vetoctl, "feed", *map(str, words)], input=PASSPHRASE, text=True, check=True,
                       stdout=subprocess.DEVNULL)

    def sign(self, what, out, keys):
        self.run("sign", what, "--key", self.folder / f"{keys[0]}.pem", "--out", out)
        for key in keys[1:]:
            self.run("add-signature", out, "--key", self.folder / f"{key}.pem")

    def begin(self, hosts):
        options = []
        for name in ("root-a", "root-b", "root-c", "index-a", "index-b", "index-c"):
            self.run("key", self.folder / f"{name}.pem")
            options += [f"--{name.split('-')[0]}-key", self.folder / f"{name}.pem.pub"]
        self.run("root", self.folder / "root.payload", "--hosts", hosts, *options)
        (self.folder / "roots" / "root").mkdir(parents=True)
        self.sign(self.folder / "root.payload", self.folder / "roots/root/1.json", ["root-a", "root-b"])
        self.run("publish", self.folder / "roots", "--to", self.folder / "feed")

    def release(self, guidance):
        self.version += 1
        out = self.folder / f"release-{self.version}"
        self.run("build", guidance, "--version", self.version, "--out", out)
        self.sign(out, out / "index.json", ["index-a", "index-b"])
        self.run("publish", out, "--to", self.folder / "feed")


def look(veto_feed, folder, proxy):
    """One look of a client. Returns: requests and bytes, both ways"""
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    answer = subprocess.run([veto_feed, "--root", folder / "roots/root/1.json", "--state", folder / "state", "--url",
                             proxy.address, "--now", now, "refresh"], check=True, capture_output=True, text=True).stdout
    if '"code":null' not in answer.replace(" ", ""):
        raise RuntimeError(answer)
    return proxy.take()


def measure(vetoctl, veto_feed, guidance, folder):
    publisher = Publisher(vetoctl, folder)
    publisher.begin(guidance / "hosts.json")
    publisher.release(guidance)
    server = subprocess.Popen([vetoctl, "feed", "serve", folder / "feed"], stdout=subprocess.PIPE, text=True)
    try:
        proxy = CountingProxy(int(re.search(r":(\d+)/", server.stdout.readline())[1]))
        first = look(veto_feed, folder, proxy)
        nothing_new = look(veto_feed, folder, proxy)
        publisher.release(guidance)
        signed_again = look(veto_feed, folder, proxy)
        changed = folder / "changed"
        shutil.copytree(guidance, changed)
        words = next(iter(sorted(changed.glob("text/de/*.json"))))
        text = words.read_text(encoding="utf-8")
        words.write_text(re.sub(r'(\.title": "[^"]*)"', r'\1!"', text, count=1) if '.title"' in text else
                         re.sub(r'(": "[^"]{3,30})"', r'\1 "', text, count=1), encoding="utf-8")
        publisher.release(changed)
        one_language = look(veto_feed, folder, proxy)
    finally:
        server.terminate()
        server.wait()
    return first, nothing_new, signed_again, one_language


def origin_fetches(max_age, dice):
    """Of one day: each edge asks once, keeps the answer, and asks again at the first request after that."""
    rate = CLIENTS / DAY / EDGES
    fetches = 0
    for _ in range(EDGES):
        at = dice.expovariate(rate)
        while at < DAY:
            fetches += 1
            at += max_age + dice.expovariate(rate)
    return fetches


def busiest_quarter(days, dice, n_clients=1_000_000):
    """How much busier than the average the busiest quarter of an hour is, when all began in the same second. The sum of the
    days' jitters is drawn as a normal one, but for the first day's."""
    quarters = [0] * 96
    spread = JITTER / 3 ** 0.5 * days ** 0.5
    for _ in range(n_clients):
        at = dice.uniform(-JITTER, JITTER) if days == 1 else dice.gauss(0, spread)
        quarters[int(at % DAY) // 900] += 1
    return max(quarters) / (n_clients / 96)


def figures(measured):
    first, nothing_new, signed_again, one_language = measured
    dice = random.Random(8)
    missing, index = origin_fetches(MISSING_AGE, dice), origin_fetches(INDEX_AGE, dice)
    hits = 100 * (1 - (missing + index) / (nothing_new[0] * CLIENTS))
    return [
        ("requests of a look without news", nothing_new[0], ""),
        ("bytes of a look without news", nothing_new[1], "B"),
        ("requests a day", nothing_new[0] * CLIENTS / 1e6, "million"),
        ("requests a second", nothing_new[0] * CLIENTS / DAY, ""),
        ("traffic a day", nothing_new[1] * CLIENTS / 1e9, "GB"),
        ("traffic a month", 30 * nothing_new[1] * CLIENTS / 1e9, "GB"),
        ("average load", 8 * nothing_new[1] * CLIENTS / DAY / 1e6, "Mbit/s"),
        ("requests a day that reach the origin", (missing + index) / 1e6, "million"),
        ("cache hits", hits, "%"),
        ("busiest quarter of an hour on day 1", busiest_quarter(1, dice), "times the average"),
        ("busiest quarter of an hour on day 7", busiest_quarter(7, dice), "times the average"),
        ("busiest quarter of an hour on day 30", busiest_quarter(30, dice), "times the average"),
        ("bytes of a look after a monthly signing", signed_again[1], "B"),
        ("about: one client's update, one language changed", one_language[1] / 1e6, "MB"),
        ("about: one client's first update", first[1] / 1e6, "MB"),
        ("about: traffic of a release, one language changed", one_language[1] * CLIENTS / 1e12, "TB"),
    ]


def read_table(page):
    rows = re.findall(r"^\| ([^|]+) \| ([0-9.]+)(?: [^|]*)? \|$", page.read_text(encoding="utf-8"), re.M)
    return {name.strip(): float(value) for name, value in rows}


def compare(results, page):
    table = read_table(page)
    good = True
    print(f"1..{len(results) + 1}")
    for number, (name, value, _) in enumerate(results, 1):
        tolerance = 0.3 if name.startswith("about") else 0.05
        fits = name in table and abs(table[name] - value) <= tolerance * value
        good &= fits
        if not fits:
            print(f"# {page.name} says {table.get(name)}, measured was {value:.4g}")
        print(f"{'ok' if fits else 'not ok'} {number} {name}")
    by_name = {name: value for name, value, _ in results}
    small = by_name["requests of a look without news"] <= 2 and by_name["bytes of a look without news"] <= 8192
    print(f"{'ok' if small else 'not ok'} {len(results) + 1} a look without news: two requests and 8 KB at most")
    return good and small


def main(arguments):
    vetoctl, veto_feed, guidance = map(pathlib.Path, arguments[:3])
    with tempfile.TemporaryDirectory() as folder:
        results = figures(measure(vetoctl.resolve(), veto_feed.resolve(), guidance.resolve(), pathlib.Path(folder)))
    if len(arguments) == 5 and arguments[3] == "--compare":
        return 0 if compare(results, pathlib.Path(arguments[4])) else 1
    for name, value, unit in results:
        print(f"  {name}: {value:.4g} {unit}".rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
