"""What an operator relies on: logs, figures, signals."""
import concurrent.futures
import json
import os
import re
import shutil
import signal
import sqlite3
import time

import pytest

from conftest import PASSWORD
from test_kill import Served, universe  # noqa: F401


@pytest.fixture
def served(universe, tmp_path):  # noqa: F811
    shutil.copy(universe, tmp_path / "copolis.db")
    served = Served(dict(os.environ, COPOLIS_DATABASE=f"{tmp_path}/copolis.db", COPOLIS_LOG_FILE=f"{tmp_path}/log"))
    served.folder = tmp_path
    served.begin()
    yield served
    served.end()


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_the_log_is_lines_of_json_without_secrets_and_is_opened_anew_on_sighup(served):
    key = served.key()
    assert served.ask("GET", "/account", key=key)[0] == 200
    served.ask("GET", "/exchanges/exc_00000000000000000000000000/join/averysecrettoken")
    log = served.folder / "log"
    moved = log.rename(served.folder / "log.1")
    served.process.send_signal(signal.SIGHUP)
    # A line is written once its answer is out: it may come a moment later, and one of before into the new file.
    for _ in range(100):
        served.ask("GET", "/health")
        time.sleep(0.05)
        if log.exists() and any(line["path"] == "/health" for line in lines(log)):
            break
    else:
        raise AssertionError("the log was not opened anew")
    text = moved.read_text() + log.read_text()
    for secret in [key, PASSWORD, PASSWORD.replace(" ", "+"), "averysecrettoken", "form-key"]:
        assert secret not in text
    for line in lines(moved):
        assert {"at", "request", "verb", "path", "status", "bytes", "microseconds", "client"} <= line.keys()


def test_a_failure_is_in_the_log_under_the_number_that_its_page_quotes(served):
    with sqlite3.connect(served.folder / "copolis.db") as database:
        database.execute("ALTER TABLE practice RENAME TO practice_gone")
    status, page, _ = served.ask("GET", "/practices?page=1", Accept="text/html")
    assert status == 500
    number = int(re.search(r"500-(\d+)", page).group(1))
    found = [line for line in lines(served.folder / "log") if line.get("request") == number and "failure" in line]
    assert found and "practice" in found[0]["failure"]
    assert "practice_gone" not in page and "SELECT" not in page


SAMPLE = re.compile(r'^([a-z_]+)(?:\{((?:[a-z]+="(?:[^"\\]|\\.)*",?)*)\})? (-?[0-9.e+-]+|\+Inf|NaN)$')


def test_the_figures_are_prometheus_text_and_count_what_was_asked(served):
    for _ in range(5):
        assert served.ask("GET", "/needs")[0] == 200
    for _ in range(100):
        status, text, headers = served.ask("GET", "/metrics")
        if "copolis_index_lag_changes 0\n" in text:
            break
        time.sleep(0.1)
    assert status == 200 and headers["Content-Type"].startswith("text/plain; version=0.0.4")
    kinds, buckets = {}, []
    samples = {}
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            name, kind = line.split()[2:]
            assert name not in kinds
            kinds[name] = kind
        elif not line.startswith("# HELP "):
            name, labels, value = SAMPLE.match(line).groups()
            base = re.sub("_(bucket|sum|count)$", "", name)
            assert base in kinds or name in kinds, line
            samples[name + "{" + (labels or "") + "}"] = float(value)
            if name.endswith("_bucket"):
                buckets.append(float(value))
    assert buckets == sorted(buckets) and buckets[-1] == samples["copolis_request_seconds_count{}"]
    assert samples['copolis_requests_total{status="200"}'] >= 5
    assert samples['copolis_records{kind="need"}'] > 0
    assert samples["copolis_index_lag_changes{}"] == 0


def test_a_server_that_is_told_to_end_answers_what_it_has_taken(served):
    """Sixteen clients ask without pause; every answer that begins is whole, and the process ends by itself."""
    def ask():
        whole = 0
        while True:
            try:
                status, text, _ = served.ask("GET", "/organisations", Accept="text/html")
            except ConnectionError:
                return whole  # refused, or closed before a first byte: it takes nothing new
            assert status == 200 and text.rstrip().endswith("</html>")
            whole += 1

    with concurrent.futures.ThreadPoolExecutor(16) as crowd:
        asking = [crowd.submit(ask) for _ in range(16)]
        time.sleep(1)
        begun = time.monotonic()
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(12) == 0
        assert time.monotonic() - begun < 10
        assert sum(future.result() for future in asking) > 16


def test_signing_in_holds_up_nobody_else(served):
    """Passwords are checked slowly on purpose; pages are answered meanwhile."""
    def guess(number):
        status, page, headers = served.ask("GET", "/sign-in", Accept="text/html")
        cookie = headers["Set-Cookie"].split(";")[0]
        key = re.search('name="form-key" value="([^"]+)"', page).group(1)
        return served.ask("POST", "/sign-in", f"email=a{number}@b.example&password=x&form-key={key}", Cookie=cookie,
                          Accept="text/html", **{"Content-Type": "application/x-www-form-urlencoded"})[0]

    with concurrent.futures.ThreadPoolExecutor(8) as crowd:
        guesses = [crowd.submit(guess, number) for number in range(8)]
        answered = 0
        while not all(future.done() for future in guesses):
            assert served.ask("GET", "/health")[0] == 200
            answered += 1
        assert {future.result() for future in guesses} == {403}
    assert answered > len(guesses)
