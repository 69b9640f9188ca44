"""Measures lists with their facets on a large instance: 300,000 organisations, their needs and practices, a million texts.

    bin/bench lists [--scale 1.0]

The rows are invented, in the shape and the proportions of real ones, and written into a demo database past the program.
Every page is written afresh. The time is that of one request after another on a quiet connection; the middle of many.
"""
import argparse
import pathlib
import random
import sqlite3
import statistics
import tempfile
import time

from harness import Table, copolis, demo, get, resident

DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
LANGUAGES = ["en", "fr", "es", "pt", "ar"]
WORDS = ("water street market flood school clinic waste river park bus tax women youth energy housing land forest harbour "
         "archive budget ward council bridge pump light garden port museum tree road").split()
PAGES = [
    ("needs, all", "/needs"), ("needs of a theme", "/needs?theme=waste-management"),
    ("practices, all", "/practices"), ("practices of a theme in a country", "/practices?theme=energy&country=MZ"),
    ("practices by words of the title", "/practices?q=flood"), ("organisations, all", "/organisations"),
    ("organisations of a kind in a region", "/organisations?kind=local-government&region=002"),
    ("organisations by name", "/organisations?q=bridge"), ("organisations that can teach", "/organisations?teaches=energy"),
]


def name(kind, number):
    text, bits = "", (0x0190 << 112) | (0x7 << 76) | (0b10 << 62) | number
    for _ in range(26):
        text, bits = DIGITS[bits & 31] + text, bits >> 5
    return f"{kind}_{text}"


def fill(database, scale):
    """Adds the rows; the same for the same scale."""
    chance, base = random.Random(7), sqlite3.connect(database)
    base.execute("PRAGMA synchronous=OFF")
    table = pathlib.Path(__file__).resolve().parents[2] / "Sources/3-Workshop/Reference/Data/themes.tsv"
    themes = [line.split("\t")[0] for line in table.read_text().splitlines() if line[0] != "#"][1:]
    places = base.execute("SELECT id, country, population FROM place WHERE id > 0 ORDER BY id").fetchall()
    weights = [1 / (rank + 3) for rank in range(len(themes))]
    title = lambda: " ".join(chance.choices(WORDS, k=4))
    moment = lambda: f"2026-{chance.randrange(1, 11):02}-{chance.randrange(1, 28):02}T08:00:00.000Z"
    organisations = [(name("org", number), *chance.choice(places)) for number in range(int(300_000 * scale))]

    def each_organisation():
        for number, (identifier, place, country, _) in enumerate(organisations):
            own, at = f"{title()} {number}", moment()
            kind = "local-government" if number % 10 else "association"
            yield (identifier, kind, own, own, "en", "", country, place, "", "claimed", number % 30, 1, at, at)

    def each_text(subjects, fields):
        for subject in subjects:
            for field, language, original in fields:
                yield subject, field, language, " ".join(chance.choices(WORDS, k=30)), original

    base.executemany("INSERT INTO organisation (id, kind, name, folded, language, acronym, country, place, website, standing, "
                     "relations, revision, created_at, changed_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", each_organisation())
    base.executemany("INSERT INTO subject_language (subject, language, position) VALUES (?,?,?)",
                     ((row[0], chance.choice(LANGUAGES), 0) for row in organisations))
    for kind, table, count, fields in [("ned", "need", 200_000, [("problem", "en", 1)]),
                                       ("prc", "practice", 300_000, [("story", "en", 1), ("results", "en", 1),
                                                                     ("title", "fr", 0)])]:
        ids = [name(kind, number) for number in range(int(count * scale))]

        def each_work():
            for identifier in ids:
                owner, own, at = chance.choice(organisations), title(), moment()
                yield (identifier, owner[0], own, own, "en", owner[3], owner[2], "published", at, at, None, 1, at, at)

        base.executemany(f"INSERT INTO {table} (id, organisation, title, folded, language, population, country, stage, stage_at, "
                         "shown_at, expires, revision, created_at, changed_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", each_work())
        for part, value, most in [("theme", lambda: chance.choices(themes, weights)[0], 3),
                                  ("target", lambda: f"{chance.randrange(1, 17)}.{chance.randrange(1, 4)}", 1),
                                  ("language", lambda: chance.choice(LANGUAGES), 2)]:
            extra, more = (", position", ", ?") if part == "language" else ("", "")
            base.executemany(f"INSERT OR IGNORE INTO subject_{part} (subject, {part}{extra}) VALUES (?, ?{more})",
                             ((identifier, value(), *([place] if more else []))
                              for identifier in ids for place in range(chance.randrange(1, most + 1))))
        base.executemany("INSERT INTO wording (subject, field, language, text, original) VALUES (?,?,?,?,?)",
                         each_text(ids, fields))
    base.commit()
    base.execute("ANALYZE")
    base.commit()
    base.close()


def settle(server):
    """Waits until what lists are counted by has been made: a list is then told within a second."""
    for _ in range(300):
        begun = time.monotonic()
        get(server.url + "/organisations?kind=association")
        if time.monotonic() - begun < 0.5:
            return
        time.sleep(1)
    raise SystemExit("the lists do not become quick")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--scale", type=float, default=1.0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = demo(asked.binary, folder)
        fill(database, asked.scale)
        with copolis(asked.binary, database, "--fresh", patience=300) as server:
            settle(server)
            table = Table()
            for title, path in PAGES:
                times = []
                for _ in range(21):
                    begun = time.monotonic()
                    get(server.url + path)
                    times.append((time.monotonic() - begun) * 1000)
                table.figure(title, statistics.median(times), "ms", at_most=20)
            table.figure("resident", resident(server.process.pid), "MB")
    table.end()


if __name__ == "__main__":
    main()
