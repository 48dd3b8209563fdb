"""Names that the network tagged, on made-up scores and on the installed network."""

import numpy as np
import pytest

from claimx.document import parse
from claimx.network.inputs import Pieces
from claimx.network.names import best_tags, set_entities, tagged_names
from claimx.network.reader import NetworkReader, Read
from claimx.network.windows import Window
from claimx.records import HeardName, Span, Zone

TAGS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG")


def read_of(text: str, tags: list[str], *, keep: tuple[int, int] | None = None, paragraphs: str = "") -> Read:
    """A window whose words are those between blanks, each tagged as given."""
    bounds = [(text.index(word), text.index(word) + len(word)) for word in text.split()]
    count = len(bounds)
    flags = np.zeros(count, np.int64)
    pieces = Pieces(
        ids=flags,
        starts=np.array([start for start, _ in bounds]),
        ends=np.array([end for _, end in bounds]),
        quote=flags,
        shape=flags,
        start=flags,
        paragraph=np.array([int(sign) for sign in paragraphs or "0" * count]),
        word=flags == 0,
        ends_sentence=flags == 1,
        leads_on=np.zeros(3, np.bool_),
    )
    scores = np.full((count + 1, len(TAGS)), -9.0, np.float32)
    scores[np.arange(1, count + 1), [TAGS.index(tag) for tag in tags]] = -0.1
    window = Window(0, count, *(keep or (0, count)))
    return Read(0, pieces, window, np.arange(count), {"names": scores})


def found(read: Read, text: str) -> list[tuple[str, str]]:
    return [(text[slice(*name.span)], name.label) for name in tagged_names(read, TAGS)]


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        ("B-PERSON I-PERSON O B-ORG", [("Ana Brook", "PERSON"), ("Tesk", "ORG")]),
        ("I-PERSON I-PERSON O O", [("Ana Brook", "PERSON")]),
        ("B-PERSON B-PERSON O O", [("Ana", "PERSON"), ("Brook", "PERSON")]),
        ("O O O O", []),
    ],
)
def test_tags_become_names(tags: str, names: list[tuple[str, str]]) -> None:
    text = "Ana Brook left Tesk"
    assert found(read_of(text, tags.split()), text) == names


def test_what_goes_on_goes_on_with_what_was_begun() -> None:
    logs = np.log([[0.05, 0.4, 0.05, 0.45, 0.05], [0.04, 0.03, 0.8, 0.03, 0.1], [0.9, 0.02, 0.03, 0.02, 0.03]])
    assert [TAGS[column] for column in best_tags(logs, TAGS)] == ["B-PERSON", "I-PERSON", "O"]


def test_tags_in_order_stay_each_words_best() -> None:
    logs = np.log([[0.3, 0.4, 0.1, 0.1, 0.1], [0.3, 0.1, 0.2, 0.3, 0.1], [0.1, 0.1, 0.1, 0.1, 0.6]])
    logs[1, 3] = np.log(0.35)
    assert [TAGS[column] for column in best_tags(logs, TAGS)] == ["B-PERSON", "B-ORG", "I-ORG"]


def test_a_name_ends_with_its_paragraph() -> None:
    text = "near Ana Brook left"
    read = read_of(text, ["O", "B-PERSON", "I-PERSON", "O"], paragraphs="0011")
    assert found(read, text) == [("Ana", "PERSON"), ("Brook", "PERSON")]


def test_only_names_that_begin_in_the_windows_own_part_are_given() -> None:
    text = "Ana Brook left Tesk"
    tags = ["B-PERSON", "I-PERSON", "O", "B-ORG"]
    assert found(read_of(text, tags, keep=(0, 2)), text) == [("Ana Brook", "PERSON")]
    assert found(read_of(text, tags, keep=(1, 4)), text) == [("Tesk", "ORG")]


def test_names_become_entities_on_whole_tokens() -> None:
    text = "Ana Brook's firm left Tesk."
    (doc,) = parse([(text, [Zone("body", Span(0, len(text)), 0)])])
    names = [HeardName(Span(22, 26), "ORG"), HeardName(Span(0, 9), "PERSON"), HeardName(Span(4, 9), "ORG")]
    set_entities(doc, names)
    assert [(entity.text, entity.label) for entity in doc.ents] == [("Ana Brook", "PERSON"), ("Tesk", "ORG")]
    set_entities(doc, [])
    assert not doc.ents


def test_the_network_tags_plain_names() -> None:
    text = "Maria Keller of Hartwell Industries flew from Berlin to Lagos in May and stayed."
    reader = NetworkReader()
    (read,) = reader.read([text], [[(0, len(text))]])
    names = dict(found_by(reader, read, text))
    assert names["Maria Keller"] == "PERSON"
    assert names["Hartwell Industries"] == "ORG"
    assert names["Berlin"] == names["Lagos"] == "GPE"
    assert names["May"] == "DATE"


def found_by(reader: NetworkReader, read: Read, text: str) -> list[tuple[str, str]]:
    return [(text[slice(*name.span)], name.label) for name in tagged_names(read, reader.model.table["names"])]
