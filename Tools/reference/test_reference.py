#!/usr/bin/env python3
"""What must hold of the reference tables as they are checked in. Run: python3 Tools/reference/test_reference.py"""

import contextlib
import gzip
import io
import json
import os
import pathlib
import re
import unittest

import check_schema
from tables import OUT, ROOT, dictionaries, read_table

SHARED = pathlib.Path(os.environ.get("COPOLIS_SHARED", ROOT.parent / "shared")) / "data"

LANGUAGES = ["en", "fr", "es", "pt", "ar"]


class EveryTable(unittest.TestCase):
    def test_says_what_it_is_and_is_rectangular(self):
        for path in sorted(OUT.glob("*.tsv")):
            text = path.read_text(encoding="utf-8")
            self.assertTrue(text.startswith("# "), path.name)
            self.assertRegex(text, r"(?m)^# .*Source", path.name)
            self.assertTrue(text.endswith("\n") and "\r" not in text, path.name)
            columns, rows = read_table(path)
            self.assertEqual(len(columns), len(set(columns)), path.name)
            self.assertGreater(len(rows), 0, path.name)
            for row in rows:
                self.assertEqual(len(row), len(columns), f"{path.name}: {row}")


class Places(unittest.TestCase):
    rows = dictionaries(OUT / "places.tsv")

    def test_are_many_and_sorted(self):
        ids = [int(row["id"]) for row in self.rows]
        self.assertGreaterEqual(len(ids), 33_000)
        self.assertEqual(ids, sorted(set(ids)))
        self.assertLess((OUT / "places.tsv").stat().st_size, 2_500_000)

    def test_lie_in_known_countries_and_on_the_globe(self):
        countries = {row["iso2"] for row in dictionaries(OUT / "countries.tsv")}
        for row in self.rows:
            self.assertIn(row["country"], countries)
            self.assertLessEqual(abs(float(row["latitude"])), 90)
            self.assertLessEqual(abs(float(row["longitude"])), 180)
            self.assertGreaterEqual(int(row["population"]), 0)
            self.assertTrue(row["name"])

    def test_have_known_names(self):
        names = {row["id"]: row for row in self.rows}
        self.assertEqual(names["2660646"]["fr"], "Genève")
        self.assertEqual(names["1040652"]["ar"], "مابوتو")

    def test_mostly_lie_in_named_divisions(self):
        named = {(row["country"], row["code"]) for row in dictionaries(OUT / "divisions.tsv")}
        without = sum((row["country"], row["division"]) not in named for row in self.rows)
        self.assertLess(without / len(self.rows), 0.02)


class CountriesAndRegions(unittest.TestCase):
    countries = dictionaries(OUT / "countries.tsv")
    regions = dictionaries(OUT / "regions.tsv")

    def test_have_names_in_five_languages(self):
        for row in self.countries + self.regions:
            for language in LANGUAGES:
                self.assertTrue(row[language], row)
                self.assertNotIn("(Plurinational", row[language])
            self.assertRegex(row["ar"], r"^[\u0600-\u06ff \-،()]+$")

    def test_are_all_there_once(self):
        codes = [row["iso2"] for row in self.countries]
        self.assertEqual(len(codes), 250)
        self.assertEqual(codes, sorted(set(codes)))
        self.assertTrue({"NA", "XK", "PS", "TW"} <= set(codes))
        for language in LANGUAGES:
            names = [row[language] for row in self.countries]
            self.assertEqual(sorted(names), sorted(set(names)), language)

    def test_stand_in_known_regions(self):
        parents = {row["code"]: row["parent"] for row in self.regions}
        for code, parent in parents.items():
            self.assertTrue(parent in parents or code == "001")
        for row in self.countries:
            if row["iso2"] == "AQ":
                continue
            line = [row["subregion"]]
            while parents[line[-1]]:
                line.append(parents[line[-1]])
            self.assertIn(row["region"], line, row)

    def test_carry_codes_of_the_right_shape(self):
        for row in self.countries:
            self.assertRegex(row["iso3"], "^[A-Z]{3}$")
            self.assertRegex(row["m49"], "^([0-9]{3})?$")
            self.assertRegex(row["currency"], "^([A-Z]{3})?$")
            self.assertIn(row["income"], ["", "low", "lower-middle", "upper-middle", "high"])
            for tag in row["languages"].split():
                self.assertTrue(re.match("^[a-z]{2,3}$", tag))


