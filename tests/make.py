"""Records made by hand, for tests that need no parser."""

import dataclasses
import hashlib
from itertools import accumulate

from claimx.grammar.columns import Columns
from claimx.grammar.tokens import Parse
from claimx.records import (
    SCHEMA_VERSION,
    Addressee,
    Article,
    Claim,
    Cue,
    DocInfo,
    DocRef,
    Document,
    Entity,
    Hedge,
    Loaded,
    Mention,
    Quantity,
    Reason,
    Reference,
    Source,
    Span,
    Time,
    Words,
)

TEXT = (
    "Mayor denies losses\r\n\r\n"
    "Mayor Ana Ruiz told reporters in a letter on Monday that perhaps more than 300 homes, “a fairy tale”, had been "
    "lost in the so-called audit by March 2024.\r\n"
    "The river rose."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def entity(words: str = "Ana Ruiz") -> Entity:
    return Entity(words, span(words), "PERSON", words, "e1", rule="ner")


def quantity() -> Quantity:
    words = "more than 300 homes"
    return Quantity(words, span(words), 300, bound=">", of=Mention("homes", span("homes")), rule="count")


def time(words: str, value: str, begin: str, end: str) -> Time:
    return Time(words, span(words), "date", value, begin, end, anchor="publication", rule="weekday")


def attributed(doc: DocRef) -> Claim:
    content = TEXT[span("that perhaps").start : span("March 2024").end]
    return Claim(
        id="00112233445566ff",
        key="aa00112233445566",
        doc=doc,
        form="mixed",
        text=" ".join(content.removeprefix("that ").split()),
        standalone=" ".join(content.removeprefix("that ").split()) + " [2024-03]",
        spans=(span(content),),
        sentences=(1, 1),
        paragraphs=(1, 1),
        source=Source(
            "Mayor Ana Ruiz",
            (span("Mayor Ana Ruiz"),),
            "Ana Ruiz",
            role=Mention("Mayor", span("Mayor")),
            pronouns="she",
            type="person",
            mention="named",
            entity="e1",
            entities=("e1",),
            rule="full-name",
        ),
        cue=Cue("told", (span("told"),), "tell"),
        addressee=Addressee("reporters", (span("reporters"),)),
        medium=Words("in a letter", (span("in a letter"),)),
        made=time("Monday", "2024-03-04", "2024-03-04", "2024-03-04"),
        act="assertive",
        stance="affirm",
        polarity="positive",
        certainty="possible",
        hedges=(Hedge("perhaps", span("perhaps")),),
        loaded=(Loaded("so-called", span("so-called"), "so_called"),),
        checkworthiness=0.75,
        quantities=(quantity(),),
        times=(time("March 2024", "2024-03", "2024-03-01", "2024-03-31"),),
        entities=(),
        parent=None,
        confidence=0.8,
        reasons=(Reason("form", "quoted-pieces", "1 of 12 words"), Reason("act", "cue-lexicon", "tell")),
    )


def narrated(doc: DocRef) -> Claim:
    return Claim(
        id="ffeeddccbbaa0099",
        key="bb00112233445566",
        doc=doc,
        form="narrated",
        text="The river rose",
        standalone="The river [River Anse] rose",
        spans=(span("The river rose"),),
        sentences=(2, 2),
        paragraphs=(2, 2),
        source=None,
        cue=None,
        addressee=None,
        medium=None,
        made=None,
        act="assertive",
        stance="affirm",
        polarity="positive",
        certainty="certain",
        hedges=(),
        loaded=(),
        checkworthiness=0.25,
        quantities=(),
        times=(),
        entities=(),
        references=(Reference("The river", span("The river"), "River Anse"),),
        parent=None,
        confidence=0.5,
    )


def document(name: str = "news/a.txt", text: str = TEXT, *, with_claims: bool = True) -> Document:
    doc = DocRef(name, "Mayor denies losses", "2024-03-05", None)
    claims = (attributed(doc), narrated(doc)) if with_claims else ()
    info = DocInfo(
        id=name,
        title="Mayor denies losses",
        published="2024-03-05",
        published_from="given",
        publisher=None,
        author=None,
        url=None,
        language="en",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        words=len(text.split()),
        text=text,
    )
    entities, quantities, times = ((entity(),), (quantity(),), (claims[0].times[0],)) if claims else ((), (), ())
    return Document(SCHEMA_VERSION, "0.1.0", info, entities, quantities, times, claims, ())


def read(article: Article) -> Document:
    """What a fake extractor makes of an article: an envelope without claims."""
    made = document(article.id, article.text, with_claims=False)
    published = article.published.isoformat() if article.published else None
    info = dataclasses.replace(made.doc, title=article.title, published=published)
    return dataclasses.replace(made, doc=info, warnings=article.warnings)


def make_parse(words, *, deps=(), heads=(), tags=(), classes=(), sentence_starts=()) -> Parse:
    """A parse of words with one blank after each; what is not given is empty, and each word its own head."""
    count = len(words)
    starts = [0, *accumulate(len(word) + 1 for word in words)][:count]
    return Parse(
        Columns(
            text=" ".join(words),
            words=words,
            starts=starts,
            spaces=[True] * count,
            heads=heads or range(count),
            deps=deps or [""] * count,
            tags=tags or [""] * count,
            classes=classes or [""] * count,
            lemmas=[word.lower() for word in words],
            sentence_starts=sentence_starts or [i == 0 for i in range(count)],
            punctuation=[not any(c.isalnum() for c in word) for word in words],
            stop_words=[False] * count,
            numerals=[word.isdigit() for word in words],
        )
    )
