import pytest

from claimx.attributions.discourse.descriptions import complement, describe
from claimx.attributions.discourse.referents import Referent
from tests.attributions.discourse.make import meant, read
from tests.parsing import parse_alone


def test_what_goes_with_a_noun():
    doc = parse_alone("The former Harbour Board spokesman of Tarn left.")
    noun = next(token for token in doc if token.text == "spokesman")
    assert [token.text for token in complement(noun)] == ["Harbour", "Board", "Tarn"]


def test_names_know_what_is_told_of_them():
    discourse = read("Mr Robin Vale, a Kenyan surgeon, met the Ministry of Sport.")
    person, body = (r for r in discourse.named.values() if r.kind in ("person", "organization"))
    assert (person.told_gender, person.nouns, person.nations) == ("m", {"surgeon"}, {"Kenya"})
    assert body.nouns == {"ministry", "department"}


def test_the_bodies_of_a_person_are_those_in_his_description():
    discourse = read("Ada Holm, director of the Harbour Board, met Karl Lund.")
    persons = [referent for referent in discourse.named.values() if referent.kind == "person"]
    bodies = {person.name: [body.name for body in person.affiliations] for person in persons}
    assert bodies == {"Ada Holm": ["Harbour Board"], "Karl Lund": []}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two cooks left. Oduya Kirwa-Tieno, the union's secretary, said that it was late.", "person"),
        ("The town is full. The developer, Pellmoor Homes, denied it.", "organization"),
        ("The milk was sour. The brewery, Halden Norwoods, denied it.", "organization"),
    ],
)
def test_what_the_tagger_takes_for_another_kind_is_what_the_noun_beside_it_says(text, kind):
    assert [referent.kind for referent in read(text).named.values()] == [kind]


def test_what_a_line_calls_somebody_and_who_has_an_age():
    noted = read("Briefing on Harn\nSpokesperson: Ada Holm\nPlace: Harn\n\nThe road was closed on Monday.")
    assert [person.nouns for person in noted.named.values() if person.name == "Ada Holm"] == [{"spokesperson"}]
    aged = read("What I saw\n\nMirela Stoenka, 47, crane operator, Harn\n\nThe crane is high.")
    assert [one.kind for one in aged.named.values() if one.name == "Mirela Stoenka"] == ["person"]


def test_who_admits_counts_is_on_trial():
    discourse = read("Karl Lund, of Harn, admitted two counts of fraud. Omar Said admitted that he was tired.")
    tried = {person.name: "defendant" in person.nouns for person in discourse.named.values() if person.kind == "person"}
    assert tried == {"Karl Lund": True, "Omar Said": False}


def test_a_label_tells_what_somebody_is():
    assert (
        meant("Spokesperson: Ada Holm\nDate: 3 May\n\nIt rained. The spokesperson slept.", "spokesperson") == "Ada Holm"
    )


@pytest.mark.parametrize(
    ("text", "start", "stop", "kind"),
    [
        ("Zub Torrel, 46, drove home.", 0, 2, "person"),
        ("Zub Torrel, which lies low, is dry.", 0, 2, "place"),
        ("Plumber Zub Torrel drove home.", 0, 3, "person"),
        ("Plumber Zub School is shut.", 0, 3, "place"),
    ],
)
def test_an_age_or_a_trade_tells_a_person_from_a_place(text, start, stop, kind):
    doc, place = parse_alone(text), Referent("place", "Zub Torrel", nouns={"town"})
    describe(doc, [(doc[start:stop], place)], {})
    assert (place.kind, "town" in place.nouns) == (kind, kind == "place")


def test_a_lawyer_who_pleads_is_not_on_trial():
    named = read("Solicitor Ada Holm pleaded that it was late. Omar Said pleaded guilty.").named.values()
    assert {one.name: "accused" in one.nouns for one in named} == {"Ada Holm": False, "Omar Said": True}


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Quarn Vellis were", "organization"), ("Marek Vellis was", "person"), ("Marek Vellis said we were", "person")],
)
def test_one_name_with_a_plural_verb_is_a_body(words, kind):
    (one,) = read(f"{words} two goals up.").named.values()
    assert one.kind == kind


@pytest.mark.parametrize(("noun", "kind"), [("officer", "person"), ("union", "organization")])
def test_a_noun_for_a_person_tells_of_whom_it_calls_by_a_name(noun, kind):
    (one,) = read(f"The {noun}, known as TK, sued.").named.values()
    assert one.kind == kind
