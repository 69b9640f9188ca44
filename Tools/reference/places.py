"""Places and their first-level divisions, from GeoNames."""

import unicodedata

from tables import GEONAMES, RETRIEVED, csv_rows, one_line, write_table

LANGUAGES = ["en", "fr", "es", "pt", "ar"]


def make(source):
    folder = source / "gazetteer"
    names = _names(folder)
    rows = []
    for city in csv_rows(folder / "cities15000.csv.gz"):
        name = one_line(city["name"])
        known = names.get(city["geonameid"], {})
        others = [known.get(language, "") for language in LANGUAGES]
        rows.append([city["geonameid"], city["country"], city["admin1code"],
                     _degrees(city["latitude"]), _degrees(city["longitude"]), int(city["population"] or 0), name]
                    + ["" if other == name else other for other in others])
    rows.sort(key=lambda row: int(row[0]))
    write_table("places.tsv", [
        "Places of at least 15,000 people or seats of administration, sorted by GeoNames number.",
        f"Source: {GEONAMES}; retrieved {RETRIEVED}. Population 0: unknown. Positions: WGS 84, decimal degrees.",
        "A name in a language is empty when it is unknown or the same as name: show name then.",
    ], ["id", "country", "division", "latitude", "longitude", "population", "name"] + LANGUAGES, rows)
    _divisions(folder)


def _divisions(folder):
    rows = sorted([row["country"], row["admin1code"], one_line(row["name"])]
                  for row in csv_rows(folder / "admin1.csv"))
    write_table("divisions.tsv", [
        "First-level divisions (province, region, state) by country and GeoNames code, which is not ISO 3166-2.",
        f"Source: names are those of {GEONAMES}; retrieved {RETRIEVED}.",
    ], ["country", "code", "name"], rows)


def _names(folder):
    """Names by place and language; an Arabic one that is not in Arabic script, or the reverse, is left out."""
    found = {}
    for row in csv_rows(folder / "city-names-multilingual.csv.gz"):
        if row["lang"] not in LANGUAGES:
            continue
        name = one_line(row["name"]).strip(" ,،")
        script = "ARABIC" if row["lang"] == "ar" else "LATIN"
        letters = [letter for letter in name if letter.isalpha()]
        if letters and all(unicodedata.name(letter, "").startswith((script, "MODIFIER")) for letter in letters):
            found.setdefault(row["geonameid"], {})[row["lang"]] = name
    return found


def _degrees(text):
    """Four decimals (eleven metres) without idle zeros."""
    return f"{float(text):.4f}".rstrip("0").rstrip(".")
