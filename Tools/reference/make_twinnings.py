"""Makes the demo's list of twin towns: pairs of large cities that Wikidata calls twinned (property P190, CC0).

    python3 Tools/reference/make_twinnings.py --from ../shared/data

Both ends must be found in our gazetteer by exact name, country and position; both have 100,000 inhabitants or more; they lie
in different countries. What cannot be resolved for certain is left out: this is a demonstration, not the import.
"""
import argparse
import csv
import gzip
import math
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "Sources/3-Workshop/Demo/Data/twinnings.tsv"


def rows(path):
    lines = [line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8") if not line.startswith("#")]
    return lines[0], lines[1:]


def kilometres(a, b):
    (y1, x1), (y2, x2) = ((math.radians(v) for v in p) for p in (a, b))
    h = math.sin((y2 - y1) / 2) ** 2 + math.cos(y1) * math.cos(y2) * math.sin((x2 - x1) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(h)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--from", dest="source", default=str(ROOT.parent / "shared/data"))
    source = pathlib.Path(parser.parse_args().source)
    data = ROOT / "Sources/3-Workshop/Reference/Data"
    _, countries = rows(data / "countries.tsv")
    code = {row[15].lower(): row[0] for row in countries}
    code.update({"people's republic of china": "CN", "united states of america": "US", "kingdom of the netherlands": "NL"})
    _, places = rows(data / "places.tsv")
    known = {}
    for row in places:
        if int(row[5]) < 100_000:
            continue
        for name in {row[6], row[7]} - {""}:
            known.setdefault((name.lower(), row[1]), []).append((int(row[0]), (float(row[3]), float(row[4]))))

    def find(name, country, latitude, longitude):
        iso = code.get(country.lower())
        try:
            point = (float(latitude), float(longitude))
        except ValueError:
            return None
        near = [p for p in known.get((name.lower(), iso), []) if kilometres(p[1], point) < 25]
        return (near[0][0], iso) if len(near) == 1 else None

    pairs = set()
    with gzip.open(source / "twinning/wikidata-p190-25-eu-countries.csv.gz", "rt", encoding="utf-8") as file:
        reader = csv.reader(file)
        next(reader)
        for line in reader:
            a, b = find(line[0], line[1], line[2], line[3]), find(line[5], line[9], line[6], line[7])
            if a and b and a[1] != b[1] and a[0] != b[0]:
                pairs.add(tuple(sorted((a[0], b[0]))))
    with OUT.open("w", encoding="utf-8") as out:
        out.write("# Twin towns among cities of 100,000 inhabitants or more, as GeoNames numbers, the smaller first.\n")
        out.write("# Source: Wikidata, property P190 (twinned administrative body), about 2018. Licence: CC0.\n")
        out.write("a\tb\n")
        for a, b in sorted(pairs):
            out.write(f"{a}\t{b}\n")
    print(len(pairs), "pairs")


if __name__ == "__main__":
    main()
