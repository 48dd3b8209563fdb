from claimx.claims.loaded import LoadedRow, as_loaded, find_loaded, find_scare_quotes
from claimx.lexicons.loader import load
from claimx.records import Entity, Span
from tests.marked import cases
from tests.together import over


def found_in(text, entities=(), quoted=()):
    whole = (Span(0, len(text)),)
    found = [*find_scare_quotes(text, whole, quoted), *as_loaded(text, find_loaded(text, entities))]
    return [[item.text, item.kind] for item in sorted(found, key=lambda item: item.span)]


@over(cases("loaded"))
def test_loaded_wording(case):
    assert found_in(case["text"]) == case["loaded"]


def test_every_kind_has_a_case():
    kinds = {kind for case in cases("loaded") for _, kind in case["loaded"]}
    assert kinds == {"so_called", "scare_quotes", "loaded_term", "booster"}


@over(load("wording/loaded", LoadedRow).values())
def test_every_row_is_found_by_each_of_its_forms(row):
    for form in row.forms or (row.key,):
        before = row.only_after[0] if row.only_after else "the"
        after = row.only_before[0] if row.only_before and not row.only_after else "was"
        text = f"Yesterday {before} {form} {after} there."
        assert row in [phrase.row for phrase in find_loaded(text, [])]


def test_a_word_in_a_proper_name_is_not_loaded():
    text = "The Regime Studies Institute moved."
    name = Entity("The Regime Studies Institute", Span(0, 28), "ORG", "Regime Studies Institute", "e1")
    assert found_in(text, [name]) == []
    assert found_in(text) == [["Regime", "loaded_term"]]


def test_a_people_is_no_proper_name_in_this_sense():
    text = "Takfiri fighters left."
    assert found_in(text, [Entity("Takfiri fighters", Span(0, 16), "NORP", "Takfiri", "e1")]) == [
        ["Takfiri", "loaded_term"]
    ]


def test_a_real_quotation_is_no_scare_quote():
    text = 'It was "a disaster" for the town.'
    assert found_in(text, quoted=[Span(7, 19)]) == []
    assert found_in(text) == [['"a disaster"', "scare_quotes"]]


def test_marks_inside_a_quotation_are_the_sources_own():
    text = "“They sent their 'helpers' to us.”"
    assert found_in(text, quoted=[Span(0, len(text))]) == [["'helpers'", "scare_quotes"]]


def test_a_quoted_word_after_so_called_is_doubted_even_if_it_is_quoted():
    text = "They sent the so-called “peacekeepers”."
    assert ["“peacekeepers”", "scare_quotes"] in found_in(text, quoted=[Span(24, 38)])
