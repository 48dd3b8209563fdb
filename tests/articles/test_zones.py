import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.articles.furniture import ParagraphRule, Part, Rules
from claimx.articles.zones import find_author, find_zones
from claimx.errors import LexiconError
from claimx.lexicons import loader as lexicon
from claimx.records import Span, Zone
from tests.paths import CASES
from tests.together import over

TITLE = "Ferry crews vote to strike"
BODY = "Ferry crews in Tellmar voted on Monday to walk out for two days, their union said."


def cases(name: str) -> list[dict]:
    return [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines()]


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(zone.kind, text[zone.span.start : zone.span.end]) for zone in find_zones(text, title)]


@over(cases("zones.jsonl"))
def test_a_paragraph_beside_the_text_is_known_by_its_rule(case):
    paragraph = case["paragraph"]
    frames = {"head": [TITLE, paragraph, BODY], "any": [TITLE, BODY, paragraph, BODY], "tail": [TITLE, BODY, paragraph]}
    text = "\n".join(frames[case["place"]])
    start = text.index(paragraph)
    [zone] = [zone for zone in find_zones(text) if zone.span.start == start]
    assert (zone.kind, zone.rule, zone.span.end) == (case["kind"], case["rule"], start + len(paragraph))


def test_every_rule_has_a_case():
    assert {case["rule"] for case in cases("zones.jsonl")} == set(lexicon.load("page/furniture", ParagraphRule))


def test_every_part_of_the_patterns_is_used():
    parts = lexicon.load("page/furniture_parts", Part)
    words = [word for part in parts.values() for word in part.words]
    patterns = [pattern for rule in lexicon.load("page/furniture", ParagraphRule).values() for pattern in rule.patterns]
    used = [key for key in parts if any(f"{{{key}}}" in text for text in words + patterns)]
    assert set(parts) - set(used) == {"dated", "tool"}  # what stands behind bylines, and before a first sentence


def test_a_part_that_does_not_exist_is_named():
    rule = ParagraphRule("x", patterns=("by {nobody}",))
    with pytest.raises(LexiconError, match=r"\{nobody\} in 'by \{nobody\}' is no row of furniture_parts\.toml"):
        Rules({"x": rule})


@pytest.mark.parametrize("sentence", [case["sentence"] for case in cases("sentences_kept.jsonl")])
@pytest.mark.parametrize("frame", ["{title}\n{body}\n{sentence}", "{title}\n\n{sentence}\n\n{body}"])
def test_a_sentence_of_the_article_is_never_lost(sentence, frame):
    text = frame.format(title=TITLE, body=BODY, sentence=sentence)
    assert ("body", sentence) in kinds(text)


@over(cases("datelines.jsonl"))
def test_datelines(case):
    text = f"{TITLE}\n{case['text']}" if case["after_title"] else f"{case['text']}\n{BODY}"
    found = [words for kind, words in kinds(text) if kind == "dateline"]
    assert found == ([case["dateline"]] if case["dateline"] else [])


def test_the_body_begins_after_the_dateline_and_shares_its_index():
    text = f"{TITLE}\n\nTELLMAR (AP) — {BODY}"
    assert [(z.kind, z.index) for z in find_zones(text)] == [("title", 0), ("dateline", 1), ("body", 1)]
    assert kinds(text)[1:] == [("dateline", "TELLMAR (AP) —"), ("body", BODY)]


def test_a_bare_place_is_a_dateline_only_where_the_article_begins():
    text = f"{TITLE}\n{BODY}\nCAIRO - The ship sailed on."
    assert kinds(text)[-1] == ("body", "CAIRO - The ship sailed on.")


@pytest.mark.parametrize("glue", ["", " ", "\u00a0", "  "])
@pytest.mark.parametrize(
    "leftover", ["Back to top button", "Back to top", "Share this article", "Advertisement", "Read more"]
)
def test_a_leftover_glued_to_the_last_sentence_is_cut_off(glue, leftover):
    text = f"{TITLE}\n{BODY}{glue}{leftover}"
    assert kinds(text) == [("title", TITLE), ("body", BODY), ("furniture", leftover)]


@pytest.mark.parametrize(
    "end",
    ["They want their share.", "He saw an advertisement", "Nobody reads. Share prices fell.", "It went back to top"],
)
def test_the_end_of_a_sentence_is_not_a_leftover(end):
    assert kinds(f"{TITLE}\n{BODY} {end}")[-1] == ("body", f"{BODY} {end}")


