#!/usr/bin/env python3
"""Damages official IATI documents at random and compares what the tables say of them with what xmllint says.

    damage.py ../shared/data [--documents 10000] [--seed 1]
"""

import argparse
import collections
import copy
import json
import pathlib
import random
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

import check_schema

XML = "{http://www.w3.org/XML/1998/namespace}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
VALUES = ["", " ", "x", "5", " 5 ", "-1", "1.5", "1e5", ".", "1" * 25, "true", "1", "yes", "en", "en-GB", "en_GB", "2012-02-29",
          "2011-02-29", "2012-01-01Z", " 2012-01-01", "0000-01-01", "2012-01-01T24:00:00", "2012-01-01T00:00:00+15:00",
          "http://a.b/c d", "http://a/%zz", "a:b", "1:2", "http://a#b#c", "a b", "é", "\u00a0", "\n"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    whole = list(documents(arguments.source))
    words = vocabulary(whole)
    with tempfile.TemporaryDirectory() as folder:
        groups = collections.defaultdict(list)
        for number in range(arguments.documents):
            version, document, root = copy.deepcopy(chance.choice(whole))
            for _ in range(chance.choice([1, 1, 1, 2])):
                damage(root, *words[version], chance)
            path = pathlib.Path(folder, f"{number}.xml")
            path.write_bytes(ElementTree.tostring(root, encoding="utf-8"))
            groups[version, document].append(path)
        differences = sum(compare(arguments.source, *key, paths) for key, paths in groups.items())
    print(f"{arguments.documents} documents, {differences} differences")


def documents(source):
    """(version, document, root) of every well-formed official case, and of the first parts of real files."""
    for path in sorted((source / "iati" / "schema-suite").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            try:
                yield case["version"], case["schema"], ElementTree.fromstring(case["xml"])
            except ElementTree.ParseError:
                continue
    for path in sorted((source / "iati" / "real").glob("*.xml*")):
        data = check_schema.read(path)
        root = ElementTree.fromstring(data)
        for part in list(root)[4:]:
            root.remove(part)
        yield *check_schema.guessed(data), root


def vocabulary(whole):
    """The element and attribute names that each version's documents use."""
    words = {}
    for version, _, root in whole:
        elements, attributes = words.setdefault(version, (set(), set()))
        for element in root.iter():
            elements.add(element.tag)
            attributes.update(element.attrib)
    extra = [XML + "lang", XML + "id", XML + "base", XML + "foo", "{urn:x}a", "zzz", XSI + "schemaLocation"]
    return {version: (sorted(elements), sorted(attributes) + extra) for version, (elements, attributes) in words.items()}


def damage(root, elements, attributes, chance):
    """One change somewhere: a part gone, doubled, moved, renamed or foreign; an attribute or a text changed."""
    every = list(root.iter())
    parents = {child: parent for parent in every for child in parent}
    element = chance.choice(every)
    parent = parents.get(element)
    place = chance.randrange(len(element) + 1)
    match chance.randrange(9):
        case 0 if parent is not None:
            parent.remove(element)
        case 1 if parent is not None:
            parent.insert(chance.randrange(len(parent) + 1), copy.deepcopy(element))
        case 2 if parent is not None:
            parent.remove(element)
            parent.insert(chance.randrange(len(parent) + 1), element)
        case 3:
            element.tag = chance.choice(elements)
        case 4:
            element.insert(place, ElementTree.Element(chance.choice(elements)))
        case 5:
            foreign = ElementTree.Element("{urn:x}foo", {chance.choice(attributes[:-1]): chance.choice(VALUES)})
            foreign.append(copy.deepcopy(chance.choice(every)))
            element.insert(place, foreign)
        case 6 if element.attrib:
            del element.attrib[chance.choice(sorted(element.attrib))]
        case 7:
            element.set(chance.choice(sorted(element.attrib) * 3 + attributes), chance.choice(VALUES))
        case _:
            element.text = chance.choice(VALUES)


def compare(source, version, document, paths):
    schema = source / "iati" / "xsd" / version / f"iati-{document}-schema.xsd"
    said = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", schema, *paths],
                          capture_output=True, text=True, errors="replace").stderr.splitlines()
    valid = {line.removesuffix(" validates") for line in said if line.endswith(" validates")}
    differences = 0
    for path in paths:
        findings = check_schema.check(path.read_bytes(), version, document)
        if bool(findings) == (str(path) in valid):
            differences += 1
            print(version, document, findings[:1], [line for line in said if line.startswith(f"{path}:")][:1])
    return differences


if __name__ == "__main__":
    main()
