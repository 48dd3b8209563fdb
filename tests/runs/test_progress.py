import io

import pytest

from claimx.articles.readers.dispatch import by_ending
from claimx.runs.progress import BETWEEN, FIRST, Progress, size_of


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock():
    return Clock()


def advance(progress: Progress, clock: Clock, seconds: float, times: int = 1) -> None:
    for _ in range(times):
        clock.now += seconds
        progress.advance(1_000, 200, 7, failed=False)


def test_a_short_run_shows_nothing(clock):
    stream = io.StringIO()
    progress = Progress(stream, bar=True, size=lambda: pytest.fail("asked"), clock=clock)
    advance(progress, clock, FIRST / 10, 9)
    assert (stream.getvalue(), progress.is_shown) == ("", False)


def test_a_plain_line_now_and_then(clock):
    stream = io.StringIO()
    progress = Progress(stream, bar=False, size=lambda: 100_000, clock=clock)
    advance(progress, clock, BETWEEN / 10, 25)
    first, second = stream.getvalue().splitlines()
    assert first == "claimx: 10 articles, 67 words a second, about 4 min to go"
    assert second == "claimx: 20 articles, 67 words a second, about 4 min to go"
    progress.fail()
    assert progress.summary() == "25 articles, 1 failed, 67 words a second, 175 claims in 75 s"


def test_what_was_left_out_is_told(clock):
    progress = Progress(None, bar=False, size=lambda: None, clock=clock)
    for left_out in (0, 2, 1):
        progress.advance(1_000, 100, 5, failed=False, left_out=left_out)
    clock.now += 10
    assert progress.summary() == "3 articles, 30 words a second, 15 claims (3 unlikely ones left out) in 10 s"


def test_what_an_earlier_run_has_done_makes_this_one_no_faster(clock):
    progress = Progress(None, bar=False, size=lambda: 20_000, clock=clock)
    progress._size = 20_000
    for _ in range(10):
        progress.keep(1_000)
    advance(progress, clock, 1, 5)
    assert progress.line() == "15 articles, 200 words a second, about 5 s to go"


def test_a_bar_in_a_terminal_with_messages_above_it(clock):
    stream = Terminal()
    progress = Progress(stream, bar=True, size=lambda: 10_000, clock=clock)
    advance(progress, clock, 1, 5)
    progress.say("b.txt is [bold]empty[/bold].", otherwise=pytest.fail)
    progress.close()
    shown = stream.getvalue()
    assert "5 articles, 200 words a second, about 5 s to go" in shown
    assert "claimx: b.txt is [bold]empty[/bold]." in shown
    said = []
    progress.say("without a bar", otherwise=said.append)
    assert said == ["without a bar"]


def test_nowhere_to_show_it(clock):
    progress = Progress(None, bar=False, size=lambda: pytest.fail("asked"), clock=clock)
    advance(progress, clock, BETWEEN, 3)
    assert not progress.is_shown


def test_the_size_of_what_is_to_be_read(tmp_path):
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_bytes(bytes(10))
    (tmp_path / "in" / "deep" / "b.TXT").write_bytes(bytes(5))
    (tmp_path / "in" / "picture.png").write_bytes(bytes(1_000))
    folder = str(tmp_path / "in")
    assert size_of([folder], by_ending()) == 15
    assert size_of([f"{folder}/*.txt", f"{folder}/picture.png", "none"], by_ending()) == 1_010
    assert size_of([folder, "-"], by_ending()) is None
