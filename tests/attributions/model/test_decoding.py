"""The decoder on scores written by hand: labels are O, cue, source and content, each with a begin and an inside."""

import numpy as np
import pytest

from claimx.attributions.model.decoding import Rules, decode
from claimx.attributions.model.evidence import EVIDENCE
from claimx.attributions.model.links import BUCKETS, RELATIONS, WordScores, distance_buckets, link_scores
from claimx.attributions.model.viterbi import LABELS, NEVER, OwnerScores, best_owners, best_tags

O, BQ, IQ, BS, IS, BC, IC = range(len(LABELS))  # noqa: E741 - the usual names; Q is a cue


def legal_transitions() -> np.ndarray:
    table = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for inside in (IQ, IS, IC):
        for before in range(len(LABELS)):
            if before not in (inside, inside - 1):
                table[before, inside] = NEVER
    return table


def scores_for(path: list[int], sure: float = 6.0) -> np.ndarray:
    """Log-probabilities that favour a path of labels."""
    logits = np.zeros((len(path), len(LABELS)), np.float32)
    logits[np.arange(len(path)), path] = sure
    return logits - np.log(np.exp(logits).sum(1, keepdims=True))


def rules(**changes: float) -> Rules:
    values: dict[str, object] = {
        "transitions": legal_transitions(), "transition": 1.0, "cue": 0.0, "shy_cue": 0.0, "price": 0.3,
        "inside": 1.0, "first": 1.0, "last": 1.0,
        "piece": 0.0, "half_quote": -3.0, "no_source": 0.0, "pointed": 0.0, "threshold": 0.0,
        "confidence": np.zeros(len(EVIDENCE) + 1, np.float32), "calibration": np.array([[0, 1], [0, 1]], np.float32),
    }  # fmt: skip
    return Rules(**(values | changes))


def window(path: list[int], links: dict[int, dict[str, list[int]]], quote: list[int] | None = None) -> WordScores:
    """A window whose network is sure of ``path`` and of each cue's links: {cue word: {relation: words}}.

    Each cue word has a direction of its own in the space of queries and keys.
    """
    n = len(path)
    queries = np.zeros((n, len(RELATIONS), n), np.float32)
    keys = np.full((n, len(RELATIONS), n), -8.0, np.float32)
    for cue, relations in links.items():
        queries[cue, :, cue] = 1.0
        for relation, words in relations.items():
            keys[words, RELATIONS.index(relation), cue] = 8.0
    paragraph = np.array([-1] + [0] * (n - 1))
    return WordScores(scores_for(path), queries, keys, paragraph, np.array(quote or [0] * n))


NO_BIAS = np.zeros((len(RELATIONS), BUCKETS), np.float32)


def test_illegal_paths_are_never_taken() -> None:
    emissions = scores_for([O, IC, IC, BQ])[None]
    assert best_tags(emissions, legal_transitions()).tolist() == [[O, BC, IC, BQ]]


def test_padding_does_not_change_a_path() -> None:
    short, long = scores_for([O, BQ, BC, IC]), scores_for([O, BS, BQ, BC, IC, IC])
    padded = np.full((2, 6, len(LABELS)), NEVER, np.float32)
    padded[:, :, O] = 0.0
    padded[0, :4], padded[1] = short, long
    paths = best_tags(padded, legal_transitions())
    assert paths[0, :4].tolist() == best_tags(short[None], legal_transitions())[0].tolist()
    assert paths[1].tolist() == [O, BS, BQ, BC, IC, IC]


def test_each_piece_goes_to_the_cue_that_scores_best() -> None:
    path = [O, BC, IC, BC, IC]
    inside = np.full((5, 1, 2), -2.0, np.float32)
    inside[1:3, 0, 0] = inside[3:, 0, 1] = 2.0
    none = np.zeros_like(inside)
    labels, owners = best_owners(scores_for(path)[None], legal_transitions(), OwnerScores(inside, none, none))
    assert labels[0].tolist() == path
    assert owners[0].tolist() == [-1, 0, 0, 1, 1]


