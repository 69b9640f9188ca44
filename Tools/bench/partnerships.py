#!/usr/bin/env python3
"""Fills a database of the demonstration with many invented partnerships, to measure exports on.

    Tools/bench/partnerships.py DATABASE COUNT

Each joins two organisations that are there; most are confirmed by both and have moved money once, so that each becomes
an activity. Only for databases in a file that can be thrown away.
"""
import sqlite3
import sys

DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"


def identifier(kind, number):
    text = ""
    for _ in range(26):
        number, digit = divmod(number, 32)
        text = DIGITS[digit] + text
    return f"{kind}_{text}"


def main(path, count):
    database = sqlite3.connect(path)
    organisations = [row[0] for row in database.execute("SELECT id FROM organisation ORDER BY id")]
    person = database.execute("SELECT id FROM person ORDER BY id LIMIT 1").fetchone()[0]
    at = "2026-01-02T03:04:05.000Z"
    rows = {"partnership": [], "party": [], "voice": [], "contribution": [], "subject_theme": [], "wording": []}
    for number in range(1, count + 1):
        one = organisations[number % len(organisations)]
        other = organisations[(number * 7 + 1) % len(organisations)]
        if one == other:
            continue
        partnership, claim = identifier("par", number), "inferred" if number % 10 == 0 else "confirmed"
        rows["partnership"].append(
            (partnership, "city-to-city", f"Partnership {number}", f"partnership {number}", "en", "agreed",
             "2020-02-03", "2020-01-01", claim, at, at))
        rows["wording"].append((partnership, "about", "en", f"What partnership {number} is about. " * 3, 1))
        rows["subject_theme"].append((partnership, "water-supply"))
        for position, party in enumerate((one, other)):
            rows["party"].append((partnership, party, "partner", position))
            if claim == "confirmed":
                rows["voice"].append((partnership, party, "confirms" if position else "claims", "", person, at))
        rows["contribution"].append(
            (identifier("con", number), partnership, "disbursement", one, number * 100, "EUR", "2024-05-06", ""))
    with database:
        for table, columns in {
            "partnership": "id, form, title, folded, language, stage, stage_day, began, claim, created_at, changed_at",
            "party": "partnership, organisation, role, position",
            "voice": "subject, organisation, stance, reason, person, at",
            "contribution": "id, partnership, kind, organisation, minor_units, currency, day, note",
            "subject_theme": "subject, theme",
            "wording": "subject, field, language, text, original",
        }.items():
            extra, values = (", imported, revision", ", 1, 1") if table == "partnership" else ("", "")
            marks = ", ".join("?" * len(columns.split(",")))
            database.executemany(f"INSERT INTO {table} ({columns}{extra}) VALUES ({marks}{values})", rows[table])
        database.execute("INSERT INTO change (number, subject) SELECT MAX(number) + 1, 'bench' FROM change")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]))
