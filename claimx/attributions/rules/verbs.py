"""Verbs that report: a clause before, after or around them ("X, he said, Y"), or an object that says something itself.

The model finds the outermost statements; measured on PolNeAR dev, rules for infinitives, objects and nouns add nothing
to it. What these constructions add is what it was not trained for: statements inside of statements, and plain forms
elsewhere. The cue lexicon says which complements a verb takes.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from claimx.attributions.passive_reports import as_saying
from claimx.attributions.rules.constructions import Construction, CueSite, Words, span_of, speaker_span, without
from claimx.attributions.rules.interrupted import begin_around, interrupted_by, reported_before, set_off_before
from claimx.attributions.statement import Rule
from claimx.grammar import roles, word_classes
from claimx.grammar.tokens import Token
from claimx.lexicons.cues import cue_words, is_saying
from claimx.records import Span
from claimx.text.spans import merge, subtract

_SUBJECTS = roles.SUBJECTS | {roles.CLAUSAL_SUBJECT}
_INSERTING = frozenset(",–—-") | {"--"}
_CUE_PARTS = roles.AUXILIARIES | {roles.NEGATION, roles.PARTICLE}
#: Roles of a verb whose subject is that of the verb above it.
_SHARES_SUBJECT = frozenset((roles.CONJUNCT, roles.OPEN_COMPLEMENT, roles.ADVERBIAL_CLAUSE, roles.AUXILIARY))
#: Words in marks of one kind behind a comma or colon; within single ones an apostrophe stands between letters.
_QUOTED = regex.compile(
    r"""[,:]?\s*(“[^”\n]+”|"[^"\n]+"|‘(?:[^‘’\n]|(?<=\w)’(?=\w))+’(?!\w)|'(?:[^'\n]|(?<=\w)'(?=\w))+'(?!\w))"""
)
_REPORTED = roles.OBJECTS | {roles.CLAUSE_COMPLEMENT, roles.OPEN_COMPLEMENT}
_HIGHEST = 4  # verbs that a subject is looked for at


def _words(site: CueSite, content: Sequence[Span]) -> Words:
    """A statement of the verb at a site, without its own words in what it says."""
    source, cue = subject_span(site.token, site.text), verb_group(site.token, site.text)
    return Words(source, cue, merge(without(content, [*source, *cue], site.text), site.text))


def _takes_a_clause(site: CueSite) -> bool:
    return "clause" in site.row.frames


def _interrupted(site: CueSite) -> Words | None:
    halves = interrupted_by(site.token) if _takes_a_clause(site) else None
    return _words(site, halves) if halves is not None else None


def _after_what_it_reports(site: CueSite) -> Words | None:
    before = reported_before(site.token) if _takes_a_clause(site) else None
    return _words(site, (before,)) if before is not None else None


def _clause(site: CueSite) -> Words | None:
    clause = _clause_of(site)
    if clause is None:
        return None
    span = span_of(clause)
    has_two_subjects = sum(c.dep in roles.SUBJECTS for c in site.token.children) > 1  # the clause before has none
    if has_two_subjects and clause.i < site.token.i:
        return None
    if clause.i > site.token.i and not any(c.dep in roles.OBJECTS for c in site.token.children):
        span = Span(site.token.nbor().idx, span.end)  # with what the parse hangs on the verb: "said | up to 19 were"
    if clause.i < site.token.i and not site.quoted.at(clause.idx):  # "X, he said, Y": both halves
        span = Span(span.start, max(span.end, _end_after(site)))
    longest = 2 * (span.end - span.start) + 40
    pieces = [p for p in site.quoted.overlapping(span) if p.end - p.start <= longest]
    return _words(site, merge([span, *pieces], site.text))


def _stated_clause(site: CueSite) -> Words | None:
    """The clause of a sentence's main verb that asserts it: "The state has always maintained that …".

    Without "that" it must be a verb that takes nothing else, in the perfect: "The heirs have long maintained he fell".
    """
    children = site.token.children
    subject = next((c for c in children if c.dep == roles.SUBJECT), None)
    clause = next((c for c in children if c.dep == roles.CLAUSE_COMPLEMENT), None)
    is_main = site.token.dep == roles.ROOT and site.row.act == "assertive"
    if not is_main or subject is None or clause is None or subject.lower in cue_words("pointing_subjects"):
        return None
    is_marked = any(c.lower == "that" and c.dep == roles.MARKER for c in clause.children)
    is_perfect = any(c.dep == roles.AUXILIARY and c.lemma == "have" for c in children)
    is_sure = is_perfect and clause.i > site.token.i and site.row.only_clause
    return _clause(site) if is_marked or is_sure else None


def _inserted(site: CueSite) -> Words | None:
    token, sentence = site.token, site.sentence
    is_loose = token.dep in (roles.PARATAXIS, roles.RELATIVE_CLAUSE, roles.CLAUSE_COMPLEMENT)
    if not is_loose or not _takes_a_clause(site) or not _is_set_off(token):
        return None
    following = token.nbor()
    end = following.end if following.text in _INSERTING else span_of(token).end
    return _words(site, subtract(Span(begin_around(token), sentence.end_char), [Span(token.left_edge.idx, end)]))


