import pytest

from claimx.lexicons.known_names import gazetteer
from claimx.mentions.names.homographs import is_syllables, names_like_function_words
from claimx.records import Span, Zone
from tests.parsing import parse


def opening(text):
    (doc,) = parse([(text, [Zone("body", Span(0, len(text)), 0)])])
    return [doc[i].text for i in sorted(names_like_function_words(doc, gazetteer()))]


@pytest.mark.parametrize(
    ("left", "right"), [("Min", "ji"), ("Jong", "un"), ("Ing", "wen"), ("Dong", "wook"), ("Ki", "moon")]
)
def test_given_names_are_joined_syllables(left, right):
    assert is_syllables(left, right)


@pytest.mark.parametrize(
    ("left", "right"), [("Iran", "backed"), ("Hun", "run"), ("min", "ji"), ("London", "based"), ("Kim", "JI"), ("", "")]
)
def test_other_hyphens_join_no_name(left, right):
    assert not is_syllables(left, right)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("No Young-ho, the minister, apologised.", ["No"]),
        ("You Xiaoguang chaired the meeting.", ["You"]),
        ("Can Yilmaz told the court that he was ill.", ["Can"]),
        ("So Hanbin, who owns the shop, left. So blamed the road works.", ["So", "So"]),
    ],
)
def test_small_words_before_given_names_are_names(text, names):
    assert opening(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "He said so.",
        "Will Novak sign the bill?",
        "May Russia and Ukraine meet?",
        "An Azeri clerk said so.",
        "So Obama said that he would go.",
        "So Kim, who was there, left. Kim wept.",
        "To Metina, the road was open.",
        "No Russian came.",
        "He Works Hard For It",
        "Will",
        "",
    ],
)
def test_small_words_elsewhere_are_none(text):
    assert opening(text) == []
