import dataclasses
import io
import json

import jsonschema
import pytest

from claimx.records import Claim, Document, Mention, Source, Span
from claimx.writers import open_claim_writer, open_writer
from claimx.writers.rows import ClaimList
from tests.make import document, entity
from tests.writers.contexts import SCHEMA, expanded

NAMED = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "minLength": 1}}}
#: The shape of a claim after schema.org: one property at least of whom it is by, and the work that it appears in.
SHAPE = {
    "type": "object",
    "required": ["@type", "@id", "text", "appearance"],
    "properties": {
        "@type": {"const": "Claim"},
        "@id": {"type": "string", "pattern": "^[a-z]+:"},
        "text": {"type": "string", "minLength": 1},
        "author": {"anyOf": [NAMED, {"type": "array", "minItems": 2, "items": NAMED}]},
        "review": {"type": "object", "required": ["@type"], "properties": {"@type": {"const": "Review"}}},
        "dateCreated": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d"},
        "appearance": {
            "type": "object",
            "required": ["@type", "@id", "identifier"],
            "properties": {"@type": {"const": "NewsArticle"}, "datePublished": {"format": "date"}},
        },
        "mentions": {"type": "array", "minItems": 1, "items": NAMED},
    },
    "not": {"required": ["author", "review"]},
}


def graph(made: Document) -> list[dict]:
    stream = io.StringIO(newline="")
    open_writer("jsonld", stream).write(made)
    record = json.loads(stream.getvalue())
    assert record["@context"] == "https://schema.org"
    for claim in record["@graph"]:
        jsonschema.validate(claim, SHAPE)
    if record["@graph"]:
        assert all(node["@type"] == [f"{SCHEMA}Claim"] for node in expanded(record))
    return record["@graph"]


def changed(before: Document, **parts) -> Document:
    """The document with its first claim changed."""
    first, *rest = before.claims
    return dataclasses.replace(before, claims=(dataclasses.replace(first, **parts), *rest))


def with_doc(**parts) -> Document:
    made = document()
    return dataclasses.replace(made, doc=dataclasses.replace(made.doc, **parts))


def source(**parts) -> Source:
    return dataclasses.replace(document().claims[0].source, **{"role": None, **parts})


def test_a_claim_has_author_and_appearance():
    first, second = graph(document())
    assert first["author"] == {"@type": "Person", "name": "Ana Ruiz", "jobTitle": "Mayor"}
    assert first["appearance"] == {
        "@type": "NewsArticle",
        "@id": "urn:claimx:news/a.txt",
        "identifier": "news/a.txt",
        "headline": "Mayor denies losses",
        "datePublished": "2024-03-05",
        "inLanguage": "en",
    }
    assert first["dateCreated"] == "2024-03-04"
    assert first["@id"] == "urn:claimx:news/a.txt:00112233445566ff"
    assert second["text"] == "The river rose"
    assert "author" not in second


def test_the_article_s_own_claims_are_by_whoever_wrote_it():
    first, second = graph(with_doc(author="Jo Reed", publisher="The Post", url="https://post.example/ä b?x=1"))
    assert first["author"]["name"] == "Ana Ruiz"
    assert second["author"] == {"name": "Jo Reed"}
    assert second["appearance"]["publisher"] == {"@type": "Organization", "name": "The Post"}
    assert second["appearance"]["@id"] == "https://post.example/%C3%A4%20b?x=1"


def test_what_is_attributed_to_nobody_has_no_author():
    [claim, *_] = graph(changed(with_doc(author="Jo Reed"), source=None))
    assert "author" not in claim


@pytest.mark.parametrize("stance", ["refute", "uncertain"])
def test_who_denies_a_claim_is_not_its_author(stance):
    [claim, *_] = graph(changed(document(), stance=stance))
    assert "author" not in claim
    assert claim["review"] == {
        "@type": "Review",
        "author": {"@type": "Person", "name": "Ana Ruiz", "jobTitle": "Mayor"},
        "reviewBody": "told",
    }


@pytest.mark.parametrize(
    ("parts", "author"),
    [
        ({"type": "organization"}, {"@type": "Organization", "name": "Ana Ruiz"}),
        ({"type": "place", "name": None}, {"@type": "Organization", "name": "Mayor Ana Ruiz"}),
        ({"type": "group", "name": None}, {"name": "Mayor Ana Ruiz"}),
        ({"role": Mention("Mayor", Span(0, 5))}, {"@type": "Person", "name": "Ana Ruiz", "jobTitle": "Mayor"}),
        (
            {"role": Mention("a dock union", Span(0, 5)), "type": "organization"},
            {"@type": "Organization", "name": "Ana Ruiz", "description": "a dock union"},
        ),
    ],
)
def test_authors(parts, author):
    [claim, *_] = graph(changed(document(), source=source(**parts)))
    assert claim["author"] == author


def test_several_who_speak_together_are_several_authors():
    made = changed(document(), source=source(name="Ana Ruiz; Dock Union", entity=None, entities=("e1", "e2")))
    union = dataclasses.replace(entity(), name="Dock Union", label="ORG", id="e2")
    [claim, *_] = graph(dataclasses.replace(made, entities=(entity(), union)))
    assert [author["name"] for author in claim["author"]] == ["Ana Ruiz", "Dock Union"]
    [claim, *_] = graph(made)  # where one of them is not told, their names stand together
    assert claim["author"] == {"@type": "Person", "name": "Ana Ruiz; Dock Union"}


def test_names_and_the_claim_around():
    again = dataclasses.replace(entity("Mayor Ana Ruiz"), name="Ana Ruiz")
    law = dataclasses.replace(entity("audit"), name="audit", label="NORP", id="e2")
    [claim, *_] = graph(changed(document(), entities=(entity(), again, law), parent="aabb"))
    assert claim["mentions"] == [{"@type": "Person", "name": "Ana Ruiz"}, {"name": "audit"}]
    assert claim["isPartOf"] == {"@id": "urn:claimx:news/a.txt:aabb"}


@pytest.mark.parametrize("value", ["2024-03", "XXXX-WXX-1", "2024-W10", None, "2024-03-XX", "PAST_REF"])
def test_only_a_whole_date_is_one(value):
    made = document()
    [claim, *_] = graph(changed(made, made=dataclasses.replace(made.claims[0].made, value=value)))
    assert "dateCreated" not in claim


def test_chosen_claims_are_a_graph_each():
    stream = io.StringIO(newline="")
    writer = open_claim_writer("jsonld", stream, Claim)
    for claim in document().claims:
        writer.write(ClaimList("Claims", (claim,)))
    first, _ = map(json.loads, stream.getvalue().splitlines())
    assert first["@graph"][0]["author"]["name"] == "Ana Ruiz"
    assert first["@graph"][0]["appearance"]["headline"] == "Mayor denies losses"


def test_a_document_without_claims_is_an_empty_graph():
    assert graph(document(with_claims=False)) == []
