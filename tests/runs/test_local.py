from collections.abc import Iterable, Iterator

import pytest

from claimx.errors import ModelError
from claimx.records import Article, Document, Options
from claimx.runs.local import run
from tests.make import read


class Fake:
    """Fails at the articles that say so."""

    def __init__(self, batch_size: int) -> None:
        self.options = Options(batch_size=batch_size)
        self.batches: list[list[str]] = []

    def pipe(self, articles: Iterable[Article]) -> Iterator[Document]:
        batch = list(articles)
        self.batches.append([article.id for article in batch])
        for article in batch:
            if article.text == "fail":
                raise ZeroDivisionError("by 0")
            if article.text == "no model":
                raise ModelError("the model is missing.")
            yield read(article)


def articles(*texts: str) -> list[Article]:
    return [Article(text, id=f"{number}.txt") for number, text in enumerate(texts)]


@pytest.mark.parametrize("batch_size", [1, 2, 3, 100])
def test_one_that_fails_is_named_and_the_others_are_delivered_in_order(batch_size):
    errors: list[str] = []
    texts = ["a", "fail", "b", "c", "fail", "fail", "d"]
    found = list(run(articles(*texts), Fake(batch_size), on_error=lambda error: errors.append(str(error))))
    assert [document.doc.id for document in found] == ["0.txt", "2.txt", "3.txt", "6.txt"]
    message = "{}.txt could not be read: ZeroDivisionError: by 0 (a fault of claimx)."
    assert errors == [message.format(number) for number in (1, 4, 5)]


def test_standard_input_is_named_so():
    errors: list[str] = []
    stdin = [Article("fail", id="-"), Article("fail", id="-:3")]
    assert list(run(stdin, Fake(8), on_error=lambda error: errors.append(str(error)))) == []
    assert [error.split(" could")[0] for error in errors] == ["standard input", "standard input, line 3"]


def test_articles_are_read_in_batches_as_they_come():
    def stream() -> Iterator[Article]:
        for number, article in enumerate(articles(*"abcde")):
            pulled.append(number)
            yield article

    pulled: list[int] = []
    fake = Fake(2)
    documents = run(stream(), fake, on_error=pytest.fail)
    next(documents)
    assert pulled == [0, 1]
    assert len(list(documents)) == 4
    assert fake.batches == [["0.txt", "1.txt"], ["2.txt", "3.txt"], ["4.txt"]]


def test_a_missing_model_stops_the_run():
    with pytest.raises(ModelError):
        list(run(articles("a", "no model", "b"), Fake(8), on_error=pytest.fail))


def test_no_articles():
    assert list(run([], Fake(8), on_error=pytest.fail)) == []
