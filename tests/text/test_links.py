import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.text.links import without_links


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
