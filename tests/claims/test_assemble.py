import hashlib
import importlib.util
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.claims.assemble import build_claims
from claimx.grammar.cue_lemmas import cue_lemma
from claimx.grammar.events import content_event, cue_event, sentence_event
from claimx.records import (
    Attribution,
    Attributions,
    Cue,
    DocInfo,
    Entity,
    Event,
    Mention,
    Mentions,
    Quantity,
    Sentence,
    Source,
    Span,
    Time,
    Zone,
    to_dict,
)
from tests.parsing import parse_alone
from tests.paths import SHARED

SCORE = SHARED / "score" / "check_records.py"
AUDIT = (
    'The mayor denied on Monday that more than 300 homes had been lost, calling the so-called audit "a fairy tale".\n\n'
    'The regime\'s "helpers" reportedly burnt 40 farms near Oldport in 2014. How did it start?'
)


def at(text, words):
    return Span(text.index(words), text.index(words) + len(words))


def attribution(doc, text, cue, *content, form="indirect", source=None, **more):
    spans = tuple(at(text, words) for words in content)
    cue_spans = (at(text, cue),)
    who = Source(source, (at(text, source),), None, type="person", mention="nominal") if source else None
    return Attribution(
        content=spans,
        form=form,
        source=who,
        cue=Cue(cue, cue_spans, cue_lemma(doc, cue_spans)),
        confidence=0.8,
        event=content_event(doc, spans),
        cue_event=cue_event(doc, cue_spans),
        **more,
    )


def info_of(text):
    digest = hashlib.sha256(text.encode()).hexdigest()
    return DocInfo("day", "The day", "2018-11-23", "given", None, None, None, "en", digest, len(text.split()), text)


def build(text, attributions=(), narrated=(), mentions=None):
    doc = parse_alone(text)
    found = Attributions(tuple(attributions), tuple(narrated))
    sentences = [Span(sent.start_char, sent.end_char) for sent in doc.sents]
    zones = [Zone("body", at(text, part), n) for n, part in enumerate(text.split("\n\n"))]
    return build_claims(info_of(text), found, mentions or Mentions(), sentences, zones)


@pytest.fixture(scope="module")
def audit():
    text = AUDIT
    doc = parse_alone(text)
    homes = Quantity("more than 300", at(text, "more than 300"), 300, bound=">", of=Mention("homes", at(text, "homes")))
    mentions = Mentions(
        entities=(Entity("Oldport", at(text, "Oldport"), "GPE", "Oldport", "e1"),),
        quantities=(homes, Quantity("40", at(text, "40"), 40)),
        times=(
            Time("Monday", at(text, "Monday"), "date", "2018-11-19"),
            Time("2014", at(text, "2014"), "date", "2014"),
        ),
    )
    attributions = [
        attribution(
            doc, text, "denied", "that more than 300 homes had been lost", source="The mayor", made=mentions.times[0]
        ),
        attribution(doc, text, "calling", '"a fairy tale"', form="direct", source="The mayor"),
    ]
    sentences = [
        Sentence(Span(s.start_char, s.end_char), n, 1, sentence_event(s)) for n, s in enumerate(doc.sents) if n > 0
    ]
    return build(text, attributions, sentences, mentions)


def test_the_worked_example_of_the_contract(audit):
    denial = audit[0]
    assert (denial.form, denial.text) == ("indirect", "more than 300 homes had been lost")
    assert (denial.source.text, denial.cue.lemma, denial.made.text) == ("The mayor", "deny", "Monday")
    assert (denial.act, denial.stance, denial.polarity, denial.certainty) == (
        "assertive",
        "refute",
        "positive",
        "certain",
    )
    assert [(q.text, q.bound, q.of.text) for q in denial.quantities] == [("more than 300", ">", "homes")]
    assert (denial.times, denial.loaded) == ((), ())


def test_the_authors_own_so_called_stands_beside_the_content(audit):
    mockery = audit[1]
    assert (mockery.form, mockery.text, mockery.act) == ("direct", "a fairy tale", "expressive")
    assert [(item.text, item.kind) for item in mockery.loaded] == [("so-called", "so_called")]


def test_the_articles_own_assertion(audit):
    own = audit[2]
    assert (own.form, own.source, own.cue, own.act) == ("narrated", None, None, "assertive")
    assert own.text == 'The regime\'s "helpers" reportedly burnt 40 farms near Oldport in 2014'
    assert (own.certainty, [hedge.text for hedge in own.hedges]) == ("probable", ["reportedly"])
    assert [(item.text, item.kind) for item in own.loaded] == [("regime", "loaded_term"), ('"helpers"', "scare_quotes")]
    assert [e.text for e in own.entities] + [t.text for t in own.times] == ["Oldport", "2014"]
    assert (own.sentences, own.paragraphs) == ((1, 1), (1, 1))


