import html

import pytest

import claimx
from tests.report.make import make_document


def test_a_document_is_shown_in_a_frame_that_cannot_reach_the_notebook():
    shown = claimx.show(make_document())
    frame = shown._repr_html_()
    assert frame.startswith('<iframe sandbox="allow-scripts ')
    assert "allow-same-origin" not in frame
    assert html.unescape(frame.split('srcdoc="')[1].removesuffix('"></iframe>')) == shown.html()


def test_the_repr_is_a_line():
    assert repr(claimx.show(make_document())) == "ReportView('Boats counted in port 0', documents=1, claims=5)"
    assert repr(claimx.show([make_document(0), make_document(1)])) == "ReportView('Claims', documents=2, claims=10)"


@pytest.mark.parametrize("title", [None, "Boats & bays"])
def test_a_view_is_saved_as_a_page(tmp_path, title):
    shown = claimx.show([make_document()], title)
    shown.save(tmp_path / "page.html")
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert text == shown.html()
    assert f"<h1>{html.escape(title or 'Boats counted in port 0')}</h1>" in text
