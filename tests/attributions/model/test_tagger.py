"""The attribution model on sentences of our own."""

import itertools
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from claimx.attributions.model.tagger import AttributionTagger
from claimx.network.reader import NetworkReader
from claimx.records import HeardStatement
from tests.paths import ROOT

POLNEAR = ROOT.parent / "shared" / "data" / "polnear" / "dev"


class Tagger:
    """The network and the decoder of its scores, one after the other."""

    def __init__(self) -> None:
        self.reader, self.tagger = NetworkReader(), AttributionTagger()

    def tag(self, text: str, paragraphs: list[tuple[int, int]]) -> list[HeardStatement]:
        return self.tagger.tag(self.reader.read([text], [paragraphs]))


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger()


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]


def tag(tagger: Tagger, text: str) -> list[HeardStatement]:
    return tagger.tag(text, paragraphs_of(text))


def words(text: str, found: HeardStatement) -> tuple[str, str, str]:
    roles = (found.source, found.cue, found.content)
    return tuple(" | ".join(text[s:e] for s, e in spans) for spans in roles)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The harbour will close for a month, the mayor said on Tuesday.",
            ("the mayor", "said", "The harbour will close for a month"),
        ),
        (
            "“We never saw the letter,” Okafor said. “Nobody did.”",
            ("Okafor", "said", "“We never saw the letter,” | “Nobody did.”"),
        ),
        (
            '"We never saw the letter," Okafor said.',
            ("Okafor", "said", '"We never saw the letter,"'),
        ),
        (
            "According to the ministry, exports fell by a tenth last year.",
            ("the ministry", "According to", "exports fell by a tenth last year"),
        ),
        (
            "Farmers fear that the new tax will ruin them.",
            ("Farmers", "fear", "that the new tax will ruin them"),
        ),
    ],
)
def test_plain_statements(tagger: Tagger, text: str, expected: tuple[str, str, str]) -> None:
    (found,) = tag(tagger, text)
    source, cue, content = words(text, found)
    assert (source, content) == (expected[0], expected[2])
    assert cue.startswith(expected[1])
    assert 0.5 < found.confidence <= 1


ARTICLE = """Ferry company denies cutting corners

The ferry “Aurora” was “perfectly safe” when it left the harbour, its owner said on Friday.

Inspectors disagree. They say the doors had not been checked for two years; a spokeswoman, Lena Brandt, told reporters:

“We wrote to the company three times. We never had an answer.”

The company's lawyer, who declined to be named, called the report “a disgrace” and promised an appeal. Passengers fear
that the line will close. “I take it every day,” said Tomás Álvarez, 41, a nurse 👩‍⚕️. “What am I to do?”
"""


def test_spans_are_whole_words_in_order_and_apart(tagger: Tagger) -> None:
    found = tag(tagger, ARTICLE)
    assert len(found) >= 5
    for attribution in found:
        assert attribution.content
        for spans in (attribution.source, attribution.cue, attribution.content):
            assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
            for start, end in spans:
                assert 0 <= start < end <= len(ARTICLE)
                assert ARTICLE[start:end] == ARTICLE[start:end].strip()
                assert not re.match(r"\w", ARTICLE[start:end]) or not re.search(r"\w\Z", ARTICLE[:start])
                assert not re.search(r"\w\Z", ARTICLE[start:end]) or not re.match(r"\w", ARTICLE[end:])


def test_a_quotation_in_the_paragraph_after_its_cue(tagger: Tagger) -> None:
    found = [words(ARTICLE, a) for a in tag(tagger, ARTICLE)]
    assert any("Lena Brandt" in source and "never had an answer" in content for source, _, content in found)


def test_only_the_given_paragraphs_are_read(tagger: Tagger) -> None:
    first, second = "Anna said it was late.", "Boris said it was early."
    text = f"{first}\n{second}"
    (found,) = tagger.tag(text, [(len(first) + 1, len(text))])
    assert words(text, found)[0] == "Boris"


def test_a_text_is_read_alike_alone_and_in_company(tagger: Tagger) -> None:
    others = ["He said so.", ARTICLE.replace("ferry", "railway"), "", "“Yes,” she said. " * 90]
    alone = tag(tagger, ARTICLE)
    for other in others:
        tag(tagger, other)
        assert tag(tagger, ARTICLE) == alone
    assert tag(Tagger(), ARTICLE) == alone


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n \t",
        "a" * 100_000,
        "a_" * 1_000,
        "“" * 600,
        '"' * 600,
        "'" * 600 + "said",
        "👩‍⚕️🏳️‍🌈" * 100,
        "\u202eشكرا, he said\u202c \u200f“\u200fنعم”",
        "ﬁnal ﬂour ½ Ǆ said İstanbul ẞ " * 40,
        "\x00\x01 she said \ufeff\ufffd\udcff",
        "他说：“是的。”" * 30,
        "said " * 1_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_odd_texts_are_read_without_complaint(tagger: Tagger, text: str) -> None:
    for attribution in tagger.tag(text, [(0, len(text))]):
        for start, end in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= start < end <= len(text)


@pytest.mark.shared
def test_what_others_report_is_found_apart(tagger):
    text = "“The foreman told us that the lift was safe,” Pavel Holm said. “He had promised to mend it.”"
    found = tag(tagger, text)
    outer, inner = ([words(text, one) for one in found if one.is_inner == layer] for layer in (False, True))
    assert [roles[0] for roles in outer] == ["Pavel Holm"]
    assert ("The foreman", "told", "that the lift was safe") in inner


def test_figures_on_polnear(tmp_path: Path) -> None:
    scorer = ROOT.parent / "shared" / "score" / "score_attribution.py"
    if not (POLNEAR.is_dir() and scorer.is_file()):
        pytest.skip("the PolNeAR corpus and its scorer are not here; they are no part of the project")
    texts = {p.stem: p.read_bytes().decode("utf-8") for p in sorted((POLNEAR / "text").glob("*.txt"))}
    tagger = Tagger()
    found = [[a for a in tag(tagger, text) if not a.is_inner] for text in texts.values()]
    lines = [
        json.dumps(
            {"doc": stem, "attributions": [{r: getattr(a, r) for r in ("source", "cue", "content")} for a in row]}
        )
        for stem, row in zip(texts, found, strict=True)
    ]
    (tmp_path / "found.jsonl").write_text("\n".join(lines))
    command = [sys.executable, str(scorer), str(POLNEAR), str(tmp_path / "found.jsonl"), "--json"]
    figures = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert figures["all"]["d who-said-what"]["f1"] >= 0.73
    assert figures["all"]["d strict"]["f1"] >= 0.59
    assert figures["all"]["e source overlaps"]["accuracy"] >= 0.95
    assert figures["direct"]["d who-said-what"]["r"] >= 0.91
