import io
import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimx.articles.input_names import shown
from claimx.articles.readers.dispatch import format_names
from claimx.articles.reading import MAX_CHARACTERS, read_articles

TEXT = "Ferry crews vote to strike\n\nFerry crews in Tellmar voted on Monday to walk out, their union said.\n"


@pytest.fixture(autouse=True)
def in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def read(*paths: str, published: date | None = None, stdin: bytes | None = None):
    errors: list[str] = []
    articles = list(
        read_articles(
            [str(path) for path in paths],
            published=published,
            on_error=lambda error: errors.append(str(error)),
            stdin=None if stdin is None else io.BytesIO(stdin),
        )
    )
    return articles, errors


def write(name: str, content: str | bytes = TEXT) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def as_lines(records: list[dict]) -> bytes:
    return "\n".join(map(json.dumps, records)).encode()


def test_a_file():
    [article], errors = read(write("a.txt"), published=date(2024, 3, 5))
    assert (article.id, article.text, article.published, article.warnings) == ("a.txt", TEXT, date(2024, 3, 5), ())
    assert errors == []


def test_several_files_keep_the_order_given_and_are_read_once():
    write("b.txt"), write("a.txt")
    articles, _ = read("b.txt", "a.txt", "./b.txt")
    assert [article.id for article in articles] == ["b.txt", "a.txt"]


def test_a_folder_is_read_recursively_and_sorted():
    for name in ["news/b.txt", "news/a/z.txt", "news/a.txt", "news/.hidden.txt", "news/.git/x.txt", "news/x.bin"]:
        write(name)
    articles, errors = read("news/")
    assert [article.id for article in articles] == ["news/a/z.txt", "news/a.txt", "news/b.txt"]
    assert errors == []


def test_a_glob():
    for name in ["b1.txt", "a1.txt", "sub/c1.txt", "d.md"]:
        write(name)
    assert [article.id for article in read("*1.txt")[0]] == ["a1.txt", "b1.txt"]
    assert [article.id for article in read("**/*1.txt")[0]] == ["a1.txt", "b1.txt", "sub/c1.txt"]


def test_a_file_whose_name_looks_like_a_glob():
    assert [article.id for article in read(write("a[1].txt"))[0]] == ["a[1].txt"]


def test_an_absolute_path_in_the_current_folder_gets_a_relative_id(tmp_path):
    write("news/a.txt")
    assert [article.id for article in read(tmp_path / "news")[0]] == ["news/a.txt"]


def test_standard_input_as_text():
    [article], _ = read("-", stdin=TEXT.encode())
    assert (article.id, article.text) == ("-", TEXT)


def test_standard_input_as_json_lines():
    lines = json.dumps({"text": "One."}) + "\n\n" + json.dumps({"text": "Two.", "id": "second"}) + "\n"
    articles, errors = read("-", stdin=lines.encode())
    assert [(article.id, article.text) for article in articles] == [("-:1", "One."), ("second", "Two.")]
    assert errors == []


def test_a_file_of_unknown_ending_is_text():
    assert read(write("article"))[0][0].text == TEXT


def test_json_lines_with_everything():
    record = {
        "text": TEXT,
        "id": 17,
        "title": "Crews vote",
        "published": "2024-03-05T10:15:00Z",
        "publisher": "Tellmar Post",
        "author": "Ann Lee",
        "url": "https://tellmar.example/17",
        "section": ["local"],
    }
    [article], errors = read(write("news.jsonl", json.dumps(record)), published=date(2020, 1, 1))
    assert errors == []
    assert article.id == "17"
    assert article.published == date(2024, 3, 5)
    assert (article.title, article.publisher, article.author) == ("Crews vote", "Tellmar Post", "Ann Lee")
    assert article.url == "https://tellmar.example/17"


def test_the_date_given_serves_lines_without_one():
    [article], _ = read(write("news.jsonl", '{"text": "One.", "published": null}'), published=date(2020, 1, 1))
    assert article.published == date(2020, 1, 1)


