#!/usr/bin/env python3
"""Checks IATI documents with nothing but the tables iati-schema-*.tsv, as a stream.

    check_schema.py FILE…                       says what is wrong, or that nothing is
    check_schema.py --agree ../shared/data      proves the tables against the official suites and real files
"""

import argparse
import collections
import functools
import gzip
import json
import pathlib
import sys
import xml.parsers.expat

from simple_types import WHITE, holds
from tables import OUT, csv_rows, read_table

XML = "http://www.w3.org/XML/1998/namespace "
XSI = "http://www.w3.org/2001/XMLSchema-instance "
UNLIMITED = float("inf")
# Where what is written of a real file is not what xmllint says of it today.
EXPLAINED = {"gb-dfid-drc-1.01.xml.gz": "xmllint refuses it too: document-link/@language is not in 1.05"}
Type = collections.namedtuple("Type", "content text least mixed open parts attributes")
Part = collections.namedtuple("Part", "name type least most")


class Shape:
    """One version of the standard, read from its table."""

    def __init__(self, version):
        self.tops, self.loose, self.types = {}, {}, {}
        for row, of, name, what, least, most, mixed, is_open in read_table(OUT / f"iati-schema-{version}.tsv")[1]:
            if row == "top":
                self.tops.setdefault(of, {})[name] = what
            elif row == "loose":
                self.loose.setdefault(of, {})[name] = what
            elif row == "type":
                content, _, text = what.partition(" ")
                self.types[of] = Type(content, text, least, mixed == "1", is_open == "1", [], {})
            elif row == "element":
                self.types[of].parts.append(Part(name, what, int(least), UNLIMITED if most == "*" else int(most)))
            else:
                self.types[of].attributes[name] = (what, least == "1")


class Frame:
    """An open element: its type, how far its parts have come, and its text. No type: nothing below is looked at."""

    def __init__(self, name, kind):
        self.name, self.type, self.place, self.count, self.children, self.text = name, kind, 0, 0, 0, []


class Check:
    """One pass over one document."""

    def __init__(self, shape, document):
        self.shape, self.tops, self.loose = shape, shape.tops[document], shape.loose[document]
        self.frames, self.findings, self.ids = [], [], set()
        self.parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def run(self, data):
        try:
            self.parser.Parse(data, True)
        except xml.parsers.expat.ExpatError as error:
            self.findings.append((error.lineno, f"not well-formed: {error}"))
        return self.findings

    def say(self, words):
        self.findings.append((self.parser.CurrentLineNumber, words))

    def start(self, name, attributes):
        kind = self.kind_of(name)
        self.frames.append(Frame(name, kind))
        if kind:
            self.check_attributes(name, kind, attributes)

    def kind_of(self, name):
        """The type an element has where it stands, or nothing when it may not stand there."""
        if not self.frames:
            number = self.tops.get(name)
        elif self.frames[-1].type is None:
            return None
        elif self.frames[-1].type.content == "any":
            number = self.tops.get(name)
            if number is None:
                return self.frames[-1].type
        else:
            self.frames[-1].children += 1
            number = self.number_within(self.frames[-1], "*" if " " in name else name)
        if number is None:
            self.say(f"{name} may not stand here")
            return None
        return self.shape.types[number]

    def number_within(self, frame, name):
        parts = frame.type.parts
        if frame.type.content == "choice":
            return next((part.type for part in parts if part.name == name), None)
        if self.wandered(frame, name):
            return parts[frame.place].type
        while frame.place < len(parts):
            part = parts[frame.place]
            if part.name == name and frame.count < part.most:
                frame.count += 1
                return part.type
            if frame.count < part.least:
                return None
            frame.place, frame.count = frame.place + 1, 0
        return None

    def wandered(self, frame, name):
        """Two moves of libxml2 2.9 from among foreign elements, which a strict reading of XSD would not make.

        Back: what just came before them comes again, if it may come without limit. Forward: a second foreign element
        belongs to the next place for foreign elements, if nothing is needed between.
        """
        parts, place = frame.type.parts, frame.place
        if frame.count == 0 or place == len(parts) or parts[place].name != "*":
            return False
        if name == "*":
            later = next((n for n in range(place + 1, len(parts)) if parts[n].name == "*" or parts[n].least), place)
            goes = later if parts[later].name == "*" else place
        else:
            goes = place - 1 if place and parts[place - 1][::3] == (name, UNLIMITED) else place
        if goes != place:
            frame.place, frame.count = goes, 1
        return goes != place

    def check_attributes(self, element, kind, attributes):
        anything = kind.content == "any"
        for name, value in attributes.items():
            name = name.replace(XML, "xml:")
            if name.startswith(XSI):
                self.check_instance(element, name.removeprefix(XSI), anything)
                continue
            text = kind.attributes.get(name, (None,))[0]
            if text is None:
                outer = " " in name or name.startswith("xml:")
                if not anything and not (kind.open and outer):
                    self.say(f"{element}/@{name} may not stand here")
                    continue
                text = self.loose.get(name, "string")
            if not holds(text, value):
                self.say(f"{element}/@{name} is no {text}: {value}")
            elif text == "ID":
                if value.strip(WHITE) in self.ids:
                    self.say(f"{element}/@{name} is taken already: {value}")
                self.ids.add(value.strip(WHITE))
        for name, (_, needed) in kind.attributes.items():
            if needed and name.replace("xml:", XML) not in attributes:
                self.say(f"{element}/@{name} is missing")

    def check_instance(self, element, name, anything):
        """Attributes of XML Schema itself: a place of a schema says nothing; a type or nil is not for our elements."""
        if name == "type" or name == "nil" and not anything:
            self.say(f"{element}/@xsi:{name} may not be used")

    def characters(self, text):
        frame = self.frames[-1]
        if frame.type is None:
            return
        if frame.type.content == "text":
            frame.text.append(text)
        elif frame.type.content != "any" and not frame.type.mixed and text.strip(WHITE):
            self.say(f"{frame.name} may hold no text of its own")

    def end(self, name):
        frame = self.frames.pop()
        kind = frame.type
        if kind is None:
            return
        if kind.content == "text" and not holds(kind.text, "".join(frame.text)):
            self.say(f"{name} is no {kind.text}: {''.join(frame.text)}")
        if kind.content == "choice" and frame.children == 0 and kind.least == "1":
            self.say(f"{name} is empty")
        if kind.content == "sequence":
            for number, part in enumerate(kind.parts[frame.place:]):
                if part.least > (frame.count if number == 0 else 0):
                    self.say(f"{part.name} is missing in {name}")


