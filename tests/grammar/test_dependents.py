from claimx.grammar import roles
from claimx.grammar.dependents import (
    has_role,
    in_role,
    objects_of_prepositions,
    subject_across_clauses,
)
from tests.parsing import parse_alone


def token(text, word):
    return next(token for token in parse_alone(text) if token.text == word)


def test_what_hangs_on_a_token_in_a_role():
    verb = token("The old mayor gave Omar a book.", "gave")
    assert [t.text for t in in_role(verb, roles.OBJECT)] == ["book"]
    assert has_role(verb, roles.SUBJECT)
    assert not has_role(verb, roles.AGENT)


def test_objects_of_some_prepositions_alone():
    noun = token("The letter of the council to the mayor was long.", "letter")
    assert [t.text for t in objects_of_prepositions(noun, ("of",))] == ["council"]
    assert [t.text for t in objects_of_prepositions(noun, ("of", "to"))] == ["council", "mayor"]


def test_a_clause_without_a_subject_has_that_of_the_clause_above():
    assert (
        subject_across_clauses(token("Ada Holm won the race, becoming the first to do so.", "becoming")).text == "Holm"
    )
    assert subject_across_clauses(token("Ada Holm wants to win.", "win")).text == "Holm"
    assert subject_across_clauses(token("Winning is fun.", "fun")) is None