@pytest.mark.parametrize(
    "title",
    [
        "Ferry crews vote to strike",
        "Mayor: ‘We are broke’",
        "Is the ferry safe?",
        "Poll: Voters want the old quay back.",
        "Ferry Crews Vote to Walk Out for Two Days.",
        "Ferry crews vote;",
        "12 hurt as crane falls into harbour",
    ],
)
def test_headlines(title):
    assert kinds(f"{title}\n\n{BODY}\n\n{BODY}")[0] == ("title", title)


@pytest.mark.parametrize(
    "first",
    [
        "The ferry stayed in port on Monday.",
        "The ferry stayed in port. Crews had gone home",
        "“We are broke,” the mayor said. “It is over.”",
        "and so the ferry stayed in port",
        "The mayor said:",
        BODY + " " + BODY + " " + BODY.rstrip("."),
    ],
)
def test_a_first_sentence_is_no_headline(first):
    assert kinds(f"{first}\n\n{BODY}")[0] == ("body", first)


def test_with_a_full_stop_it_is_a_headline_if_a_dateline_follows():
    first = "Crews leave the ferry in port."
    assert kinds(f"{first}\n\nTELLMAR (AP) — {BODY}")[0] == ("title", first)
    assert kinds(f"{first}\n\nBy Ann Lee\n\n{BODY}")[0] == ("title", first)
    assert kinds(f"{first}\n\n{BODY}")[0] == ("body", first)


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("BY ANN LEE", "ANN LEE"),
        ("By Ann Lee and Bob Ray, Staff Writer", "Ann Lee and Bob Ray"),
        ("By Ann Lee, Bob Ray and Carla Diaz in Tellmar", "Ann Lee, Bob Ray and Carla Diaz"),
        ("by Ann van der Lee | Associated Press", "Ann van der Lee"),
        ("Ann Lee, Political Correspondent", "Ann Lee"),
        ("By Ann Lee-Ray", "Ann Lee-Ray"),
        ("By our political correspondent", None),
    ],
)
def test_the_author_is_who_the_byline_names(byline, author):
    text = f"{TITLE}\n{byline}\n{BODY}"
    assert find_author(text, find_zones(text)) == author


@pytest.mark.parametrize("line", ["The Tellmar Courier", "Northern News Service"])
def test_the_line_behind_a_byline_may_name_the_authors_paper(line):
    assert kinds(f"{TITLE}\nBy Ann Lee\n{line}\n{BODY}")[2] == ("furniture", line)
    assert kinds(f"{TITLE}\n{line}\n{BODY}")[-2:] == [("body", line), ("body", BODY)]
    assert kinds(f"{TITLE}\nBy Ann Lee\n{line}") == [("title", TITLE), ("byline", "By Ann Lee"), ("body", line)]


def test_a_byline_with_its_date_names_its_author_alone():
    text = f"{TITLE}\nBy Ann Lee | Updated: 14 March 2023, 11:20 IST\n{BODY}"
    assert find_author(text, find_zones(text)) == "Ann Lee"


def test_without_a_byline_there_is_no_author():
    assert find_author(BODY, find_zones(BODY)) is None


def test_a_text_of_one_paragraph_has_no_title():
    assert kinds(TITLE) == [("body", TITLE)]


def test_a_title_follows_the_leftovers_above_it():
    text = f"Skip to main content\nHome > News\n{TITLE}\nBy Ann Lee\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == ["furniture", "furniture", "title", "byline", "body"]


@pytest.mark.parametrize(
    "given", ["Ferry crews vote to strike.", "FERRY CREWS VOTE TO STRIKE", " Ferry  crews vote to strike"]
)
def test_a_given_title_is_found_whatever_its_case_and_stops(given):
    text = f"{TITLE}.\n{BODY}"
    assert kinds(text, given)[0] == ("title", TITLE + ".")


def test_a_given_title_that_opens_an_article_on_one_line():
    text = f"{TITLE} TELLMAR (AP) — {BODY}"
    assert kinds(text, TITLE) == [("title", TITLE), ("dateline", "TELLMAR (AP) —"), ("body", BODY)]
    assert {zone.index for zone in find_zones(text, TITLE)} == {0}


def test_a_markdown_heading_is_a_title_without_its_mark():
    assert kinds(f"# {TITLE}\n\n{BODY}\n\n## By the quay\n\n{BODY}") == [
        ("furniture", "#"),
        ("title", TITLE),
        ("body", BODY),
        ("furniture", "##"),
        ("body", "By the quay"),
        ("body", BODY),
    ]


