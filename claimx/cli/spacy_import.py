"""Importing spaCy without its command line, which it brings along: a sixth of a cold start, and nothing that we use."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType


def import_spacy() -> None:
    """Import spaCy, its command line left to those who ask for it.

    ``spacy/__init__.py`` imports ``spacy.cli.info`` for the function ``spacy.info``, and with it all its commands. A
    stand-in is there while spaCy is imported; it is gone afterwards, so that ``import spacy.cli`` and ``spacy.info()``
    work as ever. Only the command line does so; as a library claimx leaves the import of spaCy alone.
    """
    if "spacy" in sys.modules:
        return
    names = ("spacy.cli", "spacy.cli.info")
    stand_ins = {name: ModuleType(name) for name in names}
    stand_ins["spacy.cli.info"].info = _info  # type: ignore[attr-defined]
    sys.modules.update(stand_ins)
    try:
        importlib.import_module("spacy")
    finally:
        for name in names:
            if sys.modules.get(name) is stand_ins[name]:
                del sys.modules[name]


def _info(*args: object, **kwargs: object) -> object:
    """``spacy.info``, imported when it is called."""
    return importlib.import_module("spacy.cli.info").info(*args, **kwargs)
