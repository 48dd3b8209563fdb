from dataclasses import dataclass

from claimx.lexicons.phrases import Phrases, lookup


@dataclass(frozen=True)
class Row:
    key: str
    forms: tuple[str, ...] = ()


PHRASES = Phrases([Row("in fact"), Row("fact"), Row("so-called"), Row("no doubt", ("no doubt", "without a doubt"))])


def found(text):
    return [(phrase.row.key, text[phrase.span.start : phrase.span.end]) for phrase in PHRASES.find(text)]


def test_the_longest_phrase_is_found():
    assert found("In fact it is a fact.") == [("in fact", "In fact"), ("fact", "fact")]


def test_hyphens_and_white_space_count_alike():
    assert found("a so called king, a so-called queen") == [("so-called", "so called"), ("so-called", "so-called")]


def test_every_form_leads_to_its_row():
    assert found("without a doubt") == [("no doubt", "without a doubt")]


def test_a_sentence_end_with_a_line_between_parts_words():
    assert found("They had no.\n\n\n\nDoubt grew.") == []


def test_only_whole_words_are_found():
    assert found("infact facts artefact") == []


def test_the_neighbours_are_given():
    (phrase,) = PHRASES.find("It was No Doubt, she said")
    assert (phrase.before, phrase.after) == ("was", "she")


def test_a_phrase_at_the_edges_has_no_neighbours():
    (phrase,) = PHRASES.find("fact")
    assert (phrase.before, phrase.after) == ("", "")


def test_the_earlier_row_has_a_shared_form():
    first, second = Row("a", ("x", "y")), Row("b", ("y", "z"))
    assert lookup({"a": first, "b": second}) == {"x": first, "y": first, "z": second}
