"""Statements of the corpus put together into forms that it hardly has: made while training, never kept.

Two reports in one sentence, statements after a colon, turns of transcripts, headlines with their speaker, social media.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from data import ROLES, Article, Attribution
from layouts import FULL_NAME, MONTHS, WORD, titled


@dataclass(frozen=True)
class Part:
    """A statement of the corpus in whole words: who, by which words, what."""

    source: str
    cue: str
    content: str

    @property
    def is_quoted(self) -> bool:
        """Whether the content stands in marks throughout."""
        return (
            len(self.content) > 4
            and self.content[0] in '“"'
            and self.content[-1] in '”"'
            and not re.search(r"[“”\"]", self.content[1:-1])
        )


class Builder:
    """A text that grows by plain words and by the roles of statements."""

    def __init__(self) -> None:
        """Begin empty."""
        self.text = ""
        self.gold: list[Attribution] = []

    def add(self, words: str) -> tuple[int, int]:
        """Add words, and tell where they stand."""
        self.text += words
        return len(self.text) - len(words), len(self.text)

    def say(self, shape: str, **roles: str) -> None:
        """Add a sentence; ``{S1}``, ``{V1}`` and ``{C1}`` stand for source, cue and content of its first statement.

        A letter tells roles of one statement apart (``{C1a}``, ``{C1b}``); one without a source has none.
        """
        found: dict[str, dict[str, list[tuple[int, int]]]] = {}
        for piece in re.split(r"(\{\w+\})", shape):
            if not piece.startswith("{"):
                self.add(piece)
                continue
            key = piece[1:-1]
            role, number = {"S": "source", "V": "cue", "C": "content"}[key[0]], key[1:2]
            place = self.add(roles[key] if key in roles else roles[key[:2]])
            statement = found.setdefault(number, {r: [] for r in ROLES})
            statement[role] += _lines(self.text, place)
        self.gold += list(found.values())


def _lines(text: str, place: tuple[int, int]) -> list[tuple[int, int]]:
    """A range cut at line ends."""
    return [(place[0] + m.start(), place[0] + m.end()) for m in re.finditer(r"[^\n]+", text[slice(*place)])]


def harvested(articles: Sequence[Article]) -> tuple[list[Part], list[str]]:
    """Statements that stand by themselves ("Source cue (that) content."), and sentences without any."""
    parts: list[Part] = []
    plain: list[str] = []
    for article in articles:
        text, gold = article.text, article.annotations[0]
        for a in gold:
            if all(len(a[role]) == 1 for role in ROLES):
                (s, c, k) = (a[role][0] for role in ROLES)
                between = text[c[1] : k[0]]
                if s[0] < c[0] < k[0] and text[s[1] : c[0]].strip() == "" and between.strip(" ,:") in ("", "that"):
                    content = text[k[0] : k[1]].strip().rstrip(",.").removeprefix("that ")
                    if 20 < len(content) < 300 and "\n" not in content:
                        parts.append(Part(text[s[0] : s[1]].strip(), text[c[0] : c[1]].strip(), content))
        taken = [r for row in article.annotations for a in row for role in ROLES for r in a[role]]
        for start, end in article.paragraphs:
            if end - start < 300 and text[end - 1] == "." and not any(s < end and start < e for s, e in taken):
                plain.append(text[start:end])
    return parts, plain


_SAID = re.compile(r"(?:has |have )?(?:said|says|say|told|added|noted|claimed|argued|reported|announced)\b[\w ]{0,20}")


def composed(parts: Sequence[Part], plain: Sequence[str], count: int, dice: random.Random) -> list[Article]:
    """Make ``count`` short texts of statements in forms that the corpus hardly has."""
    composer = Composer(parts, plain, dice)
    return [composer.text() for _ in range(count)]


class Composer:
    """Writes texts of some sentences, each in one of the forms."""

    def __init__(self, parts: Sequence[Part], plain: Sequence[str], dice: random.Random) -> None:
        """Sort the statements by what they are good for; ``plain`` are sentences in which nobody says anything."""
        self.said = [p for p in parts if _SAID.fullmatch(p.cue) and not p.is_quoted and '"' not in p.content]
        self.quoted = [p for p in parts if p.is_quoted]
        self.named = [p for p in parts if FULL_NAME.fullmatch(p.source)]
        self.plain = plain
        self.dice = dice
        self.built = Builder()
        self.forms = (
            *(self.joined, self.joined, self.adding, self.fronted, self.parenthesis, self.block, self.headline),
            *(self.turns, self.post, self.according),
        )

    def text(self) -> Article:
        """A text of three to seven of the forms, plain sentences between them."""
        self.built = Builder()
        for _ in range(self.dice.randint(3, 7)):
            if self.dice.random() < 0.4 and self.plain:
                self.built.add(self.dice.choice(self.plain) + "\n\n")
            start = len(self.built.text)
            self.dice.choice(self.forms)()
            is_line = "\n" not in self.built.text[start:]
            self.built.add(" " if is_line and self.dice.random() < 0.2 else "\n\n")
        return Article("composed", self.built.text, (self.built.gold,))

    def words(self) -> str:
        """Something quoted, without its marks."""
        return capital(self.dice.choice(self.quoted).content[1:-1].rstrip(",."))

    def joined(self) -> None:
        """Two reports in one sentence."""
        a, b = self.dice.choice(self.said), self.dice.choice(self.said)
        link = self.dice.choice((", while", ", but", " and", " but", ";", ", and", ", although", " while", ". But"))
        that, other = (self.dice.choice((" ", " that ")) for _ in "ab")
        first = b.source.split()[0]
        source = b.source[:1].lower() + b.source[1:] if first in ("The", "A", "He", "She") else b.source
        shape = self.dice.choice(
            (
                "{S1} {V1}" + that + "{C1}" + link + " {S2} {V2}" + other + "{C2}.",
                "{C1b}, {S1b} {V1}" + link + " {S2} {V2}" + other + "{C2}.",
                "{S1} {V1}" + that + "{C1}" + link + " {V2b} {S2} {C2}.",
            )
        )
        roles = {"S1": capital(a.source), "S1b": a.source, "V1": a.cue, "C1": a.content, "C1b": capital(a.content)}
        self.built.say(shape, **roles, S2=source, V2=b.cue, V2b="according to", C2=b.content)

    def adding(self) -> None:
        """A second report of the same source behind the first."""
        a, b = self.dice.choice(self.said), self.dice.choice(self.said)
        cue, that = self.dice.choice(
            (
                ("adding", ""),
                ("adding", "that "),
                ("noting", ""),
                ("warning", ""),
                ("saying", ""),
                ("explaining", "that "),
            )
        )
        start = len(self.built.gold)
        shape = "{S1} {V1} {C1}, {V2} " + that + "{C2}."
        self.built.say(shape, S1=capital(a.source), V1=a.cue, C1=a.content, V2=cue, C2=b.content)
        self.built.gold[start + 1]["source"] = list(self.built.gold[start]["source"])

    def fronted(self) -> None:
        """A reporting clause before what it reports."""
        a = self.dice.choice(self.said)
        shape = self.dice.choice(("As {S1} {V1}, {C1}.", "As {S1} {V1} on Sunday, {C1}."))
        self.built.say(shape, S1=a.source, V1=a.cue, C1=a.content)

    def parenthesis(self) -> None:
        """A reporting clause inside of what it reports."""
        a = self.dice.choice(self.said)
        halves = a.content.split()
        cut = self.dice.randint(2, max(2, len(halves) - 2))
        before, after = " ".join(halves[:cut]).rstrip(","), " ".join(halves[cut:])
        if after:
            self.built.say("{C1a}, {S1} {V1}, {C1b}.", C1a=capital(before), S1=a.source, V1=a.cue, C1b=after)

    def block(self) -> None:
        """Paragraphs without marks behind a colon."""
        lead = self.dice.choice(_LEADS)
        gap = self.dice.choice(("\n\n", "\n\n", "\n"))
        body = self.dice.choice((gap, " ")).join(f"{self.words()}." for _ in range(self.dice.randint(1, 3)))
        self.built.say("{S1} {V1}:" + gap + "{C1}", S1=self.dice.choice(self.named).source, V1=lead, C1=body)

    def headline(self) -> None:
        """A headline with its speaker before or behind it."""
        a, person = self.dice.choice(self.said), self.dice.choice(self.named).source
        source = self.dice.choice((person, person.split()[-1], re.sub("^[Tt]he ", "", a.source)))
        shape, cue = self.dice.choice(_HEADLINES)
        content = capital(a.content)
        if self.dice.random() < 0.3:
            content = WORD.sub(lambda m: titled(m.group()), content)
        if self.dice.random() < 0.15:
            content = f"‘{content}’"
        self.built.say(shape, C1=content, V1=cue, S1=capital(source))

    def turns(self) -> None:
        """Turns of a transcript."""
        people = [self.dice.choice(self.named).source for _ in range(self.dice.randint(2, 3))]
        style, stamp = self.dice.choice(_LABELS), self.dice.choice(_STAMPS)
        gap = self.dice.choice(("\n", "\n\n"))
        for i in range(self.dice.randint(2, 6)):
            who = people[i % len(people)]
            last = who.split()[-1]
            name = who if self.dice.random() < 0.5 else who.upper()
            some = " ".join(f"{self.words()}{self.dice.choice('...?')}" for _ in range(self.dice.randint(1, 2)))
            self.built.add(stamp.format(self.dice.randint(0, 59), self.dice.randint(0, 59)))
            self.built.say("{S1}{V1} {C1}" + gap, S1=style.format(L=last.upper(), F=name, l=last), V1=":", C1=some)

    def post(self) -> None:
        """A message of a social network, its writer below."""
        who = self.dice.choice(self.named).source
        handle = who.replace(" ", "").lower()
        day = f"{self.dice.choice(MONTHS)} {self.dice.randint(1, 28)}, 20{self.dice.randint(10, 24)}"
        tail = self.dice.choice((f" (@{handle}) {day}", f" (@{handle})", "", f", {day}"))
        gap = self.dice.choice(("\n", " "))
        self.built.say("{C1}" + gap + "{V1} {S1}" + tail, C1=f"{self.words()}.", V1=self.dice.choice("—―-"), S1=who)

    def according(self) -> None:
        """A source behind "according to"."""
        a = self.dice.choice(self.said)
        shape = self.dice.choice(("{V1} {S1}, {C1}.", "{C1b}, {V1b} {S1}."))
        roles = {"V1": "According to", "V1b": "according to", "C1": a.content, "C1b": capital(a.content)}
        self.built.say(shape, **roles, S1=a.source)


def capital(text: str) -> str:
    """Words as they begin a sentence."""
    return text[:1].upper() + text[1:]


_LEADS = (
    *("issued the following statement", "said in a statement", "wrote", "said", "had this to say", "posted on Sunday"),
    *("released this statement on Friday", "answered by e-mail"),
)
_HEADLINES = (
    *(("{C1}{V1} {S1}", ":"), ("{C1} {V1} {S1}", "–"), ("{C1} {V1} {S1}", "-"), ("{S1}{V1} {C1}", ":")),
    *(("{C1}, {V1} {S1}", "says"), ("{C1}, {S1} {V1}", "says"), ("{C1} {V1}{S1}", "–"), ("{S1}{V1} {C1}", ":")),
)
_LABELS = ("{L}", "{L}", "{F}", "{F}", "MR. {L}", "MS. {L}", "{l}", "{F} (voice-over)", "{L}, HOST", "Mr. {l}")
_STAMPS = ("", "", "", "[00:{0:02}:{1:02}] ", "{0:02}:{1:02} ")
