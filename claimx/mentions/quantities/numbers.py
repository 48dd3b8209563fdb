"""Numbers in words and digits, read exactly: "1.2bn", "twenty-five thousand", "half a million", "two thirds".

Pure text in, fractions out; whether a number is a quantity (and not a date or a name) is decided in finder.py.
The grammar of numerals is a small automaton over lexemes (Quirk et al., A Comprehensive Grammar of the English
Language, 6.63-6.68); the words are in quantities/number_words.toml.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from claimx.mentions.quantities.context_words import any_of
from claimx.mentions.quantities.lexer import LIMIT, Lexeme, lex, tables
from claimx.mentions.quantities.number import Kind, Letter, Number

#: Kinds of lexemes that are added to what is before them, and that multiply it.
_SUMMANDS = frozenset({"unit", "teen", "ten"})
_MULTIPLIERS = frozenset({"hundred", "scale", "dozen"})
#: The first words of years ("nineteen eighty-four").
_HUNDREDS_OF_YEARS = range(16, 21)
_PLAIN_GAP = re.compile(r"[\s-]\s?|\s-\s")
_AND_GAP = re.compile(r"\s+and\s+", re.I)
_OF_GAP = re.compile(r"\s+of\s+(?:an?\s+)?", re.I)
_ARTICLE = re.compile(r"\ban?[\s-]$", re.I)
_BETWEEN = re.compile(r"\bbetween\s+(?:\w+\s+)?$", re.I)
_AND_PART = re.compile(
    rf"[\s-]+and[\s-]+(?:an?|one)[\s-]({any_of('parts_after_and')})\b|[\s-]+and[\s-]+(three)[\s-](quarters?)\b", re.I
)
_HALF_OF = re.compile(
    rf"(?:\s+(an?)\b(?!\s+{any_of('vague_after_half_a')}\b)|-(an?)-|\s+{any_of('after_half')}\b)",
    re.I,
)
_BY_HALF = re.compile(rf"\b{any_of('before_parts')}\s$", re.I)
_NOT_HALF = re.compile(rf"(?:{any_of('before_half_of_a_match')}|and[\s-]a)[\s-]+$", re.I)
_MINUS = re.compile(r"(?:(?<![\w])(?:minus|negative)[\s-]|(?:(?<=^)|(?<=[\s($€£¥(\[]))[-−–])$", re.I)
_AFTER_DIGIT = re.compile(r"\d[-−–]$|\d\s[-−–]\s?$")


def find_numbers(text: str) -> list[Number]:
    """All numbers of the text, in order, not overlapping; those of more than ``MAX_DIGITS`` digits are left out."""
    lexemes = lex(text)
    found: list[Number] = []
    i = 0
    while i < len(lexemes):
        number, i = _read(lexemes, i, text)
        if number is not None and number.value < LIMIT:
            found.append(_signed(number, text))
    return found


def _signed(number: Number, text: str) -> Number:
    left = text[max(0, number.start - 12) : number.start]
    match = _MINUS.search(left)
    if match is None or number.kind not in ("digits", "words") or left.lower().endswith("or minus "):
        return number
    if _AFTER_DIGIT.search(left) and ("." not in text[number.start : number.end] or left[-2:-1] != " "):
        return number
    return replace(number, value=-number.value, start=number.start - (len(left) - match.start()))


def _read(lexemes: list[Lexeme], i: int, text: str) -> tuple[Number | None, int]:
    first = lexemes[i]
    if first.kind == "vague":
        return _vague(lexemes, i, text)
    if first.kind in ("few", "couple"):
        return _few(lexemes, i, text)
    if first.kind == "part":
        return _part(lexemes, i, text)
    if first.kind == "vulgar":
        return Number(first.start, first.end, first.value, kind="fraction"), i + 1
    if first.kind == "slash":
        number = Number(first.start, first.end, first.value, kind="slash")
        return (number if first.value > 0 else None), i + 1
    return _whole(lexemes, i, text)


def _gap(lexemes: list[Lexeme], i: int, text: str) -> str:
    """What stands between lexeme i and the next one; a newline when there is no next one."""
    return text[lexemes[i].end : lexemes[i + 1].start] if i + 1 < len(lexemes) else "\n\n\n"


def _vague(lexemes: list[Lexeme], i: int, text: str) -> tuple[Number | None, int]:
    first, value, end = lexemes[i], lexemes[i].value, lexemes[i].end
    while _OF_GAP.fullmatch(_gap(lexemes, i, text)) and lexemes[i + 1].kind == "vague":
        i += 1
        value, end = value * lexemes[i].value, lexemes[i].end
    if end == first.end and first.word in ("tens", "scores") and not _OF_GAP.match(text, end):
        return None, i + 1
    return Number(first.start, end, value, kind="vague", scaled=True), i + 1


def _few(lexemes: list[Lexeme], i: int, text: str) -> tuple[Number | None, int]:
    first, gap = lexemes[i], _gap(lexemes, i, text)
    article = _ARTICLE.search(text[max(0, first.start - 3) : first.start])
    start = first.start - (len(article.group()) if article else 0)
    magnitude = lexemes[i + 1] if i + 1 < len(lexemes) else None
    joined = _PLAIN_GAP.fullmatch(gap) or (first.kind == "couple" and _OF_GAP.fullmatch(gap))
    if magnitude and joined and magnitude.kind in _MULTIPLIERS:
        if first.kind == "couple":
            return Number(start, magnitude.end, 2 * magnitude.value, kind="words", scaled=True), i + 2
        value, end, i = magnitude.value, magnitude.end, i + 1
        while _PLAIN_GAP.fullmatch(_gap(lexemes, i, text)) and lexemes[i + 1].kind == "scale":
            i += 1
            value, end = value * lexemes[i].value, lexemes[i].end
        return Number(start, end, value, kind="vague", scaled=True), i + 1
    if first.kind == "couple" and article and _OF_GAP.match(text, first.end):
        return Number(start, first.end, Fraction(2), kind="words"), i + 1
    return None, i + 1


def _part(lexemes: list[Lexeme], i: int, text: str) -> tuple[Number | None, int]:
    """A part without a numerator: "half a million", "half of", "a third"."""
    first = lexemes[i]
    left = text[max(0, first.start - 12) : first.start]
    if first.word == "half":
        if _NOT_HALF.search(left):
            return None, i + 1
        match = _HALF_OF.match(text, first.end)
        if match is None and _BY_HALF.search(left) and text[first.end : first.end + 1] != "-":
            return Number(first.start, first.end, Fraction(1, 2), kind="fraction"), i + 1
        if match and (match.group(1) or match.group(2)):
            return _of_scale(lexemes, i, text, Number(first.start, match.end(), Fraction(1, 2), kind="fraction"))
        article = _ARTICLE.search(left)
        if article and not match:
            number = Number(first.start - len(article.group()), first.end, Fraction(1, 2), kind="fraction")
            return _of_scale(lexemes, i, text, number, bare=False)
        if match or _PLAIN_GAP.fullmatch(_gap(lexemes, i, text)):
            number = Number(first.start, first.end, Fraction(1, 2), kind="fraction")
            return _of_scale(lexemes, i, text, number, bare=match is not None)
        return None, i + 1
    article = _ARTICLE.search(left)
    if article is None or first.word.endswith("s") or text[first.end : first.end + 1] == "-":
        return None, i + 1
    number = Number(first.start - len(article.group()), first.end, 1 / first.value, kind="fraction")
    return _of_scale(lexemes, i, text, number)


def _of_scale(
    lexemes: list[Lexeme], i: int, text: str, number: Number, *, bare: bool = True
) -> tuple[Number | None, int]:
    """Multiply a fraction by a scale that it is a part of ("half a million", "a quarter of a million")."""
    nothing = (number if bare else None), i + 1
    if i + 1 >= len(lexemes) or lexemes[i + 1].kind not in _MULTIPLIERS:
        return nothing
    gap = text[number.end : lexemes[i + 1].start]
    if not gap or _PLAIN_GAP.fullmatch(gap) or _OF_GAP.fullmatch(gap):
        scale = lexemes[i + 1]
        return Number(number.start, scale.end, number.value * scale.value, kind="words", scaled=True), i + 2
    return nothing


def _whole(lexemes: list[Lexeme], i: int, text: str) -> tuple[Number | None, int]:
    first = lexemes[i]
    start, j = first.start, i
    total, group, limit = Fraction(0), first.value, None
    state = first.kind
    if state in _MULTIPLIERS:
        article = _ARTICLE.search(text[max(0, start - 3) : start])
        if article is None:
            return None, i + 1
        start -= len(article.group())
        if state == "scale":
            total, group, limit = first.value, Fraction(0), first.value
    allow_and = not _BETWEEN.search(text[max(0, start - 24) : start])
    while j + 1 < len(lexemes) and state != "dozen":
        step = lexemes[j + 1]
        gap = _gap(lexemes, j, text)
        plain = _PLAIN_GAP.fullmatch(gap) is not None
        anded = allow_and and state in ("hundred", "scale") and _AND_GAP.fullmatch(gap) is not None
        if plain and _is_year(state, step.kind, first):
            last = _year_end(lexemes, j + 1, text)
            return Number(start, lexemes[last].end, group, kind="year"), last + 1
        if not _may_follow(state, step.kind, plain=plain, anded=anded):
            break
        if first.kind == "digits" and step.kind in _SUMMANDS:
            # "a $24 million one-time charge"
            break
        if step.kind in _SUMMANDS:
            group += step.value
        elif step.kind in ("hundred", "dozen"):
            if group >= 100:
                break
            group *= step.value
        elif limit is None or step.value < limit:
            total, group, limit = total + group * step.value, Fraction(0), step.value
        else:
            break
        state, j = step.kind, j + 1
    kind: Kind = "digits" if first.kind == "digits" else "words"
    number = Number(
        start,
        lexemes[j].end,
        total + group,
        kind=kind,
        scaled=state in _MULTIPLIERS or limit is not None,
    )
    return _finish(lexemes, j, text, number)


#: What may follow a lexeme of a kind within one numeral.
_FOLLOWERS = {
    "digits": _MULTIPLIERS,
    "unit": _MULTIPLIERS,
    "teen": _MULTIPLIERS,
    "ten": _MULTIPLIERS | {"unit"},
    "hundred": _SUMMANDS | {"scale"},
    "scale": _SUMMANDS,
}


def _may_follow(state: str, kind: str, *, plain: bool, anded: bool) -> bool:
    return kind in _FOLLOWERS.get(state, ()) and (plain or (anded and kind in _SUMMANDS))


def _is_year(state: str, kind: str, first: Lexeme) -> bool:
    return state in ("teen", "ten") and kind in ("teen", "ten") and first.value in _HUNDREDS_OF_YEARS


def _year_end(lexemes: list[Lexeme], j: int, text: str) -> int:
    """The index of the last lexeme of a year in words, of which j is the second."""
    unit_follows = lexemes[j].kind == "ten" and _PLAIN_GAP.fullmatch(_gap(lexemes, j, text)) is not None
    return j + 1 if unit_follows and lexemes[j + 1].kind == "unit" else j


def _finish(lexemes: list[Lexeme], j: int, text: str, number: Number) -> tuple[Number | None, int]:
    """Take in what may follow a whole number: a part, "and a half", a vulgar fraction, a scale's abbreviation."""
    following = lexemes[j + 1] if j + 1 < len(lexemes) else None
    if following and following.kind == "vulgar" and following.start - number.end <= 1:
        number = replace(number, value=number.value + following.value, end=following.end)
        return _abbreviated(number, text), j + 2
    if match := _AND_PART.match(text, number.end):
        part = 1 / tables().words[(match.group(1) or match.group(3)).lower()].value
        value = Fraction(part).limit_denominator(100) * (3 if match.group(2) else 1)
        unit = _scale_of(number, text)
        number = replace(number, value=number.value + value * unit, end=match.end())
        while j + 1 < len(lexemes) and lexemes[j + 1].start < number.end:
            j += 1
        if j + 1 < len(lexemes) and lexemes[j + 1].kind in _MULTIPLIERS:
            return _of_scale(lexemes, j, text, number)
        return number, j + 1
    if following and following.kind == "part" and _is_part(lexemes[j], following, text):
        part_number = Number(number.start, following.end, number.value / following.value, kind="fraction")
        return _of_scale(lexemes, j + 1, text, part_number)
    if number.kind == "digits" and not number.scaled:
        number = _abbreviated(number, text)
    return number, j + 1


def _scale_of(number: Number, text: str) -> int:
    """What "and a half" is a half of: "a million and a half" of the million, "two and a half" of one."""
    last = text[number.start : number.end].lower().split()[-1]
    row = tables().words.get(last)
    return row.value if row and row.kind in _MULTIPLIERS else 1


def _is_part(numerator: Lexeme, part: Lexeme, text: str) -> bool:
    if numerator.kind not in ("unit", "teen") or not _PLAIN_GAP.fullmatch(text[numerator.end : part.start]):
        return False
    return (numerator.value == 1) != part.word.endswith("s") and 0 < numerator.value < part.value


def _abbreviated(number: Number, text: str) -> Number:
    known = tables()
    if match := known.sure.match(text, number.end):
        value = number.value * known.abbreviations[match.group(1)]
        return replace(number, value=value, end=match.end(), scaled=True)
    if match := known.letters.match(text, number.end):
        return replace(number, letter=Letter(known.abbreviations[match.group(2)], match.end()))
    return number
