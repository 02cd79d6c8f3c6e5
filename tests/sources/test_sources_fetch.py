from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.sources.loopback import Server, reply
from tests.sources.samples import HTML, PARAGRAPHS

from compare_tui.article import ArticleError
from compare_tui.sources import read_article, read_stored
from compare_tui.sources.fetch import FetchLimits, fetch, is_public
from compare_tui.sources.snapshots import Snapshots


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def refused(server: Server, message: str, limits: FetchLimits = FetchLimits()) -> None:  # noqa: B008
    with pytest.raises(ArticleError, match=message) as error:
        fetch(server.address, allow_private=True, limits=limits)
    assert str(error.value).startswith(server.address)


def test_a_page_becomes_an_article(server: Server) -> None:
    article = read_article(server.address, allow_private=True)
    assert PARAGRAPHS[0] in article.text
    assert article.origin.address == server.address
    assert article.path is None
    assert "Host: 127.0.0.1" in server.asked[0]


def test_loopback_is_not_asked_without_leave(server: Server) -> None:
    for address in (server.address, f"http://localhost:{server.port}/"):
        with pytest.raises(ArticleError, match=r"private or special address; --allow-private"):
            fetch(address)
    assert server.asked == []


def test_a_redirect_to_a_private_address_is_not_followed(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answer = reply("Location: http://10.0.0.1/admin", status="302 Found")
    monkeypatch.setattr("compare_tui.sources.fetch.is_public", lambda text: text == "127.0.0.1")
    with pytest.raises(ArticleError, match=r"10\.0\.0\.1 is at 10\.0\.0\.1, a private"):
        fetch(server.address)


def test_the_address_that_was_checked_is_the_one_asked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def once(host: str, *rest: object, **more: object) -> object:
        if host == "rebinding.example":
            looked_up.append(host)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.port))]
        return real(host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", once)
    page = fetch(f"http://rebinding.example:{server.port}/", allow_private=True)
    assert page.data == HTML.encode()
    assert looked_up == ["rebinding.example"]
    assert "Host: rebinding.example" in server.asked[0]


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1", "fe80::1%eth0", "fc00::1",
     "fec0::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1", "255.255.255.255"],
)  # fmt: skip
def test_special_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


def test_a_server_that_redirects_to_itself(server: Server) -> None:
    server.answer = reply("Location: /story", status="301 Moved")
    refused(server, "redirects in a circle")


def test_redirects_are_counted(server: Server) -> None:
    server.answer = lambda peer, path: reply(f"Location: {path}x", status="302 Found")(peer, path)
    refused(server, "redirects more than 5 times")
    assert len(server.asked) == 6


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/x", "data:text/html,x"])
def test_only_the_web_is_redirected_to(server: Server, target: str) -> None:
    server.answer = reply(f"Location: {target}", status="302 Found")
    refused(server, "only http and https are fetched")


def test_a_server_that_streams_for_ever(server: Server) -> None:
    def stream(peer: socket.socket, path: str) -> None:
        peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            peer.sendall(b"<p>more" * 10_000)

    server.answer = stream
    refused(server, "too large: more than 1 MB", FetchLimits(bytes=1 << 20))


def test_headers_that_never_end(server: Server) -> None:
    def drip(peer: socket.socket, path: str) -> None:
        peer.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            peer.sendall(b"X: y\r\n")

    server.answer = drip
    refused(server, "cannot be fetched: got more than 100 headers")


def test_a_server_that_answers_slowly(server: Server) -> None:
    def drip(peer: socket.socket, path: str) -> None:
        peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(100):
            peer.sendall(b"x")
            time.sleep(0.05)

    server.answer = drip
    start = time.monotonic()
    refused(server, r"it took more than 0\.4 seconds", FetchLimits(seconds=0.4))
    assert time.monotonic() - start < 3


def test_an_answer_shorter_than_promised(server: Server) -> None:
    server.answer = reply("Content-Type: text/html\r\nContent-Length: 5000", b"<p>short")
    refused(server, "the answer ends after 8 bytes, 4,992 too early")


