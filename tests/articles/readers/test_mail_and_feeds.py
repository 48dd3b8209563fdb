from datetime import date
from email import message_from_bytes, policy

import pytest

from tests.articles.readers.files import PARAGRAPHS, TEXT, TITLE, docx, eml, html, mhtml, rss, zip_file
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


def with_attachments(text: str, **files: bytes | None) -> bytes:
    """A mail with files, whose names end behind the last underscore; None: the same mail in itself."""
    mail = message_from_bytes(eml(text), policy=policy.default)
    for name, content in files.items():
        if content is None:
            mail.add_attachment(message_from_bytes(eml(TEXT), policy=policy.default))
        else:
            given = ".".join(name.rsplit("_", 1))
            mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=given)
    return mail.as_bytes()


def test_attachments_that_can_be_read_are_members_of_the_mail():
    mail = with_attachments(
        "The report is attached, she wrote.",
        report_docx=docx(),
        figures_csv=b'text,date\n"The ferry sank, she said.",2024-02-01\n',
        chart_png=b"\x89PNG",
        all_zip=zip_file({"in/a.txt": TEXT.encode()}),
        mail=None,
    )
    told = read(write("a.eml", mail))
    assert {article.id: article.published for article in told} == {
        "a.eml": date(2024, 3, 5),
        "a.eml/report.docx": date(2024, 3, 5),  # it tells no day itself: that of the mail
        "a.eml/figures.csv:2": date(2024, 2, 1),
        "a.eml/all.zip/in/a.txt": date(2024, 3, 5),
        "a.eml/5.eml": date(2024, 3, 5),
    }
    assert told[1].text == "\n\n".join(PARAGRAPHS)
    assert told[4].text.strip() == TEXT
    assert told.errors == []
    assert told.notes == ["1 other file in a.eml passed over: chart.png."]


def test_an_attachment_that_cannot_be_read_is_named_and_costs_no_other():
    mail = with_attachments(
        "See below, she wrote.", a_pdf=b"%PDF-1.4 broken", b_docx=b"no Word file", c_txt=TEXT.encode()
    )
    told = read(write("a.eml", mail))
    assert [article.id for article in told] == ["a.eml", "a.eml/c.txt"]
    assert [error.split()[0] for error in told.errors] == ["a.eml/a.pdf", "a.eml/b.docx"]


def test_a_mail_of_nothing_but_an_attachment():
    told = read(write("a.eml", with_attachments("\n", a_txt=TEXT.encode())))
    assert ([article.id for article in told], told.errors) == (["a.eml/a.txt"], [])


def test_the_name_of_an_attachment_leads_nowhere():
    mail = message_from_bytes(eml(), policy=policy.default)
    for name in ("../../etc/a.txt", "C:\\in\\b.txt"):
        mail.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename=name)
    assert [article.id for article in read(write("a.eml", mail.as_bytes()))] == ["a.eml", "a.eml/a.txt", "a.eml/b.txt"]


def test_an_attachment_without_a_name_goes_by_its_type():
    mail = message_from_bytes(eml(), policy=policy.default)
    mail.add_attachment(html(), maintype="text", subtype="html")
    page = read(write("a.eml", mail.as_bytes()))[1]
    assert (page.id, page.title) == ("a.eml/1.html", TITLE)


def test_a_mail_with_pictures_in_its_text_is_no_saved_page():
    mail = message_from_bytes(mhtml(), policy=policy.default)
    mail["To"], mail["From"] = "news@tellmar.example", "Ann Lee <ann@a.example>"
    read_mail = one(read(write("a.eml", mail.as_bytes())))
    assert (read_mail.title, read_mail.author) == (TITLE, "Ann Lee")
    assert PARAGRAPHS[0] in read_mail.text


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
