import pytest

from claimx.claims.stance import judge
from claimx.grammar.cue_lemmas import cue_lemma
from claimx.grammar.events import content_event, cue_event
from claimx.lexicons.cues import cue_rows
from claimx.records import Cue, Event, Mention, Span
from tests.marked import cases, unmark
from tests.parsing import parse_alone

FIELDS = ("act", "stance", "polarity", "certainty")


@pytest.mark.parametrize("case", cases("stance"), ids=lambda case: case["text"])
def test_act_stance_and_factuality(case):
    text, cue_spans, content = unmark(case["text"])
    doc = parse_alone(text)
    cue = Cue(" ".join(text[s:e] for s, e in cue_spans), cue_spans, cue_lemma(doc, cue_spans))
    opening = text[content[0].start :].split(maxsplit=1)[0]
    judgement = judge(cue, cue_event(doc, cue_spans), content_event(doc, content), opening=opening)
    assert {name: getattr(judgement, name) for name in FIELDS} == {name: case[name] for name in FIELDS}
    assert [hedge.text for hedge in judgement.hedges] == case["hedges"]
    assert [text[hedge.span.start : hedge.span.end] for hedge in judgement.hedges] == case["hedges"]


def test_every_act_and_stance_has_a_case():
    acts = {row.act for row in cue_rows().values()} | {"unknown"}
    assert {case["act"] for case in cases("stance")} == acts
    assert {case["stance"] for case in cases("stance")} == {"affirm", "refute", "uncertain"}


def test_the_articles_own_assertion_is_assertive():
    judgement = judge(None, None, Event("rise", "VERB", "past"))
    assert (judgement.act, judgement.stance, judgement.certainty) == ("assertive", "affirm", "certain")


def test_a_content_without_an_event_is_taken_as_it_stands():
    judgement = judge(None, None, None)
    assert (judgement.polarity, judgement.certainty) == ("positive", "certain")


def test_the_weaker_of_two_hedges_counts():
    words = (Mention("may", Span(0, 3)), Mention("probably", Span(4, 12)))
    judgement = judge(None, None, Event("fall", "VERB", "present", auxiliaries=("may",), words=words))
    assert judgement.certainty == "possible"
    assert [hedge.text for hedge in judgement.hedges] == ["may", "probably"]


def test_two_negations_make_a_positive():
    words = (Mention("not", Span(0, 3)), Mention("unlikely", Span(4, 12)))
    assert judge(None, None, Event("fall", "VERB", "present", negated=True, words=words)).polarity == "positive"


def test_each_judgement_gives_its_reason():
    judgement = judge(
        Cue("denied", (Span(3, 9),), "deny"), Event("deny", "VERB", "past"), Event("rise", "VERB", "past")
    )
    assert [(r.part, r.rule) for r in judgement.reasons] == [
        ("act", "cue:deny"),
        ("stance", "cue:deny"),
        ("polarity", "plain"),
        ("certainty", "plain"),
    ]


def test_the_hedge_in_a_long_cue_is_its_word():
    cue = Cue("has also repeatedly suggested", (Span(10, 39),), "suggest")
    (hedge,) = judge(cue, None, None).hedges
    assert (hedge.text, hedge.span) == ("suggested", Span(30, 39))


def test_a_passive_without_a_source_is_hearsay():
    cue = Cue("is said", (Span(10, 17),), "say")
    passive, active = Event("say", "VERB", "present", auxiliaries=("is",)), Event("say", "VERB", "present")
    fall = Event("fall", "VERB", "past")
    hearsay = judge(cue, passive, fall, sourced=False)
    assert (hearsay.certainty, [h.text for h in hearsay.hedges]) == ("probable", ["is said"])
    assert judge(cue, passive, fall, sourced=True).certainty == "certain"
    assert judge(cue, active, fall, sourced=False).certainty == "certain"
