"""Who publishes to IATI, to recognise a reference."""

from tables import RETRIEVED, csv_rows, one_line, write_table


def make(source):
    rows = {}
    for row in csv_rows(source / "iati" / "registry" / "publishers.csv"):
        identifier = one_line(row["iati_identifier"])
        if identifier and identifier not in rows:
            rows[identifier] = [identifier, one_line(row["title"]), row["country"].strip(),
                                row["organisation_type"].strip()]
    write_table("publishers.tsv", [
        "Organisations that publish to IATI: their identifier, name, country (ISO 3166-1) and organisation type code.",
        f"Source: the IATI registry through D-Portal (MIT); contact data left out; {RETRIEVED}.",
    ], ["identifier", "name", "country", "type"], [rows[identifier] for identifier in sorted(rows)])
