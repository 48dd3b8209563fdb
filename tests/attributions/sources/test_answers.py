import pytest

from claimx.attributions.sources.answers import closing_person, named_source, type_of_noun
from tests.attributions.discourse.make import read
from tests.parsing import parse_alone


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Hundreds said no.", "Hundreds", "group"),
        ("One said no.", "One", "person"),
        ("The thinker said no.", "thinker", "person"),
        ("The thinkers said no.", "thinkers", "group"),
        ("The wind said no.", "wind", "unknown"),
    ],
)
def test_what_a_noun_tells_of_a_source(text, word, kind):
    assert type_of_noun(next(token for token in parse_alone(text) if token.text == word)) == kind


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("TV doctor Susan Blake", "Susan Blake"),
        ("his deputy, Omid Nazari", "Omid Nazari"),
        ("two deputies, Omid Nazari", None),
        ("a friend of Omid Nazari", None),
    ],
)
def test_the_person_whose_name_closes_the_words(words, name):
    discourse = read(f"Yesterday {words} said no.")
    start, stop = (next(t.i for t in discourse.doc if t.text == w) for w in (words.split()[0], "said"))
    tokens = discourse.doc.tokens[start:stop]
    head = next((t for t in tokens if t.text in ("doctor", "deputy", "deputies", "friend")), tokens[-1])
    found = closing_person(tokens, head, discourse)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "word", "answer"),
    [
        ("Nairobi said no. Kenya is large.", "Nairobi", ("place", "metonymic", "Nairobi")),
        ("Nairobi said no. The Kenyan Government met.", "Nairobi", ("organization", "metonymic", "Kenyan Government")),
        ("Ada Holm said no.", "Holm", ("person", "named", "Ada Holm")),
        ("Many Kenyans said no.", "Kenyans", ("group", "nominal", None)),
    ],
)
def test_what_a_name_means_as_a_source(text, word, answer):
    discourse = read(text)
    mention = discourse.at(next(token for token in discourse.doc if token.text == word))
    found = named_source(mention, mention.referent, discourse)
    assert (found.type, found.mention, found.referent.name if found.referent else None) == answer
