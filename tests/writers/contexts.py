"""Small contexts for JSON-LD that we wrote ourselves: the terms that claimx uses, with what the vocabularies mean."""

SCHEMA = "https://schema.org/"
OA = "http://www.w3.org/ns/oa#"
_AS = "http://www.w3.org/ns/activitystreams#"
_DC = "http://purl.org/dc/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

TERMS = (
    *("Claim", "NewsArticle", "Person", "Organization", "Place", "Event", "Product", "CreativeWork", "Legislation"),
    *("Review", "identifier", "text", "author", "review", "reviewBody", "dateCreated", "appearance", "isPartOf"),
    *("mentions", "name", "jobTitle", "description", "headline", "datePublished", "publisher", "inLanguage"),
)
#: Of schema.org: every term is of one vocabulary; these are addresses.
SCHEMA_CONTEXT = {
    "@version": 1.1,
    **{name: {"@id": SCHEMA + name} for name in TERMS},
    "url": {"@id": f"{SCHEMA}url", "@type": "@id"},
}
#: Of the Web Annotation Vocabulary.
ANNOTATION_CONTEXT = {
    "@version": 1.1,
    "id": "@id",
    "type": "@type",
    **{
        name: OA + name
        for name in (
            "Annotation",
            "TextualBody",
            "TextPositionSelector",
            "TextQuoteSelector",
            "exact",
            "prefix",
            "suffix",
        )
    },
    "AnnotationPage": f"{_AS}OrderedCollectionPage",
    "Software": f"{_AS}Application",
    "name": "http://xmlns.com/foaf/0.1/name",
    "items": {"@id": f"{_AS}items", "@type": "@id", "@container": "@list"},
    "startIndex": f"{_AS}startIndex",
    "generator": {"@id": f"{_AS}generator", "@type": "@id"},
    "body": {"@id": f"{OA}hasBody", "@type": "@id"},
    "target": {"@id": f"{OA}hasTarget", "@type": "@id"},
    "source": {"@id": f"{OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    **{name: OA + name for name in ("describing", "tagging", "classifying")},
    "start": f"{OA}start",
    "end": f"{OA}end",
    "value": f"{_RDF}value",
    "format": f"{_DC}elements/1.1/format",
    "language": f"{_DC}elements/1.1/language",
}
CONTEXTS = {"https://schema.org": SCHEMA_CONTEXT, "http://www.w3.org/ns/anno.jsonld": ANNOTATION_CONTEXT}


def expanded(record: dict) -> list[dict]:
    """The record with every term as the address that it stands for; a term of no context is an error."""
    from pyld import jsonld

    def load(url: str, options: object) -> dict:
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": {"@context": CONTEXTS[url]},
        }

    dropped: list = []
    found = jsonld.expand(record, {"documentLoader": load, "on_property_dropped": dropped.append})
    assert dropped == []
    return found
