"""Nouns that say something: "the union's warning that …", "the rumour spread by X that …", "a study showing that …"."""

from __future__ import annotations

from claimx.attributions.circumstances import is_animate
from claimx.attributions.rules.constructions import Construction, CueSite, Words, speaker_span, trimmed
from claimx.attributions.statement import Rule
from claimx.grammar import roles, word_classes
from claimx.grammar.predicates import kinds_of
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_words
from claimx.lexicons.nouns import is_document_noun
from claimx.records import Span

#: Forms of a sentence's main verb; taggers take "drew" for a participle.
_MAIN = word_classes.TENSED | {word_classes.PARTICIPLE}
#: Words between a noun and the clause that tells what it says: "the lie spread by the premier and his party | that".
_FARTHEST = 12


def owner_of(noun: Token) -> Token | None:
    """Whose words a noun of saying means: "**the bank**'s warning", "the claim made by **the firm**"."""
    owner = noun.child(roles.POSSESSOR)
    if owner is not None:
        return owner
    made = (child for child in noun.children if child.dep == roles.NOUN_CLAUSE and child.tag == word_classes.PARTICIPLE)
    by = next((agent for verb in made if (agent := verb.child(roles.AGENT)) is not None), None)
    links = (c for c in noun.children if c.dep in (roles.PREPOSITION, roles.AGENT) and c.lower in cue_words("by"))
    link = by or next(links, None)
    return link.child(roles.PREPOSITION_OBJECT) if link is not None else None


def _noun_that(site: CueSite) -> Words | None:
    """The clause with "that" behind a noun of saying, where the text tells whose words it is."""
    noun = site.token
    is_noun = "clause" in site.row.frames and noun.pos == word_classes.NOUN
    verb = _carrier(noun) if is_noun and site.row.act == "assertive" else None
    owner = owner_of(noun) if is_noun else None
    if owner is None and verb is not None:
        owner = verb.child(roles.SUBJECT) or (verb.head.child(roles.SUBJECT) if verb.dep == roles.CONJUNCT else None)
    clause = _that_clause(noun, owner) if owner is not None else None
    if owner is None or clause is None or owner.lower in cue_words("pointing_subjects"):
        return None
    first = min(word.idx for word in clause.subtree if word.lower == "that")
    speaker = speaker_span(owner, site.text)
    if speaker.start < first < speaker.end:  # the parse hangs what is said on who says it
        speaker = Span(speaker.start, trimmed([Span(speaker.start, first)], site.text)[0].end)
    cue = Span(verb.idx if verb is not None and owner.i < verb.i else noun.idx, noun.end)
    return Words((speaker,), (cue,), trimmed([Span(first, _end_of(clause, noun))], site.text))


def _carrier(noun: Token) -> Token | None:
    """The empty verb that a noun of saying stands at: "**came** to the conclusion", "**issued** a warning"."""
    link = noun.head if noun.dep == roles.PREPOSITION_OBJECT else noun
    verb = link.head
    kinds = kinds_of(verb.lemma)
    is_empty = "light" in kinds and "raising" not in kinds  # not "they have evidence that …"
    is_carried = noun.dep in roles.OBJECTS or link.dep == roles.PREPOSITION
    return verb if is_empty and is_carried and verb.i < noun.i else None


def _that_clause(noun: Token, owner: Token) -> Token | None:
    """The verb of the clause that tells what a noun says: its "that" is no pronoun, and stands behind noun and owner.

    Parsers hang it on the noun, on another one before it or on the participle between.
    """
    first = max(noun.i, owner.i) + 1
    for token in noun.doc[first : min(first + _FARTHEST, noun.sent.end)]:
        if token.lower == "that":
            verb = token.head if token.head.pos in word_classes.VERBS else token.head.head
            is_told = _is_whole(verb, token) or (is_animate(owner) and _has_subject_behind(verb, token))
            return verb if verb.i > token.i and is_told else None
        if token.pos in word_classes.VERBS and token.dep != roles.NOUN_CLAUSE:
            return None
    return None


def _end_of(clause: Token, noun: Token) -> int:
    """Where a clause ends; where the parse knows no verb for the noun itself, before the next one that could be it."""
    if noun.dep != roles.ROOT:
        return clause.right_edge.end
    after = clause.doc[clause.i + 1 : clause.right_edge.i + 1]
    main = next((t for t in after if t.tag in _MAIN and t.child(*roles.AUXILIARIES) is None), None)
    return main.nbor(-1).end if main is not None else clause.right_edge.end


def _has_subject_behind(verb: Token, that: Token) -> bool:
    """Whether a clause has a subject of its own behind "that", which then stands for nobody: of people it is "whom"."""
    subject = verb.child(*roles.SUBJECTS)
    return subject is not None and subject.i > that.i


def _is_whole(verb: Token, that: Token) -> bool:
    """Whether a clause lacks nothing that its "that" would stand for: "the lie that | wolves eat children"."""
    if not _has_subject_behind(verb, that):
        return False
    has_object = any(child.dep in roles.OBJECTS and child is not that for child in verb.children)
    is_conjunction = that.tag == word_classes.PREPOSITION_FORM and that.dep not in roles.OBJECTS
    return that.dep == roles.MARKER or is_conjunction or has_object


def _shown(site: CueSite) -> Words | None:
    """What a document shows: "a study **showing** that …", "a report by the auditors **warning** that …"."""
    verb = site.token
    if verb.tag != word_classes.GERUND or "clause" not in site.row.frames or verb.i == site.sentence.start:
        return None
    noun = _document_before(verb) if verb.i + 2 < site.sentence.end else None
    if noun is None or verb.nbor().lower != "that" or verb.nbor().tag != word_classes.PREPOSITION_FORM:
        return None
    end = max(verb.right_edge.end, verb.nbor(2).end)
    owner = owner_of(noun)
    source = Span(noun.left_edge.idx, verb.nbor(-1).end)
    if owner is not None and owner.i < noun.i:
        source = Span(noun.left_edge.idx, noun.end)
    return Words((source,), (Span(verb.idx, verb.end),), (Span(verb.nbor().idx, end),))


def _document_before(verb: Token) -> Token | None:
    """The document whose participle a verb is, also where the parse takes both for one noun ("research reporting")."""
    before = verb.nbor(-1)
    if verb.dep == roles.NOUN_CLAUSE and _can_show(verb.head):
        return verb.head
    is_compound = before.head is verb and before.dep == roles.COMPOUND
    return before if is_compound and _can_show(before) else None


def _can_show(noun: Token) -> bool:
    lemma = noun.lemma.lower()
    return is_document_noun(lemma) or lemma in cue_words("showing")


NOUNS: tuple[Construction, ...] = (
    Construction(
        Rule("noun-that", "The bank's <warning> on Monday that rates may rise hurt shares.", 0.7, nests=True),
        "noun",
        _noun_that,
    ),
    Construction(
        Rule("noun-showing", "It rests on a study <showing> that bees sleep.", 0.7, nests=True), "verb", _shown
    ),
)
