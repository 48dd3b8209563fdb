import pytest

from claimx.articles.markup import has_markup, is_page, plain_text, text_of_html


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&ldquo;We&rsquo;re here,&rdquo; she said &#8212; twice.", "“We’re here,” she said — twice."),
        ("<p>The <b>mayor</b> said so.</p><p>She left.</p>", "The mayor said so.\n\nShe left."),
        ("It rained.<br/>It poured.<br>It stopped.", "It rained.\nIt poured.\nIt stopped."),
        ("<div>One<script>x()</script> two</div><style>p{}</style><p>Three</p>", "One two\n\nThree"),
        ("A <i>fine</i> day.\n\nA <i>cold</i> night.", "A fine day.\n\nA cold night."),
        ("<ul><li>Bread</li>\n<li>Milk</li></ul>", "Bread\n\nMilk"),
        ("<p>Fish &amp; chips</p><p>AT&amp;T said</p>", "Fish & chips\n\nAT&T said"),
    ],
)
def test_html_is_read_as_what_it_shows(source, text):
    assert has_markup(source)
    assert plain_text(source) == text


@pytest.mark.parametrize(
    "text", ["It rained & poured; so what", "5 < 6 and 7 > 6", "R&D;", "<sigh> she said </sigh>", "a <b c"]
)
def test_other_text_is_left_as_it_is(text):
    assert plain_text(text) == text


@pytest.mark.parametrize(
    "source", ["<!DOCTYPE html><p>x", "\n<html lang=en>", "<?xml version='1.0'?>\n<!-- a -->\n<HTML>"]
)
def test_the_source_of_a_page(source):
    assert is_page(source)
    assert not is_page("<p>" + source)


def test_a_million_nested_tags():
    assert text_of_html("<div>" * 1_000_000 + "It rained.") in {"", "It rained."}
