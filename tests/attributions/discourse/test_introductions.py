import pytest

from tests.attributions.discourse.make import meant

JUDGE = "A judge told a baker that he was lucky.\n\nKarl Lund, 63, admitted it.\n\n{}"


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (JUDGE.format("Judge Ada Holm said that it was cold."), "judge", "Ada Holm"),
        (JUDGE.format("Judge Ada Holm said that it was cold. Judge Ida Ruiz slept."), "judge", None),
        (JUDGE.format("Officer Omar Said said that it was cold."), "judge", None),
        ("Judge Ada Holm shut the road.\n\nA judge in Norland said it was open.", "judge", None),
        (
            "A trust hid it, its former director said.\n\nDr Ada Holm, who left in May, told the court.",
            "director",
            "Ada Holm",
        ),
        ("A trust hid it, its former director said.\n\nMayor Ada Holm, who left in May, told it.", "director", None),
        (
            "The captain of a lost ferry told a court that he was ill.\n\n“I was ill that night, and I said so,” "
            "Karl Lund told the Arden court. Lund was charged with fraud.",
            "captain",
            "Karl Lund",
        ),
        (
            "The captain of a lost ferry told a court that he was ill.\n\n“I was ill that night, and I said so,” "
            "the mayor, Karl Lund, said.",
            "captain",
            None,
        ),
    ],
)
def test_who_is_described_before_he_is_named(text, word, name):
    assert meant(text, word) == name


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (
            "A spokesman for the port said that ships were late. “We wait for the tide,” Omar Said said by phone.",
            "spokesman",
            "Omar Said",
        ),
        (
            "A spokesman for the port said that ships were late.\n\n“We wait for the tide,” Omar Said said by phone.",
            "spokesman",
            None,
        ),
        (
            "Ada Holm left early. A neighbour mended the roof. Her husband doubts that it will hold. "
            "“I hear the rain every night,” Omar says.",
            "husband",
            "Omar",
        ),
        (
            "Residents demand that the mayor come and explain it.\n\n“We have had no water,” said Ada Holm, 52.",
            "mayor",
            None,
        ),
    ],
)
def test_who_speaks_is_named_in_what_follows(text, word, name):
    assert meant(text, word) == name


@pytest.mark.parametrize(
    ("behind", "word", "name"),
    [
        (
            ", a day labourer, said that she fell.\n\n“I thought she was holding my hand,” Omar Said said.",
            "father",
            "Omar Said",
        ),
        (" said that she fell.\n\n“I thought she was holding my hand,” recounted Omar Said.", "father", "Omar Said"),
        (" said that she fell. A nurse wept.\n\n“I thought she was holding my hand,” Omar Said said.", "father", None),
    ],
)
def test_who_is_described_and_then_quoted_by_name(behind, word, name):
    assert meant(f"Two boats sank in May.\n\nIt was dark.\n\nThe girl's father{behind}", word) == name


@pytest.mark.parametrize(
    ("behind", "name"),
    [(" said that it rained", "Ada Holm"), (" (farmers' union) said that it rained", None), (" disagreed", None)],
)
def test_nobody_is_described_before_who_is_told_to_be_of_another_body_or_disagrees(behind, name):
    assert meant(f"The chair said that it was late.\n\nMs Ada Holm{behind}.", "chair") == name
