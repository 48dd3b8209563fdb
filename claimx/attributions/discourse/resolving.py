"""An article is read from left to right: each mention is resolved with what was told before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claimx.attributions.discourse.authors import author_of, letters_of
from claimx.attributions.discourse.descriptions import describe
from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.groups import resolve_group
from claimx.attributions.discourse.history import History
from claimx.attributions.discourse.mentions import add_groups, find_mentions
from claimx.attributions.discourse.named import named_referents
from claimx.attributions.discourse.nouns import resolve_noun
from claimx.attributions.discourse.offices import find_offices
from claimx.attributions.discourse.pronouns import SPEAKERS, asked_by, can_mean, resolve_pronoun
from claimx.attributions.discourse.quoting import (
    is_reported_itself,
    is_reporting_subject,
    quotation_speakers,
    quoted_rows,
)
from claimx.attributions.discourse.referents import Mention, Referent
from claimx.attributions.discourse.relations import note_relations_of_name
from claimx.attributions.discourse.trials import note_parts_in_trials
from claimx.grammar import word_classes
from claimx.lexicons.nouns import Gender, person_noun, third_person_pronouns
from claimx.reading import Reading
from claimx.records import Entity, Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

#: How many sentences, headline and all, tell what an article is about.
OPENING = 3
#: How often a person must be named whom an article is about, and how many times as often as the next one.
OFTEN_NAMED, OFTENER = 3, 2
#: How many words before a name may be its bearer's title.
TITLE_WORDS = 12
_IN_TITLE = word_classes.NOUNS | {word_classes.ADJECTIVE}


def read_discourse(reading: Reading, entities: Sequence[Entity]) -> Discourse:
    """Read whom an article talks about.

    Args:
        reading: the article; whom a dateline, byline or caption names is nobody that the text speaks of.
        entities: what it names, in text order.
    """
    doc, quotations = reading.doc, reading.layout.quotations
    unread = [zone.span for zone in reading.zones if not zone.is_read]
    entities = [entity for entity in entities if not _lies_in(entity.span.start, unread)]
    named = named_referents(entities)
    spans = [(doc.char_span(*entity.span, alignment_mode="expand"), named[entity.id]) for entity in entities]
    names = [(span, referent) for span, referent in spans if span is not None]
    offices = find_offices(doc, names)
    describe(doc, names, offices)
    note_parts_in_trials(names)
    quoted = quoted_rows(doc, quotations)
    mentions = [m for m in find_mentions(doc, names, quoted) if not unread or not _lies_in(m.head.idx, unread)]
    by_name = {row: m for m in mentions if m.kind == "name" for row in range(m.start, m.end)}
    discourse = Discourse(
        doc=doc,
        named=named,
        mentions=add_groups(mentions),
        by_name=by_name,
        by_head={mention.head.i: mention for mention in mentions},
        by_title=_titles(doc, mentions, offices),
        speakers=quotation_speakers(doc, quotations, quoted),
        topic=_topic(mentions),
        main_persons={gender: _main_person(named, gender) for gender in ("f", "m", None)},
        author=author_of(reading, mentions),
        letters=letters_of(reading, mentions),
        quoted=quoted,
        headlines=[zone.span for zone in reading.zones if zone.kind == "title"],
    )
    _resolve(discourse)
    return discourse


def _lies_in(offset: int, spans: Sequence[Span]) -> bool:
    """Whether an offset lies in one of some spans, which are in text order and do not overlap."""
    place = bisect_left(spans, offset + 1, key=lambda span: span.end)
    return place < len(spans) and spans[place].start <= offset


def _titles(doc: Parse, mentions: Sequence[Mention], offices: Mapping[int, Token]) -> dict[int, Mention]:
    """By the row of a noun that stands as a title before a person's name, the mention by that name."""
    found: dict[int, Mention] = {}
    for mention in mentions:
        if mention.kind == "name" and mention.referent is not None and mention.referent.kind == "person":
            found.update(dict.fromkeys(_title_rows(doc, mention), mention))
            if mention.start in offices:
                found[offices[mention.start].i] = mention
    return found


def _title_rows(doc: Parse, mention: Mention) -> list[int]:
    """The nouns for people that stand right before a person's name: "referee Joel Aguilar"."""
    found: list[int] = []
    tokens = doc.tokens
    for row in range(mention.start - 1, max(-1, mention.start - 1 - TITLE_WORDS), -1):
        if tokens[row + 1].is_sent_start or tokens[row].pos not in _IN_TITLE:
            break
        if person_noun(tokens[row].lemma.lower()):
            found.append(row)
    return found


