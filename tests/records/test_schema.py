import dataclasses
import json

import jsonschema
import pytest

from claimx import records
from claimx.claims.speakers import summarize_sources
from claimx.records import to_dict
from claimx.records.schema import LIMITS, json_schema
from tests.make import document

ROOTS = {
    "Claim": {},
    "Document": {"document": True},
    "SourceSummary": {"sources": True},
    "DocumentSources": {"sources": True, "document": True},
}


@pytest.fixture(params=ROOTS)
def kind(request) -> str:
    return request.param


def validator(kind: str = "Claim") -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema(**ROOTS[kind]), format_checker=jsonschema.FormatChecker())


def instance(kind: str = "Claim") -> dict:
    made = document()
    sources = summarize_sources(made)
    whole = {"Claim": made.claims[0], "Document": made, "SourceSummary": sources.sources[0], "DocumentSources": sources}
    return to_dict(whole[kind])


def test_it_is_a_schema_and_plain_json(kind):
    schema = json_schema(**ROOTS[kind])
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


def test_what_is_written_is_valid(kind):
    validator(kind).validate(instance(kind))


def test_keys_stand_in_the_order_in_which_they_are_written(kind):
    schema = json_schema(**ROOTS[kind])
    assert schema["$ref"] == f"#/$defs/{kind}"
    root = schema["$defs"][kind]
    assert [*root["properties"]] == root["required"] == [*instance(kind)]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "x"),
        ("form", "said"),
        ("text", ""),
        ("spans", []),
        ("spans", [[1, 2, 3]]),
        ("spans", [[-1, 2]]),
        ("source", {"text": "she"}),
        ("checkworthiness", 1.5),
        ("confidence", None),
        ("parent", "none"),
        ("hedges", [{"text": "may", "span": [1, 2], "kind": "x"}]),
        ("mood", "good"),
    ],
)
def test_what_breaks_the_contract_is_not_valid(key, value):
    claim = instance() | {key: value}
    assert not validator().is_valid(claim)


@pytest.mark.parametrize("key", [field.name for field in dataclasses.fields(records.Claim) if field.name != "reasons"])
def test_every_key_is_required(key):
    claim = instance()
    del claim[key]
    assert not validator().is_valid(claim)


@pytest.mark.parametrize(("record", "field"), sorted(LIMITS))
def test_each_limit_belongs_to_a_field(record, field):
    assert field in {f.name for f in dataclasses.fields(getattr(records, record))}
    schemas = (json_schema(document=True), json_schema(document=True, sources=True), json_schema(distinct=True))
    definitions = {name: row for schema in schemas for name, row in schema["$defs"].items()}
    assert field in definitions[record]["properties"]


@pytest.mark.parametrize(
    ("key", "value"), [("voice", "nobody"), ("share", 1.5), ("type", "thing"), ("paragraphs", [1]), ("cues", ["say"])]
)
def test_what_is_no_source_is_not_valid(key, value):
    assert not validator("SourceSummary").is_valid(instance("SourceSummary") | {key: value})


def test_a_source_without_a_share_is_the_article():
    validator("SourceSummary").validate(to_dict(summarize_sources(document()).sources[-1]))


@pytest.mark.parametrize(
    ("document", "sources", "title"),
    [
        (False, False, "claim"),
        (True, False, "document"),
        (False, True, "source summary"),
        (True, True, "document sources"),
    ],
)
def test_the_title_is_words(document, sources, title):
    assert json_schema(document=document, sources=sources)["title"] == f"claimx/1 {title}"