def test_a_given_title_that_is_no_part_of_the_text():
    assert kinds(BODY, "Something else entirely") == [("body", BODY)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\n\n", "\r\n\r\n", "\n \u00a0\n"])
def test_line_breaks_of_all_kinds(newline):
    text = newline.join([TITLE, BODY, BODY])
    assert kinds(text) == [("title", TITLE), ("body", BODY), ("body", BODY)]


def test_no_break_spaces_and_marks_are_trimmed_but_kept_inside():
    body = BODY.replace("Monday to", "Monday\u00a0to")
    text = f"\ufeff\u00a0{TITLE}\u200b \n\u200f{body}\u00a0"
    assert kinds(text)[1][1] == body
    assert kinds(text)[0] == ("title", TITLE)


def check_zones(text: str, zones: tuple[Zone, ...]) -> None:
    last = Span(0, 0)
    for zone in zones:
        start, end = zone.span
        assert last.end <= start < end <= len(text)
        assert not any(unicodedata.category(c)[0] in "LNPS" for c in text[last.end : start])
        assert text[start:end] == text[start:end].strip()
        last = zone.span
    indexes = [zone.index for zone in zones]
    assert indexes == sorted(indexes)


PIECES = st.sampled_from(
    [
        TITLE,
        BODY,
        "LONDON (Reuters) - ",
        "\n",
        "\r\n",
        "\n\n",
        "\u2028",
        "\u00a0",
        "Share this",
        "By Ann Lee",
        "“",
        "-",
        "'",
        "🚢",
        "\u202e",
    ]
)


@given(
    st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)), st.one_of(st.none(), st.text(), st.just(TITLE))
)
def test_any_text_is_cut_without_loss(text, title):
    check_zones(text, find_zones(text, title))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000,
        "A" * 300_000,
        "A-" * 30_000,
        "A. " * 20_000,
        '"' * 3_000,
        "“x " * 3_000,
        "\u202e" * 300_000,
        " \u200b" * 20_000,
        "\r\n " * 20_000,
        "- " * 20_000,
        "A\n" * 3_000,
        "By Ann Lee, " * 5_000,
        "1" * 5_000 + "\n" + "2" * 5_000,
        "LONDON, " * 10_000 + "(Reuters)",
        "!" * 300_000,
        "https://" * 10_000,
    ],
    ids=range(16),
)
def test_hostile_text(text):
    check_zones(text, find_zones(text))


@pytest.mark.parametrize("heading", ["Related posts", "MOST READ", "More on this story", "You might also like:"])
def test_headlines_under_a_list_of_links_are_no_part_of_the_article(heading):
    links = [
        "Ferry fares rise for the third time",
        "Why the pier at Tellmar sinks: ‘we saw it’",
        "Who owns the harbour?",
    ]
    found = kinds("\n".join([TITLE, BODY, heading, *links]))
    assert [words for kind, words in found if kind == "furniture"] == [heading, *links]


def test_the_article_goes_on_after_a_list_of_links():
    after = "The crews will meet again in May."
    found = kinds("\n".join([TITLE, BODY, "Related articles", "Ferry fares rise", after, "A last line without a stop"]))
    assert ("body", after) in found
    assert ("body", "A last line without a stop") in found


def test_a_list_of_links_above_the_article_takes_no_headline():
    found = kinds("\n".join(["Top stories", TITLE, BODY]))
    assert [words for kind, words in found if kind != "furniture"] == [TITLE, BODY]


def test_one_word_over_a_sentence_is_a_headline():
    assert kinds(f"Harbour\n\n{BODY}") == [("title", "Harbour"), ("body", BODY)]
    assert kinds(f"Harbour\n\n{TITLE}\n\n{BODY}")[0] == ("body", "Harbour")


def test_cries_stand_in_a_headline_over_a_byline():
    title = "RESCUED 'I thought it was over!' Skipper saved from rocks"
    text = f"{title}\n\nBy Ada Brooks, Consumer Reporter\n\n{BODY}"
    assert kinds(text)[0] == ("title", title)
    assert find_author(text, find_zones(text)) == "Ada Brooks"


def test_what_is_said_of_the_author_goes_only_at_the_end():
    note = "Ada Brooks is a freelance writer based in Tellmar."
    assert kinds(f"{TITLE}\n{BODY}\n{note}\n{BODY}")[2] == ("body", note)
    assert kinds(f"{TITLE}\n{BODY}\n{note}")[2] == ("furniture", note)
    assert kinds(f"{TITLE}\n{note}")[1] == ("body", note)


def test_small_print_goes_up_to_the_next_known_paragraph():
    text = f"{TITLE}\n{BODY}\nNotes to editors\n{BODY}\n{BODY}\nRead more\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == ["title", "body", *["furniture"] * 4, "body"]
    assert ("body", BODY) in kinds(f"Notes to editors\n{BODY}")


def test_headlines_under_read_more_are_links():
    other = "Inferno rips through village as residents flee"
    assert kinds(f"{TITLE}\n{BODY}\nRead More on The Lamp\n{other}")[-1] == ("furniture", other)
