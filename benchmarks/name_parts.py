"""The rules for names, and for whom words mean, that :mod:`benchmarks.ablate_names` switches off one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.parts import groups_of_rows
from benchmarks.switches import Deed, Part, Rows, as_it_was, find, nothing

Without = Callable[..., Any]


def empty(answer: Any, *_: object) -> Any:  # noqa: ANN401 - answers of any kind
    """What is left of the answer of what gathers things: none."""
    return type(answer)()


def given(number: int) -> Without:
    """What is left of the answer of what mends one of its arguments: that argument."""
    return lambda _, *arguments: arguments[number]


def always(answer: object) -> Without:
    """One answer to everything."""
    return lambda *_: answer


#: By module in claimx/mentions/names: the function, and what is left of its answers without it.
NAMES: dict[str, tuple[tuple[str, Without], ...]] = {
    "homographs": (("names_like_function_words", empty), ("names_like_titles", empty)),
    "headings": (("is_heading", nothing), ("names_in_heading", nothing)),
    "detection": (
        ("_ends_person", nothing),
        ("_is_no_name", nothing),
        ("_is_bare_opening", nothing),
        ("_is_ticker", nothing),
    ),
    "words": (
        ("_trimmed", lambda _, __, begin, stop: (begin, stop)),
        ("_parts", lambda _, __, begin, stop, *___: [(begin, stop)]),
        ("_is_numbered", nothing),
        ("_hyphenated", lambda _, __, i, *___: i + 1),
        ("_is_inner", nothing),
    ),
    "chunks": (("_opens_work", nothing), ("_is_function_word", nothing)),
    "chunk_names": (
        ("_is_postnominal", nothing),
        ("_portfolio_end", given(1)),
        ("_office_for", given(1)),
        ("_is_numbered", nothing),
        ("_person_at_end", always(0)),
        ("_continues", nothing),
        ("_is_person", nothing),
    ),
    "heads_and_titles": (
        ("_closes_body", nothing),
        ("_owns_body", nothing),
        ("_pairs", nothing),
        ("_is_office", nothing),
        ("complement", lambda answer, _, __, stop, *___: (stop, answer[1])),
        ("is_person", nothing),
    ),
    "lower_case_heads": (("nation_bodies", nothing), ("sites", nothing)),
    "acronyms": (("defined_terms", nothing), ("names_spelt_out", nothing)),
    "finder": (("_made_of_beginnings", nothing),),
    "legal_forms": (("names_with_legal_forms", nothing), ("is_legal_form", nothing)),
    "nicknames": (("names_with_nicknames", nothing),),
    "portfolio_lists": (("names_with_lists", nothing),),
    "tagged": (("names_of_tagger", nothing), ("whole_names", nothing)),
    "datelines_and_bylines": (("parts_of_lines", empty),),
    "votes": (("in_lists", nothing), ("with_surnames", nothing), ("with_parts", nothing), ("with_peoples", nothing)),
    "context_votes": (
        ("_before", nothing),
        ("opens_ticker", nothing),
        ("votes_of_descriptions", nothing),
        ("_apposed_noun", nothing),
        ("is_acronym", nothing),
    ),
    "name_forms": (("is_formal", nothing), ("neutral_name", as_it_was), ("acronyms_of", empty)),
    "grouping": (("_same_initials", always(True)),),
}

#: By module in claimx/attributions: as above; None for what notes something, too, so that it must not be called.
REFERENTS: dict[str, tuple[tuple[str, Without | None], ...]] = {
    "discourse.announced": (
        ("may_announce", nothing),
        ("announced", always(None)),
        ("is_called_alike", nothing),
    ),
    "discourse.apposition": (("said_to_be", None),),
    "discourse.bodies": (
        ("_led_by", None),
        ("_body_of", always(None)),
        ("_called", always(None)),
        ("_general", None),
        ("resolve_trader", always(None)),
        ("_proper_words", empty),
        ("_can_be", always(True)),
    ),
    "discourse.bodies_by_words": (("name_by_words", always(None)),),
    "discourse.called_again": (("may_be_called_again", nothing), ("tells_standing", nothing)),
    "discourse.callings": (("calling", lambda _, noun: noun.lemma.lower()), ("office_held", as_it_was)),
    "discourse.definiteness": (
        ("is_unrestricted", always(True)),
        ("is_distinguished", nothing),
        ("belongs_to_a_name", nothing),
        ("nations_before", empty),
        ("is_unrestricted_person", always(True)),
        ("has_field", nothing),
        ("is_another", nothing),
    ),
    "discourse.descriptions": (("_note_complement", None), ("nouns_beside", nothing)),
    "discourse.offices": (("find_offices", empty),),
    "discourse.firms": (("firm_by_another_label", always(None)),),
    "discourse.groups": (("resolve_group", None), ("resolve_pair", always(None))),
    "discourse.introductions": (("introduced", always(None)),),
    "discourse.mentions": (("add_groups", as_it_was),),
    "discourse.named": (("_describe_body", None),),
    "discourse.named_at_last": (("is_named_at_last", nothing),),
    "discourse.nouns": (("_is_of_a_body", nothing), ("_can_be_called", nothing), ("_has_ending_of_persons", nothing)),
    "discourse.persons": (
        ("_of_kind", always(None)),
        ("_is_former_office", nothing),
        ("_ruler", always(None)),
        ("resolve_anybody", always(None)),
        ("_called", always(None)),
    ),
    "discourse.places": (("resolve_place", always(None)),),
    "discourse.pronouns": (("_is_coargument", nothing), ("acts_on", nothing), ("_tells_of_nobody", nothing)),
    "discourse.quoting": (("quotation_speakers", empty), ("is_reporting_subject", nothing)),
    "discourse.relations": (
        ("owner_of", always(None)),
        ("note_relations_of_name", None),
    ),
    "discourse.resolving": (
        ("_titles", empty),
        ("_topic", always(None)),
        ("_main_person", always(None)),
    ),
    "discourse.told": (
        ("goes_with", always(True)),
        ("is_exactly", always(True)),
        ("is_surely", always(False)),
        ("agrees", always(True)),
    ),
    "discourse.trials": (("is_accused", nothing),),
    "sources.answers": (
        ("closing_person", always(None)),
        ("_are_titles", nothing),
        ("_is_one_of_a_people", nothing),
    ),
    "sources.by_noun": (("_called_otherwise", always(None)),),
    "sources.company": (("company_before", empty), ("people_before", always(None))),
    "sources.headlines": (
        ("called_below", always(None)),
        ("said_below", empty),
    ),
    "sources.lists": (("joined", always(None)),),
    "sources.names_in_words": (
        ("name_told", always(None)),
        ("closing_body", always(None)),
        ("closing_issuer", always(None)),
        ("led_by", always(None)),
        ("own_words", always(None)),
        ("title_with_point", always(None)),
    ),
    "sources.next_speaker": (
        ("answering_speaker", always(None)),
        ("anonymous_speaker", always(None)),
        ("has_turned_from", nothing),
        ("subject_before", always(None)),
    ),
    "sources.own_voices": (
        ("own_writer", always(None)),
        ("owner_of_findings", always(None)),
        ("tried_by", always(None)),
    ),
    "sources.portraits": (("roles_of", empty), ("pronouns_of", empty)),
    "sources.roles_in_talks": (("name_in_role", always(None)),),
    "sources.relatives": (("_antecedent", always(None)),),
}

#: Lexicons of names, and the fields by whose values their rows are grouped.
LEXICONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("names/organizations", ()),
    ("names/places", ()),
    ("names/regions", ()),
    ("names/groups", ()),
    ("names/leaders", ()),
    ("names/first_names", ()),
    ("names/name_heads", ("label",)),
    ("names/name_closings", ("label",)),
    ("names/person_nouns", ()),
    ("names/not_names", ()),
    ("names/same_heads", ()),
)


def parts_of_names() -> list[Part]:
    """The rules for names, module by module."""
    return list(_parts("claimx.mentions.names", NAMES))


def rows_of_names() -> list[Rows]:
    """The rows of lexicons that the rules for names go by."""
    return list(groups_of_rows(LEXICONS))


def parts_of_referents() -> list[Part]:
    """The rules for whom words mean, module by module."""
    return list(_parts("claimx.attributions", REFERENTS))


def _parts(room: str, table: Any) -> Iterator[Part]:  # noqa: ANN401 - either table
    for module, functions in table.items():
        for name, without in functions:
            function = find(f"{room}.{module}:{name}")
            about = (function.__doc__ or "").partition("\n")[0]
            made = (module, name.strip("_"), about, function)
            yield Deed(*made) if without is None else Part(*made, without)
