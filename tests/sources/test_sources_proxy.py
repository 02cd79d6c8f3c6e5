from __future__ import annotations

import base64
import socket
from collections.abc import Iterator

import pytest
from tests.sources.loopback import Server, reply
from tests.sources.samples import HTML, PARAGRAPHS

from compare_tui.article import ArticleError
from compare_tui.cli import main
from compare_tui.sources import read_article
from compare_tui.sources.fetch import FetchLimits, fetch

PAGE = "http://news.example.org/story?id=7"


@pytest.fixture
def proxy() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names outside are known to the proxy alone, as in many offices; one leads into the own network."""
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *more: int, **how: int) -> object:
        if host == "intranet.example.org":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.7", port))]
        if host.endswith("example.org"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return real(host, port, *more, **how)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    for name in ("http_proxy", "https_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def at(proxy: Server, user: str = "") -> str:
    return f"http://{user}127.0.0.1:{proxy.port}"


def test_a_page_comes_over_the_proxy(proxy: Server) -> None:
    article = read_article(PAGE, proxy=at(proxy))
    assert PARAGRAPHS[0] in article.text
    head = proxy.asked[0]
    assert head.startswith(f"GET {PAGE} HTTP/1.1\r\n")
    assert "\r\nHost: news.example.org\r\n" in head
    assert "Authorization" not in head


def test_a_variable_alone_changes_nothing_and_is_told(proxy: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", at(proxy))
    monkeypatch.setenv("http_proxy", at(proxy))
    with pytest.raises(ArticleError, match="is not followed unless --proxy env says so"):
        fetch(PAGE)
    assert proxy.asked == []


def test_the_environment_is_followed_where_it_is_asked_to(
    proxy: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", at(proxy))
    monkeypatch.setenv("no_proxy", "direct.example.org")
    assert fetch(PAGE, proxy="env").data == HTML.encode()
    with pytest.raises(ArticleError, match="cannot be fetched"):
        fetch("http://direct.example.org/", proxy="env")
    assert len(proxy.asked) == 1


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://[::1]/", "http://intranet.example.org/", "http://localhost/"]
)
def test_what_is_known_to_be_private_is_not_asked(proxy: Server, address: str) -> None:
    with pytest.raises(ArticleError, match="--allow-private"):
        fetch(address, proxy=at(proxy))
    assert proxy.asked == []


def test_a_redirect_into_the_own_network_is_not_followed(proxy: Server) -> None:
    proxy.answer = reply("Location: http://169.254.169.254/latest", status="302 Found")
    with pytest.raises(ArticleError, match="--allow-private"):
        fetch(PAGE, proxy=at(proxy))
    assert len(proxy.asked) == 1


def test_a_password_goes_to_the_proxy_and_into_no_message(proxy: Server) -> None:
    proxy.answer = reply("", status="403 Forbidden")
    for page in (PAGE, "https://news.example.org/"):
        with pytest.raises(ArticleError, match="403") as told:
            fetch(page, proxy=at(proxy, "mara:s%40cret@"))
        assert "cret" not in str(told.value)
    sent = base64.b64encode(b"mara:s@cret").decode()
    assert all(f"\r\nProxy-Authorization: Basic {sent}\r\n" in head for head in proxy.asked)


def test_tls_goes_through_a_tunnel_to_the_server_itself(proxy: Server) -> None:
    seen: list[bytes] = []

    def tunnel(peer: socket.socket, place: str) -> None:
        peer.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        seen.append(peer.recv(65536))
        peer.sendall(b"nothing that TLS would say")

    proxy.answer = tunnel
    with pytest.raises(ArticleError, match="cannot be fetched"):
        fetch("https://news.example.org/", proxy=at(proxy, "mara:secret@"))
    assert proxy.asked[0].startswith("CONNECT news.example.org:443 HTTP/1.1\r\n")
    # The hello of TLS, which names the server and knows nothing of the password.
    assert seen[0][:1] == b"\x16"
    assert b"news.example.org" in seen[0]
    assert b"Basic" not in seen[0]


def test_a_proxy_that_never_ends_its_answer(proxy: Server) -> None:
    def endless(peer: socket.socket, place: str) -> None:
        peer.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            peer.sendall(b"X: y\r\n" * 1000)

    proxy.answer = endless
    with pytest.raises(ArticleError, match=r"the proxy 127\.0\.0\.1:\d+ answers"):
        fetch("https://news.example.org/", proxy=at(proxy), limits=FetchLimits(seconds=20))


@pytest.mark.parametrize("wrong", ["ftp://x:1", "http://:80", "http://x:99999", "https://x", "http://x/path"])
def test_what_is_no_proxy(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["source", PAGE, "--proxy", wrong]) == 2
    assert "--proxy: expected http://HOST:PORT or env" in capsys.readouterr().err
