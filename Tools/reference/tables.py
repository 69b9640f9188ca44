"""Reading what comes in and writing the tab-separated tables that go out."""

import csv
import gzip
import io
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "Sources" / "3-Workshop" / "Reference" / "Data"
OWN = pathlib.Path(__file__).resolve().parent / "own"
RETRIEVED = "2026-11-23"

GEONAMES = "GeoNames (geonames.org), CC BY 4.0"
IATI = "IATI Standard, CC BY 4.0"


def csv_rows(path):
    """The rows of a comma-separated file, gzipped or not, as dictionaries."""
    data = pathlib.Path(path).read_bytes()
    if str(path).endswith(".gz"):
        data = gzip.decompress(data)
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def read_table(path):
    """The column names and rows of one of our own tables."""
    lines = [line for line in pathlib.Path(path).read_text(encoding="utf-8").split("\n")
             if line and not line.startswith("# ")]
    columns = lines[0].split("\t")
    return columns, [line.split("\t") for line in lines[1:]]


def dictionaries(path):
    """The rows of one of our own tables as dictionaries."""
    columns, rows = read_table(path)
    return [dict(zip(columns, row)) for row in rows]


def write_table(name, notes, columns, rows, out=OUT):
    """Writes a table: notes as comment lines, one header line, then the rows.

    Refuses a row of another width, and a tab, a line break or a leading "# " in a value.
    """
    lines = ["# " + note for note in notes]
    lines.append("\t".join(columns))
    for row in rows:
        cells = ["" if cell is None else str(cell) for cell in row]
        if len(cells) != len(columns):
            raise ValueError(f"{name}: {len(cells)} cells in {cells}")
        if cells[0].startswith("#") or any(mark in cell for cell in cells for mark in "\t\n\r"):
            raise ValueError(f"{name}: a value breaks the table: {cells}")
        lines.append("\t".join(cells))
    text = "\n".join(lines) + "\n"
    out.mkdir(parents=True, exist_ok=True)
    (out / name).write_bytes(text.encode("utf-8"))
    print(f"{name:24} {len(rows):6} rows {len(text.encode('utf-8')):9} bytes")


def one_line(text):
    """The text with every run of white space turned into one space."""
    return " ".join((text or "").split())
