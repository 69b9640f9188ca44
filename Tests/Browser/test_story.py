"""The whole story, from a need to open data, on a phone without script: two cities, their officers, their mayors."""
import csv
import hashlib
import io
import pathlib
import re
import subprocess
import tempfile
from xml.etree import ElementTree

import pytest

from reader import PEOPLE, Reader

ROOT = pathlib.Path(__file__).resolve().parents[2]
class Room:
    """An exchange under way, and the six who take part in it."""

    def __init__(self, people, leader):
        self.people, self.leader, self.path = people, leader, leader.path
        link = leader.page.locator("#invite input[readonly]").input_value()
        # The server was told to take any port that is free, and cannot know from where it is reached.
        self.link = re.sub(r"^https?://[^/]+", "", link)

    def join(self, name):
        self.people[name].open(self.link).send("[name=do][value=join]")

    def cast(self, role, person):
        self.leader.open(self.path)
        form = self.leader.form("[name=do][value=cast]")
        if not form.is_visible():
            self.leader.page.locator("#people summary").first.click()
        self.leader.fill(form, {"person": person, "role": role})
        form.locator("button").click()
        self.leader.look()

    def say(self, name, prompt, words):
        self.people[name].open(self.path).send("[value=write]", f'[name="answer-{prompt}"]', **{f"answer-{prompt}": words})

    def answer(self, name, **answers):
        given = {f"answer-{prompt.replace('_', '-')}": words for prompt, words in answers.items()}
        self.people[name].open(self.path).send("[value=answer]", f'[name="{next(iter(given))}"]', **given)

    def close(self, phase=None):
        leader = self.leader.open(self.path)
        leader.send(f"[name=phase][value={phase}]" if phase else "[value=conclude]")


def publish_a_need(rui):
    rui.open("/needs/new")
    rui.send(
        "[name=next]", problem="Three wards stand in water every January because the drains are blocked.",
        tried="We paid a company to clean them. It came twice.")
    assert rui.page.locator("#suggested [value=drainage-and-floods]").count() == 1, "a theme is found in the words"
    rui.send(
        "[name=publish]", title="Residents do not keep the drains open", original="en", languages="pt",
        themes="drainage-and-floods", formats="peer-supervision")
    assert rui.page.locator("form[action$='/withdrawal']").count() == 1, "it is published"
    return rui.path


def find_a_peer(rui, need):
    """Opens the matches and follows the one of Santa Clariva to the form with which a partnership is proposed."""
    rui.open(need + "/matches")
    match = rui.page.locator("li.match:has-text('Santa Clariva')").first
    reasons = match.locator(".reasons li")
    assert reasons.count() >= 4, "a score has a sentence for each of its parts"
    assert match.locator(".reasons li:has(data)").count() == reasons.count()
    assert all(len(reason.split()) > 4 for reason in reasons.all_inner_texts())
    match.locator("a[href^='/partnerships/new']").first.click()
    rui.look()


def agree(rui, ines):
    """One proposes, the other accepts; one enters what was signed, the other confirms it."""
    rui.send("[name=title]", title="Neighbours who keep drains", form="city-to-city",
             about="You show how keepers are found; we show how mangroves are grown.")
    partnership = rui.path
    assert re.fullmatch(r"/partnerships/par_\w+", partnership)
    ines.open(partnership)
    ines.page.locator("form[action$='/acceptance'] button").click()
    ines.look()
    rui.open(partnership + "/agreement/new")
    form = rui.page.locator("form[action$='/agreement']")
    rui.fill(form, {"kind": "memorandum", "signed": "2026-01-15", "aspects": "Two visits a year\nEach pays for its own"})
    for part, words in (("name", "Amélia Tivane"), ("title", "Mayor")):
        form.locator(f"[name^=signatory][name$='{part}']").nth(0).fill(words)
    for part, words in (("name", "Jorge Alvia"), ("title", "Mayor")):
        form.locator(f"[name^=signatory][name$='{part}']").nth(1).fill(words)
    form.locator("button").click()
    rui.look()
    ines.open(partnership)
    confirm = ines.page.locator("aside.next form[action$='/voices'] button")
    if confirm.count():
        confirm.click()
        ines.look()
    visitor = rui.open(partnership)
    assert visitor.page.locator(".claim.confirmed").count() >= 1
    assert "Jorge Alvia" in rui.text
    return partnership


