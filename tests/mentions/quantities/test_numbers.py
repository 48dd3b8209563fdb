"""Numbers in words and digits."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.mentions.quantities.lexer import MAX_DIGITS, tables
from claimx.mentions.quantities.numbers import Number, find_numbers

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
ONES = [*ONES.split(), "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ["", " thousand", " million", " billion", " trillion"]


def spelled(n: int, joint: str = " and ") -> str:
    """The numeral in words, as British English has it."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + ("-" + ONES[n % 10] if n % 10 else "")
    if n < 1000:
        return f"{ONES[n // 100]} hundred" + (joint + spelled(n % 100) if n % 100 else "")
    groups = []
    for scale in SCALES:
        n, group = divmod(n, 1000)
        if group:
            groups.append(spelled(group, joint) + scale)
        if not n:
            break
    return " ".join(reversed(groups))


def one(text: str) -> Number:
    numbers = find_numbers(text)
    assert len(numbers) == 1, numbers
    return numbers[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seven", 7),
        ("a hundred", 100),
        ("one hundred and five", 105),
        ("twenty-eight thousand six hundred forty-two", 28642),
        ("Three Hundred Thousand", 300_000),
        ("half a million", 500_000),
        ("a half-million", 500_000),
        ("half-a-dozen", 6),
        ("two and a half", Fraction(5, 2)),
        ("two and a half million", 2_500_000),
        ("a million and a half", 1_500_000),
        ("three quarters of a million", 750_000),
        ("two thirds", Fraction(2, 3)),
        ("one-third", Fraction(1, 3)),
        ("a fifth", Fraction(1, 5)),
        ("a couple of hundred", 200),
        ("1,234,567.5", Fraction(12345675, 10)),
        ("1,20,000", 120_000),
        ("10 000", 10_000),
        ("2\u00a0500\u00a0000", 2_500_000),
        (".5", Fraction(1, 2)),
        ("4 hundred million", 400_000_000),
        ("3.5 lakh", 350_000),
        ("12 crore", 120_000_000),
        ("1.2bn", 1_200_000_000),
        ("5 mn", 5_000_000),
        ("2½", Fraction(5, 2)),
        ("1 1/2", Fraction(3, 2)),
        ("3/4", Fraction(3, 4)),
        ("1.5e6", 1_500_000),
        ("3 × 10⁸", 300_000_000),
        ("2x10^-3", Fraction(2, 1000)),
        ("minus 40", -40),
        ("-1.3", Fraction(-13, 10)),
        ("\u22125", -5),
    ],
)
def test_value(text: str, value: Fraction | int) -> None:
    number = one(text)
    assert number.value == value
    assert (number.start, number.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("dozens", 12),
        ("tens of thousands", 10000),
        ("hundreds of millions", 10**8),
        ("several hundred", 100),
        ("a few thousand", 1000),
    ],
)
def test_open_number(text: str, least: int) -> None:
    number = one(text)
    assert (number.value, number.kind) == (least, "vague")


@pytest.mark.parametrize(
    "text", ["nobody", "someone won", "the second half of it", "a 24/7 desk", "third", "millionaire"]
)
def test_no_number(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("between two hundred and three hundred", [200, 300]),
        ("five six", [5, 6]),
        ("twenty twenty", [20]),
        ("two, three and four", [2, 3, 4]),
        ("one and two", [1, 2]),
        ("nine hundred thousand million", [900_000]),
        ("2015-2016", [2015, 2016]),
    ],
)
def test_neighbours_are_kept_apart(text: str, values: list[int]) -> None:
    assert [n.value for n in find_numbers(text)] == values


def test_year_in_words_is_marked() -> None:
    number = one("nineteen eighty-four")
    assert number.kind == "year"
    assert number.end == len("nineteen eighty-four")


def test_letter_waits_for_context() -> None:
    number = one("2.7m")
    assert number.letter is not None
    assert number.value == Fraction(27, 10)
    assert number.with_letter().value == 2_700_000
    assert number.with_letter().end == 4
    assert one("seven").with_letter() == one("seven")


@given(st.integers(0, 10**15 - 1), st.sampled_from([" and ", " "]))
def test_words_and_digits_agree(n: int, joint: str) -> None:
    words = spelled(n, joint)
    assert one(words).value == n == one(str(n)).value == one(f"{n:,}").value
    assert one(words).end == len(words)


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_decimals_are_exact(whole: int, cents: int) -> None:
    assert one(f"{whole}.{cents:02d}").value == whole + Fraction(cents, 100)


@given(st.integers(1, 999), st.sampled_from(sorted(w for w, row in tables().words.items() if row.kind == "scale")))
def test_scales_multiply(n: int, scale: str) -> None:
    value = n * tables().words[scale].value
    assert one(f"{n} {scale}").value == value == one(f"{spelled(n)} {scale}").value


@given(st.text(alphabet="0123456789,. -/eE+x^½⁸andhousmilo\u00a0", max_size=80))
def test_spans_are_in_order_and_inside(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert abs(number.value) < 10 ** (MAX_DIGITS + 120)
        end = number.end


@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000,
        "1," * 3000,
        "1e999999999",
        "9e99",
        "0." + "1" * 5000,
        "1" + " 000" * 5000,
        "-" * 10_000,
        "½" * 1000,
        "one hundred " * 500,
        "million " * 1000,
        "a half of a half of " * 300,
        "two and a " * 500,
        "1/2" * 500,
    ],
)
def test_hostile_text_is_survived(text: str) -> None:
    numbers = find_numbers(text)
    assert [n.start for n in numbers] == sorted(n.start for n in numbers)


def test_longest_numbers_are_left_out() -> None:
    assert find_numbers("9" * 5000) == []
    assert find_numbers("1" + "0" * MAX_DIGITS) == []
    assert one("1" * MAX_DIGITS).value == int("1" * MAX_DIGITS)
    assert find_numbers("2e90") == []


def test_every_word_is_read() -> None:
    for word, row in tables().words.items():
        text = {"few": f"{word} hundred", "part": f"a {word}", "couple": f"a {word} of it", "scale": f"two {word}"}
        text |= {"hundred": f"two {word}", "dozen": f"two {word}"}
        phrase = text.get(row.kind, f"{word} of them")
        if row.kind == "part" and (word.endswith("s") or word in ("halves", "half")):
            phrase = {"halves": "half of it"}.get(word, f"two {word}") if word != "half" else "half of it"
        assert find_numbers(phrase), word
