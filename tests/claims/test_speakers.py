"""Who speaks in an article: what makes claims one source's, and how they are counted."""

import dataclasses
import random

import pytest

import claimx
from claimx.claims.speakers import summarize_sources
from claimx.records import Claim, Cue, Document, DocumentSources, Source, SourceCue, SourceSummary, SourceWords, Span
from tests.make import attributed, document, narrated

DOC = document().claims[0].doc


def source(text: str, name: str | None = None, entity: str | None = None, **known: str) -> Source:
    known = {"type": "person", "mention": "named"} | known
    return Source(text, (Span(0, len(text)),), name, entity=entity, **known)


def claim(
    id: str, who: Source | None, words: int, *, cue: str = "say", form: str = "indirect", **known: object
) -> Claim:
    base = narrated(DOC) if form == "narrated" else attributed(DOC)
    text = " ".join(["word"] * words)
    values = {"id": id, "source": who, "text": text, "form": form, "parent": None} | known
    return dataclasses.replace(base, cue=Cue("…", (Span(0, 1),), cue) if cue else None, **values)


def summary(*claims: Claim) -> DocumentSources:
    return summarize_sources(dataclasses.replace(document(), claims=claims))


def by_name(*claims: Claim) -> dict[str | None, SourceSummary]:
    return {each.name or each.text: each for each in summary(*claims).sources}


# --- one source or two ---

SAME = {
    "one entity": (source("Mayor Ana Ruiz", "Ana Ruiz", "e1"), source("she", "Ana Ruiz", "e1", mention="pronominal")),
    "one name without an entity": (source("Ruiz", "Ana Ruiz"), source("Ana Ruiz", "Ana Ruiz")),
    "a name that is an entity's": (source("Ruiz", "Ana Ruiz", "e1"), source("the mayor", "Ana Ruiz")),
    "an entity after its name": (source("the mayor", "Ana Ruiz"), source("Ruiz", "Ana Ruiz", "e1")),
    "the same words": (source("police"), source("police")),
    "the same words but for case": (source("Residents"), source("residents")),
    "the same words but for an article": (source("A witness"), source("the witness")),
    "the same words but for line ends": (source("the port\r\noffice"), source("The port office")),
    "nobody": (None, None),
}
OTHER = {
    "two entities": (source("Ruiz", "Ana Ruiz", "e1"), source("Ruiz", "Leo Ruiz", "e2")),
    "two entities of one name": (source("Ruiz", "Ruiz", "e1"), source("Ruiz", "Ruiz", "e2")),
    "a name and the same words unresolved": (source("Ruiz", "Ana Ruiz", "e1"), source("Ruiz")),
    "other words": (source("police"), source("the police chief")),
    "an article that is the whole word": (source("the"), source("they")),
    "somebody and nobody": (source("police"), None),
}


@pytest.mark.parametrize(("one", "two"), SAME.values(), ids=SAME)
def test_one_source(one, two):
    [found] = summary(claim("a", one, 3), claim("b", two, 4)).sources
    assert (found.claims, found.words, found.ids) == (2, 7, ("a", "b"))


@pytest.mark.parametrize(("one", "two"), OTHER.values(), ids=OTHER)
def test_two_sources(one, two):
    found = summary(claim("a", one, 3), claim("b", two, 4)).sources
    assert {each.ids for each in found} == {("a",), ("b",)}


def test_a_name_that_comes_first_without_its_entity():
    [found] = summary(
        claim("a", source("the mayor", "Ana Ruiz"), 1), claim("b", source("Ruiz", "Ana Ruiz", "e1"), 1)
    ).sources
    assert (found.name, found.entity, found.text) == ("Ana Ruiz", "e1", "the mayor")


# --- voices ---


def test_what_nobody_says_and_what_the_article_says_stand_apart_at_the_end():
    found = summary(
        claim("a", None, 9, form="narrated", cue=""),
        claim("b", None, 8, cue="reportedly"),
        claim("c", source("police"), 1),
    ).sources
    assert [each.voice for each in found] == ["source", "unattributed", "article"]
    for each in found[1:]:
        assert (each.name, each.text, each.type, each.entity, each.mentions) == (None, None, None, None, ())
    assert [cue.lemma for cue in found[1].cues] == ["reportedly"]
    assert found[2].cues == ()


