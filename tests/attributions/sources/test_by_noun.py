"""Whom a noun means as a source, through the whole extraction."""

from claimx.pipeline import Extractor


def test_who_acts_in_what_is_said_is_not_who_is_then_quoted():
    claims = Extractor().extract(
        "Two boats sank in May.\n\nIt was dark.\n\nThe chairperson of the local branch said a colleague lost three "
        "fingers last month. “The company said it was his own fault. Can you imagine?” Ada Holm fumed."
    )
    names = {claim.source.text: claim.source.name for claim in claims if claim.source is not None}
    assert names["The chairperson of the local branch"] == "Ada Holm"
