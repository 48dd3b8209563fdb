"""How surely pronouns mean whom the rules say."""

import math

from claimx.attributions.discourse.trust import features
from claimx.lexicons.weights import weights
from tests.attributions.discourse.make import read

ALONE = "Ada Holm runs the mill. Holm said on Monday that she would sell it."
RIVALS = "Ada Holm met Anna Ruiz. A guard told Ruiz that Eva Lund, who knew Holm, was late. She left."


def trust(text: str, word: str) -> float:
    [mention] = [m for m in read(text).mentions if m.head.text == word and m.kind == "pronoun"]
    return mention.trust


def test_with_nobody_else_in_sight_a_pronoun_is_surer():
    assert trust(ALONE, "she") > 0.7


def test_of_several_whom_it_fits_it_is_less_sure():
    assert trust(RIVALS, "She") < trust(ALONE, "she")


def test_each_feature_has_a_weight_and_is_a_share(monkeypatch):
    told = []

    def note(choice, history):
        told.append(features(choice, history))
        return 1.0

    monkeypatch.setattr("claimx.attributions.discourse.pronouns.trust_of", note)
    read(RIVALS + " It said that its mill was theirs, and they sold it.")
    assert told
    own = weights("names/pronoun_trust")
    for found in told:
        assert found.keys() | {"bias"} == own.keys()
        assert all(0 <= value <= 1 or math.isclose(value, 1) for key, value in found.items() if key != "ratio")