def supervise(people, partnership):
    """A peer supervision to its end, every phase of it."""
    ines = people["ines"].open(f"/exchanges/new?partnership={partnership.split('/')[-1]}&method=peer-supervision")
    ines.send("[name=clock]", title="How do we get residents to keep the drains open?", clock="live", language="en")
    room = Room(people, ines)
    for name in ("rui", "amelia", "jorge", "karim", "lotte"):
        room.join(name)
    for role, name in (
            ("moderator", "Inés Vera"), ("case-presenter", "Rui Macamo"), ("secretary", "Amélia Tivane"),
            ("time-keeper", "Karim Ben Salah"), ("consultant", "Jorge Alvia"), ("consultant", "Lotte Dekker")):
        room.cast(role, name)
    room.say("rui", "headline", "Drains that nobody keeps")
    room.close("case-presentation")
    room.answer("rui", case="Three wards stand in water. The company came twice.")
    room.say("jorge", "comprehension", "How many families live beside a drain?")
    room.close("key-question")
    room.answer("rui", question_found="found", key_question="Who keeps a drain that belongs to nobody?")
    room.close("method-choice")
    room.answer("rui", module="good-advice")
    room.close("consultation")
    room.say("jorge", "contribution", "Pay the keepers a lunch, and print their names.")
    room.say("lotte", "contribution", "Begin beside the school.")
    room.close("conclusion")
    room.answer("rui", takes_home="The lunch and the names.", next_step="Two wards by July.")
    room.close()
    return room.path


def sign(people, room, address):
    """Both mayors sign the report-back: it is frozen, has a fingerprint, and can be printed."""
    document = room + "/documents/report-back"
    for name in ("amelia", "jorge"):
        people[name].open(document).send("[name=do][value=sign]")
    mayor = people["amelia"].open(document)
    assert mayor.page.locator(".signatures > .confirmed").count() == 2
    fingerprint = re.sub(r"\s", "", mayor.page.locator(".hash").first.inner_text())
    assert re.fullmatch(r"[0-9a-f]{64}", fingerprint)
    text = mayor.page.request.get(address + document + "/text").body()
    assert hashlib.sha256(text).hexdigest() == fingerprint
    paper = mayor.page.request.get(address + document + "/pdf")
    assert paper.status == 200 and paper.body().startswith(b"%PDF-") and b"%%EOF" in paper.body()[-64:]


def tell(rui, ines, partnership):
    """One side reports a figure with its baseline and target; the other confirms it; a third reads it."""
    rui.open(partnership + "/results/new")
    rui.send(
        "[name='indicator.title']", level="outcome", title="Two wards keep their drains open", original="en",
        indicator__title="Blocked drains after the first storm", indicator__measure="unit", indicator__unit="drains",
        indicator__ascending="false", indicator__baseline__value="48", indicator__baseline__year="2025",
        indicator__period__start="2026-01-16", indicator__period__end="2026-06-30", indicator__period__target="20",
        indicator__period__actual="17", indicator__period__words="Counted by both cities, ward by ward.")
    ines.open(partnership + "/results")
    ines.page.locator("aside.next a.act").click()
    ines.look()
    ines.send("[value=confirms]")
    visitor = rui.open(partnership + "/results")
    assert visitor.page.locator(".claim.confirmed").count() == 1
    assert "17" in visitor.text and "48" in visitor.text and "20" in visitor.text


def leave(visitor, address, partnership):
    """The record leaves as open data: as IATI that the official schema takes, and as a table."""
    answer = visitor.page.request.get(address + "/open/activities.iati.xml")
    assert answer.status == 200
    activities = ElementTree.fromstring(answer.body())
    ours = [one for one in activities.iter("iati-activity")
            if one.findtext("iati-identifier").endswith(partnership.split("/")[-1])]
    assert len(ours) == 1, "a partnership is reported once"
    period = ours[0].find("result/indicator/period")
    assert (period.find("target").get("value"), period.find("actual").get("value")) == ("20", "17")
    assert ours[0].find("result/indicator/baseline").get("value") == "48"
    table = csv.DictReader(io.StringIO(visitor.page.request.get(address + "/open/results.csv").text().lstrip("\ufeff")))
    rows = [row for row in table if row["partnership"] == partnership.split("/")[-1]]
    assert [(row["actual"], row["claim"]) for row in rows] == [("17", "confirmed")]
    return answer.body()


def test_a_need_becomes_a_partnership_an_exchange_a_result_and_open_data(visit, address):
    people = {name: Reader(visit(email)) for name, email in PEOPLE.items()}
    rui, ines = people["rui"], people["ines"]
    need = publish_a_need(rui)
    find_a_peer(rui, need)
    partnership = agree(rui, ines)
    room = supervise(people, partnership)
    sign(people, room, address)
    tell(rui, ines, partnership)
    file = leave(Reader(visit()), address, partnership)
    schema = ROOT.parent / "shared/data/iati/xsd/2.03/iati-activities-schema.xsd"
    if not schema.exists():
        pytest.skip("everything but the check against the official IATI schema, which is not there")
    with tempfile.NamedTemporaryFile(suffix=".xml") as kept:
        kept.write(file)
        kept.flush()
        checked = subprocess.run(["xmllint", "--noout", "--schema", schema, kept.name], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stderr[:2000]
