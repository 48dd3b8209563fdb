"""Who a source is: its full name in the article, its kind, and how it is mentioned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.attributions.discourse.apposition import is_run_on
from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.kinds import Roles, roles
from claimx.attributions.discourse.pronouns import resolve_pronoun
from claimx.attributions.discourse.quoting import Contents
from claimx.attributions.discourse.referents import AGED, Mention, Referent, pronoun_features, whole_word
from claimx.attributions.sources.answers import Found, named_source
from claimx.attributions.sources.closing import closing_person
from claimx.attributions.sources.issuers import Issuers
from claimx.attributions.sources.next_speaker import anonymous, answering, is_turned_from
from claimx.attributions.sources.types import TYPES, type_of_noun
from claimx.records import Entity, Source, SourceType, Span, Zone

if TYPE_CHECKING:
    from claimx.grammar.tokens import Parse, Token

_FIRST_PERSON = frozenset(["i", "me", "my", "myself", "mine", "we", "us", "our", "ourselves", "ours"])
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_THIRD_PERSON = frozenset(
    [
        "he",
        "him",
        "his",
        "himself",
        "she",
        "her",
        "hers",
        "herself",
        "it",
        "its",
        "itself",
        "they",
        "them",
        "their",
        "theirs",
        "themselves",
    ]
)


@dataclass(frozen=True, slots=True)
class SourceQuery:
    """A statement whose source is to be resolved: its spans by role, each in text order; ``source`` may be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    addressee: tuple[Span, ...] = ()


def resolve_sources(
    doc: Parse, text: str, entities: Sequence[Entity], statements: Sequence[SourceQuery], zones: Sequence[Zone] = ()
) -> list[Source | None]:
    """Resolve the sources of an article's statements.

    Args:
        doc: the parsed article.
        text: its text, untouched.
        entities: what it names, in text order.
        statements: its statements, in text order.
        zones: its zones; whom a dateline, byline or caption names is nobody that the text speaks of. Without zones all
            of it is text.

    Returns:
        For each statement its source, or null where it has none. ``name`` is null where the article does not tell.
    """
    if not any(statement.source for statement in statements):
        return [None] * len(statements)
    resolver = _Resolver(doc, text, entities, statements, zones)
    return resolver.resolve()


