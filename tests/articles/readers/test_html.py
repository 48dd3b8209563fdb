from datetime import date

import pytest
import trafilatura

from claimx.articles.readers.html import declared_encoding
from tests.articles.readers.make import one, read, write
from tests.articles.readers.pages import PAGES

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="{charset}">
<title>Crews walk out - Tellmar Post</title>
<meta property="og:site_name" content="Tellmar Post"><meta property="og:title" content="Crews walk out">
<meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2024-03-05T10:30:00+01:00">
<link rel="canonical" href="https://tellmar.example/news/ferry"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><p>Ferry crews in Tellmar voted on Monday to walk out, their union said in a letter to its members.</p>
<p>&ldquo;We will <b>not</b> <a href="/x">sail</a>,&rdquo; said Ana Ruiz at the café, who leads the union.</p>
<script>track("never read")</script></article>
<footer>Copyright Tellmar Post. All rights reserved. Subscribe to our newsletter.</footer></body></html>"""
TEXT = (
    "Ferry crews in Tellmar voted on Monday to walk out, their union said in a letter to its members.\n"
    "“We will not sail,” said Ana Ruiz at the café, who leads the union."
)


@pytest.fixture(autouse=True)
def in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1"])
def test_a_saved_page(charset):
    page = PAGE.format(charset=charset).encode("utf-8" if charset == "utf-8" else "cp1252")
    article = one(read(write("a.html", page), published=date(2020, 1, 1)))
    assert article.text == TEXT
    assert (article.title, article.author, article.publisher) == ("Crews walk out", "Ann Lee", "Tellmar Post")
    assert (article.published, article.published_from) == (date(2024, 3, 5), "metadata")
    assert article.url == "https://tellmar.example/news/ferry"


@pytest.mark.parametrize("name", ["page.txt", "page", "page.htm", "-"])
def test_a_page_is_known_by_how_it_begins(name):
    page = PAGE.format(charset="utf-8").encode()
    told = read("-", stdin=page) if name == "-" else read(write(name, page))
    assert one(told).text == TEXT


def test_a_page_in_a_key_of_json(tmp_path):
    import json

    article = one(read(write("a.jsonl", json.dumps({"text": PAGE.format(charset="utf-8"), "title": "Ours"}))))
    assert (article.text, article.title, article.author) == (TEXT, "Ours", "Ann Lee")


@pytest.mark.parametrize("name", PAGES)
def test_the_words_are_those_that_trafilatura_extracts(name):
    page = PAGES[name].encode()
    article = one(read(write("a.html", page)))
    alone = trafilatura.extract(page, include_comments=False)
    assert article.text.split() == alone.split()
    assert article.title == trafilatura.extract_metadata(page).title
    assert all(word in article.text for word in ("Ostmere", "Aldwick"))
    assert not any(word in article.text for word in ("Subscribe", "newsletter", "riverman", "dataLayer", "Most read"))


def test_a_page_of_a_few_words():
    assert one(read(write("a.html", "<p>It <i>rained</i>.</p><p>It poured.</p>"))).text == "It rained.\nIt poured."


@pytest.mark.parametrize("page", ["<html><script>fill()</script></html>", "<!doctype html>", "<html><title>T</title>"])
def test_a_page_without_text(page):
    [error] = read(write("a.html", page)).errors
    assert error == "a.html holds no text; a page that a script fills must be saved as it is shown."


def test_a_million_nested_tags():
    told = read(write("a.html", "<html><body>" + "<div>" * 1_000_000 + "It rained in the north."), write("b.txt"))
    assert [article.id for article in told][-1] == "b.txt"
    assert len(told) + len(told.errors) == 2


def test_too_large_a_page():
    assert read(write("a.html", b"<html>" + b" " * 20_000_001)).errors == [
        "a.html is larger than 20 MB, too large for one article."
    ]


def test_the_encoding_that_is_declared():
    assert declared_encoding(b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">') == "koi8-r"
    assert declared_encoding(b"<meta charset=utf-8>", "text/html; charset=ISO-8859-2") == "ISO-8859-2"
    assert declared_encoding(b"<p>charset=x</p>") is None
