"""Who is whom over articles, and what figures are of, as a real browser shows them."""

from itertools import pairwise

import pytest

from claimx.records import to_dict
from tests.report.browser import DESKTOP, PHONE, card
from tests.report.make import envelopes, make_document

pytestmark = pytest.mark.slow


def said_by(row: dict, old: str, **new) -> dict:
    """An article in which what one source says is another's."""
    for claim in row["claims"]:
        if claim["source"]["name"] == old:
            claim["source"] |= new
    return row


def role(text: str) -> dict:
    return {"role": {"text": text, "span": [0, 1]}}


# --- sources ---


def test_a_person_of_two_articles_stands_once_with_the_role_that_most_tell(open_page):
    first, second, third = envelopes(3)
    said_by(first, "Mira Sand", **role("pilot"))
    said_by(second, "Mira Sand", name="Sand", **role("Harbour master"))
    said_by(third, "Mira Sand", **role("harbour master"))
    page = open_page([first, second, third], fragment="#sources")
    row = page.locator(".source-row", has_text="Sand")
    assert row.count() == 1
    assert row.locator(".who").inner_text() == "Mira Sand"
    assert row.locator(".role").inner_text() == "Harbour master"
    assert "3 articles" in row.inner_text()
    row.locator(".who").click()
    assert {*page.locator(".card .who").all_inner_texts()} == {"Mira Sand"}
    assert page.locator(".card").count() == 3


def test_two_of_one_surname_stay_two(open_page):
    first, second, third = envelopes(3)
    said_by(first, "Odo Velt", name="Ida Velt")
    said_by(third, "Odo Velt", name="Velt")
    page = open_page([first, second, third], fragment="#sources")
    assert sorted(page.locator(".source-row .who", has_text="Velt").all_inner_texts()) == [
        "Ida Velt",
        "Odo Velt",
        "Velt",
    ]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("the minister", ["(the minister)"]),
        ("Minister Ruiz", []),
        ("she", ["(she)"]),
        ("A " + "very " * 30 + "old man", None),
    ],
)
def test_words_without_the_name_stand_beside_it(open_page, words, shown):
    row = said_by(to_dict(make_document()), "Ana Ruiz", text=words, **role("The Minister"))
    head = card(open_page([row]), 0).locator("header")
    told = head.locator(".as-written").all_inner_texts()
    if shown is None:
        assert told[0].endswith("very …)")
        assert len(told[0]) < 70
    else:
        assert told == shown
    # what is told already is not told again
    assert head.locator(".role").all_inner_texts() == ([] if words == "the minister" else ["The Minister"])


def test_a_source_has_one_colour_in_all_lists_and_articles(open_page):
    first, second = envelopes(2)
    second["claims"] = [each for each in second["claims"] if each["source"]["name"] != "Ana Ruiz"]
    page = open_page([first, second], fragment="#claims")
    colours: dict[str, set[str]] = {}

    def look(selector: str, who: str, *, of: str) -> None:
        for row in page.locator(selector).all():
            element = row if of == "" else row.locator(of)
            colour = element.evaluate("element => getComputedStyle(element).getPropertyValue('--hue')")
            colours.setdefault(row.locator(who).inner_text(), set()).add(colour)

    look(".card", ".who", of="")
    for view in ("#figures", "#dates", "#article=1", "#article=2"):
        page.evaluate("view => { location.hash = view; }", view)
        page.wait_for_function("name => document.querySelector('main').className === name", arg=view[1:].split("=")[0])
        look(".card", ".who", of="")
        look(".number", ".by:not(.quiet)", of="")
        look(".days ul > li", ".who", of=".who")
    named = {who: found for who, found in colours.items() if who[0].isupper()}
    assert len(named) == 4
    assert all(len(found) == 1 for found in named.values())
    assert len({colour for found in named.values() for colour in found}) == 4


# --- figures ---


