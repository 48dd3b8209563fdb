"""Who issued a document that speaks: "The ministry, in two letters, …" makes "the letters" the ministry's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from claimx.attributions.discourse import Discourse, Referent
from claimx.attributions.statement import Statement
from claimx.grammar import roles, word_classes
from claimx.grammar.dependents import in_role, objects_of_prepositions
from claimx.grammar.nouns import is_definite
from claimx.lexicons.nouns import deed_of_document, is_document_noun
from claimx.lexicons.words import word_set
from claimx.records import Span

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_BEARING = word_set("names/reference_words", "bearing_document")
_ISSUING = word_set("reporting/speaking", "issuing")
_MAKING = word_set("reporting/speaking", "issuing", "conducting")
#: How many sentences open an article, and how many later a document's issuer is told there.
OPENING, AHEAD = 4, 4
#: How many sentences back a document is told of that is called by another noun now, and how many words at most.
BACK, WORDS_BACK = 3, 200
_BY, _FROM, _OF = ("by", "from"), ("from",), ("of",)
#: Verbs by which documents come "from" whoever issued them; those that tell by "of" whose they are.
_OBTAINING, _HELD = word_set("reporting/speaking", "obtaining"), word_set("names/reference_words", "held_documents")
#: Nouns for documents of which one can stand for another.
_ALIKE = tuple(word_set("names/reference_words", row) for row in ("polls", "studies"))
_OF_ONE_KIND = (
    word_set("names/reference_words", "works"),
    word_set("names/reference_words", "suits"),
    word_set("names/reference_words", "letters"),
    word_set("names/reference_words", "releases"),
)
_ANY = word_set("names/reference_words", "any_document")
#: What comes of such documents, and by which nouns these are called.
_OUTCOMES = word_set("names/reference_words", "outcomes")
_RESEARCH = word_set("names/reference_words", "polls", "studies", "research")
_ISSUERS = frozenset(("person", "organization", "place"))


class Issuers:
    """The issuers of an article's documents, as far as its statements have been read."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        groups = [mention for mention in discourse.mentions if mention.kind == "group"]
        #: By the tokens of several who are joined: the first group that holds them.
        self._groups = {row: group for group in reversed(groups) for row in range(group.start, group.end)}
        self._noted: dict[int, Referent] = {}
        self._asked: dict[int, Referent | None] = {}

    def note(self, statement: Statement, issuer: Referent) -> None:
        """Remember the documents that a statement's reporting clause names as their source's."""
        spans = [*statement.source, *statement.cue]
        if not spans or issuer.kind not in _ISSUERS:
            return
        clause = Span(min(span.start for span in spans), max(span.end for span in spans))
        whole = self._discourse.doc.char_span(*clause, alignment_mode="expand")
        if whole is None:
            return
        for token in whole.sent if whole.sent.start <= whole.start else whole:
            if token.dep != roles.PREPOSITION_OBJECT or token.head.lower not in _BEARING:
                continue
            is_said = any(span.start <= token.idx < span.end for span in statement.content)
            if not is_said and is_document_noun(token.lemma.lower()):
                self._noted[token.i] = issuer

    def issuer(self, head: Token) -> Referent | None:
        """Who issued the document that a noun names, where the article says so there or before."""
        self._asked[head.i] = issuer = self._find(head)
        return issuer

    def _find(self, head: Token) -> Referent | None:
        told = self._told(head)
        if told is None and not is_definite(head):
            return self._told_later(head)
        if told is not None:
            return told
        called = _called(head)
        before = (token for token in reversed(self._discourse.doc.tokens[: head.i]) if token.lemma.lower() in called)
        issuers = (self._noted.get(token.i) or self._told_as_noun(token) for token in before)
        issuer = next((issuer for issuer in issuers if issuer is not None), None) or self._of_outcome(head)
        is_told_apart = any(child.lower in _OF for child in in_role(head, roles.PREPOSITION))
        if issuer is not None or head.pos != word_classes.NOUN or is_told_apart:
            return issuer  # "the Arden Report" and "the declaration of rights" are no other ones
        return self._called_otherwise(head) or self._of_deed(head)

    def _called_otherwise(self, head: Token) -> Referent | None:
        """Whose the last document is, if its noun and another may be for one: "its **survey** … The report …"."""
        lemma = head.lemma.lower()
        for token in self._just_before(head):
            mention, other = self._discourse.by_head.get(token.i), token.lemma.lower()
            if mention is None or mention.is_said or not is_document_noun(other) or other in _OUTCOMES:
                continue
            if lemma not in _ANY and not any(lemma in nouns and other in nouns for nouns in _OF_ONE_KIND):
                return None
            return self._noted.get(token.i) or self._asked.get(token.i) or self._told_as_noun(token)
        return None

    def _of_deed(self, head: Token) -> Referent | None:
        """Who just did what makes a document: "Ada Holm **sued** the firm. The lawsuit …"."""
        verb, behind = deed_of_document(head.lemma.lower())
        deeds = (token for token in self._just_before(head) if token.lemma == verb and _is_done(token, behind))
        deed = next(deeds, None) if verb else None
        return self._subject(deed) if deed is not None else None

    def _just_before(self, head: Token) -> Sequence[Token]:
        """The words of the last sentences before a word that are not quoted, the last first."""
        sentences, place = self._discourse.doc.sents, head.sent.start
        first = bisect_left(sentences, place, key=lambda sentence: sentence.start)
        begin = max(sentences[max(0, first - BACK)].start, head.i - WORDS_BACK)
        quoted = self._discourse.quoted
        return [token for token in reversed(self._discourse.doc.tokens[begin : head.i]) if token.i not in quoted]

    def _of_outcome(self, head: Token) -> Referent | None:
        """Whose "the findings" are: of the one who made the studies and polls of which the article has told."""
        before = self._discourse.doc.tokens[: head.i]
        lemma = head.lemma.lower()
        if lemma not in _OUTCOMES or any(token.lemma.lower() == lemma and token.tag == head.tag for token in before):
            return None
        nouns = (one for one in before if one.pos in word_classes.NOUNS and one.lemma.lower() in _RESEARCH)
        studies = [one for one in nouns if self._discourse.named_by(one) is None]
        makers = [(one, self._noted.get(one.i) or self._told(one) or self._told_later(one)) for one in studies]
        told = {maker for study, maker in makers if maker is not None or not is_definite(study)}
        return told.pop() if len(told) == 1 else None

    def meant(self, document: Referent, pronoun: Token) -> Referent | None:
        """Who issued the document that a pronoun means: "**It** says …" after "a report by Norland Rail"."""
        before = reversed(self._discourse.before(pronoun))
        nouns = (mention.head for mention in before if mention.referent is document and mention.kind == "noun")
        return next((issuer for noun in nouns if (issuer := self.issuer(noun)) is not None), None)

    def _told_later(self, head: Token) -> Referent | None:
        """Who issued what the opening only mentions: "a poll shows …", then "the Channel Five poll"."""
        sentences = self._discourse.doc.sents
        place = next(
            (n for n, sentence in enumerate(sentences[:OPENING]) if sentence.start <= head.i < sentence.end), None
        )
        if place is None or head.tag in word_classes.PLURALS:
            return None
        called = _called(head)
        later = self._discourse.doc.tokens[head.i + 1 : sentences[: place + AHEAD + 1][-1].end]
        named = (self._told_as_noun(token) for token in later if token.lemma.lower() in called)
        return next((issuer for issuer in named if issuer is not None), None)

    def _told_as_noun(self, token: Token) -> Referent | None:
        is_noun = token.pos in word_classes.NOUNS and self._discourse.named_by(token) is None
        return self._told(token) if is_noun else None  # no "Institute for **Research**"

    def _told(self, noun: Token) -> Referent | None:
        """The issuer in the phrase or clause of a document: its possessor, "by" or "from" whom, or who issued it."""
        for child in noun.children:
            issuer = self._told_by(child) or (self._owner(child) if noun.lemma.lower() in _HELD else None)
            if issuer is not None:
                return issuer
        verb = noun.head
        if noun.dep == roles.OBJECT and verb.lemma in _ISSUING:
            return self._subject(verb)
        if noun.dep == roles.PASSIVE_SUBJECT and verb.lemma in _ISSUING:
            return self._agent(verb)
        if noun.dep == roles.PREPOSITION_OBJECT and verb.lower in _BEARING and verb.head.pos == word_classes.VERB:
            return self._subject(verb.head)
        return None

    def _told_by(self, child: Token) -> Referent | None:
        """The issuer that something on a noun for a document names."""
        if child.dep == roles.POSSESSOR:
            return self._may_issue(child)
        if child.dep in roles.COMPOUND_NOUNS:
            body = self._may_issue(child)
            return body if body is not None and body.kind == "organization" else None
        if child.dep == roles.PREPOSITION and child.lower in _BY:
            return self._first(in_role(child, roles.PREPOSITION_OBJECT))
        if child.dep not in roles.CLAUSES_OF_NOUNS:
            return None
        if child.lemma in _OBTAINING:  # "records that we **obtained from the ministry**"
            return self._first(objects_of_prepositions(child, _FROM))
        issuer = self._agent(child) if child.lemma in _MAKING else None
        # "a memo that **Holm sent**"
        return issuer or (self._subject(child) if child.lemma in _ISSUING else None)

    def _owner(self, child: Token) -> Referent | None:
        """The body whose a document is by "of": "records **of the Arden land office**"."""
        objects = in_role(child, roles.PREPOSITION_OBJECT) if child.lower in _OF else ()
        body = self._first(objects)
        return body if body is not None and body.kind == "organization" else None

    def _subject(self, verb: Token) -> Referent | None:
        return self._first(in_role(verb, roles.SUBJECT)[:1])

    def _agent(self, verb: Token) -> Referent | None:
        agent = verb.child(roles.AGENT)
        return self._first(agent.children) if agent is not None else None

    def _first(self, tokens: Sequence[Token]) -> Referent | None:
        return next((issuer for token in tokens if (issuer := self._may_issue(token)) is not None), None)

    def _may_issue(self, token: Token) -> Referent | None:
        """Whom a token means, if it can issue documents; of several that are joined all, if they are persons."""
        referent = self._discourse.meant_by(token)
        if referent is not None and referent.kind == "person":
            group = self._groups.get(token.i)
            if group is not None:
                referent = group.referent
            elif self._follows_another(token):
                return None
        if referent is None or referent.kind not in _ISSUERS or (referent.kind == "place" and referent.label != "GPE"):
            return None
        return referent

    def _follows_another(self, token: Token) -> bool:
        """Whether a person's name is but the last of several, of which the parse tells no list."""
        before = token.doc.tokens[token.left_edge.i : token.i]
        is_joined = any(other.pos == word_classes.COORDINATOR for other in before)
        names = {self._discourse.named_by(other) for other in before} - {None, self._discourse.named_by(token)}
        return is_joined and bool(names)


def _is_done(verb: Token, behind: str) -> bool:
    """Whether a verb tells what one alone has done, with the word behind it that has to follow, if any."""
    told = {child.lower for child in verb.children}
    is_open = any(child.tag == word_classes.MODAL or child.dep == roles.NEGATION for child in verb.children)
    is_past = verb.tag in (word_classes.PAST, word_classes.PARTICIPLE)
    is_of_several = any(in_role(subject, roles.CONJUNCT) for subject in in_role(verb, roles.SUBJECT))
    return is_past and not (is_open or is_of_several) and (not behind or behind in told)


def _called(noun: Token) -> Set[str]:
    """The nouns by which a document can be called that a noun names: a survey is a poll, a study a paper."""
    lemma = noun.lemma.lower()
    return next((nouns for nouns in _ALIKE if lemma in nouns), {lemma})
