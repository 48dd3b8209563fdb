import dataclasses
import importlib.util
import json
import random
from types import SimpleNamespace

import pytest

from claimx.evaluation.attributions import evaluate, is_direct, score
from claimx.evaluation.gold import GoldArticle, Roles, read_gold
from claimx.records import Claim, Cue, DocRef, Source, Span
from tests.paths import SHARED

TEXT = '"The well is dry and the lake is low," Ana said. Bela believes that it will rain soon.'


def roles(source, cue, content, text=TEXT):
    def find(words):
        return (Span(text.index(words), text.index(words) + len(words)),) if words else ()

    return Roles(find(source), find(cue), find(content))


QUOTE = roles("Ana", "said", '"The well is dry and the lake is low,"')
BELIEF = roles("Bela", "believes", "that it will rain soon")
GOLD = GoldArticle("day", TEXT, (QUOTE, BELIEF))


def figures(*found, gold=GOLD):
    return score([gold], {gold.id: list(found)})


def test_what_equals_the_gold_is_all_right():
    report = figures(QUOTE, BELIEF)
    assert {value for row in report.rows.values() for value in row.values()} == {1.0}


def test_nothing_found_is_nought():
    report = figures()
    assert {value for row in report.rows.values() for value in row.values()} == {0.0}


def test_the_order_of_what_is_found_is_of_no_account():
    assert figures(BELIEF, QUOTE).rows == figures(QUOTE, BELIEF).rows


def test_marks_make_no_difference_but_to_tokens():
    bare = roles("Ana", "said", "The well is dry and the lake is low")
    report = figures(bare, BELIEF)
    assert report["strict"]["F1"] == report["exact content"]["F1"] == 1
    assert report["token content"]["R"] < 1


@pytest.mark.parametrize(
    ("content", "right"),
    [
        ("well is dry and the lake is low", True),  # 8 of 9 words: 16 / 17
        ("The well is dry and the lake", True),  # 7 of 9: 14 / 16
        ("The well is dry and", False),  # 5 of 9: 10 / 14
    ],
)
def test_a_content_is_the_same_from_four_fifths_on(content, right):
    assert figures(roles("Ana", "said", content))["content"]["R"] == (0.5 if right else 0)


@pytest.mark.parametrize(
    ("source", "said", "equal"),
    [("Ana", 0.5, 1.0), ("Ana said", 0.5, 0.0), ("Bela", 0.0, 0.0), (None, 0.0, 0.0)],
)
def test_the_source_must_share_a_word(source, said, equal):
    report = figures(roles(source, "said", '"The well is dry and the lake is low,"'))
    assert (report["who-said-what"]["R"], report["source equal"]["share"]) == (said, equal)


def test_two_empty_sources_are_the_same():
    nobody = roles(None, "believes", "that it will rain soon")
    assert figures(nobody, gold=GoldArticle("day", TEXT, (nobody,)))["who-said-what"]["F1"] == 1


def test_a_gold_statement_is_matched_once():
    report = figures(QUOTE, QUOTE)
    assert (report["who-said-what"]["P"], report["who-said-what"]["R"]) == (0.5, 0.5)


def test_direct_statements_and_the_rest_have_their_own_recall():
    report = figures(QUOTE)
    assert (report["who-said-what"]["R direct"], report["who-said-what"]["R rest"]) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("words", "direct"),
    [
        ('"It rained."', True),
        ("“It rained,”", True),
        ("''Rain''", True),
        ('that "it rained"', False),
        ("Rain", False),
        ('"', False),
    ],
)
def test_direct_contents(words, direct):
    assert is_direct(words, [Span(0, len(words))]) is direct


def claim(found, form="indirect"):
    source = Source("Ana", found.source, None, type="person", mention="named") if found.source else None
    return Claim(
        id="0" * 16,
        key="0" * 16,
        doc=DocRef("day", None, None, None),
        form=form,
        text="",
        standalone="",
        spans=found.content,
        sentences=(0, 0),
        paragraphs=(0, 0),
        source=source,
        cue=Cue("said", found.cue, "say") if found.cue else None,
        addressee=None,
        medium=None,
        made=None,
        act="assertive",
        stance="affirm",
        polarity="positive",
        certainty="certain",
        hedges=(),
        loaded=(),
        checkworthiness=0.5,
        quantities=(),
        times=(),
        entities=(),
        parent=None,
        confidence=0.5,
    )


class Scripted:
    """Reads every article as holding the given claims."""

    def __init__(self, claims):
        self.claims = claims

    def pipe(self, articles):
        for article in articles:
            yield SimpleNamespace(doc=SimpleNamespace(id=article.id), claims=self.claims)


