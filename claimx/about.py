"""What is installed: versions, models, licences, folders, and whether the files are what they should be."""

from __future__ import annotations

import platform
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import claimx
from claimx import models
from claimx.document import find_parser, parse
from claimx.errors import LexiconError, ModelError
from claimx.lexicons import loader as lexicon
from claimx.lexicons.weights import Weight

LIBRARIES = ("spacy", "onnxruntime", "tokenizers")
#: The model that claimx cannot do without.
ATTRIBUTION = "attribution"
LEXICONS = Path(claimx.__file__).parent / "lexicons" / lexicon.LANGUAGE


#: What is parsed to see whether a parser works, and the lemmas of its words: they need every file but the recogniser's.
SENTENCE = "The mayor said that more homes were lost on Monday."
LEMMAS = ("the", "mayor", "say", "that", "more", "home", "be", "lose", "on", "Monday", ".")
AGAIN = "please install claimx again"


class Part(NamedTuple):
    """A part of the installation: what it is called, what is to be said of it, and whether it is as it should be."""

    name: str
    said: str
    is_whole: bool = True


def describe() -> Iterator[Part]:
    """All parts, what is missing or damaged included."""
    yield Part("claimx", f"{claimx.__version__} (MIT) in {Path(claimx.__file__).parent}")
    yield Part("Python", platform.python_version())
    yield from map(_library, LIBRARIES)
    yield _parser()
    for name in models.names() or [ATTRIBUTION]:
        yield _model(name)
    yield _weights("check-worthiness", "wording/checkworthiness")
    for part in ("credence", "credence_elsewhere", "credence_kind"):
        yield _weights("confidence", f"reporting/{part}")
    yield _lexicons()


def _library(package: str) -> Part:
    try:
        return Part(package, metadata.version(package))
    except metadata.PackageNotFoundError:
        return Part(package, f"missing; {AGAIN}", is_whole=False)


def _parser() -> Part:
    try:
        info = find_parser()
        [parsed] = parse([(SENTENCE, [])])
        lemmas = tuple(token.lemma for token in parsed)
    except ModelError as error:
        return Part("parser", f"DAMAGED: {error}", is_whole=False)
    except Exception as error:  # whatever a file of it that is cut off makes spaCy raise
        return Part("parser", f"DAMAGED: {type(error).__name__}: {error}; {AGAIN}", is_whole=False)
    is_whole = lemmas == LEMMAS
    state = "whole" if is_whole else f"DAMAGED: it reads {' '.join(lemmas)!r}; reinstall {info.package}"
    return Part("parser", f"{info.package} {info.version} (en_core_web_sm, MIT), {state}, in {info.folder}", is_whole)


def _model(name: str) -> Part:
    try:
        model = models.open_model(name)
        for file in model.table["sha256"]:
            model.read(file)
            if file.endswith(".onnx"):
                models.onnx_session(model, file)
    except (ModelError, ImportError) as error:
        return Part(f"model {name}", f"DAMAGED: {error}", is_whole=False)
    licence = model.table.get("licence", "licence unknown")
    return Part(f"model {name}", f"{model.version} ({licence}), whole, in {model.folder}")


def _weights(name: str, lexicon_name: str) -> Part:
    """A model that is one lexicon: the weights of its features."""
    path = LEXICONS / f"{lexicon_name}.toml"
    try:
        text = path.read_text(encoding="utf-8")
        rows = lexicon.parse(text, Weight, path.name)
    except (OSError, LexiconError) as error:
        return Part(name, f"DAMAGED: {error}", is_whole=False)
    licence = tomllib.loads(text)["about"]["licence"]
    return Part(name, f"{len(rows)} weights ({licence}), in {path}")


def _lexicons() -> Part:
    """The word lists; that none is missing, the list of those that claimx came with tells."""
    try:
        own = [file for file in metadata.files("claimx") or () if _is_lexicon(file)]
        missing = [str(file) for file in own if not Path(file.locate()).exists()]
    except metadata.PackageNotFoundError:  # run from a checkout that is not installed
        missing = []
    found = [*LEXICONS.glob("*/*.toml")]
    if missing or not found:
        return Part("lexicons", f"DAMAGED: {', '.join(missing) or 'all'} missing; {AGAIN}", is_whole=False)
    return Part("lexicons", f"{len(found)} files in {LEXICONS}")


def _is_lexicon(file: metadata.PackagePath) -> bool:
    return file.suffix == ".toml" and "lexicons" in file.parts
