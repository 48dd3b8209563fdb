"""Which mentions name the same thing, and its fullest name in the article.

Surnames belong to full names, acronyms to what they abbreviate, short forms of an organisation's name ("the Foreign
Ministry") to the longer form that has all their words ("the Syrian Ministry of Foreign Affairs and Expatriates").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

from claimx.mentions.gazetteer import Gazetteer, fold, has_article, strip_article
from claimx.name_rows import plain, word_set

_WORD = regex.compile(r"[\p{L}\p{N}.&'’-]+")
_SMALL = word_set("connectors") | word_set("articles") | {"a", "an"}
#: Head nouns of organisations that mean the same in names.
_SAME_HEAD = {"department": "ministry", "office": "ministry", "organisation": "organization", "affairs": ""}
_GOVERNMENTS = frozenset(("government", "regime", "authorities", "administration"))
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))


class Named(NamedTuple):
    """A mention ready to be grouped: its written name, label and the gazetteer's key, if it has one."""

    text: str
    label: str
    thing: str | None
    title: str | None = None


class Thing:
    """One real-world thing and its mentions, by their numbers in text order."""

    def __init__(self, label: str, words: frozenset[str], head: str) -> None:
        self.label = label
        self.words = words
        self.head = head
        self.mentions: list[int] = []
        self.texts: list[str] = []
        self.things: set[str] = set()

    def add(self, number: int, mention: Named) -> None:
        """Count a mention of this thing."""
        self.mentions.append(number)
        self.texts.append(mention.text)
        if mention.thing is not None:
            self.things.add(mention.thing)

    @property
    def name(self) -> str:
        """The fullest of the names that it is mentioned by; of equally full ones the most frequent, then the first.

        What but adds a word before another full name ("Crooked Hillary Clinton") is a nickname, and fuller than none.
        """
        texts = list(dict.fromkeys(self.texts))
        if self.label == "PERSON":
            full = {text for text in texts if " " in text}
            texts = [text for text in texts if text.partition(" ")[2] not in full]
        return max(texts, key=lambda text: (_fullness(text, self.label), self.texts.count(text)))


def group(mentions: Sequence[Named], explicit: Iterable[tuple[int, int]], gazetteer: Gazetteer) -> list[Thing]:
    """Group the mentions of an article by the thing they name.

    Args:
        mentions: all mentions, in text order.
        explicit: pairs (full name, acronym) of mentions that the article itself equates: "… (OPCW)".
        gazetteer: for other names of known things.

    Returns:
        The things in the order of their first mentions.
    """
    groups = _Groups(gazetteer, mentions)
    # full names first, so that a surname before its full name ("Ruiz …. Ana Ruiz …") finds it, too
    order = sorted(range(len(mentions)), key=lambda n: (-len(_WORD.findall(mentions[n].text)), n))
    acronyms = {b: a for a, b in explicit}
    for number in [n for n in order if n not in acronyms] + [n for n in order if n in acronyms]:
        groups.add(number, mentions[number], groups.of.get(acronyms.get(number, -1)))
    things = groups.things
    for thing in things:
        pairs = sorted(zip(thing.mentions, thing.texts, strict=True))
        thing.mentions, thing.texts = [n for n, _ in pairs], [text for _, text in pairs]
    return sorted(things, key=lambda thing: thing.mentions[0])


class _Groups:
    def __init__(self, gazetteer: Gazetteer, mentions: Sequence[Named]) -> None:
        self.gazetteer = gazetteer
        # "Mr Obama" tells of every bare "Obama" that it is no woman's name here
        titled = {(m.text, gazetteer.gender_of_title(m.title)) for m in mentions if m.label == "PERSON"}
        self.genders: dict[str, set[str]] = {}
        for text, gender in titled:
            if gender is not None:
                self.genders.setdefault(text, set()).add(gender)
        self.things: list[Thing] = []
        self.of: dict[int, Thing] = {}
        self.by_key: dict[str, Thing] = {}
        self.by_last: dict[str, list[Thing]] = {}

    def add(self, number: int, mention: Named, equal: Thing | None) -> None:
        keys = _keys(mention)
        thing = equal or next((self.by_key[key] for key in keys if key in self.by_key), None)
        if thing is None:
            thing = self._partial(mention)
        if thing is None:
            thing = Thing(mention.label, _content_words(mention.text, self.gazetteer), _head(mention.text))
            self.things.append(thing)
            for word in _index_words(mention, thing):
                self.by_last.setdefault(word, []).append(thing)
        for key in keys:
            self.by_key.setdefault(key, thing)
        thing.add(number, mention)
        self.of[number] = thing

    def _partial(self, mention: Named) -> Thing | None:
        if mention.label == "PERSON":
            return self._person(mention)
        if mention.label in ("ORG", "FAC", "EVENT", "LAW"):
            return self._organization(mention)
        return None

    def _person(self, mention: Named) -> Thing | None:
        words = [w.casefold() for w in plain(mention.text).split() if w.casefold() not in _SUFFIXES]
        if not words:
            return None
        options = [t for t in self.by_last.get(strip_article(words[-1]), []) if t.label == "PERSON"]
        if len(words) > 1:
            options = [t for t in options if set(words) <= t.words or _same_initials(words, t)]
        genders = self.genders.get(mention.text, set())
        gender = self.gazetteer.gender_of_title(mention.title) or (next(iter(genders)) if len(genders) == 1 else None)
        if gender is not None:
            options = [t for t in options if self.gazetteer.gender_of_name(t.texts[0]) in (gender, None)]
        # of several with that surname, the one the article is about
        return max(options, key=lambda t: (len(t.mentions), -min(t.mentions)), default=None)

    def _organization(self, mention: Named) -> Thing | None:
        acronym = mention.text.replace(".", "")
        if acronym.isupper() and acronym.isalpha() and 2 <= len(acronym) <= 8:
            options = [t for t in self.things if t.label == mention.label and _abbreviates(acronym, t)]
            return options[0] if len(options) == 1 else None
        words = _content_words(mention.text, self.gazetteer)
        if not words:
            return None
        head = _head(mention.text)
        anchor = next(iter(sorted(words)))
        options = [
            t for t in self.by_last.get(anchor, []) if t.label == mention.label and words <= t.words and head == t.head
        ]
        if not options and " " not in mention.text and plain(mention.text) not in self.gazetteer.names:
            # "Pellmoor" for "Pellmoor Homes"
            options = [t for t in self.by_last.get(anchor, []) if t.label == "ORG" and self._opens(mention.text, t)]
        return options[0] if len(options) == 1 else None

    def _opens(self, word: str, thing: Thing) -> bool:
        """Whether a word opens the name of a firm and the like; of a council or university it names the town."""
        names = [plain(text).casefold().split() for text in thing.texts]
        return any(n[0] == plain(word).casefold() and self.gazetteer.can_be_cut(n[-1]) for n in names)


