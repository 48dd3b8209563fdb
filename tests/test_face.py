"""The public face is complete, sorted, and imports nothing before it is asked for."""

import dataclasses
import inspect
import typing

import pytest

import claimx
from claimx import errors, records


def test_the_names_are_sorted_and_once_each():
    assert claimx.__all__ == sorted({*claimx.__all__})


@pytest.mark.parametrize("name", claimx.__all__)
def test_every_name_can_be_imported(name):
    assert getattr(claimx, name) is not None
    assert name in dir(claimx)


def test_no_other_name_can():
    with pytest.raises(AttributeError, match="no attribute 'Extracter'"):
        claimx.Extracter  # noqa: B018 - the access is what is tested


def test_all_errors_are_public():
    tree = {name for name, value in vars(errors).items() if inspect.isclass(value) and issubclass(value, Exception)}
    assert tree <= {*claimx.__all__}


def reachable(record: type) -> set[type]:
    """The records that a record holds."""
    found: set[type] = set()
    waiting = [record]
    while waiting:
        current = waiting.pop()
        if current in found:
            continue
        found.add(current)
        hints = typing.get_type_hints(current)
        for field in dataclasses.fields(current):
            kinds = [] if field.metadata.get("internal") else _leaves(hints[field.name])
            waiting += [kind for kind in kinds if dataclasses.is_dataclass(kind)]
    return found


def _leaves(hint: object) -> list[type]:
    args = typing.get_args(hint)
    return [leaf for arg in args for leaf in _leaves(arg)] if args else [hint] if isinstance(hint, type) else []


def test_everything_that_a_result_holds_is_public():
    results = reachable(records.Document) | reachable(records.DocumentSources)
    names = {kind.__name__ for kind in results | {records.Article, records.Options}}
    assert names <= {*claimx.__all__}


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in claimx.__all__
        if name[0].isupper() or name in {"extract", "read", "summarize_sources", "to_dict"}
    ],
)
def test_every_public_name_says_what_it_is(name):
    assert len(inspect.getdoc(getattr(claimx, name)) or "") > 20
