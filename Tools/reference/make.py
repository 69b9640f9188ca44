#!/usr/bin/env python3
"""Makes the product's reference tables from the published data they are facts of.

    python3 Tools/reference/make.py --from ../shared/data [--only places countries …]

The same input gives the same bytes. docs/reference.md says what each table holds.
"""

import argparse
import pathlib

import codes
import countries
import outlines
import places
import publishers
import rules
import schema

PARTS = {"places": places, "countries": countries, "outlines": outlines, "codes": codes, "schema": schema,
         "rules": rules, "publishers": publishers}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="source", type=pathlib.Path, required=True, help="the folder of source data")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), help="make only these parts")
    arguments = parser.parse_args()
    for part in arguments.only:
        PARTS[part].make(arguments.source)


if __name__ == "__main__":
    main()
