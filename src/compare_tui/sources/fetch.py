"""Fetching an address: http and https alone, held to limits, never from a private network unless asked."""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from compare_tui.article.model import ArticleError
from compare_tui.sources.extract import shown
from compare_tui.sources.names import Kind
from compare_tui.sources.proxy import Proxy, find_proxy, open_tunnel, unused_hint

_TYPES: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What fetching an address may take.

    Attributes:
        seconds: For all hops together.
        bytes: Of the answer, packed or unpacked.
        redirects: Hops beyond the first.
    """

    seconds: float = 30
    bytes: int = 16 * 1024 * 1024
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered.

    Attributes:
        address: Where it came from at last.
        data: Its bytes, unpacked.
        kind: What the server calls it: html, text, markdown, pdf or docx.
        charset: The encoding that the server claims.
        redirects: How many hops led there.
    """

    address: str
    data: bytes
    kind: Kind
    charset: str | None
    redirects: int


def fetch(
    address: str,
    *,
    allow_private: bool = False,
    proxy: str | None = None,
    limits: FetchLimits = FetchLimits(),
) -> Page:
    """Return what stands at an address.

    Each hop's host is looked up once, every address found must be public, and the connection goes to exactly
    the address that was looked at. Over a proxy only what can be looked up here is checked; the proxy looks
    the name up once more, and decides what it asks.

    Args:
        address: An http or https address.
        allow_private: Whether private, loopback and other special addresses may be asked.
        proxy: Address of an HTTP proxy to go over, ``env`` for that of the environment, or None.
        limits: What it may take.

    Raises:
        ArticleError: It cannot be fetched; the message names the address and the reason.
    """
    name = shown(address)
    end = time.monotonic() + limits.seconds
    seen: set[str] = set()
    for hop in range(limits.redirects + 1):
        if address in seen:
            raise ArticleError(f"{name}: the server redirects in a circle, to {shown(address)}")
        seen.add(address)
        answer = _ask(address, name, end, limits, allow_private, proxy)
        if isinstance(answer, str):
            address = urljoin(address, answer)
            continue
        return Page(address, answer.data, answer.kind, answer.charset, hop)
    raise ArticleError(f"{name}: the server redirects more than {limits.redirects} times")


@dataclass(frozen=True, slots=True)
class _Answer:
    data: bytes
    kind: Kind
    charset: str | None


def _ask(
    address: str, name: str, end: float, limits: FetchLimits, allow_private: bool, wanted: str | None
) -> _Answer | str:
    """Return what one hop answers, or where it leads."""
    parts, host, port = _parts(address, name)
    proxy = find_proxy(wanted, parts.scheme, host)
    connection = http.client.HTTPConnection(host, port)
    cut = threading.Event()
    try:
        place = _look_up(host, port, name, allow_private, proxy)
        with _connected(parts.scheme, (host, port), place, proxy, end, cut) as sock:
            connection.sock = sock
            target, headers = _target(parts), _headers()
            if proxy is not None and parts.scheme == "http":
                target = f"http://{parts.netloc}{target}"
                headers |= proxy.headers
            connection.request("GET", target, headers=headers)
            with contextlib.closing(connection.getresponse()) as answer:
                return _taken(answer, name, limits)
    except (OSError, http.client.HTTPException, ValueError, AttributeError, zlib.error) as error:
        if cut.is_set() or time.monotonic() >= end:
            raise ArticleError(f"{name}: it took more than {limits.seconds:g} seconds") from None
        if isinstance(error, http.client.IncompleteRead):
            got, missing = len(error.partial), error.expected
            reason = f"the answer ends after {got:,} bytes" + (f", {missing:,} too early" if missing else "")
        else:
            reason = shown(getattr(error, "strerror", None) or error or type(error).__name__)
        hint = unused_hint() if wanted is None and not cut.is_set() and isinstance(error, OSError) else ""
        raise ArticleError(f"{name} cannot be fetched: {reason}{hint}") from None
    finally:
        connection.close()


def _taken(answer: http.client.HTTPResponse, name: str, limits: FetchLimits) -> _Answer | str:
    """Return what an answer holds, or where it leads."""
    if answer.status in (301, 302, 303, 307, 308):
        location = answer.getheader("Location")
        if not location:
            raise ArticleError(f"{name}: the server redirects to nowhere")
        return location
    if answer.status != 200:
        raise ArticleError(f"{name}: the server answers {answer.status} {shown(answer.reason, 60)}")
    kind, charset = _type(answer, name)
    return _Answer(_body(answer, name, limits), kind, charset)


