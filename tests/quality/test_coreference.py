"""Pronouns and nouns for named things get the right names, and seldom a wrong one, on GUM's coreference gold.

A mention is of a named thing where another one of its group is a name: one whose head is a proper noun, or a common
noun with the name beside it ("the physician Yang"). Counted are third-person pronouns and definite nouns ("the …",
"this …", "her …"), the predicates ("X is the founder") among them. Whoever gets a name that shares no word with any of
the group's is wrong, who gets none is neither. The gold is not part of the project; it is looked for beside the
checkout.
"""

import pytest

from benchmarks.gum import read_gum, score
from claimx.attributions.discourse import read_discourse
from claimx.mentions.names.finder import find_entities
from claimx.records import Span, Zone
from tests.parsing import parse, reading_of
from tests.paths import SHARED

pytestmark = pytest.mark.shared
GUM = SHARED / "data" / "gum" / "dep"


def zones(text):
    found, start = [], 0
    for index, line in enumerate(text.split("\n")):
        if line.strip():
            found.append(Zone("body", Span(start, start + len(line.rstrip())), index))
        start += len(line) + 1
    return found


def names(doc, text):
    discourse = read_discourse(reading_of(text, zones(text), doc), find_entities(doc, text))
    meant = ((token.idx, discourse.meant_by(token)) for token in doc)
    return {at: referent.name for at, referent in meant if referent is not None}


@pytest.fixture(scope="module")
def figures():
    paths = [path for kind in ("news", "bio", "interview") for path in sorted(GUM.glob(f"GUM_{kind}_*.conllu"))]
    if not paths:
        pytest.skip("needs GUM in CoNLL-U, which is not distributed with claimx")
    gold = [read_gum(path) for path in paths]
    docs = parse((document.text, zones(document.text)) for document in gold)
    return score(gold, [names(doc, document.text) for doc, document in zip(docs, gold, strict=True)])


def test_pronouns_get_the_right_name(figures):
    assert figures["pronoun"].right / figures["pronoun"].gold >= 0.87


def test_nouns_get_the_right_name(figures):
    assert figures["noun"].right / figures["noun"].gold >= 0.585


def test_few_get_a_wrong_name(figures):
    assert figures["all"].wrong / figures["all"].gold <= 0.08
