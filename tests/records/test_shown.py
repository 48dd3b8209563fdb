import dataclasses

from claimx.records import Entity, Mention, Quantity, Source, Span, Time
from tests.make import TEXT, document


def test_a_claim_is_a_line():
    mixed, narrated = document().claims
    start = "Claim('Ana Ruiz', 'perhaps more than 300 homes, “a fairy tale”, had been lost "
    assert repr(mixed).startswith(start)
    assert repr(mixed).endswith("…', mixed, id='00112233445566ff')")
    assert repr(narrated) == "Claim('The river rose', narrated, id='ffeeddccbbaa0099')"


def test_parts_of_a_claim_are_a_line_each():
    long = "the deputy head of the regional office for roads, bridges, ferries and canals"
    span = Span(0, len(long))
    entity = Entity(long, span, "ORG", long, "e1")
    source = Source(long, (span,), long, type="person", mention="named")
    time = Time("Monday", Span(3, 9), "date", "2024-03-04", anchor="publication")
    quantity = Quantity("more than 300", Span(0, 13), 300, bound=">", of=Mention("homes", Span(14, 19)))
    share = Quantity("2 to 3 per cent", Span(0, 15), 2, 3, unit="percent", change="up")
    assert repr(time) == "Time('Monday', date, '2024-03-04', publication)"
    assert repr(quantity) == "Quantity('more than 300', > 300, of='homes')"
    assert repr(share) == "Quantity('2 to 3 per cent', = 2 to 3 percent, up)"
    assert repr(Entity("Lund", Span(0, 4), "GPE", "Lund", "e2")) == "Entity('Lund', GPE, name='Lund', e2)"
    assert repr(Source("She", (Span(0, 3),), "Ana Ruiz", type="person", mention="pronominal")) == (
        "Source('She', name='Ana Ruiz', person, pronominal)"
    )
    claim = dataclasses.replace(document().claims[0], source=source, text=long * 3)
    for record in (entity, source, time, quantity, claim, dataclasses.replace(quantity, of=Mention(long, span))):
        assert len(repr(record)) <= 120


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