class Outlines(unittest.TestCase):
    rows = dictionaries(OUT / "outlines.tsv")

    def test_are_small_and_drawable(self):
        data = (OUT / "outlines.tsv").read_bytes()
        self.assertLess(len(data), 30_000)
        self.assertLess(len(gzip.compress(data, mtime=0)), 12_000)
        for row in self.rows:
            self.assertRegex(row["d"], r"^(M\d+ \d+l-?\d+(( |(?=-))-?\d+)+z)+$", row["country"])
            self.assertIn(row["kind"], ["land", "dot"])

    def test_show_every_country_that_has_places_once(self):
        drawn = [row["country"] for row in self.rows]
        self.assertEqual(len(drawn), len(set(drawn)))
        countries = {row["iso2"] for row in dictionaries(OUT / "countries.tsv")}
        self.assertTrue(set(drawn) - {""} <= countries)
        self.assertTrue({row["country"] for row in dictionaries(OUT / "places.tsv")} <= set(drawn))


class Schemas(unittest.TestCase):
    def test_name_types_that_exist(self):
        for version in ("1.05", "2.01", "2.02", "2.03"):
            shape = check_schema.Shape(version)
            self.assertEqual(set(shape.tops), {"activities", "organisations"})
            named = [part.type for kind in shape.types.values() for part in kind.parts]
            named += [number for tops in shape.tops.values() for number in tops.values()]
            self.assertTrue(set(named) <= set(shape.types))

    def test_find_what_is_wrong_and_where(self):
        text = b"""<iati-activities version="2.03">
          <iati-activity><iati-identifier>XX-1</iati-identifier></iati-activity></iati-activities>"""
        missing = ["reporting-org", "title", "description", "participating-org", "activity-status", "activity-date"]
        self.assertEqual(check_schema.check(text, "2.03", "activities"),
                         [(2, f"{name} is missing in iati-activity") for name in missing])

    @unittest.skipUnless(SHARED.is_dir(), "the official suites are not here")
    def test_agree_with_the_official_suites_and_real_files(self):
        with contextlib.redirect_stdout(io.StringIO()) as said:
            differences = check_schema.agree(SHARED)
        self.assertEqual(differences, 0, said.getvalue())
        self.assertIn("suite-2.03.jsonl: 476 cases, 152 pass, 0 disagree", said.getvalue())


class CodesAndRules(unittest.TestCase):
    codes = dictionaries(OUT / "codes.tsv")
    rules = dictionaries(OUT / "code-rules.tsv")

    def test_have_each_code_once_in_a_list(self):
        pairs = [(row["list"], row["code"]) for row in self.codes]
        self.assertEqual(len(pairs), len(set(pairs)))
        for row in self.codes:
            self.assertIn(row["status"], ["", "withdrawn"])
            self.assertTrue(row["code"])
            self.assertTrue(row["en"] or row["list"] in ("FileFormat", "Version"), row)

    def test_point_to_lists_that_exist(self):
        lists = {row["list"] for row in self.codes}
        self.assertTrue({row["list"] for row in self.rules} <= lists)
        self.assertEqual({version: sum(row["version"] == version for row in self.rules) for version in ("2.03", "1.05")},
                         {"2.03": 124, "1.05": 70})

    def test_are_all_of_the_official_ruleset(self):
        rows = dictionaries(OUT / "iati-rules.tsv")
        self.assertEqual(len(rows), 107)
        self.assertEqual(len({row["context"] for row in rows}), 25)
        for row in rows:
            self.assertIn(row["severity"], ["error", "warning"])
            arguments = json.loads(row["arguments"])
            self.assertEqual("subs" in arguments, bool(row["each"]))
            self.assertTrue(row["message"].endswith("."))

    def test_name_the_currencies_of_countries_but_for_two_that_are_newer(self):
        known = {row["code"] for row in self.codes if row["list"] == "Currency"}
        self.assertEqual({row["currency"] for row in dictionaries(OUT / "countries.tsv")} - known,
                         {"", "XCG", "ZWG"})

    def test_recognise_publishers(self):
        rows = dictionaries(OUT / "publishers.tsv")
        names = {row["identifier"]: row["name"] for row in rows}
        self.assertEqual(len(names), len(rows))
        self.assertIn("NL-KVK-27195046", names)
        self.assertLess((OUT / "publishers.tsv").stat().st_size, 150_000)


if __name__ == "__main__":
    unittest.main()
