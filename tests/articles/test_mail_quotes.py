import pytest

from claimx.articles.mail_quotes import without_quote_marks

QUOTED = "It rained on Monday, she said,\nand nobody came to the\nharbour.\n\n“We left,” she said.\n"


@pytest.mark.parametrize("mark", ["> ", ">", ">> ", "> > ", " > "])
def test_marks_of_quoted_lines_are_left_out(mark):
    quoted = "".join(f"{mark}{line}" for line in QUOTED.splitlines(keepends=True))
    assert without_quote_marks(quoted) == QUOTED
    reply = "Ann Lee wrote:\n\n"
    assert without_quote_marks(reply + quoted + "\nThanks") == reply + QUOTED + "\nThanks"


@pytest.mark.parametrize("text", ["> Read more\n\n> See also", "5 > 4", "a -> b\nc -> d\ne -> f", "", ">\n>"])
def test_other_text_is_left_as_it_is(text):
    assert without_quote_marks(text) == text
