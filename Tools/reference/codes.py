"""Code lists of IATI, and where in a document each of them holds."""

import xml.etree.ElementTree as ElementTree

from tables import IATI, RETRIEVED, one_line, write_table

OLD = "1.05"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CODES_ONLY = {"FileFormat"}


def make(source):
    folder = source / "iati" / "codelists"
    lists = _lists(folder / "embedded-2.03") | _lists(folder / "non-embedded")
    earlier = {name: items for name, items in _lists(folder / f"embedded-{OLD}").items()
               if _facts(items) != _facts(lists.get(name))}
    lists |= {f"{name}@{OLD}": items for name, items in earlier.items()}
    rows = [[name, *item] for name in sorted(lists) for item in lists[name][1]]
    write_table("codes.tsv", [
        f"Code lists of IATI 2.03, and those of {OLD} where they differ (list name ends in @{OLD}).",
        f"Source: {IATI} (code names from outside, such as the OECD DAC's, are theirs); {RETRIEVED}.",
        "status is empty (active) or withdrawn; category is a code of the list that groups this one;",
        "fr is empty when it is not known or the same as en.",
    ], ["list", "code", "status", "category", "en", "fr"], rows)
    rules = [rule for version in ("2.03", OLD) for rule in _rules(folder, version, lists)]
    write_table("code-rules.tsv", [
        "Which code list holds at which place of a document; path is an XPath, condition one on the element there.",
        f"Source: {IATI}; {RETRIEVED}.",
        "complete: 1 when a code that is not on the list is wrong, empty when it may be right.",
    ], ["version", "path", "list", "complete", "condition"], rules)


def _lists(folder):
    """Lists by name: whether complete, and (code, status, category, English, French) of each item, in their order."""
    found = {}
    for path in sorted(folder.glob("*.xml")):
        root = ElementTree.parse(path).getroot()
        items = {}
        for item in root.iter("codelist-item"):
            code = one_line(item.findtext("code"))
            status = "withdrawn" if item.get("status") == "withdrawn" else ""
            names = _names(item)
            english, french = names.get("en", ""), names.get("fr", "")
            row = (code, status, "" if path.stem in CODES_ONLY else one_line(item.findtext("category")),
                   english, "" if french == english else french)
            # The same code twice: the active one stands.
            if code not in items or items[code][1]:
                items[code] = row
        found[path.stem] = (root.get("complete") == "1", list(items.values()))
    return found


def _names(item):
    """The item's names by language, in the form of 2.03 (narratives) or of 1.05 (text)."""
    nodes = item.findall("name/narrative") or item.findall("name")
    return {node.get(LANG, "en"): one_line(node.text) for node in reversed(nodes) if one_line(node.text)}


def _facts(found):
    return found and sorted(found[1])


def _rules(folder, version, lists):
    rows = []
    for mapping in ElementTree.parse(folder / f"mapping-{version}.xml").getroot().iter("mapping"):
        name = mapping.find("codelist").get("ref")
        name = f"{name}@{OLD}" if version == OLD and f"{name}@{OLD}" in lists else name
        rows.append([version, one_line(mapping.findtext("path")), name, "1" if lists[name][0] else "",
                     one_line(mapping.findtext("condition"))])
    return rows
