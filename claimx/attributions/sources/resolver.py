"""Who a source is: its full name in the article, its kind, and how it is mentioned."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimx.attributions.discourse import Discourse, Mention, Referent, asked_by
from claimx.attributions.sources.answers import TYPES, Answer, closing_person, named_source
from claimx.attributions.sources.by_noun import Saying, name_in_brackets, unnamed_subject_before
from claimx.attributions.sources.by_pronoun import meant_by_pronoun
from claimx.attributions.sources.company import company_before, people_before, size_of_company, turns_to_others
from claimx.attributions.sources.contents import Contents
from claimx.attributions.sources.headlines import said_below
from claimx.attributions.sources.heads import head_of, name_behind_which, words_of
from claimx.attributions.sources.initials import OfficesByInitials
from claimx.attributions.sources.issuers import Issuers
from claimx.attributions.sources.labels import Speakers, answer_of_label
from claimx.attributions.sources.lists import joined, listed, namesakes, together, with_those_joined, written
from claimx.attributions.sources.names_in_words import name_told, title_with_point
from claimx.attributions.sources.noun_sources import NounSource, answer_of_noun
from claimx.attributions.sources.own_voices import tried_by
from claimx.attributions.sources.relatives import relative_answer
from claimx.attributions.statement import Rank, Statement
from claimx.grammar import roles
from claimx.lexicons.nouns import third_person_pronouns
from claimx.lexicons.words import word_set
from claimx.records import SourceType, Span
from claimx.text.marks import MARKS

if TYPE_CHECKING:
    from claimx.grammar.tokens import Token

_FIRST_PERSON = word_set("names/reference_words", "first_person")
_SECOND_PERSON = word_set("names/reference_words", "second_person")
_WRITER = word_set("names/reference_words", "first_person_singular")
_RELATIVES = word_set("names/reference_words", "relatives")
_PRONOUNS = third_person_pronouns()


class Resolver:
    """The statements of an article, whose sources are found from left to right."""

    def __init__(self, discourse: Discourse, statements: Sequence[Statement], speakers: Speakers) -> None:
        self._discourse, self._statements, self._speakers = discourse, statements, speakers
        self._issuers = Issuers(discourse)
        self._offices = OfficesByInitials(discourse)
        self._contents = Contents([statement.content for statement in statements])
        self._said: dict[tuple[Span, ...], list[Span]] = defaultdict(list)
        self._by_source: dict[tuple[Span, ...], int] = {}
        for number, statement in enumerate(statements):
            self._by_source.setdefault(statement.source, number)
            self._said[statement.source] += statement.content
        for mention in discourse.mentions:
            start = mention.head.idx
            mention.reported = bool(self._contents.around(Span(start, start + len(mention.head))))
        self._speaker: Referent | None = None
        self._company: Answer | None = None
        self._company_told = 0
        self._found: dict[int, Answer | None] = {}

    def answers(self) -> list[Answer | None]:
        """Whom the source of each statement means, null where it has none."""
        for number, statement in enumerate(self._statements):
            self._found[number] = self._find(number, statement) if statement.source else None
        found = [self._found[number] for number in range(len(self._statements))]
        for number, one in said_below(self._statements, found, self._discourse).items():
            found[number] = Answer(TYPES[one.kind], "nominal", one, "said below a headline")
        return found

    def _find(self, number: int, statement: Statement) -> Answer:
        head = head_of(statement, self._discourse)
        if head is None:
            return Answer("unknown", "nominal", None, "no head")
        is_inside = bool(self._outer(number, statement))
        company = self._of_company(head, statement) if not is_inside else None
        answer = company or self._by_head(head, number, statement)
        if is_inside:
            return answer
        self._company = answer if len(answer.several) > 1 and answer.name else None
        self._company_told = statement.source[-1].end
        if answer.referent is not None:
            self._speaker = answer.referent
            self._issuers.note(statement, answer.referent)
        return answer

    def _by_head(self, head: Token, number: int, statement: Statement) -> Answer:
        words = words_of(statement, self._discourse)
        is_turn = statement.rule.rank is Rank.TURN and not statement.implicit
        told = None if is_turn else name_told(words, self._discourse)
        return told or self._in_person(head, number, statement) or self._by_words(head, number, statement)

    def _in_person(self, head: Token, number: int, statement: Statement) -> Answer | None:
        """Who speaks by a label, an account or a pronoun; None where a source is none of these."""
        is_turn = statement.rule.rank is Rank.TURN and not statement.implicit
        if is_turn and (speaker := self._speakers.of(statement.source[0])) is not None:
            return answer_of_label(speaker, head.doc.text[slice(*statement.source[0])], self._discourse)
        if head.text.startswith("@"):  # an account in a social network
            return Answer("unknown", "named", self._discourse.named_by(head), "account", head.text)
        is_pronoun = head.lower in _FIRST_PERSON or head.lower in _PRONOUNS
        glossed = name_in_brackets(head, words_of(statement, self._discourse), self._discourse) if is_pronoun else None
        if glossed is not None:
            return Answer(TYPES[glossed.kind], "pronominal", glossed, "name in brackets")
        if head.lower in _FIRST_PERSON:
            return self._first_person(head, number, statement)
        if head.lower in _SECOND_PERSON:
            return self._second_person(head, number, statement)
        if head.lower in _PRONOUNS and self._discourse.named_by(head) is None:  # "He Wenjun" is a name
            answer = self._pronoun(head, number, statement)
            return with_those_joined(answer, words_of(statement, self._discourse), self._discourse)
        return None

    def _by_words(self, head: Token, number: int, statement: Statement) -> Answer:
        is_name = self._discourse.named_by(head) is not None  # "the WHO"
        if head.lower in _RELATIVES and head.dep != roles.DETERMINER and not is_name:
            return relative_answer(head, self._discourse)
        if (bearer := self._offices.bearer(head)) is not None:
            return Answer("person", "nominal", bearer, "initials of an office")
        several = listed(statement, self._discourse) or joined(head, statement, self._discourse)
        several = several or namesakes(head, self._discourse)
        if several is not None:
            return several
        mention = self._discourse.at(head)
        if mention is not None and self._may_be_title(mention, words_of(statement, self._discourse)):
            titled = closing_person(words_of(statement, self._discourse), head, self._discourse)
            if titled is not None:
                return Answer("person", "named", titled, "name")  # "**Arden Senator** Ada Holm"
        if mention is None or mention.kind != "name":
            words = words_of(statement, self._discourse)
            behind = title_with_point(head, words, self._discourse) or name_behind_which(head, words, self._discourse)
            mention = behind or mention
        if mention is not None and mention.kind == "name" and mention.referent is not None:
            answer = named_source(mention, mention.referent, self._discourse)
            if answer.referent is not None or answer.type != "person":
                return answer  # else somebody unnamed: "the Republican"
            return dataclasses.replace(
                answer, referent=unnamed_subject_before(mention, self._saying(number, statement))
            )
        return self._noun(head, mention, number, statement)

    def _may_be_title(self, mention: Mention, words: Sequence[Token]) -> bool:
        """Whether a name may go with another one that closes the source: "**Arden Senator** Ada Holm"."""
        kind = mention.referent.kind if mention.referent is not None else None
        around = {token.i: token.lower for token in words}
        is_office = around.get(mention.start - 1) == "the" and around.get(mention.end) == "of"
        is_of_people = kind == "people" or is_office  # "the **Oluwo** of Iwo, Ada Holm"
        titles = (token.i for token in words if token.i >= mention.end)
        return mention.kind == "name" and (is_of_people or any(row in self._discourse.by_title for row in titles))

    def _of_company(self, head: Token, statement: Statement) -> Answer | None:
        """Several of whom the article has just spoken: "they" who spoke last, "the two"."""
        words, history = words_of(statement, self._discourse), self._discourse.before(head)
        if size := size_of_company(words):
            if self._company is not None and len(self._company.several) == size:
                return dataclasses.replace(self._company, mention="nominal", rule="pair")
            meant = company_before(head, history, size)
            return together(meant, [one.name or "" for one in meant], "pair", "nominal") if meant else None
        if len(words) > 1 or head.lower not in _PRONOUNS or _PRONOUNS[head.lower].number == "one":
            return None
        if self._company is not None and not turns_to_others(history, self._company_told):
            return dataclasses.replace(self._company, mention="pronominal", rule="they")
        people = people_before(head, history)
        if people is None or people.referent is None:
            return None
        return Answer("group", "pronominal", people.referent, "they of a people", written(people, self._discourse))

    # --- pronouns -----------------------------------------------------------

    def _pronoun(self, head: Token, number: int, statement: Statement) -> Answer:
        mention = self._discourse.by_head.get(head.i)
        if mention is None or head.dep == roles.PASSIVE_SUBJECT:  # "it was claimed that …"
            return Answer("unknown", "pronominal", None, "pronoun")
        outer = self._answer_around(number, statement) if mention.quoted else None
        said = self._said[statement.source]
        in_talk = any(self._statements[one].rule.rank is Rank.TURN for one in self._outer(number, statement))
        speaker = None if in_talk else self._last_speaker(number)  # who talk with one another say "you"
        mention.referent = referent = meant_by_pronoun(
            mention, self._discourse, speaker, said, outer.referent if outer else None
        )
        asked = asked_by(head)
        kind: SourceType = "person" if asked.kind == "person" else "group" if asked.number == "many" else "unknown"
        if referent is not None:
            are_persons = referent.number == "many" and referent.kind in ("person", "people")
            kind = "group" if are_persons else TYPES[referent.kind]
            issuer = self._issuers.meant(referent, head) if referent.kind == "document" else None
            if issuer is not None:
                return Answer("document", "pronominal", issuer, "issuer of a document")
        return Answer(kind, "pronominal", referent, "pronoun")

    def _last_speaker(self, number: int) -> Referent | None:
        """Who spoke last; None for who speaks in what others report, which is looked at behind all else."""
        return None if self._outer(number, self._statements[number]) else self._speaker

    def _first_person(self, head: Token, number: int, statement: Statement) -> Answer:
        writer = self._discourse.writer(head, is_body=head.lower not in _WRITER)
        if writer is not None:
            return Answer(TYPES[writer.kind], "pronominal", writer, "author")
        answer = self._answer_around(number, statement, speaks_at=head)
        if answer is not None:
            return dataclasses.replace(answer, mention="pronominal", rule="first person in a quotation")
        return Answer("unknown", "pronominal", None, "first person")

    def _second_person(self, head: Token, number: int, statement: Statement) -> Answer | None:
        """Whom "you" means: the other one in a talk of two, who is on trial to a judge."""
        label = self._speakers.label_after(head.idx)
        turn = self._by_source.get((label,)) if label is not None else None
        answer = self._later(turn) if turn is not None else None
        if answer is not None:
            return dataclasses.replace(answer, mention="pronominal", rule="second person in a turn")
        judge = self._answer_around(number, statement, speaks_at=head)
        tried = tried_by(judge.referent, self._discourse) if judge and judge.referent else None
        return Answer("person", "pronominal", tried, "second person on trial") if tried is not None else None

    def _answer_around(self, number: int, statement: Statement, speaks_at: Token | None = None) -> Answer | None:
        """Whom the source of the innermost statement around another one means.

        Where somebody ``speaks_at`` a word as "I", that of the innermost one that gives his own words, if one does.
        """
        outer = self._outer(number, statement)
        if speaks_at is not None:
            outer = [one for one in outer if self._is_verbatim(self._statements[one], speaks_at)] or outer
        answers = (self._found.get(one) or self._later(one) for one in outer)
        return next((answer for answer in answers if answer is not None), None)

    def _is_verbatim(self, statement: Statement, word: Token) -> bool:
        """Whether a statement gives a word of its content as it was said: in a turn, or in quotation marks."""
        if statement.rule.rank is Rank.TURN:
            return True
        piece = next((p for p in statement.content if p.start <= word.idx < p.end), None)
        around = self._discourse.doc.text[max(0, piece.start - 1) : piece.start + 1] if piece is not None else ""
        return any(mark in MARKS for mark in around)

    def _later(self, number: int) -> Answer | None:
        """The source of an enclosing statement that stands later in the list."""
        statement = self._statements[number]
        head = head_of(statement, self._discourse)
        if head is None or head.lower in _FIRST_PERSON:
            return None
        self._found[number] = Answer("unknown", "nominal", None, "open")  # two may lie in one another
        self._found[number] = answer = self._by_head(head, number, statement)
        return answer

    def _outer(self, number: int, statement: Statement) -> list[int]:
        """The statements whose content the source lies in, the innermost first."""
        return [outer for outer in self._contents.around(statement.source[0]) if outer != number]

    # --- nouns --------------------------------------------------------------

    def _noun(self, head: Token, mention: Mention | None, number: int, statement: Statement) -> Answer:
        source = NounSource(
            head,
            mention,
            statement,
            self._saying(number, statement),
            self._issuers,
            around=lambda: self._answer_around(number, statement),
            speaking=lambda us: self._first_person(us, number, statement),
        )
        return answer_of_noun(source)

    def _saying(self, number: int, statement: Statement) -> Saying:
        return Saying(self._discourse, self._said[statement.source], self._last_speaker(number))