def _main_clause_around(site: CueSite) -> Words | None:
    """What stands before and after a main verb that is set off with its subject: "It held, he said, only on Monday"."""
    token, sentence = site.token, site.sentence
    subject = token.child(roles.SUBJECT)
    clause = next((c for c in token.lefts if c.dep == roles.CLAUSE_COMPLEMENT), None)
    if subject is None or clause is None or not _takes_a_clause(site) or token.i + 2 >= sentence.end:
        return None
    first = subject.left_edge
    is_between = clause.i < first.i and first.nbor(-1).text in _INSERTING and token.nbor().text in _INSERTING
    if not is_between or site.quoted.at(clause.idx) or site.quoted.at(token.nbor(2).idx):
        return None
    return _words(site, (Span(sentence.start_char, sentence.end_char),))


def _quotation(site: CueSite) -> Words | None:
    """The words in marks right behind a verb of saying, or behind whom it tells: "he told me, ‘Go away’"."""
    token = site.token
    told = token.child(*roles.OBJECTS) if "addressee" in site.row.frames else None
    last = told.right_edge if told is not None and told.i > token.i else token
    match = _QUOTED.match(site.text, last.end)
    subject = subject_span(token, site.text)
    if match is None or not subject or not _takes_a_clause(site) or token.child(roles.PASSIVE_SUBJECT) is not None:
        return None
    return Words(subject, verb_group(token, site.text), (Span(*match.span(1)),))


def _as_clause(site: CueSite) -> Words | None:
    """The main clause after "As she noted on Sunday," where the verb has nothing else that it reports."""
    token, sentence = site.token, site.sentence
    opening = sentence[0]
    is_marked = any(c.i == opening.i and c.lower == "as" for c in token.children)
    if not is_marked or token.dep != roles.ADVERBIAL_CLAUSE or token.child(*roles.SUBJECTS) is None:
        return None
    if not _takes_a_clause(site) or any(c.dep in _REPORTED for c in token.children):
        return None
    end = span_of(token).end
    return _words(site, (Span(end, sentence.end_char),)) if token.head.i > token.right_edge.i else None


def _as_saying(site: CueSite) -> Words | None:
    """What somebody "was quoted as saying" by others; it stands before that, or after."""
    token = site.token
    subject, saying = token.child(roles.PASSIVE_SUBJECT), as_saying(token)
    if subject is None or saying is None:
        return None
    source = speaker_span(subject, site.text)
    clause = saying.child(roles.CLAUSE_COMPLEMENT)
    content = span_of(clause) if clause is not None and clause.i > saying.i else set_off_before(token, subject)
    if content is None:
        return None
    cue = merge([*verb_group(token, site.text), Span(saying.nbor(-1).idx, saying.end)], site.text)
    return Words((source,), cue, without((content,), (source, *cue), site.text))


def _figure(site: CueSite) -> Words | None:
    """A thing and the figure that somebody puts on it: "put the toll at nine", "the toll is put at nine"."""
    token = site.token
    at = next((c for c in token.children if c.i > token.i and c.dep == roles.PREPOSITION and c.lower == "at"), None)
    thing = token.child(roles.PASSIVE_SUBJECT, roles.OBJECT)
    if "figure" not in site.row.frames or at is None or thing is None or thing.pos == word_classes.NAME:
        return None
    if not any(word.like_num for word in at.subtree):
        return None
    is_passive = thing.i < token.i
    content = (span_of(thing), span_of(at)) if is_passive else (Span(thing.left_edge.idx, at.right_edge.end),)
    return _words(site, content)


def _object(site: CueSite) -> Words | None:
    """What a sentence's main verb says of itself: "forecast rain"."""
    span = _object_of(site.token)
    if span is None or "object" not in site.row.frames or site.token.dep != roles.ROOT:
        return None
    pointing = cue_words("pointing_subjects")
    is_named = any(c.dep == roles.SUBJECT and c.lower not in pointing for c in site.token.children)
    return _words(site, (span,)) if is_named else None


