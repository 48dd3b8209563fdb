import pytest

from claimx import Article, Extractor
from claimx.network.said import COLUMNS
from claimx.records import HeardWord

LONG = "The harbour board met on Monday, and its chair said that the pier would close for a year. " * 40


@pytest.mark.parametrize("text", ["Ana Ruiz said: “The well is dry.”", LONG, f"{LONG}\n\n{LONG}"])
def test_each_word_is_heard_once_and_in_order(text):
    words = Extractor().read(Article(text)).heard.words
    starts = [word.start for word in words]
    assert starts == sorted(set(starts))
    assert all(text[start : start + 1].strip() for start in starts)
    assert {text.index("said"), text.rindex("The")} <= set(starts)


def test_a_word_has_a_number_for_each_column():
    assert len(HeardWord._fields) == 1 + len(COLUMNS)