def test_a_statement_in_two_pieces() -> None:
    # [CLS] "It rains" she said "a lot"
    path = [O, BC, IC, BS, BQ, BC, IC]
    links = {4: {"in": [1, 2, 5, 6], "first": [1, 5], "last": [2, 6], "source": [3]}}
    (found,) = decode([window(path, links)], NO_BIAS, rules())[0]
    assert (found.source, found.cue, found.content) == ((3, 3), (4, 4), ((1, 2), (5, 6)))
    assert found.confidence == pytest.approx(0.5)


def test_two_cues_keep_their_own() -> None:
    path = [O, BS, BQ, BC, IC, O, BS, BQ, BC]
    links = {
        2: {"in": [3, 4], "first": [3], "last": [4], "source": [1]},
        7: {"in": [8], "first": [8], "last": [8], "source": [6]},
    }
    found = decode([window(path, links)], NO_BIAS, rules())[0]
    assert [(f.source, f.cue, f.content) for f in found] == [((1, 1), (2, 2), ((3, 4),)), ((6, 6), (7, 7), ((8, 8),))]


def test_no_source_where_the_cue_points_at_the_window_mark() -> None:
    links = {1: {"in": [2, 3], "first": [2], "last": [3], "source": [0]}}
    (found,) = decode([window([O, BQ, BC, IC], links)], NO_BIAS, rules())[0]
    assert found.source is None
    assert found.evidence[EVIDENCE.index("no_source")] == 1


def test_a_source_that_is_only_pointed_at() -> None:
    links = {2: {"in": [3], "first": [3], "last": [3], "source": [1]}}
    (found,) = decode([window([O, O, BQ, BC], links)], NO_BIAS, rules())[0]
    assert found.source == (1, 1)


def test_a_cue_without_content_is_no_statement() -> None:
    assert decode([window([O, BS, BQ, O], {2: {"source": [1]}})], NO_BIAS, rules()) == [[]]


def test_content_does_not_end_half_inside_a_quotation() -> None:
    # [CLS] said “ a b ”: the tags end the content at "a", the mark closes after "b"
    path = [O, BQ, BC, IC, O, O]
    links = {1: {"in": [2, 3, 4, 5], "first": [2], "last": [3, 5], "source": [0]}}
    quote = [0, 0, 1, 2, 2, 3]
    (loose,) = decode([window(path, links, quote)], NO_BIAS, rules(half_quote=0.0, inside=0.3))[0]
    (strict,) = decode([window(path, links, quote)], NO_BIAS, rules(half_quote=-20.0, inside=0.3))[0]
    assert loose.content == ((2, 3),)
    assert strict.content == ((2, 5),)


def test_windows_do_not_influence_each_other() -> None:
    one = window([O, BS, BQ, BC], {2: {"in": [3], "first": [3], "last": [3], "source": [1]}})
    two = window([O, BC, IC, IC, BQ, O, O], {4: {"in": [1, 2, 3], "first": [1], "last": [3], "source": [0]}})
    alone = [decode([w], NO_BIAS, rules())[0] for w in (one, two)]
    together = decode([one, two], NO_BIAS, rules())
    for a, b in zip(alone, together, strict=True):
        assert [(f.source, f.cue, f.content, f.confidence) for f in a] == [
            (f.source, f.cue, f.content, f.confidence) for f in b
        ]


def test_nothing_to_decode() -> None:
    assert decode([], NO_BIAS, rules()) == []
    assert decode([window([O], {})], NO_BIAS, rules()) == [[]]


def test_distance_buckets_know_side_and_paragraph() -> None:
    buckets = distance_buckets(np.array([2]), np.array([3]), np.array([0, 0, 0, 0, 0, 1]))[0]
    middle = buckets[2]
    assert buckets[3] == middle
    assert (buckets[1], buckets[4]) == (middle - 1, middle + 1)
    assert buckets[5] >= BUCKETS // 2
    assert buckets.max() < BUCKETS


def test_link_scores_use_the_mean_query_of_the_cue() -> None:
    dice = np.random.default_rng(1)
    queries, keys = (dice.normal(size=(5, len(RELATIONS), 3)).astype(np.float32) for _ in range(2))
    got = link_scores(queries, keys, NO_BIAS, np.array([1]), np.array([2]), np.zeros(5, np.int64))
    mean = queries[1:3].mean(0)
    assert got[:, 0] == pytest.approx(np.einsum("rd,urd->ru", mean, keys), abs=1e-5)
