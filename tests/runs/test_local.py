import pytest

from claimx.errors import ModelError
from claimx.records import Article
from claimx.runs.local import attempt
from claimx.runs.outcomes import Fault


def failing(error: Exception):
    def read(article: Article) -> str:
        raise error

    return read


def test_what_comes_of_an_article():
    article = Article("a", id="a.txt")
    outcome = attempt(article, lambda article: article.text.upper())
    assert (outcome.article, outcome.value, outcome.fault) == (article, "A", None)


@pytest.mark.parametrize(
    ("id", "error", "kind", "message"),
    [
        (
            "a.txt",
            ZeroDivisionError("by 0"),
            "fault",
            "a.txt could not be read: ZeroDivisionError: by 0 (a fault of claimx).",
        ),
        ("-:3", KeyError("x"), "fault", "standard input, line 3 could not be read: KeyError: 'x' (a fault of claimx)."),
        ("a.txt", MemoryError(), "memory", "a.txt could not be read: there is not enough memory for it; split it."),
    ],
)
def test_one_that_fails_is_named(id, error, kind, message):
    assert attempt(Article("", id=id), failing(error)).fault == Fault(id, kind, message)


def test_a_missing_model_stops_everything():
    with pytest.raises(ModelError):
        attempt(Article(""), failing(ModelError("the model is missing.")))
