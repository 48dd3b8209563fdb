import pytest

from claimx.attributions.sources.resolver import SourceQuery, resolve_sources
from claimx.mentions.names.finder import find_entities
from claimx.records import Span, Zone
from tests.marked import cases
from tests.parsing import parse

CASES = cases("sources")


def read(text):
    (doc,) = parse([(text, [Zone("body", Span(0, len(text)), 0)])])
    return doc, find_entities(doc, text)


def span(text, words, near=None):
    start = text.rindex(words) if near is None else text.index(words, near)
    return Span(start, start + len(words))


def query(text, source, cue, content=""):
    where = (span(text, source),) if source else ()
    return SourceQuery(where, (span(text, cue),), (span(text, content),) if content else ())


@pytest.mark.parametrize("case", CASES, ids=[case.get("why") or case["text"] for case in CASES])
def test_a_source_is_resolved(case):
    doc, entities = read(case["text"])
    (found,) = resolve_sources(doc, case["text"], entities, [query(case["text"], case["source"], case["cue"])])
    assert (found.name, found.type, found.mention) == (case["name"], case["type"], case["mention"])


def test_he_after_two_men_is_the_one_who_speaks():
    text = "Karl Lund met Omar Said. “We agreed,” Said said. “It is good,” he added."
    doc, entities = read(text)
    first = SourceQuery((span(text, "Said", 25),), (span(text, "said"),), (span(text, "“We agreed,”"),))
    second = SourceQuery((span(text, "he added")._replace(end=text.index("he added") + 2),), (span(text, "added"),), ())
    assert [s.name for s in resolve_sources(doc, text, entities, [first, second])] == ["Omar Said", "Omar Said"]


def test_the_first_person_in_a_quotation_is_its_speaker():
    text = "“I said that it would rain,” Dana Ruiz recalled."
    doc, entities = read(text)
    outer = query(text, "Dana Ruiz", "recalled", "“I said that it would rain,”")
    inner = SourceQuery((span(text, "I", 0),), (span(text, "said"),), (span(text, "that it would rain"),))
    found = resolve_sources(doc, text, entities, [outer, inner])
    assert (found[1].name, found[1].mention) == ("Dana Ruiz", "pronominal")


def test_a_document_named_in_a_reporting_clause_is_its_sources():
    text = "Dana Ruiz said in a memo that costs rose. The memo warned that more was to come."
    doc, entities = read(text)
    first = SourceQuery((span(text, "Dana Ruiz"),), (span(text, "said in a memo"),), (span(text, "that costs rose"),))
    second = query(text, "The memo", "warned", "that more was to come")
    found = resolve_sources(doc, text, entities, [first, second])
    assert (found[1].name, found[1].type) == ("Dana Ruiz", "document")


def test_no_source_gives_none():
    text = "It was reportedly raining."
    doc, entities = read(text)
    assert resolve_sources(doc, text, entities, [query(text, "", "reportedly")]) == [None]
    assert resolve_sources(doc, text, entities, []) == []


def test_entity_and_words_of_the_source_are_kept():
    text = "The Tana\u00a0Institute said no. It said more."
    doc, entities = read(text)
    one = SourceQuery((span(text, "The Tana\u00a0Institute"),), (span(text, "said", 0),), ())
    (found,) = resolve_sources(doc, text, entities, [one])
    assert (found.text, found.entity, found.rule) == ("The Tana Institute", entities[0].id, "name")
