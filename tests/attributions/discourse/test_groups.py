from tests.attributions.discourse.make import read


def test_a_group_has_the_names_of_its_members_in_their_order():
    discourse = read("Ada Holm, Karl Lund and Omar Said left.")
    groups = [m.referent.name for m in discourse.mentions if m.kind == "group" and m.referent]
    assert groups == ["Ada Holm, Karl Lund and Omar Said"]


def test_bodies_are_no_couple():
    discourse = read("The Harbour Board and the Border Commission met.")
    assert [m for m in discourse.mentions if m.kind == "group" and m.referent] == []
