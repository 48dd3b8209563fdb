import pytest

from claimx.evaluation.report import PRF, Report, ratio


@pytest.mark.parametrize(
    ("right", "system", "gold", "expected"),
    [
        (2, 4, 8, (0.5, 0.25, 1 / 3)),
        (0, 4, 8, (0.0, 0.0, 0.0)),
        (0, 0, 0, (0.0, 0.0, 0.0)),
        (3, 3, 3, (1.0, 1.0, 1.0)),
    ],
)
def test_precision_recall_and_f1(right, system, gold, expected):
    prf = PRF.of(right, system, gold)
    assert (prf.precision, prf.recall, prf.f1) == pytest.approx(expected)


def test_a_share_of_nothing_is_nought():
    assert ratio(3, 0) == 0


REPORT = Report("wells", {"dug": {"P": 0.5, "R": 1.0}, "dry or drying": {"R": 0.251, "only here": 0.1}}, ("2 wells",))


def test_a_figure_is_found_by_row_and_column():
    assert REPORT["dug"]["P"] == 0.5


def test_the_table_has_every_column_in_percent():
    assert str(REPORT).split("\n") == [
        "wells",
        "2 wells",
        "",
        "                   P      R  only here",
        "dug             50.0  100.0",
        "dry or drying          25.1       10.0",
    ]
