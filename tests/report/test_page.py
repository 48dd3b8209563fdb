import base64
import hashlib
import html
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from claimx.report import write_page
from claimx.report.page import ASSETS, SCRIPTS, STYLES
from tests.report.make import envelopes

LIMIT = 300_000
MARKUP = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|DOMParser")


class Elements(HTMLParser):
    """The elements of a page with what stands in them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[list] = []
        self.is_open = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append([tag, dict(attrs), ""])

        self.is_open = True

    def handle_endtag(self, tag):
        self.is_open = False

    def handle_data(self, data):
        if self.is_open:
            self.found[-1][2] += data

    def named(self, tag: str) -> list[list]:
        return [each for each in self.found if each[0] == tag]


def page(documents=None, title="Claims") -> str:
    out = io.StringIO(newline="")
    write_page(envelopes() if documents is None else documents, out, title)
    return out.getvalue()


def test_without_its_data_a_page_is_small():
    assert len(page([]).encode()) < LIMIT


def test_the_policy_allows_its_own_style_and_script_and_nothing_else():
    elements = Elements(page())
    [policy] = [
        attrs["content"] for _, attrs, _ in elements.named("meta") if "content" in attrs and "http-equiv" in attrs
    ]
    [style] = [text for _, _, text in elements.named("style")]
    [script] = [text for _, attrs, text in elements.named("script") if "type" not in attrs]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for name, text in (("style-src", style), ("script-src", script)):
        assert rules[name] == f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_there_are_no_inline_handlers_and_nothing_is_loaded():
    elements = Elements(page())
    for tag, attrs, _ in elements.found:
        assert not [name for name in attrs if name.startswith("on") or name == "style"], tag
        assert not ({"src", "srcset", "data", "action"} & attrs.keys()), tag
        assert attrs.get("href", "#").startswith("#")


def test_a_title_is_text():
    assert Elements(page(title="</title><script>alert(1)</script>")).named("title")[0][2] != ""
    assert "<script>alert" not in page(title="</title><script>alert(1)</script>")
    assert html.escape("A & B") in page(title="A & B")


@pytest.mark.parametrize(("folder", "names"), [("script", SCRIPTS), ("style", STYLES)])
def test_every_source_file_is_in_the_page_once(folder, names):
    files = {path.name for path in (Path(str(ASSETS)) / folder).iterdir()}
    assert sorted(names) == sorted(files)


def test_scripts_make_no_markup_of_text():
    for name in SCRIPTS:
        text = (Path(str(ASSETS)) / "script" / name).read_text(encoding="utf-8")
        assert not MARKUP.search(text), name
        assert "</script" not in text
        assert "http" not in re.sub(r"http://www\.w3\.org/2000/svg|\^https\?:", "", text), name


def test_the_same_documents_give_the_same_bytes():
    assert page() == page()