#: In the order in which they are tried at a verb; the first that is found stands.
VERBS: tuple[Construction, ...] = tuple(
    Construction(rule, "verb", find)
    for rule, find in (
        (
            Rule("verb-around", "It will cost, she <said> in May, two billion euros.", 0.71, interrupts=True),
            _interrupted,
        ),
        (
            Rule("verb-after", "It rains, and it may snow, the office <has found>.", 0.7, nests=True),
            _after_what_it_reports,
        ),
        (Rule("verb-as-saying", "It rains, she <was quoted as saying> by the office.", 0.75), _as_saying),
        (Rule("verb-as", "As she <noted> on Sunday, it rained.", 0.72), _as_clause),
        (Rule("verb-that", "The state <has always maintained> that he fell.", 0.7), _stated_clause),
        (Rule("verb-quote", "He <told> me, ‘Go away’.", 0.8, nests=True), _quotation),
        (
            Rule(
                "verb-set-off", "Ann had kept the key, he <maintained>, only if she could use it.", 0.7, interrupts=True
            ),
            _main_clause_around,
        ),
        (Rule("verb-clause", "He <said> it rained.", 0.78, nests=True, only_quoted=True), _clause),
        (Rule("verb-inserted", "The dam, he <said>, held.", 0.71, interrupts=True), _inserted),
        (Rule("verb-figure", "The army <put> the toll at nine.", 0.75, nests=True), _figure),
        (Rule("verb-object", "The office <predicted> rain.", 0.7), _object),
    )
)


def _clause_of(site: CueSite) -> Token | None:
    """The finite clause that a verb reports."""
    clauses = (c for c in site.token.children if c.dep == roles.CLAUSE_COMPLEMENT and c.pos in word_classes.VERBS)
    clause = next(clauses, None)
    return clause if clause is not None and _takes_a_clause(site) and _is_finite(clause) else None


def _is_finite(clause: Token) -> bool:
    """Whether a clause has a subject and is no infinitive: "that it rains", not "to rain"."""
    is_infinitive = any(c.dep == roles.AUXILIARY and c.lower == "to" for c in clause.children)
    is_tensed = any(c.dep in roles.AUXILIARIES and c.tag in word_classes.TENSED for c in clause.children)
    return not is_infinitive and (is_tensed or any(c.dep in roles.ALL_SUBJECTS for c in clause.children))


def _object_of(verb: Token) -> Span | None:
    """A verb's object and all that follows it."""
    objects = (
        c
        for c in verb.children
        if c.dep == roles.OBJECT and c.i > verb.i and c.tag not in word_classes.RELATIVE_PRONOUNS
    )
    thing = next(objects, None)
    return Span(thing.left_edge.idx, span_of(verb).end) if thing is not None else None


def _is_set_off(token: Token) -> bool:
    """Whether the verb and its subject stand between commas or dashes: ", the minister said,"."""
    subject = token.child(*_SUBJECTS)
    if subject is None or subject.tag in word_classes.RELATIVE_PRONOUNS:
        return False
    doc, last = token.doc, token.right_edge
    before = doc[subject.left_edge.i - 1].text if subject.left_edge.i else ""
    after = last.text if last.is_punct else doc[last.i + 1].text if last.i + 1 < len(doc) else ""
    after = token.nbor().text if token.i < last.i and token.nbor().text in _INSERTING else after
    return before in _INSERTING and after in _INSERTING


def _end_after(site: CueSite) -> int:
    """The end of what follows an inserted reporting clause in its sentence."""
    going_on = (roles.CLAUSE_COMPLEMENT, roles.PARATAXIS, roles.CONJUNCT, roles.UNKNOWN)
    after = [c for c in site.token.children if c.i > site.token.i and c.dep in going_on]
    return max((c.right_edge.end for c in after), default=site.sentence.start_char)


def subject_span(token: Token, text: str) -> tuple[Span, ...]:
    """The words of the one who speaks: the verb's subject, or that of the verb it is joined to; "by X" in a passive."""
    verb = _reporting_above(token)
    for _ in range(_HIGHEST):
        if any(c.dep in roles.PASSIVE_MARKS for c in verb.children):
            agent = verb.child(roles.AGENT)
            objects = (c for c in agent.children if c.dep == roles.PREPOSITION_OBJECT) if agent is not None else ()
            return tuple(speaker_span(c, text) for c in list(objects)[:1])
        subject = verb.child(*_SUBJECTS)
        if subject is not None:
            return (speaker_span(subject, text),)
        if verb.dep == roles.NOUN_CLAUSE and verb.head.pos in word_classes.NOMINALS:
            return (Span(verb.head.left_edge.idx, verb.head.end),)
        if verb.dep not in _SHARES_SUBJECT:
            break
        verb = verb.head
    return ()


def _reporting_above(token: Token) -> Token:
    """The verb whose subject a participle has: "She said it rained, **adding** that …", which hangs on "rained"."""
    above = token.head
    is_participle = token.tag == word_classes.GERUND and token.dep == roles.ADVERBIAL_CLAUSE
    if is_participle and above.dep == roles.CLAUSE_COMPLEMENT and is_saying(above.head.lemma.lower()):
        return above.head
    return token


def verb_group(token: Token, text: str) -> tuple[Span, ...]:
    """The verb with the auxiliaries, negation, particle and adverbs that stand together with it."""
    first = last = token.i
    parts = {
        c.i for c in token.children if c.dep in _CUE_PARTS or (c.dep == roles.ADVERB and c.pos == word_classes.ADVERB)
    }
    while first - 1 in parts:
        first -= 1
    while last + 1 in parts:
        last += 1
    return merge([Span(token.doc[first].idx, token.doc[last].end)], text)