def test_a_question_of_the_articles_is_no_claim(audit):
    assert len(audit) == 3


def test_every_part_gives_its_reason(audit):
    parts = {"act", "stance", "polarity", "certainty", "checkworthiness"}
    assert [parts - {reason.part for reason in claim.reasons} for claim in audit] == [set()] * 3


def test_a_sentence_of_the_articles_own_is_a_claim():
    text = "The river rose two metres in 2014."
    sentence = Sentence(Span(0, len(text)), 0, 0, Event("rise", "VERB", "past"))
    mentions = Mentions(times=(Time("2014", at(text, "2014"), "date", "2014"),))
    assert len(build(text, narrated=[sentence], mentions=mentions)) == 1


def test_claims_stand_in_text_order_and_their_parents_are_named():
    text = "Ana said Bela believes the well is dry."
    doc = parse_alone(text)
    inner = attribution(doc, text, "believes", "the well is dry", source="Bela", parent=1)
    outer = attribution(doc, text, "said", "Bela believes the well is dry", source="Ana")
    claims = build(text, [inner, outer])
    assert [claim.source.text for claim in claims] == ["Ana", "Bela"]
    assert [claim.parent for claim in claims] == [None, claims[0].id]


def test_one_statement_given_twice_is_one_claim():
    text = "Ana said the well is dry."
    said = attribution(parse_alone(text), text, "said", "the well is dry", source="Ana")
    assert len(build(text, [said, said])) == 1


def test_one_content_with_two_sources_is_two_claims():
    text = "Ana and Bela said the well is dry."
    doc = parse_alone(text)
    both = [attribution(doc, text, "said", "the well is dry", source=name) for name in ("Ana", "Bela")]
    assert len({claim.id for claim in build(text, both)}) == 2


def test_a_content_without_a_word_is_no_claim():
    text = 'Ana said "…" and left.'
    said = attribution(parse_alone(text), text, "said", '"…"', form="direct", source="Ana")
    assert build(text, [said]) == []


def test_a_parent_that_is_no_claim_is_nobodys_parent():
    text = 'Ana said "…" and Bela believes the well is dry.'
    doc = parse_alone(text)
    empty = attribution(doc, text, "said", '"…"', form="direct", source="Ana")
    inner = attribution(doc, text, "believes", "the well is dry", source="Bela", parent=0)
    assert [claim.parent for claim in build(text, [empty, inner])] == [None]


def test_that_before_a_noun_is_kept():
    text = "Ana praised that decision."
    praised = attribution(parse_alone(text), text, "praised", "that decision", source="Ana")
    assert build(text, [praised])[0].text == "that decision"


NOTHING = Mentions()


def envelope(text, claims, mentions=NOTHING):
    info = {"id": "day", "title": None, "published": None, "publisher": None, "author": None, "url": None}
    info |= {"language": "en", "sha256": "", "words": 1, "text": text}
    held = {name: to_dict(getattr(mentions, name)) for name in ("entities", "quantities", "times")}
    claims = to_dict(claims)
    return json.loads(
        json.dumps({"schema": "claimx/1", "claimx": "0", "doc": info, **held, "claims": claims, "warnings": []})
    )


@pytest.fixture(scope="module")
def breaches():
    if not SCORE.exists():
        pytest.skip("needs ../shared/score/check_records.py")
    spec = importlib.util.spec_from_file_location("check_records", SCORE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return lambda record: module.Checker(record).check()


def test_the_contract_holds_for_the_worked_example(audit, breaches):
    entities = tuple(entity for claim in audit for entity in claim.entities)
    assert breaches(envelope(AUDIT, audit, Mentions(entities=entities))) == []


@given(
    text=st.text(alphabet="ab that so-called \"'“”‘’,.—-\n\xa0", min_size=1, max_size=60),
    cuts=st.lists(st.integers(0, 60), min_size=4, max_size=4, unique=True),
    form=st.sampled_from(["direct", "indirect", "mixed"]),
    event=st.sampled_from([None, Event("be", "AUX", "past"), Event("x", "NOUN")]),
    quoted=st.booleans(),
)
def test_the_contract_holds_for_any_text(breaches, text, cuts, form, event, quoted):
    a, b, c, d = sorted(cuts)
    spans = tuple(Span(s, min(e, len(text))) for s, e in ((a, b), (c, d)) if s < len(text))
    whole = Span(0, len(text))
    attributions = [Attribution(spans, form, None, None, 0.5, spans if quoted else (), event=event)] if spans else []
    sentences = [Sentence(whole, 0, 0, event)]
    zones = [Zone("body", whole, 0)]
    found = Attributions(tuple(attributions), tuple(sentences))
    claims = build_claims(info_of(text), found, Mentions(), [whole], zones)
    assert breaches(envelope(text, claims)) == []
