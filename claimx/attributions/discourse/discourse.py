"""Who is meant by each mention of an article: names, nouns and pronouns resolved from left to right."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from claimx.attributions.discourse.definiteness import nations_of
from claimx.attributions.discourse.descriptions import named_referents
from claimx.attributions.discourse.groups import name_group, with_groups
from claimx.attributions.discourse.kinds import Gender, Roles
from claimx.attributions.discourse.nouns import resolve_anybody, resolve_noun
from claimx.attributions.discourse.offices import office_before
from claimx.attributions.discourse.pronouns import resolve_pronoun
from claimx.attributions.discourse.referents import Mention, Referent, mentions_of, pronoun_features
from claimx.attributions.discourse.relations import Relations, note_named
from claimx.records import Entity, Span, Zone

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

#: How many sentences, headline and all, tell what an article is about.
OPENING = 3
#: How often a person must be named whom an article is about.
OFTEN_NAMED = 3
#: How many of an article's places are weighed that are not near: the first and whatever could rival it.
_MATTERING = 3
#: How many words before a name may be its bearer's title.
TITLE_WORDS = 12
#: A stretch between quotation marks with fewer tokens is no speech, but a title or a word at a distance.
SPOKEN = 4
_PAIRS = {"“": "”", '"': '"', "«": "»", "„": "“"}


class Discourse:
    """All mentions of an article, each with its referent where one could be found.

    ``mentions`` are in text order; ``by_token`` leads from the index of a mention's head to the mention.
    """

    def __init__(
        self, doc: Parse, text: str, entities: Sequence[Entity], roles: Roles, zones: Sequence[Zone] = ()
    ) -> None:
        self.doc = doc
        self.roles = roles
        self._unread = [zone.span for zone in zones if not zone.is_read]
        self._titles_at = [zone.span for zone in zones if zone.kind == "title"]
        entities = [entity for entity in entities if not _lies_in(entity.span.start, self._unread)]
        self.named = named_referents(doc, entities, roles)
        quoted = quoted_tokens(doc, text)
        self._speakers = quotation_speakers(doc, quoted)
        mentions = mentions_of(doc, entities, self.named, roles, quoted)
        self.mentions = with_groups([m for m in mentions if not _lies_in(m.head.idx, self._unread)])
        self.by_token: dict[int, Mention] = {}
        self._names = {i: m for m in self.mentions if m.kind == "name" for i in range(m.start, m.end)}
        self._titles = {i: m for m in self.mentions if m.kind == "name" for i in self._titles_of(m)}
        self._heads = [mention.head.i for mention in self.mentions]
        self._offsets = [mention.head.idx for mention in self.mentions]
        self.topic = self._topic()
        self.relations = Relations(roles)
        self._places: dict[str, list[Referent]] = {}
        self._main: dict[Gender | None, Referent | None] = {}
        self._resolve()

    def _titles_of(self, mention: Mention) -> list[int]:
        """The nouns that stand as titles before a name, of a person only."""
        if mention.referent is None or mention.referent.kind != "person":
            return []
        office = office_before(self.doc, mention.start, self.roles, self.name_at)
        return [*_titles(self.doc, mention, self.roles), *([office.i] if office is not None else [])]

    def _topic(self) -> Referent | None:
        """The body that the article is about: of those named in its first sentences the one that is named most."""
        opening = {m.referent: None for m in self.mentions if m.sentence < OPENING and m.kind == "name" and not m.aside}
        bodies = [r for r in opening if r is not None and r.kind == "organization" and r.names > 1]
        bodies.sort(key=lambda r: -r.names)
        return bodies[0] if bodies and (len(bodies) == 1 or bodies[0].names > bodies[1].names) else None

    def main_person(self, pronoun: Token) -> Referent | None:
        """The person of a pronoun's gender whom the article is about: far oftener named than the next one."""
        gender = pronoun_features(pronoun)[1]
        if gender not in self._main:
            persons = [r for r in self.named.values() if r.kind == "person" and r.told_gender in (gender, None)]
            persons.sort(key=lambda r: -r.names)
            often = persons[:1] if persons and persons[0].names >= OFTEN_NAMED else []
            alone = len(persons) == 1 or (len(persons) > 1 and persons[0].names >= 2 * persons[1].names)
            self._main[gender] = often[0] if often and alone else None
        return self._main[gender]

    def _resolve(self) -> None:
        speaker: Referent | None = None
        for number, mention in enumerate(self.mentions):
            history = self.mentions[:number] if number < 200 else self.mentions[number - 200 : number]
            if mention.kind == "several":
                name_group(mention)
                continue
            self.by_token[mention.head.i] = mention
            if mention.kind == "name":
                note_named(mention, self)
            elif mention.kind == "noun":
                mention.referent = resolve_noun(mention, history, self)
            elif mention.kind == "pronoun":
                last = speaker if speaks(mention.head) else None
                never = self.speaker_at(mention.head)
                topic = self.main_person(mention.head)
                mention.referent = resolve_pronoun(mention, history, speaker=last, never=never, topic=topic)
            if mention.referent is not None and not mention.quoted and speaks(mention.head):
                speaker = mention.referent

    def speaker_at(self, token: Token) -> Referent | None:
        """Who speaks the quotation that a token stands in; "I" there, and nobody else's "he"."""
        subject = self._speakers.get(token.i)
        speaking = self.at(subject) if subject is not None else None
        return speaking.referent if speaking else None

    def before(self, token_index: int) -> list[Mention]:
        """The mentions whose heads stand before a token, the last 200 of them."""
        stop = bisect_left(self._heads, token_index)
        return self.mentions[max(0, stop - 200) : stop]

    def named_in(self, spans: Sequence[Span]) -> set[Referent | None]:
        """What is called by its name inside of some text; nobody calls himself so in what he says."""
        found: set[Referent | None] = set()
        for start, end in spans:
            first, last = bisect_left(self._offsets, start), bisect_left(self._offsets, end)
            found |= {mention.referent for mention in self.mentions[first:last] if mention.kind == "name"}
        return found

    def at(self, token: Token) -> Mention | None:
        """The mention that a token is the head of, or that it is part of as a name or as a title before one."""
        return self._names.get(token.i) or self.by_token.get(token.i) or self._titles.get(token.i)

    def places_called(self, lemma: str) -> Sequence[Referent]:
        """The named places that a noun can mean, the one that is named most first; no more than can matter."""
        if lemma not in self._places:
            places = [r for r in self.named.values() if r.kind == "place" and r.name and lemma in r.nouns]
            self._places[lemma] = sorted(places, key=lambda r: -r.names)[:_MATTERING]
        return self._places[lemma]

    def in_title(self, token: Token) -> bool:
        """Whether a token stands in the article's headline."""
        return _lies_in(token.idx, self._titles_at)

    def somebody(self, mention: Mention) -> Referent | None:
        """The person whom a mention means that fits anybody ("the Spaniard", "the 44-year-old"), if one is salient."""
        return resolve_anybody(mention, self.before(mention.head.i), None, nations_of(mention.head, self.roles))

    def titled(self, token: Token) -> Referent | None:
        """The person before whose name a noun stands as a title: "referee Joel Aguilar"."""
        mention = self._titles.get(token.i)
        return mention.referent if mention else None

    def name_at(self, token: Token) -> Referent | None:
        """The named thing that a token is part of the name of."""
        mention = self._names.get(token.i)
        return mention.referent if mention else None


