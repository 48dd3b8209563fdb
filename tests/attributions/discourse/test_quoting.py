import pytest

from claimx.attributions.discourse.quoting import quotation_speakers, quoted_tokens
from tests.parsing import parse_alone, tokenize


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “it rains” today.", ["it", "rains"]),
        ('He said "it rains" today.', ["it", "rains"]),
        ("He said “it rains\n\nNew day.", ["it", "rains"]),
        ("He said “it rains\n\n“It pours” today.", ["it", "rains", "It", "pours"]),
        ("He said it rains.", []),
    ],
)
def test_tokens_between_quotation_marks(text, inside):
    doc = tokenize(text)
    marks = quoted_tokens(doc)
    assert [token.text for token in doc if marks[token.i] and token.is_alpha] == inside


def test_each_token_of_a_quotation_leads_to_its_speaker():
    doc = parse_alone("“It rains in the hills,” Ruiz said.")
    speakers = quotation_speakers(doc, quoted_tokens(doc))
    assert {speaker.text for speaker in speakers.values()} == {"Ruiz"}
    assert [doc[row].text for row in speakers if doc[row].is_alpha] == ["It", "rains", "in", "the", "hills"]
