import dataclasses

from tests.make import TEXT, document


def test_a_claim_is_a_line():
    mixed, narrated = document().claims
    start = "Claim('Ana Ruiz', 'perhaps more than 300 homes, “a fairy tale”, had been lost "
    assert repr(mixed).startswith(start)
    assert repr(mixed).endswith("…', mixed, id='00112233445566ff')")
    assert repr(narrated) == "Claim('The river rose', narrated, id='ffeeddccbbaa0099')"


def test_a_document_is_a_line_without_its_text():
    made = document()
    assert repr(made) == "Document('news/a.txt', 2 claims)"
    assert repr(made.doc).startswith("DocInfo('news/a.txt', 'Mayor denies losses', published='2024-03-05', words=")
    assert TEXT not in repr(made.doc)


def test_a_notebook_shows_a_table_in_which_nothing_is_markup():
    made = document()
    claim = dataclasses.replace(made.claims[0], text="<b>5 & 6</b>")
    page = dataclasses.replace(made, claims=(claim, made.claims[1]))._repr_html_()
    assert "<th>who</th>" in page
    assert "<td>Ana Ruiz</td><td>told</td><td>&lt;b&gt;5 &amp; 6&lt;/b&gt;</td><td>mixed</td>" in page
    assert "<td></td><td></td><td>The river rose</td><td>narrated</td>" in page
    assert "&lt;b&gt;" in claim._repr_html_()
