from claimx.articles.zones import find_zones
from claimx.attributions.discourse import read_discourse
from claimx.mentions.names.finder import find_entities
from claimx.pipeline import Extractor
from claimx.records import Article
from tests.parsing import reading_of
from tests.together import over

BODY = "The office asks too much.\nI refuse to answer it, and I believe that others should refuse it, too."


def writers(text, words="I"):
    claims = Extractor().document(Article(text=text, id="x")).claims
    return {claim.source.name for claim in claims if claim.source is not None and claim.source.text == words}


@over(
    [
        (f"A title here\nBy Ada Holm\n{BODY}", {"Ada Holm"}),
        (f"{BODY}\nClara Oster is the author of a book on counting.", {"Clara Oster"}),
        (f"A title here\nBy Ada Holm and Karl Lund\n{BODY}", {None}),
        (BODY, {None}),
    ]
)
def test_i_is_the_one_author_of_an_article(text, names):
    assert writers(text) == names


LETTER = (
    "Letters to us\n\nThe office asks us too much.\n\n"
    "Sir, The office asks too much. I refuse to answer it, and I believe that others should refuse it, too."
)
REST = "The office has never been known to write back."


@over(
    [
        (f"{LETTER}\n\n{REST}\n\n— Ada Holm, Harn", {"Ada Holm"}),
        (f"{LETTER}\n\n{REST}\n\n(Signed) Karl Lund\nAmbassador", {"Karl Lund"}),
        (f"{LETTER}\n\n{REST}\n\nYours in haste,\n\nWilma", {"Wilma"}),
        (f"{LETTER}\n\n{REST}\n\nADA HOLM\nHarn", {"ADA HOLM"}),
        (f"{LETTER}\n\n{REST} — Ada Holm, Harn", {"Ada Holm"}),
        (f"The bridge\n\nPosted by Wilma on 4 May\n\n{BODY}", {"Wilma"}),
        (f"What I saw\nAda Holm, 58, crane operator, Harn\n\n{BODY}", {"Ada Holm"}),
        (f"My name is Wilma. I was there.\n\n{BODY}", {"Wilma"}),
        (f"Hello, it's Ada Holm from the harbour.\n\n{BODY}", {"Ada Holm"}),
        (f"The long night\nBy Ada Holm\nArden Press, 240 pp.\n\n{BODY}", {None}),  # a book's author
        (f"For Ada Holm, at the crematorium\n\n{BODY}", {None}),
        (f"A title here\nWritten by staff\n\n{BODY}", {None}),
        (f"A title here\nBy Ada Holm\nThe town would raise the fare to $5.\n\n{BODY}", {"Ada Holm"}),
    ]
)
def test_i_is_who_signs_or_introduces_himself(text, names):
    assert writers(text) == names


@over(
    [
        (
            "Dear friends, We regret that the kettle leaks.\n\nWarmly,\nAll of us at the Harn Water Company",
            "Harn Water Company",
        ),
        ("Harn Prison Watch\nNews of the week\n\nThe trial began.\n\nWe demand that he be freed.", "Harn Prison Watch"),
        ("News of the week\n\nThe trial began.\n\nWe demand that he be freed.", None),
    ]
)
def test_we_is_the_body_that_signs_or_whose_name_is_above_it_all(text, name):
    assert writers(text, "We") == {name}


def test_our_correspondent_is_who_the_line_below_the_headline_tells():
    text = (
        "Nurses walk out in Arden\n\nFrom Danladi Holm, Harn\n\nNurses in Arden left the wards on Monday.\n\n"
        "Our correspondent reports that the gates were locked."
    )
    assert writers(text, "Our correspondent") == {"Danladi Holm"}


def letters(text):
    reading = reading_of(text, find_zones(text))
    found = read_discourse(reading, find_entities(reading.doc, text)).letters
    return [(letter.writer.name, text[slice(*letter.span)].partition(", ")[0]) for letter in found]


def test_letters_go_from_salutation_to_signature():
    text = (
        f"Letters\n\nSir, I did it. {REST}\n\n— Ada Holm, Harn\n\nDear Ada, I am glad that you did.\n\n"
        f"Dear editor, I did not. — Karl Lund, Arden\n\n{REST}"
    )
    assert letters(text) == [("Ada Holm", "Sir"), ("Karl Lund", "Dear editor")]


@over(
    ["— Karl Lund, baker", "- Apples\n- Karl Lund\n- Pears", "THE BIG ONE", "12 Mill Lane,\nArden", "London,\nEngland"]
)
def test_what_is_no_signature(line):
    assert letters(f"The fair\n\nI sold apples, and I was glad.\n\n“It rained all day.”\n\n{line}\n\n{REST}") == []
