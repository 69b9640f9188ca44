#!/usr/bin/env python3
"""What must hold of goals, targets and themes as they are checked in. Run: python3 Tools/reference/test_themes.py"""

import re
import unittest
from collections import Counter

from tables import OUT, dictionaries

LANGUAGES = ["en", "fr", "es", "pt", "ar"]
ARABIC = re.compile("[\u0621-\u064a]")
LATIN = re.compile("[A-Za-z]")

# How many numbered and how many lettered targets each goal has.
OFFICIAL = {1: (5, 2), 2: (5, 3), 3: (9, 4), 4: (7, 3), 5: (6, 3), 6: (6, 2), 7: (3, 2), 8: (10, 2), 9: (5, 3),
            10: (7, 3), 11: (7, 3), 12: (8, 3), 13: (3, 2), 14: (7, 3), 15: (9, 3), 16: (10, 2), 17: (19, 0)}


def official_codes():
    """The 169 target codes in their official order."""
    return [f"{goal}.{last}" for goal, (numbers, letters) in OFFICIAL.items()
            for last in [*range(1, numbers + 1), *"abcd"[:letters]]]


def table(name):
    """The rows of a table, or none when it is not there."""
    path = OUT / name
    return dictionaries(path) if path.exists() else []


def words_of(theme, language):
    """The synonyms of a theme in a language."""
    return theme[language + "_words"].split(";")


class Written(unittest.TestCase):
    def assert_written(self, row, columns):
        for column in columns:
            cell = row[column]
            self.assertTrue(cell and cell == cell.strip(), f"{column} of {row}")
            self.assertNotRegex(cell, "[\"\t\n]|  ", cell)
            for character in cell:
                self.assertFalse("\u202a" <= character <= "\u202e" or character == "\ufffd", cell)
            if column.startswith("ar"):
                self.assertRegex(cell, ARABIC, cell)
                self.assertNotRegex(cell, "[\u0600-\u06ff][A-Za-z]|[A-Za-z][\u0600-\u06ff]", cell)
            else:
                self.assertNotRegex(cell, ARABIC, cell)


class Goals(Written):
    rows = table("goals.tsv")

    def test_are_seventeen_in_order(self):
        self.assertEqual([row["goal"] for row in self.rows], [str(number) for number in range(1, 18)])

    def test_have_a_short_title_in_five_languages(self):
        for row in self.rows:
            self.assert_written(row, LANGUAGES)
            for language in LANGUAGES:
                self.assertLessEqual(len(row[language].split()), 4, row[language])

    def test_have_different_titles(self):
        for language in LANGUAGES:
            self.assertEqual(len({row[language] for row in self.rows}), 17, language)


class Targets(Written):
    rows = table("targets.tsv")

    def test_have_exactly_the_official_codes_in_order(self):
        self.assertEqual(len(official_codes()), 169)
        self.assertEqual([row["code"] for row in self.rows], official_codes())
        for row in self.rows:
            self.assertEqual(row["goal"], row["code"].split(".")[0])

    def test_have_a_plain_short_title_in_five_languages(self):
        for row in self.rows:
            self.assert_written(row, LANGUAGES)
            for language in LANGUAGES:
                self.assertIn(len(row[language].split()), range(3, 10), row[language])
            self.assertNotRegex(row["ar"], LATIN)

    def test_have_different_titles(self):
        for language in LANGUAGES:
            twice = [title for title, times in Counter(row[language] for row in self.rows).items() if times > 1]
            self.assertEqual(twice, [], language)


if __name__ == "__main__":
    unittest.main()
