"""What figures are of, told from the words: those for one thing have one key."""

import pytest

from claimx.report.things import thing_of, things_of


def figure(text: str, number: str, of: str | None = None, **known):
    """A quantity of a sentence, as plain JSON."""
    start = text.index(number)
    told = {"dimension": "count", "unit": None, "change": None} | known
    return {"span": [start, start + len(number)], "of": of and {"text": of}, **told}


def key(text: str, number: str, of: str | None = None, **known) -> str:
    return thing_of(figure(text, number, of, **known), text).key


@pytest.mark.parametrize(
    ("text", "number", "of", "expected"),
    [
        ("Some 30 miners were killed in the shaft.", "30", "miners", "deaths"),
        ("The death toll stands at 31.", "31", "death toll", "deaths"),
        ("She counted 28 dead and 4 missing.", "28", None, "deaths"),
        ("The blast killed 29 miners.", "29", "miners", "deaths"),
        ("They put the number of dead at 33.", "33", "dead", "deaths"),
        ("Crews brought up 27 bodies.", "27", "bodies", "deaths"),
        ("Eight people were taken to hospital, three of them hurt badly.", "Eight", "people", ""),
        ("Police held 12 youths after two officers were killed.", "12", "youths", "youth"),
        ("In all 40 public bodies answered.", "40", "public bodies", "body"),
        ("Police arrested 9 drivers.", "9", "drivers", "arrests"),
        ("He said 11 strikers had been detained.", "11", "strikers", "arrests"),
        ("The union put the crowd at 5,000 people.", "5,000", "people", "crowd"),
        ("About 4,000 demonstrators filled the square.", "4,000", "demonstrators", "crowd"),
        ("Some 700 workers would lose their jobs.", "700", "workers", "jobs lost"),
        ("The firm would shed 650 posts.", "650", "posts", "jobs lost"),
        ("The firm will cut 600 jobs.", "600", "jobs", "jobs lost"),
        ("They fear the loss of 90 jobs.", "90", "jobs", "jobs lost"),
        ("He put the number of injured at 80.", "80", "number", "injured"),
        ("He put the number at 80.", "80", "number", ""),
        ("The mill gives 300 jobs to the town.", "300", "jobs", "job"),
        ("Two dogs were killed.", "Two", "dogs", "dog"),
    ],
)
def test_what_is_counted_in_many_words_is_one_thing(text, number, of, expected):
    assert key(text, number, of) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("homes", "houses"),
        ("Inflation", "inflation"),
        ("families", "a family"),
        ("boxes", "box"),
        ("number of shops", "shop"),
        ("members of the board", "90 members"),
        ("policemen", "policeman"),
        ("true unemployment rate", "unemployment rate"),
        ("young people", "Young people"),
    ],
)
def test_nouns_of_one_thing_have_one_key(one, other):
    assert key("7", "7", one) == key("7", "7", other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("unemployment rate", "interest rate"),
        ("young people", "other people"),
        ("wheat prices", "prices of shares"),
        ("losses", "glass"),
    ],
)
def test_nouns_of_different_things_have_different_keys(one, other):
    assert key("7", "7", one) != key("7", "7", other)


@pytest.mark.parametrize("of", [None, "people", "times", "days"])
def test_what_may_be_anything_has_no_key(of):
    assert key("It was 7.", "7", of) == ""


def test_a_part_is_no_figure_of_the_whole():
    text = "They would close 6 of their 90 kiosks, then 8 kiosks more."
    part, whole, more = (figure(text, number, "kiosks") for number in ("6", "90", "8"))
    spans = [tuple(each["span"]) for each in (part, whole, more)]
    keys = [thing_of(each, text, spans).key for each in (part, whole, more)]
    assert keys == ["kiosk", "kiosk|whole", "kiosk"]


@pytest.mark.parametrize(
    ("text", "number", "is_level"),
    [
        ("Sales fell 12 percent, to 1.9 million.", "1.9 million", True),
        ("Sales fell 12 percent, to 1.9 million.", "12 percent", False),
        ("The rate rose to just 8 percent.", "8 percent", True),
        ("It helped to cut 8 percent of costs.", "8 percent", False),
        ("A rise of 8 percent was seen.", "8 percent", False),
    ],
)
def test_a_level_that_is_reached_is_no_change_by_that_much(text, number, is_level):
    thing = thing_of(figure(text, number, "sales", change="down"), text)
    assert (thing.is_level, thing.key.endswith("change")) == (is_level, not is_level)


def test_figures_of_an_envelope_go_by_where_they_begin():
    text = "At least 6 people died, he said; she said 7."
    quantities = [figure(text, "At least 6", "people"), figure(text, "7")]
    assert things_of({"doc": {"text": text}, "quantities": quantities}) == {
        "0": {"key": "deaths", "name": "deaths", "is_level": False}
    }