# --- counting ---


def test_forms_are_counted():
    who = source("police")
    forms = ("direct", "indirect", "mixed", "direct", "direct", "indirect")
    [found] = summary(*(claim(str(i), who, 2, form=form) for i, form in enumerate(forms))).sources
    assert (found.claims, found.direct, found.indirect, found.mixed, found.narrated) == (6, 3, 2, 1, 0)
    assert found.words == 12


def test_shares_are_of_all_that_is_reported():
    made = summary(
        claim("a", source("police"), 6),
        claim("b", None, 3),
        claim("c", source("fans"), 1),
        claim("d", None, 90, form="narrated"),
    )
    assert made.words == 10
    assert [each.share for each in made.sources] == [0.6, 0.1, 0.3, None]
    assert made.claims == 4


def test_what_another_reports_counts_for_that_one_alone():
    found = by_name(
        claim("a", source("Ruiz"), 12), claim("b", source("fans"), 5, parent="a"), claim("c", source("fans"), 4)
    )
    assert (found["Ruiz"].words, found["Ruiz"].nested, found["Ruiz"].share) == (12, 0, 0.75)
    assert (found["fans"].words, found["fans"].nested, found["fans"].share) == (9, 1, 0.25)


def test_what_only_another_reports_has_words_but_no_share():
    made = summary(claim("a", source("Ruiz"), 12), claim("b", source("fans"), 5, parent="a"))
    assert made.words == 12
    assert (made.sources[1].words, made.sources[1].nested, made.sources[1].share) == (5, 1, 0.0)


def test_words_inside_of_ones_own_claim_count_once():
    ruiz = source("Ruiz", "Ana Ruiz", "e1")
    [found] = summary(claim("a", ruiz, 12), claim("b", ruiz, 5, parent="a"), claim("c", ruiz, 2, parent="b")).sources
    assert (found.claims, found.nested, found.words, found.share) == (3, 2, 12, 1.0)


def test_words_inside_of_ones_own_claim_inside_of_another():
    found = by_name(
        claim("a", source("Ruiz"), 12),
        claim("b", source("fans"), 8, parent="a"),
        claim("c", source("Ruiz"), 3, parent="b"),
    )
    assert (found["Ruiz"].words, found["fans"].words) == (12, 8)


def test_a_claim_inside_of_one_that_is_not_there():
    [found] = summary(claim("a", source("fans"), 5, parent="gone")).sources
    assert (found.words, found.nested, found.share) == (5, 1, 0.0)


def test_claims_inside_of_each_other():
    """No reader gives them, but a file may hold anything."""
    found = by_name(claim("a", source("fans"), 5, parent="b"), claim("b", source("Ruiz"), 5, parent="a"))
    assert {each.nested for each in found.values()} == {1}


def test_shares_add_up_to_one():
    dice = random.Random(7)
    for _ in range(50):
        names = [source(name) for name in "abcde"]
        claims = [claim(str(i), dice.choice([*names, None]), dice.randint(1, 9)) for i in range(dice.randint(1, 20))]
        claims = [
            dataclasses.replace(each, parent=claims[dice.randrange(i)].id) if i and dice.random() < 0.3 else each
            for i, each in enumerate(claims)
        ]
        made = summary(*claims)
        assert sum(each.share for each in made.sources) == pytest.approx(1, abs=0.001)
        assert sum(each.claims for each in made.sources) == made.claims == len(claims)
        assert sorted(id for each in made.sources for id in each.ids) == sorted(each.id for each in claims)


# --- who ---


@pytest.mark.parametrize(
    ("mentions", "type"),
    [
        ([("document", "nominal"), ("document", "nominal"), ("organization", "named")], "organization"),
        ([("person", "pronominal"), ("organization", "metonymic")], "organization"),
        ([("group", "nominal"), ("organization", "nominal"), ("organization", "nominal")], "organization"),
        ([("group", "nominal"), ("organization", "nominal")], "group"),
        ([("unknown", "pronominal"), ("person", "implicit")], "person"),
    ],
)
def test_the_type_is_that_of_the_most_telling_mentions(mentions, type):
    who = [source("it", "Port Office", "e1", type=kind, mention=mention) for kind, mention in mentions]
    [found] = summary(*(claim(str(i), each, 1) for i, each in enumerate(who))).sources
    assert found.type == type


