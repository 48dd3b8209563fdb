import re

import pytest

from claimx.claims.claim_id import claim_id, claim_key
from claimx.records import Cue, Source, Span

TEXT = "0" * 64
SPANS = (Span(3, 9),)
CUE = Cue("said", (Span(12, 16),), "say")
SOURCE = Source("she", (Span(0, 3),), None, type="person", mention="pronominal")


def test_an_id_is_sixteen_hexadecimal_digits_and_stays():
    assert claim_id(TEXT, "indirect", SPANS, SOURCE, CUE) == claim_id(TEXT, "indirect", SPANS, SOURCE, CUE)
    assert re.fullmatch("[0-9a-f]{16}", claim_id(TEXT, "narrated", SPANS, None, None))


def test_text_form_place_source_and_cue_tell_claims_apart():
    ids = {
        claim_id(TEXT, "indirect", SPANS, SOURCE, CUE),
        claim_id("1" * 64, "indirect", SPANS, SOURCE, CUE),
        claim_id(TEXT, "mixed", SPANS, SOURCE, CUE),
        claim_id(TEXT, "indirect", (Span(3, 8),), SOURCE, CUE),
        claim_id(TEXT, "indirect", SPANS, None, CUE),
        claim_id(TEXT, "indirect", SPANS, SOURCE, None),
        claim_id(TEXT, "indirect", (), SOURCE, CUE),
    }
    assert len(ids) == 7


def test_what_a_source_resolves_to_does_not_change_the_id():
    named = Source("she", (Span(0, 3),), "Ana Ruiz", type="person", mention="pronominal", entity="e1")
    assert claim_id(TEXT, "direct", SPANS, named, CUE) == claim_id(TEXT, "direct", SPANS, SOURCE, CUE)


# --- the key ------------------------------------------------------------------

NAMED = Source("she", (Span(0, 3),), "Ana Ruiz", type="person", mention="pronominal", entity="e1")


def test_a_key_leaves_case_punctuation_place_and_wording_of_the_source_aside():
    again = Source("Mayor Ana Ruiz", (Span(40, 54),), "Ana Ruiz", type="person", mention="named", entity="e7")
    assert claim_key("It’s “a fairy tale”, he thinks", NAMED) == claim_key("it's a fairy-tale he thinks.", again)
    assert re.fullmatch("[0-9a-f]{16}", claim_key("", None))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("It rained", "It snowed"),
        ("It cost £5", "It cost $5"),
        ("It rose by 5%", "It rose by 5"),
        ("1.5 million", "15 million"),
        ("a b", "ab"),
    ],
)
def test_other_words_make_another_key(text, other):
    assert claim_key(text, NAMED) != claim_key(other, NAMED)


def test_who_says_it_makes_another_key():
    keys = {claim_key("It rained", source) for source in (NAMED, SOURCE, None)}
    assert len(keys) == 3
    assert claim_key("It rained", SOURCE) == claim_key(
        "It rained", Source("She", (), None, type="person", mention="pronominal")
    )
