from datetime import date

import pytest

from claimx.articles.readers.markdown import shown_text, split_front_matter
from tests.articles.readers.make import one, read, write


@pytest.fixture(autouse=True)
def in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The **mayor** said _so_.", "The mayor said so."),
        ("[Ana Ruiz](https://a.example/b_c) said “no”.", "Ana Ruiz said “no”."),
        ("# Crews walk out\n\nIt\nrained.", "Crews walk out\n\nIt rained."),
        ("One.  \nTwo.", "One.\nTwo."),
        ("- Bread\n- Milk\n\n> “We sail,” she said.", "Bread\n\nMilk\n\n“We sail,” she said."),
        ("![A ferry](ferry.png)\n\nIt sailed.", "It sailed."),
        ("```\ncode()\n```\n\nIt sailed.<!-- no -->", "It sailed."),
        ("| who | said |\n| --- | --- |\n| Ann | no |", "who\n\nsaid\n\nAnn\n\nno"),
        ("It cost \\$5 &ndash; or 2 * 3 * 4.", "It cost $5 – or 2 * 3 * 4."),
        ("<p>It <b>rained</b>.</p>\n\nIt poured.", "It rained.\n\nIt poured."),
    ],
)
def test_the_text_that_is_shown(source, text):
    assert shown_text(source) == text


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "Crews walk out"\ndate: 5 March 2024\nauthor: Ann Lee\ntags: [ferry]\n---\n',
        "+++\ntitle = 'Crews walk out'\ndate = 2024-03-05T10:00:00Z\nauthor = \"Ann Lee\"\n+++\n",
        "---\r\ntitle: Crews walk out\r\npublished: 2024-03-05\r\nauthor: Ann Lee\r\nid: 7\r\n---\r\n",
    ],
)
def test_front_matter_tells_title_date_and_author(front):
    article = one(read(write("a.md", front + "\nThe *crews* walked out, she said.\n"), published=date(2020, 1, 1)))
    assert article.text == "The crews walked out, she said."
    assert (article.id, article.title, article.author) == ("a.md", "Crews walk out", "Ann Lee")
    assert (article.published, article.published_from) == (date(2024, 3, 5), "front_matter")


@pytest.mark.parametrize(
    "text", ["---\n\nIt rained.\n\n---\nIt poured.", "--- no front\n", "It rained.\n---\na: b\n---\n"]
)
def test_rules_are_no_front_matter(text):
    assert split_front_matter(text) == ({}, text)


def test_bad_input():
    assert read(write("a.md", "a" * 5_000_001)).errors == [
        "a.md has more than 5,000,000 characters; split it into its articles."
    ]
    assert read(write("b.md", "![](x.png)")).errors == ["b.md is empty."]
