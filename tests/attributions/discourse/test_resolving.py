import json

import pytest

from claimx.attributions.discourse import read_discourse
from claimx.mentions.names.finder import find_entities
from claimx.records import Span, Zone
from tests.attributions.discourse.make import read
from tests.parsing import reading_of
from tests.paths import CASES

PATH = CASES / "coreference.jsonl"
CASES = [json.loads(line) for line in PATH.read_text().splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['word']}: {case.get('why') or case['text']}" for case in CASES])
def test_a_mention_means(case):
    discourse = read(case["text"])
    token = [token for token in discourse.doc if token.text == case["word"]][-1]
    mention = discourse.at(token)
    assert (mention.referent.name if mention.referent else None) == case["name"]


def test_nobody_is_mentioned_in_what_is_not_read():
    text = "By Ada Holm\n\nKarl Lund left."
    zones = [Zone("byline", Span(0, 11), 0), Zone("body", Span(13, len(text)), 1)]
    reading = reading_of(text, zones)
    entities = find_entities(reading.doc, text)
    assert {entity.name for entity in entities} >= {"Karl Lund"}
    assert {m.referent.name for m in read_discourse(reading, entities).mentions} == {"Karl Lund"}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The Harbour Board met. The Harbour Board sat late. It closed the docks.", "Harbour Board"),
        ("The Harbour Board met the Border Commission. Nothing came of it.", None),
    ],
)
def test_the_topic_is_the_body_that_is_named_most(text, topic):
    found = read(text).topic
    assert (found.name if found else None) == topic


def test_the_main_person_is_far_oftener_named_than_the_next():
    text = "Karl Lund left. Karl Lund sang. Karl Lund slept. Omar Said saw Karl Lund."
    assert read(text).main_persons["m"].name == "Karl Lund"
    assert read(f"{text} Omar Said left. Omar Said sang.").main_persons["m"] is None
