import dataclasses
import io
import json

import jsonschema

from claimx.records import Document, Span, to_dict
from claimx.writers import open_writer
from tests.make import document
from tests.writers.contexts import OA, expanded

IRI = {"type": "string", "pattern": "^[a-z]+:"}
SELECTORS = {
    "type": "array",
    "prefixItems": [
        {
            "type": "object",
            "properties": {"type": {"const": "TextPositionSelector"}, "start": {"minimum": 0}, "end": {"minimum": 1}},
            "required": ["type", "start", "end"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string", "minLength": 1},
                "prefix": {"type": "string"},
                "suffix": {"type": "string"},
            },
            "required": ["type", "exact"],
            "additionalProperties": False,
        },
    ],
    "minItems": 2,
    "items": False,
}
#: The shape of a page of annotations after the Web Annotation Data Model.
SHAPE = {
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationPage"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "type", "motivation", "body", "target"],
                "properties": {
                    "id": IRI,
                    "type": {"const": "Annotation"},
                    "body": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["type", "value", "purpose"],
                            "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}},
                        },
                    },
                    "target": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "type": "object",
                            "required": ["source", "selector"],
                            "properties": {"source": IRI, "selector": SELECTORS},
                        },
                    },
                },
            },
        },
    },
}


def page(made: Document) -> dict:
    stream = io.StringIO(newline="")
    open_writer("annotations", stream).write(made)
    found = json.loads(stream.getvalue())
    jsonschema.validate(found, SHAPE)
    [node] = expanded(found)
    [items] = node["http://www.w3.org/ns/activitystreams#items"]
    assert all(item["@type"] == [f"{OA}Annotation"] for item in items["@list"])
    return found


def test_a_claim_is_an_annotation_of_its_words():
    first, second = page(document())["items"]
    assert first["id"] == "urn:claimx:news/a.txt:00112233445566ff"
    assert [body["purpose"] for body in first["body"]] == ["describing", "tagging", "classifying"]
    described, tag, record = first["body"]
    assert described["value"].startswith("Ana Ruiz, told: perhaps more than 300 homes")
    assert described["language"] == "en"
    assert tag["value"] == "mixed"
    expected = to_dict(document().claims[0])
    assert json.loads(record["value"]) == {key: value for key, value in expected.items() if key != "doc"}
    assert second["body"][0]["value"] == "The river rose"


def test_selectors_find_the_words_in_the_text():
    text = "🚢🚢 " + document().doc.text  # offsets count code points, not the units of UTF-16
    made = document(text=text)
    shifted = [
        dataclasses.replace(claim, spans=(*(Span(a + 3, b + 3) for a, b in claim.spans), Span(0, 2)))
        for claim in made.claims
    ]
    made = dataclasses.replace(made, claims=tuple(shifted))
    for item, claim in zip(page(made)["items"], made.claims, strict=True):
        assert len(item["target"]) == len(claim.spans)
        for target, (start, end) in zip(item["target"], claim.spans, strict=True):
            position, quote = target["selector"]
            assert (position["start"], position["end"]) == (start, end)
            assert quote["exact"] == text[start:end]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
            assert len(quote["prefix"]) == min(32, start)


def test_the_source_is_the_address_where_there_is_one():
    made = document()
    made = dataclasses.replace(made, doc=dataclasses.replace(made.doc, url="https://post.example/a", language=None))
    found = page(made)
    assert found["id"] == "https://post.example/a#claims"
    assert found["items"][0]["target"][0]["source"] == "https://post.example/a"
    assert "language" not in found["items"][0]["body"][0]


def test_a_denial_is_tagged():
    made = document()
    made = dataclasses.replace(made, claims=(dataclasses.replace(made.claims[0], stance="refute"),))
    [item] = page(made)["items"]
    assert [body["value"] for body in item["body"] if body["purpose"] == "tagging"] == ["mixed", "refute"]


def test_odd_names_of_files_are_addresses_all_the_same():
    assert page(document("news/a b#1 é\udce9.txt"))["id"] == "urn:claimx:news/a%20b%231%20%C3%A9%5Cudce9.txt#claims"


def test_a_document_without_claims_is_an_empty_page():
    assert page(document(with_claims=False))["items"] == []
