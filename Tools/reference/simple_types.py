"""Whether a text is of a simple type, decided as libxml2 2.9.14 decides it: a function of the type's name and the text."""

import re

WHITE = " \t\n\r"
DIGITS = 24
UNRESERVED = r"[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2}"
PCHAR = rf"(?:{UNRESERVED}|[:@])"
AUTHORITY = rf"(?:(?:{UNRESERVED}|:)*@)?(?:\[[^\]]*\]|(?:{UNRESERVED})*)(?::(?P<port>[0-9]+))?"
TAIL = rf"(?:\?(?:{PCHAR}|[/?])*)?(?:\#(?:{PCHAR}|[/?\[\]])*)?"
ABSOLUTE = re.compile(rf"[A-Za-z][A-Za-z0-9+.\-]*:(?://{AUTHORITY}(?:/{PCHAR}*)*|/(?:{PCHAR}+(?:/{PCHAR}*)*)?"
                      rf"|{PCHAR}+(?:/{PCHAR}*)*|){TAIL}")
RELATIVE = re.compile(rf"(?://{AUTHORITY}(?:/{PCHAR}*)*|/(?:{PCHAR}+(?:/{PCHAR}*)*)?"
                      rf"|(?:{UNRESERVED}|@)+(?:/{PCHAR}*)*|){TAIL}")
# What an address may not hold counts as one harmless letter; brackets and the per cent sign are looked at.
FOREIGN = re.compile(r"[^A-Za-z0-9\-._~!$&'()*+,;=:@/?#\[\]%]")
DATE = r"(?P<year>-?(?:[1-9][0-9]{4,}|[0-9]{4}))-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
ZONE = r"(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
TIME = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?|24:00:00(?:\.0+)?)"
MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def holds(kind, text):
    return CHECKS[kind](text)


def _collapsed(text):
    return re.sub("[ \t\n\r]+", " ", text).strip(" ")


def _decimal(text):
    found = re.fullmatch(r"[+-]?(?:([0-9]+)(?:(\.)([0-9]*))?|(\.)([0-9]+))", text.strip(WHITE))
    if not found:
        return False
    whole, point, part = (found[1] or "").lstrip("0"), found[2] or found[4], found[3] or found[5] or ""
    return len(whole) + len(part) <= DIGITS and not (point and len(whole) == DIGITS)


def _whole(least=None, most=None):
    def check(text):
        found = re.fullmatch("[+-]?[0-9]+", text.strip(WHITE))
        if not found or len(found[0].lstrip("+-0")) > DIGITS:
            return False
        return (least is None or int(found[0]) >= least) and (most is None or int(found[0]) <= most)
    return check


def _int(text):
    """Surrounding space is refused here, though not in the other whole numbers."""
    return text == text.strip(WHITE) and _whole(-2**31, 2**31 - 1)(text)


def _date(pattern):
    pattern = re.compile(pattern)

    def check(text):
        found = pattern.fullmatch(text)
        if not found or not 1 <= int(found["month"]) <= 12:
            return False
        year, month, day = (int(found[part]) for part in ("year", "month", "day"))
        leap = month == 2 and (year % 4 == 0 and year % 100 != 0 or year % 400 == 0)
        return year != 0 and abs(year) < 2**63 and 1 <= day <= MONTHS[month - 1] + leap
    return check


def _address(text):
    plain = FOREIGN.sub("_", _collapsed(text))
    for pattern in (ABSOLUTE, RELATIVE):
        found = pattern.fullmatch(plain)
        if found and int(found["port"] or 0) < 2**31:
            return True
    return False


def _name(pattern):
    return lambda text: re.fullmatch(pattern, _collapsed(text)) is not None


def _language(text):
    """A language tag, or nothing at all; space alone is neither."""
    return text == "" or re.fullmatch("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*", _collapsed(text)) is not None


CHECKS = {
    "string": lambda text: True,
    "decimal": _decimal,
    "int": _int,
    "nonNegativeInteger": _whole(0),
    "positiveInteger": _whole(1),
    "boolean": lambda text: text.strip(WHITE) in ("true", "false", "1", "0"),
    "date": _date(DATE + ZONE),
    "dateTime": _date(DATE + "T" + TIME + ZONE),
    "anyURI": _address,
    "NMTOKEN": _name(r"[\w.\-·:]+"),
    "ID": _name(r"[^\W\d][\w.\-·]*"),
    "lang": _language,
    "space": lambda text: _collapsed(text) in ("default", "preserve"),
}
