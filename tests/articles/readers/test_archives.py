import bz2
import gzip
import io
import json
import zipfile

import pytest

from claimx.articles.readers import archive_limits
from claimx.articles.readers.dispatch import format_names
from claimx.articles.reading import read_articles
from tests.articles.readers.files import TEXT, docx, html, tar_file, warc, xlsx, zip_file, zstd
from tests.articles.readers.make import read, write


@pytest.fixture(autouse=True)
def in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def ids(told):
    return [article.id for article in told]


@pytest.mark.parametrize("pack", [zip_file, tar_file], ids=["zip", "tar"])
def test_members_are_named_and_what_is_no_article_is_said(pack):
    members = {
        "in/b.txt": TEXT.encode(),
        "a.html": html(),
        ".hidden.txt": b"x",
        "README.md": b"x",
        "p.png": b"x",
        "bad.txt": b"\0x",
    }
    told = read(write("a.pack.zip" if pack is zip_file else "a.pack.tar", pack(members)))
    archive = "a.pack.zip" if pack is zip_file else "a.pack.tar"
    assert ids(told) == [f"{archive}/in/b.txt", f"{archive}/a.html"]
    assert told.errors == [f"{archive}/bad.txt is not a text file (it holds NUL bytes); save it as plain text."]
    assert told.notes == [f"2 other files in {archive} passed over: README.md, p.png."]


@pytest.mark.parametrize("path", ["../a.txt", "/etc/a.txt", "in/../../a.txt", "..\\a.txt", "C:\\a.txt"])
@pytest.mark.parametrize("pack", [zip_file, tar_file], ids=["zip", "tar"])
def test_a_path_that_climbs_out_is_refused(pack, path):
    told = read(write("a.zip" if pack is zip_file else "a.tar", pack({path: TEXT.encode(), "b.txt": TEXT.encode()})))
    assert [name.rpartition("/")[2] for name in ids(told)] == ["b.txt"]
    [error] = told.errors
    assert ": the path of " in error
    assert error.endswith(" leads out of the archive; it is not read.")


def test_an_archive_without_articles():
    assert read(write("a.zip", zip_file({"a.png": b"x"}))).errors == [
        f"no articles in a.zip: claimx reads {format_names()}."
    ]


def test_an_encrypted_member_is_named():
    data = bytearray(zip_file({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1  # the flag in the central directory
    told = read(write("a.zip", bytes(data)))
    assert ids(told) == ["a.zip/b.txt"]
    assert told.errors == ["a.zip/a.txt is encrypted; unpack it with its password."]


def test_a_broken_member_costs_no_other():
    data = bytearray(zip_file({"a.txt": TEXT.encode() * 20, "b.txt": TEXT.encode()}))
    data[60:80] = bytes(20)
    told = read(write("a.zip", bytes(data)))
    assert ids(told) == ["a.zip/b.txt"]
    assert told.errors[0].startswith("a.zip/a.txt cannot be read: it is broken")


@pytest.mark.parametrize(
    "name", ["a.zip", "a.tar", "a.txt.gz", "a.tgz", "a.docx", "a.xlsx", "a.jsonl.zst", "a.txt.bz2"]
)
def test_a_file_that_is_cut(name):
    text = TEXT.encode() * 50
    whole = {
        "a.zip": zip_file({"a.txt": text}),
        "a.tar": tar_file({"a.txt": text}),
        "a.txt.gz": gzip.compress(text),
        "a.tgz": tar_file({"a.txt": text}, "w:gz"),
        "a.docx": docx(),
        "a.xlsx": xlsx([["text"], [TEXT]]),
        "a.jsonl.zst": zstd(json.dumps({"text": TEXT * 50}).encode()),
        "a.txt.bz2": bz2.compress(text),
    }[name]
    told = read(write(name, whole[: len(whole) * 2 // 3]), write("b.txt"))
    assert ids(told)[-1] == "b.txt"
    assert told.errors
    assert all(error.startswith(name) for error in told.errors)


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.csv.bz2", "a.jsonl.zst", "a.zip", "a.tgz"])
def test_a_bomb_is_left_off_and_the_rest_is_read(name, monkeypatch):
    monkeypatch.setattr(archive_limits, "MAX_FREE", 200_000)
    zeros = b"\n" * 3_000_000
    bomb = {
        "a.jsonl.gz": lambda: gzip.compress(zeros),
        "a.csv.bz2": lambda: bz2.compress(b"text\n" + zeros),
        "a.jsonl.zst": lambda: zstd(zeros),
        "a.zip": lambda: zip_file({"a.jsonl": zeros}),
        "a.tgz": lambda: tar_file({"a.jsonl": zeros}, "w:gz"),
    }[name]()
    told = read(write(name, bomb), write("b.txt"))
    assert ids(told) == ["b.txt"]
    assert any("unpacks to more than 200 times its size" in error for error in told.errors)


def test_a_word_file_that_unpacks_to_too_much(monkeypatch):
    monkeypatch.setattr(archive_limits, "MAX_OFFICE", 10_000)
    assert read(write("a.docx", docx())).errors == ["a.docx unpacks to 0 MB, too much for a document."]


def test_archives_in_archives_have_an_end():
    inner = zip_file({"a.txt": TEXT.encode()})
    for _ in range(6):
        inner = zip_file({"a.zip": inner})
    [error] = read(write("a.zip", inner)).errors
    assert error.endswith(" is packed too often, an archive in an archive; unpack it.")
    assert ids(read(write("b.zip", zip_file({"c.zip": zip_file({"a.txt": TEXT.encode()})})))) == ["b.zip/c.zip/a.txt"]


def test_an_archive_is_read_as_a_stream():
    """Articles come before the archive has been read to its end, so that its size does not matter."""
    text = (TEXT * 20).encode()
    archive = tar_file({f"{number:04}.txt": text + str(number).encode() for number in range(500)})

    class Counted(io.RawIOBase):
        at = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            data = archive[self.at : self.at + len(buffer)]
            buffer[: len(data)] = data
            self.at += len(data)
            return len(data)

    stream = Counted()
    articles = read_articles(["-"], on_error=pytest.fail, stdin=io.BufferedReader(stream))
    assert [next(articles).id for _ in range(3)] == ["-/0000.txt", "-/0001.txt", "-/0002.txt"]
    assert stream.at < len(archive) / 10
    assert sum(1 for _ in articles) == 497


def test_a_crawl_holds_much_that_is_no_article():
    german = "Der Bürgermeister sagte am Montag, dass die Brücke bis zum Sommer für alle gesperrt bleibt, und ging."
    pages = [html(), b"<html><script>x</script></html>", html([german] * 3)]
    told = read(write("a.warc.gz", warc(*pages, gz=True)))
    assert [article.url for article in told] == ["https://tellmar.example/0"]
    assert told.errors == []
    assert told.notes == [
        "a.warc.gz: 1 pages without a text passed over.",
        "a.warc.gz: 1 pages in other languages passed over; --any-language reads them.",
    ]
    assert read(write("b.warc", warc(html(), status="404 Not Found"))) == []


def test_an_epub_is_named():
    data = zip_file({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<x/>"})
    assert read(write("a.epub", data)).errors == [
        "a.epub is an e-book (EPUB), not plain text; convert it to plain text."
    ]
    assert zipfile.is_zipfile("a.epub")
