"""The official IATI ruleset as one row a rule, with a message in our own words."""

import json

from tables import OWN, RETRIEVED, dictionaries, write_table


def make(source):
    messages = {row["id"]: row["message"] for row in dictionaries(OWN / "rule-messages.tsv")}
    rules = json.loads((source / "iati" / "rulesets" / "standard.json").read_text(encoding="utf-8"))
    rows = [row for context, verbs in rules.items() for row in _rows(context, "", verbs, messages, {})]
    unused = set(messages) - {row[0] for row in rows}
    if unused:
        raise ValueError(f"messages for rules that do not exist: {sorted(unused)}")
    write_table("iati-rules.tsv", [
        "The rules that the public IATI validator follows beside schema and code lists, one row a rule.",
        f"Source: facts from IATI-Rulesets standard.json (Ben Webb, MIT); messages ours; {RETRIEVED}.",
        "context: XPath of the elements held to the rule. each: XPath under it; the rule holds once for each",
        "different value $1. arguments: JSON, read by verb as docs/reference.md says.",
    ], ["id", "severity", "category", "context", "each", "verb", "arguments", "message"], rows)


def _rows(context, each, verbs, messages, more):
    for verb, body in verbs.items():
        for case in body["cases"]:
            if verb == "loop":
                yield from _rows(context, case["foreach"], case["do"], messages, {"subs": case["subs"]})
                continue
            about = case["ruleInfo"]
            arguments = {key: value for key, value in (case | more).items() if key != "ruleInfo"}
            text = json.dumps(arguments, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            yield [about["id"], about["severity"], about["category"], context, each, verb, text, messages[about["id"]]]
