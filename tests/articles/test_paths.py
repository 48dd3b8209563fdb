import os
from pathlib import Path

import pytest

from claimx.articles.readers.dispatch import format_names
from tests.articles.readers.make import read, write


@pytest.fixture(autouse=True)
def in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def ids(told):
    return [article.id for article in told]


def test_another_spelling_of_a_file_is_read_once(tmp_path):
    write("news/a.txt")
    told = read("news/a.txt", "./news/../news/a.txt", "news", "*/a.txt", tmp_path / "news" / "a.txt")
    assert (ids(told), told.errors, told.notes) == (["news/a.txt"], [], [])


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_link_to_a_file_is_read_once_and_said(link):
    write("news/a.txt")
    link(Path("news/a.txt").absolute(), "news/b.txt")
    told = read("news")
    assert ids(told) == ["news/a.txt"]
    assert told.notes == ["news/b.txt is news/a.txt under another name; it is read once."]


def test_links_to_folders_are_followed_once():
    write("archive/a.txt")
    write("news/b.txt", "It rained.")
    Path("news/old").symlink_to(Path("archive").absolute())
    Path("news/loop").symlink_to(Path("news").absolute())
    Path("archive/up").symlink_to(Path("news").absolute())
    told = read("news")
    assert (ids(told), told.errors, told.notes) == (["news/b.txt", "news/old/a.txt"], [], [])
    assert ids(read("**/*.txt")) == ["archive/a.txt", "news/b.txt"]


def test_a_link_to_nowhere_is_named():
    write("news/a.txt")
    Path("news/b.txt").symlink_to("gone.txt")
    told = read("news", "news/b.txt")
    assert ids(told) == ["news/a.txt"]
    assert told.errors == ["news/b.txt cannot be read: No such file or directory."] * 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_fifo_in_a_folder_is_passed_over():
    write("news/a.txt")
    os.mkfifo("news/pipe.txt")
    told = read("news")
    assert ids(told) == ["news/a.txt"]
    assert told.notes == [f"1 other file in news passed over: pipe.txt (claimx reads {format_names()})."]


def test_a_folder_that_may_not_be_read(monkeypatch):
    write("news/a.txt"), write("news/closed/b.txt"), write("closed/c.txt")
    scandir = os.scandir

    def refuse(path):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)  # root may read everything
    told = read("news", "closed")
    assert ids(told) == ["news/a.txt"]
    assert told.errors == [
        "the folder news/closed cannot be read: Permission denied.",
        "the folder closed cannot be read: Permission denied.",
    ]


@pytest.mark.parametrize(
    "name", ["a b.txt", "a'b\".txt", "a\nb.txt", "ä.txt", b"\xff.txt".decode("utf-8", "surrogateescape")]
)
def test_odd_names(name):
    try:
        write(f"news/{name}")
    except (OSError, UnicodeError):
        pytest.skip("no such name on this disk")
    assert [article.text for article in read("news")] == [Path(f"news/{name}").read_text()]


def test_a_deep_folder_of_many_files():
    deep = "/".join(["d"] * 60)
    for number in range(300):
        write(f"news/{deep}/{number:03}.txt", "It rained.")
    assert len(read("news")) == 300
