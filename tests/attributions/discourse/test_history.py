from claimx.attributions.discourse.discourse import MENTIONS_BACK
from claimx.attributions.discourse.history import History
from claimx.attributions.discourse.referents import Mention, Referent
from tests.parsing import tokenize

ADA, KARL, OMAR = (Referent("person", name) for name in ("Ada Holm", "Karl Lund", "Omar Said"))
BOARD = Referent("organization", "Harbour Board", head_words=frozenset({"board"}))
RESIDENT = Referent("person", nouns={"resident"})
TOKEN = tokenize("Somebody")[0]


def told(*referents):
    history = History({referent.name: referent for referent in (ADA, KARL, OMAR, BOARD)})
    for referent in referents:
        history.add(Mention(TOKEN, 0, 1, "name", 0, "other", False, referent))
    return history


def test_the_last_mentioned_comes_first_and_who_is_yet_to_be_mentioned_last():
    history = told(ADA, KARL, RESIDENT, ADA, None)
    assert list(history.mentioned("person")) == [ADA, RESIDENT, KARL]
    assert list(history.candidates("person")) == [ADA, RESIDENT, KARL, OMAR]
    assert list(history.candidates("named")) == [ADA, KARL, OMAR, BOARD]
    assert list(history.candidates("organization")) == [BOARD]


def test_what_was_mentioned_too_long_ago_counts_as_not_mentioned():
    history = told(RESIDENT, KARL, *[ADA] * (MENTIONS_BACK - 1))
    assert list(history.mentioned("person")) == [ADA, KARL]
    assert history.has_mentioned(KARL)
    history.add(history.mentions[-1])
    assert list(history.mentioned("person")) == [ADA]
    assert list(history.candidates("person")) == [ADA, KARL, OMAR]
    assert not history.has_mentioned(KARL)


def test_nouns_of_names_are_those_in_them_and_those_that_were_told():
    history = told()
    assert history.is_noun_of_name("board")
    assert not history.is_noun_of_name("agency")
    history.note_noun(BOARD, "agency")
    assert history.is_noun_of_name("agency")
    assert "agency" in BOARD.nouns


def test_the_places_that_a_noun_can_mean_are_the_most_named():
    towns = [
        Referent("place", name, nouns={"town"}, times_named=times)
        for name, times in zip("ABCD", (1, 4, 2, 3), strict=True)
    ]
    history = History({town.name: town for town in towns})
    assert [town.name for town in history.places_called("town")] == ["B", "D", "C"]
    assert history.places_called("country") == []
