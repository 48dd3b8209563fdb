"""The page in a real browser, opened from a file as people open it."""

import dataclasses
import json
import re

import pytest

from claimx.evaluation.attributions import evaluate
from claimx.evaluation.predictions import Predictions
from claimx.evaluation.ticks import in_words, read_ticks
from claimx.records import Reference, to_dict
from claimx.report import write_page
from tests.report.browser import DESKTOP, PHONE, card, wait
from tests.report.make import envelopes, make_document

pytestmark = pytest.mark.slow

VIEWS = ("articles", "claims", "sources", "figures", "dates")


def lit(page, part: str) -> str:
    """The words that are lit up; pieces between marks have their own white space."""
    return "".join(page.locator(f".lit-{part}").all_text_contents())


# --- looking ---


def test_pointing_at_a_claim_lights_up_its_words_and_back(open_page):
    page = open_page(envelopes())
    card(page, 1).hover()
    assert lit(page, "content") == "There were 4 boats in the bay on 2024-02-02"
    assert (lit(page, "source"), lit(page, "cue"), lit(page, "figures")) == ("Odo Velt", "said", "42024-02-02")
    page.locator(".mark", has_text="boats in the bay").nth(3).hover()
    assert page.locator(".card.lit").count() == 1
    assert "6 boats" in page.locator(".card.lit").inner_text()
    page.mouse.move(0, 0)
    assert page.locator(".lit, .lit-content").count() == 0


def test_a_selected_claim_stays_lit_and_has_an_address(open_page):
    page = open_page(envelopes())
    card(page, 2).locator(".said").click()
    page.mouse.move(0, 0)
    assert "5 boats" in lit(page, "content")
    assert page.locator(".card.selected").count() == 1
    address = page.url
    assert re.search(r"#claim=[0-9a-f]{16}$", address)
    other = open_page(envelopes(), fragment=f"#{address.split('#')[1]}")
    assert "5 boats" in lit(other, "content")
    other.keyboard.press("Escape")
    assert other.locator(".lit-content").count() == 0


def test_offsets_hold_where_characters_take_two_units(open_page):
    made = make_document(title="Boats 🛥 and 🐟 counted")
    page = open_page([to_dict(made)])
    card(page, 0).hover()
    assert lit(page, "content") == "There were 3 boats in the bay on 2024-02-01"


def test_back_undoes_a_step_and_leaves_the_page_from_where_it_was_opened(open_page):
    page = open_page(envelopes(3))
    assert page.url.endswith("#articles")
    page.locator("#tabs button", has_text="Claims").click()
    assert page.url.endswith("#claims")
    page.go_back()
    page.locator("#tabs [aria-current=page]", has_text="Articles").wait_for()
    page.go_forward()
    page.locator("#tabs [aria-current=page]", has_text="Claims").wait_for()


def test_a_note_is_kept_when_the_keyboard_leaves_it(open_page):
    page = open_page(envelopes())
    card(page, 1).focus()
    page.keyboard.press("n")
    page.keyboard.type("ask again")
    page.keyboard.press("Escape")
    assert card(page, 1).locator(".note").inner_text() == "ask again"


@pytest.mark.parametrize("view", VIEWS)
def test_views_of_many_articles(open_page, view):
    page = open_page(envelopes(3), fragment=f"#{view}")
    assert page.locator("#tabs [aria-current=page]").inner_text().lower() == view
    text = page.locator("main").inner_text()
    expected = {
        "articles": ["3 articles", "Boats counted in port 2", "5 claims"],
        "claims": ["15 claims", "There were 27 boats"],
        "sources": ["7 sources", "Ana Ruiz", "27 words", "the harbour office"],
        "figures": ["15 figures", "boats", "27", "Tom Berg"],
        "dates": ["15 dates", "2024-02-05"],
    }[view]
    for words in expected:
        assert words in text


def test_whom_words_stand_for(open_page):
    made = make_document()
    [first, *others] = made.claims
    words = [Reference(text, first.spans[0], "Bay of Odo") for text in ("bay", "Bay", "its")]
    first = dataclasses.replace(
        first, references=tuple(words), standalone=first.text.replace("bay", "bay [Bay of Odo]")
    )
    rows = [to_dict(dataclasses.replace(made, claims=(first, *others))), *envelopes()]
    page = open_page(rows, fragment="#article=1")
    assert "bay, its = Bay of Odo" in card(page, 0).inner_text()
    page.click("button[data-view=claims]")
    assert card(page, 0).locator(".said").inner_text() == "There were 3 boats in the bay [Bay of Odo] on 2024-02-01"


