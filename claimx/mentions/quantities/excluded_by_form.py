"""Numbers that are no quantities: dates, clock times, scores, telephone numbers, identifiers, numbers in names.

By the letters alone; what the words around a bare number tell is in excluded_by_context.py.
"""

from __future__ import annotations

import re
from functools import cache

from claimx.lexicons.words import alternatives
from claimx.mentions.quantities.context_words import any_of
from claimx.mentions.quantities.house_numbers import house_number
from claimx.mentions.quantities.lexer import tables
from claimx.mentions.quantities.money import currency_after
from claimx.mentions.quantities.number import Number
from claimx.mentions.quantities.rates import find_unit
from claimx.timex.calendar_words import month_pattern

_MONTH = rf"(?:{month_pattern()})\b\.?"
_TH = f"(?:{alternatives('grammar/function_words', 'ordinal_endings')})"
_ZONE = any_of("time_zones")
_MERIDIEM = r"(?:[ap]\.?\s?m\b\.?|[AP]\.?\s?M\b\.?)"
_HOUR = rf"(?:\d{{1,2}}|{any_of('hours_in_words')})\b"
#: "at ten to four on Friday", "at half seven.", but "at five to ten per cent"
_AT_HOUR = rf"(?i:\b{any_of('before_spoken_hours')}\s+)"
_TO_HOUR = rf"{any_of('minutes_of_hours')}\s+{any_of('minutes_to_an_hour')}\s+"
#: "Call 1234", "if you need help, call 988 or text 741"; not "they called 300 for interviews"
_ORDER = rf"(?:\A|[.!?;:,(\n\"'“‘–—-]\s*|\b{any_of('before_orders_to_call')}\s+)"
_AFTER_HOUR = rf"(?=\s*(?:[.,;:!?)\"”]|$)|\s+{any_of('after_hours')}\b)"
_YEAR = r"(?:1[0-9]|20)\d\d"
#: What a number that is no quantity looks like from its first digit on; all of bounded length.
_FROM_HERE = (
    rf"\d{{1,2}}{_TH}?(?:\s?(?:[-–]|to|and|or)\s?\d{{1,2}}{_TH}?)?\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR}\b)?",
    r"\d{1,4}(?:/\d{1,2}/|-\d{1,2}-|\.\d{1,2}\.)\d{2,4}(?:T[\d:.]{4,15}Z?)?(?![\d%])",
    rf"\d{{1,3}}:\d{{1,3}}(?:[:.]\d{{1,3}}){{0,3}}(?:\s?{_MERIDIEM})?",
    rf"\d{{1,2}}(?:\.\d{{2}})?(?:\s?(?:[-–]|to)\s?\d{{1,2}}(?:\.\d{{2}})?)?\s?{_MERIDIEM}",
    rf"\d{{1,2}}[.:]?\d{{2}}\s?(?:{_ZONE}\b|hrs\b)",
    r"(?:\d{1,2}|[a-zA-Z]{3,6})\s+o['’]clock\b",
    rf"{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d{{1,2}})\b(?![%,.]?\d)",
    rf"{_YEAR}\s+{any_of('between_years')}\s+{_YEAR}\b(?!,\d|\s+\w+s\b)",
    rf"\d{{1,2}}\.\d{{2}}\s+{any_of('after_departures')}\b",
    r"(?:\d{1,2}|[a-zA-Z]{3,5})[- ]nil\b",
    r"10\.\d{4,9}/\S{1,80}",
    r"\d{2,4}['’]?s\b",
    rf"\d{{1,9}}(?:,\d{{3}}){{0,3}}{_TH}\b",
    r"\d{1,5}(?:\.\d{1,6}){2,9}(?!\d)",
    r"\d{3}\)?[\s.-]\d{3}[.-]\d{4}\b|\d{3,5}\)\s?\d{3,8}\b|0\d{2,5}[ -]\d{3,8}(?:[ -]\d{2,6})?\b|\d{3}-\d{4}\b",
    r"0\d{1,20}\b(?!\.\d)",
    r"\d{10,40}\b(?![.,]\d)",
    r"\d{1,3}-(?:to|for)-\d{1,3}\b(?!\s?%|[\s-]per\b|[\s-]percent)",
    r"\d{2,3}-\d{2,3}-\d{3,4}\b",
    r"\d{1,3}(?:\s?[-–]\s?\d{1,3}){2,9}\b(?!\w)",
    r"\d{1,3}\s?[°º]\s?\d{1,2}\s?['′’][\s\d.″\"]{0,8}[NSEW]?",
    r"\d{1,2}/\d{1,2}(?=[\s,.;)]|$)",
    rf"{_YEAR}\s+[A-Z][a-z]+\s+{any_of('games')}\b",
    rf"(?:an?\s+)?{any_of('quarters_of_hours')}[\s-]{any_of('to_or_past_an_hour')}[\s-]{_HOUR}",
    rf"(?:\d{{1,2}}|[a-z-]{{3,11}})\s+{any_of('past_an_hour')}\s+{_HOUR}",
    rf"(?:{any_of('emergency_numbers')})[\s-]{any_of('after_emergency_numbers')}\b",
    r"(?:720|1080|1440|2160|4320)[pi]\b",
    rf"\d{{1,4}}/{_YEAR}\b|{_YEAR}/\d{{3,4}}\b",
    rf"\d{{1,3}}00\s+{any_of('blocks_of_streets')}\b(?!\s+[a-z]+s\b)",
    r"\d{3,6}\.[A-Z]{1,2}\b",
    r"\d{1,2}\+\d{1,2}\b",
    rf"(?:\d{{1,2}}|[a-zA-Z]{{3,9}})[- ]{any_of('compounds_with_a_number')}s?\b",
)
#: What stands before a number that is no quantity, and what the number then looks like.
_AFTER_LEFT = (
    (
        rf"{_MONTH}\s+$",
        rf"\d{{1,2}}{_TH}?(?![\d,]\d|\.\d|%)(?:\s?(?:[-–]|and|or|to|through)\s?(?:{_MONTH}\s+)?\d{{1,2}}\b)?(?:,?\s+{_YEAR}\b)?",
    ),
    (rf"{_MONTH},?\s+(?:of\s+)?$", rf"{_YEAR}\b(?!,\d)"),
    (
        r"(?:\bfiscal|\bFY|\byears?|\bYear|\b[Cc]lass of|\bcirca)\s?$",
        rf"(?:{_YEAR}|\d{{2}}\b)(?:\s?(?:-|–|and|to)\s?{_YEAR})?",
    ),
    (r"(?:https?://|www\.|@|#)[^\s<>]{0,200}$", r"[^\s<>]+"),
    (r"(?<!\w)\+\(?$", r"\d{1,3}[\s.-]\(?\d[\d\s().-]{4,18}\d"),
    (r"(?<!\w)['’‘]$", r"\d{2}\b(?!['’])"),
    (r"\[$", r"\d{1,3}\.?\]"),
    (r"(?:\A|\n)[ \t]{0,8}\(?$", r"\d{1,2}[.)](?=\s)"),
    (rf"(?i:\b{any_of('verbs_of_calling')}\s+)$", rf"{any_of('emergency_numbers')}\b"),
    (
        rf"(?i:{_ORDER}{any_of('orders_to_call')}\s+|\b{any_of('verbs_of_dialling')}\s+)$",
        rf"\d{{3,6}}(?=\s*(?:[.,;:!?)\"”]|$)|\s+{any_of('after_numbers_to_call')}\b)",
    ),
    (rf"(?i:\b{any_of('verbs_of_calling')}\s+)$", r"\d{2,6}(?:[ -]\d{2,6}){1,4}\b"),
    (rf"(?i:\b{any_of('before_lines_to_call')}\s+)$", rf"\d{{3}}\s+{any_of('lines_to_call')}\b"),
    (r"[:;]\s$", r"\d{1,2}\.(?=\s[a-z])"),
    (rf"{_AT_HOUR}$", rf"{_TO_HOUR}{_HOUR}{_AFTER_HOUR}"),
    (rf"{_AT_HOUR}(?:{_TO_HOUR}|{any_of('halves_of_hours')}\s+)$", rf"{_HOUR}{_AFTER_HOUR}"),
    (rf"(?i:\b{any_of('quarters_of_hours')}[\s-]{any_of('to_or_past_an_hour')}[\s-])$", _HOUR),
)
#: "(2)" before a word, the next or the last one of a list in the text: "(1) the vote was void and (2) …"; or "2)".
_LISTED = re.compile(r"([\s(])(\d{1,2})\)\s+[a-z]", re.I)
_OPEN_BRACKET = re.compile(r"\([^()]*$")
_LIST = 400
_SLASH_FRACTION = re.compile(r"\d{1,2}/(?:2|3|4|5|8|16|32|64)\b")


