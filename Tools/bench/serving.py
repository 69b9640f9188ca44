"""Measures what a page costs at the server, beside nginx and Django doing the same in the same run.

    bin/bench serving [--seconds 5] [--rounds 3] [--without-django]

An organisation's page with its relations, read from the database, about 20 KB: as a kept page, and written afresh. The
references are nginx (one worker) serving a static file of exactly that size, and a plain Django on the same database.
Copolis writes a line for each request to a file, and so does nginx, as it comes.
What counts is processor time of the server for a request (user and system, all its processes), which other work on the
machine disturbs little; it is the middle of several rounds in which the servers take turns. Loopback only; everything
stops by itself.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

from harness import ROOT, Server, Table, copolis, demo, free_port, get, need, resident


def nginx(folder, size):
    port = free_port()
    (folder / "html").mkdir()
    (folder / "html/page.html").write_bytes(b"x" * size)
    conf = folder / "nginx.conf"
    conf.write_text(f"""
worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log crit;
events {{ worker_connections 1024; }}
http {{ access_log {folder}/access.log; sendfile on; tcp_nopush on; keepalive_requests 10000000; open_file_cache max=100;
 client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d;
 scgi_temp_path {folder}/e; server {{ listen 127.0.0.1:{port}; root {folder}/html; }} }}
""")
    os.chmod(folder, 0o755)
    binary = shutil.which("nginx") or "/usr/sbin/nginx"
    return Server("nginx", [binary, "-c", str(conf)], f"http://127.0.0.1:{port}", "/page.html")


def django(folder, database):
    venv = ROOT / ".build/bench-venv"
    if not (venv / "bin/gunicorn").exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        subprocess.run([venv / "bin/pip", "install", "-q", "--disable-pip-version-check", "django", "gunicorn"], check=True)
    port = free_port()
    return Server("django", [venv / "bin/gunicorn", "-w", "2", "-b", f"127.0.0.1:{port}", "django_peer:application"],
                  f"http://127.0.0.1:{port}", cwd=ROOT / "Tools/bench", env=dict(os.environ, PEER_DATABASE=str(database)))


def measured(servers, seconds, rounds):
    """For each of the servers, in turns, the middle of what a request costs, and of the 99th percentile in ms."""
    runs = [[server.load(path, seconds) for server, path in servers] for _ in range(rounds)]
    return [tuple(statistics.median(run[place][what] for run in runs) for what in (0, 2)) for place in range(len(servers))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without-django", action="store_true")
    asked = parser.parse_args()
    need("nginx-light", "wrk")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        database = demo(asked.binary, folder)
        with copolis(asked.binary, database) as kept, copolis(asked.binary, database, "--fresh") as fresh:
            path = page_of(kept)
            size = len(get(kept.url + path))
            with nginx(folder, size) as static:
                print(f"an organisation's page, {size:,} bytes, 64 connections; processor time for a request\n")
                table = Table()
                (base, _), (cost, p99), (anew, late) = measured(
                    [(static, "/page.html"), (kept, path), (fresh, path)], asked.seconds, asked.rounds)
            table.ratio("kept page (reference: nginx, static file)", cost, base, "µs", at_most=1.5)
            table.figure("kept page, 99 of 100", p99, "ms", at_most=10)
            table.ratio("page written afresh (reference: nginx, static file)", anew, base, "µs", at_most=5)
            table.figure("page written afresh, 99 of 100", late, "ms", at_most=10)
            if not asked.without_django:
                with django(folder, database) as peer:
                    theirs, _, _ = peer.load(path, asked.seconds, 16)
                table.ratio("Django (reference: page written afresh)", theirs, anew, "µs", at_least=60)
            table.figure("resident after the load", resident(kept.process.pid), "MB", at_most=120)
    table.end()


def page_of(server):
    """The page of an organisation whose page is nearest to 20 KB."""
    items = json.loads(get(server.url + "/organisations.json?sort=relations&per=40"))["items"]
    paths = [f"/organisations/{item['id']}" for item in items]
    return min(paths, key=lambda path: abs(len(get(server.url + path)) - 20_480))


if __name__ == "__main__":
    main()
