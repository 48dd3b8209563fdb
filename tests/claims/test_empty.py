import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.claims.empty import DOUBTFUL, LONGEST, NothingRow, why_nothing
from claimx.claims.stance import judge
from claimx.grammar.cue_lemmas import cue_lemma
from claimx.grammar.events import content_event, cue_event
from claimx.lexicons.loader import load
from claimx.records import Attribution, Cue, Source, Span
from tests.marked import cases
from tests.parsing import parse_alone

CASES = cases("says_nothing")


def read(marked):
    """Unmark "[source] <cue> {content}"; gives the text and the span of each, None where there is no source."""
    text, spans = "", {}
    for sign in marked:
        if sign in "[<{":
            start = len(text)
        elif sign in "]>}":
            spans[sign] = Span(start, len(text))
        else:
            text += sign
    return text, spans.get("]"), spans[">"], spans["}"]


def why(marked, confidence=DOUBTFUL / 2):
    text, source, cue, content = read(marked)
    doc = parse_alone(text)
    shown = text[slice(*content)]
    attribution = Attribution(
        content=(content,),
        form="direct" if shown.startswith("“") else "indirect",
        source=Source(text[slice(*source)], (source,), None, type="person", mention="nominal") if source else None,
        cue=Cue(text[slice(*cue)], (cue,), cue_lemma(doc, (cue,))),
        confidence=confidence,
        event=content_event(doc, (content,)),
        cue_event=cue_event(doc, (cue,)),
    )
    opening = shown.split(maxsplit=1)[0]
    judgement = judge(attribution.cue, attribution.cue_event, attribution.event, opening=opening)
    return why_nothing(text, attribution, shown, judgement.act, judgement.stance)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_what_says_nothing_is_no_claim(case):
    assert why(case["text"]) == case["why"]


def test_every_row_has_a_case():
    assert set(load("reporting/says_nothing", NothingRow)) <= {case["why"] for case in CASES}


def test_a_verb_of_no_lexicon_reports_where_the_statement_is_sure():
    marked = "[The analysts] <raised> {their target}."
    assert why(marked) == "no-report"
    assert why(marked, confidence=DOUBTFUL) is None
    assert why("[The bank] <refused> {to comment}.", confidence=0.99) == "refusal"


def test_a_long_content_says_something():
    assert why("[The bank] <refused> {to comment}.") == "refusal"
    assert why("[The bank] <refused> {to comment" + " on the sale" * LONGEST + "}.") is None


@given(st.text(max_size=300))
def test_any_content_is_judged(content):
    text = f"A cited {content}"
    cue, spans = Cue("cited", (Span(2, 7),), "cite"), (Span(8, 8 + len(content)),)
    attribution = Attribution(content=spans, form="indirect", source=None, cue=cue, confidence=0.5)
    assert why_nothing(text, attribution, content, "assertive", "affirm") in {
        *load("reporting/says_nothing", NothingRow),
        None,
    }
