"""Money: a currency's symbol before a number, or its symbol, code or name after it (ISO 4217)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from claimx.lexicons.loader import load
from claimx.mentions.quantities.context_words import words
from claimx.mentions.quantities.units import Unit, UnitMatch, plural


@dataclass(frozen=True, slots=True)
class Currency:
    """A row of currencies.toml, under its ISO 4217 code.

    ``name``: demonym and noun. ``symbols`` count by case. ``hints``: words of a text that tell that a noun shared by
    several currencies means this one. ``nouns``: it is meant where nothing tells. ``shy``: symbols that need a hint.
    ``after``: words that tell the country after a sum ("$500 US").
    """

    key: str
    name: str
    symbols: tuple[str, ...]
    forms: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    shy: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class SymbolBefore(NamedTuple):
    """A currency's symbol before a number, and where it starts."""

    unit: Unit
    start: int


class _Tables(NamedTuple):
    """Rows by code; codes by symbols, forms, nouns and countries, with patterns of those before and after a sum."""

    rows: dict[str, Currency]
    symbols: dict[str, str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    forms: dict[str, str]
    nouns: dict[str, tuple[str, ...]]
    primary: dict[str, str]
    shy: dict[str, str]
    countries: dict[str, str]
    country: re.Pattern[str]


#: Nouns that mean money only beside a demonym or in a text about the country.
_COMMON_WORDS = words("common_words_of_money")
_NEED_A_HINT = words("currencies_that_need_a_hint")
_WORDS = re.compile(
    r"[ \u00a0\u202f\n-]([^\W\d_]+(?:[’'.][^\W\d_]+\.?)?)" + r"(?:[ \u00a0\n-]([^\W\d_]+(?:[’'][^\W\d_]+)?))?" * 4
)


@cache
def _tables() -> _Tables:
    rows = load("quantities/currencies", Currency)
    symbols = {symbol: code for code, row in rows.items() for symbol in row.symbols}
    forms: dict[str, str] = {}
    nouns: dict[str, list[str]] = {}
    for code, row in rows.items():
        demonym = row.name.rpartition(" ")[0]
        beside = [f"{demonym} {form}" for form in row.forms if demonym and " " not in form]
        for form in (row.name, *row.forms, *beside):
            lower = form.lower().replace("-", " ")
            forms.setdefault(lower, code)
            forms.setdefault(plural(lower), code)
        names = {name.split()[-1].lower() for name in (row.name, *row.forms) if " " in name or name == row.name}
        for word in names | {plural(name) for name in names}:
            nouns.setdefault(word, []).append(code)
    by_length = sorted(symbols, key=len, reverse=True)
    before = "|".join(_spaced(s) for s in by_length)
    after = "|".join(_spaced(s) for s in by_length if s.isupper() or not s.isascii())
    code_dollar = "|".join(code for code in rows)
    countries = {word: code for code, row in rows.items() for word in row.after}
    country = "|".join(re.escape(word) for word in sorted(countries, key=len, reverse=True))
    ambiguous = {word for word, codes in nouns.items() if len(set(codes)) > 1}
    forms = {form: code for form, code in forms.items() if form not in ambiguous}
    shared = {word: tuple(codes) for word, codes in nouns.items() if word not in forms}
    return _Tables(
        rows,
        symbols,
        re.compile(rf"(?<![^\W_])(?:({before})|({code_dollar})[ \u00a0]?[$€£])[ \u00a0]?$"),
        re.compile(rf"[ \u00a0]?({after}|\$)(?![\w$€£]|[ \u00a0]?\d)"),
        forms,
        shared,
        {noun: code for code, row in rows.items() for n in row.nouns for noun in (n, plural(n))},
        {symbol: code for code, row in rows.items() for symbol in row.shy},
        countries,
        re.compile(rf"[ \u00a0]?({country})\b"),
    )


def _spaced(symbol: str) -> str:
    """A pattern of the symbol; "US$" may be written "US $", but "A $5 note" is no "A$"."""
    pattern = re.escape(symbol).replace(r"\ ", "[ \u00a0]?")
    return pattern.replace(r"\$", r"[ \u00a0]?\$") if len(symbol) > 2 and symbol[-1] == "$" else pattern


def currency_before(text: str, at: int, *, large: bool) -> SymbolBefore | None:
    """The currency symbol that ends at ``at``.

    Args:
        text: the article's text.
        at: where the number begins.
        large: the number has a scale, a decimal or grouped digits, as sums have and model numbers do not.
    """
    left = max(0, at - 9)
    match = _tables().before.search(text[left:at])
    if match is None:
        return None
    raw = (match.group(1) or match.group(2)).replace("\u00a0", " ")
    if len(raw) == 1 and raw.isalpha() and match.end() > match.end(1):
        return None  # a letter is a currency right before the figure alone: "N1.64 billion", not "Plan N 1.64 million"
    is_sure = match.end() == match.end(1) and len(raw) > 1 and not raw.isupper()  # "Sh60"
    code = _tables().symbols.get(raw) or _tables().symbols.get(raw.replace(" ", ""))
    if code is None or (raw in _tables().shy and not (large or is_sure) and not _hinted(text, code)):
        return None
    return SymbolBefore(Unit(code, "money"), left + match.start())


def country_after(text: str, at: int) -> tuple[str, int] | None:
    """The dollar's country after a sum ("$500 US"): code, and where it ends."""
    match = _tables().country.match(text, at)
    if match is None:
        return None
    following = text[match.end() : match.end() + 2].lstrip()[:1]
    if following.isupper() or (following.isalpha() and match.group().strip().istitle()):
        return None
    return _tables().countries[match.group(1)], match.end()


def currency_after(text: str, at: int, *, sum_like: bool, figures: bool = False) -> UnitMatch | None:
    """The currency whose name, code or symbol begins at ``at``.

    ``sum_like``: something else tells that the number is a sum; without it "pounds" is a mass. ``figures``: the number
    is written in figures and is more than one would count of things; "24 crowns" are money, "two crowns" may be teeth.
    """
    tables = _tables()
    if match := _WORDS.match(text, at):
        parts = [p.lower() for p in match.groups() if p]
        for size in range(len(parts), 0, -1):
            form = " ".join(parts[:size])
            end = match.end(size)
            if code := tables.forms.get(form):
                if form in _NEED_A_HINT and not _hinted(text, code):
                    continue
                return UnitMatch(Unit(code, "money"), end)
            if form in tables.nouns and (found := _shared(text, at, form, sum_like=sum_like, figures=figures)):
                return UnitMatch(found, end)
    if match := tables.after.match(text, at):
        symbol = match.group(1)
        code = "USD" if symbol == "$" else tables.symbols.get(symbol)
        if code is None or (symbol in tables.shy and not _hinted(text, code)):
            return None
        return UnitMatch(Unit(code, "money"), match.end())
    return None


def _shared(text: str, at: int, noun: str, *, sum_like: bool, figures: bool) -> Unit | None:
    """Which currency a bare noun means: the one whose country was named last before it, or its primary one."""
    tables = _tables()
    primary = tables.primary.get(noun)
    if noun.startswith("pound") and not sum_like:
        return None
    if noun.startswith("dollar") and primary:
        return Unit(primary, "money")
    nearest, code = -1, None
    for candidate in tables.nouns[noun]:
        position = max((m.start() for m in _hints(candidate).finditer(text, max(0, at - 2000), at)), default=-1)
        if position > nearest:
            nearest, code = position, candidate
    if code is None:
        code = primary or next((c for c in tables.nouns[noun] if _hints(c).search(text, at, at + 2000)), None)
    singular = noun[:-1] if noun.endswith("s") else noun
    if code is None:
        told = singular not in _COMMON_WORDS or (sum_like and singular in ("mark", "crown"))
        told = told or (figures and noun == "crowns")
        return Unit(singular, "money") if told else None
    return Unit(code, "money")


@cache
def _hints(code: str) -> re.Pattern[str]:
    hints = _tables().rows[code].hints
    return re.compile("|".join(rf"\b{re.escape(h)}" for h in hints) if hints else r"(?!)")


def _hinted(text: str, code: str) -> bool:
    row = _tables().rows[code]
    if _hints(code).search(text[:5000]) is not None:
        return True
    return re.search(rf"\b{re.escape(row.name.split()[-1])}", text[:5000], re.I) is not None
