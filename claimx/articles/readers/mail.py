"""Mails (.eml) and web pages saved as one file (.mhtml), which are mails as well: by Python's own ``email``."""

from __future__ import annotations

import dataclasses
import email
import email.policy
import io
import mimetypes
from collections.abc import Iterator
from email.message import EmailMessage, Message
from email.utils import parseaddr
from pathlib import PurePosixPath

from claimx.articles.dates import ReadDate, read_date
from claimx.articles.decode import Decoded, decode
from claimx.articles.markup import text_of_html
from claimx.articles.readers.dispatch import by_ending, read_source
from claimx.articles.readers.html import declared_encoding, page_article
from claimx.articles.readers.members import Members
from claimx.articles.readers.source import Source
from claimx.errors import InputError
from claimx.records import Article

#: Headers of a mail that was sent to somebody, as a saved page was not.
SENT = ("To", "Received", "Delivered-To")


def read(source: Source) -> Iterator[Article]:
    """The mail's text and the articles of its attachments, called ``mail.eml/name``; or the page's article.

    Attachments of other formats are named, and passed over.

    Raises:
        InputError: it is no mail, or holds no text.
    """
    data = source.read_all()
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        raise InputError(f"{source.shown} is no mail: it has no header.")
    if message.get_content_type() == "multipart/related" and not any(name in message for name in SENT):
        yield _page(message, source)
        return
    attachments = [*_attachments(message, source)]
    article = _article(message, source)
    if article is None and not attachments:
        raise InputError(f"{source.shown} holds no text.")
    day = read_date(str(message.get("date") or ""))
    if article is not None and (article.text.strip() or not attachments):
        dated = _dated(article, day)
        yield dataclasses.replace(dated, warnings=(*dated.warnings, *day.warnings))
    for attachment in attachments:
        for inside in read_source(attachment):
            yield _dated(inside, day)


def _article(message: EmailMessage, source: Source) -> Article | None:
    body = message.get_body(("plain", "html"))
    if body is None:
        return None
    text, warnings = _decoded(body, source)
    if body.get_content_subtype() == "html":
        text = text_of_html(text)
    elif body.get_param("format") == "flowed":
        text = _unflowed(text)
    name, address = parseaddr(str(message.get("from") or ""))
    return Article(
        text=text,
        id=source.name,
        title=" ".join(str(message.get("subject") or "").split()) or None,
        author=name or address or None,
        warnings=warnings,
    )


def _dated(article: Article, day: ReadDate) -> Article:
    """With the day on which the mail was sent, if it has none."""
    if article.published is not None or day.value is None:
        return article
    return dataclasses.replace(article, published=day.value, published_from="metadata")


def _attachments(message: EmailMessage, source: Source) -> Iterator[Source]:
    """The attachments of formats that claimx reads; the others are named."""
    members = Members(source)
    for number, part in enumerate(message.iter_attachments(), start=1):
        is_mail = part.get_content_type() == "message/rfc822"
        ending = ".eml" if is_mail else mimetypes.guess_extension(part.get_content_type()) or ""
        given = part.get_filename() or ""
        name = PurePosixPath(given.replace("\\", "/")).name or f"{number}{ending}"
        if PurePosixPath(name).suffix.lower() not in by_ending() and ending in by_ending():
            name += ending
        if not members.is_wanted(name):
            continue
        data = part.get_content().as_bytes() if is_mail else part.get_payload(decode=True)
        if isinstance(data, bytes):
            yield source.within(io.BytesIO(data), name=members.name(name), file_name=name)
    members.tell_passed_over()


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