def test_figures_for_one_thing_stand_side_by_side(open_page):
    page = open_page(envelopes(2), fragment="#figures")
    rows = page.locator(".figure-row")
    assert [rows.nth(at).locator(".value").all_inner_texts() for at in range(2)] == [
        ["3", "4", "5", "6", "7"],
        ["13", "14", "15", "16", "17"],
    ]
    page.get_by_label("Side by side").select_option("all")
    assert page.locator(".figure-row").count() == 1
    page.locator(".number", has_text="14").click()
    assert "14 boats" in lit(page, "content")


# --- choosing ---


FILTERS = [
    ("Form", "direct", ["3", "6"]),
    ("Stance", "refute", ["7"]),
    ("Act", "directive", []),
    ("Certainty", "certain", ["3", "4", "5", "6", "7"]),
    ("Figure", "any", ["3", "4", "5", "6", "7"]),
]


def numbers(page) -> list[str]:
    return re.findall(r"There were (\d+)", " ".join(page.locator(".card .said").all_inner_texts()))


def test_filters(open_page):
    page = open_page(envelopes())
    page.click("#filters-button")
    for label, value, left in FILTERS:
        page.locator("#filters").get_by_label(re.compile(f"^{label}")).select_option(value)
        assert numbers(page) == left, label
        page.locator("#chips .chip").first.click()
    page.locator("#filters").get_by_label("Source").fill("harbour")
    assert numbers(page) == ["6"]
    page.locator("#chips .clear").click()
    for name, value, left in (("Check-worthiness", 0.5, ["5"]), ("Confidence", 0.95, ["3", "4", "5"])):
        page.locator("#filters").get_by_label(re.compile(name)).fill(str(value))
        assert numbers(page) == left, name
        page.locator("#chips .clear").click()
    page.locator("#filters").get_by_label("Dates from").fill("2024-02-03")
    page.locator("#filters").get_by_label("Dates to").fill("2024-02-04")
    assert numbers(page) == ["5", "6"]


def test_words_of_claims_that_are_filtered_out_are_not_marked(open_page):
    page = open_page(envelopes())
    page.click("#filters-button")
    page.locator("#filters").get_by_label("Source").fill("Ana Ruiz")
    marked = page.locator(".mark:not(.off)").all_inner_texts()
    assert "Ana Ruiz" in marked
    assert "Odo Velt" not in marked


def test_searching(open_page):
    page = open_page(envelopes(30), fragment="#claims")
    page.fill("#search", "mira 205")
    page.wait_for_function("() => document.querySelectorAll('.card').length === 1")
    assert numbers(page) == ["205"]
    page.click("button[data-view=articles]")
    assert page.locator(".article-row .title").all_inner_texts() == ["Boats counted in port 20"]
    page.fill("#search", "no such words")
    page.wait_for_selector("text=No article passes the filters")


def test_the_most_check_worthy_claims_of_a_source(open_page):
    page = open_page(envelopes(4, sentences=10), fragment="#sources")
    page.locator(".source-row .who", has_text="Mira Sand").click()
    page.get_by_label("Order").select_option("checkworthiness")
    assert {*page.locator(".card .who").all_inner_texts()} == {"Mira Sand"}
    assert page.locator(".card .measure:first-child").all_inner_texts()[:3] == ["check 74 %"] * 3


# --- ticks ---


def test_ticks_are_kept_saved_and_read_as_gold(open_page, tmp_path):
    made = make_document()
    rows = [to_dict(made)]
    page = open_page(rows)
    card(page, 0).hover()
    card(page, 0).locator(".tick.right").click()
    card(page, 1).hover()
    card(page, 1).locator(".tick.right").click()
    card(page, 1).locator(".tick.wrong").click()
    card(page, 1).locator(".mistakes").get_by_role("button", name="Words").click()
    card(page, 1).locator(".mistakes").get_by_role("button", name="Source").click()
    card(page, 2).focus()
    page.keyboard.press("1")
    page.keyboard.press("n")
    page.keyboard.type("ask the <b>office</b>")
    page.keyboard.press("Enter")
    page.reload()
    wait(page)
    assert page.locator(".tick[aria-pressed=true]").all_inner_texts() == ["Right", "Wrong", "Checked"]
    assert card(page, 2).locator(".note").inner_text() == "ask the <b>office</b>"
    assert page.locator(".mistakes [aria-pressed=true]").all_inner_texts() == ["Source"]
    with page.expect_download() as download:
        page.click("#save")
    path = tmp_path / "ticks.jsonl"
    download.value.save_as(path)
    [line] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [mark["verdict"] for mark in line["attributions"]] == ["right", "wrong", None]
    assert [mark["mistake"] for mark in line["attributions"]] == [None, "source", None]
    assert line["attributions"][2]["note"] == "ask the <b>office</b>"
    (tmp_path / "run.json").write_text(json.dumps(rows[0]), encoding="utf-8")
    report = evaluate(path, Predictions(tmp_path / "run.json"))
    assert (report["who-said-what"]["P"], report["who-said-what"]["R"]) == (0.5, 1)
    assert report.notes[-1] == "1 of 1 ticked right are found, 1 of 1 ticked wrong still are"
    assert in_words(read_ticks(path)).splitlines() == [
        "3 claims ticked in 1 article: 1 right, 1 wrong, 1 only checked.",
        "Of the 2 judged 50 % are right: direct 1 of 1, indirect 0 of 1.",
        "What is wrong: the source (1).",
        "  port0.txt, Odo Velt, indirect, the source: 'There were 4 boats in the bay on 2024-02-02'",
    ]


