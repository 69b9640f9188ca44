"""Weighs every kind of reading page as a browser with an empty cache gets it: page, style, script and pictures, compressed.

    bin/bench pages

And reads each without its script: what the page says must be in the HTML.
"""
import argparse
import html.parser
import json
import re
import tempfile
import urllib.error
import urllib.parse
import urllib.request

from harness import Table, copolis, demo, get

MOST = 30_000


class Parts(html.parser.HTMLParser):
    """What a page loads besides itself, and how many words it has without any script."""

    def __init__(self):
        super().__init__()
        self.addresses, self.words, self._hidden = set(), 0, 0

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        if tag == "link" and named.get("rel") in ("stylesheet", "icon", "preload"):
            self.addresses.add(named["href"])
        if tag in ("script", "img", "source", "object", "iframe", "use"):
            self.addresses.add(named.get("src") or named.get("data") or named.get("href") or "")
        self._hidden += tag in ("script", "style", "template")

    def handle_endtag(self, tag):
        self._hidden -= tag in ("script", "style", "template")

    def handle_data(self, data):
        if not self._hidden:
            self.words += len(data.split())


def transferred(url):
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip", "Accept": "text/html,*/*"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read()


def reading_pages(url):
    """One page of each kind, the fullest of its list."""
    pages = ["/", "/organisations", "/needs", "/practices", "/partnerships", "/exchanges", "/methods", "/events", "/landscape",
             "/landscape/network", "/circles", "/countries/ZA", "/countries/MZ", "/sdgs/6", "/search?q=water", "/open/", "/api",
             "/methods/peer-supervision"]
    for kind in ["organisations", "needs", "practices", "partnerships", "exchanges"]:
        try:
            items = json.loads(get(f"{url}/{kind}.json?per=40"))["items"]
        except (urllib.error.HTTPError, KeyError):
            continue
        paths = [f"/{kind}/{item['id']}" for item in items if "id" in item]
        if paths:
            pages.append(max(paths, key=lambda path: len(get(url + path))))
        if kind == "needs" and paths:
            pages.append(paths[0] + "/matches")
    return pages


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        with copolis(asked.binary, demo(asked.binary, folder)) as server:
            table, least = Table(), None
            for path in reading_pages(server.url):
                try:
                    page = get(server.url + path).decode()
                except urllib.error.HTTPError as refused:
                    print(f"{path:<60}{f'{refused.code}: not there yet':>14}")
                    continue
                parts = Parts()
                parts.feed(page)
                loaded = [urllib.parse.urljoin(server.url + path, a) for a in parts.addresses
                          if a and not a.startswith(("data:", "#"))]
                weight = sum(len(transferred(address)) for address in [server.url + path, *loaded])
                name = re.sub(r"_[0-9a-z]{26}", "_…", path)
                table.figure(f"{name}, with {len(loaded)} files", weight / 1000, "kB", at_most=MOST / 1000)
                least = min(parts.words, least or parts.words)
            table.figure("words without script, on the page with the fewest", least or 0, "", at_least=40)
    table.end()


if __name__ == "__main__":
    main()
