"""The IATI schemas as tables of facts: which element may stand where, how often, with which attributes and text.

Everything that XSD can say twice (references, named types, extensions, attribute groups) is followed to its end here, so
that a checker needs only the table. docs/reference.md explains the columns and how to check with them.
"""

import xml.etree.ElementTree as ElementTree

from tables import IATI, RETRIEVED, write_table

VERSIONS = ["1.05", "2.01", "2.02", "2.03"]
DOCUMENTS = ["activities", "organisations"]
XSD = "{http://www.w3.org/2001/XMLSchema}"
# The attributes of the xml namespace, which the schemas take from the W3C.
XML_ATTRIBUTES = {"xml:lang": "lang", "xml:space": "space", "xml:base": "anyURI", "xml:id": "ID"}
ANY = ("any", "", "", "", "1", (), ())


def make(source):
    for version in VERSIONS:
        numbers, rows, tops = {}, [], []
        for document in DOCUMENTS:
            reader = Reader(source / "iati" / "xsd" / version, document)
            tops += [["top", document, name, _number(reader.element_type(name), name, numbers, rows), "", "", "", ""]
                     for name in sorted(reader.elements)]
            tops += [["loose", document, name, simple, "", "", "", ""]
                     for name, simple in sorted(reader.loose_attributes().items())]
        write_table(f"iati-schema-{version}.tsv", [
            f"The shape of IATI {version} activity and organisation documents, as facts in a form of our own.",
            f"Source: made from the XML schemas of the {IATI}; {RETRIEVED}. docs/reference.md says how to check with it.",
            "top: document, element, type; loose: document, attribute, text. type: number, example, content, text, mixed, open.",
            "element: in type, name (* of another namespace), its type, min, max. attribute: of type, name, text, min.",
        ], ["row", "of", "name", "is", "min", "max", "mixed", "open"], tops + rows)


