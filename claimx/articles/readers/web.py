"""Web addresses that the user gives: one page is fetched, by urllib3, and read like a file. Nothing else is loaded.

Every address on the way, redirects too, is looked up once, checked, and connected to by the number that was checked, so
that a name cannot mean another machine a moment later.
"""

from __future__ import annotations

import io
import ipaddress
import socket
import time
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast
from urllib.parse import urljoin, urlsplit

from claimx.articles.input_names import is_web_address
from claimx.articles.readers.dispatch import by_ending, read_source
from claimx.articles.readers.source import OnError, OnNote, Source
from claimx.errors import ClaimxError, InputError
from claimx.records import Article, ReadOptions

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, HTTPConnectionPool
    from urllib3.util import Url

#: Seconds until a connection stands, without a word from the other side, and for everything together.
CONNECT_TIMEOUT = 10.0
READ_TIMEOUT = 20.0
TOTAL_TIMEOUT = 60.0
MAX_REDIRECTS = 5
MAX_BYTES = 30_000_000
REDIRECTS = frozenset({301, 302, 303, 307, 308})
AGENT = "claimx (reads one page that its user names)"
#: The ending that stands for a content type; a page where there is none.
ENDINGS = {
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "text/csv": ".csv",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
}
#: Networks whose addresses stand for others, and where in the address the other one begins.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def fetch(url: str, options: ReadOptions, on_error: OnError, on_note: OnNote) -> Iterator[Article]:
    """The articles at a web address.

    What cannot be fetched is reported: no such name, a private address (unless ``options.allow_private``), a status
    other than 200, too much or too slow an answer, too many redirects.
    """
    try:
        where, body, content_type = download(url, allow_private=options.allow_private)
    except ClaimxError as error:
        on_error(error)
        return
    kind = content_type.partition(";")[0].strip().lower()
    path = PurePosixPath(urlsplit(where).path)
    ending = ENDINGS.get(kind) or (path.suffix if path.suffix.lower() in by_ending() else ".html")
    stream = cast("BinaryIO", io.BytesIO(body))
    file_name = f"{path.stem}{ending}"
    yield from read_source(Source(url, stream, options, on_error, on_note, file_name, content_type=content_type))


def download(url: str, *, allow_private: bool = False) -> tuple[str, bytes, str]:
    """Fetch what is at an address.

    Returns:
        The address that the redirects led to, the bytes, and their content type.

    Raises:
        InputError: it cannot be fetched, or must not be.
    """
    from urllib3.exceptions import HTTPError

    until = time.monotonic() + TOTAL_TIMEOUT
    where = url
    for _ in range(MAX_REDIRECTS + 1):
        try:
            with _request(where, url, allow_private=allow_private) as response:
                if response.status in REDIRECTS and response.headers.get("Location"):
                    where = urljoin(where, response.headers["Location"])
                    if not is_web_address(where):
                        raise InputError(f"{url} leads to {where[:100]}, which is no web address.")
                    continue
                if response.status != 200:
                    raise InputError(f"{url} cannot be fetched: the answer is {response.status}.")
                body = _body(response, url, until)
                return where, body, response.headers.get("Content-Type", "")
        except HTTPError as error:
            what = type(error).__name__ if "HTTPConnection" in str(error) else " ".join(str(error).split())[:200]
            raise InputError(f"{url} cannot be fetched: {what}.") from None
    raise InputError(f"{url} leads from one address to the next more than {MAX_REDIRECTS} times.")


def _request(where: str, given: str, *, allow_private: bool) -> BaseHTTPResponse:
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    try:
        url = parse_url(where)
    except LocationParseError:
        raise InputError(f"{where[:200]} is no web address.") from None
    if not url.host:
        raise InputError(f"{where[:200]} is no web address.")
    number = _look_up(url, where, given, allow_private=allow_private)
    pool = _connection(url, number)
    headers = {
        "Host": url.netloc or url.host,
        "User-Agent": AGENT,
        "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
        "Accept-Encoding": "gzip",
    }
    return pool.urlopen(
        "GET",
        url.request_uri,
        headers=headers,
        redirect=False,
        preload_content=False,
        retries=False,
        assert_same_host=False,
    )


def _connection(url: Url, number: str) -> HTTPConnectionPool:
    """A connection to the number that was checked; the certificate must be that of the name."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout

    timeout = Timeout(connect=CONNECT_TIMEOUT, read=READ_TIMEOUT)
    if url.scheme == "https":
        host = (url.host or "").strip("[]")
        return HTTPSConnectionPool(number, url.port or 443, timeout=timeout, server_hostname=host, assert_hostname=host)
    return HTTPConnectionPool(number, url.port or 80, timeout=timeout)


def _look_up(url: Url, where: str, given: str, *, allow_private: bool) -> str:
    """The number of a host, which must be one of the public internet.

    Raises:
        InputError: there is no such host, or one of its numbers is private.
    """
    host = (url.host or "").strip("[]")
    try:
        found = socket.getaddrinfo(host, url.port or (443 if url.scheme == "https" else 80), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"{where} cannot be fetched: there is no host {host} ({error}).") from None
    numbers = [str(entry[4][0]) for entry in found]
    private = next((number for number in numbers if not is_public(number)), None)
    if private is not None and not allow_private:
        led = "" if where == given else f" leads to {where}, which"
        raise InputError(f"{given}{led} is in a private network ({private}); --allow-private fetches it all the same.")
    return numbers[0]


def is_public(number: str) -> bool:
    """Whether an IP address is one of the public internet; one that stands for another is judged by that one."""
    try:
        address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if int(address) >> 32 == 0:  # ::1.2.3.4, of old
            return False
    return address.is_global and not address.is_multicast


def _body(response: BaseHTTPResponse, url: str, until: float) -> bytes:
    """The bytes of an answer, unpacked, up to the bounds of size and time."""
    parts: list[bytes] = []
    size = 0
    while chunk := response.read(1 << 16, decode_content=True):
        size += len(chunk)
        if size > MAX_BYTES:
            raise InputError(f"{url} is larger than {MAX_BYTES // 1_000_000} MB; it is not read on.")
        if time.monotonic() > until:
            raise InputError(f"{url} takes longer than {TOTAL_TIMEOUT:.0f} seconds; it is not read on.")
        parts.append(chunk)
    return b"".join(parts)
