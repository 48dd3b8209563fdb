"""Two forms that news is full of, put together from the corpus: lists of quotations, and statements inside of others.

The corpus has hardly any of the first, and does not mark the second. Readers' letters, vox pops and social media
round-ups give one quotation after the other, each with its speaker behind a dash or before a colon: a network that has
seen few of them shifts each speaker to the neighbouring quotation.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from data import Article, Attribution

#: Made-up texts an epoch, under 1 % of the pieces.
QUOTE_LISTS = 60
#: Paragraphs an epoch that are made into what somebody says, some 2 % of the pieces.
WRAPPED = 240
#: Of the paragraphs without a statement so many are taken, too.
_PLAIN = 0.2
_NAME = re.compile(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,2}")
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{15,400})[”\"]")
_DASHES = ("―", "—", "–", "--", "-", "—", "―")
_MARKS = (("“", "”"), ("“", "”"), ('"', '"'), ("‘", "’"), ("”", "”"))
_TAILS = ("", "", ".", " ", "\xa0", ", {age}", ", via Facebook", " (@{first})")
_BETWEEN = (
    "Photo: Getty Images.",
    "Advertisement",
    "What our readers say:",
    "Here are some of the replies:",
    "Related",
)


def _harvest(articles: Sequence[Article]) -> tuple[list[str], list[str]]:
    """Full names of sources, and quotations without their marks."""
    names, quotes = set(), set()
    for article in articles:
        for attribution in article.annotations[0]:
            source = article.text[slice(*attribution["source"][0])] if attribution["source"] else ""
            if _NAME.fullmatch(source):
                names.add(source)
            content = article.text[slice(*attribution["content"][0])] if attribution["content"] else ""
            if quoted := _QUOTED.fullmatch(content.strip()):
                quotes.add(quoted[1].rstrip(","))
    return sorted(names), sorted(quotes)


def quote_lists(articles: Sequence[Article], count: int, dice: random.Random) -> list[Article]:
    """Make ``count`` short texts, each a list in one style."""
    names, quotes = _harvest(articles)
    return [_quote_list(names, quotes, dice) for _ in range(count)]


def _quote_list(names: Sequence[str], quotes: Sequence[str], dice: random.Random) -> Article:
    text = ""
    gold: list[Attribution] = []
    opening, closing = dice.choice(_MARKS)
    dash, tail = dice.choice(_DASHES), dice.choice(_TAILS)
    gap = dice.choice((" ", " ", "", "\xa0", "\n"))
    after, line_end = dice.choice((" ", " ", "\xa0", "")), dice.choice(("\n", "\n\n"))
    transcript = dice.random() < 0.25

    def add(words: str) -> list[tuple[int, int]]:
        nonlocal text
        text += words
        return [(len(text) - len(words), len(text))]

    for _ in range(dice.randint(2, 7)):
        if dice.random() < 0.15:
            add(dice.choice(_BETWEEN) + line_end)
        name, quote = dice.choice(names), dice.choice(quotes)
        if transcript:
            source = add(name.split()[-1].upper() if dice.random() < 0.5 else name)
            cue = add(":")
            add(" ")
            content = add(quote.rstrip("."))
            add(".")
        else:
            content = add(opening + quote + (closing if quote.endswith((".", "!", "?")) else "." + closing))
            add(gap)
            cue = add(dash)
            add(after)
            source = add(name)
            add(tail.format(age=dice.randint(19, 80), first=name.split()[0].lower()))
        add(line_end)
        gold.append({"source": source, "cue": cue, "content": content})
    return Article("list", text, (gold,))


# --- statements inside of others ------------------------------------------------

_OPENERS = re.compile(r"(An?|At|In|On|The|They|This|There|That|These|Those|It|He|She|Its|His|Her|Their|When|While)\b")


def wrapped(articles: Sequence[Article], count: int, dice: random.Random) -> list[Article]:
    """Make ``count`` paragraphs into what somebody else says: the corpus marks only what is outermost."""
    names, _ = _harvest(articles)
    found: list[Article] = []
    while len(found) < count:
        article = dice.choice(articles)
        start, end = dice.choice(article.paragraphs)
        inner = [a for a in article.annotations[0] if any(start <= s < end for role in a.values() for s, _ in role)]
        whole = all(start <= s and e <= end for a in inner for role in a.values() for s, e in role)
        if whole and (inner or dice.random() < _PLAIN) and 60 < end - start < 700:
            found.append(_wrapped(article.text[start:end], start, inner, dice.choice(names), dice))
    return found


def _wrapped(text: str, start: int, inner: Sequence[Attribution], name: str, dice: random.Random) -> Article:
    marks = not any(mark in text for mark in '"“”') and "''" not in text
    form = dice.choice(("turn", "turn", "phrase", *(("before", "after") if marks else ())))
    opening, closing = dice.choice((("“", "”"), ('"', '"')))
    speaker, cue, end = name, ":", ""
    if form == "turn":
        speaker = name.upper() if dice.random() < 0.5 else name
        before = speaker + ": "
    elif form == "before":
        cue = dice.choice(("said:", "said,", "told reporters:"))
        before, end = f"{name} {cue} {opening}", closing
    elif form == "phrase":
        cue = "According to"
        before = f"According to {name}, "
        text = text[0].lower() + text[1:] if _OPENERS.match(text) else text
    else:
        before = opening
        text = text[:-1] + "," if text.endswith(".") else text
        end = f"{closing} {name} said."
        cue = "said"
    whole = before + text + end
    first = len(before) - (form in ("before", "after"))
    last = len(before + text) + (form in ("before", "after"))
    if form == "phrase" and text.endswith("."):
        last -= 1
    at = whole.rindex(name) if form == "after" else whole.index(speaker)
    said = whole.index(cue, at + len(speaker)) if form != "phrase" else 0
    outer: Attribution = {
        "source": [(at, at + len(speaker))],
        "cue": [(said, said + len(cue))],
        "content": [(first, last)],
    }
    shift = len(before) - start
    moved = [{role: [(s + shift, e + shift) for s, e in spans] for role, spans in a.items()} for a in inner]
    return Article("wrapped", whole + "\n", ([outer],), moved)
