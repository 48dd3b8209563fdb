import pytest

from claimx.lexicons.known_names import gazetteer
from claimx.mentions.names.name_forms import acronyms_of, content_words, head_of, is_formal, neutral_name


@pytest.mark.parametrize(
    ("name", "head"),
    [("Ministry of Health", "ministry"), ("Zambaran Foreign Office", "office"), ("Board for Roads", "board"), ("", "")],
)
def test_the_head_tells_what_kind_of_body_a_name_names(name, head):
    assert head_of(name) == head


def test_nationalities_and_seats_count_as_countries():
    words = content_words("Kenyan Department of Roads", gazetteer())
    assert words == {"kenya", "ministry", "roads"}
    assert "france" in content_words("Paris government", gazetteer())


@pytest.mark.parametrize(
    ("name", "acronym"),
    [("East Bay Community", "EBC"), ("Bank of Dry Food", "BDF"), ("Bank of Dry Food", "BODF")],
)
def test_acronyms_are_first_letters(name, acronym):
    assert acronym in acronyms_of(name)


def test_one_word_has_no_acronym():
    assert acronyms_of("Alder") == frozenset()


def test_formal_and_loaded_names_of_a_country():
    assert is_formal("Syrian Arab Republic", "Syria")
    assert is_formal("Zionist entity", "Israel")
    assert not is_formal("Czech Republic", "Czech Republic")
    assert not is_formal("U.S.", "United States")


def test_a_regime_is_called_a_government():
    assert neutral_name("Kenyan regime", ["Kenyan regime"]) == "Kenyan government"
    assert neutral_name("Kenyan regime", ["Kenyan regime", "Kenyan authorities"]) == "Kenyan authorities"
    assert neutral_name("Office of the truce regime", ["Office of the truce regime"]) == "Office of the truce regime"
    assert neutral_name("Kenyan Regime Watch", ["Kenyan Regime Watch"]) == "Kenyan Regime Watch"
