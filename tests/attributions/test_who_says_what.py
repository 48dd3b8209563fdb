"""Who says what in whole sentences of kinds that the model was not trained for, through all of step 4."""

from functools import cache

import pytest

import claimx
from claimx.records import Claim


@cache
def claims(text: str) -> list[Claim]:
    return [claim for claim in claimx.extract(text, min_confidence=0) if claim.form != "narrated"]


def said(text: str) -> list[tuple[str | None, str]]:
    return [(claim.source.text if claim.source else None, claim.text) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Two buses collided near Harn, police said, while doctors said nine people were being treated.",
            [("police", "Two buses collided near Harn"), ("doctors", "nine people were being treated")],
        ),
        (
            "The opposition said turnout was low but the electoral board said up to 60 percent had voted.",
            [("The opposition", "turnout was low"), ("the electoral board", "up to 60 percent had voted")],
        ),
        (
            "The ambassador said the treaty was dead, adding the talks would end in June.",
            [("The ambassador", "the treaty was dead"), ("The ambassador", "the talks would end in June")],
        ),
        (
            "As the envoy pointed out last week, the treaty has no end date.",
            [("the envoy", "the treaty has no end date")],
        ),
        (
            "The treaty would lapse in June, the ambassador was quoted as saying by the state agency.",
            [("the ambassador", "The treaty would lapse in June")],
        ),
        ("Word is that the general has fled.", [(None, "the general has fled")]),
        ("The club reacted to the draw saying “We are back.”", [("The club", "We are back.")]),
        ("She resigned but was made to admit that the books were false.", [("She", "the books were false")]),
        (
            "The harbour master was quoted by the Evening Post as saying that the pier is closed.",
            [("The harbour master", "the pier is closed")],
        ),
        (
            "The coast guard put the number of missing at nine, while the ferry's owner put it at 14.",
            [("The coast guard", "the number of missing at nine"), ("the ferry's owner", "it at 14")],
        ),
        (
            "The bridge was hit twice, the news site said, citing a report of the fire brigade.",
            [("the news site", "The bridge was hit twice")],
        ),
        (
            "The acting head of the province, Denis Poval, said, citing early data, that the number might rise.",
            [
                ("The acting head of the province, Denis Poval", "early data"),
                ("The acting head of the province, Denis Poval", "the number might rise"),
            ],
        ),
        (
            "Two clerks were cited in the paper on Friday as admitting they had kept the keys.",
            [("Two clerks", "they had kept the keys")],
        ),
        (
            "A nurse has been quoted by the news agency as saying: “Nobody is hurt.”",
            [("A nurse", "Nobody is hurt.")],
        ),
        (
            "Tickets sold out after the theatre’s announcement in June that the opera would return.",
            [("the theatre", "the opera would return")],
        ),
        (
            "Holm studied the letters for a year and came to the conclusion that they were forged.",
            [("Holm", "they were forged")],
        ),
        ("It came to the attention of the panel that the wall leaned.", []),
        (
            "The ban is based on a survey suggesting that eels avoid noise.",
            [("a survey", "eels avoid noise")],
        ),
        ("The bishop is being urged to speak up by his priests.", [("his priests", "to speak up")]),
        ("Pupils were told to be quiet by the headmaster.", [("the headmaster", "to be quiet")]),
        ("Nurses have pressed for safer wards.", [("Nurses", "safer wards")]),
        ("The skipper rounded on the club for selling the boat.", [("The skipper", "the club for selling the boat")]),
        (
            "The porter asked guests who had lost their keys to come down.",
            [("The porter", "to come down")],
        ),
        ("One cook told The Scottish he had been paid in soup.", [("One cook", "he had been paid in soup")]),
        (
            "The vet said the herd was sound, adding four cows would be sold.",
            [("The vet", "the herd was sound"), ("The vet", "four cows would be sold")],
        ),
        ("The Post asked the firm if the tank was full but got no reply.", [("The Post", "if the tank was full")]),
        (
            "Organisers said 900 had come while the council put the crowd at 400.",
            [("Organisers", "900 had come"), ("the council", "the crowd at 400")],
        ),
        (
            "He argued that fees had not kept up with costs, which rose by a third, according to the bank.",
            [("He", "fees had not kept up with costs, which rose by a third"), ("the bank", "which rose by a third")],
        ),
        ("Roofs were rotten for years: builders\n\nA roof fell in.", [("builders", "Roofs were rotten for years")]),
        (
            "The clerk said the road would [close for a week](http://paper.example/a) in May.",
            [("The clerk", "the road would [close for a week](http://paper.example/a) in May")],
        ),
        (
            "The plan was drafted by the PD-K. It would, the party said, cut rents.",
            [("the party", "It would cut rents")],
        ),
        (
            "The firm is unsafe, the union says. Roth rejected that.",
            [("the union", "The firm is unsafe"), ("Roth", "that")],
        ),
        (
            "Many advise that guests wear boots; you should bring a coat and some paths may require a rope.",
            [("Many", "guests wear boots")],
        ),
        (
            "According to two neighbours, the tenant shouted that he had no key.",
            [("two neighbours", "the tenant shouted that he had no key"), ("the tenant", "he had no key")],
        ),
        (
            "Unless the frost lifts, the growers said the plums were lost.",
            [("the growers", "Unless the frost lifts the plums were lost")],
        ),
        (
            "Despite the frost, the growers said the plums were safe.",
            [("the growers", "the plums were safe")],
        ),
        (
            "The tax office says it would lose money at first, but would gain nine million crowns later.",
            [("The tax office", "it would lose money at first, but would gain nine million crowns later")],
        ),
        (
            "Ms. Orrin is unlike her cousin, who bakes next door and, she said, has seemed cool about the fair.",
            [("she", "has seemed cool about the fair")],
        ),
        (
            "The levy, which analysts said was a sign of better times, ends in May. In it he said prices fell.",
            [("analysts", "which was a sign of better times"), ("he", "prices fell")],
        ),
        (
            "The tent stands near the mill, which, Tarrant said, is full of anglers on fair days.",
            [("Tarrant", "which is full of anglers on fair days")],
        ),
        (
            "Snow lay for days and more snow was expected overnight.",
            [(None, "more snow")],
        ),
        (
            "Two riders feared lost in fog\n\nTheir horses came home.",
            [(None, "Two riders lost in fog")],
        ),
        (
            "Besides doubting that the will was real, the cousin said Peter Moss had kept the ring.",
            [(None, "the will was real"), ("the cousin", "Peter Moss had kept the ring")],
        ),
        (
            "Nina Roth had closed the shop, she insisted, because her landlord told her to.",
            [("she", "Nina Roth had closed the shop because her landlord told her to")],
        ),
    ],
)
def test_each_speaker_has_his_words(text, found):
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“The nurse told me, ‘Go home,’ and I went,” Pavel Holm said.", ("The nurse", "Go home")),
        ("Police said the man shouted, “Nobody moves.”", ("the man", "Nobody moves.")),
        ("“He was there as a guest and maintained it was a joke,” the lawyer said.", ("He", "it was a joke")),
        (
            "“The mayor has promised the town that there will be a new bridge,” the clerk said.",
            ("The mayor", "there will be a new bridge"),
        ),
        (
            "“That ends the rumour spread by the owners that the mine is empty,” the miner said.",
            ("the owners", "the mine is empty"),
        ),
        (
            "They noted that the tower leans by a metre, according to the surveyor.",
            ("They", "the tower leans by a metre"),
        ),
        (
            "The firm said, according to local media, that the mill would close.",
            ("The firm", "the mill would close"),
        ),
        (
            "“The crew agreed that the hull was sound and to save fuel, all pumps should rest,” the cook said.",
            ("The crew", "the hull was sound and to save fuel, all pumps should rest"),
        ),
    ],
)
def test_who_speaks_inside_of_what_is_said_has_a_claim_with_a_parent(text, inner):
    assert inner in said(text)
    claim = next(claim for claim in claims(text) if claim.source and claim.source.text == inner[0])
    assert claim.parent in {other.id for other in claims(text)} - {claim.id}


