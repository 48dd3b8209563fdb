from claimx.attributions.discourse.mentions import find_mentions
from tests.parsing import parse_alone


def mentions(text):
    doc = parse_alone(text)
    return find_mentions(doc, [], frozenset())


def test_nouns_and_pronouns_are_mentions_with_their_role_and_number():
    text = "She told the guards that it rained in the town."
    found = [(m.head.text, m.kind, m.role, m.number) for m in mentions(text)]
    assert found == [
        ("She", "pronoun", "subject", "one"),
        ("guards", "noun", "object", "many"),
        ("it", "pronoun", "subject", "one"),
        ("town", "noun", "other", "one"),
    ]


def test_modifiers_and_parts_of_words_are_none():
    assert [m.head.text for m in mentions("The village school closed. Her co-author left.")] == [
        "school",
        "Her",
        "author",
    ]


def test_who_is_only_told_stands_aside():
    told = {m.head.text: m.is_aside for m in mentions("The clerk told the guard that a mason slept.")}
    assert told == {"clerk": False, "guard": True, "mason": False}