def test_mentions_in_the_order_in_which_they_come_first():
    texts = [
        ("Ana Ruiz", "named"),
        ("She", "pronominal"),
        ("Ruiz", "named"),
        ("she", "pronominal"),
        ("She", "implicit"),
    ]
    claims = [claim(t + m, source(t, "Ana Ruiz", "e1", mention=m), 1) for t, m in texts]
    [found] = summary(*claims).sources
    assert found.text == "Ana Ruiz"
    assert found.mentions == (
        SourceWords("Ana Ruiz", "named", 1),
        SourceWords("She", "pronominal", 2),
        SourceWords("Ruiz", "named", 1),
        SourceWords("She", "implicit", 1),
    )


def test_cues_the_commonest_first():
    cues = ("add", "say", "warn", "say", "", "warn", "say")
    [found] = summary(*(claim(str(i), source("police"), 1, cue=cue) for i, cue in enumerate(cues))).sources
    assert found.cues == (SourceCue("say", 3), SourceCue("warn", 2), SourceCue("add", 1))


def test_paragraphs_from_the_first_to_the_last():
    places = ((4, 5), (1, 1), (9, 12))
    [found] = summary(*(claim(str(p), source("police"), 1, paragraphs=p) for p in places)).sources
    assert found.paragraphs == (1, 12)


def test_order_by_words_then_claims_then_place():
    found = summary(
        claim("a", source("first"), 4),
        claim("b", source("short"), 1),
        claim("c", source("second"), 4),
        claim("d", source("twice"), 2),
        claim("e", source("twice"), 2),
        claim("f", source("long"), 9),
    ).sources
    assert [each.text for each in found] == ["long", "twice", "first", "second", "short"]


# --- the document ---


def test_the_envelope_repeats_what_is_known_of_the_document():
    made = summarize_sources(dataclasses.replace(document(), warnings=("encoding-guessed: cp1252",)))
    assert (made.schema, made.claimx, made.doc) == ("claimx/1", "0.1.0", DOC)
    assert made.warnings == ("encoding-guessed: cp1252",)
    assert {each.doc for each in made.sources} == {DOC}
    assert [each.name for each in made.sources] == ["Ana Ruiz", None]


def test_no_claims():
    made = summarize_sources(document(with_claims=False))
    assert (made.claims, made.words, made.sources) == (0, 0, ())


def test_a_claim_without_words():
    [found] = summary(claim("a", source("police"), 0)).sources
    assert (found.words, found.share) == (0, 0.0)


# --- a whole article ---

TEXT = """Council backs new bridge

The bridge over the Alder will cost 9 million euros, the council said on Monday.

"We have waited thirty years," Mayor Ana Ruiz told reporters. She added that work would begin in May.

Shopkeepers fear for their trade. "Nobody asked us," said Leo Brandt, who sells boots.

The old bridge was closed in 2019."""


@pytest.fixture(scope="module")
def read() -> Document:
    return claimx.Extractor().document(claimx.Article(TEXT))


def test_who_speaks_in_an_article(read):
    found = {each.name or each.text: each for each in claimx.summarize_sources(read).sources}
    ruiz = found["Ana Ruiz"]
    assert (ruiz.claims, ruiz.direct, ruiz.indirect, ruiz.type) == (2, 1, 1, "person")
    assert ruiz.words == 5 + 5
    assert [cue.lemma for cue in ruiz.cues] == ["tell", "add"]
    assert [mention.text for mention in ruiz.mentions] == ["Mayor Ana Ruiz", "She"]
    assert ruiz.paragraphs == (2, 2)
    assert (found["Leo Brandt"].direct, found["Leo Brandt"].words) == (1, 3)
    assert found[None].voice == "article"


def test_every_claim_is_in_one_source(read):
    made = summarize_sources(read)
    assert sorted(id for each in made.sources for id in each.ids) == sorted(each.id for each in read.claims)
    assert sum(each.words for each in made.sources if each.voice != "article") >= made.words
