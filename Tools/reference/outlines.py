"""The outlines of countries, drawn once as paths for a picture of the world.

Equal Earth (Šavrič, Patterson, Jenny 2018) about 11 degrees east, so that the edge of the map runs through the Bering
Strait and cuts no land. Borders are cut into arcs between the points where three lines meet, and each arc is made
simpler once, so that neighbours keep one border.
"""

import json
import math

from tables import RETRIEVED, dictionaries, OUT, write_table

MERIDIAN = 11.0
WIDTH, HEIGHT = 1000, 487
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
ROOT3 = math.sqrt(3)
UNIT = WIDTH / (4 * ROOT3 * math.pi / (3 * A1))
LEAST_TRIANGLE = 1.1
LEAST_ISLAND = 3.0


def make(source):
    rings = _projected(rings_by_country(source / "gazetteer"))
    corners = _corners(rings)
    rows = []
    for code in sorted(rings):
        drawn = [simple for simple in (_simplified(ring, corners) for ring in rings[code]) if len(simple) > 2]
        drawn.sort(key=lambda ring: (-abs(_area(ring)), ring))
        kept = [ring for n, ring in enumerate(drawn) if n == 0 or abs(_area(ring)) >= LEAST_ISLAND]
        if kept:
            rows.append([code, "land", "".join(_path(ring) for ring in kept)])
    rows += _dots(source, {row[0] for row in rows})
    rows.sort(key=lambda row: (row[1] == "dot", row[0]))
    write_table("outlines.tsv", [
        f"The world as SVG paths in whole numbers, {WIDTH} wide; kind is land, or dot for a state too small to draw.",
        f"Source: Natural Earth 1:110m, public domain, made simpler by us; dots from GeoNames, CC BY 4.0; {RETRIEVED}.",
        "Country is empty where Natural Earth draws land that no list of ours names. Antarctica is left out:",
        "viewBox 0 0 1000 440.",
        f"Equal Earth about {MERIDIAN:.0f} E. With l = longitude - {MERIDIAN:.0f} brought into -180..180 and p = latitude,",
        "both then in radians:",
        "t = asin(sqrt(3)/2 * sin p);  x = 2*sqrt(3)*l*cos t / (3*(9*A4*t^8 + 7*A3*t^6 + 3*A2*t^2 + A1));",
        f"y = A4*t^9 + A3*t^7 + A2*t^3 + A1*t;  A1 = {A1}, A2 = {A2}, A3 = {A3}, A4 = {A4};",
        f"X = {WIDTH / 2:.0f} + {UNIT:.4f}*x;  Y = {HEIGHT / 2} - {UNIT:.4f}*y.",
    ], ["country", "kind", "d"], rows)


def rings_by_country(folder):
    """The outer rings of each country, as lists of (longitude, latitude), by ISO code."""
    found = {}
    for feature in json.loads((folder / "outlines" / "ne-110m-countries.geojson.json").read_text())["features"]:
        code = _code(feature["properties"])
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        for ring, *_ in polygons:
            # Natural Earth draws French Guiana as France.
            overseas = code == "FR" and ring[0][0] < -40
            found.setdefault("GF" if overseas else code, []).append(ring)
    return found


def contains(ring, x, y):
    """Whether the point lies inside the ring, by counting crossings."""
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def project(longitude, latitude):
    """Where a place stands on the picture."""
    wide = math.radians((longitude - MERIDIAN + 180) % 360 - 180)
    return _drawn(wide, latitude)


def _drawn(wide, latitude):
    t = math.asin(ROOT3 / 2 * math.sin(math.radians(latitude)))
    x = 2 * ROOT3 * wide * math.cos(t) / (3 * (9 * A4 * t**8 + 7 * A3 * t**6 + 3 * A2 * t**2 + A1))
    y = A4 * t**9 + A3 * t**7 + A2 * t**3 + A1 * t
    return WIDTH / 2 + UNIT * x, HEIGHT / 2 - UNIT * y


def _code(properties):
    """The ISO code; Natural Earth gives none to Kosovo, and draws two states that no list of ours has."""
    return properties["iso_a2"] or ("XK" if properties["name"] == "Kosovo" else "")