def _lies_in(offset: int, spans: Sequence[Span]) -> bool:
    """Whether an offset lies in one of some spans, which are in text order and do not overlap."""
    place = bisect_left(spans, offset + 1, key=lambda span: span.end)
    return place < len(spans) and spans[place].start <= offset


def _titles(doc: Parse, mention: Mention, roles: Roles) -> list[int]:
    """The nouns for people that stand as titles before a person's name: "referee Joel Aguilar"."""
    found: list[int] = []
    for place in range(mention.start - 1, max(-1, mention.start - 1 - TITLE_WORDS), -1):
        if doc[place + 1].is_sent_start or doc[place].pos not in ("NOUN", "PROPN", "ADJ"):
            break
        if roles.person(doc[place].lemma.lower()):
            found.append(place)
    return found


def speaks(token: Token) -> bool:
    """Whether a token is the subject of a verb that takes a clause or a quotation."""
    return token.dep == "nsubj" and any(child.dep in ("ccomp", "parataxis") for child in token.head.children)


def quotation_speakers(doc: Parse, quoted: Sequence[bool]) -> dict[int, Token]:
    """For each token between quotation marks, the subject of the verb outside that the quotation hangs on."""
    found: dict[int, Token] = {}
    for inside, tokens in groupby(range(len(doc)), key=quoted.__getitem__):
        run = list(tokens)
        if not inside or len(run) < SPOKEN:
            continue
        verbs = dict.fromkeys(doc[i].head.i for i in run if not quoted[doc[i].head.i])
        subjects = (child for verb in verbs for child in doc[verb].children if child.dep == "nsubj")
        subject = next((child for child in subjects if not quoted[child.i]), None)
        if subject is not None:
            found.update(dict.fromkeys(run, subject))
    return found


def quoted_tokens(doc: Parse, text: str) -> list[bool]:
    """Whether each token stands between double quotation marks; a paragraph's end closes them."""
    quoted = [False] * len(doc)
    closing: str | None = None
    for token in doc:
        if token.i and "\n" in text[doc[token.i - 1].idx : token.idx]:
            closing = None
        if closing is None and token.text in _PAIRS:
            closing = _PAIRS[token.text]
        elif closing is not None and token.text == closing:
            closing = None
        quoted[token.i] = closing is not None
    return quoted
