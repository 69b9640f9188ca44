"""Prints the size of the house: lines, files and comments of each module, what nears its limits, binary, times.

    bin/measure            what can be counted at once
    bin/measure --times    also how long a build and the tests take (a quarter of an hour)

What pages weigh is measured by `bin/bench pages`.
"""
import argparse
import pathlib
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILE = 300


class Part:
    """A folder of Swift: how much of it is code and how much is said about it."""

    def __init__(self, name, files):
        self.name, self.files = name, files
        lines = [line.strip() for file in files for line in file.read_text().splitlines()]
        self.lines = len(lines)
        self.comments = sum(line.startswith("//") for line in lines)
        self.code = sum(bool(line) and not line.startswith("//") for line in lines)
        self.lengths = sorted(len(file.read_text().splitlines()) for file in files)

    def row(self):
        share = 100 * self.comments / max(1, self.comments + self.code)
        middle = self.lengths[len(self.lengths) // 2]
        return f"{self.name:<28}{len(self.files):>7}{self.lines:>9}{middle:>9}{self.lengths[-1]:>9}{share:>9.0f} %"


def parts():
    for floor in sorted((ROOT / "Sources").iterdir()):
        modules = [floor] if any(floor.glob("*.swift")) else sorted(p for p in floor.iterdir() if p.is_dir())
        for module in modules:
            files = sorted(module.rglob("*.swift"))
            if files:
                yield Part(module.relative_to(ROOT / "Sources").as_posix(), files)
    for module in sorted(p for p in (ROOT / "Tests").iterdir() if p.is_dir()):
        files = sorted(module.rglob("*.swift"))
        if files:
            yield Part(f"Tests/{module.name}", files)


def megabytes(path):
    return path.stat().st_size / 1e6


def seconds(*command):
    begun = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, capture_output=True)
    spent = time.monotonic() - begun
    return f"{spent:,.1f} s" if done.returncode == 0 else f"failed after {spent:,.1f} s"


def times():
    build = ["swift", "build", "--build-tests", "-j", "2"]
    print(f"\ndebug build, as it stands         {seconds(*build)}")
    print(f"debug build, nothing changed      {seconds(*build)}")
    for name in ["2-Field/Cooperation/Vocabulary/Day.swift", "4-Faces/Web/Site/Table.swift"]:
        (ROOT / "Sources" / name).touch()
        print(f"debug build, one file of {name.split('/')[1]:<9}{seconds(*build)}")
    print(f"tests                             {seconds('bin/test')}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", action="store_true")
    asked = parser.parse_args()
    found = list(parts())
    print(f"{'module':<28}{'files':>7}{'lines':>9}{'median':>9}{'longest':>9}{'comments':>11}")
    for part in found:
        print(part.row())
    for name, of in [("Sources", lambda p: not p.name.startswith("Tests/")), ("Tests", lambda p: p.name.startswith("Tests/"))]:
        print(Part(f"all of {name}", [file for part in found if of(part) for file in part.files]).row())
    long = [file for part in found for file in part.files if len(file.read_text().splitlines()) > FILE]
    print(f"\nfiles over {FILE} lines: {len(long)}")
    for file in long:
        print(f"  {file.relative_to(ROOT)}")
    binary = ROOT / ".build/release/copolis"
    if binary.exists():
        print(f"binary of the last release build: {megabytes(binary):,.1f} MB")
    if asked.times:
        times()


if __name__ == "__main__":
    main()
