import json

import pytest

from claimx.claims.speakers import summarize_sources
from claimx.records import Claim, Document, DocumentSources, from_dict, to_dict
from tests.make import document


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        (Claim, document().claims[0]),
        (Claim, document().claims[1]),
        (Document, document()),
        (DocumentSources, summarize_sources(document())),
    ],
    ids=["attributed", "narrated", "document", "sources"],
)
def test_there_and_back(kind, record):
    assert from_dict(kind, json.loads(json.dumps(to_dict(record)))) == record


@pytest.mark.parametrize("value", [{}, {"id": "x"}])
def test_what_is_no_such_record(value):
    with pytest.raises(KeyError):
        from_dict(Claim, value)
