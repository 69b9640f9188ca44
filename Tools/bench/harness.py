"""What the benchmarks of the running server share: servers that end with their block, what they use, a table of measures."""
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
TICK = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def get(url):
    with urllib.request.urlopen(url, timeout=20) as answer:
        return answer.read()


def tree(pid):
    pids, todo = [], [pid]
    while todo:
        pid = todo.pop()
        pids.append(pid)
        try:
            for task in os.listdir(f"/proc/{pid}/task"):
                todo += [int(c) for c in pathlib.Path(f"/proc/{pid}/task/{task}/children").read_text().split()]
        except FileNotFoundError:
            pass
    return pids


def seconds_of(pid):
    """Processor seconds that a process and its children have used."""
    total = 0
    for child in tree(pid):
        try:
            fields = pathlib.Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        except FileNotFoundError:
            pass
    return total / TICK


def resident(pid):
    """Megabytes of memory that a process and its children hold, shared pages counted once."""
    total = 0
    for child in tree(pid):
        try:
            rollup = pathlib.Path(f"/proc/{child}/smaps_rollup").read_text()
            total += int(re.search(r"^Pss:\s+(\d+)", rollup, re.M).group(1))
        except (FileNotFoundError, AttributeError, PermissionError):
            pass
    return total / 1024


class Server:
    """A server under measurement, ended when its block ends."""

    def __init__(self, name, command, url, probe="/", patience=10, **options):
        self.name, self.url = name, url
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
        begun = time.monotonic()
        while time.monotonic() - begun < patience:
            try:
                get(url + probe)
                return
            except OSError:
                time.sleep(0.05)
        self.__exit__()
        raise SystemExit(f"{name} does not answer at {url}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def load(self, path, seconds, connections=64):
        """Microseconds of processor time, requests a second, and the 99th percentile in ms, under load."""
        url = self.url + path
        subprocess.run(["wrk", "-t1", f"-c{connections}", "-d1s", url], capture_output=True, check=True)
        before = seconds_of(self.process.pid)
        out = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", url],
                             capture_output=True, text=True, check=True).stdout
        used = seconds_of(self.process.pid) - before
        count = int(re.search(r"(\d+) requests in", out).group(1))
        bad = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
        if bad:
            raise SystemExit(f"{self.name} answered {bad.group(1)} requests with an error")
        tail = re.search(r"99%\s+([\d.]+)(us|ms|s)", out)
        p99 = float(tail.group(1)) * {"us": 0.001, "ms": 1, "s": 1000}[tail.group(2)]
        return used / count * 1e6, count / seconds, p99


def copolis(binary, database, *options, patience=10):
    port = free_port()
    environment = dict(os.environ, COPOLIS_DATABASE=str(database), COPOLIS_LOG_FILE=f"{database}.log")
    return Server("copolis", [binary, "serve", "--port", str(port), "--threads", "1", *options],
                  f"http://127.0.0.1:{port}", patience=patience, env=environment)


class Table:
    """Measures, printed as they come; good as long as none has broken its limit."""

    def __init__(self):
        self.good = True
        print(f"{'measure':<60}{'figure':>14}{'reference':>14}{'ratio':>9}{'limit':>12}")

    def ratio(self, name, figure, reference, unit, *, at_most=None, at_least=None):
        """A figure beside its reference; the limit is on how many times the reference it is."""
        ratio = figure / reference
        self._line(name, figure, unit, f"{reference:,.1f} {unit}", f"{ratio:.2f} ×", ratio, at_most, at_least, "×")

    def figure(self, name, figure, unit, *, at_most=None, at_least=None):
        self._line(name, figure, unit, "", "", figure, at_most, at_least, unit)

    def failed(self, name):
        """Something that could not be measured, and therefore is not kept."""
        self.good = False
        print(f"{name:<60}{'':>49}  FAIL")

    def _line(self, name, figure, unit, reference, ratio, measured, at_most, at_least, limit_unit):
        kept = (at_most is None or measured <= at_most) and (at_least is None or measured >= at_least)
        self.good &= kept
        limit = f"≤ {at_most:g} {limit_unit}" if at_most is not None else f"≥ {at_least:g} {limit_unit}" if at_least else ""
        verdict = "" if not limit else "pass" if kept else "FAIL"
        print(f"{name:<60}{f'{figure:,.1f} {unit}':>14}{reference:>14}{ratio:>9}{limit:>12}  {verdict}", flush=True)

    def end(self):
        sys.exit(0 if self.good else 1)


def need(*packages):
    """Installs what a benchmark needs from Debian where it is missing, and says so."""
    missing = [p for p in packages if subprocess.run(
        ["dpkg-query", "-W", "-f", "${Status}", p], capture_output=True, text=True).stdout != "install ok installed"]
    if not missing:
        return
    print("Installing from Debian:", *missing, file=sys.stderr)
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    subprocess.run([*as_root, "apt-get", "install", "-yq", "--no-install-recommends", *missing], stdout=sys.stderr,
                   env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"), check=True)


def demo(binary, folder):
    """A database with the gazetteer and the demo universe."""
    database = pathlib.Path(folder) / "copolis.db"
    subprocess.run([binary, "demo"], env=dict(os.environ, COPOLIS_DATABASE=str(database)), check=True,
                   stderr=subprocess.DEVNULL)
    return database
