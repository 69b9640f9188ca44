"""Measures how soon the site is ready, and what it holds in memory after 10,000 requests of every kind.

    bin/bench start

On a database with the gazetteer and the demo universe. The time to ready is that of the best of several starts: it is
a figure of the clock, which other work on the machine only lengthens.
"""
import argparse
import concurrent.futures
import http.client
import json
import os
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse

from harness import Table, copolis, demo, free_port, get, resident, seconds_of

STARTS, REQUESTS, CLIENTS = 9, 10_000, 8


def start(binary, database):
    port = free_port()
    environment = dict(os.environ, COPOLIS_DATABASE=str(database), COPOLIS_LOG_FILE="/dev/null")
    begun = time.monotonic()
    process = subprocess.Popen([binary, "serve", "--port", str(port)], env=environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    try:
        while time.monotonic() - begun < 30:
            try:
                get(f"http://127.0.0.1:{port}/ready")
                return time.monotonic() - begun, seconds_of(process.pid)
            except OSError:
                time.sleep(0.001)
        raise SystemExit("the site was not ready within 30 seconds")
    finally:
        process.terminate()
        process.wait(15)


def addresses(url):
    """Pages and records of every kind, for people and for programs, some found by asking, some that are not there."""
    found = ["/", "/organisations", "/needs", "/practices", "/partnerships", "/exchanges", "/methods", "/landscape",
             "/landscape/network", "/events", "/open/", "/api", "/api/openapi.json", "/sdgs/6", "/sdgs/11", "/countries/ZA",
             "/countries/MZ", "/search?q=water", "/search?q=agua", "/search?q=d%C3%A9chets&kind=practice", "/nowhere",
             "/organisations/org_none", "/open/organisations.csv", "/open/needs.json", "/open/activities.iati.xml"]
    for kind in ["organisations", "needs", "practices", "partnerships", "exchanges"]:
        try:
            items = json.loads(get(f"{url}/{kind}.json?per=40"))["items"]
        except (urllib.error.HTTPError, KeyError):
            continue
        found += [f"/{kind}/{item['id']}{ending}" for item in items if "id" in item for ending in ("", ".json")]
        found += [f"/needs/{item['id']}/matches" for item in items if kind == "needs"]
    return found + [f"{path}{'&' if '?' in path else '?'}lang={lang}" for path in found[:60] for lang in ("fr", "ar")]


def ask(host, paths):
    connection, count = http.client.HTTPConnection(host, timeout=60), 0
    for path in paths:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip", "User-Agent": "bench"})
        connection.getresponse().read()
        count += 1
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = demo(asked.binary, folder)
        table = Table()
        # The first start makes the search index; every later one finds it.
        first, _ = start(asked.binary, database)
        table.figure("ready after the first start, which makes the index", first * 1000, "ms")
        starts = [start(asked.binary, database) for _ in range(STARTS)]
        table.figure("ready after a start", min(clock for clock, _ in starts) * 1000, "ms", at_most=200)
        table.figure("processor time of it", min(busy for _, busy in starts) * 1000, "ms")
        with copolis(asked.binary, database) as server:
            known = addresses(server.url)
            todo = [known[number % len(known)] for number in range(REQUESTS)]
            host = urllib.parse.urlsplit(server.url).netloc
            with concurrent.futures.ThreadPoolExecutor(CLIENTS) as clients:
                count = sum(clients.map(lambda part: ask(host, part), [todo[n::CLIENTS] for n in range(CLIENTS)]))
            table.figure(f"resident after {count:,} requests to {len(known)} addresses", resident(server.process.pid), "MB",
                         at_most=120)
    table.end()


if __name__ == "__main__":
    main()
