from claimx.attributions.discourse.referents import Referent
from claimx.attributions.discourse.salience import most_salient
from tests.attributions.discourse.make import meant

PERSON, BODY = Referent("person", "Ada Holm"), Referent("organization", "Harbour Board")


def test_a_long_chain_of_pronouns_does_not_outweigh_who_was_named_since():
    text = "Karl Lund knew that he was late and that he had lost his coat. Omar Said came in. He laughed."
    assert meant(text, "He") == "Omar Said"


def test_the_most_salient_must_be_so_by_a_margin():
    assert most_salient({PERSON: 1.0, BODY: 0.9}, margin=1.05) is PERSON
    assert most_salient({BODY: 0.9, PERSON: 1.0}, margin=1.2) is None
    assert most_salient({PERSON: 1.0, BODY: 1.0}, margin=1.0) is PERSON
    assert most_salient({}, margin=1.05) is None
