import dataclasses
import io
import json

import pytest

from claimx.claims.whole_run import rows_of_run
from claimx.records import Claim, DistinctClaim, Repeat, to_dict
from tests.make import document

BASE = document().claims[0]


def claim(id: str, key: str, doc: str, worth: float) -> Claim:
    return dataclasses.replace(
        BASE, id=id, key=key, doc=dataclasses.replace(BASE.doc, id=doc), checkworthiness=worth, reasons=()
    )


CLAIMS = [
    claim("1", "k1", "a", 0.5),
    claim("2", "k2", "a", 0.9),
    claim("3", "k1", "b", 0.7),
    claim("4", "k3", "b", 0.9),
    claim("5", "k1", "b", 0.1),
]


def chosen(**options) -> list[Claim]:
    lines = io.BytesIO("".join(json.dumps(to_dict(claim)) + "\n" for claim in CLAIMS).encode())
    return [*rows_of_run(lines, **options)]


def test_all_in_their_order():
    assert chosen(distinct=False, top=None) == CLAIMS


@pytest.mark.parametrize(("top", "ids"), [(1, "2"), (3, "243"), (9, "24315")])
def test_the_most_check_worthy_first_and_of_equal_ones_the_earlier(top, ids):
    assert "".join(claim.id for claim in chosen(distinct=False, top=top)) == ids


def test_the_first_of_each_key_with_its_repeats():
    first, second, third = chosen(distinct=True, top=None)
    assert isinstance(first, DistinctClaim)
    assert [claim.id for claim in (first, second, third)] == ["1", "2", "4"]
    assert (first.occurrences, first.elsewhere) == (3, (Repeat("b", "3"), Repeat("b", "5")))
    assert (second.occurrences, second.elsewhere) == (1, ())


def test_the_most_check_worthy_of_distinct_ones():
    assert [claim.id for claim in chosen(distinct=True, top=2)] == ["2", "4"]
