import pytest

from claimx.lexicons.cues import cue_rows


@pytest.mark.parametrize(
    ("lemma", "act", "stance"),
    [
        ("say", "assertive", "affirm"),
        ("according to", "assertive", "affirm"),
        (":", "assertive", "affirm"),
        ("deny", "assertive", "refute"),
        ("denial", "assertive", "refute"),
        ("urge", "directive", "affirm"),
        ("vow", "commissive", "affirm"),
        ("refuse", "commissive", "refute"),
        ("praise", "expressive", "affirm"),
        ("fear", "epistemic", "affirm"),
        ("wonder", "interrogative", "uncertain"),
        ("inquire", "interrogative", "uncertain"),
    ],
)
def test_a_cue_has_its_act_and_stance(lemma, act, stance):
    row = cue_rows()[lemma]
    assert (row.act, row.stance) == (act, stance)


def test_verb_and_noun_of_one_lemma_share_a_row():
    assert cue_rows()["claim"].pos == ("verb", "noun")


def test_acts_that_bind_nobody_to_the_truth_leave_the_content_open():
    certain = {
        key
        for key, row in cue_rows().items()
        if row.act in ("directive", "interrogative") and row.strength == "certain"
    }
    assert certain == set()


def test_lemmas_are_lower_case_and_trimmed():
    assert [key for key in cue_rows() if key != " ".join(key.lower().split())] == []


def test_a_factive_cue_makes_its_content_certain():
    assert {row.strength for row in cue_rows().values() if row.factive} == {"certain"}
