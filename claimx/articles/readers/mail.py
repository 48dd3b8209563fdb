"""Mails (.eml) and web pages saved as one file (.mhtml), which are mails as well: by Python's own ``email``."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, Message
from email.utils import parseaddr

from claimx.articles.dates import read_date
from claimx.articles.decode import Decoded, decode
from claimx.articles.markup import text_of_html
from claimx.articles.readers.html import declared_encoding, page_article
from claimx.articles.readers.source import Source
from claimx.errors import InputError
from claimx.records import Article


def read(source: Source) -> Iterator[Article]:
    """The mail's text, or the page's article. Attachments are named, and not read.

    Raises:
        InputError: it is no mail, or holds no text.
    """
    data = source.read_all()
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        raise InputError(f"{source.shown} is no mail: it has no header.")
    if message.get_content_type() == "multipart/related":
        yield _page(message, source)
        return
    body = message.get_body(("plain", "html"))
    if body is None:
        raise InputError(f"{source.shown} holds no text.")
    text, warnings = _decoded(body, source)
    if body.get_content_subtype() == "html":
        text = text_of_html(text)
    elif body.get_param("format") == "flowed":
        text = _unflowed(text)
    attached = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    if attached:
        source.on_note(
            f"{source.shown}: attachments are not read: {', '.join(attached[:3])}{', …' * (len(attached) > 3)}."
        )
    day = read_date(str(message.get("date") or ""))
    name, address = parseaddr(str(message.get("from") or ""))
    yield Article(
        text=text,
        id=source.name,
        title=" ".join(str(message.get("subject") or "").split()) or None,
        published=day.value,
        published_from="metadata" if day.value else None,
        author=name or address or None,
        warnings=(*warnings, *day.warnings),
    )


def _page(message: EmailMessage, source: Source) -> Article:
    pages = (part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml"))
    page = next(pages, None)
    if page is None:
        raise InputError(f"{source.shown} holds no web page.")
    text, warnings = _decoded(page, source)
    url = str(page.get("content-location") or message.get("snapshot-content-location") or "")
    known = Article(text=text, id=source.name, url=url if url.startswith("http") else None, warnings=warnings)
    return page_article(text, known)


def _decoded(part: Message, source: Source) -> Decoded:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        raise InputError(f"{source.shown} holds no text.")
    return decode(data, source.shown, declared=part.get_content_charset() or declared_encoding(data))


def _unflowed(text: str) -> str:
    """Lines that a mail program has broken are put together (RFC 3676): those that end with a blank go on."""
    lines: list[str] = []
    goes_on = False
    for line in text.splitlines():
        stuffed = line.removeprefix(" ")
        if goes_on and not stuffed.startswith(">"):
            lines[-1] += stuffed
        else:
            lines.append(stuffed)
        goes_on = line.endswith(" ") and line != "-- "
    return "\n".join(lines)