def with_figures(*figures: dict) -> dict:
    """An article whose figures, one a claim, are as they are told; its text has their words."""
    row = to_dict(make_document(sentences=len(figures)))
    for claim, figure in zip(row["claims"], figures, strict=True):
        [quantity] = claim["quantities"]
        start, end = quantity["span"]
        before, text = figure.get("before", ""), row["doc"]["text"]
        row["doc"]["text"] = text[: start - len(before)] + before + text[start:] if before else text
        quantity |= {key: value for key, value in figure.items() if key != "before"}
        assert text[start:end]
    row["quantities"] = [claim["quantities"][0] for claim in row["claims"]]
    return row


def test_shares_in_words_stand_beside_those_in_figures(open_page):
    row = with_figures(
        {"value": 1 / 3, "text": "a third", "dimension": "ratio"},
        {"value": 30, "text": "30 percent", "dimension": "ratio", "unit": "percent"},
    )
    page = open_page([row], fragment="#figures")
    assert page.locator(".figure-row").count() == 1
    assert page.locator(".value").all_inner_texts() == ["30 %", "a third"]
    assert page.locator(".strip").get_attribute("aria-label") == "from 30 to 33.333333"


def test_an_arrow_stands_beside_the_amount_of_a_change_alone(open_page):
    row = with_figures(
        {"value": 12, "dimension": "ratio", "unit": "percent", "change": "down"},
        {"value": 5, "change": "down", "before": "were to "},
    )
    page = open_page([row])
    assert page.locator(".tag.figure").all_inner_texts() == ["▼ 12 % boats", "to 5 boats"]


def test_sources_that_differ_come_before_one_that_gives_several_figures(open_page):
    row = with_figures(*[{"value": value, "of": {"text": of, "span": [0, 1]}} for value, of in [
        (1, "buoys"), (2, "nets"), (3, "nets"), (4, "nets"), (5, "crates"), (6, "buoys"), (7, "buoys"), (8, "buoys"),
    ]])  # fmt: skip
    for claim in row["claims"][5:]:
        claim["source"] = row["claims"][0]["source"]
    page = open_page([row], fragment="#figures")
    assert page.locator(".figure-row .thing").all_inner_texts() == ["nets", "buoys", "crates"]


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("sentences", [5, 9, 24, 28])
def test_no_date_on_the_time_line_is_cut_off(open_page, screen, sentences):
    page = open_page(envelopes(1, sentences), fragment="#dates", viewport=screen)
    edge = page.locator(".timeline svg").bounding_box()
    labels = [each.bounding_box() for each in page.locator(".timeline text").all()]
    assert len(labels) > 2
    assert max(box["x"] + box["width"] for box in labels) <= edge["x"] + edge["width"]
    assert all(one["x"] + one["width"] <= other["x"] for one, other in pairwise(labels))


# --- help, and thumbs ---


def test_help_says_what_is_what(open_page):
    page = open_page(envelopes())
    page.get_by_role("button", name="Help").click()
    told = page.locator("#help").inner_text()
    for word in ("check", "sure", "Checked", "Right", "Wrong", "Colour", "dotted", "Search", "Next, previous claim"):
        assert word in told
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()


@pytest.mark.parametrize("width", [375, 320])
def test_what_is_pressed_on_a_phone_is_wide_enough_for_a_thumb(open_page, width):
    page = open_page(
        envelopes(2), fragment="#article=1", viewport=PHONE | {"width": width}, has_touch=True, is_mobile=True
    )
    for button in card(page, 0).locator(".actions > button, .actions summary").all():
        box = button.bounding_box()
        assert box["height"] >= 44
        assert box["width"] >= 44
    assert page.locator(".top").bounding_box()["height"] < (230 if width > 350 else 260)
    for button in page.locator(".tools button").all():
        assert button.bounding_box()["height"] >= 40
    assert page.evaluate("() => document.documentElement.scrollWidth") == width
    card(page, 0).locator(".tick.wrong").tap()
    assert card(page, 0).locator(".tick.wrong").get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize("width", [960, 1200, 1400])
def test_buttons_beside_the_text_have_room(open_page, width):
    page = open_page(envelopes(), viewport={"width": width, "height": 800})
    card(page, 0).hover()
    right = card(page, 0).bounding_box()
    last = card(page, 0).locator(".menu").bounding_box()
    assert last["x"] + last["width"] <= right["x"] + right["width"]
