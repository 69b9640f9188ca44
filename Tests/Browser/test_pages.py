"""Every public page, as a person with a phone and without script sees it."""
import gzip
import re

import pytest

PAGES = ["/", "/organisations", "/needs", "/practices", "/organisations?kind=network", "/methods", "/methods/peer-supervision",
         "/methods/learning-checklist", "/partnerships", "/partnerships?claim=confirmed", "/landscape", "/countries/MZ", "/themes/drainage-and-floods",
         "/sdgs/11", "/search?q=eau", "/api", "/sign-in", "/problems/not-found"]


@pytest.mark.parametrize("path", PAGES)
def test_stands_on_a_phone_without_script(visit, path):
    page = visit()
    answer = page.goto(path)
    assert answer.status == 200
    assert page.locator("h1").count() == 1
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, f"{path} is {overflow} pixels too wide"


@pytest.mark.parametrize("path", PAGES)
def test_weighs_little(visit, path, address):
    page = visit()
    total = 0
    for link in [path, *re.findall(r'(?:href|src)="(/assets/[^"]+)"', page.request.get(path).text())]:
        total += len(gzip.compress(page.request.get(link).body()))
    assert total < 30_000, f"{path} weighs {total} bytes compressed"


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_is_written_in_the_readers_direction(visit, language):
    page = visit(language=language)
    page.goto("/")
    html = page.locator("html")
    assert html.get_attribute("lang") == language
    assert html.get_attribute("dir") == ("rtl" if language == "ar" else "ltr")


def test_a_chosen_language_is_remembered(visit):
    page = visit()
    page.goto("/?lang=fr")
    page.goto("/landscape")
    assert page.locator("html").get_attribute("lang") == "fr"


def test_an_officer_signs_in_sees_whom_they_speak_for_and_signs_out(visit):
    page = visit("rui@nhamatare.example")
    assert page.url.rstrip("?").endswith("/account") or "/account" in page.url
    assert "Nhamatare" in page.locator("main").inner_text()
    page.locator("form[action='/sign-out'] button").first.click()
    assert page.locator("a.you").get_attribute("href") == "/sign-in"


def test_a_page_that_is_not_there_says_so_and_leads_on(visit):
    page = visit()
    assert page.goto("/needs/ned_00000000000000000000000000").status == 404
    assert page.locator("aside.next a").count() >= 1


def test_nothing_inline_is_run(visit):
    page = visit()
    policy = page.goto("/").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert page.locator("[style], script:not([src])").count() == 0
