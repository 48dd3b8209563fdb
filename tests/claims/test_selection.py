import dataclasses

import pytest

from claimx.claims.selection import Selection
from claimx.errors import UsageError
from tests.make import document

DOCUMENT = document()
MIXED, NARRATED = DOCUMENT.claims


@pytest.mark.parametrize(
    ("selection", "kept"),
    [
        (Selection(), [MIXED, NARRATED]),
        (Selection(min_confidence=0.8), [MIXED]),
        (Selection(min_checkworthiness=0.76), []),
        (Selection(forms=("narrated", "direct")), [NARRATED]),
        (Selection(source="RUIZ"), [MIXED]),
        (Selection(source="ana, ruiz"), [MIXED]),
        (Selection(source="Ruiz Ana"), []),
        (Selection(source="An"), []),
        (Selection(min_confidence=0.5, forms=("mixed",), source="Ana"), [MIXED]),
    ],
)
def test_what_is_kept(selection, kept):
    assert [*selection.of(DOCUMENT).claims] == kept
    assert selection.of(DOCUMENT).entities == DOCUMENT.entities


def test_a_source_without_a_name_is_told_by_its_words():
    unnamed = dataclasses.replace(MIXED, source=dataclasses.replace(MIXED.source, text="the\n mayor", name=None))
    assert Selection(source="The mayor").keeps(unnamed)
    assert not Selection(source="Ana").keeps(unnamed)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"min_confidence": 1.5}, "min-confidence is 1.5; it goes from 0 to 1."),
        ({"min_checkworthiness": -1}, "min-checkworthiness is -1; it goes from 0 to 1."),
        ({"forms": ("spoken", "mixed")}, "no such form: spoken; there are direct, indirect, mixed, narrated."),
        ({"source": "…"}, "the source to look for has no words."),
    ],
)
def test_a_choice_that_makes_no_sense(options, message):
    with pytest.raises(UsageError) as error:
        Selection(**options)
    assert str(error.value) == message
