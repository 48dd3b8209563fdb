from claimx.text.marks import DOUBLE, MARKS, SINGLE


def test_each_mark_opens_closes_or_may_do_both():
    assert not [sign for sign, mark in MARKS.items() if mark.opens and mark.closes]
    for opening, closing in ("“”", "«»", "‘’"):
        assert MARKS[opening].opens and MARKS[closing].closes and MARKS[opening].family == MARKS[closing].family


def test_an_apostrophe_is_no_double_mark():
    assert {"'", "’"} <= SINGLE
    assert {'"', "“", "”"} <= DOUBLE
    assert not DOUBLE & SINGLE
