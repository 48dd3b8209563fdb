"""What the pipeline completes of an article: its day of publication, where that comes from, and its language;
and how it reads streams of articles."""

from datetime import date, datetime

import pytest

import claimx
from claimx import Article, Extractor, Options, UsageError
from claimx.document import load_parser
from tests.articles.test_dates import NotATime

TEXT = "The ferry company said on Monday that its boats were safe."
FIRST = date(2024, 3, 5)


@pytest.fixture(scope="module")
def extractor():
    return Extractor()


@pytest.mark.parametrize(
    "published", [FIRST, datetime(2024, 3, 5, 10, 30), "5 March 2024", "2024-03-05T10:30:00Z"], ids=str
)
def test_a_caller_may_give_the_day_in_any_form(extractor, published):
    [claim] = extractor.extract(TEXT, published=published)
    assert (claim.doc.published, claim.made.value) == ("2024-03-05", "2024-03-04")
    document = extractor.document(Article(TEXT, published=published))
    assert (document.doc.published, document.doc.published_from) == ("2024-03-05", "given")


def test_a_time_that_is_none_is_no_day(extractor):
    document = extractor.document(Article(TEXT, published=NotATime(2024, 3, 5)))
    assert (document.doc.published, document.doc.published_from) == (None, None)


def test_words_that_are_no_day_are_refused():
    with pytest.raises(UsageError, match="published is 'some day', not a date"):
        claimx.extract(TEXT, published="some day")


@pytest.mark.parametrize("origin", ["option", "address", "file_name"])
def test_a_line_of_the_text_goes_before_what_stands_around_it(extractor, origin):
    text = f"Boats are safe, company says\n\nPublished: 5 March 2024\n\n{TEXT}"
    told = extractor.document(Article(text, published=date(2020, 1, 1), published_from=origin))
    assert (told.doc.published, told.doc.published_from) == ("2024-03-05", "text")
    given = extractor.document(Article(text, published=date(2020, 1, 1)))
    assert (given.doc.published, given.doc.published_from) == ("2020-01-01", "given")


def test_the_order_of_day_and_month_in_the_text_is_chosen_by_an_option(extractor):
    article = Article(f"Boats are safe, company says\n\nPublished: 05/03/2024\n\n{TEXT}")
    assumed = extractor.document(article)
    assert (assumed.doc.published, assumed.warnings) == ("2024-05-03", ("date-order-assumed: 05/03/2024",))
    decided = Extractor(Options(day_first=True)).document(article)
    assert (decided.doc.published, decided.warnings) == ("2024-03-05", ())


def test_another_language_is_told(extractor):
    german = extractor.document(Article("Der Bürgermeister sagte am Montag, dass die Brücke gesperrt bleibt."))
    assert (german.doc.language, german.warnings) == ("de", ("language: de",))
    assert extractor.document(Article(TEXT)).doc.language == "en"


# --- streams of articles ---

BAD = Article("", id="bad")
ARTICLES = [Article("It rained, police said.", id="a"), BAD, Article("It snowed, police said.", id="b")]


@pytest.fixture
def failing(monkeypatch):
    """Fails at one article."""
    made = Extractor()
    complete = made.document

    def document(article):
        if article is BAD:
            raise ZeroDivisionError("by 0")
        return complete(article)

    monkeypatch.setattr(made, "document", document)
    return made


def test_an_article_that_fails_does_not_end_the_pipe(failing):
    failed = []
    found = failing.pipe(ARTICLES, on_error=lambda article, error: failed.append((article, type(error))))
    assert [document.doc.id for document in found] == ["a", "b"]
    assert failed == [(BAD, ZeroDivisionError)]


def test_without_a_word_for_it_the_error_is_raised_and_the_rest_still_there(failing):
    found = failing.pipe(ARTICLES)
    assert next(found).doc.id == "a"
    with pytest.raises(ZeroDivisionError):
        next(found)
    assert next(found).doc.id == "b"


def test_articles_come_one_by_one(failing):
    taken = []
    stream = (taken.append(article.id) or article for article in ARTICLES)
    next(failing.pipe(stream))
    assert taken == ["a"]


def test_there_is_no_size_of_a_batch():
    with pytest.raises(TypeError):
        Options(batch_size=0)


def test_nothing_stays_in_memory_of_the_words_of_an_article(extractor):
    text = "The zorblatting quuxingtons were flimflammified, Mayor Ana Ruiz said."
    first = extractor.extract(text)
    strings = load_parser().vocab.strings
    size = len(strings)
    assert "quuxingtons" not in strings
    extractor.extract(text.replace("quux", "blorp"))
    assert len(strings) == size
    assert extractor.extract(text) == first


def test_what_the_article_says_itself_can_be_left_out():
    text = "The river rose two metres in 2014.\n\n" + TEXT
    forms = [[claim.form for claim in claimx.extract(text, narrated=narrated)] for narrated in (True, False)]
    assert forms == [["narrated", "indirect"], ["indirect"]]


def test_a_fiscal_year_is_a_time_and_no_name(extractor):
    document = extractor.document(Article("Profit fell in FY2019, and Kesta Motors shut its plant."))
    assert [time.value for time in document.times] == ["2019"]
    assert [entity.text for entity in document.entities] == ["Kesta Motors"]


def test_what_leftovers_of_the_page_count_is_no_quantity(extractor):
    text = "Listening time: 6 minutes\n\nImage 2 of 8\n\nThe ferry line carried 400 cars, its captain said."
    assert [quantity.text for quantity in extractor.document(Article(text)).quantities] == ["400"]


def test_links_of_markdown_stand_in_no_claims_way(extractor):
    text = "[Oda Fenn](https://paper.example/fenn), the captain, said the ferry had [run aground](/news/7) in fog."
    [claim] = extractor.document(Article(text)).claims
    assert claim.text == "the ferry had [run aground](/news/7) in fog"
    assert (claim.source.name, claim.cue.text) == ("Oda Fenn", "said")
