"""Which mentions name the same thing.

Surnames belong to full names, acronyms to what they abbreviate, short forms of an organisation's name ("the Foreign
Ministry") to the longer form that has all their words ("the Syrian Ministry of Foreign Affairs and Expatriates").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimx.lexicons.known_names import Gazetteer, fold, has_article, strip_article
from claimx.lexicons.names import plain
from claimx.lexicons.words import word_set
from claimx.mentions.names.name_forms import (
    SAME_HEAD,
    WORD,
    acronyms_of,
    content_words,
    head_of,
)
from claimx.mentions.names.things import NamedMention, Thing

#: Alone they are short for names that begin with them: "the House", but for no "White House".
_OPENING_HEADS = word_set("names/name_parts", "heads_that_open")
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_PARTICLES = word_set("names/small_words", "particles")
_SUFFIXES = word_set("names/name_parts", "generational_suffixes")
#: How many words a name has at least that may end in two surnames.
_WITH_TWO_SURNAMES = 3


def group_mentions(
    mentions: Sequence[NamedMention], explicit: Iterable[tuple[int, int]], gazetteer: Gazetteer
) -> list[Thing]:
    """Group the mentions of an article by the thing they name.

    Args:
        mentions: all mentions, in text order.
        explicit: pairs (full name, acronym or other name) that the article itself equates: "… (OPCW)".
        gazetteer: for other names of known things.

    Returns:
        The things in the order of their first mentions.
    """
    groups = _Groups(gazetteer, mentions)
    # full names first, so that a surname before its full name ("Ruiz …. Ana Ruiz …") finds it, too
    order = sorted(range(len(mentions)), key=lambda n: (-_length(mentions[n]), n))
    others: dict[int, list[int]] = {}
    for full, short in explicit:
        others.setdefault(full, []).append(short)
    shorts = {short for known in others.values() for short in known}
    for number in (n for n in order if n not in shorts):
        groups.add(number, mentions[number], None)
        for short in others.get(number, ()):
            groups.add(short, mentions[short], groups.of[number])
    things = groups.things
    for thing in things:
        pairs = sorted(zip(thing.mentions, thing.texts, strict=True))
        thing.mentions, thing.texts = [n for n, _ in pairs], [text for _, text in pairs]
    return sorted(things, key=lambda thing: thing.mentions[0])


def _length(mention: NamedMention) -> int:
    """The number of words of a name, spelt out where it is a known acronym."""
    spelt = mention.thing if mention.label == "ORG" and mention.thing is not None else ""
    return max(len(WORD.findall(mention.text)), len(WORD.findall(spelt)))


class _Groups:
    def __init__(self, gazetteer: Gazetteer, mentions: Sequence[NamedMention]) -> None:
        self.gazetteer = gazetteer
        # "Mr Obama" tells of every bare "Obama" that it is no woman's name here
        titled = {(m.text, gazetteer.gender_of_title(m.title)) for m in mentions if m.label == "PERSON"}
        self.genders: dict[str, set[str]] = {}
        for text, gender in titled:
            if gender is not None:
                self.genders.setdefault(text, set()).add(gender)
        self.things: list[Thing] = []
        self.lands = {land.casefold() for land in gazetteer.countries}
        self.of: dict[int, Thing] = {}
        self.by_key: dict[str, Thing] = {}
        self.by_last: dict[str, list[Thing]] = {}
        # persons by a word that they are looked up by and any word: of thousands of one surname few are compared
        self.by_both: dict[tuple[str, str], list[Thing]] = {}
        self.by_middle: dict[str, list[Thing]] = {}
        self.by_acronym: dict[str, dict[Thing, None]] = {}

    def add(self, number: int, mention: NamedMention, equal: Thing | None) -> None:
        keys = _keys(mention, self._gender_of_title(mention))
        thing = equal or next((self.by_key[key] for key in keys if key in self.by_key), None)
        if thing is None:
            thing = self._partial(number, mention)
        if thing is None:
            thing = self._new(mention)
            self.things.append(thing)
            for word in _index_words(mention, thing):
                self.by_last.setdefault(word, []).append(thing)
                if mention.label == "PERSON":
                    for other in thing.words:
                        self.by_both.setdefault((word, other), []).append(thing)
            if (surname := self._first_surname(mention)) is not None:
                self.by_middle.setdefault(surname, []).append(thing)
        for key in keys:
            self.by_key.setdefault(key, thing)
        for acronym in acronyms_of(mention.text):
            self.by_acronym.setdefault(acronym, {})[thing] = None
        thing.add(number, mention)
        self.of[number] = thing

    def _first_surname(self, mention: NamedMention) -> str | None:
        """The first of two surnames, by which alone somebody may be called: "Ada **Ruiz** Lund"."""
        words = plain(mention.text).split()
        if mention.label != "PERSON" or len(words) < _WITH_TWO_SURNAMES:
            return None
        word = words[-2]
        is_given = len(word.rstrip(".")) == 1 or self.gazetteer.gender_of_name(word) is not None
        is_surname = word.replace("-", "").isalpha() and not is_given and word.casefold() not in _PARTICLES
        return word.casefold() if is_surname else None

    def _gender_of_title(self, mention: NamedMention) -> str | None:
        """The gender that tells which of two of one surname is meant: "Mr Holm", where there is a Mrs Holm, too."""
        are_two = len(self.genders.get(mention.text, ())) > 1
        return self.gazetteer.gender_of_title(mention.title) if are_two else None

    def _new(self, mention: NamedMention) -> Thing:
        words, heads = content_words(mention.text, self.gazetteer), {head_of(mention.text)}
        known = mention.thing if mention.label == "ORG" and mention.thing is not None else ""
        if " " in known and " " not in mention.text:  # "the Agency" for "IAEA"
            words |= content_words(known, self.gazetteer)
            heads.add(head_of(known))
        thing = Thing(mention.label, words, frozenset(heads), self.gazetteer)
        thing.aside = mention.aside
        if mention.label == "GPE" and mention.thing in self.gazetteer.countries:
            thing.country = mention.thing
        return thing

    def _partial(self, number: int, mention: NamedMention) -> Thing | None:
        if mention.label == "PERSON":
            return self._person(number, mention)
        if mention.label in ("ORG", "FAC", "EVENT", "LAW", "PRODUCT"):
            return self._organization(number, mention)
        unknown = mention.label == "LOC" and mention.thing is None
        if unknown or (mention.label == "GPE" and self.gazetteer.head(mention.text) is not None):
            places = (t for label in ("LOC", "GPE") for t in self._bodies(mention._replace(label=label)))
            return self._nearest(number, list(places)) if " " not in mention.text else None
        return None

    def _person(self, number: int, mention: NamedMention) -> Thing | None:
        words = [w.casefold() for w in plain(mention.text).split() if w.casefold() not in _SUFFIXES]
        if not words:
            return None
        last = strip_article(words[-1])
        full = next((word for word in words[:-1] if len(word.rstrip(".")) > 1), None)
        near = self.by_last.get(last, []) if full is None else self.by_both.get((last, full), [])
        options = [t for t in near if t.label == "PERSON"]
        if len(words) > 1:
            options = [t for t in options if _same_initials(words, t)]
        elif mention.title is None and not any(min(t.mentions) < number for t in options):
            options = [t for t in self.by_middle.get(last, []) if min(t.mentions) < number] or options
        genders = self.genders.get(mention.text, set())
        gender = self.gazetteer.gender_of_title(mention.title) or (next(iter(genders)) if len(genders) == 1 else None)
        if gender is not None:
            options = [t for t in options if self.gazetteer.gender_of_name(t.texts[0]) in (gender, None)]
        if not mention.text.isupper():  # rather than what a headline in capitals makes of a name
            options = [t for t in options if not t.texts[0].isupper()] or options
        # of several with that surname, who was named before, with the same title, and whom the article is about
        if mention.thing is None:  # a ruler is meant by his surname, whoever else of it was named before
            options = [t for t in options if min(t.mentions) < number] or options
        options = [t for t in options if mention.title in t.titles] or options
        return max(options, key=lambda t: (len(t.mentions), -min(t.mentions)), default=None)

    def _organization(self, number: int, mention: NamedMention) -> Thing | None:
        acronym = mention.text.replace(".", "")
        if acronym.isupper() and acronym.isalpha() and 2 <= len(acronym) <= 8:
            options = [t for t in self.by_acronym.get(acronym, ()) if t.label == mention.label]
            return options[0] if len(options) == 1 else None
        options = self._bodies(mention)
        if not options and " " not in mention.text and plain(mention.text) not in self.gazetteer.names:
            # "Pellmoor" for "Pellmoor Homes"
            word = plain(mention.text).casefold()
            options = [t for t in self.by_last.get(word, []) if t.label == "ORG" and self._opens(mention.text, t)]
        if len(options) > 1 and " " not in mention.text and self.gazetteer.head(mention.text) is not None:
            return self._nearest(number, options)
        return options[0] if len(options) == 1 else None

    def _bodies(self, mention: NamedMention) -> list[Thing]:
        """The things that a mention can be a short form of: they have all its words, and its head noun."""
        words, head = content_words(mention.text, self.gazetteer), head_of(mention.text)
        if not words:
            return []
        same = SAME_HEAD.get(head, head)
        lands = self.lands & words
        return [
            t
            for t in self.by_last.get(min(words), [])
            if t.label == mention.label
            and words <= t.words
            and not t.aside
            and (
                head not in _OPENING_HEADS or " " in mention.text or any(x.casefold().startswith(head) for x in t.texts)
            )
            # a "Foreign Office" is a "Foreign Ministry" of the same land only
            and (head in t.heads or (lands and same in {SAME_HEAD.get(h, h) for h in t.heads}))
        ]

    def _nearest(self, number: int, options: Sequence[Thing]) -> Thing | None:
        """Of several things the one that was named last before a mention; in a title, which comes first, the next."""
        before = [(max(n for n in t.mentions if n < number), t) for t in options if min(t.mentions) < number]
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        return min(options, key=lambda t: min(t.mentions), default=None)

    def _opens(self, word: str, thing: Thing) -> bool:
        """Whether a word opens the name of a firm and the like; of a council or university it names the town."""
        names = [plain(text).casefold().split() for text in thing.texts]
        return any(n[0] == plain(word).casefold() and self.gazetteer.can_be_cut(n[-1]) for n in names)


def _index_words(mention: NamedMention, thing: Thing) -> Iterable[str]:
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


def _keys(mention: NamedMention, gender: str | None = None) -> list[str]:
    name = plain(mention.text)
    kind = "place" if mention.label in _PLACES else mention.label
    if gender is not None:
        return [f"{kind}:{gender}:{name.casefold()}"]
    keys = [f"{kind}:{name.casefold()}"]
    if has_article(name):
        keys.append(f"{kind}:{fold(name)}")
    if mention.thing is not None:
        keys.append(f"thing:{mention.thing}")
    return keys
