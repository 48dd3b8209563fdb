import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from claimx.articles.readers import web
from claimx.articles.readers.web import is_public
from tests.articles.readers.files import PARAGRAPHS, html, pdf
from tests.articles.readers.make import read

#: What the server answers: status, headers, body.
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/news/2024/03/05/ferry": (200, {"Content-Type": "text/html; charset=utf-8"}, html()),
    "/latin": (200, {"Content-Type": "text/html; charset=windows-1252"}, html().decode().encode("cp1252")),
    "/paper": (200, {"Content-Type": "application/pdf"}, pdf()),
    "/plain": (200, {"Content-Type": "text/plain"}, b"It rained in the north, she said."),
    "/gone": (404, {}, b""),
    "/moved": (302, {"Location": "/plain"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/out": (301, {"Location": "ftp://a.example/"}, b""),
    "/large": (200, {"Content-Type": "text/plain"}, b"a" * 300_000),
    "/private": (302, {"Location": "http://private.example/plain"}, b""),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        status, headers, body = ANSWERS[self.path.partition("?")[0]]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture(scope="module")
def server():
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def fetch(url: str):
    return read(url, allow_private=True)


def test_a_page(server):
    [article] = fetch(f"{server}/news/2024/03/05/ferry")
    assert article.text == "\n".join(PARAGRAPHS)
    assert article.id == f"{server}/news/2024/03/05/ferry"
    assert str(article.published) == "2024-03-05"
    assert fetch(f"{server}/latin")[0].text == article.text


@pytest.mark.parametrize("path", ["/plain", "/moved", "/plain?a=b#c"])
def test_text_and_redirects(server, path):
    told = fetch(server + path)
    assert ([article.text for article in told], told.errors) == (["It rained in the north, she said."], [])


def test_a_pdf_is_known_by_its_content_type(server):
    assert "walk out" in fetch(f"{server}/paper")[0].text


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/gone", "{} cannot be fetched: the answer is 404."),
        ("/loop", "{} leads from one address to the next more than 5 times."),
        ("/out", "{} leads to ftp://a.example/, which is no web address."),
    ],
)
def test_what_cannot_be_fetched_is_named(server, path, message):
    assert fetch(server + path).errors == [message.format(server + path)]


def test_too_large_or_too_slow_an_answer(server, monkeypatch):
    monkeypatch.setattr(web, "MAX_BYTES", 100_000)
    assert fetch(f"{server}/large").errors == [f"{server}/large is larger than 0 MB; it is not read on."]
    monkeypatch.setattr(web, "MAX_BYTES", 1_000_000)
    monkeypatch.setattr(web, "TOTAL_TIMEOUT", -1)
    assert fetch(f"{server}/large").errors == [f"{server}/large takes longer than -1 seconds; it is not read on."]


def test_nobody_answers():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        [error] = fetch(f"http://127.0.0.1:{unused.getsockname()[1]}/").errors
    assert "cannot be fetched" in error


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/", "http://0/"]
)
def test_private_addresses_are_refused(url):
    [error] = read(url).errors
    assert " is in a private network (" in error
    assert error.endswith("--allow-private fetches it all the same.")


@pytest.mark.parametrize("url", ["http://", "https:///a", "http://[", "http://a b.example/"])
def test_what_is_no_address(url):
    [error] = read(url).errors
    assert url[:7] in error


@pytest.fixture
def two_hosts(server, monkeypatch):
    """Hosts named by a table, each look-up counted; the test server counts as public, 127.0.0.2 as private."""
    numbers = {"public.example": "127.0.0.1", "private.example": "127.0.0.2"}
    asked: list[str] = []

    def look_up(host, port, **kwargs):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (numbers[host], port))]

    real = socket.getaddrinfo
    monkeypatch.setattr(
        web.socket, "getaddrinfo", lambda host, *args, **kw: (look_up if host in numbers else real)(host, *args, **kw)
    )
    monkeypatch.setattr(web, "is_public", lambda number: number == "127.0.0.1")
    return server.replace("127.0.0.1", "public.example"), asked


def test_a_redirect_to_a_private_address_is_refused(two_hosts):
    server, asked = two_hosts
    assert read(f"{server}/private").errors == [
        f"{server}/private leads to http://private.example/plain, which is in a private network (127.0.0.2); "
        "--allow-private fetches it all the same."
    ]
    assert asked == ["public.example", "private.example"]


def test_each_host_is_looked_up_once_and_met_at_the_number_that_was_checked(two_hosts):
    server, asked = two_hosts
    assert len(read(f"{server}/moved")) == 1
    assert asked == ["public.example"] * 2


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("::7f00:1", False),
        ("no number", False),
    ],
)
def test_which_numbers_are_public(number, public):
    assert is_public(number) == public
