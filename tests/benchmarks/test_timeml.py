"""Reading TimeML and TEI dates, and measuring times against them."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from benchmarks.timeml import TimexDocument, as_timex, evaluate, read_timeml, score
from claimx.errors import InputError
from claimx.records import Article, DocInfo, Document, Span, Time, TimeType
from tests.paths import SHARED

TML = """<?xml version="1.0" ?>
<TimeML>
<DOCID>mill</DOCID>
<DCT><TIMEX3 tid="t0" type="TIME" value="2018-11-22T08:00:00" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>
<TEXT>
The mill &amp; the dam closed <TIMEX3 tid="t1" type="DATE" value="2018-11-19">Monday</TIMEX3>, after
<TIMEX3 tid="t2" type="DURATION" value="P2Y">two <EVENT eid="e1">long</EVENT> years</TIMEX3>.
<TIMEX3 tid="t3" type="DATE" value=""></TIMEX3></TEXT>
</TimeML>
"""
TEI = """<?xml version="1.0"?>
<text dateCreated="2018-11-22">
<head>
The	DT	the
mill	NN	mill
</head>
<p>
<date from="2018-11-17" to="2018-11-18">
Last	JJ	last
weekend	NN	weekend
</date>
,	,	,
<w>
did	VBD	do
n't	RB	not
</w>
(	(	(
<date when="2016">
2016	CD	2016
</date>
)	)	)
<date notBefore="2018-09-01" notAfter="2018-09-30">
September	NNP	September
</date>
<time when="T10:30">
10:30	CD	10:30
</time>
</p>
</text>
"""


def time(start: int, end: int, kind: TimeType, value: str | None, begin: str = "", last: str = "") -> Time:
    return Time("", Span(start, end), kind, value, begin or None, last or None)


@pytest.fixture
def mill(tmp_path: Path) -> TimexDocument:
    (tmp_path / "mill.tml").write_text(TML, encoding="utf-8")
    (tmp_path / "._mill.tml").write_text("not XML", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    return read_timeml(tmp_path)[0]


@pytest.fixture
def tei(tmp_path: Path) -> TimexDocument:
    path = tmp_path / "mill.xml"
    path.write_text(TEI, encoding="utf-8")
    return read_timeml(path)[0]


def test_timeml_text_day_and_expressions(mill: TimexDocument) -> None:
    assert (mill.id, mill.created, mill.is_tei) == ("mill", date(2018, 11, 22), False)
    assert mill.text.startswith("\nThe mill & the dam closed Monday, after\ntwo long years.")
    found = [(mill.text[t.span.start : t.span.end], t.type, t.value) for t in mill.timexes]
    assert found == [("Monday", "DATE", "2018-11-19"), ("two long years", "DURATION", "P2Y")]


def test_tei_text_day_and_dates(tei: TimexDocument) -> None:
    assert (tei.id, tei.created, tei.is_tei) == ("mill", date(2018, 11, 22), True)
    assert tei.text == "The mill\n\nLast weekend, didn't (2016) September 10:30"
    found = [(tei.text[t.span.start : t.span.end], t.type, t.value) for t in tei.timexes]
    assert found == [
        ("Last weekend", "DATE", "2018-11-17/2018-11-18"),
        ("2016", "DATE", "2016"),
        ("September", "DATE", "2018-09"),
        ("10:30", "TIME", "T10:30"),
    ]


def test_conllu_keeps_the_marks_of_tei(tmp_path: Path) -> None:
    rows = [
        ("Open", "_"),
        ("in", "_"),
        ("June", 'XML=<date when:::"--06"></date>'),
        ("from", "_"),
        ("9", 'XML=<time when:::"09:00:00">'),
        ("a.m.", "XML=</time>"),
    ]
    tokens = ["\t".join((str(i), word, *"_" * 7, misc)) for i, (word, misc) in enumerate(rows, 1)]
    path = tmp_path / "mill.conllu"
    path.write_text("\n".join(["# meta::dateCreated = 2018-11-22", "# newpar", *tokens, ""]), encoding="utf-8")
    (found,) = read_timeml(path)
    assert (found.text, found.created, found.is_tei) == ("Open in June from 9 a.m.", date(2018, 11, 22), True)
    assert [(found.text[slice(*t.span)], t.type, t.value) for t in found.timexes] == [
        ("June", "DATE", "--06"),
        ("9 a.m.", "TIME", "09:00:00"),
    ]


def test_all_right_is_one(mill: TimexDocument) -> None:
    times = [time(27, 33, "date", "2018-11-19"), time(41, 56, "duration", "P2Y")]  # the full stop is trimmed away
    report = score([mill], {"mill": times})
    assert all(row == {"P": 1.0, "R": 1.0, "F1": 1.0} for row in report.rows.values())
    assert report.notes == (
        "1 documents, 2 time expressions, 2 found",
        "value, F1 of 5 folds by document: 100.0",
    )


def test_each_measure_counts_its_own(mill: TimexDocument) -> None:
    times = [time(24, 33, "time", "2018-11-19"), time(45, 55, "duration", "P24M"), time(1, 4, "date", "1")]
    report = score([mill], {"mill": times})
    hits = {name: round(row["P"] * 3) for name, row in report.rows.items()}
    assert hits == {"strict": 0, "relaxed": 2, "type": 1, "value": 1, "both": 0, "value, one notation": 2}
    assert report["relaxed"]["R"] == 1.0


def test_a_document_without_times_is_one_where_none_are_found(mill: TimexDocument) -> None:
    assert score([mill], {})["relaxed"] == {"P": 0.0, "R": 0.0, "F1": 0.0}


def test_an_expression_is_paired_once_and_with_its_equal_first(mill: TimexDocument) -> None:
    times = [time(20, 33, "date", "1"), time(27, 33, "date", "2018-11-19"), time(27, 30, "date", "2")]
    report = score([mill], {"mill": times})
    assert round(report["relaxed"]["P"] * 3) == round(report["value"]["P"] * 3) == 1


@pytest.mark.parametrize(
    ("gold", "ours"),
    [
        ("P1D", "PT24H"),
        ("P1W", "P7D"),
        ("P2Y", "P24M"),
        ("PT2H", "PT120M"),
        ("P1D", "PT1440M"),
        ("199", "199X"),
        ("1999-01-01T10:00", "1999-01-01T10:00:00"),
        ("1999-01-01T10:00", "1999-01-01T10:00Z"),
    ],
)
def test_one_notation(mill: TimexDocument, gold: str, ours: str) -> None:
    doc = TimexDocument("mill", mill.text, None, (mill.timexes[0]._replace(value=gold),))
    report = score([doc], {"mill": [time(27, 33, "date", ours)]})
    assert (report["value"]["F1"], report["value, one notation"]["F1"]) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("ours", "told"),
    [
        (time(0, 1, "date", "2018-W46-WE", "2018-11-17", "2018-11-18"), ("DATE", "2018-11-17/2018-11-18")),
        (time(0, 1, "date", "2018", "2018-01-01", "2018-12-31"), ("DATE", "2018")),
        (time(0, 1, "date", "2018-09", "2018-09-01", "2018-09-30"), ("DATE", "2018-09")),
        (time(0, 1, "date", "2018-W38", "2018-09-17", "2018-09-23"), ("DATE", "2018-W38")),
        (time(0, 1, "date", "198", "1980-01-01", "1989-12-31"), ("DATE", "1980-01-01/1989-12-31")),
        (time(0, 1, "time", "2018-09-05TNI", "2018-09-05", "2018-09-05"), ("TIME", "2018-09-05")),
        (time(0, 1, "time", "2018-09-05T10:30", "2018-09-05", "2018-09-05"), ("TIME", "10:30:00")),
        (time(0, 1, "date", "2018-SU", "2018-06-01", "2018-08-31"), ("DATE", "2018-06-01/2018-08-31")),
        (time(0, 1, "date", "XXXX-WI"), ("DATE", "--12/--03")),
        (time(0, 1, "date", "XXXX-10"), ("DATE", "--10")),
        (time(0, 1, "date", None), ("DATE", "")),
    ],
)
def test_our_times_as_dates_of_tei(ours: Time, told: tuple[str, str]) -> None:
    timex = as_timex(ours, is_tei=True)
    assert timex is not None
    assert (timex.type, timex.value) == told


@pytest.mark.parametrize("kind", ["duration", "set"])
def test_tei_marks_dates_only(kind: TimeType) -> None:
    assert as_timex(time(0, 1, kind, "P1D"), is_tei=True) is None
    assert as_timex(time(0, 1, "date", "PRESENT_REF"), is_tei=True) is None
    assert as_timex(time(0, 1, kind, "P1D")) is not None


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [("x.tml", "<TimeML>", "not well-formed XML"), ("x.tml", "<TimeML/>", "no TEXT element"), ("x.txt", "", "no .tml")],
)
def test_bad_gold_is_named(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message) as caught:
        read_timeml(tmp_path)
    assert str(tmp_path) in str(caught.value)


class OneMonday:
    """Finds "Monday" and calls it the day before the article's."""

    def pipe(self, articles: Iterable[Article]) -> Iterator[Document]:
        for article in articles:
            assert article.published is not None
            start = article.text.index("Monday")
            times = (time(start, start + 6, "date", article.published.isoformat()),)
            info = DocInfo(article.id, None, None, None, None, None, None, "en", "", 0, article.text)
            yield Document("claimx/1", "0", info, (), (), times, (), ())


def test_evaluate_reads_with_the_day_of_writing(mill: TimexDocument, tmp_path: Path) -> None:
    assert mill.created
    report = evaluate(tmp_path, OneMonday())
    assert (report["strict"]["P"], report["strict"]["R"], report["value"]["P"]) == (1.0, 0.5, 0.0)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the benchmarks are not beside the checkout")
@pytest.mark.parametrize(("folder", "count"), [("timebank/TimeBank", 88), ("timebank/AQUAINT", 38), ("gum/xml", 51)])
def test_the_benchmarks_can_be_read(folder: str, count: int) -> None:
    documents = read_timeml(SHARED / "data" / folder)
    assert len(documents) == count
    for doc in documents:
        assert all(0 <= t.span.start < t.span.end <= len(doc.text) for t in doc.timexes)
        assert doc.created is not None or doc.is_tei