def test_what_is_wrong_is_asked_of_what_is_wrong_alone(open_page):
    page = open_page(envelopes())
    card(page, 0).focus()
    page.keyboard.press("3")
    card(page, 0).locator(".mistakes").get_by_role("button", name="Not said").click()
    page.keyboard.press("Tab")
    card(page, 0).focus()
    page.keyboard.press("2")
    assert page.locator(".mistakes").count() == 0
    page.keyboard.press("3")
    assert page.locator(".mistakes [aria-pressed=true]").count() == 0


def test_saved_ticks_are_loaded_into_another_page_of_the_same_articles(open_page, tmp_path):
    rows = [to_dict(make_document())]
    page = open_page(rows)
    card(page, 0).hover()
    card(page, 0).locator(".tick.right").click()
    card(page, 1).focus()
    page.keyboard.press("n")
    page.keyboard.type("ask the office")
    page.keyboard.press("Enter")
    with page.expect_download() as download:
        page.click("#save")
    path = tmp_path / "ticks.jsonl"
    download.value.save_as(path)
    page.evaluate("localStorage.clear()")
    page.reload()
    wait(page)
    assert page.locator(".tick[aria-pressed=true]").count() == 0
    with page.expect_file_chooser() as chooser:
        page.click("#load")
    chooser.value.set_files(path)
    page.locator("#said", has_text="Loaded 2 ticks").wait_for(state="attached")
    assert page.locator(".tick[aria-pressed=true]").all_inner_texts() == ["Right"]
    assert card(page, 1).locator(".note").inner_text() == "ask the office"
    assert page.locator("#save").inner_text() == "Save 2 ticks"
    other = tmp_path / "notes.jsonl"
    other.write_text('{"a": 1}\n', encoding="utf-8")
    page.set_input_files("#load-file", other)
    page.locator("#said", has_text="notes.jsonl has no ticks").wait_for(state="attached")
    assert page.locator("#save").inner_text() == "Save 2 ticks"


def test_other_data_have_other_ticks(open_page):
    page = open_page(envelopes())
    card(page, 0).hover()
    card(page, 0).locator(".tick.right").click()
    with page.context.expect_page() as opened:
        page.evaluate("() => window.open(location.href)")
    wait(opened.value)
    assert opened.value.locator(".tick[aria-pressed=true]").count() == 1
    other = open_page(envelopes(1, sentences=6), name="other.html")
    assert other.locator(".tick[aria-pressed=true]").count() == 0


def test_copying(open_page):
    page = open_page(envelopes(), permissions=["clipboard-read", "clipboard-write"])

    def copied(what: str) -> str:
        card(page, 0).hover()
        card(page, 0).locator("summary").click()
        card(page, 0).get_by_role("button", name=what).click()
        page.wait_for_selector(".flash")
        return page.evaluate("() => navigator.clipboard.readText()")

    assert copied("Text with citation") == (
        "“There were 3 boats in the bay on 2024-02-01” — Ana Ruiz, "
        "in “Boats counted in port 0”, Port Courier, 2024-03-05, port0.txt"
    )
    assert copied("Stand-alone text").startswith("Ana Ruiz: There were 3 boats")
    assert json.loads(copied("JSON")) == to_dict(make_document().claims[0])
    assert re.search(r"page\.html#claim=[0-9a-f]{16}$", copied("Link"))


# --- by everybody ---