@pytest.mark.parametrize(
    "text",
    [
        "Three boats sank and ten sailors were held.",
        "Scientists observed the whale for an hour.",
        "Children are placed according to ability.",
        "The work was done according to plan.",
        "The problem is that nobody knows.",
        "As she walked in, the crowd rose.",
        "The high court struck down the ban on kites.",
        "Harnland recalled its envoy from Tarn.",
        "The talks aim to end the strike.",
        "Editors avoid the term “storm of the century”.",
        "The bus rounded the corner and pressed on.",
        "She was pressed for time.",
        "Seeds are stored according to size.",
        "She wrote the play “The Last Boat to Harn”.",
        "Peter Marsh: Breach of the peace, fined 90 pounds.",
        "The cook noticed a crack in the oven.",
    ],
)
def test_what_nobody_says_is_no_statement(text):
    assert said(text) == []


def test_what_a_participle_points_at_is_no_statement():
    assert said("“They sold us out,” the miner said, referring to the owners.") == [("the miner", "They sold us out")]


def test_an_agency_that_passes_on_a_report_says_nothing_itself():
    text = "Ida Lund, the mayor, wrote this in a post on Telegram, Norpress reports."
    assert "Norpress reports" not in [content for _, content in said(text)]


def test_a_paper_is_told():
    (claim,) = claims("One cook told The Scottish he had been paid in soup.")
    assert claim.addressee and claim.addressee.text == "The Scottish"


def test_words_of_what_is_said_do_not_negate_the_cue():
    (claim,) = claims("“The rule is old and it’s nothing strange. No dogs for guests,” Keeper Moll said.")
    assert claim.stance == "affirm"


def test_who_is_asked_to_do_several_things_is_asked_to_act():
    claim = claims("In his sermon, he asked farmers to shun cattle, rest themselves and share their hay.")[0]
    assert (claim.act, claim.stance) == ("directive", "affirm")


def test_a_plan_that_is_spoken_of_says_something():
    assert said("According to the plan, the bridge will open in May.") == [("the plan", "the bridge will open in May")]


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Superintendent of Police Omar Pell was there. The SP said six were hurt.", "The SP", "Omar Pell"),
        (
            "Harn Line lost money. Harn Line shut. The state water agency said prices rose.",
            "The state water agency",
            None,
        ),
        ("Justice Amina Rauf heard the case. The judge said the state was late.", "The judge", "Amina Rauf"),
        ("Constable Peter Muli was on duty. The policeman said he saw smoke.", "The policeman", "Peter Muli"),
        (
            "The defendant, of Church Lane, Little Marling, said he was sorry.",
            "The defendant, of Church Lane, Little Marling",
            None,
        ),
    ],
)
def test_an_office_by_its_letters_or_another_noun_means_its_bearer(text, source, name):
    assert [(claim.source.text, claim.source.name) for claim in claims(text) if claim.source] == [(source, name)]
