import pytest

from claimx.lexicons.known_names import fold, gazetteer, strip_article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Raqqa", "ar-Raqqah"),
        ("Deir ez-Zor", "Dayr al-Zawr"),
        ("Hasakah", "al-Hasakeh"),
        ("Douma", "Duma"),
        ("Sanaa", "Sana'a"),
    ],
)
def test_spellings_of_one_place_share_a_key(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Homs", "Hama"), ("Basra", "Bosra"), ("Aden", "Amman")])
def test_different_places_do_not(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Syria", "GPE"),
        ("the Netherlands", "GPE"),
        ("Syrians", "NORP"),
        ("Da’esh", "ORG"),
        ("Al Qaeda", "ORG"),
        ("Ar Raqqah", "GPE"),
        ("Euphrates", "LOC"),
        ("Kremlin", "ORG"),
    ],
)
def test_known_names(name, label):
    known = gazetteer().find(name)
    assert known is not None
    assert known.label == label


def test_names_of_one_thing_share_it():
    find = gazetteer().find
    assert find("U.S.").thing == find("United States").thing == find("America").thing
    assert find("Daesh").thing == find("Islamic State").thing
    assert find("Syrian").thing != find("Syria").thing


def test_names_of_people_and_towns_are_not_sure():
    assert not gazetteer().find("Nancy").sure
    assert gazetteer().find("London").sure


def test_unknown_words_are_unknown():
    assert gazetteer().find("Quandrel") is None
    assert gazetteer().find("") is None


def test_articles_are_stripped():
    assert strip_article("al-assad") == "assad"
    assert strip_article("alan") == "alan"
    assert strip_article("al-") == "al-"
