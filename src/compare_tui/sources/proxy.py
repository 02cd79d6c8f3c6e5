"""Fetching over an HTTP proxy, which only a person can ask for: it looks names up in place of the program."""

from __future__ import annotations

import base64
import os
import socket
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from compare_tui.article.model import ArticleError
from compare_tui.sources.extract import shown

FROM_ENVIRONMENT = "env"
"""Stands for what ``HTTP_PROXY``, ``HTTPS_PROXY`` and ``NO_PROXY`` say."""

_LONGEST_HEAD = 16_384
"""Bytes of the answer of a proxy to CONNECT."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """An HTTP proxy.

    Attributes:
        host: Its name or address.
        port: Its port.
        authorization: What is sent to be let in, or nothing.
    """

    host: str
    port: int
    authorization: str = ""

    def __str__(self) -> str:
        """Return where it is, without any password."""
        return f"{shown(self.host, 100)}:{self.port}"

    @property
    def headers(self) -> dict[str, str]:
        """What only the proxy is told."""
        return {"Proxy-Authorization": self.authorization} if self.authorization else {}


def find_proxy(wanted: str | None, scheme: str, host: str) -> Proxy | None:
    """Return the proxy over which a server is asked; None for none.

    Args:
        wanted: The address of a proxy, ``env`` for what the environment says, or None.
        scheme: http or https.
        host: The server.

    Raises:
        ArticleError: The address is none of an HTTP proxy.
    """
    if wanted is None:
        return None
    if wanted != FROM_ENVIRONMENT:
        return read_proxy(wanted)
    from urllib.request import getproxies_environment, proxy_bypass

    named = getproxies_environment().get(scheme)
    return read_proxy(named) if named and not proxy_bypass(host) else None


def read_proxy(address: str) -> Proxy:
    """Return the proxy at an address such as ``http://proxy.example:3128`` or ``proxy.example:3128``.

    Raises:
        ArticleError: It is none; the message holds no part that could be a password.
    """
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host or parts.scheme != "http" or parts.path not in ("", "/"):
        raise ArticleError(f"--proxy: expected http://HOST:PORT or {FROM_ENVIRONMENT}")
    authorization = ""
    if parts.username is not None:
        said = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        authorization = f"Basic {base64.b64encode(said.encode()).decode('ascii')}"
    return Proxy(host, port or 80, authorization)


def open_tunnel(sock: socket.socket, proxy: Proxy, host: str, port: int) -> None:
    """Ask a proxy for a tunnel to a server.

    Raises:
        OSError: It gives none.
    """
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    lines = [f"CONNECT {place} HTTP/1.1", f"Host: {place}"]
    lines += [f"{name}: {value}" for name, value in proxy.headers.items()]
    sock.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("ascii"))
    head = b""
    # Not a byte more than the head is taken: what follows belongs to the server.
    while not head.endswith(b"\r\n\r\n") and len(head) < _LONGEST_HEAD and (byte := sock.recv(1)):
        head += byte
    status = head.split(b"\r\n", 1)[0].decode("latin-1")
    if not head.endswith(b"\r\n\r\n") or status.split(" ")[1:2] != ["200"]:
        raise OSError(f"the proxy {proxy} answers {shown(status, 60) or 'nothing'}")


def unused_hint() -> str:
    """Return what is to be said where a server was not reached and the environment names a proxy."""
    names = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")
    name = next((one for one in names if os.environ.get(one)), None)
    return f"; {name} is not followed unless --proxy {FROM_ENVIRONMENT} says so" if name else ""