def _projected(rings):
    """The rings in whole picture points, without repeats; halves that the 180th meridian parted are joined again."""
    found = {}
    for code, those in rings.items():
        if code == "AQ":
            continue
        for ring in _rejoined([[tuple(point) for point in ring[:-1]] for ring in those]):
            points = []
            for wide, latitude in ring:
                x, y = _drawn(math.radians(wide), latitude)
                point = (round(x), round(y))
                if not points or point != points[-1]:
                    points.append(point)
            while len(points) > 1 and points[0] == points[-1]:
                points.pop()
            if len(points) > 2:
                found.setdefault(code, []).append(points)
    return found


def _rejoined(rings):
    """Rings as (degrees from our meridian, latitude), each wholly on its own side of the map's edge."""
    moved = []
    for ring in rings:
        middle = sum(x for x, _ in ring) / len(ring)
        shift = (middle - MERIDIAN + 180) % 360 - 180 - (middle - MERIDIAN)
        moved.append([(round(x - MERIDIAN + shift, 3), y) for x, y in ring])
    seam = 180 - MERIDIAN
    joined = []
    for ring in moved:
        mate = next((other for other in joined if _seam(ring, seam) and _seam(ring, seam) == _seam(other, seam)), None)
        if mate is None:
            joined.append(ring)
        else:
            joined.remove(mate)
            joined.append(_spliced(mate, ring, seam))
    return joined


def _seam(ring, seam):
    return sorted({y for x, y in ring if abs(x - seam) < 0.002})


def _spliced(first, second, seam):
    """Two rings that share an edge on the seam, as one."""
    return _opened(first, seam) + _opened(second, seam)


def _opened(ring, seam):
    """The ring begun after the seam's points, which all stand together, and without them."""
    on = [abs(x - seam) < 0.002 for x, _ in ring]
    start = next(n for n in range(len(ring)) if on[n - 1] and not on[n])
    return [ring[(start + n) % len(ring)] for n in range(len(ring)) if not on[(start + n) % len(ring)]]


def _corners(rings):
    """The points where lines meet: those with more than two neighbours over all rings."""
    neighbours = {}
    for those in rings.values():
        for ring in those:
            for before, point, after in zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1]):
                neighbours.setdefault(point, set()).update((before, after))
    return {point for point, others in neighbours.items() if len(others) > 2}


def _simplified(ring, corners):
    start = next((n for n, point in enumerate(ring) if point in corners), None)
    if start is None:
        start = ring.index(min(ring))
    turned = ring[start:] + ring[:start] + [ring[start]]
    result, arc = [], [turned[0]]
    for point in turned[1:]:
        arc.append(point)
        if point in corners or point is turned[-1]:
            result += _arc(arc)[:-1]
            arc = [point]
    return [point for n, point in enumerate(result) if point != result[n - 1]]


def _arc(points):
    """The arc without its least triangles (Visvalingam), the same from whichever end it is walked."""
    if points[0] == points[-1]:
        return _arc(points[:len(points) // 2 + 1])[:-1] + _arc(points[len(points) // 2:]) if len(points) > 3 else points
    turned = points[0] > points[-1]
    left = points[::-1] if turned else points[:]
    while len(left) > 2:
        sizes = [_triangle(*left[n - 1:n + 2]) for n in range(1, len(left) - 1)]
        least = min(sizes)
        if least >= LEAST_TRIANGLE:
            break
        del left[sizes.index(least) + 1]
    return left[::-1] if turned else left


def _triangle(a, b, c):
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def _area(ring):
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1])) / 2


def _path(ring):
    """M, then steps in as few characters as SVG allows."""
    text = f"M{ring[0][0]} {ring[0][1]}l"
    numbers = [step for a, b in zip(ring, ring[1:]) for step in (b[0] - a[0], b[1] - a[1])]
    return text + "".join(str(n) if n < 0 or i == 0 else f" {n}" for i, n in enumerate(numbers)) + "z"


def _dots(source, drawn):
    """A small diamond for each country that has places but no outline."""
    with_places = {row["country"] for row in dictionaries(OUT / "places.tsv")}
    rows = []
    for row in dictionaries(OUT / "countries.tsv"):
        if row["iso2"] in with_places - drawn:
            x, y = (round(n) for n in project(float(row["longitude"]), float(row["latitude"])))
            rows.append([row["iso2"], "dot", f"M{x - 1} {y}l1-1 1 1-1 1z"])
    return rows
