"""Two cities work together, as two officers without script do it on their phones."""
import pytest

RUI, INES = "rui@nhamatare.example", "ines@santaclariva.example"


@pytest.fixture
def rui(visit):
    return english(visit(RUI))


@pytest.fixture
def ines(visit):
    return english(visit(INES))


def english(page):
    page.goto("/account")
    page.select_option("select[name=language]", "en")
    page.locator("form[action='/account'] button").click()
    return page


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def press(page, form):
    page.locator(f"form[action$='{form}'] button").first.click()


def test_a_partnership_from_the_first_word_to_the_last(rui, ines, visit):
    rui.goto("/organisations?q=santa+clariva")
    rui.locator("ol.list h3 a").first.click()
    rui.get_by_role("link", name="Propose a partnership").first.click()
    assert rui.locator("input[name=with]").is_checked() and fits(rui)
    rui.fill("input[name=title]", "Libraries on wheels")
    rui.fill("textarea[name=about]", "A bus that lends books, in both cities.")
    press(rui, "/partnerships")
    assert "Shall we work together?" in rui.locator("h1").inner_text() and fits(rui)

    ines.goto("/account")
    ines.get_by_role("link", name="Libraries on wheels").click()
    press(ines, "/acceptance")
    assert ines.locator(".question .claim").inner_text() == "Confirmed"

    rui.goto("/account")
    rui.get_by_role("link", name="Libraries on wheels").click()
    rui.get_by_role("link", name="Enter what was signed").click()
    names = rui.locator("input[name^='signatory.'][name$='.name']")
    assert [names.nth(n).input_value() for n in range(names.count())] == ["Amélia Tivane", "Jorge Alvia"]
    rui.fill("textarea[name=aspects]", "One bus each\nA visit a year")
    press(rui, "/agreement")
    assert "What did we promise?" in rui.locator("h1").inner_text() and fits(rui)
    assert rui.locator("ol.signatures li").count() == 2

    ines.reload()
    ines.get_by_role("link", name="Write a line").first.click()
    ines.fill("textarea[name=text]", "We saw the bus.")
    ines.fill("input[name=given]", "3")
    press(ines, "/log")
    assert "3 peer-days given" in ines.locator("ol.log").last.inner_text() and fits(ines)
    ines.get_by_role("link", name="Add a contribution").click()
    ines.fill("input[name=amount]", "1200.50")
    ines.fill("input[name=currency]", "usd")
    press(ines, "/contributions")
    assert "USD 1,200.50" in ines.locator("main").inner_text()

    visitor = visit()
    visitor.goto(rui.url.split("?")[0])
    assert "What did they promise?" in visitor.locator("h1").inner_text()
    assert visitor.locator("main form").count() == 0 and fits(visitor)


def test_what_a_list_says_is_disputed_with_a_reason(ines, visit):
    ines.goto("/partnerships?claim=disputed")
    ines.locator("ol.list h3 a").first.click()
    assert "is not so" in ines.locator("header.question").inner_text()
    assert ines.locator("ol.log li.disputed").count() == 1


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_stage_stands_at_every_width(visit, language, width):
    page = visit(width=width, language=language)
    for stage in ["inferred", "proposed", "agreed", "signed", "ended"]:
        page.goto(f"/partnerships?stage={stage}")
        page.locator("ol.list h3 a").first.click()
        assert page.locator("h1").count() == 1 and fits(page), stage
