import pytest

from tests.attributions.discourse.make import meant


@pytest.mark.parametrize(
    ("kind", "noun"),
    [
        ("Tarn Museum", "gallery"),
        ("Tarn Infirmary", "hospital"),
        ("Border Commission", "agency"),
        ("Tarn Academy", "school"),
    ],
)
def test_a_name_can_be_called_by_what_its_words_say(kind, noun):
    assert meant(f"Karl Lund works for the {kind}. The {noun} is old.", noun) == kind


@pytest.mark.parametrize("noun", ["ministry", "airline", "museum"])
def test_but_by_nothing_else(noun):
    assert meant(f"Karl Lund works for the Border Commission. The {noun} is old.", noun) is None


@pytest.mark.parametrize(("before", "name"), [("", "Harbour Club"), ("Oxmoor ", None), ("Kenyan ", None)])
def test_a_name_before_a_noun_must_be_the_bodys(before, name):
    assert meant(f"Karl Lund joined the Harbour Club in May. The {before}team lost.", "team") == name


def test_the_company_is_the_one_that_the_article_is_about():
    text = "Velair Corporation cut jobs. Velair Corporation lost money. Omar sang. The company is old."
    assert meant(text, "company") == "Velair Corporation"


@pytest.mark.parametrize(("owner", "name"), [("Her", "Harbour Party"), ("Karl Lund's", None)])
def test_a_party_is_its_members(owner, name):
    text = "Ada Holm, leader of the Harbour Party, met Karl Lund. {} party is small."
    assert meant(text.format(owner), "party") == name


@pytest.mark.parametrize(("noun", "name"), [("regulator", "Arden Rail Agency"), ("union", "rail safety union")])
def test_a_body_that_opens_an_article_by_its_noun_is_named_next(noun, name):
    text = (
        f"A bridge is worn, the rail safety {noun} said on Tuesday.\n\nThe Arden Rail Agency said that it would close."
    )
    assert meant(text, noun) == name


@pytest.mark.parametrize(("body", "name"), [("Channel Four West", "Channel Four West"), ("Four West Homes", None)])
def test_a_station_is_called_by_the_noun_in_its_name(body, name):
    assert meant(f"Karl Lund works for {body}. The channel denied it.", "channel") == name


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("Tarn Securities", "brokerage"),
        ("Popular Dawn Front", "party"),
        ("Workers Front", "union"),
        ("Fédération Bleue du Rail", "union"),
    ],
)
def test_more_that_the_words_of_a_name_say(name, noun):
    assert meant(f"Karl Lund works for the {name}. The {noun} is old.", noun) == name


@pytest.mark.parametrize(
    ("before", "name"), [("It lost a match.", "Harbour Club"), ("A court heard it.", "Harbour Club")]
)
def test_the_club_is_no_court(before, name):
    assert meant(f"Karl Lund joined the Harbour Club in May. {before} The club is old.", "club") == name


def test_a_team_is_no_company():
    text = (
        "Velair Corporation cut jobs. Velair Corporation lost money. Velair Corporation wrote to Omar. "
        "Ada Holm said her team had been told. The company is old."
    )
    assert meant(text, "company") == "Velair Corporation"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Marlow Keating said that it would sue.", "Marlow Keating"),
        ("Marlow Keating, a surgeon, said that it rained.", None),
        ("Marlow Keating said that it would sue. Ada Holm slept.", None),
        ("Ada Holm said that it rained.", None),
    ],
)
def test_the_company_is_the_name_of_the_sentence_before_that_nothing_tells_to_be_a_person(before, name):
    assert meant(f"{before} The company denied it.", "company") == name


def test_a_company_told_from_others_is_not_that_name():
    assert meant("Marlow Keating said that it would sue. The state water company denied it.", "company") is None


def test_several_who_are_called_by_a_noun_for_one_are_it():
    text = "The Arden Police sacked Karl Lund. The Arden Court shut. {} paid. It denied that."
    assert meant(text.format("The force"), "It") == "Arden Police"


@pytest.mark.parametrize(("before", "name"), [("", "Velair Corporation"), ("local ", None)])
def test_the_local_operator_is_whichever_there_is(before, name):
    assert meant(f"Velair Corporation cut jobs. The {before}operator denied it.", "operator") == name
