"""Step 5: attributions, sentences and mentions to claims. Records only, no parser."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimx.claims import own_assertions
from claimx.claims.checkworthiness import checkworthiness, features
from claimx.claims.claim_id import claim_id, claim_key
from claimx.claims.claim_text import claim_text
from claimx.claims.empty import why_nothing
from claimx.claims.hedges import as_hedges, find_hedges, merge
from claimx.claims.loaded import as_loaded, find_loaded, find_scare_quotes
from claimx.claims.places import Ranges
from claimx.claims.stance import Judgement, is_clause, judge
from claimx.claims.standalone import elsewhere, with_standalone
from claimx.records import (
    Attribution,
    Attributions,
    Claim,
    Cue,
    DocInfo,
    DocRef,
    Event,
    Form,
    Hedge,
    Loaded,
    Mentions,
    Reason,
    Reference,
    Sentence,
    Source,
    Span,
    Zone,
)
from claimx.text.spans import index_mentions


def build_claims(
    info: DocInfo, found: Attributions, mentions: Mentions, sentences: Sequence[Span], zones: Sequence[Zone]
) -> list[Claim]:
    """Make the claims of one article, in text order, no two with one id.

    Args:
        info: the article, its text, which all offsets point into, and the digest, which is part of each claim's id.
        found: the statements with their sources, words that mean something named elsewhere, and those of the article's
            own sentences that are wanted.
        mentions: the article's entities, quantities and times, each in text order.
        sentences: all sentences, in text order; a claim counts them from 0.
        zones: the article's zones, in text order.
    """
    builder = _Builder(info, found.references, mentions, sentences, zones)
    attributions = found.attributions
    built = [builder.attributed(attribution) for attribution in attributions]
    claims = [_with_parent(claim, attribution, built) for claim, attribution in zip(built, attributions, strict=True)]
    claims += [builder.narrated(sentence) for sentence in found.narrated]
    ordered = sorted(
        (claim for claim in claims if claim is not None), key=lambda c: (c.spans[0].start, -c.spans[-1].end, c.id)
    )
    return list({claim.id: claim for claim in reversed(ordered)}.values())[::-1]


def _with_parent(claim: Claim | None, attribution: Attribution, built: Sequence[Claim | None]) -> Claim | None:
    if claim is None or attribution.parent is None:
        return claim
    parent = built[attribution.parent]
    return claim if parent is None or parent.id == claim.id else dataclasses.replace(claim, parent=parent.id)


@dataclass(frozen=True, slots=True)
class _Content:
    """What is claimed: the words, their main event, what is mentioned in them and how worth checking they are."""

    spans: tuple[Span, ...]
    text: str
    event: Event | None
    mentions: Mentions
    score: float
    why_score: Reason


class _Builder:
    """Makes the claims of one article; what they share is found once."""

    def __init__(
        self,
        info: DocInfo,
        references: Sequence[Reference],
        mentions: Mentions,
        sentences: Sequence[Span],
        zones: Sequence[Zone],
    ) -> None:
        self._text = info.text
        self._doc = DocRef(info.id, info.title, info.published, info.url)
        self._sha256 = info.sha256
        self._entities = index_mentions(mentions.entities)
        self._quantities = index_mentions(mentions.quantities)
        self._times = index_mentions(mentions.times)
        self._references = index_mentions(references)
        self._sentence_spans = sentences
        self._sentences = Ranges.of_sentences(sentences)
        self._paragraphs = Ranges.of_paragraphs(zones)
        self._hedges = index_mentions(find_hedges(self._text))
        self._loaded = index_mentions(find_loaded(self._text, mentions.entities))

    def attributed(self, attribution: Attribution) -> Claim | None:
        """The claim of one attribution; None where its content says nothing."""
        spans, event = attribution.content, attribution.event
        quoted = attribution.quoted or (spans if attribution.form == "direct" else ())
        if not self._has_words(spans):
            return None
        shown = claim_text(self._text, spans, quoted, drop_that=is_clause(event))
        judgement = judge(
            attribution.cue,
            attribution.cue_event,
            event,
            sourced=attribution.source is not None,
            opening=next(iter(shown.split(maxsplit=1)), ""),
            asks=attribution.asks,
        )
        if why_nothing(self._text, attribution, shown, judgement.act, judgement.stance) is not None:
            return None
        content = self._content(spans, shown, event)
        claim = self._claim(attribution.form, content, judgement, attribution.source, attribution.cue)
        told = dataclasses.replace(
            claim,
            addressee=attribution.addressee,
            medium=attribution.medium,
            made=attribution.made,
            loaded=self._loaded_of(spans, quoted, self._frame(attribution)),
            confidence=round(min(1.0, max(0.0, attribution.confidence)), 4),
            reasons=(Reason("form", attribution.rule or "given", attribution.form), *claim.reasons),
        )
        return with_standalone(told, self._text)

    def narrated(self, sentence: Sentence) -> Claim | None:
        """The claim of one sentence of the article's own; None where it states nothing that can be checked."""
        if own_assertions.why_not(self._text, sentence) is not None:
            return None
        *before, (start, end) = sentence.pieces or (sentence.span,)
        spans = (*before, Span(start, own_assertions.content_end(self._text, start, end)))
        content = self._content(spans, claim_text(self._text, spans, (), drop_that=False), sentence.event)
        kept = own_assertions.keep(sentence, content.mentions, content.score)
        if kept is None:
            return None
        claim = self._claim("narrated", content, judge(None, None, sentence.event))
        told = dataclasses.replace(
            claim, loaded=self._loaded_of(spans, (), ()), confidence=kept[0], reasons=(kept[1], *claim.reasons)
        )
        return with_standalone(told, self._text)

    def _content(self, spans: tuple[Span, ...], shown: str, event: Event | None) -> _Content:
        held = Mentions(
            entities=tuple(self._entities.inside(*spans)),
            quantities=tuple(self._quantities.inside(*spans)),
            times=tuple(self._times.inside(*spans)),
        )
        return _Content(spans, shown, event, held, *checkworthiness(features(shown, event, held)))

    def _claim(
        self,
        form: Form,
        content: _Content,
        judgement: Judgement,
        source: Source | None = None,
        cue: Cue | None = None,
    ) -> Claim:
        """What claims of both kinds have: where they stand, what is mentioned in them, how they are judged."""
        spans = content.spans
        return Claim(
            id=claim_id(self._sha256, form, spans, source, cue),
            key=claim_key(content.text, source),
            doc=self._doc,
            form=form,
            text=content.text,
            standalone=content.text,
            spans=spans,
            sentences=self._sentences.over(spans),
            paragraphs=self._paragraphs.over(spans),
            source=source,
            cue=cue,
            act=judgement.act,
            stance=judgement.stance,
            polarity=judgement.polarity,
            certainty=judgement.certainty,
            hedges=self._hedges_of((*spans, *(cue.spans if cue else ())), judgement),
            checkworthiness=content.score,
            quantities=content.mentions.quantities,
            times=content.mentions.times,
            entities=content.mentions.entities,
            references=elsewhere(self._references.inside(*spans), content.mentions.entities),
            reasons=(*judgement.reasons, content.why_score),
        )

    def _has_words(self, spans: Sequence[Span]) -> bool:
        return any(sign.isalnum() for start, end in spans for sign in self._text[start:end])

    def _hedges_of(self, spans: Sequence[Span], judgement: Judgement) -> tuple[Hedge, ...]:
        found: list[Hedge] = as_hedges(self._text, self._hedges.inside(*spans))
        return merge([*found, *judgement.hedges])

    def _loaded_of(self, spans: Sequence[Span], quoted: Sequence[Span], frame: Sequence[Span]) -> tuple[Loaded, ...]:
        """Loaded wording in the content, and the author's own distance ("so-called") in the frame around it."""
        beside = [phrase for phrase in self._loaded.inside(*frame) if phrase.row.kind == "so_called"]
        found = {item.span: item for item in find_scare_quotes(self._text, spans, quoted)}
        found |= {item.span: item for item in as_loaded(self._text, [*self._loaded.inside(*spans), *beside])}
        return tuple(found[span] for span in sorted(found))

    def _frame(self, attribution: Attribution) -> tuple[Span, ...]:
        """The words of the content's own sentences between source, cue and content, without the content."""
        content = attribution.content
        first, last = self._sentences.over(content)
        if not self._sentence_spans:
            return ()
        low, high = self._sentence_spans[first].start, self._sentence_spans[last].end
        parts = [*content]
        for role in (attribution.source, attribution.cue):
            parts += [span for span in (role.spans if role else ()) if low <= span.start and span.end <= high]
        begin, end = min(part.start for part in parts), max(part.end for part in parts)
        bounds = [Span(begin, begin), *sorted(content), Span(end, end)]
        return tuple(Span(a.end, b.start) for a, b in pairwise(bounds) if a.end < b.start)