def test_the_keyboard_alone(open_page):
    page = open_page(envelopes())
    card(page, 0).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    assert "5 boats" in lit(page, "content")
    page.keyboard.press("2")
    assert card(page, 2).locator(".tick.right").get_attribute("aria-pressed") == "true"
    page.keyboard.press("/")
    page.keyboard.type("velt")
    page.wait_for_function("() => document.querySelectorAll('.card').length === 1")
    assert numbers(page) == ["4"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_to_object_to(open_page, screen, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    # axe is a script of its own, which the page's policy would not let in.
    page = open_page(envelopes(3), viewport=screen, color_scheme=scheme, bypass_csp=True)
    page.click("#filters-button")
    for view in (*VIEWS, "article=1", "help"):
        if view == "help":
            page.click("#help-button")
        else:
            page.evaluate("view => { location.hash = view; }", view)
            page.wait_for_function("view => document.querySelector('main').className === view", arg=view.split("=")[0])
        if view == "article=1":
            card(page, 0).hover()
            card(page, 0).locator(".tick.wrong").click()
        page.wait_for_timeout(200)  # colours fade in
        found = axe.Axe().run(page).response
        assert len(found["passes"]) > 15
        assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []


@pytest.mark.parametrize("view", [*VIEWS, "article=2"])
def test_nothing_is_wider_than_a_phone(open_page, view):
    page = open_page(envelopes(3), fragment=f"#{view}", viewport=PHONE)
    assert page.evaluate("() => document.documentElement.scrollWidth") == PHONE["width"]


def test_light_and_dark_follow_the_system_and_the_switch(open_page):
    page = open_page(envelopes(), color_scheme="dark")
    ground = "() => getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.click("#theme")
    light = page.evaluate(ground)
    page.reload()
    wait(page)
    assert page.evaluate(ground) == light != dark


def test_on_paper_all_claims_are_there(open_page):
    page = open_page(envelopes(1, sentences=120))
    assert page.locator(".card").count() < 120
    page.emulate_media(media="print")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".card").count() == 120
    assert not page.locator("#tabs").is_visible()


# --- harm and size ---


HARM = "<script>document.title='harmed'</script><img src=x onerror=\"document.title='harmed'\"></p></script><!--"


def test_what_stands_in_an_article_is_text(open_page):
    made = make_document()
    text = made.doc.text + HARM
    info = dataclasses.replace(
        made.doc, text=text, title=HARM, publisher=HARM, url="javascript:document.title='harmed'"
    )
    claims = tuple(
        dataclasses.replace(claim, text=HARM, source=dataclasses.replace(claim.source, name=HARM, text=HARM))
        for claim in made.claims
    )
    row = to_dict(dataclasses.replace(made, doc=info, claims=claims, warnings=(HARM,)))
    page = open_page([row, *envelopes()])
    for view in (*VIEWS, "article=1"):
        page.evaluate("view => { location.hash = view; }", view)
        page.wait_for_function("view => document.querySelector('main').className === view", arg=view.split("=")[0])
        assert page.locator("main script, main img").count() == 0
    assert HARM in page.locator(".text").inner_text()
    assert page.locator("a[href^=javascript]").count() == 0
    assert page.title() == "Boats"


def test_the_policy_stops_a_script_that_got_in(browser, tmp_path):
    path = tmp_path / "page.html"
    with path.open("w", encoding="utf-8", newline="") as stream:
        write_page(envelopes(), stream, "Boats")
    harmed = path.read_text(encoding="utf-8").replace("<main", "<script>document.title='harmed'</script><main", 1)
    path.write_text(harmed, encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    wait(page)
    assert page.title() == "Boats"
    page.close()


def test_a_thousand_articles(open_page):
    page = open_page(envelopes(1000, sentences=12))
    assert page.locator("#counts").inner_text() == "1,000 articles · 12,000 claims"
    # Rows are drawn as they scroll into view.
    drawn = page.locator(".article-row").count()
    assert drawn < 200
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function("drawn => document.querySelectorAll('.article-row').length > drawn", arg=drawn)
    page.click("button[data-view=claims]")
    assert page.locator(".column-head h2").inner_text() == "12,000 claims"
    # The list stood there before the texts were unpacked.
    assert page.evaluate("() => performance.getEntriesByType('mark').map(mark => mark.name)") == ["list", "all"]


def test_in_a_notebook(browser):
    import claimx

    page = browser.new_page()
    page.set_content(claimx.show(make_document())._repr_html_())
    frame = page.frame_locator("iframe")
    frame.locator(".card").nth(1).hover()
    assert "4 boats" in lit(frame, "content")
    frame.locator(".card").nth(1).locator(".tick.right").click()
    assert frame.locator("#save").inner_text() == "Save 1 tick"
    page.close()
