"""Writes docs/fields.md, every field with what it is in a sample: ``python docs/make_fields.py``."""

from __future__ import annotations

import dataclasses
import io
import json
import typing
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from claimx import Article, Document, Extractor, records, summarize_sources, to_dict
from claimx.claims.shares import shares_of_run
from claimx.claims.whole_run import rows_of_run

ROOT = Path(__file__).parents[1]
PAGE = Path(__file__).with_name("fields.md")
#: Read in this order, till each field has been seen.
SAMPLES = (
    "disaster", "interview", "business", "court", "state", "live_blog", "sports", "science", "poll", "international",
    "parliament", "agency", "press_release", "local",
)  # fmt: skip
#: The sections of the page: a kind of record, and under which keys of a claim (of a document) such records stand.
SECTIONS: dict[str, type] = {
    "Claim": records.Claim,
    "Source": records.Source,
    "Cue": records.Cue,
    "Addressee": records.Addressee,
    "Quantity": records.Quantity,
    "Rate": records.Rate,
    "Time": records.Time,
    "Entity": records.Entity,
    "Reference": records.Reference,
    "Hedge": records.Hedge,
    "Loaded": records.Loaded,
    "Words": records.Words,
    "Thing that is counted, role": records.Mention,
    "Document of a claim": records.DocRef,
    "Document envelope": records.Document,
    "Document": records.DocInfo,
    "Distinct claim": records.DistinctClaim,
    "Elsewhere": records.Repeat,
    "Who speaks": records.SourceSummary,
    "Mention of a source": records.SourceWords,
    "Cue of a source": records.SourceCue,
    "Envelope of sources": records.DocumentSources,
    "Who speaks in a run": records.SourceShare,
}
#: What is said of a section before its table.
NOTES = {
    "Words": "As in `medium`.",
    "Thing that is counted, role": "As in a quantity's `of` and a source's `role`.",
    "Document of a claim": "The `doc` of a claim or a source.",
    "Document envelope": "`claimx extract --format json`.",
    "Distinct claim": "What `claimx extract --distinct` adds to a claim: here of two editions of one sample.",
    "Elsewhere": "An entry of a distinct claim's `elsewhere`.",
    "Who speaks": "`claimx sources`, a line for each source.",
    "Mention of a source": "An entry of `mentions`.",
    "Cue of a source": "An entry of `cues`.",
    "Envelope of sources": "`claimx sources --format json`.",
    "Who speaks in a run": "`claimx sources --by name`, `--by role` and `--by pronouns`, of all samples.",
}
PUBLISHED = date(2023, 8, 14)
#: So long is a value at most, and so long are the words that it is about.
WIDTH, NARROW = 110, 60
HEAD = """# Every field, with examples

What each key of [the record](record.md) holds in an article: values as claimx finds them in
[its samples](https://github.com/claimx/claimx/tree/main/samples), which are invented, beside the words they are about.
Of keys with a few possible values each value is shown that the samples have. `python docs/make_fields.py` writes the
page.
"""


class Example(NamedTuple):
    """A value of a field, the words that it is about, and the sample."""

    value: str
    words: str
    sample: str


def render() -> str:
    """The page."""
    found: dict[tuple[type, str], dict[str, Example]] = {}
    extractor = Extractor()
    documents = {}
    for sample in SAMPLES:
        text = (ROOT / "samples" / f"{sample}.txt").read_bytes().decode("utf-8")
        documents[sample] = extractor.document(Article(text, id=f"samples/{sample}.txt", published=PUBLISHED))
    for sample, document in documents.items():
        for record, words in (*_all_records(document), *_records_of_sources(document)):
            _note_all(found, record, words, sample)
    for record, words in (*_distinct(documents[SAMPLES[0]]), *_shares(documents.values())):
        _note_all(
            found, record, words, SAMPLES[0] if isinstance(record, records.DistinctClaim | records.Repeat) else "all"
        )
    return (
        "\n".join([HEAD, *(line for title, kind in SECTIONS.items() for line in _section(title, kind, found))]) + "\n"
    )


