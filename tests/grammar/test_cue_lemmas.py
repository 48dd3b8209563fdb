import pytest

from claimx.grammar.cue_lemmas import cue_lemma
from claimx.lexicons.cues import cue_rows
from tests.marked import unmark
from tests.parsing import parse_alone


def lemma_of(marked):
    text, cue, _ = unmark(marked)
    return cue_lemma(parse_alone(text), cue)


@pytest.mark.parametrize(
    ("marked", "lemma"),
    [
        ("She <said in a statement> {the well was dry}.", "say"),
        ("She <has repeatedly said> {the well was dry}.", "say"),
        ("<According to> the clerk, {the well was dry}.", "according to"),
        ("Clerk<:> {the well was dry}", ":"),
        ("“{It was dry},” <—> the clerk", "—"),
        ("She <pointed out> {that the well was dry}.", "point out"),
        ("They <called on> {the council to act}.", "call on"),
        ("They <called for> {an inquiry}.", "call for"),
        ("He <declined to say> {who paid}.", "say"),
        ("He <refused to rule out> {a strike}.", "rule out"),
        ("He <went on to say> {it was late}.", "say"),
        ("He <made a promise> {to pay}.", "promise"),
        ("They <do> not think {that he will pay}.", "think"),
        ("She <is confident> {that it will rain}.", "confident"),
        ("She <made clear> {that the shop would close}.", "make clear"),
        ("He <is hoping> {that it will rain}.", "hope"),
        ("<Her claim> {that the well was dry} was false.", "claim"),
        ("The firm <was accused of> {dumping oil}.", "accuse"),
        ("He <allegedly> {burnt the files}.", "allegedly"),
        ("He <told> reporters {the well was dry}.", "tell"),
    ],
)
def test_the_lemma_that_a_cue_is_listed_under(marked, lemma):
    assert lemma_of(marked) == lemma
    assert lemma in cue_rows()


def test_a_cue_that_is_not_listed_has_its_heads_lemma():
    assert lemma_of("She <juggled with> {figures}.") == "juggle"
