import pytest

from claimx.articles.layout import lay_out
from claimx.attributions.sources.labels import Speakers, without_office
from claimx.records import Article, Entity, Layout, Span, Turn, Zone
from claimx.text.initials import initials
from tests.parsing import body


def entities(text, kinds):
    return [Entity(n, Span(text.index(n), text.index(n) + len(n)), kind, n, n) for n, kind in kinds.items()]


def named(label, text, layout, people):
    """The name of who speaks behind a label that stands somewhere in the text."""
    start = text.rindex(label)
    speaker = Speakers(text, layout, people).of(Span(start, start + len(label)))
    return speaker and speaker.name


def laid_out(text, people=()):
    """Each turn's label with the name of who speaks, None where it is left to the discourse."""
    layout = lay_out(Article(text))
    speakers = Speakers(text, layout, people)
    found = ((turn.label, speakers.of(turn.label)) for turn in layout.turns)
    return [(text[slice(*label)], speaker and speaker.name) for label, speaker in found]


def test_initials_mean_the_person_who_has_them():
    text = "Ada Rook met Bo van Lind and Cy Poe. AR B.L. BVL XY"
    people = entities(text, dict.fromkeys(("Ada Rook", "Bo van Lind", "Cy Poe"), "PERSON"))
    found = [named(label, text, Layout(body(text)), people) for label in ("AR", "B.L.", "BVL", "XY")]
    assert found == ["Ada Rook", "Bo van Lind", "Bo van Lind", None]
    assert initials("Rook") == frozenset()


def test_initials_mean_the_label_they_abbreviate_whatever_kind_its_name_is_taken_for():
    text = "Bo Lund met us.\nBen Loy: Why?\nAda Rook: So.\nBL: Oh?\nAR: Yes, I did."
    found = laid_out(text, entities(text, {"Bo Lund": "PERSON", "Ben Loy": "ORG"}))
    assert found[2:] == [("BL", "Ben Loy"), ("AR", "Ada Rook")]


def test_initials_mean_persons_whom_the_introduction_names_untagged():
    text = (
        "Talking salt\n\nThe cook Ada Rook spoke to Ben Loy.\n\nBL: Why?\n\nAR: I like it.\n\nBL: Oh?\n\nAR: We all do."
    )
    assert laid_out(text)[:2] == [("BL", "Ben Loy"), ("AR", "Ada Rook")]


def test_the_byline_asks_and_the_person_of_the_headline_answers():
    text = "Ann Lee on floods\nBy Bob Ray\nShe met Cy Poe. A Q Poe"
    kinds = ["title", "byline", "body"]
    zones = tuple(Zone(kind, zone.span, zone.index) for kind, zone in zip(kinds, body(text), strict=True))
    people = entities(text, dict.fromkeys(("Ann Lee", "Bob Ray"), "PERSON"))
    assert [named(label, text, Layout(zones), people) for label in ("A", "Q", "Poe")] == ["Ann Lee", "Bob Ray", None]


def test_a_surname_means_the_full_name_of_another_label_and_an_office_is_none_of_it():
    text = "SEN. ADA ROOK (D), VALE: I do.\n\nMAYOR BEN LOY: We do.\n\nROOK: Why?\n\nMR. LOY: I say so.\n\nMOTT: No."
    assert laid_out(text) == [
        ("SEN. ADA ROOK", "ADA ROOK"),
        ("MAYOR BEN LOY", "BEN LOY"),
        ("ROOK", "ADA ROOK"),
        ("MR. LOY", "BEN LOY"),
        ("MOTT", None),
    ]


def test_a_name_in_capitals_is_written_as_the_article_writes_it():
    text = "Ada Rook in court\n\nADA ROOK: I did it.\n\nTHE COURT: When?\n\nROOK: On Monday.\n\nTHE COURT: Why?"
    assert laid_out(text) == [("ADA ROOK", "Ada Rook"), ("THE COURT", None), ("ROOK", "Ada Rook"), ("THE COURT", None)]


def test_a_court_names_who_asks_and_who_answers():
    text = (
        "State v. Poe\n\nADA ROOK, called by the State, sworn.\n\nDIRECT EXAMINATION BY MS. LOY:\n\nQ. Why?\n\n"
        "A. I was late.\n\nCROSS-EXAMINATION\n\nBY MR. MOTT:\n\nQ. Late for what?\n\nA. For work.\n\n"
        "THE WITNESS: I am tired."
    )
    who = [("Q", "LOY"), ("A", "ADA ROOK"), ("Q", "MOTT"), ("A", "ADA ROOK"), ("THE WITNESS", "ADA ROOK")]
    assert laid_out(text) == who


def test_the_title_of_a_case_does_not_name_who_answers():
    text = "State v. Poe\n\nQ. Why?\n\nA. I was late.\n\nQ. Oh?\n\nA. Yes."
    assert [name for _, name in laid_out(text, entities(text, {"Poe": "PERSON"}))] == [None] * 4


