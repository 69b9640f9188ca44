"""The phrases of the interface: finds them where they are used, and says what each language still lacks.

    bin/words                 how many phrases there are, and how many each language answers to
    bin/words missing TAG     what the language TAG lacks, as JSON: key to English
    bin/words add TAG FILE    adds the answers of FILE (JSON: key to text) to the language TAG
    bin/words stale           keys that a language answers to and no source uses
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXTS = ROOT / "Sources/3-Workshop/Languages/Texts"
STRING = r'"((?:[^"\\]|\\.)*)"'
PHRASE = re.compile(r'(?:Phrase|phrase|reader|self)\(\s*' + STRING + r',\s*(?=["a-z])', re.S)
BLOCK = re.compile(r'"""\n(.*?)\n\s*"""', re.S)
SUM = re.compile(STRING + r'(?:\s*\+\s*' + STRING + ')*', re.S)
COUNT = re.compile(STRING + r',\s*one:\s*' + STRING + r',\s*other:\s*' + STRING, re.S)
DATASET = re.compile(r'Dataset\(\s*"([a-z-]+)",[^"]*' + STRING + r',\s*' + STRING, re.S)
FORMS = {"one-other": ["one", "other"], "zero-one-other": ["one", "other"],
         "arabic": ["zero", "one", "two", "few", "many", "other"]}


def text(literal):
    return literal.replace('\\"', '"').replace("\\\\", "\\").replace("\\n", "\n")


def english(source, at):
    """The text that stands at a place of the source: in one string, in several, in a block, or by a name given to it."""
    if name := re.compile(r"\w+").match(source, at):
        given = re.search(r"\b(?:let|var) " + name[0] + r'\b[^"]*', source)
        return english(source, given.end()) if given else ""
    if block := BLOCK.match(source, at):
        return re.sub(r"\\\n", "", "\n".join(line.strip() for line in block[1].split("\n")))
    whole = SUM.match(source, at)
    return "".join(text(part) for part in re.findall(STRING, whole[0])) if whole else ""


def phrases():
    """Key to English, and key to (one, other) for what is counted."""
    plain, counted = {}, {}
    for file in sorted((ROOT / "Sources").rglob("*.swift")):
        source = file.read_text(encoding="utf-8")
        for key, one, other in COUNT.findall(source):
            counted[key] = (text(one), text(other))
        for slug, title, about in DATASET.findall(source):
            plain[f"open.{slug}"], plain[f"open.{slug}.about"] = text(title), text(about)
        for call in PHRASE.finditer(source):
            key, words = call[1], english(source, call.end())
            if "\\(" in key or " " in key:
                continue
            if key in plain and plain[key] != words:
                print(f"{key} says two things: {plain[key]!r} and {words!r}", file=sys.stderr)
            plain[key] = words
    for tag, name in re.findall(r'"([a-z]{2})": "([A-Z][a-z]+)"',
                                (ROOT / "Sources/3-Workshop/Languages/LanguageNames.swift").read_text()):
        plain[f"language.{tag}"] = name
    return plain, counted


def wanted(rule):
    plain, counted = phrases()
    keys = dict(plain)
    for key, (one, other) in counted.items():
        for form in FORMS[rule]:
            keys[f"{key}.{form}"] = one if form == "one" else other
    return keys


def load(tag):
    return json.loads((TEXTS / f"{tag}.json").read_text(encoding="utf-8"))


def missing(tag):
    head = load(tag)
    return {key: words for key, words in wanted(head["plural"]).items() if key not in head["phrases"]}


def add(tag, path):
    head = load(tag)
    head["phrases"].update(json.loads(pathlib.Path(path).read_text(encoding="utf-8")))
    head["phrases"] = dict(sorted(head["phrases"].items()))
    (TEXTS / f"{tag}.json").write_text(json.dumps(head, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main(arguments):
    tags = sorted(file.stem for file in TEXTS.glob("*.json"))
    match arguments:
        case []:
            for tag in tags:
                total = len(wanted(load(tag)["plural"]))
                print(f"{tag}: {total - len(missing(tag))} of {total}")
        case ["missing", tag]:
            print(json.dumps(missing(tag), ensure_ascii=False, indent=1))
        case ["add", tag, path]:
            add(tag, path)
        case ["stale"]:
            for tag in tags:
                for key in sorted(set(load(tag)["phrases"]) - set(wanted(load(tag)["plural"]))):
                    print(f"{tag}: {key}")
        case _:
            print(__doc__.strip())
            return 0 if arguments == ["--help"] else 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