def test_an_extractor_is_measured_on_its_claims(tmp_path):
    gold = tmp_path / "gold.jsonl"
    attributions = [{role: getattr(a, role) for role in ("source", "cue", "content")} for a in GOLD.attributions]
    gold.write_text(json.dumps({"doc": "day", "text": TEXT, "attributions": attributions}), encoding="utf-8")
    found = tmp_path / "found.jsonl"
    claims = [claim(QUOTE), claim(Roles(content=(Span(0, 5),)), form="narrated")]
    report = evaluate(gold, Scripted(claims), found=found)
    assert (report["who-said-what"]["P"], report["who-said-what"]["R"]) == (1.0, 0.5)
    assert json.loads(found.read_text(encoding="utf-8")) == {
        "doc": "day",
        "attributions": [{"source": [[39, 42]], "cue": [[43, 47]], "content": [[0, 38]]}],
    }


@pytest.mark.parametrize(("nested", "precision"), [(False, 1.0), (True, 0.5)])
def test_what_others_report_counts_where_the_gold_marks_it(tmp_path, nested, precision):
    gold = tmp_path / "gold.jsonl"
    attributions = [{role: getattr(a, role) for role in ("source", "cue", "content")} for a in GOLD.attributions]
    gold.write_text(
        json.dumps({"doc": "day", "text": TEXT, "attributions": attributions, "nested": nested}), encoding="utf-8"
    )
    inner = dataclasses.replace(claim(Roles(content=(Span(0, 5),))), parent="0" * 16)
    report = evaluate(gold, Scripted([claim(QUOTE), inner]))
    assert report["who-said-what"]["P"] == precision


LETTERS = {
    "token": "a",
    "exact": "b",
    "overlap": "c",
    "who-said-what": "d",
    "content": "d",
    "strict": "d",
    "source": "e",
}


@pytest.mark.shared
def test_the_figures_are_those_of_the_independent_scorer():
    """On PolNeAR dev, with the gold shaken: statements lost, doubled, cut short, their sources swapped."""
    scorer, folder = SHARED / "score" / "score_attribution.py", SHARED / "data" / "polnear" / "dev"
    if not (scorer.exists() and folder.exists()):
        pytest.skip("needs ../shared/score/score_attribution.py and ../shared/data/polnear/dev")
    spec = importlib.util.spec_from_file_location("score_attribution", scorer)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    articles = read_gold(folder)[:30]
    chance = random.Random(5)
    system = {
        article.id: [
            shaken(a, article, chance) for a in article.attributions for _ in range(chance.choice((0, 1, 1, 2)))
        ]
        for article in articles
    }
    theirs_gold, _ = module.read_gold(folder)
    plain = {
        doc: [{r: [tuple(s) for s in getattr(a, r)] for r in module.ROLES} for a in found]
        for doc, found in system.items()
    }
    theirs = module.score({article.id: theirs_gold[article.id] for article in articles}, plain)
    columns = {"P": ("all", "p"), "R": ("all", "r"), "F1": ("all", "f1"), "share": ("all", "accuracy")}
    ours = score(articles, system)
    for name, row in ours.rows.items():
        their_name = f"{LETTERS[name.split(' ')[0]]} {name}"
        for column, value in row.items():
            kind, key = columns.get(column, (column.removeprefix("R "), "accuracy" if "share" in row else "r"))
            assert value == pytest.approx(theirs[kind][their_name][key]), (name, column)


def shaken(attribution, article, chance):
    content = attribution.content
    if content and chance.random() < 0.4:
        start, end = content[0]
        content = (Span(start, max(start + 1, end - chance.randint(0, 30))), *content[1:])
    source = chance.choice(article.attributions).source if chance.random() < 0.2 else attribution.source
    return Roles(source, () if chance.random() < 0.1 else attribution.cue, content)


def test_of_an_article_judged_in_part_only_what_was_judged_counts():
    text = "Ana said it rained. Bob said it snowed. Cy said it froze. Di said it thawed."

    def said(who: str, what: str) -> Roles:
        def spans(words: str) -> tuple[Span, ...]:
            return (Span(text.index(words), text.index(words) + len(words)),)

        return Roles(spans(who), (), spans(what))

    gold = GoldArticle(
        "weather",
        text,
        (said("Ana", "it rained"), said("Bob", "it snowed")),
        wrong=(said("Cy", "it froze"),),
        is_partial=True,
    )
    found = [said("Ana", "it rained"), said("Ana", "it snowed"), said("Cy", "it froze"), said("Di", "it thawed")]
    rows = score([gold], {"weather": found}).rows
    assert (rows["content"]["P"], rows["content"]["R"]) == (pytest.approx(2 / 3), 1)
    assert (rows["who-said-what"]["P"], rows["who-said-what"]["R"]) == (pytest.approx(1 / 3), 0.5)
    mended = [said("Ana", "it rained"), said("Bob", "it snowed"), said("Di", "it froze")]
    rows = score([gold], {"weather": mended}).rows
    assert (rows["who-said-what"]["P"], rows["who-said-what"]["R"]) == (1, 1)
