"""What is remembered of the attribute ruler and the lemmatizer is what they say."""

import pytest

from claimx.document.lemmas import Annotator
from claimx.document.parser import ANNOTATED, load_parser

TEXTS = [
    "There's a ferry on the river, and there were two more; c'm on, y'all, let's go!",
    "I ain't gonna say it's over. He's gotta find what they found, founding nothing.",
    "Ann’s boats, which had been sinking, were found by 12 of the best-known divers in May 2021.",
    "“We don’t know,” said the minister's aides: “She’ll be left leaving the left-hand leaves.”  ",
    "",
    "\n\n A #hashtag, http://example.org, 5kg of £3m :-) …",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_annotation_is_spacys_own(text):
    nlp = load_parser()
    expected = nlp(text)
    annotator = Annotator(nlp)
    for _ in range(2):  # the second time from memory
        doc = annotator(nlp(text, disable=ANNOTATED))
        assert [(t.pos, str(t.morph), t.lemma) for t in doc] == [(t.pos, str(t.morph), t.lemma) for t in expected]


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr("claimx.document.lemmas._MOST", 3)
    nlp = load_parser()
    annotator = Annotator(nlp)
    doc = annotator(nlp(TEXTS[0], disable=ANNOTATED))
    assert [t.lemma for t in doc] == [t.lemma for t in nlp(TEXTS[0])]
