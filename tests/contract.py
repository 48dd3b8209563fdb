"""Holds a document envelope against the contract of docs/record.md, beyond what the JSON Schema can say."""

import hashlib
import math
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import jsonschema

from claimx.records.schema import json_schema

Json = dict[str, Any]

VALIDATOR = jsonschema.Draft202012Validator(json_schema(document=True))
#: TIMEX3 values: dates, weeks, seasons, parts of days, durations, references; X where a part is unknown.
TIMEX = re.compile(
    r"(?:(?:PRESENT|PAST|FUTURE)_REF"
    r"|P(?:T?[\dX.]+[A-Z]{1,2})+(?:T(?:[\dX.]+[HMS])+)?"
    r"|[\dX]{1,4}(?:-(?:[\dX]{2}|W[\dX]{2}|Q[\dX]|H[\dX]|SP|SU|FA|WI))?(?:-(?:[\dX]{1,2}|WE))?"
    r"(?:T(?:[\dX]{2}(?::[\dX]{2}){0,2}|MO|MI|AF|EV|NI|DT))?(?:Z|[+-]\d\d:?\d\d)?"
    r"|T(?:[\dX]{2}(?::[\dX]{2}){0,2}|MO|MI|AF|EV|NI|DT))"
)


def breaches(envelope: Json) -> list[str]:
    """Every breach, as ``where: what``; none for an envelope that keeps the contract."""
    if errors := [*VALIDATOR.iter_errors(envelope)]:
        return [f"{error.json_path}: {error.message[:200]}" for error in errors]
    return [*_document(envelope)]


def _document(envelope: Json) -> Iterator[str]:
    text, claims = envelope["doc"]["text"], envelope["claims"]
    if envelope["doc"]["sha256"] != hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest():
        yield "doc.sha256: not the text's"
    if len({claim["id"] for claim in claims}) != len(claims):
        yield "claims: two with one id"
    for kind in ("entities", "quantities", "times"):
        for number, mention in enumerate(envelope[kind]):
            yield from _mention(text, f"{kind}[{number}]", mention)
    ids = {entity["id"] for entity in envelope["entities"]}
    for number, claim in enumerate(claims):
        for breach in _claim(text, claim, ids):
            yield f"claims[{number}].{breach}"
        if claim["parent"] is not None and claim["parent"] not in {c["id"] for c in claims} - {claim["id"]}:
            yield f"claims[{number}].parent: no other claim"
        if claim["doc"]["id"] != envelope["doc"]["id"]:
            yield f"claims[{number}].doc.id: another document's"


def _claim(text: str, claim: Json, ids: set[str]) -> Iterator[str]:
    yield from _spans(text, "spans", claim["spans"])
    said, at = _letters(claim["text"]), _letters("".join(text[a:b] for a, b in claim["spans"]))
    if at not in (said, "that" + said, "That" + said):
        yield "text: not the words at its spans"
    if claim["text"] != " ".join(claim["text"].split()):
        yield "text: white space"
    for key in ("sentences", "paragraphs"):
        if claim[key][0] > claim[key][1]:
            yield f"{key}: out of order"
    if claim["form"] == "narrated" and (claim["source"] or claim["cue"]):
        yield "source: of a narrated claim"
    for key in ("source", "cue", "addressee", "medium", "made"):
        if claim[key]:
            yield from _mention(text, key, claim[key])
    if claim["source"] and claim["source"]["entity"] not in {None, *ids}:
        yield "source.entity: does not exist"
    if claim["source"]:
        yield from _speakers(text, claim["source"], ids)
    for key in ("quantities", "times", "entities", "hedges", "loaded"):
        for number, mention in enumerate(claim[key]):
            yield from _mention(text, f"{key}[{number}]", mention)
    yield from _inside(claim, ids)


def _speakers(text: str, source: Json, ids: set[str]) -> Iterator[str]:
    """What is told of who speaks: the words that describe it, and each of several."""
    if source["role"]:
        yield from _mention(text, "source.role", source["role"])
    if not ids.issuperset(source["entities"]):
        yield "source.entities: does not exist"
    if source["entity"] and source["entities"] != [source["entity"]]:
        yield "source.entities: not the entity"


def _inside(claim: Json, ids: set[str]) -> Iterator[str]:
    for key in ("quantities", "times", "entities"):
        for number, mention in enumerate(claim[key]):
            start, end = mention["span"]
            if not any(a <= start and end <= b for a, b in claim["spans"]):
                yield f"{key}[{number}]: outside of the content"
    for number, entity in enumerate(claim["entities"]):
        if entity["id"] not in ids:
            yield f"entities[{number}].id: does not exist"


def _mention(text: str, where: str, mention: Json) -> Iterator[str]:
    spans = mention["spans"] if "spans" in mention else [mention["span"]]
    yield from _spans(text, where, spans)
    if _folded(mention["text"]) != _folded(" ".join(text[a:b] for a, b in spans)):
        yield f"{where}.text: not what stands there"
    if "bound" in mention:
        numbers = [mention[key] for key in ("value", "high", "si") if mention[key] is not None]
        if not all(math.isfinite(number) for number in numbers):
            yield f"{where}: not finite"
        if mention["high"] is not None and mention["high"] < mention["value"]:
            yield f"{where}.high: below value"
        if mention["of"]:
            yield from _mention(text, f"{where}.of", mention["of"])
    if "anchor" in mention:
        if mention["value"] is not None and not TIMEX.fullmatch(mention["value"]):
            yield f"{where}.value: {mention['value']} is no TIMEX3 value"
        if mention["begin"] and mention["end"] and mention["begin"] > mention["end"]:
            yield f"{where}.begin: after its end"


def _spans(text: str, where: str, spans: list[list[int]]) -> Iterator[str]:
    if not all(0 <= start < end <= len(text) for start, end in spans):
        yield f"{where}: out of range"
    if any(a[1] > b[0] for a, b in pairwise(spans)):
        yield f"{where}: overlap or out of order"


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words)


def _folded(words: str) -> str:
    return " ".join(words.split())
