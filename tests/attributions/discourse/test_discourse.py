import json

import pytest

from claimx.attributions.discourse.discourse import Discourse, quoted_tokens
from claimx.attributions.discourse.kinds import roles
from claimx.attributions.discourse.referents import Referent
from claimx.mentions.names.finder import find_entities
from claimx.records import Span, Zone
from tests.parsing import parse
from tests.paths import CASES

PATH = CASES / "coreference.jsonl"
CASES = [json.loads(line) for line in PATH.read_text().splitlines()]


def read(text):
    (doc,) = parse([(text, [Zone("body", Span(0, len(text)), 0)])])
    return doc, Discourse(doc, text, find_entities(doc, text), roles())


@pytest.mark.parametrize("case", CASES, ids=[f"{case['word']}: {case.get('why') or case['text']}" for case in CASES])
def test_a_mention_means(case):
    doc, discourse = read(case["text"])
    token = [token for token in doc if token.text == case["word"]][-1]
    mention = discourse.at(token)
    assert (mention.referent.name if mention.referent else None) == case["name"]


def test_mentions_stand_in_text_order_and_heads_lead_to_them():
    _, discourse = read("Anna Ruiz said that she would write to the Harbour Board, which met in Tarn.")
    heads = [mention.head.i for mention in discourse.mentions]
    assert heads == sorted(heads)
    assert all(discourse.by_token[mention.head.i] is mention for mention in discourse.mentions)
    assert discourse.before(heads[2]) == discourse.mentions[:2]


def test_titles_lead_to_the_person_they_stand_before():
    doc, discourse = read("Yesterday referee Joel Aguilar stopped the match.")
    assert discourse.at(doc[1]).referent.name == "Joel Aguilar"


def test_names_know_what_is_told_of_them():
    _, discourse = read("Mr Robin Vale, a Kenyan surgeon, met the Ministry of Sport.")
    person, body = (r for r in discourse.named.values() if r.kind in ("person", "organization"))
    assert (person.told_gender, person.nouns, person.nations) == ("m", {"surgeon"}, {"Kenya"})
    assert body.nouns == {"ministry", "department"}


def test_one_pronoun_alone_tells_no_gender():
    referent = Referent("person", "Quill")
    referent.gender["f"] += 1
    assert referent.told_gender is None
    referent.gender["f"] += 1
    assert referent.told_gender == "f"
    referent.gender["m"] += 2
    assert referent.told_gender is None


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “it rains” today.", ["it", "rains"]),
        ('He said "it rains" today.', ["it", "rains"]),
        ("He said “it rains\n\nNew day.", ["it", "rains"]),
        ("He said it rains.", []),
    ],
)
def test_tokens_between_quotation_marks(text, inside):
    zones = [Zone("body", Span(0, len(text)), 0)]
    (doc,) = parse([(text, zones)])
    marks = quoted_tokens(doc, text)
    assert [token.text for token in doc if marks[token.i] and token.is_alpha] == inside