def test_a_line_separator_inside_a_json_string_does_not_end_the_line():
    [article], _ = read(write("news.jsonl", '{"text": "One.\u2028Two."}\n'))
    assert article.text == "One.\u2028Two."


# --- encodings ---


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")],
)
def test_unicode_with_and_without_a_mark(encoding, mark):
    text = "“Café — 3 °C”, she said.\r\nOn Monday.\r"
    [article], errors = read(write("a.txt", mark + text.encode(encoding)))
    assert article.text == text
    assert (article.warnings, errors) == ((), [])


@pytest.mark.parametrize("ending", [".txt", ".jsonl"])
def test_another_encoding_is_guessed_and_said(ending):
    text = TEXT + "“The café is closed – for good,” she said. “That’s it.”"
    content = json.dumps({"text": text}, ensure_ascii=False) if ending == ".jsonl" else text
    [article], errors = read(write("a" + ending, content.encode("cp1252")))
    assert article.text == text
    assert article.warnings == ("encoding-guessed: cp1252",)
    assert errors == []


def test_json_lines_in_utf_16():
    lines = "\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in ("Café.", "Über."))
    articles, errors = read(write("a.jsonl", lines.encode("utf-16")))
    assert [article.text for article in articles] == ["Café.", "Über."]
    assert errors == []


def test_half_a_surrogate_pair_is_replaced_and_said():
    [article], _ = read(write("a.jsonl", '{"text": "A \\ud83d B \\ud83d\\ude00."}'))
    assert article.text == "A \ufffd B 😀."
    assert article.warnings == ("lone-surrogates-replaced",)


# --- what cannot be read ---


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "a.txt is empty."),
        ("a.txt", b"\xef\xbb\xbf \r\n\xc2\xa0\n", "a.txt is empty."),
        ("a.jsonl", b"\n\n", "a.jsonl is empty."),
        ("a.txt", b"\x00\x01", "a.txt is not a text file (it holds NUL bytes); save it as plain text."),
        ("a.txt", b"\x01\x01\x01\x01\x80", "a.txt is in no encoding that can be recognised; save it as UTF-8."),
        ("a.txt", b"\xff\xfeA", "a.txt begins as UTF-16 but breaks off; save it as UTF-8."),
        (
            "a.html",
            b"<!DOCTYPE html><script>run()</script>",
            "a.html holds no text; a page that a script fills must be saved as it is shown.",
        ),
        ("a.jsonl", b'{"text": "A."', "a.jsonl:1 is not valid JSON: Expecting ',' delimiter at column 14."),
        ("a.jsonl", b'{"text": "A.', "a.jsonl:1 is not valid JSON: Unterminated string starting at column 10."),
        ("a.jsonl", b'["A."]', 'a.jsonl:1 must be a JSON object like {"text": "…"}, not a list.'),
        (
            "a.jsonl",
            b'{"words": "A."}',
            'a.jsonl:1 has no column or key "text" (it has words). --text-column names another one.',
        ),
        ("a.jsonl", b'{"text": 3}', 'a.jsonl:1: "text" must be a string, not a number.'),
        ("a.jsonl", b'{"text": null}', 'a.jsonl:1: "text" must be a string, not null.'),
        ("a.jsonl", b'{"text": " "}', 'a.jsonl:1: "text" is empty.'),
        ("a.jsonl", b'{"text": "A.", "title": []}', 'a.jsonl:1: "title" must be a string, not a list.'),
        ("a.jsonl", b'{"text": ' + b"[" * 100_000, "a.jsonl:1 is not JSON that can be read: RecursionError."),
        ("a.jsonl", b'{"text": ' + b"1" * 5_000 + b"}", "a.jsonl:1 is not JSON that can be read: ValueError."),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else None,
)
def test_bad_input_is_named_and_the_rest_is_delivered(name, content, message):
    articles, errors = read(write("first.txt"), write(name, content), write("last.txt"))
    assert [article.id for article in articles] == ["first.txt", "last.txt"]
    assert errors == [message]


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "broken, or no PDF file."),
        ("a.rtf", b"{\\rtf1\\ansi It rained.}", "an RTF file, not plain text; convert it to plain text."),
        ("a.docx", b"PK\3\4\0\0word/document.xml", "broken, or none of the files that its ending means."),
        ("a", b"PK\3\4\0\0a.txt", "a broken ZIP archive."),
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "a file of an old Word or other Office program, or an encrypted one of a new, not plain text; convert it "
            "to plain text.",
        ),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive, not plain text; unpack it."),
        ("a.txt", b"\x89PNG\r\n", "a picture (PNG), not plain text; put the text that it shows into a text file."),
        ("-", b"%PDF-1.7", "broken, or no PDF file."),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else None,
)
def test_a_known_format_that_is_no_text_is_named(name, content, what):
    if name != "-":
        write(name, content)
    articles, errors = read(name, stdin=content)
    assert (articles, errors) == ([], [f"{shown(name)} is {what}"])