class Reader:
    """One document's schema with what it includes, asked for types as plain tuples."""

    def __init__(self, folder, document):
        self.elements, self.types, self.attributes, self.groups = {}, {}, {}, {}
        for name in (f"iati-{document}-schema.xsd", "iati-common.xsd"):
            for node in ElementTree.parse(folder / name).getroot():
                kinds = {"element": self.elements, "complexType": self.types, "attribute": self.attributes,
                         "attributeGroup": self.groups}
                kind = kinds.get(node.tag.removeprefix(XSD))
                if kind is not None:
                    kind[node.get("name")] = node

    def element_type(self, name):
        return self._type_of(self.elements[name])

    def loose_attributes(self):
        """The attributes that stand by themselves, and so are checked wherever they appear in foreign content."""
        found = {name: self._simple(node.get("type")) for name, node in self.attributes.items()}
        return found | XML_ATTRIBUTES

    def _type_of(self, element):
        """(content, text, group min, mixed, open, particles, attributes) of an element declaration."""
        name = element.get("type")
        if name and name.startswith("xsd:"):
            return ("text", self._simple(name), "", "", "", (), ())
        body = self.types[name] if name else element.find(XSD + "complexType")
        return ANY if body is None else self._complex(body)

    def _complex(self, body):
        simple, derived = body.find(XSD + "simpleContent"), body.find(XSD + "complexContent")
        mixed = "1" if body.get("mixed") == "true" else ""
        if simple is not None:
            extension = simple.find(XSD + "extension")
            base = extension.get("base")
            text, inherited = self._simple(base), ()
            is_open = ""
            if not base.startswith("xsd:"):
                _, text, _, _, is_open, _, inherited = self._complex(self.types[base])
            own, own_open = self._attributes(extension)
            return ("text", text, "", "", is_open or own_open, (), _merged(inherited, own))
        if derived is not None:
            extension = derived.find(XSD + "extension")
            kind, _, least, base_mixed, is_open, particles, inherited = self._complex(self.types[extension.get("base")])
            own, own_open = self._attributes(extension)
            added_kind, added_least, added = self._group(extension)
            if added and (kind, added_kind) != ("sequence", "sequence"):
                raise ValueError("an extension that is not a sequence after a sequence")
            return (kind, "", least, base_mixed, is_open or own_open, particles + added, _merged(inherited, own))
        own, is_open = self._attributes(body)
        kind, least, particles = self._group(body)
        return (kind, "", least, mixed, is_open, particles, own)

    def _group(self, body):
        """What kind of group the body holds, how often it must stand, and its particles in order."""
        groups = [child for child in body if child.tag in (XSD + "sequence", XSD + "choice", XSD + "all")]
        if not groups:
            return ("empty", "", ())
        (group,) = groups
        kind, least, most = group.tag.removeprefix(XSD), group.get("minOccurs", "1"), group.get("maxOccurs", "1")
        particles = tuple(self._particle(child) for child in group if child.tag != XSD + "annotation")
        if kind == "sequence" and (least, most) == ("1", "1"):
            return ("sequence", "", particles)
        if kind == "choice" and most == "unbounded" and least in "01":
            return ("choice", "0" if any(particle[2] == "0" for particle in particles) else least, particles)
        raise ValueError(f"a group of another form: {kind} {least} {most}")

    def _particle(self, child):
        """(name, type, min, max); the name of what may come from another namespace is *."""
        least, most = child.get("minOccurs", "1"), child.get("maxOccurs", "1").replace("unbounded", "*")
        if child.tag == XSD + "any":
            if (child.get("namespace"), child.get("processContents")) != ("##other", "lax"):
                raise ValueError("a wildcard of another form")
            return ("*", ANY, least, most)
        if child.tag != XSD + "element":
            raise ValueError(f"a group inside a group: {child.tag}")
        name = child.get("ref")
        return (name, self.element_type(name), least, most) if name else (
            child.get("name"), self._type_of(child), least, most)

    def _attributes(self, body):
        """The attributes, by name, as (name, text, min), and whether those of other namespaces are welcome."""
        found, is_open = {}, ""
        for child in body:
            if child.tag == XSD + "attribute":
                name, least = child.get("ref") or child.get("name"), "1" if child.get("use") == "required" else "0"
                declared = self.attributes.get(name, child) if child.get("ref") else child
                text = XML_ATTRIBUTES.get(name) or self._simple(declared.get("type") or "xsd:anySimpleType")
                found[name] = (name, text, least)
            elif child.tag == XSD + "attributeGroup":
                group, group_open = self._attributes(self.groups[child.get("ref")])
                found |= {attribute[0]: attribute for attribute in group}
                is_open = is_open or group_open
            elif child.tag == XSD + "anyAttribute":
                if child.get("namespace") != "##other":
                    raise ValueError("an attribute wildcard of another form")
                is_open = "1"
        return tuple(found[name] for name in sorted(found)), is_open

    def _simple(self, name):
        return name.removeprefix("xsd:") if name and name.startswith("xsd:") else name


def _merged(inherited, own):
    return tuple(sorted({attribute[0]: attribute for attribute in inherited + own}.values()))


def _number(shape, example, numbers, rows):
    """The number of a type; equal shapes share one. Its rows are written once, after those of its parts."""
    if shape in numbers:
        return numbers[shape]
    kind, text, least, mixed, is_open, particles, attributes = shape
    parts = [(name, _number(part, f"{example}/{name}" if name != "*" else "*", numbers, rows), low, high)
             for name, part, low, high in particles]
    number = numbers[shape] = str(len(numbers) + 1)
    rows.append(["type", number, example, f"{kind} {text}".strip(), least, "", mixed, is_open])
    rows += [["element", number, name, part, low, high, "", ""] for name, part, low, high in parts]
    rows += [["attribute", number, name, text, low, "", "", ""] for name, text, low in attributes]
    return number