def _topic(mentions: Sequence[Mention]) -> Referent | None:
    """The body that an article is about: of those named in its first sentences the one that is named most."""
    opening = {m.referent: None for m in mentions if m.kind == "name" and m.sentence < OPENING and not m.is_aside}
    bodies = [r for r in opening if r is not None and r.kind == "organization" and r.times_named > 1]
    bodies.sort(key=lambda body: -body.times_named)
    is_clear = len(bodies) == 1 or (len(bodies) > 1 and bodies[0].times_named > bodies[1].times_named)
    return bodies[0] if is_clear else None


def _main_person(named: Mapping[str, Referent], gender: Gender | None) -> Referent | None:
    """The person of a pronoun's gender whom the article is about: far oftener named than the next one."""
    persons = [r for r in named.values() if r.kind == "person" and r.told_gender in (gender, None)]
    persons.sort(key=lambda person: -person.times_named)
    if not persons or persons[0].times_named < OFTEN_NAMED:
        return None
    is_clear = len(persons) == 1 or persons[0].times_named >= OFTENER * persons[1].times_named
    return persons[0] if is_clear else None


def _resolve(discourse: Discourse) -> None:
    """Decide the referents of all mentions, from left to right."""
    history = History(discourse.named)
    for mention in discourse.mentions:
        if mention.kind == "group":
            resolve_group(mention)
        else:
            _resolve_mention(mention, discourse, history, history.speaker)
            speaks = not mention.quoted and is_reporting_subject(mention.head) and not is_reported_itself(mention.head)
            if mention.referent is not None and speaks:
                history.speaker = mention.referent
        if not _is_nobody_of_headline(mention, discourse):
            history.add(mention)
    _tell_headlines(discourse)


def _is_nobody_of_headline(mention: Mention, discourse: Discourse) -> bool:
    """Whether a headline means a person or body of whom it is not told who it is: no noun of the body means but it."""
    referent = mention.referent
    is_nobody = referent is not None and referent.kind in SPEAKERS and referent.name is None
    return is_nobody and mention.kind == "noun" and discourse.is_in_headline(mention.head)


def _tell_headlines(discourse: Discourse) -> None:
    """Whom headlines mean by nouns ("Star **striker** says …"): the only one whom the body then calls so."""
    nobodies = [mention for mention in discourse.mentions if _is_nobody_of_headline(mention, discourse)]
    for mention in nobodies:
        lemma = mention.head.lemma.lower()
        called = {
            other.referent
            for other in discourse.mentions
            if other.kind == "noun" and other.number == mention.number == "one" and other.head.lemma.lower() == lemma
            if other.referent is not None and not discourse.is_in_headline(other.head)
        }
        one = called.pop() if len(called) == 1 else None
        if one is None or not one.name or one.kind not in SPEAKERS:
            continue
        others = (r for r in discourse.named.values() if r is not one and r.kind == one.kind)
        if not any(noun.rpartition(" ")[2] == lemma for other in others for noun in other.nouns):
            mention.referent = one


def _speaker_around(mention: Mention, discourse: Discourse, last: Referent | None) -> Referent | None:
    """Who speaks the words that a mention stands in: where a pronoun that is yet to come tells it, who spoke last.

    "**Ada Holm** said … “**He** told me,” she said": nobody calls herself "he".
    """
    subject = discourse.speakers.get(mention.head.i)
    if subject is None or subject.i < mention.head.i or subject.lower not in third_person_pronouns():
        return discourse.speaker_at(mention.head)
    return last if last is not None and can_mean(asked_by(subject), last) else None


def _resolve_mention(mention: Mention, discourse: Discourse, history: History, speaker: Referent | None) -> None:
    if mention.kind == "name":
        note_relations_of_name(mention, discourse, history.relations)
    elif mention.kind == "noun":
        mention.referent = resolve_noun(mention, discourse, history)
    else:
        mention.referent = resolve_pronoun(
            mention,
            history.mentions,
            speaker=speaker if is_reporting_subject(mention.head) else None,
            never=_speaker_around(mention, discourse, speaker),
            topic=discourse.main_persons[asked_by(mention.head).gender],
        )