@cache
def _from_here() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in _FROM_HERE))


@cache
def _after_left() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(left), re.compile(here)) for left, here in _AFTER_LEFT)


def rejected_until(text: str, number: Number) -> int | None:
    """Where the stretch ends that makes this number no quantity by its letters alone; null if nothing does."""
    start, best = number.start, number.start
    if text[start : start + 1] in "-−–":
        start += 1
    if number.kind == "year":
        return number.end
    if _is_listed(text, start):
        return number.end
    if number.kind == "digits" and (end := house_number(text, start)):
        return end
    match = _from_here().match(text, start)
    if match and not (number.kind == "slash" and _SLASH_FRACTION.match(text, start)):
        best = match.end()
    if number.kind in ("digits", "words"):
        left = text[max(0, start - 220) : start]
        for before, here in _after_left():
            match = here.match(text, start)
            if match and match.end() > best and before.search(left):
                best = match.end()
    return best if best > start else None


def _is_listed(text: str, start: int) -> bool:
    """Whether a number in brackets numbers an item of a list, of which another one is near."""
    match = _LISTED.match(text, start - 1) if start else None
    if match is None:
        return False
    near, mark = text[max(0, start - _LIST) : start + _LIST], match.group(1)
    if mark != "(" and _OPEN_BRACKET.search(text[max(0, start - _LIST) : start]):
        return False
    return any(f"{mark}{int(match.group(2)) + step}) " in near for step in (-1, 1))


_SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})(?![\d.,%]?\d|%)")
_TALLY = re.compile(r"(\d{1,3}) to (\d{1,3})(?![\d.,%]?\d|%|\w)")
_SCALE_AFTER = re.compile(
    rf"[\s-]({'|'.join(word for word, row in tables().words.items() if row.kind == 'scale')})\b", re.I
)
_BEFORE_MOVEMENT = re.compile(rf"\b{any_of('before_movements')}\s+$", re.I)
_SCORE_AFTER = re.compile(rf"\s{any_of('after_scores')}\b", re.I)
_COUNTED_AFTER = re.compile(r"[ -](?:[a-z-]+[ -]){0,2}[a-z]+s\b|-\w| people\b")


def score_until(text: str, number: Number) -> int | None:
    """Where a score that begins with the number ends ("won 3-1"); null where it is none, but a range or nothing."""
    if (match := _TALLY.match(text, number.start)) and int(match.group(1)) >= int(match.group(2)):
        moved = _BEFORE_MOVEMENT.search(text[max(0, number.start - 16) : number.start])
        return None if moved or _COUNTED_AFTER.match(text, match.end()) or find_unit(text, match.end()) else match.end()
    match = _SCORE.match(text, number.start)
    if match is None:
        return None
    end = match.end()
    if _SCALE_AFTER.match(text, end):
        return None  # "5-6 million zloty"
    shares = find_unit(text, end)
    if shares is not None and shares.unit.dimension == "ratio":
        return None  # the two sides of a poll: "57-38 per cent"
    if int(match.group(1)) >= int(match.group(2)) or _SCORE_AFTER.match(text, end):
        return end
    is_measured = find_unit(text, end) or currency_after(text, end, sum_like=True)
    return None if _COUNTED_AFTER.match(text, end) or is_measured else end
