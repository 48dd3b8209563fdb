"""The lexicons of time: every row is well-formed and serves some expression."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.errors import LexiconError
from claimx.mentions.times import patterns as time_patterns
from claimx.mentions.times.finder import find_times
from claimx.mentions.times.guards import GUARDS
from claimx.mentions.times.lexer import lex, vocabulary
from claimx.mentions.times.patterns import PatternRow, find, number, patterns
from claimx.mentions.times.view import BEFORE_DATE
from claimx.timex.calendar_words import holidays, months, units, weekdays
from claimx.timex.resolve import RESOLVERS
from tests.parsing import tokenize
from tests.together import over

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
)
ONES_LIST = (ONES + "eighteen nineteen").split()
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelt(n: int) -> str:
    if n < 20:
        return ONES_LIST[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES_LIST[n % 10]}" if n % 10 else "")
    return f"{ONES_LIST[n // 100]} hundred" + (f" and {spelt(n % 100)}" if n % 100 else "")


def value(text: str, published: date | None = date(2018, 11, 22)) -> str | None:
    """The value of the only expression, found without a parse."""
    times = find_times(tokenize(text), published)
    assert len(times) == 1, times
    return times[0].value


def test_every_pattern_has_a_resolver_and_a_guard_that_exist() -> None:
    assert patterns()
    for pattern in patterns():
        assert pattern.resolver in RESOLVERS, pattern.name
        assert not pattern.guard or pattern.guard in GUARDS, pattern.name


def test_every_resolver_and_guard_is_used() -> None:
    assert {pattern.resolver for pattern in patterns()} == set(RESOLVERS)
    assert {pattern.guard for pattern in patterns()} - {""} == set(GUARDS)


def test_every_kind_of_word_is_used_by_a_pattern() -> None:
    codes = vocabulary().codes
    used = set("".join(pattern.regex.pattern for pattern in patterns()))
    words = {kind for kind, _ in vocabulary().words.values()}
    # these only speak for a date or against a year
    in_guards = BEFORE_DATE | {"numbered", "times", "within"}
    assert {kind for kind in words if codes[kind] not in used} <= in_guards


@pytest.mark.parametrize(
    ("pattern", "message"),
    [("gibberish", "unknown kind 'gibberish'"), ("$gibberish", "unknown part"), ("(the", "row 'x'")],
)
def test_a_bad_pattern_is_named(pattern: str, message: str) -> None:
    with pytest.raises(LexiconError, match=r"time_patterns\.toml: row 'x'") as caught:
        time_patterns._compile("x", {"x": PatternRow(pattern, resolver="date")})
    assert message in str(caught.value)


@over(months())
def test_every_month(name: str) -> None:
    month = months()[name]
    assert value(f"on {name.capitalize()} 3, 2014") == f"2014-{month.number:02d}-03"


@over(weekdays())
def test_every_weekday(name: str) -> None:
    row = weekdays()[name]
    day = date(2018, 11, 18 + row.number)
    if row.plural:
        assert value(f"on {name.capitalize()}") == f"XXXX-WXX-{row.number}"
    else:
        assert value(f"on {name.capitalize()}, {day.day} November") == day.isoformat()


@over(units())
def test_every_unit(name: str) -> None:
    row = units()[name]
    assert value(f"for 7 {row.plural}") == f"P{'T' if row.clock else ''}{7 * row.times}{row.code}"
    if name != "second":  # "one second" is mostly an ordinal
        assert value(f"a 7-{name} wait") == f"P{'T' if row.clock else ''}{7 * row.times}{row.code}"


@over(holidays())
def test_every_holiday(name: str) -> None:
    title = name.title().replace("'S", "'s")
    found = value(f"on {title} 2018")
    assert found is not None
    row = holidays()[name]
    assert found.startswith("2018-") or found == row.date
    assert sum((bool(row.date), row.easter is not None, bool(row.month))) == 1


@over(range(1, 1000, 7))
def test_numbers_in_words_and_digits_agree(n: int) -> None:
    assert value(f"for {spelt(n)} days") == value(f"for {n} days") == f"P{n}D"


@given(st.integers(1, 999), st.sampled_from(["days", "weeks", "months", "years"]))
def test_ago_in_words_and_digits_agree(n: int, unit: str) -> None:
    assert value(f"It closed {spelt(n)} {unit} ago.") == value(f"It closed {n} {unit} ago.")


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("two and a half", "2.5"),
        ("2 1/2", "2.5"),
        ("2½", "2.5"),
        ("one-and-a-half", "1.5"),
        ("half a", "0.5"),
        ("a hundred and fifty", "150"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("three thousand", "3000"),
        ("two thousand five hundred", "2500"),
        ("a couple of", "2"),
        ("a few", "X"),
        ("several hundred", "X"),
        ("1,500", "1500"),
        ("1.5", "1.5"),
        ("an", "1"),
    ],
)
def test_number(words: str, digits: str) -> None:
    assert number(lex(words)[0]) == digits


@given(st.text(max_size=200))
def test_any_text_can_be_cut(text: str) -> None:
    lexemes, kinds = lex(text)
    assert len(lexemes) == len(kinds)
    assert all(0 <= one.start < one.end <= len(text) for one in lexemes)
    assert all(match.first < match.last <= len(lexemes) for match in find(lexemes, kinds))
