"""Step 4 as a whole, on sentences of our own."""

from claimx import extract


def attributed(text):
    return [(c.source.text if c.source else None, c.text) for c in extract(text, narrated=False)]


def test_a_relative_with_its_hearsay_is_left_to_the_sentence_around_it():
    text = "The army has been shelling what are said to be rebel barracks near Ode since May."
    assert all("barracks" not in said for _, said in attributed(text))
    (claim,) = extract(text)
    assert (claim.form, [hedge.text for hedge in claim.hedges]) == ("narrated", ["what are said to be"])


def test_plain_statements_are_all_there_however_often_they_stand():
    text = "\n\n".join(["It rained in the hills, he said."] * 20)
    assert len(attributed(text)) == 20
