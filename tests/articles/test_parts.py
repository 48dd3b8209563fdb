"""Long texts in parts."""

import pytest

from claimx.articles import parts
from claimx.articles.parts import parts_of
from claimx.records import Article


@pytest.fixture(autouse=True)
def short_parts(monkeypatch):
    monkeypatch.setattr(parts, "LONGEST_PART", 100)


def test_a_text_that_is_short_enough_stays_whole():
    article = Article(text="a" * 100, id="a.txt")
    assert list(parts_of(article)) == [article]


@pytest.mark.parametrize(
    ("unit", "end"),
    [
        ("The dam holds. It rained.\n\n", "\n\n"),
        ("The dam holds. It rained all of\n", "\n"),
        ("The dam holds and it rains. ", ". "),
        ("The minister said “it rains.” ", "” "),
        ("and on and on ", " "),
        ("unending", ""),
    ],
)
def test_it_is_cut_where_it_harms_least_and_nothing_is_lost(unit, end):
    text = unit * 20
    found = list(parts_of(Article(text=text, id="a.txt", warnings=("html-read",))))
    assert "".join(part.text for part in found) == text
    assert all(len(part.text) <= 100 and part.text.endswith(end) for part in found)
    assert [part.id for part in found] == [f"a.txt#{number}" for number in range(1, len(found) + 1)]
    begin = len(found[0].text)
    assert found[1].warnings == ("html-read", f"part: 2 of {len(found)}, from character {begin}")
