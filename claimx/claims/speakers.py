"""Who speaks in an article: its claims put together by their source, counted and measured in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimx.claims.best_role import best_role, without_article
from claimx.records import (
    Claim,
    DocRef,
    Document,
    DocumentSources,
    Source,
    SourceCue,
    SourceMention,
    SourceSummary,
    SourceType,
    SourceWords,
    Voice,
)

#: Kinds of mentions, those first that tell best what the source is: "the letters" is its ministry's document.
_TELLING: tuple[SourceMention, ...] = ("named", "metonymic", "nominal", "implicit", "pronominal")
#: Sources before what nobody is named for, and the article's own voice last.
_VOICES: tuple[Voice, ...] = ("source", "unattributed", "article")

#: What makes claims one source's: its voice, and the entity, the name or else the words.
Key = tuple[Voice, str, str]
#: The key of each claim and the claim that it is reported inside of, by the claim's id.
Tellers = Mapping[str, tuple[Key, str | None]]


def summarize_sources(document: Document) -> DocumentSources:
    """Count what each source says in a document.

    Claims have one source if theirs resolve to one entity; if they resolve to none, if they bear one name; and if they
    have no name either, if their words are the same but for case and a leading article. What is attributed to nobody
    ("reportedly") is one entry, and what the article itself asserts another.

    Words are counted in the claims' ``text``, between white space. A claim inside of another of the same source adds no
    words to it, and shares are of the words of outermost claims, so that no word counts twice and the shares add up
    to 1.

    Returns:
        The sources, those with most words first (then those with most claims, then those that come first), after them
        what is attributed to nobody and what the article asserts.
    """
    info = document.doc
    ref = DocRef(info.id, info.title, info.published, info.url)
    keys = _keys(document.claims)
    groups: defaultdict[Key, list[Claim]] = defaultdict(list)
    for claim, key in zip(document.claims, keys, strict=True):
        groups[key].append(claim)
    reported = sum(_words(claim) for claim in document.claims if claim.form != "narrated" and claim.parent is None)
    tellers = {claim.id: (key, claim.parent) for claim, key in zip(document.claims, keys, strict=True)}
    summaries = [_summary(ref, key, claims, tellers, reported) for key, claims in groups.items()]
    return DocumentSources(
        schema=document.schema,
        claimx=document.claimx,
        doc=ref,
        claims=len(document.claims),
        words=reported,
        sources=tuple(sorted(summaries, key=lambda s: (_VOICES.index(s.voice), -s.words, -s.claims))),
        warnings=document.warnings,
    )


def _keys(claims: Sequence[Claim]) -> list[Key]:
    """The key of each claim."""
    entities = {c.source.name: c.source.entity for c in reversed(claims) if c.source and c.source.entity}
    return [_key(claim, entities) for claim in claims]


def _key(claim: Claim, entities: Mapping[str | None, str | None]) -> Key:
    source = claim.source
    if source is None:
        return ("article" if claim.form == "narrated" else "unattributed"), "", ""
    if entity := source.entity or (source.name and entities.get(source.name)):
        return "source", "entity", entity
    if source.name:
        return "source", "name", source.name
    return "source", "text", without_article(source.text)


def _summary(doc: DocRef, key: Key, claims: Sequence[Claim], tellers: Tellers, reported: int) -> SourceSummary:
    sources = [claim.source for claim in claims if claim.source]
    forms = Counter(claim.form for claim in claims)
    own = [claim for claim in claims if key not in _around(claim, tellers)]
    outermost = sum(_words(claim) for claim in claims if claim.parent is None)
    return SourceSummary(
        doc=doc,
        voice=key[0],
        name=next((source.name for source in sources if source.name), None),
        text=_plain(sources[0].text) if sources else None,
        role=best_role(source.role.text for source in sources if source.role),
        pronouns=next((source.pronouns for source in sources if source.pronouns), None),
        type=_type(sources),
        entity=next((source.entity for source in sources if source.entity), None),
        claims=len(claims),
        direct=forms["direct"],
        mixed=forms["mixed"],
        indirect=forms["indirect"],
        narrated=forms["narrated"],
        nested=sum(claim.parent is not None for claim in claims),
        words=sum(map(_words, own)),
        share=None if key[0] == "article" else round(outermost / reported, 4) if reported else 0.0,
        mentions=_mentions(sources),
        cues=_cues(claim.cue.lemma for claim in claims if claim.cue),
        paragraphs=(min(c.paragraphs[0] for c in claims), max(c.paragraphs[1] for c in claims)),
        ids=tuple(claim.id for claim in claims),
    )


def _around(claim: Claim, tellers: Tellers) -> Iterator[Key]:
    """Whose claims a claim is reported inside of, the nearest first."""
    seen = {claim.id}
    outer = claim.parent
    while outer is not None and outer in tellers and outer not in seen:
        seen.add(outer)
        key, outer = tellers[outer]
        yield key


def _type(sources: Sequence[Source]) -> SourceType | None:
    """The commonest type among the most telling mentions; of several the first."""
    for mention in _TELLING:
        if types := Counter(source.type for source in sources if source.mention == mention):
            return types.most_common(1)[0][0]
    return None


def _mentions(sources: Iterable[Source]) -> tuple[SourceWords, ...]:
    """The words that name the source, in the order in which they come first; case makes no difference."""
    found: dict[tuple[str, SourceMention], SourceWords] = {}
    for source in sources:
        words = _plain(source.text)
        key = words.casefold(), source.mention
        known = found.get(key, SourceWords(words, source.mention, 0))
        found[key] = SourceWords(known.text, known.mention, known.claims + 1)
    return tuple(found.values())


def _cues(lemmas: Iterable[str]) -> tuple[SourceCue, ...]:
    """The commonest first; of several the one that comes first."""
    return tuple(SourceCue(lemma, claims) for lemma, claims in Counter(lemmas).most_common())


def _words(claim: Claim) -> int:
    return len(claim.text.split())


def _plain(text: str) -> str:
    return " ".join(text.split())
