import re

from claimx.claims.claim_id import claim_id
from claimx.records import Cue, Source, Span

TEXT = "0" * 64
SPANS = (Span(3, 9),)
CUE = Cue("said", (Span(12, 16),), "say")
SOURCE = Source("she", (Span(0, 3),), None, "person", "pronominal", None)


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
    named = Source("she", (Span(0, 3),), "Ana Ruiz", "person", "pronominal", "e1")
    assert claim_id(TEXT, "direct", SPANS, named, CUE) == claim_id(TEXT, "direct", SPANS, SOURCE, CUE)