def test_a_promise_of_too_much_is_not_even_read(server: Server) -> None:
    server.answer = reply("Content-Type: text/html\r\nContent-Length: 99999999999")
    refused(server, "too large: more than 16 MB")


def test_a_packed_bomb(server: Server) -> None:
    packed = gzip.compress(b"x" * (40 << 20))
    server.answer = reply("Content-Type: text/html\r\nContent-Encoding: gzip", packed)
    refused(server, "unpacks to more than 16 MB")


def test_a_packed_page_is_unpacked(server: Server) -> None:
    server.answer = reply("Content-Type: text/html\r\nContent-Encoding: gzip", gzip.compress(HTML.encode()))
    assert fetch(server.address, allow_private=True).data == HTML.encode()


@pytest.mark.parametrize(
    ("head", "body", "message"),
    [
        ("Content-Type: image/png", b"\x89PNG", "is image/png, not an article"),
        ("Content-Type: text/html", b"\x89PNG\r\n\x1a\n\x00\x00", "is a binary file"),
        ("Content-Type: application/pdf", b"no page", "is no PDF, although the server says so"),
        ("Content-Type: text/html\r\nContent-Encoding: br", b"x", "packs its answer as br"),
        ("Content-Type: text/html", b"", "is empty"),
    ],
)
def test_lies_about_the_type(server: Server, head: str, body: bytes, message: str) -> None:
    server.answer = reply(head, body)
    with pytest.raises(ArticleError, match=message):
        read_article(server.address, allow_private=True)


def test_other_answers(server: Server) -> None:
    server.answer = reply("Content-Type: text/html", status="404 Not \x1b[31mFound")
    refused(server, "the server answers 404 Not ")
    server.answer = lambda peer, path: peer.sendall(b"nonsense\r\n\r\n")
    refused(server, "cannot be fetched")


@pytest.mark.parametrize(
    "address", ["http://", "http://[::1", "http://a:99999/", "https://user:pw@example.org/", "http:///x"]
)
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(ArticleError):
        fetch(address)


def test_the_copy_of_a_page_keeps_its_text(server: Server, tmp_path: Path) -> None:
    text = HTML.replace("ferry sank", "Fähre sank").replace("utf-8", "x")
    server.answer = reply("Content-Type: text/html; charset=iso-8859-1", text.encode("latin-1"))
    glance = read_article(server.address, allow_private=True, snapshots=Snapshots(tmp_path))
    assert list(tmp_path.glob("127*")) == []
    server.asked.clear()
    kept = Snapshots(tmp_path, keep=True)
    first = read_article(server.address, allow_private=True, snapshots=kept)
    assert "Fähre sank" in first.text
    assert first.path is not None
    assert first.path == glance.path
    assert first.path.parent == tmp_path
    server.answer = reply("Content-Type: text/html", HTML.replace("48", "52").encode())
    again = read_article(server.address, snapshots=kept)
    assert again.text == first.text
    assert again.sha256 == first.sha256
    assert "--refresh fetches it anew" in again.origin.notices[0]
    assert len(server.asked) == 1
    assert read_stored(first.path).text == first.text
    anew = Snapshots(tmp_path, keep=True, refresh=True)
    assert "All 52" in read_article(server.address, allow_private=True, snapshots=anew).text


def test_a_stored_name_is_never_fetched(server: Server) -> None:
    with pytest.raises(ArticleError, match="does not exist"):
        read_stored(server.address)
    assert server.asked == []


def test_the_copy_of_a_text_is_made_with_the_encoding_that_was_named(server: Server, tmp_path: Path) -> None:
    text = "Паром затонул в понедельник близ Орска."
    server.answer = reply("Content-Type: text/plain", text.encode("koi8-r"))
    kept = Snapshots(tmp_path, keep=True)
    for _ in range(2):
        article = read_article(server.address, encoding="koi8-r", allow_private=True, snapshots=kept)
        assert article.text.strip() == text
    assert len(server.asked) == 1
