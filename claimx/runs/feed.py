"""Articles read ahead in a thread, as many as fit, so that slow inputs and slow results do not wait in turn."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable

from claimx.records import Article

#: So much text is read ahead, in characters; and so many articles.
MOST_CHARACTERS, MOST_ARTICLES = 2_000_000, 1_000


class Feed:
    """Articles that wait to be read. ``changed`` is notified whenever one comes, and at the end."""

    def __init__(self, articles: Iterable[Article]) -> None:
        """Start to read ahead."""
        self.changed = threading.Condition()
        self.characters = 0
        self.ended = False
        self._waiting: deque[Article] = deque()
        self._stopped = False
        self._error: BaseException | None = None
        self._articles = articles
        # A daemon: it may wait for standard input for ever.
        threading.Thread(target=self._read, name="claimx-feed", daemon=True).start()

    def _read(self) -> None:
        error: BaseException | None = None
        try:
            for article in self._articles:
                with self.changed:
                    self.changed.wait_for(lambda: self._stopped or not self._is_full())
                    if self._stopped:
                        return
                    self._waiting.append(article)
                    self.characters += len(article.text)
                    self.changed.notify_all()
        except BaseException as caught:  # it is raised again where the articles are taken
            error = caught
        finally:
            with self.changed:
                self._error, self.ended = error, True
                self.changed.notify_all()

    def _is_full(self) -> bool:
        return self.characters >= MOST_CHARACTERS or len(self._waiting) >= MOST_ARTICLES

    def __len__(self) -> int:
        """How many articles wait."""
        return len(self._waiting)

    def take(self, most: int, characters: int) -> list[Article]:
        """Take what waits: up to ``most`` articles of up to ``characters`` together, but at least one, if there is one.

        Raises:
            BaseException: whatever ended the reading of articles before its time, once those before it are taken.
        """
        with self.changed:
            taken: list[Article] = []
            while self._waiting and len(taken) < most:
                size = len(self._waiting[0].text)
                if taken and size > characters:
                    break
                taken.append(self._waiting.popleft())
                self.characters -= size
                characters -= size
            if not taken and self._error is not None:
                raise self._error
            self.changed.notify_all()
            return taken

    @property
    def exhausted(self) -> bool:
        """Whether there is nothing more to take, not even an error."""
        with self.changed:
            return self.ended and not self._waiting and self._error is None

    def stop(self) -> None:
        """Read no further."""
        with self.changed:
            self._stopped = True
            self._waiting.clear()
            self.changed.notify_all()
