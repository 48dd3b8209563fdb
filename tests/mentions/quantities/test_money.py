"""Currencies before and after a number."""

import pytest

from claimx.lexicons import loader as lexicon
from claimx.mentions.quantities.money import Currency, country_after, currency_after, currency_before
from tests.together import over

CURRENCIES = lexicon.load("quantities/currencies", Currency)
BEFORE = [(s, code) for code, row in CURRENCIES.items() for s in row.symbols if s not in row.shy]


@over(BEFORE)
def test_each_symbol_before_a_number(symbol: str, code: str) -> None:
    text = f"paid {symbol}5"
    found = currency_before(text, len(text) - 1, large=False)
    assert found is not None
    assert (found.unit.name, found.start) == (code, 5)


@over(CURRENCIES)
def test_each_name_after_a_number(code: str) -> None:
    row = CURRENCIES[code]
    for form in (row.name, *(f for f in row.forms if " " in f)):
        found = currency_after(f"5 {form}", 1, sum_like=True)
        assert found is not None, form
        assert (found.unit.name, found.end) == (code, 2 + len(form)), form


def test_no_symbol_means_two_currencies() -> None:
    symbols = [s for row in CURRENCIES.values() for s in row.symbols]
    assert sorted(symbols) == sorted(set(symbols))


def test_shy_symbols_wait_for_a_sum_or_a_hint() -> None:
    assert currency_before("ALL 50", 4, large=False) is None
    assert currency_before("in Albania ALL 50", 15, large=False) is not None
    assert currency_before("PS5", 2, large=False) is None
    assert currency_before("PS5m", 2, large=True) is not None


@pytest.mark.parametrize("text", ["XUS$5", "the A $5 note", "cost 5", "B5"])
def test_no_symbol(text: str) -> None:
    found = currency_before(text, text.index("5"), large=False)
    assert found is None or found.unit.name == "USD"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("$5 US", "USD"),
        ("$5 CAD", "CAD"),
        ("$5 Canadian.", "CAD"),
        ("$5 US.", "USD"),
        ("$5 US Airways", None),
        ("$5 Canadian tax", None),
        ("$5 more", None),
    ],
)
def test_country_after(text: str, code: str | None) -> None:
    found = country_after(text, 2)
    assert (found[0] if found else None) == code


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Oslo paid 5 kroner", "NOK"),
        ("In Denmark he paid 5 kroner", "DKK"),
        ("In Denmark, then in Norway, he paid 5 crowns", "NOK"),
        ("he paid 5 dinars", "dinar"),
        ("he paid 5 dinars in Iraq", "IQD"),
        ("he paid 5 dollars in Canada", "USD"),
        ("he paid 5 crowns", "crown"),
        ("he paid 5 rights", None),
        ("he paid 5 reals", None),
        ("in Brazil he paid 5 reais", "BRL"),
        ("he won 5 won", None),
    ],
)
def test_noun_shared_by_currencies(text: str, unit: str | None) -> None:
    found = currency_after(text, text.index("5") + 1, sum_like=True)
    if text.endswith("won"):
        assert found is not None
        assert found.unit.name == "KRW"
        return
    assert (found.unit.name if found else None) == unit


def test_pounds_are_money_only_in_a_sum() -> None:
    assert currency_after("5 pounds", 1, sum_like=False) is None
    found = currency_after("5 pounds", 1, sum_like=True)
    assert found is not None
    assert found.unit.name == "GBP"


@pytest.mark.parametrize(
    ("text", "code"), [("5 EUR", "EUR"), ("5€", "EUR"), ("5 USD.", "USD"), ("5$", "USD"), ("5 zł", "PLN")]
)
def test_symbol_after(text: str, code: str) -> None:
    found = currency_after(text, 1, sum_like=False)
    assert found is not None
    assert found.unit.name == code