@pytest.mark.parametrize("text", ["PK Subban said so.", "GIF files are small, he said.", "%PDF is a mark, he said."])
def test_words_that_begin_like_a_format(text):
    assert [article.text for article in read(write("a.txt", text))[0]] == [text]


def test_a_broken_line_does_not_stop_the_next():
    articles, errors = read(write("a.jsonl", '{"text": "One."}\n{"text": oops}\n{"text": "Three."}\n'))
    assert [article.id for article in articles] == ["a.jsonl:1", "a.jsonl:3"]
    assert errors == ["a.jsonl:2 is not valid JSON: Expecting value at column 10."]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b" \n", "standard input is empty."),
        (b"\0", "standard input is not a text file (it holds NUL bytes); save it as plain text."),
        (b"<html>", "standard input holds no text; a page that a script fills must be saved as it is shown."),
        (b'{"text": "A.', "standard input, line 1 is not valid JSON: Unterminated string starting at column 10."),
        (b'{"text": "A."}\n{"text": 3}', 'standard input, line 2: "text" must be a string, not a number.'),
        (
            b'{"id": "a"}',
            'standard input, line 1 has no column or key "text" (it has id). --text-column names another one.',
        ),
        (
            json.dumps({"text": "a" * (MAX_CHARACTERS + 1)}).encode(),
            "standard input, line 1 has more than 5,000,000 characters; split it into its articles.",
        ),
    ],
)
def test_standard_input_is_called_so(content, message):
    assert read("-", stdin=content)[1] == [message]


@pytest.mark.parametrize("name", ["-.txt", "-:x", "a-:2", "--", "news/-:3"])
def test_other_names_are_shown_as_they_are(name):
    assert shown(name) == name


@pytest.mark.parametrize(
    ("wanted", "there", "meant"),
    [
        ("artcle.txt", ["article.txt", "archive.txt", "zebra.txt"], "article.txt"),
        ("article", ["article.txt", "other.txt"], "article.txt"),
        ("article.text", ["article.txt", "article"], "article.txt"),
        ("Article.TXT", ["article.txt", "article.pdf"], "article.txt"),
        ("god.txt", ["z_good.txt", "bad.md"], "z_good.txt"),
        ("report-03.txt", ["report-02.txt", "report-03.md"], "report-03.md"),
        ("nwes", ["news/a.txt"], "news"),
        ("flood.txt", ["storm.txt", "quake.txt", "fire.txt"], None),
        ("a.jsonl", ["b.jsonl", "c.jsonl"], None),
        ("zzz", ["article.txt"], None),
        ("zzz.txt", [], None),
    ],
)
def test_a_missing_file_with_and_without_a_likely_name(wanted, there, meant):
    for name in there:
        write(f"in/{name}")
    hint = f" (did you mean in/{meant}?)" if meant else ""
    assert read(f"in/{wanted}")[1] == [f"no such file: in/{wanted}{hint}"]


