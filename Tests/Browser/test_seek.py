"""The officer's walk: from "we need" to a yes, on a phone without script, and a circle that came up by itself."""
from reader import PEOPLE, Reader


def say_a_need(karim):
    """Two questions in French; what the words seem to be about is suggested, and the officer says whether it is so."""
    karim.open("/needs/new")
    karim.send(
        "[name=problem]", problem="Nos caniveaux débordent chaque automne parce que personne ne les entretient.",
        tried="Une entreprise est venue deux fois.")
    suggested = karim.page.locator("#suggested")
    assert "caniveaux" in suggested.inner_text(), "it says which word led there"
    assert suggested.locator(":checked").count() == 0, "nobody is told what they mean"
    suggested.locator("[value='drainage-and-floods']").check()
    assert karim.page.locator("[name=original]").input_value() == "fr"
    for language in ("fr", "ar"):
        karim.page.locator(f"[name=languages][value={language}]").check()
    karim.page.locator("button[name=publish]").first.click()
    karim.look()
    if karim.page.locator("form[action$='/publication']").count():
        # What is like it is shown first.
        karim.page.locator("form[action$='/publication'] button").click()
        karim.look()
    assert karim.page.locator("form[action$='/withdrawal']").count() == 1, "it is published"
    return karim.path


def compare(karim, need, address):
    """Peers with reasons, whose practices were told in at least three languages."""
    karim.open(need + "/matches")
    for match in karim.page.locator("li.match").all()[:3]:
        reasons = match.locator(".reasons li").all_inner_texts()
        assert len(reasons) == 8 and all(len(reason.split()) > 3 for reason in reasons)
    get = lambda path: karim.page.request.get(address + path).json()
    practices = [get(f"/practices/{one['practice']}.json") for one in get(need + "/matches.json")["items"]]
    assert len({practice["original"] for practice in practices}) >= 3


def ask(karim):
    """Asks Santa Clariva, without what it takes at first: the form says so, and keeps what was typed."""
    match = karim.page.locator("li.match:has-text('Santa Clariva')").first
    match.locator("a[href^='/introductions/new']").first.click()
    karim.look()
    form = karim.form("[name=message]")
    karim.fill(form, {"message": "", "contact": "karim@ouedzitoun.example"})
    form.locator("button").click()
    assert karim.page.locator(".errors a[href='#message']").count() == 1
    assert karim.page.locator("[name=contact]").input_value() == "karim@ouedzitoun.example"
    karim.page.locator("[name=message]").fill("Comment avez-vous trouvé les gardiens des caniveaux ?")
    karim.form("[name=message]").locator("button").click()
    karim.look()
    return karim.path


def answer(ines, introduction):
    """The other city finds it among what waits, and says yes."""
    ines.open("/account")
    ines.page.locator(f"a[href='{introduction}']").first.click()
    ines.look()
    ines.send("[name=answer]", answer="accept", contact="ines@santaclariva.example")


def test_an_officer_goes_from_a_need_to_a_yes_and_finds_a_circle(visit, address):
    people = {name: Reader(visit(PEOPLE[name])) for name in ("karim", "ines", "lotte")}
    karim, ines = people["karim"], people["ines"]
    need = say_a_need(karim)
    compare(karim, need, address)
    introduction = ask(karim)
    people["lotte"].open(introduction, status=404)
    answer(ines, introduction)
    assert "ines@santaclariva.example" in karim.open(introduction).text
    own = karim.page.request.get(address + "/organisations.json?q=zitoun").json()["items"][0]["id"]
    karim.open(f"/circles?organisation={own}")
    link = karim.page.locator(f"li.match a[href='{need}']")
    assert link.count() >= 1, "a circle in which the new need is met"
    assert karim.page.locator(f"li.match:has(a[href='{need}']) figure svg").count() >= 1
