from claimx.pipeline import Extractor
from claimx.records import Article
from tests.together import over

BODY = "The office asks too much.\nI refuse to answer it, and I believe that others should refuse it, too."


def writers(text):
    claims = Extractor().document(Article(text=text, id="x")).claims
    return {claim.source.name for claim in claims if claim.source is not None and claim.source.text == "I"}


@over(
    [
        (f"A title here\nBy Ada Holm\n{BODY}", {"Ada Holm"}),
        (f"{BODY}\nClara Oster is the author of a book on counting.", {"Clara Oster"}),
        (f"A title here\nBy Ada Holm and Karl Lund\n{BODY}", {None}),
        (BODY, {None}),
    ]
)
def test_i_is_the_one_author_of_an_article(text, names):
    assert writers(text) == names
