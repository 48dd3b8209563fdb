import dataclasses
import json

import jsonschema
import pytest

from claimx import records
from claimx.records import to_dict
from claimx.schema import LIMITS, json_schema
from tests.make import document


@pytest.fixture(params=[False, True], ids=["claim", "document"])
def kind(request) -> bool:
    return request.param


def validator(kind: bool) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema(document=kind), format_checker=jsonschema.FormatChecker())


def instance(kind: bool) -> dict:
    return to_dict(document()) if kind else to_dict(document().claims[0])


def test_it_is_a_schema_and_plain_json(kind):
    schema = json_schema(document=kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


def test_what_is_written_is_valid(kind):
    validator(kind).validate(instance(kind))


def test_keys_stand_in_the_order_in_which_they_are_written(kind):
    schema = json_schema(document=kind)
    root = schema["$defs"]["Document" if kind else "Claim"]
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
    claim = instance(False) | {key: value}
    assert not validator(False).is_valid(claim)


@pytest.mark.parametrize("key", [field.name for field in dataclasses.fields(records.Claim) if field.name != "reasons"])
def test_every_key_is_required(key):
    claim = instance(False)
    del claim[key]
    assert not validator(False).is_valid(claim)


@pytest.mark.parametrize(("record", "field"), sorted(LIMITS))
def test_each_limit_belongs_to_a_field(record, field):
    assert field in {f.name for f in dataclasses.fields(getattr(records, record))}
    assert field in json_schema(document=True)["$defs"][record]["properties"]
