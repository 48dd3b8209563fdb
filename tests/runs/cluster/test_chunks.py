import pickle

import pytest

from claimx.records import ReadOptions
from claimx.runs.cluster.chunks import NamedInput, Size, group, read_chunks


def inputs(*names: str) -> list[NamedInput]:
    return [NamedInput(name, name) for name in names]


def names_of(groups) -> list[list[str]]:
    return [[one.name for one in together] for together in groups]


def test_files_of_one_article_go_together_and_others_alone():
    given = inputs("a.txt", "b.html", "all.jsonl", "c.txt", "crawl.warc.gz", "d.pdf", "e.docx", "f.txt")
    assert names_of(group(given, Size(inputs=2))) == [
        ["a.txt", "b.html"],
        ["all.jsonl"],
        ["c.txt"],
        ["crawl.warc.gz"],
        ["d.pdf", "e.docx"],
        ["f.txt"],
    ]


def test_groups_grow_so_that_many_files_are_few_tasks():
    sizes = [len(together) for together in group(inputs(*(f"{n}.txt" for n in range(100_000))), Size(inputs=8))]
    assert sizes[:9] == [8] * 8 + [16]
    assert max(sizes) == 256 and sum(sizes) == 100_000


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in "abcde":
        (tmp_path / f"{name}.txt").write_text(f"The {name} line is closed, the operator said on Monday.")
    return tmp_path


def chunks(*names: str, size: Size) -> list:
    return list(read_chunks(inputs(*names), ReadOptions(), size))


def ids_of(made) -> list[list[str]]:
    return [[article.id for article in chunk.articles] for chunk in made]


def test_chunks_have_so_many_articles_and_characters_at_most(folder):
    names = [f"{name}.txt" for name in "abcde"]
    assert ids_of(chunks(*names, size=Size(articles=2))) == [["a.txt", "b.txt"], ["c.txt", "d.txt"], ["e.txt"]]
    assert ids_of(chunks(*names, size=Size(characters=10))) == [[name] for name in names]


def test_what_cannot_be_read_is_told_in_the_next_chunk(folder):
    (folder / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "e.txt").unlink()
    made = chunks(*(f"{name}.txt" for name in "abcde"), size=Size(articles=2))
    assert ids_of(made) == [["a.txt", "c.txt"], ["d.txt"]]
    assert [[error.input for error in chunk.errors] for chunk in made] == [["b.txt"], ["e.txt"]]


def test_inputs_of_which_none_can_be_read_are_a_chunk_of_errors(folder):
    [chunk] = chunks("gone.txt", size=Size())
    assert (chunk.articles, [str(error) for error in chunk.errors]) == (
        (),
        ["gone.txt cannot be read: No such file or directory."],
    )


def test_the_same_place_in_the_same_inputs_has_the_same_id(folder):
    names = [f"{name}.txt" for name in "abcde"]
    once, again = (chunks(*names, size=Size(articles=2)) for _ in range(2))
    assert [chunk.id for chunk in once] == [chunk.id for chunk in again]
    other = chunks(*names[1:], size=Size(articles=2))
    assert not {chunk.id for chunk in once} & {chunk.id for chunk in other}


def test_a_chunk_can_be_sent_with_its_errors(folder):
    [chunk] = chunks("a.txt", "gone.txt", size=Size())
    received = pickle.loads(pickle.dumps(chunk))
    assert received.articles == chunk.articles
    assert [(error.input, str(error)) for error in received.errors] == [
        ("gone.txt", "gone.txt cannot be read: No such file or directory.")
    ]
