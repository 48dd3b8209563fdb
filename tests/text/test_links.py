import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.records import Span
from claimx.text.links import end_of_link, without_links


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[Ann Lee](https://ann.example/me) spoke.", "Ann Lee spoke."),
        ("It [froze](/weather#north) twice.", "It froze twice."),
        ("Write to [us](mailto:us@paper.example).", "Write to us ."),
        ("He said [sic](!) nothing.", "He said [sic](!) nothing."),
        ("An array[3](x) of code", "An array[3](x) of code"),
        ("[not closed](http://a.example", "[not closed](http://a.example"),
    ],
)
def test_of_a_link_only_the_words_are_read(text: str, words: str) -> None:
    assert " ".join(without_links(text).split()) == words


@given(st.text(alphabet="[]()h/:a .\n#"))
def test_the_text_stays_as_long(text: str) -> None:
    assert len(without_links(text)) == len(text)


def test_of_a_span_that_ends_in_a_links_words_the_links_end_is_told() -> None:
    text = "It was [made up](http://a.example) again"
    assert end_of_link(text, Span(0, text.index("]"))) == text.index(" again")
    assert end_of_link(text, Span(0, 6)) is None
    assert end_of_link(text, Span(0, len(text))) is None
