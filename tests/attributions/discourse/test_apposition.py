import pytest

from tests.attributions.discourse.make import meant


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The physician, Ada Holm, left.", "physician", "Ada Holm"),
        ("Ada Holm is the founder of a school.", "founder", "Ada Holm"),
        ("They called Ada Holm the winner.", "winner", "Ada Holm"),
        ("A boy named Omar Said ran home.", "boy", "Omar Said"),
        ("The Gazette newspaper closed.", "newspaper", "Gazette"),
        ("The river is wide. Ada Holm left.", "river", None),
        ("Ada Holm was sacked as treasurer of the club.", "treasurer", "Ada Holm"),
        ("Omar Said has been named head teacher of the school.", "teacher", "Omar Said"),
        ("The club hired Ada Holm as trainer in May.", "trainer", "Ada Holm"),
        ("Ada Holm left as surgeon after surgeon failed.", "surgeon", None),
    ],
)
def test_what_the_sentence_says_a_noun_to_be(text, word, name):
    assert meant(text, word) == name