def public(kind: type) -> list[str]:
    """The keys of a kind of record, as they are written, without those of the kind that it extends."""
    inherited = {
        field.name for base in kind.__bases__ if dataclasses.is_dataclass(base) for field in dataclasses.fields(base)
    }
    fields = [field.name for field in dataclasses.fields(kind) if not field.metadata.get("internal")]
    return [name for name in fields if name not in inherited]


def _note_all(found: dict[tuple[type, str], dict[str, Example]], record: Any, words: str, sample: str) -> None:  # noqa: ANN401
    for name in public(type(record)):
        _note(found, record, name, Example(_told(getattr(record, name)), _cut(words, NARROW), sample))


def _records_of_sources(document: Document) -> Iterator[tuple[Any, str]]:
    """What ``claimx sources`` tells of a document."""
    summary = summarize_sources(document)
    yield summary, document.doc.title or document.doc.id
    for source in summary.sources:
        words = source.name or source.text or source.voice
        yield source, words
        yield from ((part, words) for part in (*source.mentions, *source.cues))


def _distinct(document: Document) -> Iterator[tuple[Any, str]]:
    """What ``--distinct`` tells of the claims of a document that two papers print."""
    claims = [to_dict(claim) for claim in document.claims]
    again = [{**claim, "doc": {**claim["doc"], "id": "second-edition.txt"}} for claim in claims]
    lines = io.BytesIO("".join(f"{json.dumps(claim)}\n" for claim in (*claims, *again)).encode())
    for claim in rows_of_run(lines, distinct=True, top=None):
        assert isinstance(claim, records.DistinctClaim)
        yield claim, claim.text
        yield from ((repeat, claim.text) for repeat in claim.elsewhere)


def _shares(documents: Iterable[Document]) -> Iterator[tuple[Any, str]]:
    """What ``claimx sources --by`` tells of several documents."""
    rows = [to_dict(source) for document in documents for source in summarize_sources(document).sources]
    for by in typing.get_args(records.By):
        for share in shares_of_run(rows, by):
            yield share, share.value or ""


def _all_records(document: Document) -> Iterator[tuple[Any, str]]:
    """A document's records of all kinds, each with the words that it is about."""
    yield document, document.doc.title or document.doc.id
    yield document.doc, document.doc.title or document.doc.id
    for claim in document.claims:
        yield claim, claim.text
        yield from _parts(claim)


def _parts(claim: records.Claim) -> Iterator[tuple[Any, str]]:
    if claim.source and claim.source.role:
        yield claim.source.role, claim.source.text
    kinds = tuple(SECTIONS.values())
    for field in dataclasses.fields(claim):
        value = getattr(claim, field.name)
        for record in value if isinstance(value, tuple) else (value,):
            if isinstance(record, kinds):
                yield record, claim.text if field.name in ("doc", "loaded") else record.text
                if isinstance(record, records.Quantity):
                    yield from ((part, record.text) for part in (record.per, record.of) if part)


def _note(found: dict[tuple[type, str], dict[str, Example]], record: Any, name: str, example: Example) -> None:  # noqa: ANN401
    """Keep an example: of an enumeration one for each value, else the first that tells something."""
    examples = found.setdefault((type(record), name), {})
    is_empty = getattr(record, name) in (None, (), "")
    key = example.value if _choices(type(record), name) else ""
    if key in examples and not (examples[key].value in ("null", "[]") and not is_empty):
        return
    examples[key] = example


def _choices(kind: type, name: str) -> bool:
    """Whether a field has one of a few values."""
    hint = typing.get_type_hints(kind)[name]
    return any(typing.get_origin(each) is typing.Literal for each in (hint, *typing.get_args(hint)))


def _told(value: Any) -> str:  # noqa: ANN401 - any value of a record
    return _cut(json.dumps(to_dict(value), ensure_ascii=False))


def _cut(text: str, width: int = WIDTH) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def _section(title: str, kind: type, found: dict[tuple[type, str], dict[str, Example]]) -> Iterable[str]:
    yield f"\n## {title}\n"
    if title in NOTES:
        yield f"{NOTES[title]}\n"
    yield "| key | value | of | sample |"
    yield "| --- | --- | --- | --- |"
    for name in public(kind):
        for example in found[kind, name].values():
            cells = (f"`{name}`", f"`` {example.value} ``", example.words, example.sample)
            yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
