"""A user's own names: how their file is read, and whom they are given to."""

from pathlib import Path

import pytest

from claimx.errors import UsageError
from claimx.mentions.aliases import read_aliases, with_aliases
from claimx.records import Alias, Entity, Span

RUIZ = Alias("Ruiz, Ana", ("Ana Ruiz", "A. Ruiz"), "person", "Q7")


def file(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def entity(text: str, name: str, id: str, label: str = "PERSON") -> Entity:
    return Entity(text, Span(0, len(text)), label, name, id)


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_a_table():
    path = file("a.csv", 'id,name,other_names,kind\nQ7,"Ruiz, Ana",Ana Ruiz; A. Ruiz,person\n,Oldport,,\n')
    assert read_aliases(path) == (RUIZ, Alias("Oldport"))


def test_toml():
    row = 'name = "Ruiz, Ana"\nother_names = ["Ana Ruiz", "A. Ruiz"]\nkind = "person"\nid = "Q7"\n'
    assert read_aliases(file("a.toml", f"[[alias]]\n{row}")) == (RUIZ,)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "name,other_name\nA,B\n", "no such column: other_name (did you mean other_names?)"),
        ("a.csv", "name\nA,B\n", "no such column: (one without a name)"),
        ("a.csv", "name,kind\nA,firm\n", "line 2: no such kind: firm; there are person, organization, place."),
        ("a.csv", "name,id\n,Q1\n", "line 2: no name."),
        ("a.csv", "name,other_names\nA,C\nB,The C\n", "The C is a name of two, A and B."),
        ("a.csv", "name,id\n", "a.csv holds no aliases"),
        ("a.toml", 'names = ["A"]', "has to be a table [[alias]] for each name"),
        ("a.toml", "[[alias", "cannot read the aliases in a.toml (Expected"),
    ],
)
def test_what_is_no_such_file(name, text, message):
    with pytest.raises(UsageError) as error:
        read_aliases(file(name, text))
    assert message in str(error.value)


def test_a_file_that_is_not_there():
    with pytest.raises(UsageError, match=r"^cannot read the aliases in a\.csv \(No such file"):
        read_aliases("a.csv")


def test_all_mentions_of_a_thing_bear_its_name():
    found = with_aliases([entity("Ana Ruiz", "Ana Ruiz", "e1"), entity("Ruiz", "Ana Ruiz", "e1")], [RUIZ])
    assert [(each.text, each.name, each.id) for each in found] == [
        ("Ana Ruiz", "Ruiz, Ana", "Q7"),
        ("Ruiz", "Ruiz, Ana", "Q7"),
    ]


def test_things_of_one_alias_are_one():
    port = Alias("Port of Oldport", ("Oldport Harbour", "the harbor of Oldport"))
    named = [entity(name, name, id) for name, id in (("Oldport Harbour", "e1"), ("Harbor of Oldport", "e2"))]
    found = with_aliases(named, [port])
    assert {(each.name, each.id) for each in found} == {("Port of Oldport", "e1")}


def test_a_name_of_another_kind_is_another_thing():
    body = entity("A. Ruiz", "A. Ruiz", "e1", "ORG")
    assert with_aliases([body], [RUIZ]) == [body]


def test_without_aliases_nothing_changes():
    ruiz = entity("Ana Ruiz", "Ana Ruiz", "e1")
    assert with_aliases([ruiz], []) == [ruiz]
