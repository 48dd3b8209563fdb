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


def test_the_marks_of_a_signed_block_quotation_stay():
    for signature in ("> — Ann Lee, cook\n", "— Ann Lee, cook\n", "\n*– Ann Lee*\n"):
        text = f"Some fear it.\n> It is ugly.\n>\n> It is loud.\n{signature}It stands.\n"
        assert without_quote_marks(text) == text


def test_a_quoted_mail_may_be_signed_by_a_first_name_only():
    assert without_quote_marks("> It is ugly.\n>\n> Ann\nIs it?\n") == "It is ugly.\n\nAnn\nIs it?\n"