def notes(*paths: str) -> list[str]:
    said: list[str] = []
    assert list(read_articles([*paths], on_error=pytest.fail, on_note=said.append))
    return said


@pytest.mark.parametrize(
    ("others", "note"),
    [
        ([], None),
        ([".hidden", ".git/config"], None),
        (["paper.odt"], "1 other file in news passed over: paper.odt"),
        (["sub/b.odt", "README.md"], "2 other files in news passed over: README.md, sub/b.odt"),
        (["e", "d", "c", "b"], "4 other files in news passed over: b, c, d, …"),
    ],
)
def test_what_a_folder_passes_over_is_told_once(others, note):
    for name in ["a.txt", "sub/b.txt", *others]:
        write(f"news/{name}")
    endings = f" (claimx reads {format_names()})."
    assert notes("./news/") == [] if note is None else [note.replace(" in news", " in ./news/") + endings]
    assert notes("news", "news/a.txt") == ([] if note is None else [note + endings])


def test_what_a_glob_or_a_file_leaves_out_is_not_spoken_of():
    for name in ("news/a.txt", "news/b.odt"):
        write(name)
    assert notes("news/*.txt", "news/a.txt") == []


def test_a_folder_without_articles():
    write("pictures/a.png")
    assert read("pictures")[1] == [f"no articles in the folder pictures: claimx reads {format_names()}."]


def test_a_glob_without_matches():
    assert read("*.txt")[1] == ["no file matches *.txt."]


@pytest.mark.parametrize("name", ["a\0b", "x" * 5_000])
def test_a_name_that_no_file_can_have(name):
    articles, errors = read(name, write("a.txt"))
    assert len(articles) == 1
    assert errors[0].startswith("no such file: ")


def test_too_long_a_text():
    message = " has more than 5,000,000 characters; split it into its articles."
    text = "a" * (MAX_CHARACTERS + 1)
    _, errors = read(write("a.txt", text), write("b.txt", "!!" + "🚢" * MAX_CHARACTERS), "-", stdin=text.encode())
    assert errors == ["a.txt" + message, "b.txt" + message, "standard input" + message]
    assert read(write("c.jsonl", json.dumps({"text": text})))[1] == ["c.jsonl:1" + message]


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
RECORDS = st.dictionaries(st.sampled_from(["text", "id", "title", "published", "url", "other"]), JSON_VALUES)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary() | st.text().map(str.encode) | st.lists(RECORDS, max_size=3).map(as_lines))
@pytest.mark.parametrize("ending", [".txt", ".jsonl", ".bin"])
def test_any_bytes_give_articles_or_errors(ending, content):
    articles, errors = read(write("a" + ending, content))
    assert articles or errors
    assert all(
        article.text.strip() and not any("\ud800" <= c <= "\udfff" for c in article.text) for article in articles
    )
    assert all(error.startswith("a" + ending) for error in errors)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read():
    Path(write("a.txt")).chmod(0)
    assert read("a.txt")[1] == ["a.txt cannot be read: Permission denied."]


def test_a_folders_readme_is_no_article(tmp_path):
    for name in ("README.md", "readme.txt", "a.txt"):
        (tmp_path / name).write_text("It rained in the north.")
    found = list(read_articles([str(tmp_path)], on_error=pytest.fail))
    assert [article.id.rpartition("/")[2] for article in found] == ["a.txt"]


def test_quoted_lines_of_a_mail_are_read_as_text():
    quoted = "\n".join(f"> {line}" for line in ("It rained on Monday, she said, and", "nobody came to", "the harbour."))
    [article], _ = read(write("a.txt", quoted))
    assert article.text == "It rained on Monday, she said, and\nnobody came to\nthe harbour."
    assert article.warnings == ("quote-marks-left-out",)


def test_a_text_in_capitals_is_warned_of():
    [article], _ = read(write("a.txt", TEXT.upper() * 2))
    assert article.warnings == ("all-capitals",)
