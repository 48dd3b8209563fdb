"""Whom an article describes before it names him: "A woman who has accused Lund … **Ada Holm**, who says Lund …"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import takewhile
from typing import TYPE_CHECKING

from claimx.attributions.discourse.callings import calling, office_of
from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.mentions import AGED
from claimx.attributions.discourse.person_kinds import is_of_kind
from claimx.attributions.discourse.referents import Kind, Mention, Referent
from claimx.attributions.discourse.told import KIN, told_to_be
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import has_role, objects_of_prepositions
from claimx.grammar.nouns import is_definite
from claimx.lexicons.cues import cue_rows
from claimx.lexicons.nouns import gender_of_noun, noun_of_title, person_noun, synonym_class
from claimx.lexicons.words import word_set

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_OPENING = word_set("names/small_words", "opening_somebody")
_DESCRIBING = word_classes.NOUNS | {word_classes.ADJECTIVE}
_TELLING = word_classes.NOUNS | {word_classes.VERB}
#: How many sentences later the name may stand, and how many telling words of the description must stand with it.
AHEAD, SHARED = 3, 2
#: How long the beginning is that two forms of one word share at least.
STEM = 3
#: How many sentences, headline, byline and dateline among them, an article's first paragraph may close.
FIRST_SENTENCES = 16
#: How many words a full name has at least; how many quoted words, marks and all, are but a fragment.
FULL, FRAGMENT, FEW = 2, 8, 3
#: How many sentences later who is meant by his office alone is named.
SOON = 2
#: How many sentences of the first paragraph may stand before one that leads to somebody; how long a line before that
#: paragraph is at most, how many tokens a piece of a dateline has; how many digits an age has.
LEAD, BYLINE, DATELINE, _DIGITS = 1, 60, 5, 3
#: How many tokens before "old" an age stands: "43 - year - old".
_TO_AGE = 4
_ANYBODY = word_set("names/generic_persons", "anybody")
_COURTESY = word_set("names/generic_persons", "courtesy")
#: Nouns that tell no office of somebody: "Dr Ada Holm", and whoever is on trial.
_NO_OFFICES = {noun_of_title(title) for title in _COURTESY} | word_set("names/trials", "defendants")
_JUDGES = word_set("names/trials", "judges")
_UNTELLING = word_set("names/generic_persons", "untelling")
_UNNAMED = word_set("names/generic_persons", "unnamed_speakers")
_OF_BODIES = word_set("names/generic_persons", "spokespersons")
_DISAGREEING = word_set("reporting/speaking", "disagreeing")


def introduced(mention: Mention, discourse: Discourse) -> Referent | None:
    """The person whom a phrase describes, if the next one to be named is told of in the same words, or not at all.

    After "the" but who speaks: "**Arden's transport minister** said …. “…,” **Karl Lund** told reporters.".

    Args:
        mention: the phrase, for one person.
        discourse: the article.
    """
    head = mention.head
    is_opening = any(child.lower in _OPENING for child in head.children if child.i < head.i)
    if mention.quoted or _is_but_wanted(head) or _is_share(head) or not (is_opening or is_definite(head)):
        return None
    if is_opening and (judge := _judge_of_lead(mention, discourse)) is not None:
        return judge
    if head.lemma.lower() in KIN and (relative := _relative_named(mention, discourse)) is not None:
        return relative
    name = _next_named(mention, discourse)
    if name is None or name.referent is None or name.head.head.lemma.lower() in _DISAGREEING:
        return None
    if head.lemma.lower() in _JUDGES and name.referent.nouns.isdisjoint(_JUDGES):
        return None  # "A judge has told a farmer … Tom Holm, 79, admitted …"
    gender = gender_of_noun(head.lemma.lower())
    if gender is not None and name.referent.told_gender not in (gender, None):
        return None
    if _is_named_at_last(mention, name, discourse):
        return name.referent
    if not is_opening:
        if head.lemma.lower() in _UNTELLING and name.end - name.start < FULL:
            return None  # "the old woman" whom "Robin" answers
        return name.referent if _leads(mention, discourse) and _is_meant_before(mention, name, discourse) else None
    described = _telling(head.doc.tokens[head.left_edge.i : head.right_edge.i + 1])
    told = _telling(name.head.sent)
    shared = [word for word in described if any(_is_alike(word, other) for other in told)]
    return name.referent if len(shared) >= SHARED or _is_led_to(mention, name, discourse) else None


def _is_but_wanted(head: Token) -> bool:
    """Whether somebody does nothing yet: "they demand that **the mayor** come and explain"."""
    verb = head.head
    is_bare = verb.tag == word_classes.BASE and head.dep in roles.SUBJECTS
    return is_bare and not any(child.pos == word_classes.AUXILIARY for child in verb.children)


def _is_share(head: Token) -> bool:
    """Whether "one" tells how many of all: "only one voter **in five**"."""
    return any(token.pos == word_classes.NUMERAL for token in objects_of_prepositions(head, ("in",)))


def _relative_named(mention: Mention, discourse: Discourse) -> Referent | None:
    """The relative who speaks and is then quoted by name: "**Her husband** doubts it. “It leaks,” **Omar** says"."""
    place = bisect_right(discourse.mentions, mention.head.i, key=lambda other: other.head.i)
    gender = gender_of_noun(mention.head.lemma.lower())
    known = {m.referent for m in discourse.mentions[:place] if m.kind == "name" and not m.quoted}
    if not has_role(mention.head, roles.POSSESSOR) or not _reports(mention.head):
        return None
    for other in discourse.mentions[place:]:
        if "\n" in discourse.doc.text[mention.head.idx : other.head.idx] or other.sentence > mention.sentence + SOON:
            return None
        if not _is_another_person(other):
            continue
        one = other.referent
        if other.kind != "name" or one is None or one in known or told_to_be(one) or not _reports(other.head):
            return None
        fits = one.told_gender in (gender, None) and _quotes(other.head.sent, discourse, FEW)
        return one if fits and other.sentence > mention.sentence else None
    return None


def _judge_of_lead(mention: Mention, discourse: Discourse) -> Referent | None:
    """The only judge of an article whose first sentence tells of one: "**A judge** has told … Judge Holm said …"."""
    called = calling(mention.head)
    if called not in _JUDGES or not _leads(mention, discourse):
        return None
    judges = [one for one in discourse.named.values() if one.kind == "person" and one.nouns & _JUDGES]
    if len(judges) != 1 or called not in judges[0].nouns:
        return None
    is_told_before = any(other.referent is judges[0] for other in discourse.before(mention.head))
    return judges[0] if not is_told_before else None


def introduced_body(mention: Mention, discourse: Discourse) -> Referent | None:
    """The body that opens an article as something new, if the next one that acts has no name for another kind of body.

    "A drivers' union has called a strike. **The RDW** said …"; of "a panel ruled" none but a panel is meant, and
    of "the panel ruled".

    Args:
        mention: the phrase, for one body.
        discourse: the article.
    """
    before = mention.head.doc.tokens[mention.start : mention.head.i]
    is_opening = any(token.lower in _OPENING for token in before)
    if mention.role != "subject" or not (is_opening or is_definite(mention.head)) or not _leads(mention, discourse):
        return None
    named = _next_named(mention, discourse, "organization")
    body, lemma = named.referent if named is not None else None, mention.head.lemma.lower()
    is_such = body is not None and (lemma in body.nouns | body.head_words or (is_opening and not body.nouns))
    return body if is_such else None


def _is_named_at_last(mention: Mention, name: Mention, discourse: Discourse) -> bool:
    """Whether somebody says something, and is then quoted by a full name of which nothing tells whose it is.

    "**A nurse at the clinic** said wards were shut. “We sleep in the hall,” **Ada Holm** told reporters." Below a
    headline who is named at the start of the next paragraph need not be quoted.
    Aides and sources stay without a name, spokesmen beyond a paragraph.
    """
    referent = name.referent
    text = discourse.doc.text[mention.head.idx : name.head.idx]
    lemma, is_quoted = mention.head.lemma.lower(), "\n" not in text and _quotes(name.head.sent, discourse, FEW)
    if lemma in _UNNAMED and not (lemma in _OF_BODIES and is_quoted):
        return False
    office = office_of(calling(mention.head))  # of a barrister that of a lawyer
    if referent is None or not _stands_alone(name, office):
        return False
    if {office_of(noun) for noun in referent.nouns - _NO_OFFICES} - {office}:
        return False
    if not (_reports(mention.head) and _reports(name.head)) or _quotes(mention.head.sent, discourse):
        return False
    if not _quotes(name.head.sent, discourse) and "\n" in text and not _leads(mention, discourse):
        return False
    place = bisect_right(discourse.mentions, mention.head.i, key=lambda other: other.head.i)
    between = takewhile(lambda other: other is not name, discourse.mentions[place:])
    inside = name.start if name.head.head.dep == roles.CONJUNCT else name.head.sent.start  # before it is what he says
    return not any(_is_another_person(other) for other in between if other.head.i < inside)


def _stands_alone(name: Mention, office: str) -> bool:
    """Whether a full name has nothing by it that tells who bears it; an age, "Ms" or the office before it do not."""
    if name.end - name.start < FULL:
        return False
    tokens, row = name.head.doc.tokens, name.start - 1
    while row >= 0 and (tokens[row].text.removesuffix(".") in _COURTESY or office_of(tokens[row].lower) == office):
        row -= 1
    if row >= 0 and tokens[row].pos in _DESCRIBING:
        return False
    behind = [child for child in name.head.children if child.i >= name.end and child.dep != roles.PUNCTUATION]
    is_bare = all(child.lemma.lower() in cue_rows() for child in behind)  # "said Ada Holm, **adding** that …"
    return is_bare or bool(_age_behind(name))


def _is_explained(name: Mention) -> bool:
    """Whether brackets behind a name tell whose it is: "Ada Holm (**farmers' union**)"."""
    tokens = name.head.doc.tokens
    return name.end + 1 < len(tokens) and tokens[name.end].text == "(" and tokens[name.end + 1].pos in _DESCRIBING


def _reports(head: Token) -> bool:
    """Whether a word is the subject of a verb of saying, or of several verbs among which there is one."""
    verbs = (head.head, *head.head.conjuncts) if head.dep in roles.SUBJECTS else ()
    return any(verb.lemma.lower() in cue_rows() for verb in verbs)


def _quotes(sentence: Iterable[Token], discourse: Discourse, fragment: int = FRAGMENT) -> bool:
    """Whether more than a few words of a sentence are quoted."""
    return sum(token.i in discourse.quoted for token in sentence) > fragment


def _is_another_person(mention: Mention) -> bool:
    """Whether a name or noun outside of what is quoted is of somebody who says something, or of a person who acts."""
    if mention.quoted or mention.role != "subject" or mention.number == "many":
        return False
    if mention.kind == "noun":
        return _reports(mention.head) or person_noun(mention.head.lemma.lower()) is not None
    return mention.kind == "name" and mention.referent is not None and mention.referent.kind == "person"


def _is_led_to(mention: Mention, name: Mention, discourse: Discourse) -> bool:
    """Whether the first sentence tells of somebody whom the article then names with his age or by the same noun.

    "**A grandfather** has chased off a burglar. **Tom Holm**, 79, was in his kitchen." Who is told to be something
    else, such as the officer who looks into it, is not meant, nor is anybody where a second one is described before.
    """
    lemma, person = mention.head.lemma.lower(), name.referent
    if person is None or mention.role != "subject" or not _leads(mention, discourse):
        return False
    if _describes_another(mention, name, discourse):
        return False
    nouns = {noun.rpartition(" ")[2] for noun in person.nouns}
    if (
        lemma in nouns
        or is_of_kind(person, lemma)
        or any(synonym_class(n) == synonym_class(lemma) for n in nouns if synonym_class(n))
    ):
        return True
    if nouns - {lemma} and not nouns <= _ANYBODY:
        return False
    return bool(_age_behind(name)) or lemma in _telling(name.head.sent)


def _is_meant_before(mention: Mention, name: Mention, discourse: Discourse) -> bool:
    """Whether the first sentence tells the office of somebody who is named next, with it or with nothing else."""
    if mention.role != "subject" or name.referent is None:
        return False
    if name.sentence > mention.sentence + SOON:
        return False
    nouns = name.referent.nouns - _NO_OFFICES
    if calling(mention.head) in nouns:
        return True
    is_new = not nouns and name.end - name.start >= FULL and not _is_explained(name)
    return is_new and not _describes_another(mention, name, discourse)


def _leads(mention: Mention, discourse: Discourse) -> bool:
    """Whether a mention stands in one of the first sentences of an article's first paragraph."""
    if mention.sentence > FIRST_SENTENCES:
        return False
    text = discourse.doc.text
    begin = max((span.end for span in discourse.headlines if span.end <= mention.head.idx), default=0)
    *lines, last = text[begin : mention.head.idx].split("\n")
    if any(len(line) > BYLINE for line in lines):
        return False
    sentences = discourse.doc.sents[: mention.sentence]
    within = [one for one in sentences if one[0].idx >= mention.head.idx - len(last) and len(one) > DATELINE]
    return len(within) <= LEAD


