"""What of two colliding mentions is kept, on whole sentences."""

from datetime import date

import pytest

from claimx.mentions import find_mentions
from claimx.records import Mentions
from tests.parsing import reading_of


def mentions(text: str) -> Mentions:
    return find_mentions(reading_of(text, published=date(2018, 11, 22)))


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("The strike costs the port $1.2 million a day.", "$1.2 million a day"),
        ("The works turns out 400 vans a week.", "400"),
        ("A welder there earns $30 an hour.", "$30 an hour"),
        ("The ferry sails three times a week.", "three times a week"),
    ],
)
def test_what_a_rate_is_divided_by_is_no_time(text: str, quantity: str) -> None:
    found = mentions(text)
    assert [q.text for q in found.quantities] == [quantity]
    assert found.times == ()


def test_an_adjective_that_tells_a_rate_is_a_time_as_well() -> None:
    found = mentions("The flat has a $900 monthly rent.")
    assert [q.per.unit for q in found.quantities if q.per] == ["month"]
    assert [t.text for t in found.times] == ["monthly"]


def test_a_length_of_time_inside_of_a_date_stays_a_quantity() -> None:
    assert [q.text for q in mentions("Nine days later she left.").quantities] == ["Nine days"]
    assert mentions("She left nine days ago.").quantities == ()


def test_a_set_of_times_without_a_figure_stays() -> None:
    assert [t.text for t in mentions("She runs around the lake twice a day.").times] == ["a day"]


def test_a_length_of_time_after_a_rate_stays() -> None:
    found = mentions("The mill used 40 tonnes a day for three weeks.")
    assert [t.text for t in found.times if t.type == "duration"] == ["three weeks"]


def test_a_month_taken_for_an_event_is_a_time() -> None:
    found = mentions("The July blast killed 40. Families protest.")
    assert [t.text for t in found.times] == ["July"]
    assert not found.entities


@pytest.mark.parametrize("text", ["The maze opens at Easter.", "The choir sings from Christmas to Easter."])
def test_a_holiday_is_a_time_and_no_name(text: str) -> None:
    found = mentions(text)
    assert [t.text for t in found.times][-1] == "Easter"
    assert found.entities == ()


@pytest.mark.parametrize("text", ["Noel Christmas mended the roof.", "They were married on Christmas Island."])
def test_a_name_with_a_holiday_in_it_is_no_time(text: str) -> None:
    found = mentions(text)
    assert found.times == ()
    assert any("Christmas" in e.text for e in found.entities)
