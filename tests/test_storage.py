import sys

import pytest

from claimx.storage import Store, is_stored


@pytest.mark.parametrize(
    "path", ["s3://bucket/news", "gs://bucket", "file:///news/a.txt", "memory://news", "zip::s3://a"]
)
def test_addresses_in_stores(path):
    assert is_stored(path)


@pytest.mark.parametrize(
    "path", ["news", "-", "https://example.org", "HTTP://example.org", "C:\\news", "a:b.txt", "a//b"]
)
def test_files_and_pages_are_in_none(path):
    assert not is_stored(path)


@pytest.fixture(params=["file", "memory"])
def folder(request, tmp_path):
    address = f"{request.param}://{tmp_path}/news"
    for name in ("b.txt", "a.txt", "more/c.txt"):
        Store(address).write(name, f"{name} says".encode())
    return address


def names(files: list[str]) -> list[str]:
    return [file.partition("/news/")[2] for file in files]


def test_files_of_a_folder_a_glob_and_a_file(folder):
    assert (names(Store(folder).find().files), Store(folder).find().is_folder) == (
        ["a.txt", "b.txt", "more/c.txt"],
        True,
    )
    found = Store(f"{folder}/*.txt").find()
    assert (names(found.files), found.is_folder) == (["a.txt", "b.txt"], False)
    assert names(Store(f"{folder}/more/c.txt").find().files) == ["more/c.txt"]
    assert Store(f"{folder}/gone.txt").find() == ([], False)


def test_a_file_that_is_found_can_be_opened_and_read_back_and_forth(folder):
    [*_, last] = Store(folder).find().files
    with Store(last).open() as stream:
        assert stream.read(4) == b"more"
        assert stream.seek(5) == 5
        assert stream.read() == b"c.txt says"


def test_what_is_written_can_be_read(folder):
    store = Store(folder)
    assert (store.read("a.txt"), store.read("gone.txt")) == (b"a.txt says", None)
    store.write("a.txt", b"anew")
    assert store.read("a.txt") == b"anew"


def test_a_scheme_that_nobody_knows_is_told():
    with pytest.raises(OSError, match="Protocol not known: foo"):
        Store("foo://news")


def test_what_is_missing_is_told_with_the_remedy(monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(OSError, match=r"pip install 'claimx\[stores\]'"):
        Store("s3://news")
