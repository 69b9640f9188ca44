"""Countries and the regions they belong to."""

import math

import outlines
from tables import GEONAMES, OWN, RETRIEVED, csv_rows, dictionaries, one_line, read_table, write_table

LANGUAGES = ["en", "fr", "es", "pt", "ar"]
INCOME = {"Low income": "low", "Lower middle income": "lower-middle", "Upper middle income": "upper-middle",
          "High income": "high"}
UN_NAMES = {"en": "M49 English", "fr": "M49 French", "es": "M49 Spanish", "ar": "M49 Arabic"}
# What the sources have wrong, or not yet: Bulgaria's euro of 2026; Samoa's DAC code, given there to American Samoa;
# a place for the scattered islands that one source puts where the equator meets Greenwich.
CURRENCY = {"BG": "EUR"}
DAC = {"AS": "", "WS": "880"}
LABEL = {"UM": ("19.28", "166.65")}


def make(source):
    folder = source / "gazetteer"
    geonames = {row["iso"]: row for row in csv_rows(folder / "countries-geonames.csv")}
    united = {row["ISO 3166-1 Alpha 2-Codes"] or row["x Alpha2 codes"]: row
              for row in csv_rows(folder / "countries-un-ocha-taxonomy.csv")}
    # A reader took Namibia's code NA for "not available".
    facts = {row["iso2_code"] or "NA": row for row in csv_rows(folder / "countries-concordance.csv")}
    points = _label_points(folder, united)
    rows = []
    for own in dictionaries(OWN / "countries.tsv"):
        code = own["iso2"]
        fact, place = facts[code], geonames[code]
        rows.append([
            code, place["iso3"], _padded(fact["m49_code"]) if code != "XK" else "", DAC.get(code, fact["dac_code"]),
            _padded(fact["region_code"]), _padded(fact["intermediate_region_code"] or fact["subregion_code"]),
            INCOME.get(fact["income_level"], ""), _flag(fact["ldc"]), _flag(fact["lldc"]), _flag(fact["sids"]),
            CURRENCY.get(code, place["currencycode"]), own["languages"],
            *LABEL.get(code, points[code]), place["population"],
            *(_name(own, united[code], language) for language in LANGUAGES)])
    write_table("countries.tsv", [
        "Countries and territories with an ISO 3166-1 code, and Kosovo (XK), sorted by code.",
        f"Source: codes, population, currency from {GEONAMES}; M49 regions, LDC, LLDC,",
        "SIDS, DAC codes and income group (World Bank, fiscal year 2026) from the bblocks-places package (MIT); names of the",
        "United Nations through the hdx-python-country package (MIT), made everyday by us; Portuguese names and",
        f"languages by us; {RETRIEVED}. subregion: the finest M49 region. languages: of public life, main ones first.",
        "An empty income is not classified.",
    ], ["iso2", "iso3", "m49", "dac", "region", "subregion", "income", "ldc", "lldc", "sids", "currency", "languages",
        "latitude", "longitude", "population"] + LANGUAGES, rows)
    _regions()


def _regions():
    columns, rows = read_table(OWN / "regions.tsv")
    write_table("regions.tsv", [
        "Regions of the world, each after its parent (World has none).",
        f"Source: codes of the UN M49 classification (a fact); everyday names by us; {RETRIEVED}.",
    ], columns, rows)


def _name(own, united, language):
    return own[language] or one_line(united[UN_NAMES[language]]).replace("'", "’")


def _flag(text):
    return "1" if text == "True" else ""


def _padded(code):
    return code.zfill(3) if code else ""


def _label_points(folder, united):
    """Where a country's label stands: the middle of its people, moved to a real place when that is not on its land."""
    places = {}
    for row in csv_rows(folder / "cities15000.csv.gz"):
        places.setdefault(row["country"], []).append(
            (float(row["latitude"]), float(row["longitude"]), max(int(row["population"] or 0), 1)))
    land = outlines.rings_by_country(folder)
    points = {}
    for code, country in united.items():
        if code in places:
            middle = _middle(places[code])
            if code not in land or not any(outlines.contains(ring, middle[1], middle[0]) for ring in land[code]):
                middle = min(places[code], key=lambda place: _distance(place, middle))[:2]
        else:
            middle = (float(country["Latitude"] or 0), float(country["Longitude"] or 0))
        points[code] = (f"{middle[0]:.2f}", f"{middle[1]:.2f}")
    return points


def _middle(places):
    x = sum(n * math.cos(math.radians(a)) * math.cos(math.radians(o)) for a, o, n in places)
    y = sum(n * math.cos(math.radians(a)) * math.sin(math.radians(o)) for a, o, n in places)
    z = sum(n * math.sin(math.radians(a)) for a, o, n in places)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def _distance(place, point):
    wide = (place[1] - point[1] + 180) % 360 - 180
    return math.hypot(place[0] - point[0], wide * math.cos(math.radians(point[0])))
