"""One test for many like cases: a thousand tests of a microsecond each cost more in being counted than in being run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest


def over(cases: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Make one test of a test of a case; it names every case that fails, not only the first.

    A case that is a tuple is the arguments of the test.
    """

    def make(test: Callable[..., None]) -> Callable[[], None]:
        def test_all() -> None:
            given = list(cases)
            assert given, "no cases"
            failed = []
            for case in given:
                try:
                    test(*case) if isinstance(case, tuple) else test(case)
                except AssertionError as error:
                    failed.append(f"{case}: {error}")
            if failed:
                pytest.fail("\n".join(failed), pytrace=False)

        test_all.__doc__ = test.__doc__
        return test_all

    return make
