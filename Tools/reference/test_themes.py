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


class Themes(Written):
    rows = table("themes.tsv")
    ids = [row["id"] for row in rows]

    def test_are_about_sixty_sectors_in_about_ten_groups(self):
        groups = [row for row in self.rows if not row["parent"]]
        self.assertIn(len(self.rows), range(55, 76))
        self.assertIn(len(groups), range(8, 13))
        self.assertEqual(len(self.ids), len(set(self.ids)))
        for id in self.ids:
            self.assertRegex(id, "^[a-z]+(-[a-z]+)*$")

    def test_stand_under_the_group_before_them(self):
        group = None
        for row in self.rows:
            group = row["id"] if not row["parent"] else group
            self.assertIn(row["parent"], ["", group], row["id"])
        for group in (row["id"] for row in self.rows if not row["parent"]):
            self.assertGreaterEqual(sum(row["parent"] == group for row in self.rows), 2, group)

    def test_have_a_name_and_words_in_five_languages(self):
        for row in self.rows:
            self.assert_written(row, LANGUAGES + [language + "_words" for language in LANGUAGES])
        for language in LANGUAGES:
            names = [row[language] for row in self.rows]
            self.assertEqual(len(names), len(set(names)), language)

    def test_have_five_to_twenty_different_words_beside_the_name(self):
        for row in self.rows:
            for language in LANGUAGES:
                words = [word.casefold() for word in words_of(row, language)]
                self.assertIn(len(words), range(5, 21), f"{row['id']} {language}")
                self.assertEqual(len(words), len(set(words)), words)
                self.assertNotIn(row[language].casefold(), words)
                self.assertTrue(all(word and word == word.strip() for word in words), words)

    def test_share_a_word_with_at_most_one_other_theme(self):
        for language in LANGUAGES:
            claims = Counter(word.casefold() for row in self.rows for word in words_of(row, language))
            self.assertEqual([word for word, times in claims.items() if times > 2], [], language)

    def test_point_to_sdg_targets_that_exist(self):
        known = set(official_codes())
        for row in self.rows:
            targets = row["targets"].split(" ")
            self.assertIn(len(targets), range(2, 7), row["id"])
            self.assertEqual(len(targets), len(set(targets)), row["id"])
            self.assertLessEqual(set(targets), known, row["id"])

    def test_touch_every_goal(self):
        touched = {target.split(".")[0] for row in self.rows for target in row["targets"].split(" ")}
        self.assertEqual(len(touched), 17)

    def test_point_to_dac_purpose_codes_in_use(self):
        known = self.purposes()
        for row in self.rows:
            purposes = row["purposes"].split(" ")
            self.assertEqual(len(purposes), len(set(purposes)), row["id"])
            for purpose in purposes:
                self.assertRegex(purpose, "^[0-9]{5}$", row["id"])
                if known:
                    self.assertIn(purpose, known, row["id"])
        if not known:
            self.skipTest("the list Sector of codes.tsv is not there yet")

    def purposes(self):
        """The DAC purpose codes that are not withdrawn, from the code lists; none when those are not there."""
        rows = [row for row in table("codes.tsv") if row.get("list") == "Sector"]
        return {row["code"] for row in rows if row.get("status", "active") in ("", "active")}


if __name__ == "__main__":
    unittest.main()