def test_an_office_with_its_holder_in_brackets():
    text = "The Minister for Nets (Mr Ben Loy): We will act.\n\nAda Rook: When?\n\nMr Loy: In May.\n\nAda Rook: I see."
    assert [name for label, name in laid_out(text) if label != "Ada Rook"] == ["Ben Loy", "Ben Loy"]


@pytest.mark.parametrize(
    ("words", "name"),
    [("PRIME MINISTER ODA STRAND", "ODA STRAND"), ("Ann de Lee", "Ann de Lee"), ("The Chair", "")],
)
def test_what_stands_before_a_name(words, name):
    assert without_office(words) == name


def test_a_turn_of_nobody_who_is_named():
    text = "Guest: Why?"
    layout = Layout(body(text), turns=(Turn(Span(0, 5), Span(5, 6), (Span(7, 11),)),))
    assert Speakers(text, layout, []).of(Span(0, 5)) == (None, False)


def test_a_role_is_whom_brackets_a_line_above_or_an_address_name():
    turns = "{0}: Good morning.\n\nPOE: I am here.\n\n{0}: Why?\n\nPOE: We had to come."
    bracketed = turns.format("HOST").replace("HOST:", "HOST (Mirlande Joy):", 1)
    above = "Oral evidence\nChair: Ms Ada Rook, Harn\n\n" + turns.format("Chair")
    asked = "THE COURT: Madam Rook, when?\n\nTHE WITNESS: I came in May.\n\nTHE COURT: Why?\n\nTHE WITNESS: I forgot."
    for text, label, name in (
        (bracketed, "HOST", "Mirlande Joy"),
        (above, "Chair", "Ada Rook"),
        (asked, "THE WITNESS", "Rook"),
        (turns.format("THE CHAIR"), "THE CHAIR", None),
        ("Bees\n\nShe met our presenter, Ada Rook, in May.\n\n" + turns.format("HOST"), "HOST", "Ada Rook"),
        (turns.format("HOST").replace("HOST:", "HOST (Radio Harn):", 1), "HOST", None),
    ):
        assert {found for words, found in laid_out(text) if words == label} == {name}, text


def test_who_answers_is_who_is_addressed_before_whom_the_introduction_names():
    text = (
        "The case of the cow.\n\nMs Ida Poe came. The cook Bo Rook spoke.\n\nMR LOY KC: Where was it, Mr Rook?\n\n"
        "A. In the barn.\n\nQ. Did you see the mayor, Mr Lund?\n\nA. No.\n\nTHE COURT: Stop.\n\nTHE WITNESS: I will."
    )
    found = laid_out(text, entities(text, {"Ida Poe": "PERSON", "Bo Rook": "PERSON"}))
    assert {name for label, name in found if label in ("A", "THE WITNESS")} == {"Bo Rook"}


def test_a_guest_is_whom_the_introduction_names_if_two_talk():
    talk = "Bees of Harn\n\nAda Rook keeps bees.\n\nHOST: Why?\n\nGUEST: I like it.\n\nHOST: Oh?\n\nGUEST: Yes."
    for text, name in ((talk, "Ada Rook"), (talk.replace("Why?", "Why?\n\nBEN: And how?"), None)):
        people = entities(text, {"Ada Rook": "PERSON"})
        assert {found for words, found in laid_out(text, people) if words == "GUEST"} == {name}


def test_a_question_is_who_signs_it_and_the_full_name_of_the_introduction_answers():
    text = (
        "Cats of Harn\n\nThe vet Ada Rook answers.\n\nQ: Why does it cry? — Ben, Arden\n\nA: I cannot say.\n\n"
        "Q: Is it ill?\n\nA: No."
    )
    people = entities(text, {"Harn": "PERSON", "Ada Rook": "PERSON"})
    assert [name for _, name in laid_out(text, people)] == ["Ben", "Ada Rook", None, "Ada Rook"]


def test_you_is_whoever_speaks_next_if_asked():
    text = "POE: You said no. Why?\n\nROOK: You never asked me.\n\nPOE: Did you tell him?\n\nROOK: I did."
    layout = lay_out(Article(text))
    after = [Speakers(text, layout, []).label_after(turn.start) for turn in layout.turns]
    assert [label and text[slice(*label)] for label in after] == ["ROOK", None, "ROOK", None]


@pytest.mark.parametrize(("third", "name"), [("Ada Rook", "Ada Rook"), ("Ben Loy", None)])
def test_an_office_alone_is_who_has_it_in_other_labels(third, name):
    text = f"Spokesman Ada Rook: We do.\n\nAnn Lee: Why?\n\nSpokesman {third}: So.\n\nAnn Lee: Oh?\n\nSpokesman: Yes."
    assert laid_out(text)[-1] == ("Spokesman", name)
