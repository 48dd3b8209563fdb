import re

import pytest

from claimx.timex.calendar_words import month_names, month_pattern, months, weekday_names


def test_names_of_months_and_weekdays():
    assert {"june", "sept"} <= month_names()
    assert {"monday", "mondays"} <= weekday_names()
    assert "mon" not in weekday_names()
    assert {row.number for row in months().values()} == {*range(1, 13)}


@pytest.mark.parametrize("word", ["June", "JUNE", "Sept", "May"])
def test_months_as_they_are_written(word):
    assert re.fullmatch(month_pattern(), word)


@pytest.mark.parametrize("word", ["june", "SEPT", "Ju"])
def test_what_is_not_written_as_a_month(word):
    assert not re.fullmatch(month_pattern(), word)
