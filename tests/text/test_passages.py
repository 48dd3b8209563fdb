from claimx.records import Span
from claimx.text.passages import passage


def test_pieces_are_joined_and_white_space_is_normalised():
    text = "He  said\nnothing, he\u00a0added."
    assert passage(text, [Span(0, 8), Span(18, 26)]) == "He said he added"
    assert passage(text, []) == ""
