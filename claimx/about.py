"""What is installed: versions, models, licences, folders, and whether the files are what they should be."""

from __future__ import annotations

import platform
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import claimx
from claimx import models
from claimx.claims.checkworthiness import Weight
from claimx.document import PARSER_DIGEST, find_parser, weights_digest
from claimx.errors import LexiconError, ModelError
from claimx.lexicons import loader as lexicon

LIBRARIES = ("spacy", "onnxruntime", "tokenizers")
LEXICONS = Path(claimx.__file__).parent / "lexicons" / lexicon.LANGUAGE


def describe() -> Iterator[tuple[str, str]]:
    """Names and values to print, what is missing or damaged included."""
    yield "claimx", f"{claimx.__version__} (MIT) in {Path(claimx.__file__).parent}"
    yield "Python", platform.python_version()
    for library in LIBRARIES:
        yield library, _version(library)
    yield "parser", _parser()
    for name in models.names():
        yield f"model {name}", _model(name)
    yield "check-worthiness", _weights("wording/checkworthiness")
    yield "lexicons", f"{len([*LEXICONS.glob('*/*.toml')])} files in {LEXICONS}"


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "missing; please install claimx again"


def _parser() -> str:
    try:
        info = find_parser()
        state = "whole" if weights_digest(info.folder) == PARSER_DIGEST else "DAMAGED"
    except ModelError as error:
        return str(error)
    except OSError as error:
        return f"DAMAGED: {error}"
    return f"{info.package} {info.version} (en_core_web_sm, MIT), {state}, in {info.folder}"


def _model(name: str) -> str:
    try:
        model = models.open_model(name)
        for file in model.table["sha256"]:
            model.read(file)
    except ModelError as error:
        return str(error)
    return f"{model.version} ({model.table.get('licence', 'licence unknown')}), whole, in {model.folder}"


def _weights(name: str) -> str:
    """A model that is one lexicon: the weights of its features."""
    path = LEXICONS / f"{name}.toml"
    try:
        text = path.read_text(encoding="utf-8")
        rows = lexicon.parse(text, Weight, path.name)
    except (OSError, LexiconError) as error:
        return f"DAMAGED: {error}"
    return f"{len(rows)} weights ({tomllib.loads(text)['about']['licence']}), in {path}"
