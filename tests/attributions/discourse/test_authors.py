from claimx.articles.layout import lay_out
from claimx.attributions.discourse.authors import author_of
from claimx.reading import Reading
from claimx.records import Article, Heard
from tests.parsing import parse_alone
from tests.together import over

BODY = "The office asks too much.\nI refuse to answer it."


def read_author(text):
    article = Article(text=text, id="x")
    author = author_of(Reading(article, lay_out(article), parse_alone(text), Heard((), ())), [])
    return author.name if author is not None else None


@over(
    [
        (f"A title here\nBy Ada Holm\n{BODY}", "Ada Holm"),
        (f"{BODY}\nClara Oster is the author of a book on counting.", "Clara Oster"),
        (f"A title here\nBy Ada Holm and Karl Lund\n{BODY}", None),
        (BODY, None),
    ]
)
def test_the_one_author_of_an_article(text, name):
    assert read_author(text) == name
