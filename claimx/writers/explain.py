"""A document's claims in words, each part with the rule or model that made it."""

from __future__ import annotations

from collections.abc import Iterator

from claimx.records import Claim, Document, Entity, Quantity, Source, Time

#: The width of the column that names the parts.
PART = 16


def explain_document(document: Document) -> Iterator[str]:
    """Lines to print: the document, then each claim with its parts, what each is, and by which rule."""
    info = document.doc
    claims = document.claims
    yield f"{info.id}: {info.title or 'no title'} ({info.published or 'no date'}), {len(claims)} claims"
    for warning in document.warnings:
        yield f"  note: {warning}"
    for number, claim in enumerate(claims, start=1):
        yield ""
        yield from _explain(number, claim)


def _explain(number: int, claim: Claim) -> Iterator[str]:
    yield f"{number}. {claim.text}"
    yield _line("at", ", ".join(f"{start}-{end}" for start, end in claim.spans), f"id {claim.id}")
    for part, value, why in _parts(claim):
        yield _line(part, value, why)


def _parts(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Part, what it is, and why: the rule of the record itself, or of a reason that names no part of its own."""
    told = {
        reason.part: f"{reason.rule}: {reason.detail}" if reason.detail else reason.rule for reason in claim.reasons
    }
    simple = {
        "form": claim.form,
        "cue": claim.cue.text if claim.cue else "",
        "addressee": claim.addressee.text if claim.addressee else "",
        "medium": claim.medium.text if claim.medium else "",
        "made": claim.made.text if claim.made else "",
        "act": claim.act,
        "stance": claim.stance,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "hedges": ", ".join(hedge.text for hedge in claim.hedges),
        "loaded": ", ".join(f"{loaded.text} ({loaded.kind})" for loaded in claim.loaded),
        "checkworthiness": f"{claim.checkworthiness:.2f}",
        "confidence": f"{claim.confidence:.2f}",
        "parent": claim.parent or "",
    }
    if claim.source:
        yield "source", _source(claim.source), " / ".join(filter(None, (claim.source.rule, told.pop("source", ""))))
    for part, value in simple.items():
        why = told.pop(part, "")
        if value or why:
            yield part, value, why
    for quantity in claim.quantities:
        yield "quantity", _quantity(quantity), quantity.rule
    for time in claim.times:
        yield "time", _time(time), time.rule
    for entity in claim.entities:
        yield "entity", _entity(entity), entity.rule
    for part, why in told.items():
        yield part, "", why


def _line(part: str, value: str, why: str) -> str:
    value = " ".join(value.split())
    because = f"  <- {why}" if why else ""
    return f"   {part:<{PART}}{value}{because}"


def _source(source: Source) -> str:
    name = f" = {source.name}" if source.name and source.name != source.text else ""
    return f"{source.text}{name} ({source.type}, {source.mention})"


def _quantity(quantity: Quantity) -> str:
    high = "" if quantity.high is None else f" to {quantity.high}"
    of = f" of {quantity.of.text}" if quantity.of else ""
    return f"{quantity.text} = {quantity.bound} {quantity.value}{high} {quantity.unit or quantity.dimension}{of}"


def _time(time: Time) -> str:
    return f"{time.text} = {time.value or 'unknown'} (anchor: {time.anchor})"


def _entity(entity: Entity) -> str:
    name = f" = {entity.name}" if entity.name != entity.text else ""
    return f"{entity.text}{name} ({entity.label})"
