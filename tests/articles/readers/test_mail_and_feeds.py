from datetime import date

import pytest

from tests.articles.readers.files import PARAGRAPHS, TEXT, TITLE, eml, mhtml, rss
from tests.articles.readers.make import one, read, write


@pytest.fixture(autouse=True)
def in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_a_mail():
    mail = one(read(write("a.eml", eml())))
    assert (mail.text.strip(), mail.title, mail.author) == (TEXT, TITLE, "Ann Lee")
    assert (mail.published, mail.published_from) == (date(2024, 3, 5), "metadata")


def test_lines_that_a_mail_program_broke_are_put_together():
    mail = b"Subject: x\nContent-Type: text/plain; format=flowed\n\nIt rained \nin the north.\n\n> quoted\n-- \nAnn\n"
    assert one(read(write("a.eml", mail))).text.split("\n") == ["It rained in the north.", "", "> quoted", "-- ", "Ann"]


def test_attachments_are_named():
    from email import message_from_bytes, policy

    mail = message_from_bytes(eml(), policy=policy.default)
    mail.add_attachment(b"x", maintype="application", subtype="pdf", filename="paper.pdf")
    told = read(write("a.eml", mail.as_bytes()))
    assert len(told) == 1
    assert told.notes == ["a.eml: attachments are not read: paper.pdf."]


def test_a_page_saved_as_one_file():
    page = one(read(write("a.mhtml", mhtml())))
    assert (page.text, page.title, page.url) == ("\n".join(PARAGRAPHS), TITLE, "https://tellmar.example/ferry")


@pytest.mark.parametrize("content", [b"no header\n\nat all", b"Subject: x\nContent-Type: image/png\n\nx"])
def test_what_is_no_mail_or_holds_no_text(content):
    assert len(read(write("a.eml", content)).errors) == 1


def test_a_feed():
    told = read(
        write("a.xml", rss("<p>It <b>rained</b> in the north, she said.</p>", "It poured &amp; stopped, she said."))
    )
    assert [article.text for article in told] == ["It rained in the north, she said.", "It poured & stopped, she said."]
    assert [article.url for article in told] == ["https://tellmar.example/0", "https://tellmar.example/1"]
    assert {(article.publisher, article.title, article.published) for article in told} == {
        ("Tellmar Post", TITLE, date(2024, 3, 5))
    }


def test_an_atom_feed_with_whole_texts():
    entry = (
        "<entry><id>urn:1</id><title>T</title><updated>2024-03-05T10:00:00Z</updated><summary>Short.</summary>"
        f'<content type="html">&lt;p&gt;{PARAGRAPHS[0]}&lt;/p&gt;</content></entry>'
    )
    feed = f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>{entry}</feed>'
    article = one(read(write("a.atom", feed)))
    assert (article.id, article.text) == ("urn:1", PARAGRAPHS[0])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (rss("", ""), "a.xml holds no texts, but links alone; give the pages' addresses, or save them."),
        (rss(), "a.xml is a feed without entries."),
        (b"<?xml version='1.0'?><urlset/>", "a.xml is no feed that can be read (RSS or Atom)."),
        (b"not XML", "a.xml is no feed that can be read (RSS or Atom)."),
    ],
)
def test_a_feed_without_texts(content, message):
    assert read(write("a.xml", content)).errors == [message]


def test_entities_that_grow_without_bound():
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    feed = '<rss version="2.0"><channel><title>&a9;</title></channel></rss>'
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [{entities}]>{feed}'
    assert len(read(write("a.xml", bomb)).errors) == 1