def _parts(address: str, name: str) -> tuple[SplitResult, str, int]:
    """Take an address apart."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
        ascii_host = host.encode("idna").decode("ascii") if host and not host.isascii() else host
    except (ValueError, UnicodeError):
        raise ArticleError(f"{name} is not an address") from None
    if parts.scheme not in ("http", "https"):
        raise ArticleError(f"{name}: only http and https are fetched, not {shown(parts.scheme, 20)}")
    if not ascii_host:
        raise ArticleError(f"{name} names no server")
    if parts.username is not None or parts.password is not None:
        raise ArticleError(f"{name}: an address with a user name or a password is not fetched")
    return parts, ascii_host, port or (443 if parts.scheme == "https" else 80)


def _target(parts: SplitResult) -> str:
    kept = "/%:@!$&'()*+,;=~-._?"
    target = quote(parts.path or "/", safe=kept)
    return f"{target}?{quote(parts.query, safe=kept)}" if parts.query else target


def _headers() -> dict[str, str]:
    from compare_tui import __version__

    return {
        "User-Agent": f"compare-tui/{__version__}",
        "Accept": "text/html, application/xhtml+xml, text/plain, application/pdf;q=0.9, */*;q=0.1",
        "Accept-Encoding": "gzip, identity",
        "Connection": "close",
    }


def _look_up(host: str, port: int, name: str, allow_private: bool, proxy: Proxy | None) -> tuple[str, int]:
    """Return the one address and the port to connect to: of a host, or of the proxy."""
    if proxy is not None:
        with contextlib.suppress(socket.gaierror):
            # In networks with a proxy, names outside are often known to it alone.
            _look_up(host, port, name, allow_private, None)
        return proxy.host, proxy.port
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for one in found:
        if not (allow_private or is_public(one)):
            raise ArticleError(
                f"{name}: {shown(host)} is at {one}, a private or special address; "
                "--allow-private asks it all the same"
            )
    if not found:
        raise ArticleError(f"{name}: {shown(host)} has no address")
    return found[0], port


def is_public(text: str) -> bool:
    """Tell whether an IP address is one of the public internet, also the one inside an IPv6 address."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


@contextlib.contextmanager
def _connected(
    scheme: str,
    server: tuple[str, int],
    place: tuple[str, int],
    proxy: Proxy | None,
    end: float,
    cut: threading.Event,
) -> Iterator[socket.socket]:
    """Connect to an address, perhaps that of a proxy, and speak to the server.

    Whatever goes on there is cut off when the time is over.
    """
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    sock = socket.create_connection(place, timeout=left)

    def stop() -> None:
        cut.set()
        with contextlib.suppress(OSError):
            # Not the method of a TLS socket: it would take the state away under the reading thread.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)

    timer = threading.Timer(max(end - time.monotonic(), 0.01), stop)
    timer.daemon = True
    timer.start()
    try:
        if scheme == "https":
            if proxy is not None:
                open_tunnel(sock, proxy, *server)
            context = ssl.create_default_context()
            wrapped = context.wrap_socket(sock, server_hostname=server[0], do_handshake_on_connect=False)
            sock = wrapped
            wrapped.do_handshake()
        yield sock
    finally:
        timer.cancel()
        sock.close()


def _type(answer: http.client.HTTPResponse, name: str) -> tuple[Kind, str | None]:
    """Return what the server calls its answer."""
    claimed = answer.headers.get_content_type() if answer.getheader("Content-Type") else "text/html"
    kind = _TYPES.get(claimed)
    if kind is None:
        raise ArticleError(f"{name} is {shown(claimed, 60)}, not an article")
    charset = answer.headers.get_content_charset()
    return kind, shown(charset, 40) if charset else None


def _body(answer: http.client.HTTPResponse, name: str, limits: FetchLimits) -> bytes:
    """Return the bytes of an answer, unpacked and never more than the limit."""
    packing = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip"):
        raise ArticleError(f"{name}: the server packs its answer as {shown(packing, 30)}, unasked")
    too_large = ArticleError(f"{name} is too large: more than {limits.bytes // 1024**2} MB")
    if answer.length is not None and answer.length > limits.bytes:
        raise too_large
    packed = answer.read(limits.bytes + 1)
    if answer.length:
        raise http.client.IncompleteRead(packed, answer.length)
    if len(packed) > limits.bytes:
        raise too_large
    if packing == "identity":
        return packed
    unpacker = zlib.decompressobj(wbits=31)
    data = unpacker.decompress(packed, limits.bytes + 1)
    if len(data) > limits.bytes:
        raise ArticleError(f"{name} unpacks to more than {limits.bytes // 1024**2} MB")
    if not unpacker.eof:
        raise http.client.IncompleteRead(data)
    return data
