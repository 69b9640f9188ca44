"""Measures what a page costs at the server, beside nginx and Django doing the same in the same run.

    bin/bench serving [--seconds 5] [--without-django]

An organisation's page with its relations, read from the database, about 20 KB: as a kept page, and written afresh. The
references are nginx (one worker) serving a static file of exactly that size, and a plain Django on the same database.
What counts is processor time of the server for a request (user and system, all its processes), which other work on the
machine disturbs little; requests a second and latency are told beside it. Loopback only; everything stops by itself.
"""
import argparse
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
HERE = pathlib.Path(__file__).resolve().parent
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

    def __init__(self, name, command, url, probe="/", **options):
        self.name, self.url = name, url
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
        for _ in range(200):
            try:
                get(url + probe)
                return
            except OSError:
                time.sleep(0.05)
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


def nginx(folder, size):
    port = free_port()
    (folder / "html").mkdir()
    (folder / "html/page.html").write_bytes(b"x" * size)
    conf = folder / "nginx.conf"
    conf.write_text(f"""
worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log crit;
events {{ worker_connections 1024; }}
http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 10000000; open_file_cache max=100;
 client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d;
 scgi_temp_path {folder}/e; server {{ listen 127.0.0.1:{port}; root {folder}/html; }} }}
""")
    os.chmod(folder, 0o755)
    binary = shutil.which("nginx") or "/usr/sbin/nginx"
    return Server("nginx", [binary, "-c", str(conf)], f"http://127.0.0.1:{port}", "/page.html")


def copolis(binary, database, *options):
    port = free_port()
    environment = dict(os.environ, COPOLIS_DATABASE=str(database), COPOLIS_LOG_FILE="/dev/null")
    return Server("copolis", [binary, "serve", "--port", str(port), "--threads", "1", *options],
                  f"http://127.0.0.1:{port}", env=environment)


def django(folder, database):
    venv = ROOT / ".build/bench-venv"
    if not (venv / "bin/gunicorn").exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        subprocess.run([venv / "bin/pip", "install", "-q", "--disable-pip-version-check", "django", "gunicorn"], check=True)
    port = free_port()
    return Server("django", [venv / "bin/gunicorn", "-w", "2", "-b", f"127.0.0.1:{port}", "django_peer:application"],
                  f"http://127.0.0.1:{port}", cwd=HERE, env=dict(os.environ, PEER_DATABASE=str(database)))


def row(name, figure, reference, limit):
    ratio = figure / reference
    verdict = "pass" if limit is None or ratio <= limit else "FAIL"
    print(f"{name:<44}{figure:>10.1f}{reference:>11.1f}{ratio:>9.2f}{'' if limit is None else f'{limit:g}':>8}  {verdict}")
    return verdict == "pass"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--without-django", action="store_true")
    asked = parser.parse_args()
    good = True
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        database = folder / "copolis.db"
        subprocess.run([asked.binary, "demo"], env=dict(os.environ, COPOLIS_DATABASE=str(database)), check=True,
                       stderr=subprocess.DEVNULL)
        with copolis(asked.binary, database) as kept, copolis(asked.binary, database, "--fresh") as fresh:
            path = page_of(kept)
            size = len(get(kept.url + path))
            with nginx(folder, size) as limit:
                print(f"an organisation's page, {size:,} bytes; microseconds of processor time for a request, 64 connections\n")
                print(f"{'measure':<44}{'figure':>10}{'reference':>11}{'ratio':>9}{'limit':>8}")
                static = [limit.load("/page.html", asked.seconds) for _ in range(3)]
                base = sorted(cost for cost, _, _ in static)[1]
                cost, rate, p99 = kept.load(path, asked.seconds)
                good &= row("kept page / nginx static file", cost, base, 1.5)
                good &= row("kept page, p99 ms / 10 ms", p99, 10, 1)
                cost, rate, p99 = fresh.load(path, asked.seconds)
                good &= row("page written afresh / nginx static file", cost, base, 5)
                good &= row("page written afresh, p99 ms / 10 ms", p99, 10, 1)
                if not asked.without_django:
                    with django(folder, database) as peer:
                        theirs, _, _ = peer.load(path, asked.seconds, 16)
                        good &= row("Django's cost / page written afresh, inverse", 60 * cost, theirs, 1)
                        print(f"  Django takes {theirs:,.0f} µs: {theirs / cost:.0f} times as much (promised: 60)")
                good &= row("resident MB after the load / 120 MB", resident(kept.process.pid), 120, 1)
    sys.exit(0 if good else 1)


def page_of(server):
    """The page of an organisation whose page is nearest to 20 KB."""
    items = json.loads(get(server.url + "/organisations.json?sort=relations&per=40"))["items"]
    paths = [f"/organisations/{item['id']}" for item in items]
    return min(paths, key=lambda path: abs(len(get(server.url + path)) - 20_480))


if __name__ == "__main__":
    main()
