"""GUM's attributions against claims: what is counted, and what is right."""

import dataclasses
from types import SimpleNamespace

from benchmarks.gum_said import Figures, compare, measure
from claimx.records import Span
from tests.make import TEXT, attributed, document

CLAIM = attributed(document().doc)


def mark(**changes) -> dict:
    spans = {role: [list(span) for span in part] for role, part in (
        ("content", CLAIM.spans), ("source", CLAIM.source.spans), ("clause", CLAIM.source.spans + CLAIM.cue.spans),
    )}  # fmt: skip
    told = {"kind": "name", "verb": True, "first": False, "nested": False, "names": [CLAIM.source.name]}
    return spans | told | changes


def counted(*marks: dict, claims=(CLAIM,)) -> tuple[int, int, int, int]:
    figures = Figures()
    compare({"text": TEXT, "attributions": marks}, claims, figures)
    return figures.gold, figures.found, figures.exact, figures.sources


def test_a_statement_that_is_found():
    assert counted(mark()) == (1, 1, 1, 1)


def test_a_statement_that_is_missed():
    assert counted(mark(), claims=()) == (1, 0, 0, 0)


def test_what_is_not_counted():
    others = [mark(first=True), mark(nested=True), mark(verb=False), mark(kind="none"), mark(content=[])]
    assert counted(*others) == (0, 0, 0, 0)


def test_half_of_the_content_by_another_source():
    start, end = CLAIM.spans[0]
    short = dataclasses.replace(CLAIM, spans=(Span(start, start + (end - start) * 2 // 3),))
    [gold, found, exact, _] = counted(mark(), claims=(short,))
    assert (gold, found, exact) == (1, 1, 0)
    other = mark(source=[[0, 0]], names=["Odo Velt"])
    assert counted(other) == (1, 1, 1, 0)


def test_few_statements_of_a_genre_stand_together(monkeypatch):
    read = dataclasses.replace(document(), claims=(CLAIM,))
    reader = SimpleNamespace(pipe=lambda articles: [read for _ in articles])
    monkeypatch.setattr("benchmarks.gum_said.Extractor", lambda: reader)
    rows = [{"id": "a", "genre": "news", "text": TEXT, "attributions": [mark()] * 10}]
    rows += [{"id": "b", "genre": "poem", "text": TEXT, "attributions": [mark()]}]
    rows += [{"id": "c", "genre": "list", "text": TEXT, "attributions": []}]
    found = measure(rows)
    assert {genre: row.gold for genre, row in found.items()} == {"news": 10, "others": 1, "all": 11}