@functools.cache
def shape(version):
    return Shape(version)


def check(data, version, document):
    return Check(shape(version), document).run(data)


def guessed(data):
    """The version whose shape a document is held to, and which of the two documents it is."""
    found = {}

    def start(name, attributes):
        found.setdefault("root", (name, attributes.get("version", "").strip()))
    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.Parse(data, True)
    except xml.parsers.expat.ExpatError:
        pass
    root, version = found.get("root", ("", ""))
    return (version if version in ("2.01", "2.02", "2.03") else "1.05",
            "organisations" if root.startswith("iati-organisation") else "activities")


def read(path):
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def agree(source):
    """Counts agreement with what the suites expect and with what xmllint said of real files; prints each difference."""
    differences = 0
    for path in sorted((source / "iati" / "schema-suite").glob("*.jsonl")):
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        differences += report(path.name, ((case["id"], case["expected"] == "pass", check(
            case["xml"].encode("utf-8"), case["version"], case["schema"])) for case in cases))
    real = source / "iati" / "real"
    rows = csv_rows(real / "manifest.csv")
    documents = {row["file"]: read(real / row["file"]) for row in rows}
    differences += report("real files", (
        (row["file"], row["xmllint"] == "valid", check(
            documents[row["file"]], *guessed(documents[row["file"]]))) for row in rows))
    return differences


def report(title, verdicts):
    cases = passed = differences = 0
    for name, expected, findings in verdicts:
        cases += 1
        passed += not findings
        if expected == bool(findings) and name in EXPLAINED:
            print(f"  {name}: {EXPLAINED[name]}")
        elif expected == bool(findings):
            differences += 1
            print(f"  {name}: expected {'pass' if expected else 'fail'}; {findings[:2]}")
    print(f"{title}: {cases} cases, {passed} pass, {differences} disagree")
    return differences


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--agree", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    if arguments.agree:
        sys.exit(1 if agree(arguments.agree) else 0)
    failed = False
    for path in arguments.files:
        data = read(path)
        findings = check(data, *guessed(data))
        for line, words in findings:
            print(f"{path}:{line}: {words}")
        failed = failed or bool(findings)
        print(f"{path}: {'fails' if findings else 'passes'}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