class _Resolver:
    def __init__(
        self,
        doc: Parse,
        text: str,
        entities: Sequence[Entity],
        statements: Sequence[SourceQuery],
        zones: Sequence[Zone],
    ) -> None:
        self.doc, self.text, self.statements = doc, text, statements
        self.roles: Roles = roles()
        self.discourse = Discourse(doc, text, entities, self.roles, zones)
        self.issuers = Issuers(self.discourse)
        self.contents = Contents([statement.content for statement in statements])
        self.said: dict[tuple[Span, ...], list[Span]] = defaultdict(list)
        for statement in statements:
            self.said[statement.source] += statement.content
        self.speaker: Referent | None = None
        self.found: dict[int, Found | None] = {}

    def resolve(self) -> list[Source | None]:
        for number, statement in enumerate(self.statements):
            self.found[number] = self._find(number, statement) if statement.source else None
        return [self._source(number, statement) for number, statement in enumerate(self.statements)]

    def _source(self, number: int, statement: SourceQuery) -> Source | None:
        found = self.found[number]
        if found is None:
            return None
        words = " ".join(" ".join(self.text[start:end].split()) for start, end in statement.source)
        referent = found.referent
        name = found.name or (referent.name if referent else None)
        entity = referent.entity if referent else None
        return Source(words, statement.source, name, found.type, found.mention, entity, found.rule)

    def _find(self, number: int, statement: SourceQuery) -> Found:
        head = self._head(statement)
        if head is None:
            return Found("unknown", "nominal", None, "no head")
        found = self._by_head(head, number, statement)
        inside = any(self._outer(number, statement))
        if found.referent is not None and not inside:
            self.speaker = found.referent
            self.issuers.note(statement.source, statement.cue, statement.content, found.referent)
        return found

    def _by_head(self, head: Token, number: int, statement: SourceQuery) -> Found:
        low = head.lower
        if low in _FIRST_PERSON:
            return self._first_person(number, statement)
        if low in _THIRD_PERSON and self.discourse.name_at(head) is None:  # "He Wenjun" has "He" as surname
            return self._pronoun(head, statement)
        if low in _RELATIVE and head.dep != "det":
            return self._relative(head)
        several = self._coordinated(head, statement)
        if several is not None:
            return several
        mention = self.discourse.at(head)
        if head.pos == "PROPN" and (mention is None or mention.kind != "name"):
            mention = self._name_before(head) or mention  # "Ada Holm KC"
        if mention is not None and mention.kind == "name" and mention.referent is not None:
            return named_source(mention, mention.referent, self.discourse)
        return self._noun(head, mention, statement)

    # --- heads --------------------------------------------------------------

    def _head(self, statement: SourceQuery) -> Token | None:
        """The head of a source's words: the root of its first piece, or the noun that a preposition in it leads to."""
        for piece in statement.source:
            span = self.doc.char_span(piece.start, piece.end, alignment_mode="expand")
            if span is None or not len(span):
                continue
            tokens = [token for token in span if token.pos not in ("PUNCT", "SPACE")]
            if not tokens:
                continue
            root = span.root
            if root.pos in ("NOUN", "PROPN", "PRON") or root.lower == AGED:
                return whole_word(root)
            inner = [
                token
                for token in tokens
                if token.pos in ("NOUN", "PROPN", "PRON") and token.dep not in ("compound", "poss")
            ]
            return inner[0] if inner else root
        return None

    def _coordinated(self, head: Token, statement: SourceQuery) -> Found | None:
        """Several that speak together: named if all of them are, else a group of whom some are unknown."""
        spans = statement.source
        others = [t for t in head.conjuncts if t.i > head.i and any(start <= t.idx < end for start, end in spans)]
        if not others or head.dep == "conj":
            return None
        if not any(child.dep == "cc" for token in (head, *others) for child in token.children):
            return None  # "Bram, Carrick": a name and where its bearer is
        names = [self.discourse.name_at(token) for token in (head, *others)]
        found = [name.name for name in names if name is not None and name.name]
        if len(found) < len(names):
            return Found("group", "nominal", None, "coordination") if any(found) else None
        listed = found[0] if len(found) == 1 else ", ".join(found[:-1]) + " and " + found[-1]
        return Found("group", "named", None, "coordination", listed)

    def _name_before(self, head: Token) -> Mention | None:
        """The mention of a person whose name ends just before a word in capitals that the parser takes for its head."""
        before = self.discourse.at(head.doc[head.i - 1]) if head.i else None
        named = before is not None and before.kind == "name" and before.head.head.i == head.i
        return before if named and before is not None and before.referent and before.referent.kind == "person" else None

    # --- pronouns -----------------------------------------------------------

    def _pronoun(self, head: Token, statement: SourceQuery) -> Found:
        mention = self.discourse.by_token.get(head.i)
        if mention is None:
            return Found("unknown", "pronominal", None, "pronoun")
        named = self.discourse.named_in(self.said[statement.source])
        history = [m for m in self.discourse.before(head.i) if m.referent not in named]
        speaker = None if self.speaker in named or is_turned_from(self.speaker, head, history) else self.speaker
        referent = answering(self.speaker, head, history) or anonymous(self.speaker, head, history, self.contents)
        if referent is None:
            topic = self.discourse.main_person(head)
            referent = resolve_pronoun(
                mention, history, speaker=speaker, body=True, topic=None if topic in named else topic
            )
        mention.referent = referent
        kind, _, number = pronoun_features(head)
        fallback: SourceType = "person" if kind == "person" else "group" if number == "many" else "unknown"
        many = referent is not None and referent.number == "many" and referent.kind in ("person", "people")
        found: SourceType = "group" if many else TYPES[referent.kind] if referent else fallback
        return Found(found, "pronominal", referent, "pronoun")

    def _relative(self, head: Token) -> Found:
        clause = head.head
        while clause.dep not in ("relcl", "ROOT") and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep != "relcl":
            return Found("unknown", "pronominal", None, "relative pronoun")
        mention = self.discourse.at(clause.head)
        referent = mention.referent if mention else None
        return Found(TYPES[referent.kind] if referent else "unknown", "pronominal", referent, "relative pronoun")

    def _first_person(self, number: int, statement: SourceQuery) -> Found:
        for outer in self._outer(number, statement):
            found = self.found.get(outer) or self._later(outer)
            if found is not None:
                return Found(found.type, "pronominal", found.referent, "first person in a quotation", found.name)
        return Found("unknown", "pronominal", None, "first person")

    def _later(self, number: int) -> Found | None:
        """The source of an enclosing statement that stands later in the list."""
        statement = self.statements[number]
        head = self._head(statement) if statement.source else None
        if head is None or head.lower in _FIRST_PERSON:
            return None
        self.found[number] = self._by_head(head, number, statement)
        return self.found[number]

    def _outer(self, number: int, statement: SourceQuery) -> list[int]:
        """The statements whose content the source lies in, the innermost first."""
        return [n for n in self.contents.around(statement.source[0]) if n != number]

    # --- nouns --------------------------------------------------------------

    def _noun(self, head: Token, mention: Mention | None, statement: SourceQuery) -> Found:
        lemma = head.lemma.lower()
        document = self.roles.documents.get(lemma)
        if document is not None:
            issuer = self.issuers.issuer(head, statement.source)
            return Found("document", "nominal", issuer, "issuer of a document")
        referent = mention.referent if mention else None
        inner = self._name_inside(head, statement) or closing_person([*self._tokens(statement)], head, self.discourse)
        if inner is not None:
            referent = inner
        if referent is None or referent.kind == "thing":
            return Found(type_of_noun(head), "nominal", None, "noun")
        kind = TYPES[referent.kind]
        collective = self.roles.plural_body(head.lower)
        if (
            referent.number == "many"
            and referent.name is None
            and kind in ("person", "organization")
            and not collective
        ):
            kind = "group"
        named = referent.name is not None and self._is_named_in(referent, statement)
        return Found(kind, "named" if named else "nominal", referent, "noun")

    def _is_named_in(self, referent: Referent, statement: SourceQuery) -> bool:
        """Whether the source's own words name the referent: "its leader, Danica Strohl"."""
        return any(self.discourse.name_at(token) is referent for token in self._tokens(statement))

    def _tokens(self, statement: SourceQuery) -> Iterator[Token]:
        for piece in statement.source:
            yield from self.doc.char_span(piece.start, piece.end, alignment_mode="expand") or ()

    def _name_inside(self, head: Token, statement: SourceQuery) -> Referent | None:
        """A person's name in apposition to a noun inside the source: "a spokesman, Ali Hassan"."""
        for token in self._tokens(statement):
            if token.dep == "appos" and token.head.i == head.i and not is_run_on(token, head):
                named = self.discourse.name_at(token)
                return named if named is not None and named.kind in ("person", "organization") else None
        return None
