from claimx.articles.blocks import find_blocks, find_embedded, find_signed
from tests.parsing import body


def blocks(text):
    return [[text[slice(*piece)] for piece in block.pieces] for block in find_blocks(text, body(text))]


def test_a_document_that_is_announced_goes_on_until_it_is_spoken_of():
    text = "The firm issued this statement:\nThe mill is shut.\nWages will be paid.\nThe statement came late."
    assert blocks(text) == [["The mill is shut.", "Wages will be paid."]]


def test_a_document_ends_where_somebody_says_something():
    assert blocks("The full letter reads:\nThe mill is shut.\nA clerk said he knew.") == [["The mill is shut."]]


def test_other_words_are_one_paragraph_and_what_goes_on_in_the_same_voice():
    text = "Zoe wrote back on Sunday:\nYou are cruel.\nI never liked you.\nIt rained."
    assert blocks(text) == [["You are cruel.", "I never liked you."]]


def test_what_only_ends_in_a_colon_announces_nothing():
    assert blocks("These people were booked:\nAnn Lee.") == []
    assert blocks("She said the plan has three parts:\nA bridge.") == []


def test_what_is_marked_or_a_list_is_no_block():
    assert blocks("Zoe wrote:\n“You are cruel.”") == []
    assert blocks("Zoe wrote:\n- bread") == []


def test_a_message_stands_above_the_name_of_its_account():
    text = "It rained.\nWet feet again.\n— Ann Lee (@annlee) March 3, 2020"
    [turn] = find_embedded(text, body(text))
    assert (text[slice(*turn.label)], text[slice(*turn.pieces[0])], turn.cue) == ("Ann Lee", "Wet feet again.", None)


def test_a_message_that_is_announced_is_left_to_the_reporting_clause():
    text = "Ann has tweeted:\nWet feet.\n— Ann (@annlee)"
    assert find_embedded(text, body(text)) == []


def signed(text):
    found = find_signed(text, body(text))
    return [(text[slice(*turn.label)], [text[slice(*piece)] for piece in turn.pieces]) for turn in found]


def test_a_block_quotation_is_signed_by_the_line_below():
    text = (
        "Some fear it.\n> The mill is loud.\n> It is ugly.\n> — Ann Lee, cook\n> “I like it.”\n*~ Bo Lund*\nIt stands."
    )
    assert signed(text) == [("Ann Lee", ["The mill is loud.", "It is ugly."]), ("Bo Lund", ["“I like it.”"])]


def test_a_block_quotation_may_be_signed_without_a_name():
    assert signed("> It is ugly.\n> — a cook from Vale") == [("a cook from Vale", ["It is ugly."])]
    assert signed("I find it ugly.\n— a cook from Vale") == []


def test_a_paragraph_without_a_mark_is_signed_where_it_has_an_own_voice():
    assert signed("It is ugly, and I hate it.\n– Ann Lee, cook") == [("Ann Lee", ["It is ugly, and I hate it."])]
    assert signed("The mill was built in 1911.\n– Ann Lee, cook") == []
    assert signed("We saw it.\n— Press Association") == []
