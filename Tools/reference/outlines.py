"""The outlines of countries, drawn once as paths for a picture of the world."""

import json


def make(source):
    pass


def rings_by_country(folder):
    """The outer rings of each country, as lists of (longitude, latitude), by ISO code."""
    found = {}
    for feature in json.loads((folder / "outlines" / "ne-110m-countries.geojson.json").read_text())["features"]:
        code = _code(feature["properties"])
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        found.setdefault(code, []).extend(polygon[0] for polygon in polygons)
    return found


def contains(ring, x, y):
    """Whether the point lies inside the ring, by counting crossings."""
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _code(properties):
    """The ISO code; Natural Earth gives none to Kosovo, and draws two states that no list of ours has."""
    return properties["iso_a2"] or ("XK" if properties["name"] == "Kosovo" else "")
