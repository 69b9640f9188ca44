"""A server that is killed at any moment loses nothing that it has answered for, and nothing is left half done.

No browser here: programs write through the API while the server is killed (SIGKILL) at moments that a seed chooses.
"""
import contextlib
import http.client
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
import urllib.parse

import pytest

from conftest import BINARY, PASSWORD

ROUNDS = 5
WRITERS = 4
EMAIL = "rui@nhamatare.example"


class Served:
    """A Copolis on a database of its own, which can be killed and begun again."""

    def __init__(self, environment):
        self.environment = environment
        self.process = None

    def begin(self):
        self.process = subprocess.Popen(
            [BINARY, "serve", "--port", "0"], env=self.environment, stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        found = re.search(r"http://(\S+)", line)
        assert found, f"it does not begin: {line}{self.process.stderr.read()}"
        self.host = found.group(1)

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stderr.close()

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            assert self.process.wait(20) == 0
            self.process.stderr.close()

    def ask(self, verb, path, body=None, key=None, **headers):
        connection = http.client.HTTPConnection(self.host, timeout=10)
        with contextlib.closing(connection):
            headers = {"Accept": "application/json", **headers}
            if key:
                headers["Authorization"] = f"Bearer {key}"
            if isinstance(body, dict):
                body, headers["Content-Type"] = json.dumps(body), "application/json"
            connection.request(verb, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(), answer.headers

    def key(self):
        """A key for programs, got as a person gets one: signed in, from the account's page."""
        form = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}

        def cookies(headers):
            pairs = [value.split(";")[0] for value in headers.get_all("Set-Cookie") or []]
            return "; ".join(pair for pair in pairs if not pair.endswith("="))

        def form_key(page):
            return re.search('name="form-key" value="([^"]+)"', page).group(1)

        _, page, headers = self.ask("GET", "/sign-in", Accept="text/html")
        fields = {"email": EMAIL, "password": PASSWORD, "form-key": form_key(page)}
        status, _, headers = self.ask(
            "POST", "/sign-in", urllib.parse.urlencode(fields), **form, Cookie=cookies(headers))
        assert status == 303
        session = cookies(headers)
        _, page, _ = self.ask("GET", "/account", Accept="text/html", Cookie=session)
        fields = {"label": "a test", "form-key": form_key(page)}
        _, page, _ = self.ask(
            "POST", "/account/tokens", urllib.parse.urlencode(fields), **form, Cookie=session)
        return re.search("<code>([^<]+)</code>", page).group(1)


class Writer(threading.Thread):
    """Adds needs and practices and changes them, one after another, and remembers what was acknowledged."""

    def __init__(self, served, key, organisation, name, known):
        super().__init__()
        self.served, self.key, self.organisation, self.name, self.known = served, key, organisation, name, known
        self.failure = None

    def run(self):
        number = 0
        with contextlib.suppress(OSError, http.client.HTTPException):
            while self.failure is None:
                number += 1
                kind = "needs" if number % 2 else "practices"
                self.write(kind, f"Killed {self.name}x{number}")

    def write(self, kind, title):
        body = {"organisation": self.organisation, "original": "en", "title": title, "languages": ["en"],
                "themes": ["drainage-and-floods"], "problem": "Water stands in the streets.",
                "story": "We dug ditches.", "publish": True}
        status, text, headers = self.served.ask("POST", f"/{kind}", body, self.key)
        if status != 201:
            self.failure = f"{status} {text}"
            return
        record = json.loads(text)
        address, tag = f"/{kind}/{record['id']}", headers["ETag"]
        self.known[address] = {title}
        # Until it is answered, either may be on record.
        self.known[address].add(title + " again")
        status, text, _ = self.served.ask("PUT", address, dict(body, title=title + " again"), self.key, **{"If-Match": tag})
        if status != 200:
            self.failure = f"{status} {text}"
            return
        self.known[address] = {title + " again"}


def sqlite(folder, universe):
    path = f"{folder}/copolis.db"
    shutil.copy(universe, path)

    def rows(query):
        with contextlib.closing(sqlite3.connect(path)) as database:
            return database.execute(query).fetchall()

    def sound():
        assert rows("PRAGMA integrity_check") == [("ok",)]
        assert rows("PRAGMA foreign_key_check") == []

    return path, rows, sound


def postgres(folder, _):
    url = os.environ.get("COPOLIS_TEST_POSTGRES")
    if not url:
        pytest.skip("no PostgreSQL runs for the tests (COPOLIS_TEST_POSTGRES)")
    name = f"killed_{os.getpid()}"
    psql(url, f"CREATE DATABASE {name}")
    own = url.rsplit("/", 1)[0] + "/" + name
    subprocess.run([BINARY, "demo"], env=dict(os.environ, COPOLIS_DATABASE=own), check=True, capture_output=True)
    return own, lambda query: psql(own, query), lambda: None


def psql(url, query):
    answer = subprocess.run(["psql", "-XAt", "-F", "\t", url, "-c", query], check=True, capture_output=True, text=True)
    return [tuple(int(cell) if cell.isdigit() else cell for cell in line.split("\t"))
            for line in answer.stdout.splitlines()]


@pytest.fixture(scope="module")
def universe(tmp_path_factory):
    path = tmp_path_factory.mktemp("universe") / "copolis.db"
    subprocess.run([BINARY, "demo"], env=dict(os.environ, COPOLIS_DATABASE=str(path)), check=True, capture_output=True)
    return path


# Every need and practice of the test has the line of audit, the change and the owner that belong to it.
WHOLE = """
SELECT COUNT(*) FROM {table} WHERE title LIKE '%Killed%' AND (
  (SELECT COUNT(*) FROM audit WHERE subject = {table}.id AND verb LIKE 'add-%') <> 1
  OR NOT EXISTS (SELECT 1 FROM change WHERE subject = {table}.id)
  OR NOT EXISTS (SELECT 1 FROM organisation WHERE id = {table}.organisation))
"""


@pytest.mark.parametrize("engine", [sqlite, postgres], ids=["sqlite", "postgres"])
def test_nothing_acknowledged_is_lost(engine, universe, tmp_path):
    database, rows, sound = engine(tmp_path, universe)
    environment = dict(os.environ, COPOLIS_DATABASE=database, COPOLIS_LOG_FILE=f"{tmp_path}/log",
                       COPOLIS_SEARCH=f"{tmp_path}/search")
    served, chance, known = Served(environment), random.Random(11), {}
    served.begin()
    key = served.key()
    organisation = json.loads(served.ask("GET", "/account", key=key)[1])["organisations"][0]["id"]
    for turn in range(ROUNDS):
        writers = [Writer(served, key, organisation, f"{turn}w{number}", known) for number in range(WRITERS)]
        for writer in writers:
            writer.start()
        until, least = time.monotonic() + 20, len(known) + WRITERS
        while len(known) < least and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(chance.random() / 2)
        served.kill()
        for writer in writers:
            writer.join()
            assert writer.failure is None
        if turn == 2:  # Whoever kills servers may lose folders too: the index is made anew.
            shutil.rmtree(tmp_path / "search" / "words")
        if turn == 3:
            for file in (tmp_path / "search" / "words" / "current").glob("*.glass"):
                file.write_bytes(file.read_bytes()[:100])
        sound()
        served.begin()
    assert len(known) >= ROUNDS * WRITERS
    for address, titles in known.items():
        status, text, _ = served.ask("GET", address, key=key)
        assert status == 200, address
        assert json.loads(text)["title"] in titles, address
    for table in ["need", "practice"]:
        assert rows(WHOLE.format(table=table)) == [(0,)]
    found_by_search(served, next(iter(reversed(known.values()))))
    served.end()
    sound()


def found_by_search(served, titles):
    """The index catches up within seconds."""
    word = next(iter(titles)).split()[1]
    for _ in range(100):
        status, text, _ = served.ask("GET", f"/search?q={word}")
        if status == 200 and json.loads(text)["total"] >= 1:
            return
        time.sleep(0.1)
    raise AssertionError(f"{word} is not found: {status} {text[:200]}")


def test_a_killed_import_and_a_killed_copy_leave_everything_as_it_was(universe, tmp_path):
    path, rows, sound = sqlite(tmp_path, universe)
    environment = dict(os.environ, COPOLIS_DATABASE=path)
    names = tmp_path / "organisations.csv"
    lines = [f"Town {number},local-government,MZ" for number in range(20_000)]
    names.write_text("\n".join(["name,kind,country", *lines]) + "\n")
    count = "SELECT (SELECT COUNT(*) FROM organisation), (SELECT COUNT(*) FROM import_run), (SELECT COUNT(*) FROM audit)"
    before, chance = rows(count), random.Random(5)
    for command in [["import", str(names)], ["backup", str(tmp_path / "copy.db")]] * 2:
        process = subprocess.Popen([BINARY, *command], env=environment, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        time.sleep(0.05 + chance.random() * 0.5)
        process.kill()
        process.wait()
        sound()
        if command[0] == "backup":
            # There whole or not at all; what an unfinished one leaves does not stand in the way of the next.
            (tmp_path / "copy.db").unlink(missing_ok=True)
    assert rows(count) == before or rows(count)[0][1] > before[0][1]
    subprocess.run([BINARY, "backup", str(tmp_path / "copy.db")], env=environment, check=True, capture_output=True)
    with contextlib.closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
