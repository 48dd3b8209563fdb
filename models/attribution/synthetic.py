"""Lists of quotations put together from the corpus: a form that news is full of and that the corpus hardly has.

Readers' letters, vox pops and social media round-ups give one quotation after the other, each with its speaker behind a
dash or before a colon. A network that has seen few of them shifts each speaker to the neighbouring quotation.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from data import Article, Attribution

#: Made-up texts an epoch, under 1 % of the pieces.
QUOTE_LISTS = 60
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
