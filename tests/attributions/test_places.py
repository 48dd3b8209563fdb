from claimx.attributions.places import fills_paragraphs, paragraph_at, quotations_near
from claimx.records import Quotation, Span

BODY = [Span(0, 10), Span(12, 20), Span(22, 30)]
QUOTATIONS = [Quotation((Span(0, 4),), closed=True), Quotation((Span(12, 20), Span(22, 30)), closed=True)]


def test_a_paragraph_is_found_by_an_offset_in_it():
    assert [paragraph_at(BODY, offset) for offset in (0, 9, 10, 12, 29, 30)] == [
        *(BODY[0], BODY[0], None, BODY[1], BODY[2], None)
    ]


def test_quotations_near_a_stretch_reach_into_it():
    assert quotations_near(QUOTATIONS, 3, 13) == QUOTATIONS
    assert quotations_near(QUOTATIONS, 4, 12) == []


def test_a_quotation_fills_its_paragraphs_or_part_of_one():
    assert [fills_paragraphs(quotation, BODY) for quotation in QUOTATIONS] == [False, True]
