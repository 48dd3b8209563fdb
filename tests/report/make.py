"""Documents made by hand for pages: any number of articles, each with any number of claims."""

import hashlib
from collections.abc import Iterator

from claimx.records import (
    SCHEMA_VERSION,
    Claim,
    Cue,
    DocInfo,
    DocRef,
    Document,
    Mention,
    Quantity,
    Source,
    Span,
    Time,
    to_dict,
)

SPEAKERS = ("Ana Ruiz", "Odo Velt", "Mira Sand", "the harbour office", "Tom Berg")
FORMS = ("direct", "indirect", "mixed")


def make_document(number: int = 0, sentences: int = 5, title: str | None = None) -> Document:
    """An article in which speaker after speaker tells how many boats there are."""
    head = title or f"Boats counted in port {number}"
    name = f"port{number}.txt"
    doc = DocRef(name, head, "2024-03-05", None)
    text, claims = f"{head}\n\n", []
    for at in range(sentences):
        claim, text = _said(text, doc, number, at)
        claims.append(claim)
    quantities = tuple(quantity for claim in claims for quantity in claim.quantities)
    times = tuple(time for claim in claims for time in claim.times)
    info = DocInfo(
        id=name,
        title=head,
        published="2024-03-05",
        published_from="given",
        publisher="Port Courier",
        author=None,
        url=None,
        language="en",
        sha256=_digest(text),
        words=len(text.split()),
        text=text,
    )
    return Document(SCHEMA_VERSION, "0.1.0", info, (), quantities, times, tuple(claims), ())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _said(text: str, doc: DocRef, number: int, at: int) -> tuple[Claim, str]:
    who, form, value = SPEAKERS[at % len(SPEAKERS)], FORMS[at % len(FORMS)], 10 * number + at + 3
    day = f"2024-02-{at % 28 + 1:02}"
    content = f"There were {value} boats in the bay on {day}"
    start = len(text)
    text += f"{content}, {who} said.\n\n"

    def find(words: str) -> Span:
        begin = text.index(words, start)
        return Span(begin, begin + len(words))

    named = who[0].isupper()
    source = Source(
        text=who,
        spans=(find(who),),
        name=who if named else None,
        type="person" if named else "organization",
        mention="named" if named else "nominal",
        entity=f"e{at}" if named else None,
    )
    counted = Quantity(str(value), find(str(value)), value, of=Mention("boats", find("boats")))
    claim = Claim(
        id=_digest(f"{number}-{at}")[:16],
        key=_digest(content)[:16],
        doc=doc,
        form=form,
        text=content,
        standalone=content,
        spans=(Span(start, start + len(content)),),
        sentences=(at + 1, at + 1),
        paragraphs=(at + 1, at + 1),
        source=source,
        cue=Cue("said", (find("said"),), "say"),
        stance="refute" if at % 5 == 4 else "affirm",
        checkworthiness=round((at * 37 % 100) / 100, 2),
        quantities=(counted,),
        times=(Time(day, find(day), "date", day, day, day, anchor="explicit"),),
        confidence=round(1 - at % 30 / 40, 2),
    )
    return claim, text


def envelopes(count: int = 1, sentences: int = 5) -> Iterator[dict]:
    """The same as plain JSON types."""
    for number in range(count):
        yield to_dict(make_document(number, sentences))
