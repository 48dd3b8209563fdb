import pytest

from tests.attributions.discourse.make import meant, read


@pytest.mark.parametrize(
    ("before", "name"), [("The", "Karl Lund"), ("The outgoing", "Karl Lund"), ("A", None), ("Another", None)]
)
def test_a_new_person_is_no_known_one(before, name):
    assert meant(f"Mayor Karl Lund left. {before} mayor must be brave.", "mayor") == name


@pytest.mark.parametrize(("owner", "name"), [("His", None), ("Her", "Omar Holm")])
def test_whose_son(owner, name):
    text = "Ada Holm wrote to her son, Omar Holm. Karl Lund slept at home."
    assert meant(f"{text} {owner} son was glad.", "son") == name


def test_the_head_of_state_is_the_president():
    text = "President Ada Holm met Mayor Karl Lund. The head of state was pleased."
    assert meant(text, "head") == "Ada Holm"


def test_the_man_is_the_only_man_near():
    assert meant("Karl Lund met Ada Holm at noon. The woman left.", "woman") == "Ada Holm"


@pytest.mark.parametrize(("noun", "name"), [("surgeon", "Ada Holm"), ("spokesman", None)])
def test_a_bare_noun_means_whom_the_article_then_calls_so(noun, name):
    discourse = read(f"The road is shut, {noun} says. Ada Holm, a surgeon, spoke at noon.")
    referent = discourse.meant_by(next(token for token in discourse.doc if token.text == noun))
    assert referent.name == name


@pytest.mark.parametrize(
    ("before", "noun", "name"),
    [
        ("Karl Lund left at noon. The", "man", "Karl Lund"),
        ("Karl Lund, a judge, left at noon. The prison", "doctor", None),
        ("Karl Lund, a doctor, left at noon. The tall", "doctor", "Karl Lund"),
        ("Karl Lund, a doctor, left at noon. The previous", "doctor", None),
        ("Ada Holm, a judge, left at noon. The", "defendant", None),
        ("The trial of Karl Lund began. Defence lawyer Ada Holm slept. His", "lawyer", "Ada Holm"),
        ("Defence lawyer Ada Holm slept. Karl Lund sold tea. His", "lawyer", None),
    ],
)
def test_words_before_a_noun_tell_another_person(before, noun, name):
    assert meant(f"{before} {noun} was there.", noun) == name


def test_a_man_described_by_what_he_wears_is_another():
    assert meant("Karl Lund left at noon. The man in the straw hat slept.", "man") is None


def test_nobody_calls_himself_the_man():
    assert meant("“It rained all day,” Karl Lund said. “The man gave me tea and bread.”", "man") is None
