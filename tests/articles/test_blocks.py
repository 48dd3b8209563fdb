from claimx.articles.blocks import find_blocks, find_embedded
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