def _describes_another(mention: Mention, name: Mention, discourse: Discourse) -> bool:
    """Whether another person without a name is subject in a description's sentence or between it and a name."""
    place = bisect_left(discourse.mentions, mention.head.sent.start, key=lambda other: other.head.i)
    for other in discourse.mentions[place:]:
        if other.head.i >= name.head.i:
            return False
        if other.head.i == mention.head.i:
            continue
        if other.kind == "noun" and other.role == "subject" and other.number == "one" and not other.quoted:
            opens = any(child.lower in _OPENING for child in other.head.children if child.i < other.head.i)
            if opens and person_noun(other.head.lemma.lower()) is not None:
                return True
    return False


def _age_behind(name: Mention) -> str:
    """The age that follows a name: "Ada Holm, **79**,"; nothing where none does."""
    tokens, row = name.head.doc.tokens, name.end + 1
    is_told = row < len(tokens) and tokens[row - 1].text == "," and tokens[row].text.isdigit()
    return tokens[row].text if is_told and len(tokens[row]) <= _DIGITS else ""


def of_told_age(noun: Token, discourse: Discourse) -> Referent | None:
    """The only person so far of the age that goes with a noun: "the **43-year-old** baker" after "Ada Holm, 43"."""
    old = next((word for word in (noun, *noun.lefts) if word.lower == AGED and word.i > _TO_AGE), None)
    age = old.nbor(-_TO_AGE).text if old is not None else None
    named = (m for m in discourse.before(noun) if m.kind == "name" and _age_behind(m) == age)
    persons = {m.referent for m in named if m.referent is not None and m.referent.kind == "person"}
    return persons.pop() if len(persons) == 1 else None


def _next_named(mention: Mention, discourse: Discourse, kind: Kind = "person") -> Mention | None:
    """The next subject by name who was not named before, outside of what is quoted."""
    place = bisect_right(discourse.mentions, mention.head.i, key=lambda other: other.head.i)
    before = {other.referent for other in discourse.mentions[:place] if other.kind == "name"}
    for other in discourse.mentions[place:]:
        if other.sentence > mention.sentence + AHEAD:
            return None
        referent = other.referent
        if other.kind != "name" or referent is None or referent.kind != kind or referent in before:
            continue
        is_told = other.role == "subject" or (bool(_age_behind(other)) and _leads(mention, discourse))
        if other.sentence > mention.sentence and is_told and not other.quoted:
            return other
        before.add(referent)
    return None


def _is_alike(word: str, other: str) -> bool:
    """Whether two words are one, or one a form of the other ("rob", "robbery")."""
    short, long = sorted((word, other), key=len)
    return word == other or (len(short) >= STEM and long.startswith(short))


def _telling(words: Iterable[Token]) -> set[str]:
    """The nouns, names and verbs among some words, singular."""
    return {token.lemma.lower().removesuffix("s") for token in words if token.pos in _TELLING}
