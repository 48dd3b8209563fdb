"""That the check of the contract finds what is broken; it is used on real output elsewhere."""

import copy

import pytest

from claimx.records import to_dict
from tests.contract import breaches
from tests.make import document

GOOD = to_dict(document())
GOOD["claims"][0]["entities"] = []


def broken(path: tuple, value: object) -> dict:
    envelope = copy.deepcopy(GOOD)
    place = envelope
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return envelope


def test_records_made_by_hand_keep_the_contract():
    assert breaches(GOOD) == []


@pytest.mark.parametrize(
    ("path", "value", "breach"),
    [
        (("schema",), "claimx/2", "$.schema: 'claimx/1' was expected"),
        (("doc", "sha256"), "0" * 64, "doc.sha256: not the text's"),
        (("claims", 1, "id"), "00112233445566ff", "claims: two with one id"),
        (("claims", 0, "text"), "another", "claims[0].text: not the words at its spans"),
        (("claims", 1, "text"), "The  river rose", "claims[1].text: white space"),
        (("claims", 0, "spans"), [[5, 900]], "claims[0].spans: out of range"),
        (("claims", 1, "sentences"), [3, 2], "claims[1].sentences: out of order"),
        (("claims", 1, "source"), GOOD["claims"][0]["source"], "claims[1].source: of a narrated claim"),
        (("claims", 0, "source", "entity"), "e9", "claims[0].source.entity: does not exist"),
        (("claims", 0, "cue", "text"), "said", "claims[0].cue.text: not what stands there"),
        (("claims", 0, "parent"), "0123456789abcdef", "claims[0].parent: no other claim"),
        (("claims", 0, "doc", "id"), "b.txt", "claims[0].doc.id: another document's"),
        (("claims", 0, "entities"), GOOD["entities"], "claims[0].entities[0]: outside of the content"),
        (("quantities", 0, "high"), 200, "quantities[0].high: below value"),
        (("quantities", 0, "value"), float("inf"), "quantities[0]: not finite"),
        (("quantities", 0, "of", "text"), "house", "quantities[0].of.text: not what stands there"),
        (("times", 0, "value"), "March", "times[0].value: March is no TIMEX3 value"),
        (("times", 0, "begin"), "2024-04-01", "times[0].begin: after its end"),
    ],
    ids=lambda value: value if isinstance(value, str) and ":" in value else "",
)
def test_a_breach_is_found(path, value, breach):
    assert breach in breaches(broken(path, value))
