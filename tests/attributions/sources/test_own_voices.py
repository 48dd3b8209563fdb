from claimx.pipeline import Extractor
from claimx.records import Article
from tests.together import over


def named(text, words):
    claims = Extractor().document(Article(text=text, id="x")).claims
    return {claim.source.name for claim in claims if claim.source is not None and claim.source.text == words}


#: Who asks has a label by name first, so that "A" is somebody else, and nobody whom the talk only tells of.
COURT = (
    "{}: Did you look at the boat?\nA. Twice. I wrote down what I saw.\n\nQ. And then?\n"
    "A. I thought that he was asleep, but he believed that the harbour was closed.\n\n"
    "Q. He had mentioned to you that the engine was new?\n"
    "A. He showed me that it was old."
)


@over(
    [
        (
            "Ada Holm led the work. “Our paper shows that bees sleep,” Holm said.",
            "Our paper",
            "Ada Holm",
        ),
        (
            "Karl Lund, of Harn, admitted two counts of fraud.\n\nJudge Ada Holm jailed him for a year. “You told us "
            "that the money was lost,” she said.",
            "You",
            "Karl Lund",
        ),
        (
            "Karl Lund, the captain, swam for an hour. “The captain shouted that we should jump,” Lund said.",
            "The captain",
            None,
        ),
        (
            "“Told my landlord that the rent is in the cloud. He laughs.” — @wilmaholm, May 31\n\nThe app failed.",
            "@wilmaholm",
            "@wilmaholm",
        ),
        (
            "ADA HOLM: Who closed the school?\n\nKARL LUND: My clerks think that it was me. I told them to paint it."
            "\n\nADA HOLM: When?\n\nKARL LUND: I believe that it will be in May.",
            "I",
            "KARL LUND",
        ),
        ("Ada Holm led the work. “The US study shows that bees sleep,” Holm said.", "The US study", None),
        (COURT.format("MS. OSTERHOLM"), "A", None),
        (COURT.format("MS. OSTERHOLM"), "he", None),
        (COURT.format("MR. QUIBB"), "He", None),
    ]
)
def test_who_is_meant_from_where_somebody_speaks(text, words, name):
    assert named(text, words) == {name}