def _index_words(mention: Named, thing: Thing) -> Iterable[str]:
    if mention.label == "PERSON":
        words = [w.casefold() for w in plain(mention.text).split() if w.casefold() not in _SUFFIXES]
        thing.words = frozenset(words)
        particles = [" ".join(words[-2:])] if len(words) > 2 else []
        return dict.fromkeys([*map(strip_article, words[-1:]), *words[:1], *particles])
    return sorted(thing.words)


def _same_initials(words: list[str], thing: Thing) -> bool:
    """Match "J. Smith" and "John Smith", "John A. Smith" and "John Smith"."""
    return all(
        word in thing.words or (word.rstrip(".") and len(word.rstrip(".")) == 1 and _has_initial(word[0], thing))
        for word in words
    )


def _has_initial(letter: str, thing: Thing) -> bool:
    return any(word.startswith(letter) for word in thing.words)


def _keys(mention: Named) -> list[str]:
    name = plain(mention.text)
    kind = "place" if mention.label in _PLACES else mention.label
    keys = [f"{kind}:{name.casefold()}"]
    if has_article(name):
        keys.append(f"{kind}:{fold(name)}")
    if mention.thing is not None:
        keys.append(f"thing:{mention.thing}")
    return keys


def _content_words(text: str, gazetteer: Gazetteer) -> frozenset[str]:
    """The words of an organisation's name that tell it from others: nationalities as countries, acronyms spelt out."""
    found: set[str] = set()
    words = [part for word in _WORD.findall(text) for part in _parts(word, gazetteer)]
    governs = len(words) > 1 and words[-1] in _GOVERNMENTS
    for word in words:
        key = plain(word).removesuffix("'s")
        low = key.casefold()
        if low in _SMALL:
            continue
        country = gazetteer.demonyms.get(key) or (gazetteer.seats.get(key) if governs else None)
        known = gazetteer.names.get(key)
        if country is not None:
            found.add(country.casefold())
        elif known is not None and known.label in ("GPE", "ORG") and known.sure and len(words) > 1:
            found |= {w.casefold() for w in known.thing.split() if w.casefold() not in _SMALL}
        else:
            found |= {w for w in [_SAME_HEAD.get(low, low)] if w}
    return frozenset(found)


def _parts(word: str, gazetteer: Gazetteer) -> list[str]:
    """The parts "US" and "led" of "US-led"; other words are whole."""
    first, dash, rest = word.partition("-")
    return [first, rest] if dash and rest and plain(first) in gazetteer.lands else [word]


def _head(text: str) -> str:
    """The noun that tells what kind of body a name names: "ministry" in "Ministry of X" and in "X Ministry"."""
    words = [word.casefold() for word in _WORD.findall(text)]
    stop = next((n for n, word in enumerate(words) if n and word in ("of", "for", "on", "to")), len(words))
    word = words[stop - 1] if words else ""
    return _SAME_HEAD.get(word, word)


def _abbreviates(acronym: str, thing: Thing) -> bool:
    for text in dict.fromkeys(thing.texts):
        words = _WORD.findall(text)
        if len(words) < 2:
            continue
        capitals = "".join(w[0] for w in words if w[0].isupper())
        initials = "".join(w[0] for w in words if w.lower() not in ("the", "of", "for", "and"))
        if acronym in (capitals, initials.upper(), "".join(w[0] for w in words).upper()):
            return True
    return False


def _fullness(text: str, label: str) -> int:
    """How full a name is: the number of its words; for lands an acronym counts for nothing."""
    if label == "NORP":
        return 0
    return sum(1 for word in _WORD.findall(text) if not (label == "GPE" and len(word) < 5 and word.isupper()))
